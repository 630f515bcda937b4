"""Items promised for later: postponed with a promise, promised by a decision, placed and answered at the later meeting."""

import msgspec
import pytest

from domain.claims import DateNotStated, OnDay
from domain.effects import AnswerReferral, PromiseItem
from domain.kernel import Command
from domain.meeting.agenda import AddItem, Asks, ItemAdded, RecommendationAdded
from domain.meeting.call import MeetingAdjourned
from domain.meeting.decision import DecisionRecorded, RecordDecision
from domain.meeting.floor import ItemSettled, ItemTakenUp, TakeUpItem
from domain.meeting.promised import ItemPostponed, ItemReopened, PostponeItem, ReopenItem
from domain.meeting.revisions import ItemWithdrawn
from domain.referral import Answered, Placed, Sent, Withdrawn
from domain.text import said
from domain.way import Way
from tests.domain.world import (
    CHAIR,
    DECIDED,
    ITEM,
    MEETING,
    MEMBER,
    SECRETARY,
    STRATEGIC,
    TODAY,
    WORLD,
    Fact,
    called,
    discussing,
    opened,
    taken,
)
from tests.given import given

PROMISE = "lillebaelt/referral/klyngemidler-igen"
LATER: OnDay[str] = OnDay(day="2024-06-07")
POSTPONE = PostponeItem(item=ITEM, referral=PROMISE, expected=LATER)
POSTPONED: Fact = (
    MEETING,
    ItemPostponed(
        item=ITEM, number="3", title=said("Klyngemidler"), referral=PROMISE, expected=OnDay(day="2024-06-07")
    ),
)
PROMISED: Fact = (
    PROMISE,
    Sent(
        from_body=STRATEGIC,
        to_body=STRATEGIC,
        question=said("Klyngemidler"),
        direction=Way.PROMISED,
        expected=OnDay(day="2024-06-07"),
    ),
)
SETTLED: Fact = (MEETING, ItemSettled(item=ITEM, number="3"))
REOPEN = ReopenItem(item=ITEM, reason="Nye oplysninger.")
REOPENED = ItemReopened(item=ITEM, number="3", reason=said("Nye oplysninger."))


# --- postponed --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", [CHAIR, SECRETARY])
@pytest.mark.parametrize("meeting", [called(), discussing()], ids=["before the meeting", "on the floor"])
def test_an_item_is_postponed_and_with_it_its_title_is_promised(meeting: tuple[Fact, ...], by: str) -> None:
    record = given(*WORLD, *meeting)
    record.when(POSTPONE, to=MEETING, by=by).then(POSTPONED[1], PROMISED)
    record.when(POSTPONE, to=MEETING, by=by).then()
    assert getattr(record.see(MEETING), "floor", None) is None


def test_a_postponed_item_needs_no_answer_to_what_was_recommended() -> None:
    recommended = (
        MEETING,
        RecommendationAdded(
            item=ITEM, number="3", recommendation="1", asks=Asks.DECIDE, text=said("At."), to_body=STRATEGIC
        ),
    )
    given(*WORLD, *discussing(), recommended).when(POSTPONE, to=MEETING).then(POSTPONED[1], PROMISED)


def test_an_item_is_promised_without_a_day_but_not_for_today() -> None:
    record = given(*WORLD, *opened())
    today: OnDay[str] = OnDay(day=TODAY)
    record.when(PostponeItem(item=ITEM, referral=PROMISE, expected=today), to=MEETING).refused("referral.to-self-now")
    record.when(PostponeItem(item=ITEM, referral=PROMISE), to=MEETING).then(
        ItemPostponed(item=ITEM, number="3", title=said("Klyngemidler"), referral=PROMISE, expected=DateNotStated()),
        (
            PROMISE,
            Sent(
                from_body=STRATEGIC,
                to_body=STRATEGIC,
                question=said("Klyngemidler"),
                direction=Way.PROMISED,
                expected=DateNotStated(),
            ),
        ),
    )


def test_what_has_ended_is_not_postponed() -> None:
    given(*WORLD, *discussing(), SETTLED).when(POSTPONE, to=MEETING).refused("meeting.item-closed", item=ITEM)


def test_a_postponed_item_is_not_taken_up() -> None:
    given(*WORLD, *opened(), POSTPONED).when(TakeUpItem(item=ITEM), to=MEETING).refused("meeting.item-closed")


def test_a_promised_item_comes_onto_a_later_agenda_and_is_answered_there() -> None:
    record = given(*WORLD, *discussing(), POSTPONED, PROMISED)
    later = "lillebaelt/meeting/2024-06-07-strategic"
    for stream, event in called(later):
        record.happened(stream, event)
    again = AddItem(item="igen", number="5", title="Klyngemidler, igen", answers_referral=PROMISE)
    record.when(again, to=later).then(
        ItemAdded(item="igen", number="5", title=said("Klyngemidler, igen"), answers_referral=PROMISE),
        (PROMISE, Placed(meeting=later, item="igen")),
    )
    (_, meeting_opened), (_, taken_up) = opened(later)[-1], (later, ItemTakenUp(item="igen", number="5"))
    record.happened(later, meeting_opened, taken_up)
    decide = RecordDecision(
        item="igen",
        decision="5.1",
        outcome=DECIDED,
        text="Ja.",
        at_once=(AnswerReferral(referral=PROMISE, text="Ja."),),
    )
    record.when(decide, to=later).then(
        DecisionRecorded(
            item="igen",
            number="5",
            decision="5.1",
            outcome=DECIDED,
            text=said("Ja."),
            at_once=(AnswerReferral(referral=PROMISE, text=said("Ja.")),),
            decided_on=TODAY,
        ),
        (PROMISE, Answered(text=said("Ja."), decision=taken("5.1", later))),
    )


# --- promised by a decision -------------------------------------------------------------------------------------------


def test_a_decision_promises_an_item_at_a_later_meeting_of_the_same_body() -> None:
    promise = PromiseItem(referral=PROMISE, question="Hvordan går det?", expected=LATER)
    kept = PromiseItem(referral=PROMISE, question=said("Hvordan går det?"), expected=OnDay(day="2024-06-07"))
    decide = RecordDecision(item=ITEM, decision="3.1", outcome=DECIDED, text="Besluttet.", at_once=(promise,))
    given(*WORLD, *discussing()).when(decide, to=MEETING).then(
        DecisionRecorded(
            item=ITEM,
            number="3",
            decision="3.1",
            outcome=DECIDED,
            text=said("Besluttet."),
            at_once=(kept,),
            decided_on=TODAY,
        ),
        (
            PROMISE,
            Sent(
                from_body=STRATEGIC,
                to_body=STRATEGIC,
                question=said("Hvordan går det?"),
                direction=Way.PROMISED,
                expected=OnDay(day="2024-06-07"),
                arises_from=taken(),
            ),
        ),
    )


# --- reopened ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ended", [SETTLED, POSTPONED], ids=["settled", "postponed"])
def test_the_chair_reopens_an_item_and_it_is_taken_up_again(ended: Fact) -> None:
    record = given(*WORLD, *discussing(), ended)
    record.when(REOPEN, to=MEETING, by=CHAIR).then(REOPENED)
    record.when(REOPEN, to=MEETING, by=CHAIR).then()
    record.when(TakeUpItem(item=ITEM), to=MEETING).then(ItemTakenUp(item=ITEM, number="3"))


def test_what_was_promised_of_a_reopened_item_is_withdrawn() -> None:
    record = given(*WORLD, *discussing(), POSTPONED, PROMISED)
    record.when(REOPEN, to=MEETING, by=CHAIR).then(
        msgspec.structs.replace(REOPENED, promised=PROMISE), (PROMISE, Withdrawn(reason=REOPENED.reason))
    )
    again = msgspec.structs.replace(POSTPONE, referral="lillebaelt/referral/lovet-igen")
    assert record.when(again, to=MEETING).recorded


def test_a_promise_that_stands_on_a_later_agenda_by_now_stays_there() -> None:
    placed = PROMISE, Placed(meeting="lillebaelt/meeting/2024-06-07-strategic", item="igen")
    given(*WORLD, *discussing(), POSTPONED, PROMISED, placed).when(REOPEN, to=MEETING).then(REOPENED)


@pytest.mark.parametrize("by", [SECRETARY, MEMBER])
def test_nobody_else_reopens_an_item(by: str) -> None:
    given(*WORLD, *discussing(), SETTLED).when(REOPEN, to=MEETING, by=by).denied()


def test_an_item_is_reopened_at_the_meeting() -> None:
    given(*WORLD, *called(), POSTPONED).when(REOPEN, to=MEETING).refused("meeting.not-open")


# --- both -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [POSTPONE, REOPEN], ids=lambda command: command.verb)
def test_the_items_of_an_adjourned_meeting_stay_as_they_ended(command: Command) -> None:
    given(*WORLD, *opened(), (MEETING, MeetingAdjourned())).when(command, to=MEETING).refused(
        "meeting.already-adjourned"
    )


@pytest.mark.parametrize("command", [POSTPONE, REOPEN], ids=lambda command: command.verb)
def test_what_is_postponed_or_reopened_is_on_the_agenda(command: Command) -> None:
    given(*WORLD, called()[0]).when(command, to=MEETING).refused("meeting.item-unknown", item=ITEM)
    off = MEETING, ItemWithdrawn(item=ITEM, number="3")
    given(*WORLD, *opened(), off).when(command, to=MEETING).refused("meeting.item-off-agenda", item=ITEM)

"""Nested recommendations, as in Randers in autumn 2020 (003.3): take part or not; only if so, how; and what hangs on that."""

import pytest

from domain.awaited import AnswerTo, ByAnswer, DecisionBlocked, RecommendationsBlocked
from domain.claims import DateNotStated
from domain.condition import BlockAdded, Resolve
from domain.kernel import Event
from domain.meeting.call import MeetingAdjourned
from domain.meeting.decision import RecordDecision
from domain.meeting.floor import ItemSettled, SettleItem
from domain.meeting.standing import DecisionFell, DecisionSuperseded
from domain.outcomes import ApprovedConditionally, Deferred, Outcome, Plain, PlainOutcome
from domain.referral import Answered, Sent
from domain.text import Kept, said
from domain.way import Way
from tests.domain.waiting import C1, C2, pending
from tests.domain.world import (
    DECIDED,
    ITEM,
    MEETING,
    QUESTION,
    STRATEGIC,
    WORLD,
    Fact,
    decision,
    discussing,
    recommendation,
    referral,
    taken,
)
from tests.given import Record, given

IF = ApprovedConditionally()
NOT_APPROVED = Plain(outcome=PlainOutcome.NOT_APPROVED)
SETTLE = SettleItem(item=ITEM)
PROMISED = "lillebaelt/referral/c1-2024-03-01-strategic-klyngemidler"
NESTED = RecommendationsBlocked(meeting=MEETING, item=ITEM, numbers=("1a", "1b", "1a-i"))


RECOMMENDED = (
    recommendation("1"),
    recommendation("1a", only_if="1"),
    recommendation("1b", only_if="1"),
    recommendation("1a-i", only_if="1a"),
)


def asked(*facts: Fact) -> Record:
    """Decide about 1; if so, 1a and 1b; and if 1a, 1a-i."""
    return given(*WORLD, referral(), *discussing(), *RECOMMENDED, *facts)


def settled(lapsed: tuple[str, ...] = (), waiting: tuple[str, ...] = ()) -> ItemSettled:
    return ItemSettled(item=ITEM, number="3", lapsed=lapsed, waiting=waiting)


# --- at the end of the item -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((decision("3.1", NOT_APPROVED, answers=("1",)),), settled(lapsed=("1a", "1b", "1a-i"))),
        ((decision("3.1", Deferred(), answers=("1",)),), settled(waiting=("1a", "1b", "1a-i"))),
        (
            (
                decision("3.1", DECIDED, answers=("1", "1b")),
                decision("3.2", NOT_APPROVED, answers=("1a",)),
            ),
            settled(lapsed=("1a-i",)),
        ),
        (
            (
                decision("3.1", DECIDED, answers=("1", "1b")),
                decision("3.2", IF, answers=("1a",), waits_for=(C1,)),
            ),
            settled(waiting=("1a-i",)),
        ),
        ((decision("3.1", DECIDED, answers=("1", "1a", "1b", "1a-i")),), settled()),
    ],
    ids=["no to the first", "the first put off", "no to the second", "an if for the second", "all answered"],
)
def test_what_depends_on_something_shares_its_fate_through_every_level(
    answers: tuple[Fact, ...], expected: ItemSettled
) -> None:
    asked(*answers).when(SETTLE, to=MEETING).then(expected)


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        ((), "1"),
        ((decision("3.1", DECIDED, answers=("1",)),), "1a"),
        ((decision("3.1", DECIDED, answers=("1", "1a", "1b")),), "1a-i"),
    ],
)
def test_what_applies_after_all_is_answered(answers: tuple[Fact, ...], missing: str) -> None:
    asked(*answers).when(SETTLE, to=MEETING).refused("meeting.unanswered", recommendation=missing)


@pytest.mark.parametrize(
    "afterwards",
    [
        DecisionFell(item=ITEM, decision="3.1", condition=C1),
        DecisionSuperseded(item=ITEM, decision="3.1", by=taken("3.0")),
    ],
    ids=lambda event: event.tag,
)
def test_what_depends_on_a_decision_that_stands_no_longer_is_not_answered(afterwards: Event) -> None:
    waits = decision("3.1", IF, answers=("1",), waits_for=(C1,))
    record = asked(decision("3.0"), waits, (MEETING, afterwards))
    command = RecordDecision(item=ITEM, decision="3.2", outcome=DECIDED, text="Ja.", answers=("1a",))
    record.when(command, to=MEETING).refused("meeting.premise-missing", recommendation="1a", only_if="1")
    record.when(SETTLE, to=MEETING).then(settled(lapsed=("1a", "1b", "1a-i")))


# --- afterwards -------------------------------------------------------------------------------------------------------


def waiting(*conditions: str, outcome: Outcome[Kept] = IF) -> tuple[Fact, ...]:
    """1 is adopted if what the conditions await comes."""
    return (
        decision("3.1", outcome, answers=("1",), waits_for=conditions),
        *(pending(AnswerTo(referral=QUESTION), stream=each) for each in conditions),
    )


def test_what_waits_when_the_item_ends_is_held_back_by_what_its_premise_waits_for() -> None:
    asked(*waiting(C1)).when(SETTLE, to=MEETING).then(
        settled(waiting=("1a", "1b", "1a-i")), (C1, BlockAdded(blocked=NESTED))
    )


def test_what_the_condition_was_opened_to_hold_back_of_the_item_stays_as_it_was_said() -> None:
    said_already = RecommendationsBlocked(meeting=MEETING, item=ITEM, numbers=("1a",))
    blocks = DecisionBlocked(meeting=MEETING, decision="3.1"), said_already
    waits = decision("3.1", IF, answers=("1",), waits_for=(C1,)), pending(AnswerTo(referral=QUESTION), *blocks)
    asked(*waits).when(SETTLE, to=MEETING).then(settled(waiting=("1a", "1b", "1a-i")))


def after(*conditions: str) -> Record:
    """The meeting is over, and the question that the conditions await an answer to is answered."""
    record = asked(*waiting(*conditions))
    record.when(SETTLE, to=MEETING)
    return record.happened(MEETING, MeetingAdjourned()).happened(QUESTION, Answered(text=said("Ja.")))


def resolve(record: Record, condition: str, *, met: bool) -> list[str]:
    """What follows from an answer, by tag."""
    proof = ByAnswer(referral=QUESTION)
    return [each.event.tag for each in record.when(Resolve(proof=proof, met=met), to=condition).recorded[1:]]


@pytest.mark.parametrize(
    ("met", "standing"), [(True, "meeting.decision-took-effect"), (False, "meeting.decision-fell")]
)
def test_what_waited_comes_before_the_body_again_at_a_later_meeting(met: bool, standing: str) -> None:
    record = after(C1)
    assert resolve(record, C1, met=met) == [standing, "referral.sent"]
    stream, sent = record.events[-1]
    assert stream == PROMISED
    assert isinstance(sent, Sent)
    assert (sent.from_body, sent.to_body, sent.direction) == (STRATEGIC, STRATEGIC, Way.PROMISED)
    assert sent.expected == DateNotStated()


def test_what_waits_for_two_things_comes_again_when_the_last_has_come() -> None:
    record = after(C1, C2)
    assert resolve(record, C1, met=True) == ["meeting.condition-met"]
    assert resolve(record, C2, met=True) == ["meeting.decision-took-effect", "referral.sent"]


def test_what_waits_for_two_things_comes_again_once_when_one_has_failed() -> None:
    record = after(C1, C2)
    assert resolve(record, C1, met=False) == ["meeting.decision-fell", "referral.sent"]
    assert resolve(record, C2, met=True) == []

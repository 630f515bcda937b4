"""Decisions: recorded at the item on the floor or from a paper, answering recommendations in their order."""

from typing import Any

import pytest

from domain.claims import DateNotStated, Span, Within
from domain.meeting.agenda import Asks, ItemAdded, RecommendationAdded
from domain.meeting.attendance import Recused, SeatTaken
from domain.meeting.call import MeetingAdjourned
from domain.meeting.decision import DecisionRecorded, RecordDecision
from domain.meeting.floor import ItemSettled, ItemTakenUp, SettleItem
from domain.outcomes import ApprovedConditionally, Outcome, Plain, PlainOutcome
from domain.text import said
from tests.domain.waiting import C1
from tests.domain.world import (
    CHAIR,
    DECIDED,
    DISCUSSED,
    ITEM,
    MEETING,
    MEMBER,
    POLITICAL,
    SECRETARY,
    STRATEGIC,
    TODAY,
    WORLD,
    Fact,
    called,
    decision,
    discussing,
    on_day,
    opened,
    reported,
)
from tests.given import Record, given

ON_PAPER = "lillebaelt/meeting/2023-06-07-political"
NOT_APPROVED = Plain(outcome=PlainOutcome.NOT_APPROVED)
IF = ApprovedConditionally()


def record_decision(outcome: Outcome[Any] = DECIDED, *answers: str) -> RecordDecision:
    return RecordDecision(item=ITEM, decision="3.1", outcome=outcome, text="Besluttet.", answers=answers)


def recommendation(number: str, only_if: str | None = None) -> Fact:
    event = RecommendationAdded(
        item=ITEM,
        number="3",
        recommendation=number,
        asks=Asks.APPROVE,
        text=said("Modellen."),
        to_body=STRATEGIC,
        only_if=only_if,
    )
    return MEETING, event


def discussed(*facts: Fact) -> Record:
    """A record whose meeting has its item on the floor, with recommendations 1 and, only if 1 is adopted, 1a."""
    return given(*WORLD, *discussing(), recommendation("1"), recommendation("1a", only_if="1"), *facts)


# --- recorded ---------------------------------------------------------------------------------------------------------


def test_a_decision_holds_who_was_present_and_the_day() -> None:
    present = (MEETING, SeatTaken(seat="kolding", person=MEMBER)), (MEETING, SeatTaken(seat="region", person=CHAIR))
    discussed(*present).when(record_decision(DECIDED, "1"), to=MEETING, by=SECRETARY, on="2024-03-02").then(
        DecisionRecorded(
            item=ITEM,
            number="3",
            decision="3.1",
            outcome=DECIDED,
            text=said("Besluttet."),
            answers=("1",),
            present=("kolding", "region"),
            decided_on="2024-03-02",
        )
    )


def test_whoever_is_recused_is_not_among_those_present_at_the_decision() -> None:
    present = (MEETING, SeatTaken(seat="kolding", person=MEMBER)), (MEETING, SeatTaken(seat="region", person=CHAIR))
    recused = MEETING, Recused(item=ITEM, number="3", person=MEMBER, reason=said("Familie"))
    (decided,) = discussed(*present, recused).when(record_decision(DECIDED, "1"), to=MEETING).recorded
    assert decided.event.present == ("region",)


@pytest.mark.parametrize(
    ("held", "decided_on", "days"),
    [
        (on_day("2023-06-07"), "2023-06-07", ("2023-06-07", "2023-06-07")),
        (
            Within(earliest="2023-06-01", latest="2023-06-30", span=Span.MONTH, words=said("juni 2023")),
            None,
            ("2023-06-01", "2023-06-30"),
        ),
        (DateNotStated(), None, None),
    ],
    ids=["a day", "a span", "no date"],
)
def test_a_decision_known_from_a_paper_has_the_papers_date(
    held: object, decided_on: str | None, days: tuple[str, str] | None
) -> None:
    record = given(*WORLD, *reported(ON_PAPER, POLITICAL, held))  # type: ignore[arg-type]
    record.when(record_decision(), to=ON_PAPER, by=None).then(
        DecisionRecorded(
            item=ITEM, number="3", decision="3.1", outcome=DECIDED, text=said("Besluttet."), decided_on=decided_on
        )
    )
    assert record.see(ON_PAPER).decisions["3.1"].days == days


def test_a_decision_known_from_a_paper_belongs_to_an_item() -> None:
    record = given(*WORLD, *reported(ON_PAPER, POLITICAL, on_day("2023-06-07")))
    nowhere = RecordDecision(item="none", decision="1", outcome=DECIDED, text="Besluttet.")
    record.when(nowhere, to=ON_PAPER).refused("meeting.item-unknown", item="none")


def test_a_decision_has_a_number_of_its_own() -> None:
    discussed(decision()).when(record_decision(), to=MEETING).refused("meeting.numbered", number="3.1")


@pytest.mark.parametrize("before", [opened(), called()], ids=["quiet floor", "not open"])
def test_nothing_is_decided_at_an_item_that_is_not_on_the_floor(before: tuple[Fact, ...]) -> None:
    given(*WORLD, *before).when(record_decision(), to=MEETING).refused("meeting.nothing-discussed", item=ITEM)


def test_nothing_is_decided_after_the_meeting() -> None:
    given(*WORLD, *opened(), (MEETING, MeetingAdjourned())).when(record_decision(), to=MEETING).refused(
        "meeting.already-adjourned"
    )


def test_members_do_not_record_decisions() -> None:
    discussed().when(record_decision(), to=MEETING, by=MEMBER).denied()


# --- what it answers --------------------------------------------------------------------------------------------------


def test_a_decision_answers_recommendations_that_stand_there() -> None:
    discussed().when(record_decision(DECIDED, "7"), to=MEETING).refused(
        "meeting.recommendation-unknown", recommendation="7"
    )


def test_a_decision_names_a_recommendation_once() -> None:
    discussed().when(record_decision(DECIDED, "1", "1"), to=MEETING).refused(
        "meeting.answered-twice", recommendation="1"
    )


def test_a_recommendation_is_answered_once() -> None:
    discussed(decision("3.0", answers=("1",))).when(record_decision(DECIDED, "1"), to=MEETING).refused(
        "meeting.already-answered", recommendation="1", decision="3.0"
    )


@pytest.mark.parametrize("earlier", [(), (decision("3.0", NOT_APPROVED, answers=("1",)),)], ids=["open", "turned down"])
def test_a_recommendation_is_answered_only_if_its_premise_is_adopted(earlier: tuple[Fact, ...]) -> None:
    discussed(*earlier).when(record_decision(DECIDED, "1a"), to=MEETING).refused(
        "meeting.premise-missing", recommendation="1a", only_if="1"
    )


@pytest.mark.parametrize("answers", [("1", "1a"), ("1a",)], ids=["together", "afterwards"])
def test_a_recommendation_is_answered_with_its_premise_or_after_it(answers: tuple[str, ...]) -> None:
    earlier = () if "1" in answers else (decision("3.0", answers=("1",)),)
    assert discussed(*earlier).when(record_decision(DECIDED, *answers), to=MEETING).recorded


@pytest.mark.parametrize(
    ("outcome", "settled"),
    [
        (NOT_APPROVED, ItemSettled(item=ITEM, number="3", lapsed=("1a",))),
        (IF, ItemSettled(item=ITEM, number="3", waiting=("1a",))),
    ],
    ids=["lapses", "waits"],
)
def test_what_depends_on_a_no_lapses_and_on_an_if_waits(outcome: Outcome[Any], settled: ItemSettled) -> None:
    waits_for = (C1,) if outcome == IF else ()
    answered = decision(outcome=outcome, answers=("1",), waits_for=waits_for)
    discussed(answered).when(SettleItem(item=ITEM), to=MEETING).then(settled)


@pytest.mark.parametrize("answered", [(), (decision(answers=("1",)),)], ids=["neither", "not the one that depends"])
def test_an_item_is_not_settled_with_a_recommendation_unanswered(answered: tuple[Fact, ...]) -> None:
    number = "1a" if answered else "1"
    discussed(*answered).when(SettleItem(item=ITEM), to=MEETING).refused("meeting.unanswered", recommendation=number)


def test_an_item_is_settled_when_all_are_answered() -> None:
    record = discussed(decision("3.0", answers=("1",)), decision("3.1", DISCUSSED, answers=("1a",)))
    record.when(SettleItem(item=ITEM), to=MEETING).then(ItemSettled(item=ITEM, number="3"))


def test_any_other_business_is_decided_without_a_recommendation_or_a_case() -> None:
    """The papers of Randers, item 9: who starts, and what is wanted every month."""
    aob = MEETING, ItemAdded(item="eventuelt", number="9", title=said("Eventuelt"), any_other_business=True)
    record = given(*WORLD, *opened(), aob, (MEETING, ItemTakenUp(item="eventuelt", number="9")))
    decide = RecordDecision(item="eventuelt", decision="9.1", outcome=DECIDED, text="En leder begynder.")
    record.when(decide, to=MEETING).then(
        DecisionRecorded(
            item="eventuelt",
            number="9",
            decision="9.1",
            outcome=DECIDED,
            text=said("En leder begynder."),
            decided_on=TODAY,
        )
    )
    record.when(SettleItem(item="eventuelt"), to=MEETING).then(ItemSettled(item="eventuelt", number="9"))

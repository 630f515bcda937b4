"""Items and recommendations are changed and taken off by events, until the meeting has adopted its agenda or answered."""

import pytest

from domain.kernel import Command
from domain.meeting.agenda import AddItem, AddRecommendation, Asks, ItemAdded, RecommendationAdded
from domain.meeting.call import MeetingAdjourned
from domain.meeting.floor import ItemSettled, SettleItem, TakeUpItem
from domain.meeting.revisions import (
    ChangeItem,
    ChangeRecommendation,
    ItemChanged,
    ItemPart,
    ItemWithdrawn,
    RecommendationChanged,
    RecommendationWithdrawn,
    WithdrawItem,
    WithdrawRecommendation,
)
from domain.meeting.sending import AgendaAdopted, OrderAgenda
from domain.text import said
from tests.domain.world import (
    CHAIR,
    ITEM,
    MEETING,
    MEMBER,
    SECRETARY,
    STRATEGIC,
    WORLD,
    Fact,
    called,
    decision,
    discussing,
    on_day,
    opened,
    reported,
)
from tests.given import given

ADOPTED: Fact = (MEETING, AgendaAdopted())
ADJOURNED: Fact = (MEETING, MeetingAdjourned())
WITHDRAWN: Fact = (MEETING, ItemWithdrawn(item=ITEM, number="3"))
OTHER: Fact = (MEETING, ItemAdded(item="andet", number="4", title=said("Andet")))


def recommended(number: str = "1", only_if: str | None = None) -> Fact:
    return MEETING, RecommendationAdded(
        item=ITEM,
        number="3",
        recommendation=number,
        asks=Asks.DECIDE,
        text=said("Hvad?"),
        to_body=STRATEGIC,
        only_if=only_if,
    )


# --- items ------------------------------------------------------------------------------------------------------------


def test_an_item_is_corrected_and_what_is_not_named_stays() -> None:
    change = ChangeItem(
        item=ITEM,
        number="2",
        title="Klyngemidler 2024",
        presenters=(CHAIR,),
        from_at="2024-03-01T08:05:00Z",
        to_at="2024-03-01T08:30:00Z",
        emptied=(ItemPart.SUMMARY,),
    )
    given(*WORLD, *called()).when(change, to=MEETING, by=SECRETARY).then(
        ItemChanged(
            item=ITEM,
            number="2",
            title=said("Klyngemidler 2024"),
            presenters=(CHAIR,),
            from_at="2024-03-01T08:05:00Z",
            to_at="2024-03-01T08:30:00Z",
            emptied=(ItemPart.SUMMARY,),
        )
    )


def test_a_correction_that_says_nothing_changes_nothing() -> None:
    given(*WORLD, *called()).when(ChangeItem(item=ITEM, number="3"), to=MEETING).then()


def test_an_item_gets_no_number_that_another_has() -> None:
    given(*WORLD, *called(), OTHER).when(ChangeItem(item=ITEM, number="4"), to=MEETING).refused(
        "meeting.numbered", number="4"
    )


def test_an_item_of_a_meeting_entered_afterwards_is_corrected() -> None:
    given(*WORLD, *reported(MEETING, STRATEGIC, on_day("2023-06-07"))).when(
        ChangeItem(item=ITEM, case="Sagen."), to=MEETING
    ).then(ItemChanged(item=ITEM, number="3", case=said("Sagen.")))


def test_an_item_is_taken_off_the_agenda() -> None:
    record = given(*WORLD, *called())
    record.when(WithdrawItem(item=ITEM, reason="Ikke klar."), to=MEETING, by=SECRETARY).then(
        ItemWithdrawn(item=ITEM, number="3", reason=said("Ikke klar."))
    )
    record.when(WithdrawItem(item=ITEM), to=MEETING).then()


@pytest.mark.parametrize(
    "command",
    [
        TakeUpItem(item=ITEM),
        OrderAgenda(items=(ITEM,)),
        ChangeItem(item=ITEM, title="Nyt"),
        AddRecommendation(item=ITEM, recommendation="1", asks=Asks.NOTE, text="At.", to_body=STRATEGIC),
    ],
    ids=lambda command: command.verb,
)
def test_what_was_taken_off_is_no_longer_on_the_agenda(command: Command) -> None:
    given(*WORLD, *opened(), WITHDRAWN).when(command, to=MEETING).refused("meeting.item-off-agenda", item=ITEM)


def test_the_number_of_an_item_that_was_taken_off_is_not_used_again() -> None:
    given(*WORLD, *called(), WITHDRAWN).when(AddItem(item="next", number="3", title="Næste"), to=MEETING).refused(
        "meeting.numbered"
    )


def test_what_is_on_the_floor_is_not_taken_off() -> None:
    given(*WORLD, *discussing()).when(WithdrawItem(item=ITEM), to=MEETING).refused("meeting.item-open", item=ITEM)


def test_what_is_decided_is_not_taken_off() -> None:
    on_paper = reported(MEETING, STRATEGIC, on_day("2023-06-07"))
    given(*WORLD, *on_paper, decision()).when(WithdrawItem(item=ITEM), to=MEETING).refused(
        "meeting.item-decided", item=ITEM, decision="3.1"
    )


def test_what_is_settled_is_not_taken_off() -> None:
    settled = MEETING, ItemSettled(item=ITEM, number="3")
    given(*WORLD, *discussing(), settled).when(WithdrawItem(item=ITEM), to=MEETING).refused("meeting.item-closed")


# --- recommendations --------------------------------------------------------------------------------------------------


def test_a_recommendation_is_changed_before_it_is_answered() -> None:
    change = ChangeRecommendation(item=ITEM, recommendation="1", asks=Asks.NOTE, text="At tage til efterretning.")
    given(*WORLD, *called(), recommended()).when(change, to=MEETING, by=SECRETARY).then(
        RecommendationChanged(
            item=ITEM, number="3", recommendation="1", asks=Asks.NOTE, text=said("At tage til efterretning.")
        )
    )


def test_a_change_of_nothing_is_none() -> None:
    given(*WORLD, *called(), recommended()).when(ChangeRecommendation(item=ITEM, recommendation="1"), to=MEETING).then()


def test_a_recommendation_that_is_withdrawn_needs_no_answer() -> None:
    record = given(*WORLD, *discussing(), recommended())
    record.when(WithdrawRecommendation(item=ITEM, recommendation="1"), to=MEETING, by=SECRETARY).then(
        RecommendationWithdrawn(item=ITEM, number="3", recommendation="1")
    )
    record.when(SettleItem(item=ITEM), to=MEETING).then(ItemSettled(item=ITEM, number="3"))


def test_what_another_recommendation_rests_on_is_withdrawn_after_it() -> None:
    given(*WORLD, *called(), recommended(), recommended("1.a", only_if="1")).when(
        WithdrawRecommendation(item=ITEM, recommendation="1"), to=MEETING
    ).refused("meeting.premise-of-other", recommendation="1", other="1.a")


ANSWERED = (*discussing(), recommended(), decision(answers=("1",)))


@pytest.mark.parametrize(
    "command",
    [
        ChangeRecommendation(item=ITEM, recommendation="1", text="Nyt."),
        WithdrawRecommendation(item=ITEM, recommendation="1"),
    ],
    ids=lambda command: command.verb,
)
def test_an_answered_recommendation_stays(command: Command) -> None:
    given(*WORLD, *ANSWERED).when(command, to=MEETING).refused(
        "meeting.already-answered", recommendation="1", decision="3.1"
    )


@pytest.mark.parametrize(
    "command",
    [
        ChangeRecommendation(item=ITEM, recommendation="9", text="Nyt."),
        WithdrawRecommendation(item=ITEM, recommendation="9"),
    ],
    ids=lambda command: command.verb,
)
def test_only_what_is_recommended_is_changed(command: Command) -> None:
    given(*WORLD, *called()).when(command, to=MEETING).refused("meeting.recommendation-unknown", recommendation="9")


# --- all of them ------------------------------------------------------------------------------------------------------

CHANGES = (
    ChangeItem(item=ITEM, title="Nyt"),
    WithdrawItem(item=ITEM),
    ChangeRecommendation(item=ITEM, recommendation="1", text="Nyt."),
    WithdrawRecommendation(item=ITEM, recommendation="1"),
)


@pytest.mark.parametrize("command", CHANGES, ids=lambda command: command.verb)
def test_when_the_agenda_is_adopted_the_chair_alone_changes_it(command: Command) -> None:
    record = given(*WORLD, *opened(), recommended(), ADOPTED)
    record.when(command, to=MEETING, by=SECRETARY).refused("meeting.agenda-fixed")
    assert record.give(CHAIR, MEETING, command)


@pytest.mark.parametrize("command", CHANGES, ids=lambda command: command.verb)
def test_members_change_no_agenda(command: Command) -> None:
    given(*WORLD, *called(), recommended()).when(command, to=MEETING, by=MEMBER).denied()


@pytest.mark.parametrize("command", CHANGES, ids=lambda command: command.verb)
def test_the_agenda_of_an_adjourned_meeting_stays(command: Command) -> None:
    given(*WORLD, *opened(), ADJOURNED).when(command, to=MEETING).refused("meeting.already-adjourned")


@pytest.mark.parametrize("command", CHANGES, ids=lambda command: command.verb)
def test_what_is_changed_is_on_the_agenda(command: Command) -> None:
    given(*WORLD, called()[0]).when(command, to=MEETING).refused("meeting.item-unknown", item=ITEM)

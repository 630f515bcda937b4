"""The agenda is sent in revisions and adopted by the meeting; from then on it is the meeting's own."""

import pytest

from domain.kernel import Command
from domain.meeting.agenda import AddItem, ItemAdded
from domain.meeting.call import MeetingAdjourned, MeetingCalled
from domain.meeting.sending import AdoptAgenda, AgendaAdopted, AgendaOrdered, AgendaSent, OrderAgenda, SendAgenda
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
    opened,
    ruled,
)
from tests.given import given

SENT: Fact = (MEETING, AgendaSent(revision=1))
ADOPTED: Fact = (MEETING, AgendaAdopted(text=said("Ingen bemærkninger.")))
ADJOURNED: Fact = (MEETING, MeetingAdjourned())
NEXT = AddItem(item="next", number="4", title="Næste punkt")
NEXT_ADDED = ItemAdded(item="next", number="4", title=said("Næste punkt"))

LAST_ADDED = ItemAdded(item="last", number="9", title=said("Eventuelt"), any_other_business=True)


# --- ordered ----------------------------------------------------------------------------------------------------------


def test_the_secretariat_puts_the_agenda_in_order() -> None:
    record = given(*WORLD, *called(), (MEETING, NEXT_ADDED), (MEETING, LAST_ADDED))
    record.when(OrderAgenda(items=("next",)), to=MEETING, by=SECRETARY).then(
        AgendaOrdered(items=("next", ITEM, "last"))
    )
    record.when(OrderAgenda(items=("next", ITEM)), to=MEETING).then()


@pytest.mark.parametrize(("items", "code"), [(("none",), "meeting.item-unknown"), ((ITEM, ITEM), "meeting.item-twice")])
def test_an_order_names_each_item_of_the_agenda_once(items: tuple[str, ...], code: str) -> None:
    given(*WORLD, *called()).when(OrderAgenda(items=items), to=MEETING).refused(code)


# --- sent -------------------------------------------------------------------------------------------------------------


def test_the_agenda_is_sent_once_as_it_stands() -> None:
    record = given(*WORLD, *called())
    record.when(SendAgenda(), to=MEETING, by=SECRETARY).then(AgendaSent(revision=1))
    record.when(SendAgenda(), to=MEETING, by=SECRETARY).then()


@pytest.mark.parametrize("change", [NEXT, OrderAgenda(items=("last",))], ids=lambda command: command.verb)
def test_what_changes_after_the_agenda_was_sent_is_sent_as_the_next_revision(change: Command) -> None:
    record = given(*WORLD, *called(), (MEETING, LAST_ADDED), SENT)
    record.give(SECRETARY, MEETING, change)
    record.when(SendAgenda(), to=MEETING).then(AgendaSent(revision=2))


def test_an_empty_agenda_is_not_sent() -> None:
    given(*WORLD, called()[0]).when(SendAgenda(), to=MEETING).refused("meeting.agenda-empty")


def test_the_agenda_of_an_open_meeting_is_not_sent() -> None:
    given(*WORLD, *opened()).when(SendAgenda(), to=MEETING).refused("meeting.already-open")


@pytest.mark.parametrize(("today", "late"), [("2024-04-02", False), ("2024-04-03", True)])
def test_an_agenda_sent_after_the_day_of_the_rules_is_late_and_no_more(today: str, late: bool) -> None:
    """A week before 9 April."""
    rules = ruled(agenda_days=7)
    (meeting, call), item = called()
    assert isinstance(call, MeetingCalled)
    on_april_9 = (
        meeting,
        MeetingCalled(
            body=STRATEGIC,
            form=call.form,
            place=call.place,
            starts_at="2024-04-09T16:00:00Z",
            ends_at="2024-04-09T17:00:00Z",
        ),
    )
    record = given(*WORLD, rules, on_april_9, item)
    record.when(SendAgenda(), to=MEETING, on=today).then(AgendaSent(revision=1, late=late))
    record.when(NEXT, to=MEETING, on=today).then(
        ItemAdded(item="next", number="4", title=said("Næste punkt"), late=late)
    )


# --- adopted ----------------------------------------------------------------------------------------------------------


def test_the_chair_says_that_the_meeting_has_adopted_the_agenda() -> None:
    record = given(*WORLD, *opened())
    record.when(AdoptAgenda(text="Ingen bemærkninger."), to=MEETING, by=CHAIR).then(ADOPTED[1])
    record.when(AdoptAgenda(text="Ingen bemærkninger."), to=MEETING, by=CHAIR).then()
    assert record.see(MEETING).agenda_adopted


@pytest.mark.parametrize("by", [SECRETARY, MEMBER])
def test_nobody_else_does(by: str) -> None:
    given(*WORLD, *opened()).when(AdoptAgenda(), to=MEETING, by=by).denied()


def test_the_agenda_is_adopted_at_the_meeting() -> None:
    given(*WORLD, *called()).when(AdoptAgenda(), to=MEETING).refused("meeting.not-open")


def test_an_item_that_comes_after_is_taken_on_by_the_chair_and_is_late() -> None:
    record = given(*WORLD, *opened(), ADOPTED)
    record.when(NEXT, to=MEETING, by=SECRETARY).refused("meeting.late-item")
    record.when(NEXT, to=MEETING, by=CHAIR).then(
        ItemAdded(item="next", number="4", title=said("Næste punkt"), late=True)
    )


def test_an_adopted_agenda_is_put_in_order_by_the_chair() -> None:
    record = given(*WORLD, *opened(), (MEETING, LAST_ADDED), ADOPTED)
    record.when(OrderAgenda(items=("last",)), to=MEETING, by=SECRETARY).refused("meeting.agenda-fixed")
    record.when(OrderAgenda(items=("last",)), to=MEETING, by=CHAIR).then(AgendaOrdered(items=("last", ITEM)))


@pytest.mark.parametrize(
    "command", [OrderAgenda(items=(ITEM,)), SendAgenda(), AdoptAgenda()], ids=lambda command: command.verb
)
def test_the_agenda_of_an_adjourned_meeting_stands(command: Command) -> None:
    given(*WORLD, *opened(), ADJOURNED).when(command, to=MEETING).refused("meeting.already-adjourned")

"""A guest follows what they are invited to while it runs, behind shut doors too, and nothing else of the scope."""

import pytest

from domain.kernel import Event
from domain.meeting.agenda import ItemAdded
from domain.meeting.attendance import Recused
from domain.meeting.call import MeetingAdjourned, MeetingOpened
from domain.meeting.discussion import RaiseQuestion
from domain.meeting.doors import DoorsShut
from domain.meeting.floor import ItemSettled, ItemTakenUp
from domain.meeting.guests import GuestInvited
from domain.meeting.promised import ItemPostponed, ItemReopened
from domain.meeting.revisions import ItemWithdrawn
from domain.membership import SeatFilled, SeatOpened
from domain.policy import Mask, guest_mask_of, hides, hides_title, mask_of
from domain.seats import ByPatients, Voice
from domain.text import said
from tests.domain.world import (
    CHAIR,
    ITEM,
    MEETING,
    OUTSIDER,
    STRATEGIC,
    STRATEGIC_SEATS,
    WORLD,
    Fact,
    called,
    discussing,
    opened,
)
from tests.given import Record, given

OTHER = "andet"
TO_ITEM: Fact = (MEETING, GuestInvited(person=OUTSIDER, item=ITEM, number="3"))
TO_ALL: Fact = (MEETING, GuestInvited(person=OUTSIDER))
TAKEN_UP: Fact = (MEETING, ItemTakenUp(item=ITEM, number="3"))
SETTLED: Fact = (MEETING, ItemSettled(item=ITEM, number="3"))
INVITED = pytest.mark.parametrize("invited", [TO_ITEM, TO_ALL], ids=["to an item", "to the meeting"])


def shut(title_closed: bool = False) -> Fact:
    doors = DoorsShut(
        item=ITEM, number="3", reason=said("Person."), legal_basis=said("Lov."), title_closed=title_closed
    )
    return MEETING, doors


def guest(record: Record) -> Mask:
    assert mask_of("lillebaelt", OUTSIDER, record.today, record) is None, "no part in the scope comes of it"
    mask = guest_mask_of("lillebaelt", OUTSIDER, record)
    assert mask is not None
    return mask


def follows(record: Record, item: str = ITEM) -> bool:
    return not hides(record.see, MEETING, item, guest(record))


def knows_of(record: Record, item: str = ITEM) -> bool:
    return not hides_title(record.see, MEETING, item, guest(record))


OTHER = "andet"


def with_another(*facts: Fact) -> Record:
    """As given, with another item beside the guest's."""
    return given(*WORLD, *opened(), (MEETING, ItemAdded(item=OTHER, number="4", title=said("Andet."))), *facts)


@INVITED
def test_a_guest_follows_nothing_before_the_meeting_and_nothing_after(invited: Fact) -> None:
    record = given(*WORLD, *called(), invited)
    assert knows_of(record)
    assert not follows(record)
    record.happened(MEETING, MeetingOpened(led_by=CHAIR))
    record.happened(*TAKEN_UP)
    assert follows(record)
    record.happened(MEETING, MeetingAdjourned())
    assert guest_mask_of("lillebaelt", OUTSIDER, record) is None


@pytest.mark.parametrize("doors", [(), (shut(),), (shut(title_closed=True),)], ids=["open", "shut", "title closed"])
def test_a_guest_of_an_item_follows_it_while_it_runs_whatever_its_doors(doors: tuple[Fact, ...]) -> None:
    record = with_another(TO_ITEM, *doors)
    assert not follows(record)
    record.happened(*TAKEN_UP)
    assert follows(record)
    assert knows_of(record)
    assert not follows(record, OTHER)
    assert not knows_of(record, OTHER)
    record.happened(*SETTLED)
    assert not follows(record)
    record.happened(MEETING, ItemReopened(item=ITEM, number="3", reason=said("Igen.")))
    assert not follows(record), "it is not on the floor yet"
    record.happened(*TAKEN_UP)
    assert follows(record)
    record.happened(MEETING, ItemTakenUp(item=OTHER, number="4"))
    assert not follows(record)


def test_a_guest_of_the_meeting_follows_its_open_items_and_no_shut_one() -> None:
    record = with_another(TO_ALL, shut(), TAKEN_UP)
    assert follows(record, OTHER)
    assert not follows(record)
    assert knows_of(record), "as anybody knows that it is there"


def test_a_guest_of_the_meeting_knows_of_no_item_whose_title_is_closed() -> None:
    assert not knows_of(with_another(TO_ALL, shut(title_closed=True), TAKEN_UP))


@INVITED
def test_a_guest_who_is_recused_follows_nothing_of_it(invited: Fact) -> None:
    recused = Recused(item=ITEM, number="3", person=OUTSIDER, reason=said("I familie."))
    assert not follows(with_another(invited, TAKEN_UP, (MEETING, recused)))


def test_whoever_observes_sees_a_shut_item_they_are_a_guest_of_while_it_runs() -> None:
    observes = (
        (STRATEGIC_SEATS, SeatOpened(body=STRATEGIC, seat="observatoer", right=ByPatients(), voice=Voice.OBSERVER)),
        (STRATEGIC_SEATS, SeatFilled(seat="observatoer", person=OUTSIDER)),
    )

    def sees(record: Record) -> bool:
        mask = mask_of("lillebaelt", OUTSIDER, record.today, record)
        assert mask is not None
        assert not hides(record.see, MEETING, OTHER, mask), "what is open stays open"
        return not hides(record.see, MEETING, ITEM, mask)

    assert not sees(with_another(*observes, shut(), TAKEN_UP)), "the control: no guest"
    record = with_another(*observes, shut(), TO_ITEM, TAKEN_UP)
    assert sees(record)
    assert not sees(record.happened(*SETTLED))


def test_a_guest_gives_no_command() -> None:
    record = given(*WORLD, *discussing(), TO_ITEM)
    record.when(RaiseQuestion(item=ITEM, question="q", text="Hvad så?"), to=MEETING, by=OUTSIDER).denied()


def test_what_moves_the_floor_is_told_to_guests() -> None:
    moving: tuple[type[Event], ...] = (ItemTakenUp, ItemSettled, ItemPostponed, ItemWithdrawn, MeetingOpened)
    assert all(event.unsettles_guests for event in moving)
    assert GuestInvited.unsettles, "whoever waits for it is let in"
    assert MeetingAdjourned.unsettles, "and out"

"""What the rules of minutes read: which revision stands where, what is still to be answered, who has approved. No words."""

from typing import Any

from msgspec import Struct

from domain.dates import Day
from domain.kernel import Asked, See, Unknown
from domain.meeting.state import Adjourned, Cancelled, Item, Meeting, Reported, attended_on, is_attendance_known
from domain.names import ItemId, LocalName, MeetingId, PersonId, name_of, scope_of
from domain.refusal import Refused
from domain.seating import Seats, chairs, seats_held
from domain.seats import Voice
from domain.text import Kept


class BeingDrafted(Struct, frozen=True, kw_only=True):
    """Under udarbejdelse: the secretariat writes the revision."""

    meeting: MeetingId
    revision: int
    comments: dict[LocalName, ItemId] = {}
    """Every comment made to any revision, and the item it is about."""
    unanswered: frozenset[LocalName] = frozenset()
    """A comment outlives its draft: a new one does not silence it."""
    written: dict[ItemId, Kept] = {}
    """Where it stands what this revision says of each item."""
    unsent: frozenset[Kept] = frozenset()
    """Where texts stand that were written anew before they were sent round: they stay drafts for ever."""


class Circulated(Struct, frozen=True, kw_only=True):
    """I høring: those who attended may comment and approve."""

    meeting: MeetingId
    revision: int
    comments: dict[LocalName, ItemId]
    unanswered: frozenset[LocalName]
    approved_by: frozenset[LocalName] = frozenset()
    """The seats that approved this very revision."""
    signed_by: frozenset[LocalName] = frozenset()
    """Those whose chair did."""
    unsent: frozenset[Kept] = frozenset()


class Published(Struct, frozen=True, kw_only=True):
    """Offentliggjort."""

    meeting: MeetingId
    revision: int
    comments: dict[LocalName, ItemId]
    unanswered: frozenset[LocalName] = frozenset()
    unsent: frozenset[Kept] = frozenset()


Minutes = BeingDrafted | Circulated | Published
State = Unknown | Minutes


def meeting_ended(meeting: MeetingId, asked: Asked) -> Meeting:
    """The meeting that the minutes are of. Raises Refused `minutes.meeting-running`, `meeting.called-off`."""
    state = asked.see(meeting)
    if isinstance(state, Cancelled):
        raise Refused("meeting.called-off")
    if not isinstance(state, Adjourned | Reported):
        raise Refused("minutes.meeting-running", meeting=meeting)
    return state


def item_followed(item: ItemId, meeting: Meeting, asked: Asked) -> Item:
    """An item of the meeting that whoever asks may follow. Raises Refused `minutes.item-unknown`, `minutes.disqualified`."""
    found = meeting.items.get(item)
    if found is None:
        raise Refused("minutes.item-unknown", item=item)
    if asked.by.person in found.recused:
        raise Refused("minutes.disqualified", person=asked.by.person, item=item)
    return found


def seat_approving(meeting: Meeting, seats: Any, person: PersonId, on: Day) -> LocalName | None:
    """The voting seat for which a person may approve: on which they attended, also if another holds it by now.

    Where nobody's attendance is on record, nobody is known to have been away: then it is the one they hold.
    """
    if not isinstance(seats, Seats):
        return None
    mine = attended_on(meeting, person) if is_attendance_known(meeting) else seats_held(seats, person, on)
    return next((name for name in mine if seats.seats[name].voice is Voice.VOTE), None)


def seat_chaired(seats: Any, person: PersonId, on: Day) -> LocalName | None:
    """The seat on which a person chairs."""
    held = seats_held(seats, person, on) if isinstance(seats, Seats) else ()
    return next((name for name in held if chairs(seats.seats[name], on)), None)


def seats_heard(meeting: MeetingId, person: PersonId, see: See) -> tuple[LocalName, ...]:
    """The seats on which a person attended a meeting whose minutes are in a hearing: of those they are asked."""
    state = see(meeting)
    attended = attended_on(state, person) if isinstance(state, Adjourned | Reported) else ()
    return attended if attended and isinstance(see(minutes_of(meeting)), Circulated) else ()


def minutes_of(meeting: MeetingId) -> str:
    """The stream of a meeting's minutes: they bear its name."""
    return f"{scope_of(meeting)}/minutes/{name_of(meeting)}"

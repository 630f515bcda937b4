"""Guesting (at være gæst): which meetings and items somebody is invited to, and may follow while they run."""

from collections.abc import Iterable
from typing import Any

from domain.concerned import Streams
from domain.meeting.state import InSession, Upcoming
from domain.names import ItemId, MeetingId, PersonId

Invitations = frozenset[tuple[MeetingId, ItemId | None]]
"""None: the whole meeting."""


def invitations(among: Iterable[MeetingId], person: PersonId, streams: Streams) -> Invitations:
    """What a person is a guest of among some meetings. An invitation ends with its meeting."""
    return frozenset(invitation for meeting in among for invitation in invitations_to(meeting, person, streams))


def invitations_to(meeting: MeetingId, person: PersonId, streams: Streams) -> Invitations:
    """What a person is a guest of at one meeting."""
    state = streams.see(meeting)
    if not isinstance(state, Upcoming) or person not in state.guests:
        return frozenset()
    return frozenset((meeting, item) for item in state.guests[person] or (None,))


def is_invited(meeting: MeetingId, item: ItemId | None, to: Invitations) -> bool:
    """Whether whoever has these invitations is a guest of an item, or of its whole meeting."""
    return (meeting, item) in to or (meeting, None) in to


def is_guest_at(state: Any, meeting: MeetingId, item: ItemId, to: Invitations) -> bool:
    """Whether a guest may follow an item now: one they are invited to while it is on the floor, whatever its doors; a guest of
    the whole meeting its open items while it is in session.
    """
    if not isinstance(state, InSession):
        return False
    if (meeting, item) in to:
        return state.floor == item
    return (meeting, None) in to and state.items[item].shut is None

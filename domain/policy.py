"""Policy: who may do and see what. One pure function each way, default deny (architecture §10).

The token says who you are; the record says what you may: seats, chairs and offices are events with validity.
"""

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from msgspec import Struct

from domain.access import Held, Office
from domain.clusters import Running, contact_on
from domain.dates import Day
from domain.kernel import UNKNOWN, By, Command, See, Unknown, Who
from domain.meeting.state import InSession
from domain.minutes.state import seat_approving
from domain.names import BodyId, ItemId, MeetingId, PersonId, kind_of, scope_of
from domain.person import party_on
from domain.seating import Seat, Seats, chairs, is_held, seats_held, seats_kept
from domain.seats import Voice

COMMON_SCOPE = "dk"
"""Holds parties and persons, who sit in many clusters."""

DENIED = (
    "Du har ikke en plads eller et hverv, der giver ret til dette.",
    "You hold no seat or office that gives the right to this.",
)


class Streams(Protocol):
    """What the policy looks at besides states: which streams of a kind exist. `Asked` is one."""

    def see(self, stream: str) -> Any: ...

    def ids(self, kind: str, scope: str | None = None) -> tuple[str, ...]: ...


class Denied(Exception):
    """403: neither seat nor office gives the right."""


# --- doing --------------------------------------------------------------------------------------------------------


def policy(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By:
    """On which seat and by which rule a person may give a command. Raises `Denied`.

    Rules are tried in the order the command declares them; the first that holds is recorded with the event.
    """
    for who in type(command).who:
        by = _RULES[who](command, stream, person, today, streams) if who in _RULES else None
        if by is not None:
            return by
    raise Denied


def _secretariat(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    for membership, seats in _seats_for(command, stream, today, streams):
        seat = _held(seats, person, today, lambda seat: seat.voice is Voice.SECRETARIAT)
        if seat is not None:
            return By(person=person, seat=f"{membership}#{seat}", rule="secretariat-of-body")
    return None


def _chair(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """Of the body; where the command is about a body itself, of that body and no other."""
    found = _seats_in(stream, streams) if kind_of(stream) == "body" else _seats_for(command, stream, today, streams)
    for membership, seats in found:
        seat = _held(seats, person, today, lambda seat: chairs(seat, today))
        if seat is not None:
            return By(person=person, seat=f"{membership}#{seat}", rule="chair-of-body")
    return None


def _member(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """The holder of a voting seat, present at the meeting; of its minutes, whoever attended on one."""
    if kind_of(stream) == "minutes":
        return _attended(command, stream, person, today, streams)
    state = streams.see(stream)
    if not isinstance(state, InSession):
        return None
    for membership, seats in _seats_for(command, stream, today, streams):
        seat = _held(seats, person, today, lambda seat: seat.voice is Voice.VOTE)
        if seat is not None and state.present.get(seat) == person:
            return By(person=person, seat=f"{membership}#{seat}", rule="member-present")
    return None


def _attended(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """Whoever attended a meeting on a voting seat, at no item that they may not follow. A member who was away is told so."""
    meeting = _meeting(command, stream, streams)
    if isinstance(meeting, Unknown):
        return None
    for membership, seats in _seats_for(command, stream, today, streams):
        seat = seat_approving(meeting, seats, person, today)
        seat = seat or _held(seats, person, today, lambda seat: seat.voice is Voice.VOTE)
        if seat is not None:
            return By(person=person, seat=f"{membership}#{seat}", rule="member-present")
    return None


def _attendee(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """Anyone with a seat in the body, for themselves only, and at no item that is closed to them or not there at all."""
    state = streams.see(stream)
    if not command.is_of(person, state):
        return None
    open_to_all = _is_open(getattr(command, "item", None), _meeting(command, stream, streams))
    for membership, seats in _seats_for(command, stream, today, streams):
        seat = _held(seats, person, today, lambda seat: open_to_all or _sees_closed(seat, today))
        if seat is not None:
            return By(person=person, seat=f"{membership}#{seat}", rule="attendee-of-body")
    return None


def _is_open(item: ItemId | None, meeting: Any) -> bool:
    """Whether an outsider may know of an item. Of a hidden one they are told the same as of none."""
    if item is None or isinstance(meeting, Unknown):
        return True
    return item in meeting.items and meeting.items[item].shut is None


def _contact(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """Whom a cluster of the scope has on record as contact for the party, while the party belongs to it."""
    party = command.for_party(streams.see(stream))
    if party is None:
        return None
    for cluster in streams.ids("cluster", scope_of(stream)):
        state = streams.see(cluster)
        if isinstance(state, Running) and contact_on(state, party, today) == person:
            return By(person=person, seat=cluster, rule="contact-of-party")
    return None


def _secretariat_alone(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """The secretariat as long as nobody chairs; from then on it is for the chairs."""
    chaired = any(chairs(seat, today) for _, seats in _seats_in(stream, streams) for seat in seats.seats.values())
    return None if chaired else _secretariat(command, stream, person, today, streams)


def _administrator(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """Acts until a body has those who act for it: fills its first secretariat seat, redacts where nobody chairs."""
    office = _office(person, Office.ADMINISTRATOR, today, streams)
    if office is None or (kind_of(stream) == "membership" and _has_secretariat(streams.see(stream), today)):
        return None
    if kind_of(stream) == "redaction" and any(
        chairs(seat, today) for _, seats in _seats_for(command, stream, today, streams) for seat in seats.seats.values()
    ):
        return None
    return By(person=person, seat=office, rule="administrator")


def may_keep_papers(scope: str, person: PersonId, today: Day, streams: Streams) -> bool:
    """Whether a person may put bytes of papers into a scope: on a secretariat seat of any of its bodies."""
    return any(
        isinstance(seats := streams.see(each), Seats)
        and _held(seats, person, today, lambda seat: seat.voice is Voice.SECRETARIAT) is not None
        for each in streams.ids("membership", scope)
    )


_RULES = {
    Who.SECRETARIAT: _secretariat,
    Who.CHAIR: _chair,
    Who.MEMBER: _member,
    Who.ATTENDEE: _attendee,
    Who.CONTACT: _contact,
    Who.SECRETARIAT_ALONE: _secretariat_alone,
    Who.ADMINISTRATOR: _administrator,
}
"""REACTION and INIT are missing on purpose: nobody gives those at a door."""


def _has_secretariat(seats: Any, today: Day) -> bool:
    """Whether somebody holds a secretariat seat today; else the administrator may act, so no body is locked out."""
    return isinstance(seats, Seats) and any(
        seat.voice is Voice.SECRETARIAT and is_held(seat, today) for seat in seats.seats.values()
    )


def _seats_for(command: Command, stream: str, today: Day, streams: Streams) -> Iterable[tuple[str, Seats]]:
    """The seats whose holders the command concerns: of its body; else of every body in the scope.

    A party or a person in `dk` is of the bodies where it sits, and of every body while it sits nowhere.
    """
    subject = _subject(command, stream, streams)
    body, scope = _body_of(command, stream, subject, streams), scope_of(stream)
    if body is not None:
        return _seats_in(body, streams)
    memberships = streams.ids("membership", None if scope == COMMON_SCOPE else scope)
    found = [(each, seats) for each in memberships if isinstance(seats := streams.see(each), Seats)]
    if scope == COMMON_SCOPE and kind_of(subject) in ("party", "person"):
        return [(each, seats) for each, seats in found if _sits(subject, seats, today, streams)] or found
    return found


def _seats_in(body: BodyId, streams: Streams) -> list[tuple[str, Seats]]:
    """The seats of one body."""
    state = streams.see(body)
    if isinstance(state, Unknown):
        return []
    seats = streams.see(state.membership)
    return [(state.membership, seats)] if isinstance(seats, Seats) else []


def _subject(command: Command, stream: str, streams: Streams) -> str:
    """The stream a command is about: for a redaction the one that the text stands in."""
    if kind_of(stream) != "redaction":
        return stream
    state = streams.see(stream)
    where = getattr(command, "where", None) if isinstance(state, Unknown) else state.where
    return stream if where is None else where.of


def _body_of(command: Command, stream: str, subject: str, streams: Streams) -> BodyId | None:
    """The body that a meeting, seats, or a text of a body belong to; None where any body of the scope will do."""
    if kind_of(subject) == "body" and subject != stream:
        return subject
    if kind_of(subject) == "minutes":
        meeting = _meeting(command, subject, streams)
        return None if isinstance(meeting, Unknown) else meeting.body
    if kind_of(subject) not in ("meeting", "membership"):
        return None
    state = streams.see(subject)
    return getattr(command, "body", None) if isinstance(state, Unknown) else state.body


def _meeting(command: Command, stream: str, streams: Streams) -> Any:
    """The state of the meeting a stream is, or is the minutes of."""
    state = streams.see(stream)
    if kind_of(stream) != "minutes":
        return state
    meeting = getattr(command, "meeting", None) if isinstance(state, Unknown) else state.meeting
    return UNKNOWN if meeting is None else streams.see(meeting)


def _sits(subject: str, seats: Seats, today: Day, streams: Streams) -> bool:
    """Whether a person has a seat there; of a party, whether one of its people has, or somebody a seat that is its own."""
    if kind_of(subject) == "person":
        return bool(seats_kept(seats, subject, today))
    return any(
        seats.seats[seat].party == subject or party_on(streams.see(each), today) == subject
        for each in seats.held
        for seat in seats_kept(seats, each, today)
    )


def _held(seats: Seats, person: PersonId, today: Day, fits: Callable[[Seat], bool]) -> str | None:
    for name in seats_held(seats, person, today):
        if fits(seats.seats[name]):
            return name
    return None


def _office(person: PersonId, office: Office, today: Day, streams: Streams) -> str | None:
    """The access stream by which a person holds an office today."""
    for access in streams.ids("access"):
        held = streams.see(access)
        if (
            isinstance(held, Held)
            and held.person == person
            and held.office is office
            and not held.withdrawn
            and held.from_on <= today
            and (held.ceases_on is None or today < held.ceases_on)
        ):
            return access
    return None


# --- seeing -------------------------------------------------------------------------------------------------------


class Mask(Struct, frozen=True, kw_only=True):
    """What a reader may see of a scope. Equal masks are one audience: what is shown to one is shown to all of them."""

    insider_of: frozenset[BodyId]
    """Bodies whose closed items the reader may see: a voting seat, a chair or the secretariat."""
    recused: frozenset[tuple[MeetingId, ItemId]]
    """Items the reader may not follow."""


def mask_of(scope: str, person: PersonId, today: Day, streams: Streams) -> Mask | None:
    """What a person may see of a scope today; None: nothing at all.

    Seats of the scope open it; a party's contact person and an auditor see what is open. `dk` is open to whoever sits anywhere.
    """
    insider_of, entitled = set(), False
    for membership in streams.ids("membership", None if scope == COMMON_SCOPE else scope):
        seats = streams.see(membership)
        for name in seats_held(seats, person, today) if isinstance(seats, Seats) else ():
            entitled = True
            if _sees_closed(seats.seats[name], today):
                insider_of.add(seats.body)
    entitled = entitled or _answers_for_a_party(scope, person, today, streams)
    if not entitled and not any(_office(person, office, today, streams) for office in Office):
        return None
    return Mask(insider_of=frozenset(insider_of), recused=_recused(scope, person, streams))


def _answers_for_a_party(scope: str, person: PersonId, today: Day, streams: Streams) -> bool:
    return any(
        contact_on(state, party, today) == person
        for cluster in streams.ids("cluster", None if scope == COMMON_SCOPE else scope)
        if isinstance(state := streams.see(cluster), Running)
        for party in state.contacts
    )


def _sees_closed(seat: Seat, today: Day) -> bool:
    return seat.voice in (Voice.VOTE, Voice.SECRETARIAT) or chairs(seat, today)


def _recused(scope: str, person: PersonId, streams: Streams) -> frozenset[tuple[MeetingId, ItemId]]:
    return frozenset(
        (meeting, name)
        for meeting in streams.ids("meeting", None if scope == COMMON_SCOPE else scope)
        if not isinstance(state := streams.see(meeting), Unknown)
        for name, item in state.items.items()
        if person in item.recused
    )


def hides(see: See, meeting: MeetingId, item: ItemId, mask: Mask) -> bool:
    """Whether what was said at an item is hidden from a reader: doors shut, or recused."""
    if (meeting, item) in mask.recused:
        return True
    state = see(meeting)
    return (
        not isinstance(state, Unknown)
        and item in state.items
        and state.items[item].shut is not None
        and state.body not in mask.insider_of
    )


def hides_title(see: See, meeting: MeetingId, item: ItemId, mask: Mask) -> bool:
    """Whether even the existence of an item is hidden: doors shut with the title closed, and no insider."""
    state = see(meeting)
    if isinstance(state, Unknown) or item not in state.items:
        return False
    shut = state.items[item].shut
    outside = state.body not in mask.insider_of or (meeting, item) in mask.recused
    return shut is not None and shut.title_closed and outside

"""Concerned (hvem det vedrører): the seats whose holders a command concerns, so that the policy knows where to look."""

from collections.abc import Iterable, Set
from typing import Any

from domain.bodies import Level, acting
from domain.clusters import Streams as Streams
from domain.clusters import is_dissolved
from domain.dates import Day
from domain.kernel import UNKNOWN, Command, Unknown
from domain.names import BodyId, kind_of, scope_of
from domain.person import party_on
from domain.seating import Seats, is_substitute, seats_kept

COMMON_SCOPE = "dk"
"""Holds parties and persons, who sit in many clusters."""


def seats_for(command: Command, stream: str, today: Day, streams: Streams) -> Iterable[tuple[str, Seats]]:
    """The seats whose holders the command concerns: of its body; else of every body in the scope.

    A party or a person in `dk` is of the bodies where it sits or stands in; a person who no longer does, of those where they
    did so before; and whoever never did, of every body.
    """
    subject = _subject(command, stream, streams)
    body, scope = _body_of(command, stream, subject, streams), scope_of(stream)
    if body is not None:
        return seats_in(body, streams)
    memberships = streams.ids("membership", None if scope == COMMON_SCOPE else scope)
    found = [(each, seats) for each in memberships if isinstance(seats := streams.see(each), Seats)]
    if scope == COMMON_SCOPE and kind_of(subject) in ("party", "person"):
        return (
            [(each, seats) for each, seats in found if _sits(subject, seats, today, streams)]
            or [(each, seats) for each, seats in found if sat(subject, seats)]
            or found
        )
    return found


def seats_of_chairs(command: Command, stream: str, today: Day, streams: Streams) -> Iterable[tuple[str, Seats]]:
    """The seats whose chairs a command is for: of the body it is about; of a cluster, and of access to it, those of its
    political level, if any; else of the body that the command names.
    """
    match kind_of(stream):
        case "access" if scope_of(stream) == COMMON_SCOPE:
            return ()  # what reaches to every cluster is no body's to give
        case "body":
            return seats_in(stream, streams)
        case "cluster" | "access":
            bodies = streams.ids("body", scope_of(stream))
            political = [each for each in bodies if streams.see(each).level is Level.POLITICAL]
            return [seats for each in political or bodies for seats in seats_in(each, streams)]
        case _:
            body = command.for_chairs_of(streams.see(stream))
            return seats_for(command, stream, today, streams) if body is None else seats_in(body, streams)


def seats_in(body: BodyId, streams: Streams) -> list[tuple[str, Seats]]:
    """The seats of one body."""
    state = streams.see(body)
    if isinstance(state, Unknown):
        return []
    seats = streams.see(state.membership)
    return [(state.membership, seats)] if isinstance(seats, Seats) else []


def bodies_before(scope: str, bodies: Set[BodyId], streams: Streams) -> frozenset[BodyId]:
    """The bodies of clusters before this one in whose place some of these act: what lay with them lies here now."""
    predecessors = (each for cluster in streams.ids("cluster", scope) for each in streams.see(cluster).predecessors)
    return frozenset(
        body
        for predecessor in predecessors
        for body in streams.ids("body", scope_of(predecessor))
        if acting(streams.see, body) in bodies
    )


def _subject(command: Command, stream: str, streams: Streams) -> str:
    """The stream a command is about: for a redaction the one that the text stands in, for an erasure the person.

    Where a redaction is of why somebody is erased or holds an office, it is about that person too.
    """
    state = streams.see(stream)
    if kind_of(stream) == "erasure":
        person: str | None = getattr(command if isinstance(state, Unknown) else state, "person", None)
        return person or stream
    if kind_of(stream) != "redaction":
        return stream
    where = getattr(command, "where", None) if isinstance(state, Unknown) else state.where
    if where is None:
        return stream
    of = streams.see(where.of) if kind_of(where.of) in ("access", "erasure") else None
    person = getattr(of, "person", None)
    return str(person or where.of)


def _body_of(command: Command, stream: str, subject: str, streams: Streams) -> BodyId | None:
    """The body that a meeting, seats, or a text of a body belong to, or that follows an agreement whose cluster is no more; None
    where any body of the scope will do.
    """
    if kind_of(subject) == "body" and subject != stream:
        return subject
    if kind_of(subject) == "agreement" and is_dissolved(scope_of(subject), streams):
        return getattr(streams.see(subject), "owner", None)
    if kind_of(subject) == "minutes":
        meeting = meeting_of(command, subject, streams)
        return None if isinstance(meeting, Unknown) else meeting.body
    if kind_of(subject) not in ("meeting", "membership"):
        return None
    state = streams.see(subject)
    return getattr(command, "body", None) if isinstance(state, Unknown) else state.body


def meeting_of(command: Command, stream: str, streams: Streams) -> Any:
    """The state of the meeting a stream is, or is the minutes of."""
    state = streams.see(stream)
    if kind_of(stream) != "minutes":
        return state
    meeting = getattr(command, "meeting", None) if isinstance(state, Unknown) else state.meeting
    return UNKNOWN if meeting is None else streams.see(meeting)


def _sits(subject: str, seats: Seats, today: Day, streams: Streams) -> bool:
    """Whether a person has a seat there, or stands in on one; of a party, whether one of its people has, or a seat is its own."""
    if kind_of(subject) == "person":
        return bool(seats_kept(seats, subject, today)) or is_substitute(seats, subject, today)
    return any(
        seats.seats[seat].party == subject or party_on(streams.see(each), today) == subject
        for each in seats.held
        for seat in seats_kept(seats, each, today)
    )


def sat(person: str, seats: Seats) -> bool:
    """Whether a person ever had a seat there, or stood in on one."""
    people = (*seats.held, *seats.stood_in_on, *(each.person for seat in seats.seats.values() for each in seat.holders))
    return person in people

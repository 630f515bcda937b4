"""What a page is told of people: the seats and offices they hold, the meetings they may follow, whom they speak for."""

from api.roles import FormerMember, MeetingRef, Role, SessionRoles
from domain.access import Held
from domain.clusters import day_of_rights
from domain.dates import in_force
from domain.guesting import invitations_to
from domain.kernel import Unknown
from domain.names import scope_of
from domain.policy import COMMON_SCOPE, Mask
from domain.seating import Seats, chairs, seats_held, side_on
from domain.seats import Voice
from klynge.core import Core
from projections.meeting import MEETING_VIEW
from projections.meeting.rows import MeetingRow
from projections.people import PEOPLE, PersonRow
from projections.view import Named
from realtime.attended import Present

PEOPLE_MAX = 200
"""Shown by the development issuer."""


def roles_of(core: Core, person: str) -> SessionRoles:
    """What the record says of a person today."""
    roles = tuple(
        Role(
            scope=scope_of(membership),
            cluster=_cluster(core, scope_of(membership)),
            body=Named(seats.body, core.reading.name(seats.body)),
            seat=seat,
            voice=seats.seats[seat].voice,
            chairs_for=side_on(seats.seats[seat], core.today()),
        )
        for membership, seats, seat in _held(core, person)
    )
    parts = {scope: core.reading.part_in(scope, person) for scope in _scopes(core)}
    found = (
        _meeting(core, meeting, None if invitations_to(meeting, person, core.tail.now) else parts[scope_of(meeting)])
        for meeting in core.tail.now.ids("meeting")
        if parts[scope_of(meeting)] is not None or invitations_to(meeting, person, core.tail.now)
    )
    meetings = tuple(each for each in found if each is not None)
    left = tuple(
        FormerMember(scope=scope, until_on=mask.until_on)
        for scope, mask in parts.items()
        if mask is not None and mask.until_on is not None
    )
    return SessionRoles(
        name=_name(core, person), roles=roles, offices=_offices(core, person), meetings=meetings, left=left
    )


def people_of(core: Core) -> list[tuple[str, str]]:
    """Everyone who can be signed in as: (person id, function and party), those with seats first."""
    people = list(core.tail.now.ids("person"))[:PEOPLE_MAX]
    people.sort(key=lambda person: (not _held(core, person), function_of(core, person)))
    return [(person, f"{function_of(core, person)}, {party_of(core, person)}") for person in people]


def present_of(core: Core, topic: str, person: str) -> Present:
    """A person as others see them online in a meeting: by name and by whom they sit for."""
    held = _held_at(core, topic, person)
    party = next((seats.seats[seat].party for seats, seat in held if seats.seats[seat].party), None)
    roles = () if party is None else (core.reading.name(party),)
    return Present(person=Named(person, _name(core, person) or ""), roles=roles)


def gives_the_floor(core: Core, topic: str, person: str) -> bool:
    """Whether a person chairs the body that meets, or is its secretariat: they say who speaks next."""
    held = (seats.seats[seat] for seats, seat in _held_at(core, topic, person))
    return any(seat.voice is Voice.SECRETARIAT or chairs(seat, core.today()) for seat in held)


def _held_at(core: Core, meeting: str, person: str) -> list[tuple[Seats, str]]:
    """A person's seats in the body that meets."""
    body = getattr(core.tail.now.see(meeting), "body", None)
    held = () if body is None else _held(core, person, scope_of(body))
    return [(seats, seat) for _, seats, seat in held if seats.body == body]


def _held(core: Core, person: str, scope: str | None = None) -> list[tuple[str, Seats, str]]:
    """The seats in force today, and of a cluster that has ceased those of its last day: membership, its seats, the seat's name."""
    found = []
    for membership in core.tail.now.ids("membership", scope):
        seats = core.tail.now.see(membership)
        if isinstance(seats, Seats):
            on = day_of_rights(scope_of(membership), core.today(), core.tail.now)
            found += [(membership, seats, seat) for seat in seats_held(seats, person, on)]
    return found


def _offices(core: Core, person: str) -> tuple[str, ...]:
    found = []
    for access in core.tail.now.ids("access"):
        held = core.tail.now.see(access)
        in_office = isinstance(held, Held) and held.person == person and not held.withdrawn
        if in_office and in_force(held.from_on, held.ceases_on, core.today()):
            found.append(str(held.office))
    return tuple(found)


def _scopes(core: Core) -> set[str]:
    return {scope_of(meeting) for meeting in core.tail.now.ids("meeting")} - {COMMON_SCOPE}


def _meeting(core: Core, meeting: str, part: Mask | None) -> MeetingRef | None:
    """A meeting as far as somebody may know of it; None where it was called after their last day."""
    at = core.head if part is None else core.reading.latest(part)
    row = core.tail.rows.get(MEETING_VIEW.name, f"{meeting}|meeting", at)
    if row is None:
        return None
    assert isinstance(row, MeetingRow)
    return MeetingRef(topic=meeting, name=core.reading.name(meeting, at=at), phase=row.phase, starts_at=row.starts_at)


def _name(core: Core, person: str) -> str | None:
    return None if isinstance(core.tail.now.see(person), Unknown) else core.reading.name(person)


def _cluster(core: Core, scope: str) -> str | None:
    """What the cluster of a scope is called; None where the scope has none."""
    return next((core.reading.name(cluster) for cluster in core.tail.now.ids("cluster", scope)), None)


def party_of(core: Core, person: str) -> str:
    """Whom a person speaks for."""
    return core.reading.name(core.tail.now.see(person).party)


def function_of(core: Core, person: str) -> str:
    """What a person is there; the id, where that is not known."""
    scope, _, name = person.split("/")
    row = core.tail.rows.get(PEOPLE.name, f"{scope}/people|person/{name}", core.head)
    if not isinstance(row, PersonRow) or row.function is None:
        return person
    return core.log.texts.open(row.function) or person

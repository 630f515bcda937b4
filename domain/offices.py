"""Offices (hverv) as other rules ask of them: who holds one on a day, and for which clusters."""

from collections.abc import Iterable

from domain.access import Held, Office
from domain.clusters import Streams
from domain.dates import Day, in_force
from domain.names import ClientId, PersonId


def office_held(holder: PersonId | ClientId, office: Office, scope: str, today: Day, streams: Streams) -> str | None:
    """The access stream by which somebody holds an office for a scope today."""
    held = offices_held(streams.ids("access"), holder, scope, today, streams)
    return next((access for access, each in held if each.office is office), None)


def offices_held(
    among: Iterable[str], holder: PersonId | ClientId, scope: str, today: Day, streams: Streams
) -> list[tuple[str, Held]]:
    """As `offices_of`, for a scope. Whose office names no clusters holds it for all; a client has to be named some."""
    return [
        (access, held)
        for access, held in offices_of(among, holder, today, streams)
        if scope in held.scopes or (not held.scopes and held.office is not Office.CLIENT)
    ]


def offices_of(
    among: Iterable[str], holder: PersonId | ClientId, today: Day, streams: Streams
) -> list[tuple[str, Held]]:
    """Of some access streams, those by which somebody holds an office today, wherever it is for."""
    return [
        (access, held)
        for access in among
        if isinstance(held := streams.see(access), Held)
        and held.person == holder
        and not held.withdrawn
        and in_force(held.from_on, held.ceases_on, today)
    ]

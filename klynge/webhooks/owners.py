"""Owners: whose webhooks are told, and who looks after those of others. By what the record says today."""

from domain.access import Held, Office
from domain.clusters import Streams
from domain.dates import Day
from domain.names import ClientId, PersonId
from domain.offices import offices_of
from domain.person import is_gone

OWNING = frozenset({Office.CLIENT, Office.ADMINISTRATOR})


def may_own(holder: PersonId | ClientId, today: Day, streams: Streams) -> bool:
    """Whether somebody is a client or an administrator, of whatever clusters."""
    held = offices_of(streams.ids("access"), holder, today, streams)
    return not is_gone(holder, streams) and any(each.office in OWNING for _, each in held)


def caretakers(owner: PersonId | ClientId, today: Day, streams: Streams) -> tuple[PersonId, ...]:
    """Who is told that a webhook was given up: its owner where that is a person, and the administrators of every cluster."""
    holders = {
        held.person for each in streams.ids("access") if isinstance(held := streams.see(each), Held) and held.person
    }
    return tuple(sorted(each for each in holders if each == owner or looks_after_all(each, today, streams)))


def looks_after_all(person: PersonId, today: Day, streams: Streams) -> bool:
    """Whether somebody is administrator of every cluster."""
    held = offices_of(streams.ids("access"), person, today, streams)
    return not is_gone(person, streams) and any(
        each.office is Office.ADMINISTRATOR and not each.scopes for _, each in held
    )

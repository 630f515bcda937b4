"""Bodies (fora) as other rules ask of them: their level, by which rules they decide, and whether they are there."""

from msgspec import Struct

from domain.dates import Day, Days, in_force
from domain.kernel import Asked, See, Unknown
from domain.names import BodyId, InitiativeId, MembershipId
from domain.refusal import Refused
from domain.rules import Rules, RulesFrom, rules_in_force
from domain.words import Word


class Level(Word):
    """Where in the cluster a body stands."""

    POLITICAL = "political", "politisk"
    STRATEGIC = "strategic", "fagligt strategisk"
    COORDINATING = "coordinating", "koordinerende"
    COMMITTEE = "committee", "udvalg"
    GROUP = "group", "gruppe"
    REGIONAL = "regional", "regionalt"
    EXTERNAL = "external", "eksternt"


class Secretariat(Word):
    """Who prepares its meetings."""

    JOINT = "joint", "fælles sekretariat"
    PER_PARTY = "per-party", "et sekretariat hos hver part"


class Active(Struct, frozen=True, kw_only=True):
    """A body at work."""

    membership: MembershipId
    chairs: int
    level: Level | None = None
    from_on: Day | None = None
    rules: tuple[RulesFrom, ...] = ()
    projects: tuple[InitiativeId, ...] = ()
    """The improvement projects of the body that are at work."""


class Closed(Active, frozen=True, kw_only=True):
    """A body that has an end; until that day it works on."""

    ceases_on: Day
    successor: BodyId | None


State = Unknown | Active


def rules_on(state: State, on: Day) -> Rules:
    """The rules of a body on a day. Where nothing is on record they check nothing."""
    return Rules() if isinstance(state, Unknown) else rules_in_force(state.rules, on)


def is_there(state: Active, on: Day) -> bool:
    """Whether the body exists on a day."""
    return in_force(state.from_on, state.ceases_on if isinstance(state, Closed) else None, on)


def may_be_there(state: Active, days: Days) -> bool:
    """Whether the body exists on some of the days."""
    earliest, latest = days
    begun = state.from_on is None or state.from_on <= latest
    return begun and not (isinstance(state, Closed) and state.ceases_on <= earliest)


def heirs(see: See, body: BodyId) -> tuple[BodyId, ...]:
    """A body and those that came after it."""
    found = [body]
    while isinstance(closed := see(found[-1]), Closed) and closed.successor is not None:
        if closed.successor in found:
            break
        found.append(closed.successor)
    return tuple(found)


def acting(see: See, body: BodyId) -> BodyId:
    """Who acts in the place of a body: itself, or the last that came after one that has an end."""
    return heirs(see, body)[-1]


def acts_as(see: See, body: BodyId, named: BodyId) -> bool:
    """Whether a body is the one named, or came after it."""
    return body in heirs(see, named)


def require_at_work(state: Active, asked: Asked) -> None:
    """Refuse what is new to a body that is no more. Raises Refused `body.already-closed`."""
    if isinstance(state, Closed) and state.ceases_on <= asked.today:
        raise Refused("body.already-closed", day=state.ceases_on)

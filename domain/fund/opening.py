"""Opening (oprettelse) of a fund, and what was there before the record was (indgangspostering), marked with its gaps."""

from domain.dates import Day, Year
from domain.decided import DecisionRef
from domain.fund.accounts import Legs
from domain.fund.state import Active, State
from domain.kernel import Asked, Command, Event, Unknown, Who
from domain.money import Oere
from domain.names import Label, LocalName, PartyId
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, said, said_if

# --- events ---


class Opened(Event, frozen=True, kw_only=True):
    """A pool exists."""

    tag = "fund.opened"
    rank = 4
    da = "{name} er oprettet."
    en = "{name} is opened."

    name: Kept
    terms: Kept | None = None


class OpenedWith(Event, frozen=True, kw_only=True):
    """A paper tells what was there before. It is evidence of nothing else."""

    tag = "fund.opened-with"
    rank = 4
    da = "Indgangspostering efter {source}: {amount_oere}.[ Mangler: {gaps}.]"
    en = "Opening entry after {source}: {amount_oere}.[ Missing: {gaps}.]"

    year: Year
    amount_oere: Oere
    source: DecisionRef[Kept]
    legs: Legs
    allocation: LocalName | None = None
    to_party: PartyId | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None
    gaps: tuple[Label, ...] = ()


Events = Opened


def evolve(state: State, event: Events) -> Active:
    return Active(name=event.name, version=0)


# --- commands ---


class Open(Command, frozen=True, kw_only=True):
    """Opret en pulje."""

    verb = "open"
    who = (Who.SECRETARIAT,)
    gives = (Opened,)
    creates = True

    name: Text
    terms: Text | None = None


Commands = Open


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("fund.exists")
    return (Opened(name=said(command.name), terms=said_if(command.terms)),)


REFUSALS: Reasons = {"fund.exists": ("Puljen findes.", "The fund exists.")}

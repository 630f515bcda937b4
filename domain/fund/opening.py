"""Opening (oprettelse) of a fund, and what was there before the record was (indgangspostering), marked with its gaps."""

from typing import assert_never

import msgspec

from domain.assurance import Assurance
from domain.dates import Day, Year
from domain.decided import Cited, DecisionRef
from domain.fund import accounts
from domain.fund.accounts import Legs, transfer
from domain.fund.checks import require_open_year, require_posted
from domain.fund.grants import require_no_grant
from domain.fund.state import ALLOCATIONS_MAX, Active, Allocation, Books, State
from domain.fund.wishes import OpenWithWish
from domain.kernel import Asked, Command, Event, Unknown, Who, known
from domain.meeting.state import known_decisions
from domain.money import Oere
from domain.names import Label, LocalName, PartyId
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep, said, said_if

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


Events = Opened | OpenedWith


def evolve(state: State, event: Events) -> Active:
    match event:
        case Opened():
            return Active(name=event.name, version=0)
        case OpenedWith():
            assert isinstance(state, Active)
            if event.allocation is None:
                return state
            told_by = event.source.document if isinstance(event.source, Cited) else None
            told = Allocation(amount_oere=event.amount_oere, told_by=told_by)
            return msgspec.structs.replace(state, allocations=state.allocations | {event.allocation: told})
        case _:
            assert_never(event)


# --- commands ---


class Open(Command, frozen=True, kw_only=True):
    """Opret en pulje."""

    verb = "open"
    who = (Who.SECRETARIAT,)
    gives = (Opened,)
    creates = True
    assurance = Assurance.SUBSTANTIAL

    name: Text
    terms: Text | None = None


Commands = Open


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("fund.exists")
    return (Opened(name=said(command.name), terms=said_if(command.terms)),)


def require_source(wish: OpenWithWish[Text], state: Active, asked: Asked) -> None:
    """Refuse an opening entry without a paper, or in a year that is closed. Raises Refused `fund.no-document`."""
    require_open_year(state, wish.year)
    known(asked, wish.to_party)
    known_decisions(asked, wish.source)
    if isinstance(wish.source, Cited) and wish.source.document is None:
        raise Refused("fund.no-document")


def open_with(wish: OpenWithWish[Text], state: Active, asked: Asked) -> tuple[Event, ...]:
    """What was there before: out of the year's grant where that is posted, else out of what the record knows nothing of."""
    require_source(wish, state, asked)
    free = accounts.free(wish.year)
    if wish.allocation is None:
        require_no_grant(state, wish.year)
        legs = transfer(accounts.OPENING, free, wish.amount_oere)
    else:
        require_new_allocation(state, wish.allocation)
        behind = free if state.years.get(wish.year, Books()).granted else accounts.OPENING
        legs = transfer(behind, accounts.granted(wish.allocation), wish.amount_oere)
    return (
        OpenedWith(
            year=wish.year,
            amount_oere=wish.amount_oere,
            source=keep(wish.source),
            legs=require_posted(state, legs),
            allocation=wish.allocation,
            to_party=wish.to_party,
            from_on=wish.from_on,
            ceases_on=wish.ceases_on,
            gaps=wish.gaps,
        ),
    )


def require_new_allocation(state: Active, allocation: LocalName) -> None:
    """Refuse a name that something in the fund already has. Raises Refused `fund.allocation-exists`, `fund.allocations-full`."""
    if allocation in state.allocations or allocation in state.earmarks:
        raise Refused("fund.allocation-exists", allocation=allocation)
    if len(state.allocations) >= ALLOCATIONS_MAX:
        raise Refused("fund.allocations-full", count=ALLOCATIONS_MAX)


REFUSALS: Reasons = {
    "fund.exists": ("Puljen findes.", "The fund exists."),
    "fund.no-document": ("En indgangspostering kræver en kilde. Journalisér papiret først.",
                         "An opening entry needs a source. File the paper first."),
    "fund.allocation-exists": ("Bevillingen {allocation} findes.", "The allocation {allocation} exists."),
    "fund.allocations-full": ("En pulje har højst {count} bevillinger.", "A fund has at most {count} allocations."),
}  # fmt: skip

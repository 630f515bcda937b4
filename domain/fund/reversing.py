"""Reversing (tilbageførsel): a posting is taken back leg for leg, once, while its money is still where it was put."""

from typing import Any

import msgspec

from domain.assurance import Assurance
from domain.authority import require_decided
from domain.counts import Version
from domain.decided import Taken
from domain.fund import accounts
from domain.fund.accounts import Legs, mirrored, of_year, posted, short, volume
from domain.fund.allocations import Allocated, AllocationClosed, with_allocation
from domain.fund.checks import require_one, require_open_year, require_posted, year_of
from domain.fund.earmarks import Earmarked
from domain.fund.grants import CarriedOver, ContributionShared, GrantReceived, with_books
from domain.fund.opening import OpenedWith
from domain.fund.payments import Paid, Repaid
from domain.fund.releasing import EarmarkReleased, Why, set_free, with_earmark
from domain.fund.resolving import EarmarkReduced, less
from domain.fund.state import Active, Held, Released, net_paid
from domain.fund.wishes import ReverseWish
from domain.kernel import Asked, Command, Event, Who
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, said

REVERSIBLE = (
    OpenedWith, GrantReceived, CarriedOver, ContributionShared, Earmarked, EarmarkReduced, Allocated, AllocationClosed,
    Paid, Repaid,
)  # fmt: skip
"""What was set free, handed over or reversed is not: it is posted anew."""

# --- events ---


class Reversed(Event, frozen=True, kw_only=True):
    """A posting is taken back, leg for leg. It stays on record."""

    tag = "fund.reversed"
    da = "Hændelse {reverses} er tilbageført[ ved {decision}]: {reason}"
    en = "Event {reverses} is reversed[ by {decision}]: {reason}"

    reverses: int
    """The number of the event in the fund's own stream."""
    reason: Kept
    legs: Legs
    decision: Taken | None = None


Events = Reversed


def evolve(state: Active, event: Events) -> Active:
    """What the posting led to is so no longer."""
    original = state.postings[event.reverses]
    state = msgspec.structs.replace(state, reversed=state.reversed | {event.reverses})
    match original:
        case GrantReceived():
            return with_books(state, original.year, granted=False)
        case Earmarked():
            return with_earmark(state, original.earmark, Released())
        case EarmarkReduced():
            held = state.earmarks[original.earmark]
            assert isinstance(held, Held)
            return with_earmark(state, original.earmark, less(held, -original.amount_oere))
        case Allocated() | OpenedWith() if original.allocation is not None:
            gone = msgspec.structs.replace(state.allocations[original.allocation], amount_oere=0, closed=True)
            return with_allocation(state, original.allocation, gone)
        case AllocationClosed():
            closed = state.allocations[original.allocation]
            granted = closed.amount_oere + original.unspent_oere
            again = msgspec.structs.replace(closed, amount_oere=granted, closed=False)
            return with_allocation(state, original.allocation, again)
        case _:
            return state


# --- commands ---


class Reverse(Command, frozen=True, kw_only=True):
    """Tilbagefør en postering. Fra grænsen for to personer registreres det i stedet og bekræftes af en anden."""

    verb = "reverse"
    who = (Who.REGISTRAR,)
    gives = (Reversed, EarmarkReleased)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    reverses: Version
    reason: Text
    decision: Taken | None = None


Commands = Reverse


def decide(command: Commands, state: Active, asked: Asked) -> tuple[Event, ...]:
    wish: ReverseWish[Text] = ReverseWish(**msgspec.structs.asdict(command))
    events = reverse(wish, state, asked)
    require_one(state, volume(original_of(wish, state).legs))
    return events


def original_of(wish: ReverseWish[Any], state: Active) -> Any:
    """The event to be taken back. Raises Refused `fund.nothing-posted`, `fund.already-reversed`, `fund.not-reversible`."""
    original = state.postings.get(wish.reverses)
    if original is None:
        raise Refused("fund.nothing-posted", version=wish.reverses)
    if wish.reverses in state.reversed:
        raise Refused("fund.already-reversed", version=wish.reverses)
    if not isinstance(original, REVERSIBLE):
        raise Refused("fund.not-reversible", version=wish.reverses)
    return original


def reverse(wish: ReverseWish[Text], state: Active, asked: Asked) -> tuple[Event, ...]:
    """The mirror of a posting; what was granted out of an earmark is free again, since nothing holds it any longer."""
    if wish.decision is not None:
        require_decided(asked, wish.decision)
    original = original_of(wish, state)
    legs = mirrored(original.legs)
    _require_there(original, legs, state)
    _require_open_years(legs, state, asked)
    event = Reversed(
        reverses=wish.reverses,
        reason=said(wish.reason),
        decision=wish.decision,
        legs=require_posted(state, legs),
    )
    if not isinstance(original, Allocated) or original.earmark is None:
        return (event,)
    after = msgspec.structs.replace(state, accounts=posted(state.accounts, legs))
    freed = set_free(
        original.earmark, original.amount_oere, original.year, after, why=Why.WAIVED, decision=wish.decision
    )
    return event, freed


def _require_there(original: Any, legs: Legs, state: Active) -> None:
    """Refuse where the money has moved on since."""
    account = short(state.accounts, legs)
    moved_on = account is not None
    match original:
        case EarmarkReduced():
            moved_on = moved_on or not isinstance(state.earmarks[original.earmark], Held)
            account = accounts.held(original.earmark)
        case Paid():
            closed = state.allocations[original.allocation].closed
            moved_on = closed or net_paid(state, original.allocation) < original.amount_oere
            account = accounts.paid(original.allocation)
        case _:
            pass
    if moved_on:
        raise Refused("fund.moved-on", account=account or "")


def _require_open_years(legs: Legs, state: Active, asked: Asked) -> None:
    """Refuse to touch a closed year: it is put right by a new posting in an open one."""
    require_open_year(state, year_of(asked.today))
    for year, books in state.years.items():
        if books.closed and any(of_year(leg.account, year) for leg in legs):
            raise Refused("fund.year-shut", year=year)


REFUSALS: Reasons = {
    "fund.nothing-posted": ("Hændelse {version} i puljen bogfører intet.", "Event {version} of the fund posts nothing."),
    "fund.already-reversed": ("Posteringen i hændelse {version} er allerede tilbageført.",
                              "The posting in event {version} is reversed already."),
    "fund.not-reversible": ("Hændelse {version} kan ikke tilbageføres. Bogfør på ny i stedet.",
                            "Event {version} cannot be reversed. Post anew instead."),
    "fund.moved-on": ("Pengene er bogført videre fra {account}. Tilbagefør det, der kom efter, først.",
                      "The money has moved on from {account}. Reverse what came after first."),
}  # fmt: skip

"""Winding up (opgørelse): what is left goes to a successor, by a key, or back; or all that is open is handed over."""

from typing import Annotated, assert_never

import msgspec
from msgspec import Meta

from domain.assurance import Assurance
from domain.dates import Day
from domain.decided import Taken
from domain.fund import accounts, checks
from domain.fund.accounts import FREE, AllocationLeft, AnnouncedLeft, Leg, Legs, PartyAmount, mirrored
from domain.fund.checks import Decisions, key_on, require_open_year, require_path, require_posted, year_of
from domain.fund.going_on import goes_on, going_on, gone_on, quotations, rests
from domain.fund.opening import require_new_allocation
from domain.fund.state import ALLOCATIONS_MAX, Active, Announced, Held, State, balance
from domain.fund.state import WoundUp as Ended
from domain.kernel import Asked, Command, Event, Unknown, Who, known
from domain.money import OERE_MAX, Oere
from domain.names import FundId, KeyId, PartyId, scope_of
from domain.refusal import Reasons, Refused
from domain.shares import split
from domain.text import Kept
from domain.words import Word


class Residual(Word):
    """Where what is left goes."""

    SUCCESSOR = "successor", "efterfølger"
    KEY = "key", "nøgle"
    PAID_BACK = "paid-back", "tilbagebetalt"


# --- events ---


class WoundUp(Event, frozen=True, kw_only=True):
    """The fund is made up; nothing is left in it."""

    tag = "fund.wound-up"
    da = "Puljen er opgjort: {residual_oere} ({how})[, {shares}]."
    en = "The fund is wound up: {residual_oere} ({how})[, {shares}]."

    residual_oere: Oere
    how: Residual
    shares: tuple[PartyAmount, ...]
    decisions: tuple[Taken, ...]
    legs: Legs


class HandedOver(Event, frozen=True, kw_only=True):
    """All that is open goes on in another fund."""

    tag = "fund.handed-over"
    rank = 4
    da = "Overdraget til {to_fund} med virkning fra {effective_on}: {free_oere}[ og {allocations}]."
    en = "Handed over to {to_fund} from {effective_on}: {free_oere}[ and {allocations}]."

    to_fund: FundId
    free_oere: Oere
    allocations: tuple[AllocationLeft, ...]
    effective_on: Day
    legs: Legs


class TakenOver(Event, frozen=True, kw_only=True):
    """What was open in another fund goes on here."""

    tag = "fund.taken-over"
    rank = 5
    da = "Overtaget fra {from_fund} med virkning fra {effective_on}: {free_oere}[ og {allocations}]."
    en = "Taken over from {from_fund} from {effective_on}: {free_oere}[ and {allocations}]."

    from_fund: FundId
    free_oere: Oere
    allocations: tuple[AllocationLeft, ...]
    effective_on: Day
    legs: Legs
    name: Kept | None = None
    """What the other was called, where this one begins with it."""
    announced: tuple[AnnouncedLeft, ...] = ()
    """Quotations that go on waiting."""


Events = WoundUp | HandedOver | TakenOver


def evolve(state: State, event: Events) -> State:
    match event:
        case WoundUp():
            assert isinstance(state, Active)
            return Ended(accounts=accounts.posted(state.accounts, event.legs), taken_over_by=state.taken_over_by)
        case HandedOver():
            assert isinstance(state, Active)
            handed = {each.allocation: gone_on(state, each) for each in event.allocations}
            return msgspec.structs.replace(state, taken_over_by=event.to_fund, allocations=state.allocations | handed)
        case TakenOver():
            begun = state if isinstance(state, Active) else Active(name=event.name, version=0)
            taken = {each.allocation: goes_on(each) for each in event.allocations}
            quoted = {each.earmark: Announced(waits=frozenset(each.waits)) for each in event.announced}
            return msgspec.structs.replace(
                begun, allocations=begun.allocations | taken, earmarks=begun.earmarks | quoted
            )
        case _:
            assert_never(event)


# --- commands ---


class WindUp(Command, frozen=True, kw_only=True):
    """Gør puljen op, og fordel det, der er tilbage."""

    verb = "wind-up"
    who = (Who.CHAIR,)
    gives = (WoundUp,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    how: Residual
    decisions: Decisions
    to_party: PartyId | None = None
    """Who gets what is left, unless a key shares it."""
    key: KeyId | None = None


class HandOver(Command, frozen=True, kw_only=True):
    """Overdrag alt, der er åbent, til en anden pulje."""

    verb = "hand-over"
    who = (Who.REACTION,)
    gives = (HandedOver,)

    to_fund: FundId
    effective_on: Day


class TakeOver(Command, frozen=True, kw_only=True):
    """Overtag, hvad en anden pulje har åbent."""

    verb = "take-over"
    who = (Who.REACTION,)
    gives = (TakenOver,)
    creates = True

    from_fund: FundId
    free_oere: Annotated[int, Meta(ge=0, le=OERE_MAX)]
    allocations: Annotated[tuple[AllocationLeft, ...], Meta(max_length=ALLOCATIONS_MAX)]
    effective_on: Day


Commands = WindUp | HandOver | TakeOver


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case WindUp():
            assert isinstance(state, Active)
            return _wind_up(command, state, asked)
        case HandOver():
            assert isinstance(state, Active)
            return _hand_over(command, state)
        case TakeOver():
            assert not isinstance(state, Ended)
            return _take_over(command, state, asked)
        case _:
            assert_never(command)


def _require_resolved(state: Active) -> None:
    """Refuse while money is held: it is neither free nor anybody's."""
    count = sum(isinstance(each, Held) for each in state.earmarks.values())
    if count:
        raise Refused("fund.earmarks-open", count=count)


def _wind_up(command: WindUp, state: Active, asked: Asked) -> tuple[Event, ...]:
    _require_resolved(state)
    left = sum(balance(state, accounts.granted(each)) > 0 for each in state.allocations)
    if left:
        raise Refused("fund.allocations-open", count=left)
    require_path(asked, command.decisions)
    free = _free(state)
    residual = checks.require_amount(sum(-leg.amount_oere for leg in free))
    shares = _shares(command, residual, asked)
    given = tuple(
        Leg(account=accounts.of_party(each.party), amount_oere=each.amount_oere) for each in shares if each.amount_oere
    )
    return (
        WoundUp(
            residual_oere=residual,
            how=command.how,
            shares=shares,
            decisions=command.decisions,
            legs=require_posted(state, (*free, *given)),
        ),
    )


def _shares(command: WindUp, residual: int, asked: Asked) -> tuple[PartyAmount, ...]:
    """Who gets what is left, and how much."""
    known(asked, command.to_party)
    if residual == 0:
        return ()
    if command.how is Residual.KEY:
        if command.key is None:
            raise Refused("fund.no-receiver")
        version = key_on(asked, command.key, command.decisions)
        return tuple(PartyAmount(party=party, amount_oere=oere) for party, oere in split(residual, version.shares))
    if command.to_party is None:
        raise Refused("fund.no-receiver")
    return (PartyAmount(party=command.to_party, amount_oere=residual),)


def _free(state: Active) -> Legs:
    """The legs that take all free money out."""
    return tuple(
        Leg(account=account, amount_oere=-oere)
        for account, oere in sorted(state.accounts.items())
        if account.startswith(f"{FREE}:") and oere
    )


def _hand_over(command: HandOver, state: Active) -> tuple[Event, ...]:
    if state.taken_over_by is not None:
        raise Refused("fund.not-open")
    _require_resolved(state)
    free = _free(state)
    allocations = going_on(state)
    open_legs = (*free, *mirrored(rests(allocations)))
    total = -sum(leg.amount_oere for leg in open_legs)
    successor = Leg(account=f"part:{scope_of(command.to_fund)}", amount_oere=total)
    return (
        HandedOver(
            to_fund=command.to_fund,
            free_oere=-sum(leg.amount_oere for leg in free),
            allocations=allocations,
            effective_on=command.effective_on,
            legs=(*open_legs, successor) if total else (),
        ),
    )


def _take_over(command: TakeOver, state: Unknown | Active, asked: Asked) -> tuple[Event, ...]:
    """It comes as a grant would: from outside, though no year's grant is thereby received."""
    begun = state if isinstance(state, Active) else Active(version=0)
    year = year_of(command.effective_on)
    require_open_year(begun, year)
    for each in command.allocations:
        require_new_allocation(begun, each.allocation)
    free = Leg(account=accounts.free(year), amount_oere=command.free_oere)
    taken = (*((free,) if command.free_oere else ()), *rests(command.allocations))
    total = sum(leg.amount_oere for leg in taken)
    legs = (Leg(account=accounts.grant_of(year), amount_oere=-total), *taken) if total else ()
    before = asked.see(command.from_fund)
    return (
        TakenOver(
            from_fund=command.from_fund,
            free_oere=command.free_oere,
            allocations=command.allocations,
            effective_on=command.effective_on,
            legs=require_posted(begun, legs),
            name=before.name if isinstance(state, Unknown) and isinstance(before, Active) else None,
            announced=quotations(before, begun) if isinstance(before, Active) else (),
        ),
    )


REFUSALS: Reasons = {
    "fund.earmarks-open": ("{count} øremærkninger er uafgjorte. Afgør dem først.",
                            "{count} earmarks are unresolved. Settle them first."),
    "fund.allocations-open": ("{count} bevillinger er ikke brugt eller afsluttet. Afslut eller overdrag dem først.",
                              "{count} allocations are neither used nor closed. Close or hand them over first."),
    "fund.no-receiver": ("Skriv, hvem der får det, der er tilbage, eller hvilken nøgle det fordeles efter.",
                         "Say who gets what is left, or by which key it is shared."),
    "fund.not-open": ("Der er intet åbent at overdrage.", "There is nothing open to hand over."),
}  # fmt: skip

"""Winding up (opgørelse): what is left goes to a successor, by a key, or back; or all that is open is handed over."""

from msgspec import Struct

from domain.dates import Day
from domain.decided import Taken
from domain.fund.accounts import Legs, PartyAmount
from domain.kernel import Event
from domain.money import Amount, Oere
from domain.names import FundId, LocalName
from domain.words import Word


class Residual(Word):
    """Where what is left goes."""

    SUCCESSOR = "successor", "efterfølger"
    KEY = "key", "nøgle"
    PAID_BACK = "paid-back", "tilbagebetalt"


class AllocationLeft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An allocation, and what is left of it."""

    allocation: LocalName
    amount_oere: Amount


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

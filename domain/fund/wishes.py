"""Wishes (ønskede posteringer): what one person registers and a second confirms."""

from typing import Annotated, Generic

from msgspec import Meta, Struct

from domain.counts import Version
from domain.dates import Day, Year
from domain.decided import DecisionRef, Taken
from domain.money import Amount
from domain.names import Label, LocalName, PartyId
from domain.text import T

GAPS_MAX = 20
"""What an opening entry says it does not know."""

Gaps = Annotated[tuple[Label, ...], Meta(max_length=GAPS_MAX)]


class PayWish(Struct, frozen=True, kw_only=True, tag="pay", forbid_unknown_fields=True):
    """Pay out of an allocation."""

    allocation: LocalName
    amount_oere: Amount
    to_party: PartyId
    booked_on: Day
    voucher: Label


class ReverseWish(Struct, Generic[T], frozen=True, kw_only=True, tag="reverse", forbid_unknown_fields=True):
    """Take a posting back."""

    reverses: Version
    """The number of the event in the fund's own stream."""
    reason: T
    decision: Taken | None = None


class CloseYearWish(Struct, frozen=True, kw_only=True, tag="close-year", forbid_unknown_fields=True):
    """Close a year."""

    year: Year


class OpenWithWish(Struct, Generic[T], frozen=True, kw_only=True, tag="open-with", forbid_unknown_fields=True):
    """Enter what was there before the record was, as a paper tells it, with what the paper does not say."""

    year: Year
    amount_oere: Amount
    source: DecisionRef[T]
    allocation: LocalName | None = None
    to_party: PartyId | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None
    gaps: Gaps = ()


Wish = PayWish | ReverseWish[T] | CloseYearWish | OpenWithWish[T]

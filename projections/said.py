"""What a paper says, as rows hold it: a date as its span of days, a claim flat, each beside its own words."""

from typing import Generic

from msgspec import Struct

from domain.claims import Claim, DateNotStated, DateSaid, span_of
from domain.dates import Day
from domain.text import Kept, T


class SaidDate(Struct, Generic[T], frozen=True, kw_only=True, gc=False):
    """A date as said: some day from `earliest` to `latest`, both included."""

    earliest: Day
    latest: Day
    words: T | None = None


class SaidClaim(Struct, Generic[T], frozen=True, kw_only=True, gc=False):
    """A claim as said. `kind` is its stored name: exact, stated, about, at-most, count, on-day, within …"""

    kind: str
    words: T | None = None
    oere: int | None = None
    unit_oere: int | None = None
    count: int | None = None
    earliest: Day | None = None
    latest: Day | None = None


def date_row(said: DateSaid[Kept] | None) -> SaidDate[Kept] | None:
    """A date for a row; None where none is stated."""
    if said is None or isinstance(said, DateNotStated):
        return None
    span = span_of(said)
    return None if span is None else SaidDate(earliest=span[0], latest=span[1], words=said.words)


def claim_row(claim: Claim[Kept]) -> SaidClaim[Kept]:
    """A claim for a row."""
    days = span_of(claim)  # type: ignore[arg-type]
    return SaidClaim(
        kind=str(claim.__struct_config__.tag),
        words=claim.words,
        oere=getattr(claim, "oere", None),
        unit_oere=getattr(claim, "unit_oere", None),
        count=getattr(claim, "count", None),
        earliest=None if days is None else days[0],
        latest=None if days is None else days[1],
    )

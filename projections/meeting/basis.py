"""What an item or a decision is based on (bygger på), as rows: earlier decisions, in the record or cited by a paper."""

from typing import Any, Generic

from msgspec import Struct

from domain.decided import DecisionRef
from domain.text import Kept, T
from projections.reveal import N, Place
from projections.said import SaidDate
from projections.sources import source_of


class BasisRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="basis"):
    """One earlier decision."""

    item: str
    position: int
    by: str | None = None
    """The decision that is based on it; None: the item is."""
    decision: Place[N] | None = None
    """Of a decision in the record; the rest is of one that a paper cites."""
    who: T | None = None
    on: SaidDate[T] | None = None
    words: T | None = None
    document: N | None = None


def based_on(key: str, refs: tuple[DecisionRef[Kept], ...], rows: dict[str, Any], **of: Any) -> None:
    """Under the key of the item or the decision, in the order they are named."""
    for order, each in enumerate(refs, start=1):
        rows[f"{key}/basis/{order:02d}"] = BasisRow(**of, **source_of(each))

"""Which funds are there, and what is free in each? The funds (puljer) of a scope.

Topic `{scope}/funds`. Keys: `{fund}`.
"""

from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain.fund.allocations import Allocated
from domain.fund.earmarks import Earmarked
from domain.fund.opening import Opened, OpenedWith
from domain.fund.releasing import EarmarkReleased
from domain.fund.rules import FramesSet
from domain.fund.winding import HandedOver, WoundUp
from domain.kernel import Recorded
from domain.names import name_of, scope_of
from domain.text import Kept, T
from projections.fund import FUND_EVENTS
from projections.fund_books import legs_of, summed
from projections.reveal import N, reveal
from projections.view import Get, Named, Rows, Sight, View


class FundSummaryRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="fund"):
    """A fund, as its sum stands: the same figures as in its own view."""

    fund: N
    version: int
    position: int
    """Of the last posting: the figures are as of there."""
    name: T | None = None
    state: str = "active"
    granted_oere: int = 0
    free_oere: int = 0
    conditional_oere: int = 0
    allocated_oere: int = 0
    paid_oere: int = 0
    frames_oere: int | None = None
    over_by_oere: int | None = None
    """How much the frames exceed the pool."""
    waiting: int = 0
    """Earmarks that hold money and wait."""
    opening: bool = False
    """Something in it is an opening entry after a paper, with gaps."""


Row = FundSummaryRow[Kept, str]
Shown = FundSummaryRow[str | None, Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, fund = recorded.event, recorded.stream
    key = f"{scope_of(fund)}/funds|{name_of(fund)}"
    row = get(key)
    if row is None:
        name = event.name if isinstance(event, Opened) else None
        row = FundSummaryRow[Kept, str](fund=fund, name=name, version=recorded.version, position=recorded.position)
    changes: dict[str, Any] = {"version": recorded.version}
    legs = legs_of(event)
    if legs:
        changes |= summed(row, legs) | {"position": recorded.position}
    match event:
        case OpenedWith():
            changes["opening"] = True
        case FramesSet():
            changes |= {"frames_oere": event.frames_oere, "over_by_oere": event.over_by_oere}
        case Earmarked():
            changes["waiting"] = row.waiting + 1
        case EarmarkReleased() if legs:
            changes["waiting"] = row.waiting - 1
        case Allocated(earmark=str()):
            changes["waiting"] = row.waiting - 1
        case WoundUp() | HandedOver():
            changes["state"] = "wound-up" if isinstance(event, WoundUp) else "handed-over"
    return {key: msgspec.structs.replace(row, **changes)}


def show(key: str, row: Any, sight: Sight) -> Any:
    return None if sight.hides_stream(row.fund) else reveal(row, sight)


FUNDS = View(
    name="funds",
    version=2,
    row=Row,
    shown=Shown,
    folds=frozenset(FUND_EVENTS),
    evolve=evolve,
    show=show,
    closes=True,
)

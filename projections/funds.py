"""Which funds are there, and what is free in each? The funds (puljer) of a scope.

Topic `{scope}/funds`. Keys: `{fund}`.
"""

from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain.fund.opening import Opened, OpenedWith
from domain.fund.rules import FramesSet
from domain.fund.winding import HandedOver, WoundUp
from domain.fund.winding import TakenOver as FundTakenOver
from domain.kernel import Recorded
from domain.names import name_of, scope_of
from domain.text import Kept, T
from projections.fund import FUND_EVENTS
from projections.fund_books import account_parts, legs_of, summed
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


class HeldKept(Struct, frozen=True, kw_only=True, gc=False, tag="held-kept"):
    """What an earmark holds. Never shown."""

    oere: int


Row = FundSummaryRow[Kept, str] | HeldKept
Shown = FundSummaryRow[str | None, Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, fund = recorded.event, recorded.stream
    key = f"{scope_of(fund)}/funds|{name_of(fund)}"
    row = get(key)
    if row is None:
        name = event.name if isinstance(event, Opened | FundTakenOver) else None
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
        case WoundUp() | HandedOver():
            changes["state"] = "wound-up" if isinstance(event, WoundUp) else "handed-over"
    rows = _held(get, recorded)
    changes["waiting"] = row.waiting + sum(_is_held(after) - _is_held(get(key)) for key, after in rows.items())
    return {key: msgspec.structs.replace(row, **changes), **rows}


def _held(get: Get, recorded: Recorded) -> dict[str, HeldKept]:
    """What each earmark holds after a posting."""
    rows: dict[str, HeldKept] = {}
    for leg in legs_of(recorded.event):
        sort, earmark = account_parts(leg.account)
        if sort == "conditional":
            key = f"funds-known|{recorded.stream}/{earmark}"
            before = rows.get(key) or get(key) or HeldKept(oere=0)
            rows[key] = HeldKept(oere=before.oere + leg.amount_oere)
    return rows


def _is_held(kept: HeldKept | None) -> bool:
    return kept is not None and kept.oere > 0


def show(key: str, row: Any, sight: Sight) -> Any:
    if isinstance(row, HeldKept):
        return None
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

"""How does the pool stand? So far what papers say is earmarked: quotations, of which nothing is posted.

Topic `{scope}/fund/{name}`. Keys: `stream`, `fund`, `earmark/{earmark}`.
"""

from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain.fund import FUND, ConditionMet, EarmarkAnnounced, EarmarkReleased, Opened
from domain.kernel import Recorded
from domain.text import Kept, T
from projections.reveal import N, reveal
from projections.view import Get, Named, Rows, Sight, View


class StreamRow(Struct, frozen=True, kw_only=True, gc=False, tag="stream"):
    """Where the fund's own stream stands: the version for `If-Match`, which money requires."""

    version: int
    position: int


class FundRow(Struct, Generic[T], frozen=True, kw_only=True, gc=False, tag="fund"):
    """The pool."""

    position: int
    name: T | None = None
    terms: T | None = None


class EarmarkRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="earmark"):
    """An earmark that a paper tells of. `quoted_oere` is what the words read as; it is never added to anything."""

    earmark: str
    state: str
    """announced, cleared, released"""
    quoted_oere: int
    precision: str
    """exact, stated, about, at-most"""
    document: N
    position: int
    words: T | None = None
    purpose: T | None = None
    waits_for: tuple[N, ...] = ()


Row = StreamRow | FundRow[Kept] | EarmarkRow[Kept, str]
Shown = StreamRow | FundRow[str | None] | EarmarkRow[str | None, Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, position, topic = recorded.event, recorded.position, f"{recorded.stream}|"
    rows: dict[str, Any] = {f"{topic}stream": StreamRow(version=recorded.version, position=position)}
    match event:
        case Opened():
            rows[f"{topic}fund"] = FundRow[Kept](name=event.name, terms=event.terms, position=position)
        case EarmarkAnnounced():
            rows[f"{topic}earmark/{event.earmark}"] = EarmarkRow[Kept, str](
                earmark=event.earmark,
                state="announced" if event.waits else "cleared",
                quoted_oere=event.said.oere,
                precision=str(event.said.__struct_config__.tag),
                words=event.said.words,
                purpose=event.purpose,
                waits_for=event.waits,
                document=event.document,
                position=position,
            )
        case ConditionMet():
            row: EarmarkRow[Kept, str] = get(f"{topic}earmark/{event.earmark}")
            waits = tuple(each for each in row.waits_for if each != event.condition)
            state = "announced" if waits else "cleared"
            rows[f"{topic}earmark/{event.earmark}"] = msgspec.structs.replace(
                row, waits_for=waits, state=state, position=position
            )
        case EarmarkReleased():
            key = f"{topic}earmark/{event.earmark}"
            rows[key] = msgspec.structs.replace(get(key), waits_for=(), state="released", position=position)
    return rows


def show(key: str, row: Any, sight: Sight) -> Any:
    return reveal(row, sight)


FUND_VIEW = View(
    name="fund",
    version=1,
    row=Row,
    shown=Shown,
    folds=frozenset(FUND.events),
    evolve=evolve,
    show=show,
    closes=True,
)

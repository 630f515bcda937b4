"""How does the pool stand, and which decision stands behind each krone?

Topic `{scope}/fund/{name}`. Keys: `stream`, `fund`, `account/{account, percent-encoded}`, `posting/{position}`,
`earmark/{earmark}`, `allocation/{allocation}`, `allocation/{allocation}/step/{position}-{n}`, `frames`, `frame/{n}`,
`criterion/{n}`, `ceiling/{applicants}`, `year/{year}`, `assertion/{position}`, `officer/{office}/{position}`,
`registration/{registration}`.
"""

from typing import Any

import msgspec

from domain.fund import FUND, ConditionMet, EarmarkAnnounced, EarmarkReleased, Opened
from domain.kernel import Recorded
from domain.text import Kept
from projections.fund_rows import (
    AccountRow,
    AllocationRow,
    AllocationStepRow,
    AssertionRow,
    CeilingRow,
    CriterionRow,
    EarmarkRow,
    FrameRow,
    FramesRow,
    FundRow,
    OfficerRow,
    PostingRow,
    RegistrationRow,
    StreamRow,
    YearRow,
)
from projections.reveal import reveal
from projections.view import Get, Named, Rows, Sight, View

Row = (
    StreamRow
    | FundRow[Kept, str]
    | AccountRow[str]
    | PostingRow[Kept, str]
    | EarmarkRow[Kept, str]
    | AllocationRow[Kept, str]
    | AllocationStepRow[str]
    | FramesRow[str]
    | FrameRow[Kept]
    | CriterionRow[str]
    | CeilingRow[Kept, str]
    | YearRow[Kept, str]
    | AssertionRow[str]
    | OfficerRow[str]
    | RegistrationRow[str]
)
Words = str | None
Shown = (
    StreamRow
    | FundRow[Words, Named]
    | AccountRow[Named]
    | PostingRow[Words, Named]
    | EarmarkRow[Words, Named]
    | AllocationRow[Words, Named]
    | AllocationStepRow[Named]
    | FramesRow[Named]
    | FrameRow[Words]
    | CriterionRow[Named]
    | CeilingRow[Words, Named]
    | YearRow[Words, Named]
    | AssertionRow[Named]
    | OfficerRow[Named]
    | RegistrationRow[Named]
)


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, position, topic = recorded.event, recorded.position, f"{recorded.stream}|"
    rows: dict[str, Any] = {f"{topic}stream": StreamRow(version=recorded.version, position=position)}
    match event:
        case Opened():
            rows[f"{topic}fund"] = FundRow[Kept, str](name=event.name, terms=event.terms, position=position)
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
    version=2,
    row=Row,
    shown=Shown,
    folds=frozenset(FUND.events),
    evolve=evolve,
    show=show,
    closes=True,
)

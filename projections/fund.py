"""How does the pool stand, and which decision stands behind each krone?

Topic `{scope}/fund/{name}`. Keys: `stream`, `fund`, `account/{account, percent-encoded}`, `posting/{version}`,
`earmark/{earmark}`, `allocation/{allocation}`, `allocation/{allocation}/step/{position}-{n}`, `frames`, `frame/{n}`,
`criterion/{n}`, `ceiling/{applicants}`, `year/{year}`, `assertion/{position}`, `officer/{office}/{position}`,
`registration/{registration}`.
"""

from typing import Any

import msgspec

from domain.fund.allocations import Allocated, AllocationClosed
from domain.fund.announcements import EarmarkAnnounced
from domain.fund.books import BalanceAsserted, YearClosed
from domain.fund.earmarks import Earmarked
from domain.fund.grants import CarriedOver, ContributionShared, GrantReceived, NoGrantNoted
from domain.fund.opening import Opened, OpenedWith
from domain.fund.payments import Paid, Repaid
from domain.fund.registration import RegistrationMade, SecondPersonConfirmed
from domain.fund.releasing import EarmarkReleased
from domain.fund.resolving import ConditionMet, EarmarkReduced
from domain.fund.reversing import Reversed
from domain.fund.rules import CeilingSet, CriteriaSet, FramesSet, OfficerNamed, ThresholdSet
from domain.fund.winding import HandedOver, TakenOver, WoundUp
from domain.kernel import Event, Recorded
from domain.text import Kept, TextAt
from projections.fund_books import ended, legs_of, posted_rows
from projections.fund_grants import allocation_rows, earmark_rows
from projections.fund_rows import (
    AccountRow,
    AllocationRow,
    AllocationStepRow,
    EarmarkRow,
    FundRow,
    PostingRow,
    StreamRow,
)
from projections.fund_rule_rows import (
    AssertionRow,
    CeilingRow,
    CriterionRow,
    FrameRow,
    FramesRow,
    OfficerRow,
    RegistrationRow,
    YearRow,
)
from projections.fund_rules import rule_rows
from projections.fund_trail import step_rows
from projections.reveal import reveal
from projections.validity import Validity
from projections.view import Get, Named, Rows, Sight, View, topic_of

FUND_EVENTS: tuple[type[Event], ...] = (
    *(Opened, OpenedWith, GrantReceived, NoGrantNoted, CarriedOver, ContributionShared),
    *(EarmarkAnnounced, Earmarked, EarmarkReduced, EarmarkReleased, ConditionMet, Allocated, AllocationClosed),
    *(Paid, Repaid, Reversed, BalanceAsserted, YearClosed, WoundUp, HandedOver, TakenOver),
    *(OfficerNamed, ThresholdSet, CriteriaSet, CeilingSet, FramesSet, RegistrationMade, SecondPersonConfirmed),
)

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


CLOSED: dict[type, dict[str, Any]] = {
    PostingRow: dict.fromkeys(("text", "cited", "document", "party", "voucher")),
    EarmarkRow: dict.fromkeys(("purpose", "words", "document", "application", "proposal", "to_party")),
    AllocationRow: dict.fromkeys(("purpose", "evaluation", "evaluated_by", "application", "to_party")),
    AllocationStepRow: dict.fromkeys(("application", "condition", "document", "party", "voucher")),
}
"""What is left out of a row that a decision at a closed item stands behind. What was posted stays: books add up for everyone."""


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, position, topic = recorded.event, recorded.position, f"{recorded.stream}|"
    rows: dict[str, Any] = {f"{topic}stream": StreamRow(version=recorded.version, position=position)}
    match event:
        case Opened():
            return rows | {f"{topic}fund": FundRow[Kept, str](name=event.name, terms=event.terms, position=position)}
        case TakenOver() if get(f"{topic}fund") is None:
            fund = FundRow[Kept, str](name=event.name, position=position)
            rows[f"{topic}fund"] = fund
            return _evolved(lambda key: fund if key == f"{topic}fund" else get(key), recorded, topic, rows)
        case _:
            return _evolved(get, recorded, topic, rows)


def _evolved(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> Rows:
    if legs_of(recorded.event):
        rows |= posted_rows(get, recorded, topic)
    elif changes := ended(recorded):
        rows[f"{topic}fund"] = msgspec.structs.replace(get(f"{topic}fund"), **changes)
    rows |= earmark_rows(get, recorded, topic)
    rows |= allocation_rows(get, recorded, topic)
    rows |= step_rows(get, recorded, topic)
    return rows | rule_rows(get, recorded, topic)


def show(key: str, row: Any, sight: Sight) -> Any:
    """Figures are shown to all who may see the fund; what closed items said of them is not."""
    left_out = CLOSED.get(type(row))
    if left_out is None or row.version is None or not _is_closed(key, row, sight):
        return reveal(row, sight)
    if isinstance(row, AllocationStepRow):
        shown = reveal(msgspec.structs.replace(row, **left_out), sight)
        return None if row.what in ("applied", "decided") and shown.decision is None else shown
    return reveal(msgspec.structs.replace(row, closed=True, **left_out), sight)


def _is_closed(key: str, row: Any, sight: Sight) -> bool:
    """Whether a closed item stands behind a row: of what was taken over, behind the words that came with it."""
    if sight.hides_event(topic_of(key), row.version):
        return True
    said_at = row.purpose if isinstance(row, AllocationRow) else None
    return isinstance(said_at, TextAt) and sight.hides_event(said_at.stream, said_at.version)


FUND_VIEW = View(
    name="fund",
    version=5,
    row=Row,
    shown=Shown,
    folds=frozenset(FUND_EVENTS),
    evolve=evolve,
    show=show,
    closes=True,
    validity={OfficerRow: Validity()},
)

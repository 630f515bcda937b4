"""The rows of what was recommended and decided, kept and shown."""

from typing import Generic

from msgspec import Struct

from domain.dates import Moment
from domain.text import T
from projections.outcome import OutcomeSays
from projections.reveal import N, Place


class RecommendationRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="recommendation"):
    """What the paper asks the body to do."""

    item: str
    number: str
    asks: str
    to_body: N
    position: int
    text: T | None = None
    only_if: str | None = None
    answered_by: str | None = None
    standing: str = "open"
    """open, answered; when the item has ended: waiting (for its premise), lapsed (with it), due (its premise took effect)"""
    then: tuple[str, ...] = ()
    """Those that apply only if this is adopted."""


class DecisionRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="decision"):
    """What was decided."""

    item: str
    number: str
    outcome: str
    standing: str
    position: int
    """Moves with what becomes of the decision."""
    recorded_position: int
    """Stays where the decision was made."""
    decided_at: Moment
    text: T | None = None
    answers: tuple[str, ...] = ()
    waits_for: tuple[N, ...] = ()
    outcome_says: OutcomeSays[T, N] | None = None
    supersedes: tuple[Place[N], ...] = ()
    superseded_by: Place[N] | None = None
    corrected: bool = False
    """Written down wrong at first; the text is as it reads now, and what it said before stands in rows of its own."""
    hidden: bool = False


class RemarkRow(Struct, Generic[T], frozen=True, kw_only=True, gc=False, tag="remark"):
    """A remark with which something was approved."""

    item: str
    decision: str
    position: int
    order: int
    text: T | None = None


class DissentRow(Struct, Generic[T], frozen=True, kw_only=True, gc=False, tag="dissent"):
    """What somebody who did not agree wants to stand beside a decision (mindretalsudtalelse)."""

    item: str
    decision: str
    position: int
    seat: str
    text: T | None = None


class CorrectionRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="correction"):
    """That the text of a decision was corrected, and what it said until then."""

    item: str
    decision: str
    position: int
    at: Moment
    by: N
    before: T | None = None
    reason: T | None = None

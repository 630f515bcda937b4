"""What a condition waits for, what it holds back, and what proves it (domain-model §5.2)."""

from typing import Annotated, Generic

from msgspec import Meta, Struct

from domain.dates import Day
from domain.decided import Taken
from domain.names import (
    AgreementId,
    BodyId,
    ConditionId,
    DocumentId,
    FundId,
    InitiativeId,
    ItemId,
    Label,
    LocalName,
    MeetingId,
    PartyId,
    ReferralId,
)
from domain.text import Kept, T
from domain.words import Word

NUMBERS_MAX = 20
"""Recommendations of one item that wait for a condition."""
CONDITIONS_MAX = 60
"""What one decision or earmark waits for."""
ADOPTING_MAX = 60
"""Parties whose adoption of one agreement is awaited."""

Conditions = Annotated[tuple[ConditionId, ...], Meta(max_length=CONDITIONS_MAX)]


class Stage(Word):
    """Of an evaluation."""

    MIDWAY = "midway", "midtvejs"
    FINAL = "final", "endelig"


class DecisionOf(Struct, Generic[T], frozen=True, kw_only=True, tag="decision-of", forbid_unknown_fields=True):
    """A decision of a body. The named meeting is only an expectation: any later one of the body proves it."""

    body: BodyId
    words: T
    meeting: MeetingId | None = None


class AnswerTo(Struct, frozen=True, kw_only=True, tag="answer-to", forbid_unknown_fields=True):
    """An answer to a referral."""

    referral: ReferralId


class EvaluationOf(Struct, frozen=True, kw_only=True, tag="evaluation-of", forbid_unknown_fields=True):
    """An evaluation of an initiative."""

    initiative: InitiativeId
    stage: Stage


class PartyAdopts(Struct, frozen=True, kw_only=True, tag="party-adopts", forbid_unknown_fields=True):
    """That parties adopt an agreement, all of them, each by an organ of its own."""

    agreement: AgreementId
    parties: Annotated[tuple[PartyId, ...], Meta(min_length=1, max_length=ADOPTING_MAX)]


class LawOrAgreement(Struct, Generic[T], frozen=True, kw_only=True, tag="law-or-agreement", forbid_unknown_fields=True):
    """A law or a national agreement."""

    title: T
    words: T


class DayReached(Struct, frozen=True, kw_only=True, tag="day-reached", forbid_unknown_fields=True):
    """A day; the clock says when it has come."""

    day: Day


Awaited = DecisionOf[T] | AnswerTo | EvaluationOf | LawOrAgreement[T] | DayReached | PartyAdopts


class IfLate(Word):
    """What becomes of a condition whose deadline has passed."""

    REMIND = "remind", "rykker"
    """It is still awaited."""
    LAPSE = "lapse", "bortfald"
    """It has failed."""


class Extent(Word):
    """How much of an initiative is held back."""

    ALL = "all", "alt"
    PLANNING = "planning", "planlægning"
    OPERATION = "operation", "drift"


class DecisionBlocked(Struct, frozen=True, kw_only=True, tag="decision", forbid_unknown_fields=True):
    """A decision waits to take effect."""

    meeting: MeetingId
    decision: Label


class EarmarkBlocked(Struct, frozen=True, kw_only=True, tag="earmark", forbid_unknown_fields=True):
    """An earmark waits."""

    fund: FundId
    earmark: LocalName


class InitiativeBlocked(Struct, frozen=True, kw_only=True, tag="initiative", forbid_unknown_fields=True):
    """An initiative, or part of its work, waits."""

    initiative: InitiativeId
    extent: Extent


class RecommendationsBlocked(Struct, frozen=True, kw_only=True, tag="recommendations", forbid_unknown_fields=True):
    """Recommendations of an item wait to be answered."""

    meeting: MeetingId
    item: ItemId
    numbers: Annotated[tuple[Label, ...], Meta(min_length=1, max_length=NUMBERS_MAX)]


Blocked = DecisionBlocked | EarmarkBlocked | InitiativeBlocked | RecommendationsBlocked


class ByDecision(Struct, frozen=True, kw_only=True, tag="by-decision", forbid_unknown_fields=True):
    """Proved by a decision in the record."""

    decision: Taken


class ByAnswer(Struct, frozen=True, kw_only=True, tag="by-answer", forbid_unknown_fields=True):
    """Proved by an answered referral."""

    referral: ReferralId


class ByEvaluation(Struct, frozen=True, kw_only=True, tag="by-evaluation", forbid_unknown_fields=True):
    """Proved by an evaluation."""

    initiative: InitiativeId
    stage: Stage


class ByDocument(Struct, Generic[T], frozen=True, kw_only=True, tag="by-document", forbid_unknown_fields=True):
    """Proved by a paper: a law, an agreement."""

    document: DocumentId
    words: T


class ByAdoption(Struct, frozen=True, kw_only=True, tag="by-adoption", forbid_unknown_fields=True):
    """Proved by the last adoption of an agreement that was awaited."""

    agreement: AgreementId
    party: PartyId


class ByDay(Struct, frozen=True, kw_only=True, tag="by-day", forbid_unknown_fields=True):
    """Proved by the day that has come."""

    day: Day


Proof = ByDecision | ByAnswer | ByEvaluation | ByDocument[T] | ByDay | ByAdoption


class Pending(Struct, frozen=True, kw_only=True):
    """Still awaited."""

    awaits: Awaited[Kept]
    blocks: tuple[Blocked, ...]
    opened_on: Day
    set_by: Taken | None
    """The decision that set it; None: a paper did."""
    words: Kept
    answer_by: Day | None = None
    """The last day on which it comes in time; None: it has no deadline."""
    if_late: IfLate = IfLate.REMIND
    is_late: bool = False
    """That day has passed."""
    former: tuple[ConditionId, ...] = ()
    """The names it had in clusters that have ceased; what waited there knows it by those."""

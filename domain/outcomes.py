"""What a meeting decides (udfald): the outcomes of decisions, and what they give the right to (domain-model §5.1)."""

from typing import Annotated, Any, Generic

from msgspec import Meta, Struct

from domain.claims import DateNotStated, DateSaid
from domain.dates import Day
from domain.names import BodyId, Label, LocalName, PartyId, ProposalId
from domain.seats import SEATS_MAX
from domain.text import T
from domain.way import Way
from domain.words import Word

PARTIES_MAX = 60
REMARKS_MAX = 20
"""With which one thing is approved."""
PROPOSALS_MAX = 60
ORDER_MAX = 1_000

Parties = Annotated[tuple[PartyId, ...], Meta(max_length=PARTIES_MAX)]
SeatsNamed = Annotated[tuple[LocalName, ...], Meta(max_length=SEATS_MAX)]
Order = Annotated[int, Meta(ge=1, le=ORDER_MAX, title="Order")]
"""A place in a row: 1 is wanted most."""
Proposals = Annotated[tuple[ProposalId, ...], Meta(max_length=PROPOSALS_MAX)]


class Strength(Word):
    """How firmly something is recommended."""

    FIRM = "firm", "fast"
    OPTIONAL = "optional", "kan overvejes"


class PlainOutcome(Word):
    """Outcomes that say all in their name."""

    APPROVED = "approved", "godkendt"
    NOT_APPROVED = "not-approved", "ikke tiltrådt"
    DECIDED = "decided", "besluttet"
    SUPPORTED = "supported", "opbakning"
    AGREED = "agreed", "enighed"
    NOTED = "noted", "taget til efterretning"
    DISCUSSED = "discussed", "drøftet"
    NO_REMARKS = "no-remarks", "ingen bemærkninger"
    NOT_MINUTED = "not-minuted", "fremgår ikke af referatet"


class Plain(Struct, frozen=True, kw_only=True, tag="plain", forbid_unknown_fields=True):
    """An outcome that says all in its name."""

    outcome: PlainOutcome


class Recommends(Struct, frozen=True, kw_only=True, tag="recommends", forbid_unknown_fields=True):
    """Indstiller."""

    to_body: BodyId
    strength: Strength


class Refers(Struct, Generic[T], frozen=True, kw_only=True, tag="refers", forbid_unknown_fields=True):
    """Oversender, løfter: to a body, a party or somebody outside."""

    to_body: BodyId | None = None
    to_party: PartyId | None = None
    to_outside: T | None = None
    direction: Way | None = None


class ApprovedWithRemark(
    Struct, Generic[T], frozen=True, kw_only=True, tag="approved-with-remark", forbid_unknown_fields=True
):
    """Godkendt med bemærkning: a yes that asks for something."""

    remarks: Annotated[tuple[T, ...], Meta(min_length=1, max_length=REMARKS_MAX)]


class ApprovedConditionally(
    Struct, frozen=True, kw_only=True, tag="approved-conditionally", forbid_unknown_fields=True
):
    """Tiltrådt under forudsætning; the decision then waits for at least one condition."""

    parties: Parties = ()


class Appoints(Struct, frozen=True, kw_only=True, tag="appoints", forbid_unknown_fields=True):
    """Udpeger; which seats that fills, and which stand open still."""

    filled: SeatsNamed = ()
    open: SeatsNamed = ()


class NotedWithRecognition(Struct, frozen=True, tag="noted-with-recognition", forbid_unknown_fields=True):
    """Taget til efterretning, med anerkendelse."""


class Deferred(Struct, Generic[T], frozen=True, kw_only=True, tag="deferred", forbid_unknown_fields=True):
    """Udsat: neither yes nor no, for now."""

    expected: DateSaid[T] = DateNotStated()


class NoJointConclusion(
    Struct, Generic[T], frozen=True, kw_only=True, tag="no-joint-conclusion", forbid_unknown_fields=True
):
    """Ikke konkluderet samlet: the question stands, and nobody's answer is the body's."""

    question: T


class Delegates(Struct, frozen=True, kw_only=True, tag="delegates", forbid_unknown_fields=True):
    """Overlader; what the other body takes over follows by an effect."""

    to_body: BodyId
    step: Label
    ceases_on: Day | None = None


class EstablishesBody(Struct, frozen=True, kw_only=True, tag="establishes-body", forbid_unknown_fields=True):
    """Nedsætter; the body itself follows by an effect."""

    body: BodyId


Outcome = (
    Plain
    | Recommends
    | Refers[T]
    | ApprovedConditionally
    | Appoints
    | ApprovedWithRemark[T]
    | NotedWithRecognition
    | Deferred[T]
    | NoJointConclusion[T]
    | Delegates
    | EstablishesBody
)


class Dissent(Struct, Generic[T], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Mindretalsudtalelse: what somebody who does not agree wants to stand beside the decision."""

    seat: LocalName
    text: T


Dissents = Annotated[tuple[Dissent[T], ...], Meta(max_length=SEATS_MAX)]

AFFIRMATIVE = frozenset({PlainOutcome.APPROVED, PlainOutcome.DECIDED})
RECOMMEND = "indstille"
"""The step of a path that a recommendation takes; every other step needs a yes."""


AGENDA = "dagsorden"
"""The step that an agenda without remarks takes: »ingen bemærkninger« adopts it, and nothing else."""


def authorises(outcome: Outcome[Any], step: Label | None = None) -> bool:
    """Whether the outcome says yes, or takes that step of a mandate's path, once the decision is in effect."""
    match outcome:
        case Plain(outcome=PlainOutcome.NO_REMARKS):
            return step == AGENDA
        case Plain():
            return outcome.outcome in AFFIRMATIVE
        case ApprovedConditionally() | ApprovedWithRemark() | Appoints() | Delegates() | EstablishesBody():
            return True
        case Recommends():
            return step == RECOMMEND
        case Refers() | NotedWithRecognition() | Deferred() | NoJointConclusion():
            return False


def speaks_for_all(outcome: Outcome[Any]) -> bool:
    """Whether the body says something as one: a yes, a recommendation, a matter sent on, agreement, support."""
    match outcome:
        case Plain():
            return outcome.outcome in AFFIRMATIVE | {PlainOutcome.AGREED, PlainOutcome.SUPPORTED}
        case Recommends() | Refers() | ApprovedConditionally() | ApprovedWithRemark():
            return True
        case Appoints() | Delegates() | EstablishesBody():
            return True
        case NotedWithRecognition() | Deferred() | NoJointConclusion():
            return False


def ids_in(outcome: Outcome[Any]) -> tuple[str, ...]:
    """Every id an outcome names."""
    match outcome:
        case Recommends() | Delegates():
            return (outcome.to_body,)
        case Refers():
            return tuple(each for each in (outcome.to_body, outcome.to_party) if each is not None)
        case EstablishesBody():
            return (outcome.body,)
        case ApprovedConditionally():
            return outcome.parties
        case Plain() | ApprovedWithRemark() | NotedWithRecognition() | Deferred() | NoJointConclusion() | Appoints():
            return ()


def addressees(outcome: Refers[T]) -> tuple[BodyId | PartyId | T, ...]:
    """Whom a matter is sent to: a body, a party, or somebody outside in words. One, where the rules were asked."""
    return tuple(each for each in (outcome.to_body, outcome.to_party, outcome.to_outside) if each is not None)


def outcome_word(outcome: Outcome[Any]) -> Word:
    """The word that stands on the page."""
    match outcome:
        case Plain():
            return outcome.outcome
        case Recommends():
            return _RECOMMENDS[outcome.strength]
        case Refers(direction=Way.UP):
            return OutcomeWord.RAISES
        case Refers():
            return OutcomeWord.REFERS
        case ApprovedConditionally():
            return OutcomeWord.APPROVED_CONDITIONALLY
        case Appoints():
            return OutcomeWord.APPOINTS
        case ApprovedWithRemark():
            return OutcomeWord.APPROVED_WITH_REMARK
        case NotedWithRecognition():
            return OutcomeWord.NOTED_WITH_RECOGNITION
        case Deferred():
            return OutcomeWord.DEFERRED
        case NoJointConclusion():
            return OutcomeWord.NO_JOINT_CONCLUSION
        case Delegates():
            return OutcomeWord.DELEGATES
        case EstablishesBody():
            return OutcomeWord.ESTABLISHES_BODY


class OutcomeWord(Word):
    """Words of the outcomes that carry more than their name."""

    RECOMMENDS = "recommends", "indstiller"
    MAY_BE_CONSIDERED = "may-be-considered", "kan overvejes"
    REFERS = "refers", "oversender"
    RAISES = "raises", "løfter"
    APPROVED_CONDITIONALLY = "approved-conditionally", "tiltrådt under forudsætning"
    APPOINTS = "appoints", "udpeger"
    APPROVED_WITH_REMARK = "approved-with-remark", "godkendt med bemærkning"
    NOTED_WITH_RECOGNITION = "noted-with-recognition", "taget til efterretning, med anerkendelse"
    DEFERRED = "deferred", "udsat"
    NO_JOINT_CONCLUSION = "no-joint-conclusion", "ikke konkluderet samlet"
    DELEGATES = "delegates", "overlader"
    ESTABLISHES_BODY = "establishes", "nedsætter"


_RECOMMENDS = {Strength.FIRM: OutcomeWord.RECOMMENDS, Strength.OPTIONAL: OutcomeWord.MAY_BE_CONSIDERED}

"""What a meeting decides (udfald): the outcomes of decisions, and what they give the right to (domain-model §5.1)."""

from typing import Annotated

from msgspec import Meta, Struct

from domain.names import BodyId, Label, LocalName, PartyId, ProposalId
from domain.seats import SEATS_MAX
from domain.words import Word

PARTIES_MAX = 60
PROPOSALS_MAX = 60

Parties = Annotated[tuple[PartyId, ...], Meta(max_length=PARTIES_MAX)]
SeatsNamed = Annotated[tuple[LocalName, ...], Meta(max_length=SEATS_MAX)]
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


class Refers(Struct, frozen=True, kw_only=True, tag="refers", forbid_unknown_fields=True):
    """Oversender."""

    to_body: BodyId


class ApprovedConditionally(
    Struct, frozen=True, kw_only=True, tag="approved-conditionally", forbid_unknown_fields=True
):
    """Tiltrådt under forudsætning; the decision then waits for at least one condition."""

    parties: Parties = ()


class Appoints(Struct, frozen=True, kw_only=True, tag="appoints", forbid_unknown_fields=True):
    """Udpeger; which seats that fills, and which stand open still."""

    filled: SeatsNamed = ()
    open: SeatsNamed = ()


Outcome = Plain | Recommends | Refers | ApprovedConditionally | Appoints

AFFIRMATIVE = frozenset({PlainOutcome.APPROVED, PlainOutcome.DECIDED})
RECOMMEND = "indstille"
"""The step of a path that a recommendation takes; every other step needs a yes."""


def authorises(outcome: Outcome, step: Label | None = None) -> bool:
    """Whether the outcome says yes, or takes that step of a mandate's path, once the decision is in effect."""
    match outcome:
        case Plain():
            return outcome.outcome in AFFIRMATIVE
        case ApprovedConditionally() | Appoints():
            return True
        case Recommends():
            return step == RECOMMEND
        case Refers():
            return False


def ids_in(outcome: Outcome) -> tuple[str, ...]:
    """Every id an outcome names."""
    match outcome:
        case Recommends() | Refers():
            return (outcome.to_body,)
        case ApprovedConditionally():
            return outcome.parties
        case Plain() | Appoints():
            return ()


def outcome_word(outcome: Outcome) -> Word:
    """The word that stands on the page."""
    match outcome:
        case Plain():
            return outcome.outcome
        case Recommends():
            return _RECOMMENDS[outcome.strength]
        case Refers():
            return OutcomeWord.REFERS
        case ApprovedConditionally():
            return OutcomeWord.APPROVED_CONDITIONALLY
        case Appoints():
            return OutcomeWord.APPOINTS


class OutcomeWord(Word):
    """Words of the outcomes that carry more than their name."""

    RECOMMENDS = "recommends", "indstiller"
    MAY_BE_CONSIDERED = "may-be-considered", "kan overvejes"
    REFERS = "refers", "oversender"
    APPROVED_CONDITIONALLY = "approved-conditionally", "tiltrådt under forudsætning"
    APPOINTS = "appoints", "udpeger"


_RECOMMENDS = {Strength.FIRM: OutcomeWord.RECOMMENDS, Strength.OPTIONAL: OutcomeWord.MAY_BE_CONSIDERED}

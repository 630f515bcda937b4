"""Effects that agree (samarbejdsaftaler, mål): what a decision does to an agreement between parties, or to a target."""

from typing import Generic

from msgspec import Struct

from domain.dates import Day
from domain.names import AgreementId, BodyId, DocumentId, IndicatorId
from domain.text import T
from domain.words import Word


class Judgement(Word):
    """What is thought of an indicator's target."""

    UNREALISTIC = "unrealistic", "urealistisk"
    UPHELD = "upheld", "fastholdt"
    REACHED = "reached", "nået"


class ApproveTermination(
    Struct, Generic[T], frozen=True, kw_only=True, tag="approve-termination", forbid_unknown_fields=True
):
    """Godkend, at en aftale opsiges."""

    agreement: AgreementId
    ceases_on: Day
    replaced_by: T | None = None


class WidenAgreement(Struct, Generic[T], frozen=True, kw_only=True, tag="widen-agreement", forbid_unknown_fields=True):
    """Udvid en aftale."""

    agreement: AgreementId
    text: T
    from_on: Day | None = None


class NarrowAgreement(
    Struct, Generic[T], frozen=True, kw_only=True, tag="narrow-agreement", forbid_unknown_fields=True
):
    """Indsnævr en aftale."""

    agreement: AgreementId
    text: T
    from_on: Day | None = None


class AdjustAgreement(
    Struct, Generic[T], frozen=True, kw_only=True, tag="adjust-agreement", forbid_unknown_fields=True
):
    """Justér en aftale."""

    agreement: AgreementId
    text: T
    document: DocumentId | None = None
    from_on: Day | None = None


class NameOwner(Struct, frozen=True, kw_only=True, tag="name-owner", forbid_unknown_fields=True):
    """Bestem, hvem der følger en aftale."""

    agreement: AgreementId
    owner: BodyId


class JudgeTarget(Struct, Generic[T], frozen=True, kw_only=True, tag="judge-target", forbid_unknown_fields=True):
    """Bedøm en indikators mål."""

    indicator: IndicatorId
    judgement: Judgement
    reason: T

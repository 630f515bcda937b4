"""Effects on proposals (forslag): what a decision does to them, as those of `effects.py`."""

from typing import Generic

from msgspec import Struct

from domain.names import BodyId, InitiativeId, ProposalId
from domain.outcomes import Order, Proposals, Strength
from domain.text import T
from domain.words import Word


class Forming(Word):
    """How a proposal comes out of others."""

    MERGED = "merged", "sammenlagt"
    GENERALISED = "generalised", "generaliseret"
    NEW = "new", "nyt"


class FormProposal(Struct, Generic[T], frozen=True, kw_only=True, tag="form-proposal", forbid_unknown_fields=True):
    """Dan et forslag af andre."""

    proposal: ProposalId
    title: T
    how: Forming
    out_of: Proposals = ()
    linked: Proposals = ()


class RankProposal(Struct, Generic[T], frozen=True, kw_only=True, tag="rank-proposal", forbid_unknown_fields=True):
    """Prioritér et forslag."""

    proposal: ProposalId
    order: Order | None = None
    reason: T | None = None


class RecommendProposal(Struct, frozen=True, kw_only=True, tag="recommend-proposal", forbid_unknown_fields=True):
    """Indstil et forslag."""

    proposal: ProposalId
    to_body: BodyId
    strength: Strength


class ParkProposal(Struct, Generic[T], frozen=True, kw_only=True, tag="park-proposal", forbid_unknown_fields=True):
    """Sæt et forslag i bero."""

    proposal: ProposalId
    reason: T
    linked_to: ProposalId | None = None


class ChooseProposal(Struct, frozen=True, kw_only=True, tag="choose-proposal", forbid_unknown_fields=True):
    """Vælg et forslag."""

    proposal: ProposalId


class TurnDownProposal(
    Struct, Generic[T], frozen=True, kw_only=True, tag="turn-down-proposal", forbid_unknown_fields=True
):
    """Fravælg et forslag."""

    proposal: ProposalId
    reason: T


class ApproveProposal(Struct, frozen=True, kw_only=True, tag="approve-proposal", forbid_unknown_fields=True):
    """Godkend et forslag endeligt."""

    proposal: ProposalId
    initiative: InitiativeId | None = None
    """What it becomes."""

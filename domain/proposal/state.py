"""What is true of a proposal, and whose path says who decides about it."""

from msgspec import Struct

from domain.kernel import Unknown
from domain.mandate import Subject
from domain.names import PartyId
from domain.words import Word

SUBJECT = Subject.JOINT_FUNDS
"""Whose path says who recommends, who chooses and who approves in the end."""
CHOOSE = "vælge"
APPROVE = "endeligt godkende"


class Fate(Word):
    """Where a proposal has come to."""

    RECEIVED = "received", "modtaget"
    MERGED = "merged", "indgår i et andet"
    PARKED = "parked", "sat i bero"
    RECOMMENDED = "recommended", "indstillet"
    CHOSEN = "chosen", "valgt"
    TURNED_DOWN = "turned-down", "ikke valgt"
    RANKED = "ranked", "prioriteret"
    BUDGETED = "budgeted", "budgetlagt"
    APPROVED = "approved", "endeligt godkendt"
    WITHDRAWN = "withdrawn", "trukket"


SEALED = frozenset({Fate.MERGED, Fate.CHOSEN, Fate.TURNED_DOWN, Fate.BUDGETED, Fate.APPROVED, Fate.WITHDRAWN})
"""Nothing but a budget and the final approval comes after a choice; after the others nothing does."""


class Alive(Struct, frozen=True, kw_only=True):
    """A proposal and its fate so far."""

    fate: Fate
    from_party: PartyId | None = None
    """Whose contact may withdraw it."""


State = Unknown | Alive

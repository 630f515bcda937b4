"""Seats (pladser): whose right a seat is, and what its holder may do in the room."""

from typing import Generic

from msgspec import Struct

from domain.names import ClusterId, LocalName, PartyId
from domain.text import T
from domain.words import Word

SEATS_MAX = 60
"""Of one body."""


class Voice(Word):
    """What the holder of a seat may do."""

    VOTE = "vote", "stemme"
    OBSERVER = "observer", "observatør"
    ADVISER = "adviser", "rådgiver"
    SECRETARIAT = "secretariat", "sekretariat"
    SUPPORT = "support", "støtte"
    """Helps those who sit there, and is no member."""


class ByParty(Struct, frozen=True, kw_only=True, tag="party", forbid_unknown_fields=True):
    """The seat belongs to a party."""

    party: PartyId


class ByRole(Struct, Generic[T], frozen=True, kw_only=True, tag="role", forbid_unknown_fields=True):
    """The seat follows an office, `regionsrådsformand`."""

    words: T


class ByPatients(Struct, frozen=True, tag="patients", forbid_unknown_fields=True):
    """The seat belongs to patients and relatives."""


class BySubject(Struct, Generic[T], frozen=True, kw_only=True, tag="subject", forbid_unknown_fields=True):
    """The seat follows a subject, `arbejdsmarked`, whoever of the parties knows it."""

    words: T


class ByCluster(Struct, frozen=True, kw_only=True, tag="cluster", forbid_unknown_fields=True):
    """The seat belongs to a cluster: its place in a body of others."""

    cluster: ClusterId


Right = ByParty | ByRole[T] | ByPatients | BySubject[T] | ByCluster


class SeatPlan(Struct, Generic[T], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A seat the body opens with."""

    seat: LocalName
    right: Right[T]
    voice: Voice

"""Appointing (udpegning): what a decision does to who sits where. Effects, as those of `effects.py`."""

from typing import Annotated, Generic

from msgspec import Meta, Struct

from domain.dates import Day
from domain.names import LocalName, MembershipId, PartyId, PersonId
from domain.outcomes import PARTIES_MAX
from domain.seats import SEATS_MAX
from domain.text import T
from domain.words import Word

SeatNames = Annotated[tuple[LocalName, ...], Meta(min_length=1, max_length=SEATS_MAX)]
Nominating = Annotated[tuple[PartyId, ...], Meta(min_length=1, max_length=PARTIES_MAX)]


class Cause(Word):
    """Why a seat fell vacant."""

    LEFT = "left", "udtrådt"
    DEATH = "death", "død"
    TERM_ENDED = "term-ended", "periode slut"
    PARTY_LEFT = "party-left", "part udtrådt"
    CLOSED = "closed", "nedlagt"
    LEAVE = "leave", "orlov"


class Appoint(Struct, frozen=True, kw_only=True, tag="appoint", forbid_unknown_fields=True):
    """Udpeg til en plads."""

    membership: MembershipId
    seat: LocalName
    person: PersonId
    from_on: Day | None = None
    ceases_on: Day | None = None


class Vacate(Struct, frozen=True, kw_only=True, tag="vacate", forbid_unknown_fields=True):
    """Gør en plads ledig."""

    membership: MembershipId
    seat: LocalName
    cause: Cause
    ceases_on: Day | None = None


class NameSubstitute(Struct, frozen=True, kw_only=True, tag="name-substitute", forbid_unknown_fields=True):
    """Udpeg en suppleant."""

    membership: MembershipId
    person: PersonId
    stands_for: SeatNames
    after: PersonId | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None


class CallNominations(
    Struct, Generic[T], frozen=True, kw_only=True, tag="call-nominations", forbid_unknown_fields=True
):
    """Bed parter om at udpege til ledige pladser."""

    membership: MembershipId
    seats: SeatNames
    from_parties: Nominating
    what: T
    answer_by: Day | None = None

"""Grants (tilskud): the money of a year, what passes from one year to the next, and what parties pay together by their key."""

from domain.dates import Day, Year
from domain.decided import DecisionRef, Taken
from domain.fund.accounts import Legs, PartyAmount
from domain.kernel import Event
from domain.money import Oere
from domain.names import KeyId, PartyId
from domain.text import Kept

# --- events ---


class GrantReceived(Event, frozen=True, kw_only=True):
    """The money of a year has come."""

    tag = "fund.grant-received"
    da = "Tilskud for {year}: {amount_oere} fra {from_party}."
    en = "Grant for {year}: {amount_oere} from {from_party}."

    year: Year
    amount_oere: Oere
    from_party: PartyId
    booked_on: Day
    source: DecisionRef[Kept]
    legs: Legs


class NoGrantNoted(Event, frozen=True, kw_only=True):
    """A year has no grant."""

    tag = "fund.no-grant-noted"
    da = "Der gives ikke tilskud i {year}: {source}."
    en = "No grant is given in {year}: {source}."

    year: Year
    source: DecisionRef[Kept]


class CarriedOver(Event, frozen=True, kw_only=True):
    """Free money passes to a later year."""

    tag = "fund.carried-over"
    da = "{amount_oere} er overført fra {from_year} til {to_year}: {basis}"
    en = "{amount_oere} is carried over from {from_year} to {to_year}: {basis}"

    from_year: Year
    to_year: Year
    amount_oere: Oere
    booked_on: Day
    basis: Kept
    source: DecisionRef[Kept]
    legs: Legs


class ContributionShared(Event, frozen=True, kw_only=True):
    """Parties pay an amount together. What each pays stands here and is never worked out again."""

    tag = "fund.contribution-shared"
    da = "{total_oere} er fordelt efter {key}, udgave {version}: {shares}."
    en = "{total_oere} is shared by {key}, version {version}: {shares}."

    total_oere: Oere
    key: KeyId
    version: int
    shares: tuple[PartyAmount, ...]
    booked_on: Day
    decisions: tuple[Taken, ...]
    legs: Legs

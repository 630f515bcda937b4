"""Financing key (fordelingsnøgle): how parties share what they pay together. One version in force on any day."""

from typing import assert_never

import msgspec
from msgspec import Struct

from domain.dates import Day, in_force
from domain.decided import DecisionRef
from domain.kernel import Event, Unknown
from domain.shares import Share
from domain.text import Kept

# --- events ---


class Agreed(Event, frozen=True, kw_only=True):
    """Parties share by these weights from a day."""

    tag = "financing-key.agreed"
    rank = 4
    da = "Udgave {version} gælder[ fra {in_force_from_on}]: {shares} af {whole}.[ {terms}]"
    en = "Version {version} applies[ from {in_force_from_on}]: {shares} of {whole}.[ {terms}]"

    version: int
    whole: int
    shares: tuple[Share, ...]
    source: DecisionRef[Kept]
    in_force_from_on: Day | None = None
    terms: Kept | None = None


class Ended(Event, frozen=True, kw_only=True):
    """A version no longer applies."""

    tag = "financing-key.ended"
    rank = 4
    da = "Udgave {version} gælder ikke længere pr. {ceases_on}."
    en = "Version {version} no longer applies from {ceases_on}."

    version: int
    ceases_on: Day
    source: DecisionRef[Kept]


# --- state ---


class Version(Struct, frozen=True, kw_only=True):
    """Weights, and the days on which they count."""

    version: int
    whole: int
    shares: tuple[Share, ...]
    in_force_from_on: Day | None
    ceases_on: Day | None = None


class Versions(Struct, frozen=True, kw_only=True):
    """Every version, in the order agreed."""

    versions: tuple[Version, ...]


State = Unknown | Versions
Events = Agreed | Ended


def evolve(state: State, event: Events) -> State:
    match event:
        case Agreed():
            agreed = Version(
                version=event.version,
                whole=event.whole,
                shares=event.shares,
                in_force_from_on=event.in_force_from_on,
            )
            return Versions(versions=(*(state.versions if isinstance(state, Versions) else ()), agreed))
        case Ended():
            assert isinstance(state, Versions)
            return Versions(
                versions=tuple(
                    msgspec.structs.replace(each, ceases_on=event.ceases_on) if each.version == event.version else each
                    for each in state.versions
                )
            )
        case _:
            assert_never(event)


def version_on(state: State, day: Day) -> Version | None:
    """The version that applies on a day: that of the decision it is asked about. None: no key."""
    if isinstance(state, Unknown):
        return None
    return next((each for each in state.versions if in_force(each.in_force_from_on, each.ceases_on, day)), None)

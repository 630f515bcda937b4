"""Financing key (fordelingsnøgle): how parties share what they pay together. One version in force on any day."""

from typing import assert_never, get_args

import msgspec
from msgspec import Struct

from domain.assurance import Assurance
from domain.authority import begins, require_binding_step, require_decided
from domain.dates import Day, in_force
from domain.decided import DecisionRef, Taken
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known
from domain.paths import Subject
from domain.refusal import Reasons, Refused
from domain.shares import Share, Shares, Whole
from domain.text import Kept, Text, keep, said_if

SUBJECTS = (Subject.JOINT_FUNDS, Subject.AGREEMENTS)
"""Whose paths say who agrees how to share: of the cluster's money, or of what is delivered together."""
VERSIONS_MAX = 100

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


# --- commands ---


class Agree(Command, frozen=True, kw_only=True):
    """Aftal en fordelingsnøgle."""

    verb = "agree"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Agreed,)
    creates = True
    assurance = Assurance.SUBSTANTIAL

    whole: Whole
    shares: Shares
    source: DecisionRef[Text]
    in_force_from_on: Day | None = None
    terms: Text | None = None


class End(Command, frozen=True, kw_only=True):
    """Lad en fordelingsnøgle ophøre."""

    verb = "end"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Ended,)
    assurance = Assurance.SUBSTANTIAL

    ceases_on: Day
    source: DecisionRef[Text]


Commands = Agree | End


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    require_decided(asked, command.source)
    if isinstance(command.source, Taken):
        require_binding_step(asked, SUBJECTS, command.source)
    match command:
        case Agree():
            return _agree(command, state, asked)
        case End():
            assert isinstance(state, Versions)
            return _end(command, state)
        case _:
            assert_never(command)


def _agree(command: Agree, state: State, asked: Asked) -> tuple[Event, ...]:
    parties = [share.party for share in command.shares]
    known(asked, *parties)
    twice = next((each for each in parties if parties.count(each) > 1), None)
    if twice is not None:
        raise Refused("financing-key.party-twice", party=twice)
    total = sum(share.weight for share in command.shares)
    if total != command.whole:
        raise Refused("financing-key.sum", sum=total, whole=command.whole)
    from_on = begins(command.source, command.in_force_from_on, asked)
    versions = state.versions if isinstance(state, Versions) else ()
    for each in versions:
        if each.ceases_on is None or from_on is None or from_on < each.ceases_on:
            raise Refused("financing-key.overlap", version=each.version)
    if len(versions) >= VERSIONS_MAX:
        raise Refused("financing-key.full", count=VERSIONS_MAX)
    return (
        Agreed(
            version=len(versions) + 1,
            whole=command.whole,
            shares=command.shares,
            source=keep(command.source),
            in_force_from_on=from_on,
            terms=said_if(command.terms),
        ),
    )


def _end(command: End, state: Versions) -> tuple[Event, ...]:
    last = state.versions[-1]
    if last.ceases_on == command.ceases_on:
        return ()
    if not in_force(last.in_force_from_on, last.ceases_on, command.ceases_on):
        raise Refused("financing-key.none-in-force", day=command.ceases_on)
    return (Ended(version=last.version, ceases_on=command.ceases_on, source=keep(command.source)),)


REFUSALS: Reasons = {
    "financing-key.sum": ("Andelene giver {sum}, ikke {whole}.", "The shares come to {sum}, not {whole}."),
    "financing-key.party-twice": ("{party} står to gange.", "{party} stands twice."),
    "financing-key.overlap": ("Udgave {version} gælder allerede. Lad den ophøre først.",
                              "Version {version} applies already. End it first."),
    "financing-key.none-in-force": ("Ingen nøgle gælder {day}.", "No key applies on {day}."),
    "financing-key.full": ("En nøgle har højst {count} udgaver.", "A key has at most {count} versions."),
}  # fmt: skip

FINANCING_KEY = Kind(
    name="financing-key",
    danish="fordelingsnøgle",
    events=get_args(Events),
    commands=get_args(Commands),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)

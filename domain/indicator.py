"""Indicator (indikator, belægning): one value per period, corrections kept; what its target is, and what is thought of that."""

from typing import Any, assert_never

import msgspec
from msgspec import Struct

from domain.agreeing import Judgement
from domain.claims import DateSaid
from domain.decided import Taken
from domain.kernel import Command, Event, Unknown, Who
from domain.measures import Period, Unit, Value
from domain.names import BodyId, DocumentId, PartyId
from domain.text import Kept, Text

# --- events ---


class Defined(Event, frozen=True, kw_only=True):
    """Something is measured from now on."""

    tag = "indicator.defined"
    rank = 4
    da = "{name} måles i {unit}[ af {from_party}]: {definition}[ Mål: {target_words}][ ({target})][ Frist: {due}.]"
    en = "{name} is measured in {unit}[ by {from_party}]: {definition}[ Target: {target_words}][ ({target})][ Due: {due}.]"

    name: Kept
    definition: Kept
    unit: Unit
    from_party: PartyId | None = None
    """Who sends the values; None: several do."""
    target: Value | None = None
    target_words: Kept | None = None
    due: DateSaid[Kept] | None = None


class Reported(Event, frozen=True, kw_only=True):
    """A value for a period; or, where only that is told, whether the target is met, or in which paper the value stands."""

    tag = "indicator.reported"
    rank = 4
    da = "{period}: [{value}|værdien er ikke oplyst][; målet er nået: {met}]."
    en = "{period}: [{value}|the value is not stated][; target met: {met}]."

    period: Period
    value: Value | None = None
    met: bool | None = None
    document: DocumentId | None = None


class Doubted(Event, frozen=True, kw_only=True):
    """The value of a period is doubtful; it stands, with the doubt beside it."""

    tag = "indicator.doubted"
    rank = 4
    da = "{period} er usikker: {reason}"
    en = "{period} is doubtful: {reason}"

    period: Period
    reason: Kept


class Corrected(Event, frozen=True, kw_only=True):
    """The value of a period is put right; what was reported first stays on record."""

    tag = "indicator.corrected"
    rank = 4
    da = "{period} er rettet til [{value}|ingen værdi][; målet er nået: {met}]: {reason}"
    en = "{period} is corrected to [{value}|no value][; target met: {met}]: {reason}"

    period: Period
    reason: Kept
    value: Value | None = None
    """None: what was reported does not hold, and nobody knows what does."""
    met: bool | None = None


class TargetJudged(Event, frozen=True, kw_only=True):
    """A body has said what it thinks of the target."""

    tag = "indicator.target-judged"
    rank = 4
    da = "{by_body}: målet er {judgement}[ ({decision})]: {reason}"
    en = "{by_body}: the target is {judgement}[ ({decision})]: {reason}"

    judgement: Judgement
    by_body: BodyId
    reason: Kept
    decision: Taken | None = None


Events = Defined | Reported | Doubted | Corrected | TargetJudged

# --- state ---


class Standing(Struct, frozen=True, kw_only=True):
    """What is on record for a period."""

    value: Value | None
    met: bool | None
    doubted: bool = False


class Measured(Struct, frozen=True, kw_only=True):
    """What is measured, and what has been reported."""

    unit: Unit
    from_party: PartyId | None
    has_target: bool
    values: dict[Period, Standing] = {}


State = Unknown | Measured


def evolve(state: State, event: Events) -> State:
    if isinstance(event, Defined):
        return Measured(
            unit=event.unit,
            from_party=event.from_party,
            has_target=event.target is not None or event.target_words is not None,
        )
    assert isinstance(state, Measured)
    match event:
        case Reported() | Corrected():
            return _with(state, event.period, Standing(value=event.value, met=event.met))
        case Doubted():
            return _with(state, event.period, msgspec.structs.replace(state.values[event.period], doubted=True))
        case TargetJudged():
            return state
        case _:
            assert_never(event)


def _with(state: Measured, period: Period, standing: Standing) -> Measured:
    return msgspec.structs.replace(state, values=state.values | {period: standing})


# --- commands ---


class Define(Command, frozen=True, kw_only=True):
    """Fastlæg, hvad der måles, og hvad målet er."""

    verb = "define"
    who = (Who.SECRETARIAT,)
    gives = (Defined,)
    creates = True

    name: Text
    definition: Text
    unit: Unit
    from_party: PartyId | None = None
    target: Value | None = None
    target_words: Text | None = None
    due: DateSaid[Text] | None = None


class Report(Command, frozen=True, kw_only=True):
    """Indberet en værdi for en periode."""

    verb = "report"
    who = (Who.SECRETARIAT, Who.CONTACT)
    gives = (Reported,)

    period: Period
    value: Value | None = None
    met: bool | None = None
    document: DocumentId | None = None

    def for_party(self, state: Any) -> PartyId | None:
        return state.from_party if isinstance(state, Measured) else None


class DoubtValue(Command, frozen=True, kw_only=True):
    """Betvivl værdien for en periode."""

    verb = "doubt"
    who = (Who.SECRETARIAT, Who.CONTACT)
    gives = (Doubted,)

    period: Period
    reason: Text

    def for_party(self, state: Any) -> PartyId | None:
        return state.from_party if isinstance(state, Measured) else None


class CorrectValue(Command, frozen=True, kw_only=True):
    """Ret værdien for en periode."""

    verb = "correct"
    who = (Who.SECRETARIAT, Who.CONTACT)
    gives = (Corrected,)

    period: Period
    reason: Text
    value: Value | None = None
    met: bool | None = None

    def for_party(self, state: Any) -> PartyId | None:
        return state.from_party if isinstance(state, Measured) else None


class JudgeTarget(Command, frozen=True, kw_only=True):
    """Notér, hvad et forum siger om målet."""

    verb = "judge-target"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (TargetJudged,)

    judgement: Judgement
    by_body: BodyId
    reason: Text
    decision: Taken | None = None


Commands = Define | Report | DoubtValue | CorrectValue | JudgeTarget

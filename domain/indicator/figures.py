"""Figures (tal): what is reported for a period, doubted and corrected. The first report stays on record."""

from typing import Any, assert_never

import msgspec

from domain.dates import is_day
from domain.indicator.state import Measured, Standing, require_target, require_unit
from domain.kernel import Asked, Command, Event, Who, known
from domain.measures import Period, Value, first_day
from domain.names import DocumentId, PartyId
from domain.refusal import Refused
from domain.text import Kept, Text, said

PERIODS_MAX = 2_000
"""Of one indicator: a colour a day for five years."""

# --- events ---


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


Events = Reported | Doubted | Corrected


def evolve(state: Measured, event: Events) -> Measured:
    match event:
        case Reported() | Corrected():
            return _with(state, event.period, Standing(value=event.value, met=event.met))
        case Doubted():
            return _with(state, event.period, msgspec.structs.replace(state.values[event.period], doubted=True))
        case _:
            assert_never(event)


def _with(state: Measured, period: Period, standing: Standing) -> Measured:
    return msgspec.structs.replace(state, values=state.values | {period: standing})


# --- commands ---


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


Commands = Report | DoubtValue | CorrectValue


def decide(command: Commands, state: Measured, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Report():
            return _report(command, state, asked)
        case DoubtValue():
            _require_reported(command.period, state)
            return (Doubted(period=command.period, reason=said(command.reason)),)
        case CorrectValue():
            return _correct(command, state)
        case _:
            assert_never(command)


def _report(command: Report, state: Measured, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.document)
    require_unit(command.value, state.unit)
    if (command.value, command.met, command.document) == (None, None, None):
        raise Refused("indicator.nothing-reported", period=command.period)
    require_target(command.met, state)
    first = first_day(command.period)
    if not is_day(first):
        raise Refused("day.unknown", day=first)
    if first > asked.today:
        raise Refused("indicator.not-yet", period=command.period)
    standing = state.values.get(command.period)
    if standing is not None:
        if (standing.value, standing.met) == (command.value, command.met):
            return ()
        raise Refused("indicator.already-reported", period=command.period)
    if len(state.values) >= PERIODS_MAX:
        raise Refused("indicator.full", count=PERIODS_MAX)
    return (Reported(period=command.period, value=command.value, met=command.met, document=command.document),)


def _correct(command: CorrectValue, state: Measured) -> tuple[Event, ...]:
    _require_reported(command.period, state)
    require_unit(command.value, state.unit)
    require_target(command.met, state)
    reason = said(command.reason)
    return (Corrected(period=command.period, value=command.value, met=command.met, reason=reason),)


def _require_reported(period: Period, state: Measured) -> None:
    if period not in state.values:
        raise Refused("indicator.not-reported", period=period)

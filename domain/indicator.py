"""Indicator (indikator, belægning): one value per period, corrections kept; what its target is, and what is thought of that."""

from typing import Any, assert_never, get_args

import msgspec
from msgspec import Struct

from domain.agreeing import Judgement
from domain.authority import in_effect
from domain.claims import DateSaid
from domain.dates import is_day
from domain.decided import Taken
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known, same_scope
from domain.measures import Period, Unit, Value, first_day, unit_of
from domain.names import BodyId, DocumentId, PartyId
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep_if, said, said_if

PERIODS_MAX = 2_000
"""Of one indicator: a colour a day for five years."""

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


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, Define):
        return _define(command, state, asked)
    assert isinstance(state, Measured)
    match command:
        case Report():
            return _report(command, state, asked)
        case DoubtValue():
            _require_reported(command.period, state)
            return (Doubted(period=command.period, reason=said(command.reason)),)
        case CorrectValue():
            return _correct(command, state)
        case JudgeTarget():
            return _judge(command, state, asked)
        case _:
            assert_never(command)


def _define(command: Define, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("indicator.exists")
    known(asked, command.from_party)
    _require_unit(command.target, command.unit)
    return (
        Defined(
            name=said(command.name),
            definition=said(command.definition),
            unit=command.unit,
            from_party=command.from_party,
            target=command.target,
            target_words=said_if(command.target_words),
            due=keep_if(command.due),
        ),
    )


def _report(command: Report, state: Measured, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.document)
    _require_unit(command.value, state.unit)
    if (command.value, command.met, command.document) == (None, None, None):
        raise Refused("indicator.nothing-reported", period=command.period)
    _require_target(command.met, state)
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
    _require_unit(command.value, state.unit)
    _require_target(command.met, state)
    reason = said(command.reason)
    return (Corrected(period=command.period, value=command.value, met=command.met, reason=reason),)


def _judge(command: JudgeTarget, state: Measured, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.by_body)
    same_scope(asked, command.by_body)
    if command.decision is not None:
        _require_standing(asked, command.decision, command.by_body)
    _require_target(True, state)
    return (
        TargetJudged(
            judgement=command.judgement,
            by_body=command.by_body,
            reason=said(command.reason),
            decision=command.decision,
        ),
    )


def _require_standing(asked: Asked, taken: Taken, by_body: BodyId) -> None:
    """Refuse a decision that does not stand, or is of another body. What is thought of a target needs no more than that."""
    body, _ = in_effect(asked.see, taken)
    if body != by_body:
        raise Refused("indicator.other-body", body=body, other=by_body)


def _require_unit(value: Value | None, unit: Unit) -> None:
    if value is not None and unit_of(value) is not unit:
        raise Refused("indicator.unit-mismatch", unit=unit.da, unit_en=unit.en)


def _require_target(met: bool | None, state: Measured) -> None:
    """Nobody meets a target that there is not."""
    if met is not None and not state.has_target:
        raise Refused("indicator.no-target")


def _require_reported(period: Period, state: Measured) -> None:
    if period not in state.values:
        raise Refused("indicator.not-reported", period=period)


REFUSALS: Reasons = {
    "indicator.exists": ("Indikatoren findes.", "The indicator exists."),
    "indicator.unit-mismatch": ("Værdien er ikke i {unit}.", "The value is not in {unit_en}."),
    "indicator.nothing-reported": (
        "Skriv en værdi for {period}, om målet er nået, eller hvilket papir tallet står i.",
        "Give a value for {period}, whether the target is met, or the paper that holds the figure.",
    ),
    "indicator.not-yet": ("{period} er ikke begyndt.", "{period} has not begun."),
    "indicator.already-reported": ("Der er en værdi for {period}; ret den i stedet.",
                                   "There is a value for {period}; correct it instead."),
    "indicator.not-reported": ("Der er ingen værdi for {period}.", "There is no value for {period}."),
    "indicator.no-target": ("Indikatoren har intet mål.", "The indicator has no target."),
    "indicator.other-body": ("Beslutningen er truffet af {body}, ikke af {other}.",
                             "The decision was taken by {body}, not by {other}."),
    "indicator.full": ("En indikator har højst {count} perioder.", "An indicator has at most {count} periods."),
}  # fmt: skip

INDICATOR = Kind(
    name="indicator",
    danish="indikator",
    events=get_args(Events),
    commands=get_args(Commands),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)

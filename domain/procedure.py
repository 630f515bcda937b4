"""Procedure of a body (forretningsorden): how often it meets, and by which rules it decides, from a day.

Part of the stream `body`, whose own file sends its commands and events here.
"""

from typing import assert_never

import msgspec

from domain.assurance import Assurance
from domain.bodies import Active, require_at_work
from domain.counts import Count
from domain.dates import Day
from domain.decided import DecisionRef
from domain.kernel import Asked, Command, Event, Who
from domain.meeting.state import known_decisions
from domain.names import Label
from domain.refusal import Refused
from domain.rules import DecisionRule, NoneStated, Quorum, Rules, RulesFrom
from domain.text import Kept, Text, keep, keep_if, said

# --- events ---


class CadenceSet(Event, frozen=True, kw_only=True):
    """How often the body meets."""

    tag = "body.cadence-set"
    rank = 4
    da = "Møder i {stream}: {words}."
    en = "Meetings of {stream}: {words}."

    words: Kept
    per_year: int | None = None
    source: DecisionRef[Kept] | None = None


class RulesSet(Event, frozen=True, kw_only=True):
    """How the body decides, from a day."""

    tag = "body.rules-set"
    rank = 4
    unsettles = True
    da = (
        "Regler for {stream} fra {from_on}: {decision_rule}[; beslutningsdygtigt med {quorum}]"
        "[; {one_at_a_time}: ét ad gangen][; dagsordenen sendes {agenda_days} dage før]. Kilde: {source}"
    )
    en = (
        "Rules of {stream} from {from_on}: {decision_rule}[; can decide with {quorum}]"
        "[; {one_at_a_time}: one at a time][; the agenda is sent {agenda_days} days before]. Source: {source}"
    )

    quorum: Quorum
    decision_rule: DecisionRule
    chairs_sign: int
    ad_hoc_substitutes: bool
    from_on: Day
    source: DecisionRef[Kept]
    one_at_a_time: Label | None = None
    agenda_days: int | None = None


Events = CadenceSet | RulesSet


def evolve(state: Active, event: Events) -> Active:
    match event:
        case CadenceSet():
            return state
        case RulesSet():
            return msgspec.structs.replace(state, rules=(*state.rules, _rules_of(event)))
        case _:
            assert_never(event)


def _rules_of(event: RulesSet) -> RulesFrom:
    rules = Rules(
        quorum=event.quorum,
        decision_rule=event.decision_rule,
        chairs_sign=event.chairs_sign,
        ad_hoc_substitutes=event.ad_hoc_substitutes,
        one_at_a_time=event.one_at_a_time,
        agenda_days=event.agenda_days,
    )
    return RulesFrom(rules=rules, from_on=event.from_on)


# --- commands ---


class SetCadence(Command, frozen=True, kw_only=True):
    """Notér, hvor ofte forummet mødes."""

    verb = "set-cadence"
    who = (Who.SECRETARIAT,)
    gives = (CadenceSet,)

    words: Text
    per_year: Count | None = None
    source: DecisionRef[Text] | None = None


class SetRules(Command, frozen=True, kw_only=True):
    """Fastsæt forummets regler fra en dag."""

    verb = "set-rules"
    who = (Who.CHAIR, Who.SECRETARIAT_ALONE)
    gives = (RulesSet,)
    assurance = Assurance.SUBSTANTIAL

    from_on: Day
    source: DecisionRef[Text]
    quorum: Quorum = NoneStated()
    decision_rule: DecisionRule = DecisionRule.NONE_STATED
    chairs_sign: Count = 0
    ad_hoc_substitutes: bool = False
    one_at_a_time: Label | None = None
    agenda_days: Count | None = None


Commands = SetCadence | SetRules


def decide(command: Commands, state: Active, asked: Asked) -> tuple[Event, ...]:
    require_at_work(state, asked)
    known_decisions(asked, command.source)
    match command:
        case SetCadence():
            source = keep_if(command.source)
            return (CadenceSet(words=said(command.words), per_year=command.per_year, source=source),)
        case SetRules():
            return _set_rules(command, state)
        case _:
            assert_never(command)


def _set_rules(command: SetRules, state: Active) -> tuple[Event, ...]:
    if command.chairs_sign > state.chairs:
        raise Refused("body.too-many-sign", count=state.chairs)
    if any(rules.from_on == command.from_on for rules in state.rules):
        raise Refused("body.rules-overlap", day=command.from_on)
    return (
        RulesSet(
            quorum=command.quorum,
            decision_rule=command.decision_rule,
            chairs_sign=command.chairs_sign,
            ad_hoc_substitutes=command.ad_hoc_substitutes,
            one_at_a_time=command.one_at_a_time,
            agenda_days=command.agenda_days,
            from_on=command.from_on,
            source=keep(command.source),
        ),
    )


REFUSALS = {
    "body.rules-overlap": ("Der gælder allerede regler fra {day}.", "Rules apply from {day} already."),
    "body.too-many-sign": ("Forummet har {count} formænd, så flere kan ikke skrive under.",
                           "The body has {count} chairs, so no more can sign."),
}  # fmt: skip

"""Rules of a fund (regler): who registers and confirms, from which amount it takes two, what is asked of applications."""

from typing import Annotated, Generic, assert_never

import msgspec
from msgspec import Meta, Struct

from domain.assurance import Assurance
from domain.authority import in_effect, require_yes
from domain.criteria import Criteria, Criterion
from domain.dates import Day, in_force
from domain.decided import Taken
from domain.fund.accounts import FREE
from domain.fund.checks import Decisions, require_amount, require_path
from domain.fund.state import Active, Applicants, Ceiling, Firmness, FundOffice, Officer
from domain.kernel import About, Asked, Command, Event, Who, known, same_scope
from domain.money import Amount, Oere
from domain.names import LocalName, PersonId
from domain.refusal import Reasons, Refused
from domain.text import Kept, T, Text, keep_all, said

FRAMES_MAX = 60
"""Set at one time."""


class Frame(Struct, Generic[T], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a theme may come to cost, as the paper says it (skønsmæssig ramme)."""

    theme: LocalName
    frame_oere: Amount
    words: T


# --- events ---


class OfficerNamed(Event, frozen=True, kw_only=True):
    """Somebody registers, or confirms, for the fund."""

    tag = "fund.officer-named"
    concerns = About.PERSON
    unsettles = True
    da = "{person} er {office} fra {from_on}[ og ophører {ceases_on}]."
    en = "{person} is {office} from {from_on}[ and leaves on {ceases_on}]."

    person: PersonId
    office: FundOffice
    from_on: Day
    ceases_on: Day | None = None


class ThresholdSet(Event, frozen=True, kw_only=True):
    """From an amount on it takes two people; below it one."""

    tag = "fund.threshold-set"
    da = "To personer kræves fra {amount_oere} ved {decision}."
    en = "Two people are needed from {amount_oere} by {decision}."

    amount_oere: Oere
    decision: Taken


class CriteriaSet(Event, frozen=True, kw_only=True):
    """What is asked of every application from now on."""

    tag = "fund.criteria-set"
    da = "Kriterier: {criteria}."
    en = "Criteria: {criteria}."

    criteria: tuple[Criterion, ...]
    decisions: tuple[Taken, ...]


class CeilingSet(Event, frozen=True, kw_only=True):
    """The most that each applicant can be given."""

    tag = "fund.ceiling-set"
    da = "Hver ansøger ({applicants}) kan få højst {ceiling_oere}, {firmness}: »{words}«"
    en = "Each applicant ({applicants}) can get at most {ceiling_oere}, {firmness}: “{words}”"

    applicants: Applicants
    ceiling_oere: Oere
    firmness: Firmness
    words: Kept
    decisions: tuple[Taken, ...]


class FramesSet(Event, frozen=True, kw_only=True):
    """Frames (rammer) guide. They hold no money and may come to more than there is."""

    tag = "fund.frames-set"
    da = "Skønsmæssige rammer i alt {frames_oere} af {pool_oere}; overtegnet med {over_by_oere}: {frames}."
    en = "Estimated frames of {frames_oere} in all out of {pool_oere}; oversubscribed by {over_by_oere}: {frames}."

    frames: tuple[Frame[Kept], ...]
    frames_oere: Oere
    pool_oere: Oere
    over_by_oere: Oere
    """0 where they fit."""
    decisions: tuple[Taken, ...]


Events = OfficerNamed | ThresholdSet | CriteriaSet | CeilingSet | FramesSet


def evolve(state: Active, event: Events) -> Active:
    match event:
        case OfficerNamed():
            named = Officer(person=event.person, office=event.office, from_on=event.from_on, ceases_on=event.ceases_on)
            others = tuple(each for each in state.officers if not _same(each, named))
            return msgspec.structs.replace(state, officers=(*others, named))
        case ThresholdSet():
            return msgspec.structs.replace(state, threshold_oere=event.amount_oere)
        case CriteriaSet():
            return msgspec.structs.replace(state, criteria=event.criteria)
        case CeilingSet():
            ceiling = Ceiling(ceiling_oere=event.ceiling_oere, firmness=event.firmness)
            return msgspec.structs.replace(state, ceilings=state.ceilings | {event.applicants: ceiling})
        case FramesSet():
            return state
        case _:
            assert_never(event)


def _same(one: Officer, other: Officer) -> bool:
    """Whether it is the same person in the same office: what was said last of them counts."""
    return (one.person, one.office) == (other.person, other.office)


# --- commands ---


class NameOfficer(Command, frozen=True, kw_only=True):
    """Udpeg en registrator eller en bekræfter; samme person kan ikke være begge dele i de samme dage."""

    verb = "name-officer"
    who = (Who.CHAIR,)
    gives = (OfficerNamed,)
    assurance = Assurance.SUBSTANTIAL

    person: PersonId
    office: FundOffice
    from_on: Day
    ceases_on: Day | None = None


class SetThreshold(Command, frozen=True, kw_only=True):
    """Fastsæt, fra hvilket beløb der kræves to personer."""

    verb = "set-threshold"
    who = (Who.CHAIR,)
    gives = (ThresholdSet,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    amount_oere: Amount
    decision: Taken


class SetCriteria(Command, frozen=True, kw_only=True):
    """Fastsæt, hvad ansøgninger skal opfylde."""

    verb = "set-criteria"
    who = (Who.SECRETARIAT,)
    gives = (CriteriaSet,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    criteria: Criteria
    decisions: Decisions


class SetCeiling(Command, frozen=True, kw_only=True):
    """Fastsæt, hvad hver ansøger højst kan få."""

    verb = "set-ceiling"
    who = (Who.SECRETARIAT,)
    gives = (CeilingSet,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    applicants: Applicants
    ceiling_oere: Amount
    firmness: Firmness
    words: Text
    decisions: Decisions


class SetFrames(Command, frozen=True, kw_only=True):
    """Fastsæt skønsmæssige rammer; de holder ingen penge og må overstige puljen."""

    verb = "set-frames"
    who = (Who.SECRETARIAT,)
    gives = (FramesSet,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    frames: Annotated[tuple[Frame[Text], ...], Meta(min_length=1, max_length=FRAMES_MAX)]
    decisions: Decisions


Commands = NameOfficer | SetThreshold | SetCriteria | SetCeiling | SetFrames


def decide(command: Commands, state: Active, asked: Asked) -> tuple[Event, ...]:
    match command:
        case NameOfficer():
            return _name(command, state, asked)
        case SetThreshold():
            same_scope(asked, command.decision.meeting)
            require_yes(in_effect(asked.see, command.decision)[1])
            return (ThresholdSet(amount_oere=command.amount_oere, decision=command.decision),)
        case SetCriteria():
            require_path(asked, command.decisions)
            return (CriteriaSet(criteria=command.criteria, decisions=command.decisions),)
        case SetCeiling():
            require_path(asked, command.decisions)
            return (
                CeilingSet(
                    applicants=command.applicants,
                    ceiling_oere=command.ceiling_oere,
                    firmness=command.firmness,
                    words=said(command.words),
                    decisions=command.decisions,
                ),
            )
        case SetFrames():
            return _set_frames(command, state, asked)
        case _:
            assert_never(command)


def _name(command: NameOfficer, state: Active, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.person)
    named = Officer(person=command.person, office=command.office, from_on=command.from_on, ceases_on=command.ceases_on)
    if named in state.officers:
        return ()
    if any(
        each.person == named.person and each.office is not named.office and _overlap(each, named)
        for each in state.officers
    ):
        raise Refused("fund.two-roles", person=command.person)
    return (
        OfficerNamed(
            person=command.person, office=command.office, from_on=command.from_on, ceases_on=command.ceases_on
        ),
    )


def _overlap(one: Officer, other: Officer) -> bool:
    """Whether two terms share a day: the later of their first days then lies in both."""
    first = max(one.from_on, other.from_on)
    return in_force(one.from_on, one.ceases_on, first) and in_force(other.from_on, other.ceases_on, first)


def _set_frames(command: SetFrames, state: Active, asked: Asked) -> tuple[Event, ...]:
    require_path(asked, command.decisions)
    frames_oere = require_amount(sum(frame.frame_oere for frame in command.frames))
    pool_oere = require_amount(sum(oere for account, oere in state.accounts.items() if account.startswith(f"{FREE}:")))
    return (
        FramesSet(
            frames=keep_all(command.frames),
            frames_oere=frames_oere,
            pool_oere=pool_oere,
            over_by_oere=max(0, frames_oere - pool_oere),
            decisions=command.decisions,
        ),
    )


REFUSALS: Reasons = {
    "fund.two-roles": ("{person} kan ikke både registrere og bekræfte. Udpeg en anden.",
                       "{person} cannot both register and confirm. Name somebody else."),
}  # fmt: skip

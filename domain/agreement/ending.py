"""How an agreement ends: its termination is proposed, approved step by step by those who decide, or a law ends it."""

from typing import assert_never

import msgspec

from domain.agreement.state import Agreed, Approval, End, How, Termination
from domain.assurance import Assurance
from domain.authority import days_of, in_effect, missing, require_any_step
from domain.dates import Day
from domain.decided import DecisionRef, Taken
from domain.effects import ByBody, ByParty
from domain.kernel import Asked, Command, Event, Who, known, same_scope
from domain.meeting.state import known_decisions
from domain.names import BodyId, PartyId, scope_of
from domain.paths import Subject
from domain.refusal import Refused
from domain.text import Kept, Text, keep, said, said_if

# --- events ---


class TerminationProposed(Event, frozen=True, kw_only=True):
    """Somebody proposes to terminate the agreement. What was approved before is no longer before anybody."""

    tag = "agreement.termination-proposed"
    rank = 4
    da = "{proposed_by} foreslår opsigelse: {reason}"
    en = "{proposed_by} proposes termination: {reason}"

    proposed_by: ByBody | ByParty
    reason: Kept


class TerminationApproved(Event, frozen=True, kw_only=True):
    """A body that decides about agreements has approved the termination."""

    tag = "agreement.termination-approved"
    rank = 4
    da = "{by_body} har godkendt opsigelsen pr. {ceases_on} ({source})."
    en = "{by_body} has approved the termination from {ceases_on} ({source})."

    by_body: BodyId
    source: Taken
    ceases_on: Day


class Terminated(Event, frozen=True, kw_only=True):
    """The last body needed has approved: the agreement binds nobody from that day on, and everybody until then."""

    tag = "agreement.terminated"
    rank = 4
    da = "Ophører pr. {ceases_on} for {parties}[; i stedet: {replaced_by}]."
    en = "Ends on {ceases_on} for {parties}[; instead: {replaced_by}]."

    parties: tuple[PartyId, ...]
    ceases_on: Day
    replaced_by: Kept | None = None


class EndedByLaw(Event, frozen=True, kw_only=True):
    """A law ends the agreement."""

    tag = "agreement.ended-by-law"
    rank = 4
    da = "Bortfaldet ved lov pr. {ceases_on}: {source}"
    en = "Ended by law from {ceases_on}: {source}"

    ceases_on: Day
    source: DecisionRef[Kept]


Events = TerminationProposed | TerminationApproved | Terminated | EndedByLaw


def evolve(state: Agreed, event: Events) -> Agreed:
    match event:
        case TerminationProposed():
            return msgspec.structs.replace(state, termination=Termination())
        case TerminationApproved():
            assert state.termination is not None
            approval = Approval(decision=event.source, ceases_on=event.ceases_on)
            approved = (*state.termination.approved, approval)
            return msgspec.structs.replace(state, termination=Termination(approved=approved))
        case Terminated():
            return msgspec.structs.replace(state, end=End(ceases_on=event.ceases_on, how=How.TERMINATED))
        case EndedByLaw():
            return msgspec.structs.replace(state, end=End(ceases_on=event.ceases_on, how=How.BY_LAW))
        case _:
            assert_never(event)


# --- commands ---


class ProposeTermination(Command, frozen=True, kw_only=True):
    """Foreslå, at aftalen opsiges."""

    verb = "propose-termination"
    who = (Who.SECRETARIAT,)
    gives = (TerminationProposed,)
    assurance = Assurance.SUBSTANTIAL

    proposed_by: ByBody | ByParty
    reason: Text


class ApproveTermination(Command, frozen=True, kw_only=True):
    """Notér, at et forum har godkendt opsigelsen."""

    verb = "approve-termination"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (TerminationApproved, Terminated)
    assurance = Assurance.SUBSTANTIAL

    source: Taken
    ceases_on: Day
    replaced_by: Text | None = None


class EndByLaw(Command, frozen=True, kw_only=True):
    """Notér, at aftalen er bortfaldet ved lov."""

    verb = "end-by-law"
    who = (Who.SECRETARIAT,)
    gives = (EndedByLaw,)
    assurance = Assurance.SUBSTANTIAL

    ceases_on: Day
    source: DecisionRef[Text]


Commands = ProposeTermination | ApproveTermination | EndByLaw


def decide(command: Commands, state: Agreed, asked: Asked) -> tuple[Event, ...]:
    match command:
        case ProposeTermination():
            return _propose(command, state, asked)
        case ApproveTermination():
            return _approve(command, state, asked)
        case EndByLaw():
            return _end_by_law(command, state, asked)
        case _:
            assert_never(command)


def _propose(command: ProposeTermination, state: Agreed, asked: Asked) -> tuple[Event, ...]:
    _require_no_end(state)
    match command.proposed_by:
        case ByBody(body=body):
            known(asked, body)
            same_scope(asked, body)
        case ByParty(party=party):
            known(asked, party)
            if party not in state.parties:
                raise Refused("agreement.not-party", party=party)
        case _:
            assert_never(command.proposed_by)
    return (TerminationProposed(proposed_by=command.proposed_by, reason=said(command.reason)),)


def _approve(command: ApproveTermination, state: Agreed, asked: Asked) -> tuple[Event, ...]:
    _require_no_end(state)
    if state.termination is None:
        raise Refused("agreement.not-proposed")
    known_decisions(asked, command.source)
    same_scope(asked, command.source.meeting)
    earlier = tuple(each.decision for each in state.termination.approved)
    if command.source in earlier:
        return ()
    require_any_step(asked, Subject.AGREEMENTS, command.source)
    body, decision = in_effect(asked.see, command.source)
    latest = days_of(command.source, decision)[1]
    if command.ceases_on < latest:
        raise Refused("agreement.ceases-before-decision", ceases_on=command.ceases_on, day=latest)
    for each in state.termination.approved:
        if each.ceases_on != command.ceases_on:
            raise Refused("agreement.other-day", ceases_on=each.ceases_on, decision=each.decision.label)
    approved = TerminationApproved(by_body=body, source=command.source, ceases_on=command.ceases_on)
    if _left(asked, (*earlier, command.source)):
        return (approved,)
    parties = tuple(state.parties)
    replaced_by = said_if(command.replaced_by)
    return approved, Terminated(parties=parties, ceases_on=command.ceases_on, replaced_by=replaced_by)


def _left(asked: Asked, approved: tuple[Taken, ...]) -> bool:
    """Whether a body that decides has yet to approve."""
    return bool(missing(asked.see, scope_of(asked.stream), Subject.AGREEMENTS, approved, asked.today))


def _end_by_law(command: EndByLaw, state: Agreed, asked: Asked) -> tuple[Event, ...]:
    known_decisions(asked, command.source)
    if state.end is not None and state.end.ceases_on <= command.ceases_on:
        raise Refused("agreement.already-ended", ceases_on=state.end.ceases_on)
    return (EndedByLaw(ceases_on=command.ceases_on, source=keep(command.source)),)


def _require_no_end(state: Agreed) -> None:
    if state.end is not None:
        raise Refused("agreement.already-ended", ceases_on=state.end.ceases_on)

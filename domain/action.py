"""Action (opgave, pligt): who owes what to whom, by when; one answer per debtor and occurrence.

What is owed once has a day, or none. What is owed again and again is owed for months, years or meetings from the day it was
assigned, each by its last day.
"""

from typing import Any, assert_never

import msgspec

from domain.claims import DateSaid
from domain.dates import Day
from domain.decided import Taken
from domain.duty import Done, Dropped, Owed, deadline, id_of, last_in_time, require_occurrence
from domain.effects import ByParty, ByPerson, Debtor, Debtors
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known, same_scope
from domain.meeting.state import known_decisions
from domain.names import BodyId, DocumentId, Label, PartyId, PersonId
from domain.occurrences import Recurs
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep_if, said

# --- events ---


class Assigned(Event, frozen=True, kw_only=True):
    """Somebody owes something."""

    tag = "action.assigned"
    rank = 7
    da = (
        "[{owed_by} skal|Det er ikke oplyst, hvem der skal][ {recurs}]: {what}"
        "[ Frist: {answer_by}.][ Ventes {expected}.][ Ophører {ceases_on}.]"
    )
    en = (
        "[{owed_by} shall|It is not stated who shall][ {recurs}]: {what}"
        "[ Deadline: {answer_by}.][ Expected {expected}.][ Ceases on {ceases_on}.]"
    )

    what: Kept
    owed_by: tuple[Debtor, ...]
    report_to: BodyId
    answer_by: Day | None = None
    decision: Taken | None = None
    recurs: Recurs | None = None
    """None: it is owed once."""
    from_on: Day | None = None
    """The first period that it is owed for is the one of this day. None: it is owed once."""
    ceases_on: Day | None = None
    expected: DateSaid[Kept] | None = None
    """As the paper says it, `medio juni`: where no day is set, the last that it can mean is in time."""


class Replied(Event, frozen=True, kw_only=True):
    """A debtor has answered."""

    tag = "action.replied"
    da = "[{debtor} har svaret|Der er svaret][ for {occurrence}]: {text}"
    en = "[{debtor} has replied|It has been replied][ for {occurrence}]: {text}"

    debtor: Debtor
    text: Kept
    document: DocumentId | None = None
    occurrence: Label | None = None


class FellDue(Event, frozen=True, kw_only=True):
    """The last day has gone by, and a debtor has not answered. It is still owed."""

    tag = "action.fell-due"
    da = "[{debtor} mangler at svare|Der mangler svar][ for {occurrence}]; fristen var {answer_by}."
    en = "[{debtor} has yet to reply|A reply is missing][ for {occurrence}]; the deadline was {answer_by}."

    debtor: Debtor
    answer_by: Day
    occurrence: Label | None = None


class Cancelled(Event, frozen=True, kw_only=True):
    """Nobody owes it any longer."""

    tag = "action.cancelled"
    rank = 7
    da = "Bortfaldet[ ved {decision}]: {reason}"
    en = "Cancelled[ by {decision}]: {reason}"

    reason: Kept
    decision: Taken | None = None


# --- state ---


State = Unknown | Owed | Done | Dropped


def evolve(state: State, event: Assigned | Replied | FellDue | Cancelled) -> State:
    if isinstance(event, Assigned):
        return Owed(
            by=event.owed_by,
            report_to=event.report_to,
            answer_by=event.answer_by or last_in_time(event.expected),
            recurs=event.recurs,
            from_on=event.from_on,
            ceases_on=event.ceases_on,
            given_at=None if event.decision is None else event.decision.meeting,
        )
    assert isinstance(state, Owed)
    match event:
        case Replied():
            replied = state.replied | {(event.debtor, event.occurrence)}
            owed = msgspec.structs.replace(state, replied=replied)
            return owed if owed.recurs is not None or owed.missing() else Done(by=owed.by)
        case FellDue():
            return msgspec.structs.replace(state, fallen_due=state.fallen_due | {(event.debtor, event.occurrence)})
        case Cancelled():
            return Dropped()
        case _:
            assert_never(event)


# --- commands ---


class Assign(Command, frozen=True, kw_only=True):
    """Giv en opgave, én gang eller igen og igen."""

    verb = "assign"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Assigned,)
    creates = True

    what: Text
    owed_by: Debtors
    report_to: BodyId
    answer_by: Day | None = None
    decision: Taken | None = None
    recurs: Recurs | None = None
    ceases_on: Day | None = None
    expected: DateSaid[Text] | None = None


class Reply(Command, frozen=True, kw_only=True):
    """Svar på en opgave: for en part ved dens kontakt, for sig selv, eller ved sekretariatet."""

    verb = "reply"
    who = (Who.SECRETARIAT, Who.CONTACT, Who.ATTENDEE, Who.OWNER)
    gives = (Replied,)

    debtor: Debtor
    text: Text
    document: DocumentId | None = None
    occurrence: Label | None = None

    def is_of(self, person: PersonId, state: Any) -> bool:
        """A person answers for themselves."""
        return self.debtor == ByPerson(person=person)

    def for_party(self, state: Any) -> PartyId | None:
        return self.debtor.party if isinstance(self.debtor, ByParty) else None


class FallDue(Command, frozen=True, kw_only=True):
    """Fristen er overskredet for dem, der mangler at svare."""

    verb = "fall-due"
    who = (Who.TIMEKEEPER,)
    gives = (FellDue,)

    occurrence: Label | None = None


class Cancel(Command, frozen=True, kw_only=True):
    """Lad en opgave bortfalde."""

    verb = "cancel"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Cancelled,)

    reason: Text
    decision: Taken | None = None


def decide(command: Assign | Reply | FallDue | Cancel, state: State, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, Assign):
        return _assign(command, state, asked)
    if isinstance(state, Dropped):
        raise Refused("action.dropped")
    assert not isinstance(state, Unknown)
    match command:
        case Reply():
            return _reply(command, state, asked)
        case FallDue():
            return _fall_due(command, state, asked)
        case Cancel():
            if isinstance(state, Done):
                raise Refused("action.done")
            known_decisions(asked, command.decision)
            same_scope(asked, command.decision.meeting if command.decision else None)
            return (Cancelled(reason=said(command.reason), decision=command.decision),)
        case _:
            assert_never(command)


def _assign(command: Assign, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("action.exists")
    if not command.owed_by:
        raise Refused("action.no-debtor")
    known(asked, command.report_to, *map(id_of, command.owed_by))
    known_decisions(asked, command.decision)
    same_scope(asked, command.report_to, command.decision.meeting if command.decision else None)
    if command.recurs is None and command.ceases_on is not None:
        raise Refused("action.owed-once")
    if command.recurs is not None and (command.answer_by, command.expected) != (None, None):
        raise Refused("action.deadline-recurs")
    return (
        Assigned(
            what=said(command.what),
            owed_by=command.owed_by,
            report_to=command.report_to,
            answer_by=command.answer_by,
            decision=command.decision,
            recurs=command.recurs,
            from_on=None if command.recurs is None else asked.today,
            ceases_on=command.ceases_on,
            expected=keep_if(command.expected),
        ),
    )


def _reply(command: Reply, state: Owed | Done, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.document)
    if command.debtor not in state.by:
        raise Refused("action.not-owed")
    if isinstance(state, Done):
        raise Refused("action.already-replied")
    require_occurrence(command.occurrence, state, asked)
    if (command.debtor, command.occurrence) in state.replied:
        raise Refused("action.already-replied")
    return (
        Replied(
            debtor=command.debtor,
            text=said(command.text),
            document=command.document,
            occurrence=command.occurrence,
        ),
    )


def _fall_due(command: FallDue, state: Owed | Done, asked: Asked) -> tuple[Event, ...]:
    if isinstance(state, Done):
        raise Refused("action.already-replied")
    require_occurrence(command.occurrence, state, asked)
    answer_by = deadline(state, command.occurrence, asked.stream, asked.see)
    if answer_by is None:
        raise Refused("action.no-deadline")
    if asked.today <= answer_by:
        raise Refused("action.not-yet", answer_by=answer_by)
    return tuple(
        FellDue(debtor=debtor, answer_by=answer_by, occurrence=command.occurrence)
        for debtor in state.untold(command.occurrence)
    )


REFUSALS: Reasons = {
    "action.exists": ("Opgaven findes.", "The action exists."),
    "action.no-debtor": ("Skriv, hvem der skal, eller at det ikke fremgår.", "Say who shall, or that it is not stated."),
    "action.deadline-recurs": ("En opgave, der gentages, har frist, når perioden er gået; skriv ingen anden.",
                               "A recurring action is due when its period is over; give no other deadline."),
    "action.owed-once": ("Opgaven skal løses én gang; den har ingen perioder.", "The action is owed once; it has no periods."),
    "action.which-occurrence": ("Opgaven gentages ({recurs}); skriv, hvilken gang svaret er for.",
                                "The action recurs ({recurs_en}); say which occurrence the reply is for."),
    "action.not-owed-for": ("Opgaven gælder ikke for {occurrence}.", "The action is not owed for {occurrence}."),
    "action.not-owed": ("Den, der svarer, skylder ikke denne opgave.", "Whoever replies does not owe this action."),
    "action.already-replied": ("Der er svaret.", "It has been replied to."),
    "action.no-deadline": ("Opgaven har ingen frist.", "The action has no deadline."),
    "action.not-yet": ("Fristen er {answer_by}.", "The deadline is {answer_by}."),
    "action.done": ("Opgaven er afsluttet.", "The action is done."),
    "action.dropped": ("Opgaven er bortfaldet.", "The action has been cancelled."),
}  # fmt: skip

ACTION = Kind(
    name="action",
    danish="opgave",
    events=(Assigned, Replied, FellDue, Cancelled),
    commands=(Assign, Reply, FallDue, Cancel),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)

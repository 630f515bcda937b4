"""Action (opgave, pligt): who owes what to whom, by when; one answer per debtor."""

from typing import assert_never

from msgspec import Struct

from domain.dates import Day
from domain.decided import Taken
from domain.effects import ByBody, ByParty, ByPerson, Debtor, Debtors
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known, same_scope
from domain.meeting.state import known_decisions
from domain.names import BodyId, DocumentId
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, said

# --- events ---


class Assigned(Event, frozen=True, kw_only=True):
    """Somebody owes something."""

    tag = "action.assigned"
    rank = 7
    da = "[{owed_by} skal|Det er ikke oplyst, hvem der skal]: {what}[ Frist: {answer_by}.]"
    en = "[{owed_by} shall|It is not stated who shall]: {what}[ Deadline: {answer_by}.]"

    what: Kept
    owed_by: tuple[Debtor, ...]
    report_to: BodyId
    answer_by: Day | None = None
    decision: Taken | None = None


class Replied(Event, frozen=True, kw_only=True):
    """A debtor has answered."""

    tag = "action.replied"
    da = "[{debtor} har svaret|Der er svaret]: {text}"
    en = "[{debtor} has replied|It has been replied]: {text}"

    debtor: Debtor
    text: Kept
    document: DocumentId | None = None


# --- state ---


class Owed(Struct, frozen=True, kw_only=True):
    """Who has yet to answer."""

    by: tuple[Debtor, ...]
    replied: tuple[Debtor, ...] = ()


State = Unknown | Owed


def evolve(state: State, event: Assigned | Replied) -> State:
    match event:
        case Assigned():
            return Owed(by=event.owed_by)
        case Replied():
            assert isinstance(state, Owed)
            return Owed(by=state.by, replied=(*state.replied, event.debtor))
        case _:
            assert_never(event)


# --- commands ---


class Assign(Command, frozen=True, kw_only=True):
    """Giv en opgave."""

    verb = "assign"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Assigned,)
    creates = True

    what: Text
    owed_by: Debtors
    report_to: BodyId
    answer_by: Day | None = None
    decision: Taken | None = None


class Reply(Command, frozen=True, kw_only=True):
    """Svar på en opgave."""

    verb = "reply"
    who = (Who.SECRETARIAT,)
    gives = (Replied,)

    debtor: Debtor
    text: Text
    document: DocumentId | None = None


def decide(command: Assign | Reply, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Assign():
            return _assign(command, state, asked)
        case Reply():
            assert isinstance(state, Owed)
            known(asked, command.document)
            if command.debtor not in state.by:
                raise Refused("action.not-owed")
            if command.debtor in state.replied:
                raise Refused("action.already-replied")
            return (Replied(debtor=command.debtor, text=said(command.text), document=command.document),)
        case _:
            assert_never(command)


def _assign(command: Assign, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("action.exists")
    if not command.owed_by:
        raise Refused("action.no-debtor")
    known(asked, command.report_to)
    known_decisions(asked, command.decision)
    same_scope(asked, command.report_to, command.decision.meeting if command.decision else None)
    for debtor in command.owed_by:
        match debtor:
            case ByParty():
                known(asked, debtor.party)
            case ByBody():
                known(asked, debtor.body)
            case ByPerson():
                known(asked, debtor.person)
    return (
        Assigned(
            what=said(command.what),
            owed_by=command.owed_by,
            report_to=command.report_to,
            answer_by=command.answer_by,
            decision=command.decision,
        ),
    )


REFUSALS: Reasons = {
    "action.exists": ("Opgaven findes.", "The action exists."),
    "action.no-debtor": (
        "Skriv, hvem der skal, eller at det ikke fremgår.",
        "Say who shall, or that it is not stated.",
    ),
    "action.not-owed": ("Den, der svarer, skylder ikke denne opgave.", "Whoever replies does not owe this action."),
    "action.already-replied": ("Der er svaret.", "It has been replied to."),
}

ACTION = Kind(
    name="action",
    danish="opgave",
    events=(Assigned, Replied),
    commands=(Assign, Reply),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)

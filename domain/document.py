"""Document (dokument, bilag): statements as printed, and the doubts beside them. A quotation is no fact about the world."""

from typing import Any, assert_never, get_args

import msgspec

from domain.claims import Claim, DateSaid
from domain.counts import SizeBytes
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known
from domain.names import Hash, Label, PartyId, PersonId, StreamId
from domain.ranges import range_of, require_in_order
from domain.refusal import Reasons, Refused
from domain.statement import OnFile, StatementRef, require_other, require_room, require_statement
from domain.text import Kept, Text, keep, keep_if, said, said_if
from domain.words import Word


class Direction(Word):
    """Where a document came from, for the journal."""

    IN = "in", "ind"
    OUT = "out", "ud"
    INTERNAL = "internal", "internt"


class Doubt(Word):
    """What is wrong with a statement."""

    CONTRADICTS = "contradicts", "modsiger"
    IMPOSSIBLE = "impossible", "umulig"
    MISSING = "missing", "mangler"
    ROUNDING = "rounding", "afrunding"
    TWO_NAMES = "two-names", "to navne"


# --- events ---


class Filed(Event, frozen=True, kw_only=True):
    """A document is on file (journaliseret)."""

    tag = "document.filed"
    da = "Journaliseret[ som {journal_number}] ({direction}[, {dated}])[, {party}][, {outside}]: {subject}"
    en = "Filed[ as {journal_number}] ({direction}[, {dated}])[, {party}][, {outside}]: {subject}"

    subject: Kept
    direction: Direction
    dated: DateSaid[Kept]
    sha256: Hash | None = None
    size_bytes: int | None = None
    journal_number: Label | None = None
    party: PartyId | None = None
    """Whom it came from or went to."""
    outside: Kept | None = None
    """The same, where it is no party."""


class StatementQuoted(Event, frozen=True, kw_only=True):
    """What the document says, in its own words."""

    tag = "document.statement-quoted"
    da = "{locator}: »{words}«"
    en = "{locator}: “{words}”"

    number: Label
    locator: Label
    words: Kept
    claim: Claim[Kept]
    about: StreamId | None = None


class StatementDoubted(Event, frozen=True, kw_only=True):
    """A statement cannot be quite right; it stands, with the doubt beside it."""

    tag = "document.statement-doubted"
    da = "Udsagn {number} ({doubt}[ {other}]): {text}[ Læses som {read_as}.]"
    en = "Statement {number} ({doubt}[ {other}]): {text}[ Read as {read_as}.]"

    number: Label
    doubt: Doubt
    text: Kept
    read_as: Claim[Kept] | None = None
    other: StatementRef | None = None
    """The statement that it does not agree with."""


class StatementCorrected(Event, frozen=True, kw_only=True):
    """A statement was quoted wrongly, or its paper was put right; what was quoted first stays beside it."""

    tag = "document.statement-corrected"
    da = "Udsagn {number} er rettet til {claim}: {reason}"
    en = "Statement {number} is corrected to {claim}: {reason}"

    number: Label
    claim: Claim[Kept]
    reason: Kept


class Withdrawn(Event, frozen=True, kw_only=True):
    """The document no longer holds. What it was quoted for stays."""

    tag = "document.withdrawn"
    da = "Trukket tilbage: {reason}"
    en = "Withdrawn: {reason}"

    reason: Kept


# --- state ---

State = Unknown | OnFile
Events = Filed | StatementQuoted | StatementDoubted | StatementCorrected | Withdrawn


def evolve(state: State, event: Events) -> State:
    if isinstance(event, Filed):
        return OnFile()
    assert isinstance(state, OnFile)
    match event:
        case StatementQuoted() | StatementCorrected():
            statements = state.statements | {event.number: range_of(event.claim)}
            return msgspec.structs.replace(state, statements=statements)
        case StatementDoubted():
            return state
        case Withdrawn():
            return msgspec.structs.replace(state, withdrawn=True)
        case _:
            assert_never(event)


# --- commands ---


class File(Command, frozen=True, kw_only=True):
    """Journalisér et dokument."""

    verb = "file"
    who = (Who.SECRETARIAT,)
    gives = (Filed,)
    creates = True

    subject: Text
    direction: Direction
    dated: DateSaid[Text]
    sha256: Hash | None = None
    size_bytes: SizeBytes | None = None
    journal_number: Label | None = None
    party: PartyId | None = None
    outside: Text | None = None


class Quote(Command, frozen=True, kw_only=True):
    """Citér et udsagn."""

    verb = "quote"
    who = (Who.SECRETARIAT,)
    gives = (StatementQuoted,)

    number: Label
    locator: Label
    words: Text
    claim: Claim[Text]
    about: StreamId | None = None


class DoubtStatement(Command, frozen=True, kw_only=True):
    """Betvivl et udsagn."""

    verb = "doubt"
    who = (Who.SECRETARIAT, Who.ATTENDEE)
    gives = (StatementDoubted,)

    number: Label
    doubt: Doubt
    text: Text
    read_as: Claim[Text] | None = None
    other: StatementRef | None = None

    def is_of(self, person: PersonId, state: Any) -> bool:
        """Whoever doubts doubts for themselves."""
        return True


class CorrectStatement(Command, frozen=True, kw_only=True):
    """Ret et udsagn."""

    verb = "correct"
    who = (Who.SECRETARIAT,)
    gives = (StatementCorrected,)

    number: Label
    claim: Claim[Text]
    reason: Text


class Withdraw(Command, frozen=True, kw_only=True):
    """Træk et dokument tilbage."""

    verb = "withdraw"
    who = (Who.SECRETARIAT,)
    gives = (Withdrawn,)

    reason: Text


Commands = File | Quote | DoubtStatement | CorrectStatement | Withdraw


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, File):
        return _file(command, state, asked)
    assert isinstance(state, OnFile)
    match command:
        case Quote():
            return _quote(command, state, asked)
        case DoubtStatement():
            return _doubt(command, state, asked)
        case CorrectStatement():
            require_statement(command.number, state)
            require_in_order(command.claim)
            claim, reason = keep(command.claim), said(command.reason)
            return (StatementCorrected(number=command.number, claim=claim, reason=reason),)
        case Withdraw():
            return () if state.withdrawn else (Withdrawn(reason=said(command.reason)),)
        case _:
            assert_never(command)


def _file(command: File, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("document.exists")
    known(asked, command.party)
    return (
        Filed(
            subject=said(command.subject),
            direction=command.direction,
            dated=keep(command.dated),
            sha256=command.sha256,
            size_bytes=command.size_bytes,
            journal_number=command.journal_number,
            party=command.party,
            outside=said_if(command.outside),
        ),
    )


def _quote(command: Quote, state: OnFile, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.about)
    require_in_order(command.claim)
    require_room(command.number, state)
    return (
        StatementQuoted(
            number=command.number,
            locator=command.locator,
            words=said(command.words),
            claim=keep(command.claim),
            about=command.about,
        ),
    )


def _doubt(command: DoubtStatement, state: OnFile, asked: Asked) -> tuple[Event, ...]:
    require_statement(command.number, state)
    if command.read_as is not None:
        require_in_order(command.read_as)
    if command.other is not None:
        require_other(command.number, command.other, state, asked, contradicts=command.doubt is Doubt.CONTRADICTS)
    return (
        StatementDoubted(
            number=command.number,
            doubt=command.doubt,
            text=said(command.text),
            read_as=keep_if(command.read_as),
            other=command.other,
        ),
    )


REFUSALS: Reasons = {
    "document.exists": ("Dokumentet er journaliseret.", "The document is on file."),
    "document.numbered": ("Nummeret {number} er brugt.", "The number {number} is taken."),
    "document.full": ("Et dokument har højst {count} udsagn.", "A document has at most {count} statements."),
    "document.no-longer-valid": ("Dokumentet er trukket tilbage.", "The document is withdrawn."),
    "document.statement-unknown": ("Udsagnet {number} findes ikke.", "The statement {number} does not exist."),
    "document.range-reversed": ("Tallet går fra {low} til {high}; skriv det mindste først.",
                                "The number goes from {low} to {high}; put the smaller one first."),
    "document.no-contradiction": ("Udsagn {number} og {other} kan begge være rigtige.",
                                  "Statements {number} and {other} can both be right."),
}  # fmt: skip

DOCUMENT = Kind(
    name="document",
    danish="dokument",
    events=get_args(Events),
    commands=get_args(Commands),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)

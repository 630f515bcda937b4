"""Document (dokument, bilag): statements as printed, and the doubts beside them. A quotation is no fact about the world."""

from typing import Any, assert_never

from msgspec import Struct

from domain.claims import Claim, DateSaid
from domain.counts import SizeBytes
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known
from domain.names import Hash, Label, PersonId, StreamId
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep, keep_if, said
from domain.words import Word

STATEMENTS_MAX = 2_000


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
    da = "Journaliseret ({direction}[, {dated}]): {subject}"
    en = "Filed ({direction}[, {dated}]): {subject}"

    subject: Kept
    direction: Direction
    dated: DateSaid[Kept]
    sha256: Hash | None = None
    size_bytes: int | None = None


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
    da = "Udsagn {number} ({doubt}): {text}[ Læses som {read_as}.]"
    en = "Statement {number} ({doubt}): {text}[ Read as {read_as}.]"

    number: Label
    doubt: Doubt
    text: Kept
    read_as: Claim[Kept] | None = None


# --- state ---


class OnFile(Struct, frozen=True, kw_only=True):
    """A document and the numbers of its statements."""

    statements: frozenset[Label] = frozenset()


State = Unknown | OnFile


def evolve(state: State, event: Filed | StatementQuoted | StatementDoubted) -> State:
    match event:
        case Filed():
            return OnFile()
        case StatementQuoted():
            assert isinstance(state, OnFile)
            return OnFile(statements=state.statements | {event.number})
        case StatementDoubted():
            return state
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

    def is_of(self, person: PersonId, state: Any) -> bool:
        """Whoever doubts doubts for themselves."""
        return True


def decide(command: File | Quote | DoubtStatement, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case File():
            if not isinstance(state, Unknown):
                raise Refused("document.exists")
            return (
                Filed(
                    subject=said(command.subject),
                    direction=command.direction,
                    dated=keep(command.dated),
                    sha256=command.sha256,
                    size_bytes=command.size_bytes,
                ),
            )
        case Quote():
            return _quote(command, state, asked)
        case DoubtStatement():
            assert isinstance(state, OnFile)
            if command.number not in state.statements:
                raise Refused("document.statement-unknown", number=command.number)
            return (
                StatementDoubted(
                    number=command.number,
                    doubt=command.doubt,
                    text=said(command.text),
                    read_as=keep_if(command.read_as),
                ),
            )
        case _:
            assert_never(command)


def _quote(command: Quote, state: State, asked: Asked) -> tuple[Event, ...]:
    assert isinstance(state, OnFile)
    known(asked, command.about)
    if command.number in state.statements:
        raise Refused("document.numbered", number=command.number)
    if len(state.statements) >= STATEMENTS_MAX:
        raise Refused("document.full", count=STATEMENTS_MAX)
    return (
        StatementQuoted(
            number=command.number,
            locator=command.locator,
            words=said(command.words),
            claim=keep(command.claim),
            about=command.about,
        ),
    )


REFUSALS: Reasons = {
    "document.exists": ("Dokumentet er journaliseret.", "The document is on file."),
    "document.numbered": ("Nummeret {number} er brugt.", "The number {number} is taken."),
    "document.full": ("Et dokument har højst {count} udsagn.", "A document has at most {count} statements."),
    "document.statement-unknown": ("Udsagnet {number} findes ikke.", "The statement {number} does not exist."),
}

DOCUMENT = Kind(
    name="document",
    danish="dokument",
    events=(Filed, StatementQuoted, StatementDoubted),
    commands=(File, Quote, DoubtStatement),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)

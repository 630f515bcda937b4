"""What does each paper say, and what is doubtful about it? The documents (dokumenter) of a scope with their statements.

Topic `{scope}/documents`. Keys: `{document}`, `{document}/end` where it is withdrawn, `{document}/statement/{number}`,
`{document}/statement/{number}/doubt/{n}`, `{document}/statement/{number}/correction/{n}`; and beside the statement that a doubt
holds up against another, `{document}/statement/{number}/counter/{position}`.
"""

from typing import Any, Generic
from urllib.parse import quote

import msgspec
from msgspec import Struct

from domain.document import Filed, StatementCorrected, StatementDoubted, StatementQuoted, Withdrawn
from domain.kernel import Recorded
from domain.names import name_of, scope_of
from domain.text import Kept, T
from projections.reveal import N, Place, reveal
from projections.said import SaidClaim, SaidDate, claim_row, date_row
from projections.view import Get, Named, Rows, Sight, View


class DocumentRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="document"):
    """A paper on file. Without a hash its bytes are not held here."""

    document: N
    direction: str
    position: int
    subject: T | None = None
    dated: SaidDate[T] | None = None
    sha256: str | None = None
    size_bytes: int | None = None
    journal_number: str | None = None
    party: N | None = None
    """Whom it came from or went to."""
    outside: T | None = None
    withdrawn: bool = False


class EndRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="end"):
    """Why the paper no longer holds. What it was quoted for stays."""

    document: N
    version: int
    position: int
    reason: T | None = None


class StatementRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="statement"):
    """What the paper says, in its own words, and what they are read as."""

    document: N
    number: str
    locator: str
    claim: SaidClaim[T]
    version: int
    """Of the document's stream."""
    position: int
    words: T | None = None
    about: N | None = None


class DoubtRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="doubt"):
    """Why a statement cannot be quite right. It stands all the same."""

    document: N
    number: str
    doubt: str
    by: N
    version: int
    position: int
    text: T | None = None
    read_as: SaidClaim[T] | None = None
    other: Place[N] | None = None
    """The statement that it does not agree with; its number is the part."""


class CounterRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="counter"):
    """Another statement is doubted because of this one: what does not fit shows at both."""

    document: N
    number: str
    doubt: str
    at: Place[N]
    """The doubted statement; its number is the part."""
    version: int
    """Of that document's stream."""
    position: int
    text: T | None = None


class CorrectionRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="correction"):
    """What a statement is corrected to. What was quoted first stands beside it."""

    document: N
    number: str
    claim: SaidClaim[T]
    by: N
    version: int
    position: int
    reason: T | None = None


Row = (
    DocumentRow[Kept, str]
    | EndRow[Kept, str]
    | StatementRow[Kept, str]
    | DoubtRow[Kept, str]
    | CounterRow[Kept, str]
    | CorrectionRow[Kept, str]
)
Words = str | None
Shown = (
    DocumentRow[Words, Named]
    | EndRow[Words, Named]
    | StatementRow[Words, Named]
    | DoubtRow[Words, Named]
    | CounterRow[Words, Named]
    | CorrectionRow[Words, Named]
)


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, document, version, position = recorded.event, recorded.stream, recorded.version, recorded.position
    key = f"{scope_of(document)}/documents|{name_of(document)}"
    match event:
        case Filed():
            filed = DocumentRow[Kept, str](
                document=document,
                subject=event.subject,
                direction=event.direction,
                dated=date_row(event.dated),
                sha256=event.sha256,
                size_bytes=event.size_bytes,
                journal_number=event.journal_number,
                party=event.party,
                outside=event.outside,
                position=position,
            )
            return {key: filed}
        case StatementQuoted():
            statement = StatementRow[Kept, str](
                document=document,
                number=event.number,
                locator=event.locator,
                words=event.words,
                claim=claim_row(event.claim),
                about=event.about,
                version=version,
                position=position,
            )
            return {_statement(key, event.number): statement}
        case StatementDoubted():
            doubt = DoubtRow[Kept, str](
                document=document,
                number=event.number,
                doubt=event.doubt,
                text=event.text,
                read_as=None if event.read_as is None else claim_row(event.read_as),
                other=None if event.other is None else Place(stream=event.other.document, part=event.other.number),
                by=recorded.by.person,
                version=version,
                position=position,
            )
            return {f"{_statement(key, event.number)}/doubt/{version:06d}": doubt, **_counter(event, recorded)}
        case StatementCorrected():
            correction = CorrectionRow[Kept, str](
                document=document,
                number=event.number,
                claim=claim_row(event.claim),
                reason=event.reason,
                by=recorded.by.person,
                version=version,
                position=position,
            )
            return {f"{_statement(key, event.number)}/correction/{version:06d}": correction}
        case Withdrawn():
            end = EndRow[Kept, str](document=document, reason=event.reason, version=version, position=position)
            return {key: msgspec.structs.replace(get(key), withdrawn=True), f"{key}/end": end}
        case _:
            return {}


def _counter(event: StatementDoubted, recorded: Recorded) -> Rows:
    other = event.other
    if other is None:
        return {}
    row = CounterRow[Kept, str](
        document=other.document,
        number=other.number,
        doubt=event.doubt,
        at=Place(stream=recorded.stream, part=event.number),
        text=event.text,
        version=recorded.version,
        position=recorded.position,
    )
    key = f"{scope_of(other.document)}/documents|{name_of(other.document)}"
    return {f"{_statement(key, other.number)}/counter/{recorded.position:010d}": row}


def _statement(key: str, number: str) -> str:
    return f"{key}/statement/{quote(number, safe='')}"


def show(key: str, row: Any, sight: Sight) -> Any:
    told_in = row.at.stream if isinstance(row, CounterRow) else row.document
    if sight.hides_event(told_in, 1 if isinstance(row, DocumentRow) else row.version):
        return None
    return reveal(row, sight)


DOCUMENTS = View(
    name="documents",
    version=3,
    row=Row,
    shown=Shown,
    folds=frozenset({Filed, StatementQuoted, StatementDoubted, StatementCorrected, Withdrawn}),
    evolve=evolve,
    show=show,
    closes=True,
)

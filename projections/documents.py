"""What does each paper say, and what is doubtful about it? The documents (dokumenter) of a scope with their statements.

Topic `{scope}/documents`. Keys: `{document}`, `{document}/statement/{number}`, `{document}/statement/{number}/doubt/{n}`.
"""

from typing import Any, Generic
from urllib.parse import quote

from msgspec import Struct

from domain.document import Filed, StatementDoubted, StatementQuoted
from domain.kernel import Recorded
from domain.names import name_of, scope_of
from domain.text import Kept, T
from projections.reveal import N, reveal
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


Row = DocumentRow[Kept, str] | StatementRow[Kept, str] | DoubtRow[Kept, str]
Words = str | None
Shown = DocumentRow[Words, Named] | StatementRow[Words, Named] | DoubtRow[Words, Named]


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
                by=recorded.by.person,
                version=version,
                position=position,
            )
            return {f"{_statement(key, event.number)}/doubt/{version:06d}": doubt}
        case _:
            return {}


def _statement(key: str, number: str) -> str:
    return f"{key}/statement/{quote(number, safe='')}"


def show(key: str, row: Any, sight: Sight) -> Any:
    if sight.hides_event(row.document, 1 if isinstance(row, DocumentRow) else row.version):
        return None
    return reveal(row, sight)


DOCUMENTS = View(
    name="documents",
    version=1,
    row=Row,
    shown=Shown,
    folds=frozenset({Filed, StatementQuoted, StatementDoubted}),
    evolve=evolve,
    show=show,
    closes=True,
)

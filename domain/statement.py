"""Statement (udsagn): what a document's rules read: what each of its statements can mean, and whether it still holds."""

from msgspec import Struct

from domain.kernel import Asked, known
from domain.names import DocumentId, Label
from domain.ranges import Range, apart
from domain.refusal import Refused

STATEMENTS_MAX = 2_000
"""Of one document."""


class StatementRef(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A statement of this paper or another."""

    document: DocumentId
    number: Label


class OnFile(Struct, frozen=True, kw_only=True):
    """A document, and what each of its statements can mean."""

    statements: dict[Label, Range | None] = {}
    withdrawn: bool = False


def require_room(number: Label, state: OnFile) -> None:
    """Refuse one statement more of what no longer holds, under a number that is used, or beyond the last."""
    if state.withdrawn:
        raise Refused("document.no-longer-valid")
    if number in state.statements:
        raise Refused("document.numbered", number=number)
    if len(state.statements) >= STATEMENTS_MAX:
        raise Refused("document.full", count=STATEMENTS_MAX)


def require_statement(number: Label, state: OnFile) -> None:
    """Refuse what is not quoted."""
    if number not in state.statements:
        raise Refused("document.statement-unknown", number=number)


def require_other(number: Label, other: StatementRef, state: OnFile, asked: Asked, *, contradicts: bool) -> None:
    """Refuse to hold a statement against none, against itself, or as a contradiction against what can be true as well."""
    known(asked, other.document)
    elsewhere = asked.see(other.document)
    require_statement(other.number, elsewhere)
    one, another = state.statements[number], elsewhere.statements[other.number]
    same = (other.document, other.number) == (asked.stream, number)
    measured = one is not None and another is not None
    if same or (contradicts and measured and not apart(one, another)):
        raise Refused("document.no-contradiction", number=number, other=other.number)

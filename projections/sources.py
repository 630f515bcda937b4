"""Sources (kilder): the earlier decision that something rests on, as fields of a row: taken in the record, or cited by a paper."""

from typing import Any

from domain.decided import Cited, DecisionRef, Taken
from domain.text import Kept
from projections.reveal import place_of
from projections.said import date_row


def source_of(source: DecisionRef[Kept]) -> dict[str, Any]:
    """The fields of a row for a decision, whether taken here or cited."""
    match source:
        case Taken():
            return {"decision": place_of(source)}
        case Cited():
            on = date_row(source.on)
            return {"who": source.who, "words": source.words, "on": on, "document": source.document}

"""Rows of `told.rows` as somebody sees them to whom nothing is closed: words in the clear, names made of ids."""

from typing import Any

from domain.names import name_of
from domain.text import Said, TextAt
from projections.view import Named, View
from tests.given import each_text

ANYWHERE = "anywhere"


class Eyes:
    """As much of a `Sight` as rows ask of it."""

    def open(self, kept: TextAt) -> str:
        return kept.field

    def name(self, stream: str) -> Named:
        return Named(stream, name_of(stream))

    def hides_event(self, stream: str, version: int) -> bool:
        return False

    def hides_stream(self, stream: str) -> bool:
        return False

    def hides_item(self, meeting: str, item: str) -> bool:
        return False

    def see(self, meeting: str) -> Any:
        return _Meeting()


class _Meeting:
    """Any meeting: each decision was taken at some item."""

    class Decisions(dict[str, Any]):
        def __missing__(self, number: str) -> Any:
            return _Decision()

    decisions = Decisions()


class _Decision:
    item = "some-item"


def _in_place(text: Said | TextAt, _: str) -> TextAt:
    """Where the words stand: they are opened as they are."""
    assert isinstance(text, Said)
    return TextAt(ANYWHERE, 1, text.value)


def shown(view: View, topic: str, rows: dict[str, Any]) -> dict[str, Any]:
    """Rows by their key within a topic, as shown."""
    eyes: Any = Eyes()
    seen = {key: view.show(f"{topic}|{key}", each_text(row, "", _in_place), eyes) for key, row in rows.items()}
    return {key: row for key, row in seen.items() if row is not None}

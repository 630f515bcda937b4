"""One audience's eyes at one position: what `show` needs to open words and name things."""

from collections.abc import Callable, Iterable
from typing import Any

from domain.dates import day_of_moment
from domain.kernel import Recorded, See
from domain.policy import Mask
from domain.text import Kept
from projections.names import key_of
from projections.sentence import day_in_words
from projections.view import Named, View, rest_of


class Eyes:
    """A `Sight` over states and rows. `name_row(key)` gives the row of the view `names` at the position shown."""

    def __init__(
        self,
        mask: Mask,
        see: See,
        opener: Callable[[Kept], str | None],
        event: Callable[[str, int], Recorded],
        name_row: Callable[[str], Any],
    ) -> None:
        self.mask = mask
        self.see = see
        self.open = opener
        self.recorded = event
        self._name_row = name_row

    def name(self, stream: str) -> Named:
        return Named(stream, self._name(stream))

    def _name(self, stream: str) -> str:
        """What a stream is called: its words; a meeting by its body and day; an unnamed thing by its own name."""
        row = self._name_row(key_of(stream))
        if row is None:
            return stream.rsplit("/", 1)[-1]
        if row.words is not None:
            return self.open(row.words) or "[slettet]"
        body = "" if row.body is None else self._name(row.body)
        return body if row.starts_at is None else f"{body}, {day_in_words(day_of_moment(row.starts_at), 'da')}"


def shown(view: View, rows: Iterable[tuple[str, Any]], sight: Eyes) -> dict[str, Any]:
    """Rows as an audience sees them, by their key on the wire. What is hidden is left out."""
    seen = ((key, view.show(key, row, sight)) for key, row in rows)
    return {rest_of(key): row for key, row in seen if row is not None}

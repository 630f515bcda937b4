"""Kept rows: views as versions `(view, fold version, key, from_position, body)`; nothing is updated in place.

As of any position is the same read with another position; it jumps from key to key, so its cost does not grow with history.
"""

from collections.abc import Sequence
from typing import Any, Protocol

import msgspec

from eventstore.report import report

ROW_BYTES_MAX = 512 * 1024
"""Rows are small (one item, one decision, one seat), so a change sends little and versions stay cheap. The largest that commands
allow holds three texts, each of them as long as a text may be and escaped all through."""

TIDIED = 5_000
"""Rows let go of at once."""
UNUSED_S = 7 * 86_400
"""A set of another release is kept so long after it was used last: somebody may go back to it."""
OVER_S = 60
"""So long a set is kept that another took the place of: who read it a moment ago reads on."""

Version = tuple[str, int, str, int, bytes | None]
"""view, fold version, key, from_position, body (None: the row is gone)."""


def row_bytes(view: str, key: str, row: Any) -> bytes:
    """A row as it is kept. One that is too large is kept all the same, since its event stands, and reported: its fold is wrong."""
    body = _ENCODE(row)
    if len(body) > ROW_BYTES_MAX:
        report("rows.too-large", view=view, key=key, size_bytes=len(body))
    return body


_ENCODE = msgspec.json.Encoder().encode


class Fenced(Exception):
    """Another process keeps rows now; this one lost the lease."""


class RowStore(Protocol):
    """Where rows are kept: in sets, of which one is read. Another is made beside it, and then takes its place."""

    def kept(self) -> int:
        """The position up to which rows are kept. From here on the set is read that serves now."""
        ...

    def get(self, view: str, fold: int, key: str, at: int) -> bytes | None:
        """A row as of a position; None where none stands."""
        ...

    def range(self, view: str, fold: int, after: str, stop: str, at: int, limit: int) -> Sequence[tuple[str, bytes]]:
        """Rows with `after < key < stop` as of a position, in key order."""
        ...

    def changed(
        self, view: str, fold: int, after: str, stop: str, since: int, at: int, limit: int
    ) -> Sequence[tuple[str, bytes | None]]:
        """Of rows with `after < key < stop`, those that changed after `since` and up to `at`, as they stood at `since` (None: there
        was none). Its cost grows neither with history nor, where little changed, with the keys there are."""
        ...

    def versions(
        self, view: str, fold: int, key: str, after: int, at: int, limit: int
    ) -> Sequence[tuple[int, bytes | None]]:
        """The versions of a row from after one position up to another, oldest first, each from its position (None: it is gone)."""
        ...

    def keep(self, before: int, after: int, versions: Sequence[Version]) -> None:
        """Versions of the positions `before + 1 … after`. Raises `Fenced` if somebody kept them already."""
        ...

    def leads(self) -> bool:
        """Whether this process is the one that keeps rows, for now."""
        ...

    def serve(self) -> bool:
        """Let the set that was made beside the others be the one that is read; False while it holds less than that one."""
        ...

    def tidy(self) -> bool:
        """Let go of some rows that nobody reads any more; whether there may be more of them."""
        ...

    def close(self) -> None: ...

"""Rows as a reading finds them, and a page of them as its reader does."""

from typing import Any, Protocol

from msgspec import Struct

PAGE_MAX = 2_000
"""Rows in one answer."""


class Rows(Protocol):
    """Rows as of any position up to `head`."""

    @property
    def head(self) -> int: ...

    def changes(self, view: str) -> int:
        """Another number whenever rows of a view changed."""
        ...

    def get(self, view: str, key: str, at: int) -> Any: ...

    def range(
        self, view: str, prefix: str, at: int, after: str = "", limit: int = PAGE_MAX
    ) -> list[tuple[str, Any]]: ...

    def changed(
        self, view: str, prefix: str, since: int, at: int, limit: int, after: str = ""
    ) -> list[tuple[str, Any]]:
        """Rows that changed after one position and up to another, as they stood at the first."""
        ...

    def versions(self, view: str, key: str, after: int, at: int, limit: int) -> list[tuple[int, Any]]:
        """The versions of a row from after one position up to another, oldest first; None: it is gone from there on."""
        ...


class Page(Struct, frozen=True):
    """Rows by their key on the wire, and the key to go on after; None at the end."""

    rows: dict[str, Any]
    after: str | None

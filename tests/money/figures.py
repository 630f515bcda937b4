"""Figures: how often something was tried at length, and how often it went wrong, in the rows of `docs/money.md`."""

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "money.md"


def note(row: str, found: int, tried: int) -> None:
    """Write the last column of the row that begins so."""
    PAGE.write_text(noted(PAGE.read_text(), row, found, tried))


def noted(page: str, row: str, found: int, tried: int) -> str:
    """The page with it. Exactly one row begins so."""
    changed, rows = re.subn(rf"(?m)^(\| {re.escape(row)}.*\|) [^|]* \|$", rf"\1 {found} in {tried} |", page)
    assert rows == 1, row
    return changed

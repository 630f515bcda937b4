"""Figures: how often something was tried at length, and how often it went wrong, in the rows of `docs/proof.md`."""

from pathlib import Path

from tests.money.figures import noted

PAGE = Path(__file__).resolve().parents[2] / "docs" / "proof.md"


def note(row: str, found: int, tried: int) -> None:
    """Write the last column of the row that begins so."""
    PAGE.write_text(noted(PAGE.read_text("utf-8"), row, found, tried), "utf-8")

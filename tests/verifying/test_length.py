"""Whoever doubts the record reads the whole program that judges it: it stays as short and as narrow as was promised."""

import io
import tokenize
from pathlib import Path

from clients import klynge_verify

LINES_MAX = 599
COLUMNS_MAX = 132
PROGRAM = Path(klynge_verify.__file__).read_text("utf-8")


def test_the_one_file_is_short_and_narrow() -> None:
    lines = PROGRAM.split("\n")
    assert lines.pop() == ""
    assert len(lines) <= LINES_MAX
    assert [number for number, line in enumerate(lines, 1) if len(line) > COLUMNS_MAX] == []


def test_no_line_is_made_of_two() -> None:
    """It is short because it says little, and not because it says two things at once."""
    tokens = tokenize.generate_tokens(io.StringIO(PROGRAM).readline)
    assert [token.start[0] for token in tokens if token.exact_type == tokenize.SEMI] == []

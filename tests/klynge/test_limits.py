"""Limits: every one that the document names is the constant of that name, at that value."""

import re
from importlib import import_module
from pathlib import Path

import pytest

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "operations" / "limits.md"
ROWS = re.findall(r"^\| [^|]+ \| `([\w.]+)\.(\w+)` \| ([\d.]+)", DOCUMENT.read_text(), re.MULTILINE)


def test_the_document_names_limits() -> None:
    assert len(ROWS) == DOCUMENT.read_text().count("\n| ") - 1


@pytest.mark.parametrize(("module", "constant", "value"), ROWS, ids=[constant for _, constant, _ in ROWS])
def test_a_limit_is_what_the_document_says(module: str, constant: str, value: str) -> None:
    assert getattr(import_module(module), constant) == float(value)

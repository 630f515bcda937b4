"""The document of security: every promise names tests, and they are there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = (ROOT / "docs" / "security.md").read_text()
PROMISES = [row for row in re.findall(r"^\| (.+) \|$", DOCUMENT, re.MULTILINE) if not row.startswith("promise |")]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def missing(text: str) -> list[str]:
    """The tests that a text names and nobody wrote."""
    return [
        f"{path}::{name}"
        for path, name in NAMED.findall(text)
        if not (ROOT / path).exists() or not re.search(rf"^(async )?def {name}\(", (ROOT / path).read_text(), re.M)
    ]


def test_every_promise_names_tests() -> None:
    assert len(PROMISES) > 30
    assert [row for row in PROMISES if not NAMED.search(row.rpartition(" | ")[2])] == []


def test_the_tests_it_names_are_there() -> None:
    assert missing(DOCUMENT) == []


def test_a_test_that_is_not_there_is_found() -> None:
    """The control."""
    named = ["tests/klynge/test_security_document.py::test_of_nothing", "tests/none.py::test_x"]
    assert missing(" ".join(f"`{each}`" for each in named)) == named


def test_what_is_not_promised_is_said_too() -> None:
    beyond = DOCUMENT.partition("## What is not promised")[2]
    assert beyond.count("\n- ") >= 10
    assert "it grew" in beyond

"""Cursors: a client gives back what it was given, and nothing else is one."""

from base64 import urlsafe_b64encode

import pytest

from eventstore.cursor import CURSOR_CHARS_MAX, Cursor, read_cursor

CURSOR = Cursor("f00dfeed", "p1", 4_117)


@pytest.mark.parametrize("position", [0, 1, 4_117, 10**12])
def test_a_cursor_is_read_as_it_was_given(position: int) -> None:
    cursor = Cursor("f00dfeed", "p1", position)

    assert read_cursor(cursor.text()) == cursor


def encoded(plain: str) -> str:
    return urlsafe_b64encode(plain.encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "start",
        "ø",
        "\x00",
        CURSOR.text() + "=",
        CURSOR.text() + "!",
        CURSOR.text()[:-1],
        " " + CURSOR.text(),
        encoded("f00dfeed.p1"),
        encoded("f00dfeed.p1.x"),
        encoded("f00dfeed.p1.4117"),
        encoded("f00dfeed.p1.-000000004117"),
        encoded("f00dfeed.p1.0000000004_117"),
        encoded("f00dfeed.p1.000000000411٧"),
        "A" * (CURSOR_CHARS_MAX + 1),
    ],
)
def test_what_is_none_of_ours_is_none(text: str) -> None:
    assert read_cursor(text) is None

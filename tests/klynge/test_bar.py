"""A bar is drawn for whoever looks on, and in no file."""

import io

import pytest
from rich.console import Console

from klynge.bar import bar, counted


@pytest.mark.parametrize(("terminal", "drawn"), [(True, True), (False, False)])
def test_a_bar_is_drawn_on_a_terminal_alone(terminal: bool, drawn: bool) -> None:
    file = io.StringIO()
    with bar(Console(file=file, force_terminal=terminal, width=100), "Views") as told:
        more = counted(told, 300)
        more(100)
        more(200)
    assert ("300/300" in file.getvalue()) is drawn
    assert (file.getvalue() != "") is drawn

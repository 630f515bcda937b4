"""The table of roles: one answer for every action, role, item and meeting, as docs/roles.md says to read it."""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

TABLE = Path(__file__).resolve().parents[2] / "docs" / "roles.csv"
ITEMS = ("open", "closed", "title-closed")
MEETINGS = ("upcoming", "in-session-item-running", "in-session-other-item", "adjourned-or-ended")
ANY = "any"
YES, NO, OWN, REFUSED = "yes", "no", "own", "refused"


class Cell(Struct, frozen=True):
    """One question and its answer."""

    action: str
    item: str
    meeting: str
    role: str
    answer: str
    source: str


@cache
def lines() -> tuple[dict[str, str], ...]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def roles() -> tuple[str, ...]:
    return tuple(name for name in lines()[0] if name not in ("action", "item", "meeting", "source"))


@cache
def actions() -> tuple[str, ...]:
    return tuple(dict.fromkeys(line["action"] for line in lines()))


def line_for(action: str, item: str, meeting: str) -> dict[str, str]:
    """The one line that holds: of the item's own lines, or of any item's; then of the meeting's state, or any."""
    of_action = [line for line in lines() if line["action"] == action]
    of_item = [line for line in of_action if line["item"] == item] or [
        line for line in of_action if line["item"] == ANY
    ]
    (found,) = [line for line in of_item if line["meeting"] == meeting] or [
        line for line in of_item if line["meeting"] == ANY
    ]
    return found


def cells(action: str) -> Iterator[Cell]:
    """All questions about an action."""
    for item in ITEMS:
        for meeting in MEETINGS:
            line = line_for(action, item, meeting)
            for role in roles():
                yield Cell(action, item, meeting, role, line[role], line["source"])

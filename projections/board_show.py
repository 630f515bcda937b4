"""An initiative as one audience sees it: what was told at an item closed to them is left out of its row."""

from typing import Any

import msgspec

from projections.board_handed import FIRST
from projections.board_rows import ToldAt
from projections.reveal import reveal
from projections.view import Sight

PARTS: dict[str, dict[str, Any]] = {
    "stage": {"stage": None, "ended_how": None, "into": None},
    "phase": {"phase": None},
    "deprioritised": {"deprioritised": False},
    "owners": {"owners": (), "leader": None, "group": None},
    "confirmation": {"revision": None, "approved_by": (), "returned": False},
    "colour": {
        **{"colour": None, "colour_since": None, "colour_meeting": None, "off_course_with": None},
        **{"escalated": False, "remedied": False},
    },
}
"""part -> what stands for it where it is closed."""


def show_board(row: Any, sight: Sight) -> Any:
    """None where the whole initiative began at an item closed to the reader."""
    stream = row.initiative
    if sight.hides_stream(stream):
        return None

    def open_(version: int) -> bool:
        return not sight.hides_event(stream, version)

    told: ToldAt = row.told

    def carried_open(part: str) -> bool:
        """Whether what was carried of a part, if that still stands, was told in the open in the cluster before this one."""
        before: ToldAt | None = row.told_before
        if before is None or FIRST not in _versions(told, part):
            return True
        return not any(sight.hides_event(row.taken_from, version) for version in _versions(before, part))

    closed = [
        part for part in PARTS if not all(open_(version) for version in _versions(told, part)) or not carried_open(part)
    ]
    remarks = [each for each in zip(row.remarks, told.remarks, strict=True) if open_(each[1])]
    held_by = [each for each in zip(row.held_by, told.held_by, strict=True) if open_(each[1])]
    changes: dict[str, Any] = {
        "lies_with": tuple(each for each in row.lies_with if open_(each.version)),
        "expected": tuple(each for each in row.expected if open_(each.version)),
        "remarks": tuple(remark for remark, _ in remarks),
        "held_by": tuple(condition for condition, _ in held_by),
        "told_before": None,
        "told": msgspec.structs.replace(
            told,
            stage_before=None,
            remarks=tuple(version for _, version in remarks),
            held_by=tuple(version for _, version in held_by),
            **{part: getattr(ToldAt(), part) for part in closed},
        ),
    }
    for part in closed:
        changes |= PARTS[part]
    return reveal(msgspec.structs.replace(row, **changes), sight)


def _versions(told: ToldAt, part: str) -> tuple[int, ...]:
    at = getattr(told, part)
    if isinstance(at, tuple):
        return at
    return () if at is None else (at,)

"""An initiative that was taken over from an earlier cluster, as the board tells of it: what was carried, and what it is called."""

from typing import Any

import msgspec

from domain.handing.initiative import CarriedInitiative, TakenOver
from domain.initiative import Standing
from domain.text import TextAt
from projections.board_rows import ToldAt

FIRST = 1
"""The version at which a stream that was taken over begins."""


def taken_over(before: Any, event: TakenOver) -> dict[str, Any]:
    """The fields of its row, from what was carried and from the row it had before; None where that is of another log."""
    carried, former = event.carried, event.from_stream
    colour, held_by = carried.colour, tuple(each.condition for each in carried.holds)
    remarks = tuple(each.remark for each in carried.remarks)
    confirmed = carried.confirmation
    return {
        **_called(before, former),
        "told": ToldAt(
            stage=FIRST,
            phase=FIRST,
            deprioritised=FIRST if carried.lowered else None,
            owners=FIRST,
            confirmation=(FIRST,),
            colour=(FIRST,),
            remarks=(FIRST,) * len(remarks),
            held_by=(FIRST,) * len(held_by),
        ),
        "taken_from": former,
        "told_before": None if before is None else msgspec.structs.replace(before.told, stage=before.told.stage_before),
        "initiative_kind": carried.kind,
        "plan": carried.plan,
        "ordered_by": carried.orderer,
        "stage": _stage(carried),
        "phase": carried.phase,
        "deprioritised": carried.lowered,
        "owners": carried.owners,
        "leader": carried.leader,
        "group": carried.group,
        "revision": None if confirmed is None else confirmed.revision,
        "returned": confirmed is not None and confirmed.returned,
        "colour": colour,
        "colour_since": before.colour_since if before is not None and before.colour == colour else None,
        "off_course_with": carried.lies_with,
        "remarks": remarks,
        "held_by": held_by,
    }


def _called(before: Any, former: str) -> dict[str, Any]:
    if before is None:
        return {}
    # A text is carried as where it was said, so that it stays as closed as it is there.
    title = before.title if isinstance(before.title, TextAt) else TextAt(former, FIRST, "/title")
    named = {"number": before.number, "theme": before.theme, "supports": before.supports, "by": before.by}
    return {"title": title, **named}


def _stage(carried: CarriedInitiative) -> str:
    answered_for = carried.owners or carried.group or carried.leader
    if carried.standing is not Standing.ORDERED or not answered_for:
        return str(carried.standing)
    confirmed = carried.confirmation
    return "owned" if confirmed is None or confirmed.returned else "confirmed"

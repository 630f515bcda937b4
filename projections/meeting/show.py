"""What an audience sees of a meeting: everything of an item it may follow, an outline of one it may not, or nothing."""

from typing import Any

import msgspec

from domain.meeting.agenda import DoorsOpened, DoorsShut, ItemSettled, ItemTakenUp
from domain.policy import hides, hides_title
from projections.meeting.rows import DecisionRow, ItemRow, SaidCount, SaidRow, SaidShown
from projections.reveal import reveal
from projections.spoken import spoken
from projections.view import Sight, rest_of, topic_of


def show(key: str, row: Any, sight: Sight) -> Any:
    if isinstance(row, SaidCount):
        return None
    item = getattr(row, "item", None) or (_item_in(key) if isinstance(row, ItemRow) else None)
    if item is None:
        return _show_open(key, row, sight)
    meeting = topic_of(key)
    if not hides(sight.see, meeting, item, sight.mask):
        return _show_open(key, row, sight)
    if hides_title(sight.see, meeting, item, sight.mask):
        return None
    return _outline(key, row, sight)


def _item_in(key: str) -> str:
    return rest_of(key).split("/")[1]


def _show_open(key: str, row: Any, sight: Sight) -> Any:
    if not isinstance(row, SaidRow):
        return reveal(row, sight)
    recorded = sight.recorded(topic_of(key), row.version)
    return SaidShown(
        n=row.n,
        at=row.at,
        kind=row.kind,
        position=row.position,
        item=row.item,
        da=spoken(recorded, sight, "da"),
        en=spoken(recorded, sight, "en"),
    )


def _outline(key: str, row: Any, sight: Sight) -> Any:
    """What is known of an item that the reader may not follow: that it is there, and what came of it."""
    match row:
        case ItemRow():
            kept = {"summary": None, "case": None, "presenters": (), "hidden": True}
            title = {} if not row.shut else {"title": None}
            return reveal(msgspec.structs.replace(row, **kept, **title), sight)
        case DecisionRow():
            return reveal(msgspec.structs.replace(row, text=None, waits_for=(), hidden=True), sight)
        case SaidRow() if row.kind in (DoorsShut.tag, DoorsOpened.tag, ItemTakenUp.tag, ItemSettled.tag):
            return _show_open(key, row, sight)
        case _:
            return None

"""The agenda's items as rows: what the paper says of each, whether it is on the floor, and how it ended."""

from typing import Any

from msgspec.structs import replace

from domain.dates import moment_of
from domain.kernel import Recorded
from domain.meeting.agenda import AttachmentAdded, ItemAdded, RecommendationAdded
from domain.meeting.closed_papers import AttachmentOpened, AttachmentShut
from domain.meeting.doors import DoorsOpened, DoorsShut, ExtractPublished
from domain.meeting.floor import ItemSettled, ItemTakenUp
from domain.meeting.promised import ItemPostponed, ItemReopened
from domain.meeting.revisions import (
    ItemChanged,
    ItemPart,
    ItemWithdrawn,
    RecommendationChanged,
    RecommendationWithdrawn,
)
from domain.meeting.sending import AgendaOrdered
from projections.meeting.basis import based_on
from projections.meeting.decided import RecommendationRow
from projections.meeting.keys import Fold, recommendation_key
from projections.meeting.premises import left_by_settling
from projections.meeting.rows import AttachmentRow, ItemRow, NoteRow
from projections.said import date_row
from projections.view import Get


def _item_added(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: ItemAdded = recorded.event
    rows[f"{topic}item/{event.item}"] = ItemRow(
        number=event.number,
        title=event.title,
        summary=event.summary,
        case=event.case,
        presenters=event.presenters,
        from_at=event.from_at,
        to_at=event.to_at,
        position=recorded.position,
        order=recorded.position,
        late=event.late,
        any_other_business=event.any_other_business,
    )
    based_on(f"{topic}item/{event.item}", event.based_on, rows, item=event.item, position=recorded.position)
    _present(event, recorded, topic, rows)
    agenda_changed(get, topic, rows)


def _present(event: ItemAdded | ItemChanged, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    """Who presents an item, where a paper says it in words."""
    if event.presented_by is not None:
        _note(topic, "presented-by", recorded, rows, text=event.presented_by)


def _note(topic: str, sort: str, recorded: Recorded, rows: dict[str, Any], **said: Any) -> None:
    item, at = recorded.event.item, moment_of(recorded.recorded_at)
    rows[f"{topic}item/{item}/note/{sort}"] = NoteRow(item=item, sort=sort, at=at, position=recorded.position, **said)


def _item_changed(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: ItemChanged = recorded.event
    key, row = f"{topic}item/{event.item}", get(f"{topic}item/{event.item}")
    said = {name: getattr(event, name) for name in ("title", "summary", "case", "presenters", "from_at", "to_at")}
    emptied = {field: row_default for part in event.emptied for field, row_default in EMPTY[part].items()}
    changes = emptied | {name: value for name, value in said.items() if value}
    rows[key] = replace(row, number=event.number, position=recorded.position, **changes)
    if ItemPart.PRESENTERS in event.emptied:
        rows[f"{key}/note/presented-by"] = None
    _present(event, recorded, topic, rows)
    agenda_changed(get, topic, rows)


EMPTY: dict[ItemPart, dict[str, Any]] = {
    ItemPart.SUMMARY: {"summary": None},
    ItemPart.CASE: {"case": None},
    ItemPart.PRESENTERS: {"presenters": ()},
    ItemPart.TIMES: {"from_at": None, "to_at": None},
}


def _item_withdrawn(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: ItemWithdrawn = recorded.event
    key = f"{topic}item/{event.item}"
    rows[key] = replace(get(key), state="withdrawn", position=recorded.position)
    _note(topic, "withdrawn", recorded, rows, text=event.reason)
    agenda_changed(get, topic, rows)


def _postponed(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: ItemPostponed = recorded.event
    key, meeting = f"{topic}item/{event.item}", get(f"{topic}meeting")
    if meeting.floor == event.item:
        rows[f"{topic}meeting"] = replace(meeting, floor=None)
    rows[key] = replace(get(key), state="postponed", position=recorded.position)
    _note(topic, "postponed", recorded, rows, referral=event.referral, expected=date_row(event.expected))


def _reopened(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: ItemReopened = recorded.event
    key = f"{topic}item/{event.item}"
    rows[key] = replace(get(key), state="planned", settled_at=None, position=recorded.position)
    rows[f"{key}/note/postponed"] = None
    _note(topic, "reopened", recorded, rows, text=event.reason)


def _ordered(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    """The items change places. Counted anew, a gap would tell of an item from whom it is hidden.

    The row's position stays: the order tells of items from which some are kept.
    """
    event: AgendaOrdered = recorded.event
    keys = [f"{topic}item/{item}" for item in event.items]
    for key, place in zip(keys, sorted(get(key).order for key in keys), strict=True):
        rows[key] = replace(get(key), order=place)
    agenda_changed(get, topic, rows)


def agenda_changed(get: Get, topic: str, rows: dict[str, Any]) -> None:
    """The agenda is no longer as it was sent. Its row's position stays, as what changed may be closed to a reader."""
    key = f"{topic}agenda"
    row = get(key)
    if row is not None and not row.unsent:
        rows[key] = replace(row, unsent=True)


def _taken_up(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: ItemTakenUp = recorded.event
    position, meeting = recorded.position, get(f"{topic}meeting")
    # Its position stays: it would tell when an item is taken up also to those from whom the item is hidden.
    rows[f"{topic}meeting"] = replace(meeting, floor=event.item)
    if meeting.floor is not None:
        left = f"{topic}item/{meeting.floor}"
        rows[left] = replace(get(left), state="planned", position=position)
    key, at = f"{topic}item/{event.item}", moment_of(recorded.recorded_at)
    rows[key] = replace(get(key), state="discussed", taken_up_at=at, position=position)


def _settled(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    meeting, key = f"{topic}meeting", f"{topic}item/{recorded.event.item}"
    before = get(meeting)
    # When a paper was entered is not when the meeting came to the end of an item.
    at = None if before.phase == "reported" else moment_of(recorded.recorded_at)
    rows[meeting] = replace(before, floor=None)
    rows[key] = replace(get(key), state="settled", settled_at=at, position=recorded.position)
    left_by_settling(get, recorded, topic, rows)


def _doors_shut(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    key = f"{topic}item/{recorded.event.item}"
    rows[key] = replace(get(key), shut=True, position=recorded.position)


def _doors_opened(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    key = f"{topic}item/{recorded.event.item}"
    rows[key] = replace(get(key), shut=False, position=recorded.position)


def _extract_published(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    _note(topic, "extract", recorded, rows, text=recorded.event.text)


def _recommended(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: RecommendationAdded = recorded.event
    rows[recommendation_key(topic, event.item, event.recommendation)] = RecommendationRow(
        item=event.item,
        number=event.recommendation,
        asks=event.asks,
        text=event.text,
        to_body=event.to_body,
        only_if=event.only_if,
        position=recorded.position,
    )
    if event.only_if is not None:
        premise = recommendation_key(topic, event.item, event.only_if)
        rows[premise] = replace(get(premise), then=(*get(premise).then, event.recommendation))
    agenda_changed(get, topic, rows)


def _recommended_otherwise(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: RecommendationChanged = recorded.event
    key = recommendation_key(topic, event.item, event.recommendation)
    row = get(key)
    rows[key] = replace(row, asks=event.asks or row.asks, text=event.text or row.text, position=recorded.position)
    agenda_changed(get, topic, rows)


def _no_longer_recommended(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: RecommendationWithdrawn = recorded.event
    rows[recommendation_key(topic, event.item, event.recommendation)] = None
    agenda_changed(get, topic, rows)


def _attached(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: AttachmentAdded = recorded.event
    rows[f"{topic}item/{event.item}/attachment/{event.attachment}"] = AttachmentRow(
        item=event.item,
        name=event.name,
        document=event.document,
        sha256=event.sha256,
        size_bytes=event.size_bytes,
        position=recorded.position,
    )
    agenda_changed(get, topic, rows)


def _attachment_shut(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: AttachmentShut | AttachmentOpened = recorded.event
    key = f"{topic}item/{event.item}/attachment/{event.attachment}"
    rows[key] = replace(get(key), shut=isinstance(event, AttachmentShut), position=recorded.position)


FOLDS: dict[type, Fold] = {
    ItemAdded: _item_added,
    ItemChanged: _item_changed,
    ItemWithdrawn: _item_withdrawn,
    AgendaOrdered: _ordered,
    ItemTakenUp: _taken_up,
    ItemSettled: _settled,
    ItemPostponed: _postponed,
    ItemReopened: _reopened,
    DoorsShut: _doors_shut,
    DoorsOpened: _doors_opened,
    ExtractPublished: _extract_published,
    RecommendationAdded: _recommended,
    RecommendationChanged: _recommended_otherwise,
    RecommendationWithdrawn: _no_longer_recommended,
    AttachmentAdded: _attached,
    AttachmentShut: _attachment_shut,
    AttachmentOpened: _attachment_shut,
}

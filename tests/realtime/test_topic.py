"""The client's side of a topic: parts, gaps, doubles, resets; and frames that are too large for one."""

from typing import Any

import pytest

from clients.live import Topic
from realtime.frames import bodies_of, change_frames, snapshot_frames
from realtime.messages import FRAME_BYTES_MAX, SNAPSHOT_BYTES_MAX
from tests.realtime.page import Message, messages_in

NAME = "aadal/made-up/a1"


def at(position: int, **rows: Any) -> Topic:
    """A topic that is shown as of a position."""
    topic = Topic(NAME)
    topic.apply({"op": "snap", "pos": position, "cursor": f"c{position}", "part": 1, "last": True, "rows": rows})
    return topic


def change(pos: int, prev: int, **rows: Any) -> Message:
    return {"op": "rows", "pos": pos, "prev": prev, "cursor": f"c{pos}", "set": rows}


def test_a_change_that_follows_is_applied() -> None:
    topic = at(5, a={"n": 1}, b={"n": 1})
    assert topic.apply(change(8, 5, a={"n": 2}, b=None, c={"n": 1}))
    assert (topic.rows, topic.position, topic.cursor) == ({"a": {"n": 2}, "c": {"n": 1}}, 8, "c8")


def test_a_change_that_began_before_and_ends_after_is_applied() -> None:
    """Rows are whole, so nothing stale comes with it."""
    topic = at(5, a={"n": 1})
    assert topic.apply(change(8, 3, a={"n": 2}))
    assert (topic.rows, topic.position) == ({"a": {"n": 2}}, 8)


@pytest.mark.parametrize("pos", [4, 5])
def test_a_change_that_is_known_is_ignored(pos: int) -> None:
    topic = at(5, a={"n": 1})
    assert not topic.apply(change(pos, 3, a={"n": 0}))
    assert (topic.rows, topic.position, topic.cursor) == ({"a": {"n": 1}}, 5, "c5")


def test_a_gap_is_noticed_and_nothing_is_applied() -> None:
    topic = at(5, a={"n": 1})
    with pytest.raises(LookupError):
        topic.apply(change(9, 7, a={"n": 2}))
    assert (topic.rows, topic.position, topic.cursor) == ({"a": {"n": 1}}, 5, "c5")


def test_a_change_before_any_snapshot_is_a_gap() -> None:
    with pytest.raises(LookupError):
        Topic(NAME).apply(change(9, 7, a={"n": 2}))


def test_catching_up_moves_on_over_what_may_not_be_seen_and_never_back() -> None:
    topic = at(5)
    topic.apply({"op": "sync", "pos": 9, "cursor": "c9"})
    assert (topic.position, topic.cursor) == (9, "c9")
    assert topic.apply(change(12, 5, a={"n": 1})), "the last that this audience saw was at 5"
    topic.apply({"op": "sync", "pos": 11, "cursor": "c11"})
    assert topic.position == 12


def test_a_reset_forgets_everything() -> None:
    topic = at(5, a={"n": 1})
    topic.apply({"op": "reset", "reason": "access"})
    assert (topic.rows, topic.position, topic.cursor) == ({}, -1, None)
    assert not topic.apply({"op": "hb", "heads": {NAME: 9}}), "a snapshot is on its way"


def test_a_heartbeat_tells_of_what_was_missed() -> None:
    topic = at(5)
    assert not topic.apply({"op": "hb", "heads": {NAME: 5, "other/topic/x": 9}})
    with pytest.raises(LookupError):
        topic.apply({"op": "hb", "heads": {NAME: 6}})


# --- parts ------------------------------------------------------------------------------------------------------------


def large(count: int, size: int) -> dict[str, Any]:
    return {f"row/{n:03d}": {"text": f"{n}:" + "x" * size} for n in range(count)}


def test_a_large_change_comes_in_parts_and_is_applied_with_the_last() -> None:
    rows = large(20, 10_000) | {"gone": None}
    parts = messages_in(change_frames(NAME, 8, 5, "c8", bodies_of(rows)))
    assert [(part["part"], part["last"]) for part in parts] == [(1, False), (2, False), (3, False), (4, True)]
    topic = at(5, gone={"n": 1})
    for part in parts[:-1]:
        assert not topic.apply(part)
        assert (topic.rows, topic.position) == ({"gone": {"n": 1}}, 5)
    assert topic.apply(parts[-1])
    assert topic.rows == {key: row for key, row in rows.items() if row is not None}
    assert topic.changed == rows, "all parts of it"


@pytest.mark.parametrize(("count", "size"), [(1, 10), (7, 10_000), (60, 30_000)])
def test_a_frame_is_not_larger_than_it_may_be(count: int, size: int) -> None:
    rows = bodies_of(large(count, size))
    snapshot = snapshot_frames(NAME, 8, "c8", rows)
    changes = messages_in(change_frames(NAME, 8, 5, "c8", rows))
    head = 400
    for frame in snapshot:
        (part,) = messages_in(frame)
        assert len(frame) <= SNAPSHOT_BYTES_MAX + head
        assert "href" not in part
    for part in changes:
        weight = sum(len(row["text"]) for row in part["set"].values())
        assert weight <= FRAME_BYTES_MAX
    assert sum(len(messages_in(frame)[0]["rows"]) for frame in snapshot) == count
    assert sum(len(part["set"]) for part in changes) == count
    assert ("part" in changes[0]) == (len(changes) > 1)


def test_a_row_that_is_larger_than_a_frame_by_itself_is_told_by_its_address() -> None:
    rows = large(2, 100) | {"item/å 1": {"text": "x" * 300_000}, "row/large": {"text": "y" * 70_000}}
    (snap,) = [message for frame in snapshot_frames(NAME, 8, "c8", bodies_of(rows)) for message in messages_in(frame)]
    assert snap["rows"].keys() == {"row/000", "row/001", "row/large"}, "a part of a snapshot may be larger"
    assert snap["href"] == {"item/å 1": f"/v1/{NAME}?prefix=item/%C3%A5%201&at=8&limit=1"}
    frame = change_frames(NAME, 8, 5, "c8", bodies_of(rows))
    assert len(frame) < 1_000
    (changed,) = messages_in(frame)
    assert changed["set"].keys() == {"row/000", "row/001"}
    assert changed["href"].keys() == {"item/å 1", "row/large"}


@pytest.mark.parametrize("op", ["snap", "rows"])
def test_half_a_message_that_a_lost_line_left_is_no_part_of_the_next(op: str) -> None:
    topic = at(5, a={"n": 1})
    half = {"op": op, "pos": 8, "prev": 5, "cursor": "c8", "part": 1, "last": False}
    topic.apply(half | {"rows": {"stale": {}}, "set": {"stale": {}}})
    assert topic.apply(change(9, 5, b={"n": 1}))
    assert topic.rows == {"a": {"n": 1}, "b": {"n": 1}}
    topic.apply(half | {"pos": 10, "rows": {"stale": {}}, "set": {"stale": {}}})
    snap = {"op": "snap", "pos": 11, "cursor": "c11", "part": 1, "last": True, "rows": {"c": {"n": 1}}}
    assert topic.apply(snap)
    assert topic.rows == {"c": {"n": 1}}


def test_an_empty_topic_is_one_part() -> None:
    (frame,) = snapshot_frames(NAME, 8, "c8", {})
    topic = at(5, a={"n": 1})
    (snap,) = messages_in(frame)
    assert topic.apply(snap)
    assert (topic.rows, topic.position) == ({}, 8)

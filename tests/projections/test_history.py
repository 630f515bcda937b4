"""Looking back: the history of one row, and what differs between two moments, as one person may see it."""

import asyncio
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import msgspec
import pytest

from projections.history import EVENTS_OF_ROW_MAX, Past, RowDifference, RowVersion
from projections.sight import Eyes, Opened
from projections.trail import Entry
from tests.projections.aadal import CAST, MEETING
from tests.projections.at_length import done
from tests.projections.closed_item import STORY, TITLE_CLOSED, TOPICS, closed_words
from tests.projections.test_as_of_a_position import keep_all
from tests.realtime.record_in_memory import RecordInMemory, played

ALL = 10_000
STILL_CLOSED = TITLE_CLOSED
"""The other item's doors are open again by then."""
OUTSIDERS = ("observer", "auditor")
"""Who may see the cluster, and nothing that is said behind closed doors."""


@pytest.fixture(scope="module", params=["overlaid", "kept"])
def record(request: pytest.FixtureRequest) -> Iterator[RecordInMemory]:
    """The story of a closed item, up to what happened to it."""
    kept_log = asyncio.run(played(STORY, (*STORY.before, *STORY.evening)))
    record = RecordInMemory(kept_log)
    record.tail.look()
    if request.param == "kept":
        keep_all(kept_log, record.store)
        record.tail.rows.pin_kept()
    yield record
    kept_log.close()


def looking(record: RecordInMemory, topic: str, part: str, opened: Opened | None = None) -> Past:
    mask = record.mask(topic, CAST[part])
    assert mask is not None
    return Past(record.reading, topic, CAST[part], mask, record.head, opened or Opened())


def history(record: RecordInMemory, topic: str, part: str, key: str) -> list[RowVersion[Any]]:
    versions, after = done(looking(record, topic, part).history(key, 0, record.head, ALL))
    assert after is None
    return versions


def compared(
    record: RecordInMemory, topic: str, part: str, since: int, upto: int
) -> tuple[dict[str, RowDifference[Any]], list[Entry]]:
    rows, sentences, after = done(looking(record, topic, part).compare(since, upto, "", ALL))
    assert after is None
    return {row.key: row for row in rows}, sentences


def page(record: RecordInMemory, topic: str, part: str, at: int) -> dict[str, Any]:
    mask = record.mask(topic, CAST[part])
    assert mask is not None
    mask, at = record.reading.shown_at(topic, CAST[part], mask, at)
    return record.reading.page(topic, mask, at).rows


def seen_by(record: RecordInMemory, part: str) -> list[str]:
    return [topic for topic in TOPICS if record.mask(topic, CAST[part]) is not None]


# --- the history of a row ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["member", "observer", "recused"])
def test_each_version_is_what_the_view_shows_as_of_there_until_the_next(record: RecordInMemory, part: str) -> None:
    looked_at = 0
    for topic in seen_by(record, part):
        for key, row in page(record, topic, part, record.head).items():
            versions = history(record, topic, part, key)
            assert versions[-1].row == row, (topic, key)
            positions = [version.position for version in versions]
            assert positions == sorted(set(positions))
            for version, next_at in zip(versions, [*positions[1:], record.head + 1], strict=True):
                assert page(record, topic, part, next_at - 1).get(key) == version.row, (topic, key)
            assert positions[0] == 1 or page(record, topic, part, positions[0] - 1).get(key) is None, (topic, key)
            looked_at += len(versions)
    assert looked_at > record.head


def test_each_version_names_the_event_behind_it(record: RecordInMemory) -> None:
    versions = history(record, MEETING, "member", "meeting")
    assert [each.event.tag for each in versions if each.event][:2] == ["meeting.called", "meeting.opened"]
    for each in versions:
        assert each.event is not None
        assert (each.event.position, each.event.at) == (each.position, each.at)
        assert each.event.da
    assert versions[-1].event is not None
    assert versions[-1].event.tag == "meeting.adjourned"


def test_a_history_is_read_a_page_at_a_time(record: RecordInMemory) -> None:
    whole = history(record, MEETING, "member", "meeting")
    past, found, after = looking(record, MEETING, "member"), [], 0
    while True:
        some, reached = done(past.history("meeting", after, record.head, 2))
        found += some
        if reached is None:
            break
        after = reached
    assert found == whole
    assert len(whole) > 4


def test_as_of_a_moment_a_history_ends_there(record: RecordInMemory) -> None:
    whole = history(record, MEETING, "member", "meeting")
    until, _ = done(looking(record, MEETING, "member").history("meeting", 0, whole[2].position, ALL))
    assert until == whole[:3]


def test_of_a_row_that_never_was_there_is_no_history(record: RecordInMemory) -> None:
    assert history(record, MEETING, "member", "item/findes-ikke") == []
    assert history(record, MEETING, "member", "meet") == []


def test_the_log_is_not_asked_for_a_topic_with_a_nul_in_it(
    record: RecordInMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    see = record.reading._now.see

    def noted(stream: str) -> Any:
        asked.append(stream)
        return see(stream)

    monkeypatch.setattr(record.reading._now, "see", noted)
    assert record.mask(MEETING, CAST["member"]) is not None
    assert record.mask(f"{MEETING}\x00", CAST["member"]) is None
    assert (MEETING in asked, any("\x00" in each for each in asked)) == (True, False)


# --- two moments ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["member", "observer"])
def test_what_differs_is_what_the_two_views_show_differently(record: RecordInMemory, part: str) -> None:
    """In this story nobody is renamed before it ends, so nothing looks different but for its own change."""
    differing = 0
    for topic in seen_by(record, part):
        for since, upto in ((0, record.head), (record.head // 3, record.head), (record.head // 2, record.head - 5)):
            before, after = (page(record, topic, part, at) for at in (since, upto))
            expected = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
            found, sentences = compared(record, topic, part, since, upto)
            assert found.keys() == expected, (topic, since, upto)
            for key, row in found.items():
                assert (row.before, row.after) == (before.get(key), after.get(key))
                assert all(since < position <= upto for position in row.events)
            told = {position for row in found.values() for position in row.events}
            assert [each.position for each in sentences] == sorted(told)
            differing += len(found)
    assert differing > 100


def test_nothing_differs_from_itself(record: RecordInMemory) -> None:
    for topic in TOPICS[:4]:
        assert compared(record, topic, "member", record.head, record.head) == ({}, [])


def test_what_differs_is_read_a_page_at_a_time(record: RecordInMemory) -> None:
    whole, _ = compared(record, MEETING, "member", 0, record.head)
    past, found, after = looking(record, MEETING, "member"), [], ""
    while True:
        some, _, reached = done(past.compare(0, record.head, after, 3))
        found += some
        if reached is None:
            break
        after = reached
    assert found == list(whole.values())
    assert len(whole) > 10


def test_of_a_row_that_changed_often_the_first_few_events_are_told(record: RecordInMemory) -> None:
    rows, _ = compared(record, MEETING, "member", 0, record.head)
    assert max(len(row.events) for row in rows.values()) == EVENTS_OF_ROW_MAX
    assert rows["stream"].events == sorted(rows["stream"].events)


# --- what is closed ---------------------------------------------------------------------------------------------------


def words_in(told: object) -> set[str]:
    text = msgspec.json.encode(told).decode()
    return {word for word in closed_words(STILL_CLOSED) if word in text}


def keys_of(record: RecordInMemory, topic: str) -> list[str]:
    """Of every row that anybody sees there."""
    seeing = [part for part in CAST if record.mask(topic, CAST[part]) is not None]
    return sorted({key for part in seeing for key in page(record, topic, part, record.head)})


def everything(record: RecordInMemory, part: str) -> list[object]:
    """All that somebody can look back on: every row that an insider sees, in every topic, and every comparison."""
    told: list[object] = []
    for topic in seen_by(record, part):
        told += [history(record, topic, part, key) for key in keys_of(record, topic)]
        told += [compared(record, topic, part, since, record.head) for since in (0, record.head // 2)]
    return told


def test_whoever_may_not_read_what_is_closed_does_not_by_looking_back(
    record: RecordInMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    for part in OUTSIDERS:
        assert words_in(everything(record, part)) == set(), part
    assert len(words_in(everything(record, "member"))) > len(closed_words(STILL_CLOSED)) // 2, "the control"
    monkeypatch.setattr(Eyes, "_is_hidden", lambda self, origin: False)
    assert words_in(everything(record, "observer")) != set(), "a planted leak is found"


def test_a_change_that_is_hidden_leaves_no_trace_in_a_history(record: RecordInMemory) -> None:
    """What happened behind closed doors has a position; nobody outside is told it, unless a row that they see names it."""
    for topic in seen_by(record, "observer"):
        for key in keys_of(record, topic):
            versions = history(record, topic, "observer", key)
            for before, after in pairwise(versions):
                assert before.row != after.row, (topic, key)
            shown = {version.position for version in versions if version.row is not None}
            assert not shown or page(record, topic, "observer", min(shown)).get(key) is not None


def test_what_is_looked_at_to_see_whether_a_page_goes_on_is_not_noted_as_read(record: RecordInMemory) -> None:
    """Neither of a view nor of what differs: it stands on the next page, which nobody may ever ask for."""
    mask = record.mask(MEETING, CAST["member"])
    assert mask is not None
    rows = record.reading.page(MEETING, mask, record.head).rows
    keys = [key for key in rows if key.split("/")[:2] == ["item", STILL_CLOSED]]
    before = list(rows)[list(rows).index(keys[0]) - 1]
    for limit, is_read in ((1, False), (2, True)):
        opened = Opened()
        after = list(rows)[list(rows).index(before) - 1]
        page = record.reading.page(MEETING, mask, record.head, after, limit, "", opened)
        assert (keys[0] in page.rows, page.after) == (is_read, list(page.rows)[-1])
        assert (f"{MEETING}/item/{STILL_CLOSED}" in opened.about) is is_read
        opened = Opened()
        told, _, _ = done(looking(record, MEETING, "member", opened).compare(0, record.head, after, limit))
        assert (keys[0] in [row.key for row in told]) is is_read
        assert (f"{MEETING}/item/{STILL_CLOSED}" in opened.about) is is_read


def test_what_is_looked_back_on_is_noted(record: RecordInMemory) -> None:
    opened = Opened()
    done(looking(record, MEETING, "member", opened).compare(0, record.head, "", ALL))
    assert f"{MEETING}/item/{STILL_CLOSED}" in opened.about

"""The record as a file of lines: whole by its manifest, the same when it is asked for twice, and as closed as the feed."""

import asyncio
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from api import export
from api.feed import Feed, Slice, Standing
from eventstore.cursor import Cursor
from projections.feed_filter import EVERYTHING
from tests.api.feed import everything, page, position_of
from tests.api.saying import POINT, RECORD_POINT
from tests.outside import MEETING, Json, Outside, copied, outside, problem
from tests.projections.aadal import CAST as AADAL
from tests.projections.closed_item import STORY as CLOSED_STORY
from tests.projections.closed_item import TITLE_CLOSED, closed_words
from tests.realtime.served import record_meeting

EXPORT = "/v1/changes/export"
READERS = 12


@pytest.fixture(scope="module")
def house(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with outside(copied(mid_item_2, tmp_path_factory.mktemp("house"))) as house:
        yield house


def exported(house: Outside, part: str, **query: Any) -> bytes:
    answer = house.as_(part).get(EXPORT, params=query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/x-ndjson"
    return answer.content


def read(file: bytes) -> tuple[list[Json], Json]:
    """The events and the manifest of a file, as somebody reads it who knows nothing of us but what is written of it.

    Raises ValueError where it is not whole.
    """
    before, _, last = file.removesuffix(b"\n").rpartition(b"\n")
    lines = before.splitlines()
    manifest = json.loads(last)
    if set(manifest) != {"count", "first", "last", "sha256", "epoch", "next"}:
        raise ValueError("there is no manifest")
    events = [json.loads(line) for line in lines]
    told = len(events), hashlib.sha256(b"".join(line + b"\n" for line in lines)).hexdigest()
    if (manifest["count"], manifest["sha256"]) != told:
        raise ValueError("the lines are not those of the manifest")
    ends = [events[0]["data"]["position"], events[-1]["data"]["position"]] if events else [None, None]
    if [manifest["first"], manifest["last"]] != ends:
        raise ValueError("its ends are not those of the manifest")
    return events, manifest


def test_a_file_holds_what_the_feed_tells_and_is_the_same_twice(house: Outside) -> None:
    now = page(house, "auditor", after="now").headers["Klynge-Next"]
    file = exported(house, "auditor", to=now)
    events, manifest = read(file)
    assert events == everything(house, "auditor", 100)
    assert (manifest["next"], manifest["epoch"]) == (now, house.house.epoch)
    house.give("secretary", RECORD_POINT, POINT)
    assert exported(house, "auditor", to=now) == file
    after, more = read(exported(house, "auditor", after=manifest["next"]))
    assert [each["data"]["position"] for each in after] == [house.head]
    assert more["first"] == more["last"] == house.head


def test_a_file_that_was_changed_or_cut_off_is_found(house: Outside) -> None:
    """The control of the test above: whoever reads a file finds each of these."""
    file = exported(house, "auditor")
    lines = file.splitlines(keepends=True)
    read(file)
    for broken in (
        b"".join(lines[:-1]),
        b"".join(lines[:4] + lines[5:]),
        b"".join([*lines[:5], *lines[4:]]),
        b"".join([lines[1], lines[0], *lines[2:]]),
        file.replace(b'"specversion":"1.0"', b'"specversion":"1.1"', 1),
    ):
        with pytest.raises(ValueError, match="manifest"):
            read(broken)


def test_the_end_is_a_cursor_a_position_a_moment_or_a_day(house: Outside) -> None:
    everything_told = everything(house, "auditor", 100)
    seventh = everything_told[6]
    by_cursor = exported(house, "auditor", to=Cursor(house.house.epoch, "feed", 7).text())
    assert read(by_cursor)[0] == everything_told[:7]
    assert exported(house, "auditor", to=7) == by_cursor
    until, _ = read(exported(house, "auditor", to=seventh["time"]))
    assert until == [each for each in everything_told if each["time"][:19] <= seventh["time"][:19]]
    assert read(exported(house, "auditor", to="2031-01-01"))[0] == everything_told
    assert read(exported(house, "auditor", to="1999-01-01"))[0] == []


def test_a_file_of_some_topics_and_types_goes_on_over_the_rest(house: Outside) -> None:
    wanted = ["meeting.point-recorded", "meeting.opened"]
    events, manifest = read(exported(house, "auditor", topic=MEETING, type=wanted))
    told = [f"dk.klynge.{tag}.v1" for tag in wanted]
    assert events == [
        each for each in everything(house, "auditor", 100) if each["subject"] == MEETING and each["type"] in told
    ]
    assert manifest["next"] == page(house, "auditor", after="now").headers["Klynge-Next"]


@pytest.mark.parametrize("query", ["to=soon", "to=999999", "after=x", "wait=1", "type=none.such", "limit=3"])
def test_a_misspelt_question(house: Outside, query: str) -> None:
    told = problem(house.as_("auditor").get(f"{EXPORT}?{query}"))
    assert told["status"] == 400
    assert told["parameter"] == query.partition("=")[0]


def test_a_cursor_of_another_life_of_the_log(house: Outside) -> None:
    cursor = Cursor("f" * 16, "feed", 3).text()
    for parameter in ("after", "to"):
        told = problem(house.as_("auditor").get(EXPORT, params={parameter: cursor}))
        assert (told["status"], told["code"]) == (409, "changes.epoch-changed")


def test_nobody_in_particular(house: Outside) -> None:
    assert problem(httpx.get(f"{house.url}{EXPORT}"))["status"] == 401


def test_a_file_is_as_closed_as_the_feed(tmp_path: Path) -> None:
    asyncio.run(record_meeting(tmp_path, CLOSED_STORY.steps))
    with outside(tmp_path, AADAL) as house:
        files = {part: exported(house, part) for part in ("member", "observer", "dk/person/nobody")}
        head = position_of(page(house, "member", after="now"))
    assert read(files["dk/person/nobody"])[0] == []
    assert {read(file)[1]["next"] for file in files.values()} == {read(files["member"])[1]["next"]}
    assert read(files["member"])[1]["last"] == head
    for word in closed_words(TITLE_CLOSED):
        assert word.encode() in files["member"]
        assert word.encode() not in files["observer"]


class SignedIn(Standing):
    """Somebody whose sign-in lasts."""

    def __init__(self) -> None: ...

    def holds(self) -> bool:
        return True


def test_however_many_read_the_whole_record_others_wait_for_one_slice_of_one_of_them(
    house: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looked at by somebody who asks to be served again and again meanwhile."""
    monkeypatch.setattr(export, "SLICE_EVENTS", 10)
    running, person, slices, waited = house.house, house._cast["auditor"], 0, [0]
    slice_of = Feed.slice

    def counted(feed: Feed, after: int, limit: int, at: int) -> Slice:
        nonlocal slices
        slices += 1
        return slice_of(feed, after, limit, at)

    monkeypatch.setattr(Feed, "slice", counted)

    async def read_all() -> bytes:
        feed, beginning = Feed(running, person, EVERYTHING), Cursor(running.epoch, "feed", 0)
        lines = export._lines(running, feed, SignedIn(), beginning, running.reading.head)
        return b"".join([each async for each in lines])

    async def asks_again() -> None:
        while True:
            before = slices
            await asyncio.sleep(0)
            waited.append(slices - before)

    async def at_once() -> list[bytes]:
        asking = asyncio.create_task(asks_again())
        files = await asyncio.gather(*(read_all() for _ in range(READERS)))
        asking.cancel()
        return files

    files = asyncio.run_coroutine_threadsafe(at_once(), house._loop).result()
    assert len({*files}) == 1
    assert slices >= READERS * 10
    assert max(waited) == 1

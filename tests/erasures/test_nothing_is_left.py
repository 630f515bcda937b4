"""Nothing of an erased person is left: not in what anybody reads, not in any file, and no byte of the keys that opened it."""

import asyncio
from itertools import chain
from pathlib import Path

import msgspec
import psycopg
import pytest
from redis import Redis

from domain.text import TextAt
from eventstore.key_check import KeyCheck
from eventstore.report import report
from eventstore.sealing import text_in, unseal
from klynge.core import Core
from klynge.init import ADMINISTRATOR
from projections.trail import entry, opened
from tests.erasures.conftest import Place, Times
from tests.erasures.people import (
    OFFICER,
    Somebody,
    approved,
    confirmed,
    is_completed,
    keys_of,
    read,
    registered,
    served,
)
from tests.valkey import Monitored

DONE_S = 60
STAY = 3
"""So many people are left alone, as the control."""
PLACEHOLDER = "[slettet person]"


async def test_no_word_and_no_byte_of_a_key_is_left_of_people_who_were_erased(
    place: Place, times: Times, redis: Monitored, capfd: pytest.CaptureFixture[str]
) -> None:
    async with served(place.told_of(redis)) as core:
        people = [await registered(core) for _ in range(times(10, 200) + STAY)]
        stay, erased = people[:STAY], people[STAY:]
        wrapped = {each.id: wrapped_keys(core, each) for each in people}
        forget_the_log_of_keys(place)
        before = everything_read(core)
        control = [word in before for each in people for word in each.words[:2]]
        kept = files(place)
        found_before = [key in kept for key in chain.from_iterable(wrapped.values())]
        for each in erased:
            await approved(core, each)
            await confirmed(core, each)
            assert read(core, each) == (None, None, None)
        await until_completed(core, erased)
        after = everything_read(core)
        faults = await asyncio.to_thread(KeyCheck(core.log).round)
        kept = files(place)
        bytes_of_words = [word for each in erased for word in each.words if word.encode() in kept]

    said_beside = told_beside(redis, capfd, stay[0])
    assert [word for each in erased for word in each.words if word in said_beside] == []
    assert all(control), "it would not find a word that can be read"
    assert all(found_before), "it would not find the bytes of a key"
    assert after.count(PLACEHOLDER) >= len(erased)
    assert [word for each in erased for word in each.words if word in after] == []
    assert [word for each in stay for word in each.words[:2] if word not in after] == []
    assert faults == 0, "a key is missing that no event covers"
    assert bytes_of_words == []

    # Once more when everybody has let go of the files.
    forget_the_log_of_keys(place)
    left = files(place)
    assert [each.id for each in erased for key in wrapped[each.id] if key in left] == []
    assert all(key in left for each in stay for key in wrapped[each.id])


def told_beside(redis: Monitored, capfd: pytest.CaptureFixture[str], planted: Somebody) -> str:
    """What Redis was told and keeps, and what the process said; somebody's words are said to both, so that they are found."""
    name, function, _ = planted.words
    with Redis.from_url(redis.server.address) as client:
        client.set("planted", name)
    report("planted", error=function)
    out, err = capfd.readouterr()
    said, told = out + err, redis.told().decode(errors="replace")
    assert name in told
    assert function in said
    assert told.count('"klynge/') > 1, "it was told that the log has grown"
    return said + told


async def test_what_is_stored_stays_and_the_persons_stream_says_what_it_covers(place: Place) -> None:
    async with served(place.settings) as core:
        somebody = await registered(core)
        before = {stored.id: stored.state for stored in core.log.recorder.stream(somebody.id, core.log.head)}
        await approved(core, somebody)
        await confirmed(core, somebody)
        await until_completed(core, [somebody])
        after = {stored.id: stored.state for stored in core.log.recorder.stream(somebody.id, core.log.head)}
        covering = core.log.event(max(after)).event

    assert before
    assert before.items() <= after.items()
    assert {each.text_at for each in covering.places} == set(somebody.places)


async def test_every_process_drops_what_it_opened(place: Place) -> None:
    async with served(place.settings) as core:
        other = Core(place.settings)
        other.tail.look()
        somebody = await registered(core)
        other.tail.look()
        assert read(other, somebody) == somebody.words

        await approved(core, somebody)
        await confirmed(core, somebody)
        other.tail.look()

        assert read(other, somebody) == (None, None, None)
        assert other.faults() == []
        await other.close()


async def test_two_processes_complete_an_erasure_once(place: Place) -> None:
    async with served(place.settings) as core, served(place.settings) as other:
        somebody = await registered(core)
        await approved(core, somebody)
        await confirmed(core, somebody)
        await until_completed(core, [somebody])
        await asyncio.gather(core.eraser.look(), other.eraser.look())
        tags = [each.event.tag for each in core.log.read(0) if each.stream == somebody.erasure]

    assert tags == ["erasure.requested", "erasure.approved", "erasure.confirmed", "erasure.completed"]


# --- where it is looked for -------------------------------------------------------------------------------------------


async def until_completed(core: Core, people: list[Somebody]) -> None:
    async with asyncio.timeout(DONE_S):
        while not all(is_completed(core, each) for each in people):
            await asyncio.sleep(0.01)


def wrapped_keys(core: Core, somebody: Somebody) -> list[bytes]:
    """The keys of somebody's texts as the key database holds them; each opens its text, so it is the right one."""
    found = []
    for at in somebody.places:
        block = core.log.recorder.block_at(at)
        assert block is not None
        key = core.log.keys.find(block.key_id)
        assert key is not None
        assert unseal(box_at(core, at), key) in somebody.words
        found.append(core.log.keys._kept.run("SELECT wrapped FROM keys WHERE id=?", block.key_id)[0][0])
    assert len(keys_of(core, somebody)) == len(found)
    return [bytes(each) for each in found]


def box_at(core: Core, at: TextAt):  # type: ignore[no-untyped-def]
    return text_in(core.log.texts.recorded(at.stream, at.version).event, at.field)


def everything_read(core: Core) -> str:
    """The people, the trail and the feed, as an administrator and as who protects data read them: what an export would hold."""
    told = []
    for reader in (ADMINISTRATOR, OFFICER):
        mask = core.mask("dk/people", reader)
        assert mask is not None
        told.append(msgspec.json.encode(core.reading.snapshot("dk/people", mask)).decode())
        eyes = core.reading.eyes("dk", reader, core.head)
        assert eyes is not None
        for recorded in core.log.read(0):
            if recorded.stream.startswith("dk/") and not eyes.hides(recorded):
                told.append(msgspec.json.encode((entry(recorded, eyes), opened(recorded.event, eyes))).decode())
    return "\n".join(told)


def forget_the_log_of_keys(place: Place) -> None:
    """What the server's write-ahead log held is given up, as a server with short retention does by itself after a while."""
    if place.server is not None:
        with psycopg.connect(place.server.address(), autocommit=True) as connection:
            for _ in range(2):
                connection.execute("SELECT pg_switch_wal()")
                connection.execute("CHECKPOINT")


def files(place: Place) -> bytes:
    """Every byte of every file: databases, journals, lists; of a server its data and its write-ahead log."""
    folder = place.folder if place.server is None else place.server.data
    if place.server is not None:
        with psycopg.connect(place.server.address(), autocommit=True) as connection:
            connection.execute("CHECKPOINT")
    return b"\n".join(_read(path) for path in (*folder.rglob("*"), *place.folder.rglob("*")) if path.is_file())


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""

"""The check of the keys in a running process: what cannot be opened is known before anybody asks, and forgiven when it is back."""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from domain.text import Sealed
from eventstore import key_check
from eventstore.key_check import KeyCheck
from eventstore.keys import Fault
from eventstore.sealing import text_in
from tests.eventstore.test_redaction import OPINION, holding, key_of, redact, said_in, served, shown, wrapped_of

MISSING = "1 keys are missing without an erasure event that covers them; restore the key database"
DAMAGED = "1 keys are damaged and open nothing; restore the key database"
TAMPERED = "1 texts are not what was sealed; compare the log with its copies"
PATIENCE_S = 30
LOOK_S = 0.01


def change(database: Path, statement: str, *values: object) -> None:
    """As somebody else changes it, beside the process that runs."""
    connection = sqlite3.connect(database)
    with connection:
        connection.execute(statement, values)
    connection.close()


def lose(folder: Path, key_id: bytes) -> None:
    change(folder / "log.keys.db", "DELETE FROM keys WHERE id=?", key_id)


def damage(folder: Path, key_id: bytes) -> None:
    change(folder / "log.keys.db", "UPDATE keys SET wrapped=? WHERE id=?", bytes(60), key_id)


def cut(folder: Path, key_id: bytes) -> None:
    change(folder / "log.keys.db", "UPDATE keys SET wrapped=? WHERE id=?", b"x", key_id)


def put_back(folder: Path, key_id: bytes, wrapped: bytes | None) -> None:
    change(folder / "log.keys.db", "INSERT OR REPLACE INTO keys VALUES (?,?)", key_id, wrapped)


async def until(reached: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not reached():
            await asyncio.sleep(LOOK_S)


@pytest.mark.parametrize(("harm", "says"), [(lose, MISSING), (damage, DAMAGED), (cut, DAMAGED)])
async def test_a_key_that_goes_while_the_process_runs_is_a_fault_until_it_is_back(
    told: Path, monkeypatch: pytest.MonkeyPatch, harm: Callable[[Path, bytes], None], says: str
) -> None:
    monkeypatch.setattr(key_check, "ROUND_PAUSE_S", LOOK_S)
    async with served(told) as core:
        where = said_in(core, "/text")
        key_id = key_of(core, where)
        wrapped = wrapped_of(told, key_id)
        # It was read before, so that nobody looks for its key any more.
        assert core.log.texts.open(where) is not None
        assert core.faults() == []

        harm(told, key_id)
        await until(lambda: core.faults() == [says])
        put_back(told, key_id, wrapped)
        await until(lambda: core.faults() == [])


@pytest.mark.parametrize(("harm", "says"), [(lose, MISSING), (damage, DAMAGED), (cut, DAMAGED)])
async def test_a_text_that_cannot_be_opened_closes_no_page_and_is_a_fault_at_once(
    told: Path, harm: Callable[[Path, bytes], None], says: str
) -> None:
    async with served(told) as core:
        where = said_in(core, "/text")
        harm(told, key_of(core, where))

        rows = shown(core, "lillebaelt/decisions")

        assert rows
        assert holding(rows, OPINION) == set()
        assert core.faults() == [says]


async def test_a_box_that_was_changed_is_a_fault_until_the_log_is_as_it_was(told: Path) -> None:
    async with served(told) as core:
        where = said_in(core, "/text")
        stored = core.log.recorder.event_at(where.stream, where.version)
        sealed = text_in(core.log.texts.recorded(where.stream, where.version).event, where.field)
    assert stored is not None
    assert isinstance(sealed, Sealed)
    changed = bytes([*sealed.box[:-1], sealed.box[-1] ^ 1])
    state = stored.state.replace(_as_json(sealed.box), _as_json(changed))
    assert state != stored.state
    _write(told, state, stored.id)

    async with served(told) as core:
        assert core.log.texts.open(where) is None
        assert core.faults() == [TAMPERED]
        assert await asyncio.to_thread(KeyCheck(core.log).round) == 1
        assert core.faults() == [TAMPERED]

        _write(told, stored.state, stored.id)
        assert await asyncio.to_thread(KeyCheck(core.log).round) == 0
        assert core.faults() == []


async def test_a_log_of_many_pages_is_looked_through_to_its_end(told: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_check, "BLOCKS_PAGE", 7)
    async with served(told) as core:
        blocks = core.log.recorder.blocks((0, ""), 10_000)
        check = KeyCheck(core.log)
        pages = 1
        while not check.page():
            pages += 1
        assert pages == len(blocks) // 7 + 1
        assert check.settle() == 0

        lose(told, blocks[0].key_id)
        lose(told, blocks[-1].key_id)
        assert check.round() == 2


async def test_what_was_met_while_a_round_was_under_way_outlives_it(
    told: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The round had passed the block when its key went."""
    async with served(told) as core:
        where = said_in(core, "/text")
        monkeypatch.setattr(key_check, "BLOCKS_PAGE", 10_000)
        check = KeyCheck(core.log)
        check.page()
        lose(told, key_of(core, where))
        assert core.log.texts.open(where) is None
        check.settle()
        assert core.log.texts.faults == {key_of(core, where): Fault.MISSING}


async def test_what_was_erased_while_a_round_was_under_way_is_no_fault(told: Path) -> None:
    async with served(told) as core:
        where = said_in(core, "/text")
        check = KeyCheck(core.log)
        lose(told, key_of(core, where))
        check.page()
        await redact(core, where)
        assert check.settle() == 0


async def test_a_key_database_that_cannot_be_read_is_a_fault_until_it_can(
    told: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_check, "ROUND_PAUSE_S", LOOK_S)
    monkeypatch.setattr(key_check, "AGAIN_S", LOOK_S)
    async with served(told) as core:
        change(told / "log.keys.db", "ALTER TABLE keys RENAME TO gone")
        await until(lambda: bool(core.faults()))
        assert core.faults()[0].startswith("the keys cannot be looked through: ")
        change(told / "log.keys.db", "ALTER TABLE gone RENAME TO keys")
        await until(lambda: core.faults() == [])


def _as_json(box: bytes) -> bytes:
    return msgspec.json.encode(box)


def _write(folder: Path, state: bytes, position: int) -> None:
    change(folder / "log.db", "UPDATE stored_events SET state=? WHERE position=?", state, position)

"""A text that was redacted is gone wherever it was read, for ever, also after a restore; and the record still stands."""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest

from domain.redaction import CarryOut, Request, Where
from domain.text import TextAt
from eventstore.key_check import KeyCheck
from eventstore.keys import Fault
from klynge.core import Core
from stories.lillebaelt_2024_04_09 import STORY
from tests.eventstore.telling import settings_of
from tests.eventstore.writing import given

SECRETARY, CHAIR = STORY.cast["secretary"], STORY.cast["co-chair-region"]
REDACTION = "lillebaelt/redaction/r1"
REFERRAL = "lillebaelt/referral/middelfart-til-politisk"
QUESTION = "Vil kommunerne drøfte modellen fra Middelfart"
"""So begins what decision 2.2 asks the political level; the referral points to it."""
OPINION = "Sagen sendes til politisk niveau."
"""So begins what decision 2.2 says."""


@asynccontextmanager
async def served(folder: Path) -> AsyncIterator[Core]:
    """Everything that stands on a log, as a house has it."""
    core = Core(settings_of(folder))
    core.start()
    yield core
    await core.close()


def said_in(core: Core, field: str) -> TextAt:
    """Where decision 2.2 says something."""
    for each in core.log.read(0):
        if getattr(each.event, "decision", None) == "2.2" and each.event.tag == "meeting.decision-recorded":
            return TextAt(each.stream, each.version, field)
    raise LookupError


async def redact(core: Core, where: TextAt) -> None:
    """Asked for by the secretary, carried out by a chair."""
    place = Where(of=where.stream, version=where.version, field=where.field)
    for person, command in (
        (SECRETARY, Request(where=place, reason="Nævner en borger.")),
        (CHAIR, CarryOut(legal_basis="GDPR artikel 17")),
    ):
        await core.desk.give(given(person, REDACTION, command))


def shown(core: Core, topic: str) -> dict[str, Any]:
    """A topic's rows as the secretary sees them."""
    mask = core.mask(topic, SECRETARY)
    assert mask is not None
    rows: dict[str, Any] = msgspec.to_builtins(core.reading.snapshot(topic, mask))
    return rows


def holding(rows: dict[str, Any], words: str) -> set[str]:
    """The keys of rows in which words stand."""
    return {key for key, row in rows.items() if words in str(row)}


def key_of(core: Core, where: TextAt) -> bytes:
    block = core.log.recorder.block_at(where)
    assert block is not None
    return block.key_id


def wrapped_of(folder: Path, key_id: bytes) -> bytes | None:
    """A key as the key database holds it."""
    database = sqlite3.connect(folder / "log.keys.db")
    row = database.execute("SELECT wrapped FROM keys WHERE id=?", (key_id,)).fetchone()
    database.close()
    return None if row is None else row[0]


def holds(folder: Path, wrapped: bytes) -> bool:
    """Whether any byte of the key database's files still tells a key."""
    return any(wrapped in file.read_bytes() for file in folder.glob("log.keys.db*"))


async def test_it_is_gone_wherever_it_was_read_and_the_record_stands(told: Path) -> None:
    async with served(told) as core:
        where = said_in(core, "/text")
        stored = core.log.recorder.event_at(where.stream, where.version)
        before = {topic: shown(core, topic) for topic in (STORY.meeting, "lillebaelt/decisions")}
        opened = core.log.texts.open(where)
        wrapped = wrapped_of(told, key_of(core, where))
        assert wrapped is not None
        control = (opened is not None and opened.startswith(OPINION), holds(told, wrapped))

        await redact(core, where)
        after = {topic: shown(core, topic) for topic in before}

        assert control == (True, True)
        assert core.log.texts.open(where) is None
        for topic, rows in before.items():
            gone = holding(rows, OPINION)
            assert gone
            assert holding(after[topic], OPINION) == set()
            assert {key: after[topic][key]["text"] for key in gone if "text" in after[topic][key]} == {
                key: None for key in gone if "text" in rows[key]
            }
            kept = rows.keys() - gone - {"stream"}
            assert {key: after[topic][key] for key in kept} == {key: rows[key] for key in kept}
        assert core.log.recorder.event_at(where.stream, where.version) == stored
        assert (wrapped_of(told, key_of(core, where)), holds(told, wrapped)) == (None, False)
        assert core.faults() == []


async def test_it_is_gone_from_what_points_to_it(told: Path) -> None:
    """The referral that followed from the decision never held the words, only where they were said."""
    async with served(told) as core:
        sent = core.log.texts.recorded(REFERRAL, 1).event
        assert core.log.texts.open(sent.question) == core.log.texts.open(said_in(core, "/at_once/0/question"))
        named = core.reading.name(REFERRAL)

        await redact(core, said_in(core, "/at_once/0/question"))

        assert named.startswith(QUESTION)
        assert core.log.texts.open(sent.question) is None
        assert core.reading.name(REFERRAL) == "[slettet]"


def put_back(copy: Path, folder: Path) -> None:
    for file in folder.glob("log.keys.db*"):
        file.unlink()
    shutil.copy(copy, folder / "log.keys.db")


async def test_it_is_carried_out_again_after_an_old_copy_of_the_keys_was_put_back(told: Path, tmp_path: Path) -> None:
    shutil.copy(told / "log.keys.db", tmp_path / "copy.db")
    async with served(told) as core:
        where = said_in(core, "/text")
        key_id = key_of(core, where)
        await redact(core, where)
    put_back(tmp_path / "copy.db", told)
    wrapped = wrapped_of(told, key_id)
    assert wrapped is not None
    assert holds(told, wrapped)

    async with served(told) as core:
        # Keys made after the copy are gone with it: of the redaction's own texts, which nobody erased.
        await asyncio.to_thread(KeyCheck(core.log).round)

        assert core.log.texts.open(where) is None
        assert (wrapped_of(told, key_id), holds(told, wrapped)) == (None, False)
        assert key_id not in core.log.texts.faults


async def test_a_key_that_is_missing_without_an_erasure_is_a_fault_and_a_redacted_one_is_none(told: Path) -> None:
    async with served(told) as core:
        where, other = said_in(core, "/text"), said_in(core, "/at_once/0/question")
        await redact(core, where)
        lost = key_of(core, other)
    async with served(told) as core:
        assert await asyncio.to_thread(KeyCheck(core.log).round) == 0
        assert core.faults() == []

    database = sqlite3.connect(told / "log.keys.db")
    with database:
        database.execute("DELETE FROM keys WHERE id=?", (lost,))
    database.close()

    async with served(told) as core:
        assert await asyncio.to_thread(KeyCheck(core.log).round) == 1
        assert core.faults() == [
            "1 keys are missing without an erasure event that covers them; restore the key database"
        ]


async def test_opening_a_text_whose_key_is_lost_notes_the_fault(told: Path) -> None:
    async with served(told) as core:
        where = said_in(core, "/text")
        core.log.keys.destroy([key_of(core, where)])

        assert core.log.texts.open(where) is None
        assert core.log.texts.faults == {key_of(core, where): Fault.MISSING}


@pytest.mark.parametrize("use", ["BEGIN; SELECT * FROM keys LIMIT 1", "BEGIN IMMEDIATE"], ids=["reads", "writes"])
async def test_while_somebody_uses_the_key_database_the_text_is_closed_and_its_key_is_destroyed_afterwards(
    told: Path, use: str
) -> None:
    async with served(told) as core:
        where = said_in(core, "/text")
        wrapped = wrapped_of(told, key_of(core, where))
        assert wrapped is not None
        assert core.log.texts.open(where) is not None
        core.log.pool.take()  # keys are in hand: the redaction's own words need some
        other = sqlite3.connect(told / "log.keys.db", isolation_level=None)
        for statement in use.split(";"):
            other.execute(statement).fetchall()

        await redact(core, where)
        closed, still_there = core.log.texts.open(where), holds(told, wrapped)
        other.close()
        core.log.finish_destroying()

        assert (closed, still_there) == (None, True)
        assert not holds(told, wrapped)
        assert core.faults() == []


@pytest.mark.parametrize("opened_before", [True, False])
async def test_another_process_closes_the_text_when_it_hears_of_it_and_calls_it_no_fault(
    told: Path, opened_before: bool
) -> None:
    async with served(told) as core:
        other = Core(settings_of(told))
        other.tail.look()
        where = said_in(core, "/text")
        if opened_before:
            assert other.log.texts.open(where) is not None
        await redact(core, where)
        missed = other.log.texts.open(where) is None and other.faults() != []

        other.tail.look()

        assert missed is not opened_before
        assert other.log.texts.open(where) is None
        assert other.faults() == []
        await other.close()

"""Whoever reads the files reads no word that was said: not in the log, the rows, their write-ahead logs, nor beside the keys."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from domain.text import Sealed
from eventstore.folds import fingerprint
from eventstore.follower import Follower
from eventstore.log import Log
from eventstore.sealing import text_in
from eventstore.sqlite.rows import SQLiteRows
from projections.views import VIEWS
from stories.lillebaelt_2024_04_09 import STORY
from tests import given as memory
from tests.eventstore.telling import opened
from tests.eventstore.world import registering
from tests.eventstore.writing import carry_out, given
from tests.stories.playing import play

FILES = {f"{name}.db{part}" for name in ("log", "log.keys", "log.rows") for part in ("", "-wal", "-shm")} | {
    "log.keys.master",
    "log.checkpoint-key",
}
NEWLY_SAID = "En part, der lige er registreret"
PLANTED = "Ole Bole er indlagt med lungebetændelse"


@contextmanager
def in_use(folder: Path) -> Iterator[Log]:
    """The files as a running house has them: rows kept, and something in every write-ahead log."""
    kept_log = opened(folder)
    rows = SQLiteRows(str(folder / "log.rows.db"), "epoch", fingerprint(VIEWS), kept_log.head)
    carry_out(kept_log, given(STORY.cast["secretary"], "dk/party/new", registering(NEWLY_SAID)))
    follower = Follower(kept_log, rows, VIEWS)
    while follower.step():
        pass
    yield kept_log
    rows.close()
    kept_log.close()


def said_in_the_story() -> set[str]:
    """Every text, from the rules played in memory, where nothing is sealed."""
    record = memory.opened()
    opening = set(record.texts)
    play(record, STORY.steps)
    return {words for where, words in record.texts.items() if where not in opening}


def boxes(kept_log: Log) -> Iterator[Sealed[str]]:
    """Every sealed text of the log."""
    at = {each.position: each.event for each in kept_log.read(0)}
    for block in kept_log.recorder.blocks((0, ""), 10_000):
        yield text_in(at[block.position], block.field)


def in_the_clear(folder: Path, words: set[str]) -> set[tuple[str, str]]:
    """(file, words) wherever they stand as they were said, or escaped as JSON may have them."""
    found = set()
    for file in folder.iterdir():
        stored = file.read_bytes()
        found |= {(file.name, each) for each in words if each.encode() in stored or _escaped(each) in stored}
    return found


def _escaped(words: str) -> bytes:
    return json.dumps(words).strip('"').encode()


def test_no_word_of_the_story_stands_in_any_file(told: Path) -> None:
    words = said_in_the_story() | {NEWLY_SAID}
    assert len(words) > 100

    with in_use(told) as kept_log:
        assert {file.name for file in told.iterdir()} == FILES
        assert min((told / f"log{each}.db-wal").stat().st_size for each in ("", ".keys", ".rows")) > 0
        assert words <= {kept_log.texts.open(box) for box in boxes(kept_log)}
        assert in_the_clear(told, words) == set()


def test_a_word_that_was_not_sealed_is_found(told: Path) -> None:
    """The control: the same search, with one word planted in an event and one in a row."""
    with in_use(told):
        for file, statement in (
            ("log.db", "UPDATE stored_events SET state=? WHERE position=7"),
            ("log.rows.db", "UPDATE rows SET body=? WHERE from_position=7"),
        ):
            planting = sqlite3.connect(told / file)
            with planting:
                planting.execute(statement, (json.dumps({"detail": PLANTED}),))
            planting.close()

        assert in_the_clear(told, said_in_the_story() | {PLANTED}) == {
            ("log.db-wal", PLANTED),
            ("log.rows.db-wal", PLANTED),
        }


def test_no_key_stands_unwrapped_in_any_file(told: Path) -> None:
    with in_use(told) as kept_log:
        key_ids = [block.key_id for block in kept_log.recorder.blocks((0, ""), 10_000)]
        keys = [kept_log.keys.find(key_id) for key_id in key_ids]
        stored = {file.name: file.read_bytes() for file in told.iterdir()}

        assert [name for name, found in stored.items() if any(key in found for key in keys if key)] == []
        # Control: the key database does hold these keys, wrapped, under their ids.
        assert None not in keys
        keys_file = stored["log.keys.db"] + stored["log.keys.db-wal"]
        assert all(key_id in keys_file for key_id in key_ids)

"""A record in files is copied while it is in use, and put back with nothing that was erased."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from eventsourcing.persistence import OperationalError

from eventstore.backing import CannotCopy
from eventstore.sqlite import backup
from eventstore.sqlite.store import SQLiteStore
from klynge.backups.keeping import keep, require_whole
from klynge.backups.looking import look
from klynge.core import Core
from klynge.settings import read_settings
from proof.leaf import leaf_hash
from proof.note import Checkpoint
from proof.tree import Frontier
from tests.bundles.heads import seal
from tests.files import files_of


@pytest.fixture
def store(mid_item_2: Path, tmp_path: Path) -> SQLiteStore:
    shutil.copytree(mid_item_2, tmp_path / "house")
    return files_of(read_settings({"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{tmp_path}/house/log.db"}))


def heads(store: SQLiteStore, *sizes: int) -> list[Checkpoint]:
    """As whoever holds them from before."""
    kept_log = store.open_log()
    frontier, found = Frontier(), list[Checkpoint]()
    for row in kept_log.recorder.rows(0, kept_log.head):
        frontier.append(leaf_hash(*row))
        if frontier.size in sizes:
            found.append(Checkpoint("klynge/syddanmark", frontier.size, frontier.root()))
    kept_log.close()
    return found


def test_a_record_comes_back_as_it_was(store: SQLiteStore, tmp_path: Path) -> None:
    keep(store, tmp_path / "backup", tmp_path / "keys", None)
    require_whole(store, tmp_path / "backup", tmp_path / "keys")
    (tmp_path / "other").mkdir()
    other = store.aside(tmp_path / "other")
    other.put_back(tmp_path / "backup", tmp_path / "keys", None)
    before, after = store.open_log(), other.open_log()
    try:
        assert after.recorder.rows(0, before.head + 1) == before.recorder.rows(0, before.head + 1)
        assert after.recorder.epoch() != before.recorder.epoch(), "positions may be taken again"
        assert after.keys.named("receipts") == before.keys.named("receipts")
    finally:
        before.close()
        after.close()


def test_the_logs_part_holds_no_key_and_the_keys_part_nothing_else(store: SQLiteStore, tmp_path: Path) -> None:
    keep(store, tmp_path / "backup", tmp_path / "keys", None)
    assert {path.name for path in (tmp_path / "keys").iterdir()} == {"manifest.json", "keys.db"}
    with sqlite3.connect(store.keys) as keys:
        wrapped = [bytes(row[0]) for row in keys.execute("SELECT wrapped FROM keys LIMIT 50")]
    log_part = b"".join(path.read_bytes() for path in (tmp_path / "backup").iterdir())
    keys_part = (tmp_path / "keys/keys.db").read_bytes()
    assert [key for key in wrapped if key in log_part] == []
    assert all(key in keys_part for key in wrapped), "the same look finds them where they are"


def test_a_copy_is_made_in_the_middle_of_writing(store: SQLiteStore, tmp_path: Path) -> None:
    """Neither waits for the other, and the copy has whole transactions alone."""
    with sqlite3.connect(store.log, isolation_level=None) as writing:
        writing.execute("BEGIN IMMEDIATE")
        writing.execute("UPDATE epochs SET epoch='half'")
        keep(store, tmp_path / "backup", tmp_path / "keys", None)
        writing.execute("COMMIT")
    with sqlite3.connect(tmp_path / "backup/log.db") as copy:
        assert copy.execute("SELECT epoch FROM epochs").fetchone() != ("half",)
    with sqlite3.connect(store.log) as written:
        assert written.execute("SELECT epoch FROM epochs").fetchone() == ("half",)


@pytest.mark.parametrize("part", ["backup", "keys"])
def test_a_flipped_bit_is_found_before_anything_is_put_back(part: str, store: SQLiteStore, tmp_path: Path) -> None:
    keep(store, tmp_path / "backup", tmp_path / "keys", None)
    require_whole(store, tmp_path / "backup", tmp_path / "keys")
    name = {"backup": "log.db", "keys": "keys.db"}[part]
    path = tmp_path / part / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(CannotCopy, match=f"{name} is not what was written"):
        require_whole(store, tmp_path / "backup", tmp_path / "keys")


def test_parts_of_two_backups_are_not_put_back_together(store: SQLiteStore, tmp_path: Path) -> None:
    for number in ("1", "2"):
        keep(store, tmp_path / f"backup-{number}", tmp_path / f"keys-{number}", None)
    with pytest.raises(CannotCopy, match="two backups"):
        require_whole(store, tmp_path / "backup-1", tmp_path / "keys-2")
    with pytest.raises(CannotCopy, match="is asked for"):
        require_whole(store, tmp_path / "keys-1", tmp_path / "backup-1")
    with pytest.raises(CannotCopy, match="no backup"):
        require_whole(store, tmp_path, tmp_path / "keys-1")


@pytest.mark.parametrize("path", ["../log.db", "/etc/passwd", ".hidden"])
def test_a_manifest_that_leads_out_of_its_folder_is_refused(path: str, store: SQLiteStore, tmp_path: Path) -> None:
    keep(store, tmp_path / "backup", tmp_path / "keys", None)
    manifest = json.loads((tmp_path / "backup/manifest.json").read_bytes())
    manifest["files"][0]["path"] = path
    (tmp_path / "backup/manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(CannotCopy, match="no file of a backup"):
        require_whole(store, tmp_path / "backup", tmp_path / "keys")


def test_nothing_that_stands_is_written_over(store: SQLiteStore) -> None:
    with pytest.raises(CannotCopy, match="is there"):
        store.require_empty()


def test_a_log_is_there_last_and_never_as_what_it_was(
    store: SQLiteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is stopped before it has another epoch has no log, so that nobody goes on from it by an old cursor."""
    keep(store, tmp_path / "backup", tmp_path / "keys", None)
    (tmp_path / "other").mkdir()
    other = store.aside(tmp_path / "other")
    monkeypatch.setattr(backup, "NEW_EPOCH", "UPDATE nothing SET epoch=1")
    with pytest.raises(OperationalError):
        other.put_back(tmp_path / "backup", tmp_path / "keys", None)
    assert other.keys.exists()
    assert other.documents.exists()
    assert not other.log.exists()


async def test_a_log_that_was_put_back_by_hand_is_another_life_of_it(
    store: SQLiteStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its file alone, beside heads that are newer: whoever read on would miss what comes in the place of what is lost."""
    settings = read_settings({"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{tmp_path}/house/log.db"})

    async def epoch() -> str:
        core = Core(settings)
        await core.close()
        return core.epoch

    with closing(store.open_log()) as kept_log, closing(store.open_proofs()) as proofs:
        head = kept_log.head
        seal(proofs, kept_log, head)
    before = await epoch()
    assert await epoch() == before, "the control: while nothing is lost it goes on"
    with closing(sqlite3.connect(store.log)) as older, older:
        for table, column in (("stored_events", "position"), ("blocks", "position"), ("streams", "position")):
            older.execute(f"DELETE FROM {table} WHERE {column}>?", (head - 7,))
    assert await epoch() != before
    assert "log.put-back-by-hand" in capsys.readouterr().out


def test_a_log_that_lacks_signed_events_is_not_called_whole(store: SQLiteStore) -> None:
    """Restored to before a head that somebody holds, it is told how much is missing; another history is told apart."""
    kept_log = store.open_log()
    head = kept_log.head
    kept_log.close()
    signed = heads(store, 10, head)
    with sqlite3.connect(store.log) as cut:
        cut.execute("DELETE FROM stored_events WHERE position>?", (head - 7,))
    kept_log = store.open_log()
    told = look(kept_log, signed)
    assert (told.is_whole, told.missing, told.fits) == (False, 7, (10,))
    assert "7 events older than the newest head" in str(told)
    assert look(kept_log, signed[:1]).is_whole
    kept_log.close()
    with sqlite3.connect(store.log) as changed:
        changed.execute("UPDATE stored_events SET recorded_at=recorded_at+1 WHERE position=9")
    kept_log = store.open_log()
    told = look(kept_log, signed[:1])
    kept_log.close()
    assert (told.is_whole, told.differs) == (False, 10)
    assert "NOT the record that was signed" in str(told)

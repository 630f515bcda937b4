"""A record on PostgreSQL: dumped while it is in use, put back into empty databases; and set back to any moment."""

import asyncio
import os
import random
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import psycopg
import pytest
from rich.console import Console

from domain import party
from eventstore.backing import CannotCopy
from eventstore.master import MasterFile
from eventstore.postgres.store import PostgresStore
from klynge.backups.keeping import keep, require_whole
from klynge.backups.looking import Looked, look
from klynge.backups.restoring import Backups
from klynge.settings import read_settings
from proof.note import Checkpoint
from tests.backups.heads import heads_of
from tests.eventstore.world import ADMINISTRATOR
from tests.eventstore.writing import furnish, give
from tests.postgres import APPLICATION, OWNER, Postgres, program

POINTS = {False: 2, True: 20}


def owned(store: PostgresStore) -> PostgresStore:
    """The same, as the role that owns the databases."""
    log, keys = (each.replace(f"//{APPLICATION}@", f"//{OWNER}@") for each in (store.log, store.keys))
    return PostgresStore(log, keys, store.master)


@pytest.fixture
def programs() -> Path:
    return program("pg_dump").parent


def test_a_dump_comes_back_as_it_was(postgres_server: Postgres, programs: Path, tmp_path: Path) -> None:
    store = owned(postgres_server.store(tmp_path))
    before = store.open_log()
    furnish(before)
    with psycopg.connect(store.log, autocommit=True) as owner:
        owner.execute("INSERT INTO lives VALUES ('set', 'view', 'topic', 1, 'key', NULL)")
        owner.execute("INSERT INTO search_entries VALUES (1, 2, 3, 4)")
        owner.execute("INSERT INTO attempts (made_at, who, size, outcome, why) VALUES (1, 'who', 1, 'a', 'b')")
    keep(store, tmp_path / "backup", tmp_path / "keys", programs)
    require_whole(store, tmp_path / "backup", tmp_path / "keys")
    log, keys = (postgres_server.address(postgres_server.database(), OWNER) for _ in range(2))
    other = PostgresStore(log, keys, store.master)
    environment = {
        "KLYNGE_ENV": "dev",
        "KLYNGE_STORE": log,
        "KLYNGE_KEYS": keys,
        "KLYNGE_MASTER_KEY": str(store.master),
    }
    settings = read_settings(environment)
    settings.erasures.touch()
    backups = Backups(settings, Console(quiet=True), programs)
    with pytest.raises(CannotCopy, match="tried out by `klynge restore`"):
        asyncio.run(backups.check(tmp_path / "backup", tmp_path / "keys", ()))
    tried = asyncio.run(backups.put_back(tmp_path / "backup", tmp_path / "keys", heads_of(before, 1, before.head)))
    assert (tried.is_whole, tried.looked.fits) == (True, (1, before.head))
    with pytest.raises(CannotCopy, match="holds tables"):
        other.require_empty()
    with psycopg.connect(log) as owner:
        told = "SELECT (SELECT count(*) FROM lives), (SELECT count(*) FROM search_entries), (SELECT count(*) FROM attempts)"
        assert owner.execute(told).fetchone() == (0, 0, 1), "what is made from the log is in no copy"
    log, keys = (each.replace(f"//{OWNER}@", f"//{APPLICATION}@") for each in (log, keys))
    after = PostgresStore(log, keys, store.master).open_log()
    try:
        head = before.head
        assert head > 1
        assert list(after.recorder.rows(0, head + 1)) == list(before.recorder.rows(0, head + 1))
        assert after.recorder.epoch() != before.recorder.epoch()
        assert after.keys.named("receipts") == before.keys.named("receipts")
    finally:
        before.close()
        after.close()


def test_what_a_program_says_is_told_without_a_password(
    postgres_server: Postgres, programs: Path, tmp_path: Path
) -> None:
    address = postgres_server.address("not-there", OWNER).replace(f"{OWNER}@", f"{OWNER}:gylden@")
    store = PostgresStore(address, address, MasterFile(tmp_path / "master"))
    with pytest.raises(CannotCopy, match="pg_dump of not-there at") as refused:
        keep(store, tmp_path / "backup", tmp_path / "keys", programs)
    assert "gylden" not in str(refused.value)
    assert not (tmp_path / "backup").exists()
    with pytest.raises(CannotCopy, match="--programs"):
        keep(store, tmp_path / "backup", tmp_path / "keys", tmp_path)


# --- to a moment ------------------------------------------------------------------------------------------------------


class Archived:
    """A server whose journal is kept apart, with one copy of its files made at the beginning."""

    def __init__(self) -> None:
        self._folders: list[Path] = []
        self._archive = self._reachable()
        self._base = self._reachable()
        there = f"{self._archive}/%f"
        kept = f"cp %p {there}.part && mv {there}.part {there}"  # under its name once it is there to its end
        self.server = Postgres(
            self._reachable(),
            durable=False,
            settings=("archive_mode=on", f"archive_command={kept}", "wal_level=replica"),
        )
        self.server.initialise()
        self.server.start()

    def copy_files(self) -> None:
        command: list[str | Path] = [program("pg_basebackup"), "-D", self._base, "-c", "fast", "-X", "none", "--dbname"]
        subprocess.run([*command, self.server.address()], check=True, capture_output=True)

    def moment(self) -> str:
        """Now, as the journal counts it."""
        with psycopg.connect(self.server.address(), autocommit=True) as connection:
            found = connection.execute("SELECT pg_current_wal_insert_lsn()").fetchone()
            assert found is not None
            return str(found[0])

    def close_journal(self) -> None:
        """All of it so far lies in the archive."""
        with psycopg.connect(self.server.address(), autocommit=True) as connection:
            found = connection.execute("SELECT pg_walfile_name(pg_switch_wal())").fetchone()
            assert found is not None
            while not (self._archive / str(found[0])).exists():
                connection.execute("SELECT pg_sleep(0.01)")

    def set_back(self, moment: str) -> Postgres:
        """Another server, which is this one as of that moment. Started."""
        settings = (
            f"restore_command=cp {self._archive}/%f %p",
            f"recovery_target_lsn={moment}",
            "recovery_target_inclusive=off",
            "recovery_target_action=promote",
        )
        other = Postgres(self._reachable(), settings=settings)
        shutil.copytree(self._base, other.data)
        (other.data / "recovery.signal").touch()
        other.data.chmod(0o700)
        if not os.geteuid():
            subprocess.run(["chown", "-R", "nobody", other.data], check=True)
        other.start()
        with psycopg.connect(other.address(), autocommit=True) as connection:
            while connection.execute("SELECT pg_is_in_recovery()").fetchone() == (True,):
                pass
        return other

    def _reachable(self) -> Path:
        """A folder that the server's user gets at."""
        folder = Path(tempfile.mkdtemp(prefix="klynge-pg-"))
        if not os.geteuid():
            shutil.chown(folder, "nobody")
        self._folders.append(folder)
        return folder

    def __enter__(self) -> "Archived":
        return self

    def __exit__(self, *_: object) -> None:
        self.server.stop(signal.SIGQUIT)
        for folder in self._folders:
            shutil.rmtree(folder, ignore_errors=True)


def test_a_record_is_set_back_to_any_moment_and_never_called_whole_where_it_is_not(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Whoever holds the newest head is told how many events are missing, and at the last moment that none is."""
    points = POINTS[bool(request.config.getoption("--at-length"))]
    with Archived() as archived:
        store = archived.server.store(tmp_path)
        kept_log = store.open_log()
        furnish(kept_log)
        archived.copy_files()
        moments = [(kept_log.head, archived.moment())]
        for number in range(points * 2):
            register = party.Register(name=f"Part {number}", party_kind=party.PartyKind.EXTERNAL)
            give(kept_log, ADMINISTRATOR, f"dk/party/part-{number}", register)
            moments.append((kept_log.head, archived.moment()))
        newest = moments[-1][0]
        [head] = heads_of(kept_log, newest)
        kept_log.close()
        archived.close_journal()
        told = []
        for reached, moment in (moments[-1], *random.Random(20).sample(moments[:-1], points - 1)):
            looked = as_of(archived, moment, store, head)
            assert (looked.events, looked.missing, looked.differs) == (reached, newest - reached, None)
            assert looked.is_whole is (reached == newest)
            told.append(str(looked))
    assert told[0].startswith("OK: ")
    assert all("events older than the newest head" in each for each in told[1:])


def as_of(archived: Archived, moment: str, store: PostgresStore, head: Checkpoint) -> Looked:
    other = archived.set_back(moment)
    log, keys = (other.address(each.rpartition("/")[2], APPLICATION) for each in (store.log, store.keys))
    restored = PostgresStore(log, keys, store.master).open_log()
    try:
        return look(restored, [head])
    finally:
        restored.close()
        other.stop(signal.SIGQUIT)

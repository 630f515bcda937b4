"""What was erased after a backup was made is erased again when it is put back, before anything is shown."""

import asyncio
from pathlib import Path

import pytest
from rich.console import Console

from eventstore.backing import CannotCopy
from eventstore.sqlite.copies import remove
from klynge.backups.keeping import keep
from klynge.backups.restoring import Backups
from klynge.settings import Settings, read_settings
from tests.erasures.people import approved, confirmed, furnish, keys_of, read, registered, served
from tests.erasures.test_nothing_is_left import until_completed
from tests.files import files_of


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "house").mkdir()
    settings = read_settings({"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{tmp_path}/house/log.db"})
    asyncio.run(furnish(settings, settings))
    return settings


def test_a_backup_does_not_bring_back_who_was_erased(settings: Settings, tmp_path: Path) -> None:
    store, quiet = files_of(settings), Console(quiet=True)
    folder, keys = tmp_path / "backup", tmp_path / "keys"

    async def lived() -> None:
        async with served(settings) as core:
            somebody, other = await registered(core), await registered(core)
        keep(store, folder, keys, None)
        async with served(settings) as core:
            assert read(core, somebody) == somebody.words
            await approved(core, somebody)
            await confirmed(core, somebody)
            await until_completed(core, [somebody])
        for path in store.files:
            remove(path)

        tried = await Backups(settings, quiet).put_back(folder, keys, ())
        assert (tried.erased, tried.unopened, tried.is_whole) == (1, 0, True)
        assert "1 redactions and erasures carried out again" in str(tried)
        async with served(settings) as core:
            assert read(core, somebody) == (None, None, None)
            assert set(keys_of(core, somebody).values()) == {None}
            assert read(core, other) == other.words

    asyncio.run(lived())


def test_trying_a_backup_out_leaves_nothing_behind_and_finds_lost_keys(settings: Settings, tmp_path: Path) -> None:
    store, quiet = files_of(settings), Console(quiet=True)
    keep(store, tmp_path / "backup", tmp_path / "keys", None)
    before = sorted(tmp_path.rglob("*"))
    tried = asyncio.run(Backups(settings, quiet).check(tmp_path / "backup", tmp_path / "keys", ()))
    assert tried.is_whole
    assert sorted(tmp_path.rglob("*")) == before

    tables = store.open_key_tables()
    kept_log = store.open_log()
    [block] = kept_log.recorder.blocks((0, ""), 1)
    kept_log.close()
    tables.erase("keys", "id", [block.key_id], True)
    tables.close()
    keep(store, tmp_path / "backup-2", tmp_path / "keys-2", None)
    tried = asyncio.run(Backups(settings, quiet).check(tmp_path / "backup-2", tmp_path / "keys-2", ()))
    assert (tried.unopened, tried.is_whole) == (1, False)


def test_without_the_master_key_nothing_is_put_back(settings: Settings, tmp_path: Path) -> None:
    store = files_of(settings)
    keep(store, tmp_path / "backup", tmp_path / "keys", None)
    for path in store.files:
        remove(path)
    store.keys.with_suffix(".master").unlink()
    with pytest.raises(CannotCopy, match="it is in no backup"):
        asyncio.run(Backups(settings, Console(quiet=True)).put_back(tmp_path / "backup", tmp_path / "keys", ()))
    assert not store.log.exists()


def test_without_the_list_of_erasures_nothing_is_put_back(settings: Settings, tmp_path: Path) -> None:
    """On another machine it is easily forgotten, and nothing else would tell what was erased since."""
    store = files_of(settings)
    keep(store, tmp_path / "backup", tmp_path / "keys", None)
    for path in store.files:
        remove(path)
    backups = Backups(settings, Console(quiet=True))
    settings.erasures.unlink(missing_ok=True)
    with pytest.raises(CannotCopy, match="could be read again"):
        asyncio.run(backups.put_back(tmp_path / "backup", tmp_path / "keys", ()))
    assert not store.log.exists()
    settings.erasures.touch()
    assert asyncio.run(backups.put_back(tmp_path / "backup", tmp_path / "keys", ())).is_whole

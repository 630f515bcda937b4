"""`klynge backup` and `klynge restore`, as whoever runs the house gives them."""

from base64 import b64encode
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from eventstore.sqlite.copies import remove
from eventstore.sqlite.store import SQLiteStore
from klynge.commands import run
from klynge.settings import read_settings
from proof.note import Checkpoint, Note
from tests.bundles.heads import SIGNER, seal
from tests.files import files_of
from tests.klynge.process import Said
from tests.outside import copied

Klynge = Callable[..., Said]


@pytest.fixture
def environment(mid_item_2: Path, tmp_path: Path) -> dict[str, str]:
    """Apart, as outside of development: keys, list of erasures and log each in a folder of its own."""
    for name in ("house", "keys", "list", "backup", "keys-backup"):
        (tmp_path / name).mkdir()
    (tmp_path / "list/erasures").touch()
    copied(mid_item_2, tmp_path / "house")
    for each in (tmp_path / "house").glob("log.keys.*"):
        each.rename(tmp_path / "keys" / each.name)
    return {
        "KLYNGE_STORE": f"sqlite:///{tmp_path}/house/log.db",
        "KLYNGE_KEYS": f"sqlite:///{tmp_path}/keys/log.keys.db",
        "KLYNGE_ERASURES": f"{tmp_path}/list/erasures",
        "KLYNGE_ISSUER": "https://issuer.example",
        "COLUMNS": "200",
    }


@pytest.fixture
def store(environment: dict[str, str]) -> SQLiteStore:
    store = files_of(read_settings(environment))
    with closing(store.open_log()) as kept_log, closing(store.open_proofs()) as proofs:
        seal(proofs, kept_log, kept_log.head)
    return store


@pytest.fixture
def klynge(
    environment: dict[str, str], store: SQLiteStore, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Klynge:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    def klynge(*arguments: str) -> Said:
        capsys.readouterr()
        code = 0
        try:
            run(*arguments)
        except SystemExit as ended:
            code = int(ended.code or 0)
        return Said(code, *capsys.readouterr())

    return klynge


def test_a_house_is_copied_tried_out_lost_and_put_back(klynge: Klynge, store: SQLiteStore, tmp_path: Path) -> None:
    parts = (str(tmp_path / "backup/monday"), "--keys", str(tmp_path / "keys-backup/monday"))
    with closing(store.open_log()) as kept_log:
        head = kept_log.head
    assert klynge("backup", *parts).clean.startswith(f"Copied {store.log} to {tmp_path}/backup/monday")
    whole = f"OK: {head} events, as signed up to {head}; every text opens that nobody erased.\n"
    assert klynge("backup", *parts, "--check").clean == whole
    assert "is there" in klynge("restore", *parts).plain
    for path in store.files:
        remove(path)
    assert klynge("restore", *parts).clean == whole
    with closing(store.open_log()) as kept_log:
        assert kept_log.head == head


def test_a_head_from_elsewhere_that_the_copy_does_not_reach_is_told_of(
    klynge: Klynge, store: SQLiteStore, tmp_path: Path
) -> None:
    parts = (str(tmp_path / "backup/monday"), "--keys", str(tmp_path / "keys-backup/monday"))
    klynge("backup", *parts)
    with closing(store.open_log()) as kept_log:
        head = kept_log.head
    text = str(Checkpoint(SIGNER.name, head + 3, bytes(32)))
    (tmp_path / "witnessed").write_text(str(Note(text, (SIGNER.sign(text),))))
    said = klynge("backup", *parts, "--check", "--head", str(tmp_path / "witnessed"))
    assert (said.code, "NOT whole: 3 events older than the newest head" in said.out) == (1, True)
    (tmp_path / "witnessed").write_text(b64encode(bytes(32)).decode())
    assert "is no signed head" in klynge("backup", *parts, "--check", "--head", str(tmp_path / "witnessed")).plain


def test_what_was_signed_after_the_copy_is_missed_when_it_is_put_back(
    klynge: Klynge, store: SQLiteStore, environment: dict[str, str], tmp_path: Path
) -> None:
    parts = (str(tmp_path / "backup/monday"), "--keys", str(tmp_path / "keys-backup/monday"))
    klynge("backup", *parts)
    with closing(store.open_log()) as kept_log:
        head = kept_log.head
    for path in store.files:
        remove(path)
    guard = read_settings(environment).sign_guard
    guard.write_text(str(Checkpoint(SIGNER.name, head + 2, bytes(32))))
    said = klynge("restore", *parts)
    assert (said.code, "NOT whole: 2 events older than the newest head" in said.out) == (1, True)
    assert store.log.exists(), "it is put back all the same: whoever runs the house decides"


def test_a_copy_that_cannot_be_tried_out_is_not_called_broken(
    klynge: Klynge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 1 is for what was tried out and is not whole."""
    parts = (str(tmp_path / "backup/monday"), "--keys", str(tmp_path / "keys-backup/monday"))
    klynge("backup", *parts)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "log.db")

    monkeypatch.setattr("eventstore.sqlite.backup.shutil.copyfile", full)
    assert "No space left on device: 'log.db'" in klynge("backup", *parts, "--check").plain


def test_a_database_that_is_none_is_named(klynge: Klynge, store: SQLiteStore, tmp_path: Path) -> None:
    remove(store.reads)
    store.reads.write_bytes(b"of no use" * 1_000)
    said = klynge("backup", str(tmp_path / "backup/monday"), "--keys", str(tmp_path / "keys-backup/monday")).plain
    assert str(store.reads) in said
    assert "not a database" in said
    assert list((tmp_path / "backup").iterdir()) == []


def test_both_parts_in_one_folder_are_refused(klynge: Klynge, tmp_path: Path) -> None:
    parts = (str(tmp_path / "backup/log"), "--keys", str(tmp_path / "backup/keys"))
    assert "in one folder" in klynge("backup", *parts).plain
    assert list((tmp_path / "backup").iterdir()) == []

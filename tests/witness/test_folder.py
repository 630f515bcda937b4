"""What a witness keeps, and whom it believes."""

import signal
import stat
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from klynge.commands import run
from klynge.witness.folder import KEY, LOGS, LOGS_MAX, SEEN, BadFolder, Folder
from klynge.witness.request import Said
from klynge.witness.signing import EVIDENCE_MAX, Witness, name_of
from proof.note import Cosigner, Signature, Signer, time_of
from tests.klynge.process import House, Running
from tests.ports import free_port
from tests.witness.heads import ORIGIN, TIME, Numbers
from tests.witness.killed import until_it_answers

LOG = Numbers(20)


def status(witness: Witness, body: bytes) -> int:
    try:
        witness.add(body)
    except Said as said:
        return said.status
    return 200


def test_nobody_else_reads_its_key(folder: Folder) -> None:
    assert stat.S_IMODE((folder.path / KEY).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700
    assert "PRIVATE" not in repr(folder.cosigner())


def test_a_witness_is_made_once(folder: Folder) -> None:
    key = folder.cosigner().vkey
    with pytest.raises(BadFolder, match="already"):
        Folder.make(folder.path, "other.example/w")
    assert folder.cosigner().vkey == key


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\nb"])
def test_a_witness_is_called_what_a_note_can_say(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadFolder, match="no name"):
        Folder.make(tmp_path / "w", name)
    assert not (tmp_path / "w").exists()


def test_two_processes_never_serve_one_witness(folder: Folder) -> None:
    folder.lock()
    other = Folder(folder.path)
    with pytest.raises(BadFolder, match="another process"):
        other.lock()
    folder.unlock()
    other.lock()
    other.unlock()


def test_a_log_that_is_trusted_while_it_runs_is_signed_for_at_once(folder: Folder, witness: Witness) -> None:
    other = Numbers(5, origin="klynge/midtjylland")
    assert status(witness, other.request(0, 5)) == 404
    assert folder.trust(other.signer.vkey, "") == "klynge/midtjylland"
    assert status(witness, other.request(0, 5)) == 200
    assert status(witness, LOG.request(0, 5)) == 200


def test_a_log_that_changed_its_key_is_signed_for_once_the_new_one_is_trusted(folder: Folder, witness: Witness) -> None:
    assert status(witness, LOG.request(0, 5)) == 200
    changed = Numbers(20)
    changed.signer = Signer(ORIGIN, b"n" * 32)
    assert status(witness, changed.request(5, 9)) == 403
    folder.trust(changed.signer.vkey, "")
    assert status(witness, changed.request(5, 9)) == 200
    assert folder.trust(changed.signer.vkey, "") == ORIGIN
    assert (folder.path / LOGS).read_text().count(changed.signer.vkey) == 1


def test_a_key_of_a_witness_is_no_key_of_a_log(folder: Folder) -> None:
    with pytest.raises(BadFolder, match="no log's"):
        folder.trust(Cosigner("x.example/w", bytes(32)).vkey, "")
    with pytest.raises(BadFolder):
        folder.trust("klynge/x+00000000+AAAA", "")


def test_a_name_of_a_log_is_written_so_that_it_reads_as_it_was(folder: Folder) -> None:
    origin = 'a"b\\c]æ'
    key = Signer("x.example/log", bytes(32)).vkey
    assert folder.trust(key, origin) == origin
    assert set(folder.logs()) == {ORIGIN, origin}


@pytest.mark.parametrize("said", ["[[log]]\n", "log = 1", "[[log]]\nkey = 1", "x", "[[log]]\nkey='k'\nmore=1", "\xff"])
def test_logs_that_cannot_be_read_are_nobodys(folder: Folder, witness: Witness, said: str) -> None:
    (folder.path / LOGS).write_bytes(said.encode("latin-1"))
    with pytest.raises(BadFolder, match=r"logs\.toml"):
        witness.add(LOG.request(0, 5))


def test_there_is_an_end_to_the_logs(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    assert LOGS_MAX == 1000
    monkeypatch.setattr("klynge.witness.folder.LOGS_MAX", 1)
    with pytest.raises(BadFolder, match="at most 1"):
        folder.trust(Signer("more.example/log", bytes(32)).vkey, "")


@pytest.mark.parametrize(
    "spoil", [lambda kept: b"", lambda kept: kept[:-10], lambda kept: kept.replace(b"\n7\n", b"\n6\n")]
)
def test_a_memory_that_is_not_its_own_signs_nothing(folder: Folder, witness: Witness, spoil: object) -> None:
    assert status(witness, LOG.request(0, 7)) == 200
    path = folder.path / SEEN / name_of(ORIGIN)
    assert callable(spoil)
    path.write_bytes(spoil(path.read_bytes()))
    for body in (LOG.request(0, 9), LOG.request(6, 9), LOG.request(7, 9)):
        with pytest.raises(BadFolder, match="not as this witness wrote it"):
            witness.add(body)


def test_a_memory_of_another_log_is_none_of_this(folder: Folder, witness: Witness) -> None:
    other = Numbers(5, origin="klynge/midtjylland")
    folder.trust(other.signer.vkey, "")
    witness.add(other.request(0, 5))
    (folder.path / SEEN / name_of("klynge/midtjylland")).rename(folder.path / SEEN / name_of(ORIGIN))
    with pytest.raises(BadFolder):
        witness.add(LOG.request(0, 5))


def test_what_it_remembers_is_all_it_needs(folder: Folder, witness: Witness) -> None:
    witness.add(LOG.request(0, 7))
    again = Witness(Folder(folder.path))
    assert status(again, LOG.request(0, 9)) == 409
    assert status(again, LOG.request(7, 9)) == 200


def test_a_witness_whose_key_is_gone_is_made_anew_in_another_folder(folder: Folder, witness: Witness) -> None:
    witness.add(LOG.request(0, 7))
    (folder.path / KEY).unlink()
    with pytest.raises(BadFolder, match="Name a new folder"):
        Folder.make(folder.path, "randers.example/w2")
    assert set(folder.logs()) == {ORIGIN}, "and whom it signed for is not forgotten"


def test_its_word_never_seems_older_than_the_one_before(folder: Folder) -> None:
    times = iter((TIME, TIME - 120, TIME + 5))
    witness = Witness(folder, lambda: next(times))
    lines = [witness.add(LOG.request(old, size)) for old, size in ((0, 3), (3, 8), (8, 9))]
    verifier = folder.cosigner()
    told = [verifier.cosign(LOG.text(size), at).line for size, at in ((3, TIME), (8, TIME), (9, TIME + 5))]
    assert lines == [f"{each}\n" for each in told]


@pytest.mark.parametrize("ahead_s", [3_600, 10 * 365 * 86_400])
def test_a_clock_that_ran_far_ahead_holds_up_no_word_once_it_is_set(folder: Folder, ahead_s: int) -> None:
    times = iter((TIME + ahead_s, TIME, TIME + 1))
    witness = Witness(folder, lambda: next(times))
    lines = [witness.add(LOG.request(old, size)) for old, size in ((0, 3), (3, 3), (3, 8))]
    told = [time_of(Signature.parse(line.removesuffix("\n"))) for line in lines]
    assert told == [TIME + ahead_s, TIME, TIME + 1]


def test_a_head_that_does_not_go_on_is_refused_also_where_it_cannot_be_kept(
    folder: Folder, witness: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    witness.add(LOG.request(0, 10))
    full: list[Path] = []

    def fails(path: Path, _: bytes) -> None:
        full.append(path)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("klynge.witness.signing.write_durably", fails)
    assert status(witness, Numbers(20, forked=4).request(10, 12)) == 422
    assert len(full) == 1
    assert list((folder.path / "evidence").iterdir()) == []
    with pytest.raises(OSError, match="No space left"):
        witness.add(LOG.request(10, 12))


def test_a_head_that_was_not_shown_to_go_on_is_kept(
    folder: Folder, witness: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    witness.add(LOG.request(0, 10))
    forked = Numbers(20, forked=4)
    assert status(witness, forked.request(10, 12)) == 422
    assert status(witness, forked.request(10, 12).replace(b"\n\n", b"\n" + b"A" * 43 + b"=\n\n", 1)) == 422
    kept = list((folder.path / "evidence").iterdir())
    assert len(kept) == 1
    assert kept[0].read_bytes() == forked.request(10, 12)
    assert EVIDENCE_MAX == 100
    monkeypatch.setattr("klynge.witness.signing.EVIDENCE_MAX", 1)
    assert status(witness, forked.request(10, 13)) == 422
    assert len(list((folder.path / "evidence").iterdir())) == 1


def test_a_witness_is_made_and_looked_at_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "w")

    def said(*arguments: str) -> str:
        with suppress(SystemExit):
            run("witness", *arguments)
        told = capsys.readouterr()
        return told.out or told.err

    vkey = said("init", path, "randers.example/w1").strip()
    assert vkey == Folder(tmp_path / "w").cosigner().vkey
    assert "already" in said("init", path, "randers.example/w1")
    assert ORIGIN in said("trust", path, LOG.signer.vkey)
    Witness(Folder(tmp_path / "w")).add(LOG.request(0, 7))
    shown = said("show", path)
    assert vkey in shown
    assert LOG.text(7) in shown
    assert "no folder of a witness" in said("serve", str(tmp_path / "none"))


def test_a_witness_says_where_it_answers_and_stops_when_told(tmp_path: Path) -> None:
    folder = Folder.make(tmp_path / "w", "randers.example/w1")
    port = free_port()
    with Running(House(tmp_path), "witness", "serve", str(folder.path), "--bind", f"127.0.0.1:{port}") as running:
        running.says(f"http://127.0.0.1:{port}")
        until_it_answers(port)
        assert httpx.get(f"http://127.0.0.1:{port}/health").text.strip() == folder.cosigner().vkey
        assert running.told(signal.SIGTERM).code in (0, -signal.SIGTERM)

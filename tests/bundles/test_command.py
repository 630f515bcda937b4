"""`klynge export`: one meeting, one fund, one body, one cluster or all of a record in files."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from eventsourcing.persistence import OperationalError

from domain.names import kind_of, scope_of
from eventstore.reads import Asked, Reads
from eventstore.sqlite.store import SQLiteStore
from klynge.bundles import exporting
from klynge.bundles.export import make
from klynge.commands import run
from klynge.settings import BadSettings, read_settings
from stories.lillebaelt_2024_04_09 import STORY
from tests.bundles.heads import seal
from tests.bundles.made import Bundle
from tests.files import files_of
from tests.klynge.process import Said
from tests.outside import copied

MEETING, FUND, BODY = STORY.meeting, "lillebaelt/fund/klyngemidler", "lillebaelt/body/strategic"
Export = Callable[..., Said]


@pytest.fixture(scope="module")
def sealed(ended: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copied(ended, tmp_path_factory.mktemp("sealed"))
    store = store_in(folder)
    with closing(store.open_log()) as kept_log, closing(store.open_proofs()) as proofs:
        seal(proofs, kept_log, 20, kept_log.head)
    return folder


def environment(folder: Path) -> dict[str, str]:
    return {"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{folder}/log.db", "COLUMNS": "200"}


def store_in(folder: Path) -> SQLiteStore:
    return files_of(read_settings(environment(folder)))


@pytest.fixture
def export(sealed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Export:
    for name, value in environment(sealed).items():
        monkeypatch.setenv(name, value)

    def export(*arguments: str) -> Said:
        capsys.readouterr()
        code = 0
        try:
            run("export", *arguments)
        except SystemExit as ended:
            code = int(ended.code or 0)
        return Said(code, *capsys.readouterr())

    return export


def kinds(bundle: Bundle) -> set[str]:
    return {kind_of(stream) for stream in bundle.streams}


def taken(value: Any) -> Iterator[dict[str, str]]:
    """The decisions that an event cites."""
    if isinstance(value, dict):
        if value.get("type") == "taken":
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from taken(each)


def test_all_of_it(export: Export, sealed: Path, tmp_path: Path) -> None:
    said = export(str(tmp_path / "all"), "--all")
    bundle = Bundle(tmp_path / "all")
    size = bundle.manifest["size"]
    assert said.clean == f"{tmp_path}/all: {size} of the record's {size} events. Witnessed by Town.\n"
    assert list(bundle.events) == list(range(1, size + 1))
    assert bundle.manifest["origin"] == "syddanmark"


def test_a_head_that_nobody_has_seen_yet_is_told_so(export: Export, sealed: Path, tmp_path: Path) -> None:
    """Whoever verifies it would be told that the operator alone vouches for it."""
    with closing(sqlite3.connect(sealed / "log.proofs.db")) as kept, kept:
        lines = kept.execute("SELECT * FROM cosignatures").fetchall()
        kept.execute("DELETE FROM cosignatures")
    said = export(str(tmp_path / "unseen"), "--all")
    with closing(sqlite3.connect(sealed / "log.proofs.db")) as kept, kept:
        kept.executemany(f"INSERT INTO cosignatures VALUES ({','.join('?' * len(lines[0]))})", lines)
    assert said.clean.endswith(" events. No witness has seen its newest head yet.\n")


def test_one_meeting_goes_with_its_minutes_and_whoever_acted(export: Export, tmp_path: Path) -> None:
    export(str(tmp_path / "meeting"), "--meeting", MEETING)
    bundle = Bundle(tmp_path / "meeting")
    assert bundle.manifest["scope"] == {"kind": "meeting", "name": MEETING}
    assert MEETING in bundle.streams
    assert {"minutes", "membership", "person", "party", "body", "log"} <= kinds(bundle)
    assert kinds(bundle).isdisjoint({"fund", "proposal", "initiative", "action"})
    assert 0 < bundle.manifest["events"] < bundle.manifest["size"]
    for columns in bundle.events.values():
        by = json.loads(columns[5])["by"]
        assert by["person"] in bundle.streams or by["person"] in ("dk/person/uret", "dk/person/huset")
        assert by.get("seat", f"{MEETING}#").partition("#")[0] in bundle.streams


def test_streams_of_a_part_are_whole(export: Export, tmp_path: Path) -> None:
    export(str(tmp_path / "all"), "--all")
    export(str(tmp_path / "part"), "--meeting", MEETING)
    whole, part = Bundle(tmp_path / "all"), Bundle(tmp_path / "part")
    assert part.events == {at: columns for at, columns in whole.events.items() if columns[1].decode() in part.streams}
    assert part.texts == {at: text for at, text in whole.texts.items() if at[0] in part.events}
    assert part.files["leaves.bin"] == whole.files["leaves.bin"]


def test_one_fund_goes_with_the_decisions_that_its_postings_cite(export: Export, tmp_path: Path) -> None:
    export(str(tmp_path / "fund"), "--fund", FUND)
    bundle = Bundle(tmp_path / "fund")
    cited = {
        each["meeting"]
        for columns in bundle.events.values()
        if columns[1].decode() == FUND
        for each in taken(json.loads(columns[5])["event"])
    }
    assert cited
    assert cited <= bundle.streams


def test_a_body_goes_with_its_seats_and_its_meetings(export: Export, tmp_path: Path) -> None:
    export(str(tmp_path / "body"), "--body", BODY)
    bundle = Bundle(tmp_path / "body")
    assert {BODY, MEETING} <= bundle.streams
    assert {"membership", "minutes", "meeting"} <= kinds(bundle)


def test_a_cluster_goes_with_every_stream_of_its_scope(export: Export, tmp_path: Path) -> None:
    export(str(tmp_path / "all"), "--all")
    export(str(tmp_path / "cluster"), "--cluster", "lillebaelt")
    whole, part = Bundle(tmp_path / "all"), Bundle(tmp_path / "cluster")
    assert {each for each in whole.streams if scope_of(each) == "lillebaelt"} <= part.streams


def test_each_party_that_had_a_seat_gets_what_it_may_see(export: Export, tmp_path: Path) -> None:
    said = export(str(tmp_path / "parties"), "--body", BODY, "--for-parties")
    folders = sorted(path.name for path in (tmp_path / "parties").iterdir())
    assert len(folders) > 1
    assert said.clean.count("\n") == len(folders)
    for name in folders:
        bundle = Bundle(tmp_path / "parties" / name)
        assert bundle.manifest["for"] == f"dk/party/{name}"
        assert bundle.manifest["texts"] == "as"
        assert bundle.manifest["events"]


def test_either_every_party_gets_its_bundle_or_none(
    export: Export, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []

    def full(bundle: Any, *given: Any) -> Any:
        made.append(bundle.folder)
        if len(made) == 2:
            raise BadSettings("the disk is full")
        return make(bundle, *given)

    monkeypatch.setattr(exporting, "make", full)
    assert export(str(tmp_path / "parties"), "--body", BODY, "--for-parties").plain == "the disk is full"
    assert len(made) == 2
    assert list(tmp_path.iterdir()) == []


def test_it_is_noted_who_was_shown_what(export: Export, sealed: Path, tmp_path: Path) -> None:
    secretary = STORY.cast["secretary"]
    export(str(tmp_path / "all"), "--cluster", "lillebaelt")
    export(str(tmp_path / "as"), "--meeting", MEETING, "--as", secretary)
    with closing(store_in(sealed).open_reads()) as reads:
        noted = [read for _, read in reads.find(Asked(limit=100_000)) if read.via == "bundle"]
    assert [each.about for each in noted if each.reader == "dk/party/klynge-drift" and each.about == "lillebaelt"]
    assert Bundle(tmp_path / "as").manifest["for"] == secretary


@pytest.mark.parametrize("more", [(), ("--as", STORY.cast["secretary"])], ids=["all texts", "as somebody"])
def test_what_cannot_be_noted_is_not_handed_out(
    more: tuple[str, ...], export: Export, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(self: Reads) -> None:
        raise OperationalError("the access log cannot be written")

    monkeypatch.setattr(Reads, "flush", away)
    assert "the access log cannot be written" in export(str(tmp_path / "b"), "--meeting", MEETING, *more).plain
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((), "give one of --all"),
        (("--all", "--fund", FUND), "give one of --all"),
        (("--meeting", FUND), "names no meeting"),
        (("--meeting", f"{MEETING}-not"), "there is no meeting"),
        (("--cluster", "nowhere"), "there is no cluster nowhere"),
        (("--all", "--for-parties"), "goes with --body"),
        (("--body", BODY, "--as", "dk/person/nobody"), "there is no dk/person/nobody"),
    ],
)
def test_what_is_not_there_is_said(asked: tuple[str, ...], said: str, export: Export, tmp_path: Path) -> None:
    assert said in export(str(tmp_path / "b"), *asked).plain
    assert list(tmp_path.iterdir()) == []


def test_a_record_that_nobody_has_signed_is_not_exported(
    ended: Path, export: Export, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "house").mkdir()
    monkeypatch.setenv("KLYNGE_STORE", f"sqlite:///{copied(ended, tmp_path / 'house')}/log.db")
    assert "no checkpoint is signed yet" in export(str(tmp_path / "b"), "--all").plain
    assert not (tmp_path / "b").exists()

"""Stored names are tags of a closed list: what stands in a row that somebody wrote is never imported, called or guessed at."""

import sys
from pathlib import Path

import pytest

from eventstore.log import Log
from eventstore.mapper import FromTheFuture
from tests.eventstore.test_key_check import change
from tests.eventstore.world import HEAD

PLANTED = "planted_by_a_hostile_row"


@pytest.mark.parametrize(
    "name",
    [
        f"{PLANTED}:Event",
        f"{PLANTED}:Event.Allocated",
        "os:system",
        "domain.party:Registered",
        "eventsourcing.domain:Aggregate",
        "party.registered ",
        "Party.Registered",
        "party.registered#2",
        "../party.registered",
        "",
    ],
)
def test_a_name_that_is_no_tag_stops_the_reading_and_imports_nothing(
    on_file: Log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / f"{PLANTED}.py").write_text("raise SystemExit('a row was run')")
    monkeypatch.syspath_prepend(tmp_path)
    assert on_file.event(HEAD).position == HEAD
    before = set(sys.modules)

    change(tmp_path / "log.db", "UPDATE stored_events SET topic=? WHERE position=?", name, HEAD)

    for read in (lambda: on_file.event(HEAD), lambda: list(on_file.read(0))):
        with pytest.raises(FromTheFuture):
            read()
    assert set(sys.modules) - before == set()


def test_the_planted_module_is_there_to_be_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control."""
    (tmp_path / f"{PLANTED}.py").write_text("raise SystemExit('a row was run')")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(SystemExit, match="a row was run"):
        __import__(PLANTED)

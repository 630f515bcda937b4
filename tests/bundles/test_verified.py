"""What is exported, the auditor's program finds whole: all of a story, a part of it, and what somebody may see."""

import asyncio
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from domain.names import kind_of, scope_of
from eventstore.log import Log
from klynge.bundles.form import Kind, Scope
from stories.overdragelse_2027 import STORY
from tests.bundles.heads import SIGNER, WITNESS, heads_of
from tests.bundles.made import exported
from tests.projections.aadal import CAST
from tests.projections.closed_item import STORY as CLOSED
from tests.realtime.record_in_memory import played

VERIFIER = Path(__file__).resolve().parents[2] / "clients" / "klynge_verify.py"
TRUST = f"""\
origin = "klynge/region"
keys = ["{SIGNER.vkey}"]
[[witness]]
organisation = "Town"
key = "{WITNESS.vkey}"
[quorum]
organisations = 1
"""


@pytest.fixture(scope="module")
def handed_over() -> Iterator[Log]:
    """Two clusters that end, with all they had."""
    kept_log = asyncio.run(played(STORY))
    yield kept_log
    kept_log.close()


def verified(folder: Path) -> dict[str, Any]:
    trust = folder.with_suffix(".toml")
    trust.write_text(TRUST)
    command: list[str | Path] = [sys.executable, "-I", VERIFIER, folder, "--trust", trust, "--json"]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert not said.stderr, said.stderr
    told: dict[str, Any] = json.loads(said.stdout)
    return told


def scopes(kept_log: Log) -> Iterator[Scope]:
    """All of it, and of each kind of part the one that most happened to."""
    yield Scope(kind="all", name="region/log/log")
    events = Counter(recorded.stream for recorded in kept_log.read(0))
    kinds: tuple[Kind, ...] = ("meeting", "fund", "body", "cluster")
    for kind in kinds:
        stream = max((each for each in events if kind_of(each) == kind), key=lambda each: events[each])
        yield Scope(kind=kind, name=scope_of(stream) if kind == "cluster" else stream)


def test_every_part_of_a_story_is_whole(handed_over: Log, tmp_path: Path) -> None:
    heads = heads_of(handed_over, 10, 300, handed_over.head)
    for scope in scopes(handed_over):
        exported(handed_over, tmp_path / scope.kind, scope=scope, heads=heads)
        told = verified(tmp_path / scope.kind)
        assert (told["code"], told.get("findings")) == (0, []), (scope, told)


def test_a_part_of_a_cluster_that_ended_tells_its_end(handed_over: Log, tmp_path: Path) -> None:
    """Whoever acts after it does so on a seat of the last day: without its end the seat would be one they had left."""
    bundle = exported(handed_over, tmp_path / "fund", scope=Scope(kind="fund", name="aarhus/fund/klyngemidler"))
    ends = [columns for columns in bundle.events.values() if columns[3] == b"cluster.dissolution-decided"]
    assert {scope_of(columns[1].decode()) for columns in ends} >= {"aarhus"}


def test_a_text_that_is_left_out_is_missed(handed_over: Log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same look finds a bundle that lacks something: a text whose key a database lost, and nobody erased."""
    [block] = handed_over.recorder.blocks((0, ""), 1)
    find, find_all = handed_over.keys.find, handed_over.keys.find_all
    monkeypatch.setattr(handed_over.keys, "find", lambda at: None if at == block.key_id else find(at))
    monkeypatch.setattr(handed_over.keys, "find_all", lambda ids: find_all([at for at in ids if at != block.key_id]))
    exported(handed_over, tmp_path / "lacking")
    told = verified(tmp_path / "lacking")
    assert told["code"] == 20
    assert [each["position"] for each in told["findings"]] == [block.position]


def test_whoever_sat_on_a_body_that_ended_takes_its_record_along(handed_over: Log, tmp_path: Path) -> None:
    """Up to their last day, and nothing later: what a party keeps of a body that is no more."""
    now = handed_over.now()
    body = next(
        event.stream for event in handed_over.read(0) if event.event.tag == "body.closed" and "politi" in event.stream
    )
    sat = {
        holding.person
        for membership in now.ids("membership", scope_of(body))
        if (seats := now.see(membership)).body == body
        for seat in seats.seats.values()
        if seat.party is not None
        for holding in seat.holders
    }
    assert sat
    bundle = exported(handed_over, tmp_path / "party", *sorted(sat), scope=Scope(kind="body", name=body))
    assert body in bundle.streams
    assert any(kind_of(each) == "meeting" for each in bundle.streams)
    told = verified(tmp_path / "party")
    assert told["code"] == 0, told


@pytest.mark.parametrize("part", ["observer", "chair"])
def test_what_somebody_may_see_is_whole(part: str, tmp_path: Path) -> None:
    kept_log = asyncio.run(played(CLOSED))
    try:
        exported(kept_log, tmp_path / part, CAST[part])
    finally:
        kept_log.close()
    assert verified(tmp_path / part)["code"] == 0

"""What is honest is never called anything else: stories whole, in part and by rights, and random histories of a fund."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from clients import klynge_verify as verify
from domain.kernel import Recorded
from eventstore.log import Log
from eventstore.mapper import encode_state
from klynge.bundles.form import Scope
from stories import aarhus_2024_april, overdragelse_2027
from tests.bundles.heads import SIGNER, WITNESS, heads_of
from tests.bundles.made import exported
from tests.given import Record
from tests.money.histories import play
from tests.projections.aadal import CAST
from tests.projections.closed_item import STORY as CLOSED
from tests.proof.plainly import leaf_data, leaf_hash
from tests.proof.small_bundle import Bundle
from tests.realtime.record_in_memory import played
from tests.verifying.town import checked

IN_SHORT, AT_LENGTH = 12, 400
TRUST = f"""origin = "{SIGNER.name}"
keys = ["{SIGNER.vkey}"]

[[witness]]
organisation = "Town"
key = "{WITNESS.vkey}"
"""


@pytest.fixture(scope="module")
def closed() -> Iterator[Log]:
    kept_log = asyncio.run(played(CLOSED))
    yield kept_log
    kept_log.close()


@pytest.fixture(scope="module")
def handed_over() -> Iterator[Log]:
    """Every story in one log, and the cluster that all of it passes to."""
    kept_log = asyncio.run(played(overdragelse_2027.STORY))
    yield kept_log
    kept_log.close()


def found(folder: Path) -> verify.Check:
    (folder.parent / "trust.toml").write_text(TRUST, "utf-8")
    return verify.Check(verify.Bundle(str(folder)), verify.Trust(str(folder.parent / "trust.toml"), ())).run()


def test_all_stories_are_witnessed_and_every_rule_is_judged(handed_over: Log, tmp_path: Path) -> None:
    exported(handed_over, tmp_path / "bundle", heads=heads_of(handed_over, 4, 100, handed_over.head))
    check = found(tmp_path / "bundle")
    assert (verify.VERDICTS[check.code], check.findings) == (("BEVIDNET", "WITNESSED"), [])
    assert check.counts["texts"] > 700
    assert len(check.rules.decisions) >= 10, "decisions that money and seats rest on"
    assert sum(len(fund.postings) for fund in check.rules.funds.values()) > 10
    assert check.counts.get("not judged", 0) < 10


@pytest.mark.parametrize(
    "scope",
    [
        Scope(kind="body", name="aarhus/body/political"),
        Scope(kind="fund", name="aarhus/fund/klyngemidler"),
        Scope(kind="meeting", name="aarhus/meeting/2022-12-01-political"),
    ],
    ids=["body", "fund", "meeting"],
)
def test_a_part_is_witnessed_with_what_its_rules_rest_on(scope: Scope, handed_over: Log, tmp_path: Path) -> None:
    exported(handed_over, tmp_path / "bundle", scope=scope)
    check = found(tmp_path / "bundle")
    assert (check.code, check.findings) == (0, [])
    assert check.counts.get("not judged", 0) < 10


@pytest.mark.parametrize("who", ["observer", "chair", "secretary"])
def test_what_somebody_may_see_is_witnessed_and_the_rest_counted(who: str, closed: Log, tmp_path: Path) -> None:
    exported(closed, tmp_path / "bundle", CAST[who])
    check = found(tmp_path / "bundle")
    assert (check.code, check.findings) == (0, [])
    assert check.counts["withheld"] > 0
    assert check.counts["erased"] > 0, "an erased text is told as erased, not as kept back"


def test_the_outsiders_bundle_called_whole_is_found_out(closed: Log, tmp_path: Path) -> None:
    """The control: the same bundle, when its manifest says that it holds all."""
    bundle = exported(closed, tmp_path / "bundle", CAST["observer"])
    manifest = (bundle.folder / "manifest.json").read_text("utf-8").replace('"texts":"as"', '"texts":"all"')
    (bundle.folder / "manifest.json").write_text(manifest, "utf-8")
    check = found(tmp_path / "bundle")
    assert {each["code"] for each in check.findings} >= {"absent", "lost"}
    assert verify.VERDICTS[check.code][1] == "BROKEN"


def test_a_real_storys_payment_made_larger_is_found_out(tmp_path: Path) -> None:
    """The control of what the service itself records: one figure of one posting, and everything signed anew."""
    kept_log = asyncio.run(played(aarhus_2024_april.STORY))
    rows: list[dict[str, Any]] = [
        dict(zip(FIELDS, row, strict=True)) for row in kept_log.recorder.rows(0, kept_log.head)
    ]
    kept_log.close()
    at = next(row for row in rows if row["tag"] == "fund.grant-received")
    at["state"] = at["state"].replace(b'"amount_oere":-', b'"amount_oere":-1')
    check = checked(signed(row | {"state": row["state"].decode()} for row in rows), tmp_path)
    assert ("zero", at["position"]) in {(each["code"], each.get("position")) for each in check.findings}


FIELDS = ("stream", "version", "tag", "state", "position", "recorded_at")


def signed(rows: Iterable[dict[str, Any]]) -> Bundle:
    bundle = Bundle()
    bundle.rows, bundle.texts = list(rows), []
    bundle.leaves = [leaf_hash(leaf_data(row)) for row in bundle.rows]
    bundle.older, bundle.newest = bundle.signed(4), bundle.signed(len(bundle.leaves))
    return bundle


def rows_of(record: Record) -> Iterator[dict[str, Any]]:
    for each in record.recorded:
        stored = (
            each.stream,
            each.version,
            each.event.tag,
            encode_state(each).decode(),
            each.position,
            each.recorded_at,
        )
        yield dict(zip(FIELDS, stored, strict=True))


def alarms(seeds: Iterable[int], folder: Path) -> tuple[list[Any], Counter[str]]:
    """What is said against events that the domain's own rules let pass, and how many of each kind passed.

    Facts that a history begins with are told by nobody (`given`): of them nothing is asked. Some steps are given on no seat
    (`test`): that alone is not held against them.
    """
    said: list[Any] = []
    passed: Counter[str] = Counter()
    for seed in seeds:
        _, _, history = play(seed)
        recorded = history.record.recorded
        given = {each.position for each in recorded if each.by.rule == "given"}
        on_no_seat = {each.position for each in recorded if each.by.rule == "test"}
        passed.update(each.event.tag for each in recorded if each.position not in given)
        check = checked(signed(rows_of(history.record)), folder)
        said += [
            (seed, each)
            for each in check.findings
            if (at := each.get("position")) not in given
            and not (at in on_no_seat and is_of_a_seat(each, recorded[at - 1]))
        ]
    return said, passed


def is_of_a_seat(finding: dict[str, Any], recorded: Recorded) -> bool:
    return finding["code"] == "right" or (finding["code"] == "office" and recorded.command == "fund.wind-up")


def test_no_history_that_the_fund_lets_pass_raises_an_alarm(tmp_path: Path) -> None:
    said, passed = alarms(range(IN_SHORT), tmp_path)
    assert said == []
    assert passed["fund.earmarked"] + passed["fund.paid"] + passed["fund.reversed"] > 10
    assert passed["fund.condition-met"] > 0, "what money waits for comes, and what comes of it follows"


@pytest.mark.at_length
def test_no_history_in_many_raises_an_alarm(tmp_path: Path) -> None:
    said, passed = alarms(range(1_000, 1_000 + AT_LENGTH), tmp_path)
    assert said == []
    assert min(passed[f"fund.{tag}"] for tag in ("earmarked", "allocated", "paid", "reversed", "year-closed")) >= 50

"""What somebody tries who holds the log's key, runs a witness, or hands over a bundle: it is found, or told beside the verdict."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from clients import klynge_verify as verify
from tests.proof.plainly import checkpoint, leaf_data, leaf_hash
from tests.proof.small_bundle import COUNTRY_TOWN, LOG, ORIGIN, REGION, STRANGER, TRUST, Bundle, compact
from tests.verifying.town import FUND, OF_CHAIR, OF_REGISTRAR, OF_SECRETARY, Town, by, checked, town

BROKEN, RULE_BROKEN, DIVERGES, INCOMPLETE, UNWITNESSED, WITNESSED = 40, 35, 30, 20, 10, 0


def told(bundle: Bundle, folder: Path, *more: str, letters: str = "utf-8") -> tuple[int, str]:
    """What the command says, and its exit code. `letters`: which a terminal has."""
    for path, held in bundle.files().items():
        (folder / "bundle" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "bundle" / path).write_bytes(held)
    (folder / "trust.toml").write_text(TRUST, "utf-8")
    ended = subprocess.run(
        [sys.executable, verify.__file__, str(folder / "bundle"), "--trust", str(folder / "trust.toml"), *more],
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONIOENCODING": letters},
    )
    assert not ended.stderr, ended.stderr.decode()
    return ended.returncode, ended.stdout.decode()


def codes(check: verify.Check) -> list[str]:
    return [each["code"] for each in check.findings]


def resealed(bundle: Bundle) -> Bundle:
    """The operator holds the log's key, and the witnesses saw it so."""
    bundle.leaves = [leaf_hash(leaf_data(row)) for row in bundle.rows]
    bundle.older, bundle.newest = bundle.signed(4), bundle.signed(len(bundle.leaves))
    return bundle


# --- what is told beside the verdict ---


def test_a_part_of_a_record_is_called_a_part_of_it(tmp_path: Path) -> None:
    """Who hands over a bundle may say that little was asked for: no event is then missed. So it is told how much is there."""
    bundle = Bundle()
    bundle.scope = {"kind": "cluster", "name": "dk"}
    bundle.rows, bundle.texts = bundle.rows[1:3], bundle.texts[:2]
    code, said = told(bundle, tmp_path)
    assert code == WITNESSED
    assert "2 / 7 (cluster dk), alle tekster / all texts" in said
    assert json.loads(told(bundle, tmp_path, "--json")[1])["events"] == 2


def test_texts_that_were_kept_back_by_the_manifest_are_told(tmp_path: Path) -> None:
    bundle = Bundle()
    bundle.opened, bundle.texts = "as", []
    code, said = told(bundle, tmp_path)
    assert code == WITNESSED
    assert "7 / 7 (all syddanmark/log/log), nogle tekster / some texts" in said
    assert "withheld: 10" in said


def test_how_old_the_newest_head_is_stands_beside_it(tmp_path: Path) -> None:
    """An old bundle is true and says nothing of what came since."""
    code, said = told(Bundle(), tmp_path)
    assert code == WITNESSED
    assert "(Kommune 2024-03-01 08:00:00Z, Region 2024-03-01 08:00:00Z)" in said


# --- the terminal of whoever verifies ---


@pytest.mark.parametrize("trick", ["\x1b[2J\x1b[HBEVIDNET", "x\nBEVIDNET / WITNESSED", "\ud800", "\x9b2J", "\u202e"])
def test_what_a_bundle_says_writes_no_verdict_of_its_own(trick: str, tmp_path: Path) -> None:
    record = town()
    record.events["small"]["state"]["by"] = {"person": "TRICK", "seat": FUND, "rule": "registrar-of-fund"}
    bundle = record.bundle()
    row = bundle.rows[record.position("small") - 1]
    row["state"] = str(row["state"]).replace("TRICK", json.dumps(trick)[1:-1])
    code, said = told(resealed(bundle), tmp_path)
    assert code == RULE_BROKEN, said
    assert all(each.isprintable() for line in said.split("\n") for each in line)
    assert [line for line in said.split("\n") if line.startswith("BEVIDNET")] == []
    assert told(bundle, tmp_path, "--json")[0] == RULE_BROKEN


def test_a_terminal_that_has_few_letters_is_told_all_the_same(tmp_path: Path) -> None:
    record = town()
    record.events["small"]["state"]["by"] = {"person": "漢字", "seat": FUND, "rule": "registrar-of-fund"}
    code, said = told(record.bundle(), tmp_path, letters="ascii")
    assert code == RULE_BROKEN
    assert "\\u6f22" in said


# --- who has seen it ---


def test_who_lacks_among_the_witnesses_is_named(tmp_path: Path) -> None:
    bundle = Bundle()
    bundle.newest = bundle.signed(7, COUNTRY_TOWN)
    [finding] = checked(bundle, tmp_path).findings
    assert finding["da"] == "Bevidnet af 1, du kræver 2; mangler Region."
    trust = TRUST.replace("organisations = 2", "organisations = 1")
    [finding] = checked(bundle, tmp_path, trust).findings
    assert finding["en"] == "Seen by 1, you want 1; missing Region."


def test_whose_trust_file_names_no_witness_is_told_so(tmp_path: Path) -> None:
    [finding] = checked(Bundle(), tmp_path, TRUST.split("[[witness]]")[0]).findings
    assert finding["code"] == "unwitnessed"
    assert "mangler et vidne i din tillidsfil" in finding["da"]
    assert "a witness in your trust file" in finding["en"]


# --- signatures and heads ---


def test_of_two_lines_of_one_key_both_must_fit(tmp_path: Path) -> None:
    bundle = Bundle()
    wrong = LOG.sign(bundle.note(5))
    bundle.newest += wrong
    assert codes(checked(bundle, tmp_path)) == ["forged", "signature"]


def test_a_word_of_a_witness_from_the_end_of_time_is_none(tmp_path: Path) -> None:
    """Nothing would ever be recorded too late for it."""
    bundle = Bundle()
    text = bundle.note(7)
    bundle.newest = f"{text}\n{LOG.sign(text)}{REGION.cosign(text, 2**64 - 1)}{COUNTRY_TOWN.cosign(text, 2**53)}"
    assert codes(checked(bundle, tmp_path)) == ["forged", "forged", "unwitnessed"]


@pytest.mark.parametrize(("by", "found", "code"), [(LOG, "shorter", DIVERGES), (STRANGER, "older", BROKEN)])
def test_a_head_in_the_bundle_that_is_larger_than_its_newest_says_that_the_end_is_missing(
    by: object, found: str, code: int, tmp_path: Path
) -> None:
    bundle = Bundle()
    files = bundle.files()
    text = checkpoint(ORIGIN, [*bundle.leaves, bytes(32)], 8)
    files["checkpoints/0000000008"] = f"{text}\n{by.sign(text)}".encode()  # type: ignore[attr-defined]
    del files["manifest.json"]
    files["manifest.json"] = bundle.manifest(files)
    bundle.files = lambda: files  # type: ignore[method-assign]
    check = checked(bundle, tmp_path)
    assert (codes(check), check.code) == ([found], code)


# --- texts ---


def _escaped(bundle: Bundle) -> None:
    bundle.rows[3]["state"] = str(bundle.rows[3]["state"]).replace('"box"', '"b\\u006fx"')


def _spaced(bundle: Bundle) -> None:
    bundle.rows[3]["state"] = str(bundle.rows[3]["state"]).replace('"box":', '"box" : ')


def _erased_beforehand(bundle: Bundle) -> None:
    """An erasure cannot be of what was not said yet: whoever wrote one ahead could lose any text."""
    places = [{"of": "dk/person/p4", "version": 1, "field": field} for field in ("/name", "/function")]
    state = json.loads(str(bundle.rows[1]["state"])) | {"event": {"places": places}, "command": "person.erase"}
    bundle.rows[1] |= {"tag": "person.erased", "stream": "dk/person/p0", "state": compact(state)}


@pytest.mark.parametrize("spoil", [_escaped, _spaced, _erased_beforehand])
def test_no_text_is_lost_quietly(spoil: Callable[[Bundle], None], tmp_path: Path) -> None:
    bundle = Bundle()
    spoil(bundle)
    bundle.texts = [each for each in bundle.texts if each[0] != 4]
    check = checked(resealed(bundle), tmp_path)
    assert (codes(check), check.code) == (["lost", "lost"], INCOMPLETE)


# --- rights ---


def _by_another_command(record: Town) -> None:
    record.events["small"]["state"] |= {"by": OF_SECRETARY, "command": "meeting.note"}


def _by_a_command_that_there_is_not(record: Town) -> None:
    record.events["small"]["state"] |= {"by": OF_SECRETARY, "command": "fund.nothing"}


def _by_the_house(record: Town) -> None:
    record.events["small"]["state"] |= {"by": {"person": "dk/person/house", "rule": "house"}, "command": "fund.x"}


def _beneath_a_harmless_one(record: Town) -> None:
    record.events["small"]["state"] |= {"by": OF_SECRETARY, "correlation": "note", "command": "fund.pay"}
    record.add("note", "by/meeting/m1", "meeting.noted", {}, OF_SECRETARY, "meeting.note")
    record.before("note", "small")


@pytest.mark.parametrize(
    "spoil", [_by_another_command, _by_a_command_that_there_is_not, _by_the_house, _beneath_a_harmless_one]
)
def test_money_is_paid_by_no_command_but_those_of_the_fund_s_officers(
    spoil: Callable[[Town], None], tmp_path: Path
) -> None:
    record = town()
    spoil(record)
    check = checked(record.bundle(), tmp_path)
    assert check.code == RULE_BROKEN
    assert ("office", record.position("small")) in [(each["code"], each["position"]) for each in check.findings]


def _on_a_seat_that_never_was(record: Town) -> None:
    record.events["small"]["state"]["by"] = by(OF_REGISTRAR["person"], "by/fund/ghost", "registrar-of-fund")


def _by_the_registrar_of_another_fund(record: Town) -> None:
    other = "by/fund/other"
    record.add("other", other, "fund.opened", {}, OF_SECRETARY, "fund.open")
    named = {"person": OF_SECRETARY["person"], "office": "registrar", "from_on": "2024-01-01"}
    record.add("other-registrar", other, "fund.officer-named", named, OF_CHAIR, "fund.name-officer")
    for name in ("other", "other-registrar"):
        record.before(name, "grant")
    record.events["small"]["state"]["by"] = by(OF_SECRETARY["person"], other, "registrar-of-fund")


def _by_a_decision_that_never_was(record: Town) -> None:
    record["shared"]["decisions"] = [{"type": "taken", "meeting": "by/meeting/ghost", "decision": "1.1"}]


@pytest.mark.parametrize(
    ("spoil", "at", "found"),
    [
        (_on_a_seat_that_never_was, "small", {"right", "office"}),
        (_by_the_registrar_of_another_fund, "small", {"office"}),
        (_by_a_decision_that_never_was, "shared", {"undecided"}),
    ],
)
def test_a_whole_record_rests_on_nothing_that_is_not_in_it(
    spoil: Callable[[Town], None], at: str, found: set[str], tmp_path: Path
) -> None:
    """In a bundle of a part it may have been kept back, and is counted; of all of a record nothing is."""
    record = town()
    spoil(record)
    check = checked(record.bundle(), tmp_path)
    assert check.code == RULE_BROKEN
    assert {(each["code"], each["position"]) for each in check.findings} == {(it, record.position(at)) for it in found}
    assert "not judged" not in check.counts


def test_what_follows_from_an_event_that_is_kept_back_is_counted_as_not_judged(tmp_path: Path) -> None:
    """Whose hand it was nobody can see."""
    record = town()
    bundle = record.bundle()
    bundle.scope, bundle.opened = {"kind": "fund", "name": FUND}, "as"
    check = checked(bundle, tmp_path / "whole")
    assert "not judged" not in check.counts
    del bundle.rows[record.position("body") - 1]
    check = checked(bundle, tmp_path / "part")
    assert (check.code, check.counts["not judged"]) == (WITNESSED, 3)


@pytest.mark.parametrize("told", ["story", None])
def test_that_times_are_held_against_no_witness_is_told(told: str | None, tmp_path: Path) -> None:
    """Whoever opens a record with the clock of a story, or keeps its first event back, is not asked when it was recorded."""
    bundle = Bundle()
    assert "times not judged" not in checked(bundle, tmp_path / "real").counts
    if told:
        bundle.rows[0]["state"] = str(bundle.rows[0]["state"]).replace('"real"', f'"{told}"')
        resealed(bundle)
    else:
        bundle.scope, bundle.opened = {"kind": "cluster", "name": "dk"}, "as"
        del bundle.rows[0]
    check = checked(bundle, tmp_path / "other")
    assert (check.code, check.counts["times not judged"]) == (WITNESSED, 1)


@pytest.mark.parametrize("size", [0, -7])
def test_a_head_of_no_events_is_refused_and_not_passed_over(size: int, tmp_path: Path) -> None:
    with pytest.raises(verify.Refused):
        checked(Bundle(), tmp_path, f'{TRUST}\n[[head]]\nsize = {size}\nroot = "{"A" * 43}="\n')


def test_a_head_is_told_in_one_way(tmp_path: Path) -> None:
    """Of two that are told at once one would be passed over."""
    (tmp_path / "head").write_text(Bundle().newest, "utf-8")
    held = f'{TRUST}\n[[head]]\nnote = "head"\n'
    assert checked(Bundle(), tmp_path, held).code == WITNESSED
    with pytest.raises(verify.Refused):
        checked(Bundle(), tmp_path, f'{held}size = 7\nroot = "{"A" * 43}="\n')

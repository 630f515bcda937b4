"""A bundle is what docs/bundle.md says: read here by nothing but those words."""

import asyncio
import json
from base64 import b64decode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from domain.outcomes import PlainOutcome
from eventstore.log import Log
from klynge.bundles import form
from klynge.bundles.writing import written
from klynge.settings import BadSettings
from stories.lillebaelt_2024_04_09 import STORY
from tests.bundles.heads import heads_of
from tests.bundles.made import Bundle, boxes, committed, exported, leaf_of, root_of
from tests.realtime.record_in_memory import played


@pytest.fixture(scope="module")
def evening() -> Iterator[Log]:
    kept_log = asyncio.run(played(STORY))
    yield kept_log
    kept_log.close()


@pytest.fixture(scope="module")
def bundle(evening: Log, tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    heads = heads_of(evening, 4, 100, evening.head)
    return exported(evening, tmp_path_factory.mktemp("form") / "bundle", heads=heads)


def test_the_manifest_names_every_other_file_and_what_it_is(bundle: Bundle) -> None:
    files = bundle.files
    raw = files.pop("manifest.json")
    assert (
        raw == json.dumps(bundle.manifest, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"
    )
    assert [each["path"] for each in bundle.manifest["files"]] == sorted(files)
    for each in bundle.manifest["files"]:
        content = files[each["path"]]
        assert (each["bytes"], each["sha256"]) == (len(content), sha256(content).hexdigest())
    assert bundle.manifest.keys() == {"format", "origin", "size", "scope", "texts", "for", "events", "files"}
    assert (bundle.manifest["format"], bundle.manifest["texts"], bundle.manifest["for"]) == (
        "klynge-bundle/1",
        "all",
        None,
    )


def test_every_event_is_its_leaf_and_the_leaves_give_the_root_that_was_signed(bundle: Bundle, evening: Log) -> None:
    events = bundle.events
    assert list(events) == list(range(1, evening.head + 1))
    assert bundle.manifest["events"] == bundle.manifest["size"] == evening.head
    leaves = [leaf_of(columns) for columns in events.values()]
    assert leaves == [bundle.leaf(position) for position in events]
    for path, size in (("checkpoint", evening.head), ("checkpoints/0000000004", 4), ("checkpoints/0000000100", 100)):
        origin, said, root = bundle.files[path].decode().split("\n")[:3]
        assert (origin, int(said), b64decode(root)) == ("klynge/region", size, root_of(leaves[:size]))
    changed = {**events, 7: [*events[7][:5], events[7][5] + b" "]}
    assert root_of([leaf_of(columns) for columns in changed.values()]) != root_of(leaves)


def test_every_sealed_text_is_opened_and_is_what_was_said_there(bundle: Bundle) -> None:
    events, texts = bundle.events, bundle.texts
    wanted = {
        (position, field): c
        for position, columns in events.items()
        for field, c in boxes(json.loads(columns[5])["event"]).items()
    }
    assert len(wanted) > 100
    assert list(texts) == sorted(wanted)
    for (position, field), (salt, value) in texts.items():
        assert committed(events[position], field, salt, value) == wanted[position, field]
        assert isinstance(json.loads(value), str)
    at, field = next(iter(texts))
    salt, value = texts[at, field]
    assert committed(events[at], field, salt, value + b" ") != wanted[at, field]


def test_it_holds_the_form_of_each_kind_of_event_and_what_it_says(bundle: Bundle) -> None:
    files = bundle.files
    envelope = Draft202012Validator(json.loads(files["schemas/envelope.json"]))
    sentences = json.loads(files["sentences.json"])
    tags = {columns[3].decode() for columns in bundle.events.values()}
    assert sentences.keys() == tags
    assert all(each["da"] and each["en"] for each in sentences.values())
    checked: set[str] = set()
    for columns in bundle.events.values():
        tag = columns[3].decode()
        if tag not in checked:
            state = json.loads(columns[5])
            envelope.validate(state)
            Draft202012Validator(json.loads(files[f"schemas/{tag}.json"])).validate(state["event"])
            checked.add(tag)
    outcomes = json.loads(files["schemas/meeting.decision-recorded.json"])["$defs"]["PlainOutcome"]
    assert outcomes["da"]["approved"] == PlainOutcome.APPROVED.da
    assert outcomes["da"].keys() == set(outcomes["enum"])
    for readme in ("README.md", "README.da.md"):
        told = files[readme].decode()
        assert all(each in told for each in ("klynge-bundle/1", "`region`", "klynge/commit/v1"))


def test_asked_for_twice_it_is_the_same_to_the_byte(bundle: Bundle, evening: Log, tmp_path: Path) -> None:
    again = exported(evening, tmp_path / "again", heads=heads_of(evening, 4, 100, evening.head))
    assert again.files == bundle.files
    other = exported(evening, tmp_path / "other", heads=heads_of(evening, 4, evening.head))
    assert other.files != bundle.files


def test_what_came_after_the_newest_head_is_not_in_it(evening: Log, tmp_path: Path) -> None:
    early = exported(evening, tmp_path / "early", heads=heads_of(evening, 50))
    assert list(early.events) == list(range(1, 51))
    assert len(early.files["leaves.bin"]) == 50 * 32


# --- writing ---


def test_lines_go_on_in_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("klynge.bundles.writing.LINES_MAX", 3)
    with written(tmp_path / "b") as bundle:
        with bundle.lines(form.EVENTS) as lines:
            for number in range(7):
                lines.write(str(number).encode(), b"x")
        with bundle.lines(form.TEXTS):
            pass
        (bundle.folder / form.MANIFEST).touch()
    paths = [(each.path, each.bytes) for each in bundle.files]
    assert paths == [(f"events/000000{n}.tsv", size) for n, size in ((1, 12), (2, 12), (3, 4))]
    assert (tmp_path / "b").stat().st_mode & 0o077 == 0, "nobody else on the machine gets in"
    assert (tmp_path / "b/events/0000003.tsv").read_bytes() == b"6\tx\n"


@pytest.mark.parametrize("column", [b"a\tb", b"a\nb"])
def test_a_column_that_would_be_taken_for_two_is_refused(column: bytes, tmp_path: Path) -> None:
    with (
        pytest.raises(ValueError, match="a tab or a line feed"),
        written(tmp_path / "b") as bundle,
        bundle.lines(form.EVENTS) as lines,
    ):
        lines.write(b"1", column)
    assert list(tmp_path.iterdir()) == []


def test_stopped_midway_it_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        stop_midway(tmp_path / "b")
    assert list(tmp_path.iterdir()) == []


def stop_midway(folder: Path) -> None:
    with written(folder) as bundle:
        bundle.put("checkpoint", b"half")
        assert not folder.exists()
        assert list(folder.parent.rglob("checkpoint")), "it was under way"
        raise KeyboardInterrupt


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    with pytest.raises(BadSettings, match="exists"), written(tmp_path / "b"):
        raise AssertionError
    with pytest.raises(BadSettings, match="does not exist"), written(tmp_path / "c/b"):
        raise AssertionError

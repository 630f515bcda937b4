"""Golden files: what is stored today is read for ever. A file, once committed, never changes.

A new event, or a new version of one, gets its files by `python -m tests.golden_samples`.
"""

import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from domain.streams import EVENTS
from eventstore.mapper import decode_event
from tests.golden_samples import GOLDEN, samples_of, words

FILES = sorted(path for path in GOLDEN.glob("*.json") if path.name != "words.json")


def tag_and_version(path: Path) -> tuple[str, int]:
    """`fund.opened`, 1 of `fund.opened.v1.json` and of `fund.opened.v1.2.json`."""
    tag, rest = path.name.split(".v", 1)
    return tag, int(rest.split(".", 1)[0])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_was_stored_once_is_still_read(path: Path) -> None:
    tag, version = tag_and_version(path)
    stored = path.read_bytes()
    event = decode_event(tag, version, stored)
    if version == EVENTS[tag].v:
        assert stands(plain(stored), plain(msgspec.json.encode(event)))


def stands(stored: Any, today: Any) -> bool:
    """Whether all that was stored is still so. What fields came later says nothing."""
    match stored, today:
        case dict(), dict():
            later = today.keys() - stored.keys()
            return not any(today[each] for each in later) and all(
                each in today and stands(stored[each], today[each]) for each in stored
            )
        case list(), list():
            return len(stored) == len(today) and all(map(stands, stored, today))
    return bool(stored == today)


@pytest.mark.parametrize(
    ("stored", "today"),
    [({"a": 1}, {"a": 2}), ({"a": 1}, {"b": 1}), ({"a": 1}, {"a": 1, "b": 1}), ({"a": [1]}, {"a": [1, 2]})],
    ids=["another value", "another name", "something said later", "one more"],
)
def test_what_no_longer_reads_as_it_was_stored_would_be_found(stored: Any, today: Any) -> None:
    """The control."""
    assert stands(stored, stored | {"later": None})
    assert not stands(stored, today)


def plain(payload: bytes) -> Any:
    return msgspec.json.decode(payload)


@pytest.mark.parametrize("tag", EVENTS)
def test_every_version_of_an_event_has_its_files(tag: str) -> None:
    event = EVENTS[tag]
    for version in range(1, event.v + 1):
        assert GOLDEN / f"{tag}.v{version}.json" in FILES
    of_today = [path for path in FILES if tag_and_version(path) == (tag, event.v)]
    assert len(of_today) >= len(samples_of(event))
    # A field that came later stands in a file that came later.
    assert {field for path in of_today for field in plain(path.read_bytes())} == set(event.__struct_encode_fields__)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_field_of_a_golden_file_is_filled(path: Path) -> None:
    assert not empty(plain(path.read_bytes()))


def empty(value: Any) -> bool:
    match value:
        case dict():
            return any(empty(each) for each in value.values())
        case list():
            return not value or any(empty(each) for each in value)
    return value is None or value == ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_golden_file_never_changes(path: Path) -> None:
    first = first_committed().get(path.name)
    assert first is None or path.read_bytes() == first


def test_a_stored_word_is_never_renamed() -> None:
    """New words are added to the file; those that were there stay."""
    stored = plain((GOLDEN / "words.json").read_bytes())
    assert stored == words()
    first = first_committed().get("words.json")
    for vocabulary, values in plain(first).items() if first else ():
        assert set(values) <= set(stored[vocabulary])


@cache
def first_committed() -> dict[str, bytes]:
    """Each golden file as it was first committed. Empty outside a repository: there is nothing to compare with."""
    added = git("log", "--diff-filter=A", "--name-only", "--format=%x00%H", "--", ".")
    first: dict[str, str] = {}
    commit = ""
    for line in added.decode().splitlines():
        if line.startswith("\0"):
            commit = line[1:]
        elif line:
            first[Path(line).name] = f"{commit}:{line}"  # the log goes backwards: the last one seen is the first
    blobs = git("cat-file", "--batch", given="".join(f"{name}\n" for name in first.values()).encode())
    return dict(zip(first, contents(blobs), strict=True)) if blobs else {}


def contents(batch: bytes) -> list[bytes]:
    """The blobs that `git cat-file --batch` answers: a header with the size, the bytes, a newline, for each."""
    found = []
    while batch:
        header, batch = batch.split(b"\n", 1)
        size = int(header.split()[-1])
        found.append(batch[:size])
        batch = batch[size + 1 :]
    return found


def git(*arguments: str, given: bytes = b"") -> bytes:
    try:
        return subprocess.run(["git", *arguments], cwd=GOLDEN, input=given, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return b""

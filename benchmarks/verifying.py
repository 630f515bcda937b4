"""A bundle checked by the offline verifier: events a second on one core, and what a long record takes in memory beside a short one.

The long bundles hold the evening's meeting again and again, each time in a stream of its own with texts sealed anew.
"""

import asyncio
import json
import subprocess
import sys
import tempfile
from base64 import b64encode
from collections.abc import Iterable, Iterator
from contextlib import closing
from hashlib import sha256
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

from benchmarks.exporting import SIGNER, environment
from benchmarks.figure import Figure
from benchmarks.growing import grow
from clients import klynge_verify
from domain.kernel import Recorded
from eventstore.mapper import decode_row
from eventstore.sealing import commitment, sealed_in
from eventstore.texts import Texts
from klynge.settings import read_settings
from proof.leaf import leaf_hash
from proof.note import Checkpoint, Note
from proof.tree import Frontier
from stories.lillebaelt_2024_04_09 import STORY

SHORT, LONG = 100_000, 1_000_000
LINES = 50_000
"""Of one file."""
ALONE = """
import re, sys, time
from clients import klynge_verify as verify
check = verify.Check(verify.Bundle(sys.argv[1]), verify.Trust(sys.argv[2], ())).run()
print(check.code, time.process_time(), re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
"""
"""The verifier in a process of its own: what else is loaded here takes memory too. `ru_maxrss` would tell of whoever started it."""
Line = tuple[bytes, tuple[bytes, ...]]
"""An event, and its texts."""


class Once(NamedTuple):
    """An event of the evening, to be said again: its state, and the texts sealed in it (field, value, commitment)."""

    recorded: Recorded
    state: bytes
    texts: tuple[tuple[str, bytes, bytes], ...]


def figures() -> Iterator[tuple[Figure, str]]:
    with tempfile.TemporaryDirectory(prefix="klynge-bench-") as folder:
        write(Path(folder), SHORT)
        yield _rate(SHORT, Path(folder))


def long_figures() -> Iterator[tuple[Figure, str]]:
    with tempfile.TemporaryDirectory(prefix="klynge-bench-") as folder:
        short, long = Path(folder) / "short", Path(folder) / "long"
        for place, size in ((short, SHORT), (long, LONG)):
            place.mkdir()
            write(place, size)
        yield _rate(LONG, long)
        yield (
            Figure(
                name=f"a bundle of {LONG:,} events verified: memory",
                unit="×",
                must=2,
                aim=1.3,
                lower_is_better=True,
                pair=lambda: (verified(long)[1], verified(short)[1]),
            ),
            f"of {SHORT:,}",
        )


def _rate(events: int, place: Path) -> tuple[Figure, str]:
    return (
        Figure(
            name=f"a bundle of {events:,} events verified: events a second and core",
            unit="events/s",
            must=40_000,
            aim=100_000,
            lower_is_better=False,
            pair=lambda: (events / verified(place)[0], 1),
        ),
        "nothing",
    )


def verified(place: Path) -> tuple[float, float]:
    """Seconds of processor time, and KiB at the largest, of a process that finds nothing but that nobody witnessed it."""
    given = [sys.executable, "-c", ALONE, str(place / "bundle"), str(place / "trust.toml")]
    ended = subprocess.run(given, check=True, capture_output=True, text=True)
    code, seconds, kib = ended.stdout.split()
    assert int(code) == 10, ended.stdout
    return float(seconds), float(kib)


# --- the bundle ---


def write(place: Path, events: int) -> None:
    """A bundle of so many events, signed, and a trust file for it."""
    (place / "trust.toml").write_text(f'origin = "{SIGNER.name}"\nkeys = ["{SIGNER.vkey}"]\n', "utf-8")
    bundle = place / "bundle"
    for folder in ("events", "texts"):
        (bundle / folder).mkdir(parents=True)
    tree, size = Frontier(), 0
    with tempfile.TemporaryDirectory(prefix="klynge-bench-") as log, (bundle / "leaves.bin").open("wb") as leaves:
        more = _lines(Path(log), events)
        for number in count(1):
            if not (lines := tuple(islice(more, LINES))):
                break
            (bundle / f"events/{number:07}.tsv").write_bytes(b"".join(line for line, _ in lines))
            (bundle / f"texts/{number:07}.tsv").write_bytes(b"".join(text for _, texts in lines for text in texts))
            for line, _ in lines:
                leaf = klynge_verify.leaf_hash(line[:-1].split(b"\t"))
                tree.append(leaf)
                leaves.write(leaf)
            size += len(lines)
    text = str(Checkpoint(SIGNER.name, size, tree.root()))
    (bundle / "checkpoint").write_text(str(Note(text, (SIGNER.sign(text),))), "utf-8")
    held = [each for each in sorted(bundle.rglob("*")) if each.is_file()]
    files = [
        {
            "path": str(each.relative_to(bundle)),
            "bytes": each.stat().st_size,
            "sha256": sha256(each.read_bytes()).hexdigest(),
        }
        for each in held
    ]
    scope = {"kind": "all", "name": ""}
    told = {"format": "klynge-bundle/1", "origin": "syddanmark", "size": size, "scope": scope, "texts": "all"}
    (bundle / "manifest.json").write_text(json.dumps(told | {"for": None, "events": size, "files": files}), "utf-8")


def _lines(folder: Path, events: int) -> Iterator[Line]:
    """The story, then its meeting again until there are enough."""
    asyncio.run(grow(folder, 1))
    with closing(read_settings(environment(folder)).store.open_log()) as kept_log:
        rows = list(kept_log.recorder.rows(0, kept_log.head))
        story = [Once(decode_row(*row), row[3], tuple(_texts(decode_row(*row), kept_log.texts))) for row in rows]
    for each in story:
        yield _line(each, each.recorded.stream, each.recorded.version, each.recorded.position)
    alone = [each for each in story if each.recorded.stream == STORY.meeting and _is_alone(each.recorded, story)]
    position, copy = len(story), 0
    while position < events:
        copy += 1
        for version, each in enumerate(alone, 1):
            position += 1
            yield _line(each, f"{STORY.meeting}-{copy}", version, position)


def _is_alone(recorded: Recorded, story: Iterable[Once]) -> bool:
    """Whether a command led to this event and no other."""
    return sum(each.recorded.correlation == recorded.correlation for each in story) == 1


def _texts(recorded: Recorded, texts: Texts) -> Iterator[tuple[str, bytes, bytes]]:
    for field, sealed in sorted(sealed_in(recorded.event), key=lambda each: each[0]):
        opened = texts.disclose(sealed)
        assert opened is not None
        yield field, opened[1], b64encode(sealed.c)


def _line(once: Once, stream: str, version: int, position: int) -> Line:
    """The event at another place: its own position where it led to no other, its texts under salts of their own."""
    recorded, state, texts = once.recorded, once.state, []
    for field, value, was in once.texts:
        salt = sha256(f"{position}{field}".encode()).digest()
        state = state.replace(was, b64encode(commitment(salt, stream, version, field, value)))
        texts.append(b"%d\t%b\t%b\t%b\n" % (position, field.encode(), b64encode(salt), value))
    if position != recorded.position:
        state = state.replace(b'"correlation":%d' % recorded.correlation, b'"correlation":%d' % position, 1)
    # Time stands still after the story, so that it never falls.
    at = recorded.recorded_at if position == recorded.position else LATER
    columns = (position, stream, version, recorded.event.tag, at)
    return "\t".join(map(str, columns)).encode() + b"\t" + state + b"\n", tuple(texts)


LATER = 1_800_000_000_000_000
assert leaf_hash("a", 1, "b", b"c", 2, 3) == klynge_verify.leaf_hash([b"2", b"a", b"1", b"b", b"3", b"c"])

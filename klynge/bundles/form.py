"""The form of a bundle: what its files are called, and what its manifest says (`docs/bundle.md`)."""

from pathlib import Path
from typing import Final, Literal

import msgspec
from msgspec import Struct

FORMAT: Final = "klynge-bundle/1"
MANIFEST, CHECKPOINT, LEAVES = "manifest.json", "checkpoint", "leaves.bin"
EVENTS, TEXTS, PAPERS, OLDER, SCHEMAS = "events", "texts", "papers", "checkpoints", "schemas"
SENTENCES = "sentences.json"
LINES_MAX = 100_000
"""Of one file of events or texts."""

Kind = Literal["all", "cluster", "meeting", "fund", "body"]


class Scope(Struct, frozen=True, kw_only=True):
    """What was asked for."""

    kind: Kind
    name: str
    """The record's own name of all of it; else the stream, or the cluster's scope."""


class File(Struct, frozen=True, kw_only=True):
    """One file, with what it must be."""

    path: str
    bytes: int
    sha256: str


class Manifest(Struct, frozen=True, kw_only=True):
    """Which files make the bundle, and what they were meant to hold."""

    format: str
    origin: str
    size: int
    """Of the tree that the checkpoint signs: so many leaves."""
    scope: Scope
    texts: Literal["all", "as"]
    for_: str | None = msgspec.field(name="for")
    """Whose rights it was made by, a person's or a party's; None: by nobody's, it holds all texts."""
    events: int
    """Disclosed; of all others the leaf alone is there."""
    files: tuple[File, ...]


def canonical(value: object) -> bytes:
    """JSON as it is written in a bundle: keys sorted, no blanks, a line feed at the end."""
    return msgspec.json.encode(value, order="sorted") + b"\n"


def part(folder: str, number: int) -> str:
    """`events/0000001.tsv`"""
    return f"{folder}/{number:07}.tsv"


def older(size: int) -> str:
    """`checkpoints/0000000123`"""
    return f"{OLDER}/{size:010}"


def inside(folder: Path, path: str) -> Path:
    """Where a file of a bundle lies."""
    return folder.joinpath(*path.split("/"))

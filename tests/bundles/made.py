"""Bundles of a story in memory, and reading them as docs/bundle.md tells it: with nothing of ours."""

import json
from base64 import b64decode
from hashlib import sha256
from pathlib import Path
from typing import Any

from eventstore.documents import Documents
from eventstore.log import Log
from eventstore.proofs import Proofs
from eventstore.sqlite.tables import DOCUMENTS, SQLiteTables
from klynge.bundles.choosing import streams_of
from klynge.bundles.export import Wish, make
from klynge.bundles.form import Scope
from klynge.bundles.opening import AsSeen, Everything
from klynge.bundles.parties import SeatsOf
from klynge.bundles.writing import written
from projections.sight import Opened
from tests.bundles.heads import heads_of
from tests.realtime.record_in_memory import RecordInMemory

ALL = Scope(kind="all", name="region/log/log")
Json = dict[str, Any]


def documents_of(kept_log: Log) -> Documents:
    return Documents(SQLiteTables(":memory:", DOCUMENTS), kept_log.keys, kept_log.pool.take)


def exported(
    kept_log: Log,
    folder: Path,
    *persons: str,
    scope: Scope = ALL,
    heads: Proofs | None = None,
    documents: Documents | None = None,
    party: str | None = None,
) -> "Bundle":
    """A bundle of all texts, or as persons see them; those of a party, by its seats."""
    heads = heads or heads_of(kept_log)
    if persons:
        record = RecordInMemory(kept_log)
        record.tail.look()
        reading = record.reading if party is None else record.reading_by(SeatsOf(record.tail.now, party))
        sights = tuple(reading.sights(each, record.head, Opened()) for each in persons)
        opening: AsSeen | Everything = AsSeen(kept_log.texts, sights)
    else:
        opening = Everything(kept_log.texts)
    newest = heads.newest()
    assert newest is not None
    size = newest.size
    wish = Wish(
        scope=scope,
        size=size,
        streams=streams_of(scope, kept_log, size),
        texts="as" if persons else "all",
        for_=persons[0] if persons else None,
        opening=opening,
    )
    with written(folder) as bundle:
        make(bundle, wish, kept_log, documents or documents_of(kept_log), heads, lambda _: None)
    return Bundle(folder)


class Bundle:
    """A bundle, read again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest: Json = json.loads((folder / "manifest.json").read_bytes())

    @property
    def files(self) -> dict[str, bytes]:
        return {
            str(path.relative_to(self.folder)): path.read_bytes() for path in self.folder.rglob("*") if path.is_file()
        }

    def lines(self, folder: str) -> list[list[bytes]]:
        paths = sorted((self.folder / folder).glob("*.tsv"))
        return [line.split(b"\t") for path in paths for line in path.read_bytes().split(b"\n")[:-1]]

    @property
    def events(self) -> dict[int, list[bytes]]:
        """position -> columns"""
        return {int(columns[0]): columns for columns in self.lines("events")}

    @property
    def streams(self) -> set[str]:
        return {columns[1].decode() for columns in self.lines("events")}

    @property
    def texts(self) -> dict[tuple[int, str], tuple[bytes, bytes]]:
        """(position, field) -> salt, value"""
        return {(int(at), field.decode()): (b64decode(salt), value) for at, field, salt, value in self.lines("texts")}

    @property
    def words(self) -> str:
        """All that can be read in it."""
        return b"\n".join(self.files.values()).decode(errors="replace") + "\n".join(
            json.loads(value) for _, value in self.texts.values()
        )

    def leaf(self, position: int) -> bytes:
        return (self.folder / "leaves.bin").read_bytes()[32 * (position - 1) : 32 * position]


def leaf_of(columns: list[bytes]) -> bytes:
    """By the words of docs/bundle.md."""
    position, stream, version, tag, recorded_at, state = columns
    fields = (position, stream, version, tag, recorded_at, state)
    return sha256(b"\x00klynge/v1\n" + b"".join(len(each).to_bytes(4, "big") + each for each in fields)).digest()


def root_of(leaves: list[bytes]) -> bytes:
    if len(leaves) == 1:
        return leaves[0]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return sha256(b"\x01" + root_of(leaves[:half]) + root_of(leaves[half:])).digest()


def committed(columns: list[bytes], field: str, salt: bytes, value: bytes) -> bytes:
    """By the words of docs/bundle.md."""
    parts = (len(columns[1]).to_bytes(4, "big"), columns[1], int(columns[2]).to_bytes(8, "big"))
    of_field = (len(field.encode()).to_bytes(4, "big"), field.encode(), len(value).to_bytes(4, "big"), value)
    return sha256(b"".join((b"klynge/commit/v1", salt, *parts, *of_field))).digest()


def boxes(value: Any, path: str = "") -> dict[str, bytes]:
    """field -> c, of every sealed text of an event"""
    if isinstance(value, dict):
        if value.keys() == {"c", "box"}:
            return {path: b64decode(value["c"])}
        return {at: c for name, each in value.items() for at, c in boxes(each, f"{path}/{name}").items()}
    if isinstance(value, list):
        return {at: c for index, each in enumerate(value) for at, c in boxes(each, f"{path}/{index}").items()}
    return {}

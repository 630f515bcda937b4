"""A bundle of seven events, written by hand: whole, and in each way in which it can be less than that."""

import json
from base64 import b64encode
from hashlib import sha256
from typing import Any

from tests.proof.plainly import Key, Row, checkpoint, commitment, leaf_data, leaf_hash

ORIGIN = "klynge/syddanmark"
LOG = Key(ORIGIN, 1)
NEXT_LOG = Key(ORIGIN, 1, which=", the next")
REGION, COUNTRY_TOWN, STRANGER = Key("region.example/w1", 4), Key("kommune.example/w1", 4), Key("fremmed.example/w1", 4)
SECOND_OF_REGION = Key("region.example/w2", 4)
OPENED_AT = 1_709_276_400_000_000
SEEN_AT = 1_709_280_000
OLDER = 4
"""How many events the older head in the bundle covers."""

TRUST = f"""origin = "{ORIGIN}"
keys = ["{LOG.vkey}"]

[[witness]]
organisation = "Region"
key = "{REGION.vkey}"

[[witness]]
organisation = "Region"
key = "{SECOND_OF_REGION.vkey}"

[[witness]]
organisation = "Kommune"
key = "{COUNTRY_TOWN.vkey}"

[quorum]
organisations = 2
must = ["Region"]
"""

Files = dict[str, bytes]
Text = tuple[int, str, bytes, str]
"""position, field, salt, value as JSON."""


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _state(number: int, command: str, event: dict[str, Any]) -> str:
    by = {"person": "dk/person/administrator", "rule": "init"}
    return compact({"v": 1, "by": by, "command": command, "correlation": number, "event": event})


def _row(number: int, stream: str, tag: str, command: str, event: dict[str, Any]) -> Row:
    return {
        "position": number,
        "stream": stream,
        "version": 1,
        "tag": tag,
        "recorded_at": OPENED_AT + number,
        "state": _state(number, command, event),
    }


def story() -> tuple[list[Row], list[Text]]:
    """A log that is opened, a party, and people of it: each with a name and a function that are sealed."""
    opened = {"origin": "syddanmark", "clock": "real", "schemes": ["klynge/commit/v1"], "checkpoint_key": LOG.vkey}
    rows = [
        _row(1, "syddanmark/log/log", "log.opened", "log.open", opened),
        _row(
            2,
            "dk/party/klynge-drift",
            "party.registered",
            "party.register",
            {"name": "Klynge, drift", "party_kind": "external"},
        ),
    ]
    texts: list[Text] = []
    for number in range(3, 8):
        stream = f"dk/person/p{number}"
        event: dict[str, Any] = {"party": "dk/party/klynge-drift"}
        for field, said in (("/function", "Sekretær"), ("/name", f"Navn {number} æøå")):
            salt, value = sha256(f"{number}{field}".encode()).digest(), compact(said)
            c = commitment(salt, stream, 1, field, value)
            box = b"key".ljust(16, b"-") + sha256(c).digest()
            event[field[1:]] = {"c": b64encode(c).decode(), "box": b64encode(box).decode()}
            texts.append((number, field, salt, value))
        rows.append(_row(number, stream, "person.registered", "person.register", event))
    return rows, texts


def key_change(number: int) -> Row:
    """The record says that another key signs it from here on."""
    row = _row(
        number, "syddanmark/log/log", "log.checkpoint-key-changed", "log.change-checkpoint-key", {"key": NEXT_LOG.vkey}
    )
    return {**row, "version": 2}


class Bundle:
    """What is written into a bundle; `files` writes it."""

    def __init__(self) -> None:
        self.rows, self.texts = story()
        self.leaves = [leaf_hash(leaf_data(row)) for row in self.rows]
        self.scope = {"kind": "all", "name": "syddanmark/log/log"}
        self.opened = "all"
        self.older = self.signed(OLDER)
        self.newest = self.signed(len(self.leaves))

    def note(self, size: int) -> str:
        return checkpoint(ORIGIN, self.leaves, size)

    def signed(self, size: int, *witnesses: Key, by: Key = LOG) -> str:
        """A head that the log and its witnesses signed: all of them, if none is named."""
        text = self.note(size)
        seen = witnesses or (REGION, COUNTRY_TOWN)
        return f"{text}\n{by.sign(text)}{''.join(each.cosign(text, SEEN_AT) for each in seen)}"

    def files(self) -> Files:
        lines = ["\t".join(str(row[field]) for field in _COLUMNS) + "\n" for row in self.rows]
        texts = [f"{at}\t{field}\t{b64encode(salt).decode()}\t{value}\n" for at, field, salt, value in self.texts]
        files = {
            "checkpoint": self.newest.encode(),
            f"checkpoints/{OLDER:010}": self.older.encode(),
            "events/0000001.tsv": "".join(lines).encode(),
            "leaves.bin": b"".join(self.leaves),
            "texts/0000001.tsv": "".join(texts).encode(),
        }
        return {"manifest.json": self.manifest(files), **files}

    def manifest(self, files: Files) -> bytes:
        kept = [
            {"path": path, "bytes": len(held), "sha256": sha256(held).hexdigest()}
            for path, held in sorted(files.items())
        ]
        said = {
            "format": "klynge-bundle/1",
            "origin": ORIGIN.removeprefix("klynge/"),
            "size": len(self.leaves),
            "scope": self.scope,
            "texts": self.opened,
            "for": None,
            "events": len(self.rows),
            "files": kept,
        }
        return (json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n").encode()


_COLUMNS = ("position", "stream", "version", "tag", "recorded_at", "state")

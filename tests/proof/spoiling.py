"""A bundle taken apart, to be changed as somebody with every right to the database could change what it was made from; written
anew with a manifest that fits, so that nothing but the evidence can tell. And what the auditor's program says of it.
"""

import json
import os
import re
import shutil
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from clients import klynge_verify
from proof.note import Cosigner, Signer
from tests.proof import plainly

TEXTS, EVENTS = "texts/0000001.tsv", "events/0000001.tsv"
POSITION, STREAM, VERSION, TAG, TIME, STATE = range(6)
WITNESS_AT = 1_750_000_000


class Found(NamedTuple):
    """What a verifier says of a bundle."""

    verdict: str
    places: tuple[int, ...]
    """The positions of what the verdict rests on. What follows from it may be told besides, and weighs less."""
    said: str


def verified(bundle: Path, trust: str, *heads: Path) -> Found:
    """By the program that auditors run."""
    file = bundle.parent / f"{bundle.name}.toml"
    file.write_text(trust, "utf-8")
    try:
        told = klynge_verify.Trust(str(file), [str(each) for each in heads])
        check = klynge_verify.Check(klynge_verify.Bundle(str(bundle)), told)
        check.run()
    except klynge_verify.Refused as refused:
        return Found("REFUSED", (), str(refused))
    verdict = klynge_verify.VERDICTS[check.code]
    places = {each["position"] for each in check.findings if each["verdict"] == verdict and "position" in each}
    said = "\n".join(str(each["en"]) for each in check.findings)
    return Found(verdict[1], tuple(sorted(places)), said)


class Record:
    """What a bundle of a whole record was made from."""

    def __init__(self, folder: Path, log: Signer, witness: Cosigner) -> None:
        self.base, self.log, self.witness = folder, log, witness
        self.rows = [line.split(b"\t") for line in (folder / EVENTS).read_bytes().split(b"\n")[:-1]]
        self.texts = [line.split(b"\t") for line in (folder / TEXTS).read_bytes().split(b"\n")[:-1]]
        held = (folder / "leaves.bin").read_bytes()
        self.leaves = [held[at : at + 32] for at in range(0, len(held), 32)]
        self.notes = {path.name: path.read_bytes() for path in (folder / "checkpoints").iterdir()}
        self.newest = (folder / "checkpoint").read_bytes()

    @property
    def size(self) -> int:
        return len(self.leaves)

    def row(self, position: int) -> list[bytes]:
        return self.rows[position - 1]

    def leaf(self, position: int) -> bytes:
        """As the tree has it of what stands there now."""
        row = {field: each.decode() for field, each in zip(plainly.FIELDS, self.row(position), strict=True)}
        return plainly.leaf_hash(plainly.leaf_data(dict(row)))

    def rebuild(self) -> None:
        """The tree is made again of what stands there now."""
        self.leaves = [self.leaf(position) for position in range(1, len(self.rows) + 1)]

    def text_of(self, size: int) -> str:
        """What is signed of the first so many."""
        return plainly.checkpoint(self.log.name, self.leaves, size)

    def signed(self, size: int, *, by: Signer | None = None, cosigned: bool = False) -> bytes:
        text = self.text_of(size)
        lines = [(by or self.log).sign(text).line]
        if cosigned:
            lines.append(self.witness.cosign(text, WITNESS_AT).line)
        return (text + "\n" + "".join(f"{line}\n" for line in lines)).encode()

    def write(self, folder: Path) -> Path:
        """A bundle of it, whose manifest names every file as it is."""
        shutil.copytree(self.base, folder, copy_function=os.link)
        shutil.rmtree(folder / "checkpoints")
        changed = {
            "checkpoint": self.newest,
            "leaves.bin": b"".join(self.leaves),
            EVENTS: b"".join(b"\t".join(row) + b"\n" for row in self.rows),
            TEXTS: b"".join(b"\t".join(text) + b"\n" for text in self.texts),
            **{f"checkpoints/{name}": note for name, note in self.notes.items()},
        }
        for path, content in changed.items():
            (folder / path).unlink(missing_ok=True)
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_bytes(content)
        self._name_all(folder, changed)
        return folder

    def _name_all(self, folder: Path, changed: dict[str, bytes]) -> None:
        manifest: dict[str, Any] = json.loads((self.base / "manifest.json").read_bytes())
        kept = {each["path"]: each for each in manifest["files"] if not each["path"].startswith("checkpoints/")}
        for path, content in changed.items():
            kept[path] = {"bytes": len(content), "path": path, "sha256": sha256(content).hexdigest()}
        manifest |= {"size": self.size, "events": len(self.rows), "files": [kept[path] for path in sorted(kept)]}
        (folder / "manifest.json").unlink()
        said = json.dumps(manifest, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        (folder / "manifest.json").write_bytes(said.encode() + b"\n")


def trust_of(record: Record, more: str = "") -> str:
    """The trust file of an auditor who asks for one witness."""
    return (
        f'origin = "{record.log.name}"\nkeys = ["{record.log.vkey}"]\n\n'
        f'[[witness]]\norganisation = "Kommune"\nkey = "{record.witness.vkey}"\n{more}'
    )


def held_head(root: bytes, size: int) -> str:
    """More of the trust file: a head that was held from before."""
    return f'\n[[head]]\nsize = {size}\nroot = "{b64encode(root).decode()}"\n'


def between(said: str) -> tuple[int, int]:
    """After which event, and until which, a change is said to lie."""
    found = re.search(r"between events? (\d+) and (\d+)", said)
    assert found is not None, said
    return int(found[1]), int(found[2])

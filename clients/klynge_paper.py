"""Verify the proof on printed minutes offline: `klynge-verify-paper --trust TRUST.toml < TEXT` (docs/printed-proof.md).

Standard library only, beside `klynge_verify.py`, which it takes its signatures and its tree from; here stand the proofs between
heads of a tree.
"""

import re
import sys
from base64 import b32decode, b32encode, b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

try:
    from clients import klynge_verify as verifier
except ImportError:  # whoever checks has the two files in one folder
    import klynge_verify as verifier  # type: ignore[import-not-found, no-redef]

SCHEME = "KLYNGE-PROOF/1"
TEXT_CHARS_MAX = 8_192
COSIGNATURES_MAX = 3
ORIGIN = re.compile(r"[!-*,-9;-~]+")
"""What may be shown on a terminal: printable ASCII without blanks, and without the signs that part fields and keys."""
HASH_BYTES = 32
HASHES_MAX = 2 + 63
KEY_ID_BYTES = 4
SIGNATURE_BYTES = KEY_ID_BYTES + 64
COSIGNATURE_BYTES = KEY_ID_BYTES + 8 + 64
SIZE_DIGITS_MAX = 19
WITNESSED, UNWITNESSED, DIVERGES, BROKEN = 0, 10, 30, 40


class Paper(NamedTuple):
    """What the code on minutes says. `lines`: key id and what follows it, the log's own first."""

    origin: str
    position: int
    size: int
    root: bytes
    leaf: bytes
    proof: Sequence[bytes]
    lines: Sequence[bytes]


class Finding(NamedTuple):
    """A verdict, as an exit code, and why."""

    code: int
    da: str
    en: str


def verify_inclusion(index: int, size: int, leaf: bytes, root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether a leaf stands at an index of the tree with that root (RFC 9162)."""
    found = _climb(index, size - 1, leaf, leaf, proof) if 0 <= index < size else None
    return found is not None and found[1] == root


def verify_consistency(old_size: int, new_size: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the tree of the new size is the old one with leaves added, and nothing else."""
    if old_size in (0, new_size):
        return not proof and old_root == (new_root if old_size else sha256(b"").digest())
    if not 0 < old_size < new_size or not proof:
        return False
    first, *rest = proof if old_size & (old_size - 1) else (old_root, *proof)
    down = (old_size & -old_size).bit_length() - 1
    return _climb((old_size - 1) >> down, (new_size - 1) >> down, first, first, rest) == (old_root, new_root)


def _climb(at: int, last: int, old: bytes, new: bytes, proof: Iterable[bytes]) -> tuple[bytes, bytes] | None:
    """The roots that a path leads up to; None where it is too long or too short."""
    for each in proof:
        if last == 0:
            return None
        if at & 1 or at == last:
            old, new = verifier.node(each, old), verifier.node(each, new)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            new = verifier.node(new, each)
        at, last = at >> 1, last >> 1
    return (old, new) if last == 0 else None


def read(text: str) -> Paper:
    """As it was read off paper, in whatever case. Raises `Refused`."""
    verifier.need(len(text) <= TEXT_CHARS_MAX, f"a proof has at most {TEXT_CHARS_MAX} letters")
    scheme, *fields = text.strip().upper().split(":")
    is_whole = scheme == SCHEME and 5 <= len(fields) <= 5 + COSIGNATURES_MAX
    verifier.need(is_whole, f"this is no proof from minutes: it begins with {SCHEME}, and has six fields or more")
    origin, position, size, hashes, own, *others = fields
    count = len(hashes) * 5 // 8 // HASH_BYTES
    verifier.need(ORIGIN.fullmatch(origin), "a proof names its record in plain letters")
    verifier.need(2 <= count <= HASHES_MAX, "a proof holds a root, a leaf, and the way between them")
    joined = _bytes(hashes, count * HASH_BYTES)
    root, leaf, *proof = [joined[at : at + HASH_BYTES] for at in range(0, len(joined), HASH_BYTES)]
    lines = [_bytes(own, SIGNATURE_BYTES), *(_bytes(each, COSIGNATURE_BYTES) for each in others)]
    paper = Paper(origin.lower(), _number(position), _number(size), root, leaf, proof, lines)
    verifier.need(1 <= paper.position <= paper.size, "a proof is of an event that its head holds")
    return paper


def judge(paper: Paper, trust: verifier.Trust, bundle: Path | None = None) -> Finding:
    """What it shows to somebody with this trust file, and beside a bundle where they have one. Raises `Refused`."""
    note = verifier.Note(_head(paper), paper.origin, paper.size, paper.root, [])
    if not verify_inclusion(paper.position - 1, paper.size, paper.leaf, paper.root, paper.proof):
        return Finding(BROKEN, "Hændelsen er ikke under det segl.", "The event is not under that seal.")
    if paper.origin != trust.origin or not any(_signs(key, paper, note) for key in trust.keys):
        return Finding(
            BROKEN, "Ingen nøgle, du har tillid til, har underskrevet.", "No key that you trust has signed it."
        )
    if any(_is_other(paper, *head) for head in trust.heads):
        return Finding(DIVERGES, "Du har et andet hoved af samme størrelse.", "You hold another head of that size.")
    if bundle is not None and (other := _beside(paper, bundle)) is not None:
        return other
    seen = {organisation for organisation, key in trust.witnesses if _signs(key, paper, note)}
    named = ", ".join(sorted(seen)) or "–"
    if len(seen) >= trust.wanted and trust.must <= seen:
        return Finding(WITNESSED, f"Hændelsen er bevidnet af {named}.", f"The event is witnessed by {named}.")
    return Finding(
        UNWITNESSED,
        f"Forseglet; de vidner, du kræver, står ikke på papiret. Der står: {named}.",
        f"Sealed; the witnesses you ask for are not on the paper. It names: {named}.",
    )


def _is_other(paper: Paper, size: int, root: bytes, note: verifier.Note | None) -> bool:
    """Whether a head that is held tells another history of this record."""
    return size == paper.size and root != paper.root and (note is None or note.origin == paper.origin)


def _beside(paper: Paper, bundle: Path) -> Finding | None:
    """Whether a bundle goes on from the head on the paper, and so holds the event. Whether it is sound is for `klynge-verify`."""
    tree, root, leaf = verifier.Tree(), b"", b""
    with (bundle / "leaves.bin").open("rb") as leaves:
        while found := leaves.read(HASH_BYTES):
            verifier.need(len(found) == HASH_BYTES, f"{leaves.name} ends in the middle of a leaf")
            tree.take(found)
            leaf = found if tree.size == paper.position else leaf
            root = tree.root() if tree.size == paper.size else root
    if tree.size < paper.size:
        return Finding(DIVERGES, "Pakken ender før papirets hoved.", "The bundle ends before the head on the paper.")
    if leaf != paper.leaf:
        da, en = "Hændelsen står anderledes i pakken end på papiret.", "The bundle holds another event than the paper."
        return Finding(DIVERGES, da, en)
    if root != paper.root:
        da, en = "Pakkens historie er en anden end papirets.", "The bundle's history is another than the paper's."
        return Finding(DIVERGES, da, en)
    return None


def _head(paper: Paper) -> str:
    return f"{paper.origin}\n{paper.size}\n{b64encode(paper.root).decode()}\n"


def _signs(key: verifier.Key, paper: Paper, note: verifier.Note) -> bool:
    """Whether one of the lines is this key's, and fits the head."""
    for line in paper.lines:
        try:
            signed = note._replace(lines=[(key.name, line[:KEY_ID_BYTES], line[KEY_ID_BYTES:])])
            if signed.signed_at(key) is not None:
                return True
        except ValueError:
            continue
    return False


def _number(said: str) -> int:
    is_number = said.isascii() and said.isdigit() and len(said) <= SIZE_DIGITS_MAX and str(int(said)) == said
    verifier.need(is_number, "a proof has its numbers in digits, with no zero before them")
    return int(said)


def _bytes(letters: str, count: int) -> bytes:
    """RFC 4648 §6 without filling."""
    try:
        found = b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError:
        found = b""
    is_exact = len(found) == count and b32encode(found).decode().rstrip("=") == letters
    verifier.need(is_exact, "a part of the proof is not read right: scan it again")
    return found


def main() -> None:
    """`klynge-verify-paper`."""
    import argparse

    parser = argparse.ArgumentParser(prog="klynge-verify-paper", description="Verify the proof on minutes, offline.")
    parser.add_argument("text", nargs="?", help="the text of the code; without it, it is read from the input")
    parser.add_argument("--trust", required=True, help="your own trust file (TOML)")
    parser.add_argument("--head", action="append", default=[], help="a head that you hold: a note's file, or a bundle")
    parser.add_argument("--bundle", type=Path, help="a bundle of the record, which must hold the same event")
    given = parser.parse_args()
    try:
        paper = read(given.text or sys.stdin.read(TEXT_CHARS_MAX + 1))
        found = judge(paper, verifier.Trust(given.trust, given.head), given.bundle)
    except (verifier.Refused, OSError, ValueError) as refused:
        sys.stdout.write(f"AFVIST / REFUSED: {refused}\n")
        sys.exit(verifier.REFUSED)
    sys.stdout.write(
        f"{' / '.join(verifier.VERDICTS[found.code])}\n{paper.origin}, hændelse {paper.position} af {paper.size}: "
        f"{b64encode(paper.root).decode()}\n{found.da}\n{found.en}\n"
    )
    sys.exit(found.code)


if __name__ == "__main__":
    main()

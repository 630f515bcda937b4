"""Verify a bundle of a Klynge record offline: `klynge-verify BUNDLE --trust TRUST.toml` (docs/verify.md).

Standard library only, and nothing of ours: whoever doubts the record reads this one file. Nothing of a bundle is run, and little of
it is held in memory. In order: files, leaves, roots, versions, sealed fields, rules for seats and money, heads, signatures.
"""

import argparse
import json
import os
import re
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256, sha512
from typing import Any, NamedTuple

FORMAT, REFUSED = "klynge-bundle/1", 2
VERDICTS = {0: ("BEVIDNET", "WITNESSED"), 10: ("UNDERSKREVET", "UNWITNESSED"), 20: ("UFULDSTÆNDIG", "INCOMPLETE"),
            30: ("AFVIGER", "DIVERGES"), 35: ("REGELBRUD", "RULE BROKEN"), 40: ("BRUDT", "BROKEN")}  # fmt: skip
FILES_MAX, MANIFEST_BYTES_MAX, NOTE_BYTES_MAX, LINE_BYTES_MAX = 200_000, 64 * 2**20, 2**16, 16 * 2**20
SIGNATURES_MAX, STREAMS_MAX, TEXTS_OF_ONE_EVENT_MAX, SHOWN_MAX, BLOCK = 64, 5_000_000, 10_000, 100, 2**20
CHUNK = 2**12
"""Leaves read at once."""
LEEWAY = 300
"""Seconds that a witness's clock may be behind the record's."""
NAMES = re.compile(r"manifest\.json|checkpoint|checkpoints/\d{10}|leaves\.bin|(events|texts)/\d{7}\.tsv|papers/[0-9a-f]{64}"
                   r"|schemas/[a-z0-9.-]{1,120}\.json|sentences\.json|README(\.da)?\.md")  # fmt: skip
STREAM = re.compile(rb"[a-z0-9-]{1,80}/[a-z-]{1,40}/[a-z0-9-]{1,80}")
JSON = json.JSONDecoder(parse_constant=int).decode


class Refused(Exception):
    """What was given cannot be read as a bundle or as a trust file: no verdict."""


def need(sound: Any, why: str) -> None:
    if not sound:
        raise Refused(why)


# --- Ed25519 (RFC 8032), verifying only ---

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
Point = tuple[int, int, int, int]


def point(octets: bytes) -> Point:
    """Raises ValueError where no point of the curve is written so."""
    y = int.from_bytes(octets, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    x2 = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(x2, (P + 3) // 8, P)
    x = x if (x * x - x2) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - x2) % P or (x == 0 and sign):
        raise ValueError("no point")
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def add(p: Point, q: Point) -> Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    return (b - a) * (d - c) % P, (d + c) * (b + a) % P, (d - c) * (d + c) % P, (b - a) * (b + a) % P


def verify_ed25519(key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether a signature is of that key and that message."""
    try:
        (x, y, _, t), r, base = point(key), point(signature[:32]), point(b"\x58" + b"\x66" * 31)
    except ValueError:
        return False
    s = int.from_bytes(signature[32:], "little")
    k = int.from_bytes(sha512(signature[:32] + key + message).digest(), "little") % L
    steps, at = ((0, 1, 1, 0), base, (P - x, y, 1, P - t), add(base, (P - x, y, 1, P - t))), (0, 1, 1, 0)
    for bit in range(252, -1, -1):
        at = add(add(at, at), steps[(s >> bit & 1) + 2 * (k >> bit & 1)])
    fits = (at[0] - r[0] * at[2]) % P == 0 and (at[1] - r[1] * at[2]) % P == 0
    return fits and s < L and len(key) == 32 and len(signature) == 64


# --- the tree (RFC 9162) ---


def leaf_hash(fields: Sequence[bytes]) -> bytes:
    """Of position, stream, version, tag, recorded_at and state, as they stand in a line."""
    return sha256(b"\0klynge/v1\n" + b"".join([len(each).to_bytes(4, "big") + each for each in fields])).digest()


def node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\1" + left + right).digest()


def climb(at: int, last: int, old: bytes, new: bytes, proof: Iterable[bytes]) -> tuple[bytes, bytes] | None:
    """The roots that a path leads up to; None where it is too long or too short."""
    for each in proof:
        if last == 0:
            return None
        if at & 1 or at == last:
            old, new = node(each, old), node(each, new)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            new = node(new, each)
        at, last = at >> 1, last >> 1
    return (old, new) if last == 0 else None


def verify_inclusion(index: int, size: int, leaf: bytes, root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether a leaf stands at an index of the tree with that root."""
    found = climb(index, size - 1, leaf, leaf, proof) if 0 <= index < size else None
    return found is not None and found[1] == root


def verify_consistency(old_size: int, new_size: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the tree of the new size is the old one with leaves added, and nothing else."""
    if old_size in (0, new_size):
        return not proof and old_root == (new_root if old_size else sha256(b"").digest())
    if not 0 < old_size < new_size or not proof:
        return False
    first, *rest = proof if old_size & (old_size - 1) else (old_root, *proof)
    down = (old_size & -old_size).bit_length() - 1
    return climb((old_size - 1) >> down, (new_size - 1) >> down, first, first, rest) == (old_root, new_root)


class Tree:
    """All leaves, read once in chunks; tells the root of every size that is asked about on the way."""

    def __init__(self) -> None:
        self.size = 0
        self.parts: list[tuple[int, bytes]] = []
        """The complete subtrees of the chunks so far, the largest first."""

    def take(self, leaves: bytes, sizes: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """The next chunk. `sizes`: those within it."""
        levels = [[leaves[at : at + 32] for at in range(0, len(leaves), 32)]]
        while len(level := levels[-1]) > 1:
            levels.append([node(level[at], level[at + 1]) for at in range(0, len(level) - 1, 2)])
        for size in (*sizes, self.size + len(leaves) // 32):
            count, parts = size - self.size, self.parts[:]
            for bit in reversed(range(len(levels))):
                if count >> bit & 1:
                    parts.append((1 << bit, levels[bit][(count >> bit) - 1]))
            root = parts[-1][1]
            for _, part in reversed(parts[:-1]):
                root = node(part, root)
            yield size, root
        while len(parts) > 1 and parts[-1][0] == parts[-2][0]:
            (whole, right), (_, left) = parts.pop(), parts.pop()
            parts.append((2 * whole, node(left, right)))
        self.size, self.parts = size, parts


# --- notes and keys (C2SP signed-note, tlog-checkpoint, tlog-cosignature) ---


class Key(NamedTuple):
    """`name+number+base64`: a log's (algorithm 1) or a witness's (4)."""

    name: str
    number: bytes
    algorithm: int
    public: bytes

    @classmethod
    def read(cls, text: str, algorithm: int) -> "Key":
        name, number, rest = text.split("+", 2)
        body = exact(rest, 33)
        fits = body[0] == algorithm and sha256(f"{name}\n".encode() + body).digest()[:4].hex() == number
        need(fits, f"not a key of its kind, or its number is another's: {name:.100}")
        return cls(name, bytes.fromhex(number), body[0], body[1:])


class Note(NamedTuple):
    """A signed head."""

    text: str
    origin: str
    size: int
    root: bytes
    lines: list[tuple[str, bytes, bytes]]

    @classmethod
    def read(cls, said: bytes, what: str) -> "Note":
        try:
            text, gap, rest = said.decode().rpartition("\n\n")
            *rows, end = rest.split("\n")
            lines = [(name, body[:4], body[4:]) for _, name, line in map(str.split, rows) for body in [exact(line)]]
            origin, size, root = text.split("\n")[:3]
            whole = gap and not end and all(row.startswith("— ") for row in rows) and str(int(size)) == size
            need(whole and len(rows) <= SIGNATURES_MAX and len(said) <= NOTE_BYTES_MAX, f"no signed head: {what}")
            return cls(f"{text}\n", origin, int(size), exact(root, 32), lines)
        except ValueError as error:
            raise Refused(f"no signed head: {what}") from error

    def signed_at(self, key: Key) -> int | None:
        """When a key signed, 0 where no time stands; None: it did not. Raises ValueError where its line does not fit."""
        for name, number, body in self.lines:
            if (name, number) == key[:2]:
                at, said = 0, self.text
                if key.algorithm == 4:
                    at, body = int.from_bytes(body[:8], "big"), body[8:]
                    said = f"cosignature/v1\ntime {at}\n{said}"
                if not verify_ed25519(key.public, said.encode(), body):
                    raise ValueError(name)
                return at
        return None


def exact(text: str, length: int = 0) -> bytes:
    found = b64decode(text, validate=True)
    if length and len(found) != length:
        raise ValueError(text)
    return found


class Trust:
    """The auditor's own file: whose keys are believed, who must have seen a head, which heads are held from before."""

    def __init__(self, path: str, heads: Sequence[str]) -> None:
        import tomllib  # here: whoever needs the tree alone loads no more than that

        try:
            with open(path, "rb") as file:
                said = tomllib.load(file)
            quorum, held = said.get("quorum", {}), said.get("head", [])
            self.origin, self.keys = str(said["origin"]), [Key.read(each, 1) for each in said.get("keys", ())]
            self.witnesses = [(each["organisation"], Key.read(each["key"], 4)) for each in said.get("witness", ())]
            self.wanted, self.must = max(1, int(quorum.get("organisations", 1))), set(quorum.get("must", ()))
            self.heads: list[tuple[int, bytes, Note | None]]
            self.heads = [(int(each["size"]), exact(each["root"], 32), None) for each in held if "size" in each]
            near = os.path.dirname(path)
            for head in (*heads, *(os.path.join(near, each["note"]) for each in held if "size" not in each)):
                with open(os.path.join(head, "checkpoint") if os.path.isdir(head) else head, "rb") as file:
                    note = Note.read(file.read(NOTE_BYTES_MAX + 1), head)
                self.heads.append((note.size, note.root, note))
        except (OSError, KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
            raise Refused(f"the trust file or a head cannot be used: {error!r:.200}") from error


# --- the bundle ---


class Bundle:
    """A folder: what its manifest promises, and the files that must keep it. Links and odd names are refused unread."""

    def __init__(self, root: str) -> None:
        self.root, self.changed = root, set[str]()
        try:
            there = dict(self.found(""))
            need(there.pop("manifest.json", 0) <= MANIFEST_BYTES_MAX, "the manifest is too large")
            with open(os.path.join(root, "manifest.json"), "rb") as file:
                said = json.loads(file.read())
            need(said["format"] == FORMAT, f"the format is {said['format']!r:.100}, and this program reads {FORMAT}")
            listed = {each["path"]: each["bytes"] for each in said["files"]}
            self.hashes = {each["path"]: each["sha256"] for each in said["files"]}
            self.size, self.events = said["size"], said["events"]
            self.all_texts = {"all": True, "as": False}[said["texts"]]
            self.is_whole = self.all_texts and said["scope"]["kind"] == "all"
        except (OSError, KeyError, TypeError, ValueError, RecursionError) as error:
            raise Refused(f"no bundle that can be read: {error!r:.200}") from error
        odd = [name for name in {*listed, *there} if listed.get(name) != there.get(name)]
        need(not odd and len(listed) == len(said["files"]), f"the manifest and the files do not agree: {odd!r:.200}")
        fits = type(self.size) is int and there.get("leaves.bin") == 32 * self.size > 0 and "checkpoint" in there
        need(fits, "the head or some leaves are missing")

    def found(self, under: str) -> Iterator[tuple[str, int]]:
        for count, each in enumerate(os.scandir(os.path.join(self.root, under))):
            name, is_file = f"{under}{each.name}", each.is_file(follow_symlinks=False)
            if each.is_dir(follow_symlinks=False) and not under:
                yield from self.found(f"{name}/")
            else:
                need(is_file and NAMES.fullmatch(name) and count < FILES_MAX, f"no file of a bundle: {name!r:.200}")
                yield name, each.stat(follow_symlinks=False).st_size

    def blocks(self, name: str, length: int = BLOCK) -> Iterator[bytes]:
        """A file; whether it is the one that the manifest names is known at its end."""
        digest = sha256()
        with open(os.path.join(self.root, name), "rb") as file:
            while block := file.read(length):
                digest.update(block)
                yield block
        if digest.hexdigest() != self.hashes[name]:
            self.changed.add(name)

    def note(self, name: str) -> Note:
        return Note.read(next(self.blocks(name), b""), name)

    def lines(self, folder: str) -> Iterator[bytes]:
        names = sorted(name for name in self.hashes if name.startswith(f"{folder}/"))
        need(names == [f"{folder}/{at:07}.tsv" for at in range(1, len(names) + 1)], f"{folder} is not numbered 1, 2 …")
        for name in names:
            rest = b""
            for block in self.blocks(name):
                *whole, rest = (rest + block).split(b"\n")
                need(len(rest) <= LINE_BYTES_MAX, f"a line of {name} is too long")
                yield from whole
            need(not rest, f"{name} ends in the middle of a line")

    def rows(self) -> Iterator[tuple[int, list[bytes]]]:
        """Each event: its position, and the columns position, stream, version, tag, recorded_at, state."""
        before = count = 0
        for line in self.lines("events"):
            row = line.split(b"\t", 6)
            if len(row) != 6 or not all(row) or not STREAM.fullmatch(row[1]) or len(line) - len(row[5]) > 400:
                raise Refused(f"the line after event {before} is not one of an event")
            if not (row[0] + row[2] + row[4]).isdigit() or not before < (position := int(row[0])) <= self.size:
                raise Refused(f"an event that does not fit after {before} in a record of {self.size}")
            before, count = position, count + 1
            yield position, row
        need(count == self.events, f"{count} events, and the manifest says {self.events!r:.30}")

    def texts(self) -> Iterator[tuple[int, str, bytes, bytes]]:
        """Each opened text: the event's position, the field, the salt, the value."""
        before = (0, "")
        for line in self.lines("texts"):
            try:
                position, field, salt, value = line.split(b"\t", 4)
                text = int(position), field.decode(), exact(salt.decode(), 32), value
            except ValueError as error:
                raise Refused(f"the line of texts after {before} is not one of a text") from error
            need(text[:2] > before, f"the texts after {before} are not in order")
            before = text[:2]
            yield text
        yield self.size + 1, "", b"", b""


# --- what is found ---


class Check:
    """One bundle, checked from end to end. Every finding is kept; the worst is the verdict."""

    def __init__(self, bundle: Bundle, trust: Trust) -> None:
        self.bundle, self.trust, self.tree, self.rules = bundle, trust, Tree(), Rules()
        self.code, self.findings, self.counts = 0, list[dict[str, Any]](), dict[str, int]()
        self.place: tuple[int, str, int] | None = None
        self.newest = bundle.note("checkpoint")
        need(self.newest.size == bundle.size, f"the newest head is of {self.newest.size} events, not {bundle.size}")
        self.versions, self.position, self.time = dict[str, int](), 0, 0
        self.torn: set[str] = set()
        """Streams of which something is missing or changed: what rests on them is not judged."""
        self.covered, self.cited = set[tuple[str, int, str]](), set[tuple[str, str]]()
        self.keys, self.new_keys = list(trust.keys), list[tuple[int, Key]]()
        self.sound, self.unlike = 0, list[tuple[str, int, Note | None]]()
        older = [int(name[12:]) for name in bundle.hashes if name.startswith("checkpoints/")]
        self.sizes = {*older, *(size for size, _, _ in trust.heads)}

    def say(self, code: str, **said: Any) -> None:
        """A finding, at the event that is looked at just now, if at any."""
        verdict, da, en = SAID[code]
        self.code, self.counts[code] = max(self.code, verdict), self.counts.get(code, 0) + 1
        if self.counts[code] <= SHOWN_MAX:
            at = dict(zip(("position", "stream", "version"), self.place or (), strict=False))
            told = {name: f"{value!s:.200}" for name, value in said.items()}
            words = {"da": da.format(**told), "en": en.format(**told)}
            self.findings.append({"code": code, "verdict": VERDICTS[verdict][0], **at, **words})

    def count(self, what: str) -> None:
        """Something that is told and is no finding."""
        self.counts[what] = self.counts.get(what, 0) + 1

    def told(self) -> dict[str, Any]:
        """The answer, for a program."""
        at = {"origin": self.newest.origin, "size": self.newest.size, "root": b64encode(self.newest.root).decode()}
        verdict = {"verdict": VERDICTS[self.code][0], "code": self.code}
        return {**verdict, **at, "witnesses": self.seen, "counts": self.counts, "findings": self.findings}

    def said(self) -> str:
        """The answer, for people."""
        lines = [" / ".join(VERDICTS[self.code]), f"{self.newest.origin}, {self.newest.size}: {self.newest.root.hex()}"]
        for each in self.findings:
            where = f"{each['position']} ({each['stream']} nr. {each['version']}): " if "position" in each else ""
            lines += [f"- {each['verdict']}: {where}{each['da']}", f"  {each['en']}"]
        return "\n".join([*lines, *(f"{name}: {count}" for name, count in sorted(self.counts.items()))])

    def run(self) -> None:
        self.foresee()
        self.read_events()
        self.place = None
        for name in self.bundle.hashes:
            if not name.startswith(("events/", "texts/", "leaves.bin")):
                for _ in self.bundle.blocks(name):
                    pass
        for name in sorted(self.bundle.changed):
            self.say("file", name=name)
        self.judge_heads()
        self.judge_signatures()

    def foresee(self) -> None:
        """What later events say of earlier ones: which texts may be missing, which keys follow, which decisions are cited."""
        for position, (_, _, _, tag, _, state) in self.bundle.rows():
            if not tag.startswith((b"fund.", b"membership.")) and tag not in FORESEEN:
                continue
            try:
                event = JSON(state.decode())["event"]
                if tag.startswith(b"log."):
                    self.new_keys.append((position, Key.read(event["key"], 1)))
                self.cited.update(taken_in(event))
                for each in event.get("places", [event["where"]] if "where" in event else []):
                    self.covered.add((each["of"], each["version"], each["field"]))
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError, Refused):
                continue  # told when its turn comes

    def read_events(self) -> None:
        leaves, texts, chunk, base = self.bundle.blocks("leaves.bin", 32 * CHUNK), self.bundle.texts(), b"", 0
        text = next(texts)
        for position, row in self.bundle.rows():
            while position > base + len(chunk) // 32:
                base, chunk = self.tree.size, self.take_leaves(next(leaves))
            self.absent(position)
            opened: dict[str, tuple[bytes, bytes]] = {}
            while text[0] == position and len(opened) < TEXTS_OF_ONE_EVENT_MAX:
                opened[text[1]], text = text[2:], next(texts)
            need(text[0] > position, f"a text of event {text[0]}, which is not in the bundle")
            at = 32 * (position - 1 - base)
            self.take(row, leaf_hash(row) == chunk[at : at + 32], opened)
        need(text[0] > self.bundle.size, f"a text of event {text[0]}, which is not in the bundle")
        self.absent(self.bundle.size + 1)
        for chunk in leaves:
            self.take_leaves(chunk)

    def absent(self, position: int) -> None:
        if self.bundle.is_whole and position > self.position + 1:
            self.place = None
            self.say("absent", first=self.position + 1, last=position - 1)

    def take_leaves(self, chunk: bytes) -> bytes:
        upto = self.tree.size + len(chunk) // 32
        now = [size for size in range(self.tree.size + 1, upto) if size in self.sizes]
        for size, root in self.tree.take(chunk, now):
            self.compare(size, root)
        return chunk

    def take(self, row: list[bytes], is_sealed: bool, opened: dict[str, tuple[bytes, bytes]]) -> None:
        stream, version, time = row[1].decode(), int(row[2]), int(row[4])
        self.position, before = int(row[0]), self.versions.get(stream, 0)
        self.place = self.position, stream, version
        if version != before + 1:
            self.torn.add(stream)
            if self.bundle.all_texts or version <= before:
                self.say("version", expected=before + 1)
        if time < self.time:
            self.say("time")
        self.versions[stream], self.time = version, time
        need(len(self.versions) <= STREAMS_MAX, "too many streams")
        if not is_sealed:
            self.torn.add(stream)
            self.say("leaf")
            return
        try:
            state = JSON(row[5].decode())
            if opened or b'"box":"' in row[5]:
                self.unseal(state["event"], stream, version, opened)
            self.rules.take(self.position, stream, version, row[3].decode(), time, state)
        except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OverflowError) as error:
            self.torn.add(stream)
            self.say("state", error=repr(error))

    def unseal(self, event: Any, stream: str, version: int, opened: dict[str, tuple[bytes, bytes]]) -> None:
        """Each sealed field is opened and fits, or its key may be gone; else it is lost, or kept back."""
        for field, sealed in boxes_in(event, ""):
            if field in opened:
                salt, value = opened.pop(field)
                parts = [len(each).to_bytes(4, "big") + each for each in (stream.encode(), field.encode(), value)]
                said = b"klynge/commit/v1" + salt + parts[0] + version.to_bytes(8, "big") + parts[1] + parts[2]
                if sha256(said).digest() != exact(sealed):
                    self.say("text", field=field)
                self.count("texts")
            elif (stream, version, field) in self.covered or not self.bundle.all_texts:
                self.count("erased" if (stream, version, field) in self.covered else "withheld")
            else:
                self.say("lost", field=field)
        for field in opened:
            self.say("stray", field=field)

    def heads_at(self, size: int) -> Iterator[tuple[str, bytes, Note | None]]:
        if (name := f"checkpoints/{size:010}") in self.bundle.hashes:
            note = self.bundle.note(name)
            need(note.size == size, f"{name} is a head of {note.size} events")
            yield "older", note.root, note
        yield from (("head", root, head) for at, root, head in self.trust.heads if at == size)
        if size == self.bundle.size:
            yield "newest", self.newest.root, self.newest

    def compare(self, size: int, root: bytes) -> None:
        """A root as the leaves give it, beside what was said of it."""
        for kind, told, note in self.heads_at(size):
            if told != root:
                self.unlike.append((kind, size, note))
                continue
            self.sound = self.sound if self.unlike else size
            for position, key in self.new_keys:
                # Trusted from the first head on that a trusted key signed and that covers the event which names it.
                if note is not None and position <= size and key not in self.keys and self.is_signed(note):
                    self.keys.append(key)

    def is_signed(self, note: Note) -> bool:
        try:
            return note.origin == self.trust.origin and any(note.signed_at(key) is not None for key in self.keys)
        except ValueError:
            return False

    def judge_heads(self) -> None:
        is_newest_sound = all(kind != "newest" for kind, _, _ in self.unlike)
        if not is_newest_sound:
            self.say("root", after=self.sound, until=self.unlike[0][1])
        for kind, size, note in self.unlike:
            if kind == "head":
                self.say("head", size=size)
            elif kind == "older" and is_newest_sound:
                self.say("fork" if note is not None and self.is_signed(note) else "older", size=size)
        for size, _, note in self.trust.heads:
            need(note is None or self.is_signed(note), f"your head of {size} events is not signed by a key you trust")
            if size > self.bundle.size:
                self.say("shorter", size=size, missing=size - self.bundle.size)

    def judge_signatures(self) -> None:
        seen, is_signed = set[str](), False
        if self.newest.origin != self.trust.origin:
            self.say("origin", origin=self.newest.origin)
        for organisation, key in [("", key) for key in self.keys] + self.trust.witnesses:
            try:
                at = self.newest.signed_at(key)
            except ValueError:
                self.say("forged", name=key.name)
                continue
            if at is not None and organisation:
                seen.add(organisation)
                if not self.rules.is_story and self.time > (at + LEEWAY) * 1_000_000:
                    self.say("later", name=key.name)
            is_signed = is_signed or (at is not None and not organisation)
        self.seen = sorted(seen)
        if not is_signed:
            self.say("signature")
        if len(seen) < self.trust.wanted or not self.trust.must <= seen:
            missing = ", ".join(sorted(self.trust.must - seen)) or "–"
            self.say("unwitnessed", count=len(seen), wanted=self.trust.wanted, missing=missing)


def boxes_in(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Where something is sealed, and what it is committed to."""
    if isinstance(value, dict) and "box" in value and "c" in value:
        yield path, value["c"]
    elif isinstance(value, dict | list):
        for name, each in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(each, dict | list):
                yield from boxes_in(each, f"{path}/{name}")


def taken_in(value: Any) -> Iterator[tuple[str, str]]:
    """Every decision of the record that something refers to."""
    if isinstance(value, dict) and value.get("type") == "taken":
        yield value["meeting"], value["decision"]
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from taken_in(each)


FORESEEN = {b"person.erased", b"redaction.carried-out", b"log.checkpoint-key-changed"}


class Rules:
    """What each event says is judged by what stood before it."""

    is_story = False

    def take(self, position: int, stream: str, version: int, tag: str, time: int, state: dict[str, Any]) -> None:
        """The next event."""
        if tag == "log.opened":
            self.is_story = state["event"]["clock"] == "story"


# fmt: off
SAID = {
    "file": (40, "{name} er ikke den fil, som manifestet nævner.", "{name} is not the file that the manifest names."),
    "paper": (40, "{name} er ikke det bilag, som navnet siger.", "{name} is not the paper that its name says."),
    "leaf": (40, "Hændelsen er ændret, siden den blev forseglet.", "The event is changed since it was sealed."),
    "absent": (40, "Hændelse {first} til {last} er fjernet.", "Events {first} to {last} have been removed."),
    "version": (40, "Her skulle nr. {expected} i rækken stå.", "Number {expected} of the stream should stand here."),
    "state": (40, "Indholdet kan ikke læses ({error}).", "Its content cannot be read ({error})."),
    "text": (40, "Teksten {field} er ikke den, der er forseglet.", "The text {field} is not the one that was sealed."),
    "stray": (40, "Der er en tekst til {field}, som ikke er forseglet.", "There is a text for {field}, which is not sealed."),
    "root": (40, "Protokollen er ændret et sted mellem hændelse {after} og {until}: roden passer ikke.",
             "The record is changed somewhere between event {after} and {until}: the root does not fit."),
    "origin": (40, "Det er en anden protokol: {origin}.", "This is another record: {origin}."),
    "signature": (40, "Ingen nøgle, du har tillid til, har underskrevet.", "No key that you trust has signed."),
    "forged": (40, "Underskriften fra {name} passer ikke.", "The signature of {name} does not fit."),
    "older": (40, "Det ældre hoved på {size} hændelser er falsk.", "The older head of {size} events is false."),
    "time": (35, "Tiden går baglæns.", "Time runs backwards."),
    "later": (35, "Registreret efter, at {name} bevidnede det.", "Recorded after {name} witnessed it."),
    "fork": (30, "Et underskrevet hoved på {size} hændelser har en anden rod.", "A signed head of {size} events has another root."),
    "head": (30, "Dit hoved på {size} hændelser har en anden rod: historien er skrevet om.",
             "Your head of {size} events has another root: history was rewritten."),
    "shorter": (30, "Du har et hoved på {size} hændelser; {missing} mangler.", "You hold a head of {size} events; {missing} lack."),
    "lost": (20, "Teksten {field} mangler, og ingen sletning dækker den.", "The text {field} is lost; no erasure covers it."),
    "unwitnessed": (10, "Bevidnet af {count} organisationer af {wanted}; der mangler: {missing}.",
                    "Witnessed by {count} organisations of {wanted}; missing: {missing}."),
}
# fmt: on


def main() -> None:
    """`klynge-verify`."""
    parser = argparse.ArgumentParser(prog="klynge-verify", description="Verify a bundle of a Klynge record, offline.")
    parser.add_argument("bundle")
    parser.add_argument("--trust", required=True, help="your own trust file (TOML)")
    parser.add_argument(
        "--head", action="append", default=[], help="a head that you hold: a note's file, or an older bundle"
    )
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    given = parser.parse_args()
    try:
        check = Check(Bundle(given.bundle), Trust(given.trust, given.head))
        check.run()
    except Refused as refused:
        told = {"verdict": "AFVIST", "code": REFUSED, "reason": str(refused)}
        sys.stdout.write(f"{json.dumps(told) if given.json else f'AFVIST / REFUSED: {refused}'}\n")
        sys.exit(REFUSED)
    sys.stdout.write(f"{json.dumps(check.told(), ensure_ascii=False) if given.json else check.said()}\n")
    sys.exit(check.code)


if __name__ == "__main__":
    main()

"""Verify a bundle of a Klynge record offline: `klynge-verify BUNDLE --trust TRUST.toml` (docs/verify.md).

Standard library only, and nothing of ours: whoever doubts the record reads this one file, which is set tightly for that.
Nothing of a bundle is run, and little of it is held in memory. Looked at in order: files, leaves, roots, versions, sealed texts,
rules for seats and money, heads, signatures.
"""
# fmt: off

import json
import os
import re
import sys
from base64 import b64decode, b64encode
from binascii import a2b_base64
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256, sha512
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

FORMAT, REFUSED, COPENHAGEN = "klynge-bundle/1", 2, ZoneInfo("Europe/Copenhagen")
VERDICTS = {0: ("BEVIDNET", "WITNESSED"), 10: ("UNDERSKREVET", "UNWITNESSED"), 20: ("UFULDSTÆNDIG", "INCOMPLETE"),
            30: ("AFVIGER", "DIVERGES"), 35: ("REGELBRUD", "RULE BROKEN"), 40: ("BRUDT", "BROKEN")}
FILES_MAX, MANIFEST_BYTES_MAX, NOTE_BYTES_MAX, LINE_BYTES_MAX, SIGNATURES_MAX = 200_000, 64 * 2**20, 2**16, 16 * 2**20, 64
STREAMS_MAX, TEXTS_OF_ONE_EVENT_MAX, SHOWN_MAX, BLOCK, LEAVES_AT_ONCE, OERE_MAX = 5_000_000, 10_000, 100, 2**20, 2**12, 10**15
LEEWAY = 300
"""Seconds that a witness's clock may be behind the record's."""
NAMES = re.compile(r"manifest\.json|checkpoint|checkpoints/\d{10}|leaves\.bin|(events|texts)/\d{7}\.tsv|papers/[0-9a-f]{64}"
                   r"|schemas/[a-z0-9.-]{1,120}\.json|sentences\.json|README(\.da)?\.md")
STREAM = re.compile(rb"[a-z0-9-]{1,80}/[a-z-]{1,40}/[a-z0-9-]{1,80}")
Facts = dict[Any, Any]
JSON = json.JSONDecoder(parse_constant=int).raw_decode

class Refused(Exception):
    """What was given cannot be read as a bundle or as a trust file: no verdict."""

def from_json(said: bytes) -> Any:
    """Raises ValueError. Stricter than the library: nothing stands before or after."""
    value, end = JSON(text := said.decode())
    if end != len(text): raise ValueError("something stands after it")
    return value

def need(sound: Any, why: str) -> None:
    if not sound: raise Refused(why)

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
    if y >= P or (x * x - x2) % P or (x == 0 and sign): raise ValueError("no point")
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P

def add(p: Point, q: Point) -> Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    return (b - a) * (d - c) % P, (d + c) * (b + a) % P, (d - c) * (d + c) % P, (b - a) * (b + a) % P

def verify_ed25519(key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether a signature is of that key and that message."""
    try: (x, y, _, t), r, base = point(key), point(signature[:32]), point(b"\x58" + b"\x66" * 31)
    except ValueError: return False
    s = int.from_bytes(signature[32:], "little")
    k = int.from_bytes(sha512(signature[:32] + key + message).digest(), "little") % L
    steps, at = ((0, 1, 1, 0), base, (P - x, y, 1, P - t), add(base, (P - x, y, 1, P - t))), (0, 1, 1, 0)
    for bit in range(252, -1, -1): at = add(add(at, at), steps[(s >> bit & 1) + 2 * (k >> bit & 1)])
    fits = (at[0] - r[0] * at[2]) % P == 0 and (at[1] - r[1] * at[2]) % P == 0
    return fits and s < L and len(key) == 32 and len(signature) == 64

# --- the tree (RFC 9162) ---

def leaf_hash(fields: Sequence[bytes]) -> bytes:
    """Of position, stream, version, tag, recorded_at and state, as they stand in a line."""
    return sha256(b"\0klynge/v1\n" + b"".join([len(each).to_bytes(4, "big") + each for each in fields])).digest()

def node(left: bytes, right: bytes) -> bytes: return sha256(b"\1" + left + right).digest()

def climb(at: int, last: int, old: bytes, new: bytes, proof: Iterable[bytes]) -> tuple[bytes, bytes] | None:
    """The roots that a path leads up to; None where it is too long or too short."""
    for each in proof:
        if last == 0: return None
        if at & 1 or at == last:
            old, new = node(each, old), node(each, new)
            while at and not at & 1: at, last = at >> 1, last >> 1
        else: new = node(new, each)
        at, last = at >> 1, last >> 1
    return (old, new) if last == 0 else None

def verify_inclusion(index: int, size: int, leaf: bytes, root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether a leaf stands at an index of the tree with that root."""
    found = climb(index, size - 1, leaf, leaf, proof) if 0 <= index < size else None
    return found is not None and found[1] == root

def verify_consistency(old_size: int, new_size: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the tree of the new size is the old one with leaves added, and nothing else."""
    if old_size in (0, new_size): return not proof and old_root == (new_root if old_size else sha256(b"").digest())
    if not 0 < old_size < new_size or not proof: return False
    first, *rest = proof if old_size & (old_size - 1) else (old_root, *proof)
    down = (old_size & -old_size).bit_length() - 1
    return climb((old_size - 1) >> down, (new_size - 1) >> down, first, first, rest) == (old_root, new_root)

class Tree:
    """All leaves, read once, some at a time; tells the root of every size that is asked about on the way."""

    def __init__(self) -> None:
        self.size, self.parts = 0, list[tuple[int, bytes]]()
        """The complete subtrees so far, the largest first."""

    def take(self, leaves: bytes, sizes: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """The next leaves. `sizes`: those within them; the last is told always."""
        levels = [[leaves[at : at + 32] for at in range(0, len(leaves), 32)]]
        while len(level := levels[-1]) > 1:
            levels.append([node(level[at], level[at + 1]) for at in range(0, len(level) - 1, 2)])
        for size in (*sizes, self.size + len(leaves) // 32):
            count, parts = size - self.size, self.parts[:]
            for bit in reversed(range(len(levels))):
                if count >> bit & 1: parts.append((1 << bit, levels[bit][(count >> bit) - 1]))
            root = parts[-1][1]
            for _, part in reversed(parts[:-1]): root = node(part, root)
            yield size, root
        while len(parts) > 1 and parts[-1][0] == parts[-2][0]:
            (whole, right), (_, left) = parts.pop(), parts.pop()
            parts.append((2 * whole, node(left, right)))
        self.size, self.parts = size, parts

# --- notes and keys (C2SP signed-note, tlog-checkpoint, tlog-cosignature) ---

def exact(text: str, length: int = 0) -> bytes:
    found = b64decode(text, validate=True)
    if b64encode(found).decode() != text or length not in (0, len(found)): raise ValueError("no base64 of its length")
    return found

class Key(NamedTuple("Key", [("name", str), ("number", bytes), ("algorithm", int), ("public", bytes)])):
    """`name+number+base64`: a log's (algorithm 1) or a witness's (4)."""

    @classmethod
    def read(cls, text: str, algorithm: int) -> "Key":
        name, number, rest = text.split("+", 2)
        body = exact(rest, 33)
        fits = body[0] == algorithm and sha256(f"{name}\n".encode() + body).digest()[:4].hex() == number
        need(fits, f"not a key of its kind, or its number is another's: {name:.100}")
        return cls(name, bytes.fromhex(number), body[0], body[1:])

class Note(NamedTuple("Note", [("text", str), ("origin", str), ("size", int), ("root", bytes), ("lines", list[Any])])):
    """A signed head. Of each line under it: whose it is, the key's number, and what stands behind."""

    @classmethod
    def read(cls, said: bytes, what: str) -> "Note":
        try:
            text, gap, rest = said.decode().rpartition("\n\n")
            *rows, end = rest.split("\n")
            lines = [(name, body[:4], body[4:]) for _, name, line in [row.split(" ") for row in rows] for body in [exact(line)]]
            origin, size, root = text.split("\n")[:3]
            whole = gap and rows and origin and not end and all(row.startswith("— ") for row in rows)
            need(whole and len(rows) <= SIGNATURES_MAX and len(said) <= NOTE_BYTES_MAX and size.isascii() and size.isdigit()
                 and len(size) < 20 and str(int(size)) == size and min(said.replace(b"\n", b" ")) >= 32, f"no signed head: {what}")
            return cls(f"{text}\n", origin, int(size), exact(root, 32), lines)
        except ValueError as error:
            raise Refused(f"no signed head: {what}") from error

    def signed_at(self, key: Key) -> int | None:
        """When a key signed first, 0 where no time stands; None: it did not. Raises ValueError where a line of its does not fit."""
        found = list[int]()
        for body in [body for name, number, body in self.lines if (name, number) == key[:2]]:
            at, said = 0, self.text
            if key.algorithm == 4:
                at, body = int.from_bytes(body[:8], "big"), body[8:]
                said = f"cosignature/v1\ntime {at}\n{said}"
            if at >> 53 or not verify_ed25519(key.public, said.encode(), body): raise ValueError(key.name)
            found.append(at)
        return min(found, default=None)

class Trust:
    """The auditor's own file: whose keys are believed, who must have seen a head, which heads are held from before."""

    def __init__(self, path: str, heads: Sequence[str]) -> None:
        import tomllib  # here: whoever needs the tree alone loads no more than that
        try:
            with open(path, "rb") as file: said = tomllib.load(file)
            quorum, held = said.get("quorum", {}), said.get("head", [])
            self.origin, self.keys = str(said["origin"]), [Key.read(each, 1) for each in said.get("keys", ())]
            self.witnesses = [(each["organisation"], Key.read(each["key"], 4)) for each in said.get("witness", ())]
            self.wanted, self.must = max(1, int(quorum.get("organisations", 1))), set(quorum.get("must", ()))
            need(all(("note" in each) != ("size" in each) for each in held), "a head is a note's file, or size and root")
            parts = [(said, "origin keys witness quorum head"), (quorum, "organisations must")]
            parts += [(each, "size root note") for each in held]
            parts += [(each, "organisation key url") for each in said.get("witness", ())]
            need(not any(set(part) - set(words.split()) for part, words in parts), "the trust file has a word that nobody knows")
            of = {key.public: organisation for organisation, key in self.witnesses}
            need(all(of[key.public] == organisation for organisation, key in self.witnesses), "two organisations have one key")
            possible = self.wanted <= len({*of.values()}) and self.must <= {*of.values()}
            need(possible or not (of or self.must), "more witnesses are asked for than there are")
            self.heads: list[Any] = [(int(each["size"]), exact(each["root"], 32), None) for each in held if "note" not in each]
            for head in (*heads, *(os.path.join(os.path.dirname(path), each["note"]) for each in held if "note" in each)):
                with open(os.path.join(head, "checkpoint") if os.path.isdir(head) else head, "rb") as file:
                    note = Note.read(file.read(NOTE_BYTES_MAX + 1), head)
                self.heads.append((note.size, note.root, note))
            need(all(size > 0 for size, _, _ in self.heads), "a head that you hold is of no events")
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
            with open(os.path.join(root, "manifest.json"), "rb") as file: said = json.loads(file.read())
            need(said["format"] == FORMAT, f"the format is {said['format']!r:.100}, and this program reads {FORMAT}")
            listed = {each["path"]: each["bytes"] for each in said["files"]}
            self.hashes = {each["path"]: each["sha256"] for each in said["files"]}
            self.size, self.events = said["size"], said["events"]
            self.all_texts = {"all": True, "as": False}[said["texts"]]
            self.is_whole = self.all_texts and said["scope"]["kind"] == "all"
            self.scope, self.named = said["scope"]["kind"], str(said["scope"]["name"])
        except (OSError, KeyError, TypeError, ValueError, RecursionError) as error:
            raise Refused(f"no bundle that can be read: {error!r:.200}") from error
        odd = [name for name in {*listed, *there} if listed.get(name) != there.get(name)]
        need(not odd and len(listed) == len(said["files"]), f"the manifest and the files do not agree: {odd!r:.200}")
        fits = type(self.size) is int and there.get("leaves.bin") == 32 * self.size > 0 and "checkpoint" in there
        need(fits, "the head or some leaves are missing")

    def found(self, under: str) -> Iterator[tuple[str, int]]:
        for count, each in enumerate(os.scandir(os.path.join(self.root, under))):
            name, is_file = f"{under}{each.name}", each.is_file(follow_symlinks=False)
            if each.is_dir(follow_symlinks=False) and not under: yield from self.found(f"{name}/")
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
        if digest.hexdigest() != self.hashes[name]: self.changed.add(name)

    def note(self, name: str) -> Note: return Note.read(next(self.blocks(name), b""), name)

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
                text = int(position), field.decode(), a2b_base64(salt, strict_mode=True), value
            except ValueError as error:
                raise Refused(f"the line of texts after {before} is not one of a text") from error
            need(before < text[:2] < (self.size + 1, ""), f"the texts after {before} are not in order")
            before = text[:2]
            yield text
        yield self.size + 1, "", b"", b""

# --- what is found ---

class Check:
    """One bundle, checked from end to end. Every finding is kept; the worst is the verdict."""

    def __init__(self, bundle: Bundle, trust: Trust) -> None:
        self.bundle, self.trust, self.tree, self.newest = bundle, trust, Tree(), bundle.note("checkpoint")
        need(self.newest.size == bundle.size, f"the newest head is of {self.newest.size} events, not {bundle.size}")
        self.code, self.findings, self.counts, self.place = 0, list[dict[str, Any]](), dict[str, int](), tuple[Any, ...]()
        self.versions, self.position, self.time, self.seen = dict[str, int](), 0, 0, dict[str, int]()
        self.torn: set[str] = set()
        """Streams of which something is missing or changed: what rests on them is not judged."""
        self.covered, self.cited = dict[tuple[str, int, str], int](), set[tuple[str, str]]()
        self.keys, self.new_keys = list(trust.keys), list[tuple[int, Key]]()
        self.sound, self.unlike = 0, list[tuple[str, int, Note | None]]()
        older = (int(name[12:]) for name in bundle.hashes if name.startswith("checkpoints/"))
        self.sizes = {*older, *(size for size, _, _ in trust.heads)}
        self.rules = Rules(self)

    def say(self, code: str, **said: Any) -> None:
        """A finding, at the event that is looked at just now, if at any."""
        verdict, da, en = SAID[code]
        self.code, self.counts[code] = max(self.code, verdict), self.counts.get(code, 0) + 1
        if self.counts[code] <= SHOWN_MAX:
            told = {name: f"{value!s:.200}" for name, value in said.items()}
            at = dict(zip(("position", "stream", "version"), self.place, strict=False))
            words = {"da": da.format(**told), "en": en.format(**told)}
            self.findings.append({"code": code, "verdict": VERDICTS[verdict], **at, **words})

    def count(self, what: str) -> None:
        """Something that is told and is no finding."""
        self.counts[what] = self.counts.get(what, 0) + 1

    def run(self) -> "Check":
        self.foresee()
        self.read_events()
        self.place = ()
        for name in self.bundle.hashes:
            for _ in self.bundle.blocks(name) if not name.startswith(("events/", "texts/", "leaves.bin")) else ():
                pass
        papers = {name for name, told in self.bundle.hashes.items() if name.startswith("papers/") and name[7:] != told}
        for name in sorted(self.bundle.changed | papers):
            self.say("file", name=name)
        self.judge_heads()
        self.judge_signatures()
        return self

    def foresee(self) -> None:
        """What later events say of earlier ones: which texts may be missing, which keys follow, which decisions are cited."""
        for line in self.bundle.lines("events"):
            position, _, _, tag, _, state = (*line.split(b"\t", 5), b"", b"", b"", b"", b"")[:6]
            if tag.startswith((b"fund.", b"membership.")) or tag in FORESEEN:
                try:
                    self.cited |= {(meeting.decode(), decision.decode()) for meeting, decision in TAKEN.findall(state)}
                    event = from_json(state)["event"] if tag in FORESEEN else {}
                    if tag.startswith(b"log."): self.new_keys.append((int(position), Key.read(event["key"], 1)))
                    for each in event.get("places", [event["where"]] if "where" in event else []):
                        self.covered[each["of"], each["version"], each["field"]] = int(position)
                except (ValueError, KeyError, TypeError, AttributeError, RecursionError, Refused):
                    continue  # told when its turn comes

    def read_events(self) -> None:
        leaves, texts, chunk, base = self.bundle.blocks("leaves.bin", 32 * LEAVES_AT_ONCE), self.bundle.texts(), b"", 0
        text = next(texts)
        for position, row in self.bundle.rows():
            while position > base + len(chunk) // 32: base, chunk = self.tree.size, self.take_leaves(next(leaves))
            self.absent(position)
            opened = dict[str, tuple[bytes, bytes]]()
            while text[0] == position and len(opened) < TEXTS_OF_ONE_EVENT_MAX:
                opened[text[1]], text = text[2:], next(texts)
            need(text[0] > position, f"a text of event {text[0]}, which is not in the bundle")
            self.take(row, leaf_hash(row) == chunk[32 * (position - 1 - base) : 32 * (position - base)], opened)
        need(text[0] > self.bundle.size, f"a text of event {text[0]}, which is not in the bundle")
        self.absent(self.bundle.size + 1)
        for chunk in leaves: self.take_leaves(chunk)

    def absent(self, position: int) -> None:
        if self.bundle.is_whole and position > self.position + 1:
            self.place = (self.position + 1,)
            self.say("absent", first=self.position + 1, last=position - 1)

    def take_leaves(self, chunk: bytes) -> bytes:
        upto = self.tree.size + len(chunk) // 32
        for size, root in self.tree.take(chunk, [size for size in range(self.tree.size + 1, upto) if size in self.sizes]):
            self.compare(size, root)
        return chunk

    def take(self, row: list[bytes], is_sealed: bool, opened: dict[str, tuple[bytes, bytes]]) -> None:
        stream, version, time = row[1].decode(), int(row[2]), int(row[4])
        self.position, before = int(row[0]), self.versions.get(stream, 0)
        self.place = self.position, stream, version
        if version != before + 1 or not is_sealed: self.torn.add(stream)
        if not is_sealed: return self.say("leaf")
        is_told = {"leaf", "absent"} & self.counts.keys() or not (self.bundle.all_texts or version <= before)
        if version != before + 1 and not is_told: self.say("version", expected=before + 1)
        if time < self.time: self.say("time")
        self.versions[stream], self.time = version, time
        need(len(self.versions) <= STREAMS_MAX, "too many streams")
        code = "state"
        try:
            state = from_json(row[5])
            if opened or b'"box"' in row[5] or b"\\u" in row[5]: self.unseal(state["event"], stream, version, opened)
            code = "shape"
            self.rules.take(self.position, stream, version, row[3].decode(), time, state)
        except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OverflowError) as error:
            self.torn.add(stream)
            self.say(code, error=repr(error))

    def unseal(self, event: Any, stream: str, version: int, opened: dict[str, tuple[bytes, bytes]]) -> None:
        """Each sealed text is opened and fits, or its key may be gone; else it is lost, or kept back."""
        start = b"%b%b" % (len(stream).to_bytes(4, "big") + stream.encode(), version.to_bytes(8, "big"))
        for field, sealed in boxes_in(event, "", []):
            is_covered = self.covered.get((stream, version, field), 0) > self.position
            if field in opened:
                (salt, value), named = opened.pop(field), field.encode()
                ends = len(named).to_bytes(4, "big"), named, len(value).to_bytes(4, "big"), value
                said = sha256(b"klynge/commit/v1%b%b%b%b%b%b" % (salt, start, *ends)).digest()
                if said != a2b_base64(sealed, strict_mode=True) or len(salt) != 32: self.say("text", field=field)
                self.count("texts")
            elif is_covered or not self.bundle.all_texts: self.count("erased" if is_covered else "withheld")
            else: self.say("lost", field=field)
        for field in opened: self.say("stray", field=field)

    def compare(self, size: int, root: bytes) -> None:
        """A root as the leaves give it, beside what was said of it."""
        told: list[tuple[str, bytes, Note | None]] = [("head", held, head) for at, held, head in self.trust.heads if at == size]
        if (name := f"checkpoints/{size:010}") in self.bundle.hashes:
            told.append(("older", (note := self.bundle.note(name)).root, note))
            need(note.size == size, f"{name} is a head of {note.size} events")
        for kind, held, head in told + ([("newest", self.newest.root, self.newest)] if size == self.bundle.size else []):
            if held != root:
                self.unlike.append((kind, size, head))
                continue
            self.sound = self.sound if self.unlike else size
            for position, key in self.new_keys:
                # Trusted from the first head on that a trusted key signed and that covers the event which names it.
                if head is not None and position <= size and key not in self.keys and self.is_signed(head):
                    self.keys.append(key)

    def is_signed(self, note: Note) -> bool:
        try: return note.origin == self.trust.origin and any(note.signed_at(key) is not None for key in self.keys)
        except ValueError: return False

    def judge_heads(self) -> None:
        is_newest_sound = all(kind != "newest" for kind, _, _ in self.unlike)
        if not is_newest_sound: self.say("root", after=self.sound, until=self.unlike[0][1])
        for kind, size, note in self.unlike:
            if kind == "head": self.say("head", size=size)
            elif kind == "older" and is_newest_sound:
                self.say("fork" if note is not None and self.is_signed(note) else "older", size=size)
        for size, _, note in self.trust.heads:
            need(note is None or self.is_signed(note), f"your head of {size} events is not signed by a key you trust")
            if size > self.bundle.size: self.say("shorter", size=size, missing=size - self.bundle.size)
        for size in sorted(self.sizes):
            if size > self.bundle.size and (name := f"checkpoints/{size:010}") in self.bundle.hashes:
                need((note := self.bundle.note(name)).size == size, f"{name} is a head of {note.size} events")
                self.say("shorter" if self.is_signed(note) else "older", size=size, missing=size - self.bundle.size)

    def judge_signatures(self) -> None:
        is_signed = False
        if self.rules.is_story: self.count("times not judged")
        for organisation, key in [("", key) for key in self.keys] + self.trust.witnesses:
            try:
                at = self.newest.signed_at(key)
            except ValueError:
                self.say("forged", name=key.name)
                continue
            if at is not None and organisation:
                self.seen[organisation] = min(at, self.seen.get(organisation, at))
                if not self.rules.is_story and self.time > (at + LEEWAY) * 1_000_000: self.say("later", name=key.name)
            is_signed = is_signed or (at is not None and not organisation and self.newest.origin == self.trust.origin)
        if not is_signed: self.say("signature", origin=self.newest.origin)
        if len(self.seen) < self.trust.wanted or not self.trust.must <= {*self.seen}:
            missing = ", ".join(sorted(self.trust.must - {*self.seen})) or "–"
            self.say("unwitnessed", count=len(self.seen), wanted=self.trust.wanted, missing=missing)

def boxes_in(value: Any, path: str, found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Where within a value something is sealed, and what it is committed to."""
    for name, each in value.items() if type(value) is dict else enumerate(value):
        if type(each) is dict and "box" in each and "c" in each: found.append((f"{path}/{name}", each["c"]))
        elif each and type(each) in (dict, list): boxes_in(each, f"{path}/{name}", found)
    return found

FORESEEN = {b"person.erased", b"redaction.carried-out", b"log.checkpoint-key-changed"}
TAKEN = re.compile(rb'"type":"taken","meeting":"([^"]+)","decision":"([^"]+)"')

# --- rules for seats and money (docs/verify.md) ---

def kind_of(stream: str) -> str: return stream.split("/")[1]

def in_force(period: Facts, on: str) -> bool: return (period.get("from_on") or "") <= on < (period.get("ceases_on") or "~")

class Rules:
    """What each event says is judged by what stood before it. What rests on a stream that is not there, or torn, is not judged."""

    def __init__(self, check: Check) -> None:
        self.check, self.say, self.is_story, self.command, self.day, self.hour = check, check.say, True, (0, Facts()), "", -1
        self.begun = False
        self.seats, self.funds, self.offices, self.contacts = (Facts() for _ in range(4))
        self.applied, self.keys, self.ends, self.decisions = (Facts() for _ in range(4))
        self.known, self.allowed = set[tuple[str, str, str]](), set[tuple[str, ...]]()
        """Scope, seat, person: who ever sat there, in a body or at a meeting, or could be sent."""

    def take(self, position: int, stream: str, version: int, tag: str, time: int, state: Facts) -> None:
        event, by, (scope, kind, _) = state["event"], state["by"], stream.split("/")
        name = tag.removeprefix(f"{kind}.")
        is_newer = kind in JUDGED and (name not in JUDGED[kind].split() or state["v"] != 1)
        if time // 3_600_000_000 != self.hour:
            self.hour, self.day = time // 3_600_000_000, str(datetime.fromtimestamp(time // 1_000_000, COPENHAGEN).date())
        if state["correlation"] == position:
            self.command = position, by
            self.may_act(by, scope, "" if is_newer else kind, state)
        elif (state["correlation"], by) != self.command and (
                self.check.bundle.is_whole or state["correlation"] == self.command[0]):
            self.say("hand")
        elif (state["correlation"], by) != self.command: self.check.count("not judged")
        if kind == "fund":
            needed = [rule for rule, verbs in FUND_BY.items() if state["command"] in [f"fund.{verb}" for verb in verbs.split()]]
            follows = name == "earmark-released" or (name == "earmark-reduced" and state["correlation"] != position)
            is_theirs = by.get("rule") in needed or follows or not (needed or name in MOVES)
            is_theirs = is_theirs and (not str(by.get("rule")).endswith("-of-fund") or by.get("seat") == stream)
            if not is_theirs or not state["command"].startswith("fund."):
                self.say("office", command=state["command"], rule=by.get("rule"))
        if kind in JUDGED or kind == "cluster": self.allowed.clear()
        if is_newer:
            self.check.torn.add(stream)
            self.say("newer", tag=f"{tag} v{state['v']}")
        elif stream in self.check.torn: self.check.count("not judged")
        elif kind == "fund": self.funds.setdefault(stream, Fund(self)).post(version, name, event, state)
        elif kind == "membership": self.sit(scope, stream, name, event)
        else: self.note(scope, stream, tag, event)

    def note(self, scope: str, stream: str, tag: str, event: Facts) -> None:
        """What rules read of other streams."""
        place = stream, event.get("decision") if kind_of(stream) == "meeting" else ""
        match tag:
            case "log.opened": self.is_story = event["clock"] == "story"
            case "access.granted" | "access.withdrawn": self.offices[stream] = event if tag == "access.granted" else {}
            case "cluster.contact-named": self.contacts.setdefault(stream, []).append(event)
            case "cluster.dissolution-decided": self.ends[scope] = str(date.fromisoformat(event["ceases_on"]) - timedelta(1))
            case "application.submitted": self.applied[stream] = event["submitted_by"]
            case "application.taken-over": self.applied[stream] = event["carried"]["by"]
            case "financing-key.agreed": self.keys[stream, event["version"]] = {**event, "from_on": event.get("in_force_from_on")}
            case "financing-key.ended": self.keys[stream, event["version"]]["ceases_on"] = event["ceases_on"]
            case "meeting.seat-taken" | "meeting.apology-given":
                self.known.add((scope, event["seat"], event.get("sends") or event["person"]))
            case "meeting.registered-afterwards":
                self.known |= {(scope, each["seat"], each["person"]) for each in event.get("attended") or ()}
            case "meeting.decision-recorded" if place in self.check.cited:
                is_yes = event["outcome"]["type"] in YES or event["outcome"].get("outcome") in YES
                waits = {*(event.get("waits_for") or ())}
                self.decisions[place] = {"yes": is_yes, "day": event.get("decided_on"), "waits": waits, "stands": True}
            case "meeting.condition-met" | "meeting.decision-took-effect" if place in self.decisions:
                self.decisions[place]["waits"].discard(event["condition"])
            case "meeting.decision-fell" | "meeting.decision-superseded" if place in self.decisions:
                self.decisions[place]["stands"] = False

    def may_act(self, by: Facts, scope: str, kind: str, state: Facts) -> None:
        """Whoever gave a command held that day the seat or the office that it was given on."""
        rule, seat, person = by.get("rule", ""), by.get("seat"), by["person"]
        unfit = kind in GIVEN_BY and (rule not in GIVEN_BY[kind].split() or (rule == "init" and self.begun))
        self.begun = self.begun or rule != "init"
        if (rule, seat or "", person, scope, self.day) in self.allowed and not unfit: return
        days = {self.day, min(self.day, self.ends.get(scope, self.day))}
        held = [self.holds(rule, seat, person, day) for day in days] if seat else [rule in ("init", "timekeeper", "house")]
        if None in held and not unfit: self.check.count("not judged")
        elif unfit or not any(held): self.say("right", person=person, seat=seat, day=self.day, rule=rule)
        else: self.allowed.add((rule, seat or "", person, scope, self.day))

    def is_unknown(self, stream: str) -> bool:
        """Nobody can say what stands in it: it is torn, or kept back. Of a whole record nothing is: what is not there never was."""
        return stream in self.check.torn or (stream not in self.check.versions and not self.check.bundle.is_whole)

    def holds(self, rule: str, seat: str, person: str, day: str) -> bool | None:
        stream, _, name = seat.partition("#")
        if self.is_unknown(stream) or rule == "leader-of-initiative": return None
        if rule in ("attendee-of-body", "member-present", "substitute-of-body"):
            return (stream.partition("/")[0], name, person) in self.known
        if not name:
            kind = kind_of(stream)
            held = self.contacts.get(stream) or [self.offices.get(stream, {})]
            if kind == "fund": held = self.funds[stream].officers if stream in self.funds else []
            asked = person, None if kind == "cluster" else rule.removesuffix("-of-fund")
            return any((each.get("person"), each.get("office")) == asked and in_force(each, day) for each in held)
        before, sits, found = "", False, self.seats.get(seat, {"voice": None, "holders": [], "chairs": []})
        for each in found["holders"]:  # whoever sits from a day not stated does so after the one before
            sits = sits or (each["person"] == person and in_force({**each, "from_on": each.get("from_on") or before}, day))
            before = each.get("ceases_on") or before
        voice = {"secretariat-of-body": "secretariat", "member-of-body": "vote"}.get(rule)
        return sits and (found["voice"] == voice or (not voice and any(in_force(each, day) for each in found["chairs"])))

    def sit(self, scope: str, stream: str, name: str, event: Facts) -> None:
        """Who sits where: one holder of a seat on any day, while the seat is there, by a decision that stands."""
        place, first, end = f"{stream}#{event.get('seat')}", event.get("from_on") or self.day, event.get("ceases_on") or "~"
        if event.get("decision") and name in ("seat-filled", "chair-taken", "substitute-named"): self.decided([event["decision"]])
        if name == "seat-opened": self.seats[place] = {"voice": event["voice"], "holders": [], "chairs": [], "ceases_on": "~"}
        if name == "substitute-named": self.known |= {(scope, each, event["person"]) for each in event["stands_for"]}
        if place not in self.seats: return
        seat, holders = self.seats[place], self.seats[place]["holders"]
        its = [each for each in holders if each["person"] == event.get("person")]
        match name:
            case "seat-closed": seat["ceases_on"] = end
            case "seat-filled":
                first, others = min(first, end), [(each.get("from_on"), each.get("ceases_on") or "~") for each in holders]
                meets = any((since or min(self.day, over)) < end and first < over for since, over in others)
                if end > seat["ceases_on"] or meets: self.say("seat", seat=place)
                holders.append(dict(event))
                self.known.add((scope, event["seat"], event["person"]))
            case "seat-vacated" if end == "~": holders.remove(its[-1])
            case "seat-vacated":
                for each in its: each["ceases_on"] = min(each.get("ceases_on") or "~", end)
                holders[:] = [each for each in holders if each not in its or (each.get("from_on") or "") < each["ceases_on"]]
            case "chair-taken": seat["chairs"].append({"from_on": event.get("from_on")})
            case "chair-left":
                end = event.get("ceases_on") or self.day
                for each in seat["chairs"]: each["ceases_on"] = min(each.get("ceases_on") or "~", end)
        holders.sort(key=lambda each: each.get("ceases_on") or "~")

    def decided(self, decisions: Sequence[Facts], waits: set[str] | None = None) -> list[Facts]:
        """One at least of the decisions that are cited says yes and stands; of what is held none has fallen, or waits for more."""
        taken = [each for each in decisions if each["type"] == "taken"]
        found = [self.decisions.get((each["meeting"], each["decision"]), {}) for each in taken]
        stand = [each for each in found if each and each["stands"] and each["waits"] <= (waits or set())]
        yes = stand if waits is not None else [each for each in stand if each["yes"]]
        if any(self.is_unknown(each["meeting"]) for each in taken):
            self.check.count("not judged")
        elif (not yes if waits is None else yes != found) and (taken or not decisions):
            self.say("undecided", decisions=", ".join(f"{each['meeting']}#{each['decision']}" for each in taken) or "–")
        return found

class Fund:
    """The accounts of one fund in whole øre, and what its rules read."""

    def __init__(self, rules: Rules) -> None:
        self.rules, self.say, self.officers, self.closed, self.confirmed = rules, rules.say, list[Facts](), set[str](), (0, Facts())
        self.accounts, self.held, self.wishes, self.postings, self.applications = (Facts() for _ in range(5))
        self.threshold = 0
        """From which amount on it takes two."""

    def post(self, version: int, name: str, event: Facts, state: Facts) -> None:
        """Legs sum to zero, are those of what is told, take nothing that is not there, and leave closed years alone."""
        legs, before = [(each["account"], each["amount_oere"]) for each in event.get("legs") or ()], self.accounts
        moved = without_noughts({of: sum(oere for account, oere in legs if account == of) for of, _ in legs})
        self.accounts = before | {account: before.get(account, 0) + oere for account, oere in moved.items()} if moved else before
        if sum(moved.values()) or len(legs) == 1 or any(type(oere) is not int or abs(oere) > OERE_MAX for _, oere in legs):
            self.say("zero")
        for account in moved:
            if account.startswith(OWN) and self.accounts[account] < 0: self.say("below", account=account)
        years = {year for account in moved if account.startswith(YEARLY) for year in re.findall(r"\d{4}", account)}
        if self.closed & {*years, str(event.get("booked_on"))[:4]}: self.say("closed")
        amount = next((event[each] for each in AMOUNTS if event.get(each)), 0)
        if name in MOVES:
            sides = [each.split("|") for each in MOVES[name].format_map(event).split(" > ")]
            fits = [of for of, oere in moved.items() for each in sides[oere > 0] if each in (of, of.partition(":")[0] + ":")]
            if len(fits) < len(moved) or sum(oere for oere in moved.values() if oere > 0) != amount:
                self.say("moved", account=", ".join(moved) or "–")
        if moved: self.postings[version] = moved, name, event
        self.judge(name, event, state, amount, moved, before)

    def takes_two(self, of: str, amount: int, state: Facts) -> None:
        """What one person did alone may one person do; what a second confirmed is what the first wanted."""
        correlation, wish = self.confirmed
        is_so = correlation == state["correlation"]
        is_so = is_so and all(state["event"].get(each) == wish[each] for each in WISHED if wish.get(each))
        if not (is_so if state["command"] == "fund.confirm" else amount < self.threshold): self.say("eyes", of=of)

    def judge(self, name: str, event: Facts, state: Facts, amount: int, moved: Facts, before: Facts) -> None:
        person, rules, earmark, grant = state["by"]["person"], self.rules, event.get("earmark"), event.get("allocation", "")
        held, volume = self.held.get(earmark), sum(oere for oere in moved.values() if oere > 0)
        if event.get("registered_by", person) != person: self.say("eyes", of=earmark or event.get("registration"))
        if name == "threshold-set": rules.decided([event["decision"]])
        elif name == "earmark-reduced": rules.decided([event["decision"]], set())
        elif "decisions" in event: rules.decided(event["decisions"], {*event["waits"]} if name == "earmarked" else None)
        match name:
            case "officer-named":
                others = [each for each in self.officers if any(each[of] != event[of] for of in ("person", "office"))]
                self.officers = [*others, event]
            case "threshold-set": self.threshold = amount
            case "earmark-announced": self.held[earmark] = {"waits": {*event["waits"]}}
            case "earmarked":
                if earmark in self.held and (not held or "legs" in held): self.say("twice", earmark=earmark)
                if amount >= self.threshold and not event["second_person"]: self.say("eyes", of=earmark)
                self.held[earmark] = {**event, "waits": {*event["waits"]}}
            case "condition-met" if held: held["waits"].discard(event["condition"])
            case "earmark-reduced" if held: held["amount_oere"] -= amount
            case "earmark-released" | "earmark-reduced":
                if not held or held.get("amount_oere", 0) != amount: self.say("twice", earmark=earmark)
                self.held[earmark] = None
            case "allocated":
                self.applications[grant] = event["application"]
                if not earmark: self.takes_two(grant, amount, state)
                elif not held or held["waits"] or held["second_person"] or held["amount_oere"] != amount:
                    self.say("twice", earmark=earmark)
                self.held[earmark or grant] = None
            case "registration-made": self.wishes[event["registration"]] = event
            case "second-person-confirmed":
                made = self.wishes.pop(event["of"], None) or self.held.get(event["of"]) or {}
                wish = made.get("wish", {})
                told = self.postings[wish["reverses"]][2] if "reverses" in wish else {**made, **wish}
                application = told.get("application") or self.applications.get(told.get("allocation"))
                if person in (made.get("registered_by", person), rules.applied.get(application)):
                    self.say("eyes", of=event["of"])
                self.confirmed, made["second_person"] = (state["correlation"], wish), False
            case "paid": self.takes_two(grant, amount, state)
            case "opened-with": self.takes_two(name, OERE_MAX, state)
            case "reversed":
                was, kind, told = self.postings.pop(event["reverses"], ({}, "", {}))
                if {account: -oere for account, oere in moved.items()} != was: self.say("mirror", reverses=event["reverses"])
                self.takes_two(name, volume, state)
                if kind == "earmark-reduced": self.held[told["earmark"]]["amount_oere"] += told["amount_oere"]
                elif told.get("earmark"): self.held[told["earmark"]] = told if kind == "allocated" else None
            case "contribution-shared":
                days = [rules.decisions.get((each["meeting"], each["decision"]), {}).get("day") for each in event["decisions"]]
                key, told = rules.keys.get((event["key"], event["version"])), [each["amount_oere"] for each in event["shares"]]
                if key is None or (all(days) and not in_force(key, max(days))): self.say("key", key=event["key"])
                elif told != split(amount, [each["weight"] for each in key["shares"]]): self.say("split", key=event["key"])
            case "wound-up":
                if any(oere for account, oere in self.accounts.items() if account.startswith(OWN)): self.say("closing")
            case "year-closed":
                told, year = {each["account"]: each["amount_oere"] for each in event["balances"]}, str(event["year"])
                if without_noughts(before) != without_noughts(told) or before.get(f"fri:{year}") or year in self.closed:
                    self.say("closing")
                its = [abs(oere) for account, oere in before.items() if account.startswith(YEARLY) and year in account]
                self.takes_two(year, max(its, default=0), state)
                self.closed.add(year)
            case "taken-over":
                self.applications |= {each["allocation"]: each.get("application") for each in event["allocations"]}
                self.held |= {each["earmark"]: {"waits": {*each["waits"]}} for each in event.get("announced") or ()}

def without_noughts(balances: Facts) -> Facts: return {account: oere for account, oere in balances.items() if oere}

def split(total: int, weights: Sequence[int]) -> list[int]:
    """By largest remainder; who stands first takes the odd øre of a tie."""
    parts = [divmod(total * weight, sum(weights)) for weight in weights]
    first = sorted(range(len(parts)), key=lambda at: -parts[at][1])[: total - sum(part for part, _ in parts)]
    return [part + (at in first) for at, (part, _) in enumerate(parts)]

OWN, YEARLY = ("fri:", "betinget:", "bevilget:"), ("fri:", "tilskud:", "overført:")
AMOUNTS = "amount_oere", "unspent_oere", "total_oere", "residual_oere"
WISHED = "allocation", "amount_oere", "to_party", "booked_on", "voucher", "reverses", "year"
MOVES = {
    "grant-received": "tilskud:{year} > fri:{year}", "carried-over": "fri:{from_year} > fri:{to_year}", "wound-up": "fri: > part:",
    "contribution-shared": "part: > fri:", "earmarked": "fri:{year} > betinget:{earmark}",
    "earmark-reduced": "betinget:{earmark} > fri:", "earmark-released": "betinget:{earmark} > fri:",
    "allocated": "fri:{year}|betinget:{allocation} > bevilget:{allocation}",
    "allocation-closed": "bevilget:{allocation} > fri:{year}",
    "paid": "bevilget:{allocation} > udbetalt:{allocation}", "repaid": "tilbagebetalt:{allocation} > bevilget:{allocation}|fri:",
    "opened-with": "åbning|fri:{year} > fri:{year}|bevilget:{allocation}",
}
JUDGED = {
    "fund": "opened earmark-announced registration-made second-person-confirmed no-grant-noted balance-asserted year-closed "
    "reversed condition-met officer-named threshold-set criteria-set ceiling-set frames-set handed-over taken-over "
    + " ".join(MOVES),
    "membership": "seat-opened seat-closed seat-filled seat-vacated chair-taken chair-left substitute-named substitute-ended "
    "nominations-called", "access": "granted withdrawn", "financing-key": "agreed ended",
}
GIVEN_BY = {
    "access": "administrator chair-of-body init", "log": "house init", "financing-key": "secretariat-of-body",
    "membership": "administrator contact-of-party secretariat-of-body",
    "fund": "chair-of-body confirmer-of-fund registrar-of-fund secretariat-of-body timekeeper",
    "meeting": "attendee-of-body chair-of-body member-present secretariat-of-body substitute-of-body",
    "cluster": "administrator chair-of-body contact-of-party secretariat-of-body",
    "application": "contact-of-party member-of-body secretariat-of-body",
}
"""Of what rules rest on: by which seats and offices it is given."""
YES = {"approved", "decided", "approved-conditionally", "approved-with-remark", "appoints", "delegates", "establishes-body"}
FUND_BY = {
    "confirmer-of-fund": "confirm", "chair-of-body": "name-officer set-threshold wind-up",
    "registrar-of-fund": "allocate assert-balance carry-over close-allocation close-year earmark open-with pay receive-grant "
    "reduce register repay reverse share-contribution",
}

# --- what is told ---

SAID = {
    "file": (40, "{name} er ikke den fil, som manifestet nævner.", "{name} is not the file that the manifest names."),
    "leaf": (40, "Hændelsen er ændret, siden den blev forseglet.", "The event is changed since it was sealed."),
    "absent": (40, "Hændelse {first} til {last} er fjernet.", "Events {first} to {last} have been removed."),
    "version": (40, "Her skulle nr. {expected} i strømmen stå.", "Number {expected} of the stream should stand here."),
    "state": (40, "Indholdet kan ikke læses: {error}.", "Its content cannot be read: {error}."),
    "text": (40, "Teksten {field} er ikke den, der er forseglet.", "The text {field} is not the one that was sealed."),
    "stray": (40, "Der er en tekst til {field}, som ikke er forseglet.", "There is a text for {field}, which is not sealed."),
    "root": (40, "Protokollen er ændret mellem hændelse {after} og {until}: roden passer ikke.",
             "The record is changed between events {after} and {until}: the root does not fit."),
    "signature": (40, "Ingen nøgle, du har tillid til, har underskrevet {origin}.", "No key that you trust has signed {origin}."),
    "forged": (40, "Underskriften fra {name} passer ikke.", "The signature of {name} does not fit."),
    "older": (40, "Det ældre hoved på {size} hændelser er falsk.", "The older head of {size} events is false."),
    "shape": (35, "Hændelsen passer ikke til det, der gik forud: {error}.", "The event does not fit what went before: {error}."),
    "time": (35, "Tiden går baglæns.", "Time runs backwards."),
    "later": (35, "Registreret, efter at {name} bevidnede det.", "Recorded after {name} witnessed it."),
    "hand": (35, "Hændelsen hører til en anden persons handling.", "The event belongs to what somebody else did."),
    "right": (35, "{person} havde ikke {seat} den {day} ({rule}).", "{person} did not hold {seat} on {day} ({rule})."),
    "office": (35, "{rule} giver ikke ret til {command}.", "{rule} gives no right to {command}."),
    "seat": (35, "Pladsen {seat} er besat eller nedlagt i de dage.", "The seat {seat} is held or closed on those days."),
    "undecided": (35, "Ingen gældende beslutning ligger bag: {decisions}.", "No decision that stands is behind it: {decisions}."),
    "zero": (35, "Posteringen går ikke op i nul i hele øre.", "The posting does not sum to zero in whole øre."),
    "below": (35, "{account} er under nul.", "{account} is below zero."),
    "moved": (35, "Posteringen flytter andet, end den siger: {account}.", "The posting moves other money than it says: {account}."),
    "closed": (35, "Der er bogført i et lukket år.", "Something is booked in a closed year."),
    "twice": (35, "Øremærkningen {earmark} er afgjort to gange, for tidligt eller med et andet beløb.",
              "The earmark {earmark} is resolved twice, too early, or with another amount."),
    "eyes": (35, "{of} mangler en anden person, der hverken har registreret eller søgt.",
             "{of} lacks a second person, who neither registered nor applied."),
    "mirror": (35, "Tilbageførslen er ikke spejlet af hændelse {reverses}.", "The reversal is not the mirror of event {reverses}."),
    "key": (35, "{key} gjaldt ikke på beslutningens dag.", "{key} did not apply on the day of the decision."),
    "split": (35, "Beløbet er ikke fordelt efter {key}.", "The amount is not shared by {key}."),
    "closing": (35, "Regnskabet stemmer ikke ved afslutningen.", "The books do not agree where they are closed."),
    "fork": (30, "Et underskrevet hoved på {size} hændelser har en anden rod.", "A signed head of {size} events has another root."),
    "head": (30, "Dit hoved på {size} hændelser har en anden rod: historien er skrevet om.",
             "Your head of {size} events has another root: history was rewritten."),
    "shorter": (30, "Der er et hoved på {size} hændelser; {missing} mangler.", "There is a head of {size} events; {missing} lack."),
    "lost": (20, "Teksten {field} mangler, og ingen sletning dækker den.", "The text {field} is lost, and no erasure covers it."),
    "newer": (20, "{tag} kendes ikke her: brug en nyere udgave.", "{tag} is not known here: use a newer edition."),
    "unwitnessed": (10, "Bevidnet af {count} organisationer af {wanted}; mangler: {missing}.",
                    "Witnessed by {count} organisations of {wanted}; missing: {missing}."),
}

def main() -> None:
    """`klynge-verify`."""
    import argparse
    parser = argparse.ArgumentParser(prog="klynge-verify", description="Verify a bundle of a Klynge record, offline.")
    parser.add_argument("bundle", help="the folder")
    parser.add_argument("--trust", required=True, help="your own trust file (TOML)")
    parser.add_argument("--head", action="append", default=[], help="a head that you hold: a note's file, or an older bundle")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    given, told, code = parser.parse_args(), Facts(), REFUSED
    try: check = Check(Bundle(given.bundle), Trust(given.trust, given.head)).run()
    except Refused as refused: told, lines = {"code": code, "reason": str(refused)}, [f"AFVIST / REFUSED: {refused}"]
    else:
        newest, code, bundle = check.newest, check.code, check.bundle
        when = {of: datetime.fromtimestamp(min(at, 2**37), UTC) for of, at in sorted(check.seen.items())}
        seen = ", ".join(f"{of} {at:%F %TZ}" for of, at in when.items()) or "–"
        whose, da, en = f"{bundle.events} / {newest.size} ({bundle.scope} {bundle.named})", *(
            ("alle tekster", "all texts") if bundle.all_texts else ("nogle tekster", "some texts"))
        told = {"verdict": VERDICTS[code], "code": code, "origin": newest.origin, "size": newest.size, "root": newest.root.hex(),
                "witnesses": sorted(check.seen), "seen_at": check.seen, "scope": bundle.scope, "name": bundle.named,
                "events": bundle.events, "all_texts": bundle.all_texts, "counts": check.counts, "findings": check.findings}
        lines = [" / ".join(VERDICTS[code]), f"{newest.origin}, {newest.size}: {newest.root.hex()} ({seen})",
                 f"Forelagte hændelser / events shown: {whose}, {da} / {en}"]
        for each in check.findings:
            where = f"{each['position']} ({each.get('stream', '–')} nr. {each.get('version', '–')}): " if "position" in each else ""
            lines += [f"- {each['verdict'][0]}: {where}{each['da']}", f"  {each['en']}"]
        lines += [f"{name}: {count}" for name, count in sorted(check.counts.items())]
    # What a bundle says may neither move the cursor nor begin a line: it would write a verdict of its own.
    lines = ["".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in line) for line in lines]
    sys.stdout.write((json.dumps(told) if given.json else "\n".join(lines)) + "\n")
    sys.exit(code)

if __name__ == "__main__": main()

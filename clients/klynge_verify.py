# fmt: off
"""Verify a bundle of a Klynge record offline (docs/verify.md). Standard library only. What a function is for stands behind it."""
import argparse, functools, json, os, re, sys, tomllib, zoneinfo
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256, sha512
from typing import Any, NamedTuple
FORMAT, REFUSED, COPENHAGEN = "klynge-bundle/1", 2, zoneinfo.ZoneInfo("Europe/Copenhagen")
VERDICTS = {0: ("BEVIDNET", "WITNESSED"), 10: ("UNDERSKREVET", "UNWITNESSED"), 20: ("UFULDSTÆNDIG", "INCOMPLETE"),
            30: ("AFVIGER", "DIVERGES"), 35: ("REGELBRUD", "RULE BROKEN"), 40: ("BRUDT", "BROKEN")}
FILES_MAX, MANIFEST_BYTES_MAX, NOTE_BYTES_MAX, LINE_BYTES_MAX, SIGNATURES_MAX = 200_000, 64 * 2**20, 2**16, 16 * 2**20, 64
STREAMS_MAX, MANY_MAX, SHOWN_MAX, BLOCK, OERE_MAX, LEEWAY_S = 5_000_000, 10_000, 100, 2**20, 10**15, 300  # MANY: heads, people
UNREADABLE = OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError
Facts = dict[Any, Any]
from_json = json.JSONDecoder(parse_constant=int).decode  # refuses NaN and Infinity
class Refused(Exception): pass  # what was given cannot be read as a bundle or as a trust file: no verdict
def need(sound: Any, why: str) -> None:
    if not sound: raise Refused(why)
# ----- Ed25519 (RFC 8032), verifying only -----------------------------------------------------------------------------------------
P, L, BASE = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493, b"\x58" + b"\x66" * 31
D = -121665 * pow(121666, -1, P) % P
Point = tuple[int, int, int, int]  # X, Y, Z, T: x = X/Z, y = Y/Z, xy = T/Z
def point(octets: bytes) -> Point:  # raises ValueError where no point of the curve is written so
    sign, y = divmod(int.from_bytes(octets, "little"), 2**255)
    x = pow(square := (y * y - 1) * pow(D * y * y + 1, -1, P) % P, (P + 3) // 8, P)
    if x * x % P != square: x = x * pow(2, (P - 1) // 4, P) % P
    if len(octets) != 32 or y >= P or x * x % P != square or (x == 0 and sign): raise ValueError("no point")
    x = P - x if x % 2 != sign else x
    return x, y, 1, x * y % P
def add(p: Point, q: Point) -> Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    return (b - a) * (d - c) % P, (d + c) * (b + a) % P, (d - c) * (d + c) % P, (b - a) * (b + a) % P
def times(number: int, p: Point) -> Point:  # bit by bit: twice, and once more
    return functools.reduce(lambda q, bit: add(add(q, q), p) if bit == "1" else add(q, q), f"{number:b}", (0, 1, 1, 0))
def verify_ed25519(key: bytes, message: bytes, signature: bytes) -> bool:  # whether S times the base is R and k times the key
    try: base, r, public, s = point(BASE), point(signature[:32]), point(key), int.from_bytes(signature[32:], "little")
    except ValueError: return False
    if len(signature) != 64 or s >= L: return False
    k = int.from_bytes(sha512(signature[:32] + key + message).digest(), "little") % L
    one, other = times(s, base), add(r, times(k, public))
    return all(one[axis] * other[2] % P == other[axis] * one[2] % P for axis in (0, 1))
# ----- the tree (RFC 9162) --------------------------------------------------------------------------------------------------------
def framed(said: bytes) -> bytes: return len(said).to_bytes(4, "big") + said
def leaf_hash(fields: Sequence[bytes]) -> bytes:  # of position, stream, version, tag, recorded_at and state, as a line has them
    return sha256(b"\0klynge/v1\n" + b"".join([len(each).to_bytes(4, "big") + each for each in fields])).digest()
def node(left: bytes, right: bytes) -> bytes: return sha256(b"\1" + left + right).digest()
class Tree:  # of all leaves so far: the roots of its complete subtrees, the largest first
    def __init__(self) -> None: self.size, self.parts = 0, list[bytes]()
    def take(self, leaf: bytes) -> None:
        at = self.size = self.size + 1
        while not at & 1: at, leaf = at >> 1, node(self.parts.pop(), leaf)
        self.parts.append(leaf)
    def root(self) -> bytes: return functools.reduce(lambda right, left: node(left, right), reversed(self.parts))
# ----- notes, keys and trust (C2SP signed-note, tlog-checkpoint, tlog-cosignature) ------------------------------------------------
NOTE = re.compile(r"\A((.+)\n(0|[1-9][0-9]{0,18})\n(.{44})\n(?:.*\n)*)\n((?:— [^ \n]+ [^ \n]+\n){1," f"{SIGNATURES_MAX}" r"})\Z")
def exact(text: str, length: int) -> bytes:  # base64 of its length, as it is written in one way only; raises ValueError
    found = b64decode(text, validate=True)
    if b64encode(found).decode() != text or length not in (0, len(found)): raise ValueError("no base64 of its length")
    return found
class Key(NamedTuple("Key", [("name", str), ("number", bytes), ("algorithm", int), ("public", bytes)])):  # 1: log, 4: witness
    @classmethod
    def read(cls, text: str, algorithm: int) -> "Key":
        name, number, rest = text.split("+", 2)
        body = exact(rest, 33)
        fits = body[0] == algorithm and sha256(f"{name}\n".encode() + body).digest()[:4].hex() == number
        need(fits, f"not a key of its kind, or its number is another's: {name:.100}")
        return cls(name, bytes.fromhex(number), body[0], body[1:])
class Note(NamedTuple("Note", [("text", str), ("origin", str), ("size", int), ("root", bytes), ("lines", list[Any])])):  # a head
    @classmethod
    def read(cls, said: bytes, what: str) -> "Note":
        try:
            need(len(said) <= NOTE_BYTES_MAX and min(said.replace(b"\n", b" "), default=0) >= 32, f"no signed head: {what}")
            [(text, origin, size, root, under)] = NOTE.findall(said.decode())
            lines = [(name, exact(line, 0)[:4], exact(line, 0)[4:]) for name, line in re.findall("— (.+) (.+)\n", under)]
            return cls(text, origin, int(size), exact(root, 32), lines)
        except ValueError as error: raise Refused(f"no signed head: {what}") from error
    def signed_at(self, key: Key) -> int | None:  # when first; 0: no time; None: not at all; ValueError: it does not fit
        found = list[int]()
        for body in [body for name, number, body in self.lines if (name, number) == key[:2]]:
            time, signature = (body[:8], body[8:]) if key.algorithm == 4 else (b"", body)
            at = int.from_bytes(time, "big")
            said = f"cosignature/v1\ntime {at}\n{self.text}" if time else self.text
            if at >> 53 or not verify_ed25519(key.public, said.encode(), signature): raise ValueError(key.name)
            found.append(at)
        return min(found, default=None)
class Trust:  # the auditor's own file: whose keys are believed, who must have seen a head, which heads are held from before
    def __init__(self, path: str, heads: Sequence[str]) -> None:
        try:
            with open(path, "rb") as file: said = tomllib.load(file)
            quorum, held, witnesses = said.get("quorum", {}), said.get("head", []), said.get("witness", [])
            for words, parts in (("origin keys witness quorum head", [said]), ("organisations must", [quorum]),
                                 ("size root note", held), ("organisation key url", witnesses)):
                need(all(set(part) <= set(words.split()) for part in parts), "the trust file has a word that nobody knows")
            self.origin, self.keys = str(said["origin"]), [Key.read(each, 1) for each in said.get("keys", ())]
            self.witnesses = [(each["organisation"], Key.read(each["key"], 4)) for each in witnesses]
            self.wanted, self.must = max(1, int(quorum.get("organisations", 1))), set(quorum.get("must", ()))
            need(all(("note" in each) != ("size" in each) for each in held), "a head is a note's file, or size and root")
            of = {key.public: organisation for organisation, key in self.witnesses}
            need(all(of[key.public] == organisation for organisation, key in self.witnesses), "two organisations have one key")
            need((self.wanted <= len({*of.values()}) and self.must <= {*of.values()}) or not (of or self.must), "too few witnesses")
            self.heads: list[Any] = [(int(each["size"]), exact(each["root"], 32), None) for each in held if "note" not in each]
            for head in (*heads, *(os.path.join(os.path.dirname(path), each["note"]) for each in held if "note" in each)):
                with open(os.path.join(head, "checkpoint") if os.path.isdir(head) else head, "rb") as file:
                    note = Note.read(file.read(NOTE_BYTES_MAX + 1), head)
                self.heads.append((note.size, note.root, note))
            need(all(size > 0 for size, _, _ in self.heads), "a head that you hold is of no events")
        except UNREADABLE as error: raise Refused(f"the trust file or a head cannot be used: {error!r:.200}") from error
NAMES = re.compile(r"manifest\.json|checkpoint|checkpoints/\d{10}|leaves\.bin|(events|texts)/\d{7}\.tsv|papers/[0-9a-f]{64}"
                   r"|schemas/[a-z0-9.-]{1,120}\.json|sentences\.json|README(\.da)?\.md")
STREAM = rb"[a-z0-9-]{1,80}/[a-z-]{1,40}/[a-z0-9-]{1,80}"
ROWS = {"events": re.compile(rb"(\d{1,19})\t(%b)\t(\d{1,19})\t([^\t]{1,99})\t(\d{1,20})\t([^\t]+)" % STREAM),  # docs/bundle.md
        "texts": re.compile(rb"(\d{1,19})\t([^\t]+)\t([A-Za-z0-9+/]{43}=)\t([^\t]*)")}
class Bundle:  # a folder: what its manifest promises, and the files that must keep it; links and odd names are refused unread
    def __init__(self, root: str) -> None:
        self.root, self.changed = root, set[str]()
        try:
            there = dict(self.found(""))
            need(there.pop("manifest.json", 0) <= MANIFEST_BYTES_MAX, "the manifest is too large")
            with open(os.path.join(root, "manifest.json"), "rb") as file: said = json.loads(file.read())
            need(said["format"] == FORMAT, f"the format is {said['format']!r:.100}, and this program reads {FORMAT}")
            listed = {each["path"]: each["bytes"] for each in said["files"]}
            self.hashes = {each["path"]: each["sha256"] for each in said["files"]}
            self.size, self.events, self.all_texts = said["size"], said["events"], {"all": True, "as": False}[said["texts"]]
            self.scope, self.named = said["scope"]["kind"], f"{said['scope']['name']!s:.200}"
            self.is_whole = self.all_texts and self.scope == "all"
        except UNREADABLE as error: raise Refused(f"no bundle that can be read: {error!r:.200}") from error
        odd = [name for name in {*listed, *there} if listed.get(name) != there.get(name)]
        need(not odd and len(listed) == len(said["files"]), f"the manifest and the files do not agree: {odd!r:.200}")
        need(type(self.size) is int and there.get("leaves.bin") == 32 * self.size > 0 and "checkpoint" in there, "leaves lack")
    def found(self, under: str) -> Iterator[tuple[str, int]]:  # each file's name and length
        for count, each in enumerate(os.scandir(os.path.join(self.root, under))):
            name, is_file = f"{under}{each.name}", each.is_file(follow_symlinks=False)
            if each.is_dir(follow_symlinks=False) and not under: yield from self.found(f"{name}/")
            else:
                need(is_file and NAMES.fullmatch(name) and count < FILES_MAX, f"no file of a bundle: {name!r:.200}")
                yield name, each.stat(follow_symlinks=False).st_size
    def blocks(self, name: str) -> Iterator[bytes]:  # whether it is the file that the manifest names is known at its end
        digest = sha256()
        with open(os.path.join(self.root, name), "rb") as file:
            while block := file.read(BLOCK):
                digest.update(block)
                yield block
        if digest.hexdigest() != self.hashes[name]: self.changed.add(name)
    def note(self, name: str) -> Note: return Note.read(next(self.blocks(name), b""), name)
    def rows(self, folder: str, only: Any = None) -> Iterator[tuple[int, tuple[bytes, ...]]]:  # position and columns, in order
        names = sorted(name for name in self.hashes if name.startswith(f"{folder}/"))
        need(names == [f"{folder}/{at:07}.tsv" for at in range(1, len(names) + 1)], f"{folder} is not numbered 1, 2 …")
        fits, is_text, before, field = ROWS[folder].fullmatch, folder == "texts", 0, b""
        for name in names:
            rest = b""
            for block in self.blocks(name):
                *lines, rest = (rest + block).split(b"\n")
                need(len(rest) <= LINE_BYTES_MAX, f"a line of {name} is too long")
                for line in filter(only, lines) if only else lines:
                    if not (row := fits(line)): raise Refused(f"{name} after event {before}: a line that is none")
                    position, columns = int(row[1]), row.groups()
                    follows = before < position or (is_text and before == position and field < columns[1])
                    if not follows or position > self.size: raise Refused(f"{name} is not in order after event {before}")
                    before, field = position, columns[1]
                    yield position, columns
            need(not rest, f"{name} ends in the middle of a line")
AHEAD = re.compile(rb"(?:[^\t]+\t){3}(fund\.|membership\.|cluster\.|person\.erased\t|redaction\.carried-out\t|log\.checkpoint)")
TAKEN = re.compile(rb'"type":"taken","meeting":"([^"]+)","decision":"([^"]+)"')
def boxes_in(value: Any, path: str, found: list[Any]) -> list[Any]:  # where within a value something is sealed, and its commitment
    for name, each in value.items() if type(value) is dict else enumerate(value):
        if type(each) is dict and "box" in each and "c" in each: found.append((f"{path}/{name}", each["c"]))
        elif each and type(each) in (dict, list): boxes_in(each, f"{path}/{name}", found)
    return found
class Check:  # one bundle, from end to end: every finding is kept; the worst is the verdict
    def __init__(self, bundle: Bundle, trust: Trust) -> None:
        self.bundle, self.trust, self.tree, self.newest = bundle, trust, Tree(), bundle.note("checkpoint")
        need(self.newest.size == bundle.size, f"the newest head is of {self.newest.size} events, not {bundle.size}")
        self.code, self.findings, self.counts, self.place = 0, list[dict[str, Any]](), dict[str, int](), tuple[Any, ...]()
        self.versions, self.position, self.time, self.seen = dict[str, int](), 0, 0, Facts()
        self.covered, self.cited = dict[tuple[str, int, str], int](), set[tuple[str, str]]()
        self.torn, self.keys, self.new_keys = set[str](), list(trust.keys), list[tuple[int, Key]]()  # torn: not whole, not judged
        self.sound, self.unlike = 0, list[tuple[str, int, Note | None]]()  # the largest head that fits; those that do not
        older = (int(name[12:]) for name in bundle.hashes if name.startswith("checkpoints/"))
        self.sizes, self.rules = {bundle.size, *older, *(size for size, _, _ in trust.heads)}, Rules(self)
        need(len(self.sizes) <= MANY_MAX, "too many heads")
    def say(self, code: str, **said: Any) -> None:  # a finding, at the event that is looked at just now, if at any
        verdict, *words = SAID[code]
        self.count(code)
        self.code = max(self.code, verdict)
        if self.counts[code] <= SHOWN_MAX:
            da, en = (each.format(**{name: f"{value!s:.200}" for name, value in said.items()}) for each in words)
            at = dict(zip(("position", "stream", "version"), self.place, strict=False))
            self.findings.append({"code": code, "verdict": VERDICTS[verdict], **at, "da": da, "en": en})
    def count(self, what: str) -> None: self.counts[what] = self.counts.get(what, 0) + 1
    def run(self) -> "Check":
        for step in (self.foresee, self.read_events, self.judge_files, self.judge_heads, self.judge_signatures): step()
        return self
    def foresee(self) -> None:  # which texts may be missing, which keys follow, which decisions are cited: later events say
        for position, (_, _, _, tag, _, state) in self.bundle.rows("events", AHEAD.match):
            if tag.startswith((b"fund.", b"membership.", b"cluster.")):
                self.cited |= {(meeting.decode(), decision.decode()) for meeting, decision in TAKEN.findall(state)}
            else:
                try:
                    event = from_json(state.decode())["event"]
                    if tag.startswith(b"log."): self.new_keys.append((position, Key.read(event["key"], 1)))
                    for it in event.get("places") or [event["where"]]: self.covered[it["of"], it["version"], it["field"]] = position
                except (*UNREADABLE, Refused): pass  # told when its turn comes
            need(len(self.covered) + len(self.cited) <= STREAMS_MAX and len(self.new_keys) <= MANY_MAX, "too much is said later")
    def leaves(self) -> Iterator[tuple[int, bytes]]:  # each with its position; a head is compared once its last leaf is read
        for chunk in self.bundle.blocks("leaves.bin"):
            for leaf in (chunk[at : at + 32] for at in range(0, len(chunk), 32)):
                self.tree.take(leaf)
                if self.tree.size in self.sizes: self.compare(self.tree.size, self.tree.root())
                yield self.tree.size, leaf
    def read_events(self) -> None:
        end, leaves, texts, count = (self.bundle.size + 1, tuple[bytes, ...]()), self.leaves(), self.bundle.rows("texts"), 0
        at, text = next(texts, end)
        for position, row in self.bundle.rows("events"):
            self.absent(position)
            while (leaf := next(leaves))[0] < position: pass
            opened, count = Facts(), count + 1
            while at == position and len(opened) < MANY_MAX:
                opened[text[1]] = text[2], text[3]
                at, text = next(texts, end)
            self.take(position, row, leaf_hash(row) == leaf[1], opened)
        need(at > self.bundle.size, f"a text of event {at}, which is not in the bundle, or too many texts of one")
        need(count == self.bundle.events, f"{count} events, and the manifest says {self.bundle.events!r:.30}")
        self.absent(self.bundle.size + 1)
        self.place = ()
        for _ in leaves: pass
    def absent(self, position: int) -> None:  # what lies between the event before and the one at a position
        first, self.position, self.place = self.position + 1, position, (self.position + 1,)
        if self.bundle.is_whole and position > first: self.say("absent", first=first, last=position - 1)
    def take(self, position: int, row: Sequence[bytes], is_sealed: bool, opened: Facts) -> None:
        stream, version, tag, time = row[1].decode(), int(row[2]), row[3].decode(errors="replace"), int(row[4])
        self.place, before, unfit = (position, stream, version), self.versions.get(stream, 0), "state"
        if version != before + 1 or not is_sealed: self.torn.add(stream)
        if not is_sealed: return self.say("leaf")
        is_odd = version != before + 1 and (self.bundle.all_texts or version <= before)
        if is_odd and not {"leaf", "absent"} & self.counts.keys(): self.say("version", expected=before + 1)
        if time < self.time: self.say("time")
        self.versions[stream], self.time = version, time
        need(len(self.versions) <= STREAMS_MAX, "too many streams")
        try:
            state = from_json(row[5].decode())
            if opened or b'"box"' in row[5] or b"\\u" in row[5]: self.unseal(state["event"], stream, version, opened)
            unfit = "shape"
            self.rules.take(position, stream, version, tag, time, state)
        except UNREADABLE as error:
            self.torn.add(stream)
            self.say(unfit, error=repr(error))
    def unseal(self, event: Any, stream: str, version: int, opened: Facts) -> None:  # what is sealed fits, or may be gone
        of = framed(stream.encode()) + version.to_bytes(8, "big")
        for field, sealed in boxes_in(event, "", []):
            salt, value = opened.pop(field.encode(), (None, b""))
            is_covered = self.covered.get((stream, version, field), 0) > self.position
            if salt is not None:
                said = b"klynge/commit/v1" + b64decode(salt) + of + framed(field.encode()) + framed(value)
                self.count("texts")
                if b64encode(sha256(said).digest()).decode() != sealed: self.say("text", field=field)
            elif is_covered or not self.bundle.all_texts: self.count("erased" if is_covered else "withheld")
            else: self.say("lost", field=field)
        for stray in opened: self.say("stray", field=stray.decode(errors="replace"))
    def compare(self, size: int, root: bytes) -> None:  # a root as the leaves give it, beside what was said of it
        told: list[tuple[str, bytes, Note | None]] = [("head", held, head) for at, held, head in self.trust.heads if at == size]
        if (name := f"checkpoints/{size:010}") in self.bundle.hashes:
            note = self.bundle.note(name)
            need(note.size == size, f"{name} is a head of {note.size} events")
            told.append(("older", note.root, note))
        if size == self.bundle.size: told.append(("newest", self.newest.root, self.newest))
        for kind, held, head in told:
            if held != root: self.unlike.append((kind, size, head))
            elif not self.unlike: self.sound = size
            for position, key in self.new_keys:  # believed from the first head on that holds its event and has a believed signature
                if held == root and position <= size and key not in self.keys and self.is_signed(head): self.keys.append(key)
    def is_signed(self, note: Note | None) -> bool:
        try: return bool(note and note.origin == self.trust.origin and {*map(note.signed_at, self.keys)} - {None})
        except ValueError: return False
    def judge_files(self) -> None:
        for name, told in sorted(self.bundle.hashes.items()):
            for _ in () if name.startswith(("events/", "texts/", "leaves.bin")) else self.bundle.blocks(name): pass
            if name in self.bundle.changed or (name.startswith("papers/") and name[7:] != told): self.say("file", name=name)
    def judge_heads(self) -> None:
        is_newest_sound = all(kind != "newest" for kind, _, _ in self.unlike)
        if not is_newest_sound: self.say("root", after=self.sound, until=self.unlike[0][1])
        for kind, size, note in self.unlike:
            if kind == "head": self.say("head", size=size)
            elif kind == "older" and is_newest_sound: self.say("fork" if self.is_signed(note) else "older", size=size)
        for size, _, note in self.trust.heads:
            need(note is None or self.is_signed(note), f"your head of {size} events is not signed by a key you trust")
            if size > self.bundle.size: self.say("shorter", size=size, missing=size - self.bundle.size)
        for name in sorted(self.bundle.hashes):
            if name.startswith("checkpoints/") and (size := int(name[12:])) > self.bundle.size:
                need((note := self.bundle.note(name)).size == size, f"{name} is a head of {note.size} events")
                self.say("shorter" if self.is_signed(note) else "older", size=size, missing=size - self.bundle.size)
    def judge_signatures(self) -> None:
        if self.rules.is_story: self.count("times not judged")
        for organisation, key in [*((None, key) for key in self.keys), *self.trust.witnesses]:
            try: at = self.newest.signed_at(key)
            except ValueError: self.say("forged", name=key.name)
            else:
                if at is not None: self.seen[organisation] = min(at, self.seen.get(organisation, at))
                if at and not self.rules.is_story and self.time > (at + LEEWAY_S) * 1_000_000: self.say("later", name=key.name)
        at, origin = self.seen.pop(None, None), self.newest.origin
        if at is None or origin != self.trust.origin: self.say("signature", origin=origin)
        seen, wanted = len(self.seen), self.trust.wanted
        lacks = ({of for of, _ in self.trust.witnesses} if seen < wanted else self.trust.must) - {*self.seen}
        named = ", ".join(sorted(lacks)) or "et vidne i din tillidsfil / a witness in your trust file"
        if seen < wanted or lacks: self.say("unwitnessed", count=seen, wanted=wanted, named=named)
# ----- rules for seats and money (docs/verify.md) ---------------------------------------------------------------------------------
MOVES = {  # from which accounts money goes, and to which; nothing: its fields do not tell
    "grant-received": "tilskud:{year} > fri:{year}", "earmark-released": "betinget:{earmark} > fri:", "wound-up": "fri: > part:",
    "repaid": "tilbagebetalt:{allocation} > bevilget:{allocation}|fri:", "allocation-closed": "bevilget:{allocation} > fri:{year}",
    "contribution-shared": "part: > fri:", "handed-over": "fri:|bevilget: > part:", "taken-over": "tilskud: > fri:|bevilget:",
    "allocated": "fri:{year}|betinget:{allocation} > bevilget:{allocation}", "carried-over": "fri:{from_year} > fri:{to_year}",
    "opened-with": "åbning|fri:{year} > fri:{year}|bevilget:{allocation}", "paid": "bevilget:{allocation} > udbetalt:{allocation}",
    "earmarked": "fri:{year} > betinget:{earmark}", "earmark-reduced": "betinget:{earmark} > fri:", "reversed": ""}
GIVEN_BY = {"access": "administrator chair-of-body init", "log": "house init", "financing-key": "secretariat-of-body",
            "fund": "chair-of-body confirmer-of-fund registrar-of-fund secretariat-of-body timekeeper",
            "application": "contact-of-party member-of-body secretariat-of-body",
            "membership": "administrator contact-of-party secretariat-of-body",
            "meeting": "attendee-of-body chair-of-body member-present secretariat-of-body substitute-of-body",
            "cluster": "administrator chair-of-body contact-of-party secretariat-of-body"}  # who gives what rules rest on
FUND_BY = {name: rule for rule, names in {  # by whom a fund is told what; else by its registrar, or its confirmer who confirms
    "chair-of-body": "officer-named threshold-set wound-up", "confirmer-of-fund": "second-person-confirmed",
    "secretariat-of-body": "opened earmark-announced no-grant-noted criteria-set ceiling-set frames-set",
    "": "condition-met handed-over taken-over"}.items() for name in names.split()}
FOLLOWS, PASSES = ("condition-met", "earmark-reduced", "earmark-released"), ("handed-over", "taken-over")
KNOWN = {"fund": " ".join([*MOVES, *FUND_BY]) + " registration-made balance-asserted year-closed", "financing-key": "agreed ended",
         "membership": "seat-opened seat-closed seat-filled seat-vacated chair-taken chair-left substitute-named substitute-ended "
                       "nominations-called", "access": "granted withdrawn"}  # what else there is, nobody knows here
YES = {"approved", "decided", "approved-conditionally", "approved-with-remark", "appoints", "delegates", "establishes-body"}
OWN, YEARLY = ("fri:", "betinget:", "bevilget:"), ("fri:", "tilskud:", "overført:")
WISHED = "allocation", "amount_oere", "to_party", "booked_on", "voucher", "reverses", "year"
AMOUNTS, TERMS = ("amount_oere", "unspent_oere", "total_oere", "residual_oere"), ("amount_oere", "application", "to_party", "year")
WISHES = {"pay": "paid", "reverse": "reversed", "close-year": "year-closed", "open-with": "opened-with"}
def in_force(period: Facts, on: str) -> bool: return (period.get("from_on") or "") <= on < (period.get("ceases_on") or "~")
def summed(amounts: Any) -> Facts:  # of each account, without those that come to nothing
    found = Facts()
    for of, oere in amounts: found[of] = found.get(of, 0) + oere
    return {of: oere for of, oere in found.items() if oere}
def split(total: int, weights: Sequence[int]) -> list[int]:  # by largest remainder; who stands first takes the odd øre of a tie
    parts = [divmod(total * weight, whole) for whole in [sum(weights)] for weight in weights]
    first = {*sorted(range(len(parts)), key=lambda at: -parts[at][1])[: total - sum(part for part, _ in parts)]}
    return [part + (at in first) for at, (part, _) in enumerate(parts)]
class Rules:  # an event is judged by what stood before it; what rests on a stream that is not there, or torn, is not judged
    def __init__(self, check: Check) -> None:
        self.check, self.say, self.is_story, self.command, self.day, self.hour = check, check.say, True, (0, Facts()), "", -1
        self.seats, self.funds, self.offices, self.ends, self.applied, self.keys, self.decisions = (Facts() for _ in range(7))
        self.handed, self.begun, self.root, self.known, self.is_whole = Facts(), False, "", set[Any](), check.bundle.is_whole
    def skip(self) -> None: self.check.count("not judged")
    def take(self, position: int, stream: str, version: int, tag: str, time: int, state: Facts) -> None:
        event, by, correlation, (scope, kind, _) = state["event"], state["by"], state["correlation"], stream.split("/")
        name, hour, torn, follows = tag.removeprefix(f"{kind}."), time // 3_600_000_000, self.check.torn, correlation != position
        rule, command = by.get("rule", ""), state["command"]
        is_newer = tag == name or (kind in KNOWN and (name not in KNOWN[kind].split() or state["v"] != 1))
        if hour != self.hour: self.hour, self.day = hour, str(datetime.fromtimestamp(hour * 3_600, COPENHAGEN).date())
        if not follows:
            self.command, self.root = (position, by), tag
            self.may_act(by, scope, "" if is_newer else kind)
        elif (correlation, by) != self.command: self.say("hand") if self.is_whole or correlation == self.command[0] else self.skip()
        is_so = not (kind == "access" and follows) and (tag != "meeting.decision-recorded" or rule == "secretariat-of-body")
        if kind == "fund" and not is_newer:  # its officers alone move its money, but what ends an earmark, or the fund
            passes = name in PASSES and (self.root == "cluster.handed-over" or correlation != self.command[0])
            led = follows and (passes or name in FOLLOWS or (name == "allocated" and event.get("earmark")))
            needed = FUND_BY.get(name, "confirmer-of-fund" if command == "fund.confirm" else "registrar-of-fund")
            is_so = led or rule == needed or (rule, name) == ("timekeeper", "earmark-released")
            is_so = is_so and command.startswith("fund.") and (by.get("seat") == stream or "-of-fund" not in rule)
        if not is_so: self.say("office", command=command, rule=rule)
        if is_newer:
            torn.add(stream)
            self.say("newer", tag=f"{tag} v{state['v']}")
        elif stream in torn: self.skip()
        elif kind == "fund" and name != "officer-named": self.funds.setdefault(stream, Fund(self)).post(version, name, event, state)
        elif kind == "membership": self.sit(scope, stream, name, event, follows)
        else: self.note(scope, stream, tag, event)
    def note(self, scope: str, stream: str, tag: str, event: Facts) -> None:  # what rules read of other streams
        decision, version = (stream, event.get("decision")), (stream, event.get("version"))
        match tag:
            case "log.opened": self.is_story = event["clock"] == "story"
            case "access.granted" | "cluster.contact-named" | "fund.officer-named":  # in place of what was said of the same before
                self.offices[stream] = stream, event.get("person"), event.get("office")
                self.offices.setdefault(self.offices[stream], Facts())[event.get("party")] = event
            case "cluster.handed-over": self.decided(event["decisions"])
            case "access.withdrawn": self.offices.pop(self.offices.get(stream), None)
            case "cluster.dissolution-decided": self.ends[scope] = str(date.fromisoformat(event["ceases_on"]) - timedelta(1))
            case "application.submitted" | "application.taken-over":
                self.applied[stream] = event["submitted_by"] if "submitted_by" in event else event["carried"]["by"]
            case "financing-key.agreed": self.keys[version] = {"from_on": event.get("in_force_from_on"), "of": event["shares"]}
            case "financing-key.ended": self.keys[version]["ceases_on"] = event["ceases_on"]
            case "meeting.seat-taken" | "meeting.apology-given" | "meeting.registered-afterwards":  # who ever sat, or could be sent
                self.known |= {(scope, it["seat"], it.get("sends") or it["person"]) for it in event.get("attended", [event])}
            case "meeting.decision-recorded" if decision in self.check.cited:
                is_yes, waits = {event["outcome"]["type"], event["outcome"].get("outcome")} & YES, {*(event.get("waits_for") or ())}
                self.decisions[decision] = {"yes": is_yes, "day": event.get("decided_on"), "waits": waits}
            case "meeting.condition-met" | "meeting.decision-took-effect" if decision in self.decisions:
                self.decisions[decision]["waits"].discard(event["condition"])
            case "meeting.decision-fell" | "meeting.decision-superseded": self.decisions.pop(decision, None)
    def may_act(self, by: Facts, scope: str, kind: str) -> None:  # whoever gave a command held that day what it was given on
        rule, seat, person = by.get("rule", ""), by.get("seat") or "", by["person"]
        unfit = kind in GIVEN_BY and (rule not in GIVEN_BY[kind].split() or (rule == "init" and self.begun))
        self.begun = self.begun or rule != "init"
        days = {self.day, min(self.day, self.ends.get(scope, self.day))}
        held = [self.holds(rule, seat, person, day) for day in days] if seat else [rule in ("init", "timekeeper", "house")]
        if not unfit and (None in held or (seat and not any(held) and not self.check.bundle.all_texts)): self.skip()
        elif unfit or not any(held): self.say("right", person=person, seat=seat or "–", day=self.day, rule=rule)
    def holds(self, rule: str, seat: str, person: str, day: str) -> bool | None:  # None: it cannot be judged
        (stream, _, name), scope = seat.partition("#"), seat.split("/")[0]
        if self.is_unknown(stream) or rule == "leader-of-initiative": return None
        if rule in ("attendee-of-body", "member-present", "substitute-of-body"): return (scope, name, person) in self.known
        if not name:
            office = {"contact-of-party": None, "owner-of-initiative": None}.get(rule, rule.removesuffix("-of-fund"))
            return any(in_force(each, day) for each in self.offices.get((stream, person, office), Facts()).values())
        before, sits, found = "", False, self.seats.get(seat, {"voice": None, "holders": [], "chairs": []})
        for each in found["holders"]:  # whoever sits from a day not stated does so after the one before
            sits = sits or (each["person"] == person and (each["from_on"] or before) <= day < each["ceases_on"])
            before = before if each["ceases_on"] == "~" else each["ceases_on"]
        if rule == "chair-of-body": return sits and any(in_force(each, day) for each in found["chairs"])
        return sits and found["voice"] == {"secretariat-of-body": "secretariat", "member-of-body": "vote"}.get(rule, "–")
    def is_unknown(self, stream: str, found: Any = True) -> bool:  # torn, or kept back: of a whole record nothing is, of one by
        is_told = self.is_whole or stream in self.check.versions  # somebody's rights the end of any stream may be
        return stream in self.check.torn or not is_told or not (found or self.check.bundle.all_texts)
    def sit(self, scope: str, stream: str, name: str, event: Facts, follows: bool) -> None:  # one on a seat a day
        place, since, end = f"{stream}#{event.get('seat')}", event.get("from_on") or "", event.get("ceases_on") or "~"
        taken = [each for each in [event.get("decision")] if each and each["type"] == "taken"]  # a paper may be cited, too
        if (taken or follows) and name in ("seat-filled", "chair-taken", "substitute-named"): self.decided(taken)
        if name == "seat-opened":  # once: a second time gives it no other voice
            self.seats.setdefault(place, {"voice": event["voice"], "ceases_on": "~", "holders": [], "chairs": []})
        if name == "substitute-named": self.known |= {(scope, each, event["person"]) for each in event["stands_for"]}
        if place not in self.seats: return
        seat, its = self.seats[place], [each for each in self.seats[place]["holders"] if each["person"] == event.get("person")]
        match name:
            case "seat-closed": seat["ceases_on"] = end
            case "seat-filled":
                first, others = min(since or self.day, end), [(each["from_on"], each["ceases_on"]) for each in seat["holders"]]
                meets = any((start or min(self.day, over)) < end and first < over for start, over in others)
                if end > seat["ceases_on"] or meets: self.say("seat", seat=place)
                seat["holders"].append({"person": event["person"], "from_on": since, "ceases_on": end})
                self.known.add((scope, event["seat"], event["person"]))
            case "seat-vacated" if end == "~": seat["holders"].remove(its[-1])
            case "seat-vacated":
                for each in its: each["ceases_on"] = min(each["ceases_on"], end)
                seat["holders"] = [each for each in seat["holders"] if each["from_on"] < each["ceases_on"]]
            case "chair-taken": seat["chairs"].append({"from_on": since, "ceases_on": "~"})
            case "chair-left":
                for each in seat["chairs"]: each["ceases_on"] = min(each["ceases_on"], event.get("ceases_on") or self.day)
        need(len(seat["holders"]) + len(seat["chairs"]) <= MANY_MAX, f"too many people on {place}")
        seat["holders"].sort(key=lambda each: each["ceases_on"])
    def decided(self, decisions: Sequence[Facts], waits: set[str] | None = None) -> None:
        cited = [(each["meeting"], each["decision"]) for each in decisions]
        stand = [each for each in map(self.decisions.get, cited) if each and each["waits"] <= (waits or set())]
        is_so = any(each["yes"] for each in stand) if waits is None else len(stand) == len(cited)  # what is held rests on all
        if any(self.is_unknown(meeting, is_so) for meeting, _ in cited): self.skip()
        elif not is_so: self.say("undecided", decisions=", ".join(map("#".join, cited)) or "–")
class Fund:  # its accounts in whole øre, and what its rules read
    def __init__(self, rules: Rules) -> None:
        self.rules, self.say, self.closed, self.confirmed, self.threshold = rules, rules.say, set[str](), (0, Facts()), 0
        self.accounts, self.held, self.wishes, self.postings, self.applications = (Facts() for _ in range(5))
    def post(self, version: int, name: str, event: Facts, state: Facts) -> None:  # legs sum to zero, and are those of what is told
        legs = [(each["account"], each["amount_oere"]) for each in event.get("legs") or ()]
        moved, shares = summed(legs), [(each["party"].rpartition("/")[2], each["amount_oere"]) for each in event.get("shares", ())]
        self.accounts |= {account: self.accounts.get(account, 0) + oere for account, oere in moved.items()}
        is_odd = sum(moved.values()) or len(legs) == 1 or any(type(oere) is not int or abs(oere) > OERE_MAX for _, oere in legs)
        if is_odd: self.say("zero")
        for account in [of for of in moved if of.startswith(OWN) and self.accounts[of] < 0]: self.say("below", account=account)
        years = {year for account in moved if account.startswith(YEARLY) for year in re.findall(r"\d{4}", account)}
        if self.closed & {*years, str(event.get("booked_on"))[:4]}: self.say("closed")
        amount, volume = next((event[each] for each in AMOUNTS if event.get(each)), 0), sum(max(oere, 0) for oere in moved.values())
        if name in PASSES: amount = event["free_oere"] + sum(each["amount_oere"] for each in event["allocations"])
        if told := MOVES.get(name, "– > –" if moved else ""):  # an account's whole name, or how it begins
            to, parts = [it.split("|") for it in told.split(" > ")], {of[5:]: abs(moved[of]) for of in moved if of[:5] == "part:"}
            fits = sum(of == it.format_map(event) if "{" in it else of.startswith(it) for of in moved for it in to[moved[of] > 0])
            is_so = fits == len(moved) and volume == amount and ("shares" not in event or parts == summed(shares))
            if not is_so: self.say("moved", account=", ".join(moved) or "–")
        if moved: self.postings[version] = moved, name, {each: event.get(each) for each in ("earmark", "allocation", *TERMS)}
        self.judge(name, event, state, amount, moved, volume)
    def judge(self, name: str, event: Facts, state: Facts, amount: int, moved: Facts, volume: int) -> None:
        person, rules, earmark, grant = state["by"]["person"], self.rules, event.get("earmark"), event.get("allocation")
        (correlation, wish), year = self.confirmed, str(event.get("year") or name)
        held, waits = self.held.get(earmark), {"earmarked": {*(event.get("waits") or ())}, "earmark-reduced": set[str]()}.get(name)
        if event.get("registered_by", person) != person: self.say("eyes", of=earmark or event.get("registration"))
        if name in ("threshold-set", "earmark-reduced"): rules.decided([event["decision"]], waits)
        elif "decisions" in event: rules.decided(event["decisions"], waits)
        accounts = self.accounts if name == "year-closed" else Facts()
        of_year = max((abs(oere) for of, oere in accounts.items() if of.startswith(YEARLY) and year in of), default=0)
        amounts = {"paid": amount, "allocated": amount, "opened-with": OERE_MAX, "reversed": volume, "year-closed": of_year}
        asked = correlation, WISHES.get(str(wish.get("type"))), *map(wish.get, WISHED)
        is_wished = asked == (state["correlation"], name, *map(event.get, WISHED))
        is_so = is_wished if state["command"] == "fund.confirm" else amounts.get(name, 0) < self.threshold
        if name in amounts and not (name == "allocated" and earmark):
            if not is_so: self.say("eyes", of=grant or year)
            self.confirmed = 0, Facts()  # one confirmation is for one posting
        match name:
            case "threshold-set": self.threshold = amount
            case "earmark-announced": self.held[earmark] = {"waits": {*event["waits"]}}
            case "earmarked":
                if earmark in self.held and (not held or "legs" in held): self.say("twice", earmark=earmark)
                if amount >= self.threshold and not event["second_person"]: self.say("eyes", of=earmark)
                self.held[earmark] = {**event, "waits": waits}
            case "condition-met" if held: held["waits"].discard(event["condition"])
            case "earmark-reduced" if held: held["amount_oere"] -= amount
            case "earmark-released" | "earmark-reduced":
                if not held or held.get("amount_oere", 0) != amount: self.say("twice", earmark=earmark)
                self.held[earmark] = None
            case "allocated":
                is_same = [*map((held or Facts()).get, TERMS)] == [*map(event.get, TERMS)]
                is_so = held and is_same and not held["waits"] and not held["second_person"]
                if earmark and not is_so: self.say("twice", earmark=earmark)
                self.held[earmark or grant], self.applications[grant] = None, event["application"]
            case "registration-made": self.wishes[event["registration"]] = event
            case "second-person-confirmed":
                made = self.wishes.pop(event["of"], None) or self.held.get(event["of"]) or {}
                wish = made.get("wish", {})
                told = self.postings[wish["reverses"]][2] if "reverses" in wish else {**made, **wish}
                applied = rules.applied.get(told.get("application") or self.applications.get(told.get("allocation")))
                if person in (made.get("registered_by", person), applied): self.say("eyes", of=event["of"])
                self.confirmed, made["second_person"] = (state["correlation"], wish), False
            case "reversed":
                was, kind, told = self.postings.pop(event["reverses"], ({}, "", {}))
                if {account: -oere for account, oere in moved.items()} != was: self.say("moved", account=", ".join(moved) or "–")
                if kind == "earmark-reduced": self.held[told["earmark"]]["amount_oere"] += told["amount_oere"]
                elif told.get("earmark"): self.held[told["earmark"]] = told if kind == "allocated" else None
            case "contribution-shared":
                days = [rules.decisions.get((each["meeting"], each["decision"]), {}).get("day") for each in event["decisions"]]
                key = rules.keys.get((event["key"], event["version"]), {"of": []})
                owed = [*zip([it["party"] for it in key["of"]], split(amount, [it["weight"] for it in key["of"]]), strict=True)]
                told = [(it["party"], it["amount_oere"]) for it in event["shares"]]
                is_so = told == owed and (not all(days) or in_force(key, max(days)))
                if not is_so: rules.skip() if rules.is_unknown(event["key"], owed) else self.say("key", key=event["key"])
            case "wound-up" if any(oere for of, oere in self.accounts.items() if of.startswith(OWN)): self.say("closing")
            case "year-closed":
                told = summed((each["account"], each["amount_oere"]) for each in event["balances"])
                if told != summed(accounts.items()) or f"fri:{year}" in told or year in self.closed: self.say("closing")
                self.closed.add(year)
            case "handed-over": rules.handed[rules.check.place[1]] = event["to_fund"], event["free_oere"], event["allocations"]
            case "taken-over":
                was = rules.handed.pop(event["from_fund"], None)
                if rules.is_unknown(event["from_fund"], was): rules.skip()
                elif was != (rules.check.place[1], event["free_oere"], event["allocations"]): self.say("moved", account="fri:")
                self.applications |= {each["allocation"]: each.get("application") for each in event["allocations"]}
                self.held |= {each["earmark"]: {"waits": {*each["waits"]}} for each in event.get("announced") or ()}
SAID = {code: (int(verdict), da, en) for code, verdict, da, en in (line.split(" | ") for line in """\
file | 40 | {name} er ikke den fil, som manifestet nævner. | {name} is not the file that the manifest names.
leaf | 40 | Hændelsen er ændret, siden den blev forseglet. | The event is changed since it was sealed.
absent | 40 | Hændelse {first} til {last} er fjernet. | Events {first} to {last} have been removed.
version | 40 | Her skulle nr. {expected} i strømmen stå. | Number {expected} of the stream should stand here.
state | 40 | Indholdet kan ikke læses: {error}. | Its content cannot be read: {error}.
text | 40 | Teksten {field} er ikke den, der er forseglet. | The text {field} is not the one that was sealed.
stray | 40 | Der er en tekst til {field}, som ikke er forseglet. | There is a text for {field}, which is not sealed.
root | 40 | Protokollen er ændret mellem hændelse {after} og {until}. | The record is changed between events {after} and {until}.
signature | 40 | Ingen nøgle, du har tillid til, har underskrevet {origin}. | No key that you trust has signed {origin}.
forged | 40 | Underskriften fra {name} passer ikke. | The signature of {name} does not fit.
older | 40 | Det ældre hoved på {size} hændelser er falsk. | The older head of {size} events is false.
shape | 35 | Hændelsen passer ikke til det, der gik forud: {error}. | The event does not fit what went before: {error}.
time | 35 | Tiden går baglæns. | Time runs backwards.
later | 35 | Registreret, efter at {name} bevidnede det. | Recorded after {name} witnessed it.
hand | 35 | Hændelsen hører til en anden persons handling. | The event belongs to what somebody else did.
right | 35 | {person} havde ikke {seat} den {day} ({rule}). | {person} did not hold {seat} on {day} ({rule}).
office | 35 | {rule} giver ikke ret til {command}. | {rule} gives no right to {command}.
seat | 35 | Pladsen {seat} er besat eller nedlagt i de dage. | The seat {seat} is held or closed on those days.
undecided | 35 | Ingen gældende beslutning ligger bag: {decisions}. | No decision that stands is behind it: {decisions}.
zero | 35 | Posteringen går ikke op i nul i hele øre. | The posting does not sum to zero in whole øre.
below | 35 | {account} er under nul. | {account} is below zero.
moved | 35 | Posteringen flytter andet, end den siger: {account}. | The posting moves other money than it says: {account}.
closed | 35 | Der er bogført i et lukket år. | Something is booked in a closed year.
twice | 35 | {earmark} afgøres igen, for tidligt eller galt. | {earmark} is resolved again, too early or wrongly.
eyes | 35 | {of} mangler en anden, der hverken har registreret eller søgt. | {of} lacks another, who neither registered nor applied.
key | 35 | Beløbet er ikke fordelt efter {key}, som den gjaldt den dag. | It is not shared by {key} as that applied on the day.
closing | 35 | Regnskabet stemmer ikke ved afslutningen. | The books do not agree where they are closed.
fork | 30 | Et underskrevet hoved på {size} hændelser har en anden rod. | A signed head of {size} events has another root.
head | 30 | Historien er skrevet om: dit hoved på {size} passer ikke. | History was rewritten: your head of {size} does not fit.
shorter | 30 | Der er et hoved på {size} hændelser; {missing} mangler. | There is a head of {size} events; {missing} lack.
lost | 20 | Teksten {field} mangler, og ingen sletning dækker den. | The text {field} is lost, and no erasure covers it.
newer | 20 | {tag} kendes ikke her: brug en nyere udgave. | {tag} is not known here: use a newer edition.
unwitnessed | 10 | Bevidnet af {count}, du kræver {wanted}; mangler {named}. | Seen by {count}, you want {wanted}; missing {named}.
""".splitlines())}
def main() -> None:  # `klynge-verify`
    parser = argparse.ArgumentParser(prog="klynge-verify", description="Verify a bundle of a Klynge record, offline.")
    parser.add_argument("bundle", help="the folder")
    parser.add_argument("--trust", required=True, help="your own trust file (TOML)")
    parser.add_argument("--head", action="append", default=[], help="a head that you hold: a note's file, or an older bundle")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    given = parser.parse_args()
    try:
        bundle, newest = (check := Check(Bundle(given.bundle), Trust(given.trust, given.head)).run()).bundle, check.newest
        texts = "alle tekster / all texts" if bundle.all_texts else "nogle tekster / some texts"
        told = {"verdict": VERDICTS[check.code], "code": check.code, "findings": check.findings, "counts": check.counts,
                "origin": newest.origin, "size": newest.size, "root": newest.root.hex(), "witnesses": sorted(check.seen), "seen_at":
                check.seen, "scope": bundle.scope, "name": bundle.named, "events": bundle.events, "all_texts": bundle.all_texts}
        seen = ", ".join(f"{of} {datetime.fromtimestamp(min(at, 2**37), UTC):%F %TZ}" for of, at in sorted(check.seen.items()))
        lines = [" / ".join(VERDICTS[check.code]), f"{newest.origin}, {newest.size}: {newest.root.hex()} ({seen or '–'})",
                 f"Forelagte hændelser / events shown: {bundle.events} / {newest.size} ({bundle.scope} {bundle.named}), {texts}"]
        for each in check.findings:
            where = f"{each['position']} ({each.get('stream', '–')} nr. {each.get('version', '–')}): " if "position" in each else ""
            lines += [f"- {each['verdict'][0]}: {where}{each['da']}", f"  {each['en']}"]
        lines += [f"{name}: {count}" for name, count in sorted(check.counts.items())]
    except Refused as refused: told, lines = {"code": REFUSED, "reason": str(refused)}, [f"AFVIST / REFUSED: {refused}"]
    lines = ["".join(each if each.isprintable() else "\ufffd" for each in line) for line in lines]  # it begins no line of its own
    said = json.dumps(told) if given.json else "\n".join(lines)
    sys.stdout.buffer.write(f"{said}\n".encode(sys.stdout.encoding, "backslashreplace"))
    sys.exit(told["code"])
if __name__ == "__main__": main()

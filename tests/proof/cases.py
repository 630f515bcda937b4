"""The shared cases of the proof, made from the standards: `python -m tests.proof.cases` writes `clients/conformance/proof/`.

Whoever writes a verifier runs it against them. What comes of a case is said here, by hand; no verifier was asked.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.proof import plainly
from tests.proof.plainly import Row, checkpoint, commitment, leaf_data, leaf_hash, root
from tests.proof.small_bundle import (
    COUNTRY_TOWN,
    LOG,
    NEXT_LOG,
    OLDER,
    ORIGIN,
    REGION,
    SECOND_OF_REGION,
    SEEN_AT,
    STRANGER,
    TRUST,
    Bundle,
    Files,
)

FOLDER = Path(__file__).resolve().parents[2] / "clients" / "conformance" / "proof"
CT_LEAVES = tuple(
    bytes.fromhex(each)
    for each in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
)
"""What the reference tree of Certificate Transparency is made of; others publish its roots."""
Case = dict[str, Any]
LARGE = 2**53 - 1
"""A number that every language tells whole."""


# --- leaves and trees ---


def leaves() -> list[Case]:
    def row(position: int, stream: str, version: int, tag: str, at: int, state: str) -> Row:
        return dict(
            zip(
                ("position", "stream", "version", "tag", "recorded_at", "state"),
                (position, stream, version, tag, at, state),
                strict=True,
            )
        )

    rows = {
        "the first": row(1, "syddanmark/log/log", 1, "log.opened", 1_709_276_400_000_000, '{"v":1}'),
        "Danish letters are counted in bytes": row(
            7, "lillebælt/meeting/æøå", 2, "meeting.called", 1, '{"t":"å — ⟦x⟧"}'
        ),
        "what a length guards against: one more letter in the stream": row(12, "ab", 1, "c", 5, "{}"),
        "and one fewer, with the letter in the tag": row(12, "a", 1, "bc", 5, "{}"),
        "as large as numbers get": row(LARGE, "s", LARGE, "t", LARGE, "{}"),
        "an empty state": row(2, "s", 1, "t", 0, ""),
    }
    return [
        {"name": name, "row": each, "data": leaf_data(each).hex(), "hash": leaf_hash(leaf_data(each)).hex()}
        for name, each in rows.items()
    ]


def trees() -> Case:
    data = [*CT_LEAVES, *(f"leaf {n}".encode() for n in range(8, 33))]
    hashes = [leaf_hash(each) for each in data]
    return {
        "leaves": [each.hex() for each in data],
        "roots": [root(hashes[:size]).hex() for size in range(len(hashes) + 1)],
        "inclusion": list(_inclusions(hashes)),
        "consistency": list(_consistencies(hashes)),
    }


def _inclusions(hashes: list[bytes]) -> Iterator[Case]:
    def case(index: int, size: int, leaf: bytes, head: bytes, proof: list[bytes], wrong: str | None = None) -> Case:
        told = {"index": index, "size": size, "leaf": leaf.hex(), "root": head.hex(), "proof": [p.hex() for p in proof]}
        return {"name": wrong or f"{index} in {size}", **told, "holds": wrong is None}

    for size in (*range(1, 10), 16, 33):
        head = root(hashes[:size])
        for index in range(size) if size < 10 else (0, size // 2, size - 1):
            yield case(index, size, hashes[index], head, plainly.inclusion(index, hashes[:size]))
    head, proof, leaf = root(hashes[:9]), plainly.inclusion(5, hashes[:9]), hashes[5]
    yield case(5, 9, leaf, head, proof[:-1], "one hash too few")
    yield case(5, 9, leaf, head, [*proof, proof[0]], "one hash too many")
    yield case(5, 9, leaf, head, proof[::-1], "the hashes the other way round")
    yield case(4, 9, leaf, head, proof, "the place beside it")
    yield case(5, 17, leaf, head, proof, "another size")
    yield case(5, 9, hashes[4], head, proof, "another leaf")
    yield case(5, 9, leaf, root(hashes[:8]), proof, "another root")
    yield case(5, 9, leaf, head, [_flipped(proof[0]), *proof[1:]], "a bit of a hash")
    yield case(9, 9, leaf, head, proof, "a place outside the tree")
    yield case(0, 0, leaf, root([]), [], "a place in nothing")
    yield case(0, 1, leaf, hashes[0], [], "one leaf, and another one")


def _consistencies(hashes: list[bytes]) -> Iterator[Case]:
    def case(old: int, new: int, a: bytes, b: bytes, proof: list[bytes], wrong: str | None = None) -> Case:
        told = {"old": old, "new": new, "old_root": a.hex(), "new_root": b.hex(), "proof": [p.hex() for p in proof]}
        return {"name": wrong or f"{old} to {new}", **told, "holds": wrong is None}

    def at(size: int) -> bytes:
        return root(hashes[:size])

    for new in (1, 2, 3, 4, 7, 8, 9, 33):
        for old in range(1, new + 1) if new < 10 else (1, 16, 31, 33):
            yield case(old, new, at(old), at(new), plainly.consistency(old, hashes[:new]))
    proof = plainly.consistency(6, hashes[:9])
    yield case(6, 9, at(6), at(9), proof[:-1], "one hash too few")
    yield case(6, 9, at(6), at(9), [*proof, proof[0]], "one hash too many")
    yield case(6, 9, at(6), at(9), [_flipped(proof[0]), *proof[1:]], "a bit of a hash")
    yield case(5, 9, at(5), at(9), proof, "another old size")
    yield case(6, 8, at(6), at(8), proof, "another new size")
    yield case(6, 9, at(5), at(9), proof, "another old root")
    yield case(6, 9, at(6), at(8), proof, "another new root")
    yield case(9, 6, at(9), at(6), proof, "a tree that shrank")
    yield case(6, 6, at(6), at(5), [], "two roots of one size")
    yield case(6, 6, at(6), at(6), [proof[0]], "one size, and a hash")


def _flipped(held: bytes) -> bytes:
    return bytes([held[0] ^ 1]) + held[1:]


# --- notes ---


def notes() -> list[Case]:
    """A note, and the one key that is known: what becomes of it. `fits`: that key signed it; `unsigned`: it is a note, and that key
    did not sign it; `refused`: it is no note, or the key's own line does not fit.
    """
    hashes = [leaf_hash(each) for each in CT_LEAVES]
    text = checkpoint(ORIGIN, hashes)
    good = f"{text}\n{LOG.sign(text)}"
    line = LOG.sign(text)
    body = line.split(" ")[2].strip()

    def case(name: str, note: str, becomes: str, key: str = LOG.vkey) -> Case:
        return {"name": name, "key": key, "note": note, "becomes": becomes}

    extended = text + "something more\n"
    return [
        case("as it should be", good, "fits"),
        case("signed by others too", good + STRANGER.cosign(text, SEEN_AT), "fits"),
        case("lines after the third are signed as well", f"{extended}\n{LOG.sign(extended)}", "fits"),
        case("signed by a stranger alone", f"{text}\n{STRANGER.sign(text)}", "unsigned"),
        case("the key's name under another number", good.replace(body, "AAAA" + body[4:]), "unsigned"),
        case("another text", good.replace("\n8\n", "\n9\n"), "refused"),
        case("a bit of the signature", f"{text}\n{_altered(line)}", "refused"),
        case("a signature that is too short", f"{text}\n{LOG.line(bytes(12))}", "refused"),
        case("a signature that is nothing but zeroes", f"{text}\n{LOG.line(bytes(64))}", "refused"),
        case("half of it above the group's order", f"{text}\n{_beyond_the_order(line)}", "refused"),
        case("no empty line", f"{text}{line}", "refused"),
        case("nobody signed", f"{text}\n", "refused"),
        case("no end of the last line", good[:-1], "refused"),
        case("returns", good.replace("\n", "\r\n"), "refused"),
        case("a control character", good.replace("\n8\n", "\n8\x00\n"), "refused"),
        case("a hyphen for the dash", good.replace("— ", "- "), "refused"),
        case("base64 with something behind", good.replace(body, body + "="), "refused"),
        case("base64 in another alphabet", good.replace(body, "-_" + body[2:]), "refused"),
        case("empty", "", "refused"),
    ]


def heads() -> list[Case]:
    """The text of a note, and what it says as a head of a log; null: it says none."""
    text = checkpoint(ORIGIN, [leaf_hash(each) for each in CT_LEAVES])
    origin, _, said, _ = text.split("\n")
    whole = {"origin": origin, "size": 8, "root": root([leaf_hash(each) for each in CT_LEAVES]).hex()}

    def case(name: str, written: str, becomes: Case | None = None) -> Case:
        return {"name": name, "text": written, "head": becomes}

    return [
        case("as it should be", text, whole),
        case("with a line more", f"{text}more\n", whole),
        case("of nothing", f"{origin}\n0\n{said}\n", {**whole, "size": 0}),
        case("a nought before the size", f"{origin}\n08\n{said}\n"),
        case("a size below nothing", f"{origin}\n-8\n{said}\n"),
        case("a size with a plus", f"{origin}\n+8\n{said}\n"),
        case("a size in other digits", f"{origin}\n٨\n{said}\n"),
        case("a size beyond all", f"{origin}\n{'9' * 30}\n{said}\n"),
        case("a root of 31 bytes", f"{origin}\n8\n{b64encode(bytes(31)).decode()}\n"),
        case("a root that is no base64", f"{origin}\n8\n{said[:-2]}*=\n"),
        case("no origin", f"\n8\n{said}\n"),
        case("two lines", f"{origin}\n8\n"),
        case("no end of the line", text[:-1]),
    ]


def _altered(line: str) -> str:
    """The last byte but some of a signature changed by a bit."""
    body = line.rstrip("\n").split(" ")[2]
    at = len(body) - 12
    return line.replace(body, body[:at] + ("A" if body[at] != "A" else "B") + body[at + 1 :])


ORDER = 2**252 + 27742317777372353535851937790883648493


def _beyond_the_order(line: str) -> str:
    """The same signature with its second half larger by the order: RFC 8032 §5.1.7 has it refused."""
    held = b64decode(line.rstrip("\n").split(" ")[2])
    more = int.from_bytes(held[36:68], "little") + ORDER
    return LOG.line(held[4:36] + more.to_bytes(32, "little"))


# --- whom one believes ---


def quorums() -> list[Case]:
    """A trust file and a note: which organisations have seen the head, and whether they are enough; null: the note is refused."""
    hashes = [leaf_hash(each) for each in CT_LEAVES]
    text = checkpoint(ORIGIN, hashes)
    region, town = REGION.cosign(text, SEEN_AT), COUNTRY_TOWN.cosign(text, SEEN_AT)

    def case(name: str, lines: str, organisations: list[str] | None, enough: bool, trust: str = TRUST) -> Case:
        note = f"{text}\n{LOG.sign(text)}{lines}"
        return {"name": name, "trust": trust, "note": note, "organisations": organisations, "enough": enough}

    town_alone = TRUST.replace('must = ["Region"]', "").replace("organisations = 2", "organisations = 1")
    return [
        case("both", region + town, ["Kommune", "Region"], True),
        case("an organisation counts once", region + SECOND_OF_REGION.cosign(text, SEEN_AT), ["Region"], False),
        case("one of two", region, ["Region"], False),
        case("who must be there is not", town, ["Kommune"], False),
        case("one is enough where one is asked for", town, ["Kommune"], True, town_alone),
        case("a stranger counts for nothing", region + STRANGER.cosign(text, SEEN_AT), ["Region"], False),
        case("at another time than it was signed", region + _later(town), None, False),
        case("of another head", region + COUNTRY_TOWN.cosign(checkpoint(ORIGIN, hashes, 7), SEEN_AT), None, False),
        case("nobody, where none is asked for", "", [], False, TRUST.split("[[witness]]")[0]),
    ]


def _later(line: str) -> str:
    held = b64decode(line.rstrip("\n").split(" ")[2])
    at = int.from_bytes(held[4:12], "big") + 1
    return COUNTRY_TOWN.line(at.to_bytes(8, "big") + held[12:])


def trusts() -> list[Case]:
    """Trust files, and whether they are read at all."""

    def case(name: str, trust: str, read: bool) -> Case:
        return {"name": name, "trust": trust, "read": read}

    head = f'\n[[head]]\nsize = 4\nroot = "{b64encode(bytes(32)).decode()}"\n'
    return [
        case("as it should be", TRUST, True),
        case("no witnesses", TRUST.split("[[witness]]")[0], True),
        case("with a head from before", TRUST + head, True),
        case(
            "remarks, and a list over several lines", f"# whom I believe\n{TRUST}".replace('["', '[ # one\n  "'), True
        ),
        case("a word that nobody knows", f'{TRUST}\nweight = "2"\n', False),
        case("a table that nobody knows", f"{TRUST}\n[more]\n", False),
        case("no origin", TRUST.partition("\n")[2], False),
        case("no TOML", "origin = klynge\n", False),
        case("a word twice", f'origin = "{ORIGIN}"\n{TRUST}', False),
        case("a witness's key among the log's", TRUST.replace(LOG.vkey, REGION.vkey), False),
        case("the log's key for a witness", TRUST.replace(REGION.vkey, LOG.vkey), False),
        case("a key whose number is another's", TRUST.replace(LOG.number.hex(), REGION.number.hex()), False),
        case("one key for two organisations", TRUST.replace(COUNTRY_TOWN.vkey, REGION.vkey), False),
        case("somebody who must, and has no witness", TRUST.replace('["Region"]', '["Staten"]'), False),
        case("more than there are", TRUST.replace("organisations = 2", "organisations = 3"), False),
        case("a head with a size and no root", f"{TRUST}\n[[head]]\nsize = 4\n", False),
        case("a head whose root is no root", TRUST + head.replace("AAAA", "AA", 1), False),
    ]


def commitments() -> list[Case]:
    def case(name: str, stream: str, version: int, field: str, value: str) -> Case:
        salt = bytes(range(32))
        c = commitment(salt, stream, version, field, value)
        return {
            "name": name,
            "salt": salt.hex(),
            "stream": stream,
            "version": version,
            "field": field,
            "value": value,
            "c": c.hex(),
        }

    return [
        case("a name", "dk/person/p3", 1, "/name", '"Navn"'),
        case("the same elsewhere", "dk/person/p4", 1, "/name", '"Navn"'),
        case("the same later", "dk/person/p3", 2, "/name", '"Navn"'),
        case("in a list", "lillebaelt/meeting/m", 300, "/points/12/words", '"Æøå og \\"citat\\""'),
        case("a long one", "lillebaelt/meeting/m", 3, "/text", f'"{"ord " * 500}"'),
    ]


# --- bundles ---


class Spoilt(NamedTuple):
    """A way in which a bundle is not what it was, and what comes of it."""

    name: str
    verdict: str
    at: tuple[int, ...]
    """Positions that are named."""
    spoil: Callable[[Bundle], None]
    trust: str = TRUST
    files: Callable[[Files], None] | None = None
    """What happens to the files once they are written."""
    to_hashes: str | None = None
    """What whoever looks at signatures and hashes alone finds, where that is another verdict."""


def bundles() -> Case:
    whole = Bundle().files()
    cases: list[Case] = [
        {"name": "whole", "verdict": "WITNESSED", "at": [], "trust": TRUST, "to_hashes": "WITNESSED", "files": {}}
    ]
    for each in SPOILT:
        bundle = Bundle()
        each.spoil(bundle)
        files = bundle.files()
        if each.files is not None:
            each.files(files)
        changed = {path: _told(files.get(path)) for path in (*whole, *files) if whole.get(path) != files.get(path)}
        cases.append(
            {
                "name": each.name,
                "verdict": each.verdict,
                "at": list(each.at),
                "trust": each.trust,
                "to_hashes": each.to_hashes or each.verdict,
                "files": dict(sorted(changed.items())),
            }
        )
    return {"whole": {path: _told(held) for path, held in sorted(whole.items())}, "cases": cases}


def _told(held: bytes | None) -> Any:
    """A file as a case tells it: its text, its bytes in base64, or null where there is none."""
    if held is None:
        return None
    try:
        return held.decode()
    except UnicodeDecodeError:
        return {"base64": b64encode(held).decode()}


def _rewritten(bundle: Bundle) -> None:
    """The leaf hashes are made again of what is there now."""
    bundle.leaves = [leaf_hash(leaf_data(row)) for row in bundle.rows]


def _set(position: int, field: str, made: Callable[[Any], Any]) -> Callable[[Bundle], None]:
    def spoil(bundle: Bundle) -> None:
        row = bundle.rows[position - 1]
        row[field] = made(row[field])

    return spoil


def _swapped_states(bundle: Bundle) -> None:
    one, other = bundle.rows[4], bundle.rows[5]
    one["state"], other["state"] = other["state"], one["state"]


def _newest(made: Callable[[Bundle], str]) -> Callable[[Bundle], None]:
    def spoil(bundle: Bundle) -> None:
        bundle.newest = made(bundle)

    return spoil


def _other_key_takes_over(bundle: Bundle) -> None:
    """All rewritten, and signed again by a key that nobody trusts."""
    bundle.rows[4]["tag"] = "person.reregistered"
    _rewritten(bundle)
    bundle.older, bundle.newest = bundle.signed(OLDER, by=NEXT_LOG), bundle.signed(7, by=NEXT_LOG)


def _stolen_key(bundle: Bundle) -> None:
    """All rewritten, and signed again with the log's own key; the witnesses' lines are of the head that was."""
    _edited_state(bundle.rows[4])
    _rewritten(bundle)
    text = bundle.note(7)
    bundle.newest = f"{text}\n{LOG.sign(text)}"


def _edited_state(row: Row) -> None:
    row["state"] = str(row["state"]).replace('"rule":"init"', '"rule":"house"')


def _stolen_key_from_the_first(bundle: Bundle) -> None:
    """As before, in an event that the older head in the bundle covers, which is left as it was."""
    _edited_state(bundle.rows[2])
    _rewritten(bundle)
    text = bundle.note(7)
    bundle.newest = f"{text}\n{LOG.sign(text)}"


def _held(size: int, sound: bool = True) -> str:
    """The trust file of somebody who holds a head from before."""
    bundle = Bundle()
    found = root(bundle.leaves[:size]) if sound else bytes(32)
    return f'{TRUST}\n[[head]]\nsize = {size}\nroot = "{b64encode(found).decode()}"\n'


def _keep(_: Bundle) -> None:
    """The bundle is as it was."""


def _texts_without(position: int) -> Callable[[Bundle], None]:
    def spoil(bundle: Bundle) -> None:
        bundle.texts = [each for each in bundle.texts if each[0] != position]

    return spoil


def _other_words(bundle: Bundle) -> None:
    at, field, salt, _ = bundle.texts[3]
    bundle.texts[3] = (at, field, salt, '"Et andet navn"')


def _undisclosed_leaf(bundle: Bundle) -> None:
    bundle.scope = {"kind": "cluster", "name": "dk"}
    bundle.opened = "as"
    del bundle.rows[4]
    bundle.texts = [each for each in bundle.texts if each[0] != 5]
    bundle.leaves[4] = _flipped(bundle.leaves[4])


def _grown(path: str, more: bytes) -> Callable[[Files], None]:
    def spoil(files: Files) -> None:
        files[path] += more

    return spoil


SPOILT = (
    Spoilt(
        "one organisation of two",
        "UNWITNESSED",
        (),
        _newest(lambda bundle: bundle.signed(7, REGION, SECOND_OF_REGION)),
    ),
    Spoilt("nobody has seen it", "UNWITNESSED", (), _newest(lambda b: f"{b.note(7)}\n{LOG.sign(b.note(7))}")),
    Spoilt("signed by a key that nobody trusts", "BROKEN", (), _newest(lambda bundle: bundle.signed(7, by=NEXT_LOG))),
    Spoilt("rewritten, and signed by another key", "BROKEN", (), _other_key_takes_over),
    Spoilt("a bit of the signature", "BROKEN", (), _newest(lambda b: f"{b.note(7)}\n{_altered(LOG.sign(b.note(7)))}")),
    Spoilt("what was recorded", "BROKEN", (5,), lambda bundle: _edited_state(bundle.rows[4])),
    Spoilt(
        "who recorded it",
        "BROKEN",
        (4,),
        _set(4, "state", lambda state: state.replace("dk/person/administrator", "dk/person/p3")),
    ),
    Spoilt("when it was recorded", "BROKEN", (6,), _set(6, "recorded_at", lambda at: at - 1)),
    Spoilt("what kind of event it is", "BROKEN", (3,), _set(3, "tag", lambda _: "person.erased")),
    Spoilt("where it was recorded", "BROKEN", (7,), _set(7, "stream", lambda _: "dk/person/p9")),
    Spoilt("its number", "BROKEN", (7,), _set(7, "version", lambda _: 2)),
    Spoilt("two states, each in the other's place", "BROKEN", (5, 6), _swapped_states),
    Spoilt("a leaf whose event is not disclosed", "BROKEN", (), _undisclosed_leaf),
    Spoilt("the log's own key signs another history", "DIVERGES", (), _stolen_key_from_the_first),
    Spoilt("the log's own key, and a head held from before", "DIVERGES", (), _stolen_key, _held(7)),
    Spoilt("the head held from before is another", "DIVERGES", (), _keep, _held(3, sound=False)),
    Spoilt("the head held from before is the same", "WITNESSED", (), _keep, _held(3)),
    Spoilt("older than the head held from before", "DIVERGES", (), _keep, _held(7).replace("size = 7", "size = 9")),
    Spoilt("other words than were sealed", "BROKEN", (4,), _other_words),
    Spoilt(
        "words that are missing, and nothing says why", "INCOMPLETE", (5,), _texts_without(5), to_hashes="WITNESSED"
    ),
    Spoilt("a file that the manifest tells otherwise", "REFUSED", (), _keep, files=_grown("leaves.bin", b"\x00")),
)


FILES: dict[str, Callable[[], Any]] = {
    "leaves": leaves,
    "trees": trees,
    "notes": notes,
    "heads": heads,
    "quorums": quorums,
    "trusts": trusts,
    "commitments": commitments,
    "bundles": bundles,
}


def written(name: str) -> str:
    """A file of cases as it stands in the folder."""
    return json.dumps(FILES[name](), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for each in FILES:
        (FOLDER / f"{each}.json").write_text(written(each), "utf-8")

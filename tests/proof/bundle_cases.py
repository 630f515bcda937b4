"""The shared cases of whole bundles: in which way each is not what it was, and what comes of it."""

from base64 import b64encode
from collections.abc import Callable
from typing import Any, NamedTuple

from tests.proof.plainly import Key, Row, checkpoint, leaf_data, leaf_hash, root
from tests.proof.small_bundle import (
    LOG,
    NEXT_LOG,
    OLDER,
    ORIGIN,
    REGION,
    SECOND_OF_REGION,
    TRUST,
    Bundle,
    Files,
    key_change,
)
from tests.proof.spoilt import Case, altered, flipped


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


def _key_from_another_history(bundle: Bundle) -> None:
    """A stranger writes a record that names his own key, and puts a head beside it that the log truly signed: of another record."""
    older = bundle.older
    _key_changed(4, LOG, NEXT_LOG)(bundle)
    bundle.older = older


def _older(by: Key) -> Callable[[Bundle], None]:
    """Keys change; who signed an older head of the same history is no matter, since the newest says the same."""

    def spoil(bundle: Bundle) -> None:
        bundle.older = bundle.signed(OLDER, by=by)

    return spoil


def _another_older(by: Key) -> Callable[[Bundle], None]:
    def spoil(bundle: Bundle) -> None:
        text = checkpoint(ORIGIN, [*bundle.leaves[: OLDER - 1], bytes(32)], OLDER)
        bundle.older = f"{text}\n{by.sign(text)}"

    return spoil


def _without_event(position: int) -> Callable[[Bundle], None]:
    def spoil(bundle: Bundle) -> None:
        del bundle.rows[position - 1]
        _texts_without(position)(bundle)

    return spoil


def _nothing_to_see(bundle: Bundle) -> None:
    """The record's own stream is handed to everybody, and nothing else to whom has no part in a meeting."""
    bundle.scope, bundle.opened = {"kind": "meeting", "name": "by/meeting/m1"}, "as"
    bundle.rows, bundle.texts = bundle.rows[:1], []


def _paper_of_another_name(files: Files) -> None:
    files[f"papers/{'0' * 64}"] = b"%PDF-"
    del files["manifest.json"]
    files["manifest.json"] = Bundle().manifest(files)


def _signed_twice(bundle: Bundle) -> str:
    return bundle.signed(7) + altered(LOG.sign(bundle.note(7)))


def _larger_head(files: Files) -> None:
    """The maker of the bundle cut the record off, and forgot a head."""
    text = checkpoint(ORIGIN, [*Bundle().leaves, bytes(32)], 8)
    files["checkpoints/0000000008"] = f"{text}\n{LOG.sign(text)}".encode()
    del files["manifest.json"]
    files["manifest.json"] = Bundle().manifest(files)


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
    bundle.leaves[4] = flipped(bundle.leaves[4])


def _grown(path: str, more: bytes) -> Callable[[Files], None]:
    def spoil(files: Files) -> None:
        files[path] += more

    return spoil


def _key_changed(at: int, older: Key, newest: Key) -> Callable[[Bundle], None]:
    """The record names its next key; who signed the two heads."""

    def change(bundle: Bundle) -> None:
        bundle.rows[at - 1] = key_change(at)
        bundle.texts = [each for each in bundle.texts if each[0] != at]
        _rewritten(bundle)
        bundle.older, bundle.newest = bundle.signed(OLDER, by=older), bundle.signed(7, by=newest)

    return change


SPOILT = (
    Spoilt("the next key, which a head of the old one covers", "WITNESSED", (), _key_changed(4, LOG, NEXT_LOG)),
    Spoilt("the next key, which no head of the old one covers", "BROKEN", (), _key_changed(5, LOG, NEXT_LOG)),
    Spoilt("the next key, and no head of the old one", "BROKEN", (), _key_changed(4, NEXT_LOG, NEXT_LOG)),
    Spoilt("the next key, named in another history than the signed one", "BROKEN", (), _key_from_another_history),
    Spoilt("of two lines of the log's key one does not fit", "BROKEN", (), _newest(_signed_twice)),
    Spoilt("a signed head in it that is larger than its newest", "DIVERGES", (), _keep, files=_larger_head),
    Spoilt(
        "one organisation of two",
        "UNWITNESSED",
        (),
        _newest(lambda bundle: bundle.signed(7, REGION, SECOND_OF_REGION)),
    ),
    Spoilt("nobody has seen it", "UNWITNESSED", (), _newest(lambda b: f"{b.note(7)}\n{LOG.sign(b.note(7))}")),
    Spoilt("an older head that fits, signed by a key of before", "WITNESSED", (), _older(NEXT_LOG)),
    Spoilt("an older head that does not fit, which nobody signed", "BROKEN", (), _another_older(NEXT_LOG)),
    Spoilt("an older head that does not fit, which the log signed", "DIVERGES", (), _another_older(LOG)),
    Spoilt("an event that the whole record lacks", "BROKEN", (5,), _without_event(5)),
    Spoilt("nothing of a meeting, to whom may see nothing of it", "WITNESSED", (), _nothing_to_see),
    Spoilt("a paper under another's name", "BROKEN", (), _keep, files=_paper_of_another_name),
    Spoilt("signed by a key that nobody trusts", "BROKEN", (), _newest(lambda bundle: bundle.signed(7, by=NEXT_LOG))),
    Spoilt("rewritten, and signed by another key", "BROKEN", (), _other_key_takes_over),
    Spoilt("a bit of the signature", "BROKEN", (), _newest(lambda b: f"{b.note(7)}\n{altered(LOG.sign(b.note(7)))}")),
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

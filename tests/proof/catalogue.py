"""The catalogue of tampering (trust.md §2B): what somebody with every right to the database may do, and what must be said of it.
Verdict and place of each row are written here from the specification, before any verifier was asked.
"""

import json
from random import Random

from domain.names import kind_of
from proof.note import Signer
from tests.proof import plainly
from tests.proof.expected import Expected, Spoil, say, somewhere
from tests.proof.spoiling import STATE, STREAM, TAG, TIME, VERSION, Record, held_head

THIEF = Signer("klynge/region", bytes(reversed(range(32))))
"""Calls itself by the log's name, with another key."""
JUDGED_KINDS = frozenset({"fund", "membership", "access", "log"})
"""What the rules of money and seats read most of; who rewrites history unseen leaves these alone."""


# --- rows ---


def edit_state(record: Record, random: Random) -> Expected:
    """One letter or digit of what happened."""
    at = somewhere(record, random)
    state = bytearray(record.row(at)[STATE])
    where = random.choice([index for index, byte in enumerate(state) if chr(byte).isalnum() and byte < 0x80])
    state[where] = ord(random.choice([each for each in "a7Zq0" if ord(each) != state[where]]))
    record.row(at)[STATE] = bytes(state)
    return Expected("BROKEN", (at,))


def edit_by(record: Record, random: Random) -> Expected:
    """Somebody else did it."""
    at = somewhere(record, random)
    say(record, at, lambda state: state["by"].update(person=f"dk/person/en-anden-{random.randint(1, 999)}"))
    return Expected("BROKEN", (at,))


def edit_recorded_at(record: Record, random: Random) -> Expected:
    """It was recorded a moment, or a year, earlier or later."""
    at = somewhere(record, random)
    moved = int(record.row(at)[TIME]) + random.choice((-1, 1)) * random.choice((1, 1_000_000, 31_536_000_000_000))
    record.row(at)[TIME] = str(moved).encode()
    return Expected("BROKEN", (at,))


def edit_topic(record: Record, random: Random) -> Expected:
    """Another kind of event with the same content."""
    at = somewhere(record, random)
    tags = {row[TAG] for row in record.rows} - {record.row(at)[TAG]}
    record.row(at)[TAG] = random.choice(sorted(tags))
    return Expected("BROKEN", (at,))


def edit_stream(record: Record, random: Random) -> Expected:
    """It happened to another."""
    at = somewhere(record, random)
    streams = {row[STREAM] for row in record.rows} - {record.row(at)[STREAM]}
    record.row(at)[STREAM] = random.choice(sorted(streams))
    return Expected("BROKEN", (at,))


def _two(record: Record, random: Random, *columns: int) -> Expected:
    while True:
        one, other = sorted(random.sample(range(1, record.size + 1), 2))
        a, b = record.row(one), record.row(other)
        if all(a[each] != b[each] for each in columns):
            break
    for each in columns:
        a[each], b[each] = b[each], a[each]
    return Expected("BROKEN", (one, other))


def swap_states(record: Record, random: Random) -> Expected:
    """Two events, each with what the other says."""
    return _two(record, random, STATE)


def reorder(record: Record, random: Random) -> Expected:
    """Two events, each in the other's place."""
    found = _two(record, random, STATE, STREAM)
    a, b = (record.row(at) for at in found.places)
    for each in (VERSION, TAG, TIME):
        a[each], b[each] = b[each], a[each]
    return found


def delete_in_the_middle(record: Record, random: Random) -> Expected:
    """A row is gone, and its place is empty."""
    at = somewhere(record, random, 2, record.size - 1)
    del record.rows[at - 1]
    record.texts = [text for text in record.texts if int(text[0]) != at]
    return Expected("BROKEN", (at,))


def delete_and_close_up(record: Record, random: Random) -> Expected:
    """A row is gone, and all after it have moved up."""
    at = somewhere(record, random, 2, record.size - 1)
    del record.rows[at - 1]
    record.texts = [text for text in record.texts if int(text[0]) < at]
    _number(record)
    return Expected("BROKEN", first=at)


def delete_the_tail(record: Record, random: Random) -> Expected:
    """The last rows are gone; the signed head still counts them."""
    at = somewhere(record, random, record.size // 2)
    at = min(at, record.size - 1)
    del record.rows[at:]
    record.texts = [text for text in record.texts if int(text[0]) <= at]
    return Expected("BROKEN", (at + 1,))


def delete_the_tail_and_its_head(record: Record, random: Random) -> Expected:
    """All is put back to an older head, which is genuine and witnessed. The auditor holds a newer one."""
    held = held_head(plainly.root(record.leaves), record.size)
    name, note = random.choice(sorted(record.notes.items()))
    size = int(name)
    del record.rows[size:]
    del record.leaves[size:]
    record.texts = [text for text in record.texts if int(text[0]) <= size]
    record.newest = note if b"kommune" in note else record.signed(size, cosigned=True)
    record.notes = {each: kept for each, kept in record.notes.items() if int(each) < size}
    return Expected("DIVERGES", trust=held)


def insert(record: Record, random: Random) -> Expected:
    """An event that nobody recorded, and all after it have moved on; the last falls out of the head."""
    at = somewhere(record, random, 2, record.size - 1)
    record.rows.insert(at - 1, list(record.row(random.randint(1, at - 1))))
    record.rows.pop()
    record.texts = [text for text in record.texts if int(text[0]) < at]
    _number(record)
    return Expected("BROKEN", first=at)


def _number(record: Record) -> None:
    for position, row in enumerate(record.rows, 1):
        row[0] = str(position).encode()


def renumber_versions(record: Record, random: Random) -> Expected:
    """The number of an event within its stream."""
    at = somewhere(record, random)
    record.row(at)[VERSION] = str(int(record.row(at)[VERSION]) + random.randint(1, 9)).encode()
    return Expected("BROKEN", (at,))


def replay_an_old_event(record: Record, random: Random) -> Expected:
    """What happened before happens again, in the place of another event."""
    at = somewhere(record, random, 2)
    old = record.row(random.randint(1, at - 1))
    record.rows[at - 1] = [record.row(at)[0], *old[1:]]
    record.texts = [text for text in record.texts if int(text[0]) != at]
    return Expected("BROKEN", (at,))


# --- keys and texts ---


def edit_a_text(record: Record, random: Random) -> Expected:
    """What opens a seal gives other words."""
    text = random.choice(record.texts)
    text[3] = json.dumps(json.loads(text[3]) + ".", ensure_ascii=False).encode()
    return Expected("BROKEN", (int(text[0]),))


def edit_a_salt(record: Record, random: Random) -> Expected:
    """What opens a seal does not fit it."""
    text, other = random.sample(record.texts, 2)
    text[2] = other[2]
    return Expected("BROKEN", (int(text[0]),))


def drop_a_key(record: Record, random: Random) -> Expected:
    """A text cannot be opened, and no erasure says why."""
    text = random.choice(record.texts)
    record.texts.remove(text)
    return Expected("INCOMPLETE", (int(text[0]),))


# --- the tree and its heads ---


def _rewrite(record: Record, random: Random, first: int = 2, last: int | None = None) -> int:
    """An event says something else, and the tree is made of it: that breaks no rule of money or seats."""
    while True:
        at = somewhere(record, random, first, last)
        if kind_of(record.row(at)[STREAM].decode()) not in JUDGED_KINDS:
            break
    say(record, at, lambda state: state.update(command=f"{state['command'][:-1]}x"))
    record.rebuild()
    return at


def rewrite_and_keep_the_head(record: Record, random: Random) -> Expected:
    """The tree is new, the signature is of the old one."""
    at = _rewrite(record, random)
    return Expected("BROKEN", within=at)


def rewrite_and_sign_with_another_key(record: Record, random: Random) -> Expected:
    """Somebody signs in the log's name."""
    _rewrite(record, random)
    record.newest = record.signed(record.size, by=THIEF)
    record.notes = {name: record.signed(int(name), by=THIEF) for name in record.notes}
    return Expected("BROKEN")


def rewrite_and_keep_the_witness(record: Record, random: Random) -> Expected:
    """The stolen key signs; the witness's line is of what was."""
    line = record.newest.decode().rstrip("\n").split("\n")[-1]
    _rewrite(record, random)
    record.newest = record.signed(record.size) + f"{line}\n".encode()
    record.notes = {name: record.signed(int(name)) for name in record.notes}
    return Expected("BROKEN")


def _with_the_stolen_key(record: Record) -> None:
    record.newest = record.signed(record.size)
    record.notes = {name: record.signed(int(name)) for name in record.notes}


def stolen_key_against_a_held_head(record: Record, random: Random) -> Expected:
    """Everything is rewritten and signed with the log's own key. The auditor holds a head from before."""
    held = held_head(plainly.root(record.leaves), record.size)
    _rewrite(record, random)
    _with_the_stolen_key(record)
    return Expected("DIVERGES", trust=held)


def stolen_key_against_an_older_head(record: Record, random: Random) -> Expected:
    """As before; an older head that the log had signed lies in the bundle still."""
    name = max(record.notes)
    note = record.notes[name]
    _rewrite(record, random, last=int(name))
    _with_the_stolen_key(record)
    record.notes[name] = note
    return Expected("DIVERGES")


def stolen_key_and_nobody_holds_a_head(record: Record, random: Random) -> Expected:
    """Nobody has seen what was: it is not found, and it is not called witnessed either."""
    _rewrite(record, random)
    _with_the_stolen_key(record)
    return Expected("UNWITNESSED")


CATALOGUE: tuple[Spoil, ...] = (
    edit_state,
    edit_by,
    edit_recorded_at,
    edit_topic,
    edit_stream,
    swap_states,
    reorder,
    delete_in_the_middle,
    delete_and_close_up,
    delete_the_tail,
    delete_the_tail_and_its_head,
    insert,
    renumber_versions,
    replay_an_old_event,
    edit_a_text,
    edit_a_salt,
    drop_a_key,
    rewrite_and_keep_the_head,
    rewrite_and_sign_with_another_key,
    rewrite_and_keep_the_witness,
    stolen_key_against_a_held_head,
    stolen_key_against_an_older_head,
    stolen_key_and_nobody_holds_a_head,
)

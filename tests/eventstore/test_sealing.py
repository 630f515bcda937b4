"""Sealing: an event commits to each text, a box holds it under a key of its own, and a box that was changed does not open."""

import hashlib
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.text import Sealed, TextClass
from eventstore.deciding import Block, Head, Overtaken
from eventstore.given import Answer
from eventstore.key_pool import KeyPool
from eventstore.keys import KEY_BYTES, KEY_ID_BYTES, Fault
from eventstore.log import Log
from eventstore.memory import MemoryRecorder
from eventstore.sealing import SALTS_DRAWN, Salts, Sealing, Tampered, commitment, key_id_of, seal, unseal
from tests.eventstore.world import HEAD, KOLDING, SECRETARY, registering
from tests.eventstore.writing import Working, carry_out, events, give, given
from tests.files import keys_in

WORDS = "Færre indlæggelser – »hvis kommunerne vil«.\n⟦person:dk/person/x⟧ \U0001f3e5"
KEY_ID, KEY = bytes(range(KEY_ID_BYTES)), bytes(range(KEY_BYTES))
SALTS = Salts()


def sealed(words: str = WORDS, stream: str = KOLDING, version: int = 1, field: str = "/name") -> Sealed[str]:
    return seal(words, stream, version, field, KEY_ID, KEY, SALTS.take())


# --- what a commitment and a box are ---


def test_the_commitment_is_what_the_verifier_computes() -> None:
    """Written out here, as somebody outside would from the documentation."""
    salt, value = bytes(32), json.dumps(WORDS, ensure_ascii=False).encode()
    expected = hashlib.sha256()
    expected.update(b"klynge/commit/v1")
    expected.update(salt)
    expected.update(len(KOLDING).to_bytes(4, "big") + KOLDING.encode())
    expected.update((7).to_bytes(8, "big"))
    expected.update(len("/name").to_bytes(4, "big") + b"/name")
    expected.update(len(value).to_bytes(4, "big") + value)

    assert commitment(salt, KOLDING, 7, "/name", value) == expected.digest()


def test_a_box_is_key_id_and_salt_and_value_under_that_key() -> None:
    box = sealed()

    plain = AESGCM(KEY).decrypt(bytes(12), box.box[KEY_ID_BYTES:], box.c)

    assert box.box[:KEY_ID_BYTES] == key_id_of(box) == KEY_ID
    assert json.loads(plain[32:]) == WORDS
    assert commitment(plain[:32], KOLDING, 1, "/name", plain[32:]) == box.c


@pytest.mark.parametrize("words", ["", "x", WORDS, '"\\', "\x7f\u2028"])
def test_what_was_sealed_opens_as_it_was_said(words: str) -> None:
    assert unseal(sealed(words), KEY) == words


def test_the_same_words_never_look_the_same() -> None:
    """Else a guess could be tried on a commitment, and two equal texts be told apart from two others."""
    assert len({sealed().c for _ in range(100)}) == len({sealed().box for _ in range(100)}) == 100


def test_no_salt_is_given_out_twice() -> None:
    """More than are drawn at once."""
    assert len({SALTS.take() for _ in range(3 * SALTS_DRAWN)}) == 3 * SALTS_DRAWN


@pytest.mark.parametrize(
    "changed",
    [
        lambda one, other: Sealed[str](c=one.c, box=other.box),
        lambda one, other: Sealed[str](c=other.c, box=one.box),
        lambda one, other: Sealed[str](c=one.c, box=one.box[:-1] + bytes([one.box[-1] ^ 1])),
        lambda one, other: Sealed[str](c=bytes([one.c[0] ^ 128]) + one.c[1:], box=one.box),
        lambda one, other: Sealed[str](c=one.c, box=one.box[:-1]),
        lambda one, other: Sealed[str](c=one.c, box=one.box[:KEY_ID_BYTES]),
    ],
    ids=[
        "another's box",
        "another's commitment",
        "a bit of the box",
        "a bit of the commitment",
        "cut short",
        "emptied",
    ],
)
def test_a_box_that_was_changed_does_not_open(changed: Callable[[Any, Any], Sealed[str]]) -> None:
    one, other = sealed(), sealed("Flere indlæggelser.")

    with pytest.raises(Tampered):
        unseal(changed(one, other), KEY)
    # Control: unchanged they open.
    assert [unseal(one, KEY), unseal(other, KEY)] == [WORDS, "Flere indlæggelser."]


def test_another_key_opens_nothing() -> None:
    with pytest.raises(Tampered):
        unseal(sealed(), bytes(KEY_BYTES))


# --- blocks of the log ---


def test_boxes_swapped_in_the_log_do_not_open(on_file: Log, tmp_path: Path) -> None:
    for party in (KOLDING, "dk/party/vejle"):
        give(on_file, SECRETARY, party, registering(party))
    one, other = (each.event.name for each in events(on_file, HEAD))

    swapped = Sealed[str](c=one.c, box=other.box)
    assert on_file.texts.open(swapped) is None
    assert on_file.texts.faults == {key_id_of(swapped): Fault.TAMPERED}
    assert [on_file.texts.open(each) for each in (one, other)] == [KOLDING, "dk/party/vejle"]


def test_every_text_is_a_block_with_its_class_and_its_subject(kept_log: Log) -> None:
    blocks = [_without_key(block) for block in kept_log.recorder.blocks((0, ""), 100)]

    assert blocks == [
        (2, "/name", TextClass.PUBLIC_RECORD, "dk/party/region"),
        (3, "/function", TextClass.PUBLIC_RECORD, "dk/person/administrator"),
        (3, "/name", TextClass.PUBLIC_RECORD, "dk/person/administrator"),
        (4, "/reason", TextClass.CONTACT, "dk/person/administrator"),
        (5, "/function", TextClass.PUBLIC_RECORD, "dk/person/secretary"),
        (5, "/name", TextClass.PUBLIC_RECORD, "dk/person/secretary"),
        (6, "/function", TextClass.PUBLIC_RECORD, "dk/person/chair"),
        (6, "/name", TextClass.PUBLIC_RECORD, "dk/person/chair"),
        (7, "/name", TextClass.PUBLIC_RECORD, "lillebaelt/cluster/lillebaelt"),
        (8, "/name", TextClass.PUBLIC_RECORD, "lillebaelt/body/strategic"),
        (8, "/seats/0/right/words", TextClass.PUBLIC_RECORD, "lillebaelt/body/strategic"),
    ]


def _without_key(block: Block) -> tuple[int, str, str, str]:
    return block.position, block.field, block.text_class, block.subject


def test_one_key_opens_one_block(kept_log: Log) -> None:
    carry_out(kept_log, *(given(SECRETARY, f"dk/party/p{index}", registering()) for index in range(200)))

    blocks = list(kept_log.recorder.blocks((HEAD, ""), 1_000))
    boxes = [each.event.name for each in events(kept_log, HEAD)]

    assert [block.key_id for block in blocks] == [key_id_of(box) for box in boxes]
    assert len({block.key_id for block in blocks}) == 200


class Overtaking(MemoryRecorder):
    """Somebody appends first whenever the writer trusts the head it knows; so its batch is decided again."""

    trusted = False

    def deciding(self, wanted: Any, known: Head | None) -> Any:
        self.trusted = known is not None
        return super().deciding(wanted, known)

    def _insert_events(self, stored_events: Any, **more: Any) -> Any:
        if self.trusted:
            raise Overtaken
        return super()._insert_events(stored_events, **more)


def test_no_key_is_given_out_twice_also_when_a_batch_is_decided_again(in_memory: Log) -> None:
    in_memory.recorder.__class__ = Overtaking
    taken: list[bytes] = []

    def take() -> tuple[bytes, bytes]:
        key_id, key = in_memory.pool.take()
        taken.append(key_id)
        return key_id, key

    in_memory.sealing = Sealing(take)
    working = Working(in_memory)
    commands = [given(SECRETARY, f"dk/party/p{index}", registering()) for index in range(20)]

    outcomes = [working.give(command) for command in commands]
    working.close()

    assert outcomes == [
        Answer(position=HEAD + 1 + index, stream=f"dk/party/p{index}", version=1) for index in range(20)
    ]
    assert working.overtaken > 0
    assert len(set(taken)) == len(taken) == 20 + working.overtaken
    assert len({block.key_id for block in in_memory.recorder.blocks((HEAD, ""), 100)} & set(taken)) == 20


def test_keys_are_durable_before_they_are_given_out(tmp_path: Path) -> None:
    database = keys_in(tmp_path / "keys.db")
    pool = KeyPool(database)

    taken = dict(pool.take() for _ in range(300))

    other = keys_in(tmp_path / "keys.db")
    assert {key_id: other.find(key_id) for key_id in taken} == taken
    assert len(taken) == len(set(taken.values())) == 300
    pool.close()
    other.close()
    database.close()


def test_two_who_take_keys_at_once_get_different_ones(tmp_path: Path) -> None:
    database = keys_in(tmp_path / "keys.db")
    pool = KeyPool(database)
    taken: list[tuple[bytes, bytes]] = []

    def take() -> None:
        for _ in range(3_000):
            taken.append(pool.take())

    threads = [Thread(target=take) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(dict(taken)) == len(taken) == 6_000
    pool.close()
    database.close()


def test_keys_left_by_a_process_that_ended_are_not_used_again(tmp_path: Path) -> None:
    """Nobody knows whether a box was made with them."""
    database = keys_in(tmp_path / "keys.db")
    first = KeyPool(database)
    first.take()
    first.close()
    left = {row[0] for row in sqlite3.connect(tmp_path / "keys.db").execute("SELECT id FROM keys")}

    second = KeyPool(database)
    taken = {second.take()[0] for _ in range(100)}

    assert taken & left == set()
    second.close()
    database.close()


def test_a_key_lies_wrapped(tmp_path: Path) -> None:
    database = keys_in(tmp_path / "keys.db")
    ((key_id, key),) = database.make(1)
    database.close()
    stored = (tmp_path / "keys.db").read_bytes()

    assert (key_id in stored, key in stored) == (True, False)


def test_no_byte_of_a_destroyed_key_is_left_however_the_pages_were_split(tmp_path: Path) -> None:
    """Ids are random, so keys move between pages as more are made; what moved must leave nothing behind."""
    database = keys_in(tmp_path / "keys.db")
    made = [key_id for _ in range(8) for key_id, _ in database.make(1_000)]
    wrapped = dict(sqlite3.connect(tmp_path / "keys.db").execute("SELECT id, wrapped FROM keys"))
    doomed, spared = made[::20], made[1::20]

    for start in range(0, len(doomed), 40):
        database.destroy(doomed[start : start + 40])

    stored = b"".join(file.read_bytes() for file in tmp_path.glob("keys.db*"))
    assert [key_id for key_id in doomed if wrapped[key_id] in stored] == []
    # Control: the others are found.
    assert all(wrapped[key_id] in stored for key_id in spared)
    database.close()

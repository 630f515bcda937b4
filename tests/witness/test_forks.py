"""A log that was put back, or wrote its past anew, is signed by no witness: whoever asks, when, and however often at once."""

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Barrier, Lock, Thread

import httpx
import pytest

from eventstore.durable import write_durably
from klynge.witness import signing
from klynge.witness.folder import Folder
from klynge.witness.request import Request, Said, require_goes_on
from klynge.witness.signing import Witness
from tests.ports import free_port
from tests.witness.heads import ORIGIN, Numbers
from tests.witness.killed import MOMENTS, until_it_answers

ROUNDS = 50
RACES = 40
ASKING = 8


def answer(witness: Witness, body: bytes) -> tuple[int, str]:
    try:
        return 200, witness.add(body)
    except Said as said:
        return said.status, said.told


def signed(witness: Witness) -> str | None:
    note = witness.last(ORIGIN)
    return None if note is None else note.text


def test_a_log_that_was_put_back_and_went_on_otherwise_is_refused_fifty_times_of_fifty(tmp_path: Path) -> None:
    """As the service would ask: from nothing, from where it was put back, and from where the witness says that it stands."""
    chance = random.Random("put back")
    refused = honest = 0
    for number in range(ROUNDS):
        folder = Folder.make(tmp_path / str(number), f"w{number}.example/w")
        witness = Witness(folder)
        size = chance.randint(2, 60)
        log = Numbers(90)
        folder.trust(log.signer.vkey, "")
        assert answer(witness, log.request(0, size))[0] == 200
        back = chance.randint(0, size - 1)
        grown = chance.randint(back + 1, 90)
        forked = Numbers(90, forked=back)
        answers = [answer(witness, forked.request(old, grown)) for old in {0, back, size} if old <= grown]
        # Also with the proof of the true log, or none.
        if size <= grown:
            true = log.request(size, grown).rpartition(b"\n\n" + ORIGIN.encode())[0]
            answers.append(answer(witness, true + b"\n\n" + forked.note(grown).encode()))
            answers.append(answer(witness, f"old {size}\n\n{forked.note(grown)}".encode()))
        refused += all(status in (409, 422) for status, _ in answers)
        assert signed(witness) == log.text(size)
        honest += answer(witness, log.request(size, 90))[0] == 200
    assert (refused, honest) == (ROUNDS, ROUNDS)


def test_of_many_who_ask_at_once_one_is_signed_for(folder: Folder) -> None:
    """All from one size, each with a future of its own: only one of them can be true."""
    witness = Witness(folder)
    log = Numbers(10)
    assert answer(witness, log.request(0, 10))[0] == 200
    for number in range(RACES):
        futures = [Numbers(11 + each, forked=10, twist=f"{number} {each}") for each in range(ASKING)]
        path = folder.path / "seen" / signing.name_of(ORIGIN)
        before = path.read_bytes()
        statuses = together(lambda each: answer(witness, each.request(10, each.size))[0], futures)
        assert sorted(statuses) == [200] + [409] * (ASKING - 1)
        won = futures[statuses.index(200)]
        assert signed(witness) == won.text(won.size)
        path.write_bytes(before)


def test_looking_and_writing_apart_would_sign_for_two(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control of the race: without taking turns both are signed for, and the memory goes back."""
    witness = Witness(folder)
    assert answer(witness, Numbers(10).request(0, 10))[0] == 200
    both = Barrier(2)
    looked = require_goes_on

    def looks(request: Request, last: object) -> None:
        looked(request, last)  # type: ignore[arg-type]
        both.wait(20)

    usual, writing = write_durably, Lock()

    def writes(path: Path, content: bytes) -> None:
        with writing:  # each whole, but not with its look
            usual(path, content)

    monkeypatch.setattr(signing, "require_goes_on", looks)
    monkeypatch.setattr(signing, "write_durably", writes)
    monkeypatch.setattr(witness, "_turn", nullcontext())
    futures = [Numbers(12, forked=10, twist=each) for each in ("a", "b")]
    assert together(lambda each: answer(witness, each.request(10, 12))[0], futures) == [200, 200]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_witness_that_dies_while_it_signs_never_signs_for_two(folder: Folder, moment: str) -> None:
    """Whatever it had told nobody, it remembers, or it never signed it."""
    log = Numbers(30)
    assert answer(Witness(folder), log.request(0, 10))[0] == 200
    with running(folder, free_port(), moment) as line, pytest.raises(httpx.TransportError):
        line.post("/add-checkpoint", content=log.request(10, 20))
    again, forked = Witness(folder), Numbers(30, forked=12)
    if moment == "after":
        # It was on the disk before anybody was told: the other future comes too late, and this one is signed when asked again.
        assert answer(again, forked.request(10, 20)) == (409, "20\n")
        assert answer(again, log.request(20, 20))[0] == 200
    else:
        # Nobody was told, and nothing was kept: whoever asks first is signed for, and nobody else.
        assert answer(again, forked.request(10, 20))[0] == 200
        assert answer(again, log.request(10, 20))[0] == 409


def together(do: object, each: list[Numbers]) -> list[int]:
    """All at once, in threads."""
    assert callable(do)
    start, found = Barrier(len(each)), [0] * len(each)

    def run(number: int) -> None:
        start.wait()
        found[number] = do(each[number])

    threads = [Thread(target=run, args=(number,)) for number in range(len(each))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


@contextmanager
def running(folder: Folder, port: int, moment: str) -> Iterator[httpx.Client]:
    process = subprocess.Popen([sys.executable, "-m", "tests.witness.killed", str(folder.path), str(port), moment])
    try:
        until_it_answers(port)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=20) as line:
            yield line
    finally:
        process.kill()
        process.wait()

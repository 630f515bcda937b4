"""Whole conversations made at random: whatever a client says in whatever order, it is answered, or closed, as the protocol says.

What must come is told by a model of the protocol beside it, which knows no more than whether hello was said, which topics are
followed, and who is there. `make frames` holds five thousand.
"""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest
from websockets.frames import Opcode

from eventstore.cursor import Cursor
from realtime.connection import Connection
from realtime.messages import MESSAGE_IN_BYTES_MAX
from tests.projections.aadal import MEETING
from tests.realtime.bare import bare
from tests.realtime.served import Served
from tests.realtime.test_frames import GROWTH_BYTES_MAX, frame, grown_bytes, hear

IN_SHORT, AT_LENGTH = 60, 5_000
STEPS_MAX = 9
SEED = 11
TOPICS = (MEETING, "aadal/people", "aadal/decisions", "dk/people")
UNASKED = {"snap", "rows", "sync", "reset", "pres", "bye", "auth_expiring", "access"}
"""What may come between a request and its answer, and before a close."""
SIGNED_OUT, SOMEBODY_ELSE, BINARY, NOT_UTF_8, TOO_LARGE, BY_ITSELF = 4001, 4003, 4000, 1007, 1009, 1000


@dataclass
class Proofs:
    """Tokens, made once."""

    good: str
    later: str
    expired: str
    of_another: str
    epoch: str


@dataclass
class Talk:
    """What is known of a conversation by who follows the rules of the protocol."""

    greeted: bool = False
    followed: set[str] = field(default_factory=set)
    asked: int = 0

    def next_id(self) -> int:
        self.asked += 1
        return self.asked


@dataclass
class Step:
    """What is sent, and what must come: an answer of one of these forms, or a close with this code."""

    sent: bytes
    answers: tuple[dict[str, Any], ...] = ()
    closes: int | None = None


def text(**message: Any) -> bytes:
    return frame(Opcode.TEXT, json.dumps(message).encode())


def error(status: int, request: int | None = None) -> dict[str, Any]:
    return {"op": "error", "status": status} | ({} if request is None else {"id": request})


def hello(talk: Talk, proofs: Proofs, random: Random) -> Step:
    token = random.choice((proofs.good, proofs.good, proofs.good, proofs.expired, "vrøvl", None))
    sent = text(op="hello", client={"name": "fuzz"}, want=["msgpack", 7], token=token)
    if talk.greeted:
        return Step(sent, (error(409),))
    if token is not proofs.good:
        return Step(sent, closes=SIGNED_OUT)
    talk.greeted = True
    return Step(sent, ({"op": "welcome"},))


def sub(talk: Talk, proofs: Proofs, random: Random) -> Step:
    request, topic = talk.next_id(), random.choice((*TOPICS, "aadal/meeting/findes-ikke", "", "x" * 500))
    since = random.choice((None, None, "vrøvl", ahead(proofs.epoch), ahead("another life of the log")))
    sent = text(op="sub", id=request, topic=topic, since=since, presence=random.random() < 0.5)
    if not talk.greeted:
        return Step(sent, closes=SIGNED_OUT)
    if len(topic) > 200:
        return Step(sent, (error(429, request),))
    if since == "vrøvl":
        return Step(sent, (error(400, request),))
    if topic not in TOPICS:
        return Step(sent, (error(404, request),))
    talk.followed.add(topic)
    return Step(sent, ({"op": "ok", "id": request, "topic": topic, "mode": "snapshot"},))


def ahead(epoch: str) -> str:
    """A cursor from the future."""
    return Cursor(epoch, "abcdef01", 999_999).text()


def unsub(talk: Talk, proofs: Proofs, random: Random) -> Step:
    request, topic = talk.next_id(), random.choice(TOPICS)
    sent = text(op="unsub", id=request, topic=topic)
    if not talk.greeted:
        return Step(sent, closes=SIGNED_OUT)
    talk.followed.discard(topic)
    return Step(sent, ({"op": "ok", "id": request, "topic": topic},))


def auth(talk: Talk, proofs: Proofs, random: Random) -> Step:
    request = talk.next_id()
    what = random.choice(("good", "later", "expired", "of_another", "a ticket", "nothing"))
    token = getattr(proofs, what, None)
    proof = {"ticket": "made up"} if what == "a ticket" else {} if token is None else {"token": token}
    sent = text(op="auth", id=request, **proof)
    if not talk.greeted:
        return Step(sent, closes=SIGNED_OUT)
    if what in ("good", "later"):
        return Step(sent, ({"op": "ok", "id": request},))
    if what == "of_another":
        return Step(sent, (error(403, request),), closes=SOMEBODY_ELSE)
    return Step(sent, (error(401, request),))


def presence(talk: Talk, proofs: Proofs, random: Random) -> Step:
    """Whether presence is followed, and how often one may say so, is not the model's to know: it is answered by its id."""
    request = talk.next_id()
    state = random.choice((None, {"hand": True}, {"hand": False, "more": "ø"}))
    sent = text(op="presence", id=request, topic=random.choice(TOPICS), state=state)
    if not talk.greeted:
        return Step(sent, closes=SIGNED_OUT)
    return Step(sent, ({"op": "ok", "id": request}, error(409, request), error(429, request)))


def ping(talk: Talk, proofs: Proofs, random: Random) -> Step:
    t = random.randrange(10**9)
    sent = text(op="ping", t=t, unknown={"field": []})
    return Step(sent, ({"op": "pong", "t": t},)) if talk.greeted else Step(sent, closes=SIGNED_OUT)


def nonsense(talk: Talk, proofs: Proofs, random: Random) -> Step:
    """Hello or not: it is answered that it cannot be read."""
    said = random.choice((b"{", b"[]", b'{"op":"nonsense"}', b'{"op":"sub"}', b'{"op":"ping","t":"x"}', b"null"))
    return Step(frame(Opcode.TEXT, said), (error(400),))


def end(talk: Talk, proofs: Proofs, random: Random) -> Step:
    return random.choice(
        (
            Step(frame(Opcode.BINARY, b"{}"), closes=BINARY),
            Step(frame(Opcode.TEXT, b'"\xff"'), closes=NOT_UTF_8),
            Step(frame(Opcode.TEXT, b"x" * (MESSAGE_IN_BYTES_MAX + 1)), closes=TOO_LARGE),
            Step(frame(Opcode.CLOSE, BY_ITSELF.to_bytes(2, "big")), closes=BY_ITSELF),
        )
    )


Make = Callable[[Talk, Proofs, Random], Step]
SAYS: tuple[Make, ...] = (sub, sub, unsub, auth, presence, ping, nonsense, hello)


async def held(served: Served, proofs: Proofs, random: Random) -> str | None:
    """One conversation to its end: what was not as it must be."""
    talk, said = Talk(), []
    opens: list[Make] = [hello] if random.random() < 0.9 else []
    steps = [*opens, *random.choices(SAYS, k=random.randrange(STEPS_MAX)), end]
    async with bare(served) as (reader, writer):
        for make in steps:
            step = make(talk, proofs, random)
            said.append(step.sent[:200])
            writer.write(step.sent)
            if (wrong := await answered(reader, step)) is not None:
                return f"{said}: {wrong}"
            if step.closes is not None:
                return None
    return f"{said}: no end"


async def answered(reader: asyncio.StreamReader, step: Step) -> str | None:
    """Read up to the answer, and to the close where there must be one: what was not as it must be."""
    waits = bool(step.answers)
    while True:
        opcode, carried = await hear(reader)
        if opcode == Opcode.CLOSE:
            code = int.from_bytes(carried[:2], "big")
            return None if code == step.closes and not waits else f"closed with {code}, not {step.closes}"
        message = json.loads(carried)
        if waits and any(matches(message, each) for each in step.answers):
            waits = False
            if step.closes is None:
                return None
        elif message["op"] not in UNASKED:
            return f"{message}, not {step.answers}"


def matches(message: dict[str, Any], expected: dict[str, Any]) -> bool:
    told = message | {"status": message.get("problem", {}).get("status")}
    return all(told.get(key) == value for key, value in expected.items())


def proofs_of(served: Served) -> Proofs:
    return Proofs(
        good=served.token("member"),
        later=served.token("member", 7_200),
        expired=served.token("member", -3_600),
        of_another=served.token("chair"),
        epoch=served.house.epoch,
    )


async def test_whatever_is_said_in_whatever_order_is_answered_or_closed_as_the_protocol_says(
    served: Served, request: pytest.FixtureRequest
) -> None:
    count = AT_LENGTH if request.config.getoption("--at-length") else IN_SHORT
    random, proofs = Random(SEED), proofs_of(served)
    for _ in range(20):
        await held(served, proofs, random)
    before = grown_bytes()
    wrong = [told for _ in range(count) if (told := await held(served, proofs, random)) is not None]
    assert wrong == []
    while served.protocols():
        await asyncio.sleep(0)
    assert served.house.hub._following == {}
    assert grown_bytes() - before < GROWTH_BYTES_MAX


async def test_a_conversation_that_breaks_the_service_would_be_found(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: following a topic fails."""

    def failing(*_: Any) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr(Connection, "_sub", failing)
    random, proofs = Random(SEED), proofs_of(served)
    wrong = [told for _ in range(20) if (told := await held(served, proofs, random)) is not None]
    assert any("closed with 1011" in told for told in wrong)


async def test_a_wrong_answer_would_be_found(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: a renewal lets anybody go on as anybody."""
    monkeypatch.setattr(Connection, "person", property(lambda _: "anybody"))
    random, proofs = Random(SEED), proofs_of(served)
    wrong = [told for _ in range(40) if (told := await held(served, proofs, random)) is not None]
    assert wrong

"""What is not understood is answered, too much of it ends the connection, and nothing else happens."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from realtime.closing import Close
from realtime.messages import ERRORS_MAX, ERRORS_WINDOW_S, MESSAGES_BURST, MESSAGES_PER_S
from tests.realtime.under_way import under_way
from tests.realtime.wire import code_of, greeted


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'"hello"',
        b"{",
        b'{"op":"nonsense"}',
        b'{"op":5}',
        b'{"op":"sub"}',
        b'{"op":"sub","id":"1","topic":"x"}',
        b'{"op":"sub","id":1,"topic":5}',
        b'{"op":"sub","id":1,"topic":null}',
        b'{"op":"ping","t":1e999}',
        b'{"op":"ping","t":1,"t":"x"}',
        b'{"op":"ping"}',
        b"\xff\xfe",
        b'{"op":"sub","id":1,"topic":"\xff"}',
        b'{"op":"ping","t":1}{"op":"ping","t":2}',
        b'{"op":"ping","t":1,"x":' + b"[" * 8_000 + b"]" * 8_000 + b"}",
        b"[" * 16_000,
    ],
)
async def test_what_cannot_be_read_is_answered_and_the_conversation_goes_on(text: bytes) -> None:
    async with under_way() as meeting:
        wire = greeted(meeting)
        assert code_of(wire.send(text)) == (400, "live.malformed")
        assert wire.say("ping", t=1, unknown_field={"is": "ignored"}) == [{"op": "pong", "t": 1}]


@pytest.mark.parametrize(
    "text",
    [b'{"op":"nonsense","id":7}', b'{"id":7}', b'{"op":"sub","id":7}', b'{"op":"auth","id":7,"token":[]}'],
    ids=["no message", "no name", "no topic", "no token"],
)
async def test_a_request_that_cannot_be_read_is_answered_by_its_id(text: bytes) -> None:
    """Whoever asked several things must know which was refused."""
    async with under_way() as meeting:
        (answer,) = greeted(meeting).send(text)
        assert (answer["op"], answer["id"], answer["problem"]["code"]) == ("error", 7, "live.malformed")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    some.recursive(
        some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=20),
        lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(max_size=8), inner, max_size=4),
        max_leaves=12,
    ),
    some.sampled_from(["hello", "sub", "unsub", "ping", "snap", ""]),
)
async def test_whatever_json_comes_it_is_answered_or_the_connection_ends(value: object, op: str) -> None:
    async with under_way() as meeting:
        wire = greeted(meeting)
        fields = value if isinstance(value, dict) else {"id": value, "topic": value, "since": value, "t": value}
        try:
            text = msgspec.json.encode({"op": op, **fields})
        except (TypeError, ValueError, msgspec.EncodeError, UnicodeEncodeError):
            return
        assert wire.send(text) or wire.closed


async def test_too_many_errors_in_a_while_end_it() -> None:
    async with under_way() as meeting:
        patient, hasty = greeted(meeting), greeted(meeting)
        for _ in range(ERRORS_MAX):
            patient.send(b"{")
            hasty.send(b"{")
        patient.now += ERRORS_WINDOW_S + 1
        patient.send(b"{")
        hasty.send(b"{")
        assert patient.closed is None
        assert hasty.closed is Close.TOO_MANY_ERRORS


async def test_a_flood_ends_it_and_a_burst_does_not() -> None:
    async with under_way() as meeting:
        wire = greeted(meeting)
        for n in range(MESSAGES_BURST - 1):
            assert wire.say("ping", t=n)
        wire.now += 1
        for n in range(MESSAGES_PER_S):
            assert wire.say("ping", t=n)
        assert wire.closed is None
        assert wire.say("ping", t=0) == []
        assert wire.closed is Close.RATE_LIMITED

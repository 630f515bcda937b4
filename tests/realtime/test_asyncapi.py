"""`/asyncapi.json` is a valid AsyncAPI document, says what the structs say, and every frame of every test is held against it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import httpx
import jsonschema_rs
import msgspec
import pytest

from projections.views import OF_SCOPE, OF_STREAM
from realtime import frames, messages
from realtime.asyncapi import ANSWERS, asyncapi
from realtime.closing import CAUSES, Close, comes_back
from realtime.messages import Heartbeat, Pong, Reset, Snap
from tests import conftest, emitted
from tests.projections.aadal import MEETING
from tests.realtime.served import Served

ROOT = Path(__file__).resolve().parents[2]
SPECIFICATION = ROOT / "web/node_modules/@asyncapi/specs/schemas/3.0.0-without-$id.json"
MESSAGES_TS = ROOT / "clients/ts/messages.ts"
MESSAGES = (*get_args(messages.FromClient), *get_args(messages.FromServer))


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json.dumps(asyncapi("https://klynge.example/")))
    return made


@pytest.fixture(scope="module")
def judge() -> Any:
    """The specification's own schema."""
    return jsonschema_rs.validator_for(json.loads(SPECIFICATION.read_text()))


def test_it_is_valid_by_the_schema_of_the_specification(document: dict[str, Any], judge: Any) -> None:
    assert [str(error) for error in judge.iter_errors(document)] == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda document: document.pop("info"),
        lambda document: document["operations"]["sub"].update(action="shout"),
        lambda document: document["components"]["securitySchemes"]["ticket"].pop("name"),
    ],
    ids=["no title", "an action there is not", "a ticket in no header"],
)
def test_one_that_is_not_would_be_found(document: dict[str, Any], judge: Any, spoil: Callable[[Any], Any]) -> None:
    """The control."""
    spoilt = json.loads(json.dumps(document))
    spoil(spoilt)
    assert list(judge.iter_errors(spoilt))


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    for reference in set(re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(document))):
        found: Any = document
        for part in reference.split("/"):
            found = found[part]


def test_it_tells_of_every_message_topic_and_close_code(document: dict[str, Any]) -> None:
    tags = {each.__struct_config__.tag for each in MESSAGES}
    assert set(document["components"]["messages"]) == tags
    assert set(document["channels"]) == {"live", "changes", *OF_STREAM, *OF_SCOPE}
    assert set(ANSWERS) == set(get_args(messages.FromClient))
    assert {each["code"] for each in document["x-close-codes"]} == set(Close) == set(CAUSES)
    assert document["channels"]["live"]["address"] == "/v1/live"
    assert document["servers"]["live"]["protocol"] == "wss"


def test_the_ranges_of_codes_say_who_comes_back() -> None:
    told = {code.value: comes_back(code) for code in Close}
    assert (told[4001], told[4009], told[4100], told[4103]) == ("never", "never", "later", "later")
    assert (told[4200], told[4202]) == ("at-once", "at-once")
    assert (told[1011], told[1012], told[1013]) == ("later", "later", "later")


async def test_it_is_served_to_anybody_with_the_address_of_the_service(served: Served) -> None:
    async with httpx.AsyncClient(base_url=served.url) as client:
        answer = await client.get("/asyncapi.json")
    assert answer.status_code == 200
    assert answer.json()["servers"]["live"]["host"] == served.url.removeprefix("http://")
    assert answer.json()["servers"]["live"]["protocol"] == "ws"


# --- every frame of every test is held against it ---------------------------------------------------------------------


def test_a_frame_that_is_described_is_none_the_worse() -> None:
    assert emitted.misfits(messages.encode(Pong(t=1))) == []


@pytest.mark.parametrize(
    "text",
    [
        b'{"op":"pong","t":"1"}',
        b'{"op":"pong"}',
        b'{"op":"pong","t":1,"more":2}',
        b'{"op":"nonsense"}',
        b'{"op":"snap","topic":"aadal/meeting/x","pos":1,"cursor":"c","part":1,"last":true,"rows":{"m":{"type":"?"}}}',
        b'{"op":"evs","topic":"changes","pos":2,"prev":1,"cursor":"c","events":[{"specversion":"1.0"}]}',
    ],
    ids=["another type", "a field less", "a field more", "no message", "a row of no view", "an event that is none"],
)
def test_a_frame_that_is_not_would_be_found(text: bytes) -> None:
    """The control."""
    assert emitted.misfits(text)


def test_what_any_test_sends_is_looked_at() -> None:
    """The control: a planted frame is held against it by the very function that makes all of them."""
    snap = Snap(topic=MEETING, pos=1, cursor="c", part=1, last=True, rows={"x": msgspec.Raw(b'{"type":"planted"}')})
    frames.framed(snap)
    assert emitted.wrong
    emitted.wrong.clear()
    frames.framed(Reset(topic=MEETING, reason="lag"))
    assert not emitted.wrong


@pytest.mark.parametrize("phase", ["setup", "call", "teardown"])
def test_a_test_that_sends_it_fails_also_where_its_house_is_set_up_or_taken_down(phase: str) -> None:
    """The control of the hooks themselves."""
    hook = getattr(conftest, f"pytest_runtest_{phase}")()
    next(hook)
    frames.framed(Heartbeat(t="soon", heads={}, sealed=0, witnessed=0))  # type: ignore[arg-type]
    with pytest.raises(AssertionError, match="soon"):
        next(hook)
    assert not emitted.wrong


# --- the TypeScript of the pages says the same ------------------------------------------------------------------------


def fields_in(source: str) -> dict[str, set[str]]:
    """op -> the fields of its interface."""
    found = {}
    for body in re.findall(r"export interface \w+(?: extends \w+)? \{\n(.*?)\n\}", source, re.DOTALL):
        op = re.search(r'^  readonly op: "(\w+)"', body, re.MULTILINE)
        if op is not None:
            found[op.group(1)] = set(re.findall(r"^  readonly (\w+)\??:", body, re.MULTILINE))
    return found


def test_the_messages_of_the_typescript_client_have_the_same_fields() -> None:
    structs = {each.__struct_config__.tag: {"op", *each.__struct_encode_fields__} for each in MESSAGES}
    assert fields_in(MESSAGES_TS.read_text()) == structs


def test_a_field_too_few_would_be_found() -> None:
    """The control."""
    source = MESSAGES_TS.read_text()
    assert fields_in(source.replace("  readonly prev: number;\n", "", 1)) != fields_in(source)

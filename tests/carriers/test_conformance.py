"""The cases that every client must stand, whatever it is written in; the TypeScript client stands them in web/test."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clients.ladder import Carrier, Ladder, Loss
from clients.lines import NO_RETURN
from clients.live import AT_ONCE
from clients.sse import Events as Stream
from clients.topic import Events, Message, Topic

CASES = Path(__file__).resolve().parents[2] / "clients" / "conformance"

Case = dict[str, Any]


def cases(file: str) -> list[Any]:
    return [pytest.param(case, id=case["name"]) for case in json.loads((CASES / file).read_text())]


@pytest.mark.parametrize("case", cases("ladder.json"))
def test_the_carrier_is_the_one_that_the_case_says(case: Case) -> None:
    ladder = Ladder()
    for step in case["steps"]:
        now, at_once = float(step["at_s"]), None
        match step["do"]:
            case "lasted":
                ladder.lasted()
            case "in_vain":
                ladder.in_vain(now)
            case "back":
                ladder.back()
            case loss:
                at_once = ladder.lost(Loss(loss), now)
        assert ladder.carrier is Carrier(step["carrier"]), f"at {now} s"
        assert at_once == step.get("at_once", at_once)
        socket_in_s = ladder.socket_in_s(now)
        assert socket_in_s == step.get("socket_in_s", socket_in_s)


@pytest.mark.parametrize("case", cases("events.json"))
def test_a_stream_of_events_is_taken_apart_as_the_case_says(case: Case) -> None:
    assert told(piece.encode() for piece in case["pieces"]) == (case["events"])


@pytest.mark.parametrize("case", cases("events.json"))
def test_pieces_may_be_single_bytes(case: Case) -> None:
    assert told(bytes([byte]) for piece in case["pieces"] for byte in piece.encode()) == case["events"]


def told(pieces: Iterator[bytes]) -> list[Message]:
    stream = Stream()
    return [{"event": sent.event, "data": sent.data, "id": sent.id} for piece in pieces for sent in stream.take(piece)]


def test_close_codes_say_by_their_range_whether_to_come_back() -> None:
    (later, never, at_once) = json.loads((CASES / "returns.json").read_text())
    assert [later["return"], never["return"], at_once["return"]] == ["later", "never", "at-once"]
    assert all(code in NO_RETURN for code in never["codes"])
    assert all(code in AT_ONCE for code in at_once["codes"])
    assert not any(code in NO_RETURN or code in AT_ONCE for code in later["codes"])


class Reader:
    """Does with messages what `follow` and `follow_changes` do."""

    def __init__(self, name: str) -> None:
        self.topic = Topic(name)
        self.events = Events()
        self.is_events = name == "changes"
        self.asks: list[str | None] = []
        self.told: list[str] = []

    @property
    def position(self) -> int:
        return self.events.position if self.is_events else self.topic.position

    def take(self, message: Message) -> None:
        self.asks, self.told = [], []
        if message.get("topic", self.topic.name) != self.topic.name or message["op"] == "error":
            return
        try:
            if self.is_events:
                self.told = [event["id"] for event in self.events.apply(message)]
            else:
                self.topic.apply(message)
        except LookupError:
            if self.is_events:
                self.asks = [self.events.cursor]
            else:
                self.topic.missed()
                self.asks = [self.topic.cursor]


@pytest.mark.parametrize("case", cases("topics.json"))
def test_a_topic_is_held_as_the_case_says(case: Case) -> None:
    reader = Reader(case["topic"])
    rows: dict[str, Any] = {}
    position = -1
    for step in case["steps"]:
        reader.take(step["frame"])
        rows, position = step.get("rows", rows), step.get("pos", position)
        assert reader.topic.rows == rows
        assert reader.position == position
        assert reader.asks == ([step["asks"]] if "asks" in step else [])
        assert reader.told == step.get("told", [])


def test_a_case_that_expects_another_thing_fails() -> None:
    """The control: the cases are looked at."""
    (case, *_) = json.loads((CASES / "topics.json").read_text())
    case["steps"][-1]["rows"] = {"planted": {"type": "point"}}
    with pytest.raises(AssertionError):
        test_a_topic_is_held_as_the_case_says(case)

"""Presence as pages are told of it: who is seen to be there, and whose hand is up."""

from typing import Any

from realtime.presence import TELL_MS
from tests.projections.aadal import CAST, MEETING
from tests.realtime.moments import Moments
from tests.realtime.page import Message, Page, messages_in
from tests.realtime.wire import Wire

A_MOMENT_S = TELL_MS / 1000
CHAIR, MEMBER = CAST["chair"], CAST["member"]


class Seen:
    """What a page makes of what it is told: whoever is there, by id."""

    def __init__(self) -> None:
        self.people: dict[str, Message] = {}
        self.count: int | None = None

    def take(self, message: Message) -> None:
        if "full" in message:
            self.people, self.count = {}, None
        for each in (*message.get("full", ()), *message.get("join", ()), *message.get("update", ())):
            self.people[each["person"]["id"]] = each
        for person in message.get("leave", ()):
            self.people.pop(person, None)
        self.count = message.get("count", self.count)

    def hands(self) -> dict[str, int]:
        """Who has a hand up, and where in the order."""
        return {person: each["hand"] for person, each in self.people.items() if each["hand"] is not None}


def seen_by(frames: list[Message]) -> Seen:
    seen = Seen()
    for message in frames:
        if message["op"] == "pres":
            assert message["topic"] == MEETING
            seen.take(message)
    return seen


def told(wire: Wire) -> list[Message]:
    """Every frame of presence it was sent."""
    return [message for message in wire.received if message["op"] == "pres"]


def people(message: Message, change: str) -> list[str]:
    return [each if isinstance(each, str) else each["person"]["id"] for each in message[change]]


def come(wire: Wire) -> Wire:
    wire.say("sub", id=1, topic=MEETING, presence=True)
    return wire


def crowd(here: Any, moments: Moments, people: range) -> list[Page]:
    pages = [Page(f"dk/person/p{n:04}") for n in people]
    for page in pages:
        here.join(page, MEETING)
    moments.go_on(A_MOMENT_S)
    return pages


def seen_on(page: Page) -> Seen:
    return seen_by([message for frame in page.frames for message in messages_in(frame)])

"""Readers of server-sent events, by the words of the standard and with none of ours."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import httpx

from tests.outside import Json, Outside

STREAM = "/v1/changes/stream"


@dataclass
class Event:
    """One event, as a browser dispatches it; or a comment, which a browser passes over."""

    name: str = "message"
    id: str = ""
    data: str = ""
    retry: str = ""
    comment: bool = False

    @property
    def json(self) -> Json:
        told: Json = json.loads(self.data)
        return told


class Stream:
    """A stream that is read event by event."""

    def __init__(self, answer: httpx.Response) -> None:
        self.answer = answer
        self._events = self._read()

    def _read(self) -> Iterator[Event]:
        event = Event()
        for line in self.answer.iter_lines():
            name, _, value = line.partition(":")
            value = value.removeprefix(" ")
            match name:
                case "" if not line:
                    yield event
                    event = Event()
                case "":
                    event.comment = True
                case "event":
                    event.name = value
                case "id":
                    event.id = value
                case "data":
                    event.data += value
                case "retry":
                    event.retry = value

    def next(self) -> Event:
        return next(self._events)

    def rest(self) -> list[Event]:
        """All that comes until the server ends it."""
        return list(self._events)

    def until(self, name: str) -> list[Event]:
        """All that comes up to an event of a name; what says nothing is left out."""
        told = []
        while True:
            event = self.next()
            if event.data:
                told.append(event)
            if event.name == name and event.data:
                return told

    def comment(self) -> None:
        """Wait until the line is heard from though nothing happens."""
        while not self.next().comment:
            pass


@contextmanager
def streaming(
    house: Outside, part: str, path: str = STREAM, headers: Mapping[str, str] | None = None, **query: str | list[str]
) -> Iterator[Stream]:
    with house.as_(part).stream("GET", path, params=query, headers=headers or {}) as answer:
        if answer.status_code != 200:
            answer.read()
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"].startswith("text/event-stream")
        yield Stream(answer)

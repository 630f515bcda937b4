"""Hearing: what somebody is told on the topic `changes`, and whether anything of it was missed, doubled or out of order."""

from typing import Any

from tests.storms.happened import Heard, print_of_told

CHANGES = "changes"
Message = dict[str, Any]


class Hearing:
    """From the beginning of the record."""

    def __init__(self) -> None:
        self.cursor = "start"
        self.position = 0
        self.heard: list[Heard] = []
        self.wrong: list[str] = []

    def take(self, message: Message) -> None:
        match message["op"]:
            case "evs":
                self._hear(message)
            case "sync":
                if message["pos"] < self.position:
                    self.wrong.append(f"{CHANGES}: went back from {self.position} to {message['pos']}")
                self._reach(message)
            case "reset":
                self.wrong.append(f"{CHANGES}: reset: {message['reason']}")
            case "hb" if message["heads"].get(CHANGES, 0) > self.position:
                self.wrong.append(
                    f"missed: {CHANGES}: have {self.position}, there is something up to {message['heads']}"
                )

    def _hear(self, message: Message) -> None:
        if message["prev"] > self.position:
            self.wrong.append(f"missed: {CHANGES}: have {self.position}, told what comes after {message['prev']}")
        if message["pos"] <= self.position:
            self.wrong.append(f"{CHANGES}: told again of {message['pos']} at {self.position}")
        for event in message["events"]:
            at = int(event["sequence"])
            if self.heard and at <= self.heard[-1][0]:
                self.wrong.append(f"{CHANGES}: told again of {at} after {self.heard[-1][0]}")
            self.heard.append((at, print_of_told(event)))
        self._reach(message)

    def _reach(self, message: Message) -> None:
        self.position, self.cursor = message["pos"], message["cursor"]

"""Events delivered in a second where each transaction holds ten: one frame of their rows with us, ten texts with FastAPI.

A decision hands out ten actions, and everybody follows the list of actions. The peer makes the very same commit.
"""

import time
from collections.abc import Iterator

from benchmarks.figure import Figure
from benchmarks.live.process import Process
from benchmarks.live.room import Room
from benchmarks.live.server import EVENTS
from stories.lillebaelt_2024_04_09 import STORY

SOCKETS = 1_000
TRANSACTIONS = 5
"""Of each in its turn."""
TURNS = 4
TOPIC = f"{STORY.cluster}/actions"


def rates(ours: Process, fastapi: Process, sockets: int, turns: int) -> tuple[float, float]:
    """Events delivered in a second by each; they take turns, so that what else the machine does falls on both."""
    follow = ({"op": "hello", "token": ours.token}, {"op": "sub", "id": 1, "topic": TOPIC})
    with Room(ours.port, sockets, follow) as room, Room(fastapi.port, sockets) as peers:
        _told_s(ours, room, "commits 1 decision", 1)
        length = room.length // EVENTS
        own_s = peer_s = 0.0
        for _ in range(turns):
            own_s += _told_s(ours, room, f"commits {TRANSACTIONS} decision", TRANSACTIONS)
            peer_s += _told_s(fastapi, peers, f"decisions {TRANSACTIONS} {length}", TRANSACTIONS * EVENTS)
        delivered = turns * TRANSACTIONS * EVENTS * sockets
        return delivered / own_s, delivered / peer_s


def _told_s(server: Process, room: Room, order: str, messages: int) -> float:
    """Seconds until the last was told all of it."""
    begun = time.perf_counter()
    server.tell(order)
    last_at = room.until_told_all(messages)
    server.told()
    return last_at - begun


def pair() -> tuple[float, float]:
    with Process("ours") as ours, Process("fastapi") as fastapi:
        return rates(ours, fastapi, SOCKETS, TURNS)


def figures() -> Iterator[tuple[Figure, str]]:
    yield (
        Figure(
            name=f"deliveries/s to {SOCKETS:,} sockets, rows of {EVENTS} events in one transaction",
            unit="×",
            must=5.0,
            aim=8.0,
            lower_is_better=False,
            pair=pair,
        ),
        "FastAPI send_text of each event, the same commit",
    )

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
TRANSACTIONS = 20
TOPIC = f"{STORY.cluster}/actions"


def ours(server: Process, sockets: int, transactions: int) -> tuple[float, int]:
    """And how long a message was."""
    hellos = ({"op": "hello", "token": server.token}, {"op": "sub", "id": 1, "topic": TOPIC})
    with Room(server.port, sockets, hellos) as room:
        server.tell("commits 1 decision")
        room.until_told()
        server.told()
        return _rate(server, room, f"commits {transactions} decision", transactions, 1), room.length


def fastapi(server: Process, sockets: int, transactions: int, length: int) -> float:
    with Room(server.port, sockets) as room:
        return _rate(server, room, f"decisions {transactions} {length // EVENTS}", transactions, EVENTS)


def _rate(server: Process, room: Room, order: str, transactions: int, messages: int) -> float:
    begun = time.perf_counter()
    server.tell(order)
    took_s = room.until_told_all(transactions * messages) - begun
    server.told()
    return transactions * EVENTS * room.count / took_s


def pair() -> tuple[float, float]:
    with Process("ours") as server:
        rate, length = ours(server, SOCKETS, TRANSACTIONS)
    with Process("fastapi") as server:
        return rate, fastapi(server, SOCKETS, TRANSACTIONS, length)


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

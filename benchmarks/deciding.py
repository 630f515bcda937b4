"""`decide` and `evolve` of a command at a long meeting, beside reading that command from its JSON.

The meeting has had 200 events. The commands are those a secretary gives most: a point, a question, a decision that answers a
recommendation.
"""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.figure import Figure
from benchmarks.history import long_meeting
from domain.kernel import By, Command, Recorded
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import RaiseQuestion, RecordPoint
from domain.names import PersonId
from domain.outcomes import Plain, PlainOutcome
from domain.points import OfParty, Position, Stance
from domain.streams import KINDS, decide
from domain.text import TextAt, TextClass
from eventstore.log import Log
from stories.lillebaelt_2024_04_09 import STORY
from stories.lillebaelt_2024_04_09.cast import PLO_SYD

EVENTS = 200
TURNS = 2_000
ITEM = "middelfart"
MEETING = KINDS["meeting"]
SAID = "PLO-Syd støtter modellen, hvis almen praksis kommer med fra begyndelsen."


def figures() -> Iterator[tuple[Figure, str]]:
    with tempfile.TemporaryDirectory(prefix="klynge-bench-") as folder:
        kept_log = asyncio.run(long_meeting(Path(folder), EVENTS))
        yield _figure(Asking(kept_log))
        kept_log.close()


def _figure(asked: "Asking") -> tuple[Figure, str]:
    state = asked.see(STORY.meeting)
    commands = [
        RecordPoint(item=ITEM, point=Position(who=OfParty(party=PLO_SYD), stance=Stance.SUPPORTS, text=SAID)),
        RaiseQuestion(item=ITEM, question="q-ny", text="Hvem betaler udstyret, når projektet er slut?"),
        RecordDecision(item=ITEM, decision="9.9", outcome=Plain(outcome=PlainOutcome.DECIDED), text=SAID, answers=("2",)),
    ]  # fmt: skip
    bodies = [(msgspec.json.encode(command), type(command)) for command in commands]

    def pair() -> tuple[float, float]:
        return _decided_s(commands, state, asked), _decoded_s(bodies)

    return (
        Figure(
            name=f"decide + evolve of a command, meeting of {EVENTS} events",
            unit="×",
            must=15.0,
            aim=8.0,
            lower_is_better=True,
            pair=pair,
        ),
        "its msgspec decode",
    )


def _decided_s(commands: list[Command], state: Any, asked: "Asking") -> float:
    begun = time.perf_counter()
    for _ in range(TURNS):
        for command in commands:
            for event in decide(command, state, asked):
                MEETING.evolve(state, event)
    return time.perf_counter() - begun


def _decoded_s(bodies: list[tuple[bytes, type[Command]]]) -> float:
    begun = time.perf_counter()
    for _ in range(TURNS):
        for body, command in bodies:
            msgspec.json.decode(body, type=command)
    return time.perf_counter() - begun


class Asking:
    """What `decide` may ask, of a log that stands still."""

    cause: Recorded | None = None
    stream = STORY.meeting
    today = "2024-04-09"

    def __init__(self, kept_log: Log) -> None:
        self.by = By(person=STORY.cast["secretary"])
        now = kept_log.now()
        self.see = now.see
        self.ids = now.ids

    def has_block(self, where: TextAt) -> bool:
        return True

    def blocks_of(self, person: PersonId) -> tuple[tuple[TextAt, TextClass], ...]:
        return ()

    def size_of(self, sha256: str) -> int | None:
        return None

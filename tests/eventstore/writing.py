"""A real writer at work on a log: what is given together goes into one batch."""

from collections.abc import Sequence
from itertools import count
from queue import SimpleQueue
from typing import Any

import msgspec

from domain.assurance import Assurance
from domain.kernel import Command, Recorded
from domain.refusal import Refused
from domain.streams import COMMAND_NAMES
from eventstore.clock import Clock, RealClock
from eventstore.given import Answer, Committed, Given, Overtook, digest_of
from eventstore.log import Log
from eventstore.writer import Writer
from tests.eventstore.world import FURNISHING, OPENING

RECEIPTS_KEY = bytes(32)
PATIENCE_S = 30
_numbers = count(1)

Outcome = Answer | BaseException


def given(
    person: str,
    stream: str,
    command: Command,
    *,
    key: str | None = None,
    path: str | None = None,
    body: bytes | None = None,
    if_match: int | None = None,
    story_at: int | None = None,
    init: bool = False,
) -> Given:
    """A command as a door hands it on. Without a key it has one that nobody else has."""
    verb = COMMAND_NAMES[type(command)].partition(".")[2]
    return Given(
        person=person,
        assurance=Assurance.SUBSTANTIAL,
        stream=stream,
        command=command,
        key=key or f"key-{next(_numbers)}",
        digest=digest_of(RECEIPTS_KEY, path or f"/v1/{stream}/{verb}", body or msgspec.json.encode(command)),
        if_match=if_match,
        story_at=story_at,
        init=init,
    )


def carry_out(kept_log: Log, *commands: Given, clock: Clock | None = None) -> list[Outcome]:
    """What each is told. They wait for a writer that knows nothing yet, so it takes them in one batch."""
    outcomes: list[Outcome] = []
    writer = Writer(kept_log.recorder, kept_log.sealing, clock or RealClock(), settle_all)
    for each in commands:
        writer.give(each, outcomes.append)
    writer.start()
    writer.close()
    return outcomes


def settle_all(committed: Committed) -> None:
    """Answer everybody, as a desk does."""
    for settle, answer in committed.settlements:
        settle(answer)


class Working:
    """A writer that goes on from batch to batch, as a service's does."""

    def __init__(self, kept_log: Log) -> None:
        self._writer = Writer(kept_log.recorder, kept_log.sealing, RealClock(), settle_all)
        self._writer.start()

    def give(self, command: Given) -> Outcome:
        """One command, and its answer."""
        answers: SimpleQueue[Outcome] = SimpleQueue()
        self._writer.give(command, answers.put)
        return answers.get(timeout=PATIENCE_S)

    def close(self) -> None:
        self._writer.close()

    @property
    def overtaken(self) -> int:
        """Batches that were decided a second time."""
        return self._writer.overtaken


def told(outcome: Outcome) -> Any:
    """An outcome as a value to compare: an answer, `(code, params)` of a refusal, or the name of what it is."""
    match outcome:
        case Refused():
            return outcome.code, outcome.params
        case Overtook():
            return "Overtook", outcome.version
        case BaseException():
            return type(outcome).__name__
        case _:
            return outcome


def give(kept_log: Log, person: str, stream: str, command: Command, **more: Any) -> Any:
    """One command alone, and what it is told."""
    return told(carry_out(kept_log, given(person, stream, command, **more))[0])


def furnish(kept_log: Log) -> None:
    """Open the small world of `world`."""
    steps = [given(*step, init=True) for step in OPENING] + [given(*step) for step in FURNISHING]
    outcomes = [carry_out(kept_log, step)[0] for step in steps]
    assert all(isinstance(outcome, Answer) for outcome in outcomes), outcomes


def events(kept_log: Log, after: int = 0) -> Sequence[Recorded]:
    """What stands in the log after a position."""
    return list(kept_log.read(after))


def tags(kept_log: Log, after: int = 0) -> list[tuple[int, str, str]]:
    """Position, stream and tag of what stands after a position."""
    return [(each.position, each.stream, each.event.tag) for each in events(kept_log, after)]

"""A defect of ours fails its own command, and nothing else: the batch goes on, and after the commit no answer changes."""

import asyncio
from threading import Event
from typing import Any

import msgspec
import pytest

from domain import party, streams
from domain.kernel import Recorded
from domain.text import Kept, said
from eventstore.clock import RealClock
from eventstore.desk import Desk
from eventstore.given import Answer
from eventstore.log import Log
from eventstore.writer import Writer
from tests.eventstore.world import HEAD, KOLDING, SECRETARY, registering
from tests.eventstore.writing import Outcome, carry_out, given, settle_all, tags, told

DEFECT = "dk/party/defect"


class Listed(party.Registered, frozen=True, kw_only=True):
    """An event whose author forgot that texts in a list are not sealed."""

    names: list[Kept]


LISTED = Listed(name=said("Et navn"), party_kind=party.PartyKind.MUNICIPALITY, names=[said("Et andet navn")])


def deciding(monkeypatch: pytest.MonkeyPatch, defect: Any) -> None:
    """Let `decide` of parties meet a defect for one stream."""

    def decide(command: Any, state: Any, asked: Any) -> Any:
        return defect() if asked.stream == DEFECT else party.decide(command, state, asked)

    kinds = dict(streams.KINDS) | {"party": msgspec.structs.replace(party.PARTY, decide=decide)}
    monkeypatch.setattr(streams, "KINDS", kinds)


@pytest.mark.parametrize(
    ("defect", "told_of"),
    [(lambda: 1 // 0, "ZeroDivisionError"), (lambda: (LISTED,), "TypeError")],
    ids=["a rule that raises", "a text that would not be sealed"],
)
def test_a_defect_fails_its_own_command_and_the_batch_goes_on(
    kept_log: Log, monkeypatch: pytest.MonkeyPatch, defect: Any, told_of: str
) -> None:
    deciding(monkeypatch, defect)

    outcomes = carry_out(
        kept_log,
        given(SECRETARY, KOLDING, registering()),
        given(SECRETARY, DEFECT, registering()),
        given(SECRETARY, "dk/party/vejle", registering()),
    )

    assert [told(each) for each in outcomes] == [
        Answer(position=HEAD + 1, stream=KOLDING, version=1),
        told_of,
        Answer(position=HEAD + 2, stream="dk/party/vejle", version=1),
    ]
    assert [stream for _, stream, _ in tags(kept_log, HEAD)] == [KOLDING, "dk/party/vejle"]


def test_a_defect_leaves_no_receipt(kept_log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    """When it is mended, the same command with the same key goes through."""
    command = given(SECRETARY, DEFECT, registering())
    with monkeypatch.context() as defective:
        deciding(defective, lambda: 1 // 0)
        failed = carry_out(kept_log, command)

    assert [told(each) for each in failed] == ["ZeroDivisionError"]
    assert carry_out(kept_log, command) == [Answer(position=HEAD + 1, stream=DEFECT, version=1)]


class Stopped(RealClock):
    """A clock that cannot be read once."""

    read = 0

    def now(self, last_at: int, story_at: int | None) -> int:
        self.read += 1
        if self.read == 1:
            raise ZeroDivisionError
        return super().now(last_at, story_at)


def test_a_defect_outside_any_command_fails_its_batch_and_the_writer_lives(kept_log: Log) -> None:
    outcomes: list[Outcome] = []
    answered = Event()
    writer = Writer(kept_log.recorder, kept_log.sealing, Stopped(), settle_all)
    command = given(SECRETARY, KOLDING, registering())

    def first(outcome: Outcome) -> None:
        outcomes.append(outcome)
        writer.give(command, second)

    def second(outcome: Outcome) -> None:
        outcomes.append(outcome)
        answered.set()

    writer.give(command, first)
    writer.start()
    assert answered.wait(5)
    writer.close()

    assert [told(each) for each in outcomes] == [
        "ZeroDivisionError",
        Answer(position=HEAD + 1, stream=KOLDING, version=1),
    ]


async def test_what_goes_wrong_after_the_commit_changes_no_answer(kept_log: Log) -> None:
    heard: list[int] = []

    def recorded(events: list[Recorded]) -> None:
        heard.extend(each.position for each in events)
        raise ZeroDivisionError

    desk = Desk(kept_log.recorder, kept_log.sealing, kept_log.clock(), recorded)
    answers = await asyncio.gather(
        *(desk.give(given(SECRETARY, f"dk/party/p{index}", registering())) for index in range(3))
    )
    await asyncio.to_thread(desk.close)

    assert answers == [Answer(position=HEAD + 1 + index, stream=f"dk/party/p{index}", version=1) for index in range(3)]
    assert heard == [HEAD + 1, HEAD + 2, HEAD + 3]

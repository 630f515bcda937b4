"""The timekeeper: what falls due is recorded once, by whichever process looks, and in a story at the beginning of its day."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from domain.awaited import DayReached, DecisionBlocked, DecisionOf
from domain.claims import DateNotStated
from domain.condition import Opened
from domain.dates import day_after, day_of, start_of
from domain.deadline import DeadlinePassed
from domain.effects import Assign, DebtorNotStated
from domain.kernel import By, Event, Recorded
from domain.meeting.agenda import ItemAdded
from domain.meeting.call import MeetingRegisteredAfterwards
from domain.meeting.decision import DecisionRecorded
from domain.names import CLOCK
from domain.outcomes import ApprovedConditionally
from domain.text import Kept, TextAt
from eventstore.clock import Clock, RealClock, StoryClock
from eventstore.desk import Desk
from eventstore.log import Log
from eventstore.mapper import LogMapper
from eventstore.memory import open_memory
from eventstore.postgres import leases
from eventstore.postgres.store import PostgresStore
from eventstore.sqlite.rows import SQLiteRows
from eventstore.sqlite.store import NoOthers
from eventstore.store import Lease
from eventstore.tail import Tail
from klynge.timekeeper import Timekeeper
from projections.views import VIEWS
from tests.eventstore.world import HEAD, SECRETARY, STRATEGIC
from tests.eventstore.writing import furnish

CONDITION = "lillebaelt/condition/c1"
DEADLINE, NEXT_DAY = "2024-04-26", "2024-04-27"
MEETING = "lillebaelt/meeting/m"
WORDS = TextAt(SECRETARY, 1, "/name")


def await_by(kept_log: Log, day: str, stream: str = CONDITION) -> None:
    """Something is awaited by a day, as a decision's effect would say it."""
    opened = Opened(
        awaits=DecisionOf(body=STRATEGIC, words=WORDS),
        blocks=(DecisionBlocked(meeting=MEETING, decision="1"),),
        words=WORDS,
        opened_on="2024-04-09",
        answer_by=day,
    )
    stand(kept_log, stream, opened)


def stand(kept_log: Log, stream: str, event: Event, version: int = 1) -> None:
    """An event that stands in the log, as a rule would have let it."""
    head, at = kept_log.head + 1, kept_log.recorded_at(kept_log.head)
    recorded = Recorded(
        position=head,
        stream=stream,
        version=version,
        recorded_at=at,
        by=By(person=SECRETARY),
        command="test",
        causation=None,
        correlation=head,
        event=event,
    )
    kept_log.recorder.insert_events([LogMapper().to_stored_event(recorded)], recorded_at=at)  # type: ignore[attr-defined]


@asynccontextmanager
async def keeping(kept_log: Log, lease: Lease, clock: Clock | None = None) -> AsyncIterator[Timekeeper]:
    """A timekeeper with its own tail and desk."""
    store = SQLiteRows(":memory:", "epoch", "folds", kept_log.head)
    tail = Tail(kept_log, store, VIEWS)
    tail.look()
    desk = Desk(kept_log.recorder, kept_log.sealing, clock or RealClock(), tail.feed)
    yield Timekeeper(tail, desk, lease, lambda: NEXT_DAY, kept_log.receipts_key)
    await asyncio.to_thread(desk.close)
    store.close()


def passed(kept_log: Log) -> list[Recorded]:
    return [each for each in kept_log.read(HEAD) if isinstance(each.event, DeadlinePassed)]


@pytest.fixture
def kept_log() -> Log:
    kept_log = open_memory()
    furnish(kept_log)
    return kept_log


async def test_a_deadline_that_passed_is_recorded_once_by_the_clock(kept_log: Log) -> None:
    await_by(kept_log, DEADLINE)
    async with keeping(kept_log, NoOthers()) as timekeeper:
        await timekeeper.look(DEADLINE)
        assert passed(kept_log) == [], "its day is not over"
        await timekeeper.look(NEXT_DAY)
        await timekeeper.look(NEXT_DAY)
    async with keeping(kept_log, NoOthers()) as after_a_restart:
        await after_a_restart.look(day_after(NEXT_DAY))

    (recorded,) = passed(kept_log)
    assert (recorded.stream, recorded.event) == (CONDITION, DeadlinePassed(answer_by=DEADLINE))
    assert recorded.by == By(person=CLOCK, rule="timekeeper")
    assert recorded.command == "condition.pass-deadline"
    kept_log.close()


async def test_a_command_of_the_clocks_that_a_rule_refuses_is_counted(kept_log: Log) -> None:
    """By the clock of the log the day is not over yet."""
    await_by(kept_log, "2999-01-01")
    async with keeping(kept_log, NoOthers()) as timekeeper:
        await timekeeper.look("2999-01-02")
        assert timekeeper.refused == 1
    assert passed(kept_log) == []
    kept_log.close()


async def test_in_a_story_it_is_recorded_at_the_beginning_of_the_next_day(kept_log: Log) -> None:
    began = kept_log.recorded_at(kept_log.head)
    deadline = day_of(began)
    for _ in range(30):
        deadline = day_after(deadline)
    await_by(kept_log, deadline)
    await_by(kept_log, day_after(deadline), f"{CONDITION}-later")
    async with keeping(kept_log, NoOthers(), StoryClock()) as timekeeper:
        await timekeeper.look_before(start_of(day_after(day_after(deadline))) + 1)

    assert [(each.event.answer_by, each.recorded_at) for each in passed(kept_log)] == [
        (deadline, start_of(day_after(deadline))),
        (day_after(deadline), start_of(day_after(day_after(deadline)))),
    ]
    kept_log.close()


async def test_what_follows_from_the_clock_is_itself_due_before_the_story_goes_on(kept_log: Log) -> None:
    """A decision waits for a day, and then gives a duty whose own day has gone by as well."""
    wakes = day_of(kept_log.recorded_at(kept_log.head) + 30 * 86_400 * 1_000_000)
    deadline = day_after(day_after(wakes))
    duty: Assign[Kept] = Assign(
        action="lillebaelt/action/a", what=WORDS, owed_by=(DebtorNotStated(),), report_to=STRATEGIC, answer_by=deadline
    )
    stand(
        kept_log,
        MEETING,
        MeetingRegisteredAfterwards(body=STRATEGIC, held=DateNotStated(), document="lillebaelt/document/paper"),
        1,
    )
    stand(kept_log, MEETING, ItemAdded(item="i", number="1", title=WORDS), 2)
    decided = DecisionRecorded(
        item="i",
        number="1",
        decision="1",
        outcome=ApprovedConditionally(),
        text=WORDS,
        when_met=(duty,),
        waits_for=(CONDITION,),
    )
    stand(kept_log, MEETING, decided, 3)
    awaits = Opened(
        awaits=DayReached(day=wakes),
        blocks=(DecisionBlocked(meeting=MEETING, decision="1"),),
        words=WORDS,
        opened_on="2024-04-09",
    )
    stand(kept_log, CONDITION, awaits)
    before = kept_log.head
    async with keeping(kept_log, NoOthers(), StoryClock()) as timekeeper:
        await timekeeper.look_before(start_of(deadline) + 10 * 86_400 * 1_000_000)

    assert [(each.event.tag, each.recorded_at) for each in kept_log.read(before)] == [
        ("condition.fulfilled", start_of(wakes)),
        ("meeting.decision-took-effect", start_of(wakes)),
        ("action.assigned", start_of(wakes)),
        ("action.fell-due", start_of(day_after(deadline))),
    ]
    kept_log.close()


async def test_what_a_rule_refuses_does_not_hold_a_story_up(kept_log: Log) -> None:
    """The decision that the condition holds back is not there."""
    wakes = day_of(kept_log.recorded_at(kept_log.head) + 30 * 86_400 * 1_000_000)
    blocks = (DecisionBlocked(meeting=MEETING, decision="1"),)
    stand(kept_log, CONDITION, Opened(awaits=DayReached(day=wakes), blocks=blocks, words=WORDS, opened_on="2024-04-09"))
    async with keeping(kept_log, NoOthers(), StoryClock()) as timekeeper:
        await timekeeper.look_before(start_of(day_after(day_after(wakes))))
        assert timekeeper.refused == 1
    kept_log.close()


async def test_of_two_processes_the_one_with_the_lease_looks_and_what_both_give_happens_once(
    on_server: Callable[[], PostgresStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leases, "RENEW_S", 0)
    store = on_server()
    logs = [store.open_log() for _ in range(2)]
    furnish(logs[0])
    await_by(logs[0], DEADLINE)
    one, other = store.open_lease("timekeeper"), store.open_lease("timekeeper")
    assert (one.held(), other.held()) == (True, False)
    one.close()
    assert other.held()

    async with keeping(logs[0], one) as here, keeping(logs[1], other) as there:
        await asyncio.gather(here.look(NEXT_DAY), there.look(NEXT_DAY))

    assert len(passed(logs[0])) == 1
    other.close()
    for each in logs:
        each.close()

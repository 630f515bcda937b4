"""Whose time the record keeps, and that it never falls."""

from datetime import datetime
from types import SimpleNamespace

import pytest

from domain import log
from domain.access import Grant, Office
from eventstore import clock
from eventstore.clock import MICROSECONDS, RealClock, StoryClock
from eventstore.given import Answer
from eventstore.log import Log
from eventstore.memory import open_memory
from tests.eventstore.world import ADMINISTRATOR, CHAIR, GROUP, HEAD, SECRETARY, establishing, registering
from tests.eventstore.writing import carry_out, events, given, told


class Seconds:
    """The seconds a machine has run, moved by the test."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1_000.0
        monkeypatch.setattr(clock, "time", SimpleNamespace(monotonic=lambda: self.now))


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> Seconds:
    return Seconds(monkeypatch)


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp()) * MICROSECONDS


SIX = at("2024-04-09T18:00:00+02:00")


def test_a_real_clock_that_is_put_back_stands_still_in_the_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "time", SimpleNamespace(time_ns=lambda: 5_000_000))

    assert RealClock().now(last_at=4_000, story_at=None) == 5_000
    assert RealClock().now(last_at=6_000, story_at=None) == 6_000


def test_a_story_has_the_time_its_player_says(seconds: Seconds) -> None:
    story = StoryClock()

    assert [story.now(0, SIX), story.now(SIX, SIX + 60)] == [SIX, SIX + 60]


def test_a_story_does_not_go_back(seconds: Seconds) -> None:
    story = StoryClock()

    assert [story.now(0, SIX), story.now(SIX, SIX - 60), story.now(SIX, None)] == [SIX, SIX, SIX]


def test_a_command_without_a_storys_time_gets_the_last_one_plus_the_seconds_since(seconds: Seconds) -> None:
    story = StoryClock()
    times = [story.now(0, SIX)]
    for _ in range(3):
        seconds.now += 10
        times.append(story.now(times[-1], None))

    assert [(each - SIX) // MICROSECONDS for each in times] == [0, 10, 20, 30]


def test_a_time_that_never_came_to_stand_in_the_log_is_not_the_storys(seconds: Seconds) -> None:
    """Its command failed, or was refused: the next one without a time goes on from what stands."""
    story = StoryClock()
    times = [story.now(0, SIX)]
    seconds.now += 10
    failed = story.now(SIX, SIX + 3_600 * MICROSECONDS)
    seconds.now += 10
    times.append(story.now(SIX, None))

    assert failed == SIX + 3_600 * MICROSECONDS
    assert [(each - SIX) // MICROSECONDS for each in times] == [0, 20]


def test_a_story_that_is_opened_again_goes_on_from_its_last_time(seconds: Seconds) -> None:
    story = StoryClock()
    times = [SIX]
    for _ in range(2):
        seconds.now += 10
        times.append(story.now(times[-1], None))

    assert [(each - SIX) // MICROSECONDS for each in times] == [0, 10, 20]


def test_a_log_keeps_the_clock_it_was_opened_with() -> None:
    kept_log = open_memory()
    opening = log.Open(origin="lillebaelt", clock=log.Clock.STORY, schemes=())
    carry_out(
        kept_log, given(ADMINISTRATOR, "lillebaelt/log/log", opening, init=True, story_at=SIX), clock=StoryClock()
    )

    assert kept_log.keeps_story_time()
    assert isinstance(kept_log.clock(), StoryClock)
    assert [each.recorded_at for each in events(kept_log)] == [SIX]
    kept_log.close()


def test_each_command_of_a_story_has_its_own_time(in_memory: Log) -> None:
    """However many wait together: a batch has one reading of the clock, so a story's batch is one command."""
    later = at("2090-01-01T12:00:00+01:00")
    commands = [
        given(SECRETARY, f"dk/party/p{index}", registering(), story_at=later + index * MICROSECONDS)
        for index in range(3)
    ]

    carry_out(in_memory, *commands, clock=StoryClock())

    assert [(each.recorded_at - later) // MICROSECONDS for each in events(in_memory, HEAD)] == [0, 1, 2]


def test_the_day_is_denmarks(in_memory: Log) -> None:
    """An office that ceases on a day is held until midnight in Copenhagen, wherever the machine stands."""
    until_july = Grant(
        person=CHAIR, office=Office.ADMINISTRATOR, reason="Ferie.", from_on="2090-06-01", ceases_on="2090-07-01"
    )
    office = "lillebaelt/access/holiday"
    last, gone = at("2090-06-30T23:59:59+02:00"), at("2090-07-01T00:00:00+02:00")
    carry_out(in_memory, given(ADMINISTRATOR, office, until_july, story_at=last), clock=StoryClock())

    outcomes = [
        carry_out(in_memory, given(CHAIR, GROUP, establishing(), story_at=moment), clock=StoryClock())[0]
        for moment in (last, gone)
    ]

    assert [told(each) for each in outcomes] == [Answer(position=HEAD + 2, stream=GROUP, version=1), "Denied"]

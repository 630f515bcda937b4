"""The figures of the live part, each taken small: that they can be taken, and that what they count is there."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import uvloop

from benchmarks import feed
from benchmarks.figure import Figure, Measured, NotRun, Verdict, written
from benchmarks.history import long_log
from benchmarks.live import broadcast, footprint, frozen, nginx, ready, soak, storm, transaction
from benchmarks.live.process import Process
from benchmarks.live.room import Room
from benchmarks.live.rows import LIVE
from benchmarks.live.together import Together

FEW = 8


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[Process, Process]]:
    """Ours, whose reads are counted, and FastAPI's; started side by side."""
    with ExitStack() as running:
        yield running.enter_context(Process("counted")), running.enter_context(Process("fastapi"))


def test_a_commit_reaches_the_last_socket_of_both(servers: tuple[Process, Process]) -> None:
    ours, fastapi = servers
    with Room(ours.port, FEW, broadcast.hellos(ours)) as room, Room(fastapi.port, FEW) as peers:
        broadcast.told(ours, room, "commit")
        length = room.length
        runs = broadcast.in_turn([(ours, room, "commit"), (fastapi, peers, f"commit {length}")], 12)
        assert peers.length == length + 4, "as long as ours, but for the head of the frame"
    assert [len(each.took_ms) for each in runs] == [12, 12]
    assert all(0 < each.p50 <= each.p90 < 10_000 for each in runs)


def test_a_decision_that_hands_out_ten_actions_is_one_message_with_us_and_ten_with_the_peer(
    servers: tuple[Process, Process],
) -> None:
    assert min(transaction.rates(*servers, FEW, 1)) > 0


def test_cpu_is_measured_beside_frames_that_are_at_hand(servers: tuple[Process, Process]) -> None:
    ours, peer = ready.at(servers[0], FEW, 3)
    assert ours > peer > 0, "with few sockets, deciding what to send costs more than sending"


def test_a_frozen_reader_is_parked_and_the_others_go_on(servers: tuple[Process, Process]) -> None:
    ours, fastapi = servers
    with Room(fastapi.port, FEW) as others:
        run, before = frozen.runs(ours, FEW, (fastapi, others, "commit 500"), 5)
    assert (len(run.took_ms), len(before.took_ms)) == (5, 5)


def test_memory_is_read_with_and_without_sockets(servers: tuple[Process, Process]) -> None:
    assert footprint.kib(servers[0], FEW) < 1_000
    at_end, after_first = soak.grown(servers[0], FEW, 2, 1, soak.MEETING)
    assert at_end > 10_000 < after_first, "a Python process"


def test_everybody_comes_back_from_where_they_were_and_reads_are_counted(servers: tuple[Process, Process]) -> None:
    found = uvloop.run(storm.storm(servers[0], FEW))
    assert (found.resumed, found.again) == (FEW, 0)
    assert 0 < found.half_s <= found.all_s
    assert 0 < found.reads < storm.READS_MAX, "the control: what was missed is read, for all of them together"


def test_nchan_is_told_as_well_where_it_is(servers: tuple[Process, Process]) -> None:
    figures = [figure for figure, _ in broadcast.figures(may_install=False)]
    there = nginx.there()
    assert [isinstance(each, NotRun) for each in figures] == [False, False, not there, not there]


def test_a_page_of_the_feed_is_read_beside_as_many_plain_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "LIMIT_MAX", 100)
    asyncio.run(long_log(tmp_path, 300)).close()
    with feed.pages(tmp_path, readers=1) as pairs:
        ours, plain = next(pairs)
    assert ours > 0 < plain


def test_figures_of_the_same_runs_run_once() -> None:
    runs = iter(range(10))
    together = Together(lambda: next(runs))
    one, other = together.pair(lambda run: (run, 1.0)), together.pair(lambda run: (run * 10, 1.0))
    assert [one(), one(), other(), other(), other()] == [(0, 1.0), (1, 1.0), (0, 1.0), (10, 1.0), (20, 1.0)]
    assert one() == (2, 1.0)


def test_a_figure_beside_nothing_is_written_with_what_it_counts() -> None:
    assert [written(*each) for each in ((7.94, "KiB"), (4.5, "s"), (12.0, "reads"), (0.6, ""))] == [
        "7.9 KiB",
        "4.5 s",
        "12",
        "0.60",
    ]


def test_a_figure_that_misses_its_must_is_short() -> None:
    figure = Figure(name="x", unit="s", must=8.0, aim=5.0, lower_is_better=True, pair=lambda: (1.0, 1.0))
    verdicts = [Measured(figure=figure, ratios=(ratio,)).verdict for ratio in (5.0, 8.0, 8.1)]
    assert verdicts == [Verdict.OK, Verdict.BELOW_AIM, Verdict.SHORT]


def test_every_row_of_the_table_is_there() -> None:
    assert set(LIVE) >= {"broadcast", "transaction", "ready", "memory", "storm", "frozen", "feed"}

"""What keeps a mail from being sent: servers, processes and events that fail keep no other mail back, and nothing is sent twice."""

import asyncio
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from domain.kernel import Recorded
from eventstore.outbox import Kept, Outbox, State
from klynge.notices.letter import Letter, Letters
from klynge.notices.noticing import AGAIN_MAX_S
from klynge.notices.server import Server
from projections.notices import noticed
from tests.notices.house import house
from tests.notices.mail_server import Post, mail_server
from tests.projections.aadal import CAST
from tests.realtime.record_in_memory import transactions

PATIENCE_S = 60


async def test_what_a_server_does_not_take_now_is_sent_later_and_what_it_never_takes_is_given_up(
    tmp_path: Path, mails: tuple[Server, Post]
) -> None:
    server, post = mails
    async with house(tmp_path, server) as told:
        told.all_have_addresses()
        post.says = {told.address("member"): "451 Later", told.address("chair"): "550 Never"}
        await told.tell(until=lambda: told.is_told("member"))
        assert {each.state for each in told.outbox.of(CAST["member"], None, 100)} == {State.WAITING}
        assert {each.state for each in told.outbox.of(CAST["chair"], None, 100)} == {State.REFUSED}
        post.says = {}
        told.clock.ahead_s = AGAIN_MAX_S
        while told.outbox.due(int(told.clock()), 1):
            await told.noticing.look()
        assert {each.state for each in told.outbox.of(CAST["member"], None, 100)} == {State.SENT}
        refused = len(told.outbox.of(CAST["chair"], None, 100))
        postponed = sum(each.attempts for each in told.outbox.of(CAST["member"], None, 100))
        assert told.noticing.figures() == {"notices_sent": len(post.taken), "notices_not_taken": refused + postponed}
        assert refused > 0 < postponed
    assert post.to(told.address("member")) != []
    assert post.to(told.address("chair")) == []


async def test_a_mail_that_the_server_hangs_up_on_keeps_no_other_from_being_sent(
    tmp_path: Path, mails: tuple[Server, Post]
) -> None:
    server, post = mails
    async with house(tmp_path, server) as told:
        told.all_have_addresses()
        post.hangs_up_on = told.address("member")
        await told.tell(until=lambda: told.is_told("member"))
        assert post.hung_up > 0
        assert {each.state for each in told.outbox.of(CAST["member"], None, 100)} == {State.WAITING}
        assert {each.state for each in told.outbox.of(CAST["chair"], None, 100)} == {State.SENT}
    assert post.to(told.address("chair")) != []


async def test_a_letter_that_cannot_be_written_keeps_no_other_from_being_sent(
    tmp_path: Path, mails: tuple[Server, Post], monkeypatch: pytest.MonkeyPatch
) -> None:
    server, post = mails
    write = Letters.write

    def failing(letters: Letters, notice: Kept, address: str) -> Letter | State:
        if notice.person == CAST["member"]:
            raise AttributeError
        return write(letters, notice, address)

    async with house(tmp_path, server) as told:
        told.all_have_addresses()
        monkeypatch.setattr(Letters, "write", failing)
        await told.tell(until=lambda: told.is_told("member"))
        assert {each.state for each in told.outbox.of(CAST["member"], None, 100)} == {State.WAITING}
    assert post.to(told.address("chair")) != []


async def test_an_event_that_is_not_understood_keeps_no_other_from_being_told(
    tmp_path: Path, mails: tuple[Server, Post], monkeypatch: pytest.MonkeyPatch
) -> None:
    server, post = mails
    refused: list[int] = []

    def failing(recorded: Recorded, *more: Any) -> Any:
        if recorded.position % 2:
            refused.append(recorded.position)
            raise KeyError(recorded.stream)
        return noticed(recorded, *more)

    async with house(tmp_path, server) as told:
        told.all_have_addresses()
        monkeypatch.setattr("klynge.notices.noticing.noticed", failing)
        await told.tell()
        assert told.outbox.looked() == (told.record.epoch, told.record.head)
    assert refused != []
    assert post.taken != []


async def test_a_house_that_takes_nothing_from_us_says_nothing_of_an_address(
    tmp_path: Path, mails: tuple[Server, Post]
) -> None:
    server, post = mails
    async with house(tmp_path, server) as told:
        told.all_have_addresses()
        post.of_sender = "550 Not you"
        await told.tell(until=lambda: told.is_told("member"))
        assert set(told.outbox.counts()) == {State.WAITING}


async def test_who_lost_the_lease_between_two_mails_sends_no_more(tmp_path: Path, mails: tuple[Server, Post]) -> None:
    server, post = mails
    async with house(tmp_path, None) as told:
        told.all_have_addresses()
        await told.tell(until=lambda: told.is_told("member"))
        told.server = server
        post.after = lambda: setattr(told.lease, "mine", False)
        await told.another().look()
    assert len(post.taken) == 1


async def test_a_mail_on_its_way_when_the_house_stops_is_noted_and_no_other_is_begun(
    tmp_path: Path, mails: tuple[Server, Post]
) -> None:
    server, post = mails
    begun, answered = Event(), Event()

    def held_up() -> None:
        begun.set()
        answered.wait(PATIENCE_S)

    async with house(tmp_path, None) as told:
        told.all_have_addresses()
        await told.tell(until=lambda: told.is_told("member"))
        assert told.outbox.counts()[State.WAITING] > 1
        told.server, post.after = server, held_up
        looking = asyncio.create_task(told.another().look())
        assert await asyncio.to_thread(begun.wait, PATIENCE_S)
        looking.cancel()
        await asyncio.sleep(0)  # it hears of it
        answered.set()
        with pytest.raises(asyncio.CancelledError):
            await looking
        assert told.outbox.counts()[State.SENT] == 1
    assert len(post.taken) == 1


async def test_of_what_waited_the_latest_says_how_things_stand(tmp_path: Path, mails: tuple[Server, Post]) -> None:
    """Called and moved while the server was away: one mail. A meeting that is over: none."""
    server, post = mails
    async with house(tmp_path, None) as told:
        told.all_have_addresses()
        await told.tell(until=lambda: len(told.outbox.of(CAST["member"], None, 9)) > 1)
        told.server = server
        while told.outbox.due(int(told.clock()), 1):
            await told.another().look()
        states = [each.state for each in told.outbox.of(CAST["member"], None, 9)]
    assert states[0] is State.SENT
    assert set(states[1:]) == {State.EXPIRED}
    assert len(post.to(told.address("member"))) == 1


async def test_a_meeting_that_was_held_invites_nobody(tmp_path: Path, mails: tuple[Server, Post]) -> None:
    server, post = mails
    async with house(tmp_path, None) as told:
        told.all_have_addresses()
        await told.tell()
        told.server = server
        while told.outbox.due(int(told.clock()), 1):
            await told.another().look()
        states = {each.state for each in told.outbox.of(CAST["member"], None, 9) if each.subject == "invitation"}
    assert states == {State.EXPIRED}
    assert post.to(told.address("member")) == []


async def test_a_guest_for_several_items_is_asked_once(tmp_path: Path) -> None:
    async with house(tmp_path, None) as told:
        await told.tell(until=lambda: told.is_told("neighbour"))
        assert len(told.outbox.of(CAST["neighbour"], None, 9)) == 1


async def test_where_the_server_is_away_everything_waits(tmp_path: Path) -> None:
    with mail_server() as (server, _):
        pass
    async with house(tmp_path, server) as told:
        told.all_have_addresses()
        await told.tell()
        assert set(told.outbox.counts()) == {State.WAITING}


async def test_what_was_sent_and_not_noted_is_known_again_by_its_id(
    tmp_path: Path, mails: tuple[Server, Post], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that is killed between the two."""
    server, post = mails
    async with house(tmp_path, server) as told:
        told.all_have_addresses()
        with monkeypatch.context() as killed:
            killed.setattr(Outbox, "ended", lambda *_: None)
            for transaction in transactions(told.record.log, told.record.head):
                told.record.tail.feed(transaction)
            await told.noticing.look()
        first = len(post.taken)
        assert first > 0
        await told.another().look()
    ids = [mail["message-id"] for _, mail in post.taken]
    assert len(ids) == 2 * first
    assert len(set(ids)) == first


async def test_a_log_that_was_put_back_tells_nobody_again(tmp_path: Path, mails: tuple[Server, Post]) -> None:
    server, post = mails
    async with house(tmp_path, server) as told:
        told.all_have_addresses()
        await told.tell()
        before = len(post.taken)
        told.record.epoch = "another"
        await told.another().look()
        assert told.outbox.looked() == ("another", told.record.head)
    assert len(post.taken) == before


async def test_whoever_holds_no_lease_tells_nobody(tmp_path: Path, mails: tuple[Server, Post]) -> None:
    server, post = mails
    async with house(tmp_path, server) as told:
        told.all_have_addresses()
        told.lease.mine = False
        await told.tell()
        assert told.outbox.counts() == {}
    assert post.asked == 0

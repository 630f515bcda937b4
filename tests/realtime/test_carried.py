"""Carried frames: a carrier holds the very messages of a socket, and no more of them than it may."""

from collections.abc import Sequence

import pytest

from clients.live import Topic
from eventstore.cursor import Cursor, read_cursor
from realtime.carried import Carrier, Carriers, Message, messages_in
from realtime.frames import framed
from realtime.messages import Pong
from tests.projections.aadal import CAST, MEETING
from tests.projections.closed_item import RECUSED
from tests.realtime.page import messages_in as read_otherwise
from tests.realtime.under_way import UnderWay, under_way

LONG = "Et langt indlæg. " * 200
FEW_BYTES = 8_000
MANY_BYTES = 10_000_000


class Client:
    """Keeps a topic by the real client from what a carrier brings."""

    def __init__(self, meeting: UnderWay, part: str, holds: int = MANY_BYTES) -> None:
        self.carriers = Carriers(meeting.hub)
        self.topic = Topic(MEETING)
        self._person, self._holds = CAST[part], holds
        self.carrier = self.ask(None)

    def ask(self, since: Cursor | None) -> Carrier:
        self.carrier = self.carriers.open(self._person, [(MEETING, since)], self._holds)
        return self.carrier

    def take(self) -> Sequence[Message]:
        told = self.carrier.take()
        for each in told:
            for message in read_otherwise(_as_frame(each)):
                self.topic.apply(message)
        return told

    def points(self) -> list[str]:
        keys = [key for key in sorted(self.topic.rows) if "/point/" in key]
        return [self.topic.rows[key]["text"] for key in keys]


def _as_frame(message: Message) -> bytes:
    return b"\x81\x7f" + len(message.text).to_bytes(8) + message.text


@pytest.mark.parametrize("size", [1, 10**12, None])
def test_messages_are_taken_out_of_frames_of_every_length(size: int | None) -> None:
    pongs = [framed(Pong(t=size or 5)) for _ in range(3)]
    (message, *others) = messages_in(b"".join(pongs))
    assert [message.text, *(each.text for each in others)] == [pongs[0][2:]] * 3
    assert (message.op, message.cursor) == ("pong", None)


async def test_a_carrier_brings_what_a_socket_is_sent() -> None:
    async with under_way() as meeting:
        page, client = meeting.open("member"), Client(meeting, "member")
        await meeting.say("Et.", LONG, "To.")
        await meeting.say(*["Ord."] * 3)
        told = client.take()
        assert [read_otherwise(_as_frame(each))[0] for each in told] == page.messages
        assert [each.cursor for each in told] == [message["cursor"] for message in page.messages]
        assert client.topic.rows == page.rows(MEETING)


async def test_whose_right_changed_goes_on_from_the_snapshot_that_follows_and_from_nothing_before_it() -> None:
    """Whoever loses the line in between would come back by the new right without what it shows."""
    async with under_way() as meeting:
        page, client = meeting.open("recused"), Client(meeting, "recused")
        client.take()
        page.clear()
        await meeting.give(RECUSED)
        told = client.take()
        assert [each.op for each in told] == page.ops(MEETING) == ["access", "reset", "snap", "sync"]
        assert [each.cursor is None for each in told] == [True, True, False, False]
        assert client.topic.rows == page.rows(MEETING)


async def test_who_may_not_see_a_topic_any_more_is_told_as_over_a_socket() -> None:
    async with under_way() as meeting:
        client = Client(meeting, "member")
        client.take()
        client.carrier.lose(MEETING)
        assert [each.op for each in client.take()] == ["access", "reset", "error"]
        assert client.topic.rows == {}


async def test_who_takes_nothing_away_is_parked_and_catches_up_without_loss() -> None:
    async with under_way() as meeting:
        client = Client(meeting, "member", FEW_BYTES)
        client.take()
        page = meeting.open("member")
        await meeting.say(*[f"{number}. {LONG}" for number in range(20)])
        carrier = client.carrier
        assert carrier.parked
        assert carrier._bytes < FEW_BYTES + 2 * len(LONG.encode())
        rounds = 0
        while told := client.take():
            rounds += 1
            assert rounds < 40
        assert rounds > 2
        assert not told
        assert client.topic.rows == page.rows(MEETING)
        assert len([text for text in client.points() if LONG in text]) == 20


async def test_what_was_not_taken_away_is_asked_for_again_by_its_cursor() -> None:
    async with under_way() as meeting:
        client = Client(meeting, "member", FEW_BYTES)
        client.take()
        page = meeting.open("member")
        for number in range(12):
            await meeting.say(f"{number}. {LONG}")
            since = read_cursor(client.topic.cursor or "")
            client.carriers.close(client.carrier)
            client.ask(since)
            if number % 3 == 0:
                client.take()
        client.take()
        while client.take():
            pass
        assert client.topic.rows == page.rows(MEETING)


async def test_a_carrier_that_is_let_go_says_so_and_brings_nothing_more() -> None:
    async with under_way() as meeting:
        client = Client(meeting, "member")
        client.take()
        client.carriers.let_go()
        assert client.carrier.ended
        (bye,) = client.carrier.take()
        assert bye.op == "bye"
        client.carriers.close(client.carrier)
        await meeting.say("Efter.")
        assert client.carrier.take() == []


async def test_a_carrier_is_ended_where_the_hub_cannot_serve_it() -> None:
    async with under_way() as meeting:
        client = Client(meeting, "member")
        client.carrier.fail()
        assert client.carrier.ended
        assert await client.carrier.wait(0)


async def test_a_carrier_that_cannot_be_begun_is_nobody_s_and_is_let_go_of(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise OSError

    async with under_way() as meeting:
        carriers = Carriers(meeting.hub)
        monkeypatch.setattr(meeting.hub, "bring", away)
        with pytest.raises(OSError):  # noqa: PT011
            carriers.open(CAST["member"], [(MEETING, None)])
        assert carriers._live == set()
        assert not meeting.hub.is_followed(MEETING)

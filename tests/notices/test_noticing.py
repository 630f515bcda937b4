"""Mails as people get them, from a record in memory through a real mail server."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from email.message import EmailMessage
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from icalendar import Calendar

from domain.clusters import Streams
from domain.dates import Day
from domain.kernel import Recorded
from domain.policy import Mask
from eventstore.outbox import DAY_S, Kept, Outbox, State
from eventstore.sqlite.tables import OUTBOX, SQLiteTables
from klynge.notices.letter import Letter, Letters
from klynge.notices.noticing import AGAIN_MAX_S, EXPIRES_S, Noticing
from klynge.notices.server import Server
from projections.notices import noticed
from projections.reading import Reading
from stories.lillebaelt_2024_04_09 import STORY as LILLEBAELT
from stories.story import Story
from tests.notices.mail_server import SENDER, Post, mail_server, words_of
from tests.projections import closed_item, second_meeting
from tests.projections.aadal import CAST
from tests.realtime.record_in_memory import RecordInMemory, played, transactions
from tests.webhooks.world import Clock, Lease

URL = "https://klynge.example"
PATIENCE_S = 20
STORY = second_meeting.STORY
CLOSED_WORDS = (
    *(*second_meeting.HIDDEN_WORDS, *second_meeting.CLOSED_WORDS),
    *closed_item.closed_words(closed_item.TITLE_CLOSED),
    *closed_item.closed_words(closed_item.CLOSED_ITEM),
)


class Record:
    """A record in memory, as noticing asks it."""

    def __init__(self, told: RecordInMemory) -> None:
        self._told = told
        self.epoch = told.epoch

    @property
    def reading(self) -> Reading:
        return self._told.reading

    @property
    def now(self) -> Streams:
        return self._told.tail.now

    def today(self) -> Day:
        return self._told.today()

    def page(self, after: int, limit: int) -> list[Recorded]:
        return self._told.log.page(after, limit)


class House:
    """A story that comes transaction by transaction, and who tells people of it."""

    def __init__(self, record: RecordInMemory, outbox: Outbox, server: Server | None) -> None:
        self.record = record
        self.outbox = outbox
        self.server = server
        self.clock = Clock()
        self.lease = Lease()
        self.noticing = self.another()

    def another(self) -> Noticing:
        """Another process over the same outbox."""
        return Noticing(self.outbox, Record(self.record), self.lease, URL, self.server, self.clock)

    async def tell(self, until: Callable[[], bool] = lambda: False) -> None:
        """The whole story, or until something is so, looked at after every transaction."""
        for transaction in transactions(self.record.log, self.record.head):
            self.record.tail.feed(transaction)
            await self.noticing.look()
            if until():
                break
        while self.server is not None and self.outbox.due(int(self.clock()), 1):
            await self.noticing.look()

    def address(self, part: str) -> str:
        return f"{part}@aadal.example"

    def is_told(self, part: str) -> bool:
        return bool(self.outbox.of(CAST[part], None, 1))

    def all_have_addresses(self) -> None:
        for part, person in CAST.items():
            self.outbox.set_address(person, self.address(part), own=True)


@asynccontextmanager
async def house(tmp_path: Path, server: Server | None, story: Story = STORY) -> AsyncIterator[House]:
    outbox = Outbox(SQLiteTables(str(tmp_path / "outbox.db"), OUTBOX), lambda: bytes(32))
    kept_log = await played(story)
    made = House(RecordInMemory(kept_log), outbox, server)
    await made.noticing.look()  # it begins to tell with what comes
    yield made
    kept_log.close()
    outbox.close()


@pytest.fixture
def mails() -> Iterator[tuple[Server, Post]]:
    with mail_server() as server:
        yield server


def calendars(mail: EmailMessage) -> list[Any]:
    parts = (part for part in mail.walk() if part.get_content_type() == "text/calendar")
    return [Calendar.from_ical(part.get_content()) for part in parts]


# --- what is told -----------------------------------------------------------------------------------------------------


async def test_who_is_asked_to_come_gets_a_calendar_entry_that_moves_when_the_meeting_does(
    tmp_path: Path, mails: tuple[Server, Post]
) -> None:
    server, post = mails
    async with house(tmp_path, server) as told:
        told.all_have_addresses()
        await told.tell()
        of_meeting = [
            (calendar, mail)
            for mail in post.to(told.address("member"))
            for calendar in calendars(mail)
            if second_meeting.MEETING in str(calendar.events[0]["uid"])
        ]
    (called, first), (moved, second) = of_meeting
    assert (called["method"], moved["method"]) == ("REQUEST", "REQUEST")
    before, after = called.events[0], moved.events[0]
    assert before["uid"] == after["uid"]
    assert before["sequence"] < after["sequence"]
    assert before["dtstart"].dt != after["dtstart"].dt
    assert str(before["dtstart"].dt.tzinfo) == "Europe/Copenhagen"
    assert before["url"] == f"{URL}/aadal/moede/c3"
    assert str(before["organizer"]) == f"mailto:{SENDER}"
    assert str(before["attendee"]) == f"mailto:{told.address('member')}"
    assert first["date"] is not None
    assert first["subject"].startswith("Indkaldelse: ")
    assert second["subject"].startswith("Flyttet: ")
    assert first["auto-submitted"] == "auto-generated"


async def test_no_mail_says_what_is_closed_nor_where_a_meeting_can_be_walked_into(
    tmp_path: Path, mails: tuple[Server, Post]
) -> None:
    server, post = mails
    async with house(tmp_path, server) as told:
        told.all_have_addresses()
        await told.tell()
    said = [words_of(mail) for _, mail in post.taken]
    assert len(said) > len(CAST)
    assert {subject.split(":")[0] for subject in (mail["subject"] for _, mail in post.taken)} >= {
        "Indkaldelse",
        "En henvendelse venter på svar",
    }
    assert [word for word in (*CLOSED_WORDS, second_meeting.LINK) if any(word in each for each in said)] == []


async def test_a_mail_that_said_what_its_reader_sees_would_be_found(
    tmp_path: Path, mails: tuple[Server, Post], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: letters written with the reader's own eyes."""

    def own_rows(reading: Reading, topic: str, key: str, person: str) -> tuple[Any, ...]:
        mask = reading.mask(topic, person)
        return () if mask is None else tuple(reading.page(topic, mask, reading.head, prefix=key).rows.values())

    monkeypatch.setattr(Reading, "outward_rows", own_rows)
    server, post = mails
    async with house(tmp_path, server) as told:
        told.all_have_addresses()
        await told.tell()
    said = [words_of(mail) for _, mail in post.taken]
    assert [word for word in CLOSED_WORDS if any(word in each for each in said)] != []


async def test_who_owes_something_is_told_what_and_by_when(tmp_path: Path, mails: tuple[Server, Post]) -> None:
    server, post = mails
    async with house(tmp_path, server, LILLEBAELT) as told:
        told.outbox.set_address(LILLEBAELT.cast["secretary"], "sekretariat@klynge.example", own=True)
        await told.tell()
    (mail,) = (each for _, each in post.taken if each["subject"] == "En opgave venter")
    assert "Opgave: " in words_of(mail)
    assert f"{URL}/lillebaelt/opgaver" in words_of(mail)


# --- to whom ----------------------------------------------------------------------------------------------------------


async def test_nothing_is_sent_where_no_server_is_named_and_nothing_as_a_flood_when_one_is(
    tmp_path: Path, mails: tuple[Server, Post]
) -> None:
    server, post = mails
    async with house(tmp_path, None) as told:
        told.all_have_addresses()
        await told.tell()
        waiting = told.outbox.counts()
        assert set(waiting) == {State.WAITING}
        told.server = server
        told.clock.ahead_s = EXPIRES_S + DAY_S
        while told.outbox.due(int(told.clock()), 1):
            await told.another().look()
        assert told.outbox.counts() == {State.EXPIRED: waiting[State.WAITING]}
    assert post.asked == 0


async def test_who_gave_no_address_or_wants_none_of_the_kind_is_sent_nothing(
    tmp_path: Path, mails: tuple[Server, Post]
) -> None:
    server, post = mails
    async with house(tmp_path, server) as told:
        told.all_have_addresses()
        told.outbox.set_address(CAST["member"], None, own=True)
        told.outbox.turn_off(CAST["chair"], ["invitation"])
        await told.tell()
        assert {each.state for each in told.outbox.of(CAST["member"], None, 100)} == {State.NO_ADDRESS}
        states = {each.subject: each.state for each in told.outbox.of(CAST["chair"], None, 100)}
    assert post.to(told.address("member")) == []
    assert states["invitation"] is State.OFF
    assert State.SENT in states.values()


async def test_who_may_not_see_it_any_more_is_told_nothing(
    tmp_path: Path, mails: tuple[Server, Post], monkeypatch: pytest.MonkeyPatch
) -> None:
    server, post = mails
    mask = Reading.mask

    def ended(reading: Reading, topic: str, person: str, at: int | None = None) -> Mask | None:
        return None if person == CAST["leaver"] else mask(reading, topic, person, at)

    async with house(tmp_path, None) as told:
        told.all_have_addresses()
        await told.tell()
        assert {each.state for each in told.outbox.of(CAST["leaver"], None, 100)} == {State.WAITING}
        told.server = server
        monkeypatch.setattr(Reading, "mask", ended)
        while told.outbox.due(int(told.clock()), 1):
            await told.another().look()
        assert {each.state for each in told.outbox.of(CAST["leaver"], None, 100)} == {State.WITHHELD}
    assert post.to(told.address("leaver")) == []
    assert post.taken != []


async def test_who_does_not_look_after_a_webhook_any_more_is_not_told_that_it_was_given_up(
    tmp_path: Path, mails: tuple[Server, Post]
) -> None:
    server, post = mails
    about = "webhooks/journal?owner=dk/client/esdh"
    async with house(tmp_path, server) as told:
        told.all_have_addresses()
        await told.tell()
        looks_after, did_once = CAST["administrator"], CAST["member"]
        told.outbox.put([(each, each, "webhook", about, 1) for each in (looks_after, did_once)], int(told.clock()))
        await told.noticing.look()
        states = {each: told.outbox.of(each, None, 1)[0].state for each in (looks_after, did_once)}
    assert states == {looks_after: State.SENT, did_once: State.WITHHELD}
    assert [to for to, mail in post.taken if mail["subject"] == "En webhook er opgivet"] == [
        told.address("administrator")
    ]


# --- what goes wrong --------------------------------------------------------------------------------------------------


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

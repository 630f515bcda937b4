"""Mails as people get them, from a record in memory through a real mail server: what they are told, and who is."""

from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from domain.policy import Mask
from eventstore.outbox import DAY_S, State
from klynge.notices.noticing import EXPIRES_S
from klynge.notices.server import Server
from projections.reading import Reading
from stories.lillebaelt_2024_04_09 import STORY as LILLEBAELT
from tests.notices.house import URL, house
from tests.notices.mail_server import SENDER, Post, words_of
from tests.projections import closed_item, second_meeting
from tests.projections.aadal import CAST

CLOSED_WORDS = (
    *(*second_meeting.HIDDEN_WORDS, *second_meeting.CLOSED_WORDS),
    *closed_item.closed_words(closed_item.TITLE_CLOSED),
    *closed_item.closed_words(closed_item.CLOSED_ITEM),
)


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

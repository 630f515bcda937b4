"""One connection's part of the protocol, message by message: what is answered, what is refused, what ends it."""

import msgspec
import pytest

from eventstore.cursor import Cursor
from realtime.closing import Close
from realtime.messages import (
    EXPIRY_NOTICE_S,
    HEARTBEAT_S,
    TOPIC_CHARS_MAX,
)
from tests.projections.aadal import CAST, MEETING
from tests.projections.closed_item import RECUSED, WITHDRAWN
from tests.realtime.page import Message
from tests.realtime.under_way import under_way
from tests.realtime.wire import NOW, SESSION_S, Wire, code_of, greeted

# --- hello ------------------------------------------------------------------------------------------------------------


async def test_a_token_in_hello_signs_in_who_came_without_a_ticket() -> None:
    async with under_way() as meeting:
        wire = Wire(meeting)
        (welcome,) = wire.say("hello", client={"name": "test"}, token="member")
        assert welcome == {
            "op": "welcome",
            "conn": "c1",
            "epoch": "memory",
            "head": meeting.record.head,
            "hb_ms": HEARTBEAT_S * 1000,
            "limits": {
                "message_bytes": 16 * 1024,
                "messages_per_s": 20,
                "messages_burst": 40,
                "topics": 100,
                "topic_chars": 200,
                "filters": 100,
                "frame_bytes": 64 * 1024,
                "snapshot_bytes": 256 * 1024,
                "sockets": 40,
                "connection_s": 8 * 3_600,
            },
            "retry": {"min_ms": 500, "max_ms": 30_000},
            "exp": NOW + SESSION_S,
        }
        assert wire.connection.person == CAST["member"]


@pytest.mark.parametrize(
    "first",
    [
        pytest.param({"op": "hello"}, id="no token"),
        pytest.param({"op": "hello", "token": "nobody"}, id="a token that is not ours"),
        pytest.param({"op": "sub", "id": 1, "topic": MEETING}, id="a message before hello"),
        pytest.param({"op": "ping", "t": 1}, id="a ping before hello"),
    ],
)
async def test_nothing_is_said_to_who_is_not_signed_in(first: Message) -> None:
    async with under_way() as meeting:
        wire = Wire(meeting)
        assert [message["op"] for message in wire.send(msgspec.json.encode(first))] in ([], ["bye"])
        assert wire.closed is Close.UNAUTHENTICATED


async def test_what_else_a_client_wants_is_passed_over() -> None:
    async with under_way() as meeting:
        (welcome,) = Wire(meeting).say("hello", token="member", want=["msgpack", 7], more={"x": None})
        assert welcome["op"] == "welcome"


async def test_a_second_hello_is_refused_and_the_conversation_goes_on() -> None:
    async with under_way() as meeting:
        wire = greeted(meeting)
        assert code_of(wire.say("hello", token="chair")) == (409, "live.already-greeted")
        assert wire.connection.person == CAST["member"]
        assert wire.say("ping", t=7) == [{"op": "pong", "t": 7}]


async def test_whoever_said_hello_is_kept_alive_until_the_line_is_lost() -> None:
    async with under_way() as meeting:
        silent, wire = Wire(meeting), greeted(meeting)
        meeting.hub.heartbeat(5)
        assert wire.received[1:] == [{"op": "hb", "t": 5, "heads": {}, "sealed": 0, "witnessed": 0}]
        assert silent.received == []
        wire.connection.lost()
        meeting.hub.heartbeat(6)
        assert len(wire.received) == 2


# --- subscribing ------------------------------------------------------------------------------------------------------


async def test_a_subscription_is_answered_by_ok_the_rows_and_that_it_is_caught_up() -> None:
    async with under_way() as meeting:
        wire = greeted(meeting)
        ok, snap, sync = wire.say("sub", id=5, topic=MEETING)
        assert ok == {"op": "ok", "id": 5, "topic": MEETING, "mode": "snapshot", "pos": meeting.record.head}
        assert (snap["op"], snap["part"], snap["last"], snap["pos"]) == ("snap", 1, True, meeting.record.head)
        assert (sync["op"], sync["pos"]) == ("sync", meeting.record.head)
        await meeting.say("Og så videre.")
        assert wire.received[-1]["op"] == "rows"

        resumed, again = wire.say("sub", id=6, topic=MEETING, since=wire.received[-1]["cursor"])
        here = {"id": 6, "topic": MEETING, "pos": meeting.record.head}
        assert resumed == {"op": "ok", "mode": "resumed", "behind": 0} | here
        assert again["op"] == "sync"

        assert wire.say("unsub", id=7, topic=MEETING) == [{"op": "ok", "id": 7, "topic": MEETING}]
        before = len(wire.received)
        await meeting.say("Uden mig.")
        assert len(wire.received) == before


async def test_who_wants_no_snapshot_is_sent_only_what_changes_from_now_on() -> None:
    async with under_way() as meeting:
        wire = greeted(meeting)
        ok, sync = wire.say("sub", id=1, topic=MEETING, snapshot=False)
        assert (ok["mode"], sync["op"], sync["pos"]) == ("live", "sync", meeting.record.head)
        await meeting.say("Nyt.")
        assert (wire.received[-1]["op"], wire.received[-1]["prev"]) == ("rows", ok["pos"])


async def test_who_cannot_go_on_from_a_cursor_is_sent_a_snapshot_all_the_same() -> None:
    async with under_way() as meeting:
        wire = greeted(meeting)
        ancient = Cursor("another life", "a", 1).text()
        ops = [each["op"] for each in wire.say("sub", id=1, topic=MEETING, since=ancient, snapshot=False)]
        assert ops == ["ok", "reset", "snap", "sync"]


async def test_how_far_behind_somebody_is_who_comes_back_is_told() -> None:
    async with under_way() as meeting:
        wire = greeted(meeting)
        *_, sync = wire.say("sub", id=1, topic=MEETING)
        await meeting.say("Et.", "To.")
        again = greeted(meeting).say("sub", id=1, topic=MEETING, since=sync["cursor"])
        assert (again[0]["behind"], [each["op"] for each in again]) == (2, ["ok", "rows", "rows", "sync"])


@pytest.mark.parametrize(
    "topic",
    [
        "aadal/meeting/findes-ikke",
        "aadal/nonsense",
        "aadal/proposal/x",
        "bakke/people",
        "",
        "/",
        "//",
        "a/b/c/d",
        "aadal/meeting/a1|meeting",
        "../people",
        "æ",
    ],
)
async def test_a_topic_that_is_not_there_and_one_that_may_not_be_seen_are_alike(topic: str) -> None:
    async with under_way() as meeting:
        wire = greeted(meeting)
        answer = wire.say("sub", id=1, topic=topic)
        assert code_of(answer) == (404, "live.no-such-topic")
        assert answer[0]["id"] == 1
        assert [message["op"] for message in wire.say("sub", id=2, topic="aadal/people")] == ["ok", "snap", "sync"]


@pytest.mark.parametrize(
    "since",
    ["", "vrøvl", "AAAA", "x" * 5_000, Cursor("memory", "a", 1).text()[:-3] + "…", "\u0000"],
    ids=["empty", "words", "letters", "long", "cut", "nul"],
)
async def test_a_cursor_that_is_none_of_ours_is_refused(since: str) -> None:
    async with under_way() as meeting:
        wire = greeted(meeting)
        assert code_of(wire.say("sub", id=1, topic=MEETING, since=since)) == (400, "live.cursor-unknown")
        assert meeting.hub.topics_of(wire.connection) == ()


async def test_a_cursor_of_somebody_elses_rights_begins_again() -> None:
    async with under_way() as meeting:
        insider, outsider = greeted(meeting, "member"), greeted(meeting, "observer")
        *_, sync = insider.say("sub", id=1, topic=MEETING)
        answers = outsider.say("sub", id=1, topic=MEETING, since=sync["cursor"])
        assert [message["op"] for message in answers] == ["ok", "reset", "snap", "sync"]
        assert answers[0]["mode"] == "snapshot"
        assert answers[1]["reason"] == "access"


async def test_topics_have_a_limit_which_one_that_is_followed_already_does_not_meet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    followed = ("aadal/people", "aadal/decisions", "bakke/people", "bakke/decisions", "dk/people")
    monkeypatch.setattr("realtime.subscribing.TOPICS_MAX", len(followed))
    async with under_way() as meeting:
        wire = greeted(meeting, "auditor")
        for n, topic in enumerate(followed):
            assert wire.say("sub", id=n, topic=topic)[0]["op"] == "ok"
        wire.now += 1
        assert code_of(wire.say("sub", id=200, topic=MEETING)) == (429, "live.too-many-topics")
        assert wire.say("sub", id=201, topic=followed[0])[0]["op"] == "ok"
        wire.say("unsub", id=202, topic=followed[0])
        assert wire.say("sub", id=203, topic=MEETING)[0]["op"] == "ok"


async def test_a_topic_has_a_length() -> None:
    async with under_way() as meeting:
        wire = greeted(meeting)
        assert code_of(wire.say("sub", id=1, topic="a/" + "b" * TOPIC_CHARS_MAX)) == (429, "live.too-many-topics")


# --- the sign-in ends -------------------------------------------------------------------------------------------------


async def test_the_end_of_a_sign_in_is_announced_once_and_then_kept() -> None:
    async with under_way() as meeting:
        wire = greeted(meeting)
        wire.connection.check_expiry()
        assert wire.ops() == ["welcome"]
        wire.now = NOW + SESSION_S - EXPIRY_NOTICE_S
        wire.connection.check_expiry()
        wire.now += 1
        wire.connection.check_expiry()
        assert wire.received[1:] == [{"op": "auth_expiring", "in_s": EXPIRY_NOTICE_S}]
        wire.now = NOW + SESSION_S
        wire.connection.check_expiry()
        assert wire.received[-1] == {"op": "bye", "code": 4200, "retry": {"after_ms": 0, "jitter_ms": 0}}
        assert wire.closed is Close.TOKEN_EXPIRED


# --- rights end -------------------------------------------------------------------------------------------------------


async def test_who_may_see_a_topic_no_more_is_told_so_and_hears_no_more_of_it() -> None:
    async with under_way() as meeting:
        wire, there = greeted(meeting, "auditor"), greeted(meeting)
        wire.say("sub", id=1, topic=MEETING)
        there.say("sub", id=1, topic=MEETING)
        before = len(wire.received)
        await meeting.give(WITHDRAWN)
        await meeting.say("Efter.")
        access, reset, error = wire.received[before:]
        assert access == {"op": "access", "topic": MEETING}, "all of it"
        assert reset == {"op": "reset", "topic": MEETING, "reason": "access"}
        assert (code_of([error]), error["problem"]["topic"]) == ((403, "live.access-lost"), MEETING)
        assert there.received[-1]["op"] == "rows"
        assert code_of(wire.say("sub", id=2, topic=MEETING)) == (404, "live.no-such-topic")


async def test_who_loses_sight_of_an_item_is_shown_the_topic_anew() -> None:
    async with under_way() as meeting:
        wire = greeted(meeting, "recused")
        wire.say("sub", id=1, topic=MEETING)
        before = len(wire.received)
        await meeting.give(RECUSED)
        access, reset, snap, sync = wire.received[before:]
        assert access["topic"] == MEETING
        assert "item/i8c" in access["lost"]
        assert "item/i8" not in access["lost"]
        assert access["cursor"] == snap["cursor"]
        assert reset == {"op": "reset", "topic": MEETING, "reason": "access"}
        assert snap["rows"]["item/i8c"]["hidden"]
        assert sync["op"] == "sync"

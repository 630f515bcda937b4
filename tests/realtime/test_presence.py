"""Presence: who is there, as each page is told of it."""

import msgspec

from eventstore.attending import Attends
from realtime.attended import PEOPLE_AGAIN, PEOPLE_MAX
from realtime.presence import GRACE_S
from tests.projections.aadal import CAST, MEETING
from tests.projections.closed_item import LAST_VACATED
from tests.realtime.moments import Moments
from tests.realtime.page import Page
from tests.realtime.seen import A_MOMENT_S, CHAIR, MEMBER, come, crowd, people, seen_by, seen_on, told
from tests.realtime.under_way import under_way
from tests.realtime.wire import greeted, presences

# --- coming and going -------------------------------------------------------------------------------------------------


async def test_people_see_each_other_come_and_go_and_two_pages_are_one_person() -> None:
    moments = Moments()
    async with under_way() as meeting:
        here = presences(moments)
        first, second, twin = (greeted(meeting, part, here) for part in ("chair", "member", "member"))
        come(first)
        assert people(told(first)[-1], "full") == [CHAIR]
        moments.go_on(1)
        come(second)
        assert people(told(second)[-1], "full") == [CHAIR, MEMBER]
        assert people(told(first)[-1], "join") == [MEMBER]
        moments.go_on(1)
        come(twin)
        assert told(first)[-1]["update"][0]["connections"] == 2
        moments.go_on(1)
        second.connection.lost()
        assert told(first)[-1]["update"][0]["connections"] == 1, "the other page is still open"
        moments.go_on(1)
        count = len(told(first))
        twin.say("unsub", id=2, topic=MEETING)
        moments.go_on(GRACE_S - 0.1)
        assert len(told(first)) == count, "may be back"
        moments.go_on(0.1)
        assert people(told(first)[-1], "leave") == [MEMBER]
        assert seen_by(first.received).people.keys() == {CHAIR}


async def test_whoever_is_back_within_the_grace_was_never_away() -> None:
    moments = Moments()
    async with under_way() as meeting:
        here = presences(moments)
        chair, member = come(greeted(meeting, "chair", here)), come(greeted(meeting, "member", here))
        moments.go_on(1)
        member.say("presence", id=2, topic=MEETING, state={"hand": True})
        moments.go_on(1)
        before = len(told(chair))
        member.connection.lost()
        moments.go_on(GRACE_S / 2)
        back = come(greeted(meeting, "member", here))
        moments.go_on(GRACE_S * 2)
        assert told(chair)[before:] == []
        assert seen_by(back.received).hands() == {MEMBER: 1}, "the hand stayed up"
        back.connection.lost()
        moments.go_on(GRACE_S)
        assert seen_by(chair.received).people.keys() == {CHAIR}, "a loss that lasts is told"


async def test_what_changes_in_a_moment_is_told_in_one_frame() -> None:
    moments = Moments()
    async with under_way() as meeting:
        here = presences(moments)
        chair = come(greeted(meeting, "chair", here))
        moments.go_on(1)
        before = len(told(chair))
        parts = ("member", "secretary", "observer")
        for part in parts:
            come(greeted(meeting, part, here)).say("presence", id=2, topic=MEETING, state={"hand": True})
        assert len(told(chair)) == before + 1, "the first is told at once"
        moments.go_on(A_MOMENT_S)
        assert len(told(chair)) == before + 2, "the others together"
        assert seen_by(chair.received).people.keys() == {CHAIR, *(CAST[part] for part in parts)}
        assert seen_by(chair.received).hands().keys() == {CAST[part] for part in parts}


async def test_who_did_not_read_is_shown_everyone_who_is_here_then() -> None:
    moments = Moments()
    async with under_way() as meeting:
        here = presences(moments)
        slow, other = greeted(meeting, "chair", here), greeted(meeting, "member", here)
        come(slow)
        moments.go_on(1)
        slow.connection.parked = True
        count = len(slow.received)
        come(other)
        assert len(slow.received) == count
        slow.connection.resume()
        assert people(slow.received[-1], "full") == [CHAIR, MEMBER]


async def test_who_may_see_a_meeting_no_more_hears_nothing_of_who_is_there_and_is_gone_at_once() -> None:
    moments = Moments()
    async with under_way() as meeting:
        here = presences(moments)
        leaving, other = greeted(meeting, "group-member", here), greeted(meeting, "member", here)
        for wire in (leaving, other):
            come(wire)
            moments.go_on(1)
        await meeting.give(LAST_VACATED)
        assert people(told(other)[-1], "leave") == [CAST["group-member"]]
        count = len(leaving.received)
        come(greeted(meeting, "chair", here))
        moments.go_on(1)
        assert len(leaving.received) == count
        assert people(told(other)[-1], "join") == [CHAIR]


async def test_a_meeting_nobody_has_open_is_forgotten() -> None:
    moments = Moments()
    async with under_way() as meeting:
        here = presences(moments)
        wire = come(greeted(meeting, "member", here))
        assert list(here.topics()) == [MEETING]
        wire.connection.lost()
        moments.go_on(GRACE_S)
        assert list(here.topics()) == []


# --- many -------------------------------------------------------------------------------------------------------------


async def test_above_a_limit_people_are_counted_and_hands_still_have_names() -> None:
    moments = Moments()
    here = presences(moments)
    first, *_ = crowd(here, moments, range(PEOPLE_MAX))
    assert len(seen_on(first).people) == PEOPLE_MAX
    assert seen_on(first).count is None
    *_, last = crowd(here, moments, range(PEOPLE_MAX, PEOPLE_MAX + 1))
    for page in (first, last):
        assert (seen_on(page).count, seen_on(page).people) == (PEOPLE_MAX + 1, {})
    assert here.raise_hand(last, MEETING, up=True)
    moments.go_on(A_MOMENT_S)
    assert seen_on(first).hands() == {last.person: 1}
    assert len(seen_on(first).people) == 1
    here.leave(last, MEETING)
    moments.go_on(GRACE_S)
    assert (seen_on(first).count, seen_on(first).people) == (PEOPLE_MAX, {}), "not back and forth at the limit"


async def test_where_few_are_left_they_have_names_again() -> None:
    moments = Moments()
    here = presences(moments)
    first, *others = crowd(here, moments, range(PEOPLE_MAX + 1))
    for page in others[PEOPLE_AGAIN - 1 :]:
        here.leave(page, MEETING)
    moments.go_on(GRACE_S + 1)
    assert (seen_on(first).count, len(seen_on(first).people)) == (None, PEOPLE_AGAIN)


async def test_a_crowd_that_comes_at_once_costs_a_frame_a_moment_and_not_one_each() -> None:
    moments = Moments()
    here = presences(moments)
    (first,) = crowd(here, moments, range(1))
    before = len(first.frames)
    crowd(here, moments, range(1, 1_000))
    assert len(first.frames) - before <= 2
    assert seen_on(first).count == 1_000


# --- other processes --------------------------------------------------------------------------------------------------


async def test_people_at_other_processes_are_there_as_well() -> None:
    moments = Moments()
    here = presences(moments)
    (page,) = crowd(here, moments, range(1))
    here.read(MEETING, {"other": {CHAIR: Attends(2), page.person: Attends(1)}})
    assert seen_on(page).people[CHAIR]["connections"] == 2
    assert seen_on(page).people[page.person]["connections"] == 2
    moments.go_on(1)
    here.heard(MEETING, "other", {CHAIR: Attends(0)})
    moments.go_on(1)
    assert CHAIR in seen_on(page).people, "the line was lost just now"
    here.heard(MEETING, "other", {CHAIR: None})
    moments.go_on(1)
    assert CHAIR not in seen_on(page).people
    here.read(MEETING, {})
    moments.go_on(1)
    assert seen_on(page).people[page.person]["connections"] == 1


async def test_the_later_word_of_a_person_holds_whichever_process_it_was_said_at() -> None:
    moments = Moments()
    changed: list[str] = []
    here = presences(moments, lambda topic, person: changed.append(person))
    (page,) = crowd(here, moments, range(1))
    here.raise_hand(page, MEETING, up=True)
    up_at = moments.now_ms()
    moments.go_on(1)
    here.heard(MEETING, "other", {page.person: Attends(1, stated_at=up_at - 1)})
    assert seen_on(page).hands() == {page.person: 1}, "an older word"
    changed.clear()
    here.heard(MEETING, "other", {page.person: Attends(1, stated_at=up_at + 1)})
    moments.go_on(1)
    assert seen_on(page).hands() == {}
    assert changed == [page.person], "this process says so too from now on"
    here.read(MEETING, {})
    moments.go_on(1)
    assert seen_on(page).hands() == {}, "nor does the older word come back when the other process is gone"


async def test_whoever_comes_over_from_another_process_keeps_their_hand_up() -> None:
    moments = Moments()
    here = presences(moments)
    (page,) = crowd(here, moments, range(1))
    mover = Page(MEMBER)
    here.read(MEETING, {"other": {MEMBER: Attends(0, stated_at=5, hand=5)}})
    here.join(mover, MEETING)
    moments.go_on(1)
    here.read(MEETING, {})
    moments.go_on(1)
    assert seen_on(page).hands() == {MEMBER: 1}
    assert msgspec.structs.asdict(here.here(MEETING)[MEMBER]) == {"connections": 1, "stated_at": 5, "hand": 5}

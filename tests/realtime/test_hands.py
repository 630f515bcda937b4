"""Hands: whose is up, in the order they went up, and who takes them down."""

from typing import Any

import pytest

from realtime.presence import GRACE_S, STATES_PER_S
from realtime.states import STATE_BYTES_MAX
from tests.projections.aadal import CAST, MEETING
from tests.realtime.moments import Moments
from tests.realtime.seen import CHAIR, MEMBER, come, seen_by
from tests.realtime.under_way import under_way
from tests.realtime.wire import code_of, greeted, presences


async def test_hands_are_numbered_in_the_order_they_went_up() -> None:
    moments = Moments()
    async with under_way() as meeting:
        here = presences(moments)
        wires = {part: come(greeted(meeting, part, here)) for part in ("chair", "member", "secretary", "observer")}
        for part in ("observer", "member", "secretary"):
            (ok,) = [
                each
                for each in wires[part].say("presence", id=9, topic=MEETING, state={"hand": True})
                if each["op"] != "pres"
            ]
            assert ok == {"op": "ok", "id": 9, "topic": MEETING}
            moments.go_on(1)
        seen = {part: seen_by(wire.received) for part, wire in wires.items()}
        assert seen["chair"].hands() == {CAST["observer"]: 1, MEMBER: 2, CAST["secretary"]: 3}
        assert all(each.hands() == seen["chair"].hands() for each in seen.values()), "all see the same"
        wires["observer"].say("presence", id=10, topic=MEETING, state=None)
        moments.go_on(1)
        assert seen_by(wires["chair"].received).hands() == {MEMBER: 1, CAST["secretary"]: 2}


async def test_a_hand_that_is_up_keeps_its_place_when_it_is_raised_again() -> None:
    moments = Moments()
    async with under_way() as meeting:
        here = presences(moments)
        member, twin, chair = (come(greeted(meeting, part, here)) for part in ("member", "member", "chair"))
        member.say("presence", id=2, topic=MEETING, state={"hand": True})
        moments.go_on(1)
        chair.say("presence", id=2, topic=MEETING, state={"hand": True})
        moments.go_on(1)
        twin.say("presence", id=2, topic=MEETING, state={"hand": True})
        moments.go_on(1)
        assert seen_by(chair.received).hands() == {MEMBER: 1, CHAIR: 2}
        twin.say("presence", id=3, topic=MEETING, state={"hand": False})
        moments.go_on(1)
        assert seen_by(chair.received).hands() == {CHAIR: 1}, "it is the person's, whichever page they have before them"


async def test_the_chair_takes_a_hand_down_and_others_do_not() -> None:
    moments = Moments()
    async with under_way() as meeting:
        here = presences(moments)
        chair, member, other = (come(greeted(meeting, part, here)) for part in ("chair", "member", "secretary"))
        member.say("presence", id=2, topic=MEETING, state={"hand": True})
        moments.go_on(1)
        assert code_of(other.say("presence", id=3, topic=MEETING, person=MEMBER)) == (403, "live.not-ones-own")
        up = chair.say("presence", id=3, topic=MEETING, person=MEMBER, state={"hand": True})
        assert code_of(up) == (403, "live.not-ones-own"), "nobody raises somebody else's"
        assert seen_by(other.received).hands() == {MEMBER: 1}
        chair.say("presence", id=4, topic=MEETING, person=MEMBER)
        moments.go_on(1)
        assert seen_by(other.received).hands() == {}
        moments.go_on(GRACE_S)
        assert seen_by(other.received).people.keys() == {CHAIR, MEMBER, CAST["secretary"]}


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        pytest.param({"topic": "aadal/people", "state": None}, (409, "live.not-present"), id="where one is not"),
        pytest.param(
            {"topic": MEETING, "state": {"hand": True, "x": "x" * STATE_BYTES_MAX}},
            (413, "live.state-too-long"),
            id="too long",
        ),
        pytest.param({"topic": MEETING, "state": {"hand": "up"}}, (400, "live.malformed"), id="no state"),
    ],
)
async def test_what_is_no_state_changes_nothing(said: dict[str, Any], refused: tuple[int, str]) -> None:
    moments = Moments()
    async with under_way() as meeting:
        here = presences(moments)
        wire = come(greeted(meeting, "member", here))
        assert code_of(wire.say("presence", id=2, **said)) == refused
        moments.go_on(1)
        assert seen_by(wire.received).hands() == {}


async def test_states_have_a_rate_and_nobody_else_pays_for_it() -> None:
    moments = Moments()
    async with under_way() as meeting:
        here = presences(moments)
        wire, other = come(greeted(meeting, "member", here)), come(greeted(meeting, "chair", here))
        ups = [{"hand": n % 2 == 0} for n in range(STATES_PER_S)]
        for up in ups:
            assert wire.say("presence", id=2, topic=MEETING, state=up)[-1]["op"] in {"ok", "pres"}
        assert code_of(wire.say("presence", id=3, topic=MEETING, state={"hand": True})) == (429, "live.too-many-states")
        assert other.say("presence", id=2, topic=MEETING, state={"hand": True})[-1]["op"] == "ok"
        moments.go_on(1)
        assert wire.say("presence", id=4, topic=MEETING, state={"hand": True})[-1]["op"] in {"ok", "pres"}


async def test_a_guest_has_no_hand_to_raise() -> None:
    async with under_way() as meeting:
        wire = greeted(meeting, "member", presences())
        wire.say("sub", id=1, topic=MEETING)
        assert code_of(wire.say("presence", id=2, topic=MEETING, state={"hand": True})) == (409, "live.not-present")

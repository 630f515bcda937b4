"""What a reader of the feed asks for: streams, scopes and types, each well formed and known."""

import pytest

from domain.meeting.call import MeetingAdjourned
from domain.meeting.discussion import PointRecorded
from domain.streams import EVENTS
from projections.cloud_event import type_of
from projections.feed_filter import EVERYTHING, TOPICS_ASKED_MAX, read_filter
from projections.misasked import Misasked
from tests.domain.world import MEETING
from tests.projections.told import recorded

(ADJOURNED,) = recorded((MEETING, MeetingAdjourned()))


@pytest.mark.parametrize(
    ("topics", "types"),
    [
        ((), ()),
        ((MEETING,), ()),
        ((MEETING.split("/")[0], "dk"), ()),
        ((), (MeetingAdjourned.tag,)),
        ((MEETING,), ("dk.klynge.meeting.adjourned.v1", PointRecorded.tag)),
    ],
)
def test_an_event_that_is_asked_for_comes(topics: tuple[str, ...], types: tuple[str, ...]) -> None:
    assert read_filter(topics, types).wants(ADJOURNED)


@pytest.mark.parametrize(
    ("topics", "types"),
    [
        (("dk",), ()),
        ((f"{MEETING}-2",), ()),
        ((), (PointRecorded.tag,)),
        ((MEETING,), (PointRecorded.tag,)),
        (("dk",), (MeetingAdjourned.tag,)),
    ],
)
def test_an_event_that_nobody_asked_for_does_not(topics: tuple[str, ...], types: tuple[str, ...]) -> None:
    assert not read_filter(topics, types).wants(ADJOURNED)
    assert EVERYTHING.wants(ADJOURNED)


def test_every_event_can_be_asked_for_by_its_tag_and_by_what_the_feed_calls_it() -> None:
    for tag, event in EVENTS.items():
        assert read_filter((), (tag,)) == read_filter((), (type_of(event),))


@pytest.mark.parametrize(
    ("topics", "types", "code"),
    [
        (("Lillebælt",), (), "topic.malformed"),
        (("",), (), "topic.malformed"),
        (("dk\n",), (), "topic.malformed"),
        (("dk/decisions",), (), "topic.malformed"),
        ((), ("meeting.adjurned",), "type.unknown"),
        ((), ("dk.klynge.meeting.adjourned.v2",), "type.unknown"),
        ([f"dk/party/{each}" for each in range(TOPICS_ASKED_MAX + 1)], (), "topic.too-many"),
    ],
)
def test_what_would_never_come_is_refused(topics: tuple[str, ...], types: tuple[str, ...], code: str) -> None:
    with pytest.raises(Misasked) as refused:
        read_filter(topics, types)
    assert refused.value.code == code

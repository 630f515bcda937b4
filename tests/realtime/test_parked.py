"""Who does not read is sent nothing, and then everything: from the ring, by the rows that changed, or anew."""

from domain import party
from realtime.ring import FRAMES_MAX
from stories.story import Step
from tests.projections.aadal import CAST, MEETING
from tests.projections.closed_item import SHUT
from tests.realtime.page import Page
from tests.realtime.under_way import under_way

REGISTERED = Step(
    at="",
    by="administrator",
    to="dk/party/tilkommen",
    command=party.Register(name="Tilkommen", party_kind=party.PartyKind.EXTERNAL),
)
"""Nothing of the meeting."""

MANY = [f"ytring {n}" for n in range(FRAMES_MAX + 20)]
"""More than a ring holds."""


async def test_who_does_not_read_is_sent_nothing_and_then_everything() -> None:
    async with under_way() as meeting:
        slow, quick = meeting.open("member"), meeting.open("member")
        slow.clear()
        slow.parked = True
        await meeting.say("Et.", "To.", "Tre.")
        meeting.hub.heartbeat(0)
        assert slow.frames == []
        assert meeting.points(quick) == ["Et.", "To.", "Tre."]
        slow.parked = False
        meeting.hub.resume(slow)
        assert slow.ops(MEETING) == ["rows", "rows", "rows", "sync"]
        assert slow.rows(MEETING) == quick.rows(MEETING)


async def test_who_does_not_read_for_longer_than_the_ring_holds_is_sent_the_rows_that_changed() -> None:
    async with under_way() as meeting:
        slow, quick = meeting.open("member"), meeting.open("member")
        slow.clear()
        slow.parked = True
        await meeting.say(*MANY)
        assert slow.frames == []
        slow.parked = False
        meeting.hub.resume(slow)
        assert slow.ops(MEETING) == ["rows", "rows", "sync"]
        assert slow.rows(MEETING) == quick.rows(MEETING)


async def test_who_does_not_read_is_not_even_told_that_a_topic_is_shown_anew() -> None:
    async with under_way() as meeting:
        slow = meeting.open("observer")
        slow.clear()
        slow.parked = True
        await meeting.say("Åbent.")
        await meeting.give(SHUT)
        await meeting.say("Lukket.")
        assert slow.frames == []
        slow.parked = False
        meeting.hub.resume(slow)
        assert slow.ops(MEETING) == ["reset", "snap", "sync"]
        assert slow.rows(MEETING) == meeting.open("observer").rows(MEETING)


class Full(Page):
    """A page whose buffer is full after every frame but the last of a lot."""

    def send(self, frame: bytes) -> None:
        super().send(frame)
        self.parked = True


async def test_a_replay_stops_when_the_buffer_is_full_and_goes_on_from_there() -> None:
    async with under_way() as meeting:
        page = meeting.open("member")
        since = meeting.close(page)
        await meeting.say("Et.", "To.", "Tre.")
        full = Full(CAST["member"])
        full.topics = page.topics
        meeting.follow(full, since)
        got = []
        while full.parked:
            got.append(full.ops(MEETING))
            full.clear()
            full.parked = False
            meeting.hub.resume(full)
        assert got == [["rows"], ["rows"], ["rows"], ["sync"]]
        assert meeting.points(full) == ["Et.", "To.", "Tre."]


async def test_who_joins_while_not_reading_is_sent_the_topic_when_it_reads() -> None:
    async with under_way() as meeting:
        page = Page(CAST["member"])
        page.parked = True
        meeting.follow(page)
        await meeting.say("Imens.")
        assert page.frames == []
        page.parked = False
        meeting.hub.resume(page)
        assert page.ops(MEETING) == ["snap", "sync"]
        assert meeting.points(page) == ["Imens."]

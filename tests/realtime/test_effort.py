"""Who asks from one old position after the other costs a process no more than a share of its time, and is told all the same."""

import pytest

from domain.policy import Mask
from eventstore.cursor import Cursor
from realtime.effort import EFFORT_S_MAX, EFFORT_SHARE, Effort
from tests.projections.aadal import MEETING
from tests.realtime.page import Page
from tests.realtime.record_in_memory import RecordInMemory
from tests.realtime.under_way import UnderWay, under_way

AWAY = 12
COST_S = 1.0
BY_ROWS, ANEW = ["rows", "sync"], ["reset", "snap", "sync"]


class Slow(RecordInMemory):
    """To look for the rows that lead on from a position takes a second of work."""

    worked_s = 0.0
    now_s = 0.0

    def held(self, topic: str, mask: Mask, since: int) -> dict[str, object] | None:
        self.worked_s += COST_S
        return super().held(topic, mask, since)


def come_back(meeting: UnderWay, gone: list[tuple[Page, Cursor]]) -> list[list[str]]:
    """Each from where it was, to a process that has nothing of what was sent; what they are told."""
    meeting.hub.begin_again(meeting.record)
    for page, since in gone:
        page.clear()
        meeting.follow(page, since)
    return [page.ops(MEETING) for page, _ in gone]


@pytest.mark.parametrize("is_limited", [True, False])
async def test_old_positions_cost_their_share_and_whoever_comes_from_more_is_shown_the_topic_anew(
    is_limited: bool,
) -> None:
    async with under_way(Slow) as meeting:
        record, gone = meeting.record, []
        assert isinstance(record, Slow)
        for number in range(AWAY):
            await meeting.say(f"Ord {number}.")
            page = meeting.open("observer")
            gone.append((page, meeting.close(page)))
        await meeting.say("Det sidste ord.")
        record.worked_s = 0.0
        if is_limited:
            meeting.hub._effort = Effort(lambda: record.now_s, lambda: record.worked_s)
        led = int(EFFORT_S_MAX / COST_S) if is_limited else AWAY
        assert come_back(meeting, gone) == [BY_ROWS] * led + [ANEW] * (AWAY - led)
        assert record.worked_s == led * COST_S
        assert {len(meeting.points(page)) for page, _ in gone} == {AWAY + 1}

        record.now_s += COST_S / EFFORT_SHARE
        page, _ = gone[0]
        gone = [(page, meeting.close(page))]
        await meeting.say("Endnu et.")
        assert come_back(meeting, gone) == [BY_ROWS]

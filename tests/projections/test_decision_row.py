"""A decision's row, when something becomes of it later."""

from domain.meeting.decision import DecisionRecorded
from domain.meeting.standing import DecisionTookEffect
from projections.meeting.decided import DecisionRow
from stories.lillebaelt_2024_04_09 import STORY
from tests.projections.rebuilt import Rebuilt
from tests.realtime.record_in_memory import played


async def test_what_becomes_of_a_decision_later_does_not_move_where_it_was_made() -> None:
    kept_log = await played(STORY)
    rebuilt = Rebuilt(kept_log.texts.open)
    events = {each.position: each for each in kept_log.read(0)}
    rebuilt.take(*events.values())
    rows = [row for _, row in rebuilt.range("meeting", f"{STORY.meeting}|", rebuilt.head)]
    decisions = [row for row in rows if isinstance(row, DecisionRow)]
    later = [row for row in decisions if row.position != row.recorded_position]
    assert len(decisions) == 7
    assert [row.number for row in later] == ["3.4"], "the control: something came of it on 26 April"
    for row in decisions:
        made = events[row.recorded_position].event
        assert isinstance(made, DecisionRecorded)
        assert (made.item, made.decision) == (row.item, row.number)
    assert isinstance(events[later[0].position].event, DecisionTookEffect)
    kept_log.close()

"""Whoever guesses the number of a decision that they may not know of is told what they would be told of none."""

import pytest

from domain.decided import Taken
from domain.kernel import Command
from domain.meeting.agenda import AddItem
from domain.meeting.call import Call, Form
from domain.membership import FillSeat
from domain.refusal import Refused
from stories.story import Step
from tests.projections.aadal import CAST, MEETING, NEIGHBOUR_SEATS, NEIGHBOURS, NEIGHBOURS_SECRETARIAT
from tests.projections.closed_item import OPENED, STORY
from tests.realtime.record_in_memory import Writing, played

THEIRS = "bakke/meeting/deres"
OPEN, HIDDEN, SHUT, NONE = "1", "2", "3", "9"
"""Decisions: of an open item, of one whose title is closed, of one that is shut with an open title, of none."""
AT = "2025-05-12T08:00:00+02:00"


async def based_on(part: str, decision: str) -> str | None:
    """The code with which an item that rests on a decision of another cluster is refused."""
    kept_log = await played(STORY, STORY.steps[: STORY.steps.index(OPENED)])
    writing = Writing(kept_log)
    call = Call(
        body=NEIGHBOURS,
        form=Form.VIRTUAL,
        place="Her",
        starts_at="2025-05-20T07:00:00Z",
        ends_at="2025-05-20T09:00:00Z",
    )
    rests: Command = AddItem(
        item="i1", number="1", title="Et punkt", based_on=(Taken(meeting=MEETING, decision=decision),)
    )
    try:
        for by, to, command in (
            ("administrator", NEIGHBOUR_SEATS, NEIGHBOURS_SECRETARIAT),
            ("administrator", NEIGHBOUR_SEATS, FillSeat(seat="secretariat", person=CAST[part])),
            (part, THEIRS, call),
            (part, THEIRS, rests),
        ):
            await writing.give(STORY, Step(at=AT, by=by, to=to, command=command))
    except Refused as refused:
        return refused.code
    finally:
        await writing.close()
        kept_log.close()
    return None


@pytest.mark.parametrize(
    ("part", "decision", "code"),
    [
        ("neighbour", NONE, "decision.unknown"),
        ("neighbour", HIDDEN, "decision.unknown"),
        ("neighbour", SHUT, None),
        ("neighbour", OPEN, None),
        ("observer", HIDDEN, "decision.unknown"),
        ("secretary", HIDDEN, None),
    ],
)
async def test_a_hidden_decision_can_be_named_by_those_who_know_of_it(
    part: str, decision: str, code: str | None
) -> None:
    assert await based_on(part, decision) == code

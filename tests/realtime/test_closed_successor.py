"""An open decision superseded at a closed item: everybody learns that it stands no longer, and only insiders by what."""

from domain.decided import Taken
from domain.meeting.agenda import AddItem
from domain.meeting.decision import RecordDecision
from domain.meeting.doors import Shutting
from domain.meeting.floor import TakeUpItem
from domain.outcomes import Plain, PlainOutcome
from stories.story import Step
from tests.projections.aadal import MEETING
from tests.projections.closed_item import SHUT, STORY
from tests.realtime.record_in_memory import RecordInMemory, Writing, played
from tests.realtime.test_closed_words import trail_and_feed, views_as_of_every_position

NUMBER = "9.7"


async def superseded() -> RecordInMemory:
    kept_log = await played(STORY, STORY.steps[: STORY.steps.index(SHUT)])
    writing = Writing(kept_log)
    shut = Shutting(reason="Personsag.", legal_basis="§ 4", title_closed=True)
    for command in (
        AddItem(item="i9x", number="9", title="Aftale", shut=shut),
        TakeUpItem(item="i9x"),
        RecordDecision(
            item="i9x",
            decision=NUMBER,
            outcome=Plain(outcome=PlainOutcome.DECIDED),
            text="Nu gælder noget andet.",
            supersedes=(Taken(meeting=MEETING, decision="1"),),
        ),
    ):
        step = Step(at="2025-05-06T11:59:00+02:00", by="secretary", to=MEETING, command=command)
        await writing.give(STORY, step)
    await writing.close()
    record = RecordInMemory(kept_log)
    record.tail.look()
    return record


async def test_that_a_decision_stands_no_longer_is_open_and_by_what_is_as_closed_as_the_item() -> None:
    record = await superseded()
    for part, knows in (("observer", False), ("auditor", False), ("member", True)):
        told = trail_and_feed(record, part) + views_as_of_every_position(record, part)
        assert b"meeting.decision-superseded" in told, part
        assert b'"superseded"' in told, part
        assert (NUMBER.encode() in told) == knows, part
        assert (b"i9x" in told) == knows, part
    record.log.close()

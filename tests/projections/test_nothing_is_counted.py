"""What is closed to a reader is in no number that they are shown: neither in a count, nor as a gap, nor by when a row changed."""

import msgspec

from domain.awaited import DecisionBlocked, Extent, InitiativeBlocked
from domain.condition import BlockAdded
from domain.decided import Taken
from tests.domain.waiting import POLITICAL_CHOICE, pending
from tests.domain.world import MEETING, PROJECT, Fact, decision, discussing, project, taken
from tests.projections.test_closed_behind_rows import BY_IT, CLOSED, FRONT_PAGE, INSIDE, OUTSIDE, shown

LINEAGE = "lillebaelt/lineage"
OPENLY, LATER = "lillebaelt/meeting/2024-02-01-strategic", "lillebaelt/meeting/2024-03-02-strategic"


def test_what_a_condition_holds_back_is_counted_as_far_as_the_reader_may_know_of_it() -> None:
    """It was set in the open; later a decision behind closed doors waits for it, too."""
    stream, opened = pending(POLITICAL_CHOICE, InitiativeBlocked(initiative=PROJECT, extent=Extent.ALL))
    set_openly: Fact = (stream, msgspec.structs.replace(opened, arises_from=None))
    held: Fact = (stream, BlockAdded(blocked=DecisionBlocked(meeting=MEETING, decision="3.1"), decision=BY_IT))
    before = (project(), *CLOSED, set_openly)
    inside, outside = (shown(FRONT_PAGE, mask, *before, held)["condition/c1"] for mask in (INSIDE, OUTSIDE))
    assert [each.decision for each in inside.blocks] == [None, "3.1"]
    assert [each.stream.id for each in outside.blocks] == [PROJECT]
    assert outside == shown(FRONT_PAGE, OUTSIDE, *before)["condition/c1"], "nor does it look changed"


def test_a_closed_decision_that_an_open_one_rests_on_leaves_no_gap_in_lineage() -> None:
    facts = (*CLOSED, *discussing(OPENLY), decision("1.1", meeting=OPENLY), *discussing(LATER))

    def resting_on(*based_on: Taken) -> Fact:
        stream, event = decision("4.1", meeting=LATER)
        return stream, msgspec.structs.replace(event, based_on=based_on)

    closed, openly = BY_IT, taken("1.1", OPENLY)
    with_it, without = (
        shown(LINEAGE, OUTSIDE, *facts, resting_on(*based_on)) for based_on in ((closed, openly), (openly,))
    )
    assert list(with_it) == list(without)
    assert len(shown(LINEAGE, INSIDE, *facts, resting_on(closed, openly))) > len(without), "the control"

"""What the successor's pages show of what it took over: the same as stood before, under its own name, and what happens next."""

from typing import Any

from domain.application import Submitted
from domain.applications import PurposeClass
from domain.attesting import Attested
from domain.awaited import Extent
from domain.claims import DateNotStated
from domain.cluster import HandOver
from domain.colours import Colour
from domain.condition import Fulfilled
from domain.criteria import NotOperation
from domain.holding import Held
from domain.indicator import Defined, Reported
from domain.initiative import ColourReported, OwnerAssigned, Remarked
from domain.measures import Percent, Unit
from domain.plan import PlanDrafted, ThemeSet
from domain.plans import PlanKind, ThemeKind
from domain.proposal import Parked
from domain.text import said
from projections.views import VIEWS
from tests.domain.succession import (
    BODIES_END,
    CEASES_ON,
    COUNCIL,
    COUNCIL_MEETING,
    DECISION,
    LILLEBAELT,
    MAY_HAND_OVER,
    PROOF,
    RAAD,
    WINDING,
)
from tests.domain.waiting import C1, pending
from tests.domain.world import (
    FUND,
    KOLDING,
    MEETING,
    MEMBER,
    POLITICAL,
    PROJECT,
    THEME,
    Fact,
    decision,
    discussing,
    fund,
    project,
    proposal,
    taken,
)
from tests.given import Record, given

PLAN, APPLICATION, INDICATOR = "lillebaelt/plan/p", "lillebaelt/application/a", "lillebaelt/indicator/i"
APPLIED = Submitted(
    fund=FUND,
    applicant=KOLDING,
    purpose=said("Træning"),
    purpose_class=PurposeClass.TRIAL,
    when=DateNotStated(),
    submitted_by=MEMBER,
)
FACTS: tuple[Fact, ...] = (
    fund(),
    proposal(),
    (THEME, Parked(reason=said("Venter."))),
    project(),
    (PROJECT, OwnerAssigned(owners=(KOLDING,))),
    *discussing(),
    decision(),
    (PROJECT, ColourReported(colour=Colour.RED, meeting=MEETING, reason=said("Sent."), lies_with=POLITICAL)),
    (PROJECT, Remarked(remark="r1", text=said("Hvornår?"), by_body=POLITICAL, decision=taken())),
    pending(),
    (PROJECT, Held(condition=C1, extent=Extent.ALL)),
    (PLAN, PlanDrafted(title=said("Plan"), plan_kind=PlanKind.ACTION_PLAN, by_body=POLITICAL)),
    (PLAN, ThemeSet(theme="t1", number="1", title=said("Børn"), theme_kind=ThemeKind.THEME)),
    (APPLICATION, APPLIED),
    (APPLICATION, Attested(criteria=(NotOperation(),), person=MEMBER)),
    (INDICATOR, Defined(name=said("Rygestop"), definition=said("Andel"), unit=Unit.PERCENT)),
    (INDICATOR, Reported(period="2026-11", value=Percent(bp=100))),
)
THINGS = (THEME, PROJECT, C1, PLAN, APPLICATION, INDICATOR)


def handed() -> Record:
    record = given(*WINDING, *MAY_HAND_OVER, *FACTS, *BODIES_END)
    command = HandOver(to_cluster=RAAD, things=THINGS, effective_on=CEASES_ON, decisions=(DECISION,))
    answer = record.when(command, to=LILLEBAELT)
    assert answer.said_no is None, repr(answer.said_no)
    return record


def rows_of(record: Record) -> dict[str, dict[str, Any]]:
    """The rows of every view that cares for what happened."""
    rows: dict[str, dict[str, Any]] = {view.name: {} for view in VIEWS}
    for recorded in record.recorded:
        for view in VIEWS:
            if type(recorded.event) in view.folds:
                rows[view.name] |= view.evolve(rows[view.name].get, recorded)
    return rows


def test_an_initiative_stands_on_the_successors_board_as_it_stood() -> None:
    board = rows_of(handed())["initiatives"]
    was, row = board["lillebaelt/initiatives|middelfart"], board["raad/initiatives|lillebaelt-middelfart"]
    assert (was.stage, was.into, was.lies_with) == ("handed-over", row.initiative, ())
    assert (row.stage, row.colour, row.owners, row.off_course_with) == ("listed", "red", (KOLDING,), COUNCIL)
    assert (row.remarks, row.held_by, row.title) == (("r1",), (C1,), was.title)


def test_what_happens_next_is_told_where_it_goes_on() -> None:
    record = handed()
    project_now, indicator = "raad/initiative/lillebaelt-middelfart", "raad/indicator/lillebaelt-i"
    for stream, event in discussing(COUNCIL_MEETING, COUNCIL):
        record.happened(stream, event)
    record.happened(project_now, ColourReported(colour=Colour.GREEN, meeting=COUNCIL_MEETING))
    record.happened(indicator, Reported(period="2026-12", value=Percent(bp=200)))
    record.happened("raad/condition/lillebaelt-c1", Fulfilled(proof=PROOF))
    rows = rows_of(record)
    assert rows["initiatives"]["raad/initiatives|lillebaelt-middelfart"].colour == "green"
    value = rows["indicators"]["raad/indicators|lillebaelt-i/value/2026-12"]
    assert (value.trend, value.before) == ("up", "2026-11")
    assert rows["conditions"]["raad/conditions|lillebaelt-c1"].state == "fulfilled"
    assert rows["front"]["raad/front|condition/lillebaelt-c1"].ended == 2


def test_the_other_lists_show_what_was_taken_over_too() -> None:
    rows = rows_of(handed())
    proposals, applications = rows["proposals"], rows["applications"]
    assert proposals["raad/proposals|lillebaelt-traening"].title == proposals["lillebaelt/proposals|traening"].title
    assert proposals["raad/proposals|lillebaelt-traening/fate"].fate == "parked"
    assert proposals["lillebaelt/proposals|traening/fate"].fate == "handed-over"
    assert applications["lillebaelt/applications|a"].state == "handed-over"
    row = applications["raad/applications|lillebaelt-a"]
    assert (row.state, row.attested) == ("submitted", ("not-operation",))
    plan = rows["plan"]["raad/plan/lillebaelt-p|plan"]
    assert (plan.state, plan.by_body) == ("drafted", COUNCIL)
    assert rows["plan"]["raad/plan/lillebaelt-p|theme/t1"].number == "1"
    assert rows["plan"]["lillebaelt/plan/p|plan"].successor == "raad/plan/lillebaelt-p"
    steps = [row.what for key, row in rows["initiative"].items() if "|step/" in key and key.startswith("raad/")]
    assert steps == ["taken-over"]

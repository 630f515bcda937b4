"""Rows of decisions and recommendations, when something becomes of them: in the meeting, and in the register."""

from typing import Any

import pytest

from domain.meeting.correction import CorrectDecision
from domain.meeting.decision import DecisionRecorded, RecordDecision
from domain.meeting.floor import ItemSettled
from domain.meeting.standing import DecisionFell, DecisionSuperseded, DecisionTookEffect
from domain.outcomes import ApprovedConditionally, ApprovedWithRemark, Dissent
from domain.text import said
from projections.decisions import DECISIONS
from projections.lineage import LINEAGE
from projections.meeting import MEETING_VIEW
from projections.meeting.decided import CorrectionRow, DecisionRow, DissentRow, RecommendationRow, RemarkRow
from projections.reveal import Place
from projections.view import View
from tests.domain.waiting import C1
from tests.domain.world import (
    DECIDED,
    ITEM,
    MEETING,
    SECRETARY,
    WORLD,
    Fact,
    decision,
    discussing,
    recommendation,
    taken,
)
from tests.given import Record, given

EARLIER = "lillebaelt/meeting/2024-02-01-strategic"
AT = f"{MEETING}|item/{ITEM}"


def folded(view: View, record: Record) -> dict[str, Any]:
    rows: dict[str, Any] = {}
    for recorded in record.recorded:
        if type(recorded.event) in view.folds:
            rows |= view.evolve(rows.get, recorded)
    return rows


def register(record: Record, number: str, meeting: str = MEETING) -> Any:
    return folded(DECISIONS, record)[f"lillebaelt/decisions|{meeting.rsplit('/', 1)[1]}/{number}"]


# --- decisions --------------------------------------------------------------------------------------------------------


def test_a_superseded_decision_says_by_which_and_the_new_one_says_which() -> None:
    new = RecordDecision(
        item=ITEM, decision="3.1", outcome=DECIDED, text="Nu dette.", supersedes=(taken("1", EARLIER),)
    )
    record = given(*WORLD, *discussing(EARLIER), decision("1", meeting=EARLIER), *discussing())
    record.give(SECRETARY, MEETING, new)
    rows = folded(MEETING_VIEW, record)
    old = rows[f"{EARLIER}|item/{ITEM}/decision/1"]
    assert (old.standing, old.superseded_by) == ("superseded", Place(stream=MEETING, decision="3.1"))
    assert rows[f"{AT}/decision/3.1"].supersedes == (Place(stream=EARLIER, decision="1"),)
    listed = register(record, "1", EARLIER)
    assert (listed.standing, listed.superseded_by) == ("superseded", Place(stream=MEETING, decision="3.1"))


def test_the_way_leads_from_the_superseded_decision_to_the_one_that_took_its_place() -> None:
    superseded: Fact = (EARLIER, DecisionSuperseded(item=ITEM, decision="1", by=taken()))
    record = given(*WORLD, *discussing(EARLIER), decision("1", meeting=EARLIER), *discussing(), decision(), superseded)
    told = [row for row in folded(LINEAGE, record).values() if row.made_in == EARLIER and row.kind == "supersedes"]
    old, new = Place(stream=EARLIER, decision="1"), Place(stream=MEETING, decision="3.1")
    assert [(row.thing, row.other) for row in told] == [(old, new), (new, old)]


def test_a_corrected_decision_shows_what_it_says_and_what_it_said() -> None:
    record = given(*WORLD, *discussing(), decision())
    for text, reason in (("Klyngen beslutter.", "En slåfejl."), ("Klyngen besluttede.", "Forkert tid.")):
        record.give(SECRETARY, MEETING, CorrectDecision(decision="3.1", text=text, reason=reason))
    rows = folded(MEETING_VIEW, record)
    row = rows[f"{AT}/decision/3.1"]
    assert isinstance(row, DecisionRow)
    assert (record.texts[row.text], row.corrected) == ("Klyngen besluttede.", True)  # type: ignore[index]
    corrections = [row for row in rows.values() if isinstance(row, CorrectionRow)]
    said_before = [(record.texts[each.before], record.texts[each.reason]) for each in corrections]  # type: ignore[index]
    assert said_before == [("Besluttet.", "En slåfejl."), ("Klyngen beslutter.", "Forkert tid.")]
    listed = register(record, "3.1")
    assert (record.texts[listed.text], listed.corrected) == ("Klyngen besluttede.", True)


def test_remarks_and_dissent_stand_beside_the_decision() -> None:
    event = DecisionRecorded(
        item=ITEM,
        number="3",
        decision="3.1",
        outcome=ApprovedWithRemark(remarks=(said("Gør den konkret."), said("Ingen analysefase."))),
        text=said("Ja."),
        dissent=(Dissent(seat="kolding", text=said("Det er for dyrt.")),),
    )
    record = given(*WORLD, *discussing(), (MEETING, event))
    rows = folded(MEETING_VIEW, record)
    remarks = [(key, record.texts[row.text]) for key, row in rows.items() if isinstance(row, RemarkRow)]  # type: ignore[index]
    assert remarks == [
        (f"{AT}/decision/3.1/remark/01", "Gør den konkret."),
        (f"{AT}/decision/3.1/remark/02", "Ingen analysefase."),
    ]
    (minority,) = (row for row in rows.values() if isinstance(row, DissentRow))
    assert (minority.seat, record.texts[minority.text]) == ("kolding", "Det er for dyrt.")  # type: ignore[index]
    assert register(record, "3.1").dissent_by == ("kolding",)


# --- recommendations --------------------------------------------------------------------------------------------------


NESTED = (recommendation("1"), recommendation("1a", "1"), recommendation("1a-i", "1a"), recommendation("2"))
WAITING: tuple[Fact, ...] = (
    decision(outcome=ApprovedConditionally(), answers=("1",), waits_for=(C1,)),
    decision("3.2", answers=("2",)),
    (MEETING, ItemSettled(item=ITEM, number="3", waiting=("1a", "1a-i"))),
)


def standings(*facts: Fact) -> dict[str, str]:
    rows = folded(MEETING_VIEW, given(*WORLD, *discussing(), *NESTED, *facts))
    return {row.number: row.standing for row in rows.values() if isinstance(row, RecommendationRow)}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ((), {"1": "open", "1a": "open", "1a-i": "open", "2": "open"}),
        (WAITING, {"1": "answered", "1a": "waiting", "1a-i": "waiting", "2": "answered"}),
        (
            (*WAITING, (MEETING, DecisionTookEffect(item=ITEM, decision="3.1", condition=C1, effects=()))),
            {"1": "answered", "1a": "due", "1a-i": "waiting", "2": "answered"},
        ),
        (
            (*WAITING, (MEETING, DecisionFell(item=ITEM, decision="3.1", condition=C1))),
            {"1": "answered", "1a": "lapsed", "1a-i": "lapsed", "2": "answered"},
        ),
        (
            (*WAITING, (MEETING, DecisionSuperseded(item=ITEM, decision="3.1", by=taken("3.2")))),
            {"1": "answered", "1a": "lapsed", "1a-i": "lapsed", "2": "answered"},
        ),
    ],
    ids=["open", "waiting", "took effect", "fell", "superseded"],
)
def test_what_waits_for_its_premise_is_shown_with_what_becomes_of_it(
    facts: tuple[Fact, ...], expected: dict[str, str]
) -> None:
    assert standings(*facts) == expected

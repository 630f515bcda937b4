"""What a fund's page says of its rules: frames, criteria and ceilings (domain-model 4.6)."""

from domain.criteria import EvaluationRequired, StartsIn, ThemeOrCommitteePilot
from domain.fund.rules import CeilingSet, CriteriaSet, Frame, FramesSet
from domain.fund.state import Applicants, Firmness
from domain.text import said
from projections.reveal import Place
from tests.projections.two_funds import AARHUS, MEETING, OPENED, POOL_OERE, THE_MODEL, balances, fund, told

FRAMES = tuple(
    Frame(theme=theme, frame_oere=oere, words=said(words))
    for theme, oere, words in (
        ("boern", 200_000_000, "2,0 mio."),
        ("aeldre", 300_000_000, "3,0 mio."),
        ("psykiatri", 100_000_000, "1,0 mio."),
        *((f"udvalg-{n}", 50_000_000, "0,5 mio.") for n in range(1, 10)),
    )
)
FRAMES_SET = fund(
    FramesSet(
        frames=FRAMES,
        frames_oere=1_050_000_000,
        pool_oere=POOL_OERE,
        over_by_oere=98_545_800,
        decisions=(THE_MODEL,),
    )
)


def test_frames_tell_their_sum_the_pool_and_by_how_much_they_exceed_it() -> None:
    kept = told(*AARHUS[:-2], FRAMES_SET)
    row = kept["frames"]
    assert (row.frames_oere, row.pool_oere, row.over_by_oere) == (1_050_000_000, 951_454_200, 98_545_800)
    assert row.decisions == (Place(stream=MEETING, decision="2"),)
    assert sum(each.frame_oere for key, each in kept.items() if key.startswith("frame/")) == row.frames_oere


def test_frames_hold_no_money() -> None:
    without, with_frames = told(*AARHUS), told(*AARHUS, FRAMES_SET)
    assert balances(with_frames) == balances(without)
    assert with_frames["fund"] == without["fund"]


def test_fewer_frames_leave_none_of_the_earlier_behind() -> None:
    fewer = fund(
        FramesSet(frames=FRAMES[:2], frames_oere=500_000_000, pool_oere=POOL_OERE, over_by_oere=0, decisions=())
    )
    assert [key for key in told(OPENED, FRAMES_SET, fewer) if key.startswith("frame/")] == ["frame/001", "frame/002"]


def test_criteria_and_ceilings_stand_with_the_decisions_that_set_them() -> None:
    criteria = (EvaluationRequired(), StartsIn(year=2023), ThemeOrCommitteePilot())
    ceiling = CeilingSet(
        applicants=Applicants.COMMITTEE,
        ceiling_oere=50_000_000,
        firmness=Firmness.ABOUT,
        words=said("op til ca. 0,5 mio. kr."),
        decisions=(THE_MODEL,),
    )
    kept = told(OPENED, fund(CriteriaSet(criteria=criteria, decisions=(THE_MODEL,))), fund(ceiling))
    found = [row for key, row in sorted(kept.items()) if key.startswith("criterion/")]
    assert [(each.criterion, each.year) for each in found] == [
        ("evaluation-required", None),
        ("starts-in", 2023),
        ("theme-or-committee-pilot", None),
    ]
    row = kept["ceiling/committee"]
    assert (row.ceiling_oere, row.firmness, row.decisions) == (
        50_000_000,
        "about",
        (Place(stream=MEETING, decision="2"),),
    )


def test_fewer_criteria_leave_none_of_the_earlier_behind() -> None:
    more = CriteriaSet(criteria=(EvaluationRequired(), ThemeOrCommitteePilot()), decisions=())
    fewer = CriteriaSet(criteria=(EvaluationRequired(),), decisions=())
    kept = told(OPENED, fund(more), fund(fewer))
    assert [key for key in kept if key.startswith("criterion/")] == ["criterion/001"]

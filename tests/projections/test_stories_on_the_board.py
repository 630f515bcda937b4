"""What the board and the fund's page tell of the clusters' own papers (domain-model 4.2 and 4.6; facts 001, 002.24–002.28)."""

from typing import Any

import pytest

from projections.front import FRONT
from projections.fund import FUND_VIEW
from projections.initiative import INITIATIVE_VIEW
from projections.initiatives import INITIATIVES
from projections.view import View
from stories.aarhus_2024_april import STORY as AARHUS
from stories.midt_2023_05_24 import STORY as MIDT
from stories.story import Story
from tests.given import Record
from tests.stories.playing import opened_for, play

TEN = "midt/initiative/10"
CHIEFS, DIRECTORS = "midt/body/chiefs", "midt/body/directors"


def played(story: Story) -> Record:
    record = opened_for(story)
    play(record, story.steps, story)
    return record


@pytest.fixture(scope="module")
def midt() -> Record:
    return played(MIDT)


@pytest.fixture(scope="module")
def aarhus() -> Record:
    return played(AARHUS)


def rows(view: View, record: Record, topic: str) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for each in record.recorded:
        if type(each.event) in view.folds:
            kept |= view.evolve(kept.get, each)
    return {key.partition("|")[2]: row for key, row in kept.items() if row is not None and key.startswith(f"{topic}|")}


def before(record: Record, tag: str, stream: str = TEN) -> Record:
    """The record up to the last event of that name on a stream, which is left out."""
    earlier = Record()
    last = max(each.position for each in record.recorded if (each.event.tag, each.stream) == (tag, stream))
    earlier.recorded = [each for each in record.recorded if each.position < last]
    return earlier


# --- Midt: fifteen initiatives, and what became of the tenth ---


def test_fifteen_initiatives_were_ordered_whatever_a_status_counted(midt: Record) -> None:
    board = rows(INITIATIVES, midt, "midt/initiatives")
    ordered = [row for row in board.values() if row.__class__.__name__ == "InitiativeRow"]
    assert sorted(int(row.number) for row in ordered) == list(range(1, 16))
    assert {row.ordered_by for row in ordered} == {"midt/body/political"}


def test_both_remarks_on_the_tenth_are_answered_by_the_decision_of_the_24th_of_may(midt: Record) -> None:
    board = rows(INITIATIVES, midt, "midt/initiatives")
    remarks = [row for key, row in board.items() if key.startswith("10/remark/")]
    assert [(row.answered, row.answer.stream, row.answer.decision) for row in remarks] == 2 * [
        (True, "midt/meeting/2023-05-24-political", "4.1")
    ]
    assert board["10"].remarks == ()


def test_the_tenth_was_approved_by_the_chiefs_and_then_by_the_directors_and_is_at_work(midt: Record) -> None:
    ten = rows(INITIATIVES, midt, "midt/initiatives")["10"]
    assert (ten.stage, ten.revision, ten.approved_by) == ("underway", 1, (CHIEFS, DIRECTORS))


def test_its_colours_stand_meeting_by_meeting_yellow_then_red(midt: Record) -> None:
    board = rows(INITIATIVES, midt, "midt/initiatives")
    points = [row for key, row in sorted(board.items()) if key.startswith("10/colour/")]
    assert [row.colour for row in points][:2] == ["yellow", "red"]
    assert all(row.reason is not None for row in points if row.colour != "green")
    assert all(row.day is not None for row in points)


def test_after_the_escalation_it_lay_with_the_directors(midt: Record) -> None:
    then = before(midt, "initiative.colour-reported")
    ten = rows(INITIATIVES, then, "midt/initiatives")["10"]
    assert (ten.colour, ten.off_course_with) == ("red", DIRECTORS)


def test_the_trail_of_the_tenth_goes_from_the_order_to_the_escalation(midt: Record) -> None:
    trail = [row for key, row in sorted(rows(INITIATIVE_VIEW, midt, TEN).items()) if key.startswith("step/")]
    steps = [row.what for row in trail if row.__class__.__name__ == "StepRow"]
    expected = (
        *("ordered", "remarked", "remarked", "owner-assigned", "narrowed", "remark-answered", "remark-answered"),
        *("order-confirmed", "confirmation-approved", "confirmation-approved", "started"),
        *("colour-reported", "remedy-agreed", "colour-reported", "escalated"),
    )
    assert [step for step in steps if step in expected][: len(expected)] == list(expected)
    narrowed = next(row for row in trail if row.what == "narrowed")
    assert (narrowed.decision.stream, narrowed.by_body) == ("midt/meeting/2023-04-17-directors", DIRECTORS)


# --- Aarhus: the joint funds to the øre ---


def test_the_page_of_aarhus_fund_holds_the_table_of_the_papers(aarhus: Record) -> None:
    page = rows(FUND_VIEW, aarhus, "aarhus/fund/klyngemidler")
    balances = {row.account: row.balance_oere for key, row in page.items() if key.startswith("account/")}
    assert {account: oere for account, oere in balances.items() if oere} == {
        "tilskud:2022": -475_727_100,
        "tilskud:2023": -475_727_100,
        "fri:2023": 901_454_200,
        "bevilget:samsoe": 50_000_000,
    }
    assert page["fund"].all_accounts_oere == 0
    frames = page["frames"]
    assert (frames.frames_oere, frames.pool_oere, frames.over_by_oere) == (1_050_000_000, 951_454_200, 98_545_800)


def test_what_samsoe_got_is_an_opening_entry_with_its_gaps(aarhus: Record) -> None:
    samsoe = rows(FUND_VIEW, aarhus, "aarhus/fund/klyngemidler")["allocation/samsoe"]
    assert (samsoe.amount_oere, samsoe.opening, len(samsoe.gaps) >= 3) == (50_000_000, True, True)
    assert (samsoe.from_on, samsoe.ceases_on) == ("2023-10-01", "2025-01-01")


def test_amounts_that_papers_only_tell_are_posted_nowhere(aarhus: Record) -> None:
    trail = rows(INITIATIVE_VIEW, aarhus, "aarhus/initiative/videoudskrivelser")
    told = [row.quoted_oere for row in trail.values() if getattr(row, "quoted_oere", None) is not None]
    assert told == [150_000_000]
    legs = {
        abs(leg.amount_oere)
        for row in rows(FUND_VIEW, aarhus, "aarhus/fund/klyngemidler").values()
        for leg in getattr(row, "legs", ())
    }
    assert 150_000_000 not in legs


def test_the_front_page_tells_the_money_that_the_fund_tells(aarhus: Record) -> None:
    money = rows(FRONT, aarhus, "aarhus/front")["fund/klyngemidler"]
    assert (money.free_oere, money.allocated_oere, money.opening) == (901_454_200, 50_000_000, True)

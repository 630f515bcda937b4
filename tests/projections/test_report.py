"""The status report of a plan: how each initiative goes, at any position (rule 18 of trust.md §6; facts 001)."""

import csv
import io
from typing import Any

import pytest

from domain.awaited import Extent, Stage
from domain.claims import OnDay
from domain.colours import Colour
from domain.decided import Taken
from domain.holding import Held
from domain.initiative import EvaluationExpected, InitiativeEnded, Listed, Ordered, OwnerAssigned, Remarked, Started
from domain.initiatives import Ending, Phase
from domain.plan import PlanAdopted, PlanDrafted, ThemeSet
from domain.plans import Order, PlanKind, ThemeKind
from domain.text import Kept, said
from projections.initiatives import INITIATIVES
from projections.plan import PLAN_VIEW
from projections.report import PlanReport, plan_report
from projections.report_sheet import sheet
from projections.report_words import CALLED
from projections.view import Named
from tests.projections.shown_to import shown
from tests.projections.test_board_rows import (
    CHIEFS,
    FIRST,
    HORSENS,
    MEETINGS,
    PATH,
    PLAN,
    POLITICAL,
    SECOND,
    TEN,
    reported,
)
from tests.projections.told import Fact, rows

ADOPTED = Taken(meeting="midt/meeting/2023-03-13-political", decision="1")
NINE = "midt/initiative/9"
ORDERS = (
    Order(initiative=NINE, number="9", title=said("Digitale løsninger"), theme="digital"),
    Order(initiative=TEN, number="10", title=said("De ældste 2 %"), theme="aeldre"),
)
PLANNED: tuple[Fact, ...] = (
    (PLAN, PlanDrafted(title=said("Handleplan"), plan_kind=PlanKind.ACTION_PLAN, by_body=POLITICAL)),
    (PLAN, ThemeSet(theme="aeldre", number="1", title=said("Ældre"), theme_kind=ThemeKind.THEME)),
    (PLAN, ThemeSet(theme="digital", number="2", title=said("Digitalt"), theme_kind=ThemeKind.THEME)),
    (PLAN, PlanAdopted(decision=ADOPTED, orders=ORDERS)),
    *(
        (
            each.initiative,
            Ordered(
                number=each.number,
                title=each.title,
                plan=PLAN,
                by_body=POLITICAL,
                decision=ADOPTED,
                theme=each.theme,
            ),
        )
        for each in ORDERS
    ),
)
STARTED: Fact = (TEN, Started(from_on="2023-09-01", phase=Phase.TRIAL))
OWNED: Fact = (TEN, OwnerAssigned(owners=(HORSENS,)))
YELLOW = reported(Colour.YELLOW, SECOND, "=Mangler personale")
STORY = (PATH, *MEETINGS, *PLANNED, OWNED, STARTED, reported(Colour.GREEN, FIRST), YELLOW)


def report(*told: str | Fact) -> PlanReport:
    facts = told or STORY
    made = plan_report(
        "midt",
        Named(PLAN, "Handleplan"),
        len(facts),
        shown(PLAN_VIEW, PLAN, rows(PLAN_VIEW, *facts)),
        shown(INITIATIVES, "midt/initiatives", rows(INITIATIVES, *facts)),
    )
    assert made is not None
    return made


def lines(made: PlanReport, lang: str = "da") -> list[list[str]]:
    return list(csv.reader(io.StringIO(sheet(made, lang).decode("utf-8-sig")), delimiter=";"))


def test_the_initiatives_stand_in_the_order_of_the_plan() -> None:
    assert [(each.number, each.ordered) for each in report().initiatives] == [("9", True), ("10", True)]


def test_an_initiative_tells_its_colours_meeting_by_meeting_and_who_must_act() -> None:
    ten = report().initiatives[1]
    assert [(each.colour, each.meeting.id, each.day) for each in ten.colours] == [
        ("green", FIRST, "2023-09-07"),
        ("yellow", SECOND, "2023-11-16"),
    ]
    assert [(each.who.id, each.why) for each in ten.lies_with] == [(CHIEFS, "remedy")]


def test_counts_know_the_colours_and_take_no_green_for_granted() -> None:
    counts = report().counts
    assert counts["initiatives"] == 2
    assert {colour: counts[colour] for colour in ("green", "yellow", "red", "not-reported")} == {
        "green": 0,
        "yellow": 1,
        "red": 0,
        "not-reported": 1,
    }
    # 9 has no owner, 10 is yellow.
    assert counts["lies-with-somebody"] == 2


def test_what_has_ended_is_told_and_counted_nowhere() -> None:
    ended = (TEN, InitiativeEnded(how=Ending.STOPPED, ceases_on="2024-02-01", decision=ADOPTED))
    made = report(*STORY, ended)
    assert [each.stage for each in made.initiatives] == ["ordered", "ended"]
    assert (made.counts["initiatives"], made.counts["yellow"]) == (1, 0)


def test_what_a_paper_says_belongs_to_the_plan_stands_after_what_it_orders() -> None:
    listed = (
        "midt/initiative/app",
        Listed(title=said("App"), by=(), phase=Phase.ONGOING, plan=PLAN, theme="digital"),
    )
    elsewhere = ("midt/initiative/andet", Listed(title=said("Andet"), by=(), phase=Phase.ONGOING))
    made = report(*STORY, listed, elsewhere)
    assert [(each.initiative.name, each.ordered) for each in made.initiatives] == [
        ("9", True),
        ("10", True),
        ("app", False),
    ]
    digital = next(each for each in made.themes if each.theme == "digital")
    assert digital.initiatives == (NINE, "midt/initiative/app")


def test_an_open_remark_stands_with_the_decision_behind_it() -> None:
    remarked = (TEN, Remarked(remark="konkret", text=said("Gør den konkret"), by_body=POLITICAL, decision=ADOPTED))
    (remark,) = report(*STORY, remarked).initiatives[1].remarks
    assert (remark.text, remark.by_body.name if remark.by_body else None) == ("Gør den konkret", "political")
    assert remark.decision is not None
    assert remark.decision.decision == "1"


def test_every_figure_names_the_position_it_is_as_of() -> None:
    made = report()
    assert made.position == len(STORY)
    assert made.initiatives[1].position == len(STORY)
    assert [each.position for each in made.initiatives[1].colours] == [len(STORY) - 1, len(STORY)]


def test_a_report_as_of_an_earlier_position_says_what_was_so_then() -> None:
    then = report(*STORY[:-1])
    assert (then.initiatives[1].colour, then.initiatives[1].lies_with) == ("green", ())


def test_every_code_of_a_report_has_its_words_in_both_languages() -> None:
    made = report()
    codes = {each.stage for each in made.initiatives} | {each.colour for each in made.initiatives}
    assert codes <= made.words.keys()
    assert (made.words["yellow"].da, made.words["yellow"].en) == ("gul", "yellow")
    assert (made.words["action-plan"].da, made.words["not-reported"].da) == ("handleplan", "ikke meldt")


@pytest.mark.parametrize("words", [Colour, Phase, PlanKind, ThemeKind])
def test_stored_words_are_called_what_a_secretary_says(words: Any) -> None:
    assert {str(each): CALLED[each] for each in words} == {str(each): (each.da, each.en) for each in words}


def test_a_plan_that_is_hidden_has_no_report() -> None:
    assert plan_report("midt", Named(PLAN, "x"), 1, {}, {}) is None


# --- as a sheet -------------------------------------------------------------------------------------------------------


def test_a_sheet_has_a_line_for_each_initiative_under_danish_headings() -> None:
    first, headings, nine, ten = lines(report())
    assert first == ["Handleplan", "Status pr. hændelse", str(len(STORY))]
    assert headings[:3] == ["Nr.", "Indsats", "Tema"]
    assert nine[:4] == ["9", "Digitale løsninger", "Digitalt", "bestilt"]
    told = dict(zip(headings, ten, strict=True))
    assert (told["Farve"], told["Siden"], told["Ejere"]) == ("gul", "2023-11-16", "horsens-kommune")
    assert (told["Ligger hos"], told["Hvorfor"]) == ("chiefs", "skal aftale afhjælpning")


def test_a_sheet_speaks_english_too() -> None:
    _, headings, _, ten = lines(report(), "en")
    assert dict(zip(headings, ten, strict=True))["Colour"] == "yellow"


def test_what_somebody_wrote_is_no_formula_in_a_spreadsheet() -> None:
    _, headings, _, ten = lines(report())
    assert dict(zip(headings, ten, strict=True))["Grund"] == "'=Mangler personale"


def test_a_sheet_tells_the_next_date_and_what_is_awaited() -> None:
    expected = OnDay[Kept](day="2024-09-30", words=said("3. kvartal"))
    later = (
        (TEN, EvaluationExpected(stage=Stage.FINAL, expected=expected)),
        (TEN, Held(condition="midt/condition/aftale", extent=Extent.ALL)),
    )
    _, headings, _, ten = lines(report(*STORY, *later))
    told = dict(zip(headings, ten, strict=True))
    assert (told["Næste dato"], told["Afventer"]) == ("2024-09-30", "aftale")

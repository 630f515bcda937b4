"""A plan: its themes, what it orders, what bodies say of it (facts 000.15–17, 001.2; domain-model 2.10, 4.12)."""

from typing import Any

from domain.claims import OnDay, Span, Within
from domain.decided import Taken
from domain.kernel import Event
from domain.plan import EditionIssued, FocusNoted, PlanAdopted, PlanClosed, PlanDrafted, ThemeSet
from domain.plans import Focus, Order, PlanKind, ThemeKind
from domain.text import said
from projections.plan import PLAN_VIEW
from projections.reveal import Place
from tests.projections.told import Fact, rows

PLAN, POLITICAL = "midt/plan/handleplan-2023", "midt/body/political"
ADOPTED = Taken(meeting="midt/meeting/2023-03-13-political", decision="1")
DRAFTED = PlanDrafted(
    title=said("Handleplan"),
    plan_kind=PlanKind.ACTION_PLAN,
    by_body=POLITICAL,
    period=Within(earliest="2023-01-01", latest="2024-12-31", span=Span.DAYS, words=said("2023-2024")),
)
ORDERS = tuple(
    Order(initiative=f"midt/initiative/{n}", number=str(n), title=said(f"Indsats {n}"), theme="aeldre")
    for n in range(1, 16)
)


def told(*events: str | Event) -> dict[str, Any]:
    facts: list[str | Fact] = [each if isinstance(each, str) else (PLAN, each) for each in events]
    return rows(PLAN_VIEW, *facts)


def theme(name: str, number: str) -> ThemeSet:
    return ThemeSet(theme=name, number=number, title=said(name), theme_kind=ThemeKind.GUIDEPOST)


def test_a_draft_orders_nothing() -> None:
    row = told(DRAFTED)["plan"]
    assert (row.state, row.orders, row.earliest, row.latest) == ("drafted", 0, "2023-01-01", "2024-12-31")


def test_an_adopted_plan_names_its_fifteen_orders_in_their_order_and_the_decision() -> None:
    kept = told(DRAFTED, PlanAdopted(decision=ADOPTED, orders=ORDERS, in_force_from_on="2023-03-13"))
    row = kept["plan"]
    assert (row.state, row.orders, row.from_on) == ("adopted", 15, "2023-03-13")
    assert row.decision == Place(stream=ADOPTED.meeting, decision="1")
    orders = [each for key, each in sorted(kept.items()) if key.startswith("order/")]
    assert [each.number for each in orders] == [str(n) for n in range(1, 16)]
    assert orders[9].initiative == "midt/initiative/10"


def test_all_five_guideposts_stand_whatever_a_list_printed() -> None:
    five = [theme(name, str(n)) for n, name in enumerate(("boern", "aeldre", "psyke", "ulighed", "rygning"), 1)]
    themes = [row for key, row in sorted(told(DRAFTED, *five).items()) if key.startswith("theme/")]
    assert len(themes) == 5
    assert {each.theme_kind for each in themes} == {"guidepost"}


def test_what_each_body_says_of_a_theme_stands_under_it() -> None:
    noted = FocusNoted(theme="rygning", focus=Focus.WISHED, by_body=POLITICAL, words=said("Ønskes"))
    kept = told(DRAFTED, theme("rygning", "5"), noted)
    (row,) = [row for key, row in kept.items() if key.startswith("theme/rygning/focus/")]
    assert (row.focus, row.by_body) == ("wished", POLITICAL)


def test_an_edition_names_its_paper_and_the_position_that_it_was_made_at() -> None:
    issued = EditionIssued(as_of=OnDay(day="2024-04-09", words=said("april 2024")), document="midt/document/status")
    kept = told(DRAFTED, issued)
    (row,) = [row for key, row in kept.items() if key.startswith("edition/")]
    assert (row.document, row.latest, row.position) == ("midt/document/status", "2024-04-09", 2)


def test_a_plan_that_is_closed_names_its_successor() -> None:
    closed = PlanClosed(decision=ADOPTED, successor="midt/plan/handleplan-2025")
    row = told(DRAFTED, PlanAdopted(decision=ADOPTED, orders=ORDERS), closed)["plan"]
    assert (row.state, row.successor, row.orders) == ("closed", "midt/plan/handleplan-2025", 15)

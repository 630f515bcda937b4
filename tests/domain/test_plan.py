"""Plans: drafted, divided by themes, adopted with what they order, told of by editions, closed."""

import pytest

from domain.claims import DateNotStated, OnDay
from domain.initiative import Ordered
from domain.kernel import Command
from domain.outcomes import PlainOutcome
from domain.plan import (
    Adopt,
    Close,
    Draft,
    EditionIssued,
    IssueEdition,
    PlanAdopted,
    PlanClosed,
    PlanDrafted,
)
from domain.plans import THEMES_MAX, Focus, Order, PlanKind, ThemeKind, has_theme
from domain.text import said
from domain.themes import FocusNoted, NoteFocus, SetTheme, ThemeSet
from tests.domain.planned import (
    CHIEFS,
    DRAFTED,
    EACH_DECIDED,
    NEXT,
    ORDERING,
    ORDERS,
    OTHER_THEME,
    PLAN,
    RECORD,
    TEN,
    THEME,
    by,
    decided,
    way,
)
from tests.domain.world import ELSEWHERE, MEMBER, PAPER, POLITICAL, SECRETARY, WORLD
from tests.given import given

DRAFT = Draft(
    title="Handleplan", plan_kind=PlanKind.ACTION_PLAN, by_body=POLITICAL, period=OnDay(day="2024-01-01", words="2024")
)
ADOPTED = (PLAN, PlanAdopted(decision=by(POLITICAL), orders=()))
TWO = (
    Order(initiative=TEN, number="10", title="De 2 %", theme="aeldre", supports=("unge",)),
    Order(initiative=NEXT, number="11", title="Brobyggere"),
)


def test_a_plan_begins_as_a_draft() -> None:
    given(*WORLD).when(DRAFT, to=PLAN, by=SECRETARY).then(
        PlanDrafted(
            title=said("Handleplan"),
            plan_kind=PlanKind.ACTION_PLAN,
            by_body=POLITICAL,
            period=OnDay(day="2024-01-01", words=said("2024")),
        )
    )


def test_a_plan_is_drafted_once() -> None:
    given(*WORLD, DRAFTED).when(DRAFT, to=PLAN).refused("plan.exists")


def test_members_draft_no_plans() -> None:
    given(*WORLD).when(DRAFT, to=PLAN, by=MEMBER).denied()


def test_a_plan_has_themes_and_guideposts() -> None:
    theme = SetTheme(theme="rygning", number="5", title="Mindre rygning", theme_kind=ThemeKind.GUIDEPOST)
    record = (
        given(*WORLD, DRAFTED)
        .when(theme, to=PLAN, by=SECRETARY)
        .then(ThemeSet(theme="rygning", number="5", title=said("Mindre rygning"), theme_kind=ThemeKind.GUIDEPOST))
    )
    assert has_theme(record.see, PLAN, "rygning")
    assert not has_theme(record.see, PLAN, "aeldre")


def test_no_two_themes_have_one_number_or_one_name() -> None:
    record = given(*WORLD, DRAFTED, THEME)
    same_number = SetTheme(theme="unge", number="1", title="Unge", theme_kind=ThemeKind.THEME)
    record.when(same_number, to=PLAN).refused("plan.number-used", number="1")
    same_name = SetTheme(theme="aeldre", number="2", title="Ældre", theme_kind=ThemeKind.THEME)
    record.when(same_name, to=PLAN).refused("plan.theme-exists", theme="aeldre")


def test_a_plan_has_so_many_themes_and_no_more() -> None:
    themes = (
        (PLAN, ThemeSet(theme=f"t{number}", number=str(number), title=said("Tema"), theme_kind=ThemeKind.THEME))
        for number in range(THEMES_MAX)
    )
    one_more = SetTheme(theme="ny", number="ny", title="Ny", theme_kind=ThemeKind.THEME)
    given(*WORLD, DRAFTED, *themes).when(one_more, to=PLAN).refused("plan.too-many-themes", count=THEMES_MAX)


def test_how_far_a_theme_has_come_on_the_political_agenda_is_noted() -> None:
    note = NoteFocus(theme="unge", focus=Focus.WISHED, by_body=POLITICAL, words="Børn og unge først")
    given(*WORLD, DRAFTED, THEME, OTHER_THEME).when(note, to=PLAN, by=SECRETARY).then(
        FocusNoted(theme="unge", focus=Focus.WISHED, by_body=POLITICAL, words=said("Børn og unge først"))
    )
    given(*WORLD, DRAFTED, THEME).when(note, to=PLAN).refused("plan.theme-unknown", theme="unge")


def test_a_plan_is_adopted_and_all_it_orders_is_ordered_with_it() -> None:
    given(*RECORD).when(Adopt(decision=by(POLITICAL), orders=TWO), to=PLAN).then(
        PlanAdopted(
            decision=by(POLITICAL),
            orders=(
                Order(initiative=TEN, number="10", title=said("De 2 %"), theme="aeldre", supports=("unge",)),
                Order(initiative=NEXT, number="11", title=said("Brobyggere")),
            ),
        ),
        (
            TEN,
            Ordered(
                number="10",
                title=said("De 2 %"),
                plan=PLAN,
                by_body=POLITICAL,
                decision=by(POLITICAL),
                theme="aeldre",
                supports=("unge",),
            ),
        ),
        (NEXT, Ordered(number="11", title=said("Brobyggere"), plan=PLAN, by_body=POLITICAL, decision=by(POLITICAL))),
    )


def test_a_plan_is_adopted_once() -> None:
    given(*RECORD, ADOPTED).when(Adopt(decision=by(POLITICAL), orders=TWO), to=PLAN).refused("plan.already-adopted")


def test_a_plan_that_orders_nothing_is_not_adopted() -> None:
    given(*RECORD).when(Adopt(decision=by(POLITICAL), orders=()), to=PLAN).refused("plan.no-orders")


def test_no_two_orders_have_one_number() -> None:
    twice = tuple(Order(initiative=each, number="10", title="Igen") for each in (TEN, NEXT))
    given(*RECORD).when(Adopt(decision=by(POLITICAL), orders=twice), to=PLAN).refused("plan.number-used", number="10")


def test_one_initiative_is_not_ordered_twice() -> None:
    twice = tuple(Order(initiative=TEN, number=number, title="Igen") for number in ("10", "11"))
    given(*RECORD).when(Adopt(decision=by(POLITICAL), orders=twice), to=PLAN).refused("initiative.exists")


@pytest.mark.parametrize(
    "order",
    [
        Order(initiative=TEN, number="10", title="De 2 %", theme="digitalt"),
        Order(initiative=TEN, number="10", title="De 2 %", theme="aeldre", supports=("digitalt",)),
    ],
    ids=["its own", "one it supports"],
)
def test_what_is_ordered_is_under_a_theme_of_the_plan(order: Order[str]) -> None:
    adopt = Adopt(decision=by(POLITICAL), orders=(order,))
    given(*RECORD).when(adopt, to=PLAN).refused("plan.theme-unknown", theme="digitalt")


def test_a_theme_is_either_its_own_or_one_it_supports() -> None:
    order = Order(initiative=TEN, number="10", title="De 2 %", theme="aeldre", supports=("aeldre",))
    given(*RECORD).when(Adopt(decision=by(POLITICAL), orders=(order,)), to=PLAN).refused("initiative.theme-twice")


def test_a_plan_is_adopted_by_whoever_orders() -> None:
    record = given(*RECORD)
    record.when(Adopt(decision=by(CHIEFS), orders=TWO), to=PLAN).refused("mandate.no-step", body=CHIEFS)
    record.when(Adopt(decision=by(ELSEWHERE), orders=TWO), to=PLAN).refused("scope.other")


def test_nobody_adopts_a_plan_where_nobody_is_on_record_as_ordering() -> None:
    record = given(*WORLD, *EACH_DECIDED, DRAFTED)
    record.when(Adopt(decision=by(POLITICAL), orders=TWO), to=PLAN).refused("mandate.none")


def test_a_plan_that_two_must_agree_on_is_not_adopted_by_one() -> None:
    both = way(ORDERING, ("indstille", CHIEFS), ("bestille", POLITICAL))
    record = given(*WORLD, *EACH_DECIDED, DRAFTED, both)
    record.when(Adopt(decision=by(POLITICAL), orders=TWO), to=PLAN).refused(
        "mandate.other-body", step="indstille", body=CHIEFS, other=POLITICAL
    )


def test_a_plan_that_was_supported_is_not_adopted() -> None:
    record = given(*WORLD, *decided(POLITICAL, PlainOutcome.SUPPORTED), ORDERS, DRAFTED)
    record.when(Adopt(decision=by(POLITICAL), orders=TWO), to=PLAN).refused("decision.not-affirmative")


def test_nothing_is_ordered_in_another_cluster() -> None:
    theirs = (Order(initiative="aarhus/initiative/x", number="1", title="Jeres"),)
    given(*RECORD).when(Adopt(decision=by(POLITICAL), orders=theirs), to=PLAN).refused("scope.other")


def test_editions_of_an_adopted_plan_are_issued() -> None:
    issue = IssueEdition(as_of=OnDay(day="2024-04-01"), document=PAPER)
    given(*RECORD, ADOPTED).when(issue, to=PLAN, by=SECRETARY).then(
        EditionIssued(as_of=OnDay(day="2024-04-01"), document=PAPER)
    )
    given(*RECORD).when(issue, to=PLAN).refused("plan.not-adopted")


def test_a_plan_is_closed_by_whoever_orders() -> None:
    record = given(*RECORD, ADOPTED)
    record.when(Close(decision=by(CHIEFS)), to=PLAN).refused("mandate.no-step")
    closed = record.when(Close(decision=by(POLITICAL)), to=PLAN).then(PlanClosed(decision=by(POLITICAL)))
    for command in (
        IssueEdition(as_of=DateNotStated(), document=PAPER),
        SetTheme(theme="nyt", number="9", title="Nyt", theme_kind=ThemeKind.THEME),
        Adopt(decision=by(POLITICAL), orders=TWO),
        Close(decision=by(POLITICAL)),
    ):
        closed.when(command, to=PLAN).refused("plan.already-closed")


def test_a_draft_is_not_closed() -> None:
    given(*RECORD).when(Close(decision=by(POLITICAL)), to=PLAN).refused("plan.not-adopted")


@pytest.mark.parametrize(
    "command",
    [
        IssueEdition(as_of=DateNotStated(), document="lillebaelt/document/none"),
        NoteFocus(theme="aeldre", focus=Focus.ADVANCED, by_body="lillebaelt/body/none", words="Langt"),
        Close(decision=by(POLITICAL), successor="lillebaelt/plan/none"),
    ],
    ids=lambda command: command.verb,
)
def test_what_a_plan_names_is_known(command: Command) -> None:
    given(*RECORD, ADOPTED).when(command, to=PLAN).refused("id.unknown")

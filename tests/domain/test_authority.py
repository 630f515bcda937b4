"""Authority: a decision gives it by its body, its outcome, its standing and its day; what is not known gives none."""

from typing import Any

import pytest

from domain.awaited import DecisionBlocked, DecisionOf
from domain.claims import DateNotStated, OnDay, Span, Within
from domain.effects import OpenCondition
from domain.initiative import Adapt
from domain.kernel import Command
from domain.mandate import Step
from domain.meeting.decision import RecordDecision
from domain.meeting.standing import DecisionFell, DecisionTookEffect
from domain.outcomes import ApprovedConditionally, Outcome, Plain, PlainOutcome, Recommends, Refers, Strength
from domain.proposal import (
    Choose,
    Chosen,
    Form,
    Formed,
    Park,
    Parked,
    Recommend,
    Recommended,
    TurnDown,
    TurnedDown,
)
from domain.proposing import ChooseProposal, Forming, RecommendProposal
from domain.text import said
from tests.domain.world import (
    CHOOSES,
    COORDINATING,
    DECIDED,
    DISCUSSED,
    ITEM,
    MEETING,
    POLITICAL,
    PROJECT,
    RECOMMENDS,
    STRATEGIC,
    THEME,
    WHO_DECIDES,
    WORLD,
    Fact,
    decision,
    discussing,
    path,
    project,
    proposal,
    reported,
    taken,
)
from tests.given import given

CONDITION = "lillebaelt/condition/c1"
NEW = "lillebaelt/proposal/new"
ON_PAPER = "lillebaelt/meeting/2023-political"
NOT_APPROVED = Plain(outcome=PlainOutcome.NOT_APPROVED)
RECOMMENDED = Recommends(to_body=POLITICAL, strength=Strength.FIRM)
OTHERS = tuple(
    Plain(outcome=outcome)
    for outcome in PlainOutcome
    if outcome not in (PlainOutcome.APPROVED, PlainOutcome.DECIDED, PlainOutcome.NOT_APPROVED)
)
"""»drøftet«, »opbakning«, »enighed«, »taget til efterretning« and whatever else neither says yes nor no."""

FOR_POLITICAL = (*WORLD, WHO_DECIDES, proposal(), *discussing(of=POLITICAL))
FOR_STRATEGIC = (*WORLD, WHO_DECIDES, proposal(), *discussing())
HAS_BEEN_RECOMMENDED: Fact = (
    THEME,
    Recommended(to_body=POLITICAL, strength=Strength.FIRM, decision=taken(meeting="lillebaelt/meeting/earlier")),
)

RECOMMEND = Recommend(to_body=POLITICAL, strength=Strength.FIRM, decision=taken())
CHOOSE = Choose(decision=taken())
TURN_DOWN = TurnDown(reason="Der er ikke penge.", decision=taken())
PARK = Park(reason="Venter.", decision=taken())
FORM = Form(title="Nyt", how=Forming.NEW, decision=taken())


# --- outcome ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("yes", [PlainOutcome.APPROVED, PlainOutcome.DECIDED])
def test_what_was_approved_or_decided_is_chosen(yes: PlainOutcome) -> None:
    record = given(*FOR_POLITICAL, HAS_BEEN_RECOMMENDED, decision(outcome=Plain(outcome=yes)))
    record.when(CHOOSE, to=THEME).then(Chosen(decision=taken()))


@pytest.mark.parametrize("outcome", [*OTHERS, NOT_APPROVED, RECOMMENDED, Refers(to_body=STRATEGIC)], ids=str)
def test_nothing_is_chosen_by_an_outcome_that_does_not_say_yes(outcome: Outcome[Any]) -> None:
    record = given(*FOR_POLITICAL, HAS_BEEN_RECOMMENDED, decision(outcome=outcome))
    record.when(CHOOSE, to=THEME).refused("decision.not-affirmative")


def test_the_refusal_quotes_the_outcome() -> None:
    given(*FOR_POLITICAL, HAS_BEEN_RECOMMENDED, decision(outcome=DISCUSSED)).when(CHOOSE, to=THEME).refused(
        "decision.not-affirmative", outcome="drøftet", outcome_en="discussed"
    )


@pytest.mark.parametrize("outcome", [RECOMMENDED, DECIDED], ids=str)
def test_a_recommendation_takes_the_step_that_recommends(outcome: Outcome[Any]) -> None:
    given(*FOR_STRATEGIC, decision(outcome=outcome)).when(RECOMMEND, to=THEME).then(
        Recommended(to_body=POLITICAL, strength=Strength.FIRM, decision=taken())
    )


@pytest.mark.parametrize("outcome", [*OTHERS, NOT_APPROVED, Refers(to_body=POLITICAL)], ids=str)
def test_what_was_only_discussed_is_not_recommended(outcome: Outcome[Any]) -> None:
    given(*FOR_STRATEGIC, decision(outcome=outcome)).when(RECOMMEND, to=THEME).refused("decision.not-affirmative")


@pytest.mark.parametrize("outcome", [NOT_APPROVED, DECIDED], ids=str)
def test_a_proposal_is_turned_down_by_a_no_or_by_a_decision_to_do_so(outcome: Outcome[Any]) -> None:
    given(*FOR_POLITICAL, decision(outcome=outcome)).when(TURN_DOWN, to=THEME).then(
        TurnedDown(reason=said("Der er ikke penge."), decision=taken())
    )


@pytest.mark.parametrize("outcome", [*OTHERS, RECOMMENDED], ids=str)
def test_nothing_is_turned_down_by_having_been_discussed(outcome: Outcome[Any]) -> None:
    given(*FOR_POLITICAL, decision(outcome=outcome)).when(TURN_DOWN, to=THEME).refused("decision.not-affirmative")


def test_an_initiative_is_not_adapted_by_having_been_discussed() -> None:
    adapt = Adapt(text="Følger lokale rammer.", core=(), decision=taken())
    given(*FOR_STRATEGIC, project(), decision(outcome=DISCUSSED)).when(adapt, to=PROJECT).refused(
        "decision.not-affirmative"
    )


def test_the_effect_is_refused_at_the_table_and_nothing_is_recorded() -> None:
    record = given(*FOR_POLITICAL, HAS_BEEN_RECOMMENDED)
    discussed = RecordDecision(
        item=ITEM, decision="3.1", outcome=DISCUSSED, text="Drøftet.", at_once=(ChooseProposal(proposal=THEME),)
    )
    record.when(discussed, to=MEETING).refused("decision.not-affirmative")
    assert record.see(MEETING).decisions == {}


# --- standing ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [CHOOSE, TURN_DOWN, PARK], ids=lambda command: command.verb)
def test_a_decision_that_waits_gives_no_authority_yet(command: Command) -> None:
    waiting = decision(outcome=ApprovedConditionally(), waits_for=(CONDITION,))
    given(*FOR_POLITICAL, HAS_BEEN_RECOMMENDED, waiting).when(command, to=THEME).refused(
        "decision.waiting", decision=f"{MEETING}#3.1", condition=CONDITION
    )


def test_a_decision_gives_authority_once_what_it_waited_for_has_come() -> None:
    waiting = decision(outcome=ApprovedConditionally(), waits_for=(CONDITION,))
    came = MEETING, DecisionTookEffect(item=ITEM, decision="3.1", condition=CONDITION, effects=())
    given(*FOR_POLITICAL, HAS_BEEN_RECOMMENDED, waiting, came).when(CHOOSE, to=THEME).then(Chosen(decision=taken()))


def test_a_decision_that_fell_gives_no_authority() -> None:
    waiting = decision(outcome=ApprovedConditionally(), waits_for=(CONDITION,))
    fell = MEETING, DecisionFell(item=ITEM, decision="3.1", condition=CONDITION)
    given(*FOR_POLITICAL, HAS_BEEN_RECOMMENDED, waiting, fell).when(CHOOSE, to=THEME).refused(
        "decision.fallen", decision=f"{MEETING}#3.1"
    )


def test_an_effect_of_a_waiting_decision_belongs_under_when_met() -> None:
    recommend = RecommendProposal(proposal=THEME, to_body=POLITICAL, strength=Strength.FIRM)
    open_condition = OpenCondition(
        condition=CONDITION,
        awaits=DecisionOf(body=POLITICAL, words="det politiske niveau"),
        blocks=(DecisionBlocked(meeting=MEETING, decision="3.1"),),
        words="Politisk niveau skal være enig.",
    )
    command = RecordDecision(
        item=ITEM,
        decision="3.1",
        outcome=ApprovedConditionally(),
        text="Ja, hvis.",
        at_once=(open_condition, recommend),
        waits_for=(CONDITION,),
    )
    given(*FOR_STRATEGIC).when(command, to=MEETING).refused("decision.waiting")


# --- body -------------------------------------------------------------------------------------------------------------


def test_nothing_moves_where_nobody_is_on_record_as_deciding() -> None:
    given(*WORLD, proposal(), *discussing(of=POLITICAL), decision()).when(CHOOSE, to=THEME).refused(
        "mandate.none", subject="klyngemidler"
    )


def test_a_step_is_taken_by_the_body_that_holds_it() -> None:
    given(*FOR_STRATEGIC, HAS_BEEN_RECOMMENDED, decision()).when(CHOOSE, to=THEME).refused(
        "mandate.other-body", step="vælge", body=POLITICAL, other=STRATEGIC
    )


def test_a_step_that_is_not_in_the_path_is_held_by_nobody() -> None:
    given(*WORLD, path(RECOMMENDS), proposal(), *discussing(of=POLITICAL), decision()).when(CHOOSE, to=THEME).refused(
        "mandate.other-body", step="vælge", body="–"
    )


@pytest.mark.parametrize(("to", "command"), [(NEW, FORM), (THEME, PARK)], ids=["form", "park"])
def test_only_bodies_in_the_path_form_or_park_proposals(to: str, command: Command) -> None:
    given(*WORLD, WHO_DECIDES, proposal(), *discussing(of=COORDINATING), decision()).when(command, to=to).refused(
        "mandate.no-step", body=COORDINATING, subject="klyngemidler"
    )


@pytest.mark.parametrize(("to", "command"), [(NEW, FORM), (THEME, PARK)], ids=["form", "park"])
def test_proposals_are_not_formed_or_parked_by_having_been_discussed(to: str, command: Command) -> None:
    given(*FOR_STRATEGIC, decision(outcome=DISCUSSED)).when(command, to=to).refused("decision.not-affirmative")


def test_a_body_that_recommends_may_form_and_park_by_its_recommendation() -> None:
    record = given(*FOR_STRATEGIC, decision(outcome=RECOMMENDED))
    formed = Formed(title=said("Nyt"), how=Forming.NEW, out_of=(), linked=(), decision=taken())
    record.when(FORM, to=NEW).then(formed)
    record.when(PARK, to=THEME).then(Parked(reason=said("Venter."), decision=taken()))


# --- day --------------------------------------------------------------------------------------------------------------

BY_STRATEGIC_SINCE_MAY = path(RECOMMENDS, Step(step="vælge", body=STRATEGIC, binding=True), from_on="2023-05-10")
BY_POLITICAL_BEFORE = path(RECOMMENDS, CHOOSES, from_on="2023-01-01")
MAY = Within(earliest="2023-05-01", latest="2023-05-31", span=Span.MONTH, words=said("maj 2023"))
APRIL = Within(earliest="2023-04-01", latest="2023-04-30", span=Span.MONTH, words=said("april 2023"))
CHOSEN_ON_PAPER = Choose(decision=taken("1", ON_PAPER))


def on_paper(held: object, *paths: Fact) -> tuple[Fact, ...]:
    """A decision of the political level that a paper tells of."""
    return (
        *WORLD,
        *paths,
        proposal(),
        HAS_BEEN_RECOMMENDED,
        *reported(ON_PAPER, POLITICAL, held),  # type: ignore[arg-type]
        decision("1", meeting=ON_PAPER, decided_on=held.day if isinstance(held, OnDay) else None),
    )


def test_the_path_of_the_day_of_the_decision_applies() -> None:
    paths = BY_POLITICAL_BEFORE, BY_STRATEGIC_SINCE_MAY
    record = given(*on_paper(OnDay(day="2023-05-09"), *paths))
    record.when(CHOSEN_ON_PAPER, to=THEME).then(Chosen(decision=taken("1", ON_PAPER)))
    given(*on_paper(OnDay(day="2023-05-10"), *paths)).when(CHOSEN_ON_PAPER, to=THEME).refused("mandate.other-body")


def test_a_meeting_without_a_day_gives_no_authority() -> None:
    given(*on_paper(DateNotStated(), WHO_DECIDES)).when(CHOSEN_ON_PAPER, to=THEME).refused(
        "decision.undated", decision=f"{ON_PAPER}#1"
    )


def test_a_span_of_days_gives_authority_where_the_path_is_the_same_on_all_of_them() -> None:
    record = given(*on_paper(APRIL, BY_POLITICAL_BEFORE, BY_STRATEGIC_SINCE_MAY))
    record.when(CHOSEN_ON_PAPER, to=THEME).then(Chosen(decision=taken("1", ON_PAPER)))


def test_an_uncertain_day_gives_no_authority_that_it_might_not_have_had() -> None:
    given(*on_paper(MAY, BY_POLITICAL_BEFORE, BY_STRATEGIC_SINCE_MAY)).when(CHOSEN_ON_PAPER, to=THEME).refused(
        "mandate.other-body", step="vælge", body=STRATEGIC, other=POLITICAL
    )


def test_a_span_that_begins_before_anybody_decided_gives_no_authority() -> None:
    first = path(RECOMMENDS, CHOOSES, from_on="2023-05-10")
    given(*on_paper(MAY, first)).when(CHOSEN_ON_PAPER, to=THEME).refused("mandate.none")


def test_an_uncertain_day_lets_a_body_form_only_where_it_had_a_part_on_all_of_them() -> None:
    form = Form(title="Nyt", how=Forming.NEW, decision=taken("1", ON_PAPER))
    given(*on_paper(MAY, BY_POLITICAL_BEFORE, BY_STRATEGIC_SINCE_MAY)).when(form, to=NEW).refused("mandate.no-step")

"""What is not handed over: what has ended, and nothing at all by a door of its own."""

from typing import Any

import pytest

from domain.handing import HANDINGS
from domain.handing.application import CarriedApplication
from domain.handing.application import HandedOver as ApplicationHandedOver
from domain.handing.application import HandOver as HandOverApplication
from domain.handing.application import TakenOver as ApplicationTakenOver
from domain.handing.application import TakeOver as TakeOverApplication
from domain.handing.indicator import CarriedIndicator
from domain.handing.indicator import HandedOver as IndicatorHandedOver
from domain.handing.indicator import HandOver as HandOverIndicator
from domain.handing.indicator import TakenOver as IndicatorTakenOver
from domain.handing.indicator import TakeOver as TakeOverIndicator
from domain.handing.initiative import HandOver as HandOverInitiative
from domain.handing.initiative import TakeOver as TakeOverInitiative
from domain.handing.plan import CarriedPlan
from domain.handing.plan import HandedOver as PlanHandedOver
from domain.handing.plan import HandOver as HandOverPlan
from domain.handing.plan import TakenOver as PlanTakenOver
from domain.handing.plan import TakeOver as TakeOverPlan
from domain.handing.proposal import HandOver as HandOverProposal
from domain.handing.proposal import TakeOver as TakeOverProposal
from domain.initiative.state import Ended
from domain.initiative.state import Standing as HowFar
from domain.initiatives import Ending
from domain.kernel import UNKNOWN
from domain.plans import Closed
from domain.proposal import Fate, Withdrawn
from domain.proposal.state import Alive
from domain.text import said
from tests.domain.succession import (
    CEASES_ON,
    LILLEBAELT,
    MAY_HAND_OVER,
    POLITICIAN,
    WINDING,
    hand_over,
)
from tests.domain.world import (
    POLITICAL,
    PROJECT,
    THEME,
    Fact,
    project,
    proposal,
)
from tests.given import given

PLAN = "lillebaelt/plan/handleplan"
PROJECT_AT_RAAD = "raad/initiative/lillebaelt-middelfart"
THEME_AT_RAAD = "raad/proposal/lillebaelt-traening"


# --- what has ended ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        ("proposal", Alive(fate=Fate.APPROVED)),
        ("proposal", Alive(fate=Fate.MERGED)),
        ("plan", Closed(by_body=POLITICAL, orders=())),
        ("initiative", Ended(standing=HowFar.UNDERWAY, how=Ending.COMPLETED)),
        ("application", UNKNOWN),
        ("indicator", UNKNOWN),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_has_ended_is_not_open(kind: str, state: Any) -> None:
    assert not HANDINGS[kind].is_open(state)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("proposal", "proposal.not-open"),
        ("plan", "plan.not-open"),
        ("initiative", "initiative.not-open"),
        ("application", "application.not-open"),
        ("indicator", "indicator.not-open"),
    ],
)
def test_why_nothing_is_handed_over_is_said_by_its_kind(kind: str, code: str) -> None:
    assert HANDINGS[kind].not_open().code == code


def test_a_proposal_that_was_withdrawn_is_not_handed_over() -> None:
    withdrawn: Fact = (THEME, Withdrawn(reason=said("Ikke længere.")))
    record = given(*WINDING, *MAY_HAND_OVER, proposal(), withdrawn)
    command = hand_over(THEME)
    record.when(command, to=LILLEBAELT).refused("proposal.not-open")


# --- no door ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("to", "command"),
    [
        (THEME, HandOverProposal(successor=THEME_AT_RAAD, effective_on=CEASES_ON)),
        (THEME_AT_RAAD, TakeOverProposal(from_stream=THEME, from_version=1)),
        (PROJECT, HandOverInitiative(successor=PROJECT_AT_RAAD, effective_on=CEASES_ON)),
        (PROJECT_AT_RAAD, TakeOverInitiative(from_stream=PROJECT, from_version=1)),
        (PLAN, HandOverPlan(successor="raad/plan/lillebaelt-handleplan", effective_on=CEASES_ON)),
        ("raad/plan/lillebaelt-handleplan", TakeOverPlan(from_stream=PLAN, from_version=1)),
        ("lillebaelt/application/a", HandOverApplication(successor="raad/application/a", effective_on=CEASES_ON)),
        ("raad/application/a", TakeOverApplication(from_stream="lillebaelt/application/a", from_version=1)),
        ("lillebaelt/indicator/i", HandOverIndicator(successor="raad/indicator/i", effective_on=CEASES_ON)),
        ("raad/indicator/i", TakeOverIndicator(from_stream="lillebaelt/indicator/i", from_version=1)),
    ],
    ids=lambda value: type(value).__module__ if not isinstance(value, str) else "",
)
def test_nobody_hands_over_one_matter_past_its_cluster(to: str, command: Any) -> None:
    given(*WINDING, proposal(), project()).when(command, to=to, by=POLITICIAN).denied()


def test_what_is_carried_of_each_kind_is_kept_for_ever() -> None:
    """Named here, so that a kind that can be handed over is not without a test."""
    handed_over = (
        *(PlanHandedOver, PlanTakenOver, CarriedPlan),
        *(ApplicationHandedOver, ApplicationTakenOver, CarriedApplication),
        *(IndicatorHandedOver, IndicatorTakenOver, CarriedIndicator),
    )
    assert {each.__module__.rpartition(".")[2] for each in handed_over} == {"plan", "application", "indicator"}

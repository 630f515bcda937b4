"""Proposals, plans, initiatives, applications and indicators: what is handed over is what was, and nothing is forgotten."""

from typing import Any

import msgspec
import pytest
from msgspec import Struct

from domain.applications import PurposeClass, Submitted
from domain.awaited import Extent, InitiativeBlocked, Pending, Stage
from domain.claims import DateNotStated
from domain.colours import Colour
from domain.condition import Fulfilled, Resolve
from domain.duty import Owed
from domain.evaluation import EvaluationPlan
from domain.handing import HANDINGS
from domain.handing.action import CarriedAction
from domain.handing.application import CarriedApplication
from domain.handing.condition import CarriedCondition
from domain.handing.indicator import CarriedIndicator
from domain.handing.initiative import CarriedHold, CarriedInitiative
from domain.handing.initiative import HandedOver as InitiativeHandedOver
from domain.handing.initiative import TakenOver as InitiativeTakenOver
from domain.handing.plan import CarriedPlan
from domain.handing.proposal import CarriedProposal
from domain.handing.proposal import HandedOver as ProposalHandedOver
from domain.handing.proposal import TakenOver as ProposalTakenOver
from domain.handing.referral import CarriedReferral
from domain.holding import Held, Released
from domain.indicator import Measured, Standing
from domain.initiative import List, Listed, Start, Started
from domain.initiative.state import (
    Confirmation,
    Live,
    NotReported,
    OffCourse,
    OnCourse,
)
from domain.initiative.state import Standing as HowFar
from domain.initiatives import Kind, Phase, StepState
from domain.kernel import UNKNOWN
from domain.measures import Percent, Unit
from domain.plans import Adopted, Drafted
from domain.proposal import Fate, Park, Parked
from domain.proposal.state import Alive
from domain.referral.state import Open
from domain.text import TextAt, said
from tests.domain.succession import (
    AWAITS,
    BODIES_END,
    C1_AT_RAAD,
    CEASES_ON,
    COUNCIL,
    COUNCIL_SECRETARY,
    JANUARY,
    PROOF,
    WINDING,
    at_council,
    handed,
)
from tests.domain.waiting import C1, pending
from tests.domain.world import (
    KOLDING,
    MEMBER,
    POLITICAL,
    PROJECT,
    REGION,
    STRATEGIC,
    THEME,
    Fact,
    decision,
    discussing,
    project,
    proposal,
    ruled,
    taken,
)
from tests.given import given

OLD: dict[str, Any] = {"from_stream": "lillebaelt/x/x", "from_version": 1}
PLAN = "lillebaelt/plan/handleplan"
PROJECT_AT_RAAD = "raad/initiative/lillebaelt-middelfart"
THEME_AT_RAAD = "raad/proposal/lillebaelt-traening"


def resumed(kind: str, state: Any) -> Any:
    """A state after it was carried over, where nobody has ceased."""
    handing = HANDINGS[kind]
    return handing.resume(handing.taken_over(carried=handing.carry(state, lambda _: UNKNOWN), **OLD))


CONFIRMED = Confirmation(revision=2, approvals=(taken(),), returned=True)
WHOLE = Live(
    standing=HowFar.PAUSED,
    kind=Kind.INITIATIVE,
    phase=Phase.ONGOING,
    plan=PLAN,
    orderer=POLITICAL,
    owners=(KOLDING, REGION),
    leader=MEMBER,
    group=STRATEGIC,
    confirmation=CONFIRMED,
    remarks={"r1": POLITICAL},
    answered=frozenset({"r0"}),
    course=OffCourse(colour=Colour.RED, lies_with=STRATEGIC),
    chosen_by=STRATEGIC,
    lowered=True,
    ladder=(StepState.REACHED, None),
    evaluated=frozenset({Stage.MIDWAY}),
    holds={C1: Extent.OPERATION},
)
WORDS = TextAt("lillebaelt/application/a", 2, "/evaluation/what")


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        ("initiative", WHOLE),
        ("initiative", Live(standing=HowFar.LISTED)),
        ("initiative", Live(standing=HowFar.UNDERWAY, course=OnCourse())),
        ("initiative", Live(standing=HowFar.ORDERED, course=NotReported())),
        ("proposal", Alive(fate=Fate.BUDGETED, from_party=KOLDING)),
        ("plan", Drafted(by_body=POLITICAL, themes={"t1": "1"})),
        ("plan", Adopted(by_body=POLITICAL, themes={}, orders=(PROJECT,), in_force_from_on="2024-01-01")),
        (
            "application",
            Submitted(
                fund="lillebaelt/fund/klyngemidler",
                applicant=KOLDING,
                by=MEMBER,
                amount_oere=5_000_000,
                purpose_class=PurposeClass.TRIAL,
                theme="t1",
                from_on="2027-01-01",
                ceases_on="2028-01-01",
                evaluation=EvaluationPlan(what=WORDS, who=WORDS, due=DateNotStated()),
                attested=frozenset({"not-operation", "not-own-staff"}),
            ),
        ),
        (
            "indicator",
            Measured(
                unit=Unit.PERCENT,
                from_party=KOLDING,
                has_target=True,
                values={
                    "2026-11": Standing(value=Percent(bp=4900), met=True, doubted=True),
                    "2026-12": Standing(value=None, met=None),
                },
            ),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_nothing_that_a_rule_reads_is_lost_on_the_way(kind: str, state: Any) -> None:
    assert resumed(kind, state) == state


READ_OTHERWISE: dict[type, dict[str, str]] = {
    Live: {"course": "colour"},
    Open: {"placed_at": ""},
    Owed: {"by": "owed_by"},
}
"""What a state holds under another name, or only for an agenda of the old scope."""


@pytest.mark.parametrize(
    ("state", "carried"),
    [
        (Live, CarriedInitiative),
        (Alive, CarriedProposal),
        (Drafted, CarriedPlan),
        (Submitted, CarriedApplication),
        (Measured, CarriedIndicator),
        (Open, CarriedReferral),
        (Pending, CarriedCondition),
        (Owed, CarriedAction),
    ],
    ids=lambda each: each.__name__,
)
def test_a_field_that_a_rule_comes_to_read_is_carried_too(state: type[Struct], carried: type[Struct]) -> None:
    """So that a field added to a state is not left behind in the old scope."""
    otherwise = READ_OTHERWISE.get(state, {})
    read = {otherwise.get(field, field) for field in state.__struct_fields__} - {""}
    assert read <= set(carried.__struct_fields__)


def test_what_would_be_lost_is_seen() -> None:
    """The control: another state is not the same."""
    assert resumed("initiative", WHOLE) != Live(standing=HowFar.PAUSED)


# --- proposal ---------------------------------------------------------------------------------------------------------


def test_a_proposal_goes_on_with_the_fate_it_had() -> None:
    record = handed(THEME, facts=(proposal(), (THEME, Parked(reason=said("Venter.")))))
    assert [each for _, each in record.events[-2:]] == [
        ProposalHandedOver(successor=THEME_AT_RAAD, effective_on=CEASES_ON),
        ProposalTakenOver(from_stream=THEME, from_version=3, carried=CarriedProposal(fate=Fate.PARKED)),
    ]
    record.when(Park(reason="Stadig."), to=THEME_AT_RAAD, by=COUNCIL_SECRETARY, on=JANUARY).then(
        Parked(reason=said("Stadig."))
    )


# --- initiative -------------------------------------------------------------------------------------------------------


def test_an_initiative_goes_on_as_it_stood() -> None:
    record = handed(PROJECT, facts=(project(),))
    was = record.see(PROJECT).was
    assert record.see(PROJECT_AT_RAAD) == was
    assert [each.event for each in record.recorded[-2:]] == [
        InitiativeHandedOver(successor=PROJECT_AT_RAAD, effective_on=CEASES_ON),
        InitiativeTakenOver(
            from_stream=PROJECT,
            from_version=2,
            carried=CarriedInitiative(
                standing=was.standing, kind=was.kind, phase=was.phase, owners=was.owners, holds=()
            ),
        ),
    ]


def test_an_improvement_project_keeps_its_place_at_the_body_that_comes_after() -> None:
    """Two may come together there; a new one waits until both are finished."""
    other = "lillebaelt/initiative/demens"
    projects = tuple(
        fact
        for each in (PROJECT, other)
        for fact in (
            (each, Listed(title=said("Et projekt"), by=(), phase=Phase.TRIAL, kind=Kind.IMPROVEMENT_PROJECT)),
            (each, Started(from_on="2024-01-01", phase=Phase.TRIAL, by_body=STRATEGIC)),
        )
    )
    one_at_a_time = (COUNCIL, msgspec.structs.replace(ruled(COUNCIL)[1], one_at_a_time="forbedringsprojekt"))
    record = handed(PROJECT, other, facts=(*projects, one_at_a_time))
    assert record.see(COUNCIL).projects == (PROJECT_AT_RAAD, "raad/initiative/lillebaelt-demens")
    third = List(title="Et tredje", by=(), phase=Phase.TRIAL, kind=Kind.IMPROVEMENT_PROJECT)
    record.when(third, to="raad/initiative/3", by=COUNCIL_SECRETARY)
    record.when(Start(phase=Phase.TRIAL, by_body=COUNCIL), to="raad/initiative/3").refused("body.slot-occupied")


def test_an_initiative_is_released_when_the_condition_that_came_with_it_is_met() -> None:
    """It knows the condition by its old name; the new condition knows that name."""
    blocked = InitiativeBlocked(initiative=PROJECT, extent=Extent.ALL)
    held: Fact = (PROJECT, Held(condition=C1, extent=Extent.ALL))
    facts = (project(), *discussing(), decision(), pending(AWAITS, blocked), held)
    record = at_council(handed(PROJECT, C1, facts=facts))
    assert record.see(PROJECT_AT_RAAD).holds == {C1: Extent.ALL}
    record.when(Resolve(proof=PROOF), to=C1_AT_RAAD, on=JANUARY).then(
        Fulfilled(proof=PROOF), (PROJECT_AT_RAAD, Released(condition=C1, met=True))
    )
    assert record.see(PROJECT_AT_RAAD).holds == {}


def test_what_lies_with_a_body_that_ends_lies_with_its_successor() -> None:
    record = given(*WINDING, *BODIES_END)
    carried = HANDINGS["initiative"].carry(WHOLE, record.see)
    assert (carried.orderer, carried.lies_with, carried.group, carried.chosen_by) == (COUNCIL,) * 4
    assert carried.remarks[0].by_body == COUNCIL
    assert carried.holds == (CarriedHold(condition=C1, extent=Extent.OPERATION),)

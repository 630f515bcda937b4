"""Initiatives: told of by papers, evaluated, and adapted by a decision."""

import pytest

from domain.awaited import ByEvaluation, DecisionBlocked, EvaluationOf, Stage
from domain.claims import DateNotStated, Span, Within
from domain.condition import Failed, Fulfilled
from domain.decided import Cited
from domain.initiative import (
    PARTIES_MAX,
    Adapt,
    Adapted,
    Evaluate,
    Evaluated,
    EvaluationExpected,
    ExpectEvaluation,
    List,
    Listed,
    Phase,
    Prolong,
    Prolonged,
    evaluated,
)
from domain.kernel import Command
from domain.meeting.standing import DecisionFell, DecisionTookEffect
from domain.outcomes import ApprovedConditionally
from domain.text import Kept, said
from tests.domain.waiting import C1, C2, WAITING, pending
from tests.domain.world import (
    FUND,
    ITEM,
    KOLDING,
    MEETING,
    MEMBER,
    PAPER,
    PROJECT,
    REGION,
    SECRETARY,
    WORLD,
    decision,
    discussing,
    fund,
    project,
    taken,
)
from tests.given import given

QUARTER = Within(earliest="2024-07-01", latest="2024-09-30", span=Span.QUARTER, words="3. kvartal 2024")
KEPT_QUARTER: Within[Kept] = Within(
    earliest="2024-07-01", latest="2024-09-30", span=Span.QUARTER, words=said("3. kvartal 2024")
)
RECORD = (*WORLD, fund(), project(), *discussing(), decision())
LIST = List(title="Middelfart-projektet", by=(REGION, KOLDING), phase=Phase.TRIAL, document=PAPER)


def test_a_paper_tells_of_an_initiative() -> None:
    given(*WORLD).when(LIST, to=PROJECT, by=SECRETARY).then(
        Listed(title=said("Middelfart-projektet"), by=(REGION, KOLDING), phase=Phase.TRIAL, document=PAPER)
    )


def test_an_initiative_is_listed_once() -> None:
    given(*WORLD, project()).when(LIST, to=PROJECT).refused("initiative.exists")


def test_an_initiative_has_so_many_parties_and_no_more() -> None:
    crowd = List(title="Alle", by=(KOLDING,) * (PARTIES_MAX + 1), phase=Phase.TRIAL)
    given(*WORLD).when(crowd, to=PROJECT).refused("initiative.too-many-parties", count=PARTIES_MAX)


def test_members_list_no_initiatives() -> None:
    given(*WORLD).when(LIST, to=PROJECT, by=MEMBER).denied()


def test_an_initiative_is_prolonged_by_a_decision_known_from_a_paper() -> None:
    cited = Cited(who="Klyngen", on=DateNotStated(), words="En længere prøveperiode", document=PAPER)
    given(*RECORD).when(Prolong(expected=QUARTER, decision=cited, fund=FUND), to=PROJECT, by=SECRETARY).then(
        Prolonged(
            expected=KEPT_QUARTER,
            decision=Cited(
                who=said("Klyngen"), on=DateNotStated(), words=said("En længere prøveperiode"), document=PAPER
            ),
            fund=FUND,
        )
    )


def test_an_evaluation_is_to_come() -> None:
    expect = ExpectEvaluation(stage=Stage.FINAL, expected=QUARTER)
    given(*RECORD).when(expect, to=PROJECT, by=SECRETARY).then(
        EvaluationExpected(stage=Stage.FINAL, expected=KEPT_QUARTER)
    )


def test_an_evaluation_half_way_is_not_the_final_one() -> None:
    evaluate = Evaluate(stage=Stage.MIDWAY, text="Gode erfaringer.", when=DateNotStated(), document=PAPER)
    record = (
        given(*RECORD)
        .when(evaluate, to=PROJECT, by=SECRETARY)
        .then(Evaluated(stage=Stage.MIDWAY, text=said("Gode erfaringer."), when=DateNotStated(), document=PAPER))
    )
    assert evaluated(record.see, PROJECT, Stage.MIDWAY)
    assert not evaluated(record.see, PROJECT, Stage.FINAL)


def test_a_decision_adapts_an_initiative_and_says_what_its_core_is() -> None:
    adapt = Adapt(text="Følger lokale rammer.", core=("Kernen skal med.",), decision=taken())
    given(*RECORD).when(adapt, to=PROJECT).then(
        Adapted(text=said("Følger lokale rammer."), core=(said("Kernen skal med."),), decision=taken())
    )


@pytest.mark.parametrize(
    "command",
    [
        Prolong(expected=DateNotStated(), decision=taken(), fund="lillebaelt/fund/none"),
        Evaluate(stage=Stage.FINAL, text="Godt.", when=DateNotStated(), document="lillebaelt/document/none"),
    ],
    ids=lambda command: command.verb,
)
def test_what_is_cited_is_known(command: Command) -> None:
    given(*RECORD).when(command, to=PROJECT).refused("id.unknown")


def test_an_evaluation_says_what_it_meets_and_what_it_fails() -> None:
    awaits = EvaluationOf(initiative=PROJECT, stage=Stage.FINAL)
    other = decision("3.2", outcome=ApprovedConditionally(), waits_for=(C2,))
    blocked = DecisionBlocked(meeting=MEETING, decision="3.2")
    record = given(
        *WORLD, project(), *discussing(), WAITING, other, pending(awaits), pending(awaits, blocked, stream=C2)
    )
    proof = ByEvaluation(initiative=PROJECT, stage=Stage.FINAL)
    evaluate = Evaluate(stage=Stage.FINAL, text="Godt.", when=DateNotStated(), meets=(C1,), fails=(C2,))
    record.when(evaluate, to=PROJECT, by=SECRETARY).then(
        Evaluated(stage=Stage.FINAL, text=said("Godt."), when=DateNotStated(), meets=(C1,), fails=(C2,)),
        (C1, Fulfilled(proof=proof)),
        (MEETING, DecisionTookEffect(item=ITEM, decision="3.1", condition=C1, effects=())),
        (C2, Failed(proof=proof)),
        (MEETING, DecisionFell(item=ITEM, decision="3.2", condition=C2)),
    )


def test_an_evaluation_midway_meets_nothing_that_awaits_the_final_one() -> None:
    awaits = EvaluationOf(initiative=PROJECT, stage=Stage.FINAL)
    record = given(*WORLD, project(), *discussing(), WAITING, pending(awaits))
    evaluate = Evaluate(stage=Stage.MIDWAY, text="Godt.", when=DateNotStated(), meets=(C1,))
    record.when(evaluate, to=PROJECT).refused("condition.proof-mismatch")

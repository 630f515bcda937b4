"""Initiatives: told of by papers, described, owned, and given remarks."""

import pytest

from domain.claims import DateNotStated, OnDay
from domain.decided import Cited
from domain.initiative import (
    AnswerRemark,
    AssignOwner,
    Describe,
    Described,
    List,
    Listed,
    Order,
    OwnerAssigned,
    Remark,
    RemarkAnswered,
    Remarked,
)
from domain.initiative.ordering import Ordered
from domain.initiatives import Kind, Phase
from domain.kernel import Command
from domain.meeting.decision import RecordDecision
from domain.outcomes import ApprovedWithRemark, PlainOutcome
from domain.planning import AdoptPlan, GiveRemark
from domain.plans import Order as Ordering
from domain.referral import Sent
from domain.text import Kept, said
from domain.way import Way
from tests.domain.planned import (
    ACTS,
    CHIEFS,
    CONTACT,
    DIRECTORS,
    EACH_DECIDED,
    LEADER,
    PLAN,
    RECORD,
    TEN,
    by,
    decided,
    listed,
    ordered,
    owned,
    remarked,
    sat,
)
from tests.domain.world import CHAIR, ELSEWHERE, KOLDING, PAPER, POLITICAL, REGION, SECRETARY, WORLD, reported
from tests.domain.world import ITEM as POINT
from tests.given import given

# --- told of ----------------------------------------------------------------------------------------------------------


def test_a_paper_says_what_sort_of_work_it_is_and_under_which_guidepost_it_is_reported() -> None:
    tell = List(
        title="Tidlig opsporing",
        by=(KOLDING,),
        phase=Phase.TRIAL,
        document=PAPER,
        number="2/4",
        kind=Kind.IMPROVEMENT_PROJECT,
        plan=PLAN,
        theme="aeldre",
        supports=("unge",),
    )
    given(*RECORD).when(tell, to=TEN, by=SECRETARY).then(
        Listed(
            title=said("Tidlig opsporing"),
            by=(KOLDING,),
            phase=Phase.TRIAL,
            document=PAPER,
            number="2/4",
            kind=Kind.IMPROVEMENT_PROJECT,
            plan=PLAN,
            theme="aeldre",
            supports=("unge",),
        )
    )


def told(theme: str | None, *supports: str, plan: str | None = PLAN) -> List:
    return List(title="Indsats", by=(), phase=Phase.ONGOING, plan=plan, theme=theme, supports=supports)


def test_a_theme_is_one_of_the_plan() -> None:
    record = given(*RECORD)
    record.when(told("digitalt"), to=TEN).refused("initiative.theme-unknown", theme="digitalt", plan=PLAN)
    record.when(told("aeldre", "digitalt"), to=TEN).refused("initiative.theme-unknown", theme="digitalt")
    record.when(told("aeldre", plan=None), to=TEN).refused("initiative.no-plan", theme="aeldre")


def test_an_initiative_is_reported_under_one_guidepost_and_supports_others() -> None:
    record = given(*RECORD)
    record.when(told("aeldre", "aeldre"), to=TEN).refused("initiative.theme-twice", theme="aeldre")
    record.when(told("aeldre", "unge", "unge"), to=TEN).refused("initiative.theme-twice", theme="unge")
    assert record.when(told(None, "unge"), to=TEN).recorded


def test_what_is_ordered_is_new() -> None:
    order = Order(number="10", title="De 2 %", plan=PLAN, by_body=POLITICAL, decision=by(POLITICAL))
    given(*RECORD).when(order, to=TEN).then(
        Ordered(number="10", title=said("De 2 %"), plan=PLAN, by_body=POLITICAL, decision=by(POLITICAL))
    )
    given(*RECORD, listed()).when(order, to=TEN).refused("initiative.exists")


# --- described --------------------------------------------------------------------------------------------------------

FOUR = ("Bor alene", "Over 80 år", "To diagnoser", "Tre indlæggelser")


def described(low: int | None = None, high: int | None = None) -> Describe:
    return Describe(
        purpose="Færre indlæggelser",
        target_group="Borgere over 80 år",
        criteria=FOUR,
        criteria_min=low,
        criteria_max=high,
        places=("I eget hjem",),
        ideas=("En fast kontakt",),
    )


def test_a_project_says_for_whom_it_is_by_three_to_four_of_four_criteria() -> None:
    """000.14."""
    given(*RECORD, ordered()).when(described(3, 4), to=TEN, by=SECRETARY).then(
        Described(
            purpose=said("Færre indlæggelser"),
            target_group=said("Borgere over 80 år"),
            criteria=tuple(said(each) for each in FOUR),
            criteria_min=3,
            criteria_max=4,
            places=(said("I eget hjem"),),
            ideas=(said("En fast kontakt"),),
        )
    )


@pytest.mark.parametrize(("low", "high"), [(5, None), (None, 5), (4, 3)])
def test_nobody_meets_more_criteria_than_there_are(low: int | None, high: int | None) -> None:
    record = given(*RECORD, ordered())
    record.when(described(low, high), to=TEN).refused("initiative.criteria-count", count=4)


@pytest.mark.parametrize(("low", "high"), [(None, None), (4, None), (None, 1), (0, 0), (4, 4)])
def test_how_many_are_met_need_not_be_said(low: int | None, high: int | None) -> None:
    assert given(*RECORD, ordered()).when(described(low, high), to=TEN).recorded


@pytest.mark.parametrize("person", [LEADER, CONTACT, SECRETARY])
def test_whoever_answers_for_an_initiative_describes_it(person: str) -> None:
    assert given(*RECORD, ordered(), owned()).when(described(), to=TEN, by=person).recorded


@pytest.mark.parametrize("person", [LEADER, CONTACT])
def test_nobody_describes_an_initiative_that_is_not_theirs(person: str) -> None:
    given(*RECORD, ordered()).when(described(), to=TEN, by=person).denied()


def test_a_chair_does_not_describe_what_others_own() -> None:
    given(*RECORD, ordered(), owned()).when(described(), to=TEN, by=CHAIR).denied()


# --- owned ------------------------------------------------------------------------------------------------------------

ASSIGN = AssignOwner(owners=(KOLDING, REGION), leader=LEADER, group=CHIEFS, decision=by(DIRECTORS))
ASSIGNED = OwnerAssigned(owners=(KOLDING, REGION), leader=LEADER, group=CHIEFS, decision=by(DIRECTORS))


def test_the_directors_say_who_owns_what() -> None:
    record = given(*RECORD, ordered()).when(ASSIGN, to=TEN).then(ASSIGNED)
    record.when(ASSIGN, to=TEN).then()


def test_whoever_orders_may_say_so_too() -> None:
    assign = AssignOwner(owners=(KOLDING,), decision=by(POLITICAL))
    given(*RECORD, ordered()).when(assign, to=TEN).then(OwnerAssigned(owners=(KOLDING,), decision=by(POLITICAL)))


def test_who_owns_what_is_decided_by_those_who_decide_about_plans_or_confirmations() -> None:
    record = given(*WORLD, *EACH_DECIDED, ACTS, ordered())
    record.when(ASSIGN, to=TEN).refused("mandate.none")
    only_directors = AssignOwner(owners=(KOLDING,), decision=by(DIRECTORS))
    told_of = tuple(each for each in RECORD if "initiative-confirmation" not in each[0])
    given(*told_of, ordered()).when(only_directors, to=TEN).refused(
        "mandate.other-body", body=POLITICAL, other=DIRECTORS
    )


def test_another_clusters_decision_says_nothing_about_ours() -> None:
    assign = AssignOwner(owners=(KOLDING,), decision=by(ELSEWHERE))
    given(*RECORD, ordered()).when(assign, to=TEN).refused("scope.other")


def test_a_group_carries_what_no_paper_names_an_owner_of_but_somebody_does() -> None:
    """001.11: ownership is given out, to whom is not told."""
    carried = AssignOwner(group=CHIEFS, decision=by(DIRECTORS))
    given(*RECORD, ordered()).when(carried, to=TEN).then(OwnerAssigned(owners=(), group=CHIEFS, decision=by(DIRECTORS)))
    nobody = AssignOwner(leader=LEADER, decision=by(DIRECTORS))
    given(*RECORD, ordered()).when(nobody, to=TEN).refused("initiative.no-owner")


def test_a_paper_may_tell_who_owns_what() -> None:
    cited = Cited(who="Klyngen", on=DateNotStated(), words="Aarhus (MSO) er ansvarlig", document=PAPER)
    assign = AssignOwner(owners=(KOLDING,), group=CHIEFS, decision=cited)
    answer = given(*RECORD, listed()).when(assign, to=TEN, by=SECRETARY)
    assert [each.event.tag for each in answer.recorded] == ["initiative.owner-assigned"]


# --- remarks ----------------------------------------------------------------------------------------------------------

ITEM = f"lillebaelt/referral/{sat(POLITICAL).rsplit('/', 1)[1]}-10"
"""One of an initiative and a meeting."""
IN_MAY = OnDay(day="2024-05-24", words="næste møde")
KEPT_IN_MAY: OnDay[Kept] = OnDay(day="2024-05-24", words=said("næste møde"))


def test_a_remark_that_is_to_come_back_promises_an_item() -> None:
    """001.14."""
    remark = Remark(remark="konkret", text="Gør den konkret.", decision=by(POLITICAL), expected=IN_MAY)
    record = (
        given(*RECORD, ordered())
        .when(remark, to=TEN)
        .then(
            Remarked(
                remark="konkret",
                text=said("Gør den konkret."),
                by_body=POLITICAL,
                decision=by(POLITICAL),
                expected=KEPT_IN_MAY,
            ),
            (
                ITEM,
                Sent(
                    from_body=POLITICAL,
                    to_body=POLITICAL,
                    question=said("Gør den konkret."),
                    direction=Way.PROMISED,
                    expected=KEPT_IN_MAY,
                    arises_from=by(POLITICAL),
                ),
            ),
        )
    )
    second = Remark(remark="handl", text="Ingen analyse først.", decision=by(POLITICAL), expected=IN_MAY)
    answer = record.when(second, to=TEN)
    assert [each.event.tag for each in answer.recorded] == ["initiative.remarked"]


def test_a_remark_that_is_not_to_come_back_promises_nothing() -> None:
    remark = Remark(remark="konkret", text="Gør den konkret.", decision=by(POLITICAL))
    given(*RECORD, ordered()).when(remark, to=TEN).then(
        Remarked(remark="konkret", text=said("Gør den konkret."), by_body=POLITICAL, decision=by(POLITICAL))
    )


def test_no_two_remarks_have_one_name() -> None:
    remark = Remark(remark="b1", text="Igen.", decision=by(POLITICAL))
    record = given(*RECORD, ordered(), remarked())
    record.when(remark, to=TEN).refused("initiative.remark-exists", remark="b1")
    answered = (TEN, RemarkAnswered(remark="b1", decision=by(POLITICAL)))
    given(*RECORD, ordered(), remarked(), answered).when(remark, to=TEN).refused("initiative.remark-exists")


def test_a_remark_is_answered_by_the_body_that_made_it_even_if_it_only_supports_what_it_heard() -> None:
    supported = decided(POLITICAL, PlainOutcome.SUPPORTED, "2024-02-20")
    record = given(*RECORD, ordered(), remarked(), *supported)
    answer = AnswerRemark(remark="b1", decision=by(POLITICAL, "2024-02-20"))
    after = record.when(answer, to=TEN).then(RemarkAnswered(remark="b1", decision=by(POLITICAL, "2024-02-20")))
    after.when(answer, to=TEN).refused("initiative.no-remark", remark="b1")


def test_a_remark_is_not_answered_by_anybody_else() -> None:
    record = given(*RECORD, ordered(), remarked())
    record.when(AnswerRemark(remark="b1", decision=by(DIRECTORS)), to=TEN).refused(
        "initiative.others-remark", body=POLITICAL, remark="b1"
    )


def test_what_nobody_remarked_is_not_answered() -> None:
    answer = AnswerRemark(remark="b2", decision=by(POLITICAL))
    given(*RECORD, ordered(), remarked()).when(answer, to=TEN).refused("initiative.no-remark", remark="b2")


def test_a_plan_may_be_adopted_with_a_remark_on_what_it_orders() -> None:
    """001.14: one decision orders initiative 10 and asks that it be made concrete."""
    meeting = sat(POLITICAL, "2024-02-20")
    told_there = reported(meeting, POLITICAL, OnDay(day="2024-02-20"))
    command = RecordDecision(
        item=POINT,
        decision="1",
        outcome=ApprovedWithRemark(remarks=("Gør indsats 10 konkret.",)),
        text="Planen er godkendt.",
        at_once=(
            AdoptPlan(plan=PLAN, orders=(Ordering(initiative=TEN, number="10", title="De 2 %"),)),
            GiveRemark(initiative=TEN, remark="konkret", text="Gør den konkret.", expected=IN_MAY),
        ),
    )
    answer = given(*RECORD, *told_there).when(command, to=meeting)
    assert answer.said_no is None, answer.said_no
    assert [(each.stream, each.event.tag) for each in answer.recorded] == [
        (meeting, "meeting.decision-recorded"),
        (PLAN, "plan.adopted"),
        (TEN, "initiative.ordered"),
        (TEN, "initiative.remarked"),
        ("lillebaelt/referral/2024-02-20-political-10", "referral.sent"),
    ]


@pytest.mark.parametrize(
    "command",
    [
        List(title="Indsats", by=("dk/party/none",), phase=Phase.TRIAL),
        List(title="Indsats", by=(), phase=Phase.TRIAL, plan="lillebaelt/plan/none"),
    ],
    ids=["a party", "a plan"],
)
def test_what_a_paper_names_is_known(command: Command) -> None:
    given(*RECORD).when(command, to=TEN).refused("id.unknown")


@pytest.mark.parametrize(
    "command",
    [
        AssignOwner(owners=("dk/party/none",)),
        AssignOwner(owners=(KOLDING,), leader="dk/person/none"),
        AssignOwner(owners=(KOLDING,), group="lillebaelt/body/none"),
    ],
    ids=["an owner", "a leader", "a group"],
)
def test_whoever_owns_it_is_known(command: Command) -> None:
    given(*RECORD, ordered()).when(command, to=TEN).refused("id.unknown")


def test_a_group_is_our_own() -> None:
    given(*RECORD, ordered()).when(AssignOwner(owners=(KOLDING,), group=ELSEWHERE), to=TEN).refused("scope.other")

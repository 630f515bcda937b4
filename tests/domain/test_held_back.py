"""What is held back: initiatives and recommendations wait for a condition and go on, or come up again, when it is settled."""

import msgspec
import pytest

from domain.awaited import (
    AnswerTo,
    Blocked,
    ByAnswer,
    DecisionOf,
    Extent,
    InitiativeBlocked,
    LawOrAgreement,
    RecommendationsBlocked,
)
from domain.claims import DateNotStated
from domain.condition import BlockAdded, Failed, Fulfilled, Open, Opened, Resolve, Waive, Waived
from domain.deadline import Lapsed
from domain.effects import Hold as HoldEffect
from domain.effects import OpenCondition
from domain.holding import Held, Hold, Release, Released
from domain.kernel import Command, Event
from domain.meeting.agenda import Asks, RecommendationAdded
from domain.meeting.decision import RecordDecision
from domain.referral import Answered, Sent
from domain.text import said
from domain.way import Way
from tests.domain.waiting import BLOCKED, C1, C2, POLITICAL_CHOICE, WAITING, open_condition, pending
from tests.domain.world import (
    DECIDED,
    ITEM,
    MEETING,
    PAPER,
    POLITICAL,
    PROJECT,
    QUESTION,
    SECRETARY,
    STRATEGIC,
    TODAY,
    WORLD,
    Fact,
    decision,
    discussing,
    project,
    referral,
    taken,
)
from tests.given import Record, given

ALL = InitiativeBlocked(initiative=PROJECT, extent=Extent.ALL)
PLANNING = InitiativeBlocked(initiative=PROJECT, extent=Extent.PLANNING)
NESTED = RecommendationsBlocked(meeting=MEETING, item=ITEM, numbers=("1a", "1b"))
HELD: Fact = (PROJECT, Held(condition=C1, extent=Extent.ALL))
PROMISED = "lillebaelt/referral/c1-2024-03-01-strategic-klyngemidler"
ANSWERED: Fact = (QUESTION, Answered(text=said("Ja.")))
PROOF = ByAnswer(referral=QUESTION)


def recommended(*numbers: str) -> tuple[Fact, ...]:
    return tuple(
        (
            MEETING,
            RecommendationAdded(
                item=ITEM, number="3", recommendation=each, asks=Asks.DECIDE, text=said("Det."), to_body=STRATEGIC
            ),
        )
        for each in numbers
    )


def awaiting(*blocks: Blocked, then: tuple[Fact, ...] = ()) -> Record:
    """A record where c1 awaits the answer to a question that has been answered."""
    return given(
        *WORLD,
        project(),
        *discussing(),
        *recommended("1", "1a", "1b"),
        referral(),
        decision(),
        pending(AnswerTo(referral=QUESTION), *blocks),
        *then,
        ANSWERED,
    )


# --- initiatives ------------------------------------------------------------------------------------------------------


def test_a_condition_holds_an_initiative_back() -> None:
    record = given(*WORLD, project(), *discussing(), decision())
    opened = record.when(open_condition(None, PLANNING), to=C1)
    assert [(each.stream, record.opened(each.event)) for each in opened.recorded[1:]] == [
        (PROJECT, Held(condition=C1, extent=Extent.PLANNING))
    ]


def test_a_later_decision_holds_an_initiative_back_until_what_is_already_awaited() -> None:
    record = given(*WORLD, project(), *discussing(), WAITING, pending())
    hold = HoldEffect(initiative=PROJECT, condition=C1, extent=Extent.PLANNING)
    command = RecordDecision(item=ITEM, decision="3.2", outcome=DECIDED, text="Vent.", at_once=(hold,))
    answer = record.when(command, to=MEETING)
    assert [(each.stream, record.opened(each.event)) for each in answer.recorded[1:]] == [
        (C1, BlockAdded(blocked=PLANNING, decision=taken("3.2"))),
        (PROJECT, Held(condition=C1, extent=Extent.PLANNING)),
    ]


def test_an_initiative_that_is_held_back_is_known() -> None:
    blocked = InitiativeBlocked(initiative="lillebaelt/initiative/none", extent=Extent.ALL)
    record = given(*WORLD, *discussing(), decision())
    record.when(open_condition(None, blocked), to=C1).refused("id.unknown", id="lillebaelt/initiative/none")


def test_an_initiative_of_another_cluster_is_not_held_back() -> None:
    theirs = "aarhus/initiative/x"
    blocked = InitiativeBlocked(initiative=theirs, extent=Extent.ALL)
    record = given(*WORLD, project(theirs), *discussing(), decision())
    record.when(open_condition(None, blocked), to=C1).refused("scope.other", id=theirs)


@pytest.mark.parametrize(("met", "event"), [(True, Fulfilled(proof=PROOF)), (False, Failed(proof=PROOF))])
def test_an_initiative_goes_free_whether_the_condition_is_met_or_not(met: bool, event: Event) -> None:
    record = awaiting(ALL, then=(HELD,))
    record.when(Resolve(proof=PROOF, met=met), to=C1).then(event, (PROJECT, Released(condition=C1, met=met)))


def test_what_waits_for_two_conditions_waits_for_the_other_still() -> None:
    other = PROJECT, Held(condition=C2, extent=Extent.OPERATION)
    record = awaiting(ALL, then=(HELD, other))
    record.when(Resolve(proof=PROOF), to=C1)
    assert record.see(PROJECT).holds == {C2: Extent.OPERATION}


@pytest.mark.parametrize(
    "command", [Hold(condition=C1, extent=Extent.ALL), Release(condition=C2, met=True)], ids=["hold", "release"]
)
def test_what_is_held_is_held_once_and_what_is_free_stays_free(command: Command) -> None:
    given(*WORLD, project(), HELD).when(command, to=PROJECT).then()


# --- recommendations --------------------------------------------------------------------------------------------------


def promised(question: str = "Politisk niveau skal vælge.") -> Sent:
    return Sent(
        from_body=STRATEGIC,
        to_body=STRATEGIC,
        question=said(question),
        direction=Way.PROMISED,
        expected=DateNotStated(),
        arises_from=taken(),
        condition=C1,
    )


@pytest.mark.parametrize(("met", "event"), [(True, Fulfilled(proof=PROOF)), (False, Failed(proof=PROOF))])
def test_recommendations_that_waited_come_before_the_body_again(met: bool, event: Event) -> None:
    record = awaiting(NESTED)
    record.when(Resolve(proof=PROOF, met=met), to=C1).then(event, (PROMISED, promised()))


def test_an_answer_from_outside_sets_all_free_that_it_was_awaited_for() -> None:
    """003 item 2: the decision, the initiative and the recommendations under it."""
    record = given(
        *WORLD,
        project(),
        *discussing(),
        *recommended("1", "1a", "1b"),
        referral(),
        WAITING,
        pending(AnswerTo(referral=QUESTION), BLOCKED, ALL, NESTED),
        HELD,
        ANSWERED,
    )
    tags = [each.event.tag for each in record.when(Resolve(proof=PROOF), to=C1).recorded]
    assert tags == ["condition.fulfilled", "meeting.decision-took-effect", "initiative.released", "referral.sent"]


def test_the_name_of_a_promised_item_is_never_too_long() -> None:
    long = f"lillebaelt/condition/{'c' * 80}"
    record = given(
        *WORLD,
        *discussing(),
        *recommended("1a", "1b"),
        referral(),
        decision(),
        pending(AnswerTo(referral=QUESTION), NESTED, stream=long),
        ANSWERED,
    )
    _, sent = record.when(Resolve(proof=PROOF), to=long).recorded
    assert len(sent.stream) == len("lillebaelt/referral/") + 80


@pytest.mark.parametrize(
    ("blocked", "code"),
    [
        (msgspec.structs.replace(NESTED, meeting="lillebaelt/meeting/none"), "id.unknown"),
        (msgspec.structs.replace(NESTED, item="none"), "meeting.item-unknown"),
        (msgspec.structs.replace(NESTED, numbers=("9",)), "meeting.recommendation-unknown"),
        (msgspec.structs.replace(NESTED, numbers=("1",)), "meeting.already-answered"),
    ],
    ids=["meeting", "item", "number", "answered"],
)
def test_only_recommendations_that_are_not_answered_wait(blocked: RecommendationsBlocked, code: str) -> None:
    record = given(*WORLD, *discussing(), *recommended("1", "1a"), decision(answers=("1",)))
    record.when(open_condition(None, blocked), to=C1).refused(code)


# --- waived, lapsed ---------------------------------------------------------------------------------------------------


def test_what_is_waived_sets_free_as_what_is_met() -> None:
    record = awaiting(ALL, NESTED, then=(HELD, decision("3.2")))
    record.when(Waive(decision=taken("3.2")), to=C1).then(
        Waived(decision=taken("3.2")), (PROJECT, Released(condition=C1, met=True)), (PROMISED, promised())
    )


def test_a_decision_opens_a_condition_that_holds_back_all_three() -> None:
    opens: OpenCondition[str] = OpenCondition(
        condition=C1,
        awaits=DecisionOf(body=POLITICAL, words="den 26. april"),
        blocks=(ALL, NESTED),
        words="Først politisk.",
    )
    record = given(*WORLD, project(), *discussing(), *recommended("1a", "1b"))
    command = RecordDecision(item=ITEM, decision="3.1", outcome=DECIDED, text="Vent.", at_once=(opens,))
    answer = record.when(command, to=MEETING)
    assert [(each.stream, record.opened(each.event)) for each in answer.recorded[1:]] == [
        (
            C1,
            Opened(
                awaits=POLITICAL_CHOICE,
                blocks=(ALL, NESTED),
                words=said("Først politisk."),
                opened_on=TODAY,
                arises_from=taken(),
            ),
        ),
        (PROJECT, Held(condition=C1, extent=Extent.ALL)),
    ]


def test_a_condition_is_not_opened_for_nothing() -> None:
    opens = msgspec.structs.replace(open_condition(), blocks=())
    assert isinstance(opens, Open)
    given(*WORLD, *discussing(), decision()).when(opens, to=C1).refused("condition.blocks-nothing")


def test_what_has_lapsed_lets_an_initiative_go_and_is_not_met() -> None:
    record = awaiting(ALL, then=(HELD,)).happened(C1, Lapsed(ceases_on=TODAY))
    assert record.see(C1).met is False


# --- set by a paper ---------------------------------------------------------------------------------------------------

LAW = LawOrAgreement(title="Lov om sundhedsklynger", words="når loven er vedtaget")


def test_a_secretary_opens_a_condition_that_a_paper_sets() -> None:
    opens = Open(awaits=LAW, blocks=(PLANNING,), words="Loven skal vedtages.", document=PAPER)
    given(*WORLD, project()).when(opens, to=C1, by=SECRETARY).then(
        Opened(
            awaits=LawOrAgreement(title=said("Lov om sundhedsklynger"), words=said("når loven er vedtaget")),
            blocks=(PLANNING,),
            words=said("Loven skal vedtages."),
            opened_on=TODAY,
            document=PAPER,
        ),
        (PROJECT, Held(condition=C1, extent=Extent.PLANNING)),
    )


def test_a_condition_is_set_by_a_decision_or_a_paper() -> None:
    opens = Open(awaits=LAW, blocks=(PLANNING,), words="Loven skal vedtages.")
    given(*WORLD, project()).when(opens, to=C1).refused("condition.no-source")


def test_the_paper_that_sets_it_is_on_file() -> None:
    opens = Open(awaits=LAW, blocks=(PLANNING,), words="Loven skal vedtages.", document="lillebaelt/document/none")
    given(*WORLD, project()).when(opens, to=C1).refused("id.unknown", id="lillebaelt/document/none")

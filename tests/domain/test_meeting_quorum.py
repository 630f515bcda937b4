"""What the rules of a body ask of a decision: how many are there, from which kinds of party, and that nobody disagrees."""

from typing import Any

import pytest

from domain.claims import DateNotStated
from domain.decided import Cited
from domain.meeting.attendance import Recused, SeatTaken
from domain.meeting.decision import DecisionRecorded, RecordDecision
from domain.outcomes import Dissent, NoJointConclusion, Plain, PlainOutcome, Recommends, Strength
from domain.procedure import RulesSet
from domain.rules import AtLeast, DecisionRule, EachPartyKind, NoneStated, Quorum
from domain.text import said
from tests.domain.world import (
    CHAIR,
    DECIDED,
    ITEM,
    MEETING,
    MEMBER,
    POLITICAL,
    SECRETARY,
    STRATEGIC,
    WORLD,
    Fact,
    discussing,
    on_day,
    reported,
)
from tests.given import given

NO_QUORUM = NoneStated()
NOBODY: tuple[Fact, ...] = ()
THE_CHAIR: Fact = (MEETING, SeatTaken(seat="region", person=CHAIR))
THE_MEMBER: Fact = (MEETING, SeatTaken(seat="kolding", person=MEMBER))
THE_SECRETARY: Fact = (MEETING, SeatTaken(seat="sekretariat", person=SECRETARY))
RECUSED: Fact = (MEETING, Recused(item=ITEM, number="3", person=MEMBER, reason=said("Familie")))
DISSENT = Dissent(seat="kolding", text="Det er for dyrt.")
MINORITY = Dissent(seat="kolding", text=said("Det er for dyrt."))


def rules(quorum: Quorum = NO_QUORUM, decision_rule: DecisionRule = DecisionRule.NONE_STATED) -> Fact:
    event = RulesSet(
        quorum=quorum,
        decision_rule=decision_rule,
        chairs_sign=0,
        ad_hoc_substitutes=False,
        from_on="2024-01-01",
        source=Cited(who=said("Klyngen"), on=DateNotStated(), words=said("Forretningsordenen")),
    )
    return STRATEGIC, event


def record(outcome: Any = DECIDED, *dissent: Dissent[str]) -> RecordDecision:
    return RecordDecision(item=ITEM, decision="3.1", outcome=outcome, text="Besluttet.", dissent=dissent)


# --- quorum -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("there", "count"),
    [
        (NOBODY, 0),
        ((THE_CHAIR,), 1),
        ((THE_CHAIR, THE_SECRETARY), 1),
        ((THE_CHAIR, THE_MEMBER, RECUSED), 1),
    ],
    ids=["nobody", "one", "a secretary has no vote", "whoever is recused does not count"],
)
def test_too_few_who_vote_decide_nothing(there: tuple[Fact, ...], count: int) -> None:
    given(*WORLD, rules(AtLeast(count=2)), *discussing(), *there).when(record(), to=MEETING).refused(
        "meeting.no-quorum", count=count, need=2
    )


@pytest.mark.parametrize(
    ("there", "count"), [((THE_CHAIR,), 1), ((THE_CHAIR, THE_SECRETARY), 1), ((THE_SECRETARY,), 0)]
)
def test_each_kind_of_party_is_there_where_the_body_says_so(there: tuple[Fact, ...], count: int) -> None:
    given(*WORLD, rules(EachPartyKind()), *discussing(), *there).when(record(), to=MEETING).refused(
        "meeting.no-quorum", count=count, need=2
    )


@pytest.mark.parametrize("quorum", [NoneStated(), AtLeast(count=2), EachPartyKind()], ids=str)
def test_enough_who_vote_decide(quorum: Quorum) -> None:
    assert given(*WORLD, rules(quorum), *discussing(), THE_CHAIR, THE_MEMBER).when(record(), to=MEETING).recorded


def test_where_no_rule_is_on_record_nothing_is_counted() -> None:
    assert given(*WORLD, *discussing()).when(record(), to=MEETING).recorded


def test_what_a_paper_tells_was_decided_is_not_counted_again() -> None:
    meeting = "lillebaelt/meeting/2024-02-01-strategic"
    record_of = given(*WORLD, rules(AtLeast(count=2)), *reported(meeting, STRATEGIC, on_day("2024-02-01")))
    assert record_of.when(record(), to=meeting).recorded


# --- dissent ----------------------------------------------------------------------------------------------------------


def test_whoever_does_not_agree_has_it_stand_beside_the_decision() -> None:
    given(*WORLD, *discussing(), THE_MEMBER).when(record(DECIDED, DISSENT), to=MEETING).then(
        DecisionRecorded(
            item=ITEM,
            number="3",
            decision="3.1",
            outcome=DECIDED,
            text=said("Besluttet."),
            dissent=(MINORITY,),
            present=("kolding",),
            decided_on="2024-03-01",
        )
    )


SUPPORTED = Plain(outcome=PlainOutcome.SUPPORTED)
RECOMMENDED = Recommends(to_body=POLITICAL, strength=Strength.FIRM)
NO_JOINT_CONCLUSION = NoJointConclusion(question="Hvad nu?")
NOT_APPROVED = Plain(outcome=PlainOutcome.NOT_APPROVED)


@pytest.mark.parametrize("outcome", [DECIDED, SUPPORTED, RECOMMENDED], ids=str)
def test_a_body_that_decides_by_consensus_says_nothing_as_one_while_somebody_disagrees(outcome: Any) -> None:
    consensus = rules(decision_rule=DecisionRule.CONSENSUS)
    given(*WORLD, consensus, *discussing(), THE_MEMBER).when(record(outcome, DISSENT), to=MEETING).refused(
        "meeting.no-consensus", seat="kolding"
    )


@pytest.mark.parametrize("outcome", [NO_JOINT_CONCLUSION, NOT_APPROVED], ids=str)
def test_it_may_say_that_there_is_no_agreement(outcome: Any) -> None:
    consensus = rules(decision_rule=DecisionRule.CONSENSUS)
    assert given(*WORLD, consensus, *discussing(), THE_MEMBER).when(record(outcome, DISSENT), to=MEETING).recorded


def test_consensus_asks_for_nothing_while_nobody_disagrees() -> None:
    assert given(*WORLD, rules(decision_rule=DecisionRule.CONSENSUS), *discussing()).when(record(), to=MEETING).recorded


def test_consensus_is_among_those_who_vote() -> None:
    consensus = rules(decision_rule=DecisionRule.CONSENSUS)
    disagrees = Dissent(seat="sekretariat", text="Det er for dyrt.")
    assert given(*WORLD, consensus, *discussing(), THE_SECRETARY).when(record(DECIDED, disagrees), to=MEETING).recorded


def test_a_seat_dissents_once() -> None:
    given(*WORLD, *discussing(), THE_MEMBER).when(record(DECIDED, DISSENT, DISSENT), to=MEETING).refused(
        "meeting.dissent-twice", seat="kolding"
    )


@pytest.mark.parametrize("there", [(THE_CHAIR,), (THE_CHAIR, THE_MEMBER, RECUSED)], ids=["away", "recused"])
def test_whoever_is_not_in_the_room_for_the_item_does_not_dissent(there: tuple[Fact, ...]) -> None:
    given(*WORLD, *discussing(), *there).when(record(DECIDED, DISSENT), to=MEETING).refused(
        "meeting.dissent-away", seat="kolding"
    )


def test_only_a_seat_of_the_body_dissents() -> None:
    nobody = Dissent(seat="none", text="Nej.")
    given(*WORLD, *discussing()).when(record(DECIDED, nobody), to=MEETING).refused("meeting.seat-unknown", seat="none")

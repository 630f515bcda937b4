"""Proposals on their way to money: ranked, budgeted when chosen, approved in the end, or withdrawn (domain-model 2.9)."""

import pytest

from domain.belonging import ContactNamed, PartyJoined
from domain.claims import DateNotStated
from domain.cluster import ClusterForm, Established
from domain.kernel import Command, Event
from domain.mandate import Step
from domain.meeting.decision import RecordDecision
from domain.outcomes import Outcome, Strength
from domain.proposal import (
    Approve,
    Approved,
    Budget,
    Budgeted,
    Choose,
    Chosen,
    Fate,
    Park,
    Parked,
    Rank,
    Ranked,
    Receive,
    Received,
    Recommend,
    Recommended,
    TurnDown,
    Withdraw,
    Withdrawn,
)
from domain.proposing import ApproveProposal, ChooseProposal, RankProposal
from domain.text import Kept, said
from tests.domain.world import (
    CHOOSES,
    COORDINATING,
    DECIDED,
    DISCUSSED,
    ELSEWHERE,
    ITEM,
    KOLDING,
    MEETING,
    MEMBER,
    OUTSIDER,
    PAPER,
    POLITICAL,
    PROJECT,
    RECOMMENDS,
    REGION,
    SECRETARY,
    STRATEGIC,
    THEME,
    WORLD,
    decision,
    discussing,
    path,
    project,
    taken,
)
from tests.given import Record, given

APPROVES = Step(step="endeligt godkende", body=STRATEGIC, binding=True)
CONTACT = (
    (
        "lillebaelt/cluster/lillebaelt",
        Established(name=said("Lillebælt"), form=ClusterForm.CLUSTER, region=REGION),
    ),
    ("lillebaelt/cluster/lillebaelt", PartyJoined(party=KOLDING)),
    ("lillebaelt/cluster/lillebaelt", ContactNamed(party=KOLDING, person=OUTSIDER)),
)
RECEIVED = Received(title=said("Træning"), text=said("Et forslag"), when=DateNotStated(), from_party=KOLDING)
RECOMMENDED = Recommended(to_body=POLITICAL, strength=Strength.FIRM, decision=taken("1"))
CHOSEN = Chosen(decision=taken("2"))
BUDGETED = Budgeted(amount_oere=120_000_000, participants=(KOLDING,), document=PAPER)
APPROVED = Approved(decision=taken())
WITHDRAWN = Withdrawn(reason=said("Vi gør det selv."))
PARKED = Parked(reason=said("Venter."))


def proposed(*fates: Event, by: str = STRATEGIC, outcome: Outcome[Kept] = DECIDED) -> Record:
    """A record with a proposal that has come so far, and a decision to cite."""
    past = tuple((THEME, fate) for fate in (RECEIVED, *fates))
    who_decides = path(RECOMMENDS, CHOOSES, APPROVES)
    return given(*WORLD, *CONTACT, who_decides, project(), *past, *discussing(of=by), decision(outcome=outcome))


# --- ranked -----------------------------------------------------------------------------------------------------------


def test_the_secretariat_notes_how_a_body_ranks_a_proposal() -> None:
    rank = Rank(by_body=STRATEGIC, order=1, reason="Flest borgere.")
    record = proposed()
    record.when(rank, to=THEME, by=SECRETARY).then(Ranked(by_body=STRATEGIC, order=1, reason=said("Flest borgere.")))
    assert record.see(THEME).fate is Fate.RANKED


def test_a_decision_ranks_a_proposal_for_the_body_that_took_it() -> None:
    proposed().when(Rank(by_body=STRATEGIC, decision=taken()), to=THEME).then(
        Ranked(by_body=STRATEGIC, decision=taken())
    )
    proposed(by=POLITICAL).when(Rank(by_body=STRATEGIC, decision=taken()), to=THEME).refused(
        "proposal.other-body", body=POLITICAL, other=STRATEGIC
    )


def test_only_those_who_take_part_in_deciding_rank_a_proposal() -> None:
    proposed().when(Rank(by_body=COORDINATING), to=THEME).refused("mandate.no-step", body=COORDINATING)
    proposed().when(Rank(by_body=ELSEWHERE), to=THEME).refused("scope.other", id=ELSEWHERE)


def test_nothing_is_ranked_by_having_been_discussed() -> None:
    rank = Rank(by_body=STRATEGIC, decision=taken())
    proposed(outcome=DISCUSSED).when(rank, to=THEME).refused("decision.not-affirmative")


def test_what_is_recommended_stays_so_when_it_is_ranked() -> None:
    record = proposed(RECOMMENDED)
    record.when(Rank(by_body=POLITICAL, order=2), to=THEME).then(Ranked(by_body=POLITICAL, order=2))
    assert record.see(THEME).fate is Fate.RECOMMENDED


def test_a_parked_proposal_is_taken_up_again_by_ranking_it() -> None:
    record = proposed(PARKED)
    record.when(Rank(by_body=STRATEGIC, order=3), to=THEME)
    assert record.see(THEME).fate is Fate.RANKED


# --- budgeted ---------------------------------------------------------------------------------------------------------

BUDGET = Budget(amount_oere=120_000_000, participants=(KOLDING,), document=PAPER)


@pytest.mark.parametrize("past", [(CHOSEN,), (CHOSEN, BUDGETED)], ids=["chosen", "budgeted before"])
def test_what_is_chosen_gets_a_budget(past: tuple[Event, ...]) -> None:
    record = proposed(RECOMMENDED, *past)
    record.when(BUDGET, to=THEME, by=SECRETARY).then(BUDGETED)
    assert record.see(THEME).fate is Fate.BUDGETED


@pytest.mark.parametrize(
    "past",
    [(), (RECOMMENDED,), (PARKED,), (CHOSEN, BUDGETED, APPROVED), (WITHDRAWN,)],
    ids=["received", "recommended", "parked", "approved", "withdrawn"],
)
def test_a_budget_is_made_when_a_proposal_is_chosen_not_before(past: tuple[Event, ...]) -> None:
    proposed(*past).when(BUDGET, to=THEME).refused("proposal.not-chosen", proposal=THEME)


def test_a_budget_has_a_paper_and_names_parties_that_exist() -> None:
    none = Budget(amount_oere=1, document="lillebaelt/document/none")
    proposed(RECOMMENDED, CHOSEN).when(none, to=THEME).refused("id.unknown", id="lillebaelt/document/none")
    nobody = Budget(amount_oere=1, document=PAPER, participants=("dk/party/none",))
    proposed(RECOMMENDED, CHOSEN).when(nobody, to=THEME).refused("id.unknown", id="dk/party/none")


# --- approved ---------------------------------------------------------------------------------------------------------

APPROVE = Approve(decision=taken())


def test_the_body_that_has_the_last_word_approves_what_has_a_budget() -> None:
    record = proposed(RECOMMENDED, CHOSEN, BUDGETED)
    record.when(APPROVE, to=THEME).then(APPROVED)
    assert record.see(THEME).fate is Fate.APPROVED


def test_what_is_approved_may_become_an_initiative_of_the_cluster() -> None:
    approve = Approve(decision=taken(), initiative=PROJECT)
    proposed(RECOMMENDED, CHOSEN, BUDGETED).when(approve, to=THEME).then(Approved(decision=taken(), initiative=PROJECT))
    elsewhere = Approve(decision=taken(), initiative="aarhus/initiative/x")
    proposed(RECOMMENDED, CHOSEN, BUDGETED).when(elsewhere, to=THEME).refused("scope.other")


@pytest.mark.parametrize("past", [(), (RECOMMENDED,), (RECOMMENDED, CHOSEN)], ids=["received", "recommended", "chosen"])
def test_nothing_is_approved_without_a_budget(past: tuple[Event, ...]) -> None:
    proposed(*past).when(APPROVE, to=THEME).refused("proposal.estimate-missing", proposal=THEME)


def test_nobody_else_has_the_last_word() -> None:
    proposed(RECOMMENDED, CHOSEN, BUDGETED, by=POLITICAL).when(APPROVE, to=THEME).refused(
        "mandate.other-body", step="endeligt godkende", body=STRATEGIC, other=POLITICAL
    )


def test_nothing_is_approved_by_having_been_discussed() -> None:
    proposed(RECOMMENDED, CHOSEN, BUDGETED, outcome=DISCUSSED).when(APPROVE, to=THEME).refused(
        "decision.not-affirmative"
    )


def test_a_decision_ranks_one_proposal_and_another_approves_it_in_the_end() -> None:
    record = given(*WORLD, path(RECOMMENDS, CHOOSES, APPROVES), (THEME, RECEIVED), *discussing())
    rank = RankProposal(proposal=THEME, order=1, reason="Flest borgere.")
    assert tags(record, "3.1", rank) == ["meeting.decision-recorded", "proposal.ranked"]
    record.happened(THEME, RECOMMENDED, CHOSEN, BUDGETED)
    assert tags(record, "3.2", ApproveProposal(proposal=THEME)) == ["meeting.decision-recorded", "proposal.approved"]


def tags(record: Record, number: str, effect: RankProposal[str] | ApproveProposal | ChooseProposal) -> list[str]:
    command = RecordDecision(item=ITEM, decision=number, outcome=DECIDED, text="Ja.", at_once=(effect,))
    return [each.event.tag for each in record.when(command, to=MEETING).recorded]


# --- withdrawn --------------------------------------------------------------------------------------------------------

WITHDRAW = Withdraw(reason="Vi gør det selv.")


@pytest.mark.parametrize("person", [SECRETARY, OUTSIDER])
def test_whoever_came_with_a_proposal_withdraws_it(person: str) -> None:
    record = proposed(RECOMMENDED)
    record.when(WITHDRAW, to=THEME, by=person).then(WITHDRAWN)
    assert record.see(THEME).fate is Fate.WITHDRAWN


def test_nobody_else_withdraws_it() -> None:
    proposed().when(WITHDRAW, to=THEME, by=MEMBER).denied()
    record = given(*WORLD, *CONTACT)
    record.happened(THEME, Received(title=said("Træning"), text=said("Et forslag"), when=DateNotStated()))
    record.when(WITHDRAW, to=THEME, by=OUTSIDER).denied()


def test_the_contact_of_a_party_comes_with_a_proposal() -> None:
    receive = Receive(title="Træning", text="Et forslag", when=DateNotStated(), from_party=KOLDING)
    given(*WORLD, *CONTACT).when(receive, to=THEME, by=OUTSIDER).then(RECEIVED)
    theirs = Receive(title="Træning", text="Et forslag", when=DateNotStated(), from_party=REGION)
    given(*WORLD, *CONTACT).when(theirs, to=THEME, by=OUTSIDER).denied()


@pytest.mark.parametrize(
    ("past", "word"),
    [
        ((CHOSEN,), "valgt"),
        ((CHOSEN, BUDGETED), "budgetlagt"),
        ((CHOSEN, BUDGETED, APPROVED), "endeligt godkendt"),
        ((WITHDRAWN,), "trukket"),
    ],
    ids=["chosen", "budgeted", "approved", "withdrawn"],
)
@pytest.mark.parametrize(
    "command",
    [
        WITHDRAW,
        Rank(by_body=STRATEGIC),
        Park(reason="Venter."),
        Recommend(to_body=POLITICAL, strength=Strength.FIRM, decision=taken()),
        Choose(decision=taken()),
        TurnDown(reason="Nej.", decision=taken()),
    ],
    ids=lambda command: command.verb,
)
def test_after_the_choice_there_is_only_a_budget_and_the_last_word(
    past: tuple[Event, ...], word: str, command: Command
) -> None:
    proposed(RECOMMENDED, *past).when(command, to=THEME).refused("proposal.fate-sealed", state=word)

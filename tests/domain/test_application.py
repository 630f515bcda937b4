"""Applications: what was applied for, what is vouched for, and one end (domain-model 2.13)."""

import pytest

from domain.application import Accept, Accepted, Submit, Submitted, TurnDown, TurnedDown, Withdraw, Withdrawn
from domain.applications import Accepted as IsAccepted
from domain.applications import PurposeClass
from domain.attesting import AddEvaluation, Attest, Attested, EvaluationPlanned
from domain.belonging import ContactNamed, PartyJoined
from domain.claims import About, DateNotStated, OnDay
from domain.cluster import ClusterForm, Established
from domain.criteria import NotOperation, NotOwnStaff, ThemeOrCommitteePilot
from domain.evaluation import EvaluationPlan
from domain.funding import TurnDownApplication
from domain.kernel import Command, Event
from domain.meeting.decision import RecordDecision
from domain.outcomes import Plain, PlainOutcome, Recommends, Strength
from domain.person import DeathRecorded
from domain.text import said
from tests.domain.world import (
    CHAIR,
    COORDINATING,
    DECIDED,
    DISCUSSED,
    ELSEWHERE,
    FUND,
    ITEM,
    KOLDING,
    MEETING,
    MEMBER,
    OUTSIDER,
    POLITICAL,
    REGION,
    SECRETARY,
    STRATEGIC,
    WHO_DECIDES,
    WORLD,
    decision,
    discussing,
    fund,
    taken,
)
from tests.given import Record, given

APPLICATION = "lillebaelt/application/traening"
CLUSTER = "lillebaelt/cluster/lillebaelt"
CONTACT = (
    (CLUSTER, PartyJoined(party=KOLDING)),
    (CLUSTER, ContactNamed(party=KOLDING, person=OUTSIDER)),
)
PLAN = EvaluationPlan(what="Virker det?", who="Kommunen", due=OnDay(day="2024-12-01"))
NOT_APPROVED = Plain(outcome=PlainOutcome.NOT_APPROVED)

SUBMIT = Submit(
    fund=FUND,
    applicant=KOLDING,
    purpose="Træning i to byer.",
    purpose_class=PurposeClass.TRIAL,
    when=OnDay(day="2024-02-20"),
    amount_oere=50_000_000,
)
SUBMITTED = Submitted(
    fund=FUND,
    applicant=KOLDING,
    purpose=said("Træning i to byer."),
    purpose_class=PurposeClass.TRIAL,
    when=OnDay(day="2024-02-20"),
    submitted_by=SECRETARY,
    amount_oere=50_000_000,
)
ACCEPTED = Accepted(allocation="a1", amount_oere=50_000_000)
TURNED_DOWN = TurnedDown(decision=taken(), reason=said("Der er ikke penge."))
WITHDRAWN = Withdrawn(reason=said("Vi gør det selv."))


def applied(*since: Event, by: str = KOLDING, purpose_class: PurposeClass = PurposeClass.TRIAL) -> Record:
    """A record with an application that has come so far."""
    first = Submitted(
        fund=FUND,
        applicant=by,
        purpose=said("Træning i to byer."),
        purpose_class=purpose_class,
        when=DateNotStated(),
        submitted_by=SECRETARY,
    )
    past = tuple((APPLICATION, event) for event in (first, *since))
    return given(*WORLD, established(), *CONTACT, WHO_DECIDES, fund(), *past, *discussing(of=POLITICAL))


def established() -> tuple[str, Event]:
    return CLUSTER, Established(name=said("Lillebælt"), form=ClusterForm.CLUSTER, region=REGION)


def undecided() -> Record:
    return given(*WORLD, established(), *CONTACT, WHO_DECIDES, fund())


# --- applied for ------------------------------------------------------------------------------------------------------


def test_the_secretariat_enters_an_application() -> None:
    undecided().when(SUBMIT, to=APPLICATION, by=SECRETARY).then(SUBMITTED)


def test_an_application_says_what_its_paper_says_and_when_the_money_is_to_be_used() -> None:
    submit = Submit(
        fund=FUND,
        applicant=STRATEGIC,
        purpose="Et forsøg.",
        purpose_class=PurposeClass.DEVELOPMENT,
        when=DateNotStated(),
        said=About(oere=50_000_000, unit_oere=10_000_000, words="ca. 0,5 mio. kr."),
        theme="tema-1",
        from_on="2024-04-01",
        ceases_on="2025-01-01",
    )
    undecided().when(submit, to=APPLICATION, by=SECRETARY).then(
        Submitted(
            fund=FUND,
            applicant=STRATEGIC,
            purpose=said("Et forsøg."),
            purpose_class=PurposeClass.DEVELOPMENT,
            when=DateNotStated(),
            submitted_by=SECRETARY,
            said=About(oere=50_000_000, unit_oere=10_000_000, words=said("ca. 0,5 mio. kr.")),
            theme="tema-1",
            from_on="2024-04-01",
            ceases_on="2025-01-01",
        )
    )


def test_the_contact_of_a_party_applies_for_it_and_for_no_other() -> None:
    record = undecided()
    record.when(SUBMIT_FOR_REGION, to=APPLICATION, by=OUTSIDER).denied()
    record.when(SUBMIT, to=APPLICATION, by=OUTSIDER)
    assert record.see(APPLICATION).by == OUTSIDER


SUBMIT_FOR_REGION = Submit(
    fund=FUND,
    applicant=REGION,
    purpose="Et forsøg.",
    purpose_class=PurposeClass.TRIAL,
    when=DateNotStated(),
)


def for_body(body: str) -> Submit:
    return Submit(
        fund=FUND, applicant=body, purpose="Et forsøg.", purpose_class=PurposeClass.TRIAL, when=DateNotStated()
    )


def test_who_votes_in_a_body_applies_for_it_and_for_no_other() -> None:
    record = undecided()
    record.when(for_body(POLITICAL), to=APPLICATION, by=MEMBER).denied()
    record.when(SUBMIT, to=APPLICATION, by=MEMBER).denied()
    record.when(for_body(STRATEGIC), to=APPLICATION, by=MEMBER)
    assert record.see(APPLICATION).by == MEMBER


def test_an_application_comes_in_once() -> None:
    applied().when(SUBMIT, to=APPLICATION).refused("application.exists")


def test_an_application_is_to_a_fund_and_from_somebody_that_exist() -> None:
    given(*WORLD).when(SUBMIT, to=APPLICATION).refused("id.unknown", id=FUND)
    undecided().when(for_body("lillebaelt/body/none"), to=APPLICATION).refused("id.unknown", id="lillebaelt/body/none")


def test_an_application_is_to_a_fund_of_the_cluster_and_from_one_of_its_bodies() -> None:
    undecided().when(SUBMIT, to="aarhus/application/traening").refused("scope.other", id=FUND)
    undecided().when(for_body(ELSEWHERE), to=APPLICATION).refused("scope.other", id=ELSEWHERE)


def test_what_is_applied_for_does_not_end_before_it_begins() -> None:
    submit = Submit(
        fund=FUND,
        applicant=KOLDING,
        purpose="Et forsøg.",
        purpose_class=PurposeClass.TRIAL,
        when=DateNotStated(),
        from_on="2024-04-01",
        ceases_on="2024-03-31",
    )
    undecided().when(submit, to=APPLICATION).refused("day.span-reversed")


# --- evaluated and attested -------------------------------------------------------------------------------------------


def test_an_evaluation_is_planned() -> None:
    record = applied()
    record.when(AddEvaluation(evaluation=PLAN), to=APPLICATION, by=OUTSIDER).then(
        EvaluationPlanned(
            evaluation=EvaluationPlan(what=said("Virker det?"), who=said("Kommunen"), due=OnDay(day="2024-12-01"))
        )
    )
    assert record.see(APPLICATION).evaluated


def attest(*criteria: NotOperation | NotOwnStaff | ThemeOrCommitteePilot, person: str = OUTSIDER) -> Attest:
    return Attest(criteria=criteria, person=person)


def test_a_named_person_vouches_for_criteria() -> None:
    record = applied()
    record.when(attest(NotOperation(), NotOwnStaff()), to=APPLICATION, by=OUTSIDER).then(
        Attested(criteria=(NotOperation(), NotOwnStaff()), person=OUTSIDER)
    )
    assert record.see(APPLICATION).attested == {"not-operation", "not-own-staff"}


def test_what_is_vouched_for_is_not_vouched_for_again() -> None:
    record = applied(Attested(criteria=(NotOperation(),), person=OUTSIDER))
    record.when(attest(NotOperation()), to=APPLICATION).then()
    record.when(attest(NotOperation(), ThemeOrCommitteePilot(), person=CHAIR), to=APPLICATION).then(
        Attested(criteria=(ThemeOrCommitteePilot(),), person=CHAIR)
    )


def test_daily_operation_cannot_be_supported() -> None:
    record = applied(purpose_class=PurposeClass.OPERATION)
    record.when(attest(NotOperation()), to=APPLICATION).refused("application.operation")


def test_whoever_vouches_is_on_record_and_alive() -> None:
    applied().when(attest(NotOperation(), person="dk/person/none"), to=APPLICATION).refused("id.unknown")
    record = applied().happened(OUTSIDER, DeathRecorded(seats=()))
    record.when(attest(NotOperation()), to=APPLICATION).refused("application.person-gone", person=OUTSIDER)


def test_a_member_of_another_body_vouches_for_nothing() -> None:
    applied(by=COORDINATING).when(attest(NotOperation()), to=APPLICATION, by=MEMBER).denied()
    applied(by=STRATEGIC).when(attest(NotOperation()), to=APPLICATION, by=MEMBER).then(
        Attested(criteria=(NotOperation(),), person=OUTSIDER)
    )


# --- decided ----------------------------------------------------------------------------------------------------------


def turned_down(by: str = POLITICAL, outcome: object = NOT_APPROVED) -> Record:
    fact = decision(outcome=outcome)  # type: ignore[arg-type]
    record = given(*WORLD, established(), *CONTACT, WHO_DECIDES, fund(), (APPLICATION, SUBMITTED), *discussing(of=by))
    return record.happened(*fact)


TURN_DOWN = TurnDown(decision=taken(), reason="Der er ikke penge.")


@pytest.mark.parametrize("outcome", [NOT_APPROVED, DECIDED], ids=str)
def test_whoever_takes_part_in_deciding_about_the_money_turns_an_application_down(outcome: object) -> None:
    turned_down(outcome=outcome).when(TURN_DOWN, to=APPLICATION).then(TURNED_DOWN)
    turned_down(by=STRATEGIC, outcome=outcome).when(TURN_DOWN, to=APPLICATION).then(TURNED_DOWN)


@pytest.mark.parametrize("outcome", [DISCUSSED, Recommends(to_body=POLITICAL, strength=Strength.FIRM)], ids=str)
def test_nothing_is_turned_down_by_having_been_discussed(outcome: object) -> None:
    turned_down(outcome=outcome).when(TURN_DOWN, to=APPLICATION).refused("decision.not-affirmative")


def test_whoever_has_no_part_in_it_turns_nothing_down() -> None:
    turned_down(by=COORDINATING).when(TURN_DOWN, to=APPLICATION).refused("mandate.no-step", body=COORDINATING)


def test_a_decision_turns_an_application_down() -> None:
    record = applied()
    no = RecordDecision(
        item=ITEM,
        decision="3.1",
        outcome=NOT_APPROVED,
        text="Afslag.",
        at_once=(TurnDownApplication(application=APPLICATION, reason="Der er ikke penge."),),
    )
    answer = record.when(no, to=MEETING)
    assert [each.event.tag for each in answer.recorded] == ["meeting.decision-recorded", "application.turned-down"]


@pytest.mark.parametrize("person", [SECRETARY, OUTSIDER])
def test_whoever_applied_withdraws_it(person: str) -> None:
    applied().when(Withdraw(reason="Vi gør det selv."), to=APPLICATION, by=person).then(WITHDRAWN)


def test_nobody_else_withdraws_it() -> None:
    applied().when(Withdraw(reason="Vi gør det selv."), to=APPLICATION, by=MEMBER).denied()


def test_an_application_is_accepted_with_what_was_granted() -> None:
    record = applied()
    record.when(Accept(allocation="a1", amount_oere=50_000_000), to=APPLICATION).then(ACCEPTED)
    granted = record.see(APPLICATION)
    assert isinstance(granted, IsAccepted)
    assert (granted.allocation, granted.of.applicant, granted.of.by) == ("a1", KOLDING, SECRETARY)


@pytest.mark.parametrize("end", [ACCEPTED, TURNED_DOWN, WITHDRAWN], ids=lambda event: event.tag)
@pytest.mark.parametrize(
    "command",
    [
        AddEvaluation(evaluation=PLAN),
        attest(NotOperation()),
        TURN_DOWN,
        Withdraw(reason="Vi gør det selv."),
        Accept(allocation="a2", amount_oere=1),
    ],
    ids=lambda command: command.verb,
)
def test_an_application_is_decided_once(end: Event, command: Command) -> None:
    applied(end).when(command, to=APPLICATION).refused("application.decided")

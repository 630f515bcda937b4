"""How an agreement ends: proposed, approved by everyone on the path of the region's agreements, or ended by a law."""

from typing import Any

import msgspec
import pytest

from domain.agreeing import ApproveTermination as ApproveEffect
from domain.agreement import (
    ApproveTermination,
    EndByLaw,
    EndedByLaw,
    ProposeTermination,
    Terminated,
    TerminationApproved,
    TerminationProposed,
)
from domain.claims import DateNotStated, OnDay
from domain.decided import Cited
from domain.effects import ByBody, ByParty
from domain.meeting.decision import RecordDecision
from domain.text import said
from tests.domain.agreed import AIDS, PROPOSED, WHO_TERMINATES, agreement, registered
from tests.domain.world import (
    COORDINATING,
    DECIDED,
    DISCUSSED,
    ELSEWHERE,
    ITEM,
    KOLDING,
    MEETING,
    NOWHERE,
    POLITICAL,
    REGION,
    SECRETARY,
    STRATEGIC,
    WORLD,
    Fact,
    decision,
    discussing,
    on_day,
    reported,
    taken,
)
from tests.given import Record, given

LAST_DAY = "2024-08-01"
FIRST, SECOND = "lillebaelt/meeting/2024-05-07-strategic", "lillebaelt/meeting/2024-05-28-political"
ENDORSED, APPROVED = taken("1", FIRST), taken("1", SECOND)
BOTH: tuple[Fact, ...] = (
    *reported(FIRST, STRATEGIC, on_day("2024-02-07")),
    decision("1", meeting=FIRST, decided_on="2024-02-07"),
    *reported(SECOND, POLITICAL, on_day("2024-02-28")),
    decision("1", meeting=SECOND, decided_on="2024-02-28"),
)
BY_FIRST = TerminationApproved(by_body=STRATEGIC, source=ENDORSED, ceases_on=LAST_DAY)
BY_SECOND = TerminationApproved(by_body=POLITICAL, source=APPROVED, ceases_on=LAST_DAY)
ENDS = Terminated(parties=(KOLDING, REGION), ceases_on=LAST_DAY, replaced_by=said("Serviceloven § 113 b"))
APPROVE_FIRST = ApproveTermination(source=ENDORSED, ceases_on=LAST_DAY)
APPROVE_SECOND = ApproveTermination(source=APPROVED, ceases_on=LAST_DAY, replaced_by="Serviceloven § 113 b")


def proposed(*facts: Fact) -> Record:
    return agreement(WHO_TERMINATES, *BOTH, PROPOSED, *facts)


# --- proposed ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", [ByBody(body=STRATEGIC), ByParty(party=KOLDING)], ids=["a body", "a party"])
def test_a_body_or_a_party_proposes_termination(by: ByBody | ByParty) -> None:
    command = ProposeTermination(proposed_by=by, reason="Loven er ændret.")
    agreement().when(command, to=AIDS, by=SECRETARY).then(
        TerminationProposed(proposed_by=by, reason=said("Loven er ændret."))
    )


@pytest.mark.parametrize(
    ("by", "code"),
    [
        (ByParty(party="dk/party/none"), "id.unknown"),
        (ByBody(body="lillebaelt/body/none"), "id.unknown"),
        (ByBody(body=ELSEWHERE), "scope.other"),
    ],
    ids=["no party", "no body", "another cluster's body"],
)
def test_only_those_on_record_here_propose_termination(by: ByBody | ByParty, code: str) -> None:
    agreement().when(ProposeTermination(proposed_by=by, reason="Nej."), to=AIDS).refused(code)


def test_who_is_no_party_does_not_propose_termination() -> None:
    record = given(*WORLD, registered(parties=(REGION,)))
    command = ProposeTermination(proposed_by=ByParty(party=KOLDING), reason="Nej.")
    record.when(command, to=AIDS).refused("agreement.not-party", party=KOLDING)


# --- approved ---------------------------------------------------------------------------------------------------------


def test_the_agreement_is_terminated_with_the_last_binding_step() -> None:
    record = proposed()
    record.when(APPROVE_FIRST, to=AIDS, by=SECRETARY).then(BY_FIRST)
    record.when(APPROVE_SECOND, to=AIDS, by=SECRETARY).then(BY_SECOND, ENDS)


def test_the_last_body_may_be_entered_first() -> None:
    record = proposed()
    record.when(APPROVE_SECOND, to=AIDS).then(BY_SECOND)
    record.when(APPROVE_FIRST, to=AIDS).then(BY_FIRST, msgspec.structs.replace(ENDS, replaced_by=None))


def test_what_the_last_body_said_before_the_first_does_not_terminate() -> None:
    early = "lillebaelt/meeting/2024-02-01-political"
    record = proposed(
        *reported(early, POLITICAL, on_day("2024-02-01")), decision("1", meeting=early, decided_on="2024-02-01")
    )
    too_early = taken("1", early)
    record.when(ApproveTermination(source=too_early, ceases_on=LAST_DAY), to=AIDS).then(
        TerminationApproved(by_body=POLITICAL, source=too_early, ceases_on=LAST_DAY)
    )
    record.when(APPROVE_FIRST, to=AIDS).then(BY_FIRST)
    record.when(APPROVE_SECOND, to=AIDS).then(BY_SECOND, ENDS)


def test_a_decision_approves_once() -> None:
    proposed((AIDS, BY_FIRST)).when(APPROVE_FIRST, to=AIDS).then()


def test_nothing_is_approved_that_nobody_proposed() -> None:
    agreement(WHO_TERMINATES, *BOTH).when(APPROVE_FIRST, to=AIDS).refused("agreement.not-proposed")


def test_nothing_is_approved_where_nobody_is_on_record_as_deciding() -> None:
    agreement(*BOTH, PROPOSED).when(APPROVE_FIRST, to=AIDS).refused("mandate.none", subject="samarbejdsaftaler")


def test_a_body_without_a_part_in_it_approves_nothing() -> None:
    other = "lillebaelt/meeting/coordinating"
    record = proposed(
        *reported(other, COORDINATING, on_day("2024-02-07")), decision("1", meeting=other, decided_on="2024-02-07")
    )
    command = ApproveTermination(source=taken("1", other), ceases_on=LAST_DAY)
    record.when(command, to=AIDS).refused("mandate.no-step", body=COORDINATING)


def test_talk_approves_nothing() -> None:
    record = proposed(*discussing(), decision(outcome=DISCUSSED))
    command = ApproveTermination(source=taken(), ceases_on=LAST_DAY)
    record.when(command, to=AIDS).refused("decision.not-affirmative")


@pytest.mark.parametrize(
    ("source", "code"),
    [(taken(meeting=NOWHERE), "decision.unknown"), (taken(meeting="aarhus/meeting/m"), "scope.other")],
)
def test_what_approves_was_decided_here(source: Any, code: str) -> None:
    record = proposed(*discussing("aarhus/meeting/m", ELSEWHERE), decision(meeting="aarhus/meeting/m"))
    record.when(ApproveTermination(source=source, ceases_on=LAST_DAY), to=AIDS).refused(code)


def test_an_agreement_does_not_end_before_that_was_decided() -> None:
    command = msgspec.structs.replace(APPROVE_FIRST, ceases_on="2024-02-06")
    proposed().when(command, to=AIDS).refused(
        "agreement.ceases-before-decision", ceases_on="2024-02-06", day="2024-02-07"
    )


def test_the_day_itself_is_early_enough() -> None:
    command = msgspec.structs.replace(APPROVE_FIRST, ceases_on="2024-02-07")
    proposed().when(command, to=AIDS).then(msgspec.structs.replace(BY_FIRST, ceases_on="2024-02-07"))


def test_all_approve_the_same_day() -> None:
    command = msgspec.structs.replace(APPROVE_SECOND, ceases_on="2024-09-01")
    proposed((AIDS, BY_FIRST)).when(command, to=AIDS).refused(
        "agreement.other-day", ceases_on=LAST_DAY, decision=ENDORSED.label
    )


def test_another_day_takes_another_proposal() -> None:
    again = ProposeTermination(proposed_by=ByBody(body=STRATEGIC), reason="En måned senere.")
    record = proposed((AIDS, BY_FIRST))
    record.when(again, to=AIDS).then(msgspec.structs.replace(PROPOSED[1], reason=said("En måned senere.")))
    command = msgspec.structs.replace(APPROVE_SECOND, ceases_on="2024-09-01")
    record.when(command, to=AIDS).then(msgspec.structs.replace(BY_SECOND, ceases_on="2024-09-01"))


def test_a_meeting_approves_as_an_effect_of_its_decision() -> None:
    record = proposed((AIDS, BY_FIRST), *discussing(of=POLITICAL))
    decide = RecordDecision(
        item=ITEM,
        decision="3.1",
        outcome=DECIDED,
        text="Aftalen opsiges.",
        at_once=(ApproveEffect(agreement=AIDS, ceases_on=LAST_DAY, replaced_by="Serviceloven § 113 b"),),
    )
    answer = record.when(decide, to=MEETING)
    assert [each.event.tag for each in answer.recorded] == [
        "meeting.decision-recorded",
        "agreement.termination-approved",
        "agreement.terminated",
    ]
    assert record.opened(answer.recorded[-1].event) == ENDS


# --- ended ------------------------------------------------------------------------------------------------------------

LAW = Cited(who="Folketinget", on=OnDay(day="2024-01-01"), words="Lov om noget andet")
BY_LAW = EndByLaw(ceases_on="2024-07-01", source=LAW)
ENDED_BY_LAW = EndedByLaw(
    ceases_on="2024-07-01",
    source=Cited(who=said("Folketinget"), on=OnDay(day="2024-01-01"), words=said("Lov om noget andet")),
)


def test_a_law_ends_an_agreement() -> None:
    agreement().when(BY_LAW, to=AIDS, by=SECRETARY).then(ENDED_BY_LAW)


def test_a_law_may_end_an_agreement_before_it_was_to_end() -> None:
    agreement((AIDS, ENDS)).when(BY_LAW, to=AIDS).then(ENDED_BY_LAW)


def test_a_law_does_not_end_what_has_ended_by_then() -> None:
    late = msgspec.structs.replace(BY_LAW, ceases_on=LAST_DAY)
    agreement((AIDS, ENDS)).when(late, to=AIDS).refused("agreement.already-ended", ceases_on=LAST_DAY)


def test_the_decision_behind_a_law_is_on_record_or_cited() -> None:
    command = EndByLaw(ceases_on="2024-07-01", source=taken(meeting=NOWHERE))
    agreement().when(command, to=AIDS).refused("decision.unknown")
    unfiled = Cited(who="Folketinget", on=DateNotStated(), words="Lov", document="lillebaelt/document/none")
    agreement().when(EndByLaw(ceases_on="2024-07-01", source=unfiled), to=AIDS).refused("id.unknown")


@pytest.mark.parametrize(
    "command",
    [APPROVE_SECOND, ProposeTermination(proposed_by=ByBody(body=STRATEGIC), reason="Igen.")],
    ids=["approve", "propose"],
)
def test_what_has_an_end_is_not_terminated_again(command: Any) -> None:
    proposed((AIDS, BY_FIRST), (AIDS, BY_SECOND), (AIDS, ENDS)).when(command, to=AIDS).refused(
        "agreement.already-ended", ceases_on=LAST_DAY
    )

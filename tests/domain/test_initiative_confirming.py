"""Order confirmations: what is delivered, by whom, where and when; approved by the chiefs and then by the directors."""

import pytest

from domain.claims import DateNotStated, OnDay
from domain.initiative import (
    ApproveConfirmation,
    ConfirmationApproved,
    ConfirmationReturned,
    ConfirmOrder,
    OrderConfirmed,
    RemarkAnswered,
    ReturnConfirmation,
    Start,
    Started,
)
from domain.initiatives import Phase
from domain.outcomes import PlainOutcome
from domain.text import Text, said
from tests.domain.planned import (
    ACTS,
    CHIEFS,
    CLUSTER,
    CONFIRMING,
    CONTACT,
    DIRECTORS,
    EACH_DECIDED,
    LEADER,
    RECORD,
    TEN,
    approved,
    by,
    confirmed,
    decided,
    listed,
    ordered,
    owned,
    remarked,
    started,
    way,
)
from tests.domain.world import CHAIR, ELSEWHERE, POLITICAL, SECRETARY, TODAY, WORLD
from tests.given import given

IN_SEPTEMBER: OnDay[Text] = OnDay(day="2024-09-01")
OWNED = (*RECORD, ordered(), owned())
CONFIRMED = (*OWNED, confirmed())


def confirm(
    what: Text | None = "Hjemmebesøg",
    by_whom: Text | None = "Kommunen",
    where: Text | None = "I eget hjem",
    when: OnDay[Text] | DateNotStated = IN_SEPTEMBER,
) -> ConfirmOrder:
    return ConfirmOrder(what=what, by_whom=by_whom, where=where, when=when)


def approve(body: str, revision: int = 1, day: str = "2024-02-01") -> ApproveConfirmation:
    return ApproveConfirmation(revision=revision, decision=by(body, day))


# --- confirmed --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("person", [LEADER, CONTACT])
def test_the_owner_confirms_the_order(person: str) -> None:
    given(*OWNED).when(confirm(), to=TEN, by=person).then(
        OrderConfirmed(
            revision=1,
            what=said("Hjemmebesøg"),
            by_whom=said("Kommunen"),
            where=said("I eget hjem"),
            when=OnDay(day="2024-09-01"),
        )
    )


@pytest.mark.parametrize("person", [SECRETARY, CHAIR])
def test_nobody_confirms_for_the_owner(person: str) -> None:
    given(*OWNED).when(confirm(), to=TEN, by=person).denied()


@pytest.mark.parametrize(
    ("command", "field"),
    [
        (confirm(what=None), "hvad"),
        (confirm(by_whom=None), "hvem"),
        (confirm(where=None), "hvor"),
        (confirm(when=DateNotStated()), "hvornår"),
        (ConfirmOrder(), "hvad"),
    ],
    ids=["what", "who", "where", "when", "nothing"],
)
def test_a_confirmation_says_what_who_where_and_when(command: ConfirmOrder, field: str) -> None:
    given(*OWNED).when(command, to=TEN).refused("initiative.delivery-incomplete", field=field)


def test_what_nobody_owns_is_not_confirmed() -> None:
    given(*RECORD, ordered()).when(confirm(), to=TEN).refused("initiative.not-owned")


def test_what_nobody_ordered_is_not_confirmed() -> None:
    given(*RECORD, listed(), owned()).when(confirm(), to=TEN).refused("initiative.not-ordered")


def test_a_second_confirmation_takes_the_place_of_the_first() -> None:
    record = given(*CONFIRMED, approved(CHIEFS))
    answer = record.when(confirm(what="Færre besøg"), to=TEN)
    assert [each.event.revision for each in answer.recorded] == [2]
    answer.record.when(approve(CHIEFS), to=TEN).refused("initiative.revision-stale", revision=1, latest=2)
    # What was approved before must be approved anew.
    answer.record.when(approve(DIRECTORS, 2), to=TEN).refused("initiative.approvals-order", body=CHIEFS)


# --- approved ---------------------------------------------------------------------------------------------------------


def test_the_chiefs_approve_first_and_the_directors_last_which_begins_it() -> None:
    record = (
        given(*CONFIRMED)
        .when(approve(CHIEFS), to=TEN)
        .then(ConfirmationApproved(by_body=CHIEFS, revision=1, decision=by(CHIEFS)))
    )
    record.when(approve(DIRECTORS), to=TEN).then(
        ConfirmationApproved(by_body=DIRECTORS, revision=1, decision=by(DIRECTORS)),
        Started(from_on="2024-02-01", phase=Phase.ONGOING, decision=by(DIRECTORS)),
    )


def test_the_directors_do_not_approve_before_the_chiefs() -> None:
    given(*CONFIRMED).when(approve(DIRECTORS), to=TEN).refused("initiative.approvals-order", body=CHIEFS)


def test_what_is_approved_already_is_not_approved_again() -> None:
    given(*CONFIRMED, approved(CHIEFS)).when(approve(CHIEFS), to=TEN).then()
    given(*CONFIRMED, approved(CHIEFS), approved(DIRECTORS), started()).when(approve(DIRECTORS), to=TEN).then()


def test_what_the_directors_decided_before_the_chiefs_did_approves_nothing() -> None:
    early = decided(DIRECTORS, day="2024-01-15")
    record = given(*CONFIRMED, approved(CHIEFS), *early)
    record.when(approve(DIRECTORS, day="2024-01-15"), to=TEN).refused("initiative.approval-too-early")


def test_whoever_has_no_step_of_the_path_approves_nothing() -> None:
    record = given(*CONFIRMED)
    record.when(approve(POLITICAL), to=TEN).refused("mandate.no-step", body=POLITICAL)
    record.when(approve(ELSEWHERE), to=TEN).refused("mandate.no-step")


def test_nobody_approves_where_nobody_is_on_record_as_approving() -> None:
    record = given(*WORLD, *CLUSTER, *EACH_DECIDED, ACTS, ordered(), owned(), confirmed())
    record.when(approve(CHIEFS), to=TEN).refused("mandate.none")


def test_who_approves_is_data() -> None:
    """Where the political level approves alone, its one decision begins it."""
    alone = way(CONFIRMING, ("godkende", POLITICAL))
    record = given(*WORLD, *CLUSTER, *EACH_DECIDED, alone, ordered(), owned(), confirmed())
    answer = record.when(approve(POLITICAL), to=TEN)
    assert [each.event.tag for each in answer.recorded] == ["initiative.confirmation-approved", "initiative.started"]


def test_whoever_is_told_only_need_not_approve() -> None:
    told = way(CONFIRMING, ("godkende", CHIEFS), ("orientere", DIRECTORS), told="orientere")
    record = given(*WORLD, *CLUSTER, *EACH_DECIDED, told, ordered(), owned(), confirmed())
    record.when(approve(DIRECTORS), to=TEN).then()
    answer = record.when(approve(CHIEFS), to=TEN)
    assert [each.event.tag for each in answer.recorded] == ["initiative.confirmation-approved", "initiative.started"]


def test_a_confirmation_that_was_discussed_is_not_approved() -> None:
    discussed = decided(CHIEFS, PlainOutcome.DISCUSSED, "2024-02-10")
    record = given(*CONFIRMED, *discussed)
    record.when(approve(CHIEFS, day="2024-02-10"), to=TEN).refused("decision.not-affirmative")


def test_no_confirmation_is_approved_before_there_is_one() -> None:
    given(*OWNED).when(approve(CHIEFS), to=TEN).refused("initiative.not-confirmed")


def test_no_confirmation_is_approved_while_a_remark_is_open() -> None:
    """001.14: the political level gets what it ordered."""
    record = given(*CONFIRMED, remarked())
    record.when(approve(CHIEFS), to=TEN).refused("initiative.remark-open", body=POLITICAL)
    answered = (TEN, RemarkAnswered(remark="b1", decision=by(POLITICAL)))
    assert given(*CONFIRMED, remarked(), answered).when(approve(CHIEFS), to=TEN).recorded


def test_a_new_confirmation_of_what_is_at_work_begins_it_no_second_time() -> None:
    record = given(*CONFIRMED, approved(CHIEFS), approved(DIRECTORS), started(), confirmed(2), approved(CHIEFS, 2))
    record.when(approve(DIRECTORS, 2), to=TEN).then(
        ConfirmationApproved(by_body=DIRECTORS, revision=2, decision=by(DIRECTORS))
    )


# --- returned ---------------------------------------------------------------------------------------------------------


def returned(body: str = DIRECTORS, revision: int = 1) -> ReturnConfirmation:
    return ReturnConfirmation(revision=revision, reason="Hvem gør hvad?", decision=by(body))


def test_a_body_on_the_path_sends_a_confirmation_back_and_the_owner_writes_another() -> None:
    record = (
        given(*CONFIRMED, approved(CHIEFS))
        .when(returned(), to=TEN)
        .then(
            ConfirmationReturned(by_body=DIRECTORS, revision=1, reason=said("Hvem gør hvad?"), decision=by(DIRECTORS))
        )
    )
    record.when(approve(DIRECTORS), to=TEN).refused("initiative.was-returned", revision=1)
    record.when(returned(), to=TEN).refused("initiative.was-returned", revision=1)
    anew = record.when(confirm(), to=TEN, by=LEADER).record
    anew.when(approve(DIRECTORS, 2), to=TEN).refused("initiative.approvals-order", body=CHIEFS)


def test_a_no_is_enough_to_send_it_back() -> None:
    said_no = decided(CHIEFS, PlainOutcome.NOT_APPROVED, "2024-02-10")
    back = ReturnConfirmation(revision=1, reason="Nej.", decision=by(CHIEFS, "2024-02-10"))
    assert given(*CONFIRMED, *said_no).when(back, to=TEN).recorded


def test_only_what_waits_to_be_approved_is_sent_back_and_by_those_who_approve() -> None:
    given(*OWNED).when(returned(), to=TEN).refused("initiative.not-confirmed")
    given(*CONFIRMED).when(returned(revision=2), to=TEN).refused("initiative.revision-stale")
    given(*CONFIRMED).when(returned(POLITICAL), to=TEN).refused("mandate.no-step")


# --- begun on an order ------------------------------------------------------------------------------------------------


def test_an_order_is_not_begun_on_before_its_confirmation_is_approved() -> None:
    start = Start(phase=Phase.ONGOING)
    given(*OWNED).when(start, to=TEN).refused("initiative.not-confirmed")
    given(*CONFIRMED, approved(CHIEFS)).when(start, to=TEN).refused("initiative.approvals-order", body=DIRECTORS)
    given(*CONFIRMED, approved(CHIEFS), approved(DIRECTORS)).when(start, to=TEN, by=SECRETARY).then(
        Started(from_on=TODAY, phase=Phase.ONGOING)
    )


def test_a_confirmation_that_was_sent_back_begins_nothing() -> None:
    sent_back = (
        TEN,
        ConfirmationReturned(by_body=CHIEFS, revision=1, reason=said("Nej."), decision=by(CHIEFS)),
    )
    given(*CONFIRMED, sent_back).when(Start(phase=Phase.TRIAL), to=TEN).refused("initiative.not-confirmed")

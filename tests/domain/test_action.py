"""Actions: somebody owes somebody something; each debtor answers once."""

import pytest

from domain.action import Assign, Assigned, Replied, Reply
from domain.effects import ByBody, ByParty, ByPerson, Debtor, DebtorNotStated
from domain.text import said
from tests.domain.world import (
    COORDINATING,
    KOLDING,
    MEMBER,
    PAPER,
    SECRETARY,
    STRATEGIC,
    WORLD,
    Fact,
    decision,
    discussing,
    taken,
)
from tests.given import given

ACTION = "lillebaelt/action/projektbeskrivelser"
OWED: Fact = (
    ACTION,
    Assigned(what=said("Skriv."), owed_by=(ByBody(body=STRATEGIC), DebtorNotStated()), report_to=STRATEGIC),
)


def assign(*owed_by: Debtor) -> Assign:
    return Assign(what="Skriv.", owed_by=owed_by, report_to=STRATEGIC, answer_by="2024-05-01", decision=taken())


def test_a_duty_is_owed_by_parties_bodies_and_persons() -> None:
    owed_by = ByParty(party=KOLDING), ByBody(body=COORDINATING), ByPerson(person=MEMBER)
    given(*WORLD, *discussing(), decision()).when(assign(*owed_by), to=ACTION, by=SECRETARY).then(
        Assigned(what=said("Skriv."), owed_by=owed_by, report_to=STRATEGIC, answer_by="2024-05-01", decision=taken())
    )


def test_a_duty_is_not_lost_where_no_paper_says_who_owes_it() -> None:
    answer = given(*WORLD, *discussing(), decision()).when(assign(DebtorNotStated()), to=ACTION)
    assert [each.event.owed_by for each in answer.recorded] == [(DebtorNotStated(),)]


def test_a_duty_says_who_owes_it_or_that_it_is_not_stated() -> None:
    given(*WORLD, *discussing(), decision()).when(assign(), to=ACTION).refused("action.no-debtor")


def test_a_duty_is_assigned_once() -> None:
    given(*WORLD, *discussing(), decision(), OWED).when(assign(DebtorNotStated()), to=ACTION).refused("action.exists")


@pytest.mark.parametrize(
    "debtor",
    [
        ByParty(party="dk/party/none"),
        ByBody(body="lillebaelt/body/none"),
        ByPerson(person="dk/person/none"),
    ],
    ids=lambda debtor: type(debtor).__name__,
)
def test_a_debtor_is_known(debtor: Debtor) -> None:
    given(*WORLD, *discussing(), decision()).when(assign(debtor), to=ACTION).refused("id.unknown")


def test_a_debtor_replies() -> None:
    reply = Reply(debtor=ByBody(body=STRATEGIC), text="Beskrevet.", document=PAPER)
    given(*WORLD, OWED).when(reply, to=ACTION, by=SECRETARY).then(
        Replied(debtor=ByBody(body=STRATEGIC), text=said("Beskrevet."), document=PAPER)
    )


def test_whoever_owes_nothing_does_not_reply() -> None:
    given(*WORLD, OWED).when(Reply(debtor=ByParty(party=KOLDING), text="Her."), to=ACTION).refused("action.not-owed")


def test_each_debtor_replies_once_and_the_others_still_owe() -> None:
    replied = ACTION, Replied(debtor=ByBody(body=STRATEGIC), text=said("Beskrevet."))
    record = given(*WORLD, OWED, replied)
    record.when(Reply(debtor=ByBody(body=STRATEGIC), text="Igen."), to=ACTION).refused("action.already-replied")
    record.when(Reply(debtor=DebtorNotStated(), text="Også her."), to=ACTION).then(
        Replied(debtor=DebtorNotStated(), text=said("Også her."))
    )


def test_a_reply_cites_a_paper_on_file() -> None:
    reply = Reply(debtor=ByBody(body=STRATEGIC), text="Her.", document="lillebaelt/document/none")
    given(*WORLD, OWED).when(reply, to=ACTION).refused("id.unknown")

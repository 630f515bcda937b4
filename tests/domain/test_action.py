"""Actions: somebody owes somebody something; each debtor answers once."""

import msgspec
import pytest

from domain.action import Assign, Assigned, Cancel, Cancelled, FallDue, FellDue, Replied, Reply
from domain.claims import DateNotStated, DateSaid, From, Span, Within
from domain.cluster import ClusterForm, ContactNamed, Established, PartyJoined
from domain.due import Due, due
from domain.effects import Assign as AssignEffect
from domain.effects import ByBody, ByOutside, ByParty, ByPerson, CancelAction, Debtor, DebtorNotStated
from domain.kernel import Command
from domain.meeting.decision import RecordDecision
from domain.text import Kept, Text, said
from tests.domain.waiting import YESTERDAY
from tests.domain.world import (
    CHAIR,
    COORDINATING,
    DECIDED,
    ITEM,
    KOLDING,
    MEETING,
    MEMBER,
    OUTSIDER,
    PAPER,
    REGION,
    SECRETARY,
    STRATEGIC,
    TODAY,
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
    owed_by = (
        ByParty(party=KOLDING),
        ByBody(body=COORDINATING),
        ByPerson(person=MEMBER),
        ByOutside(organisation="Alliancen"),
    )
    given(*WORLD, *discussing(), decision()).when(assign(*owed_by), to=ACTION, by=SECRETARY).then(
        Assigned(what=said("Skriv."), owed_by=owed_by, report_to=STRATEGIC, answer_by="2024-05-01", decision=taken())
    )


MIDDLE_OF_JUNE = Within(earliest="2024-06-11", latest="2024-06-20", span=Span.MIDDLE, words="medio juni")


def test_a_duty_may_have_a_deadline_as_imprecise_as_it_was_said() -> None:
    """001.13: »medio juni«. The last day that it can mean is in time."""
    expected = Within[Kept](earliest="2024-06-11", latest="2024-06-20", span=Span.MIDDLE, words=said("medio juni"))
    asked = Assign(
        what="Meld tilbage.", owed_by=(ByParty(party=KOLDING),), report_to=STRATEGIC, expected=MIDDLE_OF_JUNE
    )
    record = (
        given(*WORLD)
        .when(asked, to=ACTION)
        .then(
            Assigned(
                what=said("Meld tilbage."), owed_by=(ByParty(party=KOLDING),), report_to=STRATEGIC, expected=expected
            )
        )
    )
    assert list(due(record, "2024-06-20")) == []
    assert list(due(record, "2024-06-21")) == [Due(ACTION, FallDue(), "2024-06-20")]


@pytest.mark.parametrize("expected", [From(earliest="2024-06-01", words="fra juni"), DateNotStated()])
def test_nobody_is_late_for_what_was_said_without_an_end(expected: DateSaid[Text]) -> None:
    asked = Assign(what="Meld tilbage.", owed_by=(ByParty(party=KOLDING),), report_to=STRATEGIC, expected=expected)
    record = given(*WORLD)
    record.give(SECRETARY, ACTION, asked)
    assert list(due(record, "2030-01-01")) == []


def test_what_is_given_by_a_decision_is_expected_as_the_decision_says() -> None:
    effect = AssignEffect[Text](
        action=ACTION, what="Skriv.", owed_by=(ByParty(party=KOLDING),), report_to=STRATEGIC, expected=MIDDLE_OF_JUNE
    )
    command = RecordDecision(item=ITEM, decision="3.1", outcome=DECIDED, text="Skriv.", at_once=(effect,))
    record = given(*WORLD, *discussing())
    record.give(SECRETARY, MEETING, command)
    assert record.see(ACTION).answer_by == "2024-06-20"


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


def test_a_decision_assigns_a_duty_and_a_later_one_lets_it_go() -> None:
    effect = AssignEffect(action=ACTION, what="Skriv.", owed_by=(ByParty(party=KOLDING),), report_to=STRATEGIC)
    record = given(*WORLD, *discussing())
    record.when(recorded("3.1", effect), to=MEETING)
    answer = record.when(recorded("3.2", CancelAction(action=ACTION, reason="Det er klaret.")), to=MEETING)
    assert [(each.stream, record.opened(each.event)) for each in answer.recorded[1:]] == [
        (ACTION, Cancelled(reason=said("Det er klaret."), decision=taken("3.2")))
    ]


def recorded(number: str, effect: AssignEffect[str] | CancelAction[str]) -> RecordDecision:
    return RecordDecision(item=ITEM, decision=number, outcome=DECIDED, text="Besluttet.", at_once=(effect,))


# --- who replies ------------------------------------------------------------------------------------------------------

OWED_BY_ALL: Fact = (
    ACTION,
    Assigned(
        what=said("Skriv."),
        owed_by=(ByParty(party=KOLDING), ByParty(party=REGION), ByPerson(person=MEMBER)),
        report_to=STRATEGIC,
    ),
)
CLUSTER = "lillebaelt/cluster/lillebaelt"
CONTACT: tuple[Fact, ...] = (
    (CLUSTER, Established(name=said("Lillebælt"), form=ClusterForm.CLUSTER, region=REGION)),
    (CLUSTER, PartyJoined(party=KOLDING)),
    (CLUSTER, ContactNamed(party=KOLDING, person=OUTSIDER)),
)


def test_the_contact_of_a_party_replies_for_it_and_for_nobody_else() -> None:
    record = given(*WORLD, *CONTACT, OWED_BY_ALL)
    record.when(Reply(debtor=ByParty(party=REGION), text="Her."), to=ACTION, by=OUTSIDER).denied()
    record.when(Reply(debtor=ByParty(party=KOLDING), text="Her."), to=ACTION, by=OUTSIDER).then(
        Replied(debtor=ByParty(party=KOLDING), text=said("Her."))
    )


def test_a_person_replies_for_themselves() -> None:
    record = given(*WORLD, OWED_BY_ALL)
    record.when(Reply(debtor=ByPerson(person=MEMBER), text="Her."), to=ACTION, by=CHAIR).denied()
    record.when(Reply(debtor=ByPerson(person=MEMBER), text="Her."), to=ACTION, by=MEMBER).then(
        Replied(debtor=ByPerson(person=MEMBER), text=said("Her."))
    )


# --- done, dropped ----------------------------------------------------------------------------------------------------

ALL_REPLIED = tuple((ACTION, Replied(debtor=debtor, text=said("Her."))) for debtor in OWED[1].owed_by)  # type: ignore[attr-defined]


def test_a_duty_is_done_when_everybody_has_replied() -> None:
    record = given(*WORLD, OWED, *ALL_REPLIED)
    record.when(Cancel(reason="Nej."), to=ACTION).refused("action.done")
    record.when(Reply(debtor=DebtorNotStated(), text="Igen."), to=ACTION).refused("action.already-replied")
    record.when(FallDue(), to=ACTION).refused("action.already-replied")


def test_a_secretary_lets_a_duty_go() -> None:
    given(*WORLD, OWED).when(Cancel(reason="Det er klaret."), to=ACTION, by=SECRETARY).then(
        Cancelled(reason=said("Det er klaret."))
    )


@pytest.mark.parametrize(
    "command",
    [Reply(debtor=DebtorNotStated(), text="Her."), FallDue(), Cancel(reason="Igen.")],
    ids=lambda command: command.verb,
)
def test_what_was_let_go_is_owed_no_longer(command: Command) -> None:
    dropped = ACTION, Cancelled(reason=said("Det er klaret."))
    given(*WORLD, OWED, dropped).when(command, to=ACTION).refused("action.dropped")


# --- the deadline -----------------------------------------------------------------------------------------------------


def owed_by_day(day: str | None) -> Fact:
    _, event = OWED
    return ACTION, msgspec.structs.replace(event, answer_by=day)


def test_when_the_day_is_over_the_clock_says_who_has_yet_to_reply() -> None:
    replied = ACTION, Replied(debtor=ByBody(body=STRATEGIC), text=said("Beskrevet."))
    record = given(*WORLD, owed_by_day(YESTERDAY), replied)
    assert list(due(record, TODAY)) == [Due(ACTION, FallDue(), YESTERDAY)]
    record.when(FallDue(), to=ACTION).then(FellDue(debtor=DebtorNotStated(), answer_by=YESTERDAY))
    assert list(due(record, TODAY)) == []
    record.when(FallDue(), to=ACTION).then()


def test_nobody_is_late_before_the_day_is_over() -> None:
    given(*WORLD, owed_by_day(TODAY)).when(FallDue(), to=ACTION).refused("action.not-yet", answer_by=TODAY)
    given(*WORLD, owed_by_day(None)).when(FallDue(), to=ACTION).refused("action.no-deadline")
    assert list(due(given(*WORLD, owed_by_day(TODAY)), TODAY)) == []


def test_who_is_late_may_still_reply() -> None:
    late = ACTION, FellDue(debtor=DebtorNotStated(), answer_by=YESTERDAY)
    given(*WORLD, owed_by_day(YESTERDAY), late).when(Reply(debtor=DebtorNotStated(), text="Nu."), to=ACTION).then(
        Replied(debtor=DebtorNotStated(), text=said("Nu."))
    )

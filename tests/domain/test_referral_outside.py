"""Referrals over the edge of the cluster: questions to parties and outside organisations, and questions that come in."""

import msgspec
import pytest

from domain.claims import OnDay
from domain.effects import Refer
from domain.kernel import Command
from domain.meeting.decision import DecisionRecorded, RecordDecision
from domain.outcomes import Plain, PlainOutcome
from domain.referral import Answer, Answered, Decline, Declined, Place, Placed, Receive, Received, Send, Sent
from domain.text import said
from domain.way import Way
from tests.domain.world import (
    ELSEWHERE,
    ITEM,
    KOLDING,
    MEETING,
    PAPER,
    POLITICAL,
    QUESTION,
    SECRETARY,
    STRATEGIC,
    TODAY,
    WORLD,
    Fact,
    called,
    decision,
    discussing,
    taken,
)
from tests.given import given

OUT: Fact = (
    QUESTION,
    Sent(
        from_body=STRATEGIC,
        to_outside=said("Alliancen"),
        question=said("Kan nogle være med?"),
        direction=Way.OUT,
    ),
)
CAME_IN: Fact = (
    QUESTION,
    Received(from_outside=said("Alliancen"), to_body=STRATEGIC, question=said("Vil I være med?"), document=PAPER),
)


# --- out --------------------------------------------------------------------------------------------------------------


def test_a_question_goes_out_to_an_organisation_that_is_not_registered() -> None:
    send = Send(from_body=STRATEGIC, to_outside="Alliancen", question="Kan nogle være med?", direction=Way.OUT)
    given(*WORLD).when(send, to=QUESTION, by=SECRETARY).then(OUT)


def test_a_question_goes_to_a_party() -> None:
    send = Send(from_body=STRATEGIC, to_party=KOLDING, question="Vil I være med?", answer_by="2024-05-01")
    given(*WORLD).when(send, to=QUESTION, by=SECRETARY).then(
        Sent(from_body=STRATEGIC, to_party=KOLDING, question=said("Vil I være med?"), answer_by="2024-05-01")
    )


def test_a_decision_asks_an_outside_organisation_because_of_a_question_that_came_in() -> None:
    out = "lillebaelt/referral/ud"
    refer = Refer(
        referral=out,
        to_outside="Alliancen",
        question="Kan nogle være med?",
        direction=Way.OUT,
        answer_by="2024-05-01",
        in_reply_to=QUESTION,
    )
    outcome = Plain(outcome=PlainOutcome.DECIDED)
    command = RecordDecision(item=ITEM, decision="3.1", outcome=outcome, text="Spørg.", at_once=(refer,))
    given(*WORLD, *discussing(), CAME_IN).when(command, to=MEETING).then(
        DecisionRecorded(
            item=ITEM,
            number="3",
            decision="3.1",
            outcome=outcome,
            text=said("Spørg."),
            at_once=(
                Refer(
                    referral=out,
                    to_outside=said("Alliancen"),
                    question=said("Kan nogle være med?"),
                    direction=Way.OUT,
                    answer_by="2024-05-01",
                    in_reply_to=QUESTION,
                ),
            ),
            decided_on=TODAY,
        ),
        (
            out,
            Sent(
                from_body=STRATEGIC,
                to_outside=said("Alliancen"),
                question=said("Kan nogle være med?"),
                direction=Way.OUT,
                answer_by="2024-05-01",
                arises_from=taken(),
                in_reply_to=QUESTION,
            ),
        ),
    )


@pytest.mark.parametrize(
    "others",
    [{}, {"to_body": POLITICAL, "to_party": KOLDING}, {"to_party": KOLDING, "to_outside": "Alliancen"}],
    ids=["none", "two", "two others"],
)
def test_a_question_has_one_addressee(others: dict[str, str]) -> None:
    send = Send(from_body=STRATEGIC, question="Hvem?", **others)  # type: ignore[arg-type]
    given(*WORLD).when(send, to=QUESTION).refused("referral.one-other-end")


def test_a_party_that_is_asked_is_registered() -> None:
    send = Send(from_body=STRATEGIC, to_party="dk/party/none", question="Hvem?")
    given(*WORLD).when(send, to=QUESTION).refused("id.unknown", id="dk/party/none")


def test_nothing_is_sent_in() -> None:
    send = Send(from_body=STRATEGIC, to_body=POLITICAL, question="Hvad?", direction=Way.IN)
    given(*WORLD).when(send, to=QUESTION).refused("referral.comes-in")


# --- answered from outside --------------------------------------------------------------------------------------------


def test_an_answer_from_outside_is_recorded_with_its_paper() -> None:
    answer = Answer(text="Ja, det kan de.", document=PAPER, when=OnDay(day="2024-02-20"))
    given(*WORLD, OUT).when(answer, to=QUESTION, by=SECRETARY).then(
        Answered(text=said("Ja, det kan de."), document=PAPER, when=OnDay(day="2024-02-20"))
    )


def test_a_refusal_from_outside_is_recorded_with_its_paper() -> None:
    given(*WORLD, OUT).when(Decline(reason="Vi nåede det ikke.", document=PAPER), to=QUESTION, by=SECRETARY).then(
        Declined(reason=said("Vi nåede det ikke."), document=PAPER)
    )


@pytest.mark.parametrize(
    "command",
    [
        Answer(text="Ja."),
        Answer(text="Ja.", decision=taken(), document=PAPER),
        Decline(reason="Nej."),
        Place(meeting=MEETING, item=ITEM),
    ],
    ids=["without a paper", "by a decision of ours", "declined without a paper", "at a meeting of ours"],
)
def test_whoever_is_no_body_of_ours_answers_by_a_paper(command: Command) -> None:
    given(*WORLD, *discussing(), decision(), OUT).when(command, to=QUESTION).refused("referral.needs-paper")


# --- received ---------------------------------------------------------------------------------------------------------

RECEIVE = Receive(from_outside="Alliancen", to_body=STRATEGIC, question="Vil I være med?", document=PAPER)


def test_a_question_comes_in_from_an_organisation_outside() -> None:
    receive = msgspec.structs.replace(RECEIVE, answer_by="2024-10-01")
    given(*WORLD).when(receive, to=QUESTION, by=SECRETARY).then(
        Received(
            from_outside=said("Alliancen"),
            to_body=STRATEGIC,
            question=said("Vil I være med?"),
            answer_by="2024-10-01",
            document=PAPER,
        )
    )


@pytest.mark.parametrize(
    "sender", [{"from_party": KOLDING}, {"from_body": ELSEWHERE}], ids=["a party", "another cluster's body"]
)
def test_a_question_comes_in_from_a_party_or_a_body_elsewhere(sender: dict[str, str]) -> None:
    receive = Receive(to_body=STRATEGIC, question="Hvad gør I?", **sender)  # type: ignore[arg-type]
    given(*WORLD).when(receive, to=QUESTION, by=SECRETARY).then(
        Received(to_body=STRATEGIC, question=said("Hvad gør I?"), **sender)  # type: ignore[arg-type]
    )


def test_a_question_that_comes_in_has_one_sender() -> None:
    given(*WORLD).when(Receive(to_body=STRATEGIC, question="Hvem?"), to=QUESTION).refused("referral.one-other-end")
    both = msgspec.structs.replace(RECEIVE, from_party=KOLDING)
    given(*WORLD).when(both, to=QUESTION).refused("referral.one-other-end")


def test_a_body_does_not_write_to_itself_from_outside() -> None:
    receive = Receive(to_body=STRATEGIC, question="Hvad?", from_body=STRATEGIC)
    given(*WORLD).when(receive, to=QUESTION).refused("referral.promised-to-self", body=STRATEGIC)


def test_a_question_comes_in_once() -> None:
    given(*WORLD, CAME_IN).when(RECEIVE, to=QUESTION).refused("referral.exists")


def test_what_came_in_is_registered_for_a_body_of_ours() -> None:
    receive = msgspec.structs.replace(RECEIVE, to_body=ELSEWHERE)
    given(*WORLD).when(receive, to=QUESTION).refused("scope.other")


def test_what_came_in_is_put_on_the_agenda_and_answered_by_the_body_it_is_for() -> None:
    record = given(*WORLD, *discussing(), decision(), CAME_IN)
    record.when(Place(meeting=MEETING, item=ITEM), to=QUESTION).then(Placed(meeting=MEETING, item=ITEM))
    record.when(Answer(text="Nogle af os.", decision=taken()), to=QUESTION).then(
        Answered(text=said("Nogle af os."), decision=taken())
    )


def test_what_came_in_for_one_body_is_no_item_of_another() -> None:
    meeting = "lillebaelt/meeting/political"
    record = given(*WORLD, *called(meeting, POLITICAL), CAME_IN)
    record.when(Place(meeting=meeting, item=ITEM), to=QUESTION).refused("referral.other-body", body=STRATEGIC)

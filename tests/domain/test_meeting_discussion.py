"""The discussion: questions raised at the item on the floor, each ended once; what was said, and by whom."""

from typing import Any

import msgspec
import pytest

from domain.kernel import Command
from domain.meeting.agenda import Asks, RecommendationAdded
from domain.meeting.attendance import SeatTaken
from domain.meeting.call import MeetingAdjourned
from domain.meeting.discussion import (
    QUESTIONS_MAX,
    ConcludeQuestion,
    PointRecorded,
    QuestionConcluded,
    QuestionRaised,
    QuestionWithdrawn,
    RaiseQuestion,
    RecordPoint,
    WithdrawQuestion,
)
from domain.points import (
    Conclusion,
    Matter,
    OfBody,
    OfGroup,
    OfParty,
    OfSeat,
    OnInitiative,
    OnItem,
    OnProposals,
    OnQuestion,
    OnRecommendation,
    Outside,
    Point,
    Position,
    Remark,
    Sort,
    Stance,
)
from domain.text import TextAt, said
from tests.domain.world import (
    CHAIR,
    ITEM,
    KOLDING,
    MEETING,
    MEMBER,
    OUTSIDER,
    PROJECT,
    REGION,
    SECRETARY,
    STRATEGIC,
    THEME,
    WORLD,
    Fact,
    discussing,
    on_day,
    opened,
    project,
    proposal,
    reported,
)
from tests.given import given

RAISE = RaiseQuestion(item=ITEM, question="q1", text="Hvad koster det?")
RAISED: Fact = (MEETING, QuestionRaised(item=ITEM, number="3", question="q1", text=said("Hvad koster det?")))


def asked_by(person: str) -> Fact:
    return MEETING, msgspec.structs.replace(RAISED[1], asked_by=person)


WITHDRAW = WithdrawQuestion(item=ITEM, question="q1")


def conclude(question: str = "q1", text: str | None = "Budgettet laves senere.") -> ConcludeQuestion:
    return ConcludeQuestion(item=ITEM, question=question, conclusion=Conclusion.LEFT_OPEN, text=text)


CONCLUDED: Fact = (
    MEETING,
    QuestionConcluded(
        item=ITEM,
        number="3",
        question="q1",
        question_text=said("Hvad koster det?"),
        conclusion=Conclusion.LEFT_OPEN,
        text=said("Budgettet laves senere."),
    ),
)


# --- questions --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", [SECRETARY, MEMBER])
def test_a_question_is_raised_at_the_item_on_the_floor(by: str) -> None:
    given(*WORLD, *discussing()).when(RAISE, to=MEETING, by=by).then(asked_by(by)[1])


def test_whoever_holds_no_seat_raises_no_question() -> None:
    given(*WORLD, *discussing()).when(RAISE, to=MEETING, by=OUTSIDER).denied()


def test_a_member_who_attends_raises_a_question_on_their_vote() -> None:
    attends = MEETING, SeatTaken(seat="kolding", person=MEMBER)
    (recorded,) = given(*WORLD, *discussing(), attends).when(RAISE, to=MEETING, by=MEMBER).recorded
    assert (recorded.by.rule, recorded.by.seat) == ("member-present", "lillebaelt/membership/strategic#kolding")


def test_a_question_has_a_name_of_its_own() -> None:
    given(*WORLD, *discussing(), RAISED).when(RAISE, to=MEETING).refused("meeting.numbered", number="q1")


def test_an_item_has_so_many_questions_and_no_more() -> None:
    many = ((MEETING, msgspec.structs.replace(RAISED[1], question=f"m{n}")) for n in range(QUESTIONS_MAX))
    given(*WORLD, *discussing(), *many).when(RAISE, to=MEETING).refused("meeting.questions-full", count=QUESTIONS_MAX)


def test_a_question_ends_and_points_to_where_it_was_raised() -> None:
    record = given(*WORLD, *discussing(), RAISED)
    answer = record.when(conclude(), to=MEETING, by=SECRETARY)
    answer.then(CONCLUDED[1])
    # The words of the question lie in one block, so that redacting them reaches its end too.
    assert answer.recorded[0].event.question_text == TextAt(MEETING, record.versions[MEETING] - 1, "/text")


def test_no_joint_conclusion_is_an_end_without_words() -> None:
    end = ConcludeQuestion(item=ITEM, question="q1", conclusion=Conclusion.NO_JOINT_CONCLUSION)
    given(*WORLD, *discussing(), RAISED).when(end, to=MEETING).then(
        QuestionConcluded(
            item=ITEM,
            number="3",
            question="q1",
            question_text=said("Hvad koster det?"),
            conclusion=Conclusion.NO_JOINT_CONCLUSION,
        )
    )


def test_a_question_that_nobody_raised_does_not_end() -> None:
    given(*WORLD, *discussing(), RAISED).when(conclude("q2"), to=MEETING).refused(
        "meeting.question-unknown", question="q2"
    )


def test_a_question_ends_once() -> None:
    given(*WORLD, *discussing(), RAISED, CONCLUDED).when(conclude(), to=MEETING).refused(
        "meeting.question-ended", question="q1"
    )


def test_whoever_asked_withdraws_the_question() -> None:
    record = given(*WORLD, *discussing(), asked_by(MEMBER))
    answer = record.when(WITHDRAW, to=MEETING, by=MEMBER)
    answer.then(QuestionWithdrawn(item=ITEM, number="3", question="q1", question_text=said("Hvad koster det?")))
    assert answer.recorded[0].event.question_text == TextAt(MEETING, record.versions[MEETING] - 1, "/text")
    record.when(conclude(), to=MEETING).refused("meeting.question-ended", question="q1")


@pytest.mark.parametrize("by", [SECRETARY, CHAIR, OUTSIDER])
def test_nobody_withdraws_the_question_of_another(by: str) -> None:
    given(*WORLD, *discussing(), asked_by(MEMBER)).when(WITHDRAW, to=MEETING, by=by).denied()


def test_a_question_that_has_ended_is_not_withdrawn() -> None:
    record = given(*WORLD, *discussing(), asked_by(MEMBER), CONCLUDED)
    record.when(WITHDRAW, to=MEETING).refused("meeting.question-ended", question="q1")


def test_a_question_that_nobody_raised_is_not_withdrawn() -> None:
    given(*WORLD, *discussing()).when(WITHDRAW, to=MEETING).refused("meeting.question-unknown", question="q1")


# --- points -----------------------------------------------------------------------------------------------------------


RECOMMENDED: Fact = (
    MEETING,
    RecommendationAdded(
        item=ITEM, number="3", recommendation="1", asks=Asks.DISCUSS, text=said("Drøft."), to_body=STRATEGIC
    ),
)


@pytest.mark.parametrize(
    ("point", "kept", "matter"),
    [
        (
            Position(who=OfParty(party=KOLDING), stance=Stance.SUPPORTS, text="Projektet."),
            Position(who=OfParty(party=KOLDING), stance=Stance.SUPPORTS, text=said("Projektet.")),
            OnInitiative(initiative=PROJECT),
        ),
        (
            Remark(
                sort=Sort.CALL,
                who=OfBody(body=STRATEGIC),
                to=OfGroup(name="kommunerne", parties=(KOLDING,)),
                text="Tag almen praksis med.",
            ),
            Remark(
                sort=Sort.CALL,
                who=OfBody(body=STRATEGIC),
                to=OfGroup(name=said("kommunerne"), parties=(KOLDING,)),
                text=said("Tag almen praksis med."),
            ),
            OnProposals(proposals=(THEME,)),
        ),
        (
            Remark(sort=Sort.INFORMATION, text="Medformanden bød velkommen."),
            Remark(sort=Sort.INFORMATION, text=said("Medformanden bød velkommen.")),
            OnQuestion(question="q1"),
        ),
        (
            Position(who=OfSeat(seat="kolding"), stance=Stance.OPPOSES, text="For dyrt."),
            Position(who=OfSeat(seat="kolding"), stance=Stance.OPPOSES, text=said("For dyrt.")),
            OnRecommendation(recommendation="1"),
        ),
        (
            Remark(sort=Sort.WISH, who=Outside(organisation="Alliancen"), text="Svar inden den 1. oktober."),
            Remark(
                sort=Sort.WISH, who=Outside(organisation=said("Alliancen")), text=said("Svar inden den 1. oktober.")
            ),
            OnItem(),
        ),
    ],
    ids=["a position", "a call", "information from nobody stated", "from a seat", "from outside"],
)
def test_what_was_said_stands_with_who_said_it_and_about_what(point: Any, kept: Any, matter: Matter) -> None:
    record = given(*WORLD, project(), proposal(), *discussing(), RAISED, RECOMMENDED)
    record.when(RecordPoint(item=ITEM, point=point, matter=matter), to=MEETING, by=SECRETARY).then(
        PointRecorded(item=ITEM, number="3", matter=matter, point=kept)
    )


FROM_KOLDING, TO_REGION = OfParty(party=KOLDING), OfParty(party=REGION)


def remark(who: Any = FROM_KOLDING, to: Any = TO_REGION) -> Point[str]:
    return Remark(sort=Sort.WISH, who=who, to=to, text="Mere tid.")


@pytest.mark.parametrize(
    ("point", "matter"),
    [
        (remark(who=OfParty(party="dk/party/none")), OnItem()),
        (remark(to=OfParty(party="dk/party/none")), OnItem()),
        (remark(who=OfBody(body="lillebaelt/body/none")), OnItem()),
        (remark(who=OfGroup(name="kommunerne", parties=("dk/party/none",))), OnItem()),
        (remark(), OnProposals(proposals=("lillebaelt/proposal/none",))),
        (remark(), OnInitiative(initiative="lillebaelt/initiative/none")),
    ],
    ids=["who", "to whom", "a body", "of a group", "about a proposal", "about an initiative"],
)
def test_whoever_speaks_and_what_it_is_about_is_known(point: Point[str], matter: Matter) -> None:
    given(*WORLD, *discussing()).when(RecordPoint(item=ITEM, point=point, matter=matter), to=MEETING).refused(
        "id.unknown"
    )


def test_a_point_is_about_a_question_that_was_raised() -> None:
    command = RecordPoint(item=ITEM, point=remark(), matter=OnQuestion(question="q2"))
    given(*WORLD, *discussing(), RAISED).when(command, to=MEETING).refused("meeting.question-unknown", question="q2")


def test_a_seat_that_speaks_is_one_of_the_body() -> None:
    command = RecordPoint(item=ITEM, point=remark(who=OfSeat(seat="none")))
    given(*WORLD, *discussing()).when(command, to=MEETING).refused("meeting.seat-unknown", seat="none")


def test_a_point_is_about_a_recommendation_of_the_item() -> None:
    command = RecordPoint(item=ITEM, point=remark(), matter=OnRecommendation(recommendation="7"))
    given(*WORLD, *discussing()).when(command, to=MEETING).refused("meeting.recommendation-unknown", recommendation="7")


EVERY = [RAISE, conclude(), WITHDRAW, RecordPoint(item=ITEM, point=remark())]


@pytest.mark.parametrize("command", EVERY, ids=lambda command: command.verb)
def test_nothing_is_said_at_an_item_that_is_not_on_the_floor(command: Command) -> None:
    given(*WORLD, *opened()).when(command, to=MEETING).refused("meeting.nothing-discussed", item=ITEM)


@pytest.mark.parametrize("command", EVERY, ids=lambda command: command.verb)
def test_nothing_is_said_after_the_meeting(command: Command) -> None:
    given(*WORLD, *opened(), (MEETING, MeetingAdjourned())).when(command, to=MEETING).refused(
        "meeting.already-adjourned"
    )


def test_a_member_writes_nothing_down() -> None:
    given(*WORLD, *discussing()).when(RecordPoint(item=ITEM, point=remark()), to=MEETING, by=MEMBER).denied()


def test_what_a_paper_tells_was_said_is_entered_with_the_meeting_that_it_tells_of() -> None:
    record = given(*WORLD, *reported(MEETING, STRATEGIC, on_day("2023-06-07")))
    point = Position[Any](who=OfParty(party=KOLDING), stance=Stance.WISHES, text="At være med.")
    kept = Position[Any](who=OfParty(party=KOLDING), stance=Stance.WISHES, text=said("At være med."))
    record.when(RecordPoint(item=ITEM, point=point), to=MEETING, by=SECRETARY).then(
        PointRecorded(item=ITEM, number="3", matter=OnItem(), point=kept)
    )
    record.when(RAISE, to=MEETING, by=SECRETARY).then(asked_by(SECRETARY)[1])
    record.when(RecordPoint(item="none", point=point), to=MEETING).refused("meeting.item-unknown", item="none")

"""The evening of 9 April 2024 in the domain alone: every step is accepted, and leads to what the worked case says.

Tags and rows are written from the table of the worked case (domain-model §4.1), not from what the code gave.
"""

from datetime import datetime
from typing import Any

import pytest

from domain.condition import Resolved
from domain.decided import Taken
from domain.fund import Announced
from domain.initiative import Adapted
from domain.kernel import Event
from domain.meeting.discussion import PointRecorded, QuestionConcluded
from domain.meeting.state import Standing
from domain.outcomes import Strength
from domain.points import Conclusion, NotStated, OfBody, OfGroup, OfParty, Position, Remark, Sort, Speaker, Stance
from domain.proposal import Fate, Recommended
from domain.referral import Closed as Answered
from domain.seating import is_held
from domain.text import TextAt, said
from stories.lillebaelt_2024_04_09 import STORY
from stories.story import Step
from tests.given import Record, opened
from tests.stories.playing import AT_THE_END, MEETING, as_of, before_decision, play, recording

C1, C2 = "lillebaelt/condition/c1", "lillebaelt/condition/c2"

RECORDED, POINT = "meeting.decision-recorded", "meeting.point-recorded"
RAISED, CONCLUDED = "meeting.question-raised", "meeting.question-concluded"
TAKEN_UP, SETTLED = "meeting.item-taken-up", "meeting.item-settled"
ITEM, RECOMMENDATION, ATTACHMENT = "meeting.item-added", "meeting.recommendation-added", "meeting.attachment-added"

PAPERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("a4, filed first since the others cite it", ("document.filed",)),
    ("a1", ("mandate.path-set",)),
    ("a2, with the item that the decision needs", ("meeting.registered-afterwards", ITEM, RECORDED)),
    ("a6, opened before the initiative it pays for", ("fund.opened",)),
    ("a3", ("initiative.listed", "initiative.prolonged", "initiative.evaluation-expected")),
    ("a4", 6 * ("document.statement-quoted",)),
    ("a5", 2 * ("document.statement-doubted",)),
    ("a6, a7", ("fund.earmark-announced", "condition.opened")),
    ("a8", 4 * ("proposal.received",)),
    ("a9", ("referral.sent",)),
    ("m1, called", ("meeting.called",)),
    ("m1, item 1", (ITEM,)),
    ("m1, item 2", (ITEM, *2 * (RECOMMENDATION,), *2 * (ATTACHMENT,))),
    ("m1, item 3", (ITEM, "referral.placed", *2 * (RECOMMENDATION,), *2 * (ATTACHMENT,))),
)
EVENING: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("m1", ("meeting.opened",)),
    ("item 1 begins", (TAKEN_UP,)),
    ("m2", (POINT, POINT, SETTLED)),
    ("m3", ("person.death-recorded", "membership.seat-vacated")),
    ("item 2 begins", (TAKEN_UP,)),
    ("m4", 11 * (POINT,)),
    ("m5", ("initiative.evaluated",)),
    ("m6", (RAISED, CONCLUDED)),
    ("m7", (RAISED, CONCLUDED)),
    ("m8", 3 * (RAISED, CONCLUDED)),
    ("m9", (RECORDED, "initiative.adapted")),
    ("m10", (RECORDED, "referral.sent")),
    ("m11", ("action.assigned",)),
    ("item 2 ends", (SETTLED,)),
    ("item 3 begins", (TAKEN_UP,)),
    ("m12", 3 * (POINT,)),
    ("m13", (RAISED, CONCLUDED)),
    ("m14", (RECORDED,)),
    ("m15", (RECORDED, "proposal.formed", "proposal.merged", "proposal.merged", "proposal.recommended")),
    ("m16", (RECORDED, "proposal.formed", "proposal.merged", "proposal.recommended")),
    ("m17", (RECORDED, "proposal.formed", "proposal.parked", "proposal.recommended")),
    ("m18, which answers a9", (RECORDED, "condition.opened", "referral.sent", "referral.answered")),
    ("m19", (SETTLED, "meeting.adjourned")),
)
AFTER: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("the minutes, item by item", ("minutes.drafted", *3 * ("minutes.item-written",), "minutes.circulated")),
    ("the patients' council is asked for somebody", ("membership.nominations-called", "action.assigned")),
    ("the minutes are let out", ("minutes.published",)),
    ("called", ("meeting.called", ITEM, "referral.placed", RECOMMENDATION)),
    ("the item begins", ("meeting.opened", TAKEN_UP)),
    (
        "n1",
        (
            RECORDED,
            "proposal.chosen",
            "proposal.chosen",
            "proposal.parked",
            "condition.fulfilled",
            "fund.condition-met",
            "condition.fulfilled",
            "meeting.decision-took-effect",
            "action.assigned",
            "referral.answered",
        ),
    ),
    ("ended", (SETTLED, "meeting.adjourned")),
)


@pytest.fixture(scope="module")
def ended() -> Record:
    """The record at the end of the story. Tests only look at it."""
    record = opened()
    play(record, STORY.steps)
    return record


# --- the story itself -------------------------------------------------------------------------------------------------


def test_time_never_falls_and_the_evening_is_the_evening() -> None:
    moments = [datetime.fromisoformat(step.at) for step in STORY.steps]
    assert moments == sorted(moments)
    assert STORY.evening[0].at == "2024-04-09T18:00:00+02:00"
    assert STORY.evening[-1].at == "2024-04-09T19:00:00+02:00"


def test_commands_about_money_carry_the_version_they_were_decided_on() -> None:
    record = opened()
    for step in STORY.steps:
        expected = record.versions.get(step.to, 0) if step.command.needs_version else None
        assert step.if_match == expected, step.to
        play(record, (step,))


def test_every_sign_in_is_a_part_of_the_cast() -> None:
    assert set(STORY.sign_ins) == {"secretary", "co-chair", "member", "observer", "auditor"}
    assert set(STORY.sign_ins.values()) <= set(STORY.cast)


@pytest.mark.parametrize(
    ("earlier", "steps", "rows"),
    [
        ((), STORY.before, PAPERS),
        (STORY.before, STORY.evening, EVENING),
        ((*STORY.before, *STORY.evening), STORY.after, AFTER),
    ],
    ids=["before", "evening", "after"],
)
def test_the_worked_case_row_by_row(
    earlier: tuple[Step, ...], steps: tuple[Step, ...], rows: tuple[tuple[str, tuple[str, ...]], ...]
) -> None:
    record = opened()
    play(record, earlier)
    tags = [each.event.tag for each in play(record, steps)]
    if rows is PAPERS:
        tags = tags[tags.index("document.filed") :]
    for row, expected in rows:
        assert (row, tuple(tags[: len(expected)])) == (row, expected)
        tags = tags[len(expected) :]
    assert tags == []


# --- what was said ----------------------------------------------------------------------------------------------------


def said_at(record: Record, item: str) -> list[Event]:
    """The events of the meeting about an item."""
    return [event for stream, event in record.events if stream == MEETING and getattr(event, "item", None) == item]


def test_every_position_wish_call_offer_and_attention_point_stands(ended: Record) -> None:
    plo_syd = OfParty(party="dk/party/plo-syd")
    hospital = OfParty(party="dk/party/sygehus-lillebaelt")
    middelfart = OfParty(party="dk/party/middelfart-kommune")
    points = [event.point for event in said_at(ended, "middelfart") if isinstance(event, PointRecorded)]

    def speaker(who: Speaker[Any]) -> object:
        return "kommunerne" if isinstance(who, OfGroup) else who

    assert [(point.stance if isinstance(point, Position) else point.sort, speaker(point.who)) for point in points] == [
        (Sort.INFORMATION, NotStated()),
        (Stance.SUPPORTS, plo_syd),
        (Sort.CALL, plo_syd),
        (Sort.INFORMATION, NotStated()),
        (Stance.WISHES, "kommunerne"),
        (Stance.ADVISES, hospital),
        (Stance.ADVISES, middelfart),
        (Sort.OFFER, middelfart),
        (Sort.ATTENTION, NotStated()),
        (Sort.REMARK, NotStated()),
        (Sort.WISH, OfBody(body="lillebaelt/body/strategic")),
    ]
    wish = points[-1]
    assert isinstance(wish, Remark)
    assert wish.to == NotStated()


def test_questions_end_as_the_paper_says_and_nobodys_position_is_added(ended: Record) -> None:
    concluded = [
        event
        for item in ("middelfart", "klyngemidler")
        for event in said_at(ended, item)
        if isinstance(event, QuestionConcluded)
    ]
    assert [(event.question, event.conclusion) for event in concluded] == [
        ("q1", Conclusion.AGREED),
        ("q2", Conclusion.NO_JOINT_CONCLUSION),
        ("q3", Conclusion.LEFT_OPEN),
        ("q4", Conclusion.LEFT_OPEN),
        ("q5", Conclusion.LEFT_OPEN),
        ("q6", Conclusion.TURNED_DOWN),
    ]
    assert concluded[1].text is None


def test_twenty_past_six_stands_within_item_2_with_a_question_open() -> None:
    meeting = as_of("2024-04-09T18:20:00+02:00").see(MEETING)
    assert meeting.floor == "middelfart"
    questions = meeting.items["middelfart"].questions
    assert {name: question.concluded for name, question in questions.items()} == {"q1": True, "q2": False}
    assert meeting.decisions == {}


def test_attendance_is_not_invented(ended: Record) -> None:
    assert not [event for _, event in ended.events if event.tag == "meeting.seat-taken"]


# --- what became of it ------------------------------------------------------------------------------------------------


def test_a_death_leaves_the_patients_seat_vacant(ended: Record) -> None:
    seats = ended.see("lillebaelt/membership/strategic").seats
    assert [name for name, seat in seats.items() if not is_held(seat, ended.today)] == ["patienter"]


def test_streams_of_decision_3_1() -> None:
    record = before_decision("3.1")
    assert [(each.stream, each.event.tag) for each in play(record, (recording("3.1"),))] == [
        (MEETING, "meeting.decision-recorded"),
        ("lillebaelt/proposal/traening", "proposal.formed"),
        ("lillebaelt/proposal/traening-for-livet", "proposal.merged"),
        ("lillebaelt/proposal/haard-styrketraening", "proposal.merged"),
        ("lillebaelt/proposal/traening", "proposal.recommended"),
    ]


def test_an_adaptation_says_what_its_core_is() -> None:
    step = recording("2.1")
    answer = before_decision("2.1").when(step.command, to=step.to, by=STORY.cast[step.by], at=step.at)
    _, adapted = answer.recorded
    assert answer.record.opened(adapted.event) == Adapted(
        text=said("Modellen følger de lokale rammer i andre kommuner."),
        core=(said("Kerneelementerne skal med, hvis kvaliteten skal være som i Middelfart."),),
        decision=Taken(meeting=MEETING, decision="2.1"),
    )
    # The words lie in one block: the adaptation points to where the decision said them.
    assert adapted.event.text == TextAt(MEETING, answer.recorded[0].version, "/at_once/0/text")


def test_fates_of_the_proposals_after_the_evening_and_after_the_choice(ended: Record) -> None:
    def fates(record: Record) -> dict[str, Fate]:
        return {each.rsplit("/", 1)[1]: record.see(each).fate for each in record.ids("proposal")}

    merged = dict.fromkeys(("traening-for-livet", "haard-styrketraening", "tvang"), Fate.MERGED)
    evening = as_of(AT_THE_END)
    assert fates(evening) == merged | {
        "udredning-kolding": Fate.PARKED,
        "traening": Fate.RECOMMENDED,
        "tvang-og-vold": Fate.RECOMMENDED,
        "akut": Fate.RECOMMENDED,
    }
    assert fates(ended) == merged | {
        "udredning-kolding": Fate.PARKED,
        "traening": Fate.CHOSEN,
        "tvang-og-vold": Fate.CHOSEN,
        "akut": Fate.PARKED,
    }


def test_the_third_theme_may_be_considered(ended: Record) -> None:
    strengths = [event.strength for _, event in ended.events if isinstance(event, Recommended)]
    assert strengths == [Strength.FIRM, Strength.FIRM, Strength.OPTIONAL]


def test_decision_3_4_waits_for_the_political_choice(ended: Record) -> None:
    evening = as_of(AT_THE_END)
    assert evening.see(MEETING).decisions["3.4"].standing is Standing.WAITING
    assert "lillebaelt/action/projektbeskrivelser" not in evening.ids("action")
    assert ended.see(MEETING).decisions["3.4"].standing is Standing.IN_EFFECT
    assert "lillebaelt/action/projektbeskrivelser" in ended.ids("action")


def test_the_announced_earmark_is_cleared_by_the_political_choice(ended: Record) -> None:
    evening = as_of(AT_THE_END)
    assert evening.see("lillebaelt/fund/klyngemidler").earmarks == {"e1": Announced(waits=frozenset({C1}))}
    assert ended.see("lillebaelt/fund/klyngemidler").earmarks == {"e1": Announced(waits=frozenset())}
    assert isinstance(ended.see(C1), Resolved)
    assert isinstance(ended.see(C2), Resolved)


def test_every_question_is_answered_but_the_one_that_no_paper_tells_the_end_of(ended: Record) -> None:
    assert [each for each in ended.ids("referral") if not isinstance(ended.see(each), Answered)] == [
        "lillebaelt/referral/middelfart-til-politisk"
    ]

"""The evening of 9 April 2024 in the domain alone: every step is accepted, and leads to what the worked case says.

Tags and rows are written from the table of the worked case (domain-model §4.1), not from what the code gave.
"""

from datetime import datetime
from typing import Any

import pytest

from domain.awaited import ByDecision
from domain.condition import Resolve, Resolved
from domain.decided import Taken
from domain.effects import ChooseProposal, RecommendProposal, ResolveCondition
from domain.fund import Announced
from domain.kernel import Event, Recorded
from domain.meeting.agenda import AddItem, TakeUpItem
from domain.meeting.call import Call, Form, Open
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import PointRecorded, QuestionConcluded
from domain.meeting.state import Standing
from domain.outcomes import (
    Conclusion,
    NotStated,
    OfBody,
    OfGroup,
    OfParty,
    Plain,
    PlainOutcome,
    Position,
    Remark,
    Sort,
    Speaker,
    Stance,
    Strength,
)
from domain.proposal import Fate, Recommended
from stories.lillebaelt_2024_04_09 import STORY
from stories.story import Step
from tests.given import Record, opened

MEETING = "lillebaelt/meeting/2024-04-09-strategic"
POLITICAL_MEETING = "lillebaelt/meeting/2024-04-26-political"
POLITICAL = "lillebaelt/body/political"
COORDINATING = "lillebaelt/body/coordinating"
C1 = "lillebaelt/condition/c1"
C2 = "lillebaelt/condition/c2"

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
    ("m18", (RECORDED, "condition.opened", "referral.sent")),
    ("m19", (SETTLED, "meeting.adjourned")),
)
AFTER: tuple[tuple[str, tuple[str, ...]], ...] = (
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
        ),
    ),
    ("ended", (SETTLED, "meeting.adjourned")),
)


def play(record: Record, steps: tuple[Step, ...]) -> list[Recorded]:
    """Everything the steps lead to."""
    return [
        recorded for step in steps for recorded in record.give(STORY.cast[step.by], step.to, step.command, at=step.at)
    ]


def as_of(moment: str) -> Record:
    """The record when everything up to that moment is entered."""
    record = opened()
    until = datetime.fromisoformat(moment)
    play(record, tuple(step for step in STORY.steps if datetime.fromisoformat(step.at) <= until))
    return record


def before_decision(number: str) -> Record:
    """The record just before a decision of the evening is recorded."""
    record = opened()
    steps = list(STORY.steps)
    recording = next(step for step in steps if step.to == MEETING and getattr(step.command, "decision", "") == number)
    play(record, tuple(steps[: steps.index(recording)]))
    return record


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
    assert meeting.items["middelfart"].questions == {"q1": True, "q2": False}
    assert meeting.decisions == {}


def test_attendance_is_not_invented(ended: Record) -> None:
    assert not [event for _, event in ended.events if event.tag == "meeting.seat-taken"]


# --- what became of it ------------------------------------------------------------------------------------------------


def test_a_death_leaves_the_patients_seat_vacant(ended: Record) -> None:
    seats = ended.see("lillebaelt/membership/strategic").seats
    assert [name for name, seat in seats.items() if seat.person is None] == ["patienter"]


def test_streams_of_decision_3_1() -> None:
    record = before_decision("3.1")
    step = next(step for step in STORY.evening if getattr(step.command, "decision", "") == "3.1")
    assert [(each.stream, each.event.tag) for each in play(record, (step,))] == [
        (MEETING, "meeting.decision-recorded"),
        ("lillebaelt/proposal/traening", "proposal.formed"),
        ("lillebaelt/proposal/traening-for-livet", "proposal.merged"),
        ("lillebaelt/proposal/haard-styrketraening", "proposal.merged"),
        ("lillebaelt/proposal/traening", "proposal.recommended"),
    ]


def test_fates_of_the_proposals_after_the_evening_and_after_the_choice(ended: Record) -> None:
    def fates(record: Record) -> dict[str, Fate]:
        return {each.rsplit("/", 1)[1]: record.see(each).fate for each in record.ids("proposal")}

    merged = dict.fromkeys(("traening-for-livet", "haard-styrketraening", "tvang"), Fate.MERGED)
    evening = as_of("2024-04-09T19:00:00+02:00")
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
    evening = as_of("2024-04-09T19:00:00+02:00")
    assert evening.see(MEETING).decisions["3.4"].standing is Standing.WAITING
    assert "lillebaelt/action/projektbeskrivelser" not in evening.ids("action")
    assert ended.see(MEETING).decisions["3.4"].standing is Standing.IN_EFFECT
    assert "lillebaelt/action/projektbeskrivelser" in ended.ids("action")


def test_the_announced_earmark_is_cleared_by_the_political_choice(ended: Record) -> None:
    evening = as_of("2024-04-09T19:00:00+02:00")
    assert evening.see("lillebaelt/fund/klyngemidler").earmarks == {"e1": Announced(waits=frozenset({C1}))}
    assert ended.see("lillebaelt/fund/klyngemidler").earmarks == {"e1": Announced(waits=frozenset())}
    assert isinstance(ended.see(C1), Resolved)
    assert isinstance(ended.see(C2), Resolved)


# --- what is refused --------------------------------------------------------------------------------------------------


def decided(number: str, *effects: ChooseProposal | RecommendProposal | ResolveCondition) -> RecordDecision:
    """A decision of item 3 with these effects."""
    return RecordDecision(
        item="klyngemidler",
        decision=number,
        outcome=Plain(outcome=PlainOutcome.DECIDED),
        text="Besluttet.",
        at_once=effects,
    )


def test_a_merged_proposal_cannot_be_recommended() -> None:
    recommend = RecommendProposal(
        proposal="lillebaelt/proposal/traening-for-livet", to_body=POLITICAL, strength=Strength.FIRM
    )
    before_decision("3.2").when(decided("3.9", recommend), to=MEETING, by=STORY.cast["secretary"]).refused(
        "proposal.fate-sealed", state=Fate.MERGED
    )


def test_the_strategic_level_cannot_choose_a_theme() -> None:
    choose = ChooseProposal(proposal="lillebaelt/proposal/traening")
    before_decision("3.4").when(decided("3.9", choose), to=MEETING, by=STORY.cast["secretary"]).refused(
        "mandate.other-body", step="vælge", body=POLITICAL, other="lillebaelt/body/strategic"
    )


def test_a_refused_effect_leaves_nothing_of_the_decision() -> None:
    record = before_decision("3.4")
    count = len(record.events)
    choose = ChooseProposal(proposal="lillebaelt/proposal/traening")
    record.when(decided("3.9", choose), to=MEETING).refused("mandate.other-body")
    assert len(record.events) == count
    assert "3.9" not in record.see(MEETING).decisions


def test_a_condition_is_resolved_once(ended: Record) -> None:
    proof = ByDecision(decision=Taken(meeting=POLITICAL_MEETING, decision="1"))
    ended.when(Resolve(proof=proof), to=C1, by=STORY.cast["secretary"]).refused("condition.already-resolved")


def test_the_coordinating_level_cannot_meet_a_condition_set_for_the_political() -> None:
    record = as_of("2024-04-09T19:00:00+02:00")
    meeting, secretary = "lillebaelt/meeting/2024-04-12-coordinating", STORY.cast["secretary"]
    for command in (
        Call(
            body=COORDINATING,
            form=Form.VIRTUAL,
            place="Virtuelt",
            starts_at="2024-04-12T08:00:00Z",
            ends_at="2024-04-12T09:00:00Z",
        ),
        AddItem(item="klyngemidler", number="1", title="Klyngemidler"),
        Open(led_by=secretary),
        TakeUpItem(item="klyngemidler"),
    ):
        record.give(secretary, meeting, command, on="2024-04-12")
    resolve = decided("1", ResolveCondition(condition=C1))
    record.when(resolve, to=meeting, by=secretary).refused("condition.proof-mismatch")


def test_resolving_a_condition_cannot_wait_for_one() -> None:
    step = next(step for step in STORY.evening if getattr(step.command, "decision", "") == "3.4")
    assert isinstance(step.command, RecordDecision)
    deferred = RecordDecision(
        item=step.command.item,
        decision="3.4",
        outcome=step.command.outcome,
        text=step.command.text,
        at_once=step.command.at_once,
        when_met=(ResolveCondition(condition=C1),),
        waits_for=step.command.waits_for,
    )
    before_decision("3.4").when(deferred, to=MEETING, by=STORY.cast["secretary"]).refused(
        "meeting.effect-cannot-wait", effect="resolve-condition"
    )

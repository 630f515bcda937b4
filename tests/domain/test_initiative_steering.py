"""Steering: green, yellow and red, what is done about it, and who must act next."""

import pytest

from domain.colours import Colour
from domain.initiative import (
    AgreeRemedy,
    ColourReported,
    Escalate,
    Escalated,
    RemedyAgreed,
    ReportColour,
)
from domain.meeting.decision import RecordDecision
from domain.membership import ChairTaken, SeatFilled, SeatOpened
from domain.outcomes import PlainOutcome, Refers
from domain.planning import Escalate as EscalateOn
from domain.seats import ByParty, Voice
from domain.text import said
from tests.domain.planned import (
    APPROVES,
    CHIEFS,
    CLUSTER,
    CONTACT,
    DIRECTORS,
    EACH_DECIDED,
    LEADER,
    RECORD,
    TEN,
    UNDERWAY,
    by,
    coloured,
    decided,
    listed,
    ordered,
    owned,
    sat,
)
from tests.domain.world import CHAIR, ELSEWHERE, ITEM, MEMBER, POLITICAL, REGION, SECRETARY, WORLD, on_day, reported
from tests.given import given

AT_WORK = (*RECORD, *UNDERWAY)
YELLOW = (*AT_WORK, coloured())
ESCALATED = (
    TEN,
    Escalated(from_body=CHIEFS, to_body=DIRECTORS, reason=said("Kan ikke løses her."), decision=by(CHIEFS)),
)


def report(colour: Colour, reason: str | None = None) -> ReportColour:
    return ReportColour(colour=colour, meeting=sat(CHIEFS), reason=reason)


# --- colour -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("person", [LEADER, CONTACT, SECRETARY])
def test_an_initiative_that_goes_well_is_green(person: str) -> None:
    given(*AT_WORK).when(report(Colour.GREEN), to=TEN, by=person).then(
        ColourReported(colour=Colour.GREEN, meeting=sat(CHIEFS))
    )


@pytest.mark.parametrize("colour", [Colour.YELLOW, Colour.RED])
def test_yellow_and_red_need_a_reason_and_lie_with_those_who_remedy(colour: Colour) -> None:
    given(*AT_WORK).when(report(colour), to=TEN).refused("initiative.colour-without-reason")
    given(*AT_WORK).when(report(colour, "Mangler folk."), to=TEN).then(
        ColourReported(colour=colour, meeting=sat(CHIEFS), reason=said("Mangler folk."), lies_with=CHIEFS)
    )


def test_what_was_passed_on_stays_where_it_is_while_it_is_yellow_or_red() -> None:
    given(*YELLOW, ESCALATED).when(report(Colour.RED, "Stadig."), to=TEN).then(
        ColourReported(colour=Colour.RED, meeting=sat(CHIEFS), reason=said("Stadig."), lies_with=DIRECTORS)
    )


def test_after_green_yellow_begins_with_the_first_in_line() -> None:
    record = given(*YELLOW, ESCALATED).when(report(Colour.GREEN), to=TEN).record
    record.when(report(Colour.YELLOW, "Igen."), to=TEN).then(
        ColourReported(colour=Colour.YELLOW, meeting=sat(CHIEFS), reason=said("Igen."), lies_with=CHIEFS)
    )


def test_where_nobody_is_on_record_as_acting_yellow_lies_with_nobody() -> None:
    record = given(*WORLD, *CLUSTER, *EACH_DECIDED, APPROVES, *UNDERWAY)
    after = record.when(report(Colour.YELLOW, "Mangler folk."), to=TEN).then(
        ColourReported(colour=Colour.YELLOW, meeting=sat(CHIEFS), reason=said("Mangler folk."))
    )
    after.when(remedy(CHIEFS), to=TEN).refused("mandate.none")
    after.when(escalate(DIRECTORS), to=TEN).refused("mandate.none")


def test_what_has_not_begun_has_no_colour() -> None:
    given(*RECORD, ordered(), owned()).when(report(Colour.GREEN), to=TEN).refused("initiative.not-underway")
    given(*RECORD, listed()).when(report(Colour.GREEN), to=TEN).refused("initiative.not-underway")


def test_a_member_reports_no_colour_of_what_others_answer_for() -> None:
    given(*AT_WORK).when(report(Colour.GREEN), to=TEN, by=CHAIR).denied()


def test_a_colour_is_told_to_a_meeting_of_our_own() -> None:
    unknown = ReportColour(colour=Colour.GREEN, meeting="lillebaelt/meeting/none")
    given(*AT_WORK).when(unknown, to=TEN).refused("id.unknown")
    theirs = ReportColour(colour=Colour.GREEN, meeting=sat(ELSEWHERE))
    given(*AT_WORK).when(theirs, to=TEN).refused("scope.other")


# --- remedy -----------------------------------------------------------------------------------------------------------


def remedy(body: str) -> AgreeRemedy:
    return AgreeRemedy(text="To vikarer i juni.", decision=by(body))


def test_the_body_with_which_it_lies_says_what_is_done() -> None:
    given(*YELLOW).when(remedy(CHIEFS), to=TEN).then(
        RemedyAgreed(by_body=CHIEFS, text=said("To vikarer i juni."), decision=by(CHIEFS))
    )


def test_the_secretariat_writes_down_what_the_body_agreed() -> None:
    agreed = AgreeRemedy(text="To vikarer i juni.", by_body=CHIEFS)
    given(*YELLOW).when(agreed, to=TEN, by=SECRETARY).then(
        RemedyAgreed(by_body=CHIEFS, text=said("To vikarer i juni."))
    )
    given(*YELLOW).when(AgreeRemedy(text="Vikarer."), to=TEN).refused("initiative.no-remedier", body=CHIEFS)
    other = AgreeRemedy(text="Vikarer.", by_body=DIRECTORS, decision=by(CHIEFS))
    given(*YELLOW).when(other, to=TEN).refused("decision.other-body", body=CHIEFS)


def test_nobody_else_says_what_is_done() -> None:
    given(*YELLOW).when(remedy(DIRECTORS), to=TEN).refused(
        "mandate.other-body", step="afhjælpe", body=CHIEFS, other=DIRECTORS
    )
    given(*YELLOW, ESCALATED).when(remedy(CHIEFS), to=TEN).refused(
        "mandate.other-body", step="løfte", body=DIRECTORS, other=CHIEFS
    )


def test_what_was_only_discussed_is_no_remedy() -> None:
    discussed = decided(CHIEFS, PlainOutcome.DISCUSSED, "2024-02-10")
    only_talk = AgreeRemedy(text="Vikarer.", decision=by(CHIEFS, "2024-02-10"))
    given(*YELLOW, *discussed).when(only_talk, to=TEN).refused("decision.not-affirmative")


@pytest.mark.parametrize("command", [remedy(CHIEFS), Escalate(to_body=DIRECTORS, reason="Hjælp.")])
def test_what_goes_well_needs_no_remedy_and_is_not_passed_on(command: AgreeRemedy | Escalate) -> None:
    given(*AT_WORK).when(command, to=TEN).refused("initiative.on-course")
    green = (TEN, ColourReported(colour=Colour.GREEN, meeting=sat(CHIEFS)))
    given(*YELLOW, green).when(command, to=TEN).refused("initiative.on-course")


# --- passed on --------------------------------------------------------------------------------------------------------


def escalate(to_body: str, decided_by: str | None = CHIEFS) -> Escalate:
    decision = None if decided_by is None else by(decided_by)
    return Escalate(to_body=to_body, reason="Kan ikke løses her.", decision=decision)


def test_the_chiefs_pass_it_on_to_the_directors() -> None:
    record = given(*YELLOW).when(escalate(DIRECTORS), to=TEN).then(ESCALATED)
    record.when(escalate(POLITICAL, DIRECTORS), to=TEN).then(
        Escalated(from_body=DIRECTORS, to_body=POLITICAL, reason=said("Kan ikke løses her."), decision=by(DIRECTORS))
    )


def test_nobody_is_passed_over() -> None:
    given(*YELLOW).when(escalate(POLITICAL), to=TEN).refused("initiative.not-next", body=DIRECTORS)
    given(*YELLOW, ESCALATED).when(escalate(CHIEFS, DIRECTORS), to=TEN).refused("initiative.not-next", body=POLITICAL)


def test_only_the_body_with_which_it_lies_passes_it_on() -> None:
    given(*YELLOW).when(escalate(POLITICAL, DIRECTORS), to=TEN).refused(
        "mandate.other-body", step="afhjælpe", body=CHIEFS, other=DIRECTORS
    )
    given(*YELLOW).when(escalate(DIRECTORS, ELSEWHERE), to=TEN).refused("scope.other")


def test_the_last_in_line_passes_it_on_to_nobody() -> None:
    last = (TEN, Escalated(from_body=DIRECTORS, to_body=POLITICAL, reason=said("Videre.")))
    given(*YELLOW, ESCALATED, last).when(escalate(CHIEFS, POLITICAL), to=TEN).refused(
        "initiative.last-in-line", body=POLITICAL
    )


def test_a_chair_of_the_body_with_which_it_lies_passes_it_on() -> None:
    """001.12: directors, here the strategic level, whose chair it is."""
    record = given(*YELLOW, ESCALATED)
    answer = record.when(escalate(POLITICAL, None), to=TEN, by=CHAIR)
    answer.then(Escalated(from_body=DIRECTORS, to_body=POLITICAL, reason=said("Kan ikke løses her.")))
    record.when(escalate(POLITICAL, None), to=TEN, by=MEMBER).denied()
    record.when(escalate(POLITICAL, None), to=TEN, by=SECRETARY).denied()


def test_a_chair_of_another_body_does_not_pass_it_on() -> None:
    given(*YELLOW).when(escalate(DIRECTORS, None), to=TEN, by=CHAIR).denied()


def test_whoever_chairs_two_bodies_passes_on_what_lies_with_either() -> None:
    seats = "lillebaelt/membership/coordinating"
    also = (
        (seats, SeatOpened(body=CHIEFS, seat="region", right=ByParty(party=REGION), voice=Voice.VOTE)),
        (seats, SeatFilled(seat="region", person=CHAIR)),
        (seats, ChairTaken(seat="region", side="region")),
    )
    given(*YELLOW, *also).when(escalate(DIRECTORS, None), to=TEN, by=CHAIR).then(
        Escalated(from_body=CHIEFS, to_body=DIRECTORS, reason=said("Kan ikke løses her."))
    )


def test_a_matter_is_passed_on_by_a_decision_to_do_so() -> None:
    meeting = sat(CHIEFS, "2024-02-20")
    command = RecordDecision(
        item=ITEM,
        decision="1",
        outcome=Refers(to_body=DIRECTORS),
        text="Løftes til direktørerne.",
        at_once=(EscalateOn(initiative=TEN, to_body=DIRECTORS, reason="Kan ikke løses her."),),
    )
    answer = given(*YELLOW, *reported(meeting, CHIEFS, on_day("2024-02-20"))).when(command, to=meeting)
    assert [each.event.tag for each in answer.recorded] == ["meeting.decision-recorded", "initiative.escalated"]

"""The board: where each initiative has come to, its colour at each meeting, and who must act now (domain-model 4.2, facts 001)."""

from typing import Any

from domain.awaited import DecisionOf, Extent, IfLate, InitiativeBlocked, Stage
from domain.claims import DateNotStated, OnDay, Span, Within
from domain.colours import Colour
from domain.condition import Opened as ConditionOpened
from domain.decided import Cited, Taken
from domain.holding import Held, Released
from domain.initiative import (
    ColourReported,
    ConfirmationApproved,
    ConfirmationReturned,
    Escalated,
    Evaluated,
    EvaluationExpected,
    InitiativeEnded,
    OrderConfirmed,
    Ordered,
    OwnerAssigned,
    RemarkAnswered,
    Remarked,
    RemedyAgreed,
    Started,
)
from domain.initiatives import Ending, Phase
from domain.mandate import PathSet, Step
from domain.meeting.call import Form, MeetingCalled
from domain.meeting.moving import MeetingMoved
from domain.text import Kept, said
from projections.initiatives import INITIATIVES
from tests.projections.told import Fact, rows

TEN = "midt/initiative/10"
PLAN = "midt/plan/handleplan-2023"
POLITICAL, DIRECTORS, CHIEFS = (f"midt/body/{each}" for each in ("political", "directors", "chiefs"))
HORSENS, HEDENSTED = "dk/party/horsens-kommune", "dk/party/hedensted-kommune"
FIRST, SECOND, THIRD = (f"midt/meeting/{each}-chiefs" for each in ("2023-09-07", "2023-11-16", "2024-01-18"))
CONDITION = "midt/condition/oekonomiaftale"
ADOPTED = Taken(meeting="midt/meeting/2023-03-13-political", decision="1")
CITED = Cited(who=said("Direktørforum"), on=DateNotStated(), words=said("Chefforum, dernæst Direktørforum"))

PATH: Fact = (
    "midt/mandate/initiative-confirmation",
    PathSet(
        subject="initiative-confirmation",
        steps=(
            Step(step="godkende", body=CHIEFS, binding=True),
            Step(step="endeligt godkende", body=DIRECTORS, binding=True),
        ),
        source=CITED,
    ),
)
ORDERED: Fact = (
    TEN,
    Ordered(number="10", title=said("De ældste 2 %"), plan=PLAN, by_body=POLITICAL, decision=ADOPTED, theme="aeldre"),
)
OWNED: Fact = (TEN, OwnerAssigned(owners=(HORSENS, HEDENSTED), decision=CITED))
CONFIRMED: Fact = (
    TEN,
    OrderConfirmed(
        revision=1, what=said("Fem tiltag"), by_whom=said("Gruppen"), where=said("Alle"), when=DateNotStated()
    ),
)
STARTED: Fact = (TEN, Started(from_on="2023-09-01", phase=Phase.TRIAL))


def approved(body: str) -> Fact:
    decision = Taken(meeting=f"{body.replace('/body/', '/meeting/2023-09-01-')}", decision="1")
    return TEN, ConfirmationApproved(by_body=body, revision=1, decision=decision)


def called(meeting: str, day: str) -> Fact:
    return (
        meeting,
        MeetingCalled(
            body=CHIEFS,
            form=Form.VIRTUAL,
            place=said("Virtuelt"),
            starts_at=f"{day}T08:00:00Z",
            ends_at=f"{day}T10:00:00Z",
            summoned=(),
        ),
    )


MEETINGS = (called(FIRST, "2023-09-07"), called(SECOND, "2023-11-16"), called(THIRD, "2024-01-18"))


def reported(colour: Colour, meeting: str, reason: str | None = None) -> Fact:
    off_course = colour is not Colour.GREEN
    why = None if reason is None else said(reason)
    return TEN, ColourReported(colour=colour, meeting=meeting, reason=why, lies_with=CHIEFS if off_course else None)


def ten(*told: str | Fact) -> Any:
    return rows(INITIATIVES, "2023-03-13", PATH, ORDERED, *told)["10"]


def with_whom(row: Any) -> list[tuple[str, str]]:
    return [(each.who, each.why) for each in row.lies_with]


# --- until it is at work ----------------------------------------------------------------------------------------------


def test_an_order_without_an_owner_lies_with_whoever_ordered_it() -> None:
    row = ten()
    assert (row.stage, row.number, row.plan, row.theme, row.ordered_by) == ("ordered", "10", PLAN, "aeldre", POLITICAL)
    assert with_whom(row) == [(POLITICAL, "name-owner")]


def test_an_owner_has_to_confirm_and_every_owner_is_named() -> None:
    row = ten("2023-04-17", OWNED)
    assert row.stage == "owned"
    assert with_whom(row) == [(HORSENS, "confirm"), (HEDENSTED, "confirm")]
    assert {each.since for each in row.lies_with} == {"2023-04-17"}


def test_a_confirmation_lies_with_the_chiefs_first_and_then_with_the_directors() -> None:
    row = ten("2023-04-17", OWNED, "2023-06-15", CONFIRMED)
    assert (row.stage, row.revision, with_whom(row)) == ("confirmed", 1, [(CHIEFS, "approve")])
    row = ten("2023-04-17", OWNED, "2023-06-15", CONFIRMED, "2023-06-20", approved(CHIEFS))
    assert (row.approved_by, with_whom(row)) == ((CHIEFS,), [(DIRECTORS, "approve")])
    assert row.lies_with[0].since == "2023-06-20"


def test_after_the_last_approval_it_is_at_work_and_nobody_must_act() -> None:
    row = ten(OWNED, CONFIRMED, approved(CHIEFS), approved(DIRECTORS), STARTED)
    assert (row.stage, row.phase, row.approved_by) == ("underway", "trial", (CHIEFS, DIRECTORS))
    assert row.lies_with == ()


def test_a_confirmation_that_is_sent_back_lies_with_the_owners_again() -> None:
    decision = Taken(meeting="midt/meeting/2023-06-20-chiefs", decision="1")
    returned = (TEN, ConfirmationReturned(by_body=CHIEFS, revision=1, reason=said("Hvor?"), decision=decision))
    row = ten("2023-04-17", OWNED, "2023-06-15", CONFIRMED, "2023-06-20", returned)
    assert (row.stage, row.returned) == ("owned", True)
    assert [(each.who, each.since) for each in row.lies_with] == [
        (HORSENS, "2023-06-20"),
        (HEDENSTED, "2023-06-20"),
    ]


def test_what_lies_with_somebody_lies_there_since_the_day_it_came_there() -> None:
    expected = OnDay[Kept](day="2024-01-18", words=said("18. januar 2024"))
    later = (TEN, EvaluationExpected(stage=Stage.MIDWAY, expected=expected))
    row = ten("2023-04-17", OWNED, "2023-05-24", later)
    assert {(each.since, each.position) for each in row.lies_with} == {("2023-04-17", 3)}


# --- remarks ----------------------------------------------------------------------------------------------------------

REMARKED: Fact = (
    TEN,
    Remarked(
        remark="konkret",
        text=said("Gør den konkret"),
        by_body=POLITICAL,
        decision=ADOPTED,
        expected=OnDay(day="2023-05-24", words=said("24. maj")),
    ),
)
ANSWERED: Fact = (
    TEN,
    RemarkAnswered(remark="konkret", decision=Taken(meeting="midt/meeting/2023-05-24-political", decision="4.1")),
)


def test_a_remark_is_to_be_answered_by_the_owners_until_it_is() -> None:
    row = ten(REMARKED, "2023-04-17", OWNED)
    assert row.remarks == ("konkret",)
    assert (HORSENS, "answer-remark") in with_whom(row)
    assert {each.remark for each in row.lies_with if each.why == "answer-remark"} == {"konkret"}
    row = ten(REMARKED, "2023-04-17", OWNED, "2023-05-24", ANSWERED)
    assert (row.remarks, with_whom(row)) == ((), [(HORSENS, "confirm"), (HEDENSTED, "confirm")])


def test_a_remark_has_a_row_with_the_decision_behind_it_and_the_one_that_answered_it() -> None:
    remark = rows(INITIATIVES, ORDERED, REMARKED, ANSWERED)["10/remark/konkret"]
    assert (remark.by_body, remark.decision.decision, remark.latest) == (POLITICAL, "1", "2023-05-24")
    assert (remark.answered, remark.answer.stream, remark.answer.decision) == (
        True,
        "midt/meeting/2023-05-24-political",
        "4.1",
    )


# --- colour over time -------------------------------------------------------------------------------------------------

AT_WORK = (*MEETINGS, OWNED, STARTED)


def test_yellow_lies_with_the_chiefs_until_they_agree_on_a_remedy_then_with_the_owners() -> None:
    remedy = (TEN, RemedyAgreed(by_body=CHIEFS, text=said("Fælles visitation")))
    yellow = reported(Colour.YELLOW, SECOND, "Mangler personale")
    row = ten(*AT_WORK, "2023-11-09", yellow)
    assert (row.colour, row.remedied, with_whom(row)) == ("yellow", False, [(CHIEFS, "remedy")])
    row = ten(*AT_WORK, "2023-11-09", yellow, "2023-11-16", remedy)
    assert (row.remedied, with_whom(row)) == (True, [(HORSENS, "carry-out"), (HEDENSTED, "carry-out")])
    assert row.lies_with[0].since == "2023-11-16"


def test_red_that_is_taken_up_lies_with_the_directors() -> None:
    red = reported(Colour.RED, THIRD, "Stadig for få")
    taken_up = (TEN, Escalated(from_body=CHIEFS, to_body=DIRECTORS, reason=said("Kræver penge")))
    row = ten(*AT_WORK, "2024-01-10", red, "2024-01-18", taken_up)
    assert (row.colour, row.escalated, with_whom(row)) == ("red", True, [(DIRECTORS, "escalated")])
    assert row.lies_with[0].since == "2024-01-18"


def test_green_lies_with_nobody() -> None:
    yellow, green = reported(Colour.YELLOW, FIRST, "Forsinket"), reported(Colour.GREEN, SECOND)
    row = ten(*AT_WORK, yellow, green)
    assert (row.colour, row.off_course_with, row.lies_with) == ("green", None, ())


def test_not_reported_is_no_green() -> None:
    assert ten(*AT_WORK).colour is None


def test_each_report_is_a_row_with_its_meeting_the_meetings_day_and_the_reason() -> None:
    told = rows(
        INITIATIVES, ORDERED, *AT_WORK, reported(Colour.GREEN, FIRST), reported(Colour.YELLOW, SECOND, "Forsinket")
    )
    points = [row for key, row in sorted(told.items()) if key.startswith("10/colour/")]
    assert [(each.meeting, each.day, each.colour) for each in points] == [
        (FIRST, "2023-09-07", "green"),
        (SECOND, "2023-11-16", "yellow"),
    ]
    assert [each.reason for each in points] == [None, said("Forsinket")]


def test_a_report_follows_its_meeting_to_another_day() -> None:
    moved = (SECOND, MeetingMoved(starts_at="2023-11-23T08:00:00Z", ends_at="2023-11-23T10:00:00Z"))
    told = rows(INITIATIVES, ORDERED, *AT_WORK, reported(Colour.RED, SECOND, "Gået i stå"), moved)
    (point,) = [row for key, row in told.items() if key.startswith("10/colour/")]
    assert point.day == "2023-11-23"


def test_a_colour_is_old_since_the_first_meeting_of_its_run() -> None:
    red = [reported(Colour.RED, meeting, "Gået i stå") for meeting in (SECOND, THIRD)]
    row = ten(*AT_WORK, reported(Colour.GREEN, FIRST), *red)
    assert (row.colour_since, row.colour_meeting) == ("2023-11-16", THIRD)


# --- what it waits for, and its end -----------------------------------------------------------------------------------


def test_what_is_held_back_lies_with_whoever_is_awaited_until_it_is_released() -> None:
    opened = (
        CONDITION,
        ConditionOpened(
            awaits=DecisionOf(body=POLITICAL, words=said("Økonomiaftalen")),
            blocks=(InitiativeBlocked(initiative=TEN, extent=Extent.ALL),),
            words=said("Økonomiaftalen for 2024"),
            opened_on="2023-05-24",
            if_late=IfLate.REMIND,
        ),
    )
    held = (TEN, Held(condition=CONDITION, extent=Extent.ALL))
    row = ten(*AT_WORK, "2023-05-24", opened, held)
    assert row.held_by == (CONDITION,)
    assert [(each.who, each.why, each.condition) for each in row.lies_with] == [(POLITICAL, "awaited", CONDITION)]
    row = ten(*AT_WORK, opened, held, (TEN, Released(condition=CONDITION, met=True)))
    assert (row.held_by, row.lies_with) == ((), ())


def test_the_next_date_is_the_earliest_that_is_not_met() -> None:
    final = Within[Kept](earliest="2024-07-01", latest="2024-09-30", span=Span.QUARTER, words=said("3. kvartal 2024"))
    midway = OnDay[Kept](day="2024-04-09", words=said("9. april"))
    expected = (
        (TEN, EvaluationExpected(stage=Stage.FINAL, expected=final)),
        (TEN, EvaluationExpected(stage=Stage.MIDWAY, expected=midway)),
    )
    assert [each.what for each in ten(*expected).expected] == ["evaluation-midway", "evaluation-final"]
    evaluated = (TEN, Evaluated(stage=Stage.MIDWAY, text=said("Godt"), when=midway))
    (left,) = ten(*expected, evaluated).expected
    assert (left.what, left.earliest, left.latest) == ("evaluation-final", "2024-07-01", "2024-09-30")


def test_what_has_ended_lies_with_nobody() -> None:
    decision = Taken(meeting=THIRD, decision="2")
    ended = (TEN, InitiativeEnded(how=Ending.STOPPED, ceases_on="2024-02-01", decision=decision))
    row = ten(*AT_WORK, reported(Colour.RED, SECOND, "Gået i stå"), ended)
    assert (row.stage, row.ended_how, row.lies_with) == ("ended", "stopped", ())

"""Recurring actions: owed for each month, year or meeting, each answered once and due by its last day."""

import pytest

from domain.action import Assign, Assigned, FallDue, FellDue, Replied, Reply
from domain.claims import By
from domain.due import Due, due
from domain.effects import ByPerson
from domain.meeting.call import Form, MeetingAdjourned, MeetingCalled, MeetingOpened
from domain.occurrences import Recurs, first_day, last_day, periods
from domain.text import said
from tests.domain.world import (
    MEMBER,
    POLITICAL,
    SECRETARY,
    STRATEGIC,
    TODAY,
    WORLD,
    Fact,
    called,
    decision,
    discussing,
    on_day,
    reported,
    taken,
)
from tests.given import given

ACTION = "lillebaelt/action/rapport"
WHO = ByPerson(person=MEMBER)


def owed(recurs: Recurs, ceases_on: str | None = None, from_on: str = TODAY) -> Fact:
    return ACTION, Assigned(
        what=said("Rapportér."),
        owed_by=(WHO,),
        report_to=STRATEGIC,
        recurs=recurs,
        from_on=from_on,
        ceases_on=ceases_on,
    )


def reply(occurrence: str | None) -> Reply:
    return Reply(debtor=WHO, text="Her.", occurrence=occurrence)


def replied(occurrence: str) -> Replied:
    return Replied(debtor=WHO, text=said("Her."), occurrence=occurrence)


# --- assigned ---------------------------------------------------------------------------------------------------------


def test_a_duty_may_recur_from_the_day_it_is_given() -> None:
    assign = Assign(
        what="Rapportér.", owed_by=(WHO,), report_to=STRATEGIC, recurs=Recurs.MONTHLY, ceases_on="2024-07-01"
    )
    given(*WORLD).when(assign, to=ACTION, by=SECRETARY).then(owed(Recurs.MONTHLY, "2024-07-01"))


def test_what_recurs_has_no_deadline_but_the_end_of_its_period() -> None:
    assign = Assign(
        what="Rapportér.", owed_by=(WHO,), report_to=STRATEGIC, recurs=Recurs.MONTHLY, answer_by="2024-07-01"
    )
    given(*WORLD).when(assign, to=ACTION).refused("action.deadline-recurs")
    said_so = Assign(
        what="Rapportér.",
        owed_by=(WHO,),
        report_to=STRATEGIC,
        recurs=Recurs.MONTHLY,
        expected=By(latest="2024-07-01", words="senest 1. juli"),
    )
    given(*WORLD).when(said_so, to=ACTION).refused("action.deadline-recurs")


def test_what_is_owed_once_never_ceases() -> None:
    assign = Assign(what="Rapportér.", owed_by=(WHO,), report_to=STRATEGIC, ceases_on="2024-07-01")
    given(*WORLD).when(assign, to=ACTION).refused("action.owed-once")


# --- replied ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("recurs", "occurrence"),
    [(Recurs.MONTHLY, "2024-03"), (Recurs.YEARLY, "2024"), (Recurs.EVERY_MEETING, "2024-03-01-strategic")],
)
def test_each_month_year_or_meeting_is_answered_once(recurs: Recurs, occurrence: str) -> None:
    record = given(*WORLD, *called(), owed(recurs))
    record.when(reply(occurrence), to=ACTION, by=MEMBER).then(replied(occurrence))
    record.when(reply(occurrence), to=ACTION, by=MEMBER).refused("action.already-replied")


def test_the_next_month_is_owed_anew() -> None:
    record = given(*WORLD, owed(Recurs.MONTHLY), (ACTION, replied("2024-03")))
    record.when(reply("2024-04"), to=ACTION, on="2024-04-02").then(replied("2024-04"))


@pytest.mark.parametrize(
    ("recurs", "occurrence"),
    [
        (Recurs.MONTHLY, "2024-02"),
        (Recurs.MONTHLY, "2024-04"),
        (Recurs.MONTHLY, "2024-13"),
        (Recurs.MONTHLY, "2024"),
        (Recurs.YEARLY, "2025"),
        (Recurs.YEARLY, "2024-03"),
        (Recurs.EVERY_MEETING, "none"),
        (Recurs.EVERY_MEETING, "2024-03-02-political"),
    ],
)
def test_nobody_replies_for_what_is_not_owed(recurs: Recurs, occurrence: str) -> None:
    record = given(*WORLD, *called(), *called("lillebaelt/meeting/2024-03-02-political", POLITICAL), owed(recurs))
    record.when(reply(occurrence), to=ACTION).refused("action.not-owed-for", occurrence=occurrence)


def test_nothing_is_owed_for_a_month_that_begins_when_it_has_ceased() -> None:
    record = given(*WORLD, owed(Recurs.MONTHLY, ceases_on="2024-04-01"))
    record.when(reply("2024-04"), to=ACTION, on="2024-04-02").refused("action.not-owed-for")


def test_a_reply_says_which_time_it_is_for() -> None:
    given(*WORLD, owed(Recurs.MONTHLY)).when(reply(None), to=ACTION).refused("action.which-occurrence")


def test_what_is_owed_once_has_no_periods() -> None:
    once = ACTION, Assigned(what=said("Skriv."), owed_by=(WHO,), report_to=STRATEGIC)
    given(*WORLD, once).when(reply("2024-03"), to=ACTION).refused("action.owed-once")


# --- due --------------------------------------------------------------------------------------------------------------


def test_each_month_falls_due_when_it_is_over() -> None:
    record = given(*WORLD, owed(Recurs.MONTHLY), (ACTION, replied("2024-04")))
    assert list(due(record, "2024-03-31")) == []
    march, may = FallDue(occurrence="2024-03"), FallDue(occurrence="2024-05")
    assert list(due(record, "2024-06-01")) == [
        Due(ACTION, march, "2024-03-31", "2024-03"),
        Due(ACTION, may, "2024-05-31", "2024-05"),
    ]
    record.when(march, to=ACTION, on="2024-04-01").then(
        FellDue(debtor=WHO, answer_by="2024-03-31", occurrence="2024-03")
    )
    assert list(due(record, "2024-06-01")) == [Due(ACTION, may, "2024-05-31", "2024-05")]


def test_a_year_falls_due_when_it_is_over() -> None:
    record = given(*WORLD, owed(Recurs.YEARLY))
    assert list(due(record, "2025-01-01")) == [Due(ACTION, FallDue(occurrence="2024"), "2024-12-31", "2024")]


def test_what_has_ceased_falls_due_no_more() -> None:
    record = given(*WORLD, owed(Recurs.MONTHLY, ceases_on="2024-05-01"))
    assert [each.day for each in due(record, "2024-09-01")] == ["2024-03-31", "2024-04-30"]


def opened_on(meeting: str, day: str, of: str = STRATEGIC) -> tuple[Fact, ...]:
    starts_at, ends_at = f"{day}T08:00:00Z", f"{day}T10:00:00Z"
    call = MeetingCalled(body=of, form=Form.VIRTUAL, place=said("Her"), starts_at=starts_at, ends_at=ends_at)
    return (meeting, call), (meeting, MeetingOpened(led_by=MEMBER))


def test_what_is_owed_to_each_meeting_falls_due_when_the_meeting_has_been_held() -> None:
    march, april, may, june = (f"lillebaelt/meeting/{each}" for each in ("march", "april", "may", "june"))
    record = given(
        *WORLD,
        owed(Recurs.EVERY_MEETING, ceases_on="2024-06-01"),
        *opened_on("lillebaelt/meeting/before", "2024-02-15"),
        *opened_on(march, "2024-03-15"),
        (march, MeetingAdjourned()),
        *opened_on(april, "2024-04-15", POLITICAL),
        *reported(may, STRATEGIC, on_day("2024-05-15")),
        *opened_on(june, "2024-06-15"),
        *called("lillebaelt/meeting/called"),
    )
    in_march, in_may = FallDue(occurrence="march"), FallDue(occurrence="may")
    assert list(due(record, "2024-09-01")) == [
        Due(ACTION, in_march, "2024-03-15", "march"),
        Due(ACTION, in_may, "2024-05-15", "may"),
    ]
    record.when(in_march, to=ACTION, on="2024-03-16").then(
        FellDue(debtor=WHO, answer_by="2024-03-15", occurrence="march")
    )


def test_what_a_meeting_decides_is_owed_to_each_meeting_after_it() -> None:
    at_the_meeting, later = f"lillebaelt/meeting/{TODAY}-strategic", "lillebaelt/meeting/later"
    given_there = Assigned(
        what=said("Følg med."),
        owed_by=(WHO,),
        report_to=STRATEGIC,
        recurs=Recurs.EVERY_MEETING,
        from_on=TODAY,
        decision=taken("3.1", at_the_meeting),
    )
    record = given(
        *WORLD, *discussing(at_the_meeting), decision("3.1"), (ACTION, given_there), *opened_on(later, "2024-04-15")
    )
    assert list(due(record, "2024-09-01")) == [Due(ACTION, FallDue(occurrence="later"), "2024-04-15", "later")]
    for command in (reply(f"{TODAY}-strategic"), FallDue(occurrence=f"{TODAY}-strategic")):
        record.when(command, to=ACTION, on="2024-03-02").refused("action.not-owed-for")
    record.when(reply("later"), to=ACTION, on="2024-04-16").then(replied("later"))


def test_nobody_is_late_for_a_meeting_that_is_only_called() -> None:
    record = given(*WORLD, owed(Recurs.EVERY_MEETING), *called())
    record.when(FallDue(occurrence="2024-03-01-strategic"), to=ACTION, on="2024-09-01").refused("action.no-deadline")


# --- the calendar -----------------------------------------------------------------------------------------------------


def test_a_month_and_a_year_begin_and_end() -> None:
    assert [(first_day(each), last_day(each)) for each in ("2024-02", "2024-12", "2023")] == [
        ("2024-02-01", "2024-02-29"),
        ("2024-12-01", "2024-12-31"),
        ("2023-01-01", "2023-12-31"),
    ]


def test_months_go_on_over_the_new_year() -> None:
    assert list(periods(Recurs.MONTHLY, "2023-11-30", "2024-02-01")) == ["2023-11", "2023-12", "2024-01", "2024-02"]
    assert list(periods(Recurs.YEARLY, "2023-11-30", "2024-02-01")) == ["2023", "2024"]
    assert list(periods(Recurs.MONTHLY, "2024-03-01", "2024-02-01")) == []

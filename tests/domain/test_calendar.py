"""The calendar: whatever a command says happened on a day or at a moment, the calendar has it."""

from typing import Any

import pytest

from domain.access import Grant, Office
from domain.awaited import DecisionBlocked, DecisionOf
from domain.claims import DateNotStated, OnDay, Span, Within
from domain.decided import Cited
from domain.document import Doubt as DoubtKind
from domain.document import DoubtStatement, Quote
from domain.effects import Assign, DebtorNotStated, OpenCondition, Refer
from domain.kernel import Command
from domain.mandate import SetPath
from domain.meeting.agenda import AddItem
from domain.meeting.call import Call, Form, RegisterAfterwards
from domain.meeting.decision import RecordDecision
from domain.membership import FillSeat
from domain.outcomes import ApprovedConditionally
from domain.proposal import Receive
from tests.domain.world import (
    CHAIR,
    CHOOSES,
    DECIDED,
    ITEM,
    JOINT_FUNDS,
    MEETING,
    MEMBER,
    PAPER,
    POLITICAL,
    STRATEGIC,
    STRATEGIC_SEATS,
    WORLD,
    discussing,
    opened,
)
from tests.given import given

NO_DAY = "2023-02-29"
"""2023 was no leap year."""
REVERSED = Within(earliest="2024-03-31", latest="2024-03-01", span=Span.MONTH, words="marts 2024")
NO_DATE: OnDay[str] = OnDay(day=NO_DAY)


def cited(on: Any) -> Cited[str]:
    return Cited(who="Klyngen", on=on, words="Et papir")


def decided(*at_once: Any, when_met: tuple[Any, ...] = (), waits_for: tuple[str, ...] = ()) -> Command:
    return RecordDecision(
        item=ITEM,
        decision="3.1",
        outcome=ApprovedConditionally() if waits_for else DECIDED,
        text="Besluttet.",
        at_once=at_once,
        when_met=when_met,
        waits_for=waits_for,
    )


ASKED = Refer(referral="lillebaelt/referral/new", to_body=POLITICAL, question="Hvad nu?", expected=NO_DATE)
DUE = Assign(
    action="lillebaelt/action/new",
    what="Skriv.",
    owed_by=(DebtorNotStated(),),
    report_to=STRATEGIC,
    answer_by=NO_DAY,
)
CONDITION = OpenCondition(
    condition="lillebaelt/condition/c1",
    awaits=DecisionOf(body=POLITICAL, words="et møde"),
    blocks=(DecisionBlocked(meeting=MEETING, decision="3.1"),),
    words="Først.",
)


@pytest.mark.parametrize(
    ("to", "command"),
    [
        (STRATEGIC_SEATS, FillSeat(seat="region", person=CHAIR, from_on=NO_DAY)),
        (STRATEGIC_SEATS, FillSeat(seat="region", person=CHAIR, ceases_on=NO_DAY)),
        (
            "dk/access/new",
            Grant(person=MEMBER, office=Office.AUDITOR, reason="Revision.", from_on="2024-03-01", ceases_on=NO_DAY),
        ),
        (JOINT_FUNDS, SetPath(subject="klyngemidler", steps=(CHOOSES,), source=cited(NO_DATE))),
        ("lillebaelt/meeting/new", RegisterAfterwards(body=POLITICAL, held=NO_DATE, document=PAPER)),
        (PAPER, Quote(number="s1", locator="Punkt 1", words="29. februar", claim=NO_DATE)),
        (PAPER, DoubtStatement(number="s1", doubt=DoubtKind.IMPOSSIBLE, text="Skudår?", read_as=NO_DATE)),
        (MEETING, AddItem(item="next", number="4", title="Næste", based_on=(cited(NO_DATE),))),
        (MEETING, decided(ASKED)),
        (MEETING, decided(CONDITION, when_met=(DUE,), waits_for=(CONDITION.condition,))),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Command) else "",
)
def test_every_day_exists(to: str, command: Command) -> None:
    given(*WORLD, *discussing()).when(command, to=to).refused("day.unknown", day=NO_DAY)


@pytest.mark.parametrize(
    ("starts_at", "ends_at"),
    [
        ("2024-02-30T08:00:00Z", "2024-03-01T10:00:00Z"),
        ("2024-03-01T08:00:00Z", "2024-03-01T24:30:00Z"),
        ("2024-03-01T08:61:00Z", "2024-03-01T10:00:00Z"),
        # In Copenhagen it is the year 10000.
        ("9999-12-31T23:30:00Z", "9999-12-31T23:45:00Z"),
    ],
)
def test_every_moment_exists(starts_at: str, ends_at: str) -> None:
    command = Call(body=STRATEGIC, form=Form.VIRTUAL, place="Virtuelt", starts_at=starts_at, ends_at=ends_at)
    given(*WORLD).when(command, to=MEETING).refused("day.unknown")


def test_the_last_moment_of_the_calendar_is_one() -> None:
    """The control of the one after it."""
    starts_at, ends_at = "9999-12-31T22:30:00Z", "9999-12-31T22:59:59Z"
    command = Call(body=STRATEGIC, form=Form.VIRTUAL, place="Virtuelt", starts_at=starts_at, ends_at=ends_at)
    assert given(*WORLD).when(command, to=MEETING).recorded


def test_the_times_of_an_item_exist() -> None:
    command = AddItem(
        item="next", number="4", title="Næste", from_at="2024-03-01T08:00:00Z", to_at="2024-13-01T08:00:00Z"
    )
    given(*WORLD, *opened()).when(command, to=MEETING).refused("day.unknown", day="2024-13-01T08:00:00Z")


@pytest.mark.parametrize(
    ("to", "command"),
    [
        ("lillebaelt/meeting/new", RegisterAfterwards(body=POLITICAL, held=REVERSED, document=PAPER)),
        ("lillebaelt/proposal/new", Receive(title="Træning", text="Et forslag", when=REVERSED)),
        (JOINT_FUNDS, SetPath(subject="klyngemidler", steps=(CHOOSES,), source=cited(REVERSED))),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Command) else "",
)
def test_a_span_does_not_end_before_it_begins(to: str, command: Command) -> None:
    given(*WORLD).when(command, to=to).refused("day.span-reversed", earliest="2024-03-31", latest="2024-03-01")


def test_a_span_of_one_day_is_a_span() -> None:
    held = Within(earliest="2023-06-07", latest="2023-06-07", span=Span.DAYS, words="den 7.")
    command = RegisterAfterwards(body=POLITICAL, held=held, document=PAPER)
    assert given(*WORLD).when(command, to="lillebaelt/meeting/new").recorded


def test_a_date_in_a_text_is_only_words() -> None:
    command = Receive(title="2023-02-29", text="2024-02-30T08:00:00Z", when=DateNotStated())
    assert given(*WORLD).when(command, to="lillebaelt/proposal/new").recorded

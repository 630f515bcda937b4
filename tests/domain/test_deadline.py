"""Deadlines: the clock says once that one has passed, and what is awaited is awaited all the same."""

import msgspec

from domain.condition import Fulfilled, Opened
from domain.deadline import DeadlinePassed, PassDeadline
from domain.due import Due, due
from tests.domain.waiting import C1, C2, PROOF, TOMORROW, YESTERDAY, pending, waiting_then
from tests.domain.world import TODAY, Fact
from tests.given import given

LONG_AGO = "2024-01-31"
PASSED = DeadlinePassed(answer_by=YESTERDAY)


def with_deadline(day: str | None, stream: str = C1) -> Fact:
    """A condition that is to be met by a day."""
    stream, event = pending(stream=stream)
    assert isinstance(event, Opened)
    return stream, msgspec.structs.replace(event, answer_by=day)


def test_a_deadline_has_passed_when_its_day_is_over() -> None:
    given(with_deadline(YESTERDAY)).when(PassDeadline(), to=C1).then(PASSED)
    given(with_deadline(TODAY)).when(PassDeadline(), to=C1).refused("condition.not-yet", answer_by=TODAY)
    given(with_deadline(TOMORROW)).when(PassDeadline(), to=C1).refused("condition.not-yet", answer_by=TOMORROW)
    given(with_deadline(None)).when(PassDeadline(), to=C1).refused("condition.no-deadline")


def test_it_is_said_once() -> None:
    given(with_deadline(YESTERDAY), (C1, PASSED)).when(PassDeadline(), to=C1).then()


def test_what_is_resolved_is_never_late() -> None:
    resolved = waiting_then((C1, Fulfilled(proof=PROOF)))
    resolved.when(PassDeadline(), to=C1).refused("condition.already-resolved")


def test_what_is_due_on_a_day_comes_the_longest_overdue_first() -> None:
    record = given(with_deadline(YESTERDAY), with_deadline(LONG_AGO, C2), with_deadline(TODAY, f"{C2}-not-yet"))

    assert list(due(record, TODAY)) == [Due(C2, PassDeadline(), LONG_AGO), Due(C1, PassDeadline(), YESTERDAY)]


def test_what_was_said_to_be_late_or_has_no_deadline_is_not_due() -> None:
    assert list(due(given(with_deadline(YESTERDAY), (C1, PASSED), with_deadline(None, C2)), TODAY)) == []

"""Sights: an event is seen by today's rights, and by those that lasted until its day; by no others."""

from types import SimpleNamespace
from typing import Any, cast

from domain.dates import Day, start_of
from domain.kernel import By, Recorded
from domain.mask import Mask
from domain.meeting.call import MeetingAdjourned
from domain.minutes.draft import ItemWritten
from domain.minutes.state import BeingDrafted
from domain.text import said
from projections.sight import Eyes, Opened
from projections.sights import Sights
from tests.domain.world import MEETING, MEMBER

LASTS = ("2022-12-31", "2024-05-31")


class Rights:
    """Eyes that say by which rights they see."""

    def __init__(self, lasts: tuple[Day, ...], today: bool) -> None:
        self._lasts = lasts
        self._today = today

    def last_days(self, scope: str, person: str) -> tuple[Day, ...]:
        return self._lasts

    def rights_on(self, scope: str, person: str, day: Day | None) -> None:
        """Nobody asks: who they are is told by `eyes`."""

    def eyes(self, scope: str, person: str, at: int, opened: Opened | None, day: Day | None) -> Eyes | None:
        return None if day is None and not self._today else cast("Eyes", day or "today")


def seen(day: Day, lasts: tuple[Day, ...], today: bool = False) -> Any:
    recorded = Recorded(
        position=1,
        stream=MEETING,
        version=1,
        recorded_at=start_of(day),
        by=By(person=MEMBER),
        command="meeting.adjourn",
        causation=None,
        correlation=1,
        event=MeetingAdjourned(),
    )
    return Sights(Rights(lasts, today), MEMBER, 1, Opened()).on(recorded)


def test_an_event_is_seen_by_the_rights_that_reached_to_its_day() -> None:
    assert seen("2022-01-01", LASTS) == "2022-12-31"
    assert seen("2022-12-31", LASTS) == "2022-12-31"
    assert seen("2023-01-01", LASTS) == "2024-05-31"


def test_an_event_after_the_last_day_is_seen_by_todays_rights_or_not_at_all() -> None:
    assert seen("2024-06-01", LASTS) is None
    assert seen("2024-06-01", LASTS, today=True) == "today"


def test_who_never_was_anything_else_sees_by_todays_rights() -> None:
    assert seen("2022-01-01", (), today=True) == "today"
    assert seen("2022-01-01", ()) is None


BODY, MINUTES = "lillebaelt/body/strategic", "lillebaelt/minutes/2024-04-09-strategic"
ITEM = f"{MEETING}/item/2"
STATES: dict[str, Any] = {
    MINUTES: BeingDrafted(meeting=MEETING, revision=1),
    MEETING: SimpleNamespace(body=BODY, items={"2": SimpleNamespace(shut=True)}),
}
"""An item whose doors were shut, and its minutes, not sent round yet."""


def reads_the_draft(answers_for: frozenset[str]) -> tuple[bool, set[str]]:
    """Whether somebody who may follow the item is shown what its minutes say, and what is noted of it."""
    opened = Opened()
    mask = Mask(insider_of=frozenset({BODY}), recused=frozenset(), answers_for=answers_for)
    origins = cast("Any", SimpleNamespace(of=lambda recorded: frozenset({(MEETING, "2")})))
    unasked = cast("Any", None)
    eyes = Eyes("lillebaelt", mask, STATES.__getitem__, unasked, unasked, origins, unasked, opened=opened)
    written = Recorded(
        position=1,
        stream=MINUTES,
        version=1,
        recorded_at=0,
        by=By(person=MEMBER),
        command="minutes.write-item",
        causation=None,
        correlation=1,
        event=ItemWritten(meeting=MEETING, item="2", number="2", revision=1, text=said("Ord")),
    )
    return not eyes.hides(written), opened.about


def test_a_draft_that_is_not_shown_is_not_noted_as_read() -> None:
    assert reads_the_draft(frozenset()) == (False, set())
    assert reads_the_draft(frozenset({BODY})) == (True, {ITEM})

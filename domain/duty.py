"""Duty (pligt): what an action's rules read: who owes it, for which occurrences, by when, and who has answered."""

from typing import Any

from msgspec import Struct

from domain.bodies import acts_as
from domain.claims import DateSaid, OnDay, span_of
from domain.dates import LAST_DAY, Day, day_of_moment
from domain.effects import ByBody, ByOutside, ByParty, ByPerson, Debtor, DebtorNotStated
from domain.kernel import Asked, See, Unknown
from domain.meeting.state import Adjourned, InSession, Reported
from domain.names import BodyId, Label, MeetingId, scope_of
from domain.occurrences import PERIOD, Recurs, first_day, last_day, period_of
from domain.refusal import Refused

Duty = tuple[Debtor, Label | None]
"""Who owes it, for which occurrence; None: it is owed once."""


class Owed(Struct, frozen=True, kw_only=True):
    """Who has yet to answer."""

    by: tuple[Debtor, ...]
    report_to: BodyId
    answer_by: Day | None = None
    recurs: Recurs | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None
    given_at: MeetingId | None = None
    """The meeting that decided it: what is owed to each meeting is owed from the next one on."""
    replied: frozenset[Duty] = frozenset()
    fallen_due: frozenset[Duty] = frozenset()

    def missing(self, occurrence: Label | None = None) -> tuple[Debtor, ...]:
        """Who has yet to answer for an occurrence."""
        return tuple(debtor for debtor in self.by if (debtor, occurrence) not in self.replied)

    def untold(self, occurrence: Label | None = None) -> tuple[Debtor, ...]:
        """Those of them whom nobody has said of that they are late."""
        return tuple(each for each in self.missing(occurrence) if (each, occurrence) not in self.fallen_due)


class Done(Struct, frozen=True, kw_only=True):
    """Owed once, and everybody has answered."""

    by: tuple[Debtor, ...]


class Dropped(Struct, frozen=True):
    """Cancelled (bortfaldet)."""


def id_of(debtor: Debtor) -> str | None:
    """Who owes it, where the record knows them."""
    match debtor:
        case ByParty():
            return debtor.party
        case ByBody():
            return debtor.body
        case ByPerson():
            return debtor.person
        case ByOutside() | DebtorNotStated():
            return None


def deadline(state: Owed, occurrence: Label | None, stream: str, see: See) -> Day | None:
    """The last day on which an answer comes in time; None: there is none.

    What is owed once has a day of its own or none. Of a month and a year it is the last, of a meeting its own.
    """
    if state.recurs is None:
        return state.answer_by
    assert occurrence is not None
    return (
        held_on(see(meeting_of(stream, occurrence))) if state.recurs is Recurs.EVERY_MEETING else last_day(occurrence)
    )


def last_in_time(expected: DateSaid[Any] | None) -> Day | None:
    """The last day that the words can mean; None where they set no end."""
    span = None if expected is None else span_of(expected)
    return None if span is None or span[1] == LAST_DAY else span[1]


def meeting_of(stream: str, occurrence: Label) -> MeetingId:
    """The meeting that an occurrence names."""
    return f"{scope_of(stream)}/meeting/{occurrence}"


def held_on(meeting: Any) -> Day | None:
    """The day of a meeting that has been held; None of one that has not, or whose day no paper names."""
    match meeting:
        case InSession(starts_at=str() as starts_at) | Adjourned(starts_at=str() as starts_at):
            return day_of_moment(starts_at)
        case Reported(held=OnDay(day=day)):
            return day
        case _:
            return None


def require_occurrence(occurrence: Label | None, state: Owed, asked: Asked) -> None:
    """Refuse an occurrence that the duty is not owed for, and the lack of one where it is owed again and again."""
    if state.recurs is None:
        if occurrence is not None:
            raise Refused("action.owed-once")
    elif occurrence is None:
        raise Refused("action.which-occurrence", recurs=state.recurs.da, recurs_en=state.recurs.en)
    elif not _is_owed_for(occurrence, state, state.recurs, asked):
        raise Refused("action.not-owed-for", occurrence=occurrence)


def _is_owed_for(occurrence: Label, state: Owed, recurs: Recurs, asked: Asked) -> bool:
    """Whether a month or a year has begun in which it is owed, or the body it is owed to has such a meeting."""
    if recurs is Recurs.EVERY_MEETING:
        stream = meeting_of(asked.stream, occurrence)
        meeting = asked.see(stream)
        reports_there = not isinstance(meeting, Unknown) and acts_as(asked.see, meeting.body, state.report_to)
        return reports_there and stream != state.given_at
    begins = state.from_on or asked.today
    return (
        PERIOD[recurs].fullmatch(occurrence) is not None
        and period_of(recurs, begins) <= occurrence <= period_of(recurs, asked.today)
        and (state.ceases_on is None or first_day(occurrence) < state.ceases_on)
    )

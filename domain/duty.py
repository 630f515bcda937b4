"""Duty (pligt): what an action's rules read: who owes it, for which occurrences, by when, and who has answered."""

from msgspec import Struct

from domain.dates import Day
from domain.effects import Debtor
from domain.kernel import Asked, Unknown
from domain.names import BodyId, Label, scope_of
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


def deadline(state: Owed, occurrence: Label | None) -> Day | None:
    """The last day on which an answer comes in time. None: there is none; a meeting takes what is there."""
    if state.recurs is None:
        return state.answer_by
    return None if occurrence is None or state.recurs is Recurs.EVERY_MEETING else last_day(occurrence)


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
        meeting = asked.see(f"{scope_of(asked.stream)}/meeting/{occurrence}")
        return not isinstance(meeting, Unknown) and meeting.body == state.report_to
    begins = state.from_on or asked.today
    return (
        PERIOD[recurs].fullmatch(occurrence) is not None
        and period_of(recurs, begins) <= occurrence <= period_of(recurs, asked.today)
        and (state.ceases_on is None or first_day(occurrence) < state.ceases_on)
    )

"""Does it bind the party on that day? The rule's own answer, from what a shown row tells of an agreement."""

from typing import Any

import msgspec

from domain.agreement import Agreed, Beginning, History, binds
from domain.agreement.state import Adopted, Bond, End, How, Period
from domain.claims import DateNotStated, DateSaid, Span, Within
from domain.dates import Day
from projections.agreement_rows import AnswerRow, BondRow
from projections.said import SaidDate
from projections.view import Named


def on_day(row: Any, on: Day) -> Any:
    """A shown row with what it answers about a day."""
    if not isinstance(row, BondRow):
        return row
    answer = binds(_state(row), row.party.id, on)
    words = None if answer.said is None or isinstance(answer.said, DateNotStated) else answer.said.words
    told = AnswerRow(on=on, binds=answer.binds, why=answer.why, day=answer.day, words=words)  # type: ignore[arg-type]
    return msgspec.structs.replace(row, answer=told)


def _state(row: BondRow[Any, Named]) -> Agreed:
    """What the rule reads of an agreement, as far as the row tells of its one party."""
    adopted = Adopted(organ=row.organ or "", when=_said(row.adopted_when)) if row.adopted else None
    periods = tuple(
        Period(begins=_said(each.begins), how=Beginning(each.how), ceases_on=each.ceases_on, suspended=each.suspended)  # type: ignore[call-arg]
        for each in row.periods
    )
    end = None if row.ends_on is None or row.ended_by is None else End(ceases_on=row.ends_on, how=How(row.ended_by))  # type: ignore[call-arg]
    return Agreed(
        parties={row.party.id: Bond(adopted=adopted, periods=periods)},
        history=History(row.history),  # type: ignore[call-arg]
        end=end,
    )


def _said(date: SaidDate[Any] | None) -> DateSaid[Any]:
    if date is None:
        return DateNotStated()
    return Within(earliest=date.earliest, latest=date.latest, span=Span.DAYS, words=date.words)

"""What is measured, and how does it go? The indicators (indikatorer) of a scope.

Topic `{scope}/indicators`. Keys: `{indicator}`, and `{indicator}/value/{period}` for each period.
"""

from typing import Any

import msgspec

from domain.colours import Colour
from domain.dates import day_of
from domain.handing.indicator import TakenOver
from domain.indicator import Corrected, Defined, Doubted, Reported, TargetJudged
from domain.kernel import Recorded
from domain.measures import InColour, Minutes, Number, Percent, Period, Value, first_day, last_day
from domain.names import name_of, scope_of
from domain.text import Kept
from projections.indicator_rows import IndicatorRow, PeriodsOf, ValueRow
from projections.referred import referred
from projections.reveal import place_of, reveal
from projections.said import date_row
from projections.view import Get, Named, Rows, Sight, View

Row = IndicatorRow[Kept, str] | ValueRow[Kept, str] | PeriodsOf
Shown = IndicatorRow[str | None, Named] | ValueRow[str | None, Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    event = referred(recorded)
    about = f"{scope_of(recorded.stream)}/indicators|{name_of(recorded.stream)}"
    match event:
        case Defined():
            return {about: _defined(event, recorded), f"{about}/periods": PeriodsOf()}
        case Reported():
            row = ValueRow[Kept, str](
                indicator=recorded.stream,
                period=event.period,
                first=first_day(event.period),
                last=last_day(event.period),
                position=recorded.position,
                value=event.value,
                met=event.met,
                document=event.document,
                reported_on=day_of(recorded.recorded_at),
            )
            return _with(get, about, row, recorded)
        case Corrected():
            row = get(f"{about}/value/{event.period}")
            row = msgspec.structs.replace(
                row,
                position=recorded.position,
                value=event.value,
                met=event.met,
                doubted=False,
                doubt=None,
                corrected=True,
                correction=event.reason,
                reported=row.reported if row.corrected else row.value,
            )
            return _with(get, about, row, recorded)
        case Doubted():
            row = get(f"{about}/value/{event.period}")
            doubted = {"doubted": True, "doubt": event.reason, "position": recorded.position}
            return {f"{about}/value/{event.period}": msgspec.structs.replace(row, **doubted)}
        case TargetJudged():
            row = msgspec.structs.replace(
                get(about),
                judgement=event.judgement,
                judged_by=event.by_body,
                judged_why=event.reason,
                judged_version=recorded.version,
                judged_in=None,
                judged_decision=place_of(event.decision),
            )
            return {about: row}
        case TakenOver():
            return _taken_over(get, event, about, recorded)
        case _:
            return {}


def _taken_over(get: Get, event: TakenOver, about: str, recorded: Recorded) -> Rows:
    """The whole row of figures, so that the next value stands beside the one before it."""
    before = f"{scope_of(event.from_stream)}/indicators|{name_of(event.from_stream)}"
    row: IndicatorRow[Kept, str] = get(before)
    judged_in = None if row.judged_version is None else row.judged_in or event.from_stream
    rows: dict[str, Any] = {
        about: msgspec.structs.replace(row, indicator=recorded.stream, judged_in=judged_in, position=recorded.position),
        f"{about}/periods": get(f"{before}/periods"),
    }
    for period in get(f"{before}/periods").periods:
        row = get(f"{before}/value/{period}")
        rows[f"{about}/value/{period}"] = msgspec.structs.replace(row, indicator=recorded.stream)
    return rows


def _defined(event: Defined, recorded: Recorded) -> IndicatorRow[Kept, str]:
    return IndicatorRow[Kept, str](
        indicator=recorded.stream,
        unit=event.unit,
        position=recorded.position,
        name=event.name,
        definition=event.definition,
        from_party=event.from_party,
        target=event.target,
        target_words=event.target_words,
        due=date_row(event.due),
    )


def _with(get: Get, about: str, row: ValueRow[Kept, str], recorded: Recorded) -> Rows:
    """A period's new row, what comes after it compared with it, and what is latest now."""
    known = get(f"{about}/periods").periods
    periods = tuple(sorted({*known, row.period}, key=lambda each: (last_day(each), each)))
    of = {each: row if each == row.period else get(f"{about}/value/{each}") for each in periods}
    rows: dict[str, Any] = {f"{about}/periods": PeriodsOf(periods=periods)} if periods != known else {}
    for period in periods:
        compared = _compared(of[period], periods, of)
        if period == row.period or compared != of[period]:
            rows[f"{about}/value/{period}"] = of[period] = compared
    latest = next((each for each in reversed(periods) if of[each].value is not None), None)
    rows[about] = msgspec.structs.replace(
        get(about),
        latest=latest,
        value=None if latest is None else of[latest].value,
        met=next((of[each].met for each in reversed(periods) if of[each].met is not None), None),
        position=recorded.position,
    )
    return rows


def _compared(
    row: ValueRow[Kept, str], periods: tuple[Period, ...], of: dict[Period, ValueRow[Kept, str]]
) -> ValueRow[Kept, str]:
    """A row beside the one before it, of a period of the same length, that has a value."""
    earlier = periods[: periods.index(row.period)]
    before = next((each for each in reversed(earlier) if _alike(each, row.period) and of[each].value is not None), None)
    if row.value is None or before is None:
        return msgspec.structs.replace(row, trend=None, before=None)
    return msgspec.structs.replace(row, trend=_trend(of[before].value, row.value), before=before)


def _alike(one: Period, other: Period) -> bool:
    return (len(one), "Q" in one) == (len(other), "Q" in other)


def _trend(before: Value | None, now: Value) -> str:
    assert before is not None
    difference = _rank(now) - _rank(before)
    if difference == 0:
        return "same"
    if isinstance(now, InColour):
        return "worse" if difference > 0 else "better"
    return "up" if difference > 0 else "down"


def _rank(value: Value) -> int:
    match value:
        case Percent():
            return value.bp
        case Number():
            return value.count
        case Minutes():
            return value.minutes
        case InColour():
            return list(Colour).index(value.colour)


NOT_JUDGED = dict.fromkeys(("judgement", "judged_by", "judged_why", "judged_version", "judged_in", "judged_decision"))


def show(key: str, row: Any, sight: Sight) -> Any:
    if isinstance(row, PeriodsOf):
        return None
    judged = row.judged_version if isinstance(row, IndicatorRow) else None
    if judged is not None and sight.hides_event(row.judged_in or row.indicator, judged):
        row = msgspec.structs.replace(row, **NOT_JUDGED)
    return reveal(row, sight)


INDICATORS = View(
    name="indicators",
    version=4,
    row=Row,
    shown=Shown,
    folds=frozenset({Defined, Reported, Doubted, Corrected, TargetJudged, TakenOver}),
    evolve=evolve,
    show=show,
    closes=True,
)

"""Does it apply on that day? What rows with validity (gyldighed) answer about a day, as far as was known at their position.

The other axis is the position: "on day d, as known at p". Rows read no clock, so nothing is folded for this.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct

from domain.dates import Day, in_force
from projections.seats import HOLDERS_MAX
from projections.view import Named

YES, NO, UNKNOWN = "yes", "no", "unknown"
Rows = Mapping[str, Any]


class Validity(Struct, frozen=True, kw_only=True):
    """How rows of one class tell when they apply: from `from_on`, and until what they hold under `ends`."""

    ends: str | None = "ceases_on"
    replaced: bool = False
    """The next one beside it takes its place: of several beneath one key the last that had begun applies."""
    held: bool = False
    """It is a seat: who holds it is asked."""
    begun_by: Callable[[Any], tuple[Day, str | None]] | None = None
    """Where a row names no day that it applies from: the last day on which it can have begun, and how that was said. Without this
    it applied always."""


class DayAnswer(Struct, frozen=True, kw_only=True):
    """What a row answers about a day (`?on=`)."""

    on: Day
    applies: str
    """yes, no, unknown: nobody stated the day"""
    why: str
    """in-force, not-yet, over, replaced, vacant, day-not-stated, before-what-is-told"""
    person: Named | None = None
    """Of a seat: who held it."""
    chairs_for: str | None = None
    """Of a seat: for which side its holder chaired."""
    substitutes: tuple[Named, ...] = ()
    """Of a seat: who stood in on it."""
    words: str | None = None
    """Where the day is not stated: as the paper says it."""


def on_day_of(
    rows: Rows, validity: Mapping[type, Validity], on: Day, group: Callable[[str], Rows] | None
) -> dict[str, DayAnswer]:
    """Answers of rows as shown, by their keys. `group`: all rows beneath a key, where a page may not have them all."""
    beside: dict[str, list[Any]] = {}
    for key, row in rows.items():
        if (rule := validity.get(type(row))) is not None and rule.replaced:
            beside.setdefault(_beneath(key), []).append(row)
    if group is not None:
        beside = {prefix: list(group(prefix).values()) for prefix in beside}
    answers = {}
    for key, row in rows.items():
        rule = validity.get(type(row))
        if rule is not None:
            answers[key] = _answer(row, rule, on, beside.get(_beneath(key), ()))
    return answers


def _beneath(key: str) -> str:
    return key.rpartition("/")[0] + "/"


def _answer(row: Any, rule: Validity, on: Day, beside: Iterable[Any]) -> DayAnswer:
    from_on = getattr(row, "from_on", None)
    ceases_on = None if rule.ends is None else getattr(row, rule.ends)
    if rule.held:
        return DayAnswer(on=on, applies=NO, why="over") if _is_over(ceases_on, on) else _seat(row, on)
    if from_on is not None and on < from_on:
        return DayAnswer(on=on, applies=NO, why="not-yet")
    if _is_over(ceases_on, on):
        return DayAnswer(on=on, applies=NO, why="over")
    if from_on is None and rule.begun_by is not None:
        begun_by, words = rule.begun_by(row)
        if on < begun_by:
            return DayAnswer(on=on, applies=UNKNOWN, why="day-not-stated", words=words)
    if rule.replaced and not getattr(row, "also", False):
        begun = [each for each in beside if type(each) is type(row) and not getattr(each, "also", False)]
        last = max((each for each in begun if in_force(each.from_on, None, on)), key=_begins, default=row)
        if last != row:
            return DayAnswer(on=on, applies=NO, why="replaced")
    return DayAnswer(on=on, applies=YES, why="in-force")


def _is_over(ceases_on: Day | None, on: Day) -> bool:
    return ceases_on is not None and ceases_on <= on


def _begins(row: Any) -> tuple[Day, int]:
    return row.from_on or "", row.position


def _seat(row: Any, on: Day) -> DayAnswer:
    """Who held it that day; of whoever left on a day that nobody stated, it is not known until when."""
    substitutes = tuple(each.person for each in row.substitutes if in_force(each.from_on, each.ceases_on, on))
    for holder in row.holders:
        if not holder.left and in_force(holder.from_on, holder.ceases_on, on):
            chairs = holder.chairs_for is not None and in_force(holder.chairs_from_on, holder.chairs_until, on)
            return DayAnswer(
                on=on,
                applies=YES,
                why="in-force",
                person=holder.person,
                chairs_for=holder.chairs_for if chairs else None,
                substitutes=substitutes,
            )
    for holder in row.holders:
        if holder.left and holder.ceases_on is None and in_force(holder.from_on, None, on):
            return DayAnswer(
                on=on, applies=UNKNOWN, why="day-not-stated", person=holder.person, substitutes=substitutes
            )
    if len(row.holders) >= HOLDERS_MAX and on < (row.holders[0].from_on or ""):
        return DayAnswer(on=on, applies=UNKNOWN, why="before-what-is-told", substitutes=substitutes)
    return DayAnswer(on=on, applies=NO, why="vacant", substitutes=substitutes)

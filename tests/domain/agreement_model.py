"""A plain model of agreements, written from the reference and not from the code: a card per party, and worlds.

A date that a paper gives as a span may be any of its days, each a world of its own. An agreement binds where it does so in
every world, does not where it does so in none, and else nobody knows. Nothing on the card and an incomplete history: nobody
knows either.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

YEAR_DAYS = tuple(f"2020-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 11, 21))
"""The days of the model: three a month."""
BEFORE, AFTER = "2019-12-31", "2021-01-01"
"""Some day earlier, some day later."""

Span = tuple[str, str]


@dataclass
class Card:
    """What stands on one party's card: whether it has adopted, and every beginning with its end."""

    adopted: bool = False
    lines: list[tuple[Span, str | None, bool]] = field(default_factory=list)
    """(some day from, to), first day without, resumed"""


@dataclass
class Cards:
    """All cards of an agreement, and its end."""

    whole_history: bool
    card_of: dict[str, Card] = field(default_factory=dict)
    proposed: bool = False
    ends_on: str | None = None

    # --- may it be written -------------------------------------------------------------------------------------------

    def may_adopt(self, party: str, on: str) -> bool:
        return not self.card_of[party].adopted and (self.ends_on is None or on < self.ends_on)

    def may_begin(self, party: str, span: Span, ceases_on: str | None) -> bool:
        card = self.card_of[party]
        if self.whole_history and not card.adopted:
            return False
        if self.ends_on is not None and span[0] >= self.ends_on:
            return False
        first = span[0]
        if card.lines:
            _, stopped, _ = card.lines[-1]
            if stopped is None or span[1] < stopped:
                return False
            first = max(first, stopped)
        return ceases_on is None or ceases_on > first

    def may_suspend(self, party: str, ceases_on: str) -> bool:
        lines = self.card_of[party].lines
        if not lines:
            return False
        (first, _), stops, _ = lines[-1]
        for _, stopped, _ in lines[-2:-1]:
            first = max(first, stopped or first)
        return ceases_on > first and (stops is None or ceases_on < stops)

    # --- written ------------------------------------------------------------------------------------------------------

    def suspend(self, party: str, ceases_on: str) -> None:
        span, _, resumed = self.card_of[party].lines.pop()
        self.card_of[party].lines.append((span, ceases_on, resumed))

    # --- asked --------------------------------------------------------------------------------------------------------

    def binds(self, party: str, on: str) -> str:
        if self.ends_on is not None and on >= self.ends_on:
            return "no"
        card = self.card_of[party]
        if not card.lines:
            return "no" if self.whole_history else "unknown"
        if card.lines[0][2] and on < card.lines[0][0][0]:
            return "unknown"  # it held some time before it was resumed, and no paper says when
        worlds = {
            any(begins <= on and (ends is None or on < ends) for begins, ends in world)
            for world in self._worlds(card, on)
        }
        if len(worlds) > 1:
            return "unknown"
        return "yes" if worlds == {True} else "no"

    def _worlds(self, card: Card, on: str) -> Iterator[list[tuple[str, str | None]]]:
        """Every way in which the days of a card can have been; of days that make no difference, one."""

        def choose(index: int, not_before: str) -> Iterator[list[tuple[str, str | None]]]:
            if index == len(card.lines):
                yield []
                return
            (first, last), ends, _ = card.lines[index]
            first, last = max(first, not_before), max(last, not_before)
            days = {first, last, *(day for day in (on, AFTER) if first <= day <= last)}
            for day in days:
                for rest in choose(index + 1, ends or AFTER):
                    yield [(day, ends), *rest]

        return choose(0, "0001-01-01")

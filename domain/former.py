"""Former members (tidligere medlemmer): they go on reading what they could read on their last day, and nothing later.

Of what stood on a day somebody sees what today's rights show, and what rights that lasted until that day show. A right that has
ended by an office, an invitation or a substitute's part reads nothing any more: only a seat leaves something behind. Doors that
were shut since are shut to whoever was no insider.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from domain.clusters import Streams, day_of_rights, last_day_of
from domain.concerned import bodies_before
from domain.dates import LAST_DAY, Day
from domain.mask import Mask
from domain.names import BodyId, PersonId
from domain.person import is_gone
from domain.seating import Holding, Seat, Seats, is_inside
from domain.seats import Voice
from domain.seeing import Index, mask_of, naming, recused_at


class Had(Struct, frozen=True, kw_only=True):
    """What somebody could see of a body, and the last day on which they could."""

    body: BodyId
    last_on: Day
    closed: bool
    drafts: bool
    """Minutes before they are sent round."""


def last_days(scope: str, person: PersonId, today: Day, streams: Index) -> tuple[Day, ...]:
    """The days on which rights of a person in a scope ended, in order."""
    return tuple(sorted({each.last_on for each in _had(scope, person, today, streams)}))


def mask_on(scope: str, person: PersonId, day: Day, today: Day, streams: Index) -> Mask | None:
    """What a person may see of what stood in a scope on a day; None: nothing."""
    now = mask_of(scope, person, today, streams)
    had = tuple(each for each in _had(scope, person, today, streams) if day <= each.last_on)
    if not had:
        return now
    if now is None:
        return _by_what_was_had(scope, person, had, streams)
    inside = {each.body for each in had if each.closed}
    return replace(
        now,
        insider_of=now.insider_of | inside | bodies_before(scope, inside, streams),
        answers_for=now.answers_for | {each.body for each in had if each.drafts},
    )


def last_mask_of(scope: str, person: PersonId, today: Day, streams: Index) -> Mask | None:
    """What somebody who was a member could see on their last day; None: they never were."""
    had = _had(scope, person, today, streams)
    if not had:
        return None
    last_on = max(each.last_on for each in had)
    return _by_what_was_had(scope, person, tuple(each for each in had if each.last_on == last_on), streams)


def _by_what_was_had(scope: str, person: PersonId, had: tuple[Had, ...], streams: Index) -> Mask:
    inside = {each.body for each in had if each.closed}
    return Mask(
        insider_of=frozenset(inside) | bodies_before(scope, inside, streams),
        recused=recused_at(person, streams),
        answers_for=frozenset(each.body for each in had if each.drafts),
        until_on=max(each.last_on for each in had),
    )


def _had(scope: str, person: PersonId, today: Day, streams: Index) -> tuple[Had, ...]:
    """All that seats showed a person and show no longer. Of whoever has died or is erased nothing is left."""
    if is_gone(person, streams):
        return ()
    on = day_of_rights(scope, today, streams)
    return tuple(_by_seats(naming("membership", scope, person, streams), person, on, streams))


def _by_seats(among: Iterable[str], person: PersonId, on: Day, streams: Streams) -> Iterator[Had]:
    for membership in among:
        seats: Any = streams.see(membership)
        if not isinstance(seats, Seats):
            continue
        for seat in seats.seats.values():
            for holding in seat.holders:
                if holding.person == person:
                    yield from _by_holding(seats.body, seat, holding, on)


def _by_holding(body: BodyId, seat: Seat, holding: Holding, on: Day) -> Iterator[Had]:
    """Of a seat that was held, and of the chair that went with it; each right until its own last day. Of one that was given up at
    once, on a day that nobody stated, until the day before that was entered.
    """
    over_on = holding.left_on if holding.left else holding.ceases_on
    if holding.left and over_on is None:
        return
    if _is_over(holding.from_on, over_on, on):
        last_on = last_day_of(over_on or on)
        yield Had(body=body, last_on=last_on, closed=is_inside(seat), drafts=seat.voice is Voice.SECRETARIAT)
    for chairing in holding.chairs:
        ceases_on = min(chairing.ceases_on or LAST_DAY, over_on or LAST_DAY)
        if _is_over(chairing.from_on, ceases_on, on):
            yield Had(body=body, last_on=last_day_of(ceases_on), closed=True, drafts=True)


def _is_over(from_on: Day | None, ceases_on: Day | None, on: Day) -> bool:
    """Whether days that held at all have gone by."""
    return ceases_on is not None and ceases_on <= on and (from_on is None or from_on < ceases_on)

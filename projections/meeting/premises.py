"""Recommendations that depend on others, as rows: what waits for its premise, and what becomes of it afterwards."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from domain.kernel import Recorded
from domain.meeting.floor import ItemSettled
from projections.meeting.keys import recommendation_key
from projections.view import Get


def left_by_settling(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    """What was not answered when its item ended, and why."""
    event: ItemSettled = recorded.event
    for standing, numbers in (("lapsed", event.lapsed), ("waiting", event.waiting)):
        for number in numbers:
            _stands(get, recorded, recommendation_key(topic, event.item, number), standing, rows)


def freed(get: Get, recorded: Recorded, topic: str, answers: tuple[str, ...], rows: dict[str, Any]) -> None:
    """What waited for the recommendations that a decision answers may be taken up; what waits for that waits on."""
    for answered in answers:
        for number in _then(get, topic, recorded.event.item, answered):
            _stands(get, recorded, recommendation_key(topic, recorded.event.item, number), "due", rows)


def lapsed(get: Get, recorded: Recorded, topic: str, answers: tuple[str, ...], rows: dict[str, Any]) -> None:
    """What waited for the recommendations that a decision answers lapses with it, and what waited for that."""
    for answered in answers:
        for number in _then(get, topic, recorded.event.item, answered):
            _stands(get, recorded, recommendation_key(topic, recorded.event.item, number), "lapsed", rows)
            lapsed(get, recorded, topic, (number,), rows)


def _then(get: Get, topic: str, item: str, number: str) -> Iterator[str]:
    """The recommendations that wait for one."""
    row = get(recommendation_key(topic, item, number))
    for each in () if row is None else row.then:
        waits = get(recommendation_key(topic, item, each))
        if waits is not None and waits.standing == "waiting":
            yield each


def _stands(get: Get, recorded: Recorded, key: str, standing: str, rows: dict[str, Any]) -> None:
    rows[key] = replace(get(key), standing=standing, position=recorded.position)

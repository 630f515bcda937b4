"""Keys at hand: those of a page's texts are asked for once; nothing is opened by it, and nothing that is erased opens."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from domain.kernel import Event, Recorded
from domain.text import Sealed
from eventstore.log import Log
from eventstore.sealing import key_id_of, sealed_in
from tests.projections.closed_item import STORY
from tests.realtime.record_in_memory import played


class Asked:
    """Counts the questions that the key database is asked."""

    def __init__(self, kept_log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
        self.one_by_one = self.at_once = 0
        find, find_all = kept_log.keys.find, kept_log.keys.find_all

        def one(key_id: bytes) -> bytes | None:
            self.one_by_one += 1
            return find(key_id)

        def many(key_ids: Sequence[bytes]) -> dict[bytes, bytes]:
            self.at_once += 1
            return find_all(key_ids)

        monkeypatch.setattr(kept_log.keys, "find", one)
        monkeypatch.setattr(kept_log.keys, "find_all", many)


def boxes(events: Sequence[Event]) -> list[Sealed[str]]:
    return [box for event in events for _, box in sealed_in(event)]


@asynccontextmanager
async def story() -> AsyncIterator[tuple[Log, list[Recorded]]]:
    kept_log = await played(STORY, STORY.steps)
    kept_log.texts._opened.clear()
    try:
        yield kept_log, list(kept_log.read(0))
    finally:
        kept_log.close()


async def test_the_keys_of_what_is_shown_next_are_asked_for_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    async with story() as (kept_log, recorded):
        events = [each.event for each in recorded]
        asked = Asked(kept_log, monkeypatch)
        with kept_log.texts.at_hand(recorded):
            assert (asked.at_once, asked.one_by_one) == (1, 0)
            assert not kept_log.texts._opened
            words = [kept_log.texts.open(box) for box in boxes(events)]
        assert asked.one_by_one == 0
        assert len(words) > 50
        assert None not in words
        kept_log.texts._opened.clear()
        assert [kept_log.texts.open(box) for box in boxes(events)] == words
        assert asked.one_by_one == len(set(map(key_id_of, boxes(events))))


async def test_what_is_destroyed_meanwhile_does_not_open() -> None:
    async with story() as (kept_log, recorded):
        events = [each.event for each in recorded]
        gone, stays, *_ = boxes(events)
        texts = kept_log.texts
        with texts.at_hand(recorded):
            kept_log.keys.destroy([key_id_of(gone)])
            texts.forget(key_id_of(gone))
            assert texts.open(gone) is None
            assert texts.open(stays) is not None
        assert not texts._at_hand


async def test_a_key_that_is_damaged_is_told_as_such_when_its_text_is_opened() -> None:
    async with story() as (kept_log, recorded):
        events = [each.event for each in recorded]
        damaged, sound, *_ = boxes(events)
        key_id = key_id_of(damaged)
        kept_log.keys._kept.run("UPDATE keys SET wrapped=? WHERE id=?", bytes(60), key_id)
        with kept_log.texts.at_hand(recorded):
            assert kept_log.texts.open(damaged) is None
            assert kept_log.texts.open(sound) is not None
        assert [fault.value for fault in kept_log.texts.faults.values()] == ["damaged"]

"""What becomes of closed items on the way is as closed as they are: changes, guests, promises; an extract is for everyone."""

import asyncio
from collections.abc import Iterator

import msgspec
import pytest

from domain.kernel import About, Event
from domain.meeting.floor import TakeUpItem
from domain.meeting.guests import GuestInvited
from domain.meeting.promised import ItemPostponed, PostponeItem
from domain.meeting.revisions import ItemChanged
from domain.meeting.sending import AgendaOrdered
from tests.projections.aadal import CAST
from tests.projections.second_meeting import (
    CLOSED,
    CLOSED_WORDS,
    EXTRACT,
    HIDDEN,
    HIDDEN_WORDS,
    LIFTED_BECAUSE,
    LINK,
    MEETING,
    STORY,
    TOPICS,
)
from tests.realtime.record_in_memory import RecordInMemory, microseconds, played, transactions
from tests.realtime.test_closed_words import found, frames_of, trail_and_feed
from tests.realtime.told import Told

INSIDERS = ("secretary", "chair", "member", "recused")
OUTSIDERS = ("observer", "administrator")
"""Those who still have a right after the first meeting."""
GUEST = "neighbour"
"""Sits in another cluster; invited to the open item and to the one whose title is closed."""
EVERY_WORD = (*HIDDEN_WORDS, *CLOSED_WORDS)


async def everything() -> Told:
    telling = Told(await played(STORY), CAST.values(), TOPICS)
    for transaction in transactions(telling.log):
        telling.take(transaction)
    return telling


@pytest.fixture(scope="module")
def telling() -> Iterator[Told]:
    """Everything told once: nothing more is recorded here."""
    telling = asyncio.run(everything())
    yield telling
    telling.log.close()


def test_insiders_are_sent_every_word_and_outsiders_none(telling: Told) -> None:
    for part in INSIDERS:
        assert found((*EVERY_WORD, LINK), frames_of(telling.pages[CAST[part]])) == {*EVERY_WORD, LINK}, part
    for part in OUTSIDERS:
        comes = {LINK} if part == "observer" else set()
        assert found((*EVERY_WORD, LINK, HIDDEN), frames_of(telling.pages[CAST[part]])) == comes, part
    assert found((*CLOSED_WORDS, LINK), frames_of(telling.pages[CAST[GUEST]])) == {LINK}, "while it was in session"
    for page in telling.pages.values():
        assert found([LIFTED_BECAUSE], frames_of(page)) == set()


async def test_a_guest_follows_a_hidden_item_while_it_is_on_the_floor_and_not_a_frame_longer() -> None:
    steps = [step for step in STORY.steps if step.to == MEETING]
    begins = next(step for step in steps if step.command == TakeUpItem(item=HIDDEN))
    ends = next(step for step in steps if isinstance(step.command, PostponeItem) and step.command.item == HIDDEN)
    telling = Told(await played(STORY), CAST.values(), TOPICS)
    page = telling.pages[CAST[GUEST]]
    heard: dict[str, bytes] = {}
    losses: list[list[str]] = []
    at = {microseconds(begins.at): "during", microseconds(ends.at): "after"}
    when = "before"
    for transaction in transactions(telling.log):
        when = at.get(transaction[0].recorded_at, when)
        page.clear()
        telling.take(transaction)
        losses += [each["lost"] for each in page.messages if each["op"] == "access" and when == "after"]
        heard[when] = heard.get(when, b"") + b"".join(each for each in page.frames if b'"op":"access"' not in each)
        if when == "during":
            assert found((*HIDDEN_WORDS, HIDDEN), trail_and_feed(telling.record, GUEST)) > {HIDDEN}
    assert found(HIDDEN_WORDS, heard["during"]) > {"birk-ny", "birk-sag", "birk-at"}
    for when in ("before", "after"):
        assert found((*EVERY_WORD, HIDDEN), heard[when]) == set(), when
    # What is lost is named once, by the key it was held under, and no word of it.
    assert [each for lost in losses for each in lost if HIDDEN in each]
    assert found(EVERY_WORD, repr(losses).encode()) == set()
    assert found((*EVERY_WORD, HIDDEN), trail_and_feed(telling.record, GUEST)) == set()
    telling.log.close()


def test_an_extract_reaches_an_observer_and_with_the_title_closed_nothing_does(telling: Told) -> None:
    page = telling.pages[CAST["observer"]]
    assert found([EXTRACT, HIDDEN_WORDS[-1]], frames_of(page)) == {EXTRACT}
    rows = page.rows(MEETING)
    assert EXTRACT.encode() in msgspec.json.encode(rows[f"item/{CLOSED}/note/extract"])
    assert not [key for key in rows if HIDDEN in key]


def test_the_trail_and_the_feed_are_as_closed(telling: Told) -> None:
    for part in INSIDERS:
        assert found(EVERY_WORD, trail_and_feed(telling.record, part)) == set(EVERY_WORD), part
    for part in (*OUTSIDERS, GUEST):
        assert found((*EVERY_WORD, LINK, HIDDEN), trail_and_feed(telling.record, part)) == set(), part


def test_whoever_is_not_told_of_all_items_is_not_told_when_the_agenda_changes(telling: Told) -> None:
    assert telling.pages[CAST["observer"]].rows(MEETING)["agenda"]["unsent"] is None
    assert telling.pages[CAST["member"]].rows(MEETING)["agenda"]["unsent"] is True


@pytest.mark.parametrize("event", [ItemChanged, GuestInvited, ItemPostponed, AgendaOrdered], ids=lambda each: each.tag)
async def test_an_event_that_was_about_no_item_would_be_found(
    event: type[Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control."""
    monkeypatch.setattr(event, "concerns", About.STREAM)
    record = RecordInMemory(await played(STORY))
    record.tail.look()
    assert found((*EVERY_WORD, HIDDEN), trail_and_feed(record, "observer")) > set()
    record.log.close()

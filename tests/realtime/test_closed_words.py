"""What is closed reaches nobody outside: not in a frame, a view, a trail, now or as of then. An insider reads every word."""

from collections.abc import Iterable

import msgspec

from domain.policy import Mask
from projections.trail import entry, opened
from tests.projections.aadal import CAST, MEETING
from tests.projections.closed_item import (
    CLOSED_ITEM,
    OPENED,
    RECUSED_BECAUSE,
    SHUT,
    SHUT_LATER,
    STORY,
    TITLE_CLOSED,
    TOPICS,
    closed_words,
)
from tests.realtime.page import Page
from tests.realtime.record_in_memory import RecordInMemory, played, transactions
from tests.realtime.told import Told

INSIDERS = ("secretary", "chair", "member")
OUTSIDERS = ("observer", "group-member", "neighbour", "auditor", "administrator")
TITLE_CLOSED_WORDS, CLOSED_WORDS = closed_words(TITLE_CLOSED), closed_words(CLOSED_ITEM)
EVERY_WORD = (*TITLE_CLOSED_WORDS, *CLOSED_WORDS, SHUT_LATER)


async def told_up_to(index: int | None) -> Told:
    """Every frame of the story's first steps, kept by the pages."""
    telling = Told(await played(STORY, STORY.steps[:index]), CAST.values(), TOPICS)
    for transaction in transactions(telling.log):
        telling.take(transaction)
    return telling


def found(words: Iterable[str], text: bytes) -> set[str]:
    return {word for word in words if word.encode() in text}


def frames_of(page: Page) -> bytes:
    return b"".join(page.frames)


async def test_no_frame_carries_a_closed_word_to_anybody_outside_and_every_word_reaches_an_insider() -> None:
    telling = await told_up_to(STORY.steps.index(OPENED))
    for part in OUTSIDERS:
        assert found((*TITLE_CLOSED_WORDS, *CLOSED_WORDS), frames_of(telling.pages[CAST[part]])) == set(), part
    for part in INSIDERS:
        assert found(EVERY_WORD, frames_of(telling.pages[CAST[part]])) == set(EVERY_WORD), part
    for page in telling.pages.values():
        assert found([RECUSED_BECAUSE], frames_of(page)) == set()
    telling.log.close()


async def test_opened_doors_show_what_was_said_and_a_closed_title_stays_closed() -> None:
    telling = await told_up_to(None)
    observer = frames_of(telling.pages[CAST["observer"]])
    assert found(CLOSED_WORDS, observer) == set(CLOSED_WORDS)
    assert found(TITLE_CLOSED_WORDS, observer) == set()
    assert TITLE_CLOSED.encode() not in observer, "not even the item's name"
    telling.log.close()


async def test_shut_doors_end_what_an_observer_is_sent() -> None:
    telling = await told_up_to(STORY.steps.index(SHUT))
    page = telling.pages[CAST["observer"]]
    assert found([SHUT_LATER], frames_of(page)) == {SHUT_LATER}, "while the doors were open"
    telling.log.close()

    telling = await told_up_to(STORY.steps.index(SHUT) + 1)
    page = telling.pages[CAST["observer"]]
    after = msgspec.json.encode(page.rows(MEETING))
    assert found([SHUT_LATER], after) == set()
    assert found([SHUT_LATER], msgspec.json.encode(telling.pages[CAST["member"]].rows(MEETING))) == {SHUT_LATER}
    telling.log.close()


async def test_a_recused_member_is_sent_nothing_of_the_item_from_the_recusal_on() -> None:
    telling = Told(await played(STORY), CAST.values(), TOPICS)
    page, sent = telling.pages[CAST["recused"]], {}
    for transaction in transactions(telling.log):
        tag = transaction[0].event.tag
        if tag in ("meeting.recused", "meeting.doors-opened"):
            sent[tag] = frames_of(page)
            telling.clear()
        telling.take(transaction)
    assert found(CLOSED_WORDS, sent["meeting.recused"]) > set(), "a member until then"
    assert found(CLOSED_WORDS, sent["meeting.doors-opened"]) == set()
    assert found(TITLE_CLOSED_WORDS, sent["meeting.doors-opened"]) == set(TITLE_CLOSED_WORDS), (
        "a member still, elsewhere"
    )
    # Behind open doors the agenda is everybody's, and what was said is not for the recused.
    assert found(CLOSED_WORDS, frames_of(page)) == {"title-af-i8c"}
    assert found(CLOSED_WORDS, frames_of(telling.pages[CAST["observer"]])) == set(CLOSED_WORDS)
    telling.log.close()


# --- asked for, now and as of then ------------------------------------------------------------------------------------


def views_as_of_every_position(record: RecordInMemory, part: str) -> bytes:
    pages = []
    for topic in TOPICS:
        mask = record.mask(topic, CAST[part])
        if mask is not None:
            pages += [record.reading.page(topic, mask, at).rows for at in range(1, record.head + 1)]
    return msgspec.json.encode(pages)


def trail_and_feed(record: RecordInMemory, part: str) -> bytes:
    """Every entry and every event that the trail and the feed tell of Ådal."""
    mask: Mask | None = record.mask("aadal/decisions", CAST[part])
    if mask is None:
        return b""
    eyes = record.reading.eyes(mask, record.head)
    told = []
    for recorded in record.log.read(0):
        line = entry(recorded, eyes)
        if line is not None:
            told.append((line, opened(recorded.event, eyes)))
    return msgspec.json.encode(told)


async def test_views_trail_and_feed_are_as_closed_as_the_frames() -> None:
    record = RecordInMemory(await played(STORY, STORY.steps[: STORY.steps.index(OPENED)]))
    record.tail.look()
    for part in OUTSIDERS:
        seen = views_as_of_every_position(record, part) + trail_and_feed(record, part)
        assert found((*EVERY_WORD, RECUSED_BECAUSE), seen) == set(), part
    recused = views_as_of_every_position(record, "recused") + trail_and_feed(record, "recused")
    assert found(CLOSED_WORDS, recused) == set()
    for part in INSIDERS:
        assert found(EVERY_WORD, views_as_of_every_position(record, part)) == set(EVERY_WORD), part
        assert found(EVERY_WORD, trail_and_feed(record, part)) == set(EVERY_WORD), part
    record.log.close()


async def test_rights_are_todays_also_for_what_was_open_then() -> None:
    """The observer read the open item until its doors were shut; as of then it is hidden now, its title too."""
    record = RecordInMemory(await played(STORY))
    record.tail.look()
    shut = next(
        each for each in record.log.read(0) if each.event.tag == "meeting.doors-shut" and each.event.item == "aaben"
    )
    observer, member = (record.mask(MEETING, CAST[part]) for part in ("observer", "member"))
    assert observer is not None
    assert member is not None
    before = shut.position - 1
    item = record.reading.page(MEETING, observer, before).rows["item/aaben"]
    assert (item.title, item.summary, item.shut, item.hidden) == (None, None, False, True)
    item = record.reading.page(MEETING, member, before).rows["item/aaben"]
    assert SHUT_LATER in item.title
    assert SHUT_LATER in item.summary
    record.log.close()

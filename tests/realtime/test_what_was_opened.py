"""Whatever shows a closed word says so, and whatever shows none says nothing: views, trail, feed and sockets alike."""

from collections.abc import AsyncIterator, Iterator

import msgspec
import pytest

from domain.meeting.agenda import ItemAdded
from domain.meeting.attendance import Recused
from domain.right_to_see import is_auditor, right_to_see
from domain.seating import seats_held
from eventstore.texts import Texts
from projections.sight import Opened
from projections.trail import entry, opened
from tests.projections.aadal import CAST, MEETING
from tests.projections.closed_item import CLOSED_ITEM, OPENED, STORY, TITLE_CLOSED, TOPICS, closed_words
from tests.realtime.page import Page
from tests.realtime.record_in_memory import RecordInMemory, played
from tests.realtime.under_way import BEGUN, under_way

PARTS = ("secretary", "chair", "member", "recused", "observer", "group-member", "neighbour", "auditor")
OUTSIDERS = ("observer", "group-member", "neighbour", "auditor")
ITEMS = {item: f"{MEETING}/item/{item}" for item in (TITLE_CLOSED, CLOSED_ITEM)}


@pytest.fixture
async def record() -> AsyncIterator[RecordInMemory]:
    record = RecordInMemory(await played(STORY, STORY.steps[: STORY.steps.index(OPENED)]))
    record.tail.look()
    yield record
    record.log.close()


def told(record: RecordInMemory, part: str) -> Iterator[tuple[str, bytes, Opened]]:
    """What a part is shown, by topic, with what was noted of it."""
    for topic in TOPICS:
        mask = record.mask(topic, CAST[part])
        if mask is not None:
            noted = Opened()
            yield topic, msgspec.json.encode(record.reading.page(topic, mask, record.head, opened=noted).rows), noted
    for recorded in record.log.read(0):
        noted = Opened()
        eyes = record.reading.eyes("aadal", CAST[part], record.head, noted)
        if eyes is not None and (line := entry(recorded, eyes)) is not None:
            yield recorded.event.tag, msgspec.json.encode((line, opened(recorded.event, eyes))), noted


async def test_no_closed_word_is_shown_without_being_noted(record: RecordInMemory) -> None:
    shown = 0
    for part in PARTS:
        for what, text, noted in told(record, part):
            for item, about in ITEMS.items():
                if any(word.encode() in text for word in closed_words(item)):
                    shown += 1
                    assert about in noted.about, f"{what} to {part}"
    assert shown > 50, "closed words were shown to insiders"


async def test_who_is_shown_nothing_closed_is_not_noted(record: RecordInMemory) -> None:
    for part in OUTSIDERS:
        for what, _, noted in told(record, part):
            assert noted.about.isdisjoint(ITEMS.values()), f"{what} to {part}"
    recused = set().union(*(noted.about for _, _, noted in told(record, "recused")))
    assert ITEMS[CLOSED_ITEM] not in recused
    assert ITEMS[TITLE_CLOSED] in recused, "a member still, at the other item"


async def test_a_read_names_the_seat_that_opens_the_item_and_of_an_auditor_the_office(record: RecordInMemory) -> None:
    today, now = record.today(), record.tail.now
    about = ITEMS[CLOSED_ITEM]
    for part in ("secretary", "chair", "member"):
        right = right_to_see(about, MEETING, CAST[part], today, now)
        membership, _, seat = (right or "").partition("#")
        assert seat in seats_held(now.see(membership), CAST[part], today)
    assert right_to_see("changes", "changes", CAST["auditor"], today, now) in now.ids("access")
    assert [part for part in PARTS if is_auditor(CAST[part], today, now)] == ["auditor"]
    assert right_to_see(about, MEETING, "dk/person/nobody", today, now) is None


def test_whoever_stands_in_closed_words_is_concerned_and_in_open_ones_is_not() -> None:
    noted = Opened()
    noted.words("Sagen om ⟦person:dk/person/p1⟧.", None)
    noted.told()
    noted.item(MEETING, CLOSED_ITEM)
    noted.words("Sagen om ⟦person:dk/person/p2⟧.", None)
    noted.told()
    noted.words("Kontaktoplysninger.", "dk/person/p3")
    noted.told()
    assert noted.about == {ITEMS[CLOSED_ITEM], "dk/person/p2", "dk/person/p3"}


class Notes:
    def __init__(self) -> None:
        self.taken: list[tuple[str, str, frozenset[str]]] = []

    def __call__(self, reader: str, topic: str, about: frozenset[str]) -> None:
        self.taken.append((reader, topic, about))

    def of(self, part: str, about: str) -> int:
        return sum(reader == CAST[part] and about in each for reader, _, each in self.taken)


async def test_a_socket_that_shows_a_closed_item_is_noted_once_a_day_and_no_other_is() -> None:
    notes = Notes()
    async with under_way() as meeting:
        meeting.hub.noted.note = notes
        pages = {part: meeting.open(part) for part in ("member", "secretary", "observer", "auditor")}
        for step in STORY.steps[len(BEGUN) : STORY.steps.index(OPENED)]:
            await meeting.give(step)
        closed = ITEMS[TITLE_CLOSED]
        assert [notes.of(part, closed) for part in pages] == [1, 1, 0, 0]
        assert (CAST["auditor"], MEETING, frozenset()) in notes.taken, "that an auditor follows is told in any case"
        meeting.record.day_by_the_clock = "2025-05-07"
        meeting.hub.heartbeat(0)
        meeting.follow(pages["member"])
        assert [notes.of(part, closed) for part in pages] == [2, 1, 0, 0]
        again = Page(CAST["member"])
        meeting.follow(again)
        assert notes.of("member", closed) == 3


async def test_whose_a_personal_text_is_stays_known_when_the_log_is_opened_again(record: RecordInMemory) -> None:
    """The reason of a recusal is about whom it recuses; the words of an item are about nobody."""
    recused = next(each.event for each in record.log.read(0) if isinstance(each.event, Recused))
    added = next(each.event for each in record.log.read(0) if isinstance(each.event, ItemAdded))
    log = record.log
    again = Texts(log.keys, log.recorder.event_at, frozenset())
    assert again.person_of(recused.reason) is None, "the control: nothing is known yet"
    again.know(log.recorder.personal_blocks())
    for texts in (log.texts, again):
        assert texts.person_of(recused.reason) == CAST["recused"]
        assert texts.person_of(added.title) is None

"""What is closed reaches nobody outside: not in a frame, a view, a trail, now or as of then. An insider reads every word."""

from collections.abc import Iterable
from typing import Any

import msgspec

from domain.claims import DateNotStated
from domain.decided import Taken
from domain.meeting.agenda import AddItem
from domain.meeting.decision import RecordDecision
from domain.meeting.floor import TakeUpItem
from domain.membership import FillSeat
from domain.names import scope_of
from domain.outcomes import Plain, PlainOutcome
from domain.policy import COMMON_SCOPE
from domain.proposal import Park, Receive
from domain.proposing import ParkProposal
from domain.redaction import Request, Where
from projections.trail import entry, opened
from stories.story import Step
from tests.projections.aadal import CAST, FUND, MEETING, NEIGHBOUR_SEATS, NEIGHBOURS_SECRETARIAT
from tests.projections.closed_item import (
    AWAITED,
    CLOSED_ITEM,
    FORMED,
    OPENED,
    RECUSED_BECAUSE,
    SENT_ON,
    SHUT,
    SHUT_LATER,
    STORY,
    TASK,
    TITLE_CLOSED,
    TOPICS,
    carried_words,
    closed_words,
)
from tests.realtime.page import Page
from tests.realtime.record_in_memory import RecordInMemory, Writing, played, transactions
from tests.realtime.told import Told

INSIDERS = ("secretary", "chair", "member")
OUTSIDERS = ("observer", "group-member", "neighbour", "auditor", "administrator")
TITLE_CLOSED_WORDS, CLOSED_WORDS = closed_words(TITLE_CLOSED), closed_words(CLOSED_ITEM)
CARRIED = {item: carried_words(item) for item in (TITLE_CLOSED, CLOSED_ITEM)}
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
    assert found(CLOSED_WORDS, frames_of(page)) == set(), "behind open doors no more than before"
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


def trail_and_feed(record: RecordInMemory, part: str, scope: str = "aadal") -> bytes:
    """Every entry and every event that the trail and the feed tell of a scope."""
    eyes = record.reading.eyes(scope, CAST[part], record.head)
    if eyes is None:
        return b""
    told = []
    for recorded in record.log.read(0):
        line = entry(recorded, eyes) if scope_of(recorded.stream) in (scope, COMMON_SCOPE) else None
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


async def test_what_came_of_a_closed_item_is_as_closed_as_the_item() -> None:
    """Its words, the item and its decision, who owes what, and that anything came of it at all."""
    record = RecordInMemory(await played(STORY, STORY.steps[: STORY.steps.index(OPENED)]))
    record.tail.look()
    everything = {*CARRIED[TITLE_CLOSED], *CARRIED[CLOSED_ITEM]}
    for part in OUTSIDERS:
        told = trail_and_feed(record, part)
        assert found(everything, views_as_of_every_position(record, part) + told) == set(), part
        began = [each[item] for each in (FORMED, TASK, SENT_ON) for item in CARRIED]
        assert found([TITLE_CLOSED, *began], told) == set(), "nor the hidden item's name, nor what began there"
    assert found(CARRIED[CLOSED_ITEM], trail_and_feed(record, "recused")) == set()
    assert found(CARRIED[TITLE_CLOSED], trail_and_feed(record, "recused")) == {*CARRIED[TITLE_CLOSED]}
    for part in INSIDERS:
        assert found(everything, trail_and_feed(record, part)) == everything, part
    record.log.close()


async def test_nothing_that_may_be_seen_names_a_position_that_may_not() -> None:
    record = RecordInMemory(await played(STORY, STORY.steps[: STORY.steps.index(OPENED)]))
    record.tail.look()
    hidden = 0
    for part in (*OUTSIDERS, "recused"):
        eyes = record.reading.eyes("aadal", CAST[part], record.head)
        if eyes is None:
            continue
        lines = [line for each in record.log.read(0) if (line := entry(each, eyes)) is not None]
        seen = {line.position for line in lines}
        hidden += record.head - len(seen)
        for line in lines:
            assert {line.correlation, line.causation or line.position} <= seen, f"{line.tag} to {part}"
    assert hidden > 0
    record.log.close()


async def test_a_thing_is_called_by_closed_words_before_insiders_only() -> None:
    """An open earmark waits for what a closed item awaits: in the fund, over the socket and at the door."""
    telling = await told_up_to(STORY.steps.index(OPENED))
    condition = "condition-af-{}"
    for item, earmark in ((TITLE_CLOSED, "et"), (CLOSED_ITEM, "to")):
        for part in ("observer", "auditor", "recused", *INSIDERS):
            (waits,) = telling.pages[CAST[part]].rows(FUND)[f"earmark/{earmark}"]["waits_for"]
            reads = part in INSIDERS or (part == "recused" and item == TITLE_CLOSED)
            assert waits["id"] == AWAITED[item]
            assert (condition.format(item) in waits["name"]) == reads, f"{item} to {part}"
    telling.log.close()


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


async def test_what_is_said_later_of_what_began_at_a_closed_item_is_closed_too() -> None:
    """A redaction asked for there, what happens to a proposal that was formed there; and not what an open item then says."""
    kept_log = await played(STORY, STORY.steps[: STORY.steps.index(OPENED)])
    decided = next(
        each for each in kept_log.read(0) if each.event.tag == "meeting.decision-recorded" and each.event.at_once
    )
    assert decided.event.item == TITLE_CLOSED
    where = Where(of=MEETING, version=decided.version, field="/text")
    writing = Writing(kept_log)
    at = "2025-05-06T12:05:00+02:00"
    for to, command in (
        ("aadal/redaction/hush", Request(where=where, reason="Der står kanel.")),
        (FORMED[TITLE_CLOSED], Park(reason="Ikke mere kanel.")),
        (MEETING, AddItem(item="igen", number="4", title="Igen")),
        (MEETING, TakeUpItem(item="igen")),
        (
            MEETING,
            RecordDecision(
                item="igen",
                decision="4",
                outcome=Plain(outcome=PlainOutcome.APPROVED),
                text="Det kan godt være.",
                at_once=(ParkProposal(proposal=FORMED[TITLE_CLOSED], reason="Venter på vanilje."),),
                based_on=(Taken(meeting=MEETING, decision="2"),),
            ),
        ),
    ):
        await writing.give(STORY, Step(at=at, by="secretary", to=to, command=command))
    await writing.close()
    record = RecordInMemory(kept_log)
    record.tail.look()
    observer, member = (trail_and_feed(record, part) for part in ("observer", "member"))
    assert found(["kanel"], member) == {"kanel"}
    assert found(["kanel"], observer) == set()
    assert found(["vanilje"], observer) == {"vanilje"}, "said at an open item"
    based_on = b'"decision":"2"'
    assert based_on in member
    assert based_on not in observer, "what an open decision rests on"
    kept_log.close()


# --- of another scope ---------------------------------------------------------------------------------------------------

THEIRS, OURS, NEVER_NAMED = "aadal/proposal/hemmeligt", "bakke/proposal/vores", "kanel"


async def test_a_thing_of_another_scope_is_named_before_those_who_have_a_part_there() -> None:
    """Bakke names a proposal of Ådal by its id; who sits in Bakke only learns no more than that id."""
    kept_log = await played(STORY)
    writing = Writing(kept_log)
    received = Receive(title=f"Forslag om {NEVER_NAMED}", text="Et forslag.", when=DateNotStated())
    at = "2025-05-12T08:00:00+02:00"
    for by, to, command in (
        ("administrator", NEIGHBOUR_SEATS, NEIGHBOURS_SECRETARIAT),
        ("administrator", NEIGHBOUR_SEATS, FillSeat(seat="secretariat", person=CAST["secretary"])),
        ("secretary", THEIRS, received),
        ("secretary", OURS, Receive(title="Vores forslag", text="Et forslag.", when=DateNotStated())),
        ("secretary", OURS, Park(reason="Venter.", linked_to=THEIRS)),
        ("secretary", OURS, Park(reason="Venter.", linked_to=FORMED[TITLE_CLOSED])),
    ):
        await writing.give(STORY, Step(at=at, by=by, to=to, command=command))
    await writing.close()
    record = RecordInMemory(kept_log)
    record.tail.look()
    closed_name = f"formed-af-{TITLE_CLOSED}"
    reads: dict[str, set[str]] = {
        "neighbour": set(),
        "administrator": {NEVER_NAMED},
        "secretary": {NEVER_NAMED, closed_name},
    }
    for part, named in reads.items():
        told = trail_and_feed(record, part, "bakke")
        assert found(["hemmeligt"], told) == {"hemmeligt"}, part
        assert found([NEVER_NAMED, closed_name], told) == named, part
    kept_log.close()


async def test_a_page_goes_on_after_a_row_that_was_shown_and_is_as_full_for_everybody() -> None:
    """Else a hidden row were known by its key, or by the gap it leaves."""
    record = RecordInMemory(await played(STORY, STORY.steps[: STORY.steps.index(OPENED)]))
    record.tail.look()
    pages = 0
    for part in (*OUTSIDERS, "member"):
        for topic in TOPICS:
            mask = record.mask(topic, CAST[part])
            if mask is None:
                continue
            rows: dict[str, Any] = {}
            after = ""
            while (page := record.reading.page(topic, mask, record.head, after, 2)).after is not None:
                assert list(page.rows)[-1] == page.after, f"{topic} to {part}"
                assert len(page.rows) == 2, f"{topic} to {part}"
                rows, after, pages = rows | page.rows, page.after, pages + 1
            assert rows | page.rows == record.reading.snapshot(topic, mask), f"{topic} to {part}"
    assert pages > 0
    record.log.close()

"""Minutes are as closed as the items they tell of: texts, comments, answers and notes, in the trail and the feed."""

from typing import Any

import msgspec
import pytest

from domain.kernel import About, Command
from domain.minutes.draft import Circulate, Draft, ItemText, ItemWritten, Revise
from domain.minutes.hearing import AnswerComment, Comment, CommentAnswered, Commented
from domain.minutes.publication import AddNote, NoteAdded, Publish
from projections.history import Past
from projections.sight import Opened
from stories.story import Step
from tests.projections.aadal import CAST, MEETING
from tests.projections.at_length import done
from tests.projections.closed_item import CLOSED_ITEM, OPEN_ITEM, STORY, TITLE_CLOSED
from tests.realtime.record_in_memory import RecordInMemory, Writing, played
from tests.realtime.test_closed_words import INSIDERS, OUTSIDERS, found, trail_and_feed

MINUTES = MEETING.replace("/meeting/", "/minutes/")
WRITTEN = {OPEN_ITEM: "kardemomme", TITLE_CLOSED: "kanel", CLOSED_ITEM: "vanilje"}
"""item -> the word its text, its comment, the answer, its note and its corrected text begin with.

Its doors at the end of the story: shut with an open title, shut with a closed one, opened again.
"""
PLACES = ("text", "bemaerkning", "svar", "note", "rettet")
REASON = "muskat"
"""Stands in the reason of the new revision, which is of no item."""


def words(*items: str) -> set[str]:
    return {f"{WRITTEN[item]}-{place}" for item in items for place in PLACES}


def texts(place: str) -> tuple[ItemText, ...]:
    return tuple(ItemText(item=item, text=f"Om {word}-{place}.") for item, word in WRITTEN.items())


def each_item() -> tuple[tuple[str, Command], ...]:
    given: list[tuple[str, Command]] = []
    for index, (item, word) in enumerate(WRITTEN.items()):
        given += [
            ("member", Comment(item=item, comment=f"b{index}", text=f"Og {word}-bemaerkning?")),
            ("secretary", AnswerComment(comment=f"b{index}", text=f"Ja, {word}-svar.")),
            ("secretary", AddNote(item=item, text=f"Siden er sket {word}-note.")),
        ]
    return tuple(given)


HEARD: tuple[tuple[str, Command], ...] = (
    ("secretary", Draft(meeting=MEETING, texts=texts("text"))),
    ("secretary", Circulate()),
    *each_item(),
    ("chair", Publish()),
    ("secretary", Revise(reason=f"Vi glemte {REASON}.", texts=texts("rettet"))),
    ("secretary", Circulate()),
)


WRITTEN_ANEW: tuple[tuple[str, Command], ...] = (
    ("secretary", Draft(meeting=MEETING, texts=texts("foerst"))),
    ("secretary", Draft(meeting=MEETING, texts=texts("text"))),
    ("secretary", Circulate()),
    ("chair", Publish()),
    ("secretary", Revise(reason="En fejl.", texts=texts("rettet"))),
    ("secretary", Circulate()),
)
"""What the first draft said was sent to nobody: it was written anew before."""


async def written(until: int | None = None, heard: tuple[tuple[str, Command], ...] = HEARD) -> RecordInMemory:
    """The story, and the minutes of its meeting: drafted, heard, published, revised and heard again; or its beginning."""
    kept_log = await played(STORY)
    writing = Writing(kept_log)
    version = 0
    for by, command in heard[:until]:
        if_match = version if command.needs_version else None
        step = Step(at="2025-05-12T08:00:00+02:00", by=by, to=MINUTES, command=command, if_match=if_match)
        await writing.give(STORY, step)
        version = max(each.version for each in kept_log.read(0) if each.stream == MINUTES)
    await writing.close()
    record = RecordInMemory(kept_log)
    record.tail.look()
    return record


async def test_minutes_of_a_shut_item_are_told_to_insiders_only() -> None:
    record = await written()
    for part in INSIDERS:
        assert found(words(*WRITTEN), trail_and_feed(record, part)) == words(*WRITTEN), part
    told = trail_and_feed(record, "observer")
    assert found((*words(*WRITTEN), REASON), told) == words(CLOSED_ITEM) | {REASON}
    assert found([TITLE_CLOSED], told) == set(), "nor the hidden item's name"
    for part in OUTSIDERS:
        assert found(words(OPEN_ITEM, TITLE_CLOSED), trail_and_feed(record, part)) == set(), part
    record.log.close()


async def test_minutes_of_an_item_are_not_told_to_whoever_is_recused_from_it() -> None:
    record = await written()
    assert found(words(*WRITTEN), trail_and_feed(record, "recused")) == words(OPEN_ITEM, TITLE_CLOSED)
    record.log.close()


async def test_a_member_who_is_recused_from_an_item_is_told_the_version_that_approval_asks_for() -> None:
    record = await written()

    def version(part: str) -> Any:
        mask = record.mask(MINUTES, CAST[part])
        assert mask is not None
        return record.snapshot(MINUTES, mask).get("stream")

    assert version("recused") == version("member")
    assert version("recused").version > 0
    assert version("observer") is None
    record.log.close()


@pytest.mark.parametrize(("until", "draft"), [(1, "text"), (-1, "rettet")], ids=["the first", "a correction"])
async def test_a_draft_that_is_not_sent_round_is_read_by_the_secretariat_and_the_chairs_alone(
    until: int, draft: str
) -> None:
    record = await written(until)
    unsent = {f"{word}-{draft}" for word in WRITTEN.values()}
    for part in STORY.cast:
        told = trail_and_feed(record, part)
        assert found(unsent, told) == (unsent if part in ("secretary", "chair") else set()), part
        rows = rows_of_minutes(record, part)
        assert found(unsent, rows) == (unsent if part in ("secretary", "chair") else set()), part
    record.log.close()


async def test_a_draft_that_is_sent_round_is_shown_to_those_who_may_read_it() -> None:
    record = await written(2)
    assert found(words(*WRITTEN), rows_of_minutes(record, "member")) == {f"{word}-text" for word in WRITTEN.values()}
    assert found(words(*WRITTEN), rows_of_minutes(record, "observer")) == {f"{WRITTEN[CLOSED_ITEM]}-text"}
    record.log.close()


async def test_what_a_draft_said_before_it_was_written_anew_is_never_shown_to_others() -> None:
    """Neither by looking back nor by following the record, however far the minutes have come."""
    for until in range(2, len(WRITTEN_ANEW) + 1):
        record = await written(until, WRITTEN_ANEW)
        unsent = {f"{word}-foerst" for word in WRITTEN.values()}
        for part in STORY.cast:
            told = trail_and_feed(record, part) + looked_back(record, part)
            assert found(unsent, told) == (unsent if part in ("secretary", "chair") else set()), (until, part)
        sent = {f"{word}-text" for word in WRITTEN.values()}
        assert found(sent, looked_back(record, "member")) == (sent if until > 2 else set()), "the control"
        record.log.close()


def looked_back(record: RecordInMemory, part: str) -> bytes:
    """The minutes as of every position, and how each of their rows came to be."""
    mask = record.mask(MINUTES, STORY.cast[part])
    if mask is None:
        return b""
    past = Past(record.reading, MINUTES, STORY.cast[part], mask, record.head, Opened())
    pages = [record.reading.page(MINUTES, mask, at).rows for at in range(1, record.head + 1)]
    keys = sorted({key for rows in pages for key in rows})
    return msgspec.json.encode((pages, [done(past.history(key, 0, record.head, record.head)) for key in keys]))


def rows_of_minutes(record: RecordInMemory, part: str) -> bytes:
    mask = record.mask(MINUTES, STORY.cast[part])
    return b"" if mask is None else msgspec.json.encode(record.snapshot(MINUTES, mask))


@pytest.mark.parametrize("event", [ItemWritten, Commented, CommentAnswered, NoteAdded], ids=lambda each: each.tag)
async def test_an_event_of_minutes_that_was_about_no_item_would_be_found(
    event: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control."""
    monkeypatch.setattr(event, "concerns", About.STREAM)
    record = await written()
    assert found(words(TITLE_CLOSED), trail_and_feed(record, "observer")) > set()
    record.log.close()

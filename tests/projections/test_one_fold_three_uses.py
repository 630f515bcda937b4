"""Law 2: one fold gives the view now, the view as of any position, and the rows that go over the socket."""

import msgspec
import pytest

from domain.access import Withdrawn
from domain.kernel import Event
from domain.meeting.attendance import RecusalLifted, Recused
from domain.meeting.doors import DoorsOpened, DoorsShut
from domain.meeting.moving import MeetingMoved
from domain.membership import SeatVacated
from domain.minutes.draft import MinutesCirculated
from domain.names import kind_of
from domain.party import Renamed
from domain.policy import Mask
from domain.redaction import CarriedOut
from eventstore.follower import Follower
from eventstore.log import Log
from eventstore.sqlite.rows import SQLiteRows
from projections.initiative import INITIATIVE_VIEW
from projections.plan import PLAN_VIEW
from projections.views import OF_SCOPE, OF_STREAM, VIEWS, view_of
from stories.aarhus_2024_april import STORY as AARHUS
from stories.lillebaelt_2024_04_09 import STORY as LILLEBAELT
from stories.lillebaelt_2024_04_09.names import STRATEGIC
from stories.midt_2023_05_24 import STORY as MIDT
from stories.randers_2020_efteraar import STORY as RANDERS
from stories.sequence import SEQUENCE
from stories.story import Story
from stories.syd_2021_foraar import STORY as SYD
from tests.projections import aadal, closed_item, minuted, second_meeting
from tests.projections.rebuilt import Rebuilt
from tests.realtime.record_in_memory import RecordInMemory, played, transactions
from tests.realtime.told import Rows, Told, on_the_wire

LISTS = tuple(view for view in OF_SCOPE if view not in ("decisions", "people"))
TOPICS = {
    LILLEBAELT.name: (
        LILLEBAELT.meeting,
        "lillebaelt/minutes/2024-04-09-strategic",
        "lillebaelt/meeting/2023-06-07-political",
        "lillebaelt/meeting/2024-04-26-political",
        "lillebaelt/fund/klyngemidler",
        "lillebaelt/initiative/middelfart",
        "lillebaelt/decisions",
        "lillebaelt/people",
        "dk/people",
        *(f"lillebaelt/{view}" for view in LISTS),
    ),
    closed_item.STORY.name: closed_item.TOPICS,
    minuted.STORY.name: minuted.TOPICS,
    second_meeting.STORY.name: second_meeting.TOPICS,
    # The papers of these tell of no fund yet.
    MIDT.name: (
        MIDT.meeting,
        "midt/minutes/2023-05-24-political",
        "midt/meeting/2023-03-13-political",
        "midt/meeting/2023-04-17-directors",
        *(f"midt/{view}" for view in OF_SCOPE),
        "dk/people",
        "nordjylland/people",
    ),
    SYD.name: (
        SYD.meeting,
        "syd/meeting/2020-2021-political",
        *(f"syd/{view}" for view in OF_SCOPE),
        "dk/people",
        "nordjylland/people",
    ),
    AARHUS.name: (
        AARHUS.meeting,
        "aarhus/meeting/2023-11-08-political",
        *(f"aarhus/{view}" for view in OF_SCOPE),
        "dk/people",
        "midtjylland/people",
    ),
    RANDERS.name: (RANDERS.meeting, *(f"randers/{view}" for view in OF_SCOPE), "dk/people", "midtjylland/people"),
}
CAST_MAX = 26
"""People who each have a page."""
TOLD = [LILLEBAELT, minuted.STORY, second_meeting.STORY, MIDT, RANDERS, SYD, AARHUS]
stories = pytest.mark.parametrize("story", TOLD, ids=lambda story: story.name)


def readers(story: Story) -> tuple[str, ...]:
    """Who has a page. Of a large cast one for each way of taking part: the others read as one of these does."""
    parts = story.cast if len(story.cast) <= CAST_MAX else {"administrator", *story.sign_ins.values()}
    return tuple(story.cast[part] for part in sorted(parts))


async def told(story: Story, hushed: type[Event] | None = None) -> Told:
    return Told(await played(story), readers(story), TOPICS[story.name], hushed)


def test_every_view_is_a_topic_of_both_stories() -> None:
    # No story adopts a plan yet, so none has a page; nor has the short one an initiative.
    views = {*OF_STREAM.values(), *OF_SCOPE.values()} - {PLAN_VIEW}
    assert {view_of(topic) for topic in TOPICS[minuted.STORY.name]} == views - {INITIATIVE_VIEW}
    assert {view_of(topic) for topic in TOPICS[LILLEBAELT.name]} == views
    assert {story.name for story in TOLD} >= {story.name for story in SEQUENCE}


# --- live -------------------------------------------------------------------------------------------------------------


@stories
async def test_what_a_page_holds_is_at_every_position_what_a_rebuild_shows(story: Story) -> None:
    telling = await told(story)
    telling.tell()

    assert telling.record.head == telling.log.head
    audiences = {telling.record.mask(topic, each) for topic in TOPICS[story.name] for each in readers(story)}
    assert len(audiences - {None}) >= 3
    ops = {message["op"] for page in telling.pages.values() for message in page.messages}
    assert {"snap", "rows", "reset", "sync"} <= ops
    telling.log.close()


@pytest.mark.parametrize(
    "hushed",
    [Renamed, CarriedOut, DoorsShut, DoorsOpened, SeatVacated, Recused, Withdrawn, RecusalLifted, MeetingMoved],
    ids=lambda event: event.tag,
)
async def test_a_page_would_hold_something_else_if_an_event_kept_quiet_about_what_it_unsettles(
    hushed: type[Event],
) -> None:
    telling = await told(second_meeting.STORY, hushed)
    with pytest.raises(AssertionError, match="holds it at"):
        telling.tell()
    tags = {each.event.tag for each in telling.log.read(telling.rebuilt.head - 2, telling.rebuilt.head)}
    assert hushed.tag in tags, "at the very transaction"
    telling.log.close()


async def test_a_page_would_lack_the_minutes_if_it_were_not_told_that_they_are_sent_round() -> None:
    telling = await told(minuted.STORY, MinutesCirculated)
    with pytest.raises(AssertionError, match="holds it at"):
        telling.tell()
    telling.log.close()


# --- as of a position -------------------------------------------------------------------------------------------------


async def held_at_each_position(telling: Told) -> dict[tuple[int, str, Mask], Rows]:
    """(position, topic, audience) -> what its pages held."""
    held = {}
    for transaction in transactions(telling.log):
        telling.take(transaction)
        for page in telling.pages.values():
            for topic in telling.hub.topics_of(page):
                mask = telling.record.mask(topic, page.person)
                assert mask is not None
                held[telling.record.head, topic, mask] = dict(page.rows(topic))
    return held


def keep_all(kept_log: Log, store: SQLiteRows) -> None:
    """Rows as the follower keeps them, from zero."""
    follower = Follower(kept_log, store, VIEWS)
    while follower.step():
        pass


@pytest.mark.parametrize("kept", [False, True], ids=["overlaid", "kept"])
async def test_the_page_as_of_a_position_is_what_was_held_then(kept: bool) -> None:
    telling = await told(LILLEBAELT)
    held = await held_at_each_position(telling)
    if kept:
        keep_all(telling.log, telling.record.store)
        telling.record.tail.rows.pin_kept()
        assert telling.record.tail.rows.pinned == telling.log.head
    todays = {(topic, mask) for _, topic, mask in held if mask in masks(telling, topic)}
    compared = 0
    for (position, topic, mask), rows in held.items():
        # What a draft of minutes said is shown by today's rights: it is sent round by now.
        if (topic, mask) in todays and (kind_of(topic) != "minutes" or STRATEGIC in mask.answers_for):
            page = telling.record.reading.page(topic, mask, position)
            assert (page.after, on_the_wire(page.rows)) == (None, rows), f"{topic} at {position}"
            compared += 1
    assert compared > telling.log.head
    telling.log.close()


def masks(telling: Told, topic: str) -> set[Mask | None]:
    return {telling.record.mask(topic, person) for person in telling.pages}


async def test_the_view_as_of_every_position_is_a_rebuild_up_to_there() -> None:
    """Within a transaction, too: nobody is sent its middle, and whoever asks for it gets what the folds make of it."""
    kept_log = await played(LILLEBAELT)
    record, rebuilt = RecordInMemory(kept_log), Rebuilt(kept_log.texts.open)
    record.tail.look()
    for recorded in kept_log.read(0):
        rebuilt.take(recorded)
        for topic in TOPICS[LILLEBAELT.name]:
            mask = record.mask(topic, LILLEBAELT.cast["secretary"])
            assert mask is not None
            assert record.reading.page(topic, mask, recorded.position).rows == rebuilt.shown(topic, mask)
    assert rebuilt.head == kept_log.head
    kept_log.close()


async def test_an_insider_reads_as_of_a_position_what_they_held_then_whatever_the_doors() -> None:
    """Up to the first redaction: what is made unreadable is unreadable then, too."""
    story, steps = closed_item.STORY, closed_item.STORY.steps
    redacted = steps.index(closed_item.PLACE_REDACTED)
    telling = Told(await played(story, steps[:redacted]), [aadal.CAST["member"]], closed_item.TOPICS)
    held = await held_at_each_position(telling)
    mask = telling.record.mask(aadal.MEETING, aadal.CAST["member"])
    assert mask is not None
    positions = [(at, rows) for (at, topic, then), rows in held.items() if (topic, then) == (aadal.MEETING, mask)]
    for position, rows in positions:
        assert on_the_wire(telling.record.reading.page(aadal.MEETING, mask, position).rows) == rows
    assert len(positions) > 30
    telling.log.close()


# --- from zero --------------------------------------------------------------------------------------------------------


@stories
async def test_the_last_is_what_kept_rows_show_that_were_made_from_zero(story: Story) -> None:
    telling = await told(story)
    # Page by page it is compared elsewhere; here the record follows alone.
    for transaction in transactions(telling.log):
        telling.record.tail.feed(transaction)
    again = RecordInMemory(telling.log)
    keep_all(telling.log, again.store)
    # A process that starts now reads kept rows, and folds nothing.
    fresh = RecordInMemory(telling.log, again.store)
    fresh.tail.look()
    assert fresh.tail.rows.pinned == telling.log.head
    rows = 0
    for topic in TOPICS[story.name]:
        for mask in masks(telling, topic) - {None}:
            assert mask is not None
            assert fresh.snapshot(topic, mask) == telling.record.snapshot(topic, mask)
            rows += len(fresh.snapshot(topic, mask))
    assert rows > 100
    telling.log.close()


@stories
async def test_shown_rows_are_of_the_class_that_the_view_declares(story: Story) -> None:
    kept_log = await played(story)
    rebuilt = Rebuilt(kept_log.texts.open)
    rebuilt.take(*kept_log.read(0))
    types = set()
    for topic in TOPICS[story.name]:
        view, mask = view_of(topic), rebuilt.reading.mask(topic, story.cast["administrator"])
        assert view is not None
        assert mask is not None
        for row in rebuilt.shown(topic, mask).values():
            assert msgspec.json.decode(msgspec.json.encode(row), type=view.shown) == row
            types.add(type(row))
    assert len(types) > 10
    kept_log.close()

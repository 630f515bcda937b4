"""Law 2: one fold gives the view now, the view as of any position, and the rows that go over the socket."""

import pytest

from domain.access import Withdrawn
from domain.kernel import Event
from domain.meeting.attendance import RecusalLifted, Recused
from domain.meeting.doors import DoorsOpened, DoorsShut
from domain.meeting.moving import MeetingMoved
from domain.membership import SeatVacated
from domain.minutes.draft import MinutesCirculated
from domain.party import Renamed
from domain.redaction import CarriedOut
from projections.views import OF_SCOPE, OF_STREAM, view_of
from stories.aarhus_2024_april import STORY as AARHUS
from stories.lillebaelt_2024_04_09 import STORY as LILLEBAELT
from stories.midt_2023_05_24 import STORY as MIDT
from stories.randers_2020_efteraar import STORY as RANDERS
from stories.sequence import OF_PAPERS
from stories.story import Story
from stories.syd_2021_foraar import STORY as SYD
from tests.projections import closed_item, minuted, second_meeting
from tests.realtime.record_in_memory import played
from tests.realtime.told import Told

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
        "midt/plan/handleplan-2023",
        "midt/initiative/10",
        *(f"midt/{view}" for view in OF_SCOPE),
        "dk/people",
        "nordjylland/people",
    ),
    SYD.name: (
        SYD.meeting,
        "syd/meeting/2020-2021-political",
        "syd/plan/sundhedsaftalen",
        "syd/initiative/skroebelige-patienter",
        "syd/fund/projektmidler",
        *(f"syd/{view}" for view in OF_SCOPE),
        "dk/people",
        "nordjylland/people",
    ),
    AARHUS.name: (
        AARHUS.meeting,
        "aarhus/meeting/2023-11-08-political",
        "aarhus/plan/handleplan",
        "aarhus/initiative/velfaerdsteknologiens-hus",
        "aarhus/fund/klyngemidler",
        *(f"aarhus/{view}" for view in OF_SCOPE),
        "dk/people",
        "midtjylland/people",
    ),
    RANDERS.name: (
        RANDERS.meeting,
        *(f"randers/{view}" for view in OF_SCOPE),
        "midtjylland/agreements-in-force",
        "dk/people",
        "midtjylland/people",
    ),
}
CAST_MAX = 12
"""People who each have a page."""
IN_TURN = 4
"""Of a large cast's topics that nothing is sent of, one in so many is compared at a time."""
TOLD = [LILLEBAELT, minuted.STORY, second_meeting.STORY, MIDT, RANDERS, SYD, AARHUS]
stories = pytest.mark.parametrize("story", TOLD, ids=lambda story: story.name)


def readers(story: Story) -> tuple[str, ...]:
    """Who has a page. Of a large cast one for each way of taking part: the others read as one of these does."""
    parts = story.cast if len(story.cast) <= CAST_MAX else {"administrator", *story.sign_ins.values()}
    return tuple(story.cast[part] for part in sorted(parts))


async def told(story: Story, hushed: type[Event] | None = None) -> Told:
    return Told(await played(story), readers(story), TOPICS[story.name], hushed)


def test_every_view_is_a_topic_of_both_stories() -> None:
    views = {view.name for view in (*OF_STREAM.values(), *OF_SCOPE.values())}
    # The short story has neither a plan nor an initiative, and Lillebælt no plan.
    assert views_of(minuted.STORY) == views - {"plan", "initiative"}
    assert views_of(LILLEBAELT) == views - {"plan"}
    assert views_of(SYD) >= {"plan", "initiative"}
    assert {story.name for story in TOLD} >= {story.name for story in OF_PAPERS}


def views_of(story: Story) -> set[str]:
    """The views that are told of."""
    found = {topic: view_of(topic) for topic in TOPICS[story.name]}
    return {view.name for view in found.values() if view is not None}


# --- live -------------------------------------------------------------------------------------------------------------


@stories
async def test_what_a_page_holds_is_at_every_position_what_a_rebuild_shows(story: Story) -> None:
    telling = await told(story)
    telling.tell(in_turn=1 if len(story.cast) <= CAST_MAX else IN_TURN)

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

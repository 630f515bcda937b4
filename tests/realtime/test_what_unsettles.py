"""A name, a key, a door, a right: what changes what is seen without changing the row is shown anew, to whom it touches only."""

from collections.abc import Iterable

import pytest

from domain.membership import Cause, FillSeat, VacateSeat
from domain.party import PartyKind
from domain.party import Register as RegisterParty
from projections.sight import Opened
from stories.story import Step
from tests.projections.aadal import BOARD_SEATS, CAST, FUND, GROUP_SEATS, MEETING, NEIGHBOUR_SEATS, QUIET_MEETING
from tests.projections.closed_item import (
    LAST_VACATED,
    LISTS,
    NAME_REDACTED,
    OPEN_SETTLED,
    OPENED,
    PLACE_REDACTED,
    RECUSED,
    RENAMED,
    SHUT,
    STORY,
    TOPICS,
    VACATED,
    WITHDRAWN,
)
from tests.realtime.record_in_memory import Writing, played, transactions
from tests.realtime.told import Told

AADAL = (MEETING, QUIET_MEETING, FUND, "aadal/decisions", "aadal/people", *LISTS)
"""What was said at a closed item may be named in any of them, so they are of those who have the same rights."""
LED_TO = (
    "aadal/conditions",
    "aadal/referrals",
    "aadal/actions",
    "aadal/mandates",
    "aadal/people",
    "aadal/lineage",
    "aadal/proposals",
    "aadal/front",
)
"""What came of the decisions of a closed item stands in these."""
PARTS = {person: part for part, person in CAST.items()}
IN_AADAL = {"administrator", "secretary", "chair", "member", "recused", "leaver", "observer", "group-member", "auditor"}
EVERYONE = IN_AADAL | {"neighbour"}
Touched = set[tuple[str, str]]
"""(part, topic)"""


def all_of(parts: Iterable[str], *topics: str) -> Touched:
    return {(part, topic) for part in parts for topic in topics}


async def just_before(step: Step) -> Told:
    """Every page open, and nothing of the step come yet."""
    telling = Told(await played(STORY, STORY.steps[: STORY.steps.index(step)]), CAST.values(), TOPICS)
    for transaction in transactions(telling.log):
        telling.take(transaction)
    telling.clear()
    return telling


async def tell(telling: Told, step: Step) -> None:
    writing = Writing(telling.log)
    await writing.give(STORY, step)
    await writing.close()
    telling.tell()


def that_heard(telling: Told, op: str) -> Touched:
    return {
        (PARTS[person], topic) for person, page in telling.pages.items() for topic in TOPICS if op in page.ops(topic)
    }


def that_lost(telling: Told) -> Touched:
    return {(PARTS[person], topic) for person, page in telling.pages.items() for topic in page.lost}


def reasons(telling: Told) -> set[str]:
    messages = (message for page in telling.pages.values() for message in page.messages)
    return {message["reason"] for message in messages if message["op"] == "reset"}


ANEW = ["reset", "snap", "sync"]


@pytest.mark.parametrize(
    ("step", "touched", "reason"),
    [
        pytest.param(
            RENAMED,
            all_of(EVERYONE, "dk/people")
            | all_of(IN_AADAL, "aadal/people", "aadal/actions", MEETING)
            | all_of(IN_AADAL, "aadal/initiatives", "aadal/front", "aadal/estate"),
            "names",
            id="a name",
        ),
        pytest.param(PLACE_REDACTED, all_of(IN_AADAL, MEETING, "aadal/meetings"), "redacted", id="a key"),
        pytest.param(
            NAME_REDACTED,
            all_of(EVERYONE, "dk/people")
            | all_of(IN_AADAL, "aadal/people")
            | all_of({"administrator", "auditor", "neighbour"}, "bakke/people"),
            "redacted",
            id="the key of a name, in every cluster",
        ),
        pytest.param(
            SHUT,
            all_of(IN_AADAL, MEETING, "aadal/decisions", "aadal/meetings", "aadal/lineage"),
            "access",
            id="a door shut",
        ),
        pytest.param(
            OPENED,
            all_of(IN_AADAL, MEETING, FUND, "aadal/decisions", "aadal/meetings", *LED_TO),
            "access",
            id="a door opened",
        ),
        pytest.param(RECUSED, all_of({"recused"}, *AADAL, "dk/erasures"), "access", id="a right: recusal"),
        pytest.param(VACATED, all_of({"leaver"}, *AADAL, "dk/erasures"), "access", id="a right: one seat of two"),
        pytest.param(
            LAST_VACATED,
            all_of({"group-member"}, *AADAL, "dk/people", "dk/erasures"),
            "access",
            id="the only seat: what stood the day before is left",
        ),
    ],
)
async def test_it_is_shown_anew_where_it_touches_and_nowhere_else(step: Step, touched: Touched, reason: str) -> None:
    telling = await just_before(step)
    await tell(telling, step)

    assert that_heard(telling, "reset") == touched
    assert that_heard(telling, "snap") == touched
    assert reasons(telling) == {reason}
    for part, topic in touched:
        assert telling.pages[CAST[part]].ops(topic) == [*(["access"] if reason == "access" else []), *ANEW]
    assert that_lost(telling) == set()
    telling.log.close()


async def test_who_loses_every_right_loses_every_topic_in_every_scope() -> None:
    telling = await just_before(WITHDRAWN)
    await tell(telling, WITHDRAWN)

    elsewhere = ("bakke/decisions", "bakke/people", "dk/people", "dk/erasures")
    assert that_lost(telling) == all_of({"auditor"}, *AADAL, *elsewhere)
    assert that_heard(telling, "snap") == set()
    page = telling.pages[CAST["auditor"]]
    assert page.messages == [], "nothing of the change, nor after it"
    assert telling.hub.topics_of(page) == ()
    telling.log.close()


async def test_who_sees_the_row_change_needs_no_more_than_the_row() -> None:
    """The seat falls vacant before everyone's eyes, in the list and on the front page; only whoever held it is shown a topic
    anew."""
    telling = await just_before(VACATED)
    await tell(telling, VACATED)
    assert that_heard(telling, "rows") == all_of(IN_AADAL - {"leaver"}, "aadal/people", "aadal/front")
    telling.log.close()


async def test_an_audience_hears_nothing_of_what_is_said_at_an_item_hidden_from_it() -> None:
    """Not even that something was said: no frame, no version, no head."""
    taken_up = STORY.steps.index(OPEN_SETTLED) + 1
    telling = await just_before(STORY.steps[taken_up])
    outsiders = ("observer", "group-member", "auditor", "administrator")
    heads = {part: heads_of(telling, part) for part in outsiders}
    heard = set()
    for step in STORY.steps[taken_up:][:6]:
        telling.clear()
        await tell(telling, step)
        heard |= {part for part, topic in that_heard(telling, "rows") if topic in (MEETING, "aadal/decisions")}
    assert heard == {"secretary", "chair", "member", "recused", "leaver"}
    assert {part: heads_of(telling, part) for part in outsiders} == heads
    assert heads_of(telling, "member") != heads["observer"]
    telling.log.close()


def heads_of(telling: Told, part: str) -> dict[str, int]:
    page = telling.pages[CAST[part]]
    page.clear()
    telling.hub.heartbeat(0)
    (heartbeat,) = [message for message in page.messages if message["op"] == "hb"]
    heads: dict[str, int] = heartbeat["heads"]
    return heads


@pytest.mark.parametrize("by", ["the next event", "the heartbeat"])
async def test_a_seat_that_ends_by_the_calendar_leaves_what_was_read_until_then_and_shows_nothing_later(
    by: str,
) -> None:
    until = FillSeat(seat="observer", person=CAST["observer"], from_on="2025-05-10", ceases_on="2025-05-13")
    telling = await just_before(RENAMED)
    await tell(telling, Step(at="2025-05-10T10:00:00+02:00", by="administrator", to=NEIGHBOUR_SEATS, command=until))
    page = telling.pages[CAST["observer"]]
    new = RegisterParty(name="Ny part", party_kind=PartyKind.EXTERNAL)
    for day, told in (("2025-05-12", []), ("2025-05-13", ["access", *ANEW]), ("2025-05-14", [])):
        telling.clear()
        if by == "the heartbeat":
            telling.record.day_by_the_clock = day
            telling.hub.heartbeat(0)
        else:
            await tell(telling, Step(at=f"{day}T08:00:00+02:00", by="secretary", to=f"dk/party/ny-{day}", command=new))
        assert page.ops("bakke/people") == told, day
        assert page.lost == []
    telling.log.close()


async def test_the_first_event_of_a_new_day_is_not_sent_to_whose_seat_ended_with_the_day_before() -> None:
    """Nobody beats in between: the event itself turns the day."""
    leaves = VacateSeat(seat="seat-0", cause=Cause.TERM_ENDED, ceases_on="2025-05-13")
    telling = await just_before(RENAMED)
    page, stays = telling.pages[CAST["group-member"]], telling.pages[CAST["secretary"]]
    await tell(telling, Step(at="2025-05-10T10:00:00+02:00", by="secretary", to=GROUP_SEATS, command=leaves))
    telling.hub.heartbeat(0)
    telling.clear()
    other = VacateSeat(seat="seat-1", cause=Cause.TERM_ENDED, ceases_on="2025-06-01")
    await tell(telling, Step(at="2025-05-13T08:00:00+02:00", by="secretary", to=BOARD_SEATS, command=other))
    assert stays.ops("aadal/people") == ["rows"], "the control: the event is told"
    assert page.ops("aadal/people") == ["access", *ANEW]
    assert page.rows("aadal/people")["body/board/seat/seat-1"]["ceases_on"] is None

    reading, person, head = telling.record.reading, CAST["group-member"], telling.record.head
    mask = reading.mask("aadal/people", person)
    assert mask is not None
    assert mask.until_on == "2025-05-12"
    _, position = reading.shown_at("aadal/people", person, mask, head)
    assert position == head - 1, "whatever they ask for, they are shown what stood on their last day"
    sights = reading.sights(person, head, Opened())
    assert sights.on(telling.log.event(head)) is None
    assert sights.on(telling.log.event(head - 1)) is not None, "the control"
    telling.log.close()


async def test_a_seat_that_is_left_at_a_later_day_is_held_until_then_by_row_and_by_right() -> None:
    leaves = VacateSeat(seat="seat-0", cause=Cause.TERM_ENDED, ceases_on="2025-05-13")
    telling = await just_before(RENAMED)
    page = telling.pages[CAST["group-member"]]
    await tell(telling, Step(at="2025-05-10T10:00:00+02:00", by="secretary", to=GROUP_SEATS, command=leaves))
    row = telling.pages[CAST["secretary"]].rows("aadal/people")["body/group/seat/seat-0"]
    assert (row["person"]["id"], row["ceases_on"]) == (CAST["group-member"], "2025-05-13")
    telling.hub.heartbeat(0)
    telling.clear()
    telling.record.day_by_the_clock = "2025-05-13"
    telling.hub.heartbeat(0)
    assert page.ops(MEETING) == ["access", *ANEW]
    telling.log.close()

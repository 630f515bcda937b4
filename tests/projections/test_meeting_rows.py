"""A meeting's rows from the call to the end, as a member reads them at each moment."""

import asyncio
from typing import Any

import pytest
from msgspec.structs import replace

from domain.claims import OnDay
from domain.kernel import By, Event, Recorded
from domain.meeting.agenda import ItemAdded
from domain.meeting.call import Form, MeetingCalled, MeetingRegisteredAfterwards
from domain.meeting.floor import ItemSettled
from domain.meeting.moving import MeetingCancelled
from domain.meeting.state import Apology, Attended
from domain.policy import Mask
from domain.text import TextAt
from projections.meeting.fold import evolve
from projections.view import rest_of
from tests.projections.aadal import BOARD, CAST, NEIGHBOURS, QUIET_MEETING
from tests.projections.rebuilt import Rebuilt
from tests.projections.second_meeting import CLOSED, HIDDEN, LINK, MEETING, OPEN, PROMISE, STORY
from tests.realtime.record_in_memory import played

ANY_OTHER = "eventuelt"
Shown = dict[str, Any]


@pytest.fixture(scope="module")
def told() -> dict[str, list[Shown]]:
    """tag -> the meeting as the member reads it after each event of that tag."""
    return asyncio.run(_told())


async def _told() -> dict[str, list[Shown]]:
    kept_log = await played(STORY)
    rebuilt = Rebuilt(kept_log.texts.open)
    told: dict[str, list[Shown]] = {}
    for recorded in kept_log.read(0):
        rebuilt.take(recorded)
        if recorded.stream == MEETING:
            mask = rebuilt.reading.mask(MEETING, CAST["member"])
            assert mask is not None
            told.setdefault(recorded.event.tag, []).append(rebuilt.shown(MEETING, mask))
    kept_log.close()
    return told


def after(told: dict[str, list[Shown]], tag: str, nth: int = 0) -> Shown:
    return told[f"meeting.{tag}"][nth]


def test_a_called_meeting_tells_who_is_summoned_and_where_it_is_held(told: dict[str, list[Shown]]) -> None:
    meeting = after(told, "called")["meeting"]
    assert (meeting.phase, meeting.summoned, meeting.link) == ("called", ("seat-0", "seat-1", "observer"), LINK)


async def test_whoever_comes_to_the_table_is_told_where_it_is_held() -> None:
    """An observer too: whoever is not told cannot come."""
    kept_log = await played(STORY)
    rebuilt = Rebuilt(kept_log.texts.open)
    rebuilt.take(*kept_log.read(0))
    nothing = Mask(insider_of=frozenset(), recused=frozenset())
    here, elsewhere = (
        {"insider_at": MEETING, "comes_to": MEETING},
        {"insider_at": QUIET_MEETING, "comes_to": NEIGHBOURS},
    )
    for place, at in (*here.items(), ("comes_to", BOARD)):
        called = replace(nothing, **{place: frozenset({at})})
        assert rebuilt.shown(MEETING, called)["meeting"].link == LINK, (place, at)
    for place, at in elsewhere.items():
        outside = replace(nothing, **{place: frozenset({at})})
        assert rebuilt.shown(MEETING, outside)["meeting"].link is None, (place, at)
    kept_log.close()


@pytest.mark.parametrize("item", [None, OPEN], ids=["of the meeting", "of an item"])
async def test_a_guest_is_told_where_it_is_held_from_its_opening_until_it_ends(item: str | None) -> None:
    kept_log = await played(STORY)
    rebuilt = Rebuilt(kept_log.texts.open)
    guest_at = frozenset({(MEETING, item)})
    guest = Mask(insider_of=frozenset(), recused=frozenset(), guest_at=guest_at, only_guest=True)
    told: dict[str, str | None] = {}
    for recorded in kept_log.read(0):
        rebuilt.take(recorded)
        if recorded.stream == MEETING and "meeting" in (rows := rebuilt.shown(MEETING, guest)):
            told[rows["meeting"].phase] = rows["meeting"].link
    assert told == {"called": None, "in-session": LINK, "adjourned": None}
    kept_log.close()


def test_the_agenda_is_sent_changed_sent_again_and_adopted(told: dict[str, list[Shown]]) -> None:
    first, changed = after(told, "agenda-sent")["agenda"], after(told, "item-changed")["agenda"]
    again, adopted = after(told, "agenda-sent", 1)["agenda"], after(told, "agenda-adopted")["agenda"]
    assert (after(told, "called")["agenda"].revision, first.revision, again.revision) == (0, 1, 2)
    assert (first.unsent, changed.unsent, again.unsent) == (False, True, False)
    assert (adopted.text, adopted.adopted_at) == ("Ingen bemærkninger.", "2025-05-21T07:01:00Z")
    assert again.adopted_at is None


def test_items_stand_in_the_order_they_were_put_in(told: dict[str, list[Shown]]) -> None:
    items = [(row.order, key) for key, row in after(told, "agenda-ordered").items() if type(row).__name__ == "ItemRow"]
    assert [key for _, key in sorted(items)] == [f"item/{each}" for each in (CLOSED, OPEN, HIDDEN, ANY_OTHER)]


def test_an_agenda_in_another_order_has_no_gap_that_tells_of_a_hidden_item(told: dict[str, list[Shown]]) -> None:
    before, after_it = (
        sorted(row.order for row in rows.values() if type(row).__name__ == "ItemRow")
        for rows in (after(told, "recommendation-changed"), after(told, "agenda-ordered"))
    )
    assert after_it == before


def test_an_item_tells_who_presents_it_in_words_and_what_it_is_now(told: dict[str, list[Shown]]) -> None:
    rows = after(told, "item-changed")
    assert rows[f"item/{OPEN}/note/presented-by"].text == "Sundhedschefen"
    assert (rows[f"item/{HIDDEN}"].title, rows[f"item/{HIDDEN}"].case) == ("birk-ny", "birk-sag")
    assert rows[f"item/{ANY_OTHER}"].any_other_business
    assert rows[f"item/{HIDDEN}/note/presented-by"].text == "birk-hvem", "what is not named stays"


def test_who_does_not_come_and_whom_they_send(told: dict[str, list[Shown]]) -> None:
    assert "apology/recused" in after(told, "apology-given")
    last = after(told, "apology-given", 1)
    assert "apology/recused" not in last
    apology = last["apology/member"]
    assert (apology.seat, apology.person.id, apology.sends.id) == ("seat-1", CAST["member"], CAST["group-member"])


def test_a_moved_meeting_tells_when_where_and_why(told: dict[str, list[Shown]]) -> None:
    meeting = after(told, "moved")["meeting"]
    assert (meeting.starts_at, meeting.place, meeting.because) == ("2025-05-21T07:00:00Z", "Rådhuset", "Sygdom.")
    assert meeting.moved
    assert meeting.link == LINK


def test_a_pause_shows_until_the_meeting_goes_on(told: dict[str, list[Shown]]) -> None:
    paused, resumed = after(told, "paused")["meeting"], after(told, "resumed")["meeting"]
    assert (paused.paused, paused.resumes_at, paused.phase) == (True, "2025-05-21T07:10:00Z", "in-session")
    assert (resumed.paused, resumed.resumes_at) == (False, None)
    assert after(told, "leader-changed")["meeting"].led_by.id == CAST["member"]


def test_guests_are_told_with_their_item_and_when_they_came(told: dict[str, list[Shown]]) -> None:
    rows = after(told, "guest-attended", 1)
    guest = rows[f"item/{OPEN}/guest/neighbour"]
    assert (guest.of_body.id, guest.attended_at) == ("bakke/body/board", "2025-05-21T07:08:00Z")
    assert rows["guest/group-member"].attended_at == "2025-05-21T07:09:00Z"
    assert rows[f"item/{HIDDEN}/guest/neighbour"].attended_at is None


def test_a_postponed_item_leads_to_its_promise_until_it_is_reopened(told: dict[str, list[Shown]]) -> None:
    postponed, reopened = after(told, "item-postponed"), after(told, "item-reopened")
    assert (postponed["meeting"].floor, postponed[f"item/{OPEN}"].state) == (None, "postponed")
    assert postponed[f"item/{OPEN}/note/postponed"].referral.id == PROMISE
    assert reopened[f"item/{OPEN}"].state == "planned"
    assert f"item/{OPEN}/note/postponed" not in reopened
    assert reopened[f"item/{OPEN}/note/reopened"].text == "Der er tid."
    hidden = after(told, "item-postponed", 2)[f"item/{HIDDEN}/note/postponed"].expected
    assert (hidden.earliest, hidden.latest, hidden.words) == ("2025-06-01", "2025-06-30", "birk-hvornaar")


def test_a_decision_tells_what_became_of_it_and_who_disagreed(told: dict[str, list[Shown]]) -> None:
    key = f"item/{CLOSED}/decision/3.1"
    corrected, superseded = after(told, "decision-corrected"), after(told, "decision-superseded")
    assert (corrected[key].text, corrected[key].corrected) == ("elm-rettet", True)
    assert (superseded[key].standing, superseded[key].superseded_by.decision) == ("superseded", "3.2")
    assert superseded[f"{key}/dissent/seat-2"].text == "elm-mindretal"


def test_what_is_taken_off_is_still_told_of(told: dict[str, list[Shown]]) -> None:
    rows = after(told, "item-withdrawn", 1)
    assert [rows[f"item/{each}"].state for each in (HIDDEN, ANY_OTHER)] == ["withdrawn", "withdrawn"]
    assert rows[f"item/{HIDDEN}/note/withdrawn"].text == "birk-til"
    assert f"item/{HIDDEN}/recommendation/1" not in rows


def test_who_left_early_is_told_with_the_times(told: dict[str, list[Shown]]) -> None:
    rows = after(told, "adjourned")
    assert "seat/seat-2" not in rows
    left = rows["left/seat-2/recused"]
    assert (left.person.id, left.taken_at) == (CAST["recused"], "2025-05-21T07:03:00Z")
    assert left.left_at > left.taken_at
    assert rows["seat/seat-0"].taken_at == "2025-05-21T07:02:00Z"


# --- on paper, and called off -----------------------------------------------------------------------------------------


def folded(*events: Event) -> Shown:
    """Rows as kept, from nothing."""
    rows: Shown = {}
    for version, event in enumerate(events, start=1):
        recorded = Recorded(
            position=version,
            stream=MEETING,
            version=version,
            recorded_at=0,
            by=By(person=CAST["secretary"]),
            command="",
            causation=None,
            correlation=version,
            event=event,
        )
        rows |= evolve(rows.get, recorded)
    return {rest_of(key): row for key, row in rows.items() if row is not None}


def test_who_attended_on_paper_stands_beside_who_did_not() -> None:
    rows = folded(
        MeetingRegisteredAfterwards(
            body="aadal/body/board",
            held=OnDay(day="2023-06-07"),
            document="aadal/document/paper",
            led_by=CAST["chair"],
            started_at="2023-06-07T14:00:00Z",
            ended_at="2023-06-07T16:00:00Z",
            attended=(Attended(seat="seat-1", person=CAST["group-member"], in_for=(CAST["member"],)),),
            apologies=(Apology(seat="seat-1", person=CAST["member"], sends=CAST["group-member"]),),
        )
    )
    meeting = rows["meeting"]
    assert (meeting.phase, meeting.led_by, meeting.opened_at, meeting.adjourned_at) == (
        "reported",
        CAST["chair"],
        "2023-06-07T14:00:00Z",
        "2023-06-07T16:00:00Z",
    )
    assert (rows["seat/seat-1"].person, rows["seat/seat-1"].in_for) == (CAST["group-member"], (CAST["member"],))
    assert rows["apology/member"].sends == CAST["group-member"]


def test_when_a_paper_was_entered_is_not_when_an_item_ended() -> None:
    """003.1: the paper tells no times, so none is shown."""
    told = MeetingRegisteredAfterwards(
        body="aadal/body/board", held=OnDay(day="2023-06-07"), document="aadal/document/paper"
    )
    item = ItemAdded(item="status", number="1", title=TextAt(MEETING, 2, "/title"))
    row = folded(told, item, ItemSettled(item="status", number="1"))["item/status"]
    assert (row.state, row.taken_up_at, row.settled_at) == ("settled", None, None)


def test_a_meeting_that_is_called_off_says_so() -> None:
    called = MeetingCalled(
        body="aadal/body/board",
        form=Form.VIRTUAL,
        place=TextAt(MEETING, 1, "/place"),
        starts_at="2025-05-20T07:00:00Z",
        ends_at="2025-05-20T09:00:00Z",
    )
    reason = TextAt(MEETING, 2, "/reason")
    meeting = folded(called, MeetingCancelled(reason=reason))["meeting"]
    assert (meeting.phase, meeting.because) == ("cancelled", reason)

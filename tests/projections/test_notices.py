"""Who is told outside Klynge of what, in the record of 9 April 2024 and the months before: the table is written by hand."""

import asyncio

import pytest

from domain.dates import day_of
from projections.notices import Subject, noticed
from stories.lillebaelt_2024_04_09 import STORY
from tests.projections.rebuilt import Rebuilt
from tests.realtime.record_in_memory import played

Told = dict[tuple[str, str], set[str]]
"""(tag, stream without its scope) -> the parts of the cast that were told."""

STRATEGIC = {
    *("co-chair-region", "hospital", "psychiatry", "co-chair-municipal", "kolding", "middelfart", "vejle"),
    *("plo-syd", "patients", "observer", "secretary"),
}
"""Who has a seat at the strategic level."""
POLITICAL = {
    *("elected-region", "elected-fredericia", "elected-kolding", "elected-middelfart", "elected-vejle"),
    *("elected-plo-syd", "secretary"),
}
LEADING_STRATEGIC = {"co-chair-region", "co-chair-municipal", "secretary"}
LEADING_POLITICAL = {"elected-region", "elected-vejle", "secretary"}


@pytest.fixture(scope="module")
def told() -> Told:
    parts = {person: part for part, person in STORY.cast.items()}
    kept_log = asyncio.run(played(STORY))
    record, told = Rebuilt(kept_log.texts.open), Told()
    before: dict[str, set[str]] = {}
    for recorded in kept_log.read(0):
        record.take(recorded)
        for notice in noticed(recorded, record, day_of(recorded.recorded_at), sorted(before.get(recorded.stream, ()))):
            before.setdefault(notice.about, set()).add(notice.person)
            key = recorded.event.tag, notice.about.removeprefix("lillebaelt/")
            told.setdefault(key, set()).add(parts[notice.person])
            assert notice.subject is {"meeting": Subject.INVITATION, "action": Subject.ACTION}.get(
                key[1].split("/")[0], Subject.REFERRAL
            )
    kept_log.close()
    return told


def test_everybody_with_a_seat_is_asked_to_come_to_a_meeting(told: Told) -> None:
    assert told["meeting.called", "meeting/2024-04-09-strategic"] == STRATEGIC
    assert told["meeting.called", "meeting/2024-04-26-political"] == POLITICAL


def test_whoever_leads_the_body_that_is_asked_is_told_of_a_referral(told: Told) -> None:
    assert told["referral.sent", "referral/forslag"] == LEADING_STRATEGIC
    assert told["referral.sent", "referral/temaer-til-politisk"] == LEADING_POLITICAL


def test_whoever_leads_the_body_that_owes_something_is_told(told: Told) -> None:
    assert told["action.assigned", "action/projektbeskrivelser"] == LEADING_STRATEGIC

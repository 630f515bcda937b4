"""What the rules ask of a cluster (001.15): two patient seats at the strategic level, both filled, and a meeting each year."""

from typing import Any

import pytest

from domain.appointing import Cause
from domain.body import Established, Level
from domain.claims import OnDay
from domain.cluster import ClusterForm
from domain.cluster import Established as ClusterEstablished
from domain.kernel import By, Event, Recorded
from domain.meeting.agenda import ItemAdded
from domain.meeting.attendance import SeatTaken
from domain.meeting.call import Form, MeetingAdjourned, MeetingCalled, MeetingRegisteredAfterwards
from domain.meeting.guests import GuestAttended, GuestInvited
from domain.meeting.moving import MeetingMoved
from domain.membership.holders import SeatFilled, SeatVacated
from domain.membership.seats import SeatClosed, SeatOpened
from domain.party import PartyKind
from domain.party import Registered as PartyRegistered
from domain.person import Registered as PersonRegistered
from domain.seats import ByParty, ByPatients, Voice
from domain.text import Kept, TextAt
from projections.compliance import COMPLIANCE

PATIENTS, TOWN = "dk/party/patients", "dk/party/town"
SPOKESWOMAN, MAYOR = "dk/person/spokeswoman", "dk/person/mayor"
POLITICAL, STRATEGIC, SEATS = "aadal/body/political", "aadal/body/strategic", "aadal/membership/strategic"
MEETING = "aadal/meeting/p1"
WORDS = TextAt("aadal/body/strategic", 1, "/name")
"""Some words; no fold opens any."""


def established(level: Level, membership: str) -> Established:
    return Established(name=WORDS, level=level, membership=membership, chairs=0, seats=())


def registered(party: str) -> PersonRegistered:
    return PersonRegistered(name=WORDS, function=WORDS, party=party)


GROUND: tuple[tuple[str, Event], ...] = (
    (PATIENTS, PartyRegistered(name=WORDS, party_kind=PartyKind.PATIENTS)),
    (TOWN, PartyRegistered(name=WORDS, party_kind=PartyKind.MUNICIPALITY)),
    (SPOKESWOMAN, registered(PATIENTS)),
    (MAYOR, registered(TOWN)),
    (POLITICAL, established(Level.POLITICAL, "aadal/membership/political")),
    (STRATEGIC, established(Level.STRATEGIC, SEATS)),
)


def rows_after(*given: tuple[str, Event]) -> dict[str, Any]:
    """The rows of the cluster after its ground and some events, by their key."""
    return rows_of(*GROUND, *given)


def rows_of(*given: tuple[str, Event]) -> dict[str, Any]:
    rows: dict[str, Any] = {}
    for position, (stream, event) in enumerate(given, 1):
        recorded = Recorded(
            position=position,
            stream=stream,
            version=position,
            recorded_at=1_700_000_000_000_000,
            by=By(person=MAYOR),
            command="body.establish",
            causation=None,
            correlation=position,
            event=event,
        )
        if type(event) in COMPLIANCE.folds:
            rows |= COMPLIANCE.evolve(rows.get, recorded)
    return {key.partition("|")[2]: row for key, row in rows.items() if row is not None and "|known/" not in key}


def seat(name: str) -> tuple[str, Event]:
    return SEATS, SeatOpened(body=STRATEGIC, seat=name, right=ByPatients(), voice=Voice.VOTE)


def filled(name: str, person: str = SPOKESWOMAN) -> tuple[str, Event]:
    return SEATS, SeatFilled(seat=name, person=person, from_on="2024-01-01")


# --- the seats --------------------------------------------------------------------------------------------------------


def test_before_there_is_a_seat_nobody_can_say() -> None:
    assert rows_after()["patient-seats"].state == "unknown"


def test_both_seats_must_be_filled() -> None:
    assert rows_after(seat("p1"), seat("p2"), filled("p1"))["patient-seats"].state == "not-met"
    rows = rows_after(seat("p1"), seat("p2"), filled("p1"), filled("p2", "dk/person/other"))
    assert rows["patient-seats"].state == "met"
    assert rows["patient-seats/evidence/strategic/p1"].person == SPOKESWOMAN


def test_one_seat_is_not_two() -> None:
    assert rows_after(seat("p1"), filled("p1"))["patient-seats"].state == "not-met"


def test_a_seat_of_a_party_is_no_patient_seat() -> None:
    other = (SEATS, SeatOpened(body=STRATEGIC, seat="town", right=ByParty(party=TOWN), voice=Voice.VOTE))
    rows = rows_after(other, filled("town", MAYOR))
    assert rows["patient-seats"].state == "unknown"
    assert not [key for key in rows if "/evidence/" in key]


def test_a_seat_that_falls_vacant_is_shown_as_missing() -> None:
    left = (SEATS, SeatVacated(seat="p1", person=SPOKESWOMAN, cause=Cause.DEATH))
    rows = rows_after(seat("p1"), seat("p2"), filled("p1"), filled("p2", "dk/person/other"), left)
    assert rows["patient-seats"].state == "not-met"
    evidence = rows["patient-seats/evidence/strategic/p1"]
    assert (evidence.met, evidence.person) == (False, None)


def test_a_closed_seat_is_asked_for_no_more() -> None:
    closed = (SEATS, SeatClosed(seat="p3", ceases_on="2025-01-01"))
    both = (seat("p1"), seat("p2"), filled("p1"), filled("p2", "dk/person/other"))
    assert rows_after(*both, seat("p3"))["patient-seats"].state == "not-met"
    assert rows_after(*both, seat("p3"), closed)["patient-seats"].state == "met"


# --- the yearly meeting -----------------------------------------------------------------------------------------------

CALLED = (
    MEETING,
    MeetingCalled(
        body=POLITICAL,
        form=Form.IN_PERSON,
        place=WORDS,
        starts_at="2023-05-24T14:00:00Z",
        ends_at="2023-05-24T17:00:00Z",
    ),
)
DIALOGUE = (MEETING, ItemAdded(item="dialog", number="5", title=WORDS))
HELD = (MEETING, MeetingAdjourned())


def guest(person: str, meeting: str = MEETING) -> tuple[str, Event]:
    return meeting, GuestInvited(person=person, item="dialog", number="5")


def came(person: str) -> tuple[str, Event]:
    return MEETING, GuestAttended(person=person, item="dialog", number="5")


def test_a_guest_of_the_committee_at_an_item_shows_that_the_political_level_met_it() -> None:
    """001.15: the dialogue of 24 May 2023."""
    rows = rows_after(CALLED, DIALOGUE, guest(SPOKESWOMAN), came(SPOKESWOMAN), HELD)
    assert rows["patient-meeting"].state == "met"
    evidence = rows["patient-meeting/evidence/p1/dialog"]
    assert (evidence.day, evidence.met) == ("2023-05-24", True)
    assert (evidence.at.stream, evidence.at.item) == (MEETING, "dialog")


def test_a_meeting_that_was_moved_shows_it_for_the_year_it_was_held_in() -> None:
    moved = (MEETING, MeetingMoved(starts_at="2024-01-10T14:00:00Z", ends_at="2024-01-10T17:00:00Z"))
    rows = rows_after(CALLED, DIALOGUE, guest(SPOKESWOMAN), moved, came(SPOKESWOMAN), HELD)
    assert rows["patient-meeting/evidence/p1/dialog"].day == "2024-01-10"
    assert rows["patient-meeting"].since == "2024-01-10"


def test_an_invitation_is_no_meeting_until_it_was_held() -> None:
    rows = rows_after(CALLED, DIALOGUE, guest(SPOKESWOMAN))
    assert rows["patient-meeting"].state == "unknown"
    assert rows["patient-meeting/evidence/p1/dialog"].met is False


def test_whoever_was_invited_and_stayed_away_was_not_met() -> None:
    rows = rows_after(CALLED, DIALOGUE, guest(SPOKESWOMAN), HELD)
    assert rows["patient-meeting"].state == "unknown"
    assert rows["patient-meeting/evidence/p1/dialog"].met is False


def test_a_paper_that_tells_of_a_guest_tells_that_the_guest_came() -> None:
    held = OnDay[Kept](day="2023-05-24", words=WORDS)
    told = (MEETING, MeetingRegisteredAfterwards(body=POLITICAL, held=held, document="aadal/document/paper"))
    rows = rows_after(told, DIALOGUE, guest(SPOKESWOMAN))
    assert (rows["patient-meeting"].state, rows["patient-meeting"].since) == ("met", "2023-05-24")


def test_the_committee_is_met_where_it_has_a_seat_at_the_political_level_too() -> None:
    attends = (MEETING, SeatTaken(seat="patienter", person=SPOKESWOMAN))
    rows = rows_after(CALLED, attends, HELD)
    assert rows["patient-meeting"].state == "met"
    assert rows["patient-meeting/evidence/p1/-"].at.item is None


@pytest.mark.parametrize("form", [ClusterForm.EARLIER, ClusterForm.COUNCIL])
def test_the_rules_for_clusters_ask_nothing_of_what_was_before_them_or_comes_after(form: ClusterForm) -> None:
    cluster = ("aadal/cluster/aadal", ClusterEstablished(name=WORDS, form=form, region=TOWN))
    assert rows_of(cluster, *GROUND, seat("p1"), filled("p1"), CALLED, DIALOGUE, came(SPOKESWOMAN), HELD) == {}


def test_another_guest_shows_nothing() -> None:
    rows = rows_after(CALLED, DIALOGUE, guest(MAYOR), HELD)
    assert rows["patient-meeting"].state == "unknown"
    assert not [key for key in rows if key.startswith("patient-meeting/evidence/")]


def test_whoever_holds_a_patient_seat_represents_the_committee_whatever_their_party() -> None:
    rows = rows_after(seat("p1"), filled("p1", MAYOR), CALLED, DIALOGUE, guest(MAYOR), came(MAYOR), HELD)
    assert rows["patient-meeting"].state == "met"


def test_a_meeting_of_another_level_is_not_the_one_asked_for() -> None:
    elsewhere = "aadal/meeting/s1"
    called = MeetingCalled(
        body=STRATEGIC,
        form=Form.VIRTUAL,
        place=WORDS,
        starts_at="2023-05-24T14:00:00Z",
        ends_at="2023-05-24T17:00:00Z",
    )
    rows = rows_after((elsewhere, called), guest(SPOKESWOMAN, elsewhere), (elsewhere, MeetingAdjourned()))
    assert rows["patient-meeting"].state == "unknown"

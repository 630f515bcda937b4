"""A party takes along what its own seats showed; what whoever sat for it may see by other rights is not the party's."""

import asyncio
from pathlib import Path

import pytest
from msgspec.structs import replace

from domain.access import Grant, Office
from domain.initiative import AssignOwner
from domain.membership import Cause, FillSeat, OpenSeat, VacateSeat
from domain.party import PartyKind
from domain.party import Register as RegisterParty
from domain.person import Register as RegisterPerson
from domain.seats import ByParty, ByRole, Voice
from klynge.bundles.parties import sat_for_parties
from stories.story import Step
from tests.bundles.made import Bundle, exported
from tests.projections.aadal import BOARD, BOARD_SEATS, FAR_TOWN, steps
from tests.projections.closed_item import CLOSED_ITEM, PROJECT, STORY, TITLE_CLOSED, closed_words
from tests.realtime.record_in_memory import RecordInMemory, played

VILLAGE, MAYOR = "dk/party/village", "dk/person/mayor"
CLOSED = closed_words(TITLE_CLOSED)
OBSERVES = steps(
    "2025-05-04",
    8,
    ("administrator", VILLAGE, RegisterParty(name="Eng Kommune", party_kind=PartyKind.MUNICIPALITY)),
    ("administrator", MAYOR, RegisterPerson(name="Navn", function="Borgmester", party=VILLAGE)),
    (
        "secretary",
        BOARD_SEATS,
        OpenSeat(body=BOARD, seat="village", right=ByParty(party=VILLAGE), voice=Voice.OBSERVER),
    ),
    ("secretary", BOARD_SEATS, FillSeat(seat="village", person=MAYOR)),
)
AUDITS = Grant(
    person=MAYOR,
    office=Office.AUDITOR,
    reason="Revision.",
    from_on="2025-05-12",
    ceases_on="2026-05-12",
    sees_closed=True,
)
WRITES = OpenSeat(body=BOARD, seat="second", right=ByRole(words="sekretariatet"), voice=Voice.SECRETARIAT)
SINCE = {
    "audits what is closed": (("chair", "aadal/access/mayor", AUDITS),),
    "writes the minutes": (
        ("secretary", BOARD_SEATS, WRITES),
        ("secretary", BOARD_SEATS, FillSeat(seat="second", person=MAYOR)),
    ),
}


@pytest.mark.parametrize("since", SINCE)
def test_a_party_takes_along_nothing_that_whoever_sat_for_it_may_see_by_other_rights(
    since: str, tmp_path: Path
) -> None:
    before = tuple(sorted((*STORY.before, *OBSERVES), key=lambda step: step.at))
    told: tuple[Step, ...] = (*before, *STORY.evening, *STORY.after, *steps("2025-05-12", 8, *SINCE[since]))
    kept_log = asyncio.run(played(replace(STORY, cast={**STORY.cast, "mayor": MAYOR}), told))
    try:
        record = RecordInMemory(kept_log)
        record.tail.look()
        sat = sat_for_parties(record.tail.now, BOARD)
        assert sat[VILLAGE] == (MAYOR,)
        parties = {
            party: exported(kept_log, tmp_path / party.replace("/", "-"), *sat[party], party=party)
            for party in (VILLAGE, FAR_TOWN)
        }
        theirs = exported(kept_log, tmp_path / "as", MAYOR)
    finally:
        kept_log.close()
    village = parties[VILLAGE].words
    assert "Budgettet holder." in village or "Orientering" in village, "what is open goes along"
    assert [word for word in CLOSED if word in village or f'"{TITLE_CLOSED}"' in village] == []
    assert [word for word in CLOSED if word not in theirs.words] == [], "the mayor may see it"
    assert [word for word in CLOSED if word not in parties[FAR_TOWN].words] == [], "and so may who voted there"


def test_a_party_whose_seat_is_gone_takes_along_nothing_later_because_somebody_of_its_leads_an_initiative(
    tmp_path: Path,
) -> None:
    left = steps("2025-05-05", 7, ("secretary", BOARD_SEATS, VacateSeat(seat="village", cause=Cause.LEFT)))
    leads = steps("2025-05-12", 8, ("secretary", PROJECT[CLOSED_ITEM], AssignOwner(owners=(FAR_TOWN,), leader=MAYOR)))
    before = tuple(sorted((*STORY.before, *OBSERVES, *left), key=lambda step: step.at))
    told = (*before, *STORY.evening, *STORY.after, *leads)
    kept_log = asyncio.run(played(replace(STORY, cast={**STORY.cast, "mayor": MAYOR}), told))
    try:
        village = exported(kept_log, tmp_path / "village", MAYOR, party=VILLAGE)
        theirs = exported(kept_log, tmp_path / "as", MAYOR)
    finally:
        kept_log.close()

    def tags(bundle: Bundle) -> set[bytes]:
        return {columns[3] for columns in bundle.events.values()}

    assert b"fund.opened" in tags(village), "what was open by its last day goes along"
    assert b"meeting.adjourned" not in tags(village)
    assert b"meeting.adjourned" in tags(theirs), "whoever leads an initiative may see it"

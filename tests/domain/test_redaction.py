"""Redaction: a text is made unreadable by two people, one who asks and one who carries it out."""

import pytest

from domain.body import Level
from domain.membership import ChairLeft, ChairTaken, SeatFilled, SeatOpened
from domain.party import PartyKind
from domain.redaction import CarriedOut, CarryOut, Repeat, Request, Requested, Where
from domain.seats import ByPatients, Voice
from domain.text import said
from tests.domain.world import (
    CHAIR,
    ELSEWHERE,
    KOLDING,
    MEETING,
    MEMBER,
    OUTSIDER,
    PAPER,
    POLITICAL,
    SECRETARY,
    STRATEGIC,
    STRATEGIC_SEATS,
    WORLD,
    Fact,
    body,
    called,
    party,
    person,
)
from tests.given import ADMINISTRATOR, given

REDACTION = "lillebaelt/redaction/new"
SUBJECT = Where(of=PAPER, version=1, field="/subject")
REQUEST = Request(where=SUBJECT, reason="Et navn på en borger.")
CARRY_OUT = CarryOut(legal_basis="Databeskyttelsesforordningens artikel 17.")
ASKED: Fact = (
    REDACTION,
    Requested(where=SUBJECT, reason=said("Et navn på en borger."), requested_by=SECRETARY),
)


def test_the_secretariat_asks_for_a_text_to_be_redacted() -> None:
    given(*WORLD).when(REQUEST, to=REDACTION, by=SECRETARY).then(
        Requested(where=SUBJECT, reason=said("Et navn på en borger."), requested_by=SECRETARY)
    )


def test_members_ask_for_none() -> None:
    given(*WORLD).when(REQUEST, to=REDACTION, by=MEMBER).denied()


def test_it_is_asked_for_once() -> None:
    given(*WORLD, ASKED).when(REQUEST, to=REDACTION).refused("redaction.exists")


def test_there_is_a_text_to_redact() -> None:
    for nothing in (
        Where(of=PAPER, version=1, field="/direction"),
        Where(of=PAPER, version=2, field="/subject"),
    ):
        given(*WORLD).when(Request(where=nothing, reason="Et navn."), to=REDACTION).refused("redaction.block-unknown")


def test_it_is_a_text_of_a_stream_that_exists() -> None:
    nowhere = Where(of="lillebaelt/document/none", version=1, field="/subject")
    given(*WORLD).when(Request(where=nowhere, reason="Et navn."), to=REDACTION).refused("id.unknown")


def test_a_chair_carries_out_what_another_asked_for() -> None:
    given(*WORLD, ASKED).when(CARRY_OUT, to=REDACTION, by=CHAIR).then(
        CarriedOut(where=SUBJECT, legal_basis=said("Databeskyttelsesforordningens artikel 17."))
    )


def test_nobody_carries_out_what_they_asked_for_themselves() -> None:
    asked = REDACTION, Requested(where=SUBJECT, reason=said("Et navn."), requested_by=CHAIR)
    given(*WORLD, asked).when(CARRY_OUT, to=REDACTION, by=CHAIR).refused("redaction.second-person")


def test_what_is_redacted_is_redacted() -> None:
    done = REDACTION, CarriedOut(where=SUBJECT, legal_basis=said("Artikel 17."))
    given(*WORLD, ASKED, done).when(CARRY_OUT, to=REDACTION, by=CHAIR).then()


@pytest.mark.parametrize("before", [(), (ASKED,)], ids=["nothing", "asked"])
def test_after_a_restore_it_is_carried_out_again_by_the_service_alone(before: tuple[Fact, ...]) -> None:
    repeat = Repeat(where=SUBJECT, legal_basis="Gentaget efter slettelisten.")
    record = given(*WORLD, *before)
    record.when(repeat, to=REDACTION, by=CHAIR).denied()
    record.when(repeat, to=REDACTION).then(CarriedOut(where=SUBJECT, legal_basis=said("Gentaget efter slettelisten.")))
    record.when(repeat, to=REDACTION).then()


# --- whose text it is -------------------------------------------------------------------------------------------------

POLITICAL_SEATS, ELSEWHERES_SEATS = "lillebaelt/membership/political", "aarhus/membership/directors"
MAYOR, NEIGHBOUR, THEIR_SECRETARY = "dk/person/mayor", "dk/person/neighbour", "dk/person/their-secretary"
FAR_TOWN = "dk/party/far-town"


def seated(membership: str, body: str, voice: Voice, seat: str, holder: str) -> tuple[Fact, ...]:
    return (
        (membership, SeatOpened(body=body, seat=seat, right=ByPatients(), voice=voice)),
        (membership, SeatFilled(seat=seat, person=holder)),
    )


OTHERS: tuple[Fact, ...] = (
    party(FAR_TOWN, "Aarhus Kommune", PartyKind.MUNICIPALITY),
    *(person(each, FAR_TOWN) for each in (MAYOR, NEIGHBOUR, THEIR_SECRETARY)),
    body(ELSEWHERE, "Direktørerne", Level.STRATEGIC),
    *seated(POLITICAL_SEATS, POLITICAL, Voice.VOTE, "formand", MAYOR),
    (POLITICAL_SEATS, ChairTaken(seat="formand", side="kommuner")),
    *seated(ELSEWHERES_SEATS, ELSEWHERE, Voice.VOTE, "formand", NEIGHBOUR),
    (ELSEWHERES_SEATS, ChairTaken(seat="formand", side="region")),
    *seated(ELSEWHERES_SEATS, ELSEWHERE, Voice.SECRETARIAT, "sekretariat", THEIR_SECRETARY),
)
"""The political level, and a cluster without any part in Lillebælt: each with a chair of its own."""


def asked_for(of: str, field: str, redaction: str) -> Fact:
    where = Where(of=of, version=1, field=field)
    return redaction, Requested(where=where, reason=said("Et navn."), requested_by=OUTSIDER)


@pytest.mark.parametrize(
    ("of", "field"),
    [(MEETING, "/place"), (STRATEGIC, "/name"), (STRATEGIC_SEATS, "/right/words")],
    ids=["a meeting", "a body", "its seats"],
)
def test_a_text_of_a_body_is_redacted_by_its_own_chair(of: str, field: str) -> None:
    record = given(*WORLD, *OTHERS, *called(), asked_for(of, field, REDACTION))
    for stranger in (MAYOR, NEIGHBOUR, ADMINISTRATOR):
        record.when(CARRY_OUT, to=REDACTION, by=stranger).denied()
    assert record.when(CARRY_OUT, to=REDACTION, by=CHAIR).recorded


def test_a_text_of_a_body_is_asked_to_be_redacted_by_its_own_secretariat() -> None:
    place = Request(where=Where(of=MEETING, version=1, field="/place"), reason="Et navn.")
    secretariat = seated(POLITICAL_SEATS, POLITICAL, Voice.SECRETARIAT, "sekretariat", OUTSIDER)
    record = given(*WORLD, *OTHERS, *secretariat, *called())
    for stranger in (OUTSIDER, THEIR_SECRETARY):
        record.when(place, to=REDACTION, by=stranger).denied()
    assert record.when(place, to=REDACTION, by=SECRETARY).recorded


@pytest.mark.parametrize(("of", "field"), [(KOLDING, "/name"), (MEMBER, "/function")], ids=["a party", "a person"])
def test_a_text_of_a_party_or_a_person_is_redacted_where_they_sit(of: str, field: str) -> None:
    common = "dk/redaction/new"
    request = Request(where=Where(of=of, version=1, field=field), reason="Et navn.")
    record = given(*WORLD, *OTHERS)
    record.when(request, to=common, by=THEIR_SECRETARY).denied()
    assert record.when(request, to=common, by=SECRETARY).recorded
    for stranger in (MAYOR, NEIGHBOUR, ADMINISTRATOR):
        record.when(CARRY_OUT, to=common, by=stranger).denied()
    assert record.when(CARRY_OUT, to=common, by=CHAIR).recorded


def test_an_administrator_redacts_where_nobody_chairs() -> None:
    left = STRATEGIC_SEATS, ChairLeft(seat="region")
    record = given(*WORLD, *OTHERS, left, *called(), asked_for(MEETING, "/place", REDACTION))
    assert record.when(CARRY_OUT, to=REDACTION, by=ADMINISTRATOR).recorded

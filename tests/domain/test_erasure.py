"""Erasure: texts about a person are destroyed once somebody asked, the law was looked at, and another agreed."""

import pytest

from domain.access import Granted, Office
from domain.erased import PLACES_MAX, Erase, Erased, Place
from domain.erasure import (
    Approve,
    Approved,
    Complete,
    Completed,
    Confirm,
    Confirmed,
    Repeated,
    Request,
    Requested,
    TurnDown,
    TurnedDown,
)
from domain.erasure import Repeat as RepeatErasure
from domain.membership import Cause, FillSeat, SeatFilled, SeatVacated, TakeChair
from domain.person import ChangeFunction, DeathRecorded, FunctionChanged, RecordDeath
from domain.policy import mask_of
from domain.text import TextClass, said
from tests.domain.world import (
    CHAIR,
    KOLDING,
    MEMBER,
    OUTSIDER,
    SECRETARY,
    STRATEGIC_SEATS,
    WORLD,
    Fact,
    person,
)
from tests.given import ADMINISTRATOR, Record, given

ERASURE = "dk/erasure/3d0b"
OFFICER, COLLEAGUE = "dk/person/officer", "dk/person/colleague"
RECORD, CONTACT = TextClass.PUBLIC_RECORD, TextClass.CONTACT
PROTECTORS: tuple[Fact, ...] = (
    person(OFFICER, KOLDING),
    person(COLLEAGUE, KOLDING),
    *(
        (
            f"dk/access/{who.rpartition('/')[2]}",
            Granted(person=who, office=Office.DATA_PROTECTION, reason=said("Udpeget"), from_on="2024-01-01"),
        )
        for who in (OFFICER, COLLEAGUE)
    ),
)
"""Two who hold the office of data protection."""
HERE = (*WORLD, *PROTECTORS)
REQUEST = Request(person=OUTSIDER, classes=(RECORD,), reason="Registreret ved en fejl.")
APPROVE = Approve(legal_basis="Databeskyttelsesforordningens artikel 17.")
PERMITTED = Approve(legal_basis="Artikel 17.", authority="Rigsarkivets tilladelse.")
COMPLETE = Complete(stores=("nøgler",))
NAME, FUNCTION = (Place(of=OUTSIDER, version=1, field=field) for field in ("/name", "/function"))


def asked(whom: str = OUTSIDER, *classes: TextClass, by: str = SECRETARY) -> Fact:
    wanted = Requested(person=whom, classes=classes or (RECORD,), reason=said("En fejl."), requested_by=by)
    return ERASURE, wanted


def approved(authority: str | None = None, by: str = OFFICER) -> Fact:
    permission = None if authority is None else said(authority)
    return ERASURE, Approved(legal_basis=said("Artikel 17."), authority=permission, approved_by=by)


LEFT: Fact = (STRATEGIC_SEATS, SeatVacated(seat="kolding", person=MEMBER, cause=Cause.LEFT))


def test_the_secretariat_where_a_person_sits_and_who_protects_data_and_an_administrator_ask() -> None:
    for who in (SECRETARY, OFFICER, ADMINISTRATOR):
        given(*HERE).when(REQUEST, to=ERASURE, by=who).then(
            Requested(person=OUTSIDER, classes=(RECORD,), reason=said("Registreret ved en fejl."), requested_by=who)
        )


def test_members_and_chairs_ask_for_none() -> None:
    for who in (MEMBER, CHAIR, OUTSIDER):
        given(*HERE).when(REQUEST, to=ERASURE, by=who).denied()


def test_it_is_asked_for_once_and_of_somebody_the_record_knows() -> None:
    given(*HERE, asked()).when(REQUEST, to=ERASURE).refused("erasure.exists")
    unknown = Request(person="dk/person/none", classes=(RECORD,), reason="En fejl.")
    given(*HERE).when(unknown, to=ERASURE).refused("id.unknown")


def test_there_is_something_to_erase() -> None:
    speech = Request(person=OUTSIDER, classes=(TextClass.SPEECH,), reason="En fejl.")
    given(*HERE).when(speech, to=ERASURE).refused("erasure.nothing", person=OUTSIDER)


def test_who_protects_data_refuses_with_a_reason() -> None:
    refuse = TurnDown(reason="Oplysningen hører til protokollen.")
    given(*HERE, asked()).when(refuse, to=ERASURE, by=OFFICER).then(
        TurnedDown(reason=said("Oplysningen hører til protokollen."))
    )
    for who in (SECRETARY, ADMINISTRATOR, CHAIR):
        given(*HERE, asked()).when(refuse, to=ERASURE, by=who).denied()


def test_what_is_refused_is_neither_approved_nor_confirmed() -> None:
    refused = (*HERE, asked(), (ERASURE, TurnedDown(reason=said("Nej."))))
    given(*refused).when(APPROVE, to=ERASURE).refused("erasure.settled")
    given(*refused).when(Confirm(), to=ERASURE).refused("erasure.not-approved")
    given(*refused).when(TurnDown(reason="Nej."), to=ERASURE).then()


def test_what_nobody_approved_is_not_confirmed() -> None:
    given(*HERE, asked()).when(Confirm(), to=ERASURE, by=ADMINISTRATOR).refused("erasure.not-approved")


def test_who_protects_data_approves_by_law() -> None:
    given(*HERE, asked()).when(APPROVE, to=ERASURE, by=OFFICER).then(
        Approved(legal_basis=said("Databeskyttelsesforordningens artikel 17."), approved_by=OFFICER)
    )
    for who in (SECRETARY, ADMINISTRATOR, CHAIR):
        given(*HERE, asked()).when(APPROVE, to=ERASURE, by=who).denied()


def test_one_person_alone_erases_nobody() -> None:
    given(*HERE, asked(by=OFFICER), approved()).when(Confirm(), to=ERASURE, by=OFFICER).refused("erasure.second-person")


@pytest.mark.parametrize("second", [COLLEAGUE, ADMINISTRATOR])
def test_another_confirms_and_the_stream_of_the_person_covers_every_text(second: str) -> None:
    record = (
        given(*HERE, asked(), approved())
        .when(Confirm(), to=ERASURE, by=second)
        .then(
            Confirmed(),
            (
                OUTSIDER,
                Erased(erasure=ERASURE, classes=(RECORD,), legal_basis=said("Artikel 17."), places=(FUNCTION, NAME)),
            ),
        )
    )
    assert record.see(OUTSIDER).erased
    record.when(Confirm(), to=ERASURE, by=second).then()


def test_nobody_decides_on_what_is_about_themselves() -> None:
    own = (*HERE, asked(OFFICER, CONTACT))
    given(*own).when(APPROVE, to=ERASURE, by=OFFICER).refused("erasure.own-affair")
    given(*own, approved(by=COLLEAGUE)).when(Confirm(), to=ERASURE, by=OFFICER).refused("erasure.own-affair")


# --- the record of decisions ------------------------------------------------------------------------------------------


def test_who_ever_had_a_seat_or_an_office_stays_in_the_record_unless_the_archives_permit() -> None:
    for who in (MEMBER, COLLEAGUE):
        given(*HERE, LEFT, asked(who)).when(APPROVE, to=ERASURE, by=OFFICER).refused(
            "erasure.public-record", person=who
        )
    assert given(*HERE, LEFT, asked(MEMBER)).when(PERMITTED, to=ERASURE, by=OFFICER).recorded


def test_who_came_to_a_seat_after_the_approval_stays_in_the_record() -> None:
    filled = STRATEGIC_SEATS, SeatFilled(seat="kolding", person=OUTSIDER)
    record = given(*HERE, LEFT, asked(), approved(), filled)
    record.when(Confirm(), to=ERASURE, by=ADMINISTRATOR).refused("erasure.public-record", person=OUTSIDER)


def test_who_still_sits_leaves_first_though_the_archives_permit() -> None:
    sits = given(*HERE, asked(MEMBER))
    sits.when(PERMITTED, to=ERASURE, by=OFFICER).refused("erasure.still-serves", person=MEMBER, id=STRATEGIC_SEATS)
    holds = given(*HERE, asked(COLLEAGUE))
    holds.when(PERMITTED, to=ERASURE, by=OFFICER).refused("erasure.still-serves", id="dk/access/colleague")


def test_a_members_contact_details_are_erased_and_the_member_goes_on() -> None:
    died = (CHAIR, DeathRecorded(detail=said("Meddelt af de efterladte."), seats=()))
    record = given(*HERE, died, asked(CHAIR, CONTACT), approved())
    record = record.when(Confirm(), to=ERASURE, by=COLLEAGUE).then(
        Confirmed(),
        (
            CHAIR,
            Erased(
                erasure=ERASURE,
                classes=(CONTACT,),
                legal_basis=said("Artikel 17."),
                places=(Place(of=CHAIR, version=2, field="/detail"),),
            ),
        ),
    )
    assert not record.see(CHAIR).erased


def test_a_text_elsewhere_about_the_person_is_covered_and_why_they_are_erased_is_kept() -> None:
    record = given(*HERE, asked(COLLEAGUE, CONTACT), approved())
    record.when(Confirm(), to=ERASURE, by=ADMINISTRATOR).then(
        Confirmed(),
        (
            COLLEAGUE,
            Erased(
                erasure=ERASURE,
                classes=(CONTACT,),
                legal_basis=said("Artikel 17."),
                places=(Place(of="dk/access/colleague", version=1, field="/reason"),),
            ),
        ),
    )


def test_a_person_of_many_texts_is_erased_by_several_events_in_one() -> None:
    changes = tuple(
        (OUTSIDER, FunctionChanged(function=said(f"Funktion {n}"), party=KOLDING, from_on="2024-02-01"))
        for n in range(PLACES_MAX)
    )
    record = given(*HERE, *changes, asked(), approved())
    _, *covering = record.when(Confirm(), to=ERASURE, by=ADMINISTRATOR).recorded
    assert [len(each.event.places) for each in covering] == [PLACES_MAX, 2]


# --- afterwards -------------------------------------------------------------------------------------------------------


def erased_outsider() -> Record:
    record = given(*HERE, LEFT, asked(), approved())
    record.give(ADMINISTRATOR, ERASURE, Confirm(), rule="test")
    return record


def test_who_is_erased_comes_to_nothing_any_more() -> None:
    record = erased_outsider()
    change = ChangeFunction(function="Chef", party=KOLDING, from_on="2024-04-01")
    record.when(change, to=OUTSIDER).refused("person.gone")
    record.when(FillSeat(seat="kolding", person=OUTSIDER), to=STRATEGIC_SEATS).refused("membership.person-gone")
    record.when(RecordDeath(), to=OUTSIDER).then()


def test_who_is_erased_acts_no_more_and_sees_nothing_whatever_seat_the_record_gives_them() -> None:
    seat = STRATEGIC_SEATS, SeatFilled(seat="kolding", person=OUTSIDER)
    chair = TakeChair(seat="kolding", side="kommuner")
    before, after = given(*HERE, LEFT, seat), erased_outsider().happened(*seat)

    assert mask_of("lillebaelt", OUTSIDER, before.today, before) is not None
    assert mask_of("lillebaelt", OUTSIDER, after.today, after) is None
    after.when(chair, to=STRATEGIC_SEATS, by=OUTSIDER).denied()


def test_an_erasure_is_completed_by_the_service_alone_once() -> None:
    record = erased_outsider()
    for who in (OFFICER, ADMINISTRATOR, SECRETARY):
        record.when(COMPLETE, to=ERASURE, by=who).denied()
    record.when(COMPLETE, to=ERASURE).then(Completed(stores=("nøgler",)))
    record.when(COMPLETE, to=ERASURE).then()
    given(*HERE, asked(), approved()).when(COMPLETE, to=ERASURE).refused("erasure.not-confirmed")


def test_nobody_erases_at_a_door() -> None:
    erase = Erase(erasure=ERASURE, classes=(RECORD,), legal_basis="Artikel 17.")
    for who in (OFFICER, ADMINISTRATOR, SECRETARY, CHAIR):
        given(*HERE).when(erase, to=OUTSIDER, by=who).denied()


# --- after a restore --------------------------------------------------------------------------------------------------


def repeat(who: str = OUTSIDER) -> RepeatErasure:
    return RepeatErasure(person=who, classes=(RECORD,), legal_basis="Gentaget efter slettelisten.")


@pytest.mark.parametrize("before", [(), (asked(),), (asked(), approved())], ids=["nothing", "asked", "approved"])
def test_what_two_people_agreed_on_is_carried_out_again_whatever_the_copy_knew_of_it(before: tuple[Fact, ...]) -> None:
    record = given(*HERE, LEFT, *before)
    record.when(repeat(), to=ERASURE).then(
        Repeated(person=OUTSIDER, classes=(RECORD,), legal_basis=said("Gentaget efter slettelisten.")),
        (
            OUTSIDER,
            Erased(
                erasure=ERASURE,
                classes=(RECORD,),
                legal_basis=said("Gentaget efter slettelisten."),
                places=(FUNCTION, NAME),
            ),
        ),
    )
    record.when(repeat(), to=ERASURE).then()
    record.when(COMPLETE, to=ERASURE).then(Completed(stores=("nøgler",)))


def test_nobody_repeats_an_erasure_at_a_door() -> None:
    for who in (OFFICER, ADMINISTRATOR, SECRETARY):
        given(*HERE).when(repeat(), to=ERASURE, by=who).denied()

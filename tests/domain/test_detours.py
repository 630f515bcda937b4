"""Detours: nobody comes by a right in two steps that they are refused in one."""

import msgspec
import pytest

from domain.access import Grant, Granted, Office, Withdraw, Withdrawn
from domain.belonging import ContactNamed, NameContact, PartyJoined
from domain.body import Establish, Level
from domain.cluster import ClusterForm, Established
from domain.decided import Taken
from domain.erasure import Request as RequestErasure
from domain.erasure import Requested
from domain.kernel import Event
from domain.membership import ChairTaken, FillSeat, OpenSeat, SeatFilled, SeatOpened, TakeChair
from domain.person import DeathRecorded
from domain.redaction import Request as RequestRedaction
from domain.redaction import Where
from domain.seats import ByParty, ByRole, Voice
from domain.text import TextClass, said
from tests.domain.world import (
    ELSEWHERE,
    KOLDING,
    MEMBER,
    OUTSIDER,
    POLITICAL,
    REGION,
    SECRETARY,
    WORLD,
    Fact,
    decision,
    discussing,
    person,
    taken,
)
from tests.given import ADMINISTRATOR, ADMINISTRATORS_ACCESS, given

ACCESS = "lillebaelt/access/new"
POLITICAL_SEATS = POLITICAL.replace("/body/", "/membership/")
ACCOMPLICE = "dk/person/accomplice"
THEIRS = "aarhus/membership/directors"


def access(
    office: Office, *scopes: str, person: str = OUTSIDER, from_on: str = "2024-01-01", ceases_on: str | None = None
) -> Granted:
    return Granted(
        person=person, office=office, reason=said("Et hverv"), from_on=from_on, ceases_on=ceases_on, scopes=scopes
    )


def grant(office: Office, *scopes: str, person: str = ACCOMPLICE) -> Grant:
    return Grant(
        person=person, office=office, scopes=scopes, reason="Et hverv", from_on="2024-03-01", ceases_on="2025-01-01"
    )


# --- an administrator ---------------------------------------------------------------------------------------------------

SEATS: tuple[Fact, ...] = (
    (POLITICAL_SEATS, SeatOpened(body=POLITICAL, seat="kolding", right=ByParty(party=KOLDING), voice=Voice.VOTE)),
    (
        POLITICAL_SEATS,
        SeatOpened(
            body=POLITICAL, seat="sekretariat", right=ByRole(words=said("sekretariat")), voice=Voice.SECRETARIAT
        ),
    ),
)
"""Of a body that nobody is secretary of yet."""


def test_an_administrator_fills_the_first_secretariat_seat_and_none_with_a_vote() -> None:
    record = given(*WORLD, *SEATS)
    record.when(FillSeat(seat="kolding", person=MEMBER), to=POLITICAL_SEATS, by=ADMINISTRATOR).denied()
    vote = OpenSeat(body=POLITICAL, seat="region", right=ByParty(party=REGION), voice=Voice.VOTE)
    record.when(vote, to=POLITICAL_SEATS, by=ADMINISTRATOR).denied()
    record.when(FillSeat(seat="sekretariat", person=SECRETARY), to=POLITICAL_SEATS, by=ADMINISTRATOR).then(
        SeatFilled(seat="sekretariat", person=SECRETARY)
    )


def test_an_administrator_fills_the_seats_of_a_body_that_has_none_for_a_secretary() -> None:
    """Of an outside body the record knows our seats only."""
    ours = FillSeat(seat="kolding", person=MEMBER)
    given(*WORLD, SEATS[0]).when(ours, to=POLITICAL_SEATS, by=ADMINISTRATOR).then(
        SeatFilled(seat="kolding", person=MEMBER)
    )


def test_an_administrator_makes_nobody_chair() -> None:
    held = (POLITICAL_SEATS, SeatFilled(seat="kolding", person=MEMBER))
    given(*WORLD, *SEATS, held).when(
        TakeChair(seat="kolding", side="kommuner"), to=POLITICAL_SEATS, by=ADMINISTRATOR
    ).denied()


def test_an_administrator_takes_no_seat_for_themselves() -> None:
    given(*WORLD, *SEATS).when(
        FillSeat(seat="sekretariat", person=ADMINISTRATOR), to=POLITICAL_SEATS, by=ADMINISTRATOR
    ).refused("membership.self")


def test_an_administrator_of_some_clusters_gives_and_ends_access_to_no_others() -> None:
    local = ("lillebaelt/access/local", access(Office.ADMINISTRATOR, "lillebaelt"))
    record = given(*WORLD, person(ACCOMPLICE, KOLDING), local)
    for scopes in ((), ("aarhus",), ("lillebaelt", "aarhus"), ("dk",)):
        for office in (Office.ADMINISTRATOR, Office.DATA_PROTECTION, Office.AUDITOR):
            record.when(grant(office, *scopes), to=ACCESS, by=OUTSIDER).refused("access.beyond-own")
    assert record.when(grant(Office.AUDITOR, "lillebaelt"), to=ACCESS, by=OUTSIDER).recorded

    elsewhere = given(*WORLD, local, (ACCESS, access(Office.DATA_PROTECTION, person=MEMBER)))
    elsewhere.when(Withdraw(reason="Slut."), to=ACCESS, by=OUTSIDER).refused("access.beyond-own")
    assert elsewhere.when(Withdraw(reason="Slut."), to=ACCESS, by=ADMINISTRATOR).recorded


@pytest.mark.parametrize(
    "other",
    [
        access(Office.ADMINISTRATOR, ceases_on="2024-02-01"),
        access(Office.ADMINISTRATOR, ceases_on="2024-03-02"),
        access(Office.ADMINISTRATOR, from_on="2024-03-02"),
        access(Office.ADMINISTRATOR, "lillebaelt"),
        access(Office.ADMINISTRATOR, person=ACCOMPLICE),
    ],
    ids=["has ended", "ends tomorrow", "begins tomorrow", "of one cluster", "has died"],
)
def test_the_last_who_can_act_as_administrator_everywhere_stays(other: Granted) -> None:
    gone = (ACCOMPLICE, DeathRecorded(seats=()))
    record = given(*WORLD, person(ACCOMPLICE, KOLDING), gone, (ACCESS, other))
    record.when(Withdraw(reason="Nyt job."), to=ADMINISTRATORS_ACCESS).refused("access.last-administrator")


def test_an_administrator_of_one_cluster_leaves_as_long_as_there_is_one_of_all() -> None:
    record = given(*WORLD, (ACCESS, access(Office.ADMINISTRATOR, "lillebaelt")))
    record.when(Withdraw(reason="Nyt job."), to=ACCESS).then(Withdrawn(reason=said("Nyt job.")))


BEGUN = Established(name=said("Lillebælt"), form=ClusterForm.CLUSTER, region=REGION)

# --- a secretariat ------------------------------------------------------------------------------------------------------


def establish(stream: str, level: Level, source: Taken | None = None) -> Establish:
    membership = stream.replace("/body/", "/membership/")
    return Establish(name="Et forum", level=level, membership=membership, chairs=1, source=source)


def test_a_secretary_makes_nobody_but_others_the_contact_of_a_party() -> None:
    """Who is, fills the party's seats in every body, and speaks for it about agreements."""
    party = (("lillebaelt/cluster/lillebaelt", each) for each in (BEGUN, PartyJoined(party=KOLDING)))
    record = given(*WORLD, *party)
    cluster = "lillebaelt/cluster/lillebaelt"
    record.when(NameContact(party=KOLDING, person=SECRETARY), to=cluster, by=SECRETARY).refused("cluster.contact-self")
    record.when(NameContact(party=KOLDING, person=MEMBER), to=cluster, by=SECRETARY).then(
        ContactNamed(party=KOLDING, person=MEMBER)
    )


@pytest.mark.parametrize("by", [SECRETARY, ADMINISTRATOR])
def test_nobody_sets_a_second_political_level_beside_the_first(by: str) -> None:
    """Its chairs would let an auditor of their choice see what is closed in the whole cluster."""
    other = establish("lillebaelt/body/other", Level.POLITICAL)
    given(*WORLD).when(other, to="lillebaelt/body/other", by=by).refused("body.political-exists", body=POLITICAL)
    assert (
        given(*WORLD).when(establish("lillebaelt/body/other", Level.GROUP), to="lillebaelt/body/other", by=by).recorded
    )


def test_the_political_level_may_decide_to_have_another_beside_it() -> None:
    other, yes = "lillebaelt/body/other", establish("lillebaelt/body/other", Level.POLITICAL, taken())
    given(*WORLD, *discussing(), decision()).when(yes, to=other).refused("body.political-exists")
    theirs = [
        (stream, msgspec.structs.replace(event, body=POLITICAL) if hasattr(event, "body") else event)
        for stream, event in discussing()
    ]
    assert given(*WORLD, *theirs, decision()).when(yes, to=other).recorded


@pytest.mark.parametrize("by", [SECRETARY, ADMINISTRATOR])
def test_no_body_stands_above_the_clusters(by: str) -> None:
    given(*WORLD).when(establish("dk/body/all", Level.POLITICAL), to="dk/body/all", by=by).refused("body.common-scope")


def test_a_chair_of_a_body_above_the_clusters_would_give_no_access_to_them_all() -> None:
    above = "dk/membership/all"
    facts: tuple[Fact, ...] = (
        ("dk/body/all", msgspec.structs.replace(dict(WORLD)[POLITICAL], membership=above)),
        (above, SeatOpened(body="dk/body/all", seat="kolding", right=ByParty(party=KOLDING), voice=Voice.VOTE)),
        (above, SeatFilled(seat="kolding", person=MEMBER)),
        (above, ChairTaken(seat="kolding", side="kommuner")),
    )
    record = given(*WORLD, person(ACCOMPLICE, KOLDING), *facts)
    record.when(grant(Office.DATA_PROTECTION, "dk"), to="dk/access/new", by=MEMBER).denied()


# --- chairs -------------------------------------------------------------------------------------------------------------


def test_data_protection_of_one_cluster_erases_nobody() -> None:
    """An erasure reaches a person's texts in every cluster, so it is for those who look after them all."""
    local = ("lillebaelt/access/local", access(Office.DATA_PROTECTION, "lillebaelt", person=MEMBER))
    request = RequestErasure(person=OUTSIDER, classes=(TextClass.PUBLIC_RECORD,), reason="En fejl.")
    record = given(*WORLD, local)
    record.when(request, to="lillebaelt/erasure/3d0b", by=MEMBER).refused("erasure.of-all-clusters")
    record.when(request, to="dk/erasure/3d0b", by=MEMBER).denied()
    assert record.when(request, to="dk/erasure/3d0b", by=ADMINISTRATOR).recorded


@pytest.mark.parametrize(
    ("to", "said_there"),
    [
        (
            "dk/erasure/3d0b",
            Requested(person=MEMBER, classes=(TextClass.CONTACT,), reason=said("En fejl."), requested_by=ADMINISTRATOR),
        ),
        ("dk/access/member", access(Office.DATA_PROTECTION, person=MEMBER)),
    ],
    ids=["an erasure", "an office"],
)
def test_why_somebody_is_erased_or_holds_an_office_is_redacted_where_they_sit_and_nowhere_else(
    to: str, said_there: Event
) -> None:
    elsewhere: tuple[Fact, ...] = (
        person(ACCOMPLICE, REGION),
        (
            THEIRS,
            SeatOpened(body=ELSEWHERE, seat="sekretariat", right=ByRole(words=said("s")), voice=Voice.SECRETARIAT),
        ),
        (THEIRS, SeatFilled(seat="sekretariat", person=ACCOMPLICE)),
    )
    ask = RequestRedaction(where=Where(of=to, version=1, field="/reason"), reason="Et nummer.")
    record = given(*WORLD, *elsewhere, (to, said_there))
    record.when(ask, to="dk/redaction/x", by=ACCOMPLICE).denied()
    assert record.when(ask, to="dk/redaction/x", by=SECRETARY).recorded

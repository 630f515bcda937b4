"""Parties: one name at a time, entered once, under a parent that is known."""

from domain.party import PartyKind, Register, Registered, Rename, Renamed
from domain.text import said
from tests.domain.world import KOLDING, MEMBER, PARTIES, REGION, SECRETARY, WORLD
from tests.given import ADMINISTRATOR, given

HOSPITAL = "dk/party/sygehus"


def test_a_party_is_registered_under_its_parent() -> None:
    register = Register(name="Sygehuset", party_kind=PartyKind.HOSPITAL, parent=REGION, from_on="2007-01-01")
    given(*WORLD).when(register, to=HOSPITAL, by=SECRETARY).then(
        Registered(name=said("Sygehuset"), party_kind=PartyKind.HOSPITAL, parent=REGION, from_on="2007-01-01")
    )


def test_the_administrator_registers_the_first_parties() -> None:
    register = Register(name="Regionen", party_kind=PartyKind.REGION)
    given().when(register, to=REGION, by=ADMINISTRATOR).then(
        Registered(name=said("Regionen"), party_kind=PartyKind.REGION)
    )


def test_a_member_does_not_register_parties() -> None:
    given(*WORLD).when(Register(name="Ny", party_kind=PartyKind.EXTERNAL), to=HOSPITAL, by=MEMBER).denied()


def test_a_party_is_registered_once() -> None:
    given(*PARTIES).when(Register(name="Kolding", party_kind=PartyKind.MUNICIPALITY), to=KOLDING).refused(
        "party.exists"
    )


def test_the_parent_of_a_party_is_registered_first() -> None:
    register = Register(name="Sygehuset", party_kind=PartyKind.HOSPITAL, parent=REGION)
    given().when(register, to=HOSPITAL).refused("id.unknown", id=REGION)


def test_a_party_takes_another_name_from_a_day() -> None:
    rename = Rename(name="Region Østdanmark", from_on="2027-01-01")
    given(*WORLD).when(rename, to=REGION, by=SECRETARY).then(
        Renamed(name=said("Region Østdanmark"), from_on="2027-01-01")
    )

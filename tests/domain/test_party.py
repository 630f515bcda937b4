"""Parties: one name at a time, entered once, under a parent that is known; with organs, and an end."""

import pytest

from domain.kernel import Command
from domain.party import AddOrgan, End, OrganAdded, PartyEnded, PartyKind, Register, Registered, Rename, Renamed
from domain.text import said
from tests.domain.world import KOLDING, MEMBER, PARTIES, REGION, SECRETARY, WORLD, Fact
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


# --- organs -----------------------------------------------------------------------------------------------------------

COUNCIL = AddOrgan(organ="byraad", name="Byrådet", adopts=True)


def test_a_party_has_organs_of_which_some_adopt_for_it() -> None:
    record = given(*WORLD)
    record.when(COUNCIL, to=KOLDING, by=SECRETARY).then(OrganAdded(organ="byraad", name=said("Byrådet"), adopts=True))
    board = AddOrgan(organ="udvalg", name="Sundhedsudvalget", adopts=False)
    record.when(board, to=KOLDING, by=SECRETARY).then(
        OrganAdded(organ="udvalg", name=said("Sundhedsudvalget"), adopts=False)
    )
    assert record.see(KOLDING).organs == {"byraad": True, "udvalg": False}


def test_an_organ_is_registered_once() -> None:
    there = KOLDING, OrganAdded(organ="byraad", name=said("Byrådet"), adopts=True)
    given(*WORLD, there).when(COUNCIL, to=KOLDING).refused("party.organ-exists", organ="byraad")


# --- end --------------------------------------------------------------------------------------------------------------

ENDED: Fact = (KOLDING, PartyEnded(ceases_on="2024-03-01", successor=REGION))
ENDS_LATER: Fact = (KOLDING, PartyEnded(ceases_on="2024-03-02", successor=REGION))


def test_a_party_ceases_in_favour_of_another() -> None:
    """»Region Østdanmark« takes over from two regions on 1 January 2027."""
    end = End(ceases_on="2027-01-01", successor=KOLDING)
    given(*WORLD).when(end, to=REGION, by=SECRETARY).then(PartyEnded(ceases_on="2027-01-01", successor=KOLDING))


def test_whoever_succeeds_a_party_is_registered() -> None:
    given(*WORLD).when(End(ceases_on="2027-01-01", successor="dk/party/none"), to=REGION).refused(
        "party.successor-unknown", id="dk/party/none"
    )


def test_a_party_ceases_once() -> None:
    record = given(*WORLD, ENDS_LATER)
    record.when(End(ceases_on="2024-03-02", successor=REGION), to=KOLDING).then()
    record.when(End(ceases_on="2025-01-01"), to=KOLDING).refused("party.already-ended", day="2024-03-02")


@pytest.mark.parametrize(
    "command", [Rename(name="Ny Kolding", from_on="2024-03-01"), COUNCIL], ids=lambda command: command.verb
)
def test_a_party_that_is_no_more_gets_neither_names_nor_organs(command: Command) -> None:
    given(*WORLD, ENDED).when(command, to=KOLDING).refused("party.already-ended", day="2024-03-01")
    assert given(*WORLD, ENDS_LATER).when(command, to=KOLDING).recorded


@pytest.mark.parametrize("command", [COUNCIL, End(ceases_on="2027-01-01")], ids=lambda command: command.verb)
def test_a_member_changes_nothing_about_a_party(command: Command) -> None:
    given(*WORLD).when(command, to=KOLDING, by=MEMBER).denied()

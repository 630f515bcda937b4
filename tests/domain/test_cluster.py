"""Clusters: established once, under one name or two; parties come and go, each with somebody who answers for it."""

import pytest

from domain.claims import DateNotStated
from domain.cluster import (
    AddParty,
    ClusterForm,
    ContactNamed,
    Establish,
    Established,
    NameContact,
    NameNoted,
    NoteName,
    PartyJoined,
    PartyLeft,
    RemoveParty,
    Rename,
    Renamed,
    contact_on,
    is_party,
)
from domain.decided import Cited
from domain.kernel import Command
from domain.party import PartyEnded
from domain.person import DeathRecorded
from domain.text import Kept, said
from tests.domain.world import CHAIR, KOLDING, MEMBER, OUTSIDER, PAPER, PARTIES, REGION, SECRETARY, WORLD, Fact
from tests.given import ADMINISTRATOR, given

LILLEBAELT = "lillebaelt/cluster/lillebaelt"
FORMER = "lillebaelt/cluster/former"
EXISTS: Fact = (LILLEBAELT, Established(name=said("Lillebælt"), form=ClusterForm.CLUSTER, region=REGION))

CITED = Cited(who="Klyngen", on=DateNotStated(), words="Et papir")
TOLD: Cited[Kept] = Cited(who=said("Klyngen"), on=DateNotStated(), words=said("Et papir"))
JOINED: tuple[Fact, ...] = ((LILLEBAELT, PartyJoined(party=KOLDING)), (LILLEBAELT, PartyJoined(party=REGION)))
RUNNING = (*WORLD, EXISTS, *JOINED)


def establish(*predecessors: str) -> Establish:
    return Establish(
        name="Lillebælt",
        form=ClusterForm.CLUSTER,
        region=REGION,
        from_on="2022-07-01",
        predecessors=predecessors,
    )


def test_the_administrator_establishes_a_cluster() -> None:
    former = FORMER, Established(name=said("Den gamle"), form=ClusterForm.EARLIER, region=REGION)
    given(*PARTIES, former).when(establish(FORMER), to=LILLEBAELT, by=ADMINISTRATOR).then(
        Established(
            name=said("Lillebælt"),
            form=ClusterForm.CLUSTER,
            region=REGION,
            from_on="2022-07-01",
            predecessors=(FORMER,),
        )
    )


def test_a_cluster_is_established_once() -> None:
    given(*PARTIES, EXISTS).when(establish(), to=LILLEBAELT).refused("cluster.exists")


def test_a_cluster_comes_after_clusters_that_are_known() -> None:
    given(*PARTIES).when(establish(FORMER), to=LILLEBAELT).refused("id.unknown", id=FORMER)


def test_a_party_joins_a_cluster() -> None:
    given(*WORLD, EXISTS).when(AddParty(party=KOLDING, from_on="2022-07-01"), to=LILLEBAELT, by=SECRETARY).then(
        PartyJoined(party=KOLDING, from_on="2022-07-01")
    )


def test_a_party_that_has_joined_does_not_join_again() -> None:
    joined = LILLEBAELT, PartyJoined(party=KOLDING)
    given(*WORLD, EXISTS, joined).when(AddParty(party=KOLDING), to=LILLEBAELT).then()


def test_whoever_joins_is_registered() -> None:
    given(*WORLD, EXISTS).when(AddParty(party="dk/party/none"), to=LILLEBAELT).refused("id.unknown")


def test_a_member_lets_nobody_join() -> None:
    given(*WORLD, EXISTS).when(AddParty(party=KOLDING), to=LILLEBAELT, by=MEMBER).denied()


# --- names ------------------------------------------------------------------------------------------------------------


def test_a_cluster_takes_another_name_from_a_day_and_stays_the_same() -> None:
    rename = Rename(name="Midtklyngen", from_on="2021-01-01", source=CITED)
    given(*WORLD, EXISTS).when(rename, to=LILLEBAELT, by=SECRETARY).then(
        Renamed(name=said("Midtklyngen"), from_on="2021-01-01", source=TOLD)
    )


def test_one_cluster_may_have_two_names() -> None:
    """The minutes of Randers of autumn 2020 call it by one, its papers by another; neither is the cluster `midt` (003)."""
    note = NoteName(name="Midtklyngen", document=PAPER)
    given(*WORLD, EXISTS).when(note, to=LILLEBAELT, by=SECRETARY).then(
        NameNoted(name=said("Midtklyngen"), document=PAPER)
    )


def test_a_paper_that_tells_another_name_is_on_file() -> None:
    given(*WORLD, EXISTS).when(NoteName(name="Midtklyngen", document="dk/document/none"), to=LILLEBAELT).refused(
        "id.unknown", id="dk/document/none"
    )


@pytest.mark.parametrize(
    "command", [Rename(name="Ny", from_on="2024-01-01"), NoteName(name="Ny")], ids=lambda command: command.verb
)
def test_a_member_gives_a_cluster_no_name(command: Command) -> None:
    given(*WORLD, EXISTS).when(command, to=LILLEBAELT, by=MEMBER).denied()


# --- parties come and go ----------------------------------------------------------------------------------------------

LEFT: Fact = (LILLEBAELT, PartyLeft(party=KOLDING, ceases_on="2024-02-01"))


def test_a_party_leaves_a_cluster_from_a_day() -> None:
    leave = RemoveParty(party=KOLDING, ceases_on="2027-01-01", source=CITED)
    record = given(*RUNNING)
    record.when(leave, to=LILLEBAELT, by=SECRETARY).then(PartyLeft(party=KOLDING, ceases_on="2027-01-01", source=TOLD))
    state = record.see(LILLEBAELT)
    assert [is_party(state, KOLDING, day) for day in ("2026-12-31", "2027-01-01")] == [True, False]
    record.when(leave, to=LILLEBAELT).then()


@pytest.mark.parametrize("facts", [(EXISTS,), (EXISTS, *JOINED, LEFT)], ids=["never joined", "has left"])
def test_only_a_party_leaves(facts: tuple[Fact, ...]) -> None:
    given(*WORLD, *facts).when(RemoveParty(party=KOLDING, ceases_on="2024-03-01"), to=LILLEBAELT).refused(
        "cluster.not-party", party=KOLDING
    )


def test_a_party_that_has_left_may_join_again_from_that_day() -> None:
    record = given(*RUNNING, LEFT)
    record.when(AddParty(party=KOLDING, from_on="2024-01-31"), to=LILLEBAELT).refused(
        "cluster.party-until", party=KOLDING, day="2024-02-01"
    )
    record.when(AddParty(party=KOLDING, from_on="2024-03-01"), to=LILLEBAELT).then(
        PartyJoined(party=KOLDING, from_on="2024-03-01")
    )
    days = ("2024-01-31", "2024-02-01", "2024-02-29", "2024-03-01")
    assert [is_party(record.see(LILLEBAELT), KOLDING, day) for day in days] == [True, False, False, True]


def test_a_party_that_has_ceased_to_exist_joins_no_cluster() -> None:
    ended = KOLDING, PartyEnded(ceases_on="2024-03-01")
    given(*WORLD, EXISTS, ended).when(AddParty(party=KOLDING), to=LILLEBAELT).refused(
        "cluster.party-ended", party=KOLDING, day="2024-03-01"
    )
    assert given(*WORLD, EXISTS, ended).when(AddParty(party=KOLDING, from_on="2024-02-01"), to=LILLEBAELT).recorded


def test_a_member_sends_no_party_away() -> None:
    given(*RUNNING).when(RemoveParty(party=KOLDING, ceases_on="2024-03-01"), to=LILLEBAELT, by=MEMBER).denied()


# --- contact persons --------------------------------------------------------------------------------------------------


def contact(person: str, from_on: str | None = None, ceases_on: str | None = None) -> Fact:
    return LILLEBAELT, ContactNamed(party=KOLDING, person=person, from_on=from_on, ceases_on=ceases_on)


def test_a_party_has_a_contact_person_from_a_day_to_a_day() -> None:
    named = NameContact(party=KOLDING, person=OUTSIDER, from_on="2024-03-01", ceases_on="2024-06-01")
    given(*RUNNING).when(named, to=LILLEBAELT, by=SECRETARY).then(
        ContactNamed(party=KOLDING, person=OUTSIDER, from_on="2024-03-01", ceases_on="2024-06-01")
    )


def test_the_contact_person_names_the_next_one_for_their_own_party_only() -> None:
    record = given(*RUNNING, contact(OUTSIDER))
    record.when(NameContact(party=REGION, person=CHAIR), to=LILLEBAELT, by=OUTSIDER).denied()
    (recorded,) = record.when(NameContact(party=KOLDING, person=MEMBER), to=LILLEBAELT, by=OUTSIDER).recorded
    assert (recorded.by.seat, recorded.by.rule) == (LILLEBAELT, "contact-of-party")
    record.when(NameContact(party=KOLDING, person=OUTSIDER), to=LILLEBAELT, by=OUTSIDER).denied()


@pytest.mark.parametrize(
    ("from_on", "ceases_on"), [("2024-03-02", None), (None, "2024-03-01")], ids=["from tomorrow", "until yesterday"]
)
def test_a_contact_person_answers_for_the_party_within_their_days_only(
    from_on: str | None, ceases_on: str | None
) -> None:
    given(*RUNNING, contact(OUTSIDER, from_on, ceases_on)).when(
        NameContact(party=KOLDING, person=MEMBER), to=LILLEBAELT, by=OUTSIDER
    ).denied()


def test_naming_another_contact_person_ends_the_first() -> None:
    state = given(*RUNNING, contact(OUTSIDER, "2024-01-01"), contact(MEMBER, "2024-06-01", "2024-09-01")).see(
        LILLEBAELT
    )
    assert contact_on(state, KOLDING, "2023-12-31") is None
    assert contact_on(state, KOLDING, "2024-05-31") == OUTSIDER
    assert contact_on(state, KOLDING, "2024-06-01") == MEMBER
    assert contact_on(state, KOLDING, "2024-09-01") is None


def test_naming_the_same_contact_person_again_changes_nothing() -> None:
    given(*RUNNING, contact(OUTSIDER)).when(NameContact(party=KOLDING, person=OUTSIDER), to=LILLEBAELT).then()


def test_only_a_party_of_the_cluster_has_a_contact_person_in_it() -> None:
    given(*WORLD, EXISTS).when(NameContact(party=KOLDING, person=OUTSIDER), to=LILLEBAELT).refused(
        "cluster.not-party", party=KOLDING
    )


def test_the_contact_person_of_a_party_that_has_left_answers_for_nobody() -> None:
    given(*RUNNING, contact(OUTSIDER), LEFT).when(
        NameContact(party=KOLDING, person=MEMBER), to=LILLEBAELT, by=OUTSIDER
    ).denied()


def test_the_dead_are_named_as_no_contact() -> None:
    died = OUTSIDER, DeathRecorded(detail=None, seats=())
    given(*RUNNING, died).when(NameContact(party=KOLDING, person=OUTSIDER), to=LILLEBAELT).refused(
        "cluster.person-gone", person=OUTSIDER
    )


def test_a_member_names_no_contact_person() -> None:
    given(*RUNNING).when(NameContact(party=KOLDING, person=MEMBER), to=LILLEBAELT, by=MEMBER).denied()

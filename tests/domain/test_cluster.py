"""Clusters: established once; a party joins once."""

import pytest

from domain.cluster import (
    AddParty,
    ClusterForm,
    ContactNamed,
    Establish,
    Established,
    NameContact,
    PartyJoined,
    contact_on,
)
from domain.person import DeathRecorded
from domain.text import said
from tests.domain.world import CHAIR, KOLDING, MEMBER, OUTSIDER, PARTIES, REGION, SECRETARY, WORLD, Fact
from tests.given import ADMINISTRATOR, given

LILLEBAELT = "lillebaelt/cluster/lillebaelt"
FORMER = "lillebaelt/cluster/former"
EXISTS: Fact = (LILLEBAELT, Established(name=said("Lillebælt"), form=ClusterForm.CLUSTER, region=REGION))


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


# --- contact persons --------------------------------------------------------------------------------------------------

JOINED: tuple[Fact, ...] = ((LILLEBAELT, PartyJoined(party=KOLDING)), (LILLEBAELT, PartyJoined(party=REGION)))
RUNNING = (*WORLD, EXISTS, *JOINED)


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


def test_the_dead_are_named_as_no_contact() -> None:
    died = OUTSIDER, DeathRecorded(detail=None, seats=())
    given(*RUNNING, died).when(NameContact(party=KOLDING, person=OUTSIDER), to=LILLEBAELT).refused(
        "cluster.person-gone", person=OUTSIDER
    )


def test_a_member_names_no_contact_person() -> None:
    given(*RUNNING).when(NameContact(party=KOLDING, person=MEMBER), to=LILLEBAELT, by=MEMBER).denied()

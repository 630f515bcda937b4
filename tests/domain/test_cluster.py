"""Clusters: established once; a party joins once."""

from domain.cluster import AddParty, ClusterForm, Establish, Established, PartyJoined
from domain.text import said
from tests.domain.world import KOLDING, MEMBER, PARTIES, REGION, SECRETARY, WORLD, Fact
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

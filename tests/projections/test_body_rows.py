"""Rows of bodies, clusters, parties and persons: every name, rule, task, party and function with the days it counts."""

from typing import Any

from domain.body import BodyClosed, Level, NameNoted, Secretariat, TaskGiven
from domain.body import Established as BodyEstablished
from domain.claims import DateNotStated
from domain.cluster import ClusterForm, ContactNamed, PartyJoined, PartyLeft
from domain.cluster import Established as ClusterEstablished
from domain.cluster import NameNoted as ClusterNameNoted
from domain.cluster import Renamed as ClusterRenamed
from domain.decided import Cited
from domain.delegation import Delegated, DelegationEnded
from domain.party import OrganAdded, PartyEnded, Renamed
from domain.person import FunctionChanged
from domain.procedure import CadenceSet, RulesSet
from domain.rules import AtLeast, DecisionRule
from domain.text import Kept, said
from projections.mandates import MANDATES
from projections.names import NAMES, key_of
from projections.people import PEOPLE
from projections.view import View
from tests.domain.world import (
    COORDINATING,
    JOINT_FUNDS,
    KOLDING,
    MEETING,
    MEMBER,
    OUTSIDER,
    PAPER,
    POLITICAL,
    REGION,
    STRATEGIC,
    WHO_DECIDES,
    WORLD,
    Fact,
    decision,
    discussing,
    taken,
)
from tests.given import Record, given

SOURCE: Cited[Kept] = Cited(who=said("Klyngen"), on=DateNotStated(), words=said("Et papir"))
GROUP = "lillebaelt/body/gruppen"
LILLEBAELT = "lillebaelt/cluster/lillebaelt"


class Rows:
    """The rows of a view after some facts, by the rest of their key, and the words in them."""

    def __init__(self, view: View, topic: str, *facts: Fact) -> None:
        self.record: Record = given(*WORLD, *facts)
        self.rows: dict[str, Any] = {}
        for recorded in self.record.recorded:
            if type(recorded.event) in view.folds:
                self.rows |= view.evolve(self.rows.get, recorded)
        self.topic = topic

    def __getitem__(self, rest: str) -> Any:
        return self.rows[f"{self.topic}|{rest}"]

    def under(self, rest: str) -> list[Any]:
        return [row for key, row in sorted(self.rows.items()) if key.startswith(f"{self.topic}|{rest}")]

    def words(self, kept: Any) -> str:
        return self.record.texts[kept]


def people(*facts: Fact, scope: str = "lillebaelt") -> Rows:
    return Rows(PEOPLE, f"{scope}/people", *facts)


# --- bodies -----------------------------------------------------------------------------------------------------------

FOUNDED = BodyEstablished(
    name=said("Gruppen"),
    level=Level.GROUP,
    membership="lillebaelt/membership/gruppen",
    chairs=0,
    seats=(),
    parent=STRATEGIC,
    task=said("At regne."),
    from_on="2024-01-01",
    secretariat=Secretariat.PER_PARTY,
)


def test_a_body_tells_what_is_above_it_who_prepares_it_and_from_when() -> None:
    rows = people((GROUP, FOUNDED))
    row = rows["body/gruppen"]
    assert (row.parent, row.secretariat, row.from_on, row.closed_on) == (STRATEGIC, "per-party", "2024-01-01", None)
    (task,) = rows.under("body/gruppen/task/")
    assert (rows.words(task.task), task.decision) == ("At regne.", None)


def test_a_body_tells_its_names_its_tasks_how_often_it_meets_and_its_end() -> None:
    rows = people(
        *discussing(),
        decision(),
        (STRATEGIC, NameNoted(name=said("Styregruppen"), from_on="2020-01-01", ceases_on="2022-07-01", document=PAPER)),
        (STRATEGIC, CadenceSet(words=said("Fire møder om året"), per_year=4)),
        (STRATEGIC, TaskGiven(task=said("At indstille."), decision=taken())),
        (STRATEGIC, BodyClosed(ceases_on="2027-01-01", successor=POLITICAL)),
    )
    (name,) = rows.under("body/strategic/name/")
    assert rows.words(name.name) == "Styregruppen"
    assert (name.from_on, name.ceases_on, name.document) == ("2020-01-01", "2022-07-01", PAPER)
    row = rows["body/strategic"]
    assert (rows.words(row.cadence), row.meetings_per_year) == ("Fire møder om året", 4)
    assert (row.closed_on, row.successor) == ("2027-01-01", POLITICAL)
    (task,) = rows.under("body/strategic/task/")
    assert (rows.words(task.task), task.decision.stream) == ("At indstille.", MEETING)


def test_a_body_tells_its_rules_of_every_time() -> None:
    first = RulesSet(
        quorum=AtLeast(count=5),
        decision_rule=DecisionRule.CONSENSUS,
        chairs_sign=2,
        ad_hoc_substitutes=True,
        one_at_a_time="forbedringsprojekt",
        agenda_days=8,
        from_on="2020-01-01",
        source=SOURCE,
    )
    later = RulesSet(
        quorum=AtLeast(count=3),
        decision_rule=DecisionRule.MAJORITY,
        chairs_sign=0,
        ad_hoc_substitutes=False,
        from_on="2024-01-01",
        source=SOURCE,
    )
    rows = people((STRATEGIC, first), (STRATEGIC, later))
    earlier, now = rows.under("body/strategic/rules/")
    assert (earlier.from_on, earlier.quorum, earlier.at_least, earlier.decision_rule) == (
        "2020-01-01",
        "at-least",
        5,
        "consensus",
    )
    assert (earlier.chairs_sign, earlier.ad_hoc_substitutes, earlier.one_at_a_time, earlier.agenda_days) == (
        2,
        True,
        "forbedringsprojekt",
        8,
    )
    assert (now.from_on, now.at_least, now.decision_rule, now.agenda_days) == ("2024-01-01", 3, "majority", None)


# --- clusters ---------------------------------------------------------------------------------------------------------

RUNNING: tuple[Fact, ...] = (
    (
        LILLEBAELT,
        ClusterEstablished(name=said("Klynge Kolding"), form=ClusterForm.CLUSTER, region=REGION, from_on="2022-07-01"),
    ),
    (LILLEBAELT, PartyJoined(party=KOLDING, from_on="2022-07-01")),
)


def test_two_names_of_one_cluster_stand_beside_each_other() -> None:
    rows = people(
        *RUNNING,
        (LILLEBAELT, ClusterRenamed(name=said("Klynge Lillebælt"), from_on="2023-01-01")),
        (LILLEBAELT, ClusterNameNoted(name=said("Trekanten"), document=PAPER)),
    )
    assert rows.words(rows["cluster/lillebaelt"].name) == "Klynge Lillebælt"
    assert [(rows.words(each.name), each.from_on, each.also) for each in rows.under("cluster/lillebaelt/name/")] == [
        ("Klynge Kolding", "2022-07-01", False),
        ("Klynge Lillebælt", "2023-01-01", False),
        ("Trekanten", None, True),
    ]


def test_a_cluster_tells_from_when_to_when_each_party_belongs_and_who_answers_for_it() -> None:
    rows = people(
        *RUNNING,
        (LILLEBAELT, ContactNamed(party=KOLDING, person=MEMBER)),
        (LILLEBAELT, ContactNamed(party=KOLDING, person=OUTSIDER, from_on="2024-01-01")),
        (LILLEBAELT, PartyLeft(party=KOLDING, ceases_on="2027-01-01")),
    )
    party = rows["cluster/lillebaelt/party/kolding"]
    assert (party.party, party.from_on, party.ceases_on) == (KOLDING, "2022-07-01", "2027-01-01")
    contact = rows["contact/kolding"]
    assert (contact.person, contact.from_on) == (OUTSIDER, "2024-01-01")


def test_a_renamed_cluster_is_called_by_its_new_name_everywhere() -> None:
    renamed = LILLEBAELT, ClusterRenamed(name=said("Klynge Lillebælt"), from_on="2023-01-01")
    rows = Rows(NAMES, "names", *RUNNING, renamed)
    assert rows.words(rows.rows[key_of(LILLEBAELT)].words) == "Klynge Lillebælt"


# --- parties and persons ----------------------------------------------------------------------------------------------


def test_a_party_tells_its_names_its_organs_and_its_end() -> None:
    rows = people(
        (REGION, Renamed(name=said("Region Østdanmark"), from_on="2027-01-01")),
        (REGION, OrganAdded(organ="regionsraad", name=said("Regionsrådet"), adopts=True)),
        (REGION, PartyEnded(ceases_on="2030-01-01", successor=KOLDING)),
        scope="dk",
    )
    assert [(rows.words(each.name), each.from_on) for each in rows.under("party/region/name/")] == [
        ("Regionen", None),
        ("Region Østdanmark", "2027-01-01"),
    ]
    (organ,) = rows.under("party/region/organ/")
    assert (organ.organ, rows.words(organ.name), organ.adopts) == ("regionsraad", "Regionsrådet", True)
    assert (rows["party/region"].ended_on, rows["party/region"].successor) == ("2030-01-01", KOLDING)


def test_a_person_tells_what_they_were_and_for_whom_from_day_to_day() -> None:
    moved = MEMBER, FunctionChanged(function=said("Direktør"), party=REGION, from_on="2024-04-01")
    rows = people(moved, scope="dk")
    assert [
        (rows.words(each.function), each.party, each.from_on) for each in rows.under("person/member/function/")
    ] == [
        ("En funktion", KOLDING, None),
        ("Direktør", REGION, "2024-04-01"),
    ]


# --- mandates ---------------------------------------------------------------------------------------------------------


def test_a_mandate_tells_what_is_left_to_whom_and_until_when() -> None:
    left = Delegated(
        step="vælge",
        from_body=POLITICAL,
        to_body=COORDINATING,
        source=SOURCE,
        terms=said("Under en halv million."),
        from_on="2024-01-01",
    )
    ended = DelegationEnded(step="vælge", to_body=COORDINATING, ceases_on="2024-06-01", source=SOURCE)
    rows = Rows(MANDATES, "lillebaelt/mandates", WHO_DECIDES, (JOINT_FUNDS, left), (JOINT_FUNDS, ended))
    (row,) = rows.under("joint-funds/left/")
    assert (row.step, row.from_body, row.to_body, row.from_on, row.ceases_on) == (
        "vælge",
        POLITICAL,
        COORDINATING,
        "2024-01-01",
        "2024-06-01",
    )
    assert rows.words(row.terms) == "Under en halv million."

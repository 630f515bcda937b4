"""What binds whom on which day, as rows tell it: in the agreement's own scope and in the clusters of its parties."""

from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.agreement import (
    Adjusted,
    EndedByLaw,
    History,
    OwnerNamed,
    ScopeNarrowed,
    ScopeWidened,
    Terminated,
    TerminationApproved,
)
from domain.belonging import PartyJoined
from domain.claims import DateNotStated, OnDay
from domain.cluster import ClusterForm
from domain.cluster import Established as ClusterEstablished
from domain.decided import Cited
from domain.refusal import Refused
from domain.text import said
from projections.agreement_answer import on_day
from projections.agreements_in_force import AGREEMENTS_IN_FORCE, party_prefix
from projections.reveal import Place
from projections.view import Named
from tests.domain.agreed import AIDS, ORGANS, PROPOSED, SPRING, YEAR, adopted, begun, registered, suspended
from tests.domain.agreement_model import Card, Cards
from tests.domain.test_plain_agreement import ASKED, PARTIES, answers, command_of, steps, write
from tests.domain.world import KOLDING, PAPER, REGION, STRATEGIC, WORLD, Fact, decision, discussing, taken
from tests.given import ADMINISTRATOR, Record
from tests.given import given as given_facts
from tests.projections.seen_by_all import OpenEyes, rows_at, shown_in

HOME, NEIGHBOUR = "lillebaelt/agreements-in-force", "trekanten/agreements-in-force"
CLUSTER = "trekanten/cluster/trekanten"
NEIGHBOURS: tuple[Fact, ...] = (
    (CLUSTER, ClusterEstablished(name=said("Trekanten"), form=ClusterForm.CLUSTER, region=REGION)),
    (CLUSTER, PartyJoined(party=KOLDING)),
)
KOLDINGS = f"{party_prefix(KOLDING)}lillebaelt%2Fagreement%2Fhjaelpemidler"
THE_AGREEMENT = "agreement/lillebaelt%2Fagreement%2Fhjaelpemidler"


def seen(topic: str, *facts: Fact, hidden: frozenset[tuple[str, int]] = frozenset()) -> dict[str, Any]:
    record = given_facts(*WORLD, *facts)
    rows = rows_at(AGREEMENTS_IN_FORCE, record, len(record.recorded))
    return shown_in(AGREEMENTS_IN_FORCE, topic, rows, OpenEyes(record, hidden))


# --- both axes --------------------------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(history=st.lists(steps, min_size=3, max_size=15), whole=st.booleans(), late=st.booleans())
def test_rows_answer_as_the_cards_do_on_every_day_as_of_every_position(
    history: list[Any], whole: bool, late: bool
) -> None:
    record = given_facts(*WORLD, *ORGANS, *(() if late else NEIGHBOURS))
    record.happened(*registered(History.COMPLETE if whole else History.INCOMPLETE))
    if late:
        for stream, event in NEIGHBOURS:
            record.happened(stream, event)
    cards = Cards(whole_history=whole, card_of={party: Card() for party in PARTIES})
    said_then = {len(record.recorded): answers(cards)}
    for step in history:
        try:
            record.give(ADMINISTRATOR, AIDS, command_of(step), rule="test")
            write(cards, step)
        except Refused:
            pass
        said_then[len(record.recorded)] = answers(cards)
    for position, expected in said_then.items():
        assert answered(HOME, record, position) == expected
        assert answered(NEIGHBOUR, record, position) == expected


def answered(topic: str, record: Record, position: int) -> dict[tuple[str, str], str]:
    rows = shown_in(AGREEMENTS_IN_FORCE, topic, rows_at(AGREEMENTS_IN_FORCE, record, position), OpenEyes(record))
    bonds = [row for key, row in rows.items() if key.startswith("party/")]
    return {(row.party.id, day): on_day(row, day).answer.binds for row in bonds for day in ASKED}


# --- one party --------------------------------------------------------------------------------------------------------


def test_a_row_tells_what_a_partys_part_is() -> None:
    row = seen(HOME, registered(), adopted(), begun(YEAR), suspended("2024-01-01"))[KOLDINGS]
    assert (row.agreement.id, row.party.id, row.title) == (AIDS, KOLDING, "Lån af hjælpemidler")
    assert (row.adopted, row.organ, row.adopted_when.earliest) == (True, "byraad", SPRING.day)
    (period,) = row.periods
    assert (period.begins.words, period.how, period.ceases_on, period.suspended, period.reason) == (
        "2010", "new", "2024-01-01", True, "Pause.",
    )  # fmt: skip
    assert row.answer is None


def test_a_day_in_the_span_is_answered_in_the_words_of_the_paper() -> None:
    row = on_day(seen(HOME, registered(History.INCOMPLETE), begun(YEAR))[KOLDINGS], "2010-06-01")
    assert (row.answer.on, row.answer.binds, row.answer.why, row.answer.words) == (
        "2010-06-01", "unknown", "day-not-exact", "2010",
    )  # fmt: skip


def test_only_what_is_of_a_party_has_an_answer() -> None:
    row = seen(HOME, registered())[THE_AGREEMENT]
    assert on_day(row, "2024-01-01") is row


# --- where it stands --------------------------------------------------------------------------------------------------


def test_a_cluster_sees_the_agreements_of_its_parties_whole() -> None:
    facts = registered(), adopted(), adopted(REGION, "regionsraad"), PROPOSED
    after, before = seen(NEIGHBOUR, *facts, *NEIGHBOURS), seen(NEIGHBOUR, *NEIGHBOURS, *facts)
    assert set(after) == set(before)
    assert set(after) == set(seen(HOME, *facts))
    regions = f"{party_prefix(REGION)}lillebaelt%2Fagreement%2Fhjaelpemidler"
    assert set(after) == {KOLDINGS, regions, THE_AGREEMENT, f"{THE_AGREEMENT}/step/000004"}


def test_who_joins_again_changes_nothing() -> None:
    again = CLUSTER, PartyJoined(party=KOLDING)
    assert seen(NEIGHBOUR, registered(), *NEIGHBOURS, again) == seen(NEIGHBOUR, registered(), *NEIGHBOURS)


def test_an_agreement_of_a_clusters_own_stands_once() -> None:
    own = "lillebaelt/cluster/lillebaelt"
    facts = (
        (own, ClusterEstablished(name=said("Lillebælt"), form=ClusterForm.CLUSTER, region=REGION)),
        (own, PartyJoined(party=KOLDING)),
    )
    assert set(seen(HOME, registered(), *facts)) == set(seen(HOME, registered()))


# --- how it changed ---------------------------------------------------------------------------------------------------

APPROVED = TerminationApproved(by_body=STRATEGIC, source=taken(), ceases_on="2024-08-01")
TERMINATED = Terminated(parties=PARTIES, ceases_on="2024-08-01", replaced_by=said("§ 113 b"))
LAW = EndedByLaw(ceases_on="2024-07-01", source=Cited(who=said("Loven"), on=OnDay(day="2024-01-01"), words=said("§ 1")))


def test_every_step_is_told() -> None:
    steps = [
        ScopeWidened(text=said("Også børn."), from_on="2024-02-01"),
        ScopeNarrowed(text=said("Kun voksne.")),
        Adjusted(text=said("Nyt skema."), document=PAPER),
        OwnerNamed(owner=STRATEGIC),
        PROPOSED[1],
        APPROVED,
        TERMINATED,
        LAW,
    ]
    rows = seen(HOME, *discussing(), decision(), registered(), *((AIDS, each) for each in steps))
    told = [row for key, row in rows.items() if "/step/" in key]
    assert [each.step for each in told] == [
        "widened", "narrowed", "adjusted", "owner-named",
        "termination-proposed", "termination-approved", "terminated", "ended-by-law",
    ]  # fmt: skip
    assert [each.text for each in told] == [
        "Også børn.", "Kun voksne.", "Nyt skema.", None, "Loven er ændret.", None, "§ 113 b", "§ 1",
    ]  # fmt: skip
    assert told[5].decision == Place(
        stream=Named(taken().meeting, taken().meeting), item="klyngemidler", decision="3.1"
    )
    assert rows[THE_AGREEMENT].owner.id == STRATEGIC
    assert (rows[KOLDINGS].ends_on, rows[KOLDINGS].ended_by, rows[THE_AGREEMENT].ends_on) == (
        "2024-07-01",
        "by-law",
        "2024-07-01",
    )


def test_what_a_closed_item_decided_has_not_happened_to_others() -> None:
    ended = (AIDS, TERMINATED), (AIDS, OwnerNamed(owner=STRATEGIC))
    facts = registered(), adopted(), begun(SPRING), *ended
    hidden = frozenset({(AIDS, 4), (AIDS, 5)})
    rows = seen(HOME, *facts, hidden=hidden)
    assert on_day(rows[KOLDINGS], "2024-08-01").answer.binds == "yes"
    assert (rows[THE_AGREEMENT].ends_on, rows[THE_AGREEMENT].owner) == (None, None)
    assert not [key for key in rows if "/step/" in key]
    assert on_day(seen(HOME, *facts)[KOLDINGS], "2024-08-01").answer.binds == "no"


def test_an_agreement_tells_by_what_it_was_begun() -> None:
    source = Cited(who=said("Udvalget"), on=DateNotStated(), words=said("Gik i gang"), document=PAPER)
    stream, event = registered()
    row = seen(HOME, (stream, msgspec.structs.replace(event, begun_by=source)))[THE_AGREEMENT]
    assert (row.begun_who, row.begun_words, row.document.id) == ("Udvalget", "Gik i gang", PAPER)

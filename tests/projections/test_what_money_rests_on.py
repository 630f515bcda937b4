"""The way from decisions to plans, initiatives and postings, and back (facts 001, 004; domain-model 3, 4.1, 4.2)."""

from typing import Any

from domain.decided import Taken
from domain.handing.initiative import HandedOver
from domain.initiative import Merged
from domain.streams import STREAMS
from projections.edges import OF_OTHER_STREAMS
from projections.lineage import LINEAGE
from projections.reveal import Place
from tests.projections.test_board_rows import ANSWERED, ORDERED, PLAN, REMARKED, TEN
from tests.projections.told import Fact, recorded
from tests.projections.two_funds import (
    APPLICATION,
    CHOSEN,
    FUND,
    TWO_PHASES,
)


def edges(*told: Fact) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for each in recorded(*told):
        kept |= LINEAGE.evolve(kept.get, each)
    return {key.partition("|")[2]: row for key, row in kept.items()}


def led_to(thing: str, *told: Fact) -> list[tuple[str, str]]:
    """(kind, stream) of what led to a thing."""
    found = edges(*told)
    return [(row.kind, row.other.stream) for key, row in sorted(found.items()) if key.startswith(f"{thing}/from/")]


def place(taken: Taken) -> Place[str]:
    return Place(stream=taken.meeting, decision=taken.decision)


def test_an_initiative_comes_from_its_plan_and_from_the_decision_that_adopted_it() -> None:
    assert sorted(led_to("initiative/10", ORDERED)) == [
        ("orders", "midt/meeting/2023-03-13-political"),
        ("orders", PLAN),
    ]


def test_a_remark_comes_from_one_decision_and_is_answered_by_another() -> None:
    assert led_to("initiative/10/part/konkret", REMARKED, ANSWERED) == [
        ("remarks-on", "midt/meeting/2023-03-13-political"),
        ("answers", "midt/meeting/2023-05-24-political"),
    ]


def test_an_initiative_that_is_merged_leads_to_the_one_it_is_part_of() -> None:
    merged = (TEN, Merged(into="midt/initiative/9", decision=CHOSEN))
    assert ("merged", TEN) in led_to("initiative/9", merged)


def test_what_is_handed_over_leads_to_what_took_it_over_and_is_found_from_both_ends() -> None:
    successor = "raad/initiative/midt-10"
    found = edges((TEN, HandedOver(successor=successor, effective_on="2027-01-01")))
    kinds = {key.partition("/to/")[0].partition("/from/")[0]: row.kind for key, row in found.items()}
    assert kinds == {"initiative/10": "hands-over", "initiative/midt-10": "hands-over"}


def test_a_posting_rests_on_its_decisions_and_on_the_application_once_each() -> None:
    found = led_to("fund/klyngemidler/part/e2", *TWO_PHASES)
    assert found.count(("applies-for", APPLICATION)) == 1
    assert found.count(("authorises", CHOSEN.meeting)) == 1
    assert sorted(kind for kind, _ in found) == ["applies-for", "authorises", "changes", "resolves", "resolves"]


def test_a_decision_tells_which_postings_rest_on_it() -> None:
    found = edges(*TWO_PHASES)
    of_decision = [
        (row.kind, row.other) for key, row in sorted(found.items()) if key.startswith("meeting/2024-04-26-political/")
    ]
    assert ("authorises", Place(stream=FUND, part="e2")) in of_decision


def test_every_event_that_names_a_decision_is_told_of() -> None:
    with_decision = {
        event
        for kind in STREAMS
        if kind.name not in ("meeting", "redaction")
        for event in kind.events
        if {"decision", "decisions"} & set(event.__struct_fields__)
    }
    assert len(with_decision) > 20
    assert with_decision <= set(OF_OTHER_STREAMS)

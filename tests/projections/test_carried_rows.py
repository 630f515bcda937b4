"""What a working group or a committee carries can be read, and which improvement project of a body is at work."""

from typing import Any

from domain.body import SlotFreed, SlotTaken
from domain.initiative import InitiativeEnded, Merged, OwnerAssigned
from domain.initiatives import Ending
from projections.people import PEOPLE
from tests.domain.planned import CHIEFS, DIRECTORS, LEADER, NEXT, RECORD, TEN, by, listed, ordered
from tests.domain.world import KOLDING, POLITICAL, Fact
from tests.given import given

TOPIC = "lillebaelt/people"
CARRIED = (TEN, OwnerAssigned(owners=(), leader=LEADER, group=CHIEFS))


def rows(*facts: Fact) -> dict[str, Any]:
    """Rows of what bodies carry, by the rest of their key."""
    found: dict[str, Any] = {}
    for recorded in given(*RECORD, ordered(), listed(NEXT), *facts).recorded:
        if type(recorded.event) in PEOPLE.folds:
            found |= PEOPLE.evolve(found.get, recorded)
    kinds = ("body-carries", "body-project")
    return {
        key.removeprefix(f"{TOPIC}|"): row
        for key, row in found.items()
        if row is not None and type(row).__struct_config__.tag in kinds
    }


def test_what_a_committee_carries_is_read_with_it() -> None:
    (row,) = rows(CARRIED).values()
    assert (row.body, row.initiative, row.leader) == (CHIEFS, TEN, LEADER)


def test_another_group_takes_over() -> None:
    (row,) = rows(CARRIED, (TEN, OwnerAssigned(owners=(KOLDING,), group=DIRECTORS))).values()
    assert row.body == DIRECTORS


def test_what_no_group_carries_any_more_stands_at_none() -> None:
    assert rows(CARRIED, (TEN, OwnerAssigned(owners=(KOLDING,)))) == {}
    assert (
        rows(CARRIED, (TEN, InitiativeEnded(how=Ending.STOPPED, ceases_on="2024-02-01", decision=by(POLITICAL)))) == {}
    )
    assert rows(CARRIED, (TEN, Merged(into=NEXT, decision=by(POLITICAL)))) == {}


def test_the_one_project_of_a_body_stands_at_it_until_it_is_finished() -> None:
    taken = (DIRECTORS, SlotTaken(initiative=NEXT))
    (row,) = rows(taken).values()
    assert (row.body, row.initiative) == (DIRECTORS, NEXT)
    assert rows(taken, (DIRECTORS, SlotFreed(initiative=NEXT))) == {}

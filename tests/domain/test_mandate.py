"""Mandates: for one subject one path on any day, of the cluster's own bodies, with a source."""

import msgspec
import pytest

from domain.claims import DateNotStated
from domain.decided import Cited
from domain.mandate import STEPS_MAX, Path, PathSet, SetPath, path_on
from domain.text import said
from tests.domain.world import (
    CHOOSES,
    JOINT_FUNDS,
    MEMBER,
    PAPER,
    RECOMMENDS,
    SECRETARY,
    WORLD,
    decision,
    discussing,
    path,
    taken,
)
from tests.given import given

SET = SetPath(
    subject="klyngemidler",
    steps=(RECOMMENDS, CHOOSES),
    source=Cited(who="Klyngen", on=DateNotStated(), words="Sagsfremstillingen", document=PAPER),
    terms="Budgettet laves bagefter.",
    from_on="2024-01-01",
)


def test_a_paper_says_who_decides_from_a_day() -> None:
    given(*WORLD).when(SET, to=JOINT_FUNDS, by=SECRETARY).then(
        PathSet(
            subject="klyngemidler",
            steps=(RECOMMENDS, CHOOSES),
            source=Cited(who=said("Klyngen"), on=DateNotStated(), words=said("Sagsfremstillingen"), document=PAPER),
            terms=said("Budgettet laves bagefter."),
            from_on="2024-01-01",
        )
    )


def test_a_decision_of_the_record_may_be_the_source() -> None:
    by_decision = msgspec.structs.replace(SET, source=taken(), terms=None)
    given(*WORLD, *discussing(), decision()).when(by_decision, to=JOINT_FUNDS).then(
        PathSet(subject="klyngemidler", steps=(RECOMMENDS, CHOOSES), source=taken(), from_on="2024-01-01")
    )


def test_members_do_not_say_who_decides() -> None:
    given(*WORLD).when(SET, to=JOINT_FUNDS, by=MEMBER).denied()


def test_a_path_ends_with_somebody_who_decides() -> None:
    given(*WORLD).when(msgspec.structs.replace(SET, steps=(RECOMMENDS,)), to=JOINT_FUNDS).refused(
        "mandate.no-binding-step"
    )


def test_a_path_has_so_many_steps_and_no_more() -> None:
    long = msgspec.structs.replace(SET, steps=(CHOOSES,) * (STEPS_MAX + 1))
    given(*WORLD).when(long, to=JOINT_FUNDS).refused("mandate.too-many-steps", count=STEPS_MAX)


@pytest.mark.parametrize(("from_on", "day"), [("2024-01-01", "2024-01-01"), (None, "–")])
def test_two_paths_do_not_begin_on_the_same_day(from_on: str | None, day: str) -> None:
    again = msgspec.structs.replace(SET, from_on=from_on)
    given(*WORLD, path(CHOOSES, from_on=from_on)).when(again, to=JOINT_FUNDS).refused("mandate.overlap", day=day)


def test_the_path_that_began_last_applies_in_whatever_order_they_were_entered() -> None:
    newer, older = path(CHOOSES, from_on="2024-01-01"), path(RECOMMENDS, CHOOSES, from_on="2023-01-01")
    paths = given(*WORLD, newer, older).see(JOINT_FUNDS)
    assert path_on(paths, "2022-12-31") is None
    assert path_on(paths, "2023-12-31") == Path(steps=(RECOMMENDS, CHOOSES), from_on="2023-01-01")
    assert path_on(paths, "2024-01-01") == Path(steps=(CHOOSES,), from_on="2024-01-01")


def test_a_step_is_held_by_a_body_that_exists() -> None:
    nobody = msgspec.structs.replace(CHOOSES, body="lillebaelt/body/none")
    given(*WORLD).when(msgspec.structs.replace(SET, steps=(nobody,)), to=JOINT_FUNDS).refused("id.unknown")

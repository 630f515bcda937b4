"""Mandates: for one subject one path on any day, of the cluster's own bodies, with a source."""

import msgspec
import pytest

from domain.claims import DateNotStated
from domain.decided import Cited
from domain.mandate import STEPS_MAX, Path, PathSet, SetPath, path_on
from domain.text import said
from tests.domain.world import (
    CHOOSES,
    DISCUSSED,
    ELSEWHERE,
    JOINT_FUNDS,
    MEMBER,
    PAPER,
    POLITICAL,
    RECOMMENDS,
    SECRETARY,
    STRATEGIC,
    TODAY,
    WORLD,
    Fact,
    decision,
    discussing,
    path,
    reported,
    taken,
)
from tests.given import given

ELDER = "lillebaelt/meeting/2024-01-01-strategic"
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


def test_each_step_of_a_path_has_a_name_of_its_own() -> None:
    twice = msgspec.structs.replace(SET, steps=(CHOOSES, msgspec.structs.replace(CHOOSES, body=STRATEGIC)))
    given(*WORLD).when(twice, to=JOINT_FUNDS).refused("mandate.step-twice")


def test_a_mandate_may_be_about_what_no_rule_asks_for() -> None:
    own = "lillebaelt/mandate/selvskade"
    about = msgspec.structs.replace(SET, subject="svær selvskade", terms=None)
    (recorded,) = given(*WORLD).when(about, to=own, by=SECRETARY).recorded
    assert recorded.event.subject == "svær selvskade"


# --- set by a decision ------------------------------------------------------------------------------------------------

BY_DECISION = msgspec.structs.replace(SET, source=taken(), terms=None, from_on=None)
TOLD = path(RECOMMENDS, CHOOSES)
SET_BY_STRATEGIC: tuple[Fact, ...] = (
    *discussing(ELDER),
    decision("1", meeting=ELDER, decided_on="2024-01-01"),
    (
        JOINT_FUNDS,
        PathSet(subject="klyngemidler", steps=(RECOMMENDS, CHOOSES), source=taken("1", ELDER), from_on="2024-01-01"),
    ),
)
"""The strategic level said itself that the political one chooses."""


def test_a_path_that_a_decision_sets_counts_from_the_day_of_the_decision() -> None:
    given(*WORLD, *discussing(), decision()).when(BY_DECISION, to=JOINT_FUNDS).then(
        PathSet(subject="klyngemidler", steps=(RECOMMENDS, CHOOSES), source=taken(), from_on=TODAY)
    )


def test_a_decision_of_no_known_day_sets_no_path_unless_a_day_is_named() -> None:
    record = given(*WORLD, *reported(ELDER, STRATEGIC, DateNotStated()), decision("1", meeting=ELDER, decided_on=None))
    undated = msgspec.structs.replace(BY_DECISION, source=taken("1", ELDER))
    record.when(undated, to=JOINT_FUNDS).refused("decision.undated", decision=f"{ELDER}#1")
    assert record.when(msgspec.structs.replace(undated, from_on="2024-01-01"), to=JOINT_FUNDS).recorded


def test_no_path_is_set_by_what_was_only_discussed() -> None:
    given(*WORLD, *discussing(), decision(outcome=DISCUSSED)).when(BY_DECISION, to=JOINT_FUNDS).refused(
        "decision.not-affirmative"
    )


def test_another_clusters_decision_sets_no_path_here() -> None:
    theirs = "aarhus/meeting/directors"
    record = given(*WORLD, *discussing(theirs, ELSEWHERE), decision(meeting=theirs))
    record.when(msgspec.structs.replace(BY_DECISION, source=taken(meeting=theirs)), to=JOINT_FUNDS).refused(
        "scope.other"
    )


def test_a_path_that_a_paper_tells_of_is_changed_by_those_who_decide() -> None:
    change = msgspec.structs.replace(BY_DECISION, steps=(CHOOSES,))
    given(*WORLD, TOLD, *discussing(of=STRATEGIC), decision()).when(change, to=JOINT_FUNDS).refused(
        "mandate.not-yours", body=POLITICAL, subject="klyngemidler"
    )
    assert given(*WORLD, TOLD, *discussing(of=POLITICAL), decision()).when(change, to=JOINT_FUNDS).recorded


def test_a_path_that_a_body_has_set_is_changed_by_that_body() -> None:
    change = msgspec.structs.replace(BY_DECISION, steps=(CHOOSES,))
    given(*WORLD, *SET_BY_STRATEGIC, *discussing(of=POLITICAL), decision()).when(change, to=JOINT_FUNDS).refused(
        "mandate.not-yours", body=STRATEGIC, subject="klyngemidler"
    )
    assert given(*WORLD, *SET_BY_STRATEGIC, *discussing(), decision()).when(change, to=JOINT_FUNDS).recorded


def test_a_later_paper_may_tell_that_others_decide_now() -> None:
    """A law or an agreement is above any body of the cluster."""
    later = msgspec.structs.replace(SET, steps=(CHOOSES,), from_on="2024-07-01")
    assert given(*WORLD, *SET_BY_STRATEGIC).when(later, to=JOINT_FUNDS, by=SECRETARY).recorded

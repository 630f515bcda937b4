"""Conditions that await an agreement: parties adopt it, the last of them proves it, and what waited goes on."""

from typing import Any

import pytest

from domain.agreement import Adopt
from domain.awaited import ByAdoption, ByAnswer, PartyAdopts
from domain.claims import OnDay
from domain.condition import Fulfilled, Open, Resolve
from tests.domain.agreed import AIDS, COUNCIL, ORGANS, adopted, registered
from tests.domain.waiting import C1, WAITING, open_condition, pending
from tests.domain.world import KOLDING, MEETING, QUESTION, REGION, SECRETARY, WORLD, Fact, discussing, referral
from tests.given import Record, given

BOTH = PartyAdopts(agreement=AIDS, parties=(KOLDING, REGION))
ONE = PartyAdopts(agreement=AIDS, parties=(KOLDING,))
BY_REGION = adopted(REGION, "regionsraad")


def ahead(*facts: Fact) -> Record:
    return given(*WORLD, *ORGANS, registered(), referral(), *discussing(), *facts, WAITING)


def waiting(awaits: PartyAdopts, *facts: Fact) -> Record:
    return given(*WORLD, *ORGANS, registered(), referral(), *discussing(), *facts, WAITING, pending(awaits))


def adopting(party: str, organ: str, *, meets: tuple[str, ...] = (), fails: tuple[str, ...] = ()) -> Adopt:
    return Adopt(party=party, organ=organ, when=OnDay(day="2024-02-01"), meets=meets, fails=fails)


def tags(record: Record, command: Any, by: str | None = None) -> list[str]:
    return [each.event.tag for each in record.when(command, to=AIDS, by=by).recorded]


# --- awaited ----------------------------------------------------------------------------------------------------------


def test_a_condition_awaits_that_parties_adopt() -> None:
    assert ahead().when(open_condition(BOTH), to=C1).recorded
    assert ahead(adopted()).when(open_condition(BOTH), to=C1).recorded


def test_nobody_awaits_what_all_have_adopted() -> None:
    ahead(adopted(), BY_REGION).when(open_condition(BOTH), to=C1).refused("condition.already-there")
    ahead(adopted()).when(open_condition(ONE), to=C1).refused("condition.already-there")


@pytest.mark.parametrize(
    "awaits",
    [
        PartyAdopts(agreement="lillebaelt/agreement/none", parties=(KOLDING,)),
        PartyAdopts(agreement=AIDS, parties=("dk/party/none",)),
    ],
    ids=["agreement", "party"],
)
def test_the_agreement_and_its_parties_are_on_record(awaits: PartyAdopts) -> None:
    ahead().when(open_condition(awaits), to=C1).refused("id.unknown")


def test_nobody_awaits_that_a_stranger_adopts() -> None:
    record = given(*WORLD, *ORGANS, registered(parties=(REGION,)), *discussing(), WAITING)
    command: Open = open_condition(ONE)
    record.when(command, to=C1).refused("agreement.not-party", party=KOLDING)


# --- proved -----------------------------------------------------------------------------------------------------------


def test_the_last_party_to_adopt_meets_the_condition_and_sets_the_waiting_free() -> None:
    record = waiting(BOTH, adopted())
    assert tags(record, adopting(REGION, "regionsraad", meets=(C1,)), SECRETARY) == [
        "agreement.party-adopted",
        "condition.fulfilled",
        "meeting.decision-took-effect",
    ]
    assert not record.see(MEETING).decisions["3.1"].waits


def test_as_long_as_one_is_missing_the_condition_is_not_met() -> None:
    command = adopting(KOLDING, COUNCIL, meets=(C1,))
    waiting(BOTH).when(command, to=AIDS).refused("condition.party-missing", party=REGION)


def test_an_adoption_that_is_not_what_was_awaited_may_fail_the_condition() -> None:
    record = waiting(BOTH)
    assert tags(record, adopting(KOLDING, COUNCIL, fails=(C1,))) == [
        "agreement.party-adopted",
        "condition.failed",
        "meeting.decision-fell",
    ]


def test_the_secretariat_may_say_later_that_it_is_met() -> None:
    proof = ByAdoption(agreement=AIDS, party=KOLDING)
    record = waiting(ONE)
    record.happened(*adopted())
    assert record.when(Resolve(proof=proof), to=C1, by=SECRETARY).recorded[0].event == Fulfilled(proof=proof)


@pytest.mark.parametrize(
    ("awaits", "proof"),
    [
        (ONE, ByAdoption(agreement=AIDS, party=REGION)),
        (ONE, ByAdoption(agreement="lillebaelt/agreement/other", party=KOLDING)),
        (ONE, ByAnswer(referral=QUESTION)),
    ],
    ids=["another party", "another agreement", "another kind"],
)
def test_nothing_else_proves_it(awaits: PartyAdopts, proof: Any) -> None:
    record = waiting(awaits)
    record.happened(*adopted())
    record.when(Resolve(proof=proof), to=C1).refused("condition.proof-mismatch")


def test_what_nobody_adopted_fails_nothing() -> None:
    waiting(ONE).when(Resolve(proof=ByAdoption(agreement=AIDS, party=KOLDING), met=False), to=C1).refused(
        "condition.proof-mismatch"
    )

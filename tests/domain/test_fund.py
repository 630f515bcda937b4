"""Funds: what a paper says is earmarked is a quotation. It waits for its conditions and posts nothing."""

import msgspec

from domain.awaited import ByDecision, DecisionBlocked, DecisionOf, EarmarkBlocked
from domain.claims import About
from domain.condition import BlockAdded, Failed, Fulfilled, Resolve, Waived
from domain.condition import Opened as ConditionOpened
from domain.effects import OpenCondition
from domain.fund import (
    EARMARKS_MAX,
    Announced,
    AnnounceEarmark,
    ConditionMet,
    EarmarkAnnounced,
    EarmarkReleased,
    NoteCondition,
    Open,
    Opened,
    Release,
    Released,
    Why,
)
from domain.text import Kept, said
from tests.domain.waiting import (
    C1,
    C2,
    EARMARK,
    LATER,
    NOT_APPROVED,
    POLITICAL_CHOICE,
    PROOF,
    announced,
    later,
    pending,
)
from tests.domain.world import FUND, MEETING, MEMBER, PAPER, POLITICAL, SECRETARY, TODAY, WORLD, Fact, fund, taken
from tests.given import Record, given

SAID = About(oere=470_000_000, unit_oere=10_000_000, words="cirka 4,7 mio.")
KEPT: About[Kept] = About(oere=470_000_000, unit_oere=10_000_000, words=said("cirka 4,7 mio."))


def announce(*opens: OpenCondition[str], waits: tuple[str, ...] = ()) -> AnnounceEarmark:
    return AnnounceEarmark(earmark="e1", said=SAID, purpose="3 initiativer", document=PAPER, opens=opens, waits=waits)


CONDITION = OpenCondition(
    condition=C1,
    awaits=DecisionOf(body=POLITICAL, words="den 26. april"),
    blocks=(EARMARK,),
    words="Politisk niveau skal vælge.",
    answer_by="2024-04-26",
)
SET_BY_PAPER: Fact = (
    C1,
    ConditionOpened(awaits=POLITICAL_CHOICE, blocks=(EARMARK,), words=said("Først."), opened_on=TODAY),
)


def waiting(*facts: Fact) -> Record:
    """A record where the earmark waits for c1."""
    return given(*WORLD, fund(), announced(C1), SET_BY_PAPER, *facts)


# --- opened -----------------------------------------------------------------------------------------------------------


def test_the_secretariat_opens_a_fund() -> None:
    given(*WORLD).when(Open(name="Klyngemidler", terms="Ikke til drift."), to=FUND, by=SECRETARY).then(
        Opened(name=said("Klyngemidler"), terms=said("Ikke til drift."))
    )


def test_a_fund_is_opened_once() -> None:
    given(*WORLD, fund()).when(Open(name="Klyngemidler"), to=FUND).refused("fund.exists")


def test_members_open_no_fund() -> None:
    given(*WORLD).when(Open(name="Klyngemidler"), to=FUND, by=MEMBER).denied()


# --- announced --------------------------------------------------------------------------------------------------------


def test_an_earmark_that_a_paper_tells_of_opens_its_condition() -> None:
    kept: OpenCondition[Kept] = OpenCondition(
        condition=C1,
        awaits=POLITICAL_CHOICE,
        blocks=(EARMARK,),
        words=said("Politisk niveau skal vælge."),
        answer_by="2024-04-26",
    )
    record = (
        given(*WORLD, fund())
        .when(announce(CONDITION), to=FUND, by=SECRETARY)
        .then(
            EarmarkAnnounced(
                earmark="e1", said=KEPT, purpose=said("3 initiativer"), waits=(C1,), opens=(kept,), document=PAPER
            ),
            (
                C1,
                ConditionOpened(
                    awaits=POLITICAL_CHOICE,
                    blocks=(EARMARK,),
                    words=said("Politisk niveau skal vælge."),
                    opened_on=TODAY,
                    answer_by="2024-04-26",
                    document=PAPER,
                ),
            ),
        )
    )
    assert record.see(FUND).earmarks == {"e1": Announced(waits=frozenset({C1}))}


def test_an_earmark_may_wait_for_a_condition_that_is_already_awaited() -> None:
    record = given(*WORLD, fund(), pending())
    record.when(announce(waits=(C1,)), to=FUND).then(
        EarmarkAnnounced(earmark="e1", said=KEPT, purpose=said("3 initiativer"), waits=(C1,), opens=(), document=PAPER),
        (C1, BlockAdded(blocked=EARMARK)),
    )


def test_an_earmark_does_not_wait_for_a_condition_that_is_resolved() -> None:
    record = given(*WORLD, fund(), pending(), (C1, Waived(decision=taken())))
    record.when(announce(waits=(C1,)), to=FUND).refused("condition.already-resolved")


def test_an_earmark_does_not_wait_for_a_condition_that_holds_something_else_back() -> None:
    other = msgspec.structs.replace(CONDITION, blocks=(DecisionBlocked(meeting=MEETING, decision="3.1"),))
    given(*WORLD, fund()).when(announce(other), to=FUND).refused("decision.unknown")
    another = msgspec.structs.replace(CONDITION, blocks=(EarmarkBlocked(fund=FUND, earmark="e2"),))
    given(*WORLD, fund()).when(announce(another), to=FUND).refused("fund.earmark-unknown", earmark="e2")


def test_an_earmark_is_announced_once() -> None:
    given(*WORLD, fund(), announced()).when(announce(), to=FUND).refused("fund.earmark-exists", earmark="e1")


def test_an_earmark_is_told_of_by_a_paper_on_file() -> None:
    missing = msgspec.structs.replace(announce(), document="lillebaelt/document/none")
    given(*WORLD, fund()).when(missing, to=FUND).refused("id.unknown", id="lillebaelt/document/none")


def test_a_fund_has_so_many_earmarks_and_no_more() -> None:
    _, event = announced()
    assert isinstance(event, EarmarkAnnounced)
    many = tuple((FUND, msgspec.structs.replace(event, earmark=f"m{number}")) for number in range(EARMARKS_MAX))
    given(*WORLD, fund(), *many).when(announce(), to=FUND).refused("fund.full", count=EARMARKS_MAX)


# --- met and fallen ---------------------------------------------------------------------------------------------------


def test_an_earmark_is_cleared_when_its_condition_is_met_and_nothing_is_posted() -> None:
    record = waiting(*later())
    record.when(Resolve(proof=PROOF), to=C1).then(
        Fulfilled(proof=PROOF), (FUND, ConditionMet(earmark="e1", condition=C1, decision=PROOF.decision))
    )
    assert record.see(FUND).earmarks == {"e1": Announced(waits=frozenset())}


def test_an_earmark_ends_when_its_condition_fails() -> None:
    record = waiting(*later(NOT_APPROVED))
    proof = ByDecision(decision=taken("1", LATER))
    record.when(Resolve(proof=proof, met=False), to=C1).then(
        Failed(proof=proof), (FUND, EarmarkReleased(earmark="e1", why=Why.FELL, condition=C1))
    )
    assert record.see(FUND).earmarks == {"e1": Released()}


def test_an_earmark_that_waits_for_two_still_waits_for_the_other() -> None:
    record = given(*WORLD, fund(), announced(C1, C2))
    record.when(NoteCondition(earmark="e1", condition=C1), to=FUND).then(ConditionMet(earmark="e1", condition=C1))
    assert record.see(FUND).earmarks == {"e1": Announced(waits=frozenset({C2}))}


def test_what_an_earmark_does_not_wait_for_changes_nothing() -> None:
    record = waiting()
    record.when(NoteCondition(earmark="e1", condition=C2), to=FUND).then()
    record.when(Release(earmark="e1", condition=C2), to=FUND).then()
    record.when(NoteCondition(earmark="e2", condition=C1), to=FUND).then()


def test_an_earmark_that_has_ended_stays_so() -> None:
    released = FUND, EarmarkReleased(earmark="e1", why=Why.FELL, condition=C1)
    record = waiting(released)
    record.when(NoteCondition(earmark="e1", condition=C1), to=FUND).then()
    record.when(Release(earmark="e1", condition=C1), to=FUND).then()

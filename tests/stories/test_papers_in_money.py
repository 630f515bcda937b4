"""What the papers of 000 and 002 say of money, to the øre, and what those clusters' rules refuse (domain-model §4.6, §4.7)."""

from collections.abc import Mapping
from typing import Any

import msgspec
import pytest

from domain.application import Submit
from domain.applications import PurposeClass
from domain.attesting import AddEvaluation, Attest
from domain.claims import DateNotStated, NoAmount, OnDay
from domain.criteria import NotOperation, NotOwnStaff, ThemeOrCommitteePilot
from domain.decided import Taken
from domain.evaluation import EvaluationPlan
from domain.fund import Confirm, Earmark, OpenWith
from domain.fund.grants import ContributionShared
from domain.fund.opening import OpenedWith
from domain.initiative import FundingNoted, List, Start
from domain.initiatives import Kind, Phase
from stories.aarhus_2024_april import STORY as AARHUS
from stories.syd_2021_foraar import STORY as SYD
from stories.syd_2021_foraar.bodies import told
from tests.given import Record
from tests.stories.playing import opened_for, play

FUND, COMMITTEE = "aarhus/fund/klyngemidler", "aarhus/body/udvalg-kronikere"
APPLICATION = "aarhus/application/tryghedsbesoeg"
DIRECTORS, POLITICAL = "aarhus/meeting/2023-02-02-directors", "aarhus/meeting/2022-12-01-political"
REGISTRAR, CONFIRMER, SECRETARY = (AARHUS.cast[part] for part in ("registrar", "confirmer", "secretary"))
PLANNED = AddEvaluation(
    evaluation=EvaluationPlan(what="Om borgerne er trygge.", who="Udvalget", due=OnDay(day="2024-12-01"))
)
ATTESTED = Attest(criteria=(ThemeOrCommitteePilot(), NotOperation(), NotOwnStaff()), person=SECRETARY)


def played(story: Any) -> Record:
    record = opened_for(story)
    play(record, story.steps, story)
    return record


@pytest.fixture
def aarhus() -> Record:
    return played(AARHUS)


@pytest.fixture(scope="module")
def syd() -> Record:
    """Tests only look at it."""
    return played(SYD)


def balances(record: Record, fund: str) -> Mapping[str, int]:
    return {account: oere for account, oere in record.see(fund).accounts.items() if oere}


# --- Aarhus, to the øre ---


def test_two_grants_are_carried_over_and_samsoe_has_its_half_million(aarhus: Record) -> None:
    held = balances(aarhus, FUND)
    assert held == {
        "tilskud:2022": -475_727_100,
        "tilskud:2023": -475_727_100,
        "fri:2023": 901_454_200,
        "bevilget:samsoe": 50_000_000,
    }
    assert sum(held.values()) == 0


def test_what_samsoe_got_stands_with_what_the_paper_does_not_say(aarhus: Record) -> None:
    (entry,) = (event for _, event in aarhus.events if isinstance(event, OpenedWith))
    assert entry.gaps == ("besluttende forum", "beslutningens dag", "evalueringsplan")
    assert aarhus.see(FUND).allocations["samsoe"].amount_oere == 50_000_000


def test_two_millions_for_children_are_said_and_not_posted(aarhus: Record) -> None:
    said = [
        event.said.oere if not isinstance(event.said, NoAmount) else None
        for _, event in aarhus.events
        if isinstance(event, FundingNoted)
    ]
    assert said == [200_000_000, 150_000_000, 15_000_000_000]
    assert len([event for _, event in aarhus.events if getattr(event, "legs", ())]) == 4


# --- Aarhus, what is refused ---


def applied(record: Record, *more: Any, from_on: str = "2023-11-01") -> Record:
    """A committee applies: everything an application needs, if `more` says so."""
    submit = Submit(
        fund=FUND,
        applicant=COMMITTEE,
        purpose="Tryghedsbesøg på skærm.",
        purpose_class=PurposeClass.TRIAL,
        when=DateNotStated(),
        from_on=from_on,
        ceases_on="2025-01-01",
    )
    for command in (submit, *more):
        record.give(SECRETARY, APPLICATION, command)
    return record


def earmark(oere: int, meeting: str = DIRECTORS, decision: str = "2") -> Earmark:
    return Earmark(
        earmark="e1",
        application=APPLICATION,
        year=2023,
        amount_oere=oere,
        to_party="dk/party/aarhus-kommune",
        purpose="Tryghedsbesøg på skærm.",
        decisions=(Taken(meeting=meeting, decision=decision),),
    )


def test_no_more_is_held_than_is_there(aarhus: Record) -> None:
    ready = applied(aarhus, PLANNED, ATTESTED)
    ready.when(earmark(901_454_201), to=FUND, by=REGISTRAR).refused("fund.pool-exceeded", free_oere=901_454_200)


def test_without_an_evaluation_nothing_is_granted(aarhus: Record) -> None:
    applied(aarhus, ATTESTED).when(earmark(50_000_000), to=FUND, by=REGISTRAR).refused("fund.no-evaluation-plan")


def test_more_than_about_half_a_million_needs_a_reason(aarhus: Record) -> None:
    ready = applied(aarhus, PLANNED, ATTESTED)
    ready.when(earmark(60_000_000), to=FUND, by=REGISTRAR).refused(
        "fund.above-about-ceiling", ceiling_oere=50_000_000, total_oere=60_000_000
    )


def test_what_begins_in_2024_is_too_late(aarhus: Record) -> None:
    ready = applied(aarhus, PLANNED, ATTESTED, from_on="2024-02-01")
    ready.when(earmark(50_000_000), to=FUND, by=REGISTRAR).refused("fund.criterion-unmet", criterion="opstart i 2023")


def test_the_political_body_does_not_dispose_of_the_pool(aarhus: Record) -> None:
    ready = applied(aarhus, PLANNED, ATTESTED)
    ready.when(earmark(50_000_000, POLITICAL, "1"), to=FUND, by=REGISTRAR).refused(
        "mandate.step-missing", body="aarhus/body/directors"
    )


def test_half_a_million_is_granted_when_a_second_person_has_confirmed_it(aarhus: Record) -> None:
    ready = applied(aarhus, PLANNED, ATTESTED)
    ready.give(REGISTRAR, FUND, earmark(50_000_000))
    assert balances(ready, FUND)["betinget:e1"] == 50_000_000
    ready.when(Confirm(of="e1"), to=FUND, by=REGISTRAR).denied()
    tags = [each.event.tag for each in ready.give(CONFIRMER, FUND, Confirm(of="e1"))]
    assert tags == ["fund.second-person-confirmed", "fund.allocated", "application.accepted"]
    assert sum(balances(ready, FUND).values()) == 0


def test_an_opening_entry_needs_a_paper_and_a_second_person(aarhus: Record) -> None:
    entry = OpenWith(
        registration="mere", year=2023, amount_oere=100, allocation="mere", source=told("Klyngen", "Et beløb")
    )
    without = msgspec.structs.replace(entry, source=msgspec.structs.replace(entry.source, document=None))
    aarhus.when(without, to=FUND, by=REGISTRAR).refused("fund.no-document")


# --- Syd ---


def test_an_amount_is_shared_by_the_key_to_the_oere(syd: Record) -> None:
    (shared,) = (event for _, event in syd.events if isinstance(event, ContributionShared))
    assert (shared.total_oere, shared.version) == (123_456_789, 1)
    assert {each.party.rsplit("/", 1)[1]: each.amount_oere for each in shared.shares} == {
        "rebild-kommune": 12_345_679,
        "vesthimmerlands-kommune": 18_518_518,
        "mariagerfjord-kommune": 18_518_518,
        "region-nordjylland": 74_074_074,
    }
    assert balances(syd, "syd/fund/projektmidler") == {
        "part:rebild-kommune": -12_345_679,
        "part:vesthimmerlands-kommune": -18_518_518,
        "part:mariagerfjord-kommune": -18_518_518,
        "part:region-nordjylland": -74_074_074,
        "fri:2021": 123_456_789,
    }


def test_a_new_improvement_project_is_chosen_when_the_old_one_is_done() -> None:
    record = played(SYD)
    second = "syd/initiative/det-naeste-projekt"
    listed = List(title="Det næste projekt", by=(), phase=Phase.TRIAL, kind=Kind.IMPROVEMENT_PROJECT)
    record.give(SYD.cast["secretary"], second, listed)
    start = Start(phase=Phase.TRIAL, by_body="syd/body/steering")
    record.when(start, to=second, by=SYD.cast["secretary"]).refused("body.slot-occupied")

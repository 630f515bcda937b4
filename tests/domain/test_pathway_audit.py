"""Pathway audits: planned, held, learnt from, followed up; citizens' courses are counted and never described."""

from typing import Any

import msgspec
import pytest

from domain.citizens import Trace, trace_in
from domain.claims import DateNotStated, OnDay
from domain.pathway_audit import (
    POINTS_MAX,
    Audit,
    Commands,
    FollowedUp,
    FollowUp,
    Held,
    HoldAudit,
    Learn,
    Learnt,
    Plan,
    Planned,
)
from domain.text import said
from tests.domain.world import ELSEWHERE, OUTSIDER, POLITICAL, SECRETARY, STRATEGIC, WORLD, Fact
from tests.given import Record, given

AUDIT = "lillebaelt/pathway-audit/udskrivning"
PLANNED: Fact = AUDIT, Planned(subject=said("Udskrivning"), by_body=STRATEGIC)
HELD: Fact = AUDIT, Held(when=OnDay(day="2024-02-01"), courses=12)

PLAN = Plan(subject="Udskrivning", by_body=STRATEGIC, expected=OnDay(day="2024-05-01"))
HOLD = HoldAudit(when=OnDay(day="2024-02-01"), courses=12, place="Kolding Sygehus")
LEARN = Learn(point="Ring, før borgeren tager hjem.", to_body=POLITICAL)
FOLLOW_UP = FollowUp(text="Der ringes nu.")


def audit(*facts: Fact) -> Record:
    return given(*WORLD, PLANNED, *facts)


def test_an_audit_is_planned() -> None:
    given(*WORLD).when(PLAN, to=AUDIT, by=SECRETARY).then(
        Planned(subject=said("Udskrivning"), by_body=STRATEGIC, expected=OnDay(day="2024-05-01"))
    )


def test_an_audit_is_held_and_the_courses_are_counted() -> None:
    audit().when(HOLD, to=AUDIT, by=SECRETARY).then(
        Held(when=OnDay(day="2024-02-01"), courses=12, place=said("Kolding Sygehus"))
    )


def test_something_is_learnt_and_followed_up() -> None:
    record = audit(HELD)
    record.when(LEARN, to=AUDIT, by=SECRETARY).then(
        Learnt(point=said("Ring, før borgeren tager hjem."), to_body=POLITICAL)
    )
    record.when(FOLLOW_UP, to=AUDIT, by=SECRETARY).then(FollowedUp(text=said("Der ringes nu.")))
    assert record.see(AUDIT) == Audit(held=True, points=1)


def test_an_audit_is_planned_once_and_held_once() -> None:
    audit().when(PLAN, to=AUDIT).refused("pathway-audit.exists")
    audit(HELD).when(HOLD, to=AUDIT).refused("pathway-audit.already-held")


@pytest.mark.parametrize("command", [LEARN, FOLLOW_UP], ids=["learn", "follow up"])
def test_nothing_is_learnt_of_an_audit_that_was_not_held(command: Commands) -> None:
    audit().when(command, to=AUDIT).refused("pathway-audit.not-held")


def test_an_audit_is_not_held_in_the_future() -> None:
    command = msgspec.structs.replace(HOLD, when=OnDay(day="2024-03-02"))
    audit().when(command, to=AUDIT).refused("day.future", day="2024-03-02")
    unknown = msgspec.structs.replace(HOLD, when=DateNotStated())
    assert audit().when(unknown, to=AUDIT).recorded


def test_an_audit_is_by_a_body_here_and_teaches_one_on_record() -> None:
    record = given(*WORLD)
    record.when(msgspec.structs.replace(PLAN, by_body="lillebaelt/body/none"), to=AUDIT).refused("id.unknown")
    record.when(msgspec.structs.replace(PLAN, by_body=ELSEWHERE), to=AUDIT).refused("scope.other")
    audit(HELD).when(Learn(point="Ring.", to_body="lillebaelt/body/none"), to=AUDIT).refused("id.unknown")


def test_an_audit_teaches_so_much() -> None:
    taught = tuple((AUDIT, Learnt(point=said("Ring."))) for _ in range(POINTS_MAX))
    audit(HELD, *taught).when(LEARN, to=AUDIT).refused("pathway-audit.full", count=POINTS_MAX)


def test_an_outsider_plans_no_audit() -> None:
    given(*WORLD).when(PLAN, to=AUDIT, by=OUTSIDER).denied()


# --- nobody can be recognised -----------------------------------------------------------------------------------------

TELLS_OF_SOMEBODY: dict[Trace, tuple[str, ...]] = {
    Trace.PERSON: ("Tal med ⟦person:dk/person/member⟧.",),
    Trace.AGE: ("En 82-årig faldt.", "En mand på 82 år.", "Hun er 82 år gammel."),
    Trace.BIRTH: ("Født i 1941.", "Patienten er født den 3. maj.", "010141"),
    Trace.NAME: (
        "Borgeren Anna kom for sent hjem.",
        "Patient A ventede.",
        "Fru Hansen ringede.",
        "Hr. K. ventede.",
        "Anna Jensen blev glemt.",
        "patienten AJ",
    ),
    Trace.CONTACT: ("Ring 20 30 40 50.", "Ring 20304050", "+45 20304050", "Skriv til anna@eksempel.dk."),
    Trace.HOME: (
        "Bor på Nørregade 12.",
        "Skovvej 3",
    ),
    Trace.COURSE: (
        "Journalnummer 12345.",
        "Se forløb nr. 3.",
    ),
}
TELLS_OF_NOBODY = (
    "Ring til hjemmeplejen, før borgeren tager hjem.",
    "I 7 af 12 forløb kom epikrisen for sent.",
    "Borgere over 65 har brug for mere tid.",
    "Region Midtjylland og Favrskov Kommune skriver en vejledning i 2020 og 2021.",
    "Aarhus Universitetshospital sender medicinlisten med hjem.",
    "Patienter uden plan skal have en inden 3 dage.",
    "Mødet holdes den 28. maj 2020 kl. 10.30 i lokale 12.",
    "Regionshospitalet Randers og Klynge Syd.",
    "12 forløb, 4 kommuner.",
)


@pytest.mark.parametrize(
    ("trace", "words"), [(trace, words) for trace, all_words in TELLS_OF_SOMEBODY.items() for words in all_words]
)
def test_what_looks_as_if_it_is_about_a_citizen_is_seen(trace: Trace, words: str) -> None:
    assert trace_in(words) is trace


@pytest.mark.parametrize("words", TELLS_OF_NOBODY)
def test_what_was_learnt_may_be_written(words: str) -> None:
    assert trace_in(words) is None
    assert audit(HELD).when(Learn(point=words), to=AUDIT).recorded


SOMEBODY = "En 82-årig faldt."
IN_EVERY_TEXT: list[tuple[Any, tuple[Fact, ...]]] = [
    (msgspec.structs.replace(PLAN, subject=SOMEBODY), ()),
    (msgspec.structs.replace(PLAN, expected=OnDay(day="2024-05-01", words=SOMEBODY)), ()),
    (msgspec.structs.replace(HOLD, place=SOMEBODY), (PLANNED,)),
    (Learn(point=SOMEBODY), (PLANNED, HELD)),
    (FollowUp(text=SOMEBODY), (PLANNED, HELD)),
]


@pytest.mark.parametrize(("command", "facts"), IN_EVERY_TEXT, ids=["subject", "date", "place", "point", "follow-up"])
def test_no_text_of_an_audit_is_about_a_citizen(command: Commands, facts: tuple[Fact, ...]) -> None:
    given(*WORLD, *facts).when(command, to=AUDIT).refused("pathway-audit.citizen-data", trace="en alder")


def test_a_personal_number_is_refused_as_everywhere() -> None:
    audit(HELD).when(Learn(point="Se 150341-1234."), to=AUDIT).refused("text.cpr")

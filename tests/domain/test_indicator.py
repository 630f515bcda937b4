"""Indicators: one value a period in the unit said, corrections beside it, and what a body thinks of the target."""

from typing import Any

import msgspec
import pytest

from domain.agreeing import Judgement
from domain.agreeing import JudgeTarget as JudgeEffect
from domain.belonging import ContactNamed, PartyJoined
from domain.claims import OnDay
from domain.cluster import ClusterForm
from domain.cluster import Established as ClusterEstablished
from domain.colours import Colour
from domain.indicator import (
    PERIODS_MAX,
    Corrected,
    CorrectValue,
    Define,
    Defined,
    Doubted,
    DoubtValue,
    JudgeTarget,
    Report,
    Reported,
    TargetJudged,
)
from domain.kernel import Command
from domain.measures import InColour, Minutes, Number, Percent, Unit, Value, first_day, last_day
from domain.meeting.decision import RecordDecision
from domain.names import PartyId
from domain.text import said
from tests.domain.world import (
    DISCUSSED,
    ELSEWHERE,
    ITEM,
    KOLDING,
    MEETING,
    NOWHERE,
    OUTSIDER,
    PAPER,
    POLITICAL,
    REGION,
    SECRETARY,
    STRATEGIC,
    WORLD,
    Fact,
    decision,
    discussing,
    person,
    taken,
)
from tests.given import Record, given

SMOKING = "lillebaelt/indicator/rygestop"
GREEN, RED = InColour(colour=Colour.GREEN), InColour(colour=Colour.RED)


def defined(unit: Unit = Unit.PERCENT, *, target: Value | None = None, from_party: PartyId | None = KOLDING) -> Fact:
    return SMOKING, Defined(
        name=said("Rygestop"),
        definition=said("Andel, der er holdt op"),
        unit=unit,
        target=target,
        from_party=from_party,
    )


def measured(*facts: Fact, unit: Unit = Unit.PERCENT, target: Value | None = None) -> Record:
    return given(*WORLD, defined(unit, target=target), *facts)


def reported(value: Value | None = None, period: str = "2023", met: bool | None = None) -> Fact:
    return SMOKING, Reported(period=period, value=value or Percent(bp=4_000), met=met)


# --- defined ----------------------------------------------------------------------------------------------------------

DEFINE = Define(
    name="Rygestop",
    definition="Andel, der er holdt op",
    unit=Unit.PERCENT,
    from_party=KOLDING,
    target=Percent(bp=5_000),
    target_words="Halvdelen",
    due=OnDay(day="2024-12-31"),
)


def test_an_indicator_is_defined_with_its_unit_its_sender_and_its_target() -> None:
    given(*WORLD).when(DEFINE, to=SMOKING, by=SECRETARY).then(
        Defined(
            name=said("Rygestop"),
            definition=said("Andel, der er holdt op"),
            unit=Unit.PERCENT,
            from_party=KOLDING,
            target=Percent(bp=5_000),
            target_words=said("Halvdelen"),
            due=OnDay(day="2024-12-31"),
        )
    )


def test_an_indicator_is_defined_once() -> None:
    measured().when(DEFINE, to=SMOKING).refused("indicator.exists")


def test_a_target_is_in_the_unit() -> None:
    command = msgspec.structs.replace(DEFINE, target=GREEN)
    given(*WORLD).when(command, to=SMOKING).refused("indicator.unit-mismatch", unit="procent")


def test_who_sends_the_values_is_on_record() -> None:
    command = msgspec.structs.replace(DEFINE, from_party="dk/party/none")
    given(*WORLD).when(command, to=SMOKING).refused("id.unknown", id="dk/party/none")


# --- reported ---------------------------------------------------------------------------------------------------------

OF_UNIT: dict[Unit, Value] = {
    Unit.PERCENT: Percent(bp=-250),
    Unit.COUNT: Number(count=12),
    Unit.COLOUR: GREEN,
    Unit.TIME: Minutes(minutes=90),
}


@pytest.mark.parametrize("unit", Unit)
def test_a_value_is_reported_in_the_unit_of_the_indicator(unit: Unit) -> None:
    measured(unit=unit).when(Report(period="2023", value=OF_UNIT[unit]), to=SMOKING, by=SECRETARY).then(
        Reported(period="2023", value=OF_UNIT[unit])
    )


@pytest.mark.parametrize("unit", Unit)
def test_no_value_is_reported_in_another_unit(unit: Unit) -> None:
    for other in set(Unit) - {unit}:
        record = measured(reported(OF_UNIT[unit]), unit=unit)
        record.when(Report(period="2022", value=OF_UNIT[other]), to=SMOKING).refused(
            "indicator.unit-mismatch", unit=unit.da
        )
        correct = CorrectValue(period="2023", value=OF_UNIT[other], reason="Nyt.")
        record.when(correct, to=SMOKING).refused("indicator.unit-mismatch", unit=unit.da)


def test_a_paper_may_tell_that_the_target_is_met_and_not_the_figure() -> None:
    record = measured(target=Percent(bp=5_000))
    record.when(Report(period="2023", met=True), to=SMOKING).then(Reported(period="2023", met=True))


def test_a_paper_may_be_told_to_hold_the_figure() -> None:
    measured().when(Report(period="2023", document=PAPER), to=SMOKING).then(Reported(period="2023", document=PAPER))
    missing = Report(period="2023", document="lillebaelt/document/none")
    measured().when(missing, to=SMOKING).refused("id.unknown")


def test_something_is_reported() -> None:
    measured().when(Report(period="2023"), to=SMOKING).refused("indicator.nothing-reported", period="2023")


def test_a_period_is_reported_once_and_then_corrected() -> None:
    record = measured(reported())
    record.when(Report(period="2023", value=Percent(bp=4_000)), to=SMOKING).then()
    record.when(Report(period="2023", value=Percent(bp=4_100)), to=SMOKING).refused(
        "indicator.already-reported", period="2023"
    )


@pytest.mark.parametrize("period", ["2025", "2024-Q2", "2024-04", "2024-03-02"])
def test_nothing_is_reported_for_a_period_to_come(period: str) -> None:
    measured().when(Report(period=period, value=Percent(bp=1)), to=SMOKING).refused("indicator.not-yet", period=period)


@pytest.mark.parametrize("period", ["2024", "2024-Q1", "2024-03", "2024-03-01"])
def test_a_period_that_has_begun_may_be_reported(period: str) -> None:
    assert measured().when(Report(period=period, value=Percent(bp=1)), to=SMOKING).recorded


def test_a_day_that_the_calendar_does_not_have_has_no_value() -> None:
    measured().when(Report(period="2023-02-30", value=Percent(bp=1)), to=SMOKING).refused("day.unknown")


def test_no_target_is_not_met() -> None:
    measured().when(Report(period="2023", met=True), to=SMOKING).refused("indicator.no-target")
    correct = CorrectValue(period="2023", met=False, reason="Nej.")
    measured(reported()).when(correct, to=SMOKING).refused("indicator.no-target")


def test_an_indicator_has_so_many_periods() -> None:
    days = (
        f"{1900 + number // 336:04}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}" for number in range(PERIODS_MAX)
    )
    record = measured(*(reported(period=day) for day in days))
    record.when(Report(period="2023", value=Percent(bp=1)), to=SMOKING).refused("indicator.full", count=PERIODS_MAX)


CLUSTER, CONTACT = "lillebaelt/cluster/lillebaelt", "dk/person/contact"
ANSWERS_FOR_KOLDING: tuple[Fact, ...] = (
    person(CONTACT, KOLDING),
    (CLUSTER, ClusterEstablished(name=said("Lillebælt"), form=ClusterForm.CLUSTER, region=REGION)),
    (CLUSTER, PartyJoined(party=KOLDING)),
    (CLUSTER, ContactNamed(party=KOLDING, person=CONTACT)),
)
SENDERS_OWN: tuple[Command, ...] = (
    Report(period="2022", value=Percent(bp=1)),
    DoubtValue(period="2023", reason="Forkert registreret."),
    CorrectValue(period="2023", reason="Forkert registreret."),
)


@pytest.mark.parametrize("command", SENDERS_OWN, ids=lambda each: each.verb)
def test_who_answers_for_the_sender_reports_doubts_and_corrects(command: Command) -> None:
    assert measured(*ANSWERS_FOR_KOLDING, reported()).when(command, to=SMOKING, by=CONTACT).recorded
    others = given(*WORLD, *ANSWERS_FOR_KOLDING, defined(from_party=REGION), reported())
    others.when(command, to=SMOKING, by=CONTACT).denied()
    measured(*ANSWERS_FOR_KOLDING, reported()).when(command, to=SMOKING, by=OUTSIDER).denied()


# --- doubted, corrected -----------------------------------------------------------------------------------------------


def test_a_value_is_doubted_and_stands() -> None:
    record = measured(reported())
    record.when(DoubtValue(period="2023", reason="Forkert registreret."), to=SMOKING, by=SECRETARY).then(
        Doubted(period="2023", reason=said("Forkert registreret."))
    )
    assert record.see(SMOKING).values["2023"].value == Percent(bp=4_000)
    assert record.see(SMOKING).values["2023"].doubted


def test_a_value_is_corrected_and_no_longer_doubted() -> None:
    record = measured(reported(), (SMOKING, Doubted(period="2023", reason=said("Skæv."))), target=Percent(bp=5_000))
    command = CorrectValue(period="2023", value=Percent(bp=6_000), met=True, reason="Talt igen.")
    record.when(command, to=SMOKING, by=SECRETARY).then(
        Corrected(period="2023", value=Percent(bp=6_000), met=True, reason=said("Talt igen."))
    )
    assert not record.see(SMOKING).values["2023"].doubted


def test_a_value_may_be_taken_back_where_nobody_knows_the_right_one() -> None:
    measured(reported()).when(CorrectValue(period="2023", reason="Tallet holder ikke."), to=SMOKING).then(
        Corrected(period="2023", reason=said("Tallet holder ikke."))
    )


@pytest.mark.parametrize(
    "command", [DoubtValue(period="2022", reason="Nej."), CorrectValue(period="2022", reason="Nej.")]
)
def test_what_was_not_reported_is_neither_doubted_nor_corrected(command: Command) -> None:
    measured(reported()).when(command, to=SMOKING).refused("indicator.not-reported", period="2022")


# --- the target judged ------------------------------------------------------------------------------------------------

JUDGE = JudgeTarget(judgement=Judgement.UNREALISTIC, by_body=STRATEGIC, reason="Flere har hjertesvigt.")
JUDGED = TargetJudged(judgement=Judgement.UNREALISTIC, by_body=STRATEGIC, reason=said("Flere har hjertesvigt."))


def with_target(*facts: Fact) -> Record:
    return measured(*facts, target=Percent(bp=1_000))


def test_a_body_judges_the_target() -> None:
    with_target().when(JUDGE, to=SMOKING, by=SECRETARY).then(JUDGED)


def test_a_target_that_is_not_there_is_not_judged() -> None:
    measured().when(JUDGE, to=SMOKING).refused("indicator.no-target")


def test_a_meeting_judges_the_target_as_an_effect_of_its_decision_though_it_only_discussed_it() -> None:
    record = with_target(*discussing())
    effect = JudgeEffect(indicator=SMOKING, judgement=Judgement.UNREALISTIC, reason="Flere har hjertesvigt.")
    decide = RecordDecision(item=ITEM, decision="3.1", outcome=DISCUSSED, text="Målet er drøftet.", at_once=(effect,))
    answer = record.when(decide, to=MEETING)
    assert record.opened(answer.recorded[-1].event) == msgspec.structs.replace(JUDGED, decision=taken())


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"by_body": "lillebaelt/body/none"}, "id.unknown"),
        ({"by_body": ELSEWHERE}, "scope.other"),
        ({"decision": taken(meeting=NOWHERE)}, "decision.unknown"),
        ({"decision": taken(), "by_body": POLITICAL}, "indicator.other-body"),
    ],
    ids=["no body", "another cluster's", "no decision", "another body's"],
)
def test_a_target_is_judged_by_a_body_here_with_a_decision_of_its_own(change: dict[str, Any], code: str) -> None:
    record = with_target(*discussing(), decision())
    record.when(msgspec.structs.replace(JUDGE, **change), to=SMOKING).refused(code)


# --- periods ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-Q1", "2020-01-01", "2020-03-31"),
        ("2020-Q4", "2020-10-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-09-23", "2020-09-23", "2020-09-23"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(period: str, first: str, last: str) -> None:
    assert (first_day(period), last_day(period)) == (first, last)


def test_red_is_a_value_as_good_as_green() -> None:
    measured(unit=Unit.COLOUR).when(Report(period="2024-02-29", value=RED), to=SMOKING).then(
        Reported(period="2024-02-29", value=RED)
    )

"""Financing keys: who pays how much of what is paid together; one version on any day (domain-model 2.13, 4.7)."""

import pytest

from domain.claims import DateNotStated, Span, Within
from domain.decided import Cited, DecisionRef
from domain.financing_key import Agree, Agreed, End, Ended, Version, version_on
from domain.funding import AgreeKey, EndKey
from domain.kernel import UNKNOWN, Command, Event
from domain.mandate import PathSet, Step
from domain.meeting.decision import RecordDecision
from domain.outcomes import Outcome
from domain.shares import Share
from domain.text import Kept, said
from tests.domain.world import (
    COORDINATING,
    DECIDED,
    DISCUSSED,
    ITEM,
    JOINT_FUNDS,
    KOLDING,
    MEETING,
    MEMBER,
    PAPER,
    POLITICAL,
    REGION,
    SECRETARY,
    STRATEGIC,
    TODAY,
    WHO_DECIDES,
    WORLD,
    Fact,
    decision,
    discussing,
    reported,
    taken,
)
from tests.given import Record, given

KEY = "lillebaelt/financing-key/projekter"
SHARES = (Share(party=KOLDING, weight=40), Share(party=REGION, weight=60))
CITED = Cited(who="Klyngen", on=DateNotStated(), words="En nøgle", document=PAPER)
AS_CITED = Cited(who=said("Klyngen"), on=DateNotStated(), words=said("En nøgle"), document=PAPER)

AGREE = Agree(whole=100, shares=SHARES, source=taken())
END = End(ceases_on="2024-06-01", source=taken())


def agreed(version: int = 1, from_on: str | None = "2023-01-01") -> Agreed:
    return Agreed(version=version, whole=100, shares=SHARES, source=AS_CITED, in_force_from_on=from_on)


def ended(version: int = 1, ceases_on: str = "2024-01-01") -> Ended:
    return Ended(version=version, ceases_on=ceases_on, source=AS_CITED)


def keyed(*past: Event, by: str = POLITICAL, outcome: Outcome[Kept] = DECIDED, path: Fact = WHO_DECIDES) -> Record:
    """A record with a key that has come so far, and a decision to cite."""
    facts = tuple((KEY, event) for event in past)
    return given(*WORLD, path, *facts, *discussing(of=by), decision(outcome=outcome))


# --- agreed -----------------------------------------------------------------------------------------------------------


def test_a_decision_of_whoever_must_decide_agrees_a_key_from_its_own_day() -> None:
    keyed().when(AGREE, to=KEY).then(
        Agreed(version=1, whole=100, shares=SHARES, source=taken(), in_force_from_on=TODAY)
    )


def test_the_secretariat_enters_a_key_that_a_paper_tells_of() -> None:
    agree = Agree(whole=100, shares=SHARES, source=CITED, terms="For projekter.", in_force_from_on="2021-01-01")
    given(*WORLD).when(agree, to=KEY, by=SECRETARY).then(
        Agreed(
            version=1,
            whole=100,
            shares=SHARES,
            source=AS_CITED,
            terms=said("For projekter."),
            in_force_from_on="2021-01-01",
        )
    )
    given(*WORLD).when(agree, to=KEY, by=MEMBER).denied()


def test_the_shares_come_to_the_whole() -> None:
    agree = Agree(whole=101, shares=SHARES, source=CITED)
    given(*WORLD).when(agree, to=KEY).refused("financing-key.sum", sum=100, whole=101)


def test_nobody_stands_twice_in_a_key() -> None:
    twice = (*SHARES, Share(party=KOLDING, weight=1))
    agree = Agree(whole=101, shares=twice, source=CITED)
    given(*WORLD).when(agree, to=KEY).refused("financing-key.party-twice", party=KOLDING)


def test_those_who_share_are_registered_parties() -> None:
    agree = Agree(whole=1, shares=(Share(party="dk/party/none", weight=1),), source=CITED)
    given(*WORLD).when(agree, to=KEY).refused("id.unknown", id="dk/party/none")


@pytest.mark.parametrize(
    ("past", "from_on"),
    [
        ((agreed(),), "2025-01-01"),
        ((agreed(from_on=None),), "2025-01-01"),
        ((agreed(from_on="2026-01-01"),), "2025-01-01"),
        ((agreed(), ended(ceases_on="2024-01-01")), "2023-12-31"),
        ((agreed(), ended(ceases_on="2024-01-01")), None),
    ],
    ids=["in force", "always in force", "in force later", "in force until then", "from an unknown day"],
)
def test_one_version_applies_on_any_day(past: tuple[Event, ...], from_on: str | None) -> None:
    agree = Agree(whole=100, shares=SHARES, source=CITED, in_force_from_on=from_on)
    keyed(*past).when(agree, to=KEY).refused("financing-key.overlap", version=1)


def test_a_key_is_agreed_anew_from_the_day_the_last_one_ends() -> None:
    agree = Agree(whole=100, shares=SHARES, source=CITED, in_force_from_on="2024-01-01")
    keyed(agreed(), ended()).when(agree, to=KEY).then(agreed(2, "2024-01-01"))


def test_a_key_has_so_many_versions_and_no_more() -> None:
    days = [f"{1900 + each}-01-01" for each in range(101)]
    past = [
        event
        for version in range(1, 101)
        for event in (agreed(version, days[version - 1]), ended(version, days[version]))
    ]
    agree = Agree(whole=100, shares=SHARES, source=CITED, in_force_from_on="2024-01-01")
    keyed(*past).when(agree, to=KEY).refused("financing-key.full", count=100)


# --- ended ------------------------------------------------------------------------------------------------------------


def test_a_key_ends() -> None:
    keyed(agreed()).when(END, to=KEY).then(Ended(version=1, ceases_on="2024-06-01", source=taken()))


def test_a_key_that_has_ended_that_day_is_not_ended_again() -> None:
    keyed(agreed(), ended(ceases_on="2024-06-01")).when(END, to=KEY).then()


@pytest.mark.parametrize(
    "past",
    [(agreed(from_on="2024-06-02"),), (agreed(), ended(ceases_on="2024-01-01"))],
    ids=["not yet in force", "no longer in force"],
)
def test_only_a_key_in_force_ends(past: tuple[Event, ...]) -> None:
    keyed(*past).when(END, to=KEY).refused("financing-key.none-in-force", day="2024-06-01")


# --- who may ----------------------------------------------------------------------------------------------------------

BOTH = pytest.mark.parametrize("command", [AGREE, END], ids=lambda command: command.verb)


@BOTH
@pytest.mark.parametrize("by", [STRATEGIC, COORDINATING])
def test_a_body_whose_step_does_not_bind_agrees_no_key(command: Command, by: str) -> None:
    keyed(agreed(), by=by).when(command, to=KEY).refused("mandate.other-body", step="vælge", body=POLITICAL, other=by)


@BOTH
def test_no_key_is_agreed_where_nobody_is_on_record_as_deciding(command: Command) -> None:
    record = given(*WORLD, (KEY, agreed()), *discussing(of=POLITICAL), decision())
    record.when(command, to=KEY).refused("mandate.none")


@BOTH
def test_no_key_is_agreed_by_having_been_discussed(command: Command) -> None:
    keyed(agreed(), outcome=DISCUSSED).when(command, to=KEY).refused("decision.not-affirmative")


def test_whoever_decides_about_agreements_agrees_a_key_for_what_is_delivered_together() -> None:
    step = Step(step="beslutte", body=COORDINATING, binding=True)
    path = PathSet(subject="samarbejdsaftaler", steps=(step,), source=AS_CITED)
    record = keyed(by=COORDINATING, path=("lillebaelt/mandate/agreements", path))
    record.when(AGREE, to=KEY).then(Agreed(version=1, whole=100, shares=SHARES, source=taken(), in_force_from_on=TODAY))


def test_a_body_agrees_a_key_only_if_the_step_was_its_own_on_every_day_that_may_be_meant() -> None:
    """»i februar«: who decides changed on the fifteenth."""
    step = Step(step="vælge", body=STRATEGIC, binding=True)
    path = PathSet(subject="klyngemidler", steps=(step,), source=AS_CITED, from_on="2024-02-15")
    february = Within(earliest="2024-02-01", latest="2024-02-29", span=Span.MONTH, words=said("i februar"))
    late = Within(earliest="2024-02-15", latest="2024-02-29", span=Span.LATE, words=said("ultimo februar"))
    for held, refused in ((february, True), (late, False)):
        meeting = reported(MEETING, STRATEGIC, held)
        record = given(*WORLD, WHO_DECIDES, (JOINT_FUNDS, path), *meeting, decision(decided_on=None))
        answer = record.when(AGREE, to=KEY)
        if refused:
            answer.refused("mandate.other-body", step="vælge", body=POLITICAL, other=STRATEGIC)
        else:
            answer.then(Agreed(version=1, whole=100, shares=SHARES, source=taken(), in_force_from_on="2024-02-29"))


def test_a_decision_agrees_a_key_and_another_ends_it() -> None:
    record = given(*WORLD, WHO_DECIDES, *discussing(of=POLITICAL))
    agree = AgreeKey(key=KEY, whole=100, shares=SHARES, terms="For projekter.")
    assert tags(record, "3.1", agree) == ["meeting.decision-recorded", "financing-key.agreed"]
    assert tags(record, "3.2", EndKey(key=KEY, ceases_on="2025-01-01")) == [
        "meeting.decision-recorded",
        "financing-key.ended",
    ]


def tags(record: Record, number: str, effect: AgreeKey[str] | EndKey) -> list[str]:
    command = RecordDecision(item=ITEM, decision=number, outcome=DECIDED, text="Ja.", at_once=(effect,))
    return [each.event.tag for each in record.when(command, to=MEETING).recorded]


# --- in force ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "version"),
    [
        ("2022-12-31", None),
        ("2023-01-01", 1),
        ("2023-12-31", 1),
        ("2024-01-01", None),
        ("2024-02-29", None),
        ("2024-03-01", 2),
    ],
)
def test_the_key_of_the_decisions_day_applies(day: str, version: int | None) -> None:
    record = keyed(agreed(), ended(), agreed(2, "2024-03-01"))
    found = version_on(record.see(KEY), day)
    assert (found.version if isinstance(found, Version) else None) == version


def test_where_no_key_was_agreed_none_applies() -> None:
    assert version_on(UNKNOWN, TODAY) is None


def test_a_reference_to_no_decision_agrees_nothing() -> None:
    none: DecisionRef[str] = taken("9.9")
    agree = Agree(whole=100, shares=SHARES, source=none)
    keyed().when(agree, to=KEY).refused("decision.unknown")

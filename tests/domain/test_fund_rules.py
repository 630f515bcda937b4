"""A fund's own rules: who registers and confirms, from which amount it takes two, what is asked of applications."""

import msgspec
import pytest

from domain.criteria import EvaluationRequired, NotOwnStaff, StartsIn, ThemeOrCommitteePilot
from domain.fund import (
    CeilingSet,
    CriteriaSet,
    FramesSet,
    FundOffice,
    NameOfficer,
    OfficerNamed,
    ReceiveGrant,
    SetCeiling,
    SetCriteria,
    SetFrames,
    SetThreshold,
    ThresholdSet,
)
from domain.fund.rules import Frame
from domain.fund.state import Applicants, Firmness
from domain.kernel import Command
from domain.money import OERE_MAX
from domain.policy import mask_of
from domain.text import keep_all, said
from tests.domain.money import (
    BY,
    CONFIRMER,
    LAW,
    MILLION,
    NEITHER,
    REGISTRAR,
    a_fund,
    granted,
    officer,
    threshold,
)
from tests.domain.world import (
    CHAIR,
    DISCUSSED,
    FUND,
    MEMBER,
    POLITICAL,
    SECRETARY,
    STRATEGIC,
    TODAY,
    decision,
    discussing,
    taken,
)

CRITERIA = (EvaluationRequired(), StartsIn(year=2023), ThemeOrCommitteePilot())
FRAMES: tuple[Frame[str], ...] = (
    Frame(theme="boern", frame_oere=2 * MILLION, words="2,0 mio."),
    Frame(theme="psykiatri", frame_oere=3 * MILLION, words="3,0 mio."),
)
ABOUT_HALF = SetCeiling(
    applicants=Applicants.COMMITTEE,
    ceiling_oere=MILLION // 2,
    firmness=Firmness.ABOUT,
    words="op til ca. 0,5 mio. kr.",
    decisions=BY,
)

# --- officers ---------------------------------------------------------------------------------------------------------


def test_a_chair_names_who_registers_from_a_day() -> None:
    a_fund().when(NameOfficer(person=NEITHER, office=FundOffice.REGISTRAR, from_on=TODAY), to=FUND, by=CHAIR).then(
        OfficerNamed(person=NEITHER, office=FundOffice.REGISTRAR, from_on=TODAY)
    )


@pytest.mark.parametrize("by", [SECRETARY, MEMBER, REGISTRAR])
def test_nobody_but_a_chair_names_officers(by: str) -> None:
    a_fund().when(NameOfficer(person=by, office=FundOffice.CONFIRMER, from_on=TODAY), to=FUND, by=by).denied()


def test_the_same_person_does_not_both_register_and_confirm() -> None:
    name = NameOfficer(person=REGISTRAR, office=FundOffice.CONFIRMER, from_on=TODAY)
    a_fund().when(name, to=FUND).refused("fund.two-roles", person=REGISTRAR)


def test_who_no_longer_registers_may_confirm_from_then_on() -> None:
    record = a_fund(officer(REGISTRAR, FundOffice.REGISTRAR, ceases_on="2024-06-01"))
    early = NameOfficer(person=REGISTRAR, office=FundOffice.CONFIRMER, from_on="2024-05-31")
    record.when(early, to=FUND).refused("fund.two-roles")
    later = msgspec.structs.replace(early, from_on="2024-06-01")
    record.when(later, to=FUND).then(OfficerNamed(person=REGISTRAR, office=FundOffice.CONFIRMER, from_on="2024-06-01"))


def test_naming_somebody_what_they_are_changes_nothing() -> None:
    name = NameOfficer(person=REGISTRAR, office=FundOffice.REGISTRAR, from_on="2024-01-01")
    a_fund().when(name, to=FUND).then()


def test_an_officer_acts_on_the_days_named_only() -> None:
    record = a_fund(officer(NEITHER, FundOffice.REGISTRAR, from_on="2024-03-02", ceases_on="2024-03-04"))
    for day, may in (("2024-03-01", False), ("2024-03-02", True), ("2024-03-03", True), ("2024-03-04", False)):
        answer = record.when(_receive(), to=FUND, by=NEITHER, on=day)
        if may:
            answer.refused("id.unknown")  # of what it names: the door is open
        else:
            answer.denied()


def _receive() -> Command:
    return ReceiveGrant(year=2024, amount_oere=1, from_party="dk/party/none", booked_on=TODAY, source=LAW)


def test_an_officer_without_a_seat_sees_what_is_open_on_those_days() -> None:
    record = a_fund(officer(NEITHER, FundOffice.CONFIRMER, ceases_on="2024-03-04"))
    mask = mask_of("lillebaelt", NEITHER, "2024-03-03", record)
    assert mask is not None
    assert mask.insider_of == frozenset()
    assert mask_of("aarhus", NEITHER, "2024-03-03", record) is None
    assert mask_of("lillebaelt", NEITHER, "2024-03-04", record) is None


# --- threshold --------------------------------------------------------------------------------------------------------


def test_a_chair_sets_from_which_amount_it_takes_two() -> None:
    a_fund().when(SetThreshold(amount_oere=MILLION, decision=taken()), to=FUND, by=CHAIR).then(
        ThresholdSet(amount_oere=MILLION, decision=taken())
    )


def test_a_threshold_rests_on_a_yes() -> None:
    record = a_fund(decision("3.2", DISCUSSED))
    record.when(SetThreshold(amount_oere=MILLION, decision=taken("3.2")), to=FUND).refused("decision.not-affirmative")


def test_registrars_set_no_threshold() -> None:
    a_fund().when(SetThreshold(amount_oere=MILLION, decision=taken()), to=FUND, by=REGISTRAR).denied()


# --- criteria, ceilings, frames ---------------------------------------------------------------------------------------


def test_the_secretariat_enters_what_those_who_dispose_ask_of_applications() -> None:
    a_fund().when(SetCriteria(criteria=CRITERIA, decisions=BY), to=FUND, by=SECRETARY).then(
        CriteriaSet(criteria=CRITERIA, decisions=BY)
    )


def test_a_ceiling_says_for_whom_and_how_firmly() -> None:
    a_fund().when(ABOUT_HALF, to=FUND, by=SECRETARY).then(
        CeilingSet(
            applicants=Applicants.COMMITTEE,
            ceiling_oere=50_000_000,
            firmness=Firmness.ABOUT,
            words=said("op til ca. 0,5 mio. kr."),
            decisions=BY,
        )
    )


def test_frames_say_by_how_much_they_exceed_the_pool() -> None:
    kept = keep_all(FRAMES)
    record = a_fund(granted(4 * MILLION))
    record.when(SetFrames(frames=FRAMES, decisions=BY), to=FUND, by=SECRETARY).then(
        FramesSet(
            frames=kept,
            frames_oere=5 * MILLION,
            pool_oere=4 * MILLION,
            over_by_oere=MILLION,
            decisions=BY,
        )
    )


def test_frames_that_fit_exceed_nothing() -> None:
    record = a_fund(granted(9 * MILLION))
    (event,) = record.when(SetFrames(frames=FRAMES, decisions=BY), to=FUND).recorded
    assert event.event.over_by_oere == 0


def test_frames_come_to_no_more_than_an_amount_can_be() -> None:
    many = tuple(Frame(theme=f"t{number}", frame_oere=OERE_MAX, words="Alt") for number in range(2))
    a_fund().when(SetFrames(frames=many, decisions=BY), to=FUND).refused("fund.too-large", limit_oere=OERE_MAX)


def test_frames_are_measured_only_against_a_pool_that_can_be_written_as_an_amount() -> None:
    """Each year may hold as much as an amount can be; two of them are more than any reader of the record takes."""
    record = a_fund(granted(OERE_MAX), granted(1, 2025))
    record.when(SetFrames(frames=FRAMES, decisions=BY), to=FUND).refused("fund.too-large", limit_oere=OERE_MAX)


EACH = pytest.mark.parametrize(
    "command",
    [SetCriteria(criteria=(NotOwnStaff(),), decisions=BY), ABOUT_HALF, SetFrames(frames=FRAMES, decisions=BY)],
    ids=lambda command: command.verb,
)


@EACH
def test_rules_rest_on_the_decision_of_those_who_dispose(command: SetCriteria | SetCeiling | SetFrames) -> None:
    others = "lillebaelt/meeting/2024-03-01-political"
    record = a_fund(*discussing(others, POLITICAL), decision(meeting=others))
    for decisions in ((), (taken("3.1", others),)):
        cited = msgspec.structs.replace(command, decisions=decisions)
        record.when(cited, to=FUND).refused("mandate.step-missing", step="disponere", body=STRATEGIC)


@EACH
def test_rules_rest_on_no_decision_of_another_cluster(command: SetCriteria | SetCeiling | SetFrames) -> None:
    theirs = msgspec.structs.replace(command, decisions=(taken("1", "aarhus/meeting/directors"),))
    a_fund().when(theirs, to=FUND).refused("scope.other")


@EACH
def test_members_and_officers_set_no_rules(command: Command) -> None:
    for by in (MEMBER, REGISTRAR, CONFIRMER):
        a_fund(threshold(MILLION)).when(command, to=FUND, by=by).denied()

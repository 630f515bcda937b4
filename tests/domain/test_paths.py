"""Who decides what, as the papers say: Aarhus (002), Lillebælt (004), Midt (001), Syd (000), and the region of Randers (003).

For each: who takes a step on a day, and what still misses before something may move.
"""

import pytest

from domain.bodies import Level
from domain.claims import DateNotStated, DateSaid, OnDay, Span, Within
from domain.decided import Cited
from domain.delegation import Delegated
from domain.mandate import PathSet, Step, Subject, decides, mandate_of, missing
from domain.meeting.standing import DecisionFell
from domain.outcomes import ApprovedConditionally, Outcome, Plain, PlainOutcome, Recommends, Strength
from domain.refusal import Refused
from domain.text import Kept, said
from tests.domain.world import DECIDED, DISCUSSED, ITEM, PARTIES, PEOPLE, Fact, body, decision, paper, reported, taken
from tests.given import Record, given

APPROVED = Plain(outcome=PlainOutcome.APPROVED)
NOT_APPROVED = Plain(outcome=PlainOutcome.NOT_APPROVED)
PAPER: Cited[Kept] = Cited(who=said("Klyngen"), on=DateNotStated(), words=said("Sagsfremstillingen"))


def holds(step: str, of: str, *, binding: bool = True) -> Step:
    return Step(step=step, body=of, binding=binding)


def path(scope: str, subject: Subject, *steps: Step, from_on: str | None = None) -> Fact:
    return mandate_of(subject, scope), PathSet(subject=subject.da, steps=steps, source=PAPER, from_on=from_on)


def minuted(meeting: str, of: str, on: str | DateSaid[Kept], outcome: Outcome[Kept] = APPROVED) -> tuple[Fact, ...]:
    """Decision 1 of a meeting that minutes tell of."""
    held = OnDay[Kept](day=on) if isinstance(on, str) else on
    return (
        *reported(meeting, of, held),
        decision("1", outcome, meeting=meeting, decided_on=on if isinstance(on, str) else None),
    )


def record_of(*facts: Fact | tuple[Fact, ...]) -> Record:
    """A record of these facts, with every body they need."""
    flat = [each for fact in facts for each in (fact if isinstance(fact[0], tuple) else (fact,))]
    scopes = ("aarhus", "lillebaelt", "midt", "syd", "midtjylland")
    bodies = tuple(body(f"{scope}/body/{name}", name, Level.STRATEGIC) for scope in scopes for name in NAMES)
    return given(*PARTIES, *PEOPLE, *bodies, paper(), *flat)


NAMES = ("political", "strategic", "coordinating", "directors", "chiefs", "steering", "committee")


def names_missing(record: Record, scope: str, subject: Subject, *meetings: str, on: str = "2024-12-31") -> list[str]:
    decisions = tuple(taken("1", meeting) for meeting in meetings)
    return [step.step for step in missing(record.see, scope, subject, decisions, on)]


# --- 002, Aarhus: the directors have the pool at their disposal from 2 February 2023 ----------------------------------

AARHUS = path("aarhus", Subject.JOINT_FUNDS, holds("disponere", "aarhus/body/directors"), from_on="2023-02-02")


def test_in_aarhus_the_directors_dispose_of_the_joint_funds_from_the_day_they_said_so() -> None:
    record = record_of(AARHUS)
    days = ("2023-02-01", "2023-02-02", "2024-04-10")
    assert [decides(record.see, "aarhus", Subject.JOINT_FUNDS, "disponere", day) for day in days] == [
        None,
        "aarhus/body/directors",
        "aarhus/body/directors",
    ]
    assert decides(record.see, "aarhus", Subject.JOINT_FUNDS, "vælge", "2024-04-10") is None


def test_in_aarhus_the_political_level_moves_no_money() -> None:
    spring = "aarhus/meeting/2024-04-10-political"
    record = record_of(AARHUS, minuted(spring, "aarhus/body/political", "2024-04-10", DECIDED))
    assert names_missing(record, "aarhus", Subject.JOINT_FUNDS, spring) == ["disponere"]


def test_in_aarhus_one_decision_of_the_directors_is_enough() -> None:
    granted = "aarhus/meeting/2023-06-14-directors"
    record = record_of(AARHUS, minuted(granted, "aarhus/body/directors", "2023-06-14", DECIDED))
    assert names_missing(record, "aarhus", Subject.JOINT_FUNDS, granted) == []


# --- 004, Lillebælt: the political level chooses, the strategic approves in the end -----------------------------------

LILLEBAELT = path(
    "lillebaelt",
    Subject.JOINT_FUNDS,
    holds("fremlægge", "lillebaelt/body/coordinating", binding=False),
    holds("indstille", "lillebaelt/body/strategic", binding=False),
    holds("vælge", "lillebaelt/body/political"),
    holds("endeligt godkende", "lillebaelt/body/strategic"),
)
APRIL_9, APRIL_26, JUNE = (f"lillebaelt/meeting/2024-{each}" for each in ("04-09", "04-26", "06-11"))
RECOMMENDED = minuted(
    APRIL_9,
    "lillebaelt/body/strategic",
    "2024-04-09",
    Recommends(to_body="lillebaelt/body/political", strength=Strength.FIRM),
)
CHOSEN = minuted(APRIL_26, "lillebaelt/body/political", "2024-04-26", DECIDED)
FINAL = minuted(JUNE, "lillebaelt/body/strategic", "2024-06-11")


def test_in_lillebaelt_a_recommendation_takes_no_binding_step() -> None:
    record = record_of(LILLEBAELT, RECOMMENDED)
    assert names_missing(record, "lillebaelt", Subject.JOINT_FUNDS) == ["vælge", "endeligt godkende"]
    assert names_missing(record, "lillebaelt", Subject.JOINT_FUNDS, APRIL_9) == ["vælge", "endeligt godkende"]


def test_in_lillebaelt_the_money_moves_when_both_have_said_yes_in_that_order() -> None:
    record = record_of(LILLEBAELT, RECOMMENDED, CHOSEN, FINAL)
    assert names_missing(record, "lillebaelt", Subject.JOINT_FUNDS, APRIL_9, APRIL_26) == ["endeligt godkende"]
    assert names_missing(record, "lillebaelt", Subject.JOINT_FUNDS, JUNE, APRIL_26) == []


def test_in_lillebaelt_an_approval_given_before_the_choice_is_no_final_one() -> None:
    too_early = minuted("lillebaelt/meeting/early", "lillebaelt/body/strategic", "2024-04-25")
    record = record_of(LILLEBAELT, too_early, CHOSEN)
    assert names_missing(record, "lillebaelt", Subject.JOINT_FUNDS, "lillebaelt/meeting/early", APRIL_26) == [
        "endeligt godkende"
    ]


# --- 001, Midt: order confirmations go to the chiefs and then to the directors ----------------------------------------

CONFIRMATION = path(
    "midt",
    Subject.INITIATIVE_CONFIRMATION,
    holds("godkende", "midt/body/chiefs"),
    holds("endeligt godkende", "midt/body/directors"),
    from_on="2023-04-17",
)
CHIEFS, DIRECTORS = "midt/meeting/2023-06-15-chiefs", "midt/meeting/2023-06-20-directors"


@pytest.mark.parametrize(
    ("meetings", "left"),
    [
        ((), ["godkende", "endeligt godkende"]),
        ((CHIEFS,), ["endeligt godkende"]),
        ((DIRECTORS,), ["godkende"]),
        ((CHIEFS, DIRECTORS), []),
    ],
)
def test_in_midt_the_chiefs_and_then_the_directors_approve_a_confirmation(
    meetings: tuple[str, ...], left: list[str]
) -> None:
    record = record_of(
        CONFIRMATION,
        minuted(CHIEFS, "midt/body/chiefs", "2023-06-15"),
        minuted(DIRECTORS, "midt/body/directors", "2023-06-20"),
    )
    assert names_missing(record, "midt", Subject.INITIATIVE_CONFIRMATION, *meetings) == left


def test_in_midt_the_chiefs_remedy_and_the_directors_take_over_where_it_deviates() -> None:
    deviation = path(
        "midt",
        Subject.INITIATIVE_DEVIATION,
        holds("afhjælpe", "midt/body/chiefs"),
        holds("løfte", "midt/body/directors"),
        holds("orientere", "midt/body/political", binding=False),
    )
    record = record_of(deviation, minuted(CHIEFS, "midt/body/chiefs", "2023-06-15", DECIDED))
    assert names_missing(record, "midt", Subject.INITIATIVE_DEVIATION, CHIEFS) == ["løfte"]


def test_in_midt_nobody_is_on_record_as_deciding_about_the_joint_funds() -> None:
    record = record_of(CONFIRMATION)
    assert decides(record.see, "midt", Subject.JOINT_FUNDS, "disponere", "2023-06-15") is None
    with pytest.raises(Refused) as refused:
        missing(record.see, "midt", Subject.JOINT_FUNDS, (), "2023-06-15")
    assert refused.value.code == "mandate.none"


# --- 000, Syd, and 003, the region of Randers -------------------------------------------------------------------------


def test_in_syd_the_steering_group_picks_the_project() -> None:
    record = record_of(path("syd", Subject.IMPROVEMENT_PROJECT, holds("vælge", "syd/body/steering")))
    assert decides(record.see, "syd", Subject.IMPROVEMENT_PROJECT, "vælge", "2020-03-01") == "syd/body/steering"


def test_in_the_region_an_agreement_ends_when_steering_group_and_committee_have_approved() -> None:
    """7 May and 28 May 2020 (003.5)."""
    steering, committee = "midtjylland/meeting/2020-05-07", "midtjylland/meeting/2020-05-28"
    record = record_of(
        path(
            "midtjylland",
            Subject.AGREEMENTS,
            holds("tiltræde", "midtjylland/body/steering"),
            holds("godkende", "midtjylland/body/committee"),
        ),
        minuted(steering, "midtjylland/body/steering", "2020-05-07"),
        minuted(committee, "midtjylland/body/committee", "2020-05-28"),
    )
    assert names_missing(record, "midtjylland", Subject.AGREEMENTS, steering) == ["godkende"]
    assert names_missing(record, "midtjylland", Subject.AGREEMENTS, steering, committee) == []


# --- what a decision must be ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("outcome", [DISCUSSED, NOT_APPROVED])
def test_a_step_is_not_taken_by_an_outcome_that_does_not_say_yes(outcome: Outcome[Kept]) -> None:
    record = record_of(CONFIRMATION, minuted(CHIEFS, "midt/body/chiefs", "2023-06-15", outcome))
    assert names_missing(record, "midt", Subject.INITIATIVE_CONFIRMATION, CHIEFS) == ["godkende", "endeligt godkende"]


@pytest.mark.parametrize("fell", [False, True], ids=["waits", "fell"])
def test_a_step_is_not_taken_by_a_decision_that_waits_or_fell(fell: bool) -> None:
    condition = "midt/condition/c1"
    waiting = decision("1", ApprovedConditionally(), meeting=CHIEFS, waits_for=(condition,), decided_on="2023-06-15")
    record = record_of(CONFIRMATION, reported(CHIEFS, "midt/body/chiefs", OnDay(day="2023-06-15")), waiting)
    if fell:
        record.happened(CHIEFS, DecisionFell(item=ITEM, decision="1", condition=condition))
    assert names_missing(record, "midt", Subject.INITIATIVE_CONFIRMATION, CHIEFS) == ["godkende", "endeligt godkende"]


def test_the_path_of_the_day_of_the_first_decision_applies_to_the_whole_matter() -> None:
    directors_alone = path(
        "midt",
        Subject.INITIATIVE_CONFIRMATION,
        holds("endeligt godkende", "midt/body/directors"),
        from_on="2023-06-18",
    )
    chiefs = minuted(CHIEFS, "midt/body/chiefs", "2023-06-15")
    directors = minuted(DIRECTORS, "midt/body/directors", "2023-06-20")
    record = record_of(CONFIRMATION, directors_alone, chiefs, directors)
    assert names_missing(record, "midt", Subject.INITIATIVE_CONFIRMATION, CHIEFS) == ["endeligt godkende"]
    assert names_missing(record, "midt", Subject.INITIATIVE_CONFIRMATION, DIRECTORS) == []
    assert names_missing(record, "midt", Subject.INITIATIVE_CONFIRMATION, on="2023-06-17") == [
        "godkende",
        "endeligt godkende",
    ]
    assert names_missing(record, "midt", Subject.INITIATIVE_CONFIRMATION, on="2023-06-18") == ["endeligt godkende"]


# --- delegation -------------------------------------------------------------------------------------------------------

LEFT: Fact = (
    mandate_of(Subject.INITIATIVE_CONFIRMATION, "midt"),
    Delegated(
        step="endeligt godkende",
        from_body="midt/body/directors",
        to_body="midt/body/chiefs",
        source=PAPER,
        from_on="2023-06-01",
        ceases_on="2023-07-01",
    ),
)


def test_what_is_left_to_another_body_is_taken_by_that_body() -> None:
    record = record_of(CONFIRMATION, LEFT, minuted(CHIEFS, "midt/body/chiefs", "2023-06-15"))
    assert names_missing(record, "midt", Subject.INITIATIVE_CONFIRMATION, CHIEFS) == []
    days = ("2023-05-31", "2023-06-01", "2023-06-30", "2023-07-01")
    assert [decides(record.see, "midt", Subject.INITIATIVE_CONFIRMATION, "endeligt godkende", day) for day in days] == [
        "midt/body/directors",
        "midt/body/chiefs",
        "midt/body/chiefs",
        "midt/body/directors",
    ]


# --- uncertain days ---------------------------------------------------------------------------------------------------


def month(earliest: str, latest: str) -> Within[Kept]:
    return Within(earliest=earliest, latest=latest, span=Span.MONTH, words=said("en måned"))


def test_a_decision_of_no_known_day_takes_no_step() -> None:
    record = record_of(CONFIRMATION, minuted(CHIEFS, "midt/body/chiefs", DateNotStated()))
    assert names_missing(record, "midt", Subject.INITIATIVE_CONFIRMATION, CHIEFS) == ["godkende", "endeligt godkende"]


def test_a_span_of_days_takes_a_step_that_the_body_has_on_all_of_them() -> None:
    record = record_of(CONFIRMATION, minuted(CHIEFS, "midt/body/chiefs", month("2023-06-01", "2023-06-30")))
    assert names_missing(record, "midt", Subject.INITIATIVE_CONFIRMATION, CHIEFS) == ["endeligt godkende"]


def test_a_span_of_days_takes_no_step_that_was_left_to_the_body_on_some_of_them_only() -> None:
    chiefs = minuted(CHIEFS, "midt/body/chiefs", month("2023-05-15", "2023-06-15"))
    record = record_of(CONFIRMATION, LEFT, chiefs)
    assert names_missing(record, "midt", Subject.INITIATIVE_CONFIRMATION, CHIEFS) == ["endeligt godkende"]


def test_where_the_path_changed_within_the_span_as_much_is_missing_as_on_any_of_its_days() -> None:
    directors_alone = path(
        "midt",
        Subject.INITIATIVE_CONFIRMATION,
        holds("endeligt godkende", "midt/body/directors"),
        from_on="2023-06-18",
    )
    directors = minuted(DIRECTORS, "midt/body/directors", month("2023-06-01", "2023-06-30"))
    record = record_of(CONFIRMATION, directors_alone, directors)
    assert names_missing(record, "midt", Subject.INITIATIVE_CONFIRMATION, DIRECTORS) == ["godkende"]


def test_a_span_that_begins_before_anybody_decided_says_that_nobody_did() -> None:
    chiefs = minuted(CHIEFS, "midt/body/chiefs", month("2023-04-18", "2023-04-30"))
    early = minuted(DIRECTORS, "midt/body/chiefs", month("2023-04-01", "2023-04-30"))
    record = record_of(CONFIRMATION, chiefs, early)
    assert names_missing(record, "midt", Subject.INITIATIVE_CONFIRMATION, CHIEFS) == ["endeligt godkende"]
    assert names_missing(record, "midt", Subject.INITIATIVE_CONFIRMATION, DIRECTORS) == [
        "godkende",
        "endeligt godkende",
    ]


def test_of_two_spans_that_meet_neither_is_surely_the_later() -> None:
    record = record_of(
        CONFIRMATION,
        minuted(CHIEFS, "midt/body/chiefs", month("2023-06-01", "2023-06-30")),
        minuted(DIRECTORS, "midt/body/directors", "2023-06-20"),
    )
    assert names_missing(record, "midt", Subject.INITIATIVE_CONFIRMATION, CHIEFS, DIRECTORS) == ["endeligt godkende"]

"""»What binds Randers on 15 August 2020?« as known today and as known in July (domain-model §4.5), asked by a member in Randers.

The table is written from the paper and the worked case, not from what the code gave.
"""

from typing import Any

import httpx
import pytest

from tests.outside import Json, Outside

TOPIC = "randers/agreements-in-force"
AIDS, IV, BILATERAL, HEALTH = (
    "midtjylland/agreement/hjaelpemidler-2010",
    "midtjylland/agreement/iv-behandling",
    "randers/agreement/iv-bilateral",
    "midtjylland/agreement/sundhedsaftalen-2019",
)
RANDERS, NORDDJURS, FAVRSKOV, SYDDJURS = (
    f"dk/party/{name}-kommune" for name in ("randers", "norddjurs", "favrskov", "syddjurs")
)
REGION, HOSPITAL = "dk/party/region-midtjylland", "dk/party/regionshospitalet-randers"
IN_JULY, TODAY = "2020-07-15", None

YES, NO, UNKNOWN = "yes", "no", "unknown"
Expected = dict[str, tuple[str, str, str | None]]
"""agreement -> (answer, why, the day it turns on)"""

ON_15_AUGUST: Expected = {
    AIDS: (NO, "terminated", "2020-08-01"),
    IV: (NO, "not-yet", "2020-09-01"),
    BILATERAL: (UNKNOWN, "history-incomplete", None),
    HEALTH: (YES, "in-force", "2019-12-31"),
}
AS_KNOWN_IN_JULY: Expected = {
    AIDS: (YES, "in-force", "2010-12-31"),
    HEALTH: (YES, "in-force", "2019-12-31"),
}


def asked(house: Outside, party: str, on: str, at: str | None = None, by: str = "randers:norddjurs") -> Expected:
    view = house.view(by, TOPIC, party=party, on=on, **({} if at is None else {"at": at}))
    bonds: list[Json] = list(view["rows"].values())
    assert {each["party"]["id"] for each in bonds} <= {party}
    assert {each["answer"]["on"] for each in bonds} <= {on}
    return {each["agreement"]["id"]: answer_of(each) for each in bonds}


def answer_of(row: Json) -> tuple[str, str, str | None]:
    answer = row["answer"]
    return answer["binds"], answer["why"], answer.get("day")


# --- the sentence of the issue ----------------------------------------------------------------------------------------


def test_what_binds_randers_on_15_august_2020_as_known_today(everything: Outside) -> None:
    assert asked(everything, RANDERS, "2020-08-15") == ON_15_AUGUST


def test_what_binds_randers_on_15_august_2020_as_known_in_july(everything: Outside) -> None:
    """The termination was decided in May, but not yet on record; nor was the paper that tells of IV treatment."""
    assert asked(everything, RANDERS, "2020-08-15", IN_JULY) == AS_KNOWN_IN_JULY


@pytest.mark.parametrize(
    ("on", "agreement", "answer"),
    [
        ("2009-12-31", AIDS, NO),
        ("2010-01-01", AIDS, UNKNOWN),
        ("2010-12-30", AIDS, UNKNOWN),
        ("2010-12-31", AIDS, YES),
        ("2020-07-31", AIDS, YES),
        ("2020-08-01", AIDS, NO),
        ("2020-08-31", IV, NO),
        ("2020-09-01", IV, YES),
        ("2019-01-01", BILATERAL, UNKNOWN),
        ("2020-09-01", BILATERAL, UNKNOWN),
        ("2023-12-31", HEALTH, YES),
        ("2024-01-01", HEALTH, NO),
    ],
)
def test_the_answer_turns_on_its_day(everything: Outside, on: str, agreement: str, answer: str) -> None:
    assert asked(everything, RANDERS, on)[agreement][0] == answer


def test_a_day_in_2010_is_answered_in_the_words_of_the_paper(everything: Outside) -> None:
    view = everything.view("randers:norddjurs", TOPIC, party=RANDERS, on="2010-06-01")
    (row,) = (each for each in view["rows"].values() if each["agreement"]["id"] == AIDS)
    assert (row["answer"]["binds"], row["answer"]["why"], row["answer"]["words"]) == (UNKNOWN, "day-not-exact", "2010")
    assert row["title"] == "Udlån af midlertidige hjælpemidler"
    assert row["replaced_by"] == "Serviceloven § 113 b: kommunen låner ud."


# --- party by party ---------------------------------------------------------------------------------------------------

IV_FROM = {SYDDJURS: "2020-06-01", FAVRSKOV: "2020-06-01", NORDDJURS: "2020-07-01", RANDERS: "2020-09-01"}
THE_DAY_BEFORE = {
    SYDDJURS: ("2020-05-31", NO),
    FAVRSKOV: ("2020-05-31", UNKNOWN),
    NORDDJURS: ("2020-06-30", NO),
    RANDERS: ("2020-08-31", NO),
}
"""Favrskov resumed it: before that it held some time, and no paper says when."""


@pytest.mark.parametrize("party", IV_FROM)
def test_iv_treatment_holds_from_another_day_for_each(everything: Outside, party: str) -> None:
    assert asked(everything, party, IV_FROM[party])[IV] == (YES, "in-force", IV_FROM[party])
    day, answer = THE_DAY_BEFORE[party]
    assert asked(everything, party, day)[IV][0] == answer


@pytest.mark.parametrize("party", [REGION, *IV_FROM])
def test_the_end_of_the_loan_of_aids_is_the_same_for_all(everything: Outside, party: str) -> None:
    assert asked(everything, party, "2020-07-31")[AIDS][0] == YES
    assert asked(everything, party, "2020-08-01")[AIDS] == (NO, "terminated", "2020-08-01")


def test_who_is_in_no_agreement_of_the_region_is_asked_about_their_own(everything: Outside) -> None:
    assert asked(everything, HOSPITAL, "2020-08-15") == {BILATERAL: (UNKNOWN, "history-incomplete", None)}


def test_a_party_may_be_called_by_its_name_alone(everything: Outside) -> None:
    view = everything.view("randers:auditor", TOPIC, party="randers-kommune", on="2020-08-15")
    assert {each["agreement"]["id"]: answer_of(each) for each in view["rows"].values()} == ON_15_AUGUST


def test_in_the_region_the_same_is_told_of_its_own_agreements(everything: Outside) -> None:
    view = everything.view(
        "randers:secretary-region", "midtjylland/agreements-in-force", party=RANDERS, on="2020-08-15"
    )
    regional = {agreement: answer for agreement, answer in ON_15_AUGUST.items() if agreement != BILATERAL}
    assert {each["agreement"]["id"]: answer_of(each) for each in view["rows"].values()} == regional


def test_the_steps_of_the_termination_are_told_with_who_and_when(everything: Outside) -> None:
    rows = everything.view("randers:norddjurs", TOPIC, prefix="agreement/")["rows"].values()
    steps = [each for each in rows if each["type"] == "step"]
    assert [(each["step"], each["by"] and each["by"]["id"], each.get("ceases_on")) for each in steps] == [
        ("termination-proposed", "midtjylland/body/arbejdsgruppen-om-hjaelpemidler", None),
        ("termination-approved", "midtjylland/body/sundhedsstyregruppen", "2020-08-01"),
        ("termination-approved", "midtjylland/body/sundhedskoordinationsudvalget", "2020-08-01"),
        ("terminated", None, "2020-08-01"),
    ]


@pytest.mark.parametrize(
    ("asks", "code"),
    [
        ({"on": "15-08-2020"}, "on.malformed"),
        ({"on": "2020-02-30"}, "on.malformed"),
        ({"party": "randers-kommune", "prefix": "party/"}, "query.party-or-prefix"),
    ],
    ids=["no day", "a day that is not there", "a party and a prefix"],
)
def test_what_cannot_be_asked_is_said(everything: Outside, asks: dict[str, str], code: str) -> None:
    answer = everything.as_("randers:norddjurs").get(f"/v1/{TOPIC}", params=asks)
    assert (answer.status_code, answer.json()["code"]) == (400, code)


def test_only_views_of_such_answers_know_a_day_and_a_party(everything: Outside) -> None:
    for name in ("on", "party"):
        answer: httpx.Response = everything.as_("randers:norddjurs").get("/v1/randers/decisions", params={name: "x"})
        assert (answer.status_code, answer.json()["code"]) == (400, "query.unknown")


# --- indicators -------------------------------------------------------------------------------------------------------


def indicators(house: Outside) -> dict[str, Any]:
    rows: dict[str, Any] = house.view("randers:norddjurs", "randers/indicators")["rows"]
    return rows


def test_smoking_is_met_for_the_first_time_in_three_years(everything: Outside) -> None:
    rows = indicators(everything)
    assert [rows[f"rygestop/value/{year}"]["met"] for year in (2017, 2018, 2019)] == [False, False, True]
    assert rows["rygestop"]["met"] is True


def test_the_target_of_ten_per_cent_is_unrealistic(everything: Outside) -> None:
    row = indicators(everything)["fysisk-kapacitet"]
    assert (row["target"], row["judgement"]) == ({"type": "percent", "bp": 1000}, "unrealistic")
    assert row["judged_by"]["id"] == "randers/body/hjerteforloeb"


def test_the_wrongly_registered_advice_on_diet_is_doubted(everything: Outside) -> None:
    row = indicators(everything)["kostvejledning/value/2019"]
    assert (row["doubted"], row.get("value"), row["document"]["id"]) == (
        True,
        None,
        "randers/document/hjertekommidt-2019",
    )


def test_how_full_the_hospital_is_goes_by_colours(everything: Outside) -> None:
    rows = indicators(everything)
    days = [rows[f"belaegning/value/2020-10-{day}"] for day in (26, 27, 28, 29)]
    assert [each["value"]["colour"] for each in days] == ["green", "yellow", "red", "yellow"]
    assert [each["trend"] for each in days] == [None, "worse", "worse", "better"]
    assert rows["belaegning"]["value"] == {"type": "colour", "colour": "yellow"}

"""What is measured and how it goes: each period beside the one before it, doubts and corrections, and what was learnt."""

from typing import Any

from domain.agreeing import Judgement
from domain.claims import OnDay
from domain.colours import Colour
from domain.handing.indicator import CarriedIndicator, TakenOver
from domain.indicator import Corrected, Defined, Doubted, Reported, TargetJudged
from domain.measures import InColour, Minutes, Number, Percent, Unit, Value
from domain.pathway_audit import FollowedUp, Held, Learnt, Planned
from domain.text import said
from projections.indicators import INDICATORS
from projections.learning import LEARNING
from tests.domain.world import KOLDING, POLITICAL, STRATEGIC, WORLD, Fact
from tests.given import given
from tests.projections.seen_by_all import OpenEyes, rows_at, shown_in

SMOKING, AUDIT = "lillebaelt/indicator/rygestop", "lillebaelt/pathway-audit/udskrivning"
GREEN, YELLOW, RED = (InColour(colour=each) for each in (Colour.GREEN, Colour.YELLOW, Colour.RED))


def seen(view: Any, *facts: Fact, hidden: frozenset[tuple[str, int]] = frozenset()) -> dict[str, Any]:
    record = given(*WORLD, *facts)
    rows = rows_at(view, record, len(record.recorded))
    return shown_in(view, f"lillebaelt/{view.name}", rows, OpenEyes(record, hidden))


def defined(unit: Unit = Unit.PERCENT) -> Fact:
    return SMOKING, Defined(
        name=said("Rygestop"),
        definition=said("Andel"),
        unit=unit,
        from_party=KOLDING,
        target=Percent(bp=5_000),
        target_words=said("Halvdelen"),
    )


def reported(period: str, value: Value | None = None, met: bool | None = None) -> Fact:
    return SMOKING, Reported(period=period, value=value, met=met)


def trends(unit: Unit, *values: tuple[str, Value | None]) -> dict[str, tuple[str | None, str | None]]:
    rows = seen(INDICATORS, defined(unit), *(reported(period, value, True) for period, value in values))
    return {key.rpartition("/")[2]: (row.trend, row.before) for key, row in sorted(rows.items()) if "/value/" in key}


def test_a_row_tells_what_is_measured_and_the_target() -> None:
    row = seen(INDICATORS, defined())["rygestop"]
    assert (row.name, row.unit, row.from_party.id, row.target, row.target_words) == (
        "Rygestop", "percent", KOLDING, Percent(bp=5_000), "Halvdelen",
    )  # fmt: skip
    assert (row.latest, row.value, row.met, row.judgement) == (None, None, None, None)


def test_the_latest_period_is_the_latest_in_time_whenever_it_was_reported() -> None:
    rows = seen(
        INDICATORS, defined(), reported("2020", Percent(bp=4_000), False), reported("2019", Percent(bp=3_000), True)
    )
    assert (rows["rygestop"].latest, rows["rygestop"].value, rows["rygestop"].met) == ("2020", Percent(bp=4_000), False)


def test_a_value_goes_up_or_down_beside_the_one_before() -> None:
    assert trends(Unit.PERCENT, ("2018", Percent(bp=300)), ("2019", Percent(bp=200)), ("2020", Percent(bp=200))) == {
        "2018": (None, None),
        "2019": ("down", "2018"),
        "2020": ("same", "2019"),
    }
    assert trends(Unit.TIME, ("2018", Minutes(minutes=30)), ("2019", Minutes(minutes=90)))["2019"] == ("up", "2018")
    assert trends(Unit.COUNT, ("2018", Number(count=3)), ("2019", Number(count=9)))["2019"] == ("up", "2018")


def test_a_colour_gets_better_or_worse() -> None:
    days = (("2020-09-21", GREEN), ("2020-09-22", RED), ("2020-09-23", YELLOW), ("2020-09-24", YELLOW))
    assert [trend for trend, _ in trends(Unit.COLOUR, *days).values()] == [None, "worse", "better", "same"]


def test_a_period_is_compared_with_one_of_its_own_length_that_has_a_value() -> None:
    values = (
        ("2019", Percent(bp=300)),
        ("2020-Q1", Percent(bp=9_000)),
        ("2020-01", Percent(bp=1)),
        ("2021", Percent(bp=400)),
    )
    assert trends(Unit.PERCENT, ("2020", None), *values) == {
        "2019": (None, None),
        "2020": (None, None),
        "2020-01": (None, None),
        "2020-Q1": (None, None),
        "2021": ("up", "2019"),
    }


def test_what_comes_in_late_is_what_the_next_is_compared_with() -> None:
    values = (("2018", Percent(bp=100)), ("2020", Percent(bp=200)), ("2019", Percent(bp=300)))
    assert trends(Unit.PERCENT, *values)["2020"] == ("down", "2019")


def test_a_doubt_stands_beside_the_value() -> None:
    facts = reported("2019", Percent(bp=300)), (SMOKING, Doubted(period="2019", reason=said("Skæv.")))
    row = seen(INDICATORS, defined(), *facts)["rygestop/value/2019"]
    assert (row.value, row.doubted, row.doubt) == (Percent(bp=300), True, "Skæv.")


def test_a_correction_stands_beside_what_was_reported_first_and_moves_the_trend() -> None:
    facts = (
        reported("2019", Percent(bp=300)),
        reported("2020", Percent(bp=400)),
        (SMOKING, Doubted(period="2019", reason=said("Skæv."))),
        (SMOKING, Corrected(period="2019", value=Percent(bp=450), reason=said("Talt igen."))),
        (SMOKING, Corrected(period="2019", value=Percent(bp=500), met=True, reason=said("Og igen."))),
    )
    rows = seen(INDICATORS, defined(), *facts)
    row = rows["rygestop/value/2019"]
    assert (row.value, row.met, row.doubted, row.corrected, row.correction, row.reported) == (
        Percent(bp=500), True, False, True, "Og igen.", Percent(bp=300),
    )  # fmt: skip
    assert rows["rygestop/value/2020"].trend == "down"


def test_a_value_taken_back_is_latest_no_longer() -> None:
    facts = (
        reported("2019", Percent(bp=300)),
        reported("2020", Percent(bp=400)),
        (SMOKING, Corrected(period="2020", reason=said("Holder ikke."))),
    )
    rows = seen(INDICATORS, defined(), *facts)
    assert (rows["rygestop"].latest, rows["rygestop/value/2020"].trend) == ("2019", None)


JUDGED: Fact = (
    SMOKING,
    TargetJudged(judgement=Judgement.UNREALISTIC, by_body=STRATEGIC, reason=said("Flere har hjertesvigt.")),
)


def test_what_a_body_thinks_of_the_target_is_told_unless_it_was_said_behind_closed_doors() -> None:
    row = seen(INDICATORS, defined(), JUDGED)["rygestop"]
    assert (row.judgement, row.judged_by.id, row.judged_why) == ("unrealistic", STRATEGIC, "Flere har hjertesvigt.")
    hidden = seen(INDICATORS, defined(), JUDGED, hidden=frozenset({(SMOKING, 2)}))["rygestop"]
    assert (hidden.judgement, hidden.judged_by, hidden.judged_why) == (None, None, None)


def test_what_was_said_behind_closed_doors_stays_there_in_the_cluster_that_comes_after() -> None:
    taken_over: Fact = (
        "raad/indicator/rygestop",
        TakenOver(from_stream=SMOKING, from_version=3, carried=CarriedIndicator(unit=Unit.PERCENT)),
    )
    record = given(*WORLD, defined(), JUDGED, taken_over)
    rows = rows_at(INDICATORS, record, len(record.recorded))
    told, hidden = (
        shown_in(INDICATORS, "raad/indicators", rows, OpenEyes(record, closed))["rygestop"]
        for closed in (frozenset[tuple[str, int]](), frozenset({(SMOKING, 2)}))
    )
    assert (told.judgement, told.judged_by.id) == ("unrealistic", STRATEGIC)
    assert (hidden.judgement, hidden.judged_by, hidden.judged_why, hidden.judged_in) == (None, None, None, None)


def test_what_was_learnt_is_told_with_how_many_courses() -> None:
    facts: tuple[Fact, ...] = (
        (AUDIT, Planned(subject=said("Udskrivning"), by_body=STRATEGIC, expected=OnDay(day="2024-05-01"))),
        (AUDIT, Held(when=OnDay(day="2024-05-02"), courses=12, place=said("Kolding"))),
        (AUDIT, Learnt(point=said("Ring først."), to_body=POLITICAL)),
        (AUDIT, FollowedUp(text=said("Der ringes."))),
    )
    rows = seen(LEARNING, *facts)
    row = rows["udskrivning"]
    assert (row.state, row.subject, row.courses, row.place, row.held.earliest, row.points) == (
        "followed-up", "Udskrivning", 12, "Kolding", "2024-05-02", 1,
    )  # fmt: skip
    point, told = rows["udskrivning/point/000003"], rows["udskrivning/follow-up/000004"]
    assert (point.point, point.to_body.id, told.text) == ("Ring først.", POLITICAL, "Der ringes.")
    assert [seen(LEARNING, *facts[:length])["udskrivning"].state for length in (1, 2, 3)] == ["planned", "held", "held"]

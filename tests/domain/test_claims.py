"""Claims: what a paper says, as said. Two contradict only when their ranges do not meet. The traps are those of 001, 003, 004."""

from datetime import date
from typing import Any

import pytest

from domain.claims import (
    About,
    AboutCount,
    AlmostAll,
    AtMost,
    By,
    Claim,
    CountBetween,
    DateNotStated,
    DateSaid,
    Exact,
    ExactCount,
    From,
    NameSaid,
    NoAmount,
    OnDay,
    PercentSaid,
    Span,
    Stated,
    TextSaid,
    Within,
    span_of,
)
from domain.dates import FIRST_DAY, LAST_DAY
from domain.ranges import Measure, Range, contradicts, range_of
from domain.words import Word

MIO, TENTH = 100_000_000, 10_000_000
"""A million kroner and a tenth of one, in øre."""


def about(oere: int, unit_oere: int, words: str) -> About[str]:
    return About(oere=oere, unit_oere=unit_oere, words=words)


def count(number: int, words: str) -> ExactCount[str]:
    return ExactCount(count=number, words=words)


# --- the seven traps --------------------------------------------------------------------------------------------------


def test_fifteen_initiatives_and_thirteen_contradict_each_other() -> None:
    """001, items 3 and 6."""
    assert contradicts(count(15, "15 indsatser"), count(13, "13 indsatser"))


def test_whoever_is_summoned_and_has_sent_apologies_is_no_contradiction() -> None:
    """001: on the list of participants and among the apologies."""
    summoned, excused = TextSaid(words="deltager"), TextSaid(words="afbud")
    assert not contradicts(summoned, excused)


def test_a_day_without_a_year_is_read_by_its_weekday() -> None:
    """001: Wednesday 24 May, and the year does not stand there."""
    held: OnDay[str] = OnDay(
        day="2023-05-24", words="onsdag den 24. maj", inferred="24. maj 2023 er en onsdag, og indholdet passer."
    )
    assert date.fromisoformat(held.day).strftime("%A") == "Wednesday"
    assert span_of(held) == ("2023-05-24", "2023-05-24")
    assert [date(year, 5, 24).weekday() for year in (2022, 2024)] == [1, 4]


def test_two_names_of_one_cluster_are_no_contradiction() -> None:
    """003: both are said, and both are noted as names."""
    assert not contradicts(NameSaid(words="Randersklyngen"), NameSaid(words="Midtklyngen"))


def test_a_meeting_without_a_header_was_held_some_day_of_the_month_that_its_items_tell() -> None:
    """003: inferred from items 5 and 6."""
    held: Within[str] = Within(
        earliest="2020-09-01",
        latest="2020-09-30",
        span=Span.MONTH,
        words="september 2020",
        inferred="Punkt 5 og 6 taler om datoer før og efter.",
    )
    assert span_of(held) == ("2020-09-01", "2020-09-30")
    assert not contradicts(held, OnDay(day="2020-09-23", words="23. september"))
    assert contradicts(held, OnDay(day="2020-10-01", words="1. oktober"))


def test_eight_less_four_point_seven_may_be_three_and_a_half() -> None:
    """004: their precision allows 2.7 to 4.35, so it is a rounding and no contradiction."""
    pool, used = range_of(about(8 * MIO, MIO, "cirka 8 mio. kr.")), range_of(about(47 * TENTH, TENTH, "cirka 4,7 mio."))
    assert pool is not None
    assert used is not None
    least, most = pool.low - used.high, pool.high - used.low
    assert (least, most) == (270_000_000, 435_000_000)
    said = range_of(about(35 * TENTH, TENTH, "cirka 3,5 mio. kr."))
    assert said is not None
    assert least <= said.low
    assert said.high <= most


def test_a_day_before_there_were_clusters_is_impossible_and_read_as_two_years_later() -> None:
    """004: 22 March 2022 is before the order on clusters of 8 September 2022."""
    clusters = From(earliest="2022-09-08", words="bekendtgørelsen af 8. september 2022")
    assert contradicts(OnDay(day="2022-03-22", words="22. marts 2022"), clusters)
    assert not contradicts(OnDay(day="2024-03-22", words="22. marts 2024"), clusters)


# --- ranges -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "measure", "low", "high"),
    [
        (Exact(oere=475_727_100, words="4.757.271 kr."), Measure.OERE, 475_727_100, 475_727_100),
        (Stated(oere=47 * TENTH, unit_oere=TENTH, words="4,7 mio."), Measure.OERE, 465_000_000, 480_000_000),
        (about(8 * MIO, MIO, "cirka 8 mio."), Measure.OERE, 750_000_000, 900_000_000),
        (AtMost(oere=MIO, unit_oere=MIO, about=False, words="højst 1 mio."), Measure.OERE, 0, MIO),
        (AtMost(oere=5 * TENTH, unit_oere=TENTH, about=True, words="op til ca. 0,5 mio."), Measure.OERE, 0, 6 * TENTH),
        (count(8, "i alt 8"), Measure.COUNT, 8, 8),
        (AboutCount(count=150, unit=10, words="omkring 150"), Measure.COUNT, 145, 160),
        (CountBetween(low=3, high=4, words="tre til fire"), Measure.COUNT, 3, 4),
        (PercentSaid(bp=4900, of="de aktive", words="49 %"), Measure.BASIS_POINTS, 4850, 5000),
        (PercentSaid(bp=4950, of="de aktive", words="49,5 %"), Measure.BASIS_POINTS, 4945, 4960),
        (PercentSaid(bp=4951, of="de aktive", words="49,51 %"), Measure.BASIS_POINTS, 4951, 4952),
        (OnDay(day="2024-04-09", words="9. april"), Measure.DAY, "2024-04-09", "2024-04-09"),
        (From(earliest="2024-03-01", words="fra 1. marts"), Measure.DAY, "2024-03-01", LAST_DAY),
        (By(latest="2024-10-01", words="senest 1. oktober"), Measure.DAY, FIRST_DAY, "2024-10-01"),
    ],
    ids=lambda value: str(getattr(value, "words", "")),
)
def test_a_claim_covers_what_its_words_can_mean(claim: Claim[str], measure: Measure, low: Any, high: Any) -> None:
    assert range_of(claim) == Range(measure, low, high)


def test_the_pool_of_a_paper_that_was_cut_and_not_rounded_is_still_the_pool() -> None:
    """002: 9,514 mio. kr. is 9.514.542 kr. cut off; rounded it would be 9,515."""
    said = Stated(oere=951_400_000, unit_oere=100_000, words="9,514 mio. kr.")
    assert not contradicts(said, Exact(oere=951_454_200, words="9.514.542 kr."))


@pytest.mark.parametrize(
    "claim",
    [NoAmount(words="midler"), AlmostAll(words="næsten alle"), NameSaid(words="Midt"), TextSaid(words="Godt.")],
    ids=lambda claim: type(claim).__name__,
)
def test_words_without_a_figure_contradict_nothing(claim: Claim[str]) -> None:
    assert range_of(claim) is None
    assert not contradicts(claim, count(3, "tre"))
    assert not contradicts(count(3, "tre"), claim)


def test_an_amount_never_contradicts_a_number_of_things() -> None:
    assert not contradicts(count(1, "én"), Exact(oere=2, words="to øre"))


def test_whoever_contradicts_is_contradicted() -> None:
    low, high = CountBetween(low=1, high=2, words="en til to"), CountBetween(low=3, high=4, words="tre til fire")
    assert contradicts(low, high)
    assert contradicts(high, low)
    assert not contradicts(low, CountBetween(low=2, high=3, words="to til tre"))


# --- dates ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "days"),
    [
        (From(earliest="2024-03-01", words="fra 1. marts"), ("2024-03-01", LAST_DAY)),
        (By(latest="2024-10-01", words="senest 1. oktober"), (FIRST_DAY, "2024-10-01")),
        (DateNotStated(), None),
    ],
)
def test_a_date_said_reaches_from_a_day_to_a_day(said: DateSaid[str], days: tuple[str, str] | None) -> None:
    assert span_of(said) == days


def test_summer_and_the_school_year_have_their_words() -> None:
    words: list[Word] = [Span.BEFORE_SUMMER, Span.AFTER_SUMMER, Span.SCHOOL_YEAR, Span.BETWEEN_MEETINGS]
    assert [each.da for each in words] == ["før sommerferien", "efter sommerferien", "skoleår", "mellem to møder"]

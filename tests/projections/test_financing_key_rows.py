"""Financing keys as rows: which version counts on a day, as far as was known, and what of it is closed."""

from typing import Any

import pytest

from domain.claims import DateNotStated, DateSaid, OnDay, Span, Within
from domain.decided import Cited, DecisionRef, Taken
from domain.financing_key import Agreed, Ended
from domain.shares import Share
from domain.text import Kept, said
from projections.financing_keys import FINANCING_KEYS
from projections.validity import DayAnswer, on_day_of
from tests.projections.folding import folded
from tests.projections.shown_to import Eyes, shown

KEY, TOPIC = "aadal/financing-key/projekter", "aadal/financing-keys"
FIRST, SECOND = "projekter/version/001", "projekter/version/002"
TOWN, REGION = "dk/party/by", "dk/party/region"
SHARES = (Share(party=TOWN, weight=40), Share(party=REGION, weight=60))
RECORDED = "1970-01-01"
"""The day of everything that `folded` folds."""


def cited(on: DateSaid[Kept]) -> Cited[Kept]:
    return Cited(who=said("Klyngen"), on=on, words=said("En nøgle"))


def taken(number: str) -> Taken:
    return Taken(meeting="aadal/meeting/2024-01-10", decision=number)


NOWHERE = cited(DateNotStated())


def agreed(version: int = 1, from_on: str | None = "2023-01-01", source: DecisionRef[Kept] = NOWHERE) -> Agreed:
    return Agreed(version=version, whole=100, shares=SHARES, source=source, in_force_from_on=from_on)


def ended(version: int = 1, ceases_on: str = "2024-01-01", source: DecisionRef[Kept] = NOWHERE) -> Ended:
    return Ended(version=version, ceases_on=ceases_on, source=source)


def rows(*events: Any) -> dict[str, Any]:
    found = folded(FINANCING_KEYS, *((KEY, each) for each in events))
    return shown(FINANCING_KEYS, TOPIC, {key.removeprefix(f"{TOPIC}|"): row for key, row in found.items()})


def on(day: str, *events: Any) -> dict[str, DayAnswer]:
    assert FINANCING_KEYS.validity is not None
    return on_day_of(rows(*events), FINANCING_KEYS.validity, day, None)


def why(day: str, *events: Any) -> dict[str, tuple[str, str]]:
    return {key: (each.applies, each.why) for key, each in on(day, *events).items()}


def test_a_version_tells_who_bears_how_much_and_what_it_rests_on() -> None:
    row = rows(agreed(source=taken("3.1")))[FIRST]
    assert [(each.party.id, each.weight) for each in row.shares] == [(TOWN, 40), (REGION, 60)]
    assert (row.key.id, row.key_version, row.whole, row.from_on, row.ceases_on) == (KEY, 1, 100, "2023-01-01", None)
    assert row.decision.decision == "3.1"
    assert list(rows(agreed(source=taken("3.1")))) == [FIRST]


def test_a_version_that_a_paper_tells_of_tells_what_the_paper_says() -> None:
    found = rows(agreed())
    source = found["projekter/source/001"]
    assert (found[FIRST].decision, source.who, source.words) == (None, "Klyngen", "En nøgle")


@pytest.mark.parametrize(
    ("day", "first", "second"),
    [
        ("2022-12-31", ("no", "not-yet"), ("no", "not-yet")),
        ("2023-01-01", ("yes", "in-force"), ("no", "not-yet")),
        ("2023-12-31", ("yes", "in-force"), ("no", "not-yet")),
        ("2024-01-01", ("no", "over"), ("no", "not-yet")),
        ("2024-02-01", ("no", "over"), ("yes", "in-force")),
    ],
)
def test_one_version_applies_on_a_day_and_between_them_none(
    day: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    events = (agreed(), ended(), agreed(2, "2024-02-01"))
    assert why(day, *events) == {FIRST: first, SECOND: second}


def test_on_the_same_day_as_known_earlier_the_version_had_not_ended() -> None:
    assert why("2024-01-01", agreed())[FIRST] == ("yes", "in-force")
    assert why("2024-01-01", agreed(), ended())[FIRST] == ("no", "over")


def test_where_a_paper_says_only_about_when_it_is_unknown_until_then_in_the_words_of_the_paper() -> None:
    about = Within(earliest="2023-09-01", latest="2023-11-30", span=Span.DAYS, words=said("efteråret 2023"))
    event = agreed(from_on=None, source=cited(about))
    before = on("2023-11-29", event)[FIRST]
    assert (before.applies, before.why) == ("unknown", "day-not-stated")
    assert before.words == rows(event)[FIRST].decided.words
    assert why("2023-08-31", event)[FIRST] == ("unknown", "day-not-stated"), "it may have counted back in time"
    assert why("2023-11-30", event)[FIRST] == ("yes", "in-force")
    # The control: a day that is stated needs no paper.
    assert why("2023-08-31", agreed(from_on="2023-01-01", source=cited(about)))[FIRST] == ("yes", "in-force")


def test_where_no_day_is_told_at_all_it_is_known_from_the_day_it_was_entered() -> None:
    assert why("1969-12-31", agreed(from_on=None))[FIRST] == ("unknown", "day-not-stated")
    assert why(RECORDED, agreed(from_on=None))[FIRST] == ("yes", "in-force")


def test_a_version_that_ended_is_over_though_nobody_knows_since_when_it_counted() -> None:
    of_a_day = cited(OnDay(day="2023-05-01", words=said("1. maj 2023")))
    events = (agreed(from_on=None, source=of_a_day), ended())
    assert why("2023-04-30", *events)[FIRST] == ("unknown", "day-not-stated")
    assert why("2024-01-01", *events)[FIRST] == ("no", "over")


# --- what is closed ---------------------------------------------------------------------------------------------------


class Outside(Eyes):
    """To whom some events of the key are closed."""

    def __init__(self, *closed: int) -> None:
        self._closed = closed

    def hides_event(self, stream: str, version: int) -> bool:
        assert stream == KEY
        return version in self._closed


def seen_by(eyes: Any, *events: Any) -> Any:
    row = folded(FINANCING_KEYS, *((KEY, each) for each in events))[f"{TOPIC}|{FIRST}"]
    return FINANCING_KEYS.show(f"{TOPIC}|{FIRST}", row, eyes)


def test_a_version_decided_behind_closed_doors_is_not_there_for_those_outside() -> None:
    events = (agreed(source=taken("3.1")), ended(source=taken("4.1")))
    assert seen_by(Outside(1), *events) is None
    assert seen_by(Outside(), *events).ceases_on == "2024-01-01", "the control"


def test_an_end_decided_behind_closed_doors_has_not_happened_to_those_outside() -> None:
    events = (agreed(source=taken("3.1")), ended(source=taken("4.1")))
    assert seen_by(Outside(2), *events) == seen_by(Outside(), events[0])

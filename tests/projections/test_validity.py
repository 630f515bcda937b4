"""Rows asked about a day: who held a seat, what a body was called, which path and rules applied, as far as was known."""

from collections.abc import Mapping
from typing import Any

import pytest

from domain.appointing import Cause
from domain.belonging import ContactNamed, PartyJoined, PartyLeft
from domain.claims import DateNotStated
from domain.cluster import ClusterForm, Renamed
from domain.cluster import Established as ClusterEstablished
from domain.decided import Cited
from domain.delegation import Delegated, DelegationEnded
from domain.mandate import PathSet
from domain.membership.chairs import ChairLeft, ChairTaken
from domain.membership.holders import SeatFilled, SeatVacated
from domain.membership.seats import SeatClosed, SeatOpened
from domain.membership.substitutes import SubstituteNamed
from domain.paths import Step
from domain.seats import ByPatients, Voice
from domain.text import said
from projections import validity as module
from projections.mandates import MANDATES
from projections.people import PEOPLE
from projections.validity import DayAnswer, on_day_of
from projections.view import View
from tests.projections.folding import folded
from tests.projections.shown_to import shown

FIRST, SECOND, STAND_IN = "dk/person/first", "dk/person/second", "dk/person/stand-in"
BODY, SEATS, OTHER_BODY = "aadal/body/strategic", "aadal/membership/strategic", "aadal/body/political"
CLUSTER, PARTY = "aadal/cluster/aadal", "dk/party/by"
MANDATE = "aadal/mandate/joint-funds"
OPENED = SeatOpened(body=BODY, seat="plo", right=ByPatients(), voice=Voice.VOTE)
SEAT = "body/strategic/seat/plo"


def rows_of(view: View, topic: str, *facts: tuple[str, Any]) -> dict[str, Any]:
    kept = {key.partition("|")[2]: row for key, row in folded(view, *facts).items() if row is not None}
    return shown(view, topic, kept)


def asked(view: View, topic: str, on: str, *facts: tuple[str, Any]) -> dict[str, DayAnswer]:
    assert view.validity is not None
    return on_day_of(rows_of(view, topic, *facts), view.validity, on, None)


def seat_on(day: str, *events: Any) -> tuple[str, str, str | None]:
    """What the seat answers: whether it was held, why, and by whom."""
    answer = asked(PEOPLE, "aadal/people", day, *((SEATS, each) for each in (OPENED, *events)))[SEAT]
    return answer.applies, answer.why, None if answer.person is None else answer.person.id


# --- seats ------------------------------------------------------------------------------------------------------------

ONE_AFTER_THE_OTHER = (
    SeatFilled(seat="plo", person=FIRST, from_on="2024-01-01", ceases_on="2025-01-01"),
    SeatFilled(seat="plo", person=SECOND, from_on="2025-02-01"),
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2023-12-31", ("no", "vacant", None)),
        ("2024-01-01", ("yes", "in-force", FIRST)),
        ("2024-12-31", ("yes", "in-force", FIRST)),
        ("2025-01-01", ("no", "vacant", None)),
        ("2025-02-01", ("yes", "in-force", SECOND)),
        ("2031-06-30", ("yes", "in-force", SECOND)),
    ],
)
def test_a_seat_tells_who_held_it_on_a_day(day: str, expected: tuple[str, str, str | None]) -> None:
    assert seat_on(day, *ONE_AFTER_THE_OTHER) == expected


def test_on_the_same_day_as_known_earlier_somebody_else_held_it() -> None:
    """Two axes: that the first left was recorded later."""
    filled, left = (
        SeatFilled(seat="plo", person=FIRST, from_on="2024-01-01"),
        SeatVacated(seat="plo", person=FIRST, cause=Cause.LEFT, ceases_on="2024-06-01"),
    )
    assert seat_on("2024-07-01", filled) == ("yes", "in-force", FIRST)
    assert seat_on("2024-07-01", filled, left) == ("no", "vacant", None)


def test_of_who_left_on_a_day_that_nobody_stated_it_is_unknown_until_when() -> None:
    filled, left = (
        SeatFilled(seat="plo", person=FIRST, from_on="2024-01-01"),
        SeatVacated(seat="plo", person=FIRST, cause=Cause.LEFT),
    )
    assert seat_on("2024-07-01", filled, left) == ("unknown", "day-not-stated", FIRST)
    assert seat_on("2023-07-01", filled, left) == ("no", "vacant", None), "not before it began"


def test_a_seat_that_is_closed_is_held_by_nobody_from_that_day() -> None:
    closed = SeatClosed(seat="plo", ceases_on="2026-01-01")
    assert seat_on("2025-12-31", *ONE_AFTER_THE_OTHER, closed) == ("yes", "in-force", SECOND)
    assert seat_on("2026-01-01", *ONE_AFTER_THE_OTHER, closed) == ("no", "over", None)


def test_a_seat_tells_who_chaired_and_who_stood_in() -> None:
    events = (
        *ONE_AFTER_THE_OTHER,
        ChairTaken(seat="plo", side="region", from_on="2025-03-01"),
        ChairLeft(seat="plo", ceases_on="2025-09-01"),
        SubstituteNamed(person=STAND_IN, stands_for=("plo",), from_on="2025-05-01", ceases_on="2025-06-01"),
    )
    facts = [(SEATS, each) for each in (OPENED, *events)]
    found = {
        day: asked(PEOPLE, "aadal/people", day, *facts)[SEAT]
        for day in ("2025-02-15", "2025-03-01", "2025-05-01", "2025-06-01", "2025-09-01")
    }
    assert {day: each.chairs_for for day, each in found.items()} == {
        "2025-02-15": None, "2025-03-01": "region", "2025-05-01": "region", "2025-06-01": "region", "2025-09-01": None,
    }  # fmt: skip
    assert [day for day, each in found.items() if each.substitutes] == ["2025-05-01"]


def test_before_the_holders_that_a_row_still_tells_of_it_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HOLDERS_MAX", 2)
    assert seat_on("2023-12-31", *ONE_AFTER_THE_OTHER) == ("unknown", "before-what-is-told", None)


# --- clusters and parties ---------------------------------------------------------------------------------------------

ESTABLISHED = ClusterEstablished(name=said("Ådal"), form=ClusterForm.CLUSTER, region=PARTY, from_on="2022-07-01")


def cluster_on(day: str, *events: Any) -> Mapping[str, tuple[str, str]]:
    told = asked(PEOPLE, "aadal/people", day, *((CLUSTER, each) for each in (ESTABLISHED, *events)))
    return {key: (each.applies, each.why) for key, each in told.items()}


def test_one_name_applies_at_a_time_and_the_next_takes_its_place() -> None:
    names = [f"cluster/aadal/name/{position:010d}" for position in (1, 2)]
    renamed = Renamed(name=said("Nye Ådal"), from_on="2024-01-01")
    found = {day: cluster_on(day, renamed) for day in ("2022-06-30", "2023-12-31", "2024-01-01")}
    assert [[found[day][name] for name in names] for day in found] == [
        [("no", "not-yet"), ("no", "not-yet")],
        [("yes", "in-force"), ("no", "not-yet")],
        [("no", "replaced"), ("yes", "in-force")],
    ]


def test_a_party_belongs_from_a_day_to_a_day_and_is_answered_for() -> None:
    events = (
        PartyJoined(party=PARTY, from_on="2022-07-01"),
        ContactNamed(party=PARTY, person=FIRST, from_on="2023-01-01", ceases_on="2023-07-01"),
        PartyLeft(party=PARTY, ceases_on="2024-01-01"),
    )
    days = ("2022-06-30", "2022-07-01", "2023-07-01", "2024-01-01")
    found = [
        (cluster_on(day, *events)["cluster/aadal/party/by"], cluster_on(day, *events)["contact/by"]) for day in days
    ]
    assert [(party[0], contact[0]) for party, contact in found] == [
        ("no", "no"),
        ("yes", "no"),
        ("yes", "no"),
        ("no", "no"),
    ]
    assert cluster_on("2023-06-30", *events)["contact/by"] == ("yes", "in-force")


# --- who decides ------------------------------------------------------------------------------------------------------

SOURCE = Cited(who=said("Byrådet"), on=DateNotStated(), words=said("Kompetencen"))


def path(body: str, from_on: str | None) -> PathSet:
    return PathSet(
        subject="joint-funds", steps=(Step(step="decides", body=body, binding=True),), source=SOURCE, from_on=from_on
    )


def test_the_path_that_had_begun_last_applies() -> None:
    facts = ((MANDATE, path(OTHER_BODY, None)), (MANDATE, path(BODY, "2024-01-01")))
    found = {day: asked(MANDATES, "aadal/mandates", day, *facts) for day in ("2023-12-31", "2024-01-01")}
    told = {day: {key.rpartition("/")[2]: each.why for key, each in found[day].items()} for day in found}
    assert told == {
        "2023-12-31": {"always": "in-force", "2024-01-01": "not-yet"},
        "2024-01-01": {"always": "replaced", "2024-01-01": "in-force"},
    }


def test_what_is_left_to_a_body_applies_until_it_ends() -> None:
    facts = (
        (
            MANDATE,
            Delegated(step="decides", from_body=OTHER_BODY, to_body=BODY, source=SOURCE, from_on="2024-01-01"),
        ),
        (MANDATE, DelegationEnded(step="decides", to_body=BODY, ceases_on="2024-07-01", source=SOURCE)),
    )
    key = "joint-funds/left/strategic/decides"
    days = ("2023-12-31", "2024-06-30", "2024-07-01")
    assert [asked(MANDATES, "aadal/mandates", day, *facts)[key].why for day in days] == ["not-yet", "in-force", "over"]


# --- a page that has not all ------------------------------------------------------------------------------------------


def test_on_a_page_with_some_of_the_names_the_others_are_looked_up() -> None:
    renamed = Renamed(name=said("Nye Ådal"), from_on="2024-01-01")
    rows = rows_of(PEOPLE, "aadal/people", (CLUSTER, ESTABLISHED), (CLUSTER, renamed))
    first = "cluster/aadal/name/0000000001"
    assert PEOPLE.validity is not None

    def group(prefix: str) -> dict[str, Any]:
        return {key: row for key, row in rows.items() if key.startswith(prefix)}

    some = on_day_of({first: rows[first]}, PEOPLE.validity, "2024-06-01", group)
    assert some[first].why == "replaced"
    # The control: of itself the page would have it in force.
    assert on_day_of({first: rows[first]}, PEOPLE.validity, "2024-06-01", None)[first].why == "in-force"


def test_a_row_without_validity_answers_nothing() -> None:
    assert on_day_of({"x": object()}, PEOPLE.validity or {}, "2024-01-01", None) == {}

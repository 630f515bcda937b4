"""The audit trail over HTTP: from either end, page by page, and of a body, a person or a kind alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import api.audit_trail
from eventstore.mapper import decode_row
from tests.outside import Json, Outside, copied, outside, problem

TRAIL = "lillebaelt/audit-trail"
STRATEGIC, SEATS = "lillebaelt/body/strategic", "lillebaelt/membership/strategic"


@pytest.fixture(scope="module")
def house(ended: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    """The story at its end."""
    with outside(copied(ended, tmp_path_factory.mktemp("house"))) as house:
        yield house


@pytest.fixture(scope="module")
def whole(house: Outside) -> list[Json]:
    """From the beginning."""
    trail = house.view("auditor", TRAIL)
    assert trail["next"] is None
    entries: list[Json] = trail["entries"]
    assert len(entries) > 100
    return entries


def paged(house: Outside, **query: str | int) -> list[Json]:
    """Every page of a trail, one after the other."""
    entries: list[Json] = []
    after: dict[str, int] = {}
    while True:
        page = house.view("auditor", TRAIL, **query, **after)
        entries += page["entries"]
        if page["next"] is None:
            return entries
        after = {"after": page["next"]}


def test_the_newest_first_is_the_same_trail_backwards(house: Outside, whole: list[Json]) -> None:
    assert paged(house, order="newest", limit=60) == whole[::-1]
    assert paged(house, order="oldest", limit=60) == whole


def test_what_is_of_other_scopes_is_passed_over_as_it_is_stored(
    house: Outside, whole: list[Json], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looked at in steps of a few, so that pages and steps do not end together."""
    taken_apart: list[str] = []

    def noted(stream: str, *columns: Any) -> Any:
        taken_apart.append(stream)
        return decode_row(stream, *columns)

    monkeypatch.setattr(api.audit_trail, "decode_row", noted)
    monkeypatch.setattr(api.audit_trail, "SLICE_EVENTS", 7)
    assert paged(house, order="newest", limit=60) == whole[::-1]
    assert paged(house, order="oldest", limit=60) == whole
    assert len(taken_apart) < 2 * house.head, "the control: there are others"
    assert {each.partition("/")[0] for each in taken_apart} == {"lillebaelt"}


def test_backwards_begins_at_the_moment_that_is_asked_for(house: Outside, whole: list[Json]) -> None:
    middle = whole[len(whole) // 2]["position"]
    (then,) = house.view("auditor", TRAIL, order="newest", at=middle, limit=1)["entries"]
    assert then["position"] == middle
    (before,) = house.view("auditor", TRAIL, order="newest", after=middle, limit=1)["entries"]
    assert before["position"] < middle
    assert house.view("auditor", TRAIL, order="newest", after=1)["entries"] == []


def test_a_kind_and_a_person_leave_the_others_out(house: Outside, whole: list[Json]) -> None:
    fund = [entry for entry in whole if entry["stream"]["id"].split("/")[1] == "fund"]
    assert paged(house, kind="fund") == fund
    person = fund[0]["by"]["id"]
    theirs = [entry for entry in fund if entry["by"]["id"] == person]
    assert paged(house, kind="fund", person=person, order="newest") == theirs[::-1]
    assert 0 < len(fund) < len(whole)


def test_a_body_leaves_out_what_happened_elsewhere(house: Outside, whole: list[Json]) -> None:
    """Its meeting of April is in it, that of the political level is not; what its secretary did elsewhere is."""
    found = paged(house, body=STRATEGIC)
    streams = {entry["stream"]["id"] for entry in found}
    assert {STRATEGIC, SEATS, "lillebaelt/meeting/2024-04-09-strategic"} <= streams
    on_other_seats = [
        entry
        for entry in whole
        if entry["stream"]["id"] == "lillebaelt/meeting/2024-04-26-political"
        and not (entry["seat"] or "").startswith(f"{SEATS}#")
    ]
    assert on_other_seats
    assert not [entry for entry in found if entry in on_other_seats]
    on_their_seats = [entry for entry in whole if (entry["seat"] or "").startswith(f"{SEATS}#")]
    assert [entry for entry in found if entry in on_their_seats] == on_their_seats


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"kind": "metting"}, "kind.unknown"),
        ({"body": "strategic"}, "body.malformed"),
        ({"person": "secretary"}, "person.malformed"),
        ({"order": "newst"}, "order.unknown"),
    ],
)
def test_a_misspelt_question_of_the_trail_is_not_passed_over(house: Outside, query: dict[str, str], code: str) -> None:
    told = problem(house.as_("auditor").get(f"/v1/{TRAIL}", params=query))
    assert (told["status"], told["code"], told["parameter"]) == (400, code, next(iter(query)))

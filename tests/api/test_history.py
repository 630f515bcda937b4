"""Looking back over HTTP: the history of a row, what differs between two moments, and whole ways of decisions and of money."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.history import KEY_CHARS_MAX
from projections.history import HISTORY_PAGE_MAX
from tests.api.saying import FUND
from tests.outside import MEETING, Json, Outside, copied, outside, problem

DECISION = "item/klyngemidler/decision/3.4"


@pytest.fixture(scope="module")
def house(ended: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    """The story at its end."""
    with outside(copied(ended, tmp_path_factory.mktemp("house"))) as house:
        yield house


def history(house: Outside, key: str, topic: str = MEETING, **query: str | int) -> Json:
    return house.view("plo-syd", f"{topic}/history", key=key, **query)


def compared(house: Outside, since: str | int, to: str | int | None = None, topic: str = MEETING) -> Json:
    return house.view("plo-syd", f"{topic}/compare", **{"from": since, **({} if to is None else {"to": to})})


# --- the history of a row ---


def test_a_row_tells_how_it_came_to_be_what_it_is(house: Outside) -> None:
    """Decision 3.4 waited for the meeting of 26 April, and took effect then."""
    told = history(house, DECISION)
    assert (told["topic"], told["key"], told["position"], told["next"]) == (MEETING, DECISION, house.head, None)
    first, *_, last = told["versions"]
    assert (first["row"]["standing"], first["event"]["tag"]) == ("waiting", "meeting.decision-recorded")
    assert (last["row"]["standing"], last["event"]["tag"]) == ("in-effect", "meeting.decision-took-effect")
    assert last["event"]["da"]
    assert last["at"].startswith("2024-04-26")


def test_a_history_ends_at_the_moment_it_is_asked_for(house: Outside) -> None:
    whole = history(house, DECISION)["versions"]
    then = history(house, DECISION, at="2024-04-09")
    assert [each["row"]["standing"] for each in then["versions"]] == ["waiting"]
    assert then["versions"] == whole[:1]


def test_a_long_history_is_paged(house: Outside) -> None:
    whole = history(house, "meeting")["versions"]
    page = history(house, "meeting", limit=2)
    rest = history(house, "meeting", after=page["next"], limit=HISTORY_PAGE_MAX)
    assert page["versions"] + rest["versions"] == whole
    assert (len(page["versions"]), rest["next"]) == (2, None)


def test_a_row_that_is_not_there_has_none(house: Outside) -> None:
    client = house.as_("plo-syd")
    for address, key in ((MEETING, "item/nej"), ("lillebaelt/decisions", "x"), ("lillebaelt/meeting/nej", "meeting")):
        assert problem(client.get(f"/v1/{address}/history", params={"key": key}))["status"] == 404
    for params in ({}, {"key": ""}, {"key": "x" * (KEY_CHARS_MAX + 1)}):
        told = problem(client.get(f"/v1/{MEETING}/history", params=params))
        assert (told["status"], told["code"]) == (400, "key.missing")


# --- two moments ---


def test_two_moments_are_compared_row_by_row_with_what_happened_in_between(house: Outside) -> None:
    """What the evening left open on 9 April, and what the 26th made of it."""
    told = compared(house, "2024-04-09", "2024-04-26")
    rows = {row["key"]: row for row in told["rows"]}
    before, after = rows[DECISION]["before"], rows[DECISION]["after"]
    assert (before["standing"], after["standing"]) == ("waiting", "in-effect")
    said = {each["position"]: each for each in told["sentences"]}
    assert [said[position]["tag"] for position in rows[DECISION]["events"]] == ["meeting.decision-took-effect"]
    assert told["from_position"] == house.view("plo-syd", MEETING, at="2024-04-09")["position"]
    assert told["to_position"] == house.view("plo-syd", MEETING, at="2024-04-26")["position"]
    for key, row in rows.items():
        assert row["before"] == house.rows("plo-syd", MEETING, at="2024-04-09").get(key)
        assert row["after"] == house.rows("plo-syd", MEETING, at="2024-04-26").get(key)


def test_without_a_second_moment_it_is_compared_with_now(house: Outside) -> None:
    told = compared(house, 0, topic="lillebaelt/decisions")
    assert {row["key"]: row["after"] for row in told["rows"]} == house.rows("plo-syd", "lillebaelt/decisions")
    assert {row["before"] for row in told["rows"]} == {None}
    assert compared(house, house.head)["rows"] == compared(house, house.head, house.head)["sentences"] == []


@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({}, "from.missing"),
        ({"from": "2024-04-26", "to": "2024-04-09"}, "from.after-to"),
        ({"from": "igår"}, "from.malformed"),
        ({"from": 1, "to": 10**9}, "to.beyond-head"),
        ({"from": 1, "at": 2}, "query.unknown"),
    ],
)
def test_moments_that_cannot_be_compared(house: Outside, params: dict[str, str | int], code: str) -> None:
    told = problem(house.as_("plo-syd").get(f"/v1/{MEETING}/compare", params=params))
    assert (told["status"], told["code"]) == (400, code)


def test_what_one_has_already_is_not_sent_again(house: Outside) -> None:
    client, address = house.as_("plo-syd"), f"/v1/{MEETING}/compare?from=0&to=100"
    etag = client.get(address).headers["etag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304


# --- whole ways ---


def test_the_way_to_a_decision_is_walked_to_where_it_began(house: Outside) -> None:
    told = house.view(
        "plo-syd", "lillebaelt/lineage/way", of="meeting/2024-04-09-strategic/decision/3.4", direction="back"
    )
    assert told["whole"] is True
    keys = [each["key"] for each in told["things"]]
    assert keys[0] == f"{MEETING}/decision/3.4"
    assert f"{MEETING}/item/klyngemidler" in keys
    assert {step["later"] for step in told["steps"]} | {step["earlier"] for step in told["steps"]} == set(keys)


def test_a_way_needs_a_thing_and_a_direction(house: Outside) -> None:
    client = house.as_("plo-syd")
    for params, code in (
        ({"direction": "back"}, "of.missing"),
        ({"of": "meeting/x", "direction": "op"}, "direction.unknown"),
        ({"of": "meeting/x"}, "direction.unknown"),
    ):
        assert problem(client.get("/v1/lillebaelt/lineage/way", params=params))["code"] == code
    assert problem(client.get("/v1/nowhere/lineage/way", params={"of": "a/b", "direction": "back"}))["status"] == 404
    nothing = house.view("plo-syd", "lillebaelt/lineage/way", of="meeting/x", direction="back")
    assert (nothing["things"], nothing["steps"], nothing["whole"]) == ([], [], True)


def test_of_a_posting_that_is_not_there_no_krone_is_followed(house: Outside) -> None:
    answer = house.as_("plo-syd").get(f"/v1/{FUND}/krone", params={"posting": 999, "direction": "back"})
    assert problem(answer)["status"] == 404


# --- on a day ---


def test_rows_with_validity_answer_about_a_day_as_far_as_was_known(house: Outside) -> None:
    """The patients' member died after the meeting, and nobody stated on which day."""
    seat = "body/strategic/seat/patienter"

    def asked(on: str, **query: str | int) -> Json:
        told: Json = house.view("plo-syd", "lillebaelt/people", on=on, **query)["on_day"][seat]
        return told

    then = "2024-04-09T18:02+02:00"
    holder = house.rows("plo-syd", "lillebaelt/people", at=then)[seat]["person"]
    known_then, known_now = asked("2024-04-09", at=then), asked("2024-04-09")
    assert (known_then["applies"], known_then["person"], known_then["on"]) == ("yes", holder, "2024-04-09")
    assert (known_now["applies"], known_now["why"], known_now["person"]) == ("unknown", "day-not-stated", holder)
    told = house.view("plo-syd", "lillebaelt/people", on="2024-04-09", limit=2, after="body/strategic/seat/patienteq")
    assert told["on_day"][seat] == known_now, "of a part, too"


def test_without_a_day_rows_answer_nothing_and_a_day_is_a_day(house: Outside) -> None:
    assert "on_day" not in house.view("plo-syd", "lillebaelt/people")
    client = house.as_("plo-syd")
    told = problem(client.get("/v1/lillebaelt/people", params={"on": "i går"}))
    assert (told["status"], told["code"]) == (400, "on.malformed")
    assert problem(client.get("/v1/lillebaelt/decisions", params={"on": "2024-04-09"}))["code"] == "query.unknown"

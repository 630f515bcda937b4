"""The access log over HTTP: what is closed or personal is noted at every way out; officers and whoever is concerned are told."""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from websockets import Subprotocol
from websockets.sync.client import connect

from realtime.messages import SUBPROTOCOL
from tests.outside import CAST, MEETING, Json, Outside, copied, outside, problem

LOG = "access-log"
ADMINISTRATOR = "dk/person/administrator"
ITEM = "klyngemidler"
CLOSED = f"{MEETING}/item/{ITEM}"
CONCERNED = CAST["observer"]
CANARY = "kanariefugl"
PAPER = CANARY.encode()


@pytest.fixture(scope="module")
def house(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    """An item with a paper is shut; somebody of the psychiatry looks after personal data."""
    with outside(copied(mid_item_2, tmp_path_factory.mktemp("house"))) as house:
        office = {
            "person": CAST["psychiatry"],
            "office": "data-protection",
            "reason": "Udpeget.",
            "from_on": "2024-01-01",
        }
        address = f"dk/access/{uuid4()}/grant"
        assert house.give(ADMINISTRATOR, address, office).status_code == 200
        digest = sha256(PAPER).hexdigest()
        assert house.as_("secretary").put(f"/v1/lillebaelt/papers/{digest}", content=PAPER).status_code == 200
        paper = {"item": ITEM, "attachment": "bilag-k", "name": f"Notat {CANARY}", "sha256": digest}
        assert house.give("secretary", f"{MEETING}/attach", paper).status_code == 200
        grounds = {"item": ITEM, "reason": "Personsag.", "legal_basis": "§ 27"}
        assert house.give("co-chair-region", f"{MEETING}/shut-doors", grounds).status_code == 200
        yield house


def reads(house: Outside, by: str = "psychiatry", /, **asked: Any) -> list[Json]:
    return list(house.view(by, LOG, **asked)["reads"])


def by(house: Outside, part: str, **asked: str | int) -> list[Json]:
    return reads(house, reader=CAST[part], **asked)


def test_every_way_out_of_a_closed_item_is_noted_with_reader_and_right(house: Outside) -> None:
    after = house.view("kolding", MEETING)["position"] - 20
    house.view("kolding", "lillebaelt/audit-trail", after=after)
    assert house.as_("kolding").get("/v1/changes", params={"limit": 500}).status_code == 200
    assert house.as_("kolding").get(f"/v1/{MEETING}/attachments/{ITEM}/bilag-k").content == PAPER
    found = [each for each in by(house, "kolding") if each["item"] == ITEM]
    assert {each["via"] for each in found} >= {"view", "trail", "paper"}
    for each in found:
        assert each["about"]["id"] == MEETING
        assert each["reader"]["id"] == CAST["kolding"]
        assert each["body"]["id"] == "lillebaelt/body/strategic"
        assert each["office"] is None
        assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", each["at"])


def test_no_read_holds_a_word_of_what_was_read(house: Outside) -> None:
    assert CANARY in str(house.rows("vejle", MEETING)), "the control: it is shown to a member"
    told = house.as_("psychiatry").get(f"/v1/{LOG}")
    assert CAST["vejle"] in told.text
    assert CANARY not in told.text


def test_who_is_shown_nothing_closed_stands_in_no_read_and_of_an_auditor_all_do(house: Outside) -> None:
    for part in ("observer", "auditor"):
        house.view(part, MEETING)
        house.view(part, "lillebaelt/decisions")
    assert by(house, "observer") == []
    found = by(house, "auditor")
    assert {each["about"]["id"] for each in found} == {MEETING, "lillebaelt/decisions"}
    assert {each["office"] for each in found} == {"auditor"}
    assert {each["item"] for each in found} == {None}


def follows(house: Outside, part: str) -> None:
    """The meeting over a socket, until it is all shown."""
    url = f"{house.url.replace('http', 'ws')}/v1/live"
    with connect(url, subprotocols=[Subprotocol(SUBPROTOCOL)], compression=None) as socket:
        socket.send(msgspec.json.encode({"op": "hello", "token": house.token(part)}).decode())
        socket.send(msgspec.json.encode({"op": "sub", "id": 1, "topic": MEETING}).decode())
        while msgspec.json.decode(socket.recv(timeout=30))["op"] != "sync":
            pass


def test_what_a_socket_shows_is_noted_as_what_a_view_shows_is(house: Outside) -> None:
    for part in ("hospital", "observer"):
        follows(house, part)
    assert [(each["via"], each["item"]) for each in by(house, "hospital")] == [("socket", ITEM)]
    assert by(house, "observer") == []


def test_reads_are_found_by_item_and_by_day_and_page_on(house: Outside) -> None:
    for part in ("vejle", "hospital", "middelfart"):
        house.view(part, MEETING)
    every = [each for each in reads(house, about=CLOSED) if each["via"] != LOG]
    assert {each["item"] for each in every} == {ITEM}
    assert reads(house, about=CLOSED, to="2001-01-01") == reads(house, about=CLOSED, **{"from": "2999-01-01"}) == []
    paged: list[Json] = []
    page = house.view("psychiatry", LOG, about=CLOSED, limit=2)
    paged += page["reads"]
    while page["next"] is not None:
        page = house.view("psychiatry", LOG, about=CLOSED, limit=2, after=page["next"])
        paged += page["reads"]
    shown = [each for each in paged if each["via"] != LOG]  # that somebody searched stands among them
    assert [(each["at"], each["reader"]) for each in shown] == [(each["at"], each["reader"]) for each in every]


def test_the_last_day_of_all_is_a_day_to_ask_up_to(house: Outside) -> None:
    house.view("vejle", MEETING)
    assert reads(house, to="9999-12-31", limit=1) == reads(house, limit=1) != []


def test_whoever_is_concerned_is_told_by_function_and_party_and_not_by_name(house: Outside) -> None:
    """That an officer searches for somebody is itself a read about them."""
    reads(house, about=CONCERNED)
    (told, *_) = reads(house, "observer")
    assert told["about"]["id"] == CONCERNED
    assert told["function"] == "Medlem af fagligt strategisk niveau"
    assert told["party"] == "Psykiatrien i Region Syddanmark"
    assert [told[name] for name in ("reader", "topic", "item", "body", "office")] == [None] * 5
    answer = house.as_("observer").get(f"/v1/{LOG}").text
    assert CAST["psychiatry"] not in answer
    (whole, *_) = reads(house, about=CONCERNED)
    assert whole["reader"]["id"] == CAST["psychiatry"], "the control: the officer is told who"
    assert reads(house, "observer", about=CONCERNED) == reads(house, "observer")


@pytest.mark.parametrize("part", ["observer", "secretary", "co-chair-region", "auditor", ADMINISTRATOR])
def test_nobody_but_the_officer_asks_about_others_or_by_reader(house: Outside, part: str) -> None:
    for asked in (
        {"about": CAST["vejle"]},
        {"about": CLOSED},
        {"reader": CAST["vejle"]},
        {"reader": CAST.get(part, part)},
    ):
        answer = house.as_(part).get(f"/v1/{LOG}", params=asked)
        assert (answer.status_code, problem(answer)["code"]) == (403, "policy.denied")


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"from": "i går"}, "from.malformed"),
        ({"to": "2024-02-30"}, "to.malformed"),
        ({"to": "99991231"}, "to.malformed"),
        ({"to": "2024-W01-1"}, "to.malformed"),
        ({"about": "x" * 301}, "about.malformed"),
        ({"reader": ""}, "reader.malformed"),
        ({"after": "x"}, "after.malformed"),
        ({"at": "3"}, "query.unknown"),
    ],
)
def test_what_is_asked_wrongly_is_told_so(house: Outside, asked: Json, code: str) -> None:
    answer = house.as_("psychiatry").get(f"/v1/{LOG}", params=asked)
    assert (answer.status_code, problem(answer)["code"]) == (400, code)


def test_an_officer_of_another_cluster_is_told_of_none_of_these(house: Outside) -> None:
    office = {
        "person": CAST["patients"],
        "office": "data-protection",
        "scopes": ["aarhus"],
        "reason": "Udpeget i en anden klynge.",
        "from_on": "2024-01-01",
    }
    assert house.give(ADMINISTRATOR, f"dk/access/{uuid4()}/grant", office).status_code == 200
    house.view("vejle", MEETING)
    assert reads(house, about=CLOSED) != []
    assert reads(house, "patients") == []


def test_an_erasure_is_seen_by_whoever_decides_on_it_or_asked_and_its_reason_is_a_read_about_the_person(
    house: Outside,
) -> None:
    person, name = CAST["vejle"], str(uuid4())
    wish = {"person": person, "classes": ["public-record"], "reason": "Ønsker det selv."}
    asked = house.give("secretary", f"dk/erasure/{name}/request", wish)
    assert asked.status_code == 200, asked.text
    for part in ("psychiatry", ADMINISTRATOR, "secretary"):
        row = house.rows(part, "dk/erasures")[name]
        assert (row["state"], row["person"]["id"], row["reason"]) == ("requested", person, "Ønsker det selv.")
    for part in ("observer", "vejle", "co-chair-region"):
        assert house.rows(part, "dk/erasures") == {}
    about = {each["reader"]["id"] for each in reads(house, about=person) if each["topic"] == "dk/erasures"}
    assert about == {CAST["psychiatry"], ADMINISTRATOR, CAST["secretary"]}
    refused = house.give("psychiatry", f"dk/erasure/{name}/refuse", {"reason": "Protokollen skal bevares."})
    assert refused.status_code == 200, refused.text
    row = house.rows("secretary", "dk/erasures")[name]
    assert (row["state"], row["refused_because"]) == ("refused", "Protokollen skal bevares.")

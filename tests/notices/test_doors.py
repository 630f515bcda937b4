"""Notices over HTTP: each person's own, and nobody else's."""

import asyncio
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.files import files_of
from tests.outside import CAST, Outside, copied, outside, problem

NOTICES = "/v1/notices"
ADMINISTRATOR = "dk/person/administrator"
PERSON, OTHER = CAST["kolding"], CAST["vejle"]
ADDRESS = "kontakt@kommune.example"


@pytest.fixture(scope="module")
def house(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with outside(copied(mid_item_2, tmp_path_factory.mktemp("house"))) as house:
        yield house


def read(house: Outside, person: str = PERSON) -> dict[str, Any]:
    answer = house.as_(person).get(NOTICES)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_one_is_told_at_the_address_one_gives_until_one_takes_it_back(house: Outside) -> None:
    assert house.as_(PERSON).put(f"{NOTICES}/address", json={"address": ADDRESS}).status_code == 200
    assert read(house)["address"] == ADDRESS
    assert read(house, OTHER)["address"] is None
    assert house.as_(PERSON).delete(f"{NOTICES}/address").json()["address"] is None
    assert read(house)["address"] is None


@pytest.mark.parametrize(
    "address",
    [
        "kontakt",
        "a@b",
        "a@b.example\r\nBcc: c@d.example",
        "a@b.example, c@d.example",
        "Navn <a@b.example>",
        "",
        "a@[10.0.0.5]",
        "a@10.0.0.5",
        "a@[IPv6:fd00::1.a]",
        "a@db.example.1",
    ],
)
def test_what_is_no_address_is_refused_with_what_to_do(house: Outside, address: str) -> None:
    answer = house.as_(PERSON).put(f"{NOTICES}/address", json={"address": address})
    assert answer.status_code == 422
    assert problem(answer)["code"] == "notices.address-malformed"
    assert read(house)["address"] is None


def test_one_may_want_no_mail_about_something(house: Outside) -> None:
    assert house.as_(PERSON).put(f"{NOTICES}/off", json={"off": ["action"]}).json()["off"] == ["action"]
    assert house.as_(PERSON).put(f"{NOTICES}/off", json={"off": []}).json()["off"] == []
    assert house.as_(PERSON).put(f"{NOTICES}/off", json={"off": ["everything"]}).status_code == 422


def test_who_is_no_person_has_no_notices(house: Outside) -> None:
    assert house.as_("dk/client/esdh").get(NOTICES).status_code == 403


def test_it_is_said_that_this_house_sends_no_mail(house: Outside) -> None:
    assert read(house)["mails"] is False


def test_the_address_of_whoever_is_erased_goes_with_them(house: Outside) -> None:
    officer = CAST["observer"]
    access = {"person": officer, "office": "data-protection", "reason": "Udpeget.", "from_on": "2024-01-01"}
    assert house.give(ADMINISTRATOR, "dk/access/dpo/grant", access).status_code == 200
    person = "dk/person/fejlregistreret"
    registered = {"name": "En anden", "function": "Gæst", "party": "dk/party/kolding-kommune"}
    assert house.give(ADMINISTRATOR, f"{person}/register", registered).status_code == 200
    assert house.as_(person).put(f"{NOTICES}/address", json={"address": ADDRESS}).status_code == 200
    assert read(house, person)["address"] == ADDRESS

    wish = {"person": person, "classes": ["public-record"], "reason": "Ønsker det."}
    for by, verb, body in (
        (ADMINISTRATOR, "request", wish),
        (officer, "approve", {"legal_basis": "Artikel 17.", "authority": "Arkivmyndighedens tilladelse."}),
        (ADMINISTRATOR, "confirm", {}),
    ):
        answer = house.give(by, f"dk/erasure/e1/{verb}", body)
        assert answer.status_code == 200, answer.text
    rows = house.view(officer, "dk/erasures", min_position=answer.json()["position"] + 1)["rows"]
    assert rows["e1"]["state"] == "completed"

    assert kept_of(house, person) == 0
    again = house.as_(person).put(f"{NOTICES}/address", json={"address": ADDRESS})
    assert again.status_code == 403, "a token that still holds puts nothing back"
    assert kept_of(house, person) == 0


def kept_of(house: Outside, person: str) -> int:
    """How many addresses are kept of somebody."""
    with closing(sqlite3.connect(files_of(house.settings).outbox)) as outbox:
        return int(outbox.execute("SELECT count(*) FROM addresses WHERE person=?", (person,)).fetchone()[0])


def told_by_sign_in(house: Outside, person: str, address: str) -> None:
    """As a thread of a sign-in tells it; back when the loop has taken it in."""
    house.house._notices.told_email(person, address)

    async def learnt() -> None:
        await asyncio.gather(*house.house._notices._under_way)

    asyncio.run_coroutine_threadsafe(learnt(), house._loop).result(10)


def test_a_sign_in_tells_where_somebody_reads_mail_until_they_say_so_themselves(house: Outside) -> None:
    told_by_sign_in(house, OTHER, "no address")
    assert read(house, OTHER)["address"] is None
    told_by_sign_in(house, OTHER, "fra@login.example")
    assert read(house, OTHER)["address"] == "fra@login.example"
    assert house.as_(OTHER).delete(f"{NOTICES}/address").status_code == 200
    told_by_sign_in(house, OTHER, "fra@login.example")
    assert read(house, OTHER)["address"] is None


def test_what_waits_to_be_sent_is_told_to_whoever_runs_the_house(house: Outside) -> None:
    def waiting() -> float:
        found = re.search(r"^klynge_notices_waiting (.+)$", house.as_(PERSON).get("/metrics").text, re.MULTILINE)
        assert found is not None
        return float(found[1])

    before = waiting()
    house.house.outbox.put([("prøve", PERSON, "action", "lillebaelt/action/proeve", 1)], 1)
    assert waiting() == before + 1

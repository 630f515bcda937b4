"""The page of data protection: the officer finds who read what and sees an erasure through; whoever is concerned sees no names."""

from uuid import uuid4

import httpx
import pytest
from playwright.async_api import expect

from domain.meeting.doors import ShutDoors
from tests.web.conftest import Coming, Houses
from tests.web.evening import BEFORE_DECISIONS
from tests.web.reader import NARROW
from tests.web.served import CAST, MEETING, Served
from tests.web.test_accessible import finds_nothing
from tests.web.test_layout import fits

pytestmark = pytest.mark.asyncio(loop_scope="package")

ADDRESS = "/databeskyttelse"
ADMINISTRATOR = "dk/person/administrator"
ITEM = "klyngemidler"
OFFICER, CONCERNED, READER = "psychiatry", "observer", "kolding"


def client(house: Served, part: str) -> httpx.Client:
    token = house.token(house.cast.get(part, part))
    return httpx.Client(base_url=house.url, headers={"Authorization": f"Bearer {token}"})


def prepared(house: Served) -> None:
    """An officer is named, and a member reads an item behind closed doors."""
    office = {"person": CAST[OFFICER], "office": "data-protection", "reason": "Udpeget.", "from_on": "2024-01-01"}
    with client(house, ADMINISTRATOR) as administrator:
        answer = administrator.post(
            f"/v1/dk/access/{uuid4()}/grant", json=office, headers={"Idempotency-Key": str(uuid4())}
        )
        assert answer.status_code == 200, answer.text
    wish = {"person": CAST[READER], "classes": ["public-record"], "reason": "Ønsker det selv."}
    with client(house, "secretary") as secretary:
        asked = secretary.post(
            f"/v1/dk/erasure/{uuid4()}/request", json=wish, headers={"Idempotency-Key": str(uuid4())}
        )
        assert asked.status_code == 200, asked.text
    with client(house, READER) as member:
        assert member.get(f"/v1/{MEETING}").status_code == 200


async def test_who_read_what_and_an_erasure_on_one_page(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    await house.give("co-chair-region", ShutDoors(item=ITEM, reason="Personsag.", legal_basis="§ 27"))
    prepared(house)
    officer = await coming(house, OFFICER, ADDRESS)
    page = officer.page
    await expect(page.get_by_role("heading", level=1)).to_have_text("Databeskyttelse")
    table = page.locator("#reads ~ table, section[aria-labelledby=reads] table")
    await expect(table).to_contain_text(f"punkt »{ITEM}«")
    await expect(table).to_contain_text("Kolding Kommune")
    await finds_nothing(officer)

    erasures = page.locator("section[aria-labelledby=erasures] table")
    await expect(erasures).to_contain_text("Venter på afgørelse")
    await erasures.get_by_role("button", name="Afslå", exact=True).click()
    await finds_nothing(officer)
    await page.get_by_label("Begrundelse").fill("Protokollen skal bevares.")
    await page.keyboard.press("Control+Enter")
    await expect(erasures).to_contain_text("Afslået")
    await officer.hears("Sletningen er afslået.")

    # By keyboard alone: find the reader, ask what was read by them.
    await page.get_by_label("Find en person").first.focus()
    await page.keyboard.type("Kolding")
    await page.get_by_label("Person", exact=True).first.select_option(CAST[READER])
    await page.get_by_label("Personen er").select_option("reader")
    await page.get_by_label("Find en person").first.focus()
    await page.keyboard.press("Enter")
    await expect(table).to_contain_text("Fagligt strategisk niveau")
    await expect(table).not_to_contain_text("Psykiatrien")

    # A search about a person is a read about them, which they see without a name.
    await page.get_by_label("Personen er").select_option("about")
    await page.get_by_label("Find en person").first.fill("Observatør")
    await page.get_by_label("Person", exact=True).first.select_option(CAST[CONCERNED])
    await officer.button("Søg").click()
    concerned = await coming(house, CONCERNED, ADDRESS)
    await expect(concerned.page.get_by_role("heading", level=2)).to_have_text("Læsninger om dig")
    own = concerned.page.locator("table")
    await expect(own).to_contain_text("Psykiatrien i Region Syddanmark")
    await expect(own).to_contain_text("søgning i adgangsloggen")
    await expect(concerned.page.locator("body")).not_to_contain_text("Medlem, psykiatrien")
    await finds_nothing(concerned)

    narrow = await coming(house, OFFICER, f"{ADDRESS}?lang=en", viewport=NARROW)
    await expect(narrow.page.get_by_role("heading", level=1)).to_have_text("Data protection")
    await narrow.button("Request an erasure").click()
    await fits(narrow)
    await finds_nothing(narrow)

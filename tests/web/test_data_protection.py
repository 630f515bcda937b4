"""The page of data protection: the officer finds who read what and sees an erasure through; whoever is concerned sees no names."""

from uuid import uuid4

import httpx
import pytest
from playwright.async_api import expect

from domain.meeting.doors import ShutDoors
from domain.person import Register
from tests.web.conftest import Coming, Houses
from tests.web.evening import BEFORE_DECISIONS
from tests.web.reader import NARROW, ROOM
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


def with_officer(house: Served) -> None:
    office = {"person": CAST[OFFICER], "office": "data-protection", "reason": "Udpeget.", "from_on": "2024-01-01"}
    with client(house, ADMINISTRATOR) as administrator:
        key = {"Idempotency-Key": str(uuid4())}
        answer = administrator.post(f"/v1/dk/access/{uuid4()}/grant", json=office, headers=key)
        assert answer.status_code == 200, answer.text


def prepared(house: Served) -> None:
    """An officer is named, and a member reads an item behind closed doors."""
    with_officer(house)
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


LONG_MS = 60_000
WITHOUT_SEAT = "dk/person/3f1c2f0e-uden"
NAME = "Ahorn Uden Plads"


async def test_an_erasure_is_asked_for_approved_and_confirmed_by_three_people(
    house_after: Houses, coming: Coming
) -> None:
    house = await house_after(BEFORE_DECISIONS)
    with_officer(house)
    register = Register(name=NAME, function="Borger", party="dk/party/region-syddanmark")
    await house.give("secretary", register, to=WITHOUT_SEAT)

    # From the foot of any page; the secretariat asks, and sees what it asked for.
    secretary = await coming(house, "secretary", ROOM)
    await secretary.page.locator("footer").get_by_role("link", name="Databeskyttelse").click()
    await expect(secretary.page.get_by_role("heading", level=1)).to_have_text("Databeskyttelse")
    await secretary.button("Bed om sletning").click()
    await secretary.page.keyboard.press("Control+Enter")
    await expect(secretary.page.locator("form")).to_contain_text("Vælg en person.")
    await secretary.page.get_by_label("Find en person").fill("Ahorn")
    await secretary.page.get_by_label("Person", exact=True).select_option(WITHOUT_SEAT)
    await secretary.page.get_by_label("navn og funktion").check()
    await secretary.page.get_by_role("textbox", name="Begrundelse").fill("Registreret ved en fejl.")
    await finds_nothing(secretary)
    await secretary.page.keyboard.press("Control+Enter")
    asked = secretary.page.locator("section[aria-labelledby=erasures] table")
    await expect(asked).to_contain_text("Venter på afgørelse")
    await expect(asked.get_by_role("button")).to_have_count(0)

    officer = await coming(house, OFFICER, ADDRESS)
    decided = officer.page.locator("section[aria-labelledby=erasures] table")
    await decided.get_by_role("button", name="Godkend", exact=True).click()
    await officer.page.get_by_label("Hjemmel").fill("Databeskyttelsesforordningen, artikel 17.")
    await finds_nothing(officer)
    await officer.page.keyboard.press("Control+Enter")
    await expect(decided).to_contain_text("Godkendt; venter på en anden, der bekræfter")
    await expect(decided).to_contain_text("Hjemmel: Databeskyttelsesforordningen, artikel 17.")
    await officer.hears("Sletningen er godkendt. En anden skal bekræfte den.")
    await expect(decided.get_by_role("button", name="Bekræft")).to_have_count(0)

    administrator = await coming(house, ADMINISTRATOR, ADDRESS, viewport=NARROW)
    erased = administrator.page.locator("section[aria-labelledby=erasures] table")
    await expect(erased).to_contain_text(NAME)
    await erased.get_by_role("button", name="Bekræft", exact=True).click()
    await administrator.page.keyboard.press("Control+Enter")
    await expect(erased).to_contain_text("Sæt kryds, før du bekræfter.")
    await administrator.page.get_by_label("Jeg ved, at sletningen ikke kan fortrydes").check()
    await fits(administrator)
    await finds_nothing(administrator)
    await administrator.page.keyboard.press("Control+Enter")
    await administrator.hears("Sletningen er bekræftet og går i gang.")
    await expect(administrator.page.locator("body")).not_to_contain_text(NAME)
    await expect(erased).to_contain_text("Slettet", timeout=LONG_MS)
    await expect(erased).to_contain_text("[slettet person]")


async def test_somebody_without_a_seat_is_told_so_and_finds_who_read_about_them(
    called_house: Served, coming: Coming
) -> None:
    """They are registered, so somebody may have read about them."""
    stranger = await coming(called_house, "dk/person/nobody-at-all", "/log-ind")
    await expect(stranger.page.get_by_text("Du er logget ind, men har ingen plads i en klynge.")).to_be_visible()
    await finds_nothing(stranger)
    await stranger.page.get_by_role("link", name="Databeskyttelse").click()
    await expect(stranger.page.get_by_role("heading", level=2)).to_have_text("Læsninger om dig")
    await stranger.open("/lillebaelt/nowhere/none")
    await expect(stranger.page.get_by_role("heading", level=1)).to_have_text("Findes ikke")
    await expect(stranger.page.get_by_text("It does not exist, or you may not see it.")).to_be_visible()
    await finds_nothing(stranger)

"""Signing in and out: by a link that works once, by the development issuer's list, and what is told when it fails."""

from urllib.parse import urlencode
from uuid import uuid4

import pytest
from playwright.async_api import Route, expect

from domain.person import Register
from stories.lillebaelt_2024_04_09.cast import REGION
from tests.web.conftest import Coming, Houses
from tests.web.evening import BEFORE_DECISIONS
from tests.web.reader import ROOM
from tests.web.served import CAST, Served

pytestmark = pytest.mark.asyncio(loop_scope="package")

FAULTS = {
    "sign-in.unknown": "Der gik for lang tid, eller login blev begyndt i en anden browser.",
    "sign-in.refused": "Din organisation afviste login.",
    "sign-in.issuer-down": "Din organisations login svarer ikke lige nu.",
    "token.refused": "Svaret fra din organisation kunne ikke godkendes.",
    "token.expired": "Svaret fra din organisation var for gammelt.",
}


async def test_a_link_signs_in_once_and_its_code_does_not_stay_in_the_address(
    called_house: Served, coming: Coming
) -> None:
    reader = await coming(called_house, None)
    link = called_house.link("secretary")
    asked_from: list[str] = []

    async def ask(route: Route) -> None:
        if route.request.method == "POST":
            asked_from.append(reader.page.url)
        await route.continue_()

    await reader.page.route("**/v1/session", ask)
    await reader.page.goto(link)
    await reader.page.wait_for_url(f"**{ROOM}")
    assert asked_from == [f"{called_house.url}/log-ind"], "the code is gone before it is used"
    await reader.is_live()
    await expect(reader.page.locator(".role")).to_have_text("Du deltager som klyngens sekretariat (sekretær)")

    another = await coming(called_house, None)
    await another.page.goto(link)
    alert = another.page.locator(".alert-error")
    await expect(alert).to_contain_text("Linket kan ikke bruges til at logge ind.")
    await expect(alert).to_contain_text("Linket er brugt, eller dets tid er gået. Bed om et nyt link")
    assert "kode" not in another.page.url
    await expect(another.page.get_by_role("link", name="Log ind med din organisation")).to_be_visible()

    # The next link, opened in the tab that stands at the sign-in page already.
    await another.page.goto(called_house.link("observer"))
    await another.page.wait_for_url(f"**{ROOM}")

    # Whoever is signed in already, and opens their own link again, is not stopped by it.
    await reader.page.goto(link)
    await reader.page.wait_for_url(f"**{ROOM}")


async def test_one_of_the_development_issuers_people_is_chosen(called_house: Served, coming: Coming) -> None:
    reader = await coming(called_house, None)
    await reader.open("/log-ind")
    await expect(reader.page.locator(".development .alert")).to_contain_text("Kun til udvikling")
    await reader.page.get_by_role("link", name="Observatør").click()
    await reader.page.wait_for_url(f"**{ROOM}")
    await expect(reader.page.locator(".role")).to_have_text("Du deltager som observatør")


async def test_the_way_by_the_organisation_leads_back_to_the_page_asked_for(
    called_house: Served, coming: Coming
) -> None:
    reader = await coming(called_house, None)
    await reader.open(f"{ROOM}#punkt-2")
    await reader.page.wait_for_url("**/log-ind?next=*")
    await expect(reader.page.get_by_text("Log ind for at komme til den side, du kom fra.")).to_be_visible()
    await reader.page.get_by_role("link", name="Log ind med din organisation").click()
    await reader.page.get_by_role("button", name="Revisor,").click()
    await reader.page.wait_for_url(f"**{ROOM}#punkt-2")
    await expect(reader.heading).to_have_text("Punkt 2: Middelfart-projektet")
    await expect(reader.page.locator(".role")).to_have_text("Du følger med som revisor")


async def test_a_landing_place_elsewhere_is_refused(called_house: Served, coming: Coming) -> None:
    reader = await coming(called_house, None)
    for elsewhere in ("https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example/", "javascript:x"):
        await reader.page.goto(called_house.link("observer", elsewhere))
        await reader.page.wait_for_url(f"{called_house.url}{ROOM}")
    await reader.page.goto(called_house.link("observer", f"{ROOM}?lang=en"))
    await reader.page.wait_for_url(f"{called_house.url}{ROOM}?lang=en")


async def test_what_failed_on_the_way_is_told_in_a_sentence(called_house: Served, coming: Coming) -> None:
    reader = await coming(called_house, None)
    for code, sentence in FAULTS.items():
        await reader.open(f"/log-ind?{urlencode({'fejl': code})}")
        await expect(reader.page.locator(".alert-error")).to_contain_text(sentence)
    await reader.open("/log-ind?fejl=Ring+til+os+p%C3%A5+nummer")
    await expect(reader.page.locator(".alert-error")).to_contain_text("Noget gik galt undervejs. Prøv igen.")
    await expect(reader.page.locator("body")).not_to_contain_text("Ring til os")

    await reader.open("/v1/sign-in/callback?state=nobodys&code=none")
    await expect(reader.page.locator(".alert-error")).to_contain_text(FAULTS["sign-in.unknown"])
    await reader.page.get_by_role("link", name="Observatør").click()
    await reader.page.wait_for_url(f"**{ROOM}")


async def test_who_has_no_seat_is_told_so_and_shown_nothing(called_house: Served, coming: Coming) -> None:
    nobody = f"dk/person/{uuid4()}"
    await called_house.give("secretary", Register(name="Gæst", function="Gæst", party=REGION), to=nobody)
    reader = await coming(called_house, None)
    await reader.page.goto(called_house.link(nobody))
    await expect(reader.page.locator(".alert")).to_contain_text("Du er logget ind, men har ingen plads i en klynge.")
    await reader.open(ROOM)
    await expect(reader.page.locator(".alert")).to_contain_text("Mødet findes ikke, eller du har ikke adgang til det.")
    assert "Middelfart" not in await reader.page.content()


async def test_signing_out_asks_about_drafts_and_leaves_nothing(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    reader = await coming(house, "plo-syd")
    page = reader.page
    await reader.writes("Hvem betaler?")
    await reader.button("Log ud").click()
    await expect(page.locator("dialog[open]")).to_contain_text("En kladde på denne enhed bliver slettet")
    await reader.button("Bliv her").click()
    await expect(reader.question).to_have_value("Hvem betaler?")

    await reader.button("Log ud").click()
    await reader.button("Log ud og slet").click()
    await page.wait_for_url("**/log-ind")
    await expect(page.get_by_role("link", name="Log ind med din organisation")).to_be_visible()
    assert await page.evaluate("fetch('/v1/session').then(answer => answer.status)") == 401
    assert "Hvem betaler" not in await page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")

    await reader.sign_in("plo-syd")
    await reader.button("Log ud").click()
    await page.wait_for_url("**/log-ind")


async def test_a_session_that_ends_keeps_the_draft_and_leads_back(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    reader = await coming(house, "plo-syd")
    page = reader.page
    house.end_sessions("plo-syd", in_s=10)
    await page.reload()
    await reader.writes("Hvem betaler?")
    await expect(reader.state).to_have_text("Log ind")
    await expect(reader.news).to_contain_text("Du er logget ud. Log ind igen; det, du har skrevet, er gemt.")
    await expect(reader.question).to_have_value("Hvem betaler?")
    await expect(reader.button("Send spørgsmålet")).to_have_attribute("aria-disabled", "true")

    await reader.news.get_by_role("link", name="Log ind").click()
    await expect(page.locator(".alert-info")).to_contain_text("Du blev logget ud, fordi tiden udløb.")
    await page.locator(f".development a[href*='{CAST['plo-syd'].split('/')[-1]}']").click()
    await page.wait_for_url(f"**{ROOM}")
    await reader.item.get_by_role("button", name="Stil et spørgsmål").click()
    await expect(reader.question).to_have_value("Hvem betaler?")

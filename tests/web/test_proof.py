"""Published minutes carry their proof: on the page of the minutes, in the meeting room, and on paper."""

import json

import pytest
from playwright.async_api import Route, expect

from api.minutes_proof import qr_code
from tests.proof.printed_vectors import made
from tests.web.conftest import Coming
from tests.web.reader import Reader
from tests.web.served import Served
from tests.web.test_accessible import finds_nothing
from tests.web.test_layout import fits

pytestmark = pytest.mark.asyncio(loop_scope="package")

MEMBER = "plo-syd"
NARROW = {"viewport": {"width": 320, "height": 640}}
MINUTES = "/lillebaelt/referat/2024-04-09-strategic"
ROOM = "/lillebaelt/moede/2024-04-09-strategic"
ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
TEXT = made(129, 300)
PROVEN = {
    "position": 129,
    "state": "witnessed",
    "size": 300,
    "root": ROOT,
    "organisations": ["Randers Kommune", "Region Syddanmark"],
    "text": TEXT,
}
"""As a record answers whose heads are signed and seen: `tests/api/test_proofs.py`."""


async def proven(reader: Reader, **otherwise: object) -> None:
    """The record answers so from now on."""

    async def answer(route: Route) -> None:
        if route.request.url.partition("?")[0].endswith(".svg"):
            await route.fulfill(body=qr_code(TEXT), content_type="image/svg+xml")
        else:
            await route.fulfill(body=json.dumps(PROVEN | otherwise), content_type="application/json")

    await reader.page.route("**/minutes/*/proof*", answer)


async def test_minutes_carry_size_root_and_code_on_page_and_paper(ended_house: Served, coming: Coming) -> None:
    reader = await coming(ended_house, MEMBER, "/lillebaelt/moeder")
    await proven(reader)
    for page in (MINUTES, ROOM):
        await reader.open(page)
        proof = reader.page.locator(".proof")
        await expect(proof).to_contain_text("bevidnet af 2")
        await expect(proof).to_contain_text("Randers Kommune og Region Syddanmark")
        await expect(proof).to_contain_text(ROOT)
        code = proof.locator("img")
        await expect(code).to_have_js_property("complete", True)
        assert await code.evaluate("code => code.naturalWidth") > 0
        await proof.get_by_text("Beviset som tekst").click()
        await expect(proof).to_contain_text(TEXT)
        await finds_nothing(reader)
        await reader.page.emulate_media(media="print")
        await expect(code).to_be_visible()
        await expect(proof.locator(".proof-text")).to_be_hidden()
        width = await code.evaluate("code => code.getBoundingClientRect().width")
        assert width > 200  # 5 cm and more: what a telephone reads off paper
        await reader.page.emulate_media(media="screen")


async def test_on_a_small_screen_and_in_english_it_can_be_read(ended_house: Served, coming: Coming) -> None:
    reader = await coming(ended_house, MEMBER, "/lillebaelt/moeder", **NARROW)
    await proven(reader)
    await reader.open(f"{MINUTES}?lang=en")
    await expect(reader.page.locator(".proof")).to_contain_text("witnessed by 2")
    await reader.page.locator(".proof details summary").click()
    await fits(reader)
    await finds_nothing(reader)
    await reader.page.get_by_role("link", name="Check the proof").click()
    await expect(reader.page.locator("#printed")).to_have_value(TEXT)


async def test_until_they_are_sealed_they_say_that_they_are_registered(ended_house: Served, coming: Coming) -> None:
    reader = await coming(ended_house, MEMBER, "/lillebaelt/moeder")
    await proven(reader, state="registered", size=None, root=None, organisations=[], text=None)
    await reader.open(MINUTES)
    await expect(reader.page.locator(".proof")).to_contain_text("registreret som hændelse 129")
    await expect(reader.page.locator(".proof img")).to_have_count(0)


async def test_a_house_that_seals_shows_it_on_its_minutes(ended_house: Served, coming: Coming) -> None:
    """As it is run: the checkpointer is a child of the service, and nothing is answered for it here."""
    reader = await coming(ended_house, MEMBER, MINUTES)
    proof = reader.page.locator(".proof")
    await expect(proof).to_contain_text("Referatet er forseglet")
    code = proof.locator("img")
    await expect(code).to_have_js_property("complete", True)
    assert await code.evaluate("code => code.naturalWidth") > 0
    await expect(reader.page.locator("footer")).to_contain_text("forseglet")


async def test_minutes_as_they_stood_before_they_were_published_carry_no_proof(
    ended_house: Served, coming: Coming
) -> None:
    reader = await coming(ended_house, MEMBER, f"{MINUTES}?at=2024-04-16")
    await expect(reader.page.locator("h1")).to_be_visible()
    await expect(reader.page.locator(".minutes-whole")).to_be_visible()
    await expect(reader.page.locator(".proof")).to_have_count(0)

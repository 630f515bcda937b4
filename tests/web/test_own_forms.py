"""What a participant tells for themselves: apologies with who comes instead, and recusal."""

import pytest
from playwright.async_api import expect

from tests.web.at_desk import chooses, form_of, presses, refused, writes
from tests.web.conftest import Coming, Houses
from tests.web.evening import BEFORE_DECISIONS
from tests.web.reader import NARROW
from tests.web.test_accessible import finds_nothing
from tests.web.test_desk import MEMBER, sits_down

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_apologies_are_sent_with_who_comes_instead_and_taken_back(house_after: Houses, coming: Coming) -> None:
    house = await house_after(())
    secretary = await sits_down(coming, house)
    member = await coming(house, MEMBER, viewport=NARROW)
    await member.is_live()
    await member.button("Meld afbud").click()
    await chooses(member, Hvem_kommer_i_stedet="Praksiskonsulent, PLO-Syd")
    await finds_nothing(member)
    await presses(member, "Meld afbud")
    await expect(member.page.locator(".alert-info")).to_contain_text("Du har meldt afbud til mødet.")
    await expect(member.page.locator(".alert-info")).to_contain_text("I stedet kommer Praksiskonsulent, PLO-Syd.")
    await member.hears("Du har meldt afbud til mødet.")
    await finds_nothing(member)
    seats = secretary.page.locator(".attendance")
    await expect(seats).to_contain_text("Afbud. I stedet møder Praksiskonsulent, PLO-Syd.")
    await member.button("Træk afbuddet tilbage").click()
    await expect(member.button("Meld afbud")).to_be_visible()
    await expect(seats).not_to_contain_text("Afbud")


async def test_who_declares_recusal_does_not_see_the_item_any_more(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    member = await coming(house, MEMBER)
    await member.is_live()
    await member.button("Meld inhabilitet").click()
    await presses(member, "Meld inhabilitet")
    await expect(form_of(member)).to_contain_text("Skriv en grund.")
    await writes(member, Grund="Min klinik, 010190-1234, er med.")
    await presses(member, "Meld inhabilitet")
    await expect(await refused(member)).to_contain_text("CPR")
    await writes(member, Grund="Min egen klinik er med.")
    await finds_nothing(member)
    await presses(member, "Meld inhabilitet")
    await expect(member.item).to_contain_text("du er erklæret inhabil")
    await expect(member.page.locator(".points")).to_have_count(0)
    assert "Min egen klinik" not in await member.page.content()

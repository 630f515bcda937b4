"""Raised hands: by keys, in order, said aloud to whom they concern, and taken down by whoever gives the floor."""

import pytest
from playwright.async_api import expect

from tests.web.conftest import Coming
from tests.web.reader import Reader
from tests.web.served import Served
from tests.web.test_accessible import finds_nothing
from tests.web.test_layout import NARROW, fits

pytestmark = pytest.mark.asyncio(loop_scope="package")

MEMBER, OTHER, CO_CHAIR = "plo-syd", "kolding", "co-chair-region"
RAISE, LOWER = "Ræk hånden op", "Tag hånden ned"


async def raises(reader: Reader) -> None:
    """By keys alone."""
    await reader.is_live()
    await expect(reader.button(RAISE)).not_to_have_attribute("aria-disabled", "true")
    await reader.button(RAISE).focus()
    await reader.page.keyboard.press("Enter")
    await expect(reader.button(LOWER)).to_be_focused()


async def test_hands_go_up_in_order_and_the_chair_takes_them_down(item_2_house: Served, coming: Coming) -> None:
    member, other = await coming(item_2_house, MEMBER), await coming(item_2_house, OTHER, **NARROW)
    chair = await coming(item_2_house, CO_CHAIR)
    await chair.is_live()
    await expect(chair.online).to_have_count(3)
    await raises(member)
    await member.hears("Din hånd er oppe. Du er nummer 1 i rækken.")
    await chair.hears("PLO-Syd rækker hånden op.")
    await raises(other)
    await fits(other)
    await other.hears("Din hånd er oppe. Du er nummer 2 i rækken.")
    hands = chair.page.locator(".hands li")
    await expect(hands).to_have_text(["PLO-SydTag ned", "Kolding KommuneTag ned"])
    await expect(member.page.locator(".hands li")).to_have_text(["PLO-Syd", "Kolding Kommune"])
    assert "Kolding Kommune rækker hånden op." not in await member.heard(), "it is for whoever gives the floor"
    for reader in (member, chair):
        await finds_nothing(reader)

    await chair.button("Tag ned: hånden for PLO-Syd").focus()
    await chair.page.keyboard.press("Enter")
    await expect(hands).to_have_text(["Kolding KommuneTag ned"])
    await expect(chair.button("Tag ned: hånden for Kolding Kommune")).to_be_focused()
    await member.hears("Din hånd er nede.")
    await expect(member.button(RAISE)).to_be_visible()

    await other.button(LOWER).click()
    await expect(chair.page.locator(".hands")).to_have_count(0)


async def test_a_hand_stays_up_while_the_page_is_loaded_anew(item_2_house: Served, coming: Coming) -> None:
    member = await coming(item_2_house, MEMBER)
    await raises(member)
    await member.page.reload()
    await expect(member.button(LOWER)).not_to_have_attribute("aria-disabled", "true")
    await member.button(LOWER).click()
    await expect(member.button(RAISE)).to_be_visible()

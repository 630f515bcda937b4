"""Everything a participant does, done without a mouse."""

import pytest
from playwright.async_api import Locator, expect

from tests.web.conftest import Coming, Houses
from tests.web.evening import BEFORE_DECISIONS, FIRST_DECISION
from tests.web.reader import Reader
from tests.web.served import Served

pytestmark = pytest.mark.asyncio(loop_scope="package")

MEMBER = "plo-syd"
TABS_MAX = 40


async def tab_to(reader: Reader, place: Locator) -> None:
    """Tab on until something has the focus."""
    for _ in range(TABS_MAX):
        if await place.evaluate("element => element === document.activeElement"):
            return
        await reader.page.keyboard.press("Tab")
    raise AssertionError("it is not reached by the keyboard")


async def test_a_question_is_asked_by_keys_alone(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    member = await coming(house, MEMBER)
    await member.is_live()
    keys = member.page.keyboard
    await keys.press("F2")
    await expect(member.page.get_by_role("combobox", name="Find en handling")).to_be_focused()
    await expect(member.page.get_by_role("option")).to_have_text(
        [
            *("Ræk hånden op", "Stil et spørgsmål", "Gå til punktet, der behandles"),
            *("Læs den seneste sætning igen", "Slå oplæsning fra"),
        ]
    )
    await keys.type("spørg")
    await expect(member.page.get_by_role("option")).to_have_text(["Stil et spørgsmål"])
    await keys.press("Enter")
    await expect(member.question).to_be_focused()
    # No key of a Danish keyboard is taken from the writer, nor is a plain Enter the end of it.
    await keys.type("Hvem betaler @ € {[]}?")
    await keys.press("Enter")
    await expect(member.question).to_have_value("Hvem betaler @ € {[]}?\n")
    await keys.press("Control+Enter")
    await expect(member.page.locator(".questions > li").last).to_contain_text("Hvem betaler @ € {[]}?")
    await expect(member.item.get_by_role("button", name="Stil et spørgsmål")).to_be_focused()


async def test_escape_closes_and_gives_the_focus_back(item_2_house: Served, coming: Coming) -> None:
    member = await coming(item_2_house, MEMBER)
    await member.is_live()
    ask = member.page.locator(".strip").get_by_role("button", name="Stil et spørgsmål")
    await ask.focus()
    await member.page.keyboard.press("F2")
    await expect(member.page.get_by_role("combobox")).to_be_focused()
    await member.page.keyboard.press("Escape")
    await expect(ask).to_be_focused()

    await member.page.keyboard.press("F2")
    await member.page.keyboard.type("sidste")
    await expect(member.page.get_by_text("Ingen handling passer.")).to_be_visible()
    await member.page.keyboard.press("Enter")
    await expect(member.page.get_by_role("combobox")).to_be_focused()


async def test_the_agenda_leads_to_an_item_and_the_meeting_calls_back(item_2_house: Served, coming: Coming) -> None:
    member = await coming(item_2_house, MEMBER)
    await member.is_live()
    keys = member.page.keyboard
    await keys.press("Tab")
    await expect(member.page.get_by_role("link", name="Gå til sidens indhold")).to_be_focused()
    await keys.press("Enter")
    await expect(member.page.locator("main")).to_be_focused()

    await tab_to(member, member.page.locator(".step").nth(2))
    await keys.press("Enter")
    await expect(member.heading).to_have_text("Punkt 3: Initiativer for klyngemidlerne")
    await expect(member.heading).to_be_focused()
    await expect(member.going_on).to_contain_text("Mødet er nu ved punkt 2.")
    await keys.press("F2")
    await keys.type("Gå til")
    await keys.press("Enter")
    await expect(member.heading).to_have_text("Punkt 2: Middelfart-projektet")
    await expect(member.heading).to_be_focused()
    await member.page.go_back()
    await member.is_live()


async def test_the_latest_sentence_is_read_again_and_reading_is_turned_off(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    member = await coming(house, MEMBER)
    await member.is_live()
    keys = member.page.keyboard
    await keys.press("F2")
    await keys.type("læs den")
    await keys.press("Enter")
    await member.hears("Punkt 2: »Hvordan skal IV-medicin opbevares i kommunerne?«: skal afklares.")
    heard = await member.heard()
    await keys.press("F2")
    await keys.type("fra")
    await keys.press("Enter")
    await house.play([FIRST_DECISION])
    await expect(member.pair(1).locator(".decision")).to_be_visible()
    await expect(member.news).to_contain_text("Beslutning 2.1 er truffet")
    assert await member.heard() == heard, "who turned it off is told by the line of news alone"

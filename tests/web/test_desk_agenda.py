"""The agenda at the desk: put in order, sent, adopted by a chair, and what becomes of an item that is not discussed."""

import pytest
from playwright.async_api import expect

from domain.meeting.call import Open
from tests.web.at_desk import form_of, opens, presses, writes
from tests.web.conftest import Coming, Houses
from tests.web.served import CAST
from tests.web.test_accessible import finds_nothing
from tests.web.test_desk import sits_down

pytestmark = pytest.mark.asyncio(loop_scope="package")

CO_CHAIR = "co-chair-region"


async def test_an_agenda_is_put_in_order_sent_and_adopted(house_after: Houses, coming: Coming) -> None:
    house = await house_after(())
    secretary = await sits_down(coming, house)
    lines = secretary.page.locator(".desk-agenda > li > a")
    await expect(lines).to_have_text(["1. Velkomst", "2. Middelfart-projektet", "3. Initiativer for klyngemidlerne"])
    await lines.nth(2).focus()
    await secretary.page.keyboard.press("Alt+ArrowUp")
    moved = ["1. Velkomst", "3. Initiativer for klyngemidlerne", "2. Middelfart-projektet"]
    await expect(lines).to_have_text(moved)
    await expect(lines.nth(1)).to_be_focused()
    await secretary.hears("Punktet er nu nummer 2 af 3 på dagsordenen.")
    await secretary.page.get_by_role("button", name="Flyt punkt 3 ned").click()
    await expect(lines.nth(1)).to_have_text("2. Middelfart-projektet")
    await expect(secretary.page.get_by_role("button", name="Flyt punkt 3 ned")).to_have_attribute(
        "aria-disabled", "true"
    )
    await finds_nothing(secretary)

    pane = secretary.page.locator(".pane-agenda")
    await secretary.page.get_by_role("link", name="1. Velkomst").click()
    await opens(secretary, "Ret punktet")
    await writes(secretary, **{"Til kl.": "18.10"})
    await presses(secretary, "Gem ændringen")
    await expect(pane.locator("li").first).to_contain_text("Kl. 18.00–18.10")
    await pane.get_by_role("button", name="Send dagsordenen ud").click()
    await expect(pane).to_contain_text("er sendt ud 2. april 2024.")
    await expect(pane).not_to_contain_text("Den er ændret siden.")

    await house.give(CO_CHAIR, Open(led_by=CAST[CO_CHAIR]))
    chair = await coming(house, CO_CHAIR)
    await chair.button("Godkend dagsordenen").click()
    await expect(chair.button("Godkend dagsordenen")).to_have_count(0)
    await expect(pane).to_contain_text("Dagsordenen er godkendt kl.")
    await expect(secretary.page.get_by_role("button", name="Flyt punkt 3 op")).to_have_count(0)

    await secretary.page.get_by_role("link", name="3. Initiativer for klyngemidlerne").click()
    await opens(secretary, "Udsæt")
    await writes(secretary, Dag="31", Måned="6", År="2024")
    await presses(secretary, "Udsæt punktet")
    await expect(form_of(secretary)).to_contain_text("Skriv en dag, der findes.")
    await writes(secretary, Dag="30")
    await presses(secretary, "Udsæt punktet")
    await expect(pane.locator("li").nth(2)).to_contain_text("Udsat")
    await secretary.button("Hold pause").click()
    await expect(secretary.page.locator(".strip").get_by_role("button", name="Genoptag mødet")).to_be_visible()
    await finds_nothing(secretary)

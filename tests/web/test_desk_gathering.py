"""Who is invited and when one meets, at the desk: guests, a meeting moved or called off, and recommendations revised."""

import pytest
from playwright.async_api import expect

from domain.meeting.call import Open
from tests.web.at_desk import chooses, field, form_of, opens, presses, writes
from tests.web.conftest import Coming, Houses
from tests.web.reader import NARROW
from tests.web.served import CAST
from tests.web.test_accessible import finds_nothing
from tests.web.test_desk import MEMBER, SECRETARY, sits_down

pytestmark = pytest.mark.asyncio(loop_scope="package")

GUEST = "Praksiskonsulent, PLO-Syd"


async def test_a_guest_is_invited_to_an_item_and_comes(house_after: Houses, coming: Coming) -> None:
    house = await house_after(())
    secretary = await sits_down(coming, house)
    member = await coming(house, MEMBER)
    await member.is_live()
    await opens(secretary, "Indbyd en gæst")
    await presses(secretary, "Indbyd")
    await expect(form_of(secretary)).to_contain_text("Vælg en person.")
    await chooses(secretary, Gæst=GUEST, Fra_forum="Politisk niveau")
    await form_of(secretary).get_by_label("Punkt 2: Middelfart-projektet").check()
    await finds_nothing(secretary)
    await presses(secretary, "Indbyd")
    pane = secretary.page.locator(".pane-agenda")
    await expect(pane).to_contain_text("Gæster: 1")
    await expect(pane).to_contain_text("Punkt 2, Politisk niveau")
    await expect(member.page.locator(".people")).to_contain_text(f"{GUEST}, Politisk niveau, punkt 2")
    await finds_nothing(member)
    guest = await coming(house, "consultant")
    await expect(guest.page.get_by_text("Du er gæst ved punkt 2.", exact=True)).to_be_visible()

    await house.give("co-chair-region", Open(led_by=CAST["co-chair-region"]))
    await pane.get_by_role("button", name=f"Er kommet {GUEST}").click()
    await expect(pane).to_contain_text("Punkt 2, Politisk niveau, til stede")
    await expect(member.page.locator(".people")).to_contain_text(f"{GUEST}, Politisk niveau, punkt 2, til stede")


async def test_a_meeting_is_moved_and_then_called_off(house_after: Houses, coming: Coming) -> None:
    house = await house_after(())
    secretary = await sits_down(coming, house, viewport=NARROW)
    member = await coming(house, MEMBER)
    await member.is_live()
    await secretary.page.locator(".desk-tabs").get_by_role("button", name="Dagsorden", exact=True).click()
    await opens(secretary, "Flyt mødet")
    await expect(field(secretary, "Dag")).to_have_value("09")
    await writes(secretary, Dag="11", **{"Fra kl.": "17.00", "Til kl.": "16.00"}, Grund="Salen er optaget.")
    await presses(secretary, "Flyt mødet")
    await expect(form_of(secretary)).to_contain_text("Mødet skal slutte, efter det begynder.")
    await finds_nothing(secretary)
    await writes(secretary, **{"Til kl.": "18.30"})
    await presses(secretary, "Flyt mødet")
    await expect(member.going_on).to_contain_text("Mødet er indkaldt til 11. april 2024 kl. 17.00.")
    await expect(secretary.button("Flyt mødet")).to_be_focused()
    assert (await house.rows(SECRETARY))["meeting"]["ends_at"] == "2024-04-11T16:30:00Z"

    await opens(secretary, "Aflys mødet")
    await writes(secretary, Grund="For mange kan ikke.")
    await finds_nothing(secretary)
    await presses(secretary, "Aflys mødet")
    await expect(member.going_on).to_contain_text("Mødet er aflyst.")
    await expect(secretary.button("Aflys mødet")).to_have_count(0)
    await finds_nothing(secretary)


async def test_a_recommendation_is_added_on_a_condition_changed_and_taken_back(
    house_after: Houses, coming: Coming
) -> None:
    house = await house_after(())
    secretary = await sits_down(coming, house)
    await secretary.page.get_by_role("link", name="2. Middelfart-projektet").click()
    await opens(secretary, "Ny indstilling")
    await chooses(secretary, **{"Det indstilles, at forummet": "beslutter"})
    await writes(secretary, Indstilling="Erfaringerne udbredes til hele klyngen.")
    await chooses(secretary, **{"Gælder kun, hvis": "indstilling 2 bliver tiltrådt"})
    await presses(secretary, "Tilføj indstillingen")
    await expect(secretary.pair(3)).to_contain_text("Gælder kun, hvis indstilling 2 bliver tiltrådt.")
    await opens(secretary, "Ret indstilling 3")
    await expect(field(secretary, "Indstilling")).to_have_value("Erfaringerne udbredes til hele klyngen.")
    await writes(secretary, Indstilling="")
    await presses(secretary, "Gem ændringen")
    await expect(form_of(secretary)).to_contain_text("Skriv en tekst.")
    await writes(secretary, Indstilling="Erfaringerne udbredes i 2025.")
    await finds_nothing(secretary)
    await presses(secretary, "Gem ændringen")
    await expect(secretary.pair(3)).to_contain_text("Erfaringerne udbredes i 2025.")
    await secretary.button("Træk indstilling 3 tilbage").click()
    await expect(secretary.page.locator(".pair")).to_have_count(2)
    await finds_nothing(secretary)

"""What a chair does in the meeting room: the doors of an item, what everyone may know of it, taking it up anew, a recusal."""

import pytest
from playwright.async_api import expect

from api.acr import ACR
from domain.assurance import Assurance
from domain.meeting.attendance import Recuse
from domain.meeting.floor import SettleItem
from tests.web.at_desk import chooses, form_of, presses, writes
from tests.web.conftest import Coming, Houses
from tests.web.evening import BEFORE_DECISIONS, FIRST_DECISION, SECOND_DECISION
from tests.web.served import CAST
from tests.web.test_accessible import finds_nothing
from tests.web.test_desk import MEMBER, SECRETARY

pytestmark = pytest.mark.asyncio(loop_scope="package")

CO_CHAIR, OBSERVER = "co-chair-region", "observer"


async def test_a_chair_shuts_the_doors_publishes_an_extract_and_opens_them(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    chair, observer = await coming(house, CO_CHAIR), await coming(house, OBSERVER)
    await chair.is_live()
    await observer.is_live()
    await expect(observer.button("Luk dørene")).to_have_count(0)
    await chair.button("Luk dørene").click()
    await presses(chair, "Luk dørene")
    await expect(form_of(chair)).to_contain_text("Skriv hjemlen.")
    await writes(chair, Grund="En borgers forløb kan genkendes.", Hjemmel="Forvaltningslovens § 27.")
    await finds_nothing(chair)
    await presses(chair, "Luk dørene")
    await expect(observer.item).to_contain_text("Punktet behandles for lukkede døre.")
    await expect(observer.page.locator(".points")).to_have_count(0)

    await chair.button("Offentliggør et uddrag").click()
    await writes(chair, Tekst="Et forløb er drøftet.")
    await finds_nothing(chair)
    await presses(chair, "Offentliggør uddraget")
    await expect(observer.item).to_contain_text("Offentliggjort fra det lukkede punkt: Et forløb er drøftet.")
    await finds_nothing(observer)

    await chair.button("Åbn dørene").click()
    await writes(chair, Grund="Resten er ikke fortroligt.")
    await presses(chair, "Åbn dørene")
    await expect(chair.button("Luk dørene")).to_be_visible()
    await expect(observer.page.locator(".points").first).to_be_visible()


async def test_a_chair_reopens_an_item_and_lifts_a_recusal(house_after: Houses, coming: Coming) -> None:
    house = await house_after((*BEFORE_DECISIONS, FIRST_DECISION, SECOND_DECISION))
    await house.give(SECRETARY, Recuse(item="middelfart", person=CAST[MEMBER], reason="Vedkommende er tovholder."))
    await house.give(SECRETARY, SettleItem(item="middelfart"))
    chair, member = await coming(house, CO_CHAIR), await coming(house, MEMBER)
    await chair.is_live()
    await chair.page.goto(chair.page.url.split("#")[0] + "#punkt-2")
    await chair.button("Genåbn punktet").click()
    await writes(chair, Grund="Et forbehold var glemt.")
    await presses(chair, "Genåbn punktet")
    await expect(chair.item).to_contain_text("Punktet er genåbnet: Et forbehold var glemt.")
    await expect(chair.button("Genåbn punktet")).to_have_count(0)

    await chair.button("Ophæv en inhabilitet").click()
    name = (await house.rows(SECRETARY, "dk/people"))[f"person/{CAST[MEMBER].rsplit('/', 1)[-1]}"]["person"]["name"]
    await chooses(chair, Hvem=name[0].upper() + name[1:])
    await writes(chair, Grund="Det var en anden.")
    await finds_nothing(chair)
    await presses(chair, "Ophæv inhabiliteten")
    await expect(chair.button("Ophæv en inhabilitet")).to_be_focused()
    await member.page.goto(member.page.url.split("#")[0] + "#punkt-2")
    await expect(member.page.locator(".points").first).to_be_visible()


async def test_who_signed_in_too_loosely_signs_in_again_and_goes_on_with_what_was_written(
    house_after: Houses, coming: Coming
) -> None:
    house = await house_after(BEFORE_DECISIONS)
    chair, observer = await coming(house, CO_CHAIR), await coming(house, OBSERVER)
    await chair.is_live()
    house.loosen_sign_in(CO_CHAIR)
    await chair.button("Luk dørene").click()
    await writes(chair, Grund="En borgers forløb kan genkendes.", Hjemmel="Forvaltningslovens § 27.")
    await presses(chair, "Luk dørene")
    await expect(form_of(chair)).to_contain_text("Log ind igen med MitID på niveau Betydelig")
    await finds_nothing(chair)
    await chair.page.get_by_role("link", name="Log ind igen på niveau Betydelig").click()
    await expect(chair.page.get_by_label("Sikringsniveau")).to_have_value(ACR[Assurance.SUBSTANTIAL])
    await chair.page.locator(f'button[value="{CAST[CO_CHAIR]}"]').click()
    await chair.is_live()
    await chair.button("Luk dørene").click()
    await presses(chair, "Luk dørene")
    await expect(observer.item).to_contain_text("Punktet behandles for lukkede døre.")

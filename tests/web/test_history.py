"""The meeting as it was: the moment stands in the address, nothing can be written, and nothing is followed."""

import pytest
from playwright.async_api import expect

from stories.lillebaelt_2024_04_09 import STORY
from tests.web.conftest import Coming, Houses
from tests.web.evening import EVENING
from tests.web.reader import ROOM
from tests.web.served import Served

pytestmark = pytest.mark.asyncio(loop_scope="package")

MEMBER = "plo-syd"
AT_20 = "2024-04-09T18:20+02:00"


async def position_at(house: Served, topic_at: str) -> int:
    return int((await house.view(MEMBER, at=topic_at))["position"])


async def test_at_twenty_past_six_item_2_is_under_discussion(adjourned_house: Served, coming: Coming) -> None:
    house = adjourned_house
    position = await position_at(house, AT_20)
    member = await coming(house, MEMBER)
    await expect(member.going_on).to_have_text("Mødet er hævet kl.\u00a019.00.")
    await expect(member.page.locator(".decision")).to_have_count(7)
    await expect(member.online).to_have_count(1)
    assert len(member.sockets) == 1, "the control: today's meeting is followed"

    await member.open(f"{ROOM}?at={AT_20}")
    await expect(member.state).to_have_text("Historik")
    await expect(member.news).to_contain_text(
        f"Du ser siden, som den var 9. april 2024 kl. 18.20 (hændelse {position})."
    )
    await expect(member.going_on).to_have_text("Punkt 2, startet kl.\u00a018.06, til kl.\u00a018.30")
    await expect(member.heading).to_have_text("Punkt 2: Middelfart-projektet")
    await expect(member.item).to_contain_text("Behandles nu.")
    await expect(member.page.locator(".points > li")).to_have_count(11)
    await expect(member.page.locator(".questions > li")).to_have_count(2)
    await expect(member.page.locator(".undecided")).to_have_count(2)
    await expect(member.page.locator(".past-bar")).to_have_count(2)
    await expect(member.page.get_by_text("Hvem der var online, gemmes ikke.")).to_be_visible()
    # What was decided later is not in it, and nothing can be written.
    assert "tilpasses lokalt" not in await member.page.content()
    await expect(member.page.locator("form, textarea")).to_have_count(0)
    await expect(member.page.get_by_role("button", name="Stil et spørgsmål")).to_have_count(0)
    await expect(member.page.locator("footer")).to_contain_text(f"Du er ved hændelse {position}")
    assert len(member.sockets) == 1, "no socket was opened for the past"

    await member.page.get_by_role("link", name="Til nu").click()
    await member.is_live()
    await expect(member.page).to_have_url(house.url + ROOM)


async def test_the_event_of_a_decision_leads_to_its_moment(adjourned_house: Served, coming: Coming) -> None:
    house = adjourned_house
    member = await coming(house, MEMBER)
    second = member.page.locator(".decision").nth(1)
    await second.get_by_role("link").click()
    await expect(member.state).to_have_text("Historik")
    await expect(member.pair(1)).to_contain_text("Beslutning 2.1")
    await expect(member.pair(2)).to_contain_text("Beslutning 2.2")
    await member.page.go_back()
    await member.is_live()
    await expect(member.page.locator(".decision")).to_have_count(7)


async def test_a_decision_that_took_effect_later_names_the_event_it_was_made_by(
    house_after: Houses, coming: Coming
) -> None:
    house = await house_after((*EVENING, *STORY.after))
    (row,) = [row for row in (await house.rows(MEMBER)).values() if row.get("number") == "3.4"]
    assert row["position"] > row["recorded_position"], "the control: it took effect on 26 April"
    member = await coming(house, MEMBER, f"{ROOM}#punkt-3")
    decision = member.page.locator(".decision").filter(has_text="Beslutning 3.4")
    await expect(decision.locator(".decision-foot")).to_contain_text(f"hændelse {row['recorded_position']}")
    await decision.get_by_role("link").click()
    await expect(member.state).to_have_text("Historik")
    await expect(decision).to_contain_text("Afventer")


async def test_a_moment_that_does_not_exist_is_told(called_house: Served, coming: Coming) -> None:
    member = await coming(called_house, MEMBER)
    for at in ("999999", "i-morgen"):
        await member.open(f"{ROOM}?at={at}")
        await expect(member.page.locator(".missing")).to_contain_text("Adressen peger på et tidspunkt, der ikke findes")
    await member.page.get_by_role("link", name="Til nu").click()
    await member.is_live()

"""A meeting from its call to its end, in Danish and in English."""

import re

import pytest
from playwright.async_api import expect

from stories.lillebaelt_2024_04_09 import STORY
from tests.web.conftest import Coming, Houses
from tests.web.evening import BEFORE_DECISIONS, EVENING
from tests.web.reader import ROOM
from tests.web.served import Served

pytestmark = pytest.mark.asyncio(loop_scope="package")

MEMBER = "plo-syd"


async def test_a_called_meeting_shows_its_draft_agenda_and_begins_before_the_reader(
    house_after: Houses, coming: Coming
) -> None:
    house = await house_after(())
    member = await coming(house, MEMBER)
    await expect(member.going_on).to_have_text("Mødet er indkaldt til 9. april 2024 kl.\u00a018.00.")
    await expect(member.page.locator(".room-agenda summary")).to_have_text("Dagsorden, udkast: 3 punkter")
    await expect(member.page.get_by_role("button", name="Stil et spørgsmål")).to_have_count(0)
    await expect(member.page).to_have_title("Fagligt strategisk niveau, 9. april 2024 – Klynge")

    await house.play(EVENING[:1])
    await expect(member.going_on).to_have_text("Mødet er i gang. Intet punkt behandles lige nu.")
    await member.hears("Mødet er åbnet. Mødeleder: Medformand, region.")
    ask = member.page.locator(".strip").get_by_role("button", name="Stil et spørgsmål")
    await expect(ask).to_have_attribute("aria-disabled", "true")
    await house.play(EVENING[1:2])
    await expect(member.going_on).to_have_text("Punkt 1, startet kl.\u00a018.00, til kl.\u00a018.05")
    await expect(ask).not_to_have_attribute("aria-disabled", "true")


async def test_an_adjourned_meeting_shows_what_it_decided(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    member = await coming(house, MEMBER)
    await house.play(EVENING[len(BEFORE_DECISIONS) :])
    await expect(member.going_on).to_have_text("Mødet er hævet kl.\u00a019.00.")
    await expect(member.heading).to_have_text("Beslutninger på mødet")
    await expect(member.page.locator(".decision")).to_have_count(7)
    await expect(member.page.get_by_text("Afventer: Politisk niveau skal prioritere temaerne.")).to_be_visible()
    await expect(member.page.get_by_text("Ingen blev registreret som til stede.")).to_be_visible()
    await expect(member.page.get_by_role("button", name="Stil et spørgsmål")).to_have_count(0)

    # Days later the political level chooses, and the decision that waited takes effect before the same reader.
    await house.play(STORY.after)
    await expect(member.page.get_by_text("Afventer: Politisk niveau skal prioritere temaerne.")).to_have_count(0)
    await expect(member.news).to_contain_text("Senest 26. april 2024 kl.")

    secretary = await coming(house, None)
    await secretary.page.goto(house.link("secretary"))
    meetings = secretary.page.locator(".meetings > li")
    await expect(meetings).to_contain_text(
        ["Politisk niveau, 26. april 2024", "Fagligt strategisk niveau, 9. april 2024", "Efterregistreret"]
    )
    await meetings.filter(has_text="Fagligt strategisk niveau, 9. april 2024").get_by_role("link").click()
    await secretary.page.wait_for_url(f"**{ROOM}")


async def test_in_english_the_page_is_english_and_the_record_danish(house_after: Houses, coming: Coming) -> None:
    house = await house_after(BEFORE_DECISIONS)
    member = await coming(house, MEMBER, f"{ROOM}?lang=en")
    await member.is_live()
    await expect(member.page.locator("html")).to_have_attribute("lang", "en")
    await expect(member.going_on).to_have_text("Item 2, started 18:06, until 18:30")
    await expect(member.page.locator(".role")).to_have_text("You attend for PLO-Syd (member)")
    await expect(member.pair(1)).to_contain_text("Recommendation 1, for discussion:")
    await expect(member.pair(1).locator("[lang=da]")).to_have_text(
        "Hvordan de øvrige kommuner kan bruge erfaringerne fra Middelfart."
    )
    await house.play(EVENING[len(BEFORE_DECISIONS) :][:1])
    await expect(member.pair(1)).to_contain_text("Decision 2.1 Decided")
    await expect(member.news).to_contain_text("Latest at 18:25: Item 2: decision 2.1 made: decided.")
    await member.page.get_by_role("link", name="Dansk").click()
    await expect(member.going_on).to_have_text("Punkt 2, startet kl.\u00a018.06, til kl.\u00a018.30")


async def test_the_header_names_the_cluster_where_the_service_tells_it(called_house: Served, coming: Coming) -> None:
    member = await coming(called_house, MEMBER)
    await member.is_live()
    session = await member.page.evaluate("fetch('/v1/session').then(answer => answer.json())")
    cluster = session["roles"][0].get("cluster")
    expected = "Klynge" if cluster is None else f"Klynge · {cluster}"
    await expect(member.page.locator(".solution-heading")).to_have_text(expected, use_inner_text=True)


async def test_a_meeting_entered_afterwards_tells_its_papers_day_and_no_clock(
    called_house: Served, coming: Coming
) -> None:
    """The clock of the record is when somebody typed it in."""
    member = await coming(called_house, MEMBER, "/lillebaelt/moede/2023-06-07-political")
    await expect(member.page.locator("h1")).to_have_text("Politisk niveau, 7. juni 2023")
    await expect(member.page.locator(".decision-foot")).to_have_text(re.compile(r"^hændelse \d+$"))
    await expect(member.news).to_contain_text("Senest indskrevet:")


async def test_nobody_asks_for_minutes_that_are_not_there(adjourned_house: Served, coming: Coming) -> None:
    member = await coming(adjourned_house, MEMBER, "/lillebaelt/moeder")
    refused: list[str] = []
    member.page.on("response", lambda answer: refused.append(answer.url) if answer.status >= 400 else None)
    for page in (ROOM, "/lillebaelt/moede/2023-06-07-political", "/lillebaelt/referat/2024-04-09-strategic"):
        await member.open(page)
        await member.is_live()
        await member.page.wait_for_load_state("networkidle")
    await expect(member.page.locator("main")).to_contain_text("Der er intet referat endnu.")
    assert [url for url in refused if "/v1/" in url] == []

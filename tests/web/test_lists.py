"""The lists of a cluster: each page shows the story, leads to where things stand, follows the record, and shows what was."""

import pytest
from playwright.async_api import Locator, expect

from domain.action import Assign, Reply
from domain.effects import ByParty, ByPerson
from stories.lillebaelt_2024_04_09.cast import PLO_SYD
from stories.lillebaelt_2024_04_09.names import STRATEGIC
from tests.web.conftest import Coming, Houses
from tests.web.reader import Reader
from tests.web.served import CAST, Served
from tests.web.test_accessible import finds_nothing
from tests.web.test_layout import fits

pytestmark = pytest.mark.asyncio(loop_scope="package")

MEMBER = "plo-syd"
NARROW = {"viewport": {"width": 320, "height": 640}}
TITLES = {
    "moeder": "Møder",
    "beslutninger": "Beslutninger",
    "forudsaetninger": "Forudsætninger",
    "henvendelser": "Henvendelser",
    "opgaver": "Opgaver",
    "forum": "Fora og pladser",
    "kompetencer": "Kompetencer",
    "dokumenter": "Dokumenter",
    "krav": "Krav",
}


def row(reader: Reader, name: str) -> Locator:
    """The row of a list that a link to it names."""
    return reader.page.locator(f'[id="{name}"]')


async def opened(reader: Reader, sheet: str) -> Reader:
    await reader.open(f"/lillebaelt/{sheet}")
    await reader.is_live()
    return reader


# --- every page -------------------------------------------------------------------------------------------------------


async def test_every_list_is_reached_by_the_menu_and_says_what_it_is(ended_house: Served, coming: Coming) -> None:
    reader = await coming(ended_house, MEMBER, "/lillebaelt/moeder")
    for sheet, title in TITLES.items():
        link = reader.page.locator(f'.menu-wide a[href="/lillebaelt/{sheet}"]')
        if not await link.is_visible():
            await reader.page.locator(".menu-more summary").click()
        await link.click()
        await expect(reader.page.locator("h1")).to_have_text(title)
        await expect(reader.page.locator(".menu-wide [aria-current=page]")).to_have_count(1)
        await expect(reader.page).to_have_title(f"{title}, Sundhedsklynge Lillebælt – Klynge")
        await reader.is_live()
        await finds_nothing(reader)


async def test_on_a_small_screen_and_in_english_every_list_can_be_read(ended_house: Served, coming: Coming) -> None:
    reader = await coming(ended_house, MEMBER, "/lillebaelt/moeder", **NARROW)
    for sheet in TITLES:
        await opened(reader, f"{sheet}?lang=en")
        closed = reader.page.locator("main details:not([open]) > summary")
        while await closed.count():
            await closed.first.click()
        await fits(reader)
        await finds_nothing(reader)


async def test_decisions_tell_what_led_to_them_and_what_followed(ended_house: Served, coming: Coming) -> None:
    """3.4 answered what it was asked, stood under a condition, sent the themes on, and gave an action."""
    reader = await opened(await coming(ended_house, MEMBER, "/lillebaelt/moeder"), "beslutninger")
    decision = row(reader, "2024-04-09-strategic/3.4")
    await expect(decision).to_contain_text("Fagligt strategisk niveau")
    await expect(decision).to_contain_text("9. april 2024")
    await decision.get_by_text("Hvad førte hertil, og hvad fulgte heraf").click()
    way = decision.locator(".lineage")
    await expect(way.locator(".edges").first).to_contain_text("Punkt 3: Initiativer for klyngemidlerne")
    followed = way.locator(".edges").last
    await expect(followed.locator("li")).to_have_count(4)
    await expect(followed).to_contain_text("Giver opgaven")
    await followed.get_by_role("link", name="Politisk niveau skal prioritere temaerne.").click()
    await expect(reader.page).to_have_url(f"{ended_house.url}/lillebaelt/forudsaetninger#c2")


async def test_a_link_to_what_is_over_opens_it(ended_house: Served, coming: Coming) -> None:
    """c2 is fulfilled: its row stands among the settled, which are closed at first."""
    reader = await coming(ended_house, MEMBER, "/lillebaelt/forudsaetninger#c2")
    condition = row(reader, "c2")
    await expect(condition).to_be_visible()
    await expect(condition).to_be_focused()
    await expect(condition).to_contain_text("Opfyldt")
    await expect(condition.get_by_role("link", name="Beslutning 3.4")).to_be_visible()
    await expect(reader.page.locator(".empty")).to_contain_text("Intet venter.")


async def test_what_is_asked_and_owed_and_by_whom(ended_house: Served, coming: Coming) -> None:
    reader = await opened(await coming(ended_house, MEMBER, "/lillebaelt/moeder"), "henvendelser")
    await expect(reader.page.get_by_role("heading", name="Venter på svar (1)")).to_be_visible()
    asked = row(reader, "middelfart-til-politisk")
    await expect(asked).to_contain_text("Ventes behandlet 26. april 2024")
    await asked.get_by_role("link", name="Beslutning 2.2").click()
    await expect(row(reader, "2024-04-09-strategic/2.2")).to_be_focused()
    await opened(reader, "opgaver")
    await expect(row(reader, "udgiftsbilag/not-stated")).to_contain_text("Ikke oplyst")


async def test_who_sits_where_and_which_seat_is_vacant(ended_house: Served, coming: Coming) -> None:
    """004.2: the seat of patients and relatives fell vacant by a death."""
    reader = await opened(await coming(ended_house, MEMBER, "/lillebaelt/moeder"), "forum")
    seat = reader.page.locator("#strategic tr").filter(has_text="Patienter og pårørende")
    await expect(seat).to_contain_text("Ledig plads")
    await expect(seat).to_contain_text("Død")
    await expect(reader.page.locator("#strategic")).to_contain_text("pladser er besat")


async def test_who_decides_what_papers_say_and_what_the_rules_ask(ended_house: Served, coming: Coming) -> None:
    reader = await opened(await coming(ended_house, MEMBER, "/lillebaelt/moeder"), "kompetencer")
    steps = reader.page.locator("#joint-funds tbody tr")
    await expect(steps).to_contain_text(["Fremlægge", "Indstille", "Vælge", "Endeligt godkende"])
    await expect(steps.nth(2)).to_contain_text("Ja")
    await opened(reader, "dokumenter")
    impossible = reader.page.locator("tr").filter(has_text="22. marts 2022").filter(has_text="Umulig")
    await expect(impossible).to_contain_text("Læses som 22. marts 2024")
    await opened(reader, "krav")
    await expect(row(reader, "patient-seats")).to_contain_text("Ikke opfyldt")
    await expect(row(reader, "patient-seats")).to_contain_text("Ledig plads")
    await expect(row(reader, "patient-meeting")).to_contain_text("Protokollen viser det ikke.")


async def test_an_item_of_a_list_leads_into_the_meeting(ended_house: Served, coming: Coming) -> None:
    reader = await opened(await coming(ended_house, MEMBER, "/lillebaelt/moeder"), "beslutninger")
    link = row(reader, "2024-04-09-strategic/2.1").get_by_role("link", name="Punkt 2: Middelfart-projektet")
    await link.click()
    await expect(reader.heading).to_have_text("Punkt 2: Middelfart-projektet")


# --- live, then, and for whom -----------------------------------------------------------------------------------------


async def test_a_list_changes_when_something_is_recorded(house_after: Houses, coming: Coming) -> None:
    house = await house_after(())
    reader = await coming(house, MEMBER, "/lillebaelt/opgaver?mine")
    await reader.is_live()
    await expect(reader.page.locator(".empty")).to_contain_text("Ingen skylder noget.")
    party, other = "lillebaelt/action/partens", "lillebaelt/action/en-andens"
    owes = Assign(what="sende erfaringer.", owed_by=(ByParty(party=PLO_SYD),), report_to=STRATEGIC)
    await house.give("secretary", owes, party)
    elsewhere = Assign(what="noget andet.", owed_by=(ByPerson(person=CAST["kolding"]),), report_to=STRATEGIC)
    await house.give("secretary", elsewhere, other)
    arrived = reader.page.locator('[id^="partens/"]')
    await expect(arrived).to_contain_text("Sende erfaringer.")
    await expect(arrived).to_contain_text("Mangler svar")
    await expect(reader.page.locator("tbody tr")).to_have_count(1)

    await house.give("secretary", Reply(debtor=ByParty(party=PLO_SYD), text="De er sendt."), party)
    await expect(reader.page.locator(".empty")).to_have_text("Du skylder ikke noget lige nu.")
    await reader.page.get_by_text("Afsluttede (1)").click()
    await expect(arrived).to_contain_text("De er sendt.")
    await reader.page.get_by_role("link", name="Alle opgaver").click()
    await expect(reader.page.locator('[id^="en-andens/"]')).to_be_visible()


async def test_a_list_shows_what_was(ended_house: Served, coming: Coming) -> None:
    """On 10 April 2024 the themes were not chosen."""
    reader = await coming(ended_house, MEMBER, "/lillebaelt/forudsaetninger?at=2024-04-10")
    await expect(reader.state).to_have_text("Historik")
    await expect(reader.page.get_by_role("heading", name="Åbne (2)")).to_be_visible()
    await expect(row(reader, "c2")).to_contain_text("Åben")
    assert reader.sockets == []
    await finds_nothing(reader)
    await reader.page.get_by_role("link", name="Til nu").click()
    await reader.is_live()
    await expect(reader.page.get_by_role("heading", name="Åbne (0)")).to_be_visible()


async def test_a_list_of_a_cluster_that_is_not_ones_own_is_not_there(ended_house: Served, coming: Coming) -> None:
    reader = await coming(ended_house, MEMBER, "/ukendt/beslutninger")
    await expect(reader.page.locator(".missing")).to_contain_text(
        "Siden findes ikke, eller du har ikke adgang til den."
    )
    await finds_nothing(reader)


async def test_the_desk_of_a_meeting_is_reached_by_whoever_keeps_its_record(
    ended_house: Served, coming: Coming
) -> None:
    secretary = await coming(ended_house, "secretary", "/lillebaelt/moeder")
    link = row(secretary, "2024-04-26-political").get_by_role("link", name="Til skrivebordet")
    await expect(link).to_have_attribute("href", "/lillebaelt/skrivebord/2024-04-26-political")
    await expect(row(secretary, "2023-06-07-political")).not_to_contain_text("Til skrivebordet")
    member = await opened(await coming(ended_house, MEMBER, "/lillebaelt/moeder"), "moeder")
    await expect(member.page.get_by_role("link", name="Til skrivebordet")).to_have_count(0)


async def test_minutes_are_read_item_by_item(ended_house: Served, coming: Coming) -> None:
    """Published on 17 April 2024, in the order of the agenda."""
    reader = await opened(await coming(ended_house, MEMBER, "/lillebaelt/moeder"), "moeder")
    meeting = row(reader, "2024-04-09-strategic")
    await meeting.get_by_role("link", name="Udgave 1, offentliggjort").click()
    items = reader.page.locator("section h2", has_text="Punkt")  # the proof follows them once it is signed
    await expect(items).to_have_text(
        ["Punkt 1: Velkomst", "Punkt 2: Middelfart-projektet", "Punkt 3: Initiativer for klyngemidlerne"]
    )
    await expect(reader.page.locator(".minutes-whole")).to_contain_text("17. april 2024")
    await reader.is_live()
    await finds_nothing(reader)


async def test_minutes_that_are_not_begun_say_who_writes_them(called_house: Served, coming: Coming) -> None:
    reader = await coming(called_house, MEMBER, "/lillebaelt/referat/2024-04-09-strategic")
    await expect(reader.page.locator(".empty")).to_contain_text("Sekretariatet skriver det")
    await finds_nothing(reader)

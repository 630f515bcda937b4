"""The page of history: any moment and every page as it was then, what happened, what differs, how a row and a decision
came to be, and what was said, by its words."""

import asyncio
import re

import pytest
from playwright.async_api import Locator, expect

from tests.web.conftest import Coming
from tests.web.reader import NARROW, ROOM, Reader
from tests.web.served import Served
from tests.web.test_accessible import finds_nothing
from tests.web.test_layout import fits

pytestmark = pytest.mark.asyncio(loop_scope="package")

AUDITOR, MEMBER = "auditor", "plo-syd"
HISTORY = "/lillebaelt/historik"
AT_20 = "2024-04-09T18:20+02:00"
SEALED_S, LOOK_S = 60, 0.05


def slider(reader: Reader) -> Locator:
    return reader.page.get_by_role("slider", name="Hændelse")


async def stands_at(reader: Reader, position: int) -> None:
    await expect(reader.page.locator(".moment-told")).to_contain_text(f"Hændelse {position} af")
    await expect(reader.page.locator("#pages + p")).to_contain_text(f"ved hændelse {position}.")


async def sentences(reader: Reader) -> list[int]:
    """Positions of what is told, as it stands."""
    rows = await reader.page.locator("[aria-labelledby=sentences] tbody tr").evaluate_all(
        "all => all.map(each => each.id)"
    )
    return [int(row.removeprefix("event-")) for row in rows]


async def test_a_moment_is_chosen_by_keyboard_and_every_page_opens_as_it_was(
    ended_house: Served, coming: Coming
) -> None:
    then = (await ended_house.view(MEMBER, at=AT_20))["position"]
    head = (await ended_house.view(MEMBER))["position"]
    reader = await coming(ended_house, AUDITOR, f"{HISTORY}?at={AT_20}")
    await reader.is_live()
    await stands_at(reader, then)
    await expect(reader.page.locator(".moment-told")).to_contain_text("9. april 2024 kl. 18.")
    assert await reader.heard() == [], "nothing is read aloud before the reader moves"
    await finds_nothing(reader)

    await slider(reader).press("ArrowRight")
    await stands_at(reader, then + 1)
    await expect(reader.page).to_have_url(re.compile(rf"\?at={then + 1}$"))
    await reader.page.wait_for_function("window.heard.length")
    assert [f"Du ser nu hændelse {then + 1}, " in said for said in await reader.heard()] == [True]
    assert (await slider(reader).get_attribute("aria-valuetext") or "").startswith(
        f"Hændelse {then + 1}, 9. april 2024"
    )
    await slider(reader).press("PageDown")
    await stands_at(reader, then + 1 - 100)
    await slider(reader).press("End")
    await stands_at(reader, head)
    await reader.page.get_by_text("Gå til en dag").click()
    day = reader.page.get_by_role("group", name="Dag")
    for name, value in (("Dag", "9"), ("Måned", "4"), ("År", "2024")):
        await day.get_by_label(name, exact=True).fill(value)
    await reader.page.get_by_label("Klokken").fill("18.20")
    await reader.button("Vis dagen").press("Enter")
    await stands_at(reader, then)

    await reader.page.locator(".pages-then").get_by_role("link", name="Beslutninger", exact=True).click()
    await expect(reader.state).to_have_text("Historik")
    await expect(reader.page).to_have_url(f"{ended_house.url}/lillebaelt/beslutninger?at={then}")


async def test_a_day_before_the_record_began_is_told_as_such_and_leads_into_it(
    ended_house: Served, coming: Coming
) -> None:
    """By the address, and by the bar of a page of the past."""
    first = (await ended_house.view(MEMBER, "lillebaelt/audit-trail", limit="1"))["entries"][0]["position"]
    reader = await coming(ended_house, MEMBER, "/lillebaelt/moeder?at=2001-01-01")
    bar = reader.page.get_by_role("navigation", name="Sådan stod det")
    await expect(bar).to_contain_text("Da var der ikke sket noget.")
    await bar.get_by_role("link", name="Historik").click()
    told = reader.page.locator(".moment-told")
    await expect(told).to_contain_text("Før den første hændelse.")
    await expect(told).to_contain_text("Da var der ikke sket noget i klyngen.")
    assert await slider(reader).get_attribute("aria-valuetext") == "Før den første hændelse"
    await finds_nothing(reader)
    await reader.button("Næste").press("Enter")
    await stands_at(reader, first)


async def test_a_page_of_the_past_leads_to_what_was_before_and_after_and_into_history(
    ended_house: Served, coming: Coming
) -> None:
    then = (await ended_house.view(MEMBER, at=AT_20))["position"]
    reader = await coming(ended_house, MEMBER, f"/lillebaelt/moeder?at={AT_20}")
    bar = reader.page.get_by_role("navigation", name="Sådan stod det")
    await expect(bar).to_contain_text(f"Sådan stod det efter hændelse {then}:")
    await finds_nothing(reader)
    await bar.get_by_role("link", name="Næste hændelse").click()
    await expect(bar).to_contain_text(f"efter hændelse {then + 1}:")
    await bar.get_by_role("link", name="Forrige hændelse").click()
    await expect(reader.page).to_have_url(f"{ended_house.url}/lillebaelt/moeder?at={then}")
    await bar.get_by_role("link", name="Historik").click()
    await stands_at(reader, then)
    assert await reader.page.locator("nav[aria-label='Sådan stod det']").count() == 0, "the page of history is of now"


async def test_what_is_sealed_is_said_to_be_so_of_now_and_of_then(ended_house: Served, coming: Coming) -> None:
    """The checkpointer signs beside the service; what is not signed is registered, and no more is said of it."""
    reader = await coming(ended_house, MEMBER, f"/lillebaelt/moeder?at={AT_20}")
    async with asyncio.timeout(SEALED_S):
        while (head := await ended_house.view(MEMBER))["position"] > await sealed(reader):
            await asyncio.sleep(LOOK_S)
    for address in (f"/lillebaelt/moeder?at={AT_20}", "/lillebaelt/moeder", f"{ROOM}?at={AT_20}", ROOM):
        await reader.open(address)
        await expect(reader.page.locator("footer")).to_contain_text(": forseglet.")
    await reader.open(f"{HISTORY}?at={head['position']}")
    await expect(reader.page.locator(".moment-told")).to_contain_text(": forseglet.")
    await reader.page.route("**/v1/checkpoint*", lambda route: route.fulfill(status=404, body=""))
    await reader.open(f"/lillebaelt/moeder?at={AT_20}")
    await expect(reader.page.locator("footer")).to_contain_text(": registreret.")


async def sealed(reader: Reader) -> int:
    """How many events are under the newest head."""
    answer = await reader.context.request.get(f"{reader.house.url}/v1/checkpoint")
    return int((await answer.text()).split("\n")[1]) if answer.status == 200 else 0


async def test_what_happened_can_be_picked_out_by_body_person_and_kind(ended_house: Served, coming: Coming) -> None:
    reader = await coming(ended_house, AUDITOR, HISTORY)
    await reader.is_live()
    await expect(reader.page.locator("[aria-labelledby=sentences] tbody tr")).to_have_count(20)
    everything = await sentences(reader)
    assert everything == sorted(everything, reverse=True)
    await reader.button("Vis tidligere").click()
    await expect(reader.page.locator("[aria-labelledby=sentences] tbody tr")).to_have_count(40)
    form = reader.page.get_by_role("form", name="Vælg ud")
    await form.get_by_label("Slags").select_option(label="Puljer")
    await form.get_by_role("button", name="Vis").click()
    await expect(reader.page).to_have_url(re.compile("slags=fund"))
    with_kind = await ended_house.view(AUDITOR, "lillebaelt/audit-trail", kind="fund", order="newest", limit="20")
    await expect(reader.page.locator("[aria-labelledby=sentences] tbody tr")).to_have_count(len(with_kind["entries"]))
    assert await sentences(reader) == [entry["position"] for entry in with_kind["entries"]]


async def test_a_condition_tells_how_it_came_to_be_and_the_whole_way_to_it(ended_house: Served, coming: Coming) -> None:
    """c2 was set by decision 3.4 and met by the political level."""
    versions = (await ended_house.view(MEMBER, "lillebaelt/conditions/history", key="c2"))["versions"]
    assert len(versions) > 1, "the control: it was changed"
    reader = await coming(ended_house, MEMBER, "/lillebaelt/forudsaetninger#c2")
    lineage = reader.page.locator('[id="c2"] .lineage')
    await lineage.get_by_text("Hvad førte hertil, og hvad fulgte heraf").click()
    await lineage.get_by_role("link", name="Sådan er det blevet").click()
    told = reader.page.locator("[aria-labelledby=row-history] tbody tr")
    await expect(told).to_have_count(len(versions))
    await expect(reader.page.locator("#row-history + p")).to_contain_text("det ældste først")
    await expect(told.first).to_contain_text("Kom til.")
    await expect(told.first).to_contain_text(versions[0]["event"]["da"])
    await expect(told.last).to_contain_text("Opfyldt")
    await told.first.get_by_role("link", name="Se siden, som den var").click()
    await expect(reader.page).to_have_url(
        f"{ended_house.url}/lillebaelt/forudsaetninger?at={versions[0]['position']}#c2"
    )
    await expect(reader.page.locator('[id="c2"]')).to_contain_text("Åben")

    await lineage.get_by_text("Hvad førte hertil, og hvad fulgte heraf").click()
    await lineage.get_by_role("link", name="Hele vejen hertil").click()
    way = reader.page.locator("section > .way")
    await expect(way.get_by_role("link", name=re.compile("Beslutning 3.4")).first).to_be_visible()
    await expect(way.locator(".way").first).to_contain_text("Punkt 3")
    await reader.page.get_by_role("link", name="Hvad fulgte heraf").click()
    await expect(reader.page).to_have_url(re.compile("/historik.*vis=vej"))
    await expect(reader.page.locator("#way")).to_have_text("Hvad fulgte heraf")


async def test_two_moments_are_compared_row_by_row_with_what_happened_between(
    ended_house: Served, coming: Coming
) -> None:
    then = (await ended_house.view(MEMBER, at=AT_20))["position"]
    topic = "lillebaelt/decisions"
    before, after = await ended_house.view(MEMBER, topic, at=str(then)), await ended_house.rows(MEMBER, topic)
    added = after.keys() - before["rows"].keys()
    assert added, "the control: decisions came later"
    reader = await coming(ended_house, MEMBER, f"/lillebaelt/beslutninger?at={then}")
    await reader.page.get_by_role("link", name="Sammenlign med nu").click()
    differences = reader.page.get_by_role("table", name=re.compile("^Forskelle mellem hændelse"))
    await expect(differences.locator("tbody tr")).to_have_count(len(added))
    await expect(reader.page.locator(".counts")).to_contain_text(f"{len(added)} tilføjet, 0 ændret, 0 fjernet.")
    await expect(differences).to_contain_text("Udfald")
    await expect(reader.page.get_by_role("heading", name=re.compile("Hvad der skete imellem"))).to_be_visible()

    form = reader.page.get_by_role("form", name="Sammenlign to tidspunkter")
    await form.get_by_label("Fra").fill("i går")
    await form.get_by_role("button", name="Vis forskellene").click()
    await expect(form).to_contain_text("Skriv et hændelsesnummer, en dag eller et tidspunkt.")
    await form.get_by_label("Fra").fill("2024-04-09")
    await form.get_by_label("Til").fill("2024-04-09T18:20")
    await form.get_by_role("button", name="Vis forskellene").click()
    await expect(reader.page.locator(".alert-error")).to_contain_text("Det første tidspunkt ligger efter det andet")


async def test_words_are_found_where_they_stand_and_lead_there(ended_house: Served, coming: Coming) -> None:
    """»Middelfart-projektets« is found by another form of the word; what nobody wrote is not."""
    reader = await coming(ended_house, MEMBER, f"{HISTORY}?vis=soeg")
    search = reader.page.get_by_role("search")
    await search.get_by_label("Søg efter").fill("erfaringer")
    await search.get_by_role("button", name="Søg").press("Enter")
    hits = reader.page.locator("[aria-labelledby=search] tbody tr")
    await expect(hits.first.locator("mark").first).to_contain_text(re.compile("erfaring", re.IGNORECASE))
    await hits.first.get_by_role("link", name=re.compile("^Vis hændelse")).click()
    await expect(reader.page.locator(".moment-told")).to_contain_text("Hændelse")
    await reader.open(f"{HISTORY}?vis=soeg&q=nordlysobservatorium")
    await expect(reader.page.locator(".empty")).to_have_text("Intet fundet blandt det, du kan se.")


async def test_on_a_small_screen_and_in_english_history_can_be_read(ended_house: Served, coming: Coming) -> None:
    reader = await coming(ended_house, MEMBER, f"{HISTORY}?lang=en&at={AT_20}", viewport=NARROW)
    await expect(reader.page.locator("h1")).to_have_text("History")
    for part in (
        f"at={AT_20}",
        "vis=forskel&emne=lillebaelt/decisions&fra=2024-04-09T18:20",
        "vis=raekke&emne=lillebaelt/conditions&noegle=c2",
        "vis=vej&af=condition/c2&retning=tilbage",
        "vis=soeg&q=erfaringer",
    ):
        await reader.open(f"{HISTORY}?lang=en&{part}")
        await expect(reader.page.locator(".list tbody tr, .way li").first).to_be_visible()
        await fits(reader)
        await finds_nothing(reader)
    await reader.open(f"/lillebaelt/moeder?lang=en&at={AT_20}")
    await expect(reader.page.get_by_role("navigation", name="As it stood")).to_be_visible()
    await fits(reader)


@pytest.mark.parametrize("sheet", ["moeder", "opgaver"])
async def test_a_row_of_a_list_leads_to_its_own_history(ended_house: Served, coming: Coming, sheet: str) -> None:
    reader = await coming(ended_house, MEMBER, f"/lillebaelt/{sheet}")
    await reader.page.get_by_role("link", name="Sådan er det blevet").first.click()
    await expect(reader.page.locator("[aria-labelledby=row-history] tbody tr").first).to_contain_text("Kom til.")

"""The front page, the plan and its initiatives: who must act, colours from meeting to meeting, the trail, and a colour that is
reported by whoever leads."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import expect

from domain.initiative import AssignOwner, List
from domain.initiative.course import Start
from domain.initiatives import Phase
from stories.lillebaelt_2024_04_09.cast import PLO_SYD
from stories.lillebaelt_2024_04_09.names import STRATEGIC
from stories.midt_2023_05_24 import STORY
from tests.web.at_desk import chooses, form_of, presses, writes
from tests.web.conftest import Coming, Houses
from tests.web.reader import NARROW
from tests.web.served import CAST, Served, told
from tests.web.test_accessible import finds_nothing
from tests.web.test_layout import fits

pytestmark = pytest.mark.asyncio(loop_scope="package")

MEMBER = "plo-syd"
PROJECT = "lillebaelt/initiative/faldgruben"
BOARD, PAGE = "/lillebaelt/handleplan", "/lillebaelt/indsats/faldgruben"
REASON = "Der mangler en praksiskonsulent."


@pytest_asyncio.fixture(scope="module", loop_scope="package")
async def midt(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Served]:
    async with told(tmp_path_factory.mktemp("midt"), STORY) as house:
        yield house


async def under_way(house: Served) -> None:
    """An initiative that the member leads."""
    listed = List(title="Faldgruben", by=(PLO_SYD,), phase=Phase.TRIAL, number="7")
    await house.give("secretary", listed, PROJECT)
    await house.give("secretary", AssignOwner(owners=(PLO_SYD,), leader=CAST[MEMBER]), PROJECT)
    await house.give("secretary", Start(phase=Phase.TRIAL, by_body=STRATEGIC), PROJECT)


async def test_the_front_page_tells_what_comes_what_waits_and_which_seat_is_vacant(
    ended_house: Served, coming: Coming
) -> None:
    reader = await coming(ended_house, MEMBER, "/log-ind")
    await reader.page.locator("main").get_by_role("link", name="Sundhedsklynge Lillebælt").click()
    await reader.is_live()
    await expect(reader.page.locator("h1")).to_have_text("Sundhedsklynge Lillebælt")
    front = reader.page.locator(".front")
    await expect(front).to_contain_text("Plads for patienter og pårørende")
    await finds_nothing(reader)
    await front.get_by_role("link", name="Se dine opgaver").click()
    await expect(reader.page).to_have_url(f"{ended_house.url}/lillebaelt/opgaver?mine=")
    small = await coming(ended_house, MEMBER, "/lillebaelt?lang=en", viewport=NARROW)
    await small.is_live()
    await expect(small.page.locator(".front")).to_contain_text("Vacant seats (1)")
    await fits(small)
    await finds_nothing(small)


async def test_who_leads_reports_a_colour_and_everybody_sees_it_at_once(house_after: Houses, coming: Coming) -> None:
    """Red says why; what was typed stays while something lacks; the board draws it, and prints."""
    house = await house_after(())
    await under_way(house)
    onlooker = await coming(house, "kolding", PAGE)
    await onlooker.is_live()
    await expect(onlooker.button("Meld farve")).to_have_count(0)
    leader = await coming(house, MEMBER, PAGE)
    await leader.is_live()
    await expect(leader.page.locator("h1")).to_have_text("7. Faldgruben")
    await leader.page.keyboard.press("Tab")
    await leader.button("Meld farve").press("Enter")
    await chooses(leader, Farve="Rød")
    await presses(leader, "Meld farven")
    await expect(form_of(leader)).to_contain_text("Vælg mødet, farven meldes til.")
    await expect(form_of(leader)).to_contain_text("Skriv, hvorfor indsatsen er gul eller rød.")
    await expect(form_of(leader).get_by_label("Farve")).to_have_value("red")
    await finds_nothing(leader)
    await chooses(leader, Til_mødet="9. april 2024, Fagligt strategisk niveau")
    await writes(leader, Grund=REASON)
    await presses(leader, "Meld farven")
    await leader.hears("Farve meldt: rød.")
    await expect(leader.button("Meld farve")).to_be_focused()
    for reader in (leader, onlooker):
        await expect(reader.page.locator(".standing")).to_contain_text("Rød")
        await expect(reader.page.locator("table", has_text="Farve meldt")).to_contain_text(REASON)
        await expect(reader.page.locator(".plot .mark-red")).to_have_count(1)
    await finds_nothing(onlooker)

    await onlooker.open(f"{BOARD}?lang=en")
    await onlooker.is_live()
    await expect(onlooker.page.locator(".counts")).to_contain_text("1 red")
    plot = onlooker.page.get_by_role("img", name="7. Faldgruben: red on 9 April 2024.")
    await expect(plot).to_be_visible()
    await onlooker.page.get_by_text("The same colours as a table").click()
    await expect(onlooker.page.locator(".wide-table td")).to_contain_text("Red")
    await finds_nothing(onlooker)
    await onlooker.page.emulate_media(media="print")
    await expect(plot).to_be_visible()
    await onlooker.page.emulate_media(media="screen")
    await onlooker.page.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
    await fits(onlooker)
    await finds_nothing(onlooker)


async def test_a_colour_that_the_record_refuses_is_told_and_kept(house_after: Houses, coming: Coming) -> None:
    """It was ended meanwhile: the reason is Danish, and the text is still there."""
    house = await house_after(())
    await under_way(house)
    leader = await coming(house, MEMBER, PAGE)
    await leader.is_live()
    await leader.button("Meld farve").click()
    await chooses(leader, Farve="Gul", Til_mødet="9. april 2024, Fagligt strategisk niveau")
    await writes(leader, Grund="Min patient, 010190-1234, venter.")
    await presses(leader, "Meld farven")
    await expect(leader.page.locator(".summary-of-errors")).to_contain_text("CPR")
    await expect(form_of(leader).get_by_label("Grund")).to_have_value("Min patient, 010190-1234, venter.")
    await finds_nothing(leader)


async def test_an_initiative_is_followed_from_its_order_with_the_decision_behind_each_step(
    midt: Served, coming: Coming
) -> None:
    """Initiative 10: ordered, remarked on, confirmed, narrowed; yellow, red, and green again."""
    reader = await coming(midt, "secretary", BOARD.replace("lillebaelt", "midt"))
    await reader.is_live()
    page = reader.page
    await expect(page.locator(".counts")).to_contain_text("15 indsatser")
    await expect(page.get_by_role("heading", name="Hvem skal handle (14)")).to_be_visible()
    await expect(page.get_by_role("img", name="10. De 2\u00a0% af borgerne")).to_have_count(1)
    await finds_nothing(reader)
    async with page.expect_download() as sheet:
        await reader.button("Hent Handleplan for Sundhedsklynge Midt som regneark").click()
    assert "De 2 % af borgerne" in (await (await sheet.value).path()).read_text("utf-8")
    await page.locator(".small-plots a").click()
    await reader.is_live()
    trail = page.get_by_role("table", name="Vejen")
    await expect(trail.locator("tbody tr").first).to_contain_text("Bestilt")
    await expect(trail).to_contain_text("Ordrebekræftelse godkendt")
    await expect(trail).to_contain_text("Indsnævret")
    await expect(page.locator(".plot .mark")).to_have_count(3)
    await finds_nothing(reader)
    await trail.locator("tbody tr").first.get_by_role("link", name="Beslutning").click()
    await expect(page.locator("tr:focus")).to_contain_text("Beslutning")

    await reader.open("/midt/indsats/10?at=2023-09-20")
    await expect(reader.state).to_have_text("Historik")
    await expect(page.locator(".standing")).to_contain_text("Gul")
    await expect(reader.button("Meld farve")).to_have_count(0)

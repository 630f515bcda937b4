"""Money: the funds, one fund with the decision behind every krone, and an application with whole øre."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Locator, expect

from stories.aarhus_2024_april import STORY
from stories.syd_2021_foraar import STORY as SYD
from tests.web.at_desk import chooses, form_of, presses, writes
from tests.web.conftest import Coming, Houses
from tests.web.reader import NARROW
from tests.web.served import Served, told
from tests.web.test_accessible import finds_nothing
from tests.web.test_layout import fits

pytestmark = pytest.mark.asyncio(loop_scope="package")

MEMBER = "plo-syd"
APPLICATIONS = "/lillebaelt/ansoegninger"


@pytest_asyncio.fixture(scope="module", loop_scope="package")
async def aarhus(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Served]:
    async with told(tmp_path_factory.mktemp("aarhus"), STORY) as house:
        yield house


@pytest_asyncio.fixture(scope="module", loop_scope="package")
async def syd(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Served]:
    async with told(tmp_path_factory.mktemp("syd"), SYD) as house:
        yield house


async def fills_days(form: Locator, legend: str, day: str, month: str, year: str) -> None:
    group = form.get_by_role("group", name=legend)
    await group.get_by_label("Dag").fill(day)
    await group.get_by_label("Måned").fill(month)
    await group.get_by_label("År").fill(year)


async def test_an_application_is_typed_in_kroner_read_back_and_sent(house_after: Houses, coming: Coming) -> None:
    """What lacks is told at its field and nothing typed is lost; an amount that can be read in two ways is not read."""
    house = await house_after(())
    reader = await coming(house, MEMBER, f"{APPLICATIONS}?pulje=klyngemidler", viewport=NARROW)
    await reader.is_live()
    form = form_of(reader)
    await chooses(reader, Hvem_søger="Fagligt strategisk niveau", Hvad_pengene_er_til="Afprøvning")
    await writes(reader, Formål="En fælles projektleder.", Beløb_i_kroner="1.5")
    await presses(reader, "Send ansøgningen")
    await expect(form).to_contain_text("Skriv et beløb i kroner, for eksempel 500.000 eller 285.436,50.")
    await expect(form).to_contain_text("Uden en plan kan der ikke bevilges.")
    await expect(form.get_by_label("Formål")).to_have_value("En fælles projektleder.")
    await fits(reader)
    await finds_nothing(reader)
    await writes(reader, Beløb_i_kroner="285.436,50")
    await expect(form).to_contain_text("Læses som 285.436,50\u00a0kr.")
    await fills_days(form, "Første dag i perioden", "1", "5", "2024")
    await fills_days(form, "Første dag efter perioden", "1", "5", "2025")
    await fills_days(form, "Dagen, evalueringen er klar", "1", "8", "2025")
    await writes(reader, Hvad_der_bliver_evalueret="Om det virker.", Hvem_der_evaluerer="Sekretariatet")
    await form.get_by_label("Det er ikke drift").check()
    await presses(reader, "Send ansøgningen")
    await reader.hears("Ansøgningen er sendt.")
    row = reader.page.locator("tbody tr", has_text="En fælles projektleder.")
    await expect(row).to_contain_text("285.436,50\u00a0kr.")
    await expect(row).to_contain_text("Om det virker.")
    await expect(row).to_contain_text("Det er ikke drift")
    await finds_nothing(reader)


async def test_where_a_later_command_is_refused_the_form_goes_on_from_there(
    house_after: Houses, coming: Coming
) -> None:
    """Daily operation cannot be vouched for: the application stands, and what was ticked stays."""
    house = await house_after(())
    reader = await coming(house, MEMBER, f"{APPLICATIONS}?pulje=klyngemidler")
    await reader.is_live()
    form = form_of(reader)
    await chooses(reader, Hvem_søger="Fagligt strategisk niveau", Hvad_pengene_er_til="Drift")
    await writes(reader, Formål="Daglig drift.", Beløb_i_kroner="500.000")
    await fills_days(form, "Første dag i perioden", "1", "5", "2024")
    await fills_days(form, "Første dag efter perioden", "1", "5", "2025")
    await fills_days(form, "Dagen, evalueringen er klar", "1", "8", "2025")
    await writes(reader, Hvad_der_bliver_evalueret="Om det virker.", Hvem_der_evaluerer="Sekretariatet")
    await form.get_by_label("Det frikøber ikke eget personale").check()
    await presses(reader, "Send ansøgningen")
    await expect(reader.page.locator(".summary-of-errors")).to_contain_text("Drift kan ikke støttes.")
    await expect(form).to_contain_text("Ansøgningen er sendt, men ikke det hele.")
    await expect(form.get_by_label("Det frikøber ikke eget personale")).to_be_checked()
    await expect(form.get_by_label("Formål")).to_have_count(0)
    await expect(reader.page.locator("tbody tr", has_text="Daglig drift.")).to_have_count(1)
    await finds_nothing(reader)


async def test_what_papers_name_stands_apart_from_what_is_posted(ended_house: Served, coming: Coming) -> None:
    reader = await coming(ended_house, MEMBER, "/lillebaelt/puljer")
    await reader.is_live()
    await finds_nothing(reader)
    await reader.page.locator("tbody a").first.click()
    await expect(reader.page.locator(".figures")).to_contain_text("0\u00a0kr.")
    quoted = reader.page.get_by_role("table", name="Nævnt i papirer, ikke bogført")
    await expect(quoted).to_contain_text("»cirka 4,7 mio.«")
    await expect(quoted).to_contain_text("ca. 4.700.000\u00a0kr.")
    await reader.is_live()
    await finds_nothing(reader)
    await reader.page.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
    await fits(reader)


async def test_every_krone_leads_to_its_decision_or_says_what_the_paper_lacks(aarhus: Served, coming: Coming) -> None:
    """Two grants of 4,757,271 kr. make 9,514,542; frames of 10,500,000 are 985,458 over; 500,000 to Samsø is after a paper."""
    reader = await coming(aarhus, "secretary", "/aarhus/puljer")
    await reader.is_live()
    await expect(reader.page.locator("tbody")).to_contain_text("overtegnet med 985.458\u00a0kr.")
    await reader.page.locator("tbody a").click()
    await reader.is_live()
    page = reader.page
    await expect(page.locator(".figures").first).to_contain_text("9.514.542\u00a0kr.")
    await expect(page.locator(".alert-warning")).to_contain_text(
        "Rammerne er tilsammen 10.500.000\u00a0kr. Det er 985.458\u00a0kr. mere end puljen på 9.514.542\u00a0kr."
    )
    await expect(page.get_by_role("img", name="Fri beløb fra")).to_be_visible()
    granted = page.locator("tr", has_text="Tilskud 2023")
    await expect(granted).to_contain_text("4.757.271\u00a0kr.")
    await granted.get_by_text("Konti").click()
    await expect(granted).to_contain_text("Tilskud:2023: \u22124.757.271\u00a0kr.")
    opened = page.locator("tr", has_text="Indgangspostering efter et papir").filter(has_text="500.000").first
    await expect(opened).to_contain_text("Samsø Kommune")
    await expect(opened).to_contain_text("Papiret siger ikke:")
    frames = page.get_by_role("table", name="Rammer")
    await expect(frames).to_contain_text("31,5\u00a0%")
    await finds_nothing(reader)
    await page.get_by_role("link", name="Beslutning 1 (Direktørforum").first.click()
    await expect(page.locator("tr:focus")).to_contain_text("Beslutning 1")

    await reader.open("/aarhus/pulje/klyngemidler?lang=en")
    await reader.is_live()
    await page.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
    await expect(page.locator(".alert-warning")).to_contain_text("more than the pool of DKK\u00a09,514,542.")
    await fits(reader)
    await finds_nothing(reader)


async def test_a_krone_is_followed_to_where_it_came_from_and_to_what_it_became(aarhus: Served, coming: Coming) -> None:
    """Samsø's 500,000 may be of the grant of 2023, or of that of 2022, which was carried over; both stand in its way."""
    reader = await coming(aarhus, "secretary", "/aarhus/pulje/klyngemidler")
    await reader.is_live()
    opened = reader.page.locator("tr", has_text="Samsø Kommune").filter(has_text="Indgang").first
    await opened.get_by_role("link", name="Kronens vej").click()
    way = reader.page.locator("section[aria-labelledby=krone]")
    await expect(way.locator(".way-begun")).to_contain_text("Indgang 500.000 kr. Samsø Kommune")
    await expect(way.locator(".way").first).to_contain_text("Højst 500.000 kr. over kontoen fri:2023")
    carried = way.locator(":scope > .way > li", has_text="Overført")
    await expect(carried.locator(".way")).to_contain_text("Tilskud 4.757.271 kr.")
    await expect(way.locator(":scope > .way > li")).to_have_count(2)
    await finds_nothing(reader)
    await carried.locator(".way").get_by_role("link", name="Tilskud").click()
    granted = reader.page.locator("tr:focus")
    await expect(granted).to_contain_text("Tilskud 2022")
    await granted.get_by_role("link", name="Kronens vej").click()
    await way.get_by_role("link", name="Hvad pengene blev til").click()
    await expect(way.locator(".way").first).to_contain_text("Overført")
    await expect(way.locator(".way").first).to_contain_text("Samsø Kommune")


async def test_how_the_parties_share_stands_with_the_days_on_which_it_counts(syd: Served, coming: Coming) -> None:
    """The paper does not say from when, and the page does not make a day up."""
    reader = await coming(syd, "secretary", "/syd/puljer", viewport=NARROW)
    await reader.is_live()
    keys = reader.page.get_by_role("table", name="Fordelingsnøgler")
    for words in ("Rebild Kommune: 10", "Region Nordjylland: 60", "Det er ikke oplyst, fra hvornår", "Udgave 1"):
        await expect(keys).to_contain_text(words)
    await fits(reader)
    await finds_nothing(reader)
    asked = await syd.view("secretary", "syd/financing-keys", on="1999-12-31")
    assert {key: (each["applies"], each["why"]) for key, each in asked["on_day"].items()} == {
        "projekter/version/001": ("unknown", "day-not-stated")
    }

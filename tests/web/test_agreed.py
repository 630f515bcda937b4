"""Agreements, indicators and the estate, by the story of Randers: what binds whom on which day, as known on which."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Locator, expect

from stories.randers_2020_efteraar import STORY
from tests.web.conftest import Coming
from tests.web.reader import NARROW, Reader
from tests.web.served import Served, told
from tests.web.test_accessible import finds_nothing
from tests.web.test_layout import fits

pytestmark = pytest.mark.asyncio(loop_scope="package")

AGREEMENTS = "/randers/aftaler"
IV, AIDS = "IV-behandling med væske og antibiotika", "Udlån af midlertidige hjælpemidler"


@pytest_asyncio.fixture(scope="module", loop_scope="package")
async def randers(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Served]:
    async with told(tmp_path_factory.mktemp("randers"), STORY) as house:
        yield house


def bond(reader: Reader, agreement: str, party: str) -> Locator:
    """The row of an agreement and one of its parties."""
    return reader.page.locator("tbody tr", has_text=agreement).filter(has_text=party)


async def test_what_binds_whom_on_a_day_is_answered_with_the_reason(randers: Served, coming: Coming) -> None:
    """The loan of aids ended on 1 August 2020; IV holds for Randers from 1 September."""
    reader = await coming(randers, "secretary", f"{AGREEMENTS}?on=2020-08-15")
    await reader.is_live()
    await expect(reader.page.locator("h2").first).to_have_text("Hvad binder hvem den 15. august 2020")
    aids, iv = bond(reader, AIDS, "Randers Kommune"), bond(reader, IV, "Randers Kommune")
    await expect(aids).to_contain_text("Nej")
    await expect(aids).to_contain_text("opsagt")
    await expect(aids).to_contain_text("Ophører 1. august 2020")
    await expect(iv).to_contain_text("ikke trådt i kraft")
    await expect(bond(reader, "Tidligere aftaler", "Randers Kommune")).to_contain_text("Uvist")
    await finds_nothing(reader)

    await reader.page.get_by_label("Part", exact=True).select_option(label="Randers Kommune")
    day = reader.page.get_by_role("group", name="Hvad gjaldt den")
    await day.get_by_label("Måned").fill("13")
    await reader.button("Vis").click()
    await expect(day).to_contain_text("Skriv en dag, der findes.")
    await finds_nothing(reader)
    await day.get_by_label("Måned").fill("9")
    await reader.button("Vis").press("Enter")
    await expect(reader.page).to_have_url(f"{randers.url}{AGREEMENTS}?on=2020-09-15&party=dk%2Fparty%2Franders-kommune")
    await expect(bond(reader, IV, "Randers Kommune")).to_contain_text("gælder")
    await expect(bond(reader, IV, "Norddjurs Kommune")).to_have_count(0)


async def test_the_other_axis_is_what_the_record_knew_then(randers: Served, coming: Coming) -> None:
    """Before the paper was entered nobody knew of it."""
    reader = await coming(randers, "secretary", f"{AGREEMENTS}?on=2020-08-15&at=2020-01-01")
    await expect(reader.state).to_have_text("Historik")
    await expect(reader.page.locator(".empty")).to_be_visible()
    assert reader.sockets == []


async def test_indicators_tell_target_trend_and_doubt(randers: Served, coming: Coming) -> None:
    reader = await coming(randers, "secretary", "/randers/indikatorer", viewport=NARROW)
    await reader.is_live()
    occupancy = reader.page.locator("tbody tr", has_text="Belægning på hospitalet").first
    await expect(occupancy).to_contain_text("Gul")
    await occupancy.get_by_text("Alle værdier (4)").click()
    await expect(occupancy).to_contain_text("værre siden 27. oktober 2020")
    await expect(reader.page.locator("tbody")).to_contain_text("Målet er urealistisk")
    await fits(reader)
    await finds_nothing(reader)


async def test_the_estate_is_for_those_who_wind_up(randers: Served, coming: Coming) -> None:
    """Whoever is not among them is told so; »nothing is open« would be untrue."""
    member = await coming(randers, "norddjurs", "/randers/bo")
    await expect(member.page.locator(".empty")).to_contain_text("Boet kan ses af klyngens formænd og sekretariat.")
    reader = await coming(randers, "secretary", "/randers/bo?lang=en")
    await reader.is_live()
    await expect(reader.page.get_by_role("heading", name="Open (")).to_be_visible()
    await finds_nothing(reader)
    await reader.open("/randers/laering?lang=en")
    await reader.is_live()
    await expect(reader.page.locator(".empty")).to_have_text("No audit is planned yet.")

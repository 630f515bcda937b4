"""The pictures of the pages' guide. The room: item 2 of the evening, its first decision just made beside its recommendation.
The desk: a decision read out, before it is recorded. Initiative 10 of Midt, its history, and the money of Aarhus.

python -m tests.web.picture
"""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Browser, async_playwright, expect

from stories import aarhus_2024_april, midt_2023_05_24
from stories.story import Story
from tests.web.at_desk import DESK, chooses, form_of, opens, presses, writes
from tests.web.evening import BEFORE_DECISIONS, FIRST_DECISION
from tests.web.reader import Reader, chromium, come
from tests.web.served import HOUSE, Served, called, served, told

ROOM_PICTURE = HOUSE / "docs" / "meeting-room.png"
DESK_PICTURE = HOUSE / "docs" / "desk.png"
READERS = ("plo-syd", "co-chair-region", "co-chair-municipal", "secretary", "kolding")
INITIATIVE_PICTURE = HOUSE / "docs" / "initiative.png"
FUND_PICTURE = HOUSE / "docs" / "fund.png"
INITIATIVE = "/midt/indsats/10"
HISTORY_PICTURE = HOUSE / "docs" / "history.png"
HISTORY = "/midt/historik?at=2023-05-24T13:20"
FUND = "/aarhus/pulje/klyngemidler"
SHEET_SIZE = {"width": 1280, "height": 1060}
DESK_SIZE = {"width": 1440, "height": 1080}


async def take() -> None:
    """Those of the evening are of one house: the decision is written first, and then it comes."""
    with TemporaryDirectory(prefix="klynge-picture-") as folder:
        files = Path(folder) / "called"
        files.mkdir()
        await called(files)
        house = await served(files, Path(folder) / "house", BEFORE_DECISIONS)
        async with async_playwright() as playwright:
            browser = await chromium(playwright)
            await desk(browser, house)
            await room(browser, house)
            await sheet(browser, folder, midt_2023_05_24.STORY, INITIATIVE, INITIATIVE_PICTURE)
            await sheet(browser, folder, midt_2023_05_24.STORY, HISTORY, HISTORY_PICTURE)
            await sheet(browser, folder, aarhus_2024_april.STORY, FUND, FUND_PICTURE)
            await browser.close()
        await house.drop()


async def desk(browser: Browser, house: Served) -> None:
    """The secretary writes the decision, with what it waits for."""
    secretary = await come(browser, house, "secretary", DESK, viewport=DESK_SIZE)
    await secretary.is_live()
    await opens(secretary, "Ny beslutning")
    await form_of(secretary).get_by_label("Indstilling 1:").check()
    await chooses(secretary, Udfald="Tiltrådt under forudsætning")
    await writes(secretary, Tekst="Erfaringerne tilpasses lokalt i hver kommune.")
    await presses(secretary, "+ Forudsætning")
    await chooses(secretary, Afventer="En beslutning i et forum", Forum="Politisk niveau")
    await writes(secretary, Med_ord="godkendelse af økonomien")
    await writes(secretary, Dag="1", Måned="5", År="2024")
    await presses(secretary, "+ Virkning")
    await chooses(secretary, Virkning="Giv en opgave")
    await chooses(secretary, Hvem_skal="Kolding Kommune")
    await writes(secretary, Hvad="at skrive en plan for de lokale forløb")
    await presses(secretary, "Registrér beslutning")
    await expect(secretary.page.locator(".read-out li").first).to_be_visible()
    await secretary.page.evaluate("scrollTo(0, 0)")
    await shot(secretary, DESK_PICTURE)
    await secretary.leave()


async def room(browser: Browser, house: Served) -> None:
    """The decision comes while five people follow."""
    readers = [await come(browser, house, part) for part in READERS]
    member = readers[0]
    await expect(member.online).to_have_count(len(READERS))
    await house.play([FIRST_DECISION])
    await expect(member.pair(1).locator(".new")).to_be_visible()
    await shot(member, ROOM_PICTURE)


async def sheet(browser: Browser, folder: str, story: Story, address: str, picture: Path) -> None:
    """A page of a story that has happened."""
    home = Path(folder) / picture.stem
    home.mkdir()
    async with told(home, story) as house:
        reader = await come(browser, house, "secretary", address, viewport=SHEET_SIZE)
        await reader.is_live()
        await expect(reader.page.locator("main tbody tr").first).to_be_visible()
        await shot(reader, picture)
        await reader.leave()


async def shot(reader: Reader, picture: Path) -> None:
    await reader.page.evaluate("document.fonts.ready.then(() => null)")
    await reader.page.screenshot(path=picture)


if __name__ == "__main__":
    asyncio.run(take())

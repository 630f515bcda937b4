"""The picture of the pages' guide: item 2 of the evening, its first decision just made beside its recommendation.

python -m tests.web.picture
"""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import async_playwright, expect

from tests.web.evening import BEFORE_DECISIONS, FIRST_DECISION
from tests.web.reader import chromium, come
from tests.web.served import HOUSE, called, served

PICTURE = HOUSE / "docs" / "meeting-room.png"
READERS = ("plo-syd", "co-chair-region", "co-chair-municipal", "secretary", "kolding")


async def take(picture: Path) -> None:
    """Let the decision come while five people follow, and take the picture in the member's page."""
    with TemporaryDirectory(prefix="klynge-picture-") as folder:
        files = Path(folder) / "called"
        files.mkdir()
        await called(files)
        house = await served(files, Path(folder) / "house", BEFORE_DECISIONS)
        async with async_playwright() as playwright:
            browser = await chromium(playwright)
            readers = [await come(browser, house, part) for part in READERS]
            member = readers[0]
            await expect(member.online).to_have_count(len(READERS))
            await house.play([FIRST_DECISION])
            await expect(member.pair(1).locator(".new")).to_be_visible()
            await member.page.evaluate("document.fonts.ready.then(() => null)")
            await member.page.screenshot(path=picture)
            await browser.close()
        await house.drop()


if __name__ == "__main__":
    asyncio.run(take(PICTURE))

"""The demonstration: the meeting plays when the first browser opens it, ends, and plays again before the open page."""

import asyncio
import re
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.split_off import SplitOff
from tests.web.conftest import Coming
from tests.web.reader import ROOM, Reader
from tests.web.served import LOOK_S, START_S, Served, answering, ended

pytestmark = pytest.mark.asyncio(loop_scope="package")

PACE_S = "0.05"
PLAYED_MS = 90_000
ITEM_1, ITEM_2 = "Punkt 1: Velkomst", "Punkt 2: Middelfart-projektet"
LINK = re.compile(r"Observatør\s+(\S+)")


@pytest_asyncio.fixture(loop_scope="package")
async def demonstration(tmp_path: Path) -> AsyncIterator[tuple[Served, str]]:
    """A running `klynge demo`, and the observer's sign-in link that it prints."""
    house = Served(tmp_path)
    process = house.begin("demo", "--alone", "--pace", PACE_S)
    await answering(house.url, process)
    yield house, await printed_link(process)
    process.send_signal(signal.SIGTERM)
    await ended(process)


async def printed_link(process: SplitOff) -> str:
    async with asyncio.timeout(START_S):
        while not (found := LINK.search(process.out.read_text())):
            await asyncio.sleep(LOOK_S)
    return found[1]


NOTE_HEADINGS = """
window.headings = [];
new MutationObserver(() => {
  const shown = document.querySelector("[data-heading]")?.textContent.replaceAll("\\u00a0", " ").trim();
  if (shown && shown !== window.headings.at(-1)) window.headings.push(shown);
}).observe(document, { subtree: true, childList: true, characterData: true });
"""
"""An item may be over before anybody looks."""
STOOD = """
([since, wanted]) => {
  let found = 0;
  for (const each of window.headings.slice(since)) if (each === wanted[found]) found += 1;
  return found === wanted.length;
}
"""


async def stood(reader: Reader, *headings: str, since: int = 0) -> None:
    """Wait until these were the heading of the page, one after the other."""
    await reader.page.wait_for_function(STOOD, arg=[since, headings], timeout=PLAYED_MS)


ENDED = "fetch('/demo').then(answer => answer.json()).then(demo => demo.state === 'ended')"
DECISIONS = ("2.1", "2.2", "3.0", "3.1", "3.2", "3.3", "3.4")


async def has_played(reader: Reader) -> str:
    """Wait for the end: what the foot of the page then says of its place."""
    await expect(reader.going_on).to_contain_text("Mødet er hævet", timeout=PLAYED_MS)
    await reader.page.wait_for_function(ENDED)
    await expect(reader.news).to_contain_text("Senest 26. april 2024")
    await expect(reader.page.locator(".decision-head > strong")).to_have_text([f"Beslutning {n}" for n in DECISIONS])
    await expect(reader.page.get_by_text("Afventer: Politisk niveau skal prioritere temaerne.")).to_have_count(0)
    return await reader.page.locator("footer strong").inner_text()


async def test_the_meeting_plays_and_plays_again(demonstration: tuple[Served, str], coming: Coming) -> None:
    house, link = demonstration
    observer = await coming(house, None)
    await observer.page.add_init_script(NOTE_HEADINGS)
    await observer.page.goto(link)
    await observer.page.wait_for_url(f"**{ROOM}")
    await stood(observer, ITEM_2)
    place = await has_played(observer)

    before = await observer.page.evaluate("headings.length")
    await observer.button("Afspil igen").click()
    await stood(observer, ITEM_1, ITEM_2, since=before)
    assert await has_played(observer) == place

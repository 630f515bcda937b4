"""One browser for all tests of the pages, and files of a called meeting that every house starts from."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from stories.lillebaelt_2024_04_09 import STORY
from stories.story import Step
from tests.made_once import made_once
from tests.web.evening import BEFORE_DECISIONS, EVENING, FIRST_DECISION
from tests.web.reader import Reader, chromium, come
from tests.web.served import HOUSE, Served, called, served

Houses = Callable[[Sequence[Step]], Awaitable[Served]]
"""A house of a test's own, after some steps of the evening."""
Coming = Callable[..., Awaitable[Reader]]
"""`coming(house, part, **options)`: somebody with a browser of their own."""


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def browser() -> AsyncIterator[Browser]:
    assert (HOUSE / "web" / "dist").exists(), "there are no pages: npm --prefix web run build"
    async with async_playwright() as playwright:
        browser = await chromium(playwright)
        yield browser
        await browser.close()


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of a house on 2 April 2024: the meeting is called."""
    return made_once(tmp_path_factory, "called", lambda folder: asyncio.run(called(folder)))


@pytest.fixture(scope="session")
def item_2_files(files: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of a house in which item 2 is discussed: most evenings of the tests begin there."""

    async def make(folder: Path) -> None:
        await (await served(files, folder, BEFORE_DECISIONS)).close()

    return made_once(tmp_path_factory, "item-2", lambda folder: asyncio.run(make(folder)))


# --- houses in which nothing more is recorded: for all tests together ---


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def called_house(files: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Served]:
    """The meeting is called."""
    house = await served(files, tmp_path_factory.mktemp("house"))
    yield house
    await house.close()


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def item_2_house(item_2_files: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Served]:
    """Item 2 is discussed, and its first decision made."""
    house = await served(item_2_files, tmp_path_factory.mktemp("house"), (FIRST_DECISION,))
    yield house
    await house.close()


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def adjourned_house(item_2_files: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Served]:
    """The meeting is over."""
    house = await served(item_2_files, tmp_path_factory.mktemp("house"), EVENING[len(BEFORE_DECISIONS) :])
    yield house
    await house.close()


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def ended_house(item_2_files: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Served]:
    """The story is at its end: the political level has chosen."""
    steps = (*EVENING[len(BEFORE_DECISIONS) :], *STORY.after)
    house = await served(item_2_files, tmp_path_factory.mktemp("house"), steps)
    yield house
    await house.close()


# --- a house of a test's own ---


@pytest_asyncio.fixture(loop_scope="package")
async def house_after(files: Path, item_2_files: Path, tmp_path: Path) -> AsyncIterator[Houses]:
    houses: list[Served] = []

    async def house_after(steps: Sequence[Step]) -> Served:
        begun = len(BEFORE_DECISIONS)
        kept, rest = (item_2_files, steps[begun:]) if steps[:begun] == BEFORE_DECISIONS else (files, steps)
        houses.append(await served(kept, tmp_path / f"house-{len(houses)}", rest))
        return houses[-1]

    yield house_after
    for house in houses:
        await house.drop()


# --- readers ---


@pytest_asyncio.fixture(loop_scope="package")
async def coming(browser: Browser) -> AsyncIterator[Coming]:
    readers: list[Reader] = []

    async def coming(house: Served, part: str | None, address: str | None = None, **options: Any) -> Reader:
        readers.append(await come(browser, house, part, address, **options))
        return readers[-1]

    yield coming
    for reader in readers:
        await reader.leave()
        assert reader.faults == [], "the page reported faults"

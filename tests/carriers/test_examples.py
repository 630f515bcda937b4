"""The examples do what they say, and are what the README shows."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.carriers.node import HOUSE, bundled, node, running
from tests.projections.aadal import MEETING
from tests.projections.closed_item import OPEN_ITEM
from tests.realtime.served import ANSWER_S, Served

EXAMPLES = HOUSE / "clients" / "examples"
LANGUAGES = ("py", "ts")
LINES_MAX = 22


@asynccontextmanager
async def lines_of(example: str, folder: Path, served: Served, *arguments: str) -> AsyncIterator["Lines"]:
    source = EXAMPLES / example
    command: tuple[str | Path, ...] = (sys.executable, source, *arguments)
    if source.suffix == ".ts":
        command = node(await bundled(source, folder), *arguments)
    environment = {
        "KLYNGE_URL": served.url,
        "KLYNGE_TOKEN": served.token("member"),
        "PYTHONPATH": str(HOUSE),
    }
    async with running(*command, folder=folder, environment=environment) as stdout:
        yield Lines(stdout)


class Lines:
    def __init__(self, stdout: asyncio.StreamReader) -> None:
        self._stdout = stdout

    async def until(self, text: str) -> list[str]:
        """Read on to a line with that text in it: all lines up to it."""
        found: list[str] = []
        async with asyncio.timeout(ANSWER_S):
            while not found or text not in found[-1]:
                line = await self._stdout.readline()
                assert line, f"ended without »{text}«: {found}"
                found.append(line.decode().strip())
        return found


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_view_is_followed(served: Served, tmp_path: Path, language: str) -> None:
    async with lines_of(f"follow.{language}", tmp_path, served, MEETING) as lines:
        (snapshot,) = await lines.until("meeting")
        position = (await served.say("Sagt.")).position
        (change,) = await lines.until(str(position))
        assert f"item/{OPEN_ITEM}/point/" in change
        assert len(change.split()) < len(snapshot.split())


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_happens_is_copied_from_where_the_last_run_ended(
    served: Served, tmp_path: Path, language: str
) -> None:
    await served.say("Første.")
    async with lines_of(f"changes.{language}", tmp_path, served) as lines:
        first = await lines.until("Første.")
        assert len(first) > 10, "from the start of the record"
        await served.say("Anden.")
        assert len(await lines.until("Anden.")) == 1
    await served.say("Tredje.")
    async with lines_of(f"changes.{language}", tmp_path, served) as lines:
        again = await lines.until("Tredje.")
        assert "Første." not in "".join(again)
        assert len(again) <= 2, "the last, if it ended before it was kept, and what came since"


@pytest.mark.parametrize("example", sorted(each.name for each in EXAMPLES.iterdir() if each.is_file()))
def test_the_readme_shows_it(example: str) -> None:
    text = (EXAMPLES / example).read_text()
    assert text in (HOUSE / "clients" / "README.md").read_text()
    assert len(text.splitlines()) <= LINES_MAX

"""`klynge watch`: a topic, or all that happens, as lines on the screen."""

from collections.abc import Callable, Sequence

from rich.console import Console

from clients.http import require_answer
from clients.live import follow, follow_changes
from clients.topic import CHANGES


async def watch(url: str, token: Callable[[], str], topic: str, after: str, console: Console) -> None:
    """For ever."""
    # Whoever follows comes back for ever; whoever begins wants to know that nobody is there.
    await require_answer(url)
    if topic == CHANGES:
        await _watch_changes(url, token, after, console)
    else:
        await _watch_rows(url, token, topic, console)


async def _watch_changes(url: str, token: Callable[[], str], after: str, console: Console) -> None:
    async for happened in follow_changes(url, token, after):
        for event in happened.events:
            _show(console, event["data"]["position"], [f"{event['subject']}  {event['data']['da']}"])


async def _watch_rows(url: str, token: Callable[[], str], topic: str, console: Console) -> None:
    heard: int | None = None
    async for rows, message in follow(url, token, topic):
        said = {row["n"]: row["da"] for row in rows.rows.values() if row["type"] == "said"}
        lines = [said[n] for n in sorted(said) if heard is not None and n > heard]
        heard = max(said, default=0)
        if message["op"] == "snap":
            lines.insert(0, f"{len(rows.rows)} rows")
        elif topic.split("/")[1] != "meeting":
            lines += message["set"]
        _show(console, rows.position, lines)


def _show(console: Console, position: int, lines: Sequence[str]) -> None:
    for line in lines:
        # What people say is no markup: »[slettet]« is to be read.
        console.print(f"{position:>6}  {line}", highlight=False, markup=False, soft_wrap=True)

"""`make bench`: every figure, then `docs/benchmarks.md`; `make bench-long`, `make bench-huge`, `make bench-live` and `make soak`:
those of a million events, of eight million, of the live part and of ten minutes, each on a page of its own.
`python -m benchmarks --live ROW` takes one row of the live part and writes nothing.

Exits 1 when a must is missed.
"""

import os
import platform
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from rich.console import Console
from rich.table import Table

from benchmarks import (
    commands,
    deciding,
    delivery,
    elsewhere,
    exporting,
    folding,
    growing,
    idle,
    judging,
    postgres,
    rebuilding,
    replaying,
    sealing,
    verifying,
)
from benchmarks.figure import PAIRS, Figure, Measured, NotRun, Verdict, measure, written
from benchmarks.live import soak
from benchmarks.live.rows import LIVE

DOCS = Path(__file__).resolve().parent.parent / "docs"
LONG_PAIRS = 3

Figures = Callable[[], Iterator[tuple[Figure | NotRun, str]]]
Found = tuple[Measured | NotRun, str]

INTRO = """# {title}

Written by `{command}`; do not edit. Every row is a ratio of two measurements in one run, the median of {pairs} interleaved
pairs, with the lowest and highest beside it. There is no bare time here: machines are shared and noisy, so only ratios can be
repeated. *must* is what the figure has to reach, *aim* what it should.
{more}
| figure | beside | ratio | spread | must | aim | |
|---|---|---|---|---|---|---|
"""
OF_LIVE = """
But for rows that stand beside nothing: what a person waits for after the line was lost, and what a machine must have, are asked for
in seconds and bytes. Every peer makes the very same commit, by the same writer, and its messages are as long as ours.
"""
OF_HUGE = """
One run: it takes an hour, and thirty gigabytes of disk.
"""
OF_SOAK = """
One run of each: it takes ten minutes.
"""


class Page(Struct, frozen=True, kw_only=True):
    """Figures that are taken together, and where they are written."""

    title: str
    command: str
    file: str
    groups: tuple[Figures, ...]
    pairs: int = PAIRS
    more: str = ""


ALL = (
    commands,
    deciding,
    judging,
    growing,
    replaying,
    postgres,
    elsewhere,
    folding,
    rebuilding,
    verifying,
    delivery,
    idle,
)
PAGES = {
    "": Page(title="Figures", command="make bench", file="benchmarks.md", groups=tuple(each.figures for each in ALL)),
    "--long": Page(
        title="Figures on a million events",
        command="make bench-long",
        file="benchmarks-long.md",
        groups=(
            growing.long_figures,
            verifying.long_figures,
            replaying.long_figures,
            exporting.long_figures,
            rebuilding.long_figures,
            sealing.figures,
        ),
        pairs=LONG_PAIRS,
    ),
    "--huge": Page(
        title="Figures on eight million events",
        command="make bench-huge",
        file="benchmarks-huge.md",
        groups=(rebuilding.huge_figures,),
        pairs=1,
        more=OF_HUGE,
    ),
    "--live": Page(
        title="Figures of the live part",
        command="make bench-live",
        file="benchmarks-live.md",
        groups=(*LIVE.values(),),
        more=OF_LIVE,
    ),
    "--soak": Page(
        title="Ten minutes of sockets that come and go",
        command="make soak",
        file="benchmarks-soak.md",
        groups=(soak.figures,),
        pairs=1,
        more=OF_SOAK,
    ),
}


def main(which: str = "", row: str = "") -> int:
    console = Console()
    page = PAGES[which]
    groups: tuple[Figures, ...] = (LIVE[row],) if row else page.groups
    found = list(_taken(groups, page.pairs, console))
    _show(console, found)
    if not row:
        intro = INTRO.format(title=page.title, command=page.command, pairs=page.pairs, more=page.more)
        (DOCS / page.file).write_text(intro + "".join(f"{_row(each, beside)}\n" for each, beside in found) + _where())
    return int(any(isinstance(each, Measured) and each.verdict is Verdict.SHORT for each, _ in found))


def _taken(groups: Iterable[Figures], pairs: int, console: Console) -> Iterator[Found]:
    for figures in groups:
        for figure, beside in figures():
            if isinstance(figure, NotRun):
                console.print(f"   not run           {figure.figure.name} ({beside}): {figure.why}")
                yield figure, beside
                continue
            with console.status(figure.name):
                found = measure(figure, pairs)
            console.print(_line(found, beside))
            yield found, beside


def _line(each: Measured, beside: str) -> str:
    return f"{each.verdict:>10}  {written(each.ratio, each.figure.unit):>7}  {each.figure.name} ({beside})"


def _row(each: Measured | NotRun, beside: str) -> str:
    return f"| {each.figure.name} | {beside} | {' | '.join(_cells(each))} |"


def _cells(each: Measured | NotRun) -> tuple[str, ...]:
    """Ratio, spread, must, aim, verdict."""
    figure = each.figure
    marks = (written(figure.must, figure.unit), written(figure.aim, figure.unit))
    if isinstance(each, NotRun):
        return ("not run", each.why, *marks, "")
    spread = f"{written(min(each.ratios), figure.unit)} – {written(max(each.ratios), figure.unit)}"
    return (written(each.ratio, figure.unit), spread, *marks, each.verdict)


def _show(console: Console, found: list[Found]) -> None:
    table = Table("figure", "beside", "ratio", "spread", "must", "aim", "")
    for each, beside in found:
        table.add_row(each.figure.name, beside, *_cells(each))
    console.print(table)


def _where() -> str:
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"\nTaken on {platform.machine()}, {python}, {platform.system()}, {os.cpu_count()} cores.\n"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))

"""`make bench`: every figure, then `docs/benchmarks.md`; `make bench-long`: those of a million events, on a page of their own.

Exits 1 when a must is missed.
"""

import os
import platform
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import commands, deciding, delivery, elsewhere, folding, growing, idle, judging, postgres
from benchmarks.figure import PAIRS, Figure, Measured, Verdict, measure, written

DOCS = Path(__file__).resolve().parent.parent / "docs"
LONG_PAIRS = 3

INTRO = """# {title}

Written by `{command}`; do not edit. Every row is a ratio of two measurements in one run, the median of {pairs} interleaved
pairs, with the lowest and highest beside it. There is no bare time here: machines are shared and noisy, so only ratios can be
repeated. *must* is what the figure has to reach, *aim* what it should.

| figure | beside | ratio | spread | must | aim | |
|---|---|---|---|---|---|---|
"""


def main(long: bool) -> int:
    console = Console()
    measured: list[tuple[Measured, str]] = []
    pairs = LONG_PAIRS if long else PAIRS
    groups = (commands, deciding, judging, growing, postgres, elsewhere, folding, delivery, idle)
    for figures in (growing.long_figures,) if long else (group.figures for group in groups):
        for figure, beside in figures():
            with console.status(figure.name):
                measured.append((measure(figure, pairs), beside))
            console.print(_line(*measured[-1]))
    _show(console, measured)
    title, command, page = (
        ("Figures on a million events", "make bench-long", "benchmarks-long.md")
        if long
        else ("Figures", "make bench", "benchmarks.md")
    )
    intro = INTRO.format(title=title, command=command, pairs=pairs)
    (DOCS / page).write_text(intro + "".join(f"{_row(each, beside)}\n" for each, beside in measured) + _where())
    return int(any(each.verdict is Verdict.SHORT for each, _ in measured))


def _line(each: Measured, beside: str) -> str:
    return f"{each.verdict:>10}  {written(each.ratio, each.figure.unit):>7}  {each.figure.name} ({beside})"


def _row(each: Measured, beside: str) -> str:
    ratio = written(each.ratio, each.figure.unit)
    return f"| {each.figure.name} | {beside} | {ratio} | {_spread(each)} | {_marks(each.figure)} | {each.verdict} |"


def _spread(each: Measured) -> str:
    return f"{written(min(each.ratios), each.figure.unit)} – {written(max(each.ratios), each.figure.unit)}"


def _marks(figure: Figure) -> str:
    return f"{written(figure.must, figure.unit)} | {written(figure.aim, figure.unit)}"


def _show(console: Console, measured: list[tuple[Measured, str]]) -> None:
    table = Table("figure", "beside", "ratio", "spread", "must", "aim", "")
    for each, beside in measured:
        figure = each.figure
        marks = (written(figure.must, figure.unit), written(figure.aim, figure.unit))
        table.add_row(figure.name, beside, written(each.ratio, figure.unit), _spread(each), *marks, each.verdict)
    console.print(table)


def _where() -> str:
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"\nTaken on {platform.machine()}, {python}, {platform.system()}, {os.cpu_count()} cores.\n"


if __name__ == "__main__":
    sys.exit(main(long="--long" in sys.argv))

"""A bar (bjælke) for whoever waits at the machine: how many events are done, how fast, and the time that is left."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

Told = Callable[[int, int], None]
"""Hears how many are done, and of how many."""


class Speed(ProgressColumn):
    """Events in a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:,.0f}/s")


@contextmanager
def bar(console: Console, what: str) -> Iterator[Told]:
    """Drawn on a terminal, and gone when all is done; on nothing else."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Speed(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(what, total=None)
        yield lambda done, of: progress.update(task, completed=done, total=of)


def counted(told: Told, of: int) -> Callable[[int], None]:
    """For what tells how many more are done each time."""
    done = 0

    def more(count: int) -> None:
        nonlocal done
        done += count
        told(done, of)

    return more

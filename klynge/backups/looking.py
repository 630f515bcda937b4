"""Looking through (gennemsyn): whether a log is the one that was signed, and whether anything signed is missing from its end."""

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from eventstore.log import PAGE, Log
from eventstore.mapper import POSITION
from klynge.settings import BadSettings
from proof.leaf import leaf_hash
from proof.note import BadNote, Checkpoint, Note
from proof.tree import Frontier


class Looked(Struct, frozen=True, kw_only=True):
    """What was found."""

    events: int
    fits: tuple[int, ...]
    """The sizes of the heads that the log gives."""
    differs: int | None
    """The smallest head that it does not."""
    missing: int
    """Events that the largest head covers and the log lacks."""

    @property
    def is_whole(self) -> bool:
        return self.differs is None and not self.missing

    def __str__(self) -> str:
        told = f"{self.events} events"
        if self.differs is not None:
            return f"{told}; NOT the record that was signed: another history stands before event {self.differs}"
        if self.missing:
            return f"{told}; NOT whole: {self.missing} events older than the newest head that is known"
        fits = f", as signed up to {self.fits[-1]}" if self.fits else "; no head to compare with"
        return f"OK: {told}{fits}"


def look(kept_log: Log, heads: Sequence[Checkpoint], gone_on: Callable[[int], None] = lambda _: None) -> Looked:
    """The whole log, beside heads that were signed once."""
    wanted = {head.size: head.root for head in sorted(heads, key=lambda each: each.size)}
    frontier, fits, differs, reached = Frontier(), list[int](), None, 0
    while page := kept_log.recorder.rows(reached, PAGE):
        for row in page:
            frontier.append(leaf_hash(*row))
            root = wanted.get(row[POSITION])
            if root is not None and differs is None:
                if frontier.root() == root:
                    fits.append(row[POSITION])
                else:
                    differs = row[POSITION]
        reached = page[-1][POSITION]
        gone_on(len(page))
    largest = max(wanted, default=0)
    return Looked(events=reached, fits=tuple(fits), differs=differs, missing=max(0, largest - reached))


def head_in(file: Path) -> Checkpoint:
    """The head of a note, as a witness, a bundle or minutes have it. Whose it is is for whoever gives it to know."""
    try:
        return Checkpoint.parse(Note.parse(file.read_bytes()).text)
    except (OSError, BadNote) as wrong:
        raise BadSettings(f"{file} is no signed head: {wrong}") from wrong

"""The record exported whole: what a bundle of a long log takes in memory beside one of a short log."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.growing import log_of
from eventstore.mapper import POSITION
from eventstore.store import Store
from klynge.settings import read_settings
from proof.leaf import leaf_hash
from proof.note import Checkpoint, Note, Signer
from proof.tiles import grown
from proof.tree import Frontier

SHORT, LONG = 100_000, 1_000_000
PAGE = 5_000
SIGNER = Signer("klynge/syddanmark", bytes(32))


def long_figures(short: int = SHORT, long: int = LONG) -> Iterator[tuple[Figure, str]]:
    with tempfile.TemporaryDirectory(prefix="klynge-bench-") as folder:
        for size in (short, long):
            place = Path(folder) / str(size)
            shutil.copytree(log_of(size), place, ignore=shutil.ignore_patterns("*.rows.db*"))
            seal(read_settings(environment(place)).store)
        yield (
            Figure(
                name=f"a bundle of all {long:,} events: memory",
                unit="×",
                must=1.3,
                aim=1.1,
                lower_is_better=True,
                pair=lambda: (peak_kib(Path(folder) / str(long)), peak_kib(Path(folder) / str(short))),
            ),
            f"of {short:,}",
        )


def environment(folder: Path) -> dict[str, str]:
    return {"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{folder}/history.db"}


def seal(store: Store) -> None:
    """Heads over a log that nobody has sealed, one for each page."""
    with closing(store.open_log()) as kept_log, closing(store.open_proofs()) as proofs:
        tree, at = Frontier(), 0
        while rows := kept_log.recorder.rows(at, PAGE):
            leaves = [leaf_hash(*row) for row in rows]
            for leaf in leaves:
                tree.append(leaf)
            tiles, at = grown(at, leaves, proofs.tile), rows[-1][POSITION]
            text = str(Checkpoint(SIGNER.name, at, tree.root()))
            proofs.append(at, str(Note(text, (SIGNER.sign(text),))), int(time.time()), tiles)


def peak_kib(folder: Path) -> float:
    """Of a process that exports all, at its largest."""
    bundle = folder / "bundle"
    command = [sys.executable, "-m", "benchmarks.exporting", str(bundle)]
    said = subprocess.run(
        command, check=True, capture_output=True, text=True, env={**os.environ, **environment(folder)}
    )
    shutil.rmtree(bundle)
    return float(said.stdout.split()[-1])


def main() -> None:
    from klynge.commands import run

    with suppress(SystemExit):
        run("export", sys.argv[1], "--all")
    sys.stdout.write(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}\n")


if __name__ == "__main__":
    main()

"""`klynge rebuild`: the views made anew from the log, beside the rows that are read, while the service goes on.

Run by the release that is to read them: before it is started, it finds them ready. Stopped midway it goes on where it was.
"""

from rich.console import Console

from eventstore.follower import Follower
from eventstore.indexer import Indexer
from eventstore.log import Log
from eventstore.rows import Fenced, RowStore
from eventstore.search_index import SearchIndex
from klynge.bar import Told, bar
from klynge.core import NotOpened
from klynge.searching import open_index
from klynge.settings import Settings
from projections.searched import Searched
from projections.views import VIEWS

BATCH = 2_000
"""Events folded, and their rows put down, at once."""
INDEXED = 500
"""Events taken apart at once: their words are known so long."""


def rebuild(settings: Settings, console: Console, search: bool) -> int:
    """Every view; with `search`, the search index instead. The position that was reached. Raises `NotOpened`."""
    store = settings.store
    if missing := store.missing():
        raise NotOpened(f"{missing}; run `klynge init` first")
    kept_log = store.open_log()
    try:
        with bar(console, "Search index" if search else "Views") as told:
            epoch = kept_log.recorder.epoch()
            if search:
                return _index(kept_log, open_index(kept_log, store, epoch), told)
            return _rows(kept_log, store.open_rows(epoch, VIEWS, kept_log.head, anew=True), told)
    finally:
        kept_log.close()


def _rows(kept_log: Log, rows: RowStore, told: Told) -> int:
    try:
        follower = Follower(kept_log, rows, VIEWS)
        while True:
            told(rows.kept(), kept_log.head)
            try:
                if not follower.step(BATCH) and rows.serve():
                    return rows.kept()
            except Fenced:  # somebody else makes it too
                continue
    finally:
        rows.close()


def _index(kept_log: Log, index: SearchIndex, told: Told) -> int:
    try:
        index.begin_anew()
        indexer = Indexer(kept_log, index, _Alone(), Searched())
        while indexer.step(INDEXED):
            told(index.own(kept_log.head).position, kept_log.head)
        return index.own(kept_log.head).position
    finally:
        index.close()


class _Alone:
    """Whoever runs this asks nobody: what two add is added once."""

    def held(self) -> bool:
        return True

    def close(self) -> None: ...

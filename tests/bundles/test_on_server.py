"""A bundle of a record on PostgreSQL is the one that the same record in files gives."""

import asyncio
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from rich.console import Console

from eventstore.postgres.store import PostgresStore
from klynge.bundles.exporting import Exporter
from klynge.settings import Settings, read_settings
from tests.bundles.heads import seal
from tests.bundles.made import Bundle, leaf_of
from tests.eventstore.world import SECRETARY
from tests.eventstore.writing import furnish
from tests.files import files_of


def exported(settings: Settings, folder: Path, person: str | None) -> Bundle:
    async def export() -> None:
        exporter = Exporter(settings, Console(quiet=True), by_rights=person is not None)
        try:
            scope = exporter.scope("all", "")
            if person is None:
                exporter.all_texts(folder, scope)
            else:
                exporter.as_seen(folder, scope, person)
        finally:
            await exporter.close()

    asyncio.run(export())
    return Bundle(folder)


def test_it_is_read_from_a_server_as_it_is_from_files(on_server: Callable[[], PostgresStore], tmp_path: Path) -> None:
    store = on_server()
    assert store.master is not None
    master = {"KLYNGE_MASTER_KEY": str(store.master), "KLYNGE_ENV": "dev"}
    on = {
        "server": read_settings({**master, "KLYNGE_STORE": store.log, "KLYNGE_KEYS": store.keys}),
        "files": read_settings({**master, "KLYNGE_STORE": f"sqlite:///{tmp_path}/log.db"}),
    }
    files_of(on["files"])
    bundles = {}
    for name, settings in on.items():
        with closing(settings.store.open_log()) as kept_log, closing(settings.store.open_proofs()) as proofs:
            furnish(kept_log)
            seal(proofs, kept_log, 3, kept_log.head)
        for person in (None, SECRETARY):
            bundles[name, person] = exported(settings, tmp_path / f"{name}-{person is None}", person)
    for person in (None, SECRETARY):
        server, files = bundles["server", person], bundles["files", person]
        assert [columns[1:4] for columns in server.events.values()] == [
            columns[1:4] for columns in files.events.values()
        ]
        assert {at: value for at, (_, value) in server.texts.items()} == {
            at: value for at, (_, value) in files.texts.items()
        }
        assert server.texts
        assert all(leaf_of(columns) == server.leaf(position) for position, columns in server.events.items())
        assert "checkpoints/0000000003" in server.files

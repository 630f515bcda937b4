"""Where what is kept lies (placering): in folders that are there, and apart where one old copy must not bring back the other."""

from collections.abc import Mapping

from eventstore.master import MasterFile
from eventstore.sqlite.store import SQLiteStore
from klynge.addresses import database_of
from klynge.settings import ERASURES, GUARD, BadSettings, Settings, read_settings

BROUGHT_BACK = (
    "whoever restores an old copy of it would restore an old list, without those erased since. Keep it elsewhere"
)
FORGOTTEN = (
    "whoever restores an old copy of it would restore what was signed then, and sign the contrary. Keep it elsewhere"
)
APART = "whoever restores an old copy of the log would restore the keys of what was erased. Keep them elsewhere, with other backups"


def placed_settings(environment: Mapping[str, str]) -> Settings:
    """The settings of whoever works with the record itself. Raises `BadSettings`."""
    settings = read_settings(environment)
    require_folders(settings)
    require_apart(settings)
    return settings


def require_folders(settings: Settings) -> None:
    """Raises `BadSettings` where a file is to lie in a folder that is not there."""
    store = settings.store
    master = (store.master.path,) if isinstance(store.master, MasterFile) else ()
    files = (store.log, store.keys) if isinstance(store, SQLiteStore) else ()
    signing = (settings.checkpoint_key,) if settings.checkpoints else ()  # else it may lie on another machine
    for path in (*files, *master, settings.erasures, settings.sign_guard, *signing):
        if not path.parent.is_dir():
            raise BadSettings(f"the folder of {path} does not exist")


def require_apart(settings: Settings) -> None:
    """Keys kept with the log come back with old copies of it, and with them what was erased; so does an older list of erasures
    with old copies of either. Raises `BadSettings`, not in dev.
    """
    store = settings.store
    if settings.dev:
        return
    if isinstance(store, SQLiteStore):
        log, keys = store.log.resolve().parent, store.keys.resolve().parent
        if keys == log:
            raise BadSettings(f"KLYNGE_KEYS lies in the folder of the log, {log}: {APART}")
        master = store.master_key
        if isinstance(master, MasterFile) and master.path.resolve().parent == log:
            raise BadSettings(f"KLYNGE_MASTER_KEY lies in the folder of the log, {log}: {APART}")
        if settings.erasures.resolve().parent in (log, keys):
            raise BadSettings(f"{ERASURES} is {settings.erasures}, in the folder of a database: {BROUGHT_BACK}")
        if settings.sign_guard.resolve().parent == log:
            raise BadSettings(f"{GUARD} is {settings.sign_guard}, in the folder of the log: {FORGOTTEN}")
    elif database_of(store.keys)[:2] == database_of(store.log)[:2]:
        raise BadSettings(f"KLYNGE_KEYS is on the server of the log: {APART}")

"""`klynge backup` and `klynge restore`: a backup made, tried out, and put back with nothing that was erased."""

import asyncio
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from rich.console import Console

from eventstore.backing import Backed, CannotCopy
from eventstore.key_check import KeyCheck
from eventstore.store import Store
from klynge.backups.keeping import keep, require_whole
from klynge.backups.looking import Looked, look
from klynge.bar import bar, counted
from klynge.checkpointing.alarm import Alarm
from klynge.checkpointing.guard import Guard
from klynge.erase import erase
from klynge.settings import Settings
from proof.note import Checkpoint, Note


class Tried(Struct, frozen=True):
    """What a backup turned out to be."""

    looked: Looked
    unopened: int
    """Texts that cannot be opened and that nobody erased."""
    erased: int = 0
    """Redactions and erasures that were carried out again."""

    @property
    def is_whole(self) -> bool:
        return self.looked.is_whole and not self.unopened

    def __str__(self) -> str:
        told = [str(self.looked)]
        if self.erased:
            told.append(f"{self.erased} redactions and erasures carried out again")
        told.append(f"{self.unopened} texts do NOT open" if self.unopened else "every text opens that nobody erased")
        return "; ".join(told) + "."


class Backups:
    """Of the store of some settings. `programs`: where the database's own programs lie."""

    def __init__(self, settings: Settings, console: Console, programs: Path | None = None) -> None:
        self._settings = settings
        self._console = console
        self._programs = programs

    @property
    def _store(self) -> Backed:
        return self._settings.store

    def keep(self, folder: Path, keys: Path) -> None:
        """Also while the record is in use. Raises `CannotCopy`."""
        keep(self._store, folder, keys, self._programs)

    async def check(self, folder: Path, keys: Path, heads: Sequence[Checkpoint]) -> Tried:
        """A backup put back in a place of its own, looked through, and let go of again. Raises `CannotCopy`."""
        require_whole(self._store, folder, keys)
        with TemporaryDirectory(dir=keys.parent, prefix=".klynge-check-") as place:
            aside = self._settings.store.aside(Path(place))
            if aside is None:
                raise CannotCopy(
                    "a dump of a server is tried out by `klynge restore` into two empty databases: name them in "
                    "KLYNGE_STORE and KLYNGE_KEYS"
                )
            aside.put_back(folder, keys, self._programs)
            return Tried(self._look(aside, heads), await _unopened(aside))

    async def put_back(self, folder: Path, keys: Path, heads: Sequence[Checkpoint]) -> Tried:
        """Where nothing stands. What the list of erasures tells of is erased here too, before anything is shown."""
        require_whole(self._store, folder, keys)
        if self._settings.store.master_key.missing():
            raise CannotCopy(f"the master key {self._settings.store.master_key} is not there; it is in no backup")
        self._require_list()
        self._store.require_empty()
        signed = _signed_last(self._settings)
        self._store.put_back(folder, keys, self._programs)
        # First: what is erased again is recorded, and nobody has signed that yet.
        looked = self._look(self._settings.store, (*heads, *signed))
        erased = await erase(self._settings, self._console, apply=True)
        return Tried(looked, await _unopened(self._settings.store), erased)

    def _require_list(self) -> None:
        """A house that ran has one, empty where nothing was erased. Raises `CannotCopy`."""
        listed = self._settings.erasures
        if not listed.exists():
            raise CannotCopy(
                f"the list of erasures {listed} is not there; it is in no backup, and without it what was erased since this one "
                "could be read again. Put it in its place; make an empty file only where nothing was erased, or the list is lost"
            )

    def _look(self, store: Store, heads: Sequence[Checkpoint]) -> Looked:
        with closing(store.open_log()) as kept_log, bar(self._console, "Looking through") as told:
            return look(kept_log, (*_own_heads(store), *heads), counted(told, kept_log.head))


async def _unopened(store: Store) -> int:
    """How many texts nobody erased and nobody can open."""
    kept_log = store.open_log()
    try:
        kept_log.destroy_covered()
        return await asyncio.to_thread(KeyCheck(kept_log).round)
    finally:
        await asyncio.to_thread(kept_log.close)


def _signed_last(settings: Settings) -> tuple[Checkpoint, ...]:
    """What the sign-guard holds: it is in no backup, so it knows what was signed after one. Raises `CannotCopy`."""
    try:
        signed = Guard(settings.sign_guard).read()
    except Alarm as damaged:
        raise CannotCopy(str(damaged)) from damaged
    return () if signed is None else (signed,)


def _own_heads(store: Store) -> tuple[Checkpoint, ...]:
    """The newest head that was copied with the log."""
    proofs = store.open_proofs()
    try:
        newest = proofs.newest()
    finally:
        proofs.close()
    return () if newest is None else (Checkpoint.parse(Note.parse(newest.note).text),)

"""`klynge export`: who a bundle is made for, what goes into it, and what the access log is told of it."""

from contextlib import closing, suppress
from pathlib import Path
from typing import Literal

from msgspec import Struct
from rich.console import Console

from domain.kernel import Unknown
from domain.names import PartyId, PersonId, name_of, scope_of
from domain.policy import COMMON_SCOPE
from eventstore.follower import Follower
from eventstore.reads import Reads
from eventstore.rows import Fenced
from klynge.bar import bar, counted
from klynge.bundles.choosing import streams_of
from klynge.bundles.export import Wish, make
from klynge.bundles.form import Kind, Manifest, Scope
from klynge.bundles.opening import AsSeen, Everything, Opening
from klynge.bundles.parties import SeatsOf, sat_for_parties
from klynge.bundles.writing import Bundle, whole, written
from klynge.core import Core
from klynge.init import OPERATOR
from klynge.reads_noted import ReadsNoted
from klynge.settings import BadSettings, Settings
from projections.reading import Reading
from projections.sight import Opened
from projections.views import VIEWS

VIA = "bundle"


class NotSealed(Exception):
    """No checkpoint was ever signed: there is nothing yet that a bundle could be checked against."""


class Made(Struct, frozen=True):
    """A bundle, and where it lies."""

    folder: Path
    manifest: Manifest
    seen_by: tuple[str, ...]
    """The organisations that had seen its newest head when it was made."""


class Exporter:
    """Of one record, for one run of the command. Made on a running event loop. `by_rights`: what somebody may see is asked."""

    def __init__(self, settings: Settings, console: Console, by_rights: bool) -> None:
        if by_rights:
            _keep_rows(settings)
        self._core = Core(settings)
        self._reads: Reads = settings.store.open_reads()
        self._proofs = settings.store.open_proofs()
        self._console = console

    async def close(self) -> None:
        self._proofs.close()
        self._reads.close()
        await self._core.close()

    def scope(self, kind: Kind, name: str) -> Scope:
        """What is asked for; all of it goes by the record's own name."""
        return Scope(kind=kind, name=name or self._core.log.log_stream())

    def all_texts(self, folder: Path, scope: Scope) -> Made:
        """For whoever keeps the record. It is told to the access log as one read of what was asked for."""
        with written(folder) as bundle:
            manifest = self._make(bundle, scope, "all", None, Everything(self._core.log.texts))
            self._note_for_operator(scope, {scope.name})
        return self._made(folder, manifest)

    def as_seen(self, folder: Path, scope: Scope, person: PersonId) -> Made:
        """What somebody may see today. Raises `BadSettings` where there is no such person."""
        self._core.tail.look()
        if isinstance(self._core.tail.now.see(person), Unknown):
            raise BadSettings(f"there is no {person} in the record")
        opened = Opened()
        with written(folder) as bundle:
            manifest = self._make(bundle, scope, "as", person, self._as_seen((person,), opened, self._core.reading))
            ReadsNoted(self._reads, lambda: self._core).note(person, scope.name, opened.about, VIA)
            self._reads.flush()
        return self._made(folder, manifest)

    def for_parties(self, folder: Path, scope: Scope) -> list[Made]:
        """A bundle for each party that had a seat on a body: what any of those who sat there for it may see today by its seats.
        All or none.
        """
        self._core.tail.look()
        sat = sat_for_parties(self._core.tail.now, scope.name)
        if not sat:
            raise BadSettings(f"no party ever had a seat on {scope.name}")
        made, shown = list[Made](), set[str]()
        with whole(folder) as place:
            for party, persons in sorted(sat.items()):
                opened = Opened()
                with written(place / _folder_of(party)) as bundle:
                    reading = self._core.reading_by(SeatsOf(self._core.tail.now, party))
                    opening = self._as_seen(persons, opened, reading)
                    manifest = self._make(bundle, scope, "as", party, opening)
                made.append(self._made(folder / _folder_of(party), manifest))
                shown |= opened.about
            self._note_for_operator(scope, {*shown, scope.name})
        return made

    def _made(self, folder: Path, manifest: Manifest) -> Made:
        seen = {organisation for organisation, _ in self._proofs.cosignatures(manifest.size)}
        return Made(folder, manifest, tuple(sorted(seen)))

    def _note_for_operator(self, scope: Scope, about: set[str]) -> None:
        """On disk before anything is handed out. Raises the library's `PersistenceError`."""
        for each in sorted(about):
            self._reads.note(OPERATOR, None, scope.name, each, VIA)
        self._reads.flush()

    def _as_seen(self, persons: tuple[PersonId, ...], opened: Opened, reading: Reading) -> AsSeen:
        sights = (reading.sights(each, self._core.head, opened) for each in persons)
        return AsSeen(self._core.log.texts, tuple(sights))

    def _make(
        self, bundle: Bundle, scope: Scope, texts: Literal["all", "as"], for_: str | None, opening: Opening
    ) -> Manifest:
        newest = self._proofs.newest()
        if newest is None:
            raise NotSealed(
                "no checkpoint is signed yet: let `klynge serve` run for a second, or run `klynge checkpoint`"
            )
        size = newest.size
        streams = streams_of(scope, self._core.log, size)
        wish = Wish(scope=scope, size=size, streams=streams, texts=texts, for_=for_, opening=opening)
        with bar(self._console, for_ or scope.name) as told:
            log, documents = self._core.log, self._core.documents
            return make(bundle, wish, log, documents, self._proofs, counted(told, size))


def _keep_rows(settings: Settings) -> None:
    """Rights are looked up in rows: those that no service has kept yet are kept now, and not all at once in memory."""
    store = settings.store
    if store.missing():
        return
    with closing(store.open_log()) as kept_log:
        rows = store.open_rows(kept_log.recorder.epoch(), VIEWS, kept_log.head)
        try:
            follower = Follower(kept_log, rows, VIEWS)
            with suppress(Fenced):  # a service is at it
                while rows.leads() and follower.step():
                    pass
        finally:
            rows.close()


def _folder_of(party: PartyId) -> str:
    scope = scope_of(party)
    return name_of(party) if scope == COMMON_SCOPE else f"{scope}-{name_of(party)}"

"""Honest histories: people come, are erased, keys change, a copy is put back and life goes on. At the end a bundle, and an auditor
who holds every head there ever was.
"""

import asyncio
import shutil
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from random import Random
from uuid import UUID

from rich.console import Console

from domain import access, erasure, person
from domain.dates import day_of
from domain.kernel import Command, Unknown
from domain.log import ChangeCheckpointKey
from domain.names import HOUSE
from eventstore.desk import Desk
from eventstore.given import Given, Outage
from eventstore.log import Log
from eventstore.proofs import Proofs
from klynge.bundles.form import Scope
from klynge.erase import erase
from klynge.eraser import STORES, house_command, open_list
from klynge.init import ADMINISTRATOR, OPERATOR
from klynge.settings import Settings, read_settings
from proof.leaf import leaf_hash
from proof.note import Checkpoint, Cosigner, Note, Signer
from proof.tiles import grown, hash_in_tiles
from proof.tree import root_at
from tests.bundles.made import exported
from tests.erasures.people import CLASSES, OFFICER, furnish
from tests.eventstore.writing import given
from tests.proof.spoiling import Found, held_head, verified

REGION = "syddanmark"
NAME = f"klynge/{REGION}"
LOG_STREAM = f"{REGION}/log/log"
WITNESS = Cosigner("town.example/w1", bytes(range(32, 64)))
KEPT_ELSEWHERE = ".erasures"


def settings_in(folder: Path) -> Settings:
    return read_settings({"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{folder}/log.db"})


def begun(folder: Path) -> None:
    """What every history begins with."""
    folder.mkdir()
    asyncio.run(furnish(settings_in(folder), settings_in(folder)))


class History:
    """One record, from its beginning to what an auditor says of it."""

    is_sealed_before_it_is_lost = False
    """What is no honest history: what a witness has seen is gone."""

    def __init__(self, beginning: Path, folder: Path, number: int) -> None:
        shutil.copytree(beginning, folder / "house")
        self.folder, self.house = folder, folder / "house"
        self.random = Random(number)
        self.keys = [Signer(NAME, bytes([number % 256, 1]) * 16)]
        self.unsigned: Signer | None = None
        """The key that the next head makes known: it is signed with the one before as well."""
        self.heads: list[tuple[int, bytes]] = []
        self.people: list[str] = []
        self.done: set[str] = set()
        """What happened in it at all."""

    async def live(self, rounds: int) -> None:
        await self.come()
        await self.seal()
        for _ in range(rounds):
            await self.random.choice((self.come, self.go, self.change_the_key, self.put_back, self.seal))()
        await self.seal()

    # --- what happens ---

    async def come(self) -> None:
        """Two more people, and an office that is given and taken back."""
        async with self.open() as (kept_log, desk):
            for _ in range(2):
                name = UUID(int=self.random.getrandbits(128)).hex
                register = person.Register(name=f"Navn {name[:4]}", function="Sekretær", party=OPERATOR)
                await self.give(desk, ADMINISTRATOR, f"dk/person/{name}", register)
                self.people.append(name)
            grant = access.Grant(
                person=f"dk/person/{name}",
                office=access.Office.AUDITOR,
                reason="Et år.",
                from_on=day_of(kept_log.recorded_at(1)),
                ceases_on="2099-01-01",
            )
            await self.give(desk, ADMINISTRATOR, f"dk/access/{name}", grant)
            await self.give(desk, ADMINISTRATOR, f"dk/access/{name}", access.Withdraw(reason="Opgaven er løst."))
        self.done.add("came")

    async def go(self) -> None:
        """Somebody is erased: asked for, approved and confirmed by two, and the keys destroyed."""
        if not self.people:
            return
        name = self.people.pop(self.random.randrange(len(self.people)))
        where = f"dk/erasure/{name}"
        async with self.open() as (kept_log, desk):
            request = erasure.Request(person=f"dk/person/{name}", classes=CLASSES, reason="Registreret ved en fejl.")
            await self.give(desk, ADMINISTRATOR, where, request)
            approve = erasure.Approve(legal_basis="Artikel 17.", authority="Tilladelse.")
            await self.give(desk, OFFICER, where, approve)
            await self.give(desk, ADMINISTRATOR, where, erasure.Confirm())
            kept_log.destroy_covered()
            await desk.give(house_command(where, erasure.Complete(stores=STORES), kept_log.receipts_key))
        self.done.add("erased")

    async def change_the_key(self) -> None:
        """Heads are signed with another key from now on."""
        if self.unsigned is not None:
            return
        self.unsigned = Signer(NAME, bytes([self.random.randrange(256) for _ in range(32)]))
        async with self.open() as (kept_log, desk):
            change = ChangeCheckpointKey(key=self.unsigned.vkey)
            asked = Given(person=HOUSE, stream=LOG_STREAM, command=change, key=change.key, digest=b"", house=True)
            await desk.give(asked)
            assert kept_log.now().see(LOG_STREAM).checkpoint_key == change.key, (
                "a key that signs is named in the record"
            )
        self.done.add("key changed")

    async def put_back(self) -> None:
        """What happened since a copy is lost, and was never sealed; who was erased since is erased again."""
        copy = self.folder / "copy"
        shutil.copytree(self.house, copy)
        people, unsigned = list(self.people), self.unsigned
        await self.come()
        await self.go()
        if self.is_sealed_before_it_is_lost:
            await self.seal()
        for path in copy.iterdir():
            if path.suffix != KEPT_ELSEWHERE:
                shutil.copy(path, self.house / path.name)
        shutil.rmtree(copy)
        self.unsigned = unsigned
        await erase(settings_in(self.house), Console(quiet=True), apply=True)
        async with self.open() as (kept_log, _):
            see = kept_log.now().see
            self.people = [each for each in people if isinstance(see(f"dk/erasure/{each}"), Unknown)]
            kept_log.destroy_covered()
        self.done.add("put back")

    async def seal(self) -> None:
        """A head over all there is, seen by a witness."""
        async with self.open() as (kept_log, _):
            with closing(settings_in(self.house).store.open_proofs()) as proofs:
                self.heads.append(self.sealed(kept_log, proofs))

    def sealed(self, kept_log: Log, proofs: Proofs) -> tuple[int, bytes]:
        newest = proofs.newest()
        before = newest.size if newest else 0
        size = kept_log.head
        tiles = grown(before, [leaf_hash(*row) for row in kept_log.recorder.rows(before, size)], proofs.tile)
        root = root_at(
            size,
            lambda level, index: hash_in_tiles(level, index, lambda *at: tiles.get(at) or proofs.tile(*at)),
        )
        text = str(Checkpoint(NAME, size, root))
        signers = [self.keys[-1]] + ([self.unsigned] if self.unsigned is not None else [])
        if self.unsigned is not None:
            self.keys, self.unsigned = [*self.keys, self.unsigned], None
        now = int(time.time())
        if size > before:
            proofs.append(size, str(Note(text, tuple(each.sign(text) for each in signers))), now, tiles)
        proofs.cosigned(size, "Kommune", WITNESS.cosign(text, now), now)
        return size, root

    # --- what is said of it ---

    async def judged(self) -> Found:
        """By an auditor who knows the first key alone, and every head."""
        bundle = self.folder / "bundle"
        async with self.open() as (kept_log, _):
            with closing(settings_in(self.house).store.open_proofs()) as proofs:
                exported(kept_log, bundle, scope=Scope(kind="all", name=LOG_STREAM), heads=proofs)
        trust = (
            f'origin = "{NAME}"\nkeys = ["{self.keys[0].vkey}"]\n\n'
            f'[[witness]]\norganisation = "Kommune"\nkey = "{WITNESS.vkey}"\n'
        )
        return verified(bundle, trust + "".join(held_head(root, size) for size, root in self.heads))

    # --- how ---

    @asynccontextmanager
    async def open(self) -> AsyncIterator[tuple[Log, Desk]]:
        settings = settings_in(self.house)
        kept_log = settings.store.open_log()
        open_list(kept_log, settings.erasures)
        desk = Desk(kept_log.recorder, kept_log.sealing, kept_log.clock(), lambda _: None)
        try:
            yield kept_log, desk
        finally:
            await asyncio.to_thread(desk.close)
            await asyncio.to_thread(kept_log.close)

    async def give(self, desk: Desk, who: str, stream: str, command: Command) -> None:
        asked = given(who, stream, command)
        while True:
            try:
                await desk.give(asked)
            except Outage:  # a busy machine: whoever asks repeats it, and it happens once
                continue
            return

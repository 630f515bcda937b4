"""A house with people in it, each with words that nobody else has, and two who decide on erasing them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

from msgspec import Struct

from domain import access, erasure, person
from domain.dates import day_of
from domain.log import Clock
from domain.text import TextAt, TextClass
from klynge.core import Core
from klynge.init import ADMINISTRATOR, OPERATOR, init
from klynge.settings import Settings
from tests.eventstore.writing import given

LETTERS = str.maketrans("0123456789", "ghijklmnop")
"""Digits in a row could look like a personal number, which is refused."""
OFFICER = "dk/person/officer"
CLASSES = (TextClass.PUBLIC_RECORD, TextClass.CONTACT)


class Somebody(Struct, frozen=True):
    """A person, and the words about them that nobody else has."""

    id: str
    erasure: str
    words: tuple[str, ...]

    @property
    def access(self) -> str:
        return self.id.replace("/person/", "/access/")

    @property
    def places(self) -> tuple[TextAt, ...]:
        return (*(TextAt(self.id, 1, field) for field in ("/name", "/function")), TextAt(self.access, 1, "/reason"))


@asynccontextmanager
async def served(settings: Settings) -> AsyncIterator[Core]:
    """Everything that stands on a log, as a house has it."""
    core = Core(settings)
    core.start()
    try:
        yield core
    finally:
        await core.close()


async def furnish(owners: Settings, settings: Settings) -> None:
    """Open the log, as its owner, and name who protects data."""
    await init(owners, "syddanmark", Clock.REAL)
    async with served(settings) as core:
        for stream, command in (
            (OFFICER, person.Register(name="Rådgiveren", function="Databeskyttelsesrådgiver", party=OPERATOR)),
            (
                "dk/access/officer",
                access.Grant(
                    person=OFFICER,
                    office=access.Office.DATA_PROTECTION,
                    reason="Udpeget.",
                    from_on=day_of(core.log.recorded_at(1)),
                ),
            ),
        ):
            await core.desk.give(given(ADMINISTRATOR, stream, command))


async def registered(core: Core) -> Somebody:
    """Somebody new in the record."""
    name = uuid4().hex
    words = tuple(f"{what}-{uuid4().hex.translate(LETTERS)}" for what in ("navn", "stilling", "kontakt"))
    somebody = Somebody(f"dk/person/{name}", f"dk/erasure/{name}", words)
    register = person.Register(name=words[0], function=words[1], party=OPERATOR)
    await core.desk.give(given(ADMINISTRATOR, somebody.id, register))
    grant = access.Grant(
        person=somebody.id,
        office=access.Office.AUDITOR,
        reason=words[2],
        from_on=core.today(),
        ceases_on="2099-01-01",
    )
    await core.desk.give(given(ADMINISTRATOR, somebody.access, grant))
    await core.desk.give(given(ADMINISTRATOR, somebody.access, access.Withdraw(reason="Opgaven er løst.")))
    return somebody


async def approved(core: Core, somebody: Somebody) -> None:
    """Asked for, and approved by who protects data."""
    request = erasure.Request(person=somebody.id, classes=CLASSES, reason="Registreret ved en fejl.")
    await core.desk.give(given(ADMINISTRATOR, somebody.erasure, request))
    approve = erasure.Approve(legal_basis="Artikel 17.", authority="Arkivmyndighedens tilladelse.")
    await core.desk.give(given(OFFICER, somebody.erasure, approve))


async def confirmed(core: Core, somebody: Somebody) -> None:
    """Confirmed by the administrator: from here on nobody reads it."""
    await core.desk.give(given(ADMINISTRATOR, somebody.erasure, erasure.Confirm(), key=somebody.erasure))


def keys_of(core: Core, somebody: Somebody) -> dict[bytes, bytes | None]:
    """key id -> the key, as long as there is one."""
    blocks = (core.log.recorder.block_at(at) for at in somebody.places)
    return {block.key_id: core.log.keys.find(block.key_id) for block in blocks if block is not None}


def read(core: Core, somebody: Somebody) -> tuple[str | None, ...]:
    """What can be read about somebody."""
    return tuple(core.log.texts.open(at) for at in somebody.places)


def is_completed(core: Core, somebody: Somebody) -> bool:
    """Whether the record says that the keys are gone."""
    return isinstance(core.tail.now.see(somebody.erasure), erasure.Done)

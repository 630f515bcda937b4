"""What a server keeps of a table besides its rows: rows that somebody may still see, and samples of what columns hold."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from eventstore.postgres.store import PostgresStore
from klynge.core import Core
from klynge.settings import read_settings
from tests.erasures.conftest import Place
from tests.erasures.people import Somebody, approved, confirmed, is_completed, keys_of, read, registered, served
from tests.erasures.test_nothing_is_left import files, forget_the_log_of_keys, until_completed, wrapped_keys
from tests.postgres import APPLICATION, OWNER

LOOKS_S = 1.5
"""In this time it is looked for several times whether an erasure can be completed."""
EVERY_ROW = 10_000
"""So much of a column the server can sample: all of so small a table."""


def key_database(place: Place, role: str) -> str:
    assert place.server is not None
    return place.server.address(str(conninfo_to_dict(place.environment["KLYNGE_KEYS"])["dbname"]), role)


@contextmanager
def superuser(place: Place) -> Iterator[psycopg.Connection[Any]]:
    with psycopg.connect(key_database(place, "postgres"), autocommit=True) as connection:
        yield connection


def left(place: Place, keys: list[bytes]) -> int:
    """How many of some keys are in any file."""
    forget_the_log_of_keys(place)
    kept = files(place)
    return sum(key in kept for key in keys)


async def erase(core: Core, somebody: Somebody) -> None:
    await approved(core, somebody)
    await confirmed(core, somebody)


async def test_an_erasure_is_not_completed_while_somebody_may_still_see_the_keys(on_server: Place) -> None:
    """A copy being made, say; and it need not be the keys that they have looked at."""
    async with served(on_server.settings) as core:
        somebody = await registered(core)
        wrapped = wrapped_keys(core, somebody)
        with superuser(on_server) as other, other.transaction():
            other.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            other.execute("SELECT count(*) FROM named")
            await erase(core, somebody)
            await asyncio.sleep(LOOKS_S)
            waits = (read(core, somebody), set(keys_of(core, somebody).values()), is_completed(core, somebody))
            found = left(on_server, wrapped)
        await until_completed(core, [somebody])

    assert waits == ((None, None, None), {None}, False)
    assert found == len(wrapped), "it would not find the bytes of a key"
    assert left(on_server, wrapped) == 0


async def test_the_server_takes_no_samples_of_keys(on_server: Place) -> None:
    async with served(on_server.settings) as core:
        somebody = await registered(core)
        wrapped = wrapped_keys(core, somebody)
        with superuser(on_server) as server:
            server.execute(f"SET default_statistics_target={EVERY_ROW}")
            server.execute("ANALYZE keys, named")
            sampled = server.execute("SELECT attname FROM pg_stats WHERE tablename='keys'").fetchall()
        await erase(core, somebody)
        await until_completed(core, [somebody])

    assert sampled == [("id",)]
    assert left(on_server, wrapped) == 0


async def test_samples_that_were_taken_before_are_let_go_of_by_the_next_release(on_server: Place) -> None:
    settings = on_server.settings
    async with served(settings) as core:
        before, after = await registered(core), await registered(core)
        wrapped = [wrapped_keys(core, each) for each in (before, after)]
        with superuser(on_server) as server:
            server.execute(f"ALTER TABLE keys ALTER COLUMN wrapped SET STATISTICS {EVERY_ROW}")
            server.execute("ANALYZE keys")
        await erase(core, before)
        await until_completed(core, [before])
        found = left(on_server, wrapped[0])

        owners = read_settings(
            {
                **on_server.environment,
                "KLYNGE_STORE": on_server.environment["KLYNGE_STORE"].replace(f"//{APPLICATION}@", f"//{OWNER}@"),
                "KLYNGE_KEYS": key_database(on_server, OWNER),
            }
        )
        assert isinstance(owners.store, PostgresStore)
        owners.store.create(APPLICATION)
        await erase(core, after)
        await until_completed(core, [after])

    assert found, "the server kept a sample of it"
    assert [left(on_server, keys) for keys in wrapped] == [0, 0]

"""Changing the master key (nøgleskift): every key is wrapped anew under the one that comes after, while the house goes on.

The mark of the key database says which master key locks from now on; it is changed first, so that whoever makes keys wraps them
under the new one. What lies wrapped under the old one is wrapped anew page by page. Stopped anywhere, it goes on where it was.
"""

import time
from collections.abc import Iterator

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Struct

from eventstore.boxes import box, unbox
from eventstore.keys import MARK, KeyDatabase, KeysUnavailable, Master, available
from eventstore.tables import Tables

PAGE = 500
"""Keys wrapped anew in one transaction: a few milliseconds in which nobody else writes."""
SCRUB_TRIES = 50
SCRUB_PAUSE_S = 0.1

TABLES = (("named", "name", ""), ("keys", "id", b""))
"""Table, its column that names a key, and what stands before all names."""


class Looked(Struct, frozen=True):
    """What lies in a key database."""

    current: int
    """Keys under the master key that locks now."""
    other: int
    """Keys under the other one that is known."""
    neither: int
    """Keys that no known master key opens: damaged, or put back from a copy that an older one locked."""


def rotate(tables: Tables, master: Master) -> tuple[Looked, str | None]:
    """Change the master key for the one that comes after it; what lay there, and what is left to do for whoever gave it.

    Afterwards the old one opens nothing in the key database's files. Raises `KeysUnavailable`; then do it again.
    """
    KeyDatabase(tables, tables, master).mark()
    master.prepare()
    old, new = _pair(master)
    mark, cipher = KeyDatabase(tables, tables, master).mark()
    with available():
        if unbox(new, mark, MARK.encode()) is None:
            told = unbox(cipher, mark, MARK.encode())
            assert told is not None
            tables.run(
                "UPDATE named SET wrapped=? WHERE name=? AND wrapped=?", box(new, told, MARK.encode()), MARK, mark
            )
        # Whoever read the old mark has kept its keys, or is told that it is not the mark any more.
        tables.settle("keys")
        tables.settle("named")
        looked = _wrap_anew(tables, old, new)
        _scrub(tables)
    return looked, master.settle()


def look(tables: Tables, master: Master) -> Looked:
    """Whether every key opens. Raises `KeysUnavailable` where the master key does not fit."""
    _, current = KeyDatabase(tables, tables, master).mark()
    ciphers = [AESGCM(key) for key in master.read()]
    counts = [0, 0, 0]
    with available():
        for _, _, page in _pages(tables):
            for about, _, wrapped in page:
                if unbox(current, wrapped, about) is not None:
                    counts[0] += 1
                else:
                    counts[1 if any(unbox(each, wrapped, about) for each in ciphers) else 2] += 1
    return Looked(*counts)


def _pair(master: Master) -> tuple[AESGCM, AESGCM]:
    keys = master.read()
    if len(set(keys)) != 2:
        raise KeysUnavailable(f"the master key that comes after {master} is the same one, or not there")
    return AESGCM(keys[0]), AESGCM(keys[1])


def _wrap_anew(tables: Tables, old: AESGCM, new: AESGCM) -> Looked:
    current = changed = neither = 0
    for table, column, page in _pages(tables):
        anew = []
        for about, name, wrapped in page:
            if unbox(new, wrapped, about) is not None:
                current += 1
            elif (key := unbox(old, wrapped, about)) is not None:
                anew.append((box(new, key, about), name, wrapped))
            else:
                neither += 1
        changed += len(anew)
        # One that was destroyed meanwhile stays destroyed.
        tables.run_many(f"UPDATE {table} SET wrapped=? WHERE {column}=? AND wrapped=?", anew)
    return Looked(current, changed, neither)


def _pages(tables: Tables) -> Iterator[tuple[str, str, list[tuple[bytes, str | bytes, bytes]]]]:
    """Every key of the database: what it is bound to, its name, and itself wrapped."""
    for table, column, after in TABLES:
        while True:
            page = tables.run(
                f"SELECT {column}, wrapped FROM {table} WHERE {column}>? ORDER BY {column} LIMIT {PAGE}", after
            )
            if page:
                yield table, column, [(_about(name), name, wrapped) for name, wrapped in page]
                after = page[-1][0]
            if len(page) < PAGE:
                break  # what is made from now on is under the new one already


def _about(name: str | bytes) -> bytes:
    return name.encode() if isinstance(name, str) else name


def _scrub(tables: Tables) -> None:
    """What lay under the old master key is gone from the files too, before it is let go."""
    for _ in range(SCRUB_TRIES):
        if tables.scrub("keys", "named"):
            return
        time.sleep(SCRUB_PAUSE_S)
    raise KeysUnavailable("the key database is in use elsewhere: what the old master key opens may still be readable")

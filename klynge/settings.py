"""Settings: from the environment, each documented in `docs/operations/settings.md`. A misspelt name is an error."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

PREFIX = "KLYNGE_"
KNOWN = (
    "KLYNGE_STORE",
    "KLYNGE_KEYS",
    "KLYNGE_ENV",
    "KLYNGE_BIND",
    "KLYNGE_URL",
    "KLYNGE_ORIGINS",
    "KLYNGE_ISSUER",
    "KLYNGE_REDIS",
    "KLYNGE_DOCUMENTS",
)
LATER = {
    "KLYNGE_REDIS": "Redis serves several processes on PostgreSQL, which this version does not run on yet.",
    "KLYNGE_DOCUMENTS": "Bytes of attachments are not kept in this version; papers are named and hashed.",
}
SQLITE = "sqlite:///"
LETTERS_OFF_MAX = 2
"""A name so near a known one is taken for a slip."""


class BadSettings(Exception):
    """The environment does not say what to run. The message says what to change."""


class Settings(Struct, frozen=True, kw_only=True):
    """What to run, and where."""

    store: Path
    """The log's SQLite file."""
    keys: Path
    """The key database; its master key lies beside it as `.master`."""
    env: str
    """`production`, or `dev`: development issuer, story clock, unsafe durability allowed."""
    host: str
    port: int
    url: str
    """The public address, without a slash at the end."""
    origins: frozenset[str]
    """Who may open a socket or ask for a ticket from a page."""
    issuer: str
    """The OpenID issuer; empty: the embedded development issuer."""

    @property
    def dev(self) -> bool:
        return self.env == "dev"

    @property
    def rows(self) -> Path:
        """Kept rows, beside the log."""
        return self.store.with_suffix(".rows.db")

    @property
    def sessions(self) -> Path:
        """Sessions and tickets, beside the log."""
        return self.store.with_suffix(".sessions.db")


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Raises `BadSettings`."""
    for name in environment:
        if name.startswith(PREFIX) and name not in KNOWN:
            near = next((known for known in KNOWN if _letters_off(name, known) <= LETTERS_OFF_MAX), None)
            if near is not None:
                raise BadSettings(f"{name} is not a setting. Did you mean {near}?")
        if name in LATER and environment[name]:
            raise BadSettings(f"{name}: {LATER[name]}")
    env = environment.get("KLYNGE_ENV", "production")
    if env not in ("production", "dev"):
        raise BadSettings(f"KLYNGE_ENV is »{env}«; it is production or dev")
    host, port = _bind(environment.get("KLYNGE_BIND", "127.0.0.1:8000"))
    url = environment.get("KLYNGE_URL", f"http://{host}:{port}").rstrip("/")
    store = _sqlite(environment.get("KLYNGE_STORE", "sqlite:///klynge.db"), "KLYNGE_STORE")
    origins = environment.get("KLYNGE_ORIGINS", url)
    return Settings(
        store=store,
        keys=_sqlite(environment.get("KLYNGE_KEYS", f"{SQLITE}{store.with_suffix('.keys.db')}"), "KLYNGE_KEYS"),
        env=env,
        host=host,
        port=port,
        url=url,
        origins=frozenset(origin.strip().rstrip("/") for origin in origins.split(",") if origin.strip()),
        issuer=environment.get("KLYNGE_ISSUER", ""),
    )


def _sqlite(address: str, name: str) -> Path:
    if not address.startswith(SQLITE):
        raise BadSettings(f"{name} is »{address}«; this version keeps SQLite files, {SQLITE}path/to/file.db")
    return Path(address.removeprefix(SQLITE))


def _bind(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not port.isdigit() or not 0 <= int(port) < 65_536:
        raise BadSettings(f"KLYNGE_BIND is »{text}«; it is host:port, such as 127.0.0.1:8000")
    return host, int(port)


def _letters_off(one: str, other: str) -> int:
    """Levenshtein's distance."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]

"""Settings: from the environment, each documented in `docs/operations/settings.md`. A misspelt name is an error."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from api.proxies import Network
from eventstore.master import MasterFile, MasterValue, key_in_words
from eventstore.postgres.store import PostgresStore
from eventstore.sqlite.store import SQLiteStore
from klynge.addresses import (
    POSTGRES,
    SQLITE,
    database_of,
    file_at,
    host_and_port,
    networks,
    redis_address,
    shown,
    web_address,
)
from klynge.addresses import BadSettings as BadSettings
from klynge.notices.server import Server, mail_server
from klynge.witnessing.policy import witnesses_of
from proof.policy import Trust

PREFIX = "KLYNGE_"
KNOWN = (
    "KLYNGE_STORE",
    "KLYNGE_KEYS",
    "KLYNGE_MASTER_KEY",
    "KLYNGE_MASTER_KEY_VALUE",
    "KLYNGE_MASTER_KEY_VALUE_NEXT",
    "KLYNGE_ERASURES",
    "KLYNGE_CHECKPOINT_KEY",
    "KLYNGE_SIGN_GUARD",
    "KLYNGE_CHECKPOINTER",
    "KLYNGE_ENV",
    "KLYNGE_BIND",
    "KLYNGE_PUBLISHED_ON",
    "KLYNGE_URL",
    "KLYNGE_ORIGINS",
    "KLYNGE_ISSUER",
    "KLYNGE_PROXIES",
    "KLYNGE_RATE_LIMITS",
    "KLYNGE_REDIS",
    "KLYNGE_SMTP",
    "KLYNGE_MAIL_FROM",
    "KLYNGE_WITNESSES",
    "KLYNGE_DOCUMENTS",
)
LATER = {
    "KLYNGE_DOCUMENTS": "Bytes of attachments are kept in the store; a folder of their own comes later.",
}
MASTER_VALUE = "KLYNGE_MASTER_KEY_VALUE"
ERASURES = "KLYNGE_ERASURES"
GUARD = "KLYNGE_SIGN_GUARD"
LETTERS_OFF_MAX = 2
"""A name so near a known one is taken for a slip."""


class Settings(Struct, frozen=True, kw_only=True):
    """What to run, and where."""

    store: SQLiteStore | PostgresStore
    """Where everything is kept."""
    erasures: Path
    """The list of erasures, which no restore of the databases may touch."""
    checkpoint_key: Path
    """The key that heads of the log are signed with."""
    sign_guard: Path
    """What was signed last, which no restore of the databases may touch."""
    checkpoints: bool
    """Whether the service has the checkpointer as its child; else it runs by itself, or nothing is signed."""
    redis: str
    """`redis://…`, which tells other processes that the log has grown; empty: they look for themselves."""
    env: str
    """`production`, or `dev`: development issuer, story clock, unsafe durability allowed."""
    host: str
    port: int
    published_on: str
    """The address at which a container's port is published; empty: this is no container."""
    url: str
    """The public address, without a slash at the end."""
    origins: frozenset[str]
    """Who may open a socket or ask for a ticket from a page."""
    issuer: str
    """The OpenID issuer; empty: the embedded development issuer."""
    proxies: tuple[Network, ...]
    """Whose `X-Forwarded-For` is believed."""
    limits_rates: bool
    """Whether people and addresses are held to what they may ask for in a minute."""
    mail: Server | None
    """What notices go out by; None: none do."""
    witnesses: Trust | None
    """Whose witnesses are asked about the heads of the log; None: nobody's."""

    def __repr__(self) -> str:
        """No address with its password: what is shown of it may end in a report."""
        return f"Settings({self.store!r}, {self.env}, {self.url})"

    @property
    def dev(self) -> bool:
        return self.env == "dev"

    @property
    def lets_anybody_in(self) -> bool:
        """Whether people are signed in by the development issuer, where nobody proves who they are."""
        return self.dev and not self.issuer


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
    bind = environment.get("KLYNGE_BIND", "127.0.0.1:8000")
    host, port = host_and_port(bind)
    url = web_address(environment.get("KLYNGE_URL", f"http://{bind}"), "KLYNGE_URL")
    origins = environment.get("KLYNGE_ORIGINS", url)
    issuer = environment.get("KLYNGE_ISSUER", "")
    store = _store(environment)
    erasures = _erasures(environment.get(ERASURES, ""), store)
    checkpointer = environment.get("KLYNGE_CHECKPOINTER", "") or "child"
    if checkpointer not in ("child", "apart"):
        raise BadSettings(
            f"KLYNGE_CHECKPOINTER is »{checkpointer}«; it is child, or apart: `klynge checkpoint` runs by itself"
        )
    return Settings(
        store=store,
        erasures=erasures,
        checkpoint_key=_checkpoint_key(environment.get("KLYNGE_CHECKPOINT_KEY", ""), store, erasures),
        sign_guard=_sign_guard(environment.get(GUARD, ""), erasures),
        checkpoints=checkpointer == "child",
        redis=redis_address(environment.get("KLYNGE_REDIS", "")),
        env=env,
        host=host,
        port=port,
        published_on=environment.get("KLYNGE_PUBLISHED_ON", ""),
        url=url,
        origins=frozenset(
            web_address(origin.strip(), "KLYNGE_ORIGINS") for origin in origins.split(",") if origin.strip()
        ),
        issuer=web_address(issuer, "KLYNGE_ISSUER") if issuer else "",
        proxies=networks(environment.get("KLYNGE_PROXIES", "")),
        limits_rates=_limits_rates(environment.get("KLYNGE_RATE_LIMITS", ""), env),
        mail=mail_server(environment.get("KLYNGE_SMTP", ""), environment.get("KLYNGE_MAIL_FROM", ""), env == "dev"),
        witnesses=witnesses_of(environment.get("KLYNGE_WITNESSES", "")),
    )


def _store(environment: Mapping[str, str]) -> SQLiteStore | PostgresStore:
    address = environment.get("KLYNGE_STORE", "sqlite:///klynge.db")
    master = _master(environment)
    if urlsplit(address).scheme in POSTGRES:
        return _postgres(environment, address, master)
    log = file_at(address, "KLYNGE_STORE")
    keys = file_at(environment.get("KLYNGE_KEYS", f"{SQLITE}{log.with_suffix('.keys.db')}"), "KLYNGE_KEYS")
    if keys.resolve() == log.resolve():
        raise BadSettings(
            "KLYNGE_KEYS and KLYNGE_STORE name one file; whoever has the log's backup would have its keys"
        )
    return SQLiteStore(log, keys, master)


def _postgres(environment: Mapping[str, str], log: str, master: MasterFile | MasterValue | None) -> PostgresStore:
    keys = environment.get("KLYNGE_KEYS", "")
    if urlsplit(keys).scheme not in POSTGRES:
        said = f"»{shown(keys)}«" if keys else "not set"
        raise BadSettings(
            f"KLYNGE_KEYS is {said}; with a log on PostgreSQL it is postgresql://… of another database, with other backups"
        )
    if database_of(keys) == database_of(log):
        raise BadSettings(
            "KLYNGE_KEYS and KLYNGE_STORE name one database; whoever has the log's backup would have its keys"
        )
    if master is None:
        raise BadSettings(
            "KLYNGE_MASTER_KEY is not set; it is the file of the key that the key database is locked with"
        )
    return PostgresStore(log, keys, master)


def _master(environment: Mapping[str, str]) -> MasterFile | MasterValue | None:
    path = environment.get("KLYNGE_MASTER_KEY", "")
    value, following = environment.get(MASTER_VALUE, ""), environment.get(f"{MASTER_VALUE}_NEXT", "")
    if path and value:
        raise BadSettings(f"{MASTER_VALUE} and KLYNGE_MASTER_KEY are both set; the master key comes from one of them")
    if following and not value:
        raise BadSettings(f"{MASTER_VALUE}_NEXT goes with {MASTER_VALUE}")
    if value:
        return MasterValue(
            MASTER_VALUE,
            _key(value, MASTER_VALUE),
            _key(following, f"{MASTER_VALUE}_NEXT") if following else None,
        )
    return MasterFile(Path(path)) if path else None


def _key(text: str, name: str) -> bytes:
    key = key_in_words(text)
    if key is None:
        # Not what it is: a key with a letter too many is still most of a key.
        raise BadSettings(f"{name} is not 32 bytes in base64, as »openssl rand -base64 32« writes them")
    return key


def _erasures(path: str, store: SQLiteStore | PostgresStore) -> Path:
    """A file of its own; where none is named, beside the keys or the file of the master key."""
    if isinstance(store, SQLiteStore):
        beside = store.keys
    elif isinstance(store.master, MasterFile):
        beside = store.master.path
    elif path:
        beside = Path(path)
    else:
        raise BadSettings(
            f"{ERASURES} is not set; it is the file of the list of erasures, outside the databases, on a disk that stays"
        )
    found = Path(path) if path else beside.with_suffix(".erasures")
    if found.is_dir() or (isinstance(store, SQLiteStore) and found.resolve() in map(Path.resolve, store.files)):
        raise BadSettings(f"{ERASURES} is »{path}«; it is the path of a file of its own, outside the databases")
    return found


def _checkpoint_key(path: str, store: SQLiteStore | PostgresStore, erasures: Path) -> Path:
    beside = store.log if isinstance(store, SQLiteStore) else erasures
    return Path(path) if path else beside.with_suffix(".checkpoint-key")


def _sign_guard(path: str, erasures: Path) -> Path:
    """Where no restore comes: beside the list of erasures."""
    return Path(path) if path else erasures.with_suffix(".sign-guard")


def _limits_rates(said: str, env: str) -> bool:
    """Always in production; while developing, where asked for."""
    if said not in ("", "on"):
        raise BadSettings(f"KLYNGE_RATE_LIMITS is »{said}«; in dev it may be on, and in production they always are")
    return said == "on" or env != "dev"


def _letters_off(one: str, other: str) -> int:
    """Levenshtein's distance."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]

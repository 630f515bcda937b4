"""Addresses as settings hold them: read, and told without their passwords where they are none."""

import re
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

from api.proxies import Network

SQLITE = "sqlite:///"
POSTGRES = ("postgresql", "postgres")
POSTGRES_PORT = 5432


class BadSettings(Exception):
    """The environment does not say what to run. The message says what to change."""


def file_at(address: str, name: str) -> Path:
    """Of SQLite."""
    path = Path(address.removeprefix(SQLITE))
    if not address.startswith(SQLITE) or path.is_dir():
        kept = (
            "sqlite:///path/to/file.db, or postgresql://user@host/database" if name == "KLYNGE_STORE" else "sqlite:///…"
        )
        raise BadSettings(f"{name} is »{shown(address)}«; it is {kept}")
    return path


def web_address(text: str, name: str) -> str:
    """An address without a slash at the end."""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise BadSettings(f"{name} is »{shown(text)}«; it is an address such as https://klynge.example")
    return text.rstrip("/")


def host_and_port(text: str, name: str = "KLYNGE_BIND") -> tuple[str, int]:
    """Where to listen."""
    host, _, port = text.rpartition(":")
    is_port = port.isascii() and port.isdigit() and 1 <= int(port) < 65_536
    if not host or not is_port or (":" in host and not (host.startswith("[") and host.endswith("]"))):
        raise BadSettings(f"{name} is »{text}«; it is host:port, such as 127.0.0.1:8000 or [::1]:8000")
    return host.strip("[]"), int(port)


def redis_address(address: str) -> str:
    """Of Redis; empty: none."""
    if address and (urlsplit(address).scheme not in ("redis", "rediss") or not urlsplit(address).hostname):
        raise BadSettings(f"KLYNGE_REDIS is »{shown(address)}«; it is an address such as redis://127.0.0.1:6379")
    return address


def networks(text: str) -> tuple[Network, ...]:
    """Of the proxies before us."""
    try:
        return tuple(ip_network(each.strip()) for each in text.split(",") if each.strip())
    except ValueError as error:
        raise BadSettings(
            f"KLYNGE_PROXIES: {error}; it is addresses or networks with commas between, such as 10.0.0.0/24, 10.1.0.7"
        ) from error


def shown(address: str) -> str:
    """An address as a message may say it: no password."""
    return re.sub(r"(?<=:)[^:/@]*(?=@)", "…", address)


def database_of(address: str) -> tuple[str | None, int, str]:
    """Host, port and name of a database of PostgreSQL."""
    parts = urlsplit(address)
    try:
        return parts.hostname, parts.port or POSTGRES_PORT, parts.path
    except ValueError as error:
        raise BadSettings(f"an address of PostgreSQL has no such port: {error}") from error

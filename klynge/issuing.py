"""What the command line does at the development issuer, whose keys lie in the key database: tokens, keys of clients, rotation."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from api.issuer import DevelopmentIssuer
from domain.assurance import Assurance
from klynge.settings import BadSettings, Settings

CLIENT = "dk/client/"


@contextmanager
def issuer_of(settings: Settings) -> Iterator[DevelopmentIssuer]:
    """The issuer of a store that is there. What it cannot make sense of is `BadSettings`."""
    if missing := settings.store.missing():
        raise BadSettings(f"{missing}, so no server knows what is issued here; run `klynge init` first")
    keys, sessions = settings.store.open_keys(), settings.store.open_sessions()
    try:
        yield DevelopmentIssuer(env=settings.env, public_url=settings.url, keys=keys, sessions=sessions, people=list)
    except ValueError as error:
        raise BadSettings(str(error)) from error
    finally:
        keys.close()
        sessions.close()


def mint(settings: Settings, holder: str, seconds: int, level: Assurance = Assurance.SUBSTANTIAL) -> str:
    """An access token for a person, or for a client."""
    with issuer_of(settings) as issuer:
        if holder.startswith(CLIENT):
            return issuer.mint_client_token(holder, seconds)
        return issuer.mint_token(holder, seconds, level)


def register_client(settings: Settings, client: str, public_key: Path) -> str:
    """Keep a client's public key; answers its name."""
    try:
        pem = public_key.read_bytes()
    except OSError as unread:
        raise BadSettings(f"{public_key} cannot be read") from unread
    with issuer_of(settings) as issuer:
        return issuer.register_client(client, pem)


def withdraw_key(settings: Settings, client: str, kid: str) -> None:
    """A client's key proves nothing any more."""
    with issuer_of(settings) as issuer:
        issuer.withdraw_key(client, kid)

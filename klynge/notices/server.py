"""The mail server that notices go out by, as settings name it."""

from urllib.parse import unquote, urlsplit

from msgspec import Struct

from api.addresses import is_address, is_loopback
from klynge.addresses import BadSettings, shown

NOW, LATER, NEVER = "now", "later", "never"
PORTS = {"smtps": 465, "smtp": 587}


class Server(Struct, frozen=True, kw_only=True):
    """A mail server. `tls`: `now` from the first byte, `later` by STARTTLS, `never` (a server on this machine, in development)."""

    host: str
    port: int
    tls: str
    sender: str
    """The address mails come from."""
    user: str = ""
    password: str = ""

    def __repr__(self) -> str:
        return f"Server({self.host}:{self.port})"


def mail_server(address: str, sender: str, dev: bool) -> Server | None:
    """From `KLYNGE_SMTP` and `KLYNGE_MAIL_FROM`; None: no mail is sent. Raises `BadSettings`."""
    if not address:
        return None
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname or parts.path.strip("/") or parts.query:
        raise BadSettings(
            f"KLYNGE_SMTP is »{shown(address)}«; it is an address such as smtps://user:password@mail.example:465, "
            "or smtp://… for a server that encrypts by STARTTLS"
        )
    try:
        port = parts.port or PORTS[parts.scheme]
    except ValueError as error:
        raise BadSettings(f"KLYNGE_SMTP: {error}") from error
    if not is_address(sender):
        raise BadSettings(
            f"KLYNGE_MAIL_FROM is »{sender}«; it is the address that mails come from, such as klynge@region.example"
        )
    is_here = dev and is_loopback(f"http://{parts.netloc.rpartition('@')[2]}")
    return Server(
        host=parts.hostname,
        port=port,
        tls=NOW if parts.scheme == "smtps" else NEVER if is_here else LATER,
        sender=sender,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
    )

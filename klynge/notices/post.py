"""The post (afsendelse): mails over SMTP (RFC 5321), one connection for as many as there are. Off unless a server is set."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from klynge.notices.letter import Letter
from klynge.notices.server import LATER, NOW, Server

TIMEOUT_S = 15
PLAIN = SMTP.clone(cte_type="7bit")
"""Not every server on the way takes eight bits (RFC 6152)."""
PERMANENT = range(500, 600)
"""Replies after which trying again is pointless (RFC 5321 §4.2.1)."""


class NotTaken(Exception):
    """The server did not take a mail. `forever`: it never will for this address. Its words are not kept: they may name one."""

    def __init__(self, code: int) -> None:
        super().__init__(f"SMTP {code}")
        self.forever = code in PERMANENT


@contextmanager
def connected(server: Server) -> Iterator[smtplib.SMTP]:
    """For threads. Raises OSError and `smtplib.SMTPException`."""
    trusted = ssl.create_default_context()
    if server.tls == NOW:
        line: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT_S, context=trusted)
    else:
        line = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_S)
    with line:
        if server.tls == LATER:
            line.starttls(context=trusted)
        if server.user:
            line.login(server.user, server.password)
        yield line


def send(line: smtplib.SMTP, server: Server, address: str, key: str, letter: Letter) -> None:
    """Raises `NotTaken`; OSError and `smtplib.SMTPException` where the connection is of no use any more, or the server takes
    nothing from us: that is nothing about the address.
    """
    try:
        line.send_message(message(server, address, key, letter), server.sender, [address])
    except smtplib.SMTPRecipientsRefused as refused:
        raise NotTaken(next(iter(refused.recipients.values()))[0]) from None
    except smtplib.SMTPDataError as refused:
        raise NotTaken(refused.smtp_code) from None


def message(server: Server, address: str, key: str, letter: Letter) -> EmailMessage:
    """A letter as it travels (RFC 5322). Raises ValueError where its subject is no line."""
    mail = EmailMessage(policy=PLAIN)
    mail["From"] = server.sender
    mail["To"] = address
    mail["Date"] = datetime.now(UTC)
    mail["Subject"] = letter.subject
    # The same for the same notice: whoever gets it twice sees it once.
    mail["Message-ID"] = f"<{sha256(key.encode()).hexdigest()[:32]}@{server.sender.rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(letter.text)
    if letter.calendar is not None:
        calendar, method = letter.calendar
        mail.add_alternative(
            calendar, maintype="text", subtype="calendar", params={"method": method, "charset": "utf-8"}
        )
    return mail

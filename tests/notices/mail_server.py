"""A real mail server that keeps what it is given, and says no where a test wants it to."""

from asyncio import Transport
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from klynge.notices.server import NEVER, Server
from tests.ports import free_port

SENDER = "klynge@region.example"
START_S = 30


class Post:
    """What was taken, and what to say of the next mails for an address."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, EmailMessage]] = []
        self.says: dict[str, str] = {}
        """address -> a reply, such as `550 No such mailbox`."""
        self.of_sender = ""
        """A reply to whoever sends, such as `550 Not you`."""
        self.hangs_up_on = ""
        """An address: its mails are never answered."""
        self.hung_up = 0
        self.after: Callable[[], None] = lambda: None
        """Done after a mail was taken, before that is said."""
        self.asked = 0

    async def handle_RCPT(  # noqa: N802
        self, _: SMTP, __: Session, envelope: Envelope, address: str, ___: list[str]
    ) -> str:
        self.asked += 1
        if address in self.says:
            return self.says[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_MAIL(  # noqa: N802
        self, _: SMTP, __: Session, envelope: Envelope, address: str, ___: list[str]
    ) -> str:
        if self.of_sender:
            return self.of_sender
        envelope.mail_from = address
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.hangs_up_on in envelope.rcpt_tos:
            self.hung_up += 1
            assert isinstance(server.transport, Transport)
            server.transport.abort()
            return "421 Gone"
        assert isinstance(envelope.content, bytes)
        mail = BytesParser(policy=default).parsebytes(envelope.content)
        assert isinstance(mail, EmailMessage)
        (address,) = envelope.rcpt_tos
        self.taken.append((address, mail))
        self.after()
        return "250 Taken"

    def to(self, address: str) -> list[EmailMessage]:
        return [mail for each, mail in self.taken if each == address]


@contextmanager
def mail_server() -> Iterator[tuple[Server, Post]]:
    post, port = Post(), free_port()
    controller = Controller(post, hostname="127.0.0.1", port=port, ready_timeout=START_S)
    controller.start()
    try:
        yield Server(host="127.0.0.1", port=port, tls=NEVER, sender=SENDER), post
    finally:
        controller.stop()


def words_of(mail: EmailMessage) -> str:
    """Everything that is read in a mail: its head, its text and its calendar."""
    parts = [part.get_content() for part in mail.walk() if not part.is_multipart()]
    told = [each.decode() if isinstance(each, bytes) else each for each in parts]
    return "\n".join((*(f"{name}: {value}" for name, value in mail.items()), *told))

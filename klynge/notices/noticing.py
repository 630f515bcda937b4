"""Noticing: sees whom the log makes us tell of what, and sends it. Of several processes the one that holds the lease does both.

What was under way when a process stopped is sent once more, under the same Message-ID. Where no mail server is set, what is to be
told is kept, shown to whom it is for, and never sent later as a flood.
"""

import asyncio
import random
import smtplib
import time
from collections.abc import Callable, Iterable
from threading import Event

from msgspec import Struct

from domain.kernel import Recorded
from domain.person import is_gone
from eventstore.mapper import FromTheFuture
from eventstore.outbox import DAY_S, Kept, Outbox, State
from eventstore.report import report
from eventstore.store import Lease
from klynge.looking import look_on
from klynge.notices.letter import Letter, Letters
from klynge.notices.post import NotTaken, connected, send
from klynge.notices.server import Server
from klynge.outward import Record
from klynge.webhooks.owners import caretakers
from projections.notices import MINDS_WHO_WAS_TOLD, Notice, Subject, noticed

LOOK_S = 1.0
PAGE = 100
"""Events looked through at once: whoever else is served waits while they are read."""
LOT = 50
"""Mails sent over one connection."""
EXPIRES_S = 3 * DAY_S
"""What could not be sent by then is not sent any more."""
AGAIN_MIN_S, AGAIN_MAX_S = 60, 6 * 3600
PRUNE_S = 3_600
STOP_S = 3
"""A mail that is on its way when the house stops is waited for so long."""


class Mail(Struct, frozen=True):
    """A letter on its way."""

    notice: Kept
    address: str
    letter: Letter

    def __repr__(self) -> str:
        return f"Mail({self.notice.id})"


class Noticing:
    """`server` None: nothing is sent."""

    def __init__(
        self,
        outbox: Outbox,
        record: Record,
        lease: Lease,
        url: str,
        server: Server | None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._outbox = outbox
        self._record = record
        self._lease = lease
        self._server = server
        self._letters = Letters(lambda: record.reading, record.today, url, "" if server is None else server.sender)
        self._now = now
        self._looked: tuple[str, int] | None = None
        self._pruned_at = float("-inf")
        self._stopping = Event()
        self.sent = self.failed = 0
        """By this process: mails that were taken, and attempts in vain."""

    async def run(self) -> None:
        """Look and send until cancelled."""
        await look_on(self.look, lambda: asyncio.sleep(LOOK_S), "notices.look-failed")

    async def look(self) -> None:
        """Take in what the log grew by, and send what is due."""
        head = self._record.reading.head  # first: a process that must not serve any more leaves the lease to others
        if not await asyncio.to_thread(self._lease.held):
            self._looked = None
            return
        await self._take_in(head)
        if self._server is not None:
            await self._send_due(self._server)
        if time.monotonic() - self._pruned_at >= PRUNE_S:
            self._pruned_at = time.monotonic()
            await asyncio.to_thread(self._outbox.prune, int(self._now()))

    async def _take_in(self, head: int) -> None:
        """Whoever begins to tell begins with what comes; so does a log that was put back from a copy."""
        if self._looked is None:
            self._looked = await asyncio.to_thread(self._outbox.looked)
        if self._looked is None or self._looked[0] != self._record.epoch:
            await self._reach(head)
        while self._looked is not None and self._looked[1] < head:
            page = self._record.page(self._looked[1], min(PAGE, head - self._looked[1]))
            if not page:
                return
            for recorded in page:
                await self._note(recorded)
            await self._reach(page[-1].position)

    async def _reach(self, position: int) -> None:
        await asyncio.to_thread(self._outbox.look_on, self._record.epoch, position)
        self._looked = self._record.epoch, position

    async def _note(self, recorded: Recorded) -> None:
        position, told = recorded.position, self._whom(recorded, await self._told_before(recorded))
        if told:
            rows = [
                (
                    f"{self._record.epoch}:{position}:{each.person}:{each.subject}",
                    each.person,
                    each.subject,
                    each.about,
                    position,
                )
                for each in told
            ]
            await asyncio.to_thread(self._outbox.put, rows, int(self._now()))

    async def _told_before(self, recorded: Recorded) -> Iterable[str]:
        if not isinstance(recorded.event, MINDS_WHO_WAS_TOLD):
            return ()
        return await asyncio.to_thread(self._outbox.told_of, recorded.stream)

    def _whom(self, recorded: Recorded, told: Iterable[str]) -> Iterable[Notice]:
        """What one event asks for keeps nobody else from being told."""
        try:
            return noticed(recorded, self._record.now, self._record.today(), told)
        except Exception as error:
            report("notices.not-understood", position=recorded.position, error=type(error).__name__)
            return ()

    # --- sending ---

    async def _send_due(self, server: Server) -> None:
        mails = []
        due = await asyncio.to_thread(self._outbox.due, int(self._now()), LOT)
        latest = {(each.person, each.about): each.id for each in due}
        for notice in due:
            is_latest = latest[notice.person, notice.about] == notice.id  # one letter says how things stand
            mail = await self._mail(notice) if is_latest else State.EXPIRED
            if isinstance(mail, State):
                await asyncio.to_thread(self._outbox.ended, notice, mail)
            elif mail is not None:
                mails.append(mail)
        if mails:
            await self._posted(server, mails)

    async def _mail(self, notice: Kept) -> Mail | State | None:
        """What is sent, by what its reader may see just now; or why nothing is. None: it could not be written, and waits."""
        if self._now() - notice.made_at > EXPIRES_S:
            return State.EXPIRED
        wishes = await asyncio.to_thread(self._outbox.wishes, notice.person)
        if wishes.address is None:
            return State.NO_ADDRESS
        if notice.subject in wishes.off:
            return State.OFF
        if is_gone(notice.person, self._record.now) or not self._looks_after(notice):
            return State.WITHHELD
        try:
            letter = self._letters.write(notice, wishes.address)
        except FromTheFuture:
            raise  # this process must not serve any more
        except Exception as error:
            report("notices.not-written", notice=notice.id, error=type(error).__name__)
            await asyncio.to_thread(self._again, notice)
            return None
        return letter if isinstance(letter, State) else Mail(notice, wishes.address, letter)

    def _looks_after(self, notice: Kept) -> bool:
        """Of a webhook, whether it still is theirs to look after; of all else the letter asks."""
        if notice.subject != Subject.WEBHOOK:
            return True
        _, _, owner = notice.about.partition("?owner=")
        return notice.person in caretakers(owner, self._record.today(), self._record.now)

    async def _posted(self, server: Server, mails: list[Mail]) -> None:
        posting = asyncio.create_task(asyncio.to_thread(self._post, server, mails))
        try:
            await asyncio.shield(posting)
        except asyncio.CancelledError:
            self._stopping.set()
            await asyncio.wait({posting}, timeout=STOP_S)
            raise

    def _post(self, server: Server, mails: list[Mail]) -> None:
        """In a thread. What is not taken waits. Where the server cannot be had, everything does; where it goes away with a mail,
        that one does, and the others go by the next connection.
        """
        postponed = mails
        try:
            with connected(server) as line:
                postponed = []
                for mail in mails:
                    if self._stopping.is_set() or not self._lease.held():
                        return
                    postponed = [mail]
                    self._post_one(line, server, mail)
                    postponed = []
        except (OSError, smtplib.SMTPException, ValueError) as error:
            report("notices.server-away", error=type(error).__name__)
            for each in postponed:
                self._again(each.notice)

    def _post_one(self, line: smtplib.SMTP, server: Server, mail: Mail) -> None:
        try:
            send(line, server, mail.address, mail.notice.key, mail.letter)
        except NotTaken as refused:
            self.failed += 1
            if refused.forever:
                self._outbox.ended(mail.notice, State.REFUSED)
            else:
                self._again(mail.notice)
        else:
            self._outbox.ended(mail.notice, State.SENT)
            self.sent += 1

    def _again(self, notice: Kept) -> None:
        ceiling = min(AGAIN_MAX_S, AGAIN_MIN_S * 2**notice.attempts)
        self._outbox.again(notice, int(self._now() + random.uniform(ceiling / 2, ceiling)))

    def figures(self) -> dict[str, float]:
        return {"notices_sent": self.sent, "notices_not_taken": self.failed}

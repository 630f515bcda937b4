"""One connection's part of the protocol: what a message leads to. No socket: it is given ways to send and to close."""

from collections.abc import Callable

import msgspec
from msgspec import Struct

from domain.admission import Admission, admission_of
from eventstore.cursor import read_cursor
from realtime.closing import Close
from realtime.frames import framed
from realtime.hub import Hub
from realtime.messages import (
    ERRORS_MAX,
    ERRORS_WINDOW_S,
    EXPIRY_NOTICE_S,
    HEARTBEAT_S,
    MESSAGE_IN_BYTES_MAX,
    MESSAGES_BURST,
    MESSAGES_PER_S,
    RETRY_MAX_MS,
    RETRY_MIN_MS,
    TOPIC_CHARS_MAX,
    TOPICS_MAX,
    Attend,
    AuthExpiring,
    Bye,
    Error,
    Hello,
    Ok,
    Ping,
    Pong,
    Reset,
    Sub,
    Unsub,
    Welcome,
    decode,
    problem,
)
from realtime.places import Places
from realtime.presence import MEETING, Presences
from realtime.states import take

LIMITS = {"message_bytes": MESSAGE_IN_BYTES_MAX, "topics": TOPICS_MAX, "messages_per_s": MESSAGES_PER_S}
RETRY = {"min_ms": RETRY_MIN_MS, "max_ms": RETRY_MAX_MS}


class SignedIn(Struct, frozen=True):
    """Who is at the other end. `expires_at`: seconds since 1970 UTC."""

    person: str
    expires_at: int
    session: bytes | None = None
    """The session they hold; None: they brought a token."""


class Refusal(Exception):
    """The token of a `hello` is not accepted."""


class NotYet(Exception):
    """Whether the token of a `hello` holds cannot be told just now; in a moment it can."""


class Connection:
    """`write` takes a frame, `close` a close code; `now` gives seconds since 1970 UTC."""

    __slots__ = (
        "_allowance",
        "_allowance_at",
        "_close",
        "_errors",
        "_errors_since",
        "_hub",
        "_name",
        "_noticed",
        "_now",
        "_places",
        "_presences",
        "_signed_in",
        "_topics_with_presence",
        "_verify",
        "parked",
        "send",
        "welcomed",
    )

    def __init__(
        self,
        *,
        name: str,
        hub: Hub,
        presences: Presences,
        verify: Callable[[str], SignedIn],
        write: Callable[[bytes], None],
        close: Callable[[Close], None],
        now: Callable[[], float],
        signed_in: SignedIn | None,
        places: Places,
    ) -> None:
        self._name = name
        self._hub = hub
        self._presences = presences
        self._places = places
        self._verify = verify
        self.send = write
        """Takes a frame; the shell's own, so that nothing stands between the hub and the wire."""
        self._close = close
        self._now = now
        self._signed_in = signed_in
        self._errors = 0
        self._errors_since = 0.0
        self._allowance = float(MESSAGES_BURST)
        self._allowance_at = now()
        self._topics_with_presence: frozenset[str] = frozenset()
        self._noticed = False
        self.parked = False
        self.welcomed = False

    @property
    def person(self) -> str:
        assert self._signed_in is not None
        return self._signed_in.person

    @property
    def session(self) -> bytes | None:
        return None if self._signed_in is None else self._signed_in.session

    # --- what comes in ---

    def receive(self, text: bytes) -> None:
        """A text message from the client."""
        if not self._within_rate():
            self._close(Close.RATE_LIMITED)
            return
        try:
            message = decode(text)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            self._complain(None, 400, "live.malformed", "Beskeden kan ikke læses.", "The message cannot be read.")
            return
        if not self.welcomed and admission_of(message) is not Admission.ANYBODY:
            self._close(Close.UNAUTHENTICATED)
            return
        match message:
            case Hello() if not self.welcomed:
                self._hello(message)
            case Hello():
                self._complain(None, 409, "live.already-greeted", "Der er sagt goddag.", "Hello was said.")
            case Sub():
                self._sub(message)
            case Unsub():
                self._unsub(message)
            case Attend():
                self._attend(message, len(text))
            case Ping():
                self.send(framed(Pong(t=message.t)))

    def _hello(self, message: Hello) -> None:
        if self._signed_in is None:
            if message.token is None:
                self._close(Close.UNAUTHENTICATED)
                return
            try:
                self._signed_in = self._verify(message.token)
            except Refusal:
                self._close(Close.UNAUTHENTICATED)
                return
            except NotYet:
                self.bye(Close.KEYS_PENDING)
                return
        if not self._places.take(self.person):
            self._close(Close.RATE_LIMITED)
            return
        self.welcomed = True
        self._hub.connect(self)
        welcome = Welcome(
            conn=self._name,
            epoch=self._hub.record.epoch,
            head=self._hub.record.head,
            hb_ms=HEARTBEAT_S * 1000,
            limits=LIMITS,
            retry=RETRY,
            exp=self._signed_in.expires_at,
        )
        self.send(framed(welcome))

    def _sub(self, message: Sub) -> None:
        topics = self._hub.topics_of(self)
        if len(message.topic) > TOPIC_CHARS_MAX or (message.topic not in topics and len(topics) >= TOPICS_MAX):
            self._complain(
                message.id, 429, "live.too-many-topics", f"Højst {TOPICS_MAX} emner.", f"At most {TOPICS_MAX} topics."
            )
            return
        since = read_cursor(message.since) if message.since is not None else None
        if message.since is not None and since is None:
            self._complain(
                message.id, 400, "live.cursor-unknown", "Markøren er ikke vores.", "The cursor is none of ours."
            )
            return
        mode = self._hub.follow(self, message.topic, since)
        if mode is None:
            self._complain(message.id, 404, "live.no-such-topic", "Emnet findes ikke.", "There is no such topic.")
            return
        self.send(framed(Ok(id=message.id, topic=message.topic, mode=mode)))
        self._hub.bring(self, message.topic)
        # Who has the page open all through the meeting is not for a guest, who is there for a while.
        wanted = message.presence and MEETING in message.topic and not self._hub.is_aside(self, message.topic)
        if wanted and message.topic not in self._topics_with_presence:
            self._topics_with_presence |= {message.topic}
            self._presences.join(self, message.topic)

    def _unsub(self, message: Unsub) -> None:
        self._hub.leave(self, message.topic)
        self._leave_presence(message.topic)
        self.send(framed(Ok(id=message.id, topic=message.topic)))

    def _attend(self, message: Attend, size: int) -> None:
        follows = message.topic in self._topics_with_presence
        refused = take(message, size, self, self._presences, follows=follows)
        if refused is not None:
            self._complain(message.id, *refused)
            return
        self.send(framed(Ok(id=message.id, topic=message.topic)))

    # --- what the shell tells ---

    def resume(self) -> None:
        """The client reads again."""
        self.parked = False
        self._hub.resume(self)
        for topic in self._topics_with_presence:
            self._presences.show(self, topic)  # it was not told who came and went meanwhile

    def lost(self) -> None:
        """The connection is gone."""
        if self.welcomed:
            self._places.leave(self.person)
        self._hub.disconnect(self)
        for topic in tuple(self._topics_with_presence):
            self._leave_presence(topic)

    def lose(self, topic: str) -> None:
        """The person may not see the topic any more: nothing more is said of it, nor of who is there."""
        self._leave_presence(topic, shut_out=True)
        self.send(framed(Reset(topic=topic, reason="access")))
        lost = problem(
            403, "live.access-lost", "Du kan ikke længere følge emnet.", "You may no longer follow the topic."
        )
        self.send(framed(Error(problem=lost | {"topic": topic})))

    def step_aside(self, topic: str) -> None:
        """The person is no participant any more: neither seen among those who are there, nor told who is."""
        self._leave_presence(topic, shut_out=True)

    def fail(self) -> None:
        """It cannot be served rightly."""
        self._close(Close.FAILED)

    def sign_out(self) -> None:
        """The session was ended: nothing more is shown by it."""
        self._close(Close.UNAUTHENTICATED)

    def check_expiry(self) -> None:
        """Say that the sign-in ends soon; close when it has ended."""
        if self._signed_in is None:
            return
        left = self._signed_in.expires_at - self._now()
        if left <= 0:
            self.bye(Close.TOKEN_EXPIRED)
        elif left <= EXPIRY_NOTICE_S and not self._noticed:
            self._noticed = True
            self.send(framed(AuthExpiring(in_s=int(left))))

    def bye(self, code: Close, spread_ms: int = 0) -> None:
        """Say when to come back, and close."""
        self.send(framed(Bye(code=code, retry={"after_ms": 0, "jitter_ms": spread_ms})))
        self._close(code)

    # --- inside ---

    def _leave_presence(self, topic: str, *, shut_out: bool = False) -> None:
        if topic in self._topics_with_presence:
            self._topics_with_presence -= {topic}
            (self._presences.shut_out if shut_out else self._presences.leave)(self, topic)

    def _within_rate(self) -> bool:
        now = self._now()
        self._allowance = min(MESSAGES_BURST, self._allowance + (now - self._allowance_at) * MESSAGES_PER_S)
        self._allowance_at = now
        if self._allowance < 1:
            return False
        self._allowance -= 1
        return True

    def _complain(self, request: int | None, status: int, code: str, da: str, en: str) -> None:
        now = self._now()
        if now - self._errors_since > ERRORS_WINDOW_S:
            self._errors, self._errors_since = 0, now
        self._errors += 1
        if self._errors > ERRORS_MAX:
            self._close(Close.TOO_MANY_ERRORS)
            return
        self.send(framed(Error(id=request, problem=problem(status, code, da, en))))

"""One connection's part of the protocol: what a message leads to. No socket: it is given ways to send and to close."""

from collections.abc import Callable
from typing import Any

import msgspec

from domain.admission import Admission, admission_of
from eventstore.store import StoreFailure
from realtime.allowance import Allowance
from realtime.closing import Close
from realtime.complaints import (
    ACCESS_LOST,
    ACCOUNT_DISABLED,
    ALREADY_GREETED,
    ANOTHER_PERSON,
    MALFORMED,
    NOT_YET,
    TICKET_REFUSED,
    request_in,
)
from realtime.hub import Hub
from realtime.messages import (
    EXPIRY_NOTICE_S,
    RESTART_SPREAD_MS,
    RETRY_MAX_MS,
    Access,
    Attend,
    Auth,
    AuthExpiring,
    Bye,
    Error,
    FromServer,
    Hello,
    Ok,
    Ping,
    Pong,
    Reset,
    Sub,
    Unsub,
    decode,
)
from realtime.places import Places
from realtime.presence import MEETING, Presences
from realtime.signing_in import KEYS_PENDING_MS, NotYet, Refusal, SignedIn, Tickets, Verify
from realtime.states import take
from realtime.subscribing import subscribe
from realtime.welcome import welcome


class Connection:
    """`write` takes a frame, `close` a close code; `now` gives seconds since 1970 UTC."""

    __slots__ = (
        "_allowance",
        "_close",
        "_hub",
        "_name",
        "_noticed",
        "_now",
        "_places",
        "_presences",
        "_redeem",
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
        verify: Verify,
        redeem: Tickets,
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
        self._redeem = redeem
        self.send = write
        """Takes a frame; the shell's own, so that nothing stands between the hub and the wire."""
        self._close = close
        self._now = now
        self._signed_in = signed_in
        self._allowance = Allowance(now())
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
        if not self._allowance.may_say(self._now()):
            self._close(Close.RATE_LIMITED)
            return
        try:
            message = decode(text)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            self._complain(request_in(text), MALFORMED)
            return
        if not self.welcomed and admission_of(message) is not Admission.ANYBODY:
            self._close(Close.UNAUTHENTICATED)
            return
        match message:
            case Hello() if not self.welcomed:
                self._hello(message)
            case Hello():
                self._complain(None, ALREADY_GREETED)
            case Auth():
                self._renew(message)
            case Sub():
                self._sub(message)
            case Unsub():
                self._unsub(message)
            case Attend():
                self._attend(message, len(text))
            case Ping():
                self._say(Pong(t=message.t))

    def _hello(self, message: Hello) -> None:
        if self._signed_in is None:
            if message.token is None:
                self._close(Close.UNAUTHENTICATED)
                return
            try:
                self._signed_in = self._verify(message.token)
            except Refusal as refusal:
                # Said aloud: whoever comes back with a token that has expired must not be left to wonder.
                self.bye(Close.UNAUTHENTICATED, problem=refusal.problem)
                return
            except NotYet:
                self.bye(Close.KEYS_PENDING, spread_ms=KEYS_PENDING_MS)
                return
        if (full := self._places.take(self.person)) is not None:
            self.bye(full, spread_ms=RETRY_MAX_MS)
            return
        self.welcomed = True
        self._hub.connect(self)
        self._say(welcome(self._name, self._hub.record, self._signed_in.expires_at))

    def _renew(self, message: Auth) -> None:
        """The same person goes on, by a sign-in that ends later; a browser by a ticket of the session it holds now."""
        try:
            renewed = self._proven(message)
        except Refusal as refusal:
            self._complain(message.id, refusal.problem)
            return
        except (NotYet, *StoreFailure):
            self._complain(message.id, NOT_YET)
            return
        if renewed.person != self.person:
            self._complain(message.id, ANOTHER_PERSON)
            self._close(Close.FORBIDDEN)
            return
        if self._signed_in is None or renewed.expires_at > self._signed_in.expires_at:
            self._noticed = False  # a sign-in that ends no later was told of already
        self._signed_in = renewed
        self._say(Ok(id=message.id, exp=renewed.expires_at))

    def _proven(self, message: Auth) -> SignedIn:
        """Who brings this. Raises `Refusal`, `NotYet` and `StoreFailure`."""
        if message.token is not None:
            return self._verify(message.token)
        origin = None if self._signed_in is None else self._signed_in.origin
        renewed = None if message.ticket is None else self._redeem(message.ticket, origin or "")
        if renewed is None:
            raise Refusal(TICKET_REFUSED)
        return renewed

    def _sub(self, message: Sub) -> None:
        answer = subscribe(self._hub, self, message)
        if not isinstance(answer, Ok):
            self._complain(message.id, answer)
            return
        self._say(answer)
        self._hub.bring(self, message.topic)
        # Who has the page open all through the meeting is not for a guest, who is there for a while.
        wanted = message.presence and MEETING in message.topic and not self._hub.is_aside(self, message.topic)
        if wanted and message.topic not in self._topics_with_presence:
            self._topics_with_presence |= {message.topic}
            self._presences.join(self, message.topic)

    def _unsub(self, message: Unsub) -> None:
        self._hub.leave(self, message.topic)
        self._leave_presence(message.topic)
        self._say(Ok(id=message.id, topic=message.topic))

    def _attend(self, message: Attend, size: int) -> None:
        follows = message.topic in self._topics_with_presence
        refused = take(message, size, self, self._presences, follows=follows)
        if refused is not None:
            self._complain(message.id, refused)
            return
        self._say(Ok(id=message.id, topic=message.topic))

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
        self._say(Access(topic=topic))
        self._say(Reset(topic=topic, reason="access"))
        self._say(Error(problem=ACCESS_LOST | {"topic": topic}))

    def step_aside(self, topic: str) -> None:
        """The person is no participant any more: neither seen among those who are there, nor told who is."""
        self._leave_presence(topic, shut_out=True)

    def fail(self, away: bool) -> None:
        """It cannot be served rightly, and nobody else can, most often: by a defect, or since the store is away."""
        self.bye(Close.AWAY if away else Close.FAILED, RESTART_SPREAD_MS)

    def disable(self) -> None:
        """Who they were is erased."""
        self.bye(Close.ACCOUNT_DISABLED, problem=ACCOUNT_DISABLED)

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
            self._say(AuthExpiring(in_s=int(left)))

    def bye(self, code: Close, spread_ms: int = 0, problem: dict[str, Any] | None = None) -> None:
        """Say when to come back, if at all, and close."""
        self._say(Bye(code=code, retry={"after_ms": 0, "jitter_ms": spread_ms}, problem=problem))
        self._close(code)

    # --- inside ---

    def _say(self, message: FromServer) -> None:
        self.send(self._hub.tally.framed(message))

    def _leave_presence(self, topic: str, *, shut_out: bool = False) -> None:
        if topic in self._topics_with_presence:
            self._topics_with_presence -= {topic}
            (self._presences.shut_out if shut_out else self._presences.leave)(self, topic)

    def _complain(self, request: int | None, problem: dict[str, Any]) -> None:
        if self._allowance.may_err(self._now()):
            self._say(Error(id=request, problem=problem))
        else:
            self._close(Close.TOO_MANY_ERRORS)

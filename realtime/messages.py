"""Every message over the socket, both ways (live-updates.md §2.11, amended by architecture §7), and the close codes."""

from enum import IntEnum
from typing import Any, get_args

import msgspec
from msgspec import Struct

from domain.admission import Admission, admits

SUBPROTOCOL = "klynge.v1.json"
TICKET_PREFIX = "ticket."

MESSAGE_IN_BYTES_MAX = 16 * 1024
FRAME_BYTES_MAX = 64 * 1024
"""A larger change goes out in parts."""
SNAPSHOT_BYTES_MAX = 256 * 1024
"""A larger snapshot goes out in parts."""
TOPICS_MAX = 100
TOPIC_CHARS_MAX = 200
HELLO_TIMEOUT_S = 5
HEARTBEAT_S = 15
ERRORS_MAX = 20
"""In `ERRORS_WINDOW_S`; then the socket is closed."""
ERRORS_WINDOW_S = 5
MESSAGES_PER_S = 20
MESSAGES_BURST = 40
PARKED_S_MAX = 30
"""A client that does not read for so long is closed; it resumes from its cursor."""
RETRY_MIN_MS = 500
RETRY_MAX_MS = 30_000
EXPIRY_NOTICE_S = 60


class Close(IntEnum):
    """4000–4099 do not come back; 4100–4199 come back later; 4200–4299 come back at once and resume."""

    NO_TEXT = 1007
    """A text message that is not UTF-8."""
    FAILED = 1011
    RESTART = 1012
    BAD_REQUEST = 4000
    UNAUTHENTICATED = 4001
    FORBIDDEN = 4003
    PROTOCOL_VERSION = 4005
    HELLO_TIMEOUT = 4006
    TOO_MANY_ERRORS = 4007
    RATE_LIMITED = 4101
    SLOW_CONSUMER = 4102
    KEYS_PENDING = 4103
    TOKEN_EXPIRED = 4200


# --- client to server ---------------------------------------------------------------------------------------------


@admits(Admission.ANYBODY)
class Hello(Struct, frozen=True, tag_field="op", tag="hello"):
    """The first message. A browser signed in by its ticket; other clients bring a token here."""

    client: dict[str, str] = {}
    token: str | None = None


@admits(Admission.READER)
class Sub(Struct, frozen=True, tag_field="op", tag="sub"):
    """Follow a topic, from a cursor if there is one."""

    id: int
    topic: str
    since: str | None = None
    presence: bool = False


@admits(Admission.SIGNED_IN)
class Unsub(Struct, frozen=True, tag_field="op", tag="unsub"):
    """Stop following."""

    id: int
    topic: str


@admits(Admission.SIGNED_IN)
class Ping(Struct, frozen=True, tag_field="op", tag="ping"):
    """Answered by `pong` with the same `t`."""

    t: int


FromClient = Hello | Sub | Unsub | Ping


def ways_in() -> list[tuple[str, Any]]:
    """Every message a client may send, by the name it has on the wire."""
    return [(f"message {each.__struct_config__.tag}", each) for each in get_args(FromClient)]


# --- server to client ---------------------------------------------------------------------------------------------


class Welcome(Struct, frozen=True, tag_field="op", tag="welcome"):
    """Signed in."""

    conn: str
    epoch: str
    head: int
    hb_ms: int
    limits: dict[str, int]
    retry: dict[str, int]
    exp: int
    """When the sign-in ends, seconds since 1970 UTC."""


class Ok(Struct, frozen=True, tag_field="op", tag="ok", omit_defaults=True):
    """Answers a request."""

    id: int
    topic: str
    mode: str | None = None
    """resumed, snapshot"""


class Snap(Struct, frozen=True, tag_field="op", tag="snap"):
    """A topic's rows, in parts; they replace what the client has when `last` is true."""

    topic: str
    pos: int
    cursor: str
    part: int
    last: bool
    rows: Any


class Changed(Struct, frozen=True, tag_field="op", tag="rows", omit_defaults=True):
    """The rows one transaction changed. Apply when `prev` is not after one's own position and `pos` is."""

    topic: str
    pos: int
    prev: int
    cursor: str
    set: Any
    part: int | None = None
    last: bool | None = None


class Sync(Struct, frozen=True, tag_field="op", tag="sync"):
    """Caught up."""

    topic: str
    pos: int
    cursor: str


class Reset(Struct, frozen=True, tag_field="op", tag="reset"):
    """Forget the topic's rows; a snapshot follows, or an error where the topic may not be seen any more."""

    topic: str
    reason: str
    """epoch: another life of the log; access: a door or a right; names; redacted; lag: too far behind"""


class Presence(Struct, frozen=True, tag_field="op", tag="pres", omit_defaults=True):
    """Who is connected to a meeting: all of them, or who came and went."""

    topic: str
    full: tuple[Any, ...] | None = None
    join: tuple[Any, ...] = ()
    leave: tuple[str, ...] = ()


class Heartbeat(Struct, frozen=True, tag_field="op", tag="hb"):
    """Every `HEARTBEAT_S`. A head beyond one's own position means that something was missed."""

    t: int
    heads: dict[str, int]
    sealed: int
    """How much of the log a signed checkpoint covers; 0 while nothing is sealed."""
    witnessed: int


class Pong(Struct, frozen=True, tag_field="op", tag="pong"):
    """Answers a ping."""

    t: int


class Error(Struct, frozen=True, tag_field="op", tag="error", omit_defaults=True):
    """A request that cannot be met; the connection goes on."""

    problem: dict[str, Any]
    id: int | None = None


class AuthExpiring(Struct, frozen=True, tag_field="op", tag="auth_expiring"):
    """The sign-in ends soon."""

    in_s: int


class Bye(Struct, frozen=True, tag_field="op", tag="bye"):
    """The server closes; when to come back."""

    code: int
    retry: dict[str, int]


FromServer = Welcome | Ok | Snap | Changed | Sync | Reset | Presence | Heartbeat | Pong | Error | AuthExpiring | Bye

_ENCODER = msgspec.json.Encoder()
_DECODER: msgspec.json.Decoder[FromClient] = msgspec.json.Decoder(FromClient)


def encode(message: FromServer) -> bytes:
    return _ENCODER.encode(message)


def decode(text: bytes) -> FromClient:
    """Raises `msgspec.DecodeError` or `msgspec.ValidationError`."""
    return _DECODER.decode(text)


def problem(status: int, code: str, da: str, en: str) -> dict[str, Any]:
    """An RFC 9457 problem, as `error` carries it."""
    return {"type": f"/problems/{code}", "title": code, "status": status, "code": code, "detail": da, "detail_en": en}

"""Every message over the socket, both ways (live-updates.md §2.11, amended by architecture §7)."""

from typing import Any, get_args

import msgspec
from msgspec import Raw, Struct

from domain.admission import Admission, admits
from realtime.attended import Present

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
RESTART_SPREAD_MS = 5_000
"""All who are closed at once come back within that time, and not in the same moment."""
EXPIRY_NOTICE_S = 60
CONNECTION_S_MAX = 8 * 3600
"""A connection is let go of at that age at the latest, so that none outlives the process it was made for by days."""
CONNECTION_JITTER_S = 1800
"""Up to so much earlier: those who came together do not leave together."""
LOST_KEYS_MAX = 200
"""Rows named one by one when a right changes; beyond that the whole topic is to be forgotten."""


# --- client to server ---------------------------------------------------------------------------------------------


@admits(Admission.ANYBODY)
class Hello(Struct, frozen=True, tag_field="op", tag="hello"):
    """The first message. A browser signed in by its ticket; other clients bring a token here."""

    client: dict[str, str] = {}
    token: str | None = None


@admits(Admission.SIGNED_IN)
class Auth(Struct, frozen=True, tag_field="op", tag="auth"):
    """Go on after the sign-in ends: a browser brings a fresh ticket, others a fresh token. Of the same person."""

    id: int
    token: str | None = None
    ticket: str | None = None


@admits(Admission.READER)
class Sub(Struct, frozen=True, tag_field="op", tag="sub"):
    """Follow a topic, from a cursor if there is one."""

    id: int
    topic: str
    since: str | None = None
    presence: bool = False
    snapshot: bool = True
    """False: the rows that stand already are not sent, only what changes from now on."""
    topics: tuple[str, ...] = ()
    """Of the topic `changes`: events of these streams alone."""
    types: tuple[str, ...] = ()
    """Of the topic `changes`: events of these types alone."""


@admits(Admission.SIGNED_IN)
class Unsub(Struct, frozen=True, tag_field="op", tag="unsub"):
    """Stop following."""

    id: int
    topic: str


class State(Struct, frozen=True, omit_defaults=True):
    """How somebody is there, by their own word."""

    hand: bool = False
    """Asks for the floor."""


@admits(Admission.SIGNED_IN)
class Attend(Struct, frozen=True, tag_field="op", tag="presence"):
    """How one is there at a topic whose presence one follows; null: as if one had just come."""

    id: int
    topic: str
    state: State | None = None
    person: str | None = None
    """Somebody else, whose hand is taken down: by whoever gives the floor, and without a `state`."""


@admits(Admission.SIGNED_IN)
class Ping(Struct, frozen=True, tag_field="op", tag="ping"):
    """Answered by `pong` with the same `t`."""

    t: int


FromClient = Hello | Auth | Sub | Unsub | Attend | Ping


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
    topic: str | None = None
    mode: str | None = None
    """resumed, snapshot; live: nothing but what changes from now on"""
    pos: int | None = None
    """Of a `sub`: where the topic stands, of what this reader may see."""
    behind: int | None = None
    """Of a `sub` that resumes: how many positions of the log lie between its cursor and `pos`."""
    exp: int | None = None
    """Of an `auth`: when the sign-in ends now."""


class Snap(Struct, frozen=True, tag_field="op", tag="snap", omit_defaults=True):
    """A topic's rows, in parts; they replace what the client has when `last` is true."""

    topic: str
    pos: int
    cursor: str
    part: int
    last: bool
    rows: dict[str, Raw]
    href: dict[str, str] = {}
    """key -> where a row is read that is longer than a part; `rows` leaves it out."""


class Changed(Struct, frozen=True, tag_field="op", tag="rows", omit_defaults=True):
    """The rows one transaction changed. Apply when `prev` is not after one's own position and `pos` is."""

    topic: str
    pos: int
    prev: int
    cursor: str
    set: dict[str, Raw]
    """key -> the whole row, or null where it is gone."""
    part: int | None = None
    last: bool | None = None
    href: dict[str, str] = {}
    """key -> where a row is read that is longer than a frame; `set` leaves it out."""


class Events(Struct, frozen=True, tag_field="op", tag="evs"):
    """Of the topic `changes`: events of one transaction, or of a slice of what was missed. `prev` as of `rows`."""

    topic: str
    pos: int
    prev: int
    cursor: str
    events: tuple[Raw, ...]
    """Each a CloudEvent 1.0; one longer than a frame without its `data`, which is read at its `dataref`."""


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


class Access(Struct, frozen=True, tag_field="op", tag="access", omit_defaults=True):
    """A right or a door changed: forget the lost rows at once. A `reset` follows, and then what is seen now, or an error."""

    topic: str
    lost: tuple[str, ...] | None = None
    """Rows that are not to be seen any more as they were; None: all of the topic."""
    gained: tuple[str, ...] = ()
    """Rows that are to be seen now, or to be seen otherwise."""
    cursor: str | None = None
    """Where the topic stands by the new right; None: there is none any more."""


class Presence(Struct, frozen=True, tag_field="op", tag="pres", omit_defaults=True):
    """Who is connected to a meeting: all of them, or who came and went."""

    topic: str
    full: tuple[Present, ...] | None = None
    join: tuple[Present, ...] = ()
    leave: tuple[str, ...] = ()
    update: tuple[Present, ...] = ()
    """People who are there otherwise than before."""
    count: int | None = None
    """How many are there, where there are too many to be told one by one: then those whose hand is up alone are."""


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


class Bye(Struct, frozen=True, tag_field="op", tag="bye", omit_defaults=True):
    """The server closes; when to come back, and why where the code does not say it all."""

    code: int
    retry: dict[str, int]
    """`after_ms`, and on top of it anything up to `jitter_ms`."""
    problem: dict[str, Any] | None = None


FromServer = (
    Welcome
    | Ok
    | Snap
    | Changed
    | Events
    | Sync
    | Reset
    | Access
    | Presence
    | Heartbeat
    | Pong
    | Error
    | AuthExpiring
    | Bye
)

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

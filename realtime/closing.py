"""Why a socket is closed (live-updates.md §2.10): each code has a cause here, and none is ever sent without."""

from enum import IntEnum


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
    CONNECTION_LIMIT = 4008
    """The person holds as many sockets as one may."""
    ACCOUNT_DISABLED = 4009
    """Who they were is erased, or everything they held is ended."""
    OVERLOADED = 4100
    """The process holds as many sockets as it may."""
    RATE_LIMITED = 4101
    SLOW_CONSUMER = 4102
    KEYS_PENDING = 4103
    TOKEN_EXPIRED = 4200
    PONG_TIMEOUT = 4201
    DRAIN = 4202
    """It has lasted long enough, or the process serves nobody any more: another one does."""

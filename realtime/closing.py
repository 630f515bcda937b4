"""Why a socket is closed (live-updates.md §2.10): each code has a cause here, and none is ever sent without.

4000–4099 do not come back; 4100–4199 come back later; 4200–4299 come back at once and resume.
"""

from enum import IntEnum


class Close(IntEnum):
    """The codes. What each says is in `CAUSES`."""

    NO_TEXT = 1007
    FAILED = 1011
    RESTART = 1012
    AWAY = 1013
    BAD_REQUEST = 4000
    UNAUTHENTICATED = 4001
    FORBIDDEN = 4003
    PROTOCOL_VERSION = 4005
    HELLO_TIMEOUT = 4006
    TOO_MANY_ERRORS = 4007
    CONNECTION_LIMIT = 4008
    ACCOUNT_DISABLED = 4009
    OVERLOADED = 4100
    RATE_LIMITED = 4101
    SLOW_CONSUMER = 4102
    KEYS_PENDING = 4103
    TOKEN_EXPIRED = 4200
    PONG_TIMEOUT = 4201
    DRAIN = 4202


CAUSES = {
    Close.NO_TEXT: "A text message was no UTF-8.",
    Close.FAILED: "A defect of the service: what is sent could not be made.",
    Close.RESTART: "The service is started again; `bye` says over how long a time all should come back.",
    Close.AWAY: "What keeps the record does not answer just now; `bye` says over how long a time all should come back.",
    Close.BAD_REQUEST: "A binary message: the protocol is JSON.",
    Close.UNAUTHENTICATED: "No proof of who is there, one that does not hold, or the session was ended.",
    Close.FORBIDDEN: "A renewal by the proof of somebody else.",
    Close.PROTOCOL_VERSION: "Another version of the protocol was offered.",
    Close.HELLO_TIMEOUT: "No `hello` came in time.",
    Close.TOO_MANY_ERRORS: "Too many requests in a row could not be met.",
    Close.CONNECTION_LIMIT: "The person holds as many sockets as one may.",
    Close.ACCOUNT_DISABLED: "Who the person was is erased.",
    Close.OVERLOADED: "The process holds as many sockets as it may: another one is asked.",
    Close.RATE_LIMITED: "More messages, frames or bytes than a socket may send.",
    Close.SLOW_CONSUMER: "Nothing was read for too long; it goes on from its cursor.",
    Close.KEYS_PENDING: "The keys of the issuer are not known just now.",
    Close.TOKEN_EXPIRED: "The sign-in ended and was not renewed: fetch a proof and go on.",
    Close.PONG_TIMEOUT: "A ping was not answered.",
    Close.DRAIN: "The socket is old enough, or the process serves nobody any more: go on at another.",
}


def comes_back(code: int) -> str:
    """`never`, `later` or `at-once`: what a client does after a code, known or not."""
    if 4000 <= code < 4100:
        return "never"
    return "at-once" if 4200 <= code < 4300 else "later"

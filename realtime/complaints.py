"""What a request over the socket may be told instead of `ok`, and what a close may be explained by: RFC 9457 problems."""

import msgspec
from msgspec import Struct

from realtime.messages import TOPICS_MAX, problem

MALFORMED = problem(400, "live.malformed", "Beskeden kan ikke læses.", "The message cannot be read.")
CURSOR_UNKNOWN = problem(400, "live.cursor-unknown", "Markøren er ikke vores.", "The cursor is none of ours.")
NO_SUCH_TOPIC = problem(404, "live.no-such-topic", "Emnet findes ikke.", "There is no such topic.")
ALREADY_GREETED = problem(409, "live.already-greeted", "Der er sagt goddag.", "Hello was said.")
NOT_PRESENT = problem(
    409,
    "live.not-present",
    "Abonnér på emnet med presence først.",
    "Subscribe to the topic with presence first.",
)
TOO_MANY_TOPICS = problem(429, "live.too-many-topics", f"Højst {TOPICS_MAX} emner.", f"At most {TOPICS_MAX} topics.")
ACCESS_LOST = problem(
    403, "live.access-lost", "Du kan ikke længere følge emnet.", "You may no longer follow the topic."
)
ANOTHER_PERSON = problem(403, "live.another-person", "Beviset er en andens.", "The proof is somebody else's.")
ACCOUNT_DISABLED = problem(403, "live.account-disabled", "Din adgang er ophørt.", "Your access has ended.")
NOT_YET = problem(
    503,
    "live.not-yet",
    "Det kan ikke afgøres lige nu. Prøv igen om lidt.",
    "It cannot be told just now. Try again shortly.",
)
TICKET_REFUSED = problem(
    401,
    "ticket.refused",
    "Billetten er brugt, udløbet eller til en anden side.",
    "The ticket is used, expired or of another page.",
)


class _Request(Struct):
    id: int | None = None


_REQUESTS = msgspec.json.Decoder(_Request)


def request_in(text: bytes) -> int | None:
    """Which request it is that cannot be read otherwise: its answer names it."""
    try:
        return _REQUESTS.decode(text).id
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None

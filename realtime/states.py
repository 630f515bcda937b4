"""States: what somebody says of how they are there, judged before anybody is shown it."""

from typing import Any

from realtime.complaints import NOT_PRESENT
from realtime.messages import Attend, State, problem
from realtime.presence import Follower, Presences

STATE_BYTES_MAX = 1024
"""Of a whole `presence` message."""

TOO_LONG = problem(413, "live.state-too-long", "Beskeden er for lang.", "The message is too long.")
NOT_ONES_OWN = problem(
    403,
    "live.not-ones-own",
    "Kun mødelederen og sekretariatet kan tage en andens hånd ned.",
    "Only the chair and the secretariat take somebody else's hand down.",
)
TOO_MANY = problem(
    429,
    "live.too-many-states",
    "Vent et øjeblik, og prøv igen.",
    "Wait a moment and try again.",
)


def take(
    message: Attend, size: int, follower: Follower, presences: Presences, *, follows: bool
) -> dict[str, Any] | None:
    """Carry it out; or why not. Who says it is known by the connection, never by the message."""
    state = message.state or State()
    if size > STATE_BYTES_MAX:
        return TOO_LONG
    if not follows:
        return NOT_PRESENT
    if message.person is None or message.person == follower.person:
        said = presences.raise_hand(follower, message.topic, state.hand)
    elif state.hand or not presences.gives_the_floor(message.topic, follower.person):
        return NOT_ONES_OWN
    else:
        said = presences.lower_hand_of(message.person, follower, message.topic)
    return None if said else TOO_MANY

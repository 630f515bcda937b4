"""Presence: who is connected to a meeting. Ephemeral, never in the log; formal attendance is a domain event."""

from typing import Any, Protocol

from msgspec import Struct

from projections.view import Named
from realtime.frames import framed
from realtime.messages import Presence as PresenceMessage

PEOPLE_MAX = 200
"""Above this a meeting's presence is not told person by person."""


class Follower(Protocol):
    """A connection that follows presence."""

    @property
    def person(self) -> str: ...

    @property
    def parked(self) -> bool: ...

    def send(self, frame: bytes) -> None: ...


class Present(Struct, frozen=True):
    """A person as others see them online."""

    person: Named
    roles: tuple[str, ...]
    """Whom the person sits for."""


class Describe(Protocol):
    """Who a person is at a topic, in words."""

    def __call__(self, topic: str, person: str) -> Present: ...


class Presences:
    """Per topic, the people connected to it and how many connections each has."""

    def __init__(self, describe: Describe) -> None:
        self._describe = describe
        self._followers: dict[str, set[Follower]] = {}

    def join(self, follower: Follower, topic: str) -> None:
        """Tell the newcomer who is here, and those who are here of the newcomer."""
        followers = self._followers.setdefault(topic, set())
        first = not any(each.person == follower.person for each in followers)
        followers.add(follower)
        self.show(follower, topic)
        if first and len({each.person for each in followers}) <= PEOPLE_MAX:
            self._tell(topic, PresenceMessage(topic=topic, join=self._shown(topic, [follower.person])), follower)

    def show(self, follower: Follower, topic: str) -> None:
        """Tell one follower of everyone who is here."""
        people = sorted({each.person for each in self._followers[topic]})
        follower.send(framed(PresenceMessage(topic=topic, full=self._shown(topic, people))))

    def leave(self, follower: Follower, topic: str) -> None:
        """Tell the others when a person's last connection goes."""
        followers = self._followers.get(topic, set())
        if follower not in followers:
            return
        followers.discard(follower)
        if not followers:
            del self._followers[topic]
        elif not any(each.person == follower.person for each in followers):
            self._tell(topic, PresenceMessage(topic=topic, leave=(follower.person,)), follower)

    def _shown(self, topic: str, people: list[str]) -> tuple[Any, ...]:
        return tuple(self._describe(topic, person) for person in people[:PEOPLE_MAX])

    def _tell(self, topic: str, message: PresenceMessage, but: Follower) -> None:
        frame = framed(message)
        for follower in self._followers.get(topic, ()):
            if follower is not but and not follower.parked:
                follower.send(frame)

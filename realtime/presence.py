"""Presence: who is connected to a meeting, and whose hand is up. Ephemeral, never in the log; formal attendance is a domain event.

Whoever loses the line may be back in a moment, so others are told only after a while. What is told is told at most every
`TELL_MS`, in one frame for everyone. Other processes tell of their people through `eventstore/attending.py`.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Protocol

from msgspec import Struct, structs

from eventstore.attending import Attends
from realtime.attended import Attended, Present
from realtime.frames import framed
from realtime.messages import Presence as PresenceMessage
from realtime.tally import Tally

TELL_MS = 300
"""Between two frames of a meeting's presence."""
GRACE_S = 8
"""Whoever is back by then was never away."""
STATES_PER_S = 2
"""What a connection may say of its person."""
MEETING = "/meeting/"
"""Only meetings have presence."""
NOBODY: Mapping[str, Attends] = {}
GONE = Attends(0)


class Follower(Protocol):
    """A connection that follows presence."""

    @property
    def person(self) -> str: ...

    @property
    def parked(self) -> bool: ...

    @property
    def send(self) -> Any: ...


class Describe(Protocol):
    """Who a person is at a topic, in words."""

    def __call__(self, topic: str, person: str) -> Present: ...


class Allowance(Struct):
    """What a connection may still say, and since when that is counted."""

    states: float
    at_ms: int


class Room(Struct, eq=False):
    """One meeting."""

    people: Attended
    followers: dict[Follower, Allowance] = {}
    leaving: dict[str, object] = {}
    """Those whose line was lost, each with a mark of that loss."""
    telling: bool = False
    """Something was told just now: what changes meanwhile is told together."""
    full: bytes | None = None
    """Everything that was told, in a frame."""

    def is_here(self, person: str) -> bool:
        return self.people.here.get(person, GONE).connections > 0


class Presences:
    """Per meeting, the people connected to it. Lives on one event loop; `later` calls something after some seconds of it."""

    def __init__(
        self,
        describe: Describe,
        *,
        later: Callable[[float, Callable[[], None]], Any],
        now_ms: Callable[[], int],
        gives_the_floor: Callable[[str, str], bool] = lambda topic, person: False,
        tell: Callable[[str, str], None] = lambda topic, person: None,
        tally: Tally | None = None,
    ) -> None:
        self._tally = tally or Tally()
        self._describe = describe
        self.gives_the_floor = gives_the_floor
        """Whether it is for a person to say who speaks next at a topic, and so to take hands down."""
        self._later = later
        self._now_ms = now_ms
        self.tell = tell
        """Tells other processes that something of a person at a topic has changed."""
        self._rooms: dict[str, Room] = {}

    # --- those who follow ---

    def join(self, follower: Follower, topic: str) -> None:
        """Tell the newcomer who is here, and those who are here of the newcomer."""
        room = self._rooms.get(topic)
        if room is None:
            room = self._rooms[topic] = Room(Attended(lambda person: self._describe(topic, person)))
        if follower in room.followers:
            return
        room.leaving.pop(follower.person, None)
        self._count(room, topic, follower.person, 1)
        room.followers[follower] = Allowance(STATES_PER_S, self._now_ms())
        self.show(follower, topic)

    def show(self, follower: Follower, topic: str) -> None:
        """Tell one follower of everyone who is here."""
        room = self._rooms[topic]
        if room.full is None:
            room.full = framed(PresenceMessage(topic=topic, **room.people.full()))
        follower.send(room.full)
        self._tally.sent("pres", len(room.full))

    def leave(self, follower: Follower, topic: str) -> None:
        """The line is lost, or the page is left. When a person's last connection goes, the others are told after a while."""
        room = self._rooms.get(topic)
        if room is None or room.followers.pop(follower, None) is None:
            return
        self._count(room, topic, follower.person, -1)
        if not room.is_here(follower.person):
            self._go_later(room, topic, follower.person)

    def shut_out(self, follower: Follower, topic: str) -> None:
        """The person has no part in the meeting any more: that is no matter of the line."""
        self.leave(follower, topic)
        room = self._rooms.get(topic)
        if room is not None and not room.is_here(follower.person):
            self._go(room, topic, follower.person)

    # --- what people say of themselves ---

    def raise_hand(self, follower: Follower, topic: str, up: bool) -> bool:
        """Raise or lower the hand of the person at the other end. False: too many such messages."""
        return self._state(follower, topic, follower.person, up)

    def lower_hand_of(self, person: str, follower: Follower, topic: str) -> bool:
        """Whoever gives the floor takes somebody's hand down, at whichever process that somebody is."""
        return self._state(follower, topic, person, up=False)

    # --- what other processes tell ---

    def topics(self) -> Collection[str]:
        return self._rooms.keys()

    def here(self, topic: str) -> Mapping[str, Attends]:
        room = self._rooms.get(topic)
        return NOBODY if room is None else room.people.here

    def heard(self, topic: str, node: str, people: Mapping[str, Attends | None]) -> None:
        """Some came, went (None) or said something at another process."""
        if (room := self._rooms.get(topic)) is None:
            return
        there = dict(room.people.there.get(node, NOBODY))
        for person, attends in people.items():
            if attends is None:
                there.pop(person, None)
            else:
                there[person] = attends
        room.people.there[node] = there
        self._adopt(room, topic, people)

    def read(self, topic: str, nodes: Mapping[str, Mapping[str, Attends]]) -> None:
        """Everyone at the other processes."""
        if (room := self._rooms.get(topic)) is None:
            return
        room.people.there = dict(nodes)
        for people in nodes.values():
            self._adopt(room, topic, people)
        self._stir(room, topic)

    def forget_names(self) -> None:
        """People may be called something else by now, or sit for somebody else."""
        for topic, room in self._rooms.items():
            room.people.forget_names()
            self._stir(room, topic)

    # --- inside ---

    def _state(self, follower: Follower, topic: str, person: str, up: bool) -> bool:
        room = self._rooms[topic]
        if not self._may_say(room.followers[follower]):
            return False
        known = room.people.of(person)
        if known is None or (known.hand is not None) is up:
            return True
        stated_at = max(self._now_ms(), known.stated_at + 1)
        mine = room.people.here.get(person, GONE)
        self._set(room, topic, person, structs.replace(mine, stated_at=stated_at, hand=stated_at if up else None))
        if not mine.connections:
            self._go_later(room, topic, person)  # said here for whom is elsewhere, who has heard of it by then
        return True

    def _count(self, room: Room, topic: str, person: str, by: int) -> None:
        """A connection more or less. What they said at whichever process holds at this one too."""
        mine = room.people.here.get(person, GONE)
        known = room.people.of(person) or GONE
        self._set(room, topic, person, structs.replace(known, connections=mine.connections + by))

    def _set(self, room: Room, topic: str, person: str, attends: Attends) -> None:
        room.people.here[person] = attends
        self.tell(topic, person)
        self._stir(room, topic)

    def _adopt(self, room: Room, topic: str, people: Mapping[str, Attends | None]) -> None:
        for person in room.people.adopt(people):
            self.tell(topic, person)
        self._stir(room, topic)

    def _go_later(self, room: Room, topic: str, person: str) -> None:
        mark = room.leaving[person] = object()

        def go() -> None:
            if room.leaving.get(person) is mark:
                self._go(room, topic, person)

        self._later(GRACE_S, go)

    def _go(self, room: Room, topic: str, person: str) -> None:
        room.leaving.pop(person, None)
        room.people.here.pop(person, None)
        self.tell(topic, person)
        self._stir(room, topic)
        if not room.followers and not room.people.here and self._rooms.get(topic) is room:
            del self._rooms[topic]

    def _may_say(self, allowance: Allowance) -> bool:
        now = self._now_ms()
        gained = (now - allowance.at_ms) * STATES_PER_S / 1000
        allowance.states, allowance.at_ms = min(STATES_PER_S, allowance.states + gained), now
        if allowance.states < 1:
            return False
        allowance.states -= 1
        return True

    def _stir(self, room: Room, topic: str) -> None:
        """Something changed: it is told at once where nothing was told just now, else together with what else changes."""
        if room.telling:
            return
        news = room.people.news()
        if not news:
            return
        room.telling, room.full = True, None
        frame = framed(PresenceMessage(topic=topic, **news))
        for follower in tuple(room.followers):
            if not follower.parked:
                follower.send(frame)
                self._tally.sent("pres", len(frame))

        def again() -> None:
            room.telling = False
            self._stir(room, topic)

        self._later(TELL_MS / 1000, again)

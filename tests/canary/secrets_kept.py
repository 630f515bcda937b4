"""Canaries: words that stand in one place each, and the plain law of who may read them, kept beside the record and not by it.

The law is written from the rules of the house and knows nothing of masks: it looks at doors, recusals, seats and guests alone.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random

LETTERS = "bcdfghjklmnpqrst"
"""No digits: a run of them may look like a personal number, which is refused."""
CANARY = re.compile(rb"kanari[b-t]{12}")
DISGUISED = re.compile(rb"a2FuYXJp|thbmFya|rYW5hcm|6b616e617269")
"""A canary in Base64 at each offset, and in hex."""


ASKED = ("name", "decision-name", "referred")
"""What whoever is asked something by a decision is told of it."""


class Level(StrEnum):
    """How far something said at an item reaches, whatever the doors do."""

    EXISTENCE = "existence"
    """That there is such an item, and a decision of it: its number and its name."""
    TITLE = "title"
    WORDS = "words"
    DRAFT = "draft"
    """What a draft of minutes says of it."""
    EXTRACT = "extract"
    """What was published of it."""
    LINK = "link"
    """Where the meeting is held; of no item."""
    NOBODY = "nobody"
    """Why somebody is recused: no feed and no view tells it."""


@dataclass(eq=False)
class Item:
    """An item as the law sees it."""

    name: str
    number: str
    shut: bool = False
    title_closed: bool = False
    on_floor: bool = False
    recused: set[str] = field(default_factory=set)
    guests: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    """Who beyond the cluster is asked something by a decision of it."""
    attachments: list[str] = field(default_factory=list)
    decisions: list[str] = field(default_factory=list)


class Phase(StrEnum):
    CALLED = "called"
    IN_SESSION = "in-session"
    ADJOURNED = "adjourned"


@dataclass(eq=False)
class Meeting:
    """A meeting as the law sees it."""

    stream: str
    day: str
    phase: Phase = Phase.CALLED
    items: list[Item] = field(default_factory=list)
    called_in: set[str] = field(default_factory=set)
    visitors: set[str] = field(default_factory=set)
    """Guests of the whole meeting."""
    heard: bool = False
    """Its minutes are sent round, and not published yet."""
    drafted_only: bool = False
    """Its minutes are a draft that nobody has been sent."""

    @property
    def minutes(self) -> str:
        return self.stream.replace("/meeting/", "/minutes/")


@dataclass(eq=False)
class Canary:
    """A word that stands in one place."""

    word: str
    meeting: Meeting
    item: Item | None
    level: Level
    place: str
    readers: list[tuple[int, frozenset[str]]] = field(default_factory=list)
    """From which position on who may read it."""

    def may(self, part: str, position: int) -> bool:
        at = bisect_right(self.readers, position, key=lambda each: each[0]) - 1
        return at >= 0 and part in self.readers[at][1]

    def may_since(self, part: str, position: int) -> bool:
        """At that position, or at any moment since."""
        return self.may(part, position) or any(part in readers for at, readers in self.readers if at > position)

    def may_always(self, part: str) -> bool:
        return bool(self.readers) and all(part in readers for _, readers in self.readers)

    def may_now(self, part: str) -> bool:
        return bool(self.readers) and part in self.readers[-1][1]

    def __str__(self) -> str:
        item = "" if self.item is None else f", item {self.item.number}"
        return f"{self.place} of {self.meeting.stream}{item}"


@dataclass
class Seating:
    """Who sits where, in one cluster."""

    inside: set[str]
    """On a seat of the body that sees what is closed."""
    answers: set[str]
    """The secretariat and the chairs of the body."""
    entitled: set[str]
    """With a right in the cluster, and none to what is closed."""
    at_table: frozenset[str]
    """Of these, who has a seat of the body all the same."""
    left: set[str] = field(default_factory=set)
    """Went out, and keep what they could read."""


class Law:
    """Every canary of a cluster, and who may read each from which position on."""

    def __init__(self, seating: Seating, random: Random) -> None:
        self.seating = seating
        self._random = random
        self.canaries: dict[bytes, Canary] = {}
        self._new: list[Canary] = []

    def word(self, meeting: Meeting, item: Item | None, level: Level, place: str) -> str:
        """A new canary, said by the next command."""
        canary = Canary("kanari" + "".join(self._random.choices(LETTERS, k=12)), meeting, item, level, place)
        self.canaries[canary.word.encode()] = canary
        self._new.append(canary)
        return canary.word

    def forget_unless_in(self, said: object) -> None:
        """Of the words that were made and not said yet, keep those that stand there, or belong to what is said before."""
        text = repr(said)
        for canary in [each for each in self._new if each.word not in text]:
            del self.canaries[canary.word.encode()]
            self._new.remove(canary)

    def said(self, position: int, meeting: Meeting | None = None) -> None:
        """The command stands at a position. With a meeting: it also changed who may read what there."""
        touched = self._new if meeting is None else [each for each in self.canaries.values() if each.meeting is meeting]
        for canary in touched:
            readers = self.readers(canary)
            if not canary.readers or canary.readers[-1][1] != readers:
                canary.readers.append((position, readers))
        self._new = []

    def leave(self, part: str) -> None:
        """Somebody goes out: what they may read today they go on reading, and nothing that is said from now on."""
        self.seating.inside.discard(part)
        self.seating.answers.discard(part)
        self.seating.left.add(part)

    def readers(self, canary: Canary) -> frozenset[str]:
        seating = self.seating
        everybody = seating.inside | seating.entitled | canary.meeting.called_in
        found = {part for part in everybody if self._reads(part, canary)}
        found |= {part for part in self._guests_of(canary) if self._reads_as_guest(part, canary)}
        if canary.item is not None and canary.place in ASKED:
            found |= {part for part in canary.item.asked if self._is_open(canary, canary.item)}
        kept = canary.readers[-1][1] & seating.left if canary.readers else frozenset()
        return frozenset(found | kept)

    def _reads(self, part: str, canary: Canary) -> bool:
        meeting, item = canary.meeting, canary.item
        called_in = part in meeting.called_in and (meeting.phase is not Phase.ADJOURNED or meeting.heard)
        inside = part in self.seating.inside or called_in
        if not inside and part not in self.seating.entitled:
            return False
        if canary.level is Level.NOBODY:
            return False
        if canary.level is Level.LINK:
            return inside or part in self.seating.at_table
        assert item is not None
        recused = part in item.recused
        if canary.level is Level.DRAFT and meeting.drafted_only and part not in self.seating.answers:
            return False
        if canary.level is Level.EXTRACT:
            return not (item.title_closed and item.shut) or (inside and not recused)
        if item.shut and (recused or not inside):
            return canary.level is Level.EXISTENCE and not item.title_closed
        return not recused or canary.level in (Level.EXISTENCE, Level.TITLE)

    def _is_open(self, canary: Canary, item: Item) -> bool:
        """To somebody with no seat at all in the body."""
        return not item.shut or (canary.level is Level.EXISTENCE and not item.title_closed)

    def _guests_of(self, canary: Canary) -> set[str]:
        return canary.meeting.visitors.union(*(each.guests for each in canary.meeting.items))

    def _reads_as_guest(self, part: str, canary: Canary) -> bool:
        """At most: of their own item its title until the meeting ends, and all of it while it runs; where it is held, meanwhile."""
        meeting, item = canary.meeting, canary.item
        if canary.level is Level.LINK:
            return meeting.phase is Phase.IN_SESSION
        if meeting.phase is Phase.ADJOURNED or canary.level in (Level.NOBODY, Level.DRAFT) or item is None:
            return False
        if part in item.recused:
            return False
        if canary.level in (Level.EXISTENCE, Level.EXTRACT) and item.shut and not item.title_closed:
            return True  # that there is one, and what everyone may know of it
        if canary.level is Level.EXISTENCE and part in meeting.visitors:
            return self._is_open(canary, item)
        if part in item.guests:
            return canary.level in (Level.EXISTENCE, Level.TITLE) or item.on_floor
        return part in meeting.visitors and meeting.phase is Phase.IN_SESSION and self._is_open(canary, item)

"""One meeting's people: who is connected at this process and at others, whose hand is up, and what was told of them. No clock."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct, structs

from eventstore.attending import Attends
from projections.view import Named

PEOPLE_MAX = 200
"""Above this a meeting's presence is told by number, and by person only of those whose hand is up."""
PEOPLE_AGAIN = 180
"""At or below this it is told person by person again."""

NOBODY = Attends(0)


class Present(Struct, frozen=True):
    """A person as others see them online."""

    person: Named
    roles: tuple[str, ...]
    """Whom the person sits for."""
    connections: int = 1
    hand: int | None = None
    """Where in the order of raised hands theirs went up, from 1; None: it is down."""


class Attended:
    """The people of one meeting."""

    __slots__ = ("_describe", "_described", "counted", "here", "shown", "there")

    def __init__(self, describe: Callable[[str], Present]) -> None:
        self._describe = describe
        self._described: dict[str, Present] = {}
        self.here: dict[str, Attends] = {}
        self.there: dict[str, Mapping[str, Attends]] = {}
        """Other process -> its people."""
        self.shown: dict[str, Present] = {}
        """What those who follow were told."""
        self.counted: int | None = None
        """How many they were told there are, where that is told by number."""

    def of(self, person: str) -> Attends | None:
        """A person at all processes together; None: they are at none."""
        found = [each[person] for each in (self.here, *self.there.values()) if person in each]
        if not found:
            return None
        latest = max(found, key=lambda each: each.stated_at)
        return structs.replace(latest, connections=sum(each.connections for each in found))

    def adopt(self, people: Mapping[str, Attends | None]) -> list[str]:
        """Whoever said something later at another process said it here too: answers whom that changes."""
        changed = []
        for person, there in people.items():
            mine = self.here.get(person)
            if there is not None and mine is not None and mine.stated_at < there.stated_at:
                self.here[person] = structs.replace(there, connections=mine.connections)
                changed.append(person)
        return changed

    def forget_names(self) -> None:
        """People may be called something else by now."""
        self._described.clear()

    def news(self) -> dict[str, Any]:
        """What changed since this was asked last, as fields of the message; none where nothing did."""
        people = {person for each in (self.here, *self.there.values()) for person in each}
        counted = len(people) if len(people) > (PEOPLE_MAX if self.counted is None else PEOPLE_AGAIN) else None
        before, self.shown = self.shown, self._shown(people, counted is not None)
        of_another_kind = (counted is None) != (self.counted is None)
        other_count, self.counted = counted != self.counted, counted
        if of_another_kind:
            return self.full()
        fields: dict[str, Any] = {
            "join": tuple(each for person, each in self.shown.items() if person not in before),
            "leave": tuple(person for person in before if person not in self.shown),
            "update": tuple(each for person, each in self.shown.items() if before.get(person, each) != each),
        }
        changed = {name: value for name, value in fields.items() if value}
        return changed | ({"count": counted} if other_count else {})

    def full(self) -> dict[str, Any]:
        """All that those who follow were told, as fields of the message."""
        everyone = {"full": tuple(self.shown.values())}
        return everyone if self.counted is None else everyone | {"count": self.counted}

    def _shown(self, people: set[str], only_hands: bool) -> dict[str, Present]:
        everywhere = (self.here, *self.there.values())
        if only_hands:
            people = {person for each in everywhere for person, it in each.items() if it.hand is not None}
        attending = {person: self.of(person) or NOBODY for person in sorted(people)}
        up = sorted((each.hand, person) for person, each in attending.items() if each.hand is not None)
        numbers = {person: number for number, (_, person) in enumerate(up, start=1)}
        told = [person for _, person in up][:PEOPLE_MAX] if only_hands else list(attending)
        self._described = {person: self._described.get(person) or self._describe(person) for person in told}
        return {
            person: structs.replace(
                self._described[person],
                connections=max(1, attending[person].connections),  # in a moment they are back, or gone
                hand=numbers.get(person),
            )
            for person in told
        }

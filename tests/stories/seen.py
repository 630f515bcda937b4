"""What shows a fact of the source documents: events of the log, and rows of a view that are looked for there."""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from msgspec import Struct

from domain.kernel import Recorded
from tests.outside import Json

Topics = Callable[[str], Iterable[Json]]
"""topic -> its rows, each with its `key`; of `{scope}/audit-trail` its entries"""


class Says(Struct, frozen=True):
    """A text that holds these words, whatever else it says."""

    words: str


class Sees(Struct, frozen=True):
    """Rows of a topic that hold these values: so many, and no more."""

    topic: str
    fields: dict[str, Any]
    """`person.name` is the name within the person, `substitutes.0` the first of several."""
    times: int

    def check(self, topics: Topics) -> None:
        found = sum(self._fits(row) for row in topics(self.topic))
        assert found == self.times, f"{self} is shown {found} times"

    def _fits(self, row: Json) -> bool:
        return all(_holds(_value(row, path), expected) for path, expected in self.fields.items())

    def planted_wrong(self) -> Iterable["Sees"]:
        """The same with one row more; and, where there are rows, with one value changed each."""
        yield msgspec.structs.replace(self, times=self.times + 1)
        for path, expected in self.fields.items() if self.times else ():
            wrong = Says(f"{expected.words} ikke") if isinstance(expected, Says) else "noget andet"
            yield msgspec.structs.replace(self, fields=self.fields | {path: wrong})

    def __str__(self) -> str:
        values = ", ".join(f"{path} {_printed(expected)}" for path, expected in self.fields.items())
        return f"`{self.topic}`: {self.times} × {values}"


def sees(topic: str, *, times: int = 1, **fields: Any) -> Sees:
    """`person__name="…"` looks for the name within the person."""
    return Sees(topic, {path.replace("__", "."): expected for path, expected in fields.items()}, times)


def _value(row: Json, path: str) -> Any:
    value: Any = row
    for name in path.split("."):
        if isinstance(value, list):
            value = dict(enumerate(value)).get(int(name))
        elif isinstance(value, dict):
            value = value.get(name)
        else:
            return None
    return value


def _holds(value: Any, expected: Any) -> bool:
    if isinstance(expected, Says):
        return isinstance(value, str) and expected.words in value
    return bool(value == expected)


def _printed(expected: Any) -> str:
    return f"says »{expected.words}«" if isinstance(expected, Says) else f"= {expected!r}"


class Told(Struct, frozen=True):
    """Events of a stream that tell the fact."""

    stream: str
    tag: str
    fields: dict[str, Any]

    def positions(self, log: Iterable[Recorded]) -> list[int]:
        return [
            each.position
            for each in log
            if each.stream == self.stream
            and each.event.tag == self.tag
            and all(getattr(each.event, name) == expected for name, expected in self.fields.items())
        ]


def told(stream: str, *tags: str, **fields: Any) -> tuple[Told, ...]:
    """One for each tag."""
    return tuple(Told(stream, tag, fields) for tag in tags)


class Fact(Struct, frozen=True, kw_only=True):
    """One fact of a source document, and what shows it."""

    id: str
    says: str
    by: tuple[Told, ...]
    seen: tuple[Sees, ...]
    claim_alone: str | None = None
    """Why only a quoted statement carries it."""


def positions(fact: Fact, log: list[Recorded]) -> list[int]:
    """Where the log tells a fact. Each way of telling it is there."""
    found: set[int] = set()
    for each in fact.by:
        there = each.positions(log)
        assert there, f"{fact.id}: no {each.tag} with {each.fields} in {each.stream}"
        found.update(there)
    return sorted(found)

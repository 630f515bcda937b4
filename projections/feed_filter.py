"""Which events a reader of the feed asks for: some streams or scopes, some types. What it leaves out, the cursor goes on over."""

import re
from collections.abc import Iterable

from msgspec import Struct

from domain.kernel import Recorded
from domain.names import END, KIND, NAME, SCOPE, scope_of
from domain.streams import EVENTS
from projections.cloud_event import type_of
from projections.misasked import Misasked

TOPICS_ASKED_MAX = 100
TYPES_ASKED_MAX = 100
TOPIC = re.compile(rf"{SCOPE}(/{KIND}/{NAME})?{END}")
TAGS = {name: tag for tag, event in EVENTS.items() for name in (tag, type_of(event))}
"""What an event may be asked for by -> its tag: the tag itself, or its type as the feed tells it."""


class Filter(Struct, frozen=True):
    """Made by `read_filter`. Empty sets let everything through."""

    topics: frozenset[str] = frozenset()
    """Streams `scope/kind/name`, and scopes."""
    tags: frozenset[str] = frozenset()

    def wants(self, recorded: Recorded) -> bool:
        if self.tags and recorded.event.tag not in self.tags:
            return False
        return not self.topics or recorded.stream in self.topics or scope_of(recorded.stream) in self.topics


EVERYTHING = Filter()


def read_filter(topics: Iterable[str], types: Iterable[str]) -> Filter:
    """What a reader asks for: each topic a stream or a scope; each type a tag (`fund.allocated`) or the type that the feed tells
    (`dk.klynge.fund.allocated.v1`). Raises `Misasked`: were a misspelt type passed over, its reader would wait for ever.
    """
    asked, named = frozenset(topics), frozenset(types)
    _require_few("topic", len(asked), TOPICS_ASKED_MAX)
    _require_few("type", len(named), TYPES_ASKED_MAX)
    for topic in asked:
        if TOPIC.match(topic) is None:
            raise Misasked(
                "topic",
                "topic.malformed",
                "Et emne er en strøm, »klynge/slags/navn«, eller en klynge.",
                "A topic is a stream, “scope/kind/name”, or a scope.",
            )
    if named - TAGS.keys():
        raise Misasked(
            "type",
            "type.unknown",
            "Den slags hændelse findes ikke. En type hedder som i strømmen, fx dk.klynge.fund.allocated.v1.",
            "There is no event of that type. A type is called as the feed tells it, dk.klynge.fund.allocated.v1, say.",
        )
    return Filter(asked, frozenset(TAGS[each] for each in named))


def _require_few(parameter: str, count: int, most: int) -> None:
    if count > most:
        raise Misasked(
            parameter,
            f"{parameter}.too-many",
            f"Der kan spørges efter {most} ad gangen.",
            f"No more than {most} can be asked for at once.",
        )

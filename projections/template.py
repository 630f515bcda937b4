"""Templates: the text an event's class carries, taken apart once.

`{field}` stands for a field. `[…{field}…]` falls away where that field is absent; `[…{field}…|other words]` says those then.
"""

import re
from functools import cache

PLACEHOLDER = re.compile(r"\{(\w+)\}")
OPTIONAL = re.compile(r"\[([^\]|]*)(?:\|([^\]]*))?\]")

Parts = tuple[tuple[str, str | None], ...]
"""(text before, field) of every placeholder; the last has no field."""
Segment = tuple[Parts, str | None]
"""Parts, and what stands instead where a field of theirs is absent; None: they always stand."""


@cache
def segments_of(template: str) -> tuple[Segment, ...]:
    """A template's segments, in order."""
    segments: list[Segment] = []
    end = 0
    for match in OPTIONAL.finditer(template):
        segments.append((_parts(template[end : match.start()]), None))
        segments.append((_parts(match.group(1)), match.group(2) or ""))
        end = match.end()
    return (*segments, (_parts(template[end:]), None))


def fields_of(template: str) -> frozenset[str]:
    """The fields a template mentions."""
    return frozenset(PLACEHOLDER.findall(template))


def _parts(template: str) -> Parts:
    parts: list[tuple[str, str | None]] = []
    end = 0
    for match in PLACEHOLDER.finditer(template):
        parts.append((template[end : match.start()], match.group(1)))
        end = match.end()
    return (*parts, (template[end:], None))

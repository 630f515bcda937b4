"""Referring (henvisning): a row that tells many texts holds where each was said, and not the texts: so it stays small.

It reads the same: whoever may see what was said there is shown it, and one redaction reaches it too.
"""

from typing import Any

import msgspec
from msgspec import Struct

from domain.kernel import Recorded
from domain.text import Sealed, TextAt


def referred(recorded: Recorded) -> Any:
    """The event, with where each of its texts was said instead of the texts."""
    return _referred(recorded.event, recorded.stream, recorded.version, "")


def _referred(value: Any, stream: str, version: int, path: str) -> Any:
    match value:
        case Sealed():
            return TextAt(stream, version, path)
        case TextAt():
            return value
        case tuple():
            return tuple(_referred(each, stream, version, f"{path}/{n}") for n, each in enumerate(value))
        case Struct():
            changed = {}
            for name in value.__struct_fields__:
                held = getattr(value, name)
                told = _referred(held, stream, version, f"{path}/{name}")
                if told is not held:
                    changed[name] = told
            return msgspec.structs.replace(value, **changed) if changed else value
        case _:
            return value

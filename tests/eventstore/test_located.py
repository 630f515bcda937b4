"""States and reactions never see a box: wherever an event holds one, they are told where the words stand instead.

Held against the golden files, in which every field of every event holds every shape it may have.
"""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from domain.streams import EVENTS
from domain.text import Said, Sealed, TextAt
from eventstore.mapper import decode_event
from eventstore.sealing import Sealing, located, text_in
from tests.golden_samples import GOLDEN
from tests.test_golden import FILES, tag_and_version

STREAM, VERSION = "lillebaelt/meeting/2024-04-09-strategic", 7
OF_TODAY = [path for path in FILES if tag_and_version(path)[1] == EVENTS[tag_and_version(path)[0]].v]


def boxes(payload: Any, path: str = "") -> dict[str, Any]:
    """Path -> box, wherever one stands in a stored payload."""
    match payload:
        case {"c": _, "box": _}:
            return {path: payload}
        case dict():
            parts = payload.items()
        case list():
            parts = enumerate(payload)  # type: ignore[assignment]
        case _:
            return {}
    return {at: box for name, part in parts for at, box in boxes(part, f"{path}/{name}").items()}


def put(payload: Any, path: str, value: Any) -> None:
    *steps, last = (int(step) if step.isdigit() else step for step in path.split("/")[1:])
    for step in steps:
        payload = payload[step]
    payload[last] = value


def event_of(path: Path) -> Any:
    return decode_event(*tag_and_version(path), path.read_bytes())


@pytest.mark.parametrize("path", OF_TODAY, ids=lambda path: path.stem)
def test_every_box_is_replaced_by_where_it_stands_and_nothing_else_changes(path: Path) -> None:
    expected = msgspec.json.decode(path.read_bytes())
    for at in boxes(expected):
        put(expected, at, [STREAM, VERSION, at])

    found = located(event_of(path), STREAM, VERSION)

    assert msgspec.json.decode(msgspec.json.encode(found)) == msgspec.json.decode(
        msgspec.json.encode(decode_event(*tag_and_version(path), msgspec.json.encode(expected)))
    )


@pytest.mark.parametrize("path", OF_TODAY, ids=lambda path: path.stem)
def test_every_text_that_is_said_is_sealed_where_it_stands(path: Path) -> None:
    """The way there: the same events with plain words wherever a box may be."""
    event = event_of(path)
    wordy = boxes(msgspec.json.decode(path.read_bytes()))
    keys = iter((index.to_bytes(16, "big"), bytes(32)) for index in range(1_000))

    said = with_words(event)
    sealed, where, blocks = Sealing(lambda: next(keys)).seal(said, STREAM, VERSION, 42)

    assert [block.field for block in blocks] == list(wordy)
    assert all(isinstance(text_in(sealed, at), Sealed) for at in wordy)
    assert [text_in(where, at) for at in wordy] == [TextAt(STREAM, VERSION, at) for at in wordy]
    assert boxes(msgspec.json.decode(msgspec.json.encode(sealed))).keys() == wordy.keys()


def with_words(value: Any) -> Any:
    """Every box as what `decide` says."""
    match value:
        case Sealed():
            return Said("ord")
        case TextAt() | str():
            return value
        case tuple():
            return tuple(with_words(each) for each in value)
        case msgspec.Struct():
            return msgspec.structs.replace(
                value, **{name: with_words(getattr(value, name)) for name in value.__struct_fields__}
            )
        case _:
            return value


def test_there_are_events_to_hold_it_against() -> None:
    assert len(OF_TODAY) >= len(EVENTS)
    assert {path.parent for path in OF_TODAY} == {GOLDEN}

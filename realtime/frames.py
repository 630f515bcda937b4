"""Frames: a message as bytes for the wire, made once and written to everyone who may see it."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from websockets.frames import Frame, Opcode

from realtime.messages import FRAME_BYTES_MAX, SNAPSHOT_BYTES_MAX, Changed, FromServer, Snap, encode

_ENCODE = msgspec.json.encode

Body = bytes
"""A row as it is shown, encoded; `null` where it is gone."""
Bodies = dict[str, Body]
"""key on the wire -> row"""


def body_of(row: Any) -> Body:
    return _ENCODE(row)


def bodies_of(rows: Mapping[str, Any]) -> Bodies:
    return {key: _ENCODE(row) for key, row in rows.items()}


def framed(message: FromServer) -> bytes:
    """A whole websocket text frame, unmasked as servers send them (RFC 6455 §5.1)."""
    return Frame(Opcode.TEXT, encode(message)).serialize(mask=False)


def snapshot_frames(topic: str, pos: int, cursor: str, rows: Bodies) -> tuple[bytes, ...]:
    """A topic's rows in parts of at most `SNAPSHOT_BYTES_MAX`."""
    parts = list(_parts(rows, SNAPSHOT_BYTES_MAX))
    return tuple(
        framed(Snap(topic=topic, pos=pos, cursor=cursor, part=index, last=index == len(parts), rows=part))
        for index, part in enumerate(parts, start=1)
    )


def change_frames(topic: str, pos: int, prev: int, cursor: str, rows: Bodies) -> bytes:
    """One transaction's rows; above `FRAME_BYTES_MAX` in parts, one after the other."""
    parts = list(_parts(rows, FRAME_BYTES_MAX))
    if len(parts) == 1:
        return framed(Changed(topic=topic, pos=pos, prev=prev, cursor=cursor, set=parts[0]))
    return b"".join(
        framed(Changed(topic=topic, pos=pos, prev=prev, cursor=cursor, set=part, part=index, last=index == len(parts)))
        for index, part in enumerate(parts, start=1)
    )


def _parts(rows: Bodies, bytes_max: int) -> Iterator[dict[str, msgspec.Raw]]:
    """Rows in parts of at most `bytes_max` (a single larger row goes alone)."""
    part: dict[str, msgspec.Raw] = {}
    size = 0
    for key, body in rows.items():
        weight = len(key) + len(body) + 6
        if part and size + weight > bytes_max:
            yield part
            part, size = {}, 0
        part[key] = msgspec.Raw(body)
        size += weight
    yield part

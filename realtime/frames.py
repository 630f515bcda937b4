"""Frames: a message as bytes for the wire, made once and written to everyone who may see it."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

import msgspec
from msgspec.structs import replace
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
    parts = list(_parts(topic, pos, rows, SNAPSHOT_BYTES_MAX))
    return tuple(
        framed(Snap(topic=topic, pos=pos, cursor=cursor, part=index, last=index == len(parts), rows=part, href=href))
        for index, (part, href) in enumerate(parts, start=1)
    )


def change_frames(topic: str, pos: int, prev: int, cursor: str, rows: Bodies) -> bytes:
    """One transaction's rows; above `FRAME_BYTES_MAX` in parts, one after the other."""
    parts = list(_parts(topic, pos, rows, FRAME_BYTES_MAX))
    of = Changed(topic=topic, pos=pos, prev=prev, cursor=cursor, set=parts[0][0], href=parts[0][1])
    if len(parts) == 1:
        return framed(of)
    return b"".join(
        framed(replace(of, set=part, href=href, part=index, last=index == len(parts)))
        for index, (part, href) in enumerate(parts, start=1)
    )


def _parts(
    topic: str, pos: int, rows: Bodies, bytes_max: int
) -> Iterator[tuple[dict[str, msgspec.Raw], dict[str, str]]]:
    """Rows in parts of at most `bytes_max`, and where those are read that are larger by themselves."""
    part: dict[str, msgspec.Raw] = {}
    href: dict[str, str] = {}
    size = 0
    for key, body in rows.items():
        address = _address(topic, pos, key) if len(body) > bytes_max else ""
        weight = len(key) + (len(address) or len(body)) + 6
        if (part or href) and size + weight > bytes_max:
            yield part, href
            part, href, size = {}, {}, 0
        if address:
            href[key] = address
        else:
            part[key] = msgspec.Raw(body)
        size += weight
    yield part, href


def _address(topic: str, pos: int, key: str) -> str:
    """Where a row is read as of a position. A page of rows whose key begins so: the row itself is its first."""
    return f"/v1/{topic}?prefix={quote(key, safe='/')}&at={pos}&limit=1"

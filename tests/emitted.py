"""Every frame that any test makes the service send is held against `/asyncapi.json`, as it is made.

Rows are looked at once each: most of them are sent again and again.
"""

import json
from collections import deque
from collections.abc import Callable
from functools import cache
from typing import Any

import jsonschema_rs
import msgspec

from realtime.asyncapi import asyncapi, rows_of
from realtime.onlookers import CHANGES

ROWS = {"snap": "rows", "rows": "set"}
"""message -> its field that holds rows"""
SEEN_MAX = 200_000

wrong: deque[str] = deque(maxlen=20)
"""What did not match, of the test under way."""
_seen: set[int] = set()
_Shallow = msgspec.json.Decoder(dict[str, msgspec.Raw])


@cache
def _document() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json.dumps(asyncapi("https://klynge.example")))
    for message in document["components"]["messages"].values():
        # A client passes over what it does not know; the service sends nothing that is not described.
        name = message["payload"]["$ref"].rpartition("/")[2]
        document["components"]["schemas"][name]["additionalProperties"] = False
    return document


@cache
def _validator(schema: str) -> Any:
    return jsonschema_rs.validator_for({"$ref": f"#/components/schemas/{schema}", **_document()})


@cache
def _names() -> dict[str, str]:
    """op -> its schema"""
    messages = _document()["components"]["messages"]
    return {op: str(message["payload"]["$ref"]).rpartition("/")[2] for op, message in messages.items()}


def misfits(text: bytes) -> list[str]:
    """What of a frame's text is not as it is described."""
    parts = _Shallow.decode(text)
    op = msgspec.json.decode(parts["op"])
    if op not in _names():
        return [f"{op} is no message"]
    rows = parts.get(ROWS.get(op, ""))
    envelope = {key: msgspec.json.decode(part) for key, part in parts.items() if part is not rows}
    bodies = {} if rows is None else _Shallow.decode(rows)
    if rows is not None:
        envelope[ROWS[op]] = {}
    found = [str(error) for error in _validator(_names()[op]).iter_errors(envelope)]
    view = _view(str(envelope.get("topic")))
    for key, body in bodies.items():
        mark = hash((view, bytes(body)))
        if view is None or mark in _seen or bytes(body) == b"null":
            continue
        if len(_seen) < SEEN_MAX:
            _seen.add(mark)
        found += [f"{key}: {error}" for error in _validator(rows_of(view)).iter_errors(msgspec.json.decode(body))]
    return found


def _view(topic: str) -> str | None:
    """The view of a topic that is described; tests have topics of their own too."""
    parts = topic.split("/")
    view = parts[1] if len(parts) in (2, 3) else CHANGES
    return view if rows_of(view) in _document()["components"]["schemas"] else None


def watched(encode: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
    """The encoder of messages, looked over the shoulder."""

    def look(message: Any) -> bytes:
        text = encode(message)
        wrong.extend(misfits(text))
        return text

    return look

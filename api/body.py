"""Bodies: JSON as strictly as RFC 8259 and I-JSON (RFC 7493) have it, then a command of the door's own type.

msgspec accepts doubled keys, and any depth until the stack ends; both are refused here before it reads.
"""

import json
from typing import Any, TypeVar

import msgspec
from starlette.requests import ClientDisconnect, Request

from api.problems import Problem

BODY_BYTES_MAX = 1024 * 1024
DEPTH_MAX = 32

C = TypeVar("C")


async def read_body(request: Request) -> bytes:
    """The raw body. Raises Problem 400 where it is too large."""
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > BODY_BYTES_MAX:
                raise Problem(
                    400,
                    "json.too-large",
                    f"Kroppen er over {BODY_BYTES_MAX} bytes. Del den op, eller vedhæft den som bilag.",
                    f"The body is over {BODY_BYTES_MAX} bytes. Split it, or attach it as a document.",
                )
    except ClientDisconnect:
        raise Problem(400, "json.cut-off", "Kroppen kom ikke helt frem.", "The body did not arrive whole.") from None
    return body


def decode_body(body: bytes, type_: type[C]) -> C:
    """A command from a body; an empty one is `{}`. Raises Problem 400 (not JSON as we have it) or 422 (not this command)."""
    body = body or b"{}"
    _check_json(body)
    try:
        return msgspec.json.decode(body, type=type_)
    except msgspec.ValidationError as error:
        words, _, where = str(error).partition(" - at `")
        pointer = _pointer(where.rstrip("`"))
        raise Problem(
            422,
            "body.invalid",
            f"Feltet {pointer or '/'} er ikke, som det skal være: {words}",
            f"The field {pointer or '/'} is not as it should be: {words}",
            extra={"pointer": pointer},
        ) from None
    except msgspec.DecodeError as error:
        raise Problem(
            400, "json.malformed", f"Kroppen er ikke JSON: {error}", f"The body is not JSON: {error}"
        ) from None


def _check_json(body: bytes) -> None:
    try:
        text = body.decode()
        if _depth(text) > DEPTH_MAX:
            raise Problem(
                400, "json.too-deep", f"JSON må højst være {DEPTH_MAX} dyb.", f"JSON may be {DEPTH_MAX} deep at most."
            )
        json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant, parse_int=_short_int)
    except UnicodeDecodeError:
        raise Problem(400, "json.not-utf-8", "Kroppen er ikke UTF-8.", "The body is not UTF-8.") from None
    except ValueError as error:
        raise Problem(
            400, "json.malformed", f"Kroppen er ikke JSON: {error}", f"The body is not JSON: {error}"
        ) from None


def _depth(text: str) -> int:
    """How deep brackets nest, outside strings."""
    depth = deepest = 0
    in_string = escaped = False
    for character in text:
        if in_string:
            if escaped:
                escaped = False
            elif character == "\\":
                escaped = True
            elif character == '"':
                in_string = False
        elif character == '"':
            in_string = True
        elif character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth -= 1
    return deepest


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen = dict(pairs)
    if len(seen) < len(pairs):
        doubled = next(key for key, _ in pairs if [k for k, _ in pairs].count(key) > 1)
        raise Problem(
            400,
            "json.doubled-key",
            f"Nøglen »{doubled}« står to gange.",
            f"The key “{doubled}” stands twice.",
        )
    return seen


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


def _short_int(digits: str) -> int:
    return int(digits) if len(digits) <= 20 else 10**20


def _pointer(path: str) -> str:
    """msgspec's `$.points[0].words` as a JSON pointer (RFC 6901)."""
    return path.removeprefix("$").replace(".", "/").replace("[", "/").replace("]", "")

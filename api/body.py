"""Bodies: JSON as strictly as RFC 8259 and I-JSON (RFC 7493) have it, then a command of the door's own type.

msgspec accepts doubled keys, and any depth until the stack ends; both are refused here before it reads.
"""

import asyncio
import json
import re
from typing import Any, TypeVar

import msgspec
from starlette.requests import ClientDisconnect, Request

from api.misfits import misfit
from api.problems import Problem

BODY_BYTES_MAX = 1024 * 1024
BODY_S_MAX = 30
"""One that takes longer to arrive is given up."""
DEPTH_MAX = 32
NUMBER_DIGITS_MAX = 20
"""No number of ours has more; one of thousands of digits would take long to read."""
KEY_CHARS_MAX = 80
"""Told of a key that stands twice."""
NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
"""An escaped NUL, behind an even number of backslashes: the text means it. PostgreSQL's text cannot hold one."""
BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)

C = TypeVar("C")


async def read_body(request: Request) -> bytes:
    """The raw body. Raises Problem 400 where it is too large, or does not arrive."""
    body = b""
    try:
        async with asyncio.timeout(BODY_S_MAX):
            async for chunk in request.stream():
                body += chunk
                if len(body) > BODY_BYTES_MAX:
                    raise Problem(
                        400,
                        "json.too-large",
                        f"Kroppen er over {BODY_BYTES_MAX} bytes. Del den op, eller vedhæft den som bilag.",
                        f"The body is over {BODY_BYTES_MAX} bytes. Split it, or attach it as a document.",
                    )
    except (ClientDisconnect, TimeoutError):
        raise Problem(400, "json.cut-off", "Kroppen kom ikke helt frem.", "The body did not arrive whole.") from None
    return body


def decode_body(body: bytes, type_: type[C]) -> C:
    """A command from a body; an empty one is `{}`. Raises Problem 400 (not JSON as we have it) or 422 (not this command)."""
    body = body or b"{}"
    _check_json(body)
    try:
        return msgspec.json.decode(body, type=type_)
    except msgspec.ValidationError as error:
        pointer, da, en = misfit(str(error))
        raise Problem(422, "body.invalid", da, en, extra={"pointer": pointer}) from None
    except msgspec.DecodeError as error:
        # All that Python reads and msgspec does not: `\ud800` without the half that belongs to it.
        raise Problem(
            400,
            "json.lone-surrogate",
            "Kroppen har et halvt tegn (et surrogat uden sin anden halvdel).",
            f"The body holds half a surrogate pair: {error}.",
        ) from None


def _check_json(body: bytes) -> None:
    try:
        text = body.decode()
    except UnicodeDecodeError:
        raise Problem(400, "json.not-utf-8", "Kroppen er ikke UTF-8.", "The body is not UTF-8.") from None
    if text.startswith("\ufeff"):
        raise Problem(400, "json.bom", "Kroppen begynder med et BOM.", "The body begins with a byte order mark.")
    if _is_deep(text):
        raise Problem(
            400, "json.too-deep", f"JSON må højst være {DEPTH_MAX} dyb.", f"JSON may be {DEPTH_MAX} deep at most."
        )
    try:
        json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant, parse_int=_short_int)
    except json.JSONDecodeError as error:
        where = f"linje {error.lineno}, tegn {error.colno}"
        raise _malformed(f"Kroppen er ikke JSON ({where}).", f"The body is not JSON: {error}.") from None
    except _NoConstant as error:
        raise _malformed(f"{error} er ikke et tal i JSON.", f"{error} is no JSON number.") from None
    if NUL.search(text):
        raise Problem(400, "json.nul", "Kroppen indeholder tegnet NUL.", "The body holds the character NUL.")


class _NoConstant(Exception):
    """`NaN`, `Infinity`: JavaScript, and no JSON."""


def _malformed(da: str, en: str) -> Problem:
    return Problem(400, "json.malformed", da, en)


def _is_deep(text: str) -> bool:
    """Whether brackets nest too deep, outside strings. Few brackets cannot."""
    if text.count("[") + text.count("{") <= DEPTH_MAX:
        return False
    depth = 0
    for match in BRACKETS.finditer(text):
        token = match[0]
        if token in "[{":
            depth += 1
            if depth > DEPTH_MAX:
                return True
        elif token in "]}":
            depth -= 1
    return False


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        seen: set[str] = set()
        doubled = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        # Half a surrogate pair may stand in a key, and in no answer.
        told = doubled[:KEY_CHARS_MAX].encode(errors="replace").decode()
        raise Problem(400, "json.doubled-key", f"Nøglen »{told}« står to gange.", f"The key “{told}” stands twice.")
    return members


def _no_constant(name: str) -> None:
    raise _NoConstant(name)


def _short_int(digits: str) -> int:
    return int(digits[: NUMBER_DIGITS_MAX + 1])

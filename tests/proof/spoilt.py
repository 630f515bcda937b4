"""What cases are made with: the tree that others publish roots of, and hashes and signatures with a bit changed."""

from typing import Any

Case = dict[str, Any]
CT_LEAVES = tuple(
    bytes.fromhex(each)
    for each in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
)
"""What the reference tree of Certificate Transparency is made of; others publish its roots."""


def flipped(held: bytes) -> bytes:
    return bytes([held[0] ^ 1]) + held[1:]


def altered(line: str) -> str:
    """The last byte but some of a signature changed by a bit."""
    body = line.rstrip("\n").split(" ")[2]
    at = len(body) - 12
    return line.replace(body, body[:at] + ("A" if body[at] != "A" else "B") + body[at + 1 :])

"""What is said while a message is read leaves in one piece, in order, and never without bound."""

import asyncio
from typing import cast

from realtime.outgoing import HELD_BYTES_MAX, Outgoing


class Transport:
    """One that takes note of each write."""

    def __init__(self) -> None:
        self.writes: list[bytes | None] = []

    def write(self, data: bytes) -> None:
        self.writes.append(data)

    def can_write_eof(self) -> bool:
        return True

    def write_eof(self) -> None:
        self.writes.append(None)


def outgoing() -> tuple[Outgoing, list[bytes | None]]:
    transport = Transport()
    return Outgoing(cast("asyncio.Transport", transport)), transport.writes


def test_what_is_held_leaves_in_one_piece() -> None:
    out, writes = outgoing()
    out.hold()
    for each in (b"welcome", b"ok", b"sync"):
        out.write(each)
    assert writes == []
    out.let_go()
    assert writes == [b"welcomeoksync"]
    out.write(b"rows")
    assert writes == [b"welcomeoksync", b"rows"], "afterwards each leaves at once"
    out.hold()
    out.let_go()
    assert len(writes) == 2, "nothing is no write"


def test_no_more_is_held_than_the_limit() -> None:
    out, writes = outgoing()
    out.hold()
    large = bytes(HELD_BYTES_MAX)
    out.write(large)
    assert writes == [], "the control: so much may wait"
    out.write(b"x")
    out.write(b"y")
    assert writes == [large + b"x"]
    out.let_go()
    assert writes == [large + b"x", b"y"]


def test_the_end_comes_after_what_was_held() -> None:
    out, writes = outgoing()
    out.hold()
    out.write(b"close")
    out.end()
    out.let_go()
    assert writes == [b"close", None]
    out.end()
    assert writes == [b"close", None, None]


def test_nobody_is_told_before_the_handshake_or_after_the_close() -> None:
    out, writes = outgoing()
    out.way(b"early")
    out.open = True
    out.way(b"rows")
    out.hold()
    out.way(b"ok")
    assert writes == [b"rows"]
    out.open = False
    out.way(b"late")
    out.write(b"close")
    out.let_go()
    assert writes == [b"rows", b"okclose"], "but for why it is closed"

"""Cursors: a place in the log's order as clients hold it: opaque to them, compared by position here.

It names the epoch (another after the log was put back from a copy) and the reader's profile (another when rights changed), so
that one comparison tells whether a reader may go on from there.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

from msgspec import Struct

CURSOR_CHARS_MAX = 200
FEED = "feed"
"""The profile of every cursor of the feed: they go on across changes of right, since what is seen is decided by today's."""


class Cursor(Struct, frozen=True):
    """`position`: the last the reader has taken in."""

    epoch: str
    profile: str
    position: int

    def text(self) -> str:
        return urlsafe_b64encode(f"{self.epoch}.{self.profile}.{self.position:013d}".encode()).decode().rstrip("=")


def feed_cursor(epoch: str, position: int) -> str:
    """To go on after a position of the feed, the same on whatever carries it."""
    return Cursor(epoch, FEED, position).text()


def href_of_event(epoch: str, position: int) -> str:
    """Where one event is read, by the rights that whoever asks has then."""
    return f"/v1/changes?after={feed_cursor(epoch, position - 1)}&limit=1"


def read_cursor(text: str) -> Cursor | None:
    """The cursor a client sent; None when it is none of ours."""
    if len(text) > CURSOR_CHARS_MAX:
        return None
    try:
        epoch, profile, position = urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode().split(".")
        found = Cursor(epoch, profile, int(position))
    except (ValueError, Error):
        return None
    # The decoder overlooks what is no base64, and `int` knows more digits than ours: only our own spelling counts.
    return found if found.position >= 0 and found.text() == text else None

"""Deciding: what the writer may read and write while nobody else appends. Each store gives its own."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol

from msgspec import Struct

from domain.text import TextAt, TextClass
from eventstore.mapper import LogNotification


class Overtaken(Exception):
    """Somebody else appended first: read on and decide again."""


class ReceiptTaken(Exception):
    """Somebody else answered the same key first: look its receipt up and decide again."""


class Head(NamedTuple):
    """The end of the log."""

    position: int
    """0: the log is empty."""
    recorded_at: int
    """Of its last event, microseconds since 1970 UTC; 0: the log is empty."""


class Stored(NamedTuple):
    """An event as it is written: the library's `StoredEvent`, made in a third of the time."""

    originator_id: str
    originator_version: int
    topic: str
    state: bytes


class Receipt(Struct, frozen=True, gc=False):
    """That a command was answered, kept in the transaction of its events. No body, no answer: both are made again."""

    actor: str
    key: str
    digest: bytes
    """HMAC of path and body: the same key with another body is another command."""
    first: int
    last: int
    """The positions of its events; `last = first - 1` for a command that changed nothing."""
    refusal: bytes | None = None
    """Code and parameters of a refusal by a rule, as JSON."""


PERSONAL = (TextClass.CONTACT, TextClass.CITIZEN)
"""Classes of text that are about a person: of each it is known whose it is, so that it can be told who was shown it."""
IS_PERSONAL = f"text_class IN ({','.join(repr(str(each)) for each in PERSONAL)})"
"""The same as both stores ask for it: they have an index of these alone, since whoever starts asks for them."""


class Block(Struct, frozen=True, gc=False):
    """One sealed text: which key opens it, what kind it is and whom it is about."""

    position: int
    field: str
    key_id: bytes
    text_class: str
    subject: str


class Deciding(Protocol):
    """The log while the writer decides."""

    head: Head
    alone: bool
    """Nobody else appends meanwhile, and receipts were looked up."""
    life: str
    """Another one after a failover, which may have lost the end of the log; empty where it is not looked at."""
    receipts: Mapping[tuple[str, str], Receipt]
    """Those of the (actor, key) pairs that were asked for and have one."""

    def events_after(self, position: int) -> Iterable[LogNotification]:
        """What stands after a position, in order, up to `head`."""
        ...

    def stream(self, stream: str, upto: int) -> Iterable[LogNotification]:
        """A stream's events up to a position: a state read beyond the head decided at would poison the cache."""
        ...

    def stream_ids(self, kind: str, upto: int) -> Sequence[str]:
        """The streams of a kind that stood at a position, in name order."""
        ...

    def version_at(self, stream: str, position: int) -> int:
        """A stream's version at a position."""
        ...

    def has_block(self, where: TextAt) -> bool:
        """Whether a text was sealed there."""
        ...

    def blocks_of(self, subject: str) -> Iterable[tuple[TextAt, str]]:
        """Where texts about a subject were sealed, up to `head`, in order, and of what class. It looks through all."""
        ...

    def append(
        self, events: Sequence[Stored], recorded_at: int, receipts: Sequence[Receipt], blocks: Sequence[Block]
    ) -> None:
        """All of it at `head + 1 …`, or nothing. Raises `Overtaken` and `ReceiptTaken`."""
        ...


class Decidable(Protocol):
    """A recorder that lets a writer decide."""

    def deciding(self, wanted: Sequence[tuple[str, str]], known: Head | None) -> AbstractContextManager[Deciding]:
        """Commits at the end of the block, or rolls back when it raises.

        `wanted`: (actor, key) pairs whose receipts are looked up. `known`: the head to decide at without looking, where the
        store can; None: at the newest, alone.
        """
        ...


def kind_or_none(stream: str) -> str:
    """The kind of a stream id; empty for ids of another form (the library's own test cases)."""
    parts = stream.split("/", 2)
    return parts[1] if len(parts) == 3 else ""

"""Making a bundle: one walk through the log, up to the size of the newest checkpoint."""

from base64 import b64encode
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from typing import Literal

from msgspec import Struct

from domain.kernel import Recorded
from domain.log import CheckpointKeyChanged
from domain.meeting.agenda import AttachmentAdded
from domain.names import Hash, scope_of
from eventstore.documents import Documents, Unreadable
from eventstore.log import PAGE, Log
from eventstore.mapper import POSITION, StoredRow, decode_row
from eventstore.proofs import Proofs
from klynge.bundles.described import describe
from klynge.bundles.form import CHECKPOINT, EVENTS, FORMAT, LEAVES, PAPERS, TEXTS, Manifest, Scope, older
from klynge.bundles.opening import Opening
from klynge.bundles.writing import Bundle, finish

OLDER_MAX = 200
"""Checkpoints before the newest that go with a bundle, spread over all there are."""
CHECKPOINTS_PAGE = 500


class Wish(Struct, frozen=True, kw_only=True):
    """What is to be exported."""

    scope: Scope
    size: int
    """Of the checkpoint that it is checked against: the events up to here."""
    streams: Collection[str] | None
    """None: all of them."""
    texts: Literal["all", "as"]
    for_: str | None
    opening: Opening


def make(
    bundle: Bundle, wish: Wish, kept_log: Log, documents: Documents, proofs: Proofs, gone_on: Callable[[int], None]
) -> Manifest:
    """All files of a bundle. `gone_on` hears how many events were looked at."""
    size = wish.size
    bundle.put(CHECKPOINT, _note(proofs, size))
    with bundle.open(LEAVES) as leaves:
        for part in proofs.leaves(size):
            leaves.write(part)
    walk = _Walk(bundle, wish, kept_log, documents)
    count = walk.to(size, gone_on)
    _put_older(bundle, proofs, size, walk.keys_changed)
    origin = describe(bundle, sorted(walk.tags), kept_log)
    manifest = Manifest(
        format=FORMAT,
        origin=origin,
        size=size,
        scope=wish.scope,
        texts=wish.texts,
        for_=wish.for_,
        events=count,
        files=tuple(sorted(bundle.files, key=lambda each: each.path)),
    )
    finish(bundle, manifest)
    return manifest


class _Walk:
    """Events in order, with what belongs to each."""

    def __init__(self, bundle: Bundle, wish: Wish, kept_log: Log, documents: Documents) -> None:
        self._bundle = bundle
        self._wish = wish
        self._log = kept_log
        self._documents = documents
        self._papers: set[Hash] = set()
        self.tags: set[str] = set()
        self.keys_changed: list[int] = []
        """The positions at which the log says that another key signs it."""

    def to(self, size: int, gone_on: Callable[[int], None]) -> int:
        """How many events are disclosed."""
        with self._bundle.lines(EVENTS) as events, self._bundle.lines(TEXTS) as texts:
            for page in self._pages(size):
                told = [
                    (row, recorded)
                    for row in page
                    if self._is_asked_for(row[0]) and self._wish.opening.tells(recorded := decode_row(*row))
                ]
                with self._log.texts.at_hand([recorded for _, recorded in told]):
                    for row, recorded in told:
                        events.write(*_columns(row))
                        for field, salt, value in self._wish.opening.texts(recorded):
                            texts.write(_number(recorded.position), field.encode(), b64encode(salt), value)
                        self._take_in(recorded)
                gone_on(len(page))
            return events.count

    def _pages(self, size: int) -> Iterator[Sequence[StoredRow]]:
        reached = 0
        while page := self._log.recorder.rows(reached, PAGE, size):
            yield page
            reached = page[-1][POSITION]

    def _is_asked_for(self, stream: str) -> bool:
        return self._wish.streams is None or stream in self._wish.streams

    def _take_in(self, recorded: Recorded) -> None:
        tag = recorded.event.tag
        self.tags.add(tag)
        if isinstance(recorded.event, CheckpointKeyChanged):
            self.keys_changed.append(recorded.position)
        digest: Hash | None = getattr(recorded.event, "sha256", None)
        # A paper is read where it is attached to an item; another may be filed and not yet be anybody's to read.
        if digest is None or digest in self._papers or (self._wish.texts == "as" and not _is_attached(recorded)):
            return
        content: bytes | None = None
        with suppress(Unreadable):  # it was reported; the rest of the record is handed out without it
            content = self._documents.open(scope_of(recorded.stream), digest)
        if content is not None:
            self._papers.add(digest)
            self._bundle.put(f"{PAPERS}/{digest}", content)


def _is_attached(recorded: Recorded) -> bool:
    return isinstance(recorded.event, AttachmentAdded)


def _columns(row: StoredRow) -> tuple[bytes, ...]:
    stream, version, tag, state, position, recorded_at = row
    return (
        _number(position),
        stream.encode(),
        _number(version),
        tag.encode(),
        _number(recorded_at),
        bytes(state),
    )


def _number(number: int) -> bytes:
    return str(number).encode()


def _put_older(bundle: Bundle, proofs: Proofs, size: int, keys_changed: list[int]) -> None:
    """Some checkpoints before the newest; of each new key the first that covers the event that names it."""
    sizes: set[int] = set(_spread(proofs, size))
    for position in keys_changed:
        covering = proofs.covering(position)
        if covering is not None:
            sizes.add(covering.size)
    for each in sorted(sizes - {size}):
        bundle.put(older(each), _note(proofs, each))


def _note(proofs: Proofs, size: int) -> bytes:
    note = proofs.note_with_cosignatures(size)
    assert note is not None, f"no head of size {size}"
    return note.encode()


def _spread(proofs: Proofs, size: int) -> list[int]:
    """At most so many sizes, as evenly as they come: the same ones of the same checkpoints."""
    kept: list[int] = []
    step, count, after = 1, 0, 0
    while page := [each for each in proofs.checkpoints(after, CHECKPOINTS_PAGE) if each.size < size]:
        for head in page:
            if count % step == 0:
                kept.append(head.size)
                if len(kept) > OLDER_MAX:
                    kept, step = kept[::2], step * 2
            count += 1
        after = page[-1].size
    return kept

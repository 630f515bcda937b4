"""Texts: opens what a reader may see. Opened words are cached by block and dropped when the block is destroyed."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Container, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from domain.kernel import Recorded
from domain.names import PersonId, kind_of
from domain.text import Kept, Sealed, TextAt
from eventstore.deciding import PERSONAL, Block
from eventstore.keys import Fault, KeyDamaged, KeyDatabase
from eventstore.mapper import LogNotification, decode
from eventstore.report import report
from eventstore.sealing import Tampered, boxes_in, disclosed, key_id_of, sealed_in, text_in, unseal

V = TypeVar("V")

OPENED_MAX = 20_000
EVENTS_MAX = 5_000
"""Events kept at hand, boxes closed."""
HOPS_MAX = 8
"""A text is said in one place; a chain of references longer than this is a defect."""


class Texts:
    """The words behind boxes and references.

    `faults` holds the ids of keys whose texts cannot be opened though no event erased them, and why: then the process may not
    call itself ready.
    """

    def __init__(
        self,
        keys: KeyDatabase,
        event_at: Callable[[str, int], LogNotification | None],
        destroyed: Container[bytes],
    ) -> None:
        self._keys = keys
        self._event_at = event_at
        self._destroyed = destroyed
        self._opened: OrderedDict[bytes, str] = OrderedDict()
        self._boxes: OrderedDict[TextAt, Sealed[str]] = OrderedDict()
        self._events: OrderedDict[tuple[str, int], Recorded] = OrderedDict()
        self._at_hand: dict[bytes, bytes] = {}
        """Keys of what is opened next."""
        self._page: dict[tuple[str, int], Recorded] = {}
        """Events that are shown next; they refer to each other."""
        self._persons: dict[bytes, PersonId] = {}
        """key id of a personal block -> the person it is about."""
        self.faults: dict[bytes, Fault] = {}
        self._noted: dict[bytes, Fault] = {}
        """Met since the round of checks began that is under way."""

    def open(self, kept: Kept) -> str | None:
        """The words; None where they are erased, and, with a fault noted, where they cannot be opened."""
        sealed = self._box(kept) if isinstance(kept, TextAt) else kept
        key_id = key_id_of(sealed)
        words = self._opened.get(key_id)
        if words is not None:
            self._opened.move_to_end(key_id)
            return words
        words = self._by_key(sealed, unseal)
        if words is not None:
            self._opened[key_id] = words
            if len(self._opened) > OPENED_MAX:
                self._opened.popitem(last=False)
        return words

    def disclose(self, sealed: Sealed[str]) -> tuple[bytes, bytes] | None:
        """Salt and value of a box, for whoever takes its event along; None as of `open`. Nothing of it is kept at hand."""
        return self._by_key(sealed, disclosed)

    def _by_key(self, sealed: Sealed[str], opened: Callable[[Sealed[str], bytes], V]) -> V | None:
        key_id = key_id_of(sealed)
        if key_id in self._destroyed:  # closed at once, also while its key waits to be destroyed
            return None
        try:
            key = self._at_hand.get(key_id) or self._keys.find(key_id)
            if key is not None:
                return opened(sealed, key)
            self._note(key_id, Fault.MISSING)
        except KeyDamaged:
            self._note(key_id, Fault.DAMAGED)
        except Tampered:
            self._note(key_id, Fault.TAMPERED)
        return None

    @contextmanager
    def at_hand(self, page: Collection[Recorded]) -> Iterator[None]:
        """Some events are shown next: the keys of their texts are asked for once, and not one by one. Nothing is opened by it."""
        wanted = {key_id_of(box) for each in page for box in boxes_in(each.event)}
        missing = [key_id for key_id in wanted if key_id not in self._opened and key_id not in self._destroyed]
        self._at_hand = self._keys.find_all(missing) if missing else {}
        self._page = {(each.stream, each.version): each for each in page}
        try:
            yield
        finally:
            self._at_hand, self._page = {}, {}

    def recorded(self, stream: str, version: int) -> Recorded:
        """An event of the log. Raises LookupError where there is none."""
        known = self._events.get((stream, version))
        if known is not None:
            return known
        recorded = self._page.get((stream, version))
        if recorded is None:
            stored = self._event_at(stream, version)
            if stored is None:
                raise LookupError(f"no event {version} of {stream}")
            recorded = decode(stored)
        self.remember(recorded)
        return recorded

    def remember(self, recorded: Recorded) -> None:
        """Keep an event at hand: what was just recorded is shown next."""
        self._know_personal(recorded)
        self._events[recorded.stream, recorded.version] = recorded
        if len(self._events) > EVENTS_MAX:
            self._events.popitem(last=False)

    def forget(self, key_id: bytes) -> None:
        """Drop what was opened of a destroyed block. That its key was missed before its event was heard of is no fault."""
        self._opened.pop(key_id, None)
        self._at_hand.pop(key_id, None)
        self.faults.pop(key_id, None)
        self._noted.pop(key_id, None)

    # --- whose words they are ---

    def know(self, blocks: Iterable[Block]) -> None:
        """What stood in the log when it was opened."""
        for each in blocks:
            if kind_of(each.subject) == "person":
                self._persons[each.key_id] = each.subject

    def person_of(self, kept: Kept) -> PersonId | None:
        """The person a text is about, where it is personal."""
        return self._persons.get(key_id_of(self._box(kept) if isinstance(kept, TextAt) else kept))

    def _know_personal(self, recorded: Recorded) -> None:
        event = recorded.event
        subject = recorded.stream if kind_of(recorded.stream) == "person" else getattr(event, "person", None)
        if subject is None:
            return
        for name in event.__struct_fields__:
            if event.text_classes.get(name, event.text_class) in PERSONAL:
                for _, box in sealed_in(getattr(event, name)):
                    self._persons[key_id_of(box)] = subject

    # --- faults ---

    @property
    def tampered(self) -> frozenset[bytes]:
        """The keys of boxes that were found to be changed."""
        return frozenset(key_id for key_id, fault in tuple(self.faults.items()) if fault is Fault.TAMPERED)

    def begin_round(self) -> None:
        """A round of checks begins: what is met from now on stands beside what it finds."""
        self._noted = {}

    def renew(self, found: dict[bytes, Fault]) -> int:
        """A round of checks is over: its faults are those of now; how many there are."""
        known = self.faults
        self.faults = {key_id: why for key_id, why in (found | self._noted).items() if key_id not in self._destroyed}
        for key_id in self.faults.keys() - known.keys():
            _report(key_id, self.faults[key_id])
        return len(self.faults)

    def _note(self, key_id: bytes, fault: Fault) -> None:
        self._noted[key_id] = fault
        if key_id not in self.faults:
            self.faults[key_id] = fault
            _report(key_id, fault)

    def _box(self, where: TextAt) -> Sealed[str]:
        """The box a reference leads to; references may lead to references."""
        box = self._boxes.get(where)
        if box is not None:
            return box
        at = where
        for _ in range(HOPS_MAX):
            found = text_in(self.recorded(at.stream, at.version).event, at.field)
            if isinstance(found, Sealed):
                self._boxes[where] = found
                if len(self._boxes) > OPENED_MAX:
                    self._boxes.popitem(last=False)
                return found
            if not isinstance(found, TextAt):
                break
            at = found
        raise LookupError(f"no text at {where}")


def _report(key_id: bytes, fault: Fault) -> None:
    report(f"keys.{fault.value}", key_id=key_id.hex())

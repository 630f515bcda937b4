"""A batch on its way into the log: commands decided one after the other, each with all that follows from it, or nothing of it."""

from collections.abc import Callable

import msgspec

from domain.dates import day_of
from domain.kernel import By, Command, Recorded
from domain.names import Hash, PersonId, kind_of, scope_of
from domain.reactions import LEADS_TO, REACTIONS_MAX, react
from domain.refusal import Refused
from domain.streams import COMMAND_NAMES, KINDS, decide
from domain.text import TextAt, TextClass
from domain.withheld import withheld
from eventstore.deciding import Block, Deciding, Receipt, Stored
from eventstore.mapper import encode_state
from eventstore.sealing import Sealing
from eventstore.states import Base, Layer, States

_CLASSES = {str(each): each for each in TextClass}
SizeOf = Callable[[str, Hash], int | None]
"""scope, hash -> how many bytes of a paper are kept under it; None where none are."""


def no_size(scope: str, sha256: Hash) -> None:
    """Where no papers are kept."""


class Batch:
    """What one transaction will hold. `head` is the position of its last event so far."""

    def __init__(self, deciding: Deciding, states: States, at: int, size_of: SizeOf) -> None:
        self.deciding = deciding
        self.size_of = size_of
        self.at = at
        self.today = day_of(at)
        self.head = deciding.head.position
        self.layer = Layer(Base(states, deciding))
        self.recorded: list[Recorded] = []
        self.stored: list[Stored] = []
        self.blocks: list[Block] = []
        self.receipts: dict[tuple[str, str], Receipt] = {}

    def append(self) -> None:
        """All of it, durable when the transaction ends."""
        if self.stored or self.receipts:
            self.deciding.append(self.stored, self.at, list(self.receipts.values()), self.blocks)


class Carried:
    """One command on its way through the batch, with all that follows from it. It joins the batch whole, or not at all."""

    def __init__(self, batch: Batch, by: By, sealing: Sealing) -> None:
        self._batch = batch
        self._by = by
        self._sealing = sealing
        self._first = batch.head + 1
        self._layer = Layer(batch.layer)
        self._recorded: list[Recorded] = []
        self._stored: list[Stored] = []
        self._blocks: list[Block] = []
        self._followed = 0

    def give(self, stream: str, command: Command, cause: Recorded | None = None) -> None:
        """Decide, evolve all events, then let each lead to what follows, depth first. Raises `Refused`."""
        for causing in self._decide(stream, command, cause):
            for to, follows in react(causing, self._layer.see):
                self._followed += 1
                if self._followed > REACTIONS_MAX:
                    raise Refused("reactions.too-many", count=REACTIONS_MAX)
                self.give(to, follows, causing)

    def join(self) -> None:
        """Hand everything to the batch: nothing was refused."""
        batch = self._batch
        self._layer.join()
        batch.recorded += self._recorded
        batch.stored += self._stored
        batch.blocks += self._blocks
        batch.head += len(self._recorded)

    def _sealed(self, subject: str) -> list[tuple[TextAt, str]]:
        """Texts about a subject that are not in the log yet: of the batch so far, and of this command."""
        at = {each.position: each for each in (*self._batch.recorded, *self._recorded)}
        return [
            (TextAt(at[each.position].stream, at[each.position].version, each.field), each.text_class)
            for each in (*self._batch.blocks, *self._blocks)
            if each.subject == subject
        ]

    def _known(self, command: Command) -> Layer:
        """What whoever gives a command may know of what it names."""
        states = withheld(command, self._by.person, self._batch.today, self._layer)
        if not states:
            return self._layer
        known = Layer(self._layer)
        known.changed = {stream: (self._layer.get(stream)[0], state) for stream, state in states.items()}
        return known

    def _decide(self, stream: str, command: Command, cause: Recorded | None) -> list[Recorded]:
        """All of one command's events evolved; those that lead to something, as `react` reads them."""
        version, state = self._layer.get(stream)
        if version == 0 and not command.creates:
            raise Refused("id.unknown", id=stream)
        evolve = KINDS[kind_of(stream)].evolve
        causing = []
        known = self._layer if cause is not None else self._known(command)
        for event in decide(command, state, Asked(self._by, self._batch, known, stream, cause, self._sealed)):
            version += 1
            position = self._first + len(self._recorded)
            sealed, located, blocks = self._sealing.seal(event, stream, version, position)
            self._blocks += blocks
            state = evolve(state, located)
            self._layer.put(stream, version, state)
            recorded = Recorded(
                position=position,
                stream=stream,
                version=version,
                recorded_at=self._batch.at,
                by=self._by,
                command=COMMAND_NAMES[type(command)],
                causation=None if cause is None else cause.position,
                correlation=self._first,
                event=sealed,
            )
            self._recorded.append(recorded)
            # Encoded here, so that an event that cannot be stored fails its own command and not the batch.
            state_bytes = encode_state(recorded, None if blocks else self._sealing.salt())
            self._stored.append(Stored(stream, version, event.tag, state_bytes))
            if type(event) in LEADS_TO:
                causing.append(recorded if located is sealed else msgspec.structs.replace(recorded, event=located))
        return causing


class Asked:
    """What `decide` may ask."""

    __slots__ = ("_deciding", "_sealed", "_size_of", "by", "cause", "ids", "see", "stream", "today")

    def __init__(
        self,
        by: By,
        batch: Batch,
        layer: Layer,
        stream: str,
        cause: Recorded | None,
        sealed: Callable[[str], list[tuple[TextAt, str]]],
    ) -> None:
        self.by = by
        self.today = batch.today
        self.stream = stream
        self.cause = cause
        self.see = layer.see
        self.ids = layer.ids
        self._deciding = batch.deciding
        self._sealed = sealed
        self._size_of = batch.size_of

    def has_block(self, where: TextAt) -> bool:
        return self._deciding.has_block(where)

    def blocks_of(self, person: PersonId) -> tuple[tuple[TextAt, TextClass], ...]:
        return tuple((at, _CLASSES[of]) for at, of in (*self._deciding.blocks_of(person), *self._sealed(person)))

    def size_of(self, sha256: Hash) -> int | None:
        return self._size_of(scope_of(self.stream), sha256)

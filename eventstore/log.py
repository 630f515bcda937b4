"""The log of a region as this process holds it: recorder, mapper, keys, texts; opened once, closed once."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from eventsourcing.application import Application
from eventsourcing.persistence import ApplicationRecorder, InfrastructureFactory, Mapper
from eventsourcing.utils import Environment

from domain.kernel import UNKNOWN, Recorded
from domain.log import Clock as ClockKind
from domain.log import Running
from domain.text import TextAt
from eventstore.clock import Clock, RealClock, StoryClock
from eventstore.covered import Covering, all_covered
from eventstore.deciding import Block, Decidable
from eventstore.destroying import Destroying
from eventstore.key_pool import KeyPool
from eventstore.keys import KeyDatabase
from eventstore.mapper import POSITION, LogMapper, LogNotification, StoredRow, decode_row
from eventstore.sealing import Sealing
from eventstore.states import Base, States
from eventstore.texts import Texts

PAGE = 250
"""Events read at once: so few that Python's garbage collector does not look through them, to find nothing."""


class Recorder(Decidable, Protocol):
    """What this room's recorders can do beyond the library's."""

    def select_notifications(self, start: int | None, limit: int, stop: int | None = None) -> Any: ...

    def rows(self, after: int, limit: int, stop: int | None = None) -> Sequence[StoredRow]:
        """At most `limit` events after a position, in order, as they are stored."""
        ...

    def max_notification_id(self) -> int | None: ...

    def event_at(self, stream: str, version: int) -> LogNotification | None: ...

    def stream(self, stream: str, upto: int) -> Any: ...

    def stream_ids(self, kind: str, upto: int) -> Any: ...

    def block_at(self, where: TextAt) -> Block | None: ...

    def blocks(self, after: tuple[int, str], limit: int) -> Any: ...

    def personal_blocks(self) -> Sequence[Block]: ...

    def epoch(self) -> str: ...

    @property
    def down(self) -> str | None:
        """Why the store cannot be had just now."""
        ...

    @property
    def losses(self) -> int:
        """How often the connections to the store were lost."""
        ...

    def unsafe(self) -> str | None:
        """Why an answered command could be lost, and what to change; None: it could not."""
        ...

    def close(self) -> None: ...


class _Factory(InfrastructureFactory[Any]):
    """Gives the library the recorder we opened; it makes none of its own."""

    recorder: Any

    def application_recorder(self) -> ApplicationRecorder:
        return self.recorder  # type: ignore[no-any-return]

    def aggregate_recorder(self, purpose: str = "events") -> Any:
        raise NotImplementedError("aggregates are not kept: states are folded from the log")

    def tracking_recorder(self, tracking_recorder_class: Any = None) -> Any:
        raise NotImplementedError("views are kept by the row store")

    def process_recorder(self) -> Any:
        raise NotImplementedError("reactions are recorded by the writer")


class LogApplication(Application[str]):
    """The library's application over our recorder and mapper. No environment variable may change what is stored."""

    name = "klynge"

    def __init__(self, recorder: Any) -> None:
        self._given_recorder = recorder
        super().__init__()

    def construct_env(self, name: str, env: Mapping[str, str] | None = None) -> Environment:
        return Environment(name, dict(env or {}))

    def construct_factory(self, env: Environment) -> InfrastructureFactory[Any]:
        factory = _Factory(env)
        factory.recorder = self._given_recorder
        return factory

    def construct_mapper(self) -> Mapper[str]:
        return LogMapper()


class Log:
    """Everything that is kept of a region's record, but rows and sessions."""

    def __init__(self, recorder: Recorder, keys: KeyDatabase) -> None:
        self.application = LogApplication(recorder)
        self.recorder = recorder
        self.keys = keys
        # First: with a master key that does not fit, nothing is begun.
        self.receipts_key = keys.named("receipts")
        self.pool = KeyPool(keys)
        self.sealing = Sealing(self.pool.take)
        self.destroying = Destroying(keys, recorder.block_at)
        self.texts = Texts(keys, recorder.event_at, self.destroying.destroyed)
        self.texts.know(recorder.personal_blocks())
        self.destroying.forget = self.texts.forget

    def close(self) -> None:
        self.pool.close()
        self.application.close()
        self.recorder.close()
        self.keys.close()

    @property
    def head(self) -> int:
        """The last position; 0 for an empty log."""
        return self.recorder.max_notification_id() or 0

    def read(self, after: int, stop: int | None = None) -> Iterator[Recorded]:
        """What stands after a position, in order. Raises `FromTheFuture`."""
        while True:
            page = self.recorder.rows(after, PAGE, stop)
            if not page:
                return
            for row in page:
                yield decode_row(*row)
            after = page[-1][POSITION]

    def page(self, after: int, limit: int) -> list[Recorded]:
        """At most `limit` events after a position."""
        return [decode_row(*row) for row in self.recorder.rows(after, limit)]

    def event(self, position: int) -> Recorded:
        """What stands at a position. Raises LookupError where nothing does."""
        return self.page(position - 1, 1)[0]

    def position_at(self, at: int) -> int:
        """The last position recorded at or before a moment (microseconds UTC); 0 before the beginning.

        `recorded_at` never falls, so halving finds it without an index.
        """
        low, high = 0, self.head
        while low < high:
            middle = (low + high + 1) // 2
            if self.recorded_at(middle) <= at:
                low = middle
            else:
                high = middle - 1
        return low

    def recorded_at(self, position: int) -> int:
        """When a position was recorded, microseconds UTC."""
        return self.recorder.select_notifications(position, 1)[0].recorded_at  # type: ignore[no-any-return]

    def clock(self) -> Clock:
        """The clock this log was opened with."""
        return StoryClock() if self.keeps_story_time() else RealClock()

    def keeps_story_time(self) -> bool:
        """Whether a story is played in this log."""
        state = self.now().see(self.log_stream()) if self.head else UNKNOWN
        return isinstance(state, Running) and state.clock is ClockKind.STORY

    def log_stream(self) -> str:
        """The stream of position 1."""
        return str(self.recorder.select_notifications(1, 1)[0].originator_id)

    def now(self) -> Base:
        """All states as they are now, for a question asked once."""
        return Base(States(self.head), self.recorder)

    # --- erasure ---

    def destroy_covered(self) -> None:
        """Carry every redaction and erasure out again: after a restore, keys may have come back with a backup."""
        for covering in all_covered(self.now(), self.recorder, self.head):
            self.destroying.close(covering, again=covering.done)
        self.destroying.finish()
        self.destroying.sweep()

    def destroy(self, covering: Covering) -> None:
        """Destroy the keys of the texts that an event covers."""
        self.destroying.close(covering)
        self.destroying.finish(thorough=False)

    def finish_destroying(self) -> None:
        """Go on with what could not be destroyed before."""
        self.destroying.finish()

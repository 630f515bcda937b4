"""What the house notes of reads: of closed and personal content every one, of an auditor's all."""

from collections.abc import Callable, Iterable

from domain.right_to_see import is_auditor, right_to_see
from eventstore.reads import Reads
from klynge.core import Core


class ReadsNoted:
    """Notes by what right somebody was shown something. Asked on the event loop; it writes nothing itself."""

    def __init__(self, reads: Reads, core: Callable[[], Core]) -> None:
        self._reads = reads
        self._core = core

    def note(self, reader: str, topic: str, about: Iterable[str], via: str) -> None:
        """Somebody was shown a topic, and in it what is closed or personal `about` these."""
        core = self._core()
        today, now = core.today(), core.tail.now
        found = set(about)
        if is_auditor(reader, today, now):
            found.add(topic)
        for each in sorted(found):
            self._reads.note(reader, right_to_see(each, topic, reader, today, now), topic, each, via)

    def note_live(self, reader: str, topic: str, about: Iterable[str]) -> None:
        """As `note`, over a socket."""
        self.note(reader, topic, about, "socket")

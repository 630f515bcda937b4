"""Opening (åbning): which events a bundle discloses, and which of their texts, to whom it is made for."""

from collections.abc import Iterator
from typing import Protocol

from domain.kernel import Recorded
from domain.log import LOG
from domain.names import kind_of
from eventstore.sealing import sealed_in
from eventstore.texts import Texts
from projections.disclosed import is_disclosed, is_private
from projections.sight import Eyes
from projections.sights import Sights

Disclosed = tuple[str, bytes, bytes]
"""field, salt, value (JSON)"""


class Opening(Protocol):
    """Whose bundle it is."""

    def tells(self, recorded: Recorded) -> bool:
        """Whether the event is handed out."""
        ...

    def texts(self, recorded: Recorded) -> Iterator[Disclosed]:
        """The texts of an event that is, ascending by field: those that can be opened."""
        ...


class Everything:
    """For whoever keeps the record: all that is not erased."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def tells(self, recorded: Recorded) -> bool:
        return True

    def texts(self, recorded: Recorded) -> Iterator[Disclosed]:
        for field, box in sorted(sealed_in(recorded.event), key=lambda each: each[0]):
            if (opened := self._texts.disclose(box)) is not None:
                yield field, *opened


class AsSeen:
    """For a person, or for several who stand for one party: what any of them may see today."""

    def __init__(self, texts: Texts, sights: tuple[Sights, ...]) -> None:
        self._texts = texts
        self._sights = sights

    def tells(self, recorded: Recorded) -> bool:
        # How the record was opened, and by which keys it is signed, whoever is to check it must know.
        return kind_of(recorded.stream) == LOG.name or any(True for _ in self._eyes(recorded))

    def texts(self, recorded: Recorded) -> Iterator[Disclosed]:
        eyes = next(self._eyes(recorded), None)
        if eyes is None:
            return
        for field, box in sorted(sealed_in(recorded.event), key=lambda each: each[0]):
            # Asked of the eyes first: they say what is shown of whom, for the access log.
            if is_private(recorded.event, field) or eyes.open(box) is None:
                continue
            if (opened := self._texts.disclose(box)) is not None:
                yield field, *opened
        eyes.told()

    def _eyes(self, recorded: Recorded) -> Iterator[Eyes]:
        for sights in self._sights:
            eyes = sights.on(recorded)
            if eyes is not None and is_disclosed(recorded, eyes):
                yield eyes

"""Repeating (gentagelse): what the list of erasures tells that a log does not: it was put back from a copy made before."""

from collections.abc import Iterable, Iterator

from domain import erasure, redaction
from domain.kernel import Command
from domain.person import Active
from domain.text import TextAt
from eventstore.erasure_list import Entry
from eventstore.log import Log

LEGAL_BASIS = "Besluttet før protokollen blev gendannet fra en kopi; gentaget efter slettelisten."


def waiting(entries: Iterable[Entry], kept_log: Log) -> Iterator[tuple[str, Command]]:
    """The stream and the command of each redaction and erasure that must be recorded again, once.

    What is not in the log either, since the copy is older than the text or the person, waits for nothing.
    """
    now, given = kept_log.now(), set[str]()
    for entry in entries:
        if entry.by in given:
            continue
        state = now.see(entry.by)
        if entry.person is not None:
            if not isinstance(state, erasure.Underway) and isinstance(now.see(entry.person), Active):
                given.add(entry.by)
                yield (
                    entry.by,
                    erasure.Repeat(person=entry.person, classes=entry.classes, legal_basis=LEGAL_BASIS),
                )
        elif not isinstance(state, redaction.Done):
            for text in entry.texts:
                block = kept_log.recorder.block_at(TextAt(text.of, text.version, text.field))
                if block is not None and block.key_id.hex() == text.key:
                    given.add(entry.by)
                    where = redaction.Where(of=text.of, version=text.version, field=text.field)
                    yield entry.by, redaction.Repeat(where=where, legal_basis=LEGAL_BASIS)

"""A witness at work: it looks at a head, remembers it on disk, and only then gives its word. One head after the other."""

import time
from collections.abc import Callable
from hashlib import sha256
from threading import Lock

from eventstore.durable import write_durably
from eventstore.report import report
from klynge.witness.folder import EVIDENCE, SEEN, BadFolder, Folder
from klynge.witness.request import Request, Said, require_goes_on, signatures_of
from proof.note import BadNote, Checkpoint, Note, Signature, time_of

CLOCK_S = 300
"""A clock that goes back so little is being set; one that goes back further was wrong before. Whoever verifies allows as much."""
EVIDENCE_MAX = 100
"""Heads that are kept of those that a log signed and that were not shown to go on: one is enough to ask about."""


class Witness:
    """Of one folder, whose lock it holds. On any thread: they take turns."""

    def __init__(self, folder: Folder, now: Callable[[], float] = time.time) -> None:
        self._folder = folder
        self._key = folder.cosigner()
        self._now = now
        self._turn = Lock()
        folder.logs()

    @property
    def vkey(self) -> str:
        return self._key.vkey

    def add(self, body: bytes) -> str:
        """The line with which this witness signs a head. Raises `Said`, and `BadFolder` where its memory is not what it left.

        To look at what was signed last and to write down what is signed now is one step: of two who ask at once the second is
        looked at when the first is on the disk.
        """
        request = Request.parse(body)
        signatures = signatures_of(request, self._folder.logs())
        origin = request.checkpoint.origin
        with self._turn:
            last = self.last(origin)
            try:
                require_goes_on(request, None if last is None else Checkpoint.parse(last.text))
            except Said as said:
                if said.doubtful:
                    self._keep(request.checkpoint, body)
                raise
            cosignature = self._key.cosign(request.note.text, self._at(last))
            signed = Note(request.note.text).signed((*signatures, cosignature))
            write_durably(self._folder.path / SEEN / name_of(origin), str(signed).encode())
        return f"{cosignature.line}\n"

    def last(self, origin: str) -> Note | None:
        """The head of a log that was signed last, as the log and this witness signed it. Raises `BadFolder`.

        It is believed for its own signature: a memory that others wrote is none.
        """
        return self.read(name_of(origin))

    def read(self, name: str) -> Note | None:
        """The same by the name of its file."""
        path = self._folder.path / SEEN / name
        try:
            note = Note.parse(path.read_bytes())
            checkpoint = Checkpoint.parse(note.text)
        except FileNotFoundError:
            return None
        except BadNote as wrong:
            raise BadFolder(f"{path} is not as this witness wrote it: {wrong}") from wrong
        if name_of(checkpoint.origin) != name or self._own(note) is None:
            raise BadFolder(f"{path} is not as this witness wrote it; do not let it sign for this log again")
        return note

    def known(self) -> dict[str, Note | None]:
        """Every log it signs for, by origin, and the last head. Raises `BadFolder`."""
        return {origin: self.last(origin) for origin in sorted(self._folder.logs())}

    def _own(self, note: Note) -> Signature | None:
        verifier = self._key.verifier
        return next((each for each in note.signatures if verifier.verifies(note.text, each)), None)

    def _at(self, last: Note | None) -> int:
        """Now, and not before the word before it; but one that was given by a clock that ran far ahead does not hold this one up,
        or nobody would take a word of it until that time has come.
        """
        now, before = int(self._now()), 0 if last is None else self._time_of(last)
        return before if now < before <= now + CLOCK_S else now

    def _time_of(self, note: Note) -> int:
        own = self._own(note)
        return 0 if own is None else time_of(own) or 0

    def _keep(self, head: Checkpoint, body: bytes) -> None:
        """What a log signed, and was not shown to go on from what it signed before: for whoever has to ask it why.

        By its head and not by the request: of heads there are only those that the log signed, of requests as many as anybody likes.
        Where it cannot be kept, since the disk is full say, the answer is no all the same.
        """
        folder = self._folder.path / EVIDENCE
        path = folder / f"{name_of(head.origin)[:16]}-{head.size}-{head.root.hex()[:16]}"
        if path.exists():
            return
        report("witness.does-not-go-on", origin=head.origin, size=head.size, kept=str(path))
        try:
            if sum(1 for _ in folder.iterdir()) < EVIDENCE_MAX:
                write_durably(path, body)
        except OSError as error:
            report("witness.evidence-not-kept", origin=head.origin, size=head.size, error=str(error))


def name_of(origin: str) -> str:
    """The name of a log's file: an origin may hold what no file is called."""
    return sha256(origin.encode()).hexdigest()

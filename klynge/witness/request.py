"""What a witness is asked (C2SP tlog-witness, add-checkpoint), and by which rule it says no. Pure."""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from proof.note import BadNote, BadSignature, Checkpoint, Note, Signature, Verifier, root_of, signed_by, size_of
from proof.tree import EMPTY_ROOT, verify_consistency

REQUEST_BYTES_MAX: Final = 64 * 1024
PROOF_LINES_MAX: Final = 63
PLAIN: Final = "text/plain; charset=utf-8"
SIZE_TYPE: Final = "text/x.tlog.size"
OLD: Final = "old "


class Said(Exception):
    """No: a status of HTTP, and what is told with it. `doubtful`: the log signed what may contradict what it signed before."""

    def __init__(self, status: int, told: str, content_type: str = PLAIN, *, doubtful: bool = False) -> None:
        super().__init__(told)
        self.status = status
        self.told = told
        self.content_type = content_type
        self.doubtful = doubtful


class Request(Struct, frozen=True):
    """A head that is to be signed, and what shows that it goes on from an older one."""

    old: int
    proof: tuple[bytes, ...]
    note: Note
    checkpoint: Checkpoint

    @classmethod
    def parse(cls, body: bytes) -> "Request":
        """Raises `Said` 400."""
        try:
            head, gap, note = body.partition(b"\n\n")
            if not gap:
                raise BadNote("there is no empty line before the checkpoint")
            first, *lines = head.decode("ascii").split("\n")
            if not first.startswith(OLD):
                raise BadNote("the first line is »old« and a size")
            if len(lines) > PROOF_LINES_MAX:
                raise BadNote(f"a proof has at most {PROOF_LINES_MAX} lines")
            old, proof = size_of(first.removeprefix(OLD)), tuple(map(root_of, lines))
            parsed = Note.parse(note)
            return cls(old, proof, parsed, Checkpoint.parse(parsed.text))
        except (BadNote, UnicodeDecodeError) as wrong:
            raise Said(400, f"{wrong}\n") from None


def signatures_of(request: Request, logs: Mapping[str, Sequence[Verifier]]) -> list[Signature]:
    """The log's own under the head. Raises `Said` 404, 403."""
    keys = logs.get(request.checkpoint.origin)
    if keys is None:
        raise Said(404, "this log is not known here\n")
    try:
        found = signed_by(request.note, keys)
    except BadSignature:
        raise Said(403, "a signature of the log's key does not fit\n") from None
    if not found:
        raise Said(403, "no key signed that is trusted for this log\n")
    return [signature for _, signature in found]


def require_goes_on(request: Request, last: Checkpoint | None) -> None:
    """That a head goes on from the one that was signed last. Raises `Said` 400, 409, 422."""
    size, root = (0, EMPTY_ROOT) if last is None else (last.size, last.root)
    new = request.checkpoint
    if request.old > new.size:
        raise Said(400, "the old size is above the new one\n")
    if request.old != size:
        raise Said(409, f"{size}\n", SIZE_TYPE)
    if new.size == 0 and new.root != EMPTY_ROOT:
        raise Said(422, "a tree without leaves has another root\n", doubtful=True)
    if request.old == new.size and root != new.root:
        raise Said(409, "another head of this size was signed\n", doubtful=True)
    if not verify_consistency(request.old, new.size, root, new.root, request.proof):
        raise Said(422, "the proof does not show that this head goes on from the last one\n", doubtful=True)

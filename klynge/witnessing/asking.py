"""Asking one witness for its signature (C2SP tlog-witness): from where it stands, which it tells itself where we know it wrong."""

import asyncio
import random
from base64 import b64encode
from typing import Final

import httpx
from msgspec import Struct

from eventstore.proofs import Head, Proofs
from proof.note import BadNote, Note, Signature, size_of, time_of
from proof.policy import Witness
from proof.tiles import NotKept
from proof.tree import NoSuchProof, consistency_proof

TIMEOUT_S = 10
"""From opening a line to the end of the answer."""
ANSWER_BYTES_MAX: Final = 64 * 1024
CLOCKS_S: Final = 300
"""So far may a witness's clock be from ours, as whoever verifies allows, too."""
ASKED_MAX: Final = 3
"""Times in a row, where the witness says each time that it stands elsewhere."""
BACK_OFF_S: Final = (1, 2, 5, 15, 60, 300)
"""After the first time in vain, the second …; then always the last."""
JITTER: Final = 0.2
USER_AGENT: Final = "Klynge-Checkpoints/1"

SIGNED: Final = "signed"
AHEAD: Final = "ahead"
CONTRADICTS: Final = "contradicts"
RESTLESS: Final = "restless"
ALARMS: Final = frozenset({AHEAD, CONTRADICTS})
"""What says that this log is not the one that the witness saw: it was put back, or its past is another."""
_REFUSED: Final = {
    400: "malformed",
    403: "not-trusted",
    404: "log-unknown",
    422: CONTRADICTS,
}
CONFLICT: Final = 409
OK: Final = 200


class Outcome(Struct, frozen=True, kw_only=True):
    """What came of asking."""

    name: str
    why: str = ""
    signature: Signature | None = None


class Asking:
    """One witness, and where we think that it stands. On one event loop."""

    def __init__(self, witness: Witness, proofs: Proofs, client: httpx.AsyncClient) -> None:
        self.witness = witness
        self.outcome: str | None = None
        """Of the last time; None: it was not asked yet."""
        self.signed_size = 0
        self.signed_beat = 0
        """When the head that it signed last had been looked at by then."""
        self.next_at = 0.0
        self.busy = False
        self._verifier = witness.verifier
        self._url = f"{witness.url.rstrip('/')}/add-checkpoint"
        self._proofs = proofs
        self._client = client
        self._stands = 0
        self._in_vain = 0

    @property
    def name(self) -> str:
        return self._verifier.name

    async def ask(self, head: Head, now: float) -> Outcome:
        """Never raises for what the other side does. Raises the store's failures."""
        try:
            async with asyncio.timeout(TIMEOUT_S):
                outcome = await self._ask(head, now)
        except (TimeoutError, httpx.TimeoutException):
            outcome = Outcome(name="timeout", why=f"no answer in {TIMEOUT_S} seconds")
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            outcome = Outcome(name="unreachable", why=type(error).__name__)
        except (NotKept, NoSuchProof) as error:
            outcome = Outcome(name="no-proof", why=str(error))
        self._remember(outcome, head, now)
        return outcome

    def _remember(self, outcome: Outcome, head: Head, now: float) -> None:
        self.outcome = outcome.name
        if outcome.name == SIGNED:
            self._in_vain, self.next_at = 0, 0.0
            self._stands, self.signed_size, self.signed_beat = head.size, head.size, head.beat_at
            return
        wait_s = BACK_OFF_S[min(self._in_vain, len(BACK_OFF_S) - 1)]
        self._in_vain += 1
        self.next_at = now + wait_s * random.uniform(1 - JITTER, 1 + JITTER)

    async def _ask(self, head: Head, now: float) -> Outcome:
        size, note = head.size, head.note
        for _ in range(ASKED_MAX):
            if (stood := self._stands) > size:
                self._stands = 0  # it is asked anew where it stands: it may have been wrong
                newest = await asyncio.to_thread(self._proofs.newest)
                if newest is not None and newest.size >= stood:
                    # This process slept, and another one has asked it about a newer head meanwhile.
                    return Outcome(name=RESTLESS, why=f"it signed {stood} events meanwhile")
                return Outcome(name=AHEAD, why=f"it signed {stood} events, and this log has {size}")
            body = await asyncio.to_thread(self._request, size, note)
            status, said = await self._post(body)
            if status == OK:
                return self._signed(head, said, now)
            if status != CONFLICT:
                return Outcome(name=_REFUSED.get(status, "refused"), why=f"HTTP {status}")
            stands = _size(said)
            if self._stands == size and stands in (None, size):
                return Outcome(name=CONTRADICTS, why=f"it signed another head of {size} events")
            if stands is None or stands == self._stands:
                return Outcome(name="malformed", why="it did not say where it stands")
            self._stands = stands
        return Outcome(name=RESTLESS, why="it stood elsewhere each time that it was asked")

    def _request(self, size: int, note: str) -> bytes:
        proof = consistency_proof(self._stands, size, self._proofs.hash_at)
        lines = (f"old {self._stands}", *(b64encode(each).decode() for each in proof), "", note)
        return "\n".join(lines).encode()

    async def _post(self, body: bytes) -> tuple[int, str]:
        headers = {"Content-Type": "text/plain; charset=utf-8", "User-Agent": USER_AGENT}
        async with self._client.stream("POST", self._url, content=body, headers=headers) as answer:
            said = b""
            async for some in answer.aiter_bytes():
                said += some
                if len(said) > ANSWER_BYTES_MAX:
                    break
        return answer.status_code, said.decode(errors="replace")

    def _signed(self, head: Head, said: str, now: float) -> Outcome:
        """Its own line of what it answered; lines of others are no matter."""
        text = Note.parse(head.note).text
        for line in said.splitlines():
            try:
                signature = Signature.parse(line)
            except BadNote:
                continue
            if self._verifier.verifies(text, signature):
                at = time_of(signature) or 0
                if not head.made_at - CLOCKS_S <= at <= now + CLOCKS_S:
                    # Kept, it would have everybody who verifies think that events were recorded after they were witnessed.
                    return Outcome(name="clock", why=f"it says that it signed at {at}, and it was asked at {int(now)}")
                return Outcome(name=SIGNED, signature=signature)
        return Outcome(name="false", why="what it answered is no signature of its key under this head")


def _size(said: str) -> int | None:
    try:
        return size_of(said.removesuffix("\n"))
    except BadNote:
        return None

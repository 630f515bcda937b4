"""Parties with witnesses that answer without a net: a transport that each address leads through, and what goes wrong on the way."""

from collections.abc import Callable
from pathlib import Path

import httpx

from klynge.witness.folder import Folder
from klynge.witness.served import application
from klynge.witness.signing import Witness
from proof.policy import Trust
from tests.witness.heads import ORIGIN, TIME, Numbers

PARTIES = ("Region Syddanmark", "Randers Kommune", "PLO Syd")
Wrong = Callable[[httpx.Request], httpx.Response | None]
"""What is answered instead; None: what the witness answers. It may raise what a net raises."""


class Parties(httpx.AsyncBaseTransport):
    """`wrong`: by party, what goes wrong on the way to it; `lost`: parties whose answers do not come back."""

    def __init__(self, folder: Path, log: Numbers, parties: tuple[str, ...] = PARTIES) -> None:
        self.folders = {party: Folder.make(folder / str(at), f"w{at}.example/w") for at, party in enumerate(parties)}
        self.witnesses = {}
        self._ways = {}
        for at, (party, kept) in enumerate(self.folders.items()):
            kept.trust(log.signer.vkey, "")
            self.witnesses[party] = Witness(kept, lambda: TIME)
            self._ways[f"w{at}.example"] = party
        self._answering = {
            party: httpx.ASGITransport(application(witness)) for party, witness in self.witnesses.items()
        }
        self.wrong: dict[str, Wrong] = {}
        self.lost: set[str] = set()
        self.asked: list[tuple[str, str]] = []
        """Whom, and the first line of what they were asked."""

    def trust(self, organisations: int = 2, must: tuple[str, ...] = (), more: str = "") -> Trust:
        lines = [f'origin = "{ORIGIN}"']
        for at, (party, folder) in enumerate(self.folders.items()):
            key = folder.cosigner().vkey
            lines += ["[[witness]]", f'organisation = "{party}"', f'key = "{key}"', f'url = "https://w{at}.example/"']
        lines += [more, "[quorum]", f"organisations = {organisations}", f"must = {list(must)}"]
        return Trust.parse("\n".join(lines).encode())

    def signed(self, party: str) -> int:
        """The size that a party signed last; 0: none."""
        note = self.witnesses[party].last(ORIGIN)
        return 0 if note is None else int(note.text.split("\n")[1])

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        party = self._ways[request.url.host]
        self.asked.append((party, request.content.decode().partition("\n")[0]))
        instead = self.wrong[party](request) if party in self.wrong else None
        if instead is not None:
            return instead
        answer = await self._answering[party].handle_async_request(request)
        if party in self.lost:
            await answer.aread()
            raise httpx.ReadError("the answer was lost")
        return answer

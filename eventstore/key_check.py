"""The check of the keys: round after round through all blocks, so that a text nobody can open is known before it is asked for.

What a round finds takes the place of what the last one found, so a fault ends when its key is back.
"""

import asyncio
from threading import Lock

from domain.text import Sealed
from eventstore.deciding import Block
from eventstore.keys import Fault, KeyDamaged
from eventstore.log import Log
from eventstore.mapper import decode
from eventstore.report import report
from eventstore.sealing import Tampered, text_in, unseal

BLOCKS_PAGE = 500
"""Blocks looked at in one go: a few milliseconds."""
PAGE_PAUSE_S = 0.1
ROUND_PAUSE_S = 60
AGAIN_S = 1
"""Till the next try while the keys cannot be read."""

START = (0, "")


class KeyCheck:
    """Looks through the blocks of one log. `page` may run in any thread, one at a time; `settle` where texts are opened."""

    def __init__(self, kept_log: Log) -> None:
        self._log = kept_log
        self._after = START
        self._found: dict[bytes, Fault] = {}
        self._reading = Lock()
        self._closed = False
        self.failed: str | None = None
        """Why the keys cannot be looked through just now."""

    def round(self) -> int:
        """A whole round without a pause; how many texts cannot be opened that nobody erased."""
        while not self.page():
            pass
        return self.settle()

    async def run(self) -> None:
        """Round after round, until cancelled. It keeps nobody waiting: the reading is another thread's, with pauses."""
        while True:
            try:
                over = await asyncio.to_thread(self.page)
                self.failed = None
            except Exception as failed:
                if self.failed is None:
                    report("keys.check-failed", exc_info=True)
                self.failed = f"the keys cannot be looked through: {failed}"
                await asyncio.sleep(AGAIN_S)
                continue
            if over:
                self.settle()
            await asyncio.sleep(ROUND_PAUSE_S if over else PAGE_PAUSE_S)

    def page(self) -> bool:
        """Look at the next blocks; whether they were the last."""
        with self._reading:
            if self._closed:
                return True
            if self._after == START:
                self._found = {}
                self._log.texts.begin_round()
            page: list[Block] = self._log.recorder.blocks(self._after, BLOCKS_PAGE)
            self._found |= self._log.keys.faults([block.key_id for block in page])
            tampered = self._log.texts.tampered
            self._found |= {
                block.key_id: Fault.TAMPERED for block in page if block.key_id in tampered and self._is_tampered(block)
            }
            over = len(page) < BLOCKS_PAGE
            self._after = START if over else (page[-1].position, page[-1].field)
            return over

    def settle(self) -> int:
        """Let what the round found be what is known."""
        return self._log.texts.renew(self._found)

    def close(self) -> None:
        """Read no more, once what is being read is read."""
        with self._reading:
            self._closed = True

    def _is_tampered(self, block: Block) -> bool:
        """Whether a text that could not be opened still cannot."""
        stored = self._log.recorder.select_notifications(block.position, 1)[0]
        sealed = text_in(decode(stored).event, block.field)
        try:
            key = self._log.keys.find(block.key_id)
            if key is not None and isinstance(sealed, Sealed):
                unseal(sealed, key)
        except KeyDamaged:
            return False
        except Tampered:
            return True
        return False

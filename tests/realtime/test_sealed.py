"""Pages and figures tell how much is sealed and witnessed, and whether anything keeps it from being so."""

import asyncio
import time
from collections.abc import Callable
from contextlib import ExitStack

from klynge.checkpointing.heads import LOOK_S, Known
from klynge.checkpointing.places import places_of
from klynge.checkpointing.working import Working
from realtime.messages import HEARTBEAT_S
from tests.realtime.served import Served
from tests.realtime.test_figures import figures

PATIENCE_S = 60


async def until(served: Served, what: Callable[[Known], bool]) -> None:
    give_up_at = time.monotonic() + PATIENCE_S
    while not what(served.house.heads.known):
        assert time.monotonic() < give_up_at
        await asyncio.sleep(LOOK_S / 10)


async def test_what_is_sealed_and_witnessed_is_told_with_each_heartbeat_and_as_a_figure(served: Served) -> None:
    async with served.line("member") as line:
        await line.sub()
        head = served.house.core.tail.head
        before = await figures(served)
        assert (before["klynge_sealed"], before["klynge_witnessed"], before["klynge_sealed_behind"]) == (0, 0, head)
        with ExitStack() as closing:
            working = Working(places_of(served.house.settings), closing)
            await asyncio.to_thread(working.all)
            working.opened.proofs.set_witnessed(3)
            await until(served, lambda known: (known.sealed, known.witnessed) == (head, 3))
            served.house.sockets.beat(HEARTBEAT_S)
            beat = await line.until("hb")
            assert (beat["sealed"], beat["witnessed"]) == (head, 3)
            now = await figures(served)
            assert (now["klynge_sealed"], now["klynge_witnessed"], now["klynge_sealed_behind"]) == (head, 3, 0)
            assert now["klynge_sealed_age_seconds"] < PATIENCE_S
            assert now["klynge_not_signed"] == 0
            served.house.settings.sign_guard.unlink()
            await served.say("Endnu et.")
            await asyncio.to_thread(working.turn)
            await until(served, lambda known: known.failing == "no-guard")
            told = await figures(served)
            assert (told["klynge_not_signed"], told["klynge_sealed"]) == (1, head)
            assert served.house.faults() == [], "what is recorded is answered all the same"

"""A process that dies while it erases somebody: confirms what was approved, and is killed at the place it was told.

python -m tests.erasures.dying PERSON ERASURE PLACE, with the settings in the environment
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from domain.erasure import Confirmed
from eventstore.destroying import Destroying
from eventstore.erasure_list import ErasureList
from eventstore.keys import KeyDatabase
from eventstore.tail import Tail
from klynge.eraser import Eraser
from klynge.settings import read_settings
from tests.erasures.people import Somebody, confirmed, served

PLACES: dict[str, tuple[type, str, bool]] = {
    "recorded": (Tail, "feed", False),
    "closed": (Destroying, "finish", False),
    "listed": (ErasureList, "add", True),
    "before the keys go": (KeyDatabase, "destroy", False),
    "after the keys are gone": (KeyDatabase, "destroy", True),
    "before it is completed": (Eraser, "_complete", False),
    "half a line": (ErasureList, "add", False),
}
"""name -> at which call, and whether when it has been carried out."""


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def arm(place: str) -> None:
    """From here on the process dies there."""
    of, name, afterwards = PLACES[place]
    carried_out: Callable[..., Any] = getattr(of, name)

    def dying(self: Any, *arguments: Any, **named: Any) -> Any:
        if not _is_meant(place, self, arguments):
            return carried_out(self, *arguments, **named)
        if place == "half a line":
            with self.path.open("ab") as file:
                file.write(b'{"entry":{"by":"dk/era')
        answer = carried_out(self, *arguments, **named) if afterwards else None
        die()
        return answer

    setattr(of, name, dying)


def _is_meant(place: str, of: Any, arguments: tuple[Any, ...]) -> bool:
    """Whether it is about the erasure: the tail is fed, and looks for what is to be finished, all the time."""
    match place:
        case "recorded":
            return any(isinstance(each.event, Confirmed) for each in arguments[0])
        case "closed":
            return not of.finished
        case _:
            return True


async def main(somebody: Somebody, place: str) -> None:
    async with served(read_settings(os.environ)) as core:
        arm(place)
        await confirmed(core, somebody)
        await asyncio.sleep(60)  # it does not live as long


if __name__ == "__main__":
    asyncio.run(main(Somebody(sys.argv[1], sys.argv[2], ()), sys.argv[3]))

"""A server under measurement as whoever measures sees it: a child process that is told what to do, a line at a time."""

import json
from typing import Any

from benchmarks.crowd import Server


class Process(Server):
    """Answers in JSON. `tell` and `told` are apart for those who do something in between."""

    def __init__(self, which: str, port: int | None = None) -> None:
        super().__init__(which, "benchmarks.live.server", port)

    def tell(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def told(self) -> Any:
        return json.loads(self._line())

    def ask(self, line: str) -> Any:
        self.tell(line)
        return self.told()

    def __enter__(self) -> "Process":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

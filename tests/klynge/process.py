"""`klynge` as an operator runs it: in a process of its own, told of its house by the environment."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from typing import Any

import httpx

from tests.ports import free_port
from tests.split_off import SplitOff

HOUSE = Path(__file__).resolve().parents[2]
LOOK_S = 0.01
PATIENCE_S = 90
"""Nothing here takes so long; what does has failed."""


class Said:
    """How a process ended, and what it said."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err

    @property
    def plain(self) -> str:
        """The one line of what could be said plainly."""
        assert self.code == 2, self.out + self.err
        assert self.err.startswith("klynge: "), self.err
        assert self.err.count("\n") == 1, self.err
        return self.err.removeprefix("klynge: ").strip()

    @property
    def clean(self) -> str:
        """What it said before it ended well."""
        assert (self.code, self.err) == (0, "")
        return self.out


class House:
    """A folder and a port."""

    def __init__(self, folder: Path, **environment: str) -> None:
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.store = folder / "klynge.db"
        self.environment = {
            "KLYNGE_ENV": "dev",
            "KLYNGE_STORE": f"sqlite:///{self.store}",
            "KLYNGE_BIND": f"127.0.0.1:{port}",
            **environment,
        }

    def run(self, *arguments: str, **environment: str) -> Said:
        """A command to its end."""
        with Running(self, *arguments, **environment) as running:
            return running.ended()

    def load_and_run(self, *arguments: str, **environment: str) -> Said:
        """The same, as an operator does it."""
        with Loading(self, *arguments, **environment) as running:
            return running.ended()

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.store.parent.iterdir() if path.is_file()}


class Running:
    """A command under way. What it says goes to files, so that it can be read while it runs."""

    is_split_off = True

    def __init__(self, house: House, *arguments: str, module: str = "klynge", **environment: str) -> None:
        self.url = house.url
        others = {name: value for name, value in os.environ.items() if not name.startswith("KLYNGE_")}
        told = others | house.environment | environment
        told = {name: value for name, value in told.items() if value} | {"COLUMNS": "200", "PYTHONUNBUFFERED": "1"}
        (out, self._out), (err, self._err) = mkstemp(), mkstemp()
        self._process: subprocess.Popen[bytes] | SplitOff
        if self.is_split_off:
            self._process = SplitOff(arguments, told, Path(self._out), Path(self._err), module)
        else:
            command = [sys.executable, "-m", module, *arguments]
            self._process = subprocess.Popen(command, cwd=HOUSE, env=told, stdout=out, stderr=err)
        os.close(out)
        os.close(err)

    def __enter__(self) -> "Running":
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        os.unlink(self._out)
        os.unlink(self._err)

    def told(self, number: signal.Signals) -> Said:
        """Its end after a signal."""
        self._process.send_signal(number)
        return self.ended()

    def ended(self) -> Said:
        code = self._process.wait(PATIENCE_S)
        return Said(code, _text(self._out), _text(self._err))

    def says(self, text: str) -> str:
        """All it has said, once this was said too."""
        return self._until(lambda: _text(self._out) if text in _text(self._out) else None)

    def loads(self, module: str) -> None:
        """Wait until it has loaded a module of machine code, which it does before anything else."""
        maps = Path(f"/proc/{self._process.pid}/maps")
        self._until(lambda: module if module in maps.read_text() else None)

    def answers(self, path: str, **holds: Any) -> None:
        """Wait until an address answers, with such fields in its answer."""

        def look() -> str | None:
            try:
                answer = httpx.get(f"{self.url}{path}")
            except httpx.TransportError:
                return None
            return path if answer.is_success and answer.json() | holds == answer.json() else None

        self._until(look)

    def _until(self, look: Callable[[], str | None]) -> str:
        give_up_at = time.monotonic() + PATIENCE_S
        while time.monotonic() < give_up_at:
            assert self._process.poll() is None, _text(self._out) + _text(self._err)
            found = look()
            if found is not None:
                return found
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(LOOK_S)
        raise AssertionError(_text(self._out) + _text(self._err))


class Loading(Running):
    """One that loads all of itself first, as an operator's does."""

    is_split_off = False


def _text(path: str) -> str:
    return Path(path).read_text()

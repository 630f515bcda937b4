"""`klynge` in processes of its own, each split off from one that has loaded it: a process as any other, a second sooner.

Loading itself is tested where `klynge` is run as an operator runs it.
"""

import os
import runpy
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
LOADED = ["klynge.serve", "klynge.demo", "klynge.play", "klynge.placed", "klynge.reports", "clients.topic", "typer"]
"""All that takes long. The commands are not among them: how wide they write is read from the environment as they are loaded."""
_splitting = get_context("forkserver")
_splitting.set_forkserver_preload(LOADED)


class SplitOff:
    """One process. What it says goes to two files. Named as `subprocess.Popen`, of which it has as much as is asked here."""

    def __init__(
        self,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        out: Path,
        err: Path,
        module: str = "klynge",
    ) -> None:
        self.out, self.err = out, err
        told = (module, tuple(arguments), dict(environment), str(out), str(err))
        self._process = _splitting.Process(target=_run, args=told, daemon=True)
        # The new process would load what runs in this one, which is the tests' affair.
        ours, sys.modules["__main__"] = sys.modules["__main__"], ModuleType("__main__")
        try:
            self._process.start()
        finally:
            sys.modules["__main__"] = ours

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        """Of a signal, less than nothing."""
        return self._process.exitcode

    def poll(self) -> int | None:
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        if self.returncode is None:
            raise subprocess.TimeoutExpired("klynge", timeout or 0)
        return self.returncode

    def send_signal(self, number: signal.Signals) -> None:
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


def _run(module: str, arguments: tuple[str, ...], environment: dict[str, str], out: str, err: str) -> None:
    """`python -m` of a module, in a process that has done nothing yet."""
    os.chdir(ROOT)
    os.environ.clear()
    os.environ.update(environment)
    for path, number in ((out, 1), (err, 2)):
        said = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.dup2(said, number)
        os.close(said)
    sys.stdout = open(1, "w", buffering=1, closefd=False)  # noqa: SIM115 as long as the process lives
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)

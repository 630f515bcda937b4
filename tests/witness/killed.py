"""A witness in a process of its own that ends itself at a chosen moment of its work, as a machine that loses its power does."""

import os
import signal
import sys
import time
from pathlib import Path

import httpx

PATIENCE_S = 60
LOOK_S = 0.01
MOMENTS = ("before", "within", "after")
"""Of writing down what is signed."""


def until_it_answers(port: int) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            httpx.get(f"http://127.0.0.1:{port}/health")
        except httpx.TransportError:
            assert time.monotonic() < deadline
            time.sleep(LOOK_S)
        else:
            return


def main(folder: str, port: str, moment: str) -> None:
    from eventstore.durable import write_durably
    from klynge.witness import signing
    from klynge.witness.folder import Folder
    from klynge.witness.served import serve

    def end() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def written(path: Path, content: bytes) -> None:
        if moment == "before":
            end()
        if moment == "within":
            path.with_name(f"{path.name}.{os.getpid()}").write_bytes(content[: len(content) // 2])
            end()
        write_durably(path, content)
        end()

    if moment in MOMENTS:
        signing.write_durably = written  # type: ignore[attr-defined]
    serve(Folder(Path(folder)), "127.0.0.1", int(port))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""The database's disk is full, and then no more: nothing is written by halves, people are told, and it goes on by itself."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.faults.at_work import at_work
from tests.faults.conftest import Times
from tests.nodes import nodes
from tests.postgres import postgres

DISK_MB = 160
BACK_S = 30


@contextmanager
def small_disk() -> Iterator[Path]:
    """A disk of its own, in memory, where every user may look for it."""
    at = Path(tempfile.mkdtemp(prefix="klynge-disk-"))
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_MB}m", "tmpfs", at], check=True)
    os.chmod(at, 0o777)  # the server is another user
    try:
        yield at
    finally:
        subprocess.run(["umount", "--lazy", at], check=True)
        at.rmdir()


def fill(disk: Path) -> Path:
    """A file that takes all that is left."""
    ballast = disk / "ballast"
    with ballast.open("wb") as file:
        while left := _left(disk):
            with suppress(OSError):  # the server took some of it meanwhile
                os.posix_fallocate(file.fileno(), os.fstat(file.fileno()).st_size, left)
    return ballast


def _left(disk: Path) -> int:
    free = os.statvfs(disk)
    return free.f_bavail * free.f_frsize


async def test_the_disk_is_full_and_then_no_more(tmp_path: Path, times: Times) -> None:
    with (
        small_disk() as disk,
        postgres(durable=True, folder=disk) as server,
        nodes(server, tmp_path) as house,
    ):
        async with at_work(house) as work:
            for _ in range(times(1, 3)):
                await work.clients.until(50)
                ballast = fill(disk)
                await work.clients.until_unavailable(work.clients.unavailable + 5)
                ballast.unlink()
                server.ensure_started()
                for node in house.nodes:
                    await node.until_ready(BACK_S)
                await work.clients.until(50)

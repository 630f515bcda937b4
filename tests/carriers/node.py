"""The TypeScript client as others run it: bundled, in a Node process of its own."""

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
ROLLDOWN = HOUSE / "web" / "node_modules" / ".bin" / "rolldown"
LINE_BYTES_MAX = 4 * 1024 * 1024


async def bundled(source: Path, folder: Path) -> Path:
    """One script and what it loads later, as Node reads them."""
    names = ("--entry-file-names", f"{source.stem}.mjs", "--chunk-file-names", "[name].mjs")
    process = await asyncio.create_subprocess_exec(
        *(ROLLDOWN, source, "--format", "esm", "--platform", "node", "-d", folder, *names),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    _, errors = await process.communicate()
    assert process.returncode == 0, errors.decode()
    return folder / f"{source.stem}.mjs"


@asynccontextmanager
async def running(
    *command: str | Path, folder: Path, environment: Mapping[str, str]
) -> AsyncIterator[asyncio.StreamReader]:
    """A process and what it writes, until one leaves."""
    process = await asyncio.create_subprocess_exec(
        *command,
        cwd=folder,
        env={**os.environ, **environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        limit=LINE_BYTES_MAX,
    )
    assert process.stdout is not None
    try:
        yield process.stdout
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


def node(script: Path, *arguments: str) -> tuple[str | Path, ...]:
    return ("node", "--experimental-websocket", "--no-warnings", script, *arguments)

"""`klynge serve`: the house behind uvicorn, one TCP port for pages, doors and sockets."""

import asyncio
import errno
import gc
import socket
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, asynccontextmanager, nullcontext
from functools import partial
from typing import cast

import uvicorn
from rich.console import Console

from api.addresses import is_loopback
from api.request_head import BoundedHttp
from klynge.house import House
from klynge.settings import BadSettings, Settings
from klynge.stopping import stop_signals

STOP_TIMEOUT_S = 10
"""An answer that is not given by then is not waited for."""
STARTED_LOOK_S = 0.01


class CannotListen(Exception):
    """The port is not to be had."""


class Server(uvicorn.Server):
    """uvicorn's, but signals are left to whoever started it."""

    def capture_signals(self) -> AbstractContextManager[None]:  # type: ignore[override]
        return nullcontext()


def listen(settings: Settings) -> socket.socket:
    """Take the port, before anything is opened or emptied. Raises `CannotListen`, or `BadSettings` where strangers would get in."""
    _require_loopback(settings)
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        listening = socket.create_server((settings.host, settings.port), family=family)
    except OSError as error:
        reason = "another program uses the port" if error.errno == errno.EADDRINUSE else error.strerror
        raise CannotListen(f"cannot listen on {settings.host}:{settings.port}: {reason}") from error
    # Connections inherit it: an answer is not kept back to go with the next.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def _require_loopback(settings: Settings) -> None:
    """The development issuer lets anybody in as anybody, so it is not for other machines to reach."""
    if settings.lets_anybody_in and not is_loopback(f"http://{_in_url(settings.published_on or settings.host)}"):
        raise BadSettings(
            f"KLYNGE_BIND is {settings.host}, which other machines reach, and the development issuer lets anybody in as anybody. "
            "Bind 127.0.0.1, set KLYNGE_ISSUER, or, in a container whose port is published on this machine only, say so: "
            "KLYNGE_PUBLISHED_ON=127.0.0.1"
        )


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def tell_what_is_open(settings: Settings, console: Console) -> None:
    """Warn that nobody proves who they are."""
    if settings.lets_anybody_in:
        through = f", published on {settings.published_on}" if settings.published_on else ""
        console.print(
            f"[bold]OPEN:[/bold] whoever reaches {settings.host}:{settings.port}{through} signs in as anybody "
            "(development issuer, KLYNGE_ENV=dev).",
            highlight=False,
            soft_wrap=True,
        )


@asynccontextmanager
async def running(house: House, listening: socket.socket, log_level: str = "warning") -> AsyncIterator[None]:
    """The house answers as long as one is inside; whoever waits in a long poll is let go first."""
    house.start()
    config = uvicorn.Config(
        house.front,
        ws=cast("type[asyncio.Protocol]", house.sockets.protocol),  # called as a class would be
        http=cast("type[asyncio.Protocol]", partial(BoundedHttp, house.headers)),
        lifespan="off",
        log_level=log_level,
        timeout_graceful_shutdown=STOP_TIMEOUT_S,
        log_config=None,  # its loggers report as `reports.py` says
        access_log=False,
        server_header=False,
        proxy_headers=False,  # where a request comes from is for `proxies.py` to say, which asks the settings whom to believe
    )
    server = Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        while not server.started and not serving.done():
            await asyncio.sleep(STARTED_LOOK_S)
        if server.started:
            yield
    finally:
        house.let_go()
        server.should_exit = True
        try:
            await serving
        finally:
            await house.close()


async def serve(settings: Settings, console: Console) -> None:
    """Serve until told to stop. Raises `NotOpened` on an empty log, and what `listen` raises."""
    with stop_signals() as stop, listen(settings) as listening:
        house = House(settings)
        house.heads.has_child = True
        async with running(house, listening):
            console.print(f"Klynge answers at {settings.url}. Ctrl-C stops it.", highlight=False)
            tell_what_is_open(settings, console)
            gc.collect()
            gc.freeze()  # what a start leaves stays: to look it through for what is gone, again and again, would hold everybody up
            await stop.wait()

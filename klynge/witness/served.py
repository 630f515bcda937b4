"""A witness behind HTTP (C2SP tlog-witness): heads come in, its word goes out, and others read what it signed last."""

import asyncio
import re
import socket
from collections.abc import Awaitable, Callable

import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from eventstore.report import report
from klynge.addresses import BadSettings
from klynge.witness.folder import BadFolder, Folder
from klynge.witness.request import PLAIN, REQUEST_BYTES_MAX, Said
from klynge.witness.signing import Witness

REQUEST_S_MAX = 10
"""For the body of a request to come in."""
REQUESTS_AT_ONCE_MAX = 64
KEEP_ALIVE_S = 75
STOP_TIMEOUT_S = 5
HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)


def application(witness: Witness) -> Starlette:
    """What answers."""
    return Starlette(
        routes=[
            Route("/add-checkpoint", _guarded(_add(witness)), methods=["POST"]),
            Route("/{origin}/checkpoint", _guarded(_read(witness))),
            Route("/health", _guarded(_health(witness))),
        ]
    )


def serve(folder: Folder, host: str, port: int, answers: Callable[[], None] = lambda: None) -> None:
    """Until told to stop; tells once it can be asked. Raises `BadFolder`, and `BadSettings` where the port is not to be had."""
    witness = Witness(folder)
    folder.lock()
    try:
        with _listening(host, port) as listening:
            answers()
            config = uvicorn.Config(
                application(witness),
                log_level="warning",
                access_log=False,
                server_header=False,
                proxy_headers=False,
                http="h11",  # which bounds a request's head
                timeout_keep_alive=KEEP_ALIVE_S,
                limit_concurrency=REQUESTS_AT_ONCE_MAX,
                timeout_graceful_shutdown=STOP_TIMEOUT_S,
            )
            uvicorn.Server(config).run(sockets=[listening])
    finally:
        folder.unlock()


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise BadSettings(f"cannot listen on {host}:{port}: {error.strerror}") from error


Answering = Callable[[Request], Awaitable[Response]]


def _add(witness: Witness) -> Answering:
    async def add(request: Request) -> Response:
        line = await asyncio.to_thread(witness.add, await _body(request))
        return Response(line, media_type=PLAIN)

    return add


def _read(witness: Witness) -> Answering:
    async def read(request: Request) -> Response:
        name = request.path_params["origin"]
        note = await asyncio.to_thread(witness.read, name) if HASH.fullmatch(name) else None
        if note is None:
            raise Said(404, "nothing was signed for such a log\n")
        return Response(str(note), media_type=PLAIN)

    return read


def _health(witness: Witness) -> Answering:
    async def health(_: Request) -> Response:
        await asyncio.to_thread(witness.known)
        return PlainTextResponse(f"{witness.vkey}\n")

    return health


def _guarded(answer: Answering) -> Answering:
    """A no of the specification; and where this witness cannot remember, it signs nothing."""

    async def guarded(request: Request) -> Response:
        try:
            return await answer(request)
        except Said as said:
            # As the specification writes it, without the charset that would be added to a text.
            return Response(said.told, said.status, {"Content-Type": said.content_type})
        except ClientDisconnect:
            return Response(status_code=400)
        except (BadFolder, OSError) as wrong:
            report("witness.cannot-sign", error=str(wrong))
            return PlainTextResponse("this witness cannot sign just now\n", 503)

    return guarded


async def _body(request: Request) -> bytes:
    """Raises `Said` 408, 413."""
    body = b""
    try:
        async with asyncio.timeout(REQUEST_S_MAX):
            async for some in request.stream():
                body += some
                if len(body) > REQUEST_BYTES_MAX:
                    raise Said(413, f"a request has at most {REQUEST_BYTES_MAX} bytes\n")
    except TimeoutError:
        raise Said(408, f"the request did not come in {REQUEST_S_MAX} seconds\n") from None
    return body

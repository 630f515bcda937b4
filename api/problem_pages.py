"""Problems as pages: whoever follows a link with a browser reads what went wrong, in Danish and English, and the way on."""

import re
from html import escape
from pathlib import Path
from urllib.parse import urlencode

import msgspec
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.headers import TRUSTED_TYPES
from api.problems import MEDIA_TYPE

STYLES = re.compile(r'<link rel="stylesheet"[^>]*href="(/assets/[\w.-]+\.css)"')
POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
    f"frame-ancestors 'none'; {TRUSTED_TYPES}"
)
DOCUMENT = """<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title} – Klynge</title>
<link rel="icon" href="data:,">
{style}</head>
<body>
<main>
<div class="width">
<div class="missing">
<h1 class="room-heading">{title}</h1>
<p>{detail}</p>
<p lang="en">{detail_en}</p>
<p><a href="{way}">{on}</a></p>
</div>
</div>
</main>
</body>
</html>
"""


class Told(msgspec.Struct):
    """What the page tells of a problem."""

    title: str
    detail: str
    detail_en: str


class ProblemPages:
    """An application whose problems are pages to a browser that goes to an address, and unchanged to anybody else."""

    def __init__(self, app: ASGIApp, web: Path | None) -> None:
        self._app = app
        document = web / "dist" / "sign-in" / "index.html" if web is not None else None
        styles = STYLES.search(document.read_text()) if document is not None and document.exists() else None
        self._style = "" if styles is None else f'<link rel="stylesheet" href="{styles[1]}">\n'

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not _is_visit(scope):
            await self._app(scope, receive, send)
            return
        begun: Message | None = None
        body = b""

        async def told(message: Message) -> None:
            nonlocal begun, body
            if message["type"] == "http.response.start" and _is_problem(message):
                begun = message
            elif begun is None:
                await send(message)
            else:
                body += message.get("body", b"")
                if not message.get("more_body", False):
                    await self._tell(scope, begun, body, send)

        await self._app(scope, receive, told)

    async def _tell(self, scope: Scope, begun: Message, problem: bytes, send: Send) -> None:
        page = self._page(scope, begun["status"], msgspec.json.decode(problem, type=Told)).encode()
        headers = MutableHeaders(scope=begun)
        headers["Content-Type"] = "text/html; charset=utf-8"
        headers["Content-Length"] = str(len(page))
        headers["Content-Security-Policy"] = POLICY
        await send(begun)
        await send({"type": "http.response.body", "body": page})

    def _page(self, scope: Scope, status: int, problem: Told) -> str:
        here = scope["path"] + (f"?{query}" if (query := scope["query_string"].decode("latin-1")) else "")
        way, on = f"/log-ind?{urlencode({'next': here})}", "Log ind"
        if status != 401:
            way, on = "/log-ind", "Til dine møder"
        told = {name: escape(value) for name, value in msgspec.structs.asdict(problem).items()}
        return DOCUMENT.format(**told, style=self._style, way=escape(way), on=on)


def _is_visit(scope: Scope) -> bool:
    """Whether somebody goes to an address, and no script asks for it."""
    headers = Headers(scope=scope)
    going = headers.get("sec-fetch-mode", "navigate") == "navigate"
    return scope["method"] == "GET" and going and headers.get("accept", "").startswith("text/html")


def _is_problem(message: Message) -> bool:
    return Headers(raw=message["headers"]).get("content-type") == MEDIA_TYPE

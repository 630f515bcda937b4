"""Pages: the built documents of `web/`, by the address table that Vite reads too, under a strict content policy."""

import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import msgspec
from fastapi import APIRouter
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from api.headers import TRUSTED_TYPES
from api.problems import not_found
from domain.admission import Admission, admits
from domain.names import END, SCOPE

CONTENT_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    f"object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; {TRUSTED_TYPES}"
)
HEADERS = {"Content-Security-Policy": CONTENT_POLICY, "Cache-Control": "no-cache"}
IMMUTABLE = "public, max-age=31536000, immutable"
PACKED = ".gz"
HASHED = re.compile(r"-[\w-]{8}\.\w+$")
"""A file whose name holds its hash: another content has another name."""

CLUSTER = re.compile(f"^{SCOPE}{END}")
NO_CLUSTER = frozenset({"demo"})
"""An address of one word that may be asked for where nobody serves it; it is no cluster's front page."""


class Page(msgspec.Struct, frozen=True):
    """An address pattern and the folder of its document."""

    pattern: str
    page: str


@admits(Admission.ANYBODY)
class _Assets(StaticFiles):
    """Files that pages name: kept for ever where the name holds the hash. The build packs every text beside itself."""

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder)
        self._packed = frozenset(file.name for file in folder.glob(f"*{PACKED}"))

    async def get_response(self, path: str, scope: Scope) -> Response:
        packed = f"{path}{PACKED}" in self._packed
        wanted = packed and "gzip" in Headers(scope=scope).get("accept-encoding", "")
        response = await super().get_response(f"{path}{PACKED}" if wanted else path, scope)
        if wanted:
            response.headers["Content-Encoding"] = "gzip"
        if packed:
            response.headers["Vary"] = "Accept-Encoding"
        response.headers["Cache-Control"] = IMMUTABLE if HASHED.search(path) else "no-cache"
        return response


def pages(web: Path) -> tuple[APIRouter, StaticFiles]:
    """Routes of the documents, and their assets. `web` holds `pages.json` and the built `dist`."""
    router = APIRouter()

    @admits(Admission.ANYBODY)
    async def front(_: Request) -> Response:
        return RedirectResponse("/log-ind", status_code=303)

    router.add_api_route("/", front, include_in_schema=False)
    for page in msgspec.json.decode((web / "pages.json").read_bytes(), type=list[Page]):
        document = (web / "dist" / page.page / "index.html").read_bytes()
        router.add_api_route(page.pattern, _serving(document), include_in_schema=False, response_model=None)
    return router, _Assets(web / "dist" / "assets")


def _serving(document: bytes) -> Callable[[Request], Awaitable[Response]]:
    @admits(Admission.ANYBODY)
    async def serve(request: Request) -> Response:
        scope = request.path_params.get("scope", "")
        if scope in NO_CLUSTER or (scope and CLUSTER.match(scope) is None):
            raise not_found()
        return Response(document, media_type="text/html; charset=utf-8", headers=HEADERS)

    return serve

"""The application: every route of the house, wired once."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from fastapi_offline import FastAPIOffline

from api.access_log import Shelf as AccessLog
from api.access_log import access_log
from api.audit_trail import audit_trail
from api.changes import changes
from api.description import FILES, description
from api.doors import Desk, doors
from api.export import export
from api.health import health
from api.history import history
from api.lineage import lineage
from api.live_frames import LiveShelf, live_frames
from api.metrics import Figure
from api.minutes_proof import minutes_proof
from api.notices import Shelf as Notices
from api.notices import notices
from api.openapi import Operations
from api.pages import pages
from api.papers import Papers, papers
from api.problems import install_problems
from api.proofs import proofs
from api.reports import reports
from api.sealed import ProofShelf
from api.search import Shelf as Search
from api.search import search
from api.sign_in_operations import describe_sign_in
from api.views import views
from api.webhooks import Shelf as Webhooks
from api.webhooks import webhooks
from domain.admission import Admission, admits, require_admissions

DESCRIPTION = """The record that Danish health clusters decide in.

Every command is a `POST` with an `Idempotency-Key`; every view takes `?at=` (a position, a moment, a day) and
`?min_position=`. Beneath each, `/history` tells how one row came to be what it is, and `/compare` what differs between two
moments. What was refused by a rule is 409 with a code that stays, and the reason in Danish and English."""


class House(Desk, LiveShelf, Papers, AccessLog, Webhooks, Notices, Search, ProofShelf, Protocol):
    """What the application needs of the house."""

    def faults(self) -> list[str]: ...

    async def figures(self) -> Iterable[Figure]: ...


def create_app(house: House, web: Path | None, *more: Any) -> FastAPI:
    """The application over a house. `web` holds the built pages (None: no pages); `more` are further routers.

    Raises `NoPolicy` where a route says nothing of whom it answers.
    """
    app = FastAPIOffline(
        title="Klynge",
        version="1",
        description=DESCRIPTION,
        openapi_url="/openapi.json",
        docs_url=None,
        redoc_url=None,  # it writes styles into the page and runs scripts of its own making, which no strict policy lets it
        static_url=FILES,
        redirect_slashes=False,  # an address with a slash more is no address of ours
    )
    for _, way in ways_in(app):
        admits(Admission.ANYBODY)(way)  # the framework's own: what describes the doors
    operations = Operations()
    describe_sign_in(operations)
    for router in (
        *more,  # before the doors, of which there are hundreds to look through: everybody who comes back asks here first
        health(house.faults, house.figures),
        description(),
        doors(house, operations),
        papers(house, operations),
        changes(house, operations),
        export(house, operations),
        live_frames(house, operations),
        access_log(house, operations),
        webhooks(house, operations),
        notices(house, operations),
        reports(house, operations),
        search(house, operations),
        proofs(house, operations),
        minutes_proof(house, operations),
        views(house, operations),
        audit_trail(house, operations),
        history(house, operations),
        lineage(house, operations),
    ):
        app.include_router(router)
    if web is not None:
        documents, assets = pages(web)
        app.include_router(documents)
        app.mount("/assets", assets)
    install_problems(app)
    require_admissions(ways_in(app))
    app.openapi = lambda: _openapi(app, operations)  # type: ignore[method-assign]
    return app


def ways_in(app: FastAPI) -> Iterator[tuple[str, Any]]:
    """Every route and mounted application of an application: what it is called, and what answers there."""
    for route in iter_route_contexts(app.routes):
        way = route.endpoint if route.endpoint is not None else getattr(route.original_route, "app", None)
        methods = "|".join(sorted(route.methods or ())) or "*"
        yield f"{methods} {route.path}", way


def _openapi(app: FastAPI, operations: Operations) -> dict[str, Any]:
    if app.openapi_schema is None:
        app.openapi_schema = operations.document(app.title, app.version, app.description)
    return app.openapi_schema

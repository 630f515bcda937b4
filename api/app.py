"""The application: every route of the house, wired once."""

from pathlib import Path
from typing import Any, Protocol

from fastapi import FastAPI
from fastapi_offline import FastAPIOffline

from api.changes import changes
from api.doors import Desk, doors
from api.health import health
from api.openapi import Operations
from api.pages import pages
from api.papers import Papers, papers
from api.problems import install_problems
from api.reports import reports
from api.sign_in_operations import describe_sign_in
from api.views import Shelf, views

DESCRIPTION = """The record that Danish health clusters decide in.

Every command is a `POST` with an `Idempotency-Key`; every view takes `?at=` (a position, a moment, a day) and
`?min_position=`. What was refused by a rule is 409 with a code that stays, and the reason in Danish and English."""


class House(Desk, Shelf, Papers, Protocol):
    """What the application needs of the house."""

    def faults(self) -> list[str]: ...

    def figures(self) -> dict[str, float]: ...


def create_app(house: House, web: Path | None, *more: Any) -> FastAPI:
    """The application over a house. `web` holds the built pages (None: no pages); `more` are further routers."""
    app = FastAPIOffline(
        title="Klynge",
        version="1",
        description=DESCRIPTION,
        openapi_url="/openapi.json",
        redirect_slashes=False,  # an address with a slash more is no address of ours
    )
    operations = Operations()
    describe_sign_in(operations)
    for router in (
        health(house.faults, house.figures),
        doors(house, operations),
        papers(house, operations),
        changes(house, operations),
        *more,
        reports(house, operations),
        views(house, operations),
    ):
        app.include_router(router)
    if web is not None:
        documents, assets = pages(web)
        app.include_router(documents)
        app.mount("/assets", assets)
    install_problems(app)
    app.openapi = lambda: _openapi(app, operations)  # type: ignore[method-assign]
    return app


def _openapi(app: FastAPI, operations: Operations) -> dict[str, Any]:
    if app.openapi_schema is None:
        app.openapi_schema = operations.document(app.title, app.version, app.description)
    return app.openapi_schema

"""Health: `/health/live`, `/health/ready`, `/metrics`. Ready says in words what is wrong, and 503."""

from collections.abc import Callable

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.metrics import Figures, metrics
from domain.admission import Admission, admits

Faults = Callable[[], list[str]]
"""What keeps this process from deciding or serving, in plain words; empty when all is well."""


def health(faults: Faults, figures: Figures) -> APIRouter:
    """The routes a proxy and a monitor look at. They hold nothing of the record."""
    router = APIRouter()

    @admits(Admission.ANYBODY)
    async def live(_: Request) -> Response:
        return Response(b'{"live":true}', media_type="application/json")

    @admits(Admission.ANYBODY)
    async def ready(_: Request) -> Response:
        found = faults()
        body = msgspec.json.encode({"ready": not found, "faults": found})
        return Response(body, status_code=503 if found else 200, media_type="application/json")

    router.add_api_route("/health/live", live, include_in_schema=False)
    router.add_api_route("/health/ready", ready, include_in_schema=False)
    router.add_api_route("/metrics", metrics(figures), include_in_schema=False)
    return router

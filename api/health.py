"""Health: `/health/live`, `/health/ready`, `/metrics`. Ready says in words what is wrong, and 503."""

from collections.abc import Callable

import msgspec
from fastapi import APIRouter
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest
from starlette.requests import Request
from starlette.responses import Response

from domain.admission import Admission, admits

Faults = Callable[[], list[str]]
"""What keeps this process from deciding or serving, in plain words; empty when all is well."""
Figures = Callable[[], dict[str, float]]
"""metric name -> value now."""


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

    @admits(Admission.ANYBODY)
    async def metrics(_: Request) -> Response:
        registry = CollectorRegistry()
        for name, value in figures().items():
            Gauge(f"klynge_{name}", name.replace("_", " "), registry=registry).set(value)
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    router.add_api_route("/health/live", live, include_in_schema=False)
    router.add_api_route("/health/ready", ready, include_in_schema=False)
    router.add_api_route("/metrics", metrics, include_in_schema=False)
    return router

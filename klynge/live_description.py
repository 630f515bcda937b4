"""`/asyncapi.json`: the live protocol for machines, as `/openapi.json` is the doors. It holds nothing of the record."""

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from domain.admission import Admission, admits
from realtime.asyncapi import asyncapi

ADDRESS = "/asyncapi.json"


def live_description(public_url: str) -> APIRouter:
    """The document of a service at this address, made when it is first asked for."""
    router = APIRouter()
    made: list[bytes] = []

    @admits(Admission.ANYBODY)
    async def describe(_: Request) -> Response:
        if not made:
            made.append(msgspec.json.encode(asyncapi(public_url)))
        return Response(made[0], media_type="application/json", headers={"Cache-Control": "no-cache"})

    router.add_api_route(ADDRESS, describe, include_in_schema=False)
    return router

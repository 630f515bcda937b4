"""The page that describes the doors: Swagger UI over `/openapi.json`, from files of ours and without a line of script in it."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from domain.admission import Admission, admits

FILES = "/static-offline-docs"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default dompurify"
)
"""Swagger UI writes markup of what the description says, which is ours; script it can make of nothing."""
PAGE = f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Klynge: doors and views</title>
<link rel="icon" href="{FILES}/favicon.png">
<link rel="stylesheet" href="{FILES}/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="{FILES}/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
"""
START = """\
self.trustedTypes?.createPolicy("default", { createHTML: (text) => text });
SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  layout: "BaseLayout",
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIBundle.SwaggerUIStandalonePreset],
});
"""


def description() -> APIRouter:
    """`/docs`, and the script that starts it."""
    router = APIRouter()

    @admits(Admission.ANYBODY)
    async def page(_: Request) -> Response:
        return HTMLResponse(PAGE, headers={"Content-Security-Policy": POLICY})

    @admits(Admission.ANYBODY)
    async def start(_: Request) -> Response:
        return Response(START, media_type="text/javascript")

    router.add_api_route("/docs", page, include_in_schema=False)
    router.add_api_route("/docs/start.js", start, include_in_schema=False)
    return router

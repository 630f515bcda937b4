"""The development issuer's addresses: OpenID discovery, keys, the page to choose a person on, and the token address."""

from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import parse_qsl, urlencode

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from api.body import read_body
from api.issuer import CHALLENGE, PATH, DevelopmentIssuer
from api.problems import Problem
from api.provider import CLIENT_ID, SCOPE, SignInRefused
from domain.admission import Admission, admits
from eventstore.sessions import SESSION_S

STATE_CHARS_MAX = 512
NO_STORE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
"""Codes stand in addresses and answers: nobody keeps them, and the next page is not told where the reader came from."""
PAGE_POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

STYLE = """\
body { margin: 0; background: #f5f5f5; color: #1a1a1a; font: 1rem/1.5 "IBM Plex Sans", system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; background: #fff; }
h1 { font-size: 1.5rem; line-height: 1.25; }
p.only { border-left: 0.25rem solid #fea800; background: #fff7e6; padding: 0.75rem 1rem; }
ul { list-style: none; padding: 0; }
li { margin: 0 0 0.5rem; }
button { width: 100%; min-height: 2.75rem; padding: 0.5rem 1rem; border: 1px solid #747474; border-radius: 4px; background: #fff;
  color: #0059b3; font: inherit; text-align: left; cursor: pointer; }
button:hover { background: #f0f6fc; }
button:focus-visible { outline: 3px solid #1a1a1a; outline-offset: 2px; }
"""
PAGE = """\
<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Vælg, hvem du er – Klynge</title>
<link rel="stylesheet" href="{path}/style.css">
</head>
<body>
<main>
<h1>Vælg, hvem du vil logge ind som</h1>
<p class="only">Kun til udvikling. Her skal ingen bevise, hvem de er.</p>
<form method="get" action="{path}/authorize">
{kept}
<ul>
{people}
</ul>
</form>
</main>
</body>
</html>
"""


def issuer_pages(issuer: DevelopmentIssuer) -> APIRouter:
    """The routes under `/dev-issuer`. Mounted where the development issuer could be built, and nowhere else."""
    router = APIRouter(prefix=PATH, include_in_schema=False)

    @router.get("/.well-known/openid-configuration")
    @admits(Admission.ANYBODY)
    async def discovery() -> Response:
        return _json(_metadata(issuer))

    @router.get("/jwks")
    @admits(Admission.ANYBODY)
    async def jwks() -> Response:
        return _json(issuer.jwks())

    @router.get("/people")
    @admits(Admission.ANYBODY)
    async def people() -> Response:
        return _json([{"person": person, "function": function} for person, function in issuer.people()])

    @router.get("/style.css")
    @admits(Admission.ANYBODY)
    async def style() -> Response:
        return Response(STYLE, media_type="text/css")

    @router.get("/authorize")
    @admits(Admission.ANYBODY)
    async def authorize(request: Request) -> Response:
        return _authorize(issuer, request)

    @router.post("/token")
    @admits(Admission.ANYBODY)
    async def token(request: Request) -> Response:
        form = _once(parse_qsl((await read_body(request)).decode("latin-1"), keep_blank_values=True))
        return _token(issuer, form)

    return router


def _metadata(issuer: DevelopmentIssuer) -> Mapping[str, Any]:
    """OpenID Connect Discovery 1.0 §3; `iss` in the answer by RFC 9207."""
    return {
        "issuer": issuer.issuer,
        "authorization_endpoint": f"{issuer.issuer}/authorize",
        "token_endpoint": f"{issuer.issuer}/token",
        "jwks_uri": f"{issuer.issuer}/jwks",
        "response_types_supported": ["code"],
        "grant_types_supported": ["authorization_code"],
        "code_challenge_methods_supported": ["S256"],
        "token_endpoint_auth_methods_supported": ["none"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
        "scopes_supported": [SCOPE],
        "authorization_response_iss_parameter_supported": True,
    }


def _authorize(issuer: DevelopmentIssuer, request: Request) -> Response:
    """RFC 6749 §4.1.1. Until client and redirect address are known to be ours, nobody is sent anywhere."""
    asked = _once(request.query_params.multi_items())
    if asked.get("client_id") != CLIENT_ID or asked.get("redirect_uri") != issuer.redirect_uri:
        raise Problem(
            400,
            "sign-in.unknown-client",
            "Login er kun for Klynge selv.",
            "Unknown client, or another redirect address than its own.",
        )
    state = asked.get("state", "")[:STATE_CHARS_MAX]
    if asked.get("response_type") != "code":
        return _back(issuer, state, {"error": "unsupported_response_type"})
    if asked.get("code_challenge_method") != "S256" or not CHALLENGE.fullmatch(asked.get("code_challenge", "")):
        return _back(issuer, state, {"error": "invalid_request", "error_description": "PKCE with S256 is required"})
    people = issuer.people()
    chosen = asked.get("login_hint")
    if chosen is None:
        return _page(asked, people)
    if chosen not in dict(people):
        return _back(issuer, state, {"error": "access_denied", "error_description": "nobody of that id"})
    return _back(issuer, state, {"code": issuer.mint_grant(chosen, asked["code_challenge"])})


def _back(issuer: DevelopmentIssuer, state: str, answer: Mapping[str, str]) -> Response:
    query = urlencode({**answer, "state": state, "iss": issuer.issuer})
    return RedirectResponse(f"{issuer.redirect_uri}?{query}", 303, NO_STORE)


def _page(asked: Mapping[str, str], people: list[tuple[str, str]]) -> Response:
    kept = "\n".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in asked.items()
    )
    buttons = "\n".join(
        f'<li><button name="login_hint" value="{escape(person)}">{escape(function)}</button></li>'
        for person, function in people
    )
    page = PAGE.format(path=PATH, kept=kept, people=buttons)
    return HTMLResponse(page, headers={"Content-Security-Policy": PAGE_POLICY, **NO_STORE})


def _token(issuer: DevelopmentIssuer, form: Mapping[str, str]) -> Response:
    """RFC 6749 §4.1.3 and §5. A token and an ID token for an authorisation code."""
    try:
        if form.get("grant_type") != "authorization_code":
            raise SignInRefused("unsupported_grant_type")
        if form.get("client_id") != CLIENT_ID:
            raise SignInRefused("invalid_client")
        person = issuer.redeem_grant(form.get("code", ""), form.get("code_verifier", ""), form.get("redirect_uri", ""))
    except SignInRefused as refused:
        return _json({"error": refused.error, "error_description": refused.description}, 400)
    answer = {
        "access_token": issuer.mint_token(person, SESSION_S),
        "token_type": "Bearer",
        "expires_in": SESSION_S,
        "id_token": issuer.mint_id_token(person, SESSION_S),
        "scope": SCOPE,
    }
    return _json(answer)


def _once(pairs: list[tuple[str, str]]) -> dict[str, str]:
    """Parameters, none of them twice (RFC 6749 §3.1)."""
    asked = dict(pairs)
    if len(asked) != len(pairs):
        raise Problem(400, "request.malformed", "En parameter står to gange.", "A parameter stands twice.")
    return asked


def _json(body: Any, status: int = 200) -> Response:
    return Response(msgspec.json.encode(body), status, NO_STORE, "application/json")

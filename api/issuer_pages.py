"""The development issuer's addresses: OpenID discovery, keys, the page to choose a person on, and the token address."""

from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import parse_qsl, urlencode

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from api.acr import ACR, level_of
from api.body import read_body
from api.headers import TRUSTED_TYPES
from api.issuer import CHALLENGE, CLIENT_TOKEN_S, PATH, DevelopmentIssuer
from api.issuer_clients import ASSERTION_TYPE
from api.problems import Problem
from api.provider import SCOPE, SignInRefused
from api.tokens import CLIENT_ID
from domain.admission import Admission, admits
from domain.assurance import Assurance
from eventstore.sessions import SESSION_S

STATE_CHARS_MAX = 512
NO_STORE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
"""Codes stand in addresses and answers: nobody keeps them, and the next page is not told where the reader came from."""
PAGE_POLICY = f"default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; {TRUSTED_TYPES}"

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
<p><label for="niveau">Sikringsniveau</label>
<select id="niveau" name="acr_values">{levels}</select></p>
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
        "grant_types_supported": ["authorization_code", "client_credentials"],
        "acr_values_supported": list(ACR.values()),
        "code_challenge_methods_supported": ["S256"],
        "token_endpoint_auth_methods_supported": ["none", "private_key_jwt"],
        "token_endpoint_auth_signing_alg_values_supported": ["ES256"],
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
    nonce = asked.get("nonce")
    if nonce is not None and len(nonce) > STATE_CHARS_MAX:
        return _back(issuer, state, {"error": "invalid_request", "error_description": "the nonce is too long"})
    grant = issuer.mint_grant(chosen, asked["code_challenge"], nonce, _level(asked))
    return _back(issuer, state, {"code": grant})


def _level(asked: Mapping[str, str]) -> Assurance:
    """The level that was chosen on the page, or that the client asks for; as real people mostly sign in where it says nothing."""
    wanted = asked.get("acr_values")
    return Assurance.SUBSTANTIAL if wanted is None else level_of({"acr": wanted})


def _back(issuer: DevelopmentIssuer, state: str, answer: Mapping[str, str]) -> Response:
    query = urlencode({**answer, "state": state, "iss": issuer.issuer})
    return RedirectResponse(f"{issuer.redirect_uri}?{query}", 303, NO_STORE)


def _page(asked: Mapping[str, str], people: list[tuple[str, str]]) -> Response:
    kept = "\n".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in asked.items()
        if name != "acr_values"
    )
    levels = "".join(
        f'<option value="{acr}"{" selected" if level is _level(asked) else ""}>{level.da.capitalize()}</option>'
        for level, acr in ACR.items()
    )
    buttons = "\n".join(
        f'<li><button name="login_hint" value="{escape(person)}">{escape(function)}</button></li>'
        for person, function in people
    )
    page = PAGE.format(path=PATH, kept=kept, levels=levels, people=buttons)
    return HTMLResponse(page, headers={"Content-Security-Policy": PAGE_POLICY, **NO_STORE})


def _token(issuer: DevelopmentIssuer, form: Mapping[str, str]) -> Response:
    """RFC 6749 §4.1.3, §4.4 and §5: for an authorisation code a token and an ID token, for a client's assertion a token."""
    try:
        match form.get("grant_type"):
            case "authorization_code":
                answer = _granted(issuer, form)
            case "client_credentials":
                if form.get("client_assertion_type") != ASSERTION_TYPE:
                    raise SignInRefused("invalid_client", "a client proves who it is by private_key_jwt")
                token = issuer.redeem_assertion(form.get("client_assertion", ""))
                answer = {"access_token": token, "token_type": "Bearer", "expires_in": CLIENT_TOKEN_S}
            case _:
                raise SignInRefused("unsupported_grant_type")
    except SignInRefused as refused:
        return _json({"error": refused.error, "error_description": refused.description}, 400)
    return _json(answer)


def _granted(issuer: DevelopmentIssuer, form: Mapping[str, str]) -> dict[str, Any]:
    if form.get("client_id") != CLIENT_ID:
        raise SignInRefused("invalid_client")
    granted = issuer.redeem(form.get("code", ""), form.get("code_verifier", ""), form.get("redirect_uri", ""))
    return {
        "access_token": granted.access_token,
        "token_type": "Bearer",
        "expires_in": SESSION_S,
        "id_token": granted.id_token,
        "scope": SCOPE,
    }


def _once(pairs: list[tuple[str, str]]) -> dict[str, str]:
    """Parameters, none of them twice (RFC 6749 §3.1)."""
    asked = dict(pairs)
    if len(asked) != len(pairs):
        raise Problem(400, "request.malformed", "En parameter står to gange.", "A parameter stands twice.")
    return asked


def _json(body: Any, status: int = 200) -> Response:
    return Response(msgspec.json.encode(body), status, NO_STORE, "application/json")

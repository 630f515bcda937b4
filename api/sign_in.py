"""Signing in and out: from the issuer to a session in a cookie, and from a session to a ticket for a socket."""

import re
import secrets
import time
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import urlencode

import msgspec
from fastapi import APIRouter
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.body import decode_body, read_body
from api.identity import Caller, Identity, Unauthenticated, check_meant
from api.issuer import challenge_of
from api.problems import Problem
from api.provider import Asked, Granted, IssuerDown, Provider, SignInRefused
from api.roles import SessionRoles, SignedIn, SignedInPerson
from api.tokens import PERSON, KeysPending
from domain.admission import Admission, admits
from domain.assurance import NAMED, Assurance
from eventstore.sessions import SESSION_S, TICKET_S, Begun, Session, Sessions

SIGN_IN_S = 600
"""How long somebody may stay at the issuer's pages."""
NEXT_CHARS_MAX = 2_000
LOCAL_PATH = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")
"""A place of ours. Browsers read `//host` and `/\\host` as another site, and drop control characters before they look."""
SIGN_IN_PAGE = "/log-ind"
KEYS_WAIT_S = 0.5
KEYS_TRIES = 10


class Redeem(Struct, frozen=True, forbid_unknown_fields=True):
    """A one-use sign-in code."""

    code: str


class Ticket(Struct, frozen=True):
    """A one-use ticket for a socket, offered as the sub-protocol `ticket.<ticket>`."""

    ticket: str
    expires_in_s: int


class Entrance(Struct, frozen=True, kw_only=True):
    """What signing in needs of the house."""

    identity: Identity
    provider: Provider
    sessions: Sessions
    roles_of: Callable[[str], SessionRoles]
    """person id -> what the record says of them; called on the event loop, so it may not wait."""
    session_ended: Callable[[bytes], None]
    """Told which session was ended, so that its sockets are closed; called on any thread."""
    public_url: str
    origins: frozenset[str]
    """Whose pages may open sockets: exact, as a browser sends them (RFC 6454 §7), `https://klynge.example`."""
    told_email: Callable[[str, str], None] = lambda _, __: None
    """Person id and the address that the issuer vouches for; called beside the event loop. It may be no address at all."""
    redeem_code: Callable[[str], str] | None = None
    """The development issuer's: sign-in code -> access token, or `SignInRefused`. None: there are no such codes."""

    @property
    def callback(self) -> str:
        """Our one redirect address."""
        return f"{self.public_url.rstrip('/')}/v1/sign-in/callback"


def sign_in_routes(entrance: Entrance) -> APIRouter:
    """`/v1/sign-in`, `/v1/sign-in/callback`, `/v1/session`, `/v1/tickets`. Errors leave as `problems` knows them."""
    router = APIRouter(prefix="/v1")

    # First, for it is looked for in this order, and when everybody comes back everybody asks for one.
    @router.post("/tickets", response_model=None)
    @admits(Admission.SIGNED_IN)
    async def ticket(request: Request) -> Response:
        caller = entrance.identity.of(request)
        entrance.identity.check_write(request, caller)
        return _ticket(entrance, request, caller)

    # Plain functions, so that the framework runs them beside the event loop: the issuer may be a network away.
    @router.get("/sign-in", response_model=None)
    @admits(Admission.ANYBODY)
    def sign_in(request: Request) -> Response:
        return _begin(entrance, request)

    @router.get("/sign-in/callback", response_model=None)
    @admits(Admission.ANYBODY)
    def callback(request: Request) -> Response:
        try:
            return _finish(entrance, request)
        except Problem as problem:
            # A browser stands here, not a script: show it the page from where it can try again.
            return _redirect(f"{SIGN_IN_PAGE}?{urlencode({'fejl': problem.code})}")

    @router.get("/session", response_model=None)
    @admits(Admission.SIGNED_IN)
    async def session(request: Request) -> Response:
        return _signed_in(entrance, entrance.identity.of(request))

    @router.post("/session", response_model=None)
    @admits(Admission.ANYBODY)
    async def redeem(request: Request) -> Response:
        check_meant(request)
        return _redeem(entrance, request, decode_body(await read_body(request), Redeem).code)

    @router.delete("/session", response_model=None)
    @admits(Admission.ANYBODY)
    async def sign_out(request: Request) -> Response:
        check_meant(request)
        _end(entrance, request)
        response = Response(status_code=204, headers={"Cache-Control": "no-store"})
        _set_cookie(response, entrance, entrance.identity.cookie, "", 0)
        return response

    return router


# --- by way of the issuer ---


def _begin(entrance: Entrance, request: Request) -> Response:
    """RFC 6749 §4.1.1 with PKCE (RFC 7636)."""
    then = request.query_params.get("next", "/")
    person = request.query_params.get("as")
    level = request.query_params.get("level", Assurance.SUBSTANTIAL.value)
    if len(then) > NEXT_CHARS_MAX or not LOCAL_PATH.fullmatch(then):
        raise Problem(
            400, "sign-in.next-not-local", "Adressen bagefter skal ligge her.", "`next` must be a path of this site."
        )
    if person is not None and not PERSON.fullmatch(person):
        raise Problem(400, "sign-in.no-person", "Det er ikke en person.", "`as` must be a person's id.")
    if level not in NAMED:
        raise Problem(
            400, "sign-in.no-level", "Det er ikke et sikringsniveau.", "`level` must be low, substantial or high."
        )
    state, nonce, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(32), secrets.token_urlsafe(48)
    asked = Asked(
        state=state,
        nonce=nonce,
        challenge=challenge_of(verifier),
        redirect_uri=entrance.callback,
        person=person,
        level=NAMED[level],
    )
    try:
        address = entrance.provider.authorize_url(asked)
    except IssuerDown:
        return _redirect(f"{SIGN_IN_PAGE}?{urlencode({'fejl': 'sign-in.issuer-down', 'next': then})}")
    name = _browser_cookie(entrance)
    browser = request.cookies.get(name) or secrets.token_urlsafe(32)
    now = entrance.identity.now()
    entrance.sessions.begin_sign_in(_bound(state, browser), Begun(verifier, then, nonce), now, now + SIGN_IN_S)
    response = _redirect(address)
    _set_cookie(response, entrance, name, browser, SIGN_IN_S)
    return response


def _finish(entrance: Entrance, request: Request) -> Response:
    asked = request.query_params
    browser = request.cookies.get(_browser_cookie(entrance), "")
    begun = entrance.sessions.finish_sign_in(_bound(asked.get("state", ""), browser), entrance.identity.now())
    if begun is None or asked.get("iss", entrance.provider.issuer) != entrance.provider.issuer:
        raise Problem(
            400,
            "sign-in.unknown",
            "Login er ikke begyndt her, eller tiden er gået.",
            "No such sign-in is under way here.",
        )
    code = asked.get("code")
    if code is None:
        raise Problem(
            403, "sign-in.refused", "Login blev ikke gennemført.", f"The issuer says {asked.get('error', 'nothing')}."
        )
    try:
        granted = entrance.provider.redeem(code, begun.verifier, entrance.callback)
        caller = _proven(entrance, granted, begun.nonce)
    except SignInRefused as refused:
        raise Problem(403, "sign-in.refused", "Login blev ikke gennemført.", f"The issuer says {refused}.") from refused
    except (IssuerDown, KeysPending) as down:
        raise Problem(
            503, "sign-in.issuer-down", "Login kan ikke nås lige nu.", "The issuer does not answer."
        ) from down
    except Unauthenticated as unproven:
        raise Problem(401, unproven.code, unproven.da, unproven.en) from unproven
    response = _redirect(begun.then)
    _begin_session(response, entrance, request, caller)
    if caller.email is not None:
        entrance.told_email(caller.person, caller.email)
    return response


def _proven(entrance: Entrance, granted: Granted, nonce: str) -> Caller:
    """Who fresh tokens are for. Their key may be as fresh as themselves, so a reading of the keys is waited for."""
    for _ in range(KEYS_TRIES):
        try:
            return entrance.identity.verify_sign_in(granted.access_token, granted.id_token, nonce)
        except KeysPending:
            time.sleep(KEYS_WAIT_S)
    return entrance.identity.verify_sign_in(granted.access_token, granted.id_token, nonce)


def _bound(state: str, browser: str) -> str:
    """A sign-in belongs to the browser that began it: nobody can be signed in as somebody else by a link (RFC 9700 §4.7.1)."""
    return f"{state}.{browser}"


def _browser_cookie(entrance: Entrance) -> str:
    return f"{entrance.identity.cookie}-sign-in"


def _redirect(address: str) -> Response:
    return RedirectResponse(address, 303, {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"})


# --- sessions ---


def _redeem(entrance: Entrance, request: Request, code: str) -> Response:
    if entrance.redeem_code is None:
        raise Problem(404, "not-found", "Der logges ikke ind med koder her.", "There are no sign-in codes here.")
    try:
        token = entrance.redeem_code(code)
    except SignInRefused as refused:
        da = "Linket er brugt, eller dets tid er gået."
        raise Problem(
            401, "sign-in.code-refused", da, f"{refused.description}.", headers={"WWW-Authenticate": "Bearer"}
        ) from refused
    caller = entrance.identity.verify(token)
    response = _signed_in(entrance, caller)
    _begin_session(response, entrance, request, caller)
    return response


def _begin_session(response: Response, entrance: Entrance, request: Request, caller: Caller) -> None:
    """A new secret for every sign-in, so one that was planted beforehand opens nothing. The issuer's end holds; 8 h at most."""
    _end(entrance, request)
    now = entrance.identity.now()
    ends_at = min(caller.expires_at, now + SESSION_S)
    session = Session(caller.person, ends_at, assurance=caller.assurance, signed_in_at=caller.signed_in_at)
    secret = entrance.sessions.begin(session, now)
    _set_cookie(response, entrance, entrance.identity.cookie, secret, ends_at - now)


def _end(entrance: Entrance, request: Request) -> None:
    secret = request.cookies.get(entrance.identity.cookie)
    if secret is not None:
        entrance.session_ended(entrance.sessions.end(secret))


def _signed_in(entrance: Entrance, caller: Caller) -> Response:
    held = entrance.roles_of(caller.person)
    ends_at = datetime.fromtimestamp(min(caller.expires_at, entrance.identity.now() + SESSION_S), UTC)
    answer = SignedIn(
        person=SignedInPerson(caller.person, held.name),
        roles=held.roles,
        offices=held.offices,
        assurance=caller.assurance.value,
        meetings=held.meetings,
        left=held.left,
        expires_at=ends_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    return _json(answer)


def _ticket(entrance: Entrance, request: Request, caller: Caller) -> Response:
    origins = request.headers.getlist("origin")
    if len(origins) != 1 or origins[0] not in entrance.origins:
        raise Problem(
            403,
            "origin.not-allowed",
            "Herfra kan der ikke følges med.",
            "The origin is not on the list of those allowed.",
        )
    session = Session(caller.person, caller.expires_at, caller.session, caller.assurance, caller.signed_in_at)
    secret = entrance.sessions.issue_ticket(session, origins[0], entrance.identity.now())
    return _json(Ticket(secret, TICKET_S))


def _set_cookie(response: Response, entrance: Entrance, name: str, value: str, max_age_s: int) -> None:
    response.set_cookie(
        name, value, max_age=max_age_s, path="/", secure=entrance.identity.secure, httponly=True, samesite="lax"
    )


def _json(answer: Struct) -> Response:
    return Response(msgspec.json.encode(answer), media_type="application/json", headers={"Cache-Control": "no-store"})

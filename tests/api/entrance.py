"""A small house with the entrance only: sign-in, sessions, tickets and one door to write through, on real databases."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.identity import Identity
from api.issuer import DevelopmentIssuer
from api.issuer_pages import issuer_pages
from api.problems import install_problems
from api.provider import Provider
from api.roles import Role, SessionRoles
from api.sign_in import Entrance, sign_in_routes
from api.tokens import AccessTokens, IssuerKeys
from projections.view import Named
from tests.files import keys_in, sessions_in

URL = "http://localhost:8000"
ORIGIN = URL
SECRETARY = "dk/person/0b6c3c1e"
MEMBER = "dk/person/5f1d22aa"
PEOPLE = [(SECRETARY, "Sekretariat for klyngen"), (MEMBER, "Medlem <PLO-Syd>")]
SEAT = Role(
    scope="lillebaelt",
    body=Named("lillebaelt/body/strategisk", "Strategisk niveau"),
    seat="sekretariat",
    voice="secretariat",
)
BEGAN_AT = 1_800_000_000


class Time:
    """A clock that a test moves. Seconds since 1970 UTC."""

    def __init__(self) -> None:
        self.at = BEGAN_AT

    def __call__(self) -> int:
        return self.at


def roles_of(person: str) -> SessionRoles:
    """The secretary has a seat, nobody else does."""
    return SessionRoles(name="Sekretariatet", roles=(SEAT,)) if person == SECRETARY else SessionRoles(name=None)


class House:
    """`public_url` and `provider` differ where a test is about them."""

    def __init__(self, folder: Path, *, public_url: str = URL, provider: Callable[[], Provider] | None = None) -> None:
        self.now = Time()
        self.public_url = public_url
        self.ended: list[bytes] = []
        """The sessions whose sockets are to be closed."""
        self.emails: list[tuple[str, str]] = []
        """Of whom a sign-in told where they read mail."""
        self.sessions = sessions_in(folder / "sessions.db")
        self.keys = keys_in(folder / "keys.db")
        self.issuer = self.another_issuer()
        self.provider: Provider = self.issuer if provider is None else provider()
        self.identity = self.identity_for(public_url)
        entrance = Entrance(
            identity=self.identity,
            provider=self.provider,
            sessions=self.sessions,
            roles_of=roles_of,
            session_ended=self.ended.append,
            told_email=lambda person, address: self.emails.append((person, address)),
            public_url=public_url,
            origins=frozenset({ORIGIN}),
            redeem_code=self.issuer.redeem_code,
        )
        self.app = app_of(entrance, self.issuer, self.identity)

    def another_issuer(self) -> DevelopmentIssuer:
        """As another node, or the command line, builds it on the same databases."""
        return DevelopmentIssuer(
            env="dev",
            public_url=self.public_url,
            keys=self.keys,
            sessions=self.sessions,
            people=lambda: PEOPLE,
            now=self.now,
        )

    def identity_for(self, public_url: str, env: str = "dev") -> Identity:
        tokens = AccessTokens(
            issuer=self.issuer.issuer, audience=self.issuer.audience, keys=IssuerKeys(self.issuer.jwks), now=self.now
        )
        return Identity(self.sessions, tokens, public_url=public_url, env=env, now=self.now)

    def browser(self) -> httpx.AsyncClient:
        """Keeps cookies, follows nothing by itself."""
        return httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url=self.public_url)

    def close(self) -> None:
        self.sessions.close()
        self.keys.close()


def app_of(entrance: Entrance, issuer: DevelopmentIssuer, identity: Identity) -> FastAPI:
    app = FastAPI()
    install_problems(app)
    app.include_router(sign_in_routes(entrance))
    app.include_router(issuer_pages(issuer))

    @app.post("/v1/write", response_model=None)
    async def write(request: Request) -> Response:
        caller = identity.of(request)
        identity.check_write(request, caller)
        return JSONResponse({"person": caller.person, "via": caller.via})

    return app


def problem(answer: httpx.Response) -> tuple[int, str]:
    """Status and code of a problem, which always is one in form."""
    assert answer.headers["content-type"] == "application/problem+json"
    said: dict[str, Any] = answer.json()
    assert said["status"] == answer.status_code
    assert said["type"] == f"/problems/{said['code']}"
    assert all(said[name] for name in ("title", "detail", "detail_en"))
    return answer.status_code, said["code"]


def asked(address: str) -> dict[str, str]:
    """The query of an address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}

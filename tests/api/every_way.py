"""Every way into a house, and a question at each of them that lacks nothing but perhaps a proof of who asks."""

import re
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from uuid import uuid4

import httpx
import msgspec

from api.app import ways_in
from domain.admission import Admission, admission_of
from domain.streams import STREAMS
from tests.golden_samples import samples_of
from tests.outside import Outside

NO_COOKIES = DefaultCookiePolicy(allowed_domains=[])


def routes(house: Outside) -> list[tuple[str, str, Admission]]:
    """Method, address and admission of every route, an address of the story put in."""
    asked = []
    for name, way in ways_in(house.house.app):
        methods, path = name.split(" ", 1)
        admission = admission_of(way)
        assert admission is not None
        for method in methods.replace("*", "GET").split("|"):
            if method != "HEAD":
                asked.append((method, filled(path), admission))
    return asked


ASKED = {
    "/v1/live/frames": "?topic=dk/people",
    "/v1/proof/leaf": "?position=1",
    "/v1/proof/inclusion": "?position=1",
    "/v1/proof/consistency": "?from=1",
}
"""What an address lacks without a question."""
PLACES = {"scope": "lillebaelt", "sha256": "0" * 64, "item": "middelfart", "attachment": "none"}


def filled(path: str) -> str:
    """An address with something at each of its places: a stream of that kind that stands, if the story has one."""
    kind = path.split("/")[3] if path.count("/") > 3 else ""
    name = {"meeting": "2024-04-09-strategic", "fund": "klyngemidler", "body": "strategic"}.get(kind, "none")
    return re.sub(r"\{(\w+)(?::\w+)?\}", lambda place: PLACES.get(place[1], name), path) + ASKED.get(path, "")


SAMPLES = {
    f"/{kind.name}/{command.verb}": msgspec.json.encode(samples_of(command)[0])
    for kind in STREAMS
    for command in kind.commands
}


@cache
def anybody(url: str) -> httpx.Client:
    """Keeps no cookies: whoever was signed in or out by a question is nobody again in the next."""
    return httpx.Client(base_url=url, timeout=30, cookies=CookieJar(NO_COOKIES))


def ask(house: Outside, method: str, path: str, token: str | None = None) -> httpx.Response:
    """A request that lacks nothing but perhaps a proof of who asks."""
    headers = {"Idempotency-Key": str(uuid4()), "Klynge-Request": "1", "Origin": house.url, "If-Match": '"1"'}
    if token is not None:
        headers["Authorization"] = f"Bearer {token}"
    parts = path.split("/")
    body = SAMPLES.get(f"/{parts[3]}/{parts[-1]}", b"{}") if len(parts) > 4 else b"{}"
    content = None if method == "GET" else body
    with anybody(house.url).stream(method, path, headers=headers, content=content) as answer:
        if answer.headers.get("content-type", "").startswith("text/event-stream"):
            first = next(answer.iter_bytes())  # it goes on for as long as one listens
            return httpx.Response(answer.status_code, headers=answer.headers, content=first)
        answer.read()
        return answer

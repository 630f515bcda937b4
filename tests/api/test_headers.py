"""Headers of every answer: whoever asks, whatever comes of it, a browser is told what it may do with it."""

import re
import socket
from collections.abc import Iterator, Mapping
from pathlib import Path

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response

from api.headers import WithHeaders, headers_for
from domain.admission import Admission, admits
from tests.api.every_way import ask, routes
from tests.outside import MEETING, Outside, copied, outside

DENIED_POWERS = {"camera", "geolocation", "microphone"}
UNSAFE = re.compile(r"unsafe-|\*|https?:|blob:")
HTTPS = "https://klynge.example"


@pytest.fixture(scope="module")
def house(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with outside(copied(mid_item_2, tmp_path_factory.mktemp("house"))) as house:
        yield house


def lacking(headers: Mapping[str, str]) -> set[str]:
    """What is missing in an answer, or too lax."""
    headers = {name.lower(): value for name, value in headers.items()}
    directives = (each.strip().partition(" ") for each in headers.get("content-security-policy", "").split(";"))
    policy = {name: value for name, _, value in directives}
    powers = {power.split("=")[0].strip() for power in headers.get("permissions-policy", "").split(",")}
    demands = {
        "nosniff": headers.get("x-content-type-options") == "nosniff",
        "opener": headers.get("cross-origin-opener-policy") == "same-origin",
        "resource": headers.get("cross-origin-resource-policy") == "same-origin",
        "referrer": headers.get("referrer-policy") in ("same-origin", "no-referrer"),
        "powers": powers >= DENIED_POWERS and "*" not in headers.get("permissions-policy", ""),
        "cache": bool(headers.get("cache-control")),
        "policy": policy.get("default-src") in ("'none'", "'self'"),
        "framing": policy.get("frame-ancestors") == "'none'",
        "base": policy.get("base-uri") == "'none'",
        "forms": policy.get("form-action") in ("'none'", "'self'"),
        "trusted types": policy.get("require-trusted-types-for") == "'script'" and "trusted-types" in policy,
        "unsafe": not UNSAFE.search(headers.get("content-security-policy", "")),
    }
    return {demand for demand, met in demands.items() if not met}


def test_every_answer_of_every_route_carries_them(house: Outside) -> None:
    secretary = house.token("secretary")
    asked, answers = routes(house), set[int]()
    for method, path, admission in asked:
        for token in (None,) if admission is Admission.ANYBODY else (None, secretary):
            answer = ask(house, method, path, token)
            assert lacking(answer.headers) == set(), (method, path, answer.status_code)
            answers.add(answer.status_code)
    assert answers >= {200, 303, 401, 403, 404, 409}


def test_what_is_read_of_the_record_is_kept_by_no_cache_on_the_way(house: Outside) -> None:
    for path in (f"/v1/{MEETING}", "/v1/lillebaelt/audit-trail", "/v1/changes"):
        answer = house.as_("secretary").get(path)
        assert answer.headers["cache-control"] == "private, no-cache"
        again = house.as_("secretary").get(path, headers={"If-None-Match": answer.headers["etag"]})
        assert again.status_code == 304
        assert lacking(again.headers) == set()


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/none/none/none", 404), ("DELETE", "/log-ind", 405), ("GET", "/assets/none.js", 404), ("GET", "/", 303)],
)
def test_so_does_what_the_router_says_no_to(house: Outside, method: str, path: str, status: int) -> None:
    answer = httpx.request(method, f"{house.url}{path}")
    assert answer.status_code == status
    assert lacking(answer.headers) == set()


def upgrade(path: str, more: str = "") -> bytes:
    """A request to open a socket."""
    asked = f"GET {path} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n{more}"
    return f"{asked}Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n".encode()


@pytest.mark.parametrize(
    ("request_bytes", "status"),
    [
        (b"no http at all\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + b"x" * 40_000 + b"\r\n\r\n", 431),
        (upgrade("/v1/live").replace(b"Sec-WebSocket-Key", b"Other"), 400),
        (upgrade("/v1/other"), 404),
        (upgrade("/v1/live", "Origin: https://elsewhere.example\r\n"), 403),
    ],
)
def test_so_does_what_never_comes_to_a_route(house: Outside, request_bytes: bytes, status: int) -> None:
    head = answer_to(house, request_bytes).split("\r\n\r\n", 1)[0].split("\r\n")
    assert head[0].split(" ")[1] == str(status)
    assert lacking(dict(line.split(": ", 1) for line in head[1:])) == set()


def answer_to(house: Outside, request_bytes: bytes) -> str:
    """What comes back, to the end of its head at least."""
    with socket.create_connection((house.settings.host, house.settings.port), timeout=30) as line:
        line.sendall(request_bytes)
        told = b""
        while b"\r\n\r\n" not in told and (part := line.recv(65_536)):
            told += part
        return told.decode()


def test_so_does_a_defect_of_ours(house: Outside) -> None:
    @admits(Admission.ANYBODY)
    async def broken(_: Request) -> Response:
        raise RuntimeError("planted")

    house.house.app.add_api_route("/v1/broken", broken, response_model=None)
    answer = httpx.get(f"{house.url}/v1/broken")
    assert answer.status_code == 500
    assert lacking(answer.headers) == set()


async def test_an_answer_without_them_is_found(house: Outside) -> None:
    """The control: the same application, not behind them."""
    transport = httpx.ASGITransport(house.house.app)
    async with httpx.AsyncClient(transport=transport, base_url=house.url) as client:
        assert lacking((await client.get("/health/live")).headers) >= {"nosniff", "policy", "cache", "framing"}
    assert lacking({"Content-Security-Policy": "default-src 'self'; script-src 'unsafe-inline'"}) >= {"unsafe"}


async def test_over_https_a_browser_is_told_to_stay_there() -> None:
    async def answers(public_url: str) -> httpx.Headers:
        transport = httpx.ASGITransport(WithHeaders(Response("x"), headers_for(public_url)))
        async with httpx.AsyncClient(transport=transport, base_url=public_url) as client:
            return (await client.get("/")).headers

    assert (await answers(HTTPS))["strict-transport-security"] == "max-age=63072000"
    assert "strict-transport-security" not in await answers("http://127.0.0.1:8000")


async def test_what_an_answer_says_itself_stands() -> None:
    said = {"Cache-Control": "public", "Content-Security-Policy": "default-src 'self'"}
    transport = httpx.ASGITransport(WithHeaders(Response("x", headers=said), headers_for(HTTPS)))
    async with httpx.AsyncClient(transport=transport, base_url=HTTPS) as client:
        answer = await client.get("/")
    assert answer.headers.get_list("cache-control") == ["public"]
    assert answer.headers.get_list("content-security-policy") == ["default-src 'self'"]

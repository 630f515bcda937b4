"""Whom every way in answers: each declares it, or nothing is served; and each keeps what it declares."""

import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import msgspec
import pytest
from fastapi import APIRouter, FastAPI
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from api.app import create_app, ways_in
from api.doors import RESERVED
from api.issuer import PATH as DEVELOPMENT_ISSUER
from domain.admission import Admission, NoPolicy, admits
from domain.streams import STREAMS
from klynge.house import WEB
from realtime import messages
from realtime.sockets import Sockets
from tests.api.every_way import ask, routes
from tests.outside import Outside, copied, outside, problem

STRANGER = "dk/person/00000000-0000-4000-8000-000000000000"
"""Of nobody that the record knows."""
NOT_HERE = 404, "not-found"
NOT_YOURS = 403, "policy.denied"
OF_THE_DESCRIPTION = {"/asyncapi.json", "/openapi.json", "/docs", "/docs/start.js", "/static-offline-docs"}


@pytest.fixture(scope="module")
def house(ended: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with outside(copied(ended, tmp_path_factory.mktemp("house"))) as house:
        yield house


# --- who says nothing is not served ---------------------------------------------------------------------------------


async def planted(_: Request) -> Response:
    return Response()


def app_with(*more: Any) -> FastAPI:
    return create_app(SimpleNamespace(faults=None, figures=None), None, *more)


def test_a_route_without_a_policy_stops_the_start() -> None:
    router = APIRouter()
    router.add_api_route("/v1/planted", planted, methods=["POST"], response_model=None)
    with pytest.raises(NoPolicy, match="POST /v1/planted"):
        app_with(router)


def test_so_does_one_within_a_router_of_a_router() -> None:
    inner, outer = APIRouter(prefix="/inner"), APIRouter(prefix="/outer")
    inner.add_api_route("/planted", planted, response_model=None)
    outer.include_router(inner)
    with pytest.raises(NoPolicy, match="GET /outer/inner/planted"):
        app_with(outer)


def test_so_does_a_mounted_application(tmp_path: Path) -> None:
    router = APIRouter()
    router.mount("/planted", StaticFiles(directory=tmp_path))
    with pytest.raises(NoPolicy, match="/planted"):
        app_with(router)


def test_so_does_a_socket_of_the_framework() -> None:
    router = APIRouter()
    router.add_api_websocket_route("/planted", planted)
    with pytest.raises(NoPolicy, match="/planted"):
        app_with(router)


def test_a_route_that_declares_one_is_served() -> None:
    router = APIRouter()
    router.add_api_route("/v1/planted", admits(Admission.ANYBODY)(lambda _: Response()), response_model=None)
    assert "GET /v1/planted" in dict(ways_in(app_with(router)))


def test_a_message_without_a_policy_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    class Planted(msgspec.Struct, tag_field="op", tag="planted"):
        pass

    def sockets() -> Sockets:
        nothing: dict[str, Any] = dict.fromkeys(("hub", "presences", "redeem", "verify", "standing"))
        return Sockets(**nothing, origins=frozenset())

    assert sockets().live == set()
    monkeypatch.setattr(messages, "FromClient", messages.FromClient | Planted)
    with pytest.raises(NoPolicy, match="message planted"):
        sockets()


# --- what is declared is kept ---------------------------------------------------------------------------------------


def told(answer: httpx.Response) -> tuple[int, str]:
    if answer.status_code < 400:
        return answer.status_code, ""
    said = problem(answer)
    return said["status"], said["code"]


def test_without_a_proof_nobody_gets_further_than_the_door(house: Outside) -> None:
    assert let_in_without_proof(house) == []


def let_in_without_proof(house: Outside) -> list[str]:
    asked = [(method, path) for method, path, admission in routes(house) if admission is not Admission.ANYBODY]
    assert len(asked) > len(STREAMS)
    return [path for method, path in asked if told(ask(house, method, path)) != (401, "session.missing")]


def test_a_stranger_is_told_what_the_route_declares(house: Outside) -> None:
    head = house.head
    assert told_otherwise(house) == []
    assert house.head == head


def told_otherwise(house: Outside) -> list[tuple[str, int, str]]:
    """What a stranger is told otherwise than a route for readers or givers declares."""
    stranger = house.token(STRANGER)
    otherwise = []
    for method, path, admission in routes(house):
        if admission in (Admission.ANYBODY, Admission.SIGNED_IN):
            continue
        answer = ask(house, method, path, stranger)
        expected = NOT_HERE if admission is Admission.READER else NOT_YOURS
        if told(answer) != expected:
            otherwise.append((path, answer.status_code, answer.text))
    return otherwise


def test_a_stranger_who_is_signed_in_learns_nothing_but_that(house: Outside) -> None:
    stranger = house.token(STRANGER)
    asked = [(method, path) for method, path, admission in routes(house) if admission is Admission.SIGNED_IN]
    assert {path for _, path in asked} >= {"/v1/session", "/v1/tickets", "/v1/changes"}
    for method, path in asked:
        answer = ask(house, method, path, stranger)
        # What is asked for with a body gets as far as to be read; and this record is not sealed.
        assert answer.status_code == 200 or problem(answer)["code"] in ("body.invalid", "proof.not-sealed"), path
        assert not re.search(r"lillebaelt|middelfart|Klyngestrategi", answer.text), path


def test_what_anybody_may_read_holds_nothing_of_the_record(house: Outside) -> None:
    asked = [path for method, path, admission in routes(house) if admission is Admission.ANYBODY and method == "GET"]
    assert set(asked) > OF_THE_DESCRIPTION
    for path in asked:
        if path.startswith(DEVELOPMENT_ISSUER):
            continue  # lists whom one may sign in as; where it runs, nobody proves who they are
        answer = ask(house, "GET", path)
        assert answer.status_code != 401, path
        assert "middelfart" not in answer.text.lower(), path


def test_those_who_may_are_let_in(house: Outside) -> None:
    """The control of the tests above: the same questions, asked by the secretary, are answered."""
    secretary = house.token("secretary")
    read = [(method, path) for method, path, admission in routes(house) if admission is Admission.READER]
    answered = [path for method, path in read if ask(house, method, path, secretary).status_code == 200]
    assert "/v1/lillebaelt/meeting/2024-04-09-strategic" in answered
    assert "/v1/lillebaelt/audit-trail" in answered
    given = [(method, path) for method, path, admission in routes(house) if admission is Admission.GIVER]
    denied = [path for method, path in given if told(ask(house, method, path, secretary)) == NOT_YOURS]
    assert len(denied) < len(given) / 2


def test_every_page_that_is_built_is_among_the_routes(house: Outside) -> None:
    assert (WEB / "dist").exists()
    assert "/log-ind" in {path for _, path, _ in routes(house)}


def test_a_route_that_does_not_keep_what_it_declares_is_found(house: Outside) -> None:
    """The other control: a route that answers whoever comes, and says that it does not."""
    house.house.app.add_api_route("/v1/planted", admits(Admission.READER)(planted), response_model=None)
    assert let_in_without_proof(house) == ["/v1/planted"]
    assert [path for path, _, _ in told_otherwise(house)] == ["/v1/planted"]


def test_no_scope_is_called_as_what_has_addresses_of_its_own_below_it(house: Outside) -> None:
    parts = [way.partition(" ")[2].split("/") for way, _ in ways_in(house.house.app)]
    fixed = {part[2] for part in parts if len(part) > 3 and part[1] == "v1" and not part[2].startswith("{")}
    assert fixed <= RESERVED
    assert {"changes", "webhooks"} <= fixed

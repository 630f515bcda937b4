"""A house whose issuer cannot be reached: nobody is told to stay away, everybody to come back in a moment."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import suppress

import httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from realtime.closing import Close
from tests.outside import Outside, opened_in, outside, problem
from tests.ports import free_port


def token(**header: str) -> str:
    """A token of no issuer; whether its key is one of the issuer's, only the issuer could tell."""
    parts = ({"alg": "ES256", "typ": "at+jwt", "kid": "k1", **header}, {"sub": "x"}, "x" * 48)
    return ".".join(urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    nobody_there = f"http://127.0.0.1:{free_port()}"
    with outside(opened_in(tmp_path_factory.mktemp("house")), KLYNGE_ISSUER=nobody_there) as house:
        yield house


def closed_with(house: Outside, token: str) -> tuple[int, str]:
    """With which code a socket is closed after its hello, and what it was told before."""
    heard = ""
    live = f"{house.url.replace('http', 'ws', 1)}/v1/live"
    with connect(live, subprotocols=[Subprotocol("klynge.v1.json")], compression=None) as line:
        line.send(json.dumps({"op": "hello", "client": {"name": "t"}, "token": token}))
        with suppress(ConnectionClosed):
            while True:
                heard += str(line.recv(timeout=30))
        assert line.close_code is not None
        return line.close_code, heard


def test_a_request_is_told_to_come_back(house: Outside) -> None:
    answer = httpx.get(f"{house.url}/v1/session", headers={"Authorization": f"Bearer {token()}"})
    told = problem(answer)
    assert (told["status"], told["code"], answer.headers["retry-after"]) == (503, "identity.keys-pending", "1")
    wrong = httpx.get(f"{house.url}/v1/session", headers={"Authorization": f"Bearer {token(typ='JWT')}"})
    assert problem(wrong)["code"] == "token.refused"


def test_a_socket_is_told_to_come_back(house: Outside) -> None:
    code, heard = closed_with(house, token())
    assert code == Close.KEYS_PENDING
    assert 4100 <= code < 4200, "a client stays away after 4000–4099"
    assert json.loads(heard)["op"] == "bye"
    code, heard = closed_with(house, token(typ="JWT"))
    assert (code, json.loads(heard)["problem"]["code"]) == (Close.UNAUTHENTICATED, "token.refused")


def test_whoever_signs_in_is_shown_the_page_again(house: Outside) -> None:
    answer = httpx.get(f"{house.url}/v1/sign-in", params={"next": "/log-ind"})
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "/log-ind?fejl=sign-in.issuer-down&next=%2Flog-ind",
    )


def test_there_are_no_codes_and_no_people_to_choose(house: Outside) -> None:
    code = httpx.post(f"{house.url}/v1/session", json={"code": "x"}, headers={"Klynge-Request": "1"})
    assert problem(code)["status"] == 404
    for path in ("/dev-issuer/people", "/dev-issuer/authorize", "/demo"):
        assert problem(httpx.get(f"{house.url}{path}"))["status"] == 404

"""Rates: nobody asks for more than is theirs in a minute, and nobody is in another's way."""

from collections.abc import Iterator
from ipaddress import ip_network
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from api.identity import Identity
from api.problems import install_problems
from api.proxies import Proxies
from api.rates import ADDRESS_REQUESTS_MAX, PERSON_REQUESTS_MAX, WINDOW_S, Limited, Rates
from api.tokens import AccessTokens, IssuerKeys
from tests.api.entrance import URL, House
from tests.outside import Outside, copied, outside, problem

PROXY = "10.0.0.1"
FILES_OF_A_PAGE = 20
VIEWS_OF_A_PAGE = 10


# --- where a request comes from -------------------------------------------------------------------------------------

TRUSTED = Proxies([ip_network("10.0.0.0/24"), ip_network("::1")])


@pytest.mark.parametrize(
    ("peer", "forwarded", "origin"),
    [
        ("192.0.2.7", (), "192.0.2.7"),
        ("192.0.2.7", ("198.51.100.1",), "192.0.2.7"),  # no proxy of ours: what it says of itself is nothing
        (PROXY, (), PROXY),
        (PROXY, ("198.51.100.1",), "198.51.100.1"),
        (PROXY, ("203.0.113.5, 198.51.100.1",), "198.51.100.1"),  # the first is what the client said of itself
        (PROXY, ("203.0.113.5", "198.51.100.1"), "198.51.100.1"),
        (PROXY, ("198.51.100.1, 10.0.0.2",), "198.51.100.1"),
        (PROXY, ("not an address",), PROXY),
        (PROXY, ("198.51.100.1, not an address",), PROXY),
        ("::1", ("198.51.100.1",), "198.51.100.1"),
        ("::ffff:10.0.0.1", ("::ffff:198.51.100.1",), "198.51.100.1"),
        ("2001:db8:1:2:3:4:5:6", (), "2001:db8:1:2::/64"),  # one household, one address
        (None, (), "unknown"),
    ],
)
def test_an_address_is_the_first_that_no_proxy_of_ours_is(
    peer: str | None, forwarded: tuple[str, ...], origin: str
) -> None:
    assert TRUSTED.origin(peer, forwarded) == origin


# --- what they may ask for ------------------------------------------------------------------------------------------


class Door:
    """A page for anybody and one for those who are signed in, held to rates; everyone comes through a proxy."""

    def __init__(self, house: House, rates: Rates) -> None:
        self.house = house
        tokens = AccessTokens(
            issuer=house.issuer.issuer, audience=URL, keys=IssuerKeys(house.issuer.jwks), now=house.now
        )
        identity = Identity(house.sessions, tokens, public_url=URL, env="dev", now=house.now, met=rates.meet)
        app = FastAPI()
        install_problems(app)

        @app.get("/page", response_model=None)
        async def page() -> Response:
            return Response("for anybody")

        @app.get("/health/ready", response_model=None)
        async def ready() -> Response:
            return Response("ready")

        @app.get("/view", response_model=None)
        async def view(request: Request) -> Response:
            return Response(identity.of(request).person)

        self._transport = httpx.ASGITransport(
            Limited(app, rates, identity, Proxies([ip_network(PROXY)])), client=(PROXY, 1)
        )

    async def ask(self, path: str, token: str | None = None, at: str = "192.0.2.7") -> httpx.Response:
        headers = {"X-Forwarded-For": at} | ({} if token is None else {"Authorization": f"Bearer {token}"})
        async with httpx.AsyncClient(transport=self._transport, base_url=URL) as client:
            return await client.get(path, headers=headers)

    def token(self, person: str) -> str:
        return self.house.issuer.mint_token(f"dk/person/{person}", 3_600)


@pytest.fixture
def door(house: House) -> Door:
    """Three things a minute for a person, five for an address."""
    return Door(house, Rates(person_max=3, address_max=5))


async def test_a_person_who_asks_for_more_than_theirs_is_told_when_to_come_back(door: Door) -> None:
    one = door.token("one")
    assert [(await door.ask("/view", one)).status_code for _ in range(3)] == [200] * 3
    answer = await door.ask("/view", one)
    assert problem(answer)["code"] == "rate.person"
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["retry-after"]) <= WINDOW_S
    # From elsewhere it is the same person, with another token too; and somebody else is not.
    assert (await door.ask("/view", door.token("one"), at="198.51.100.1")).status_code == 429
    assert (await door.ask("/view", door.token("two"))).status_code == 200


async def test_an_address_where_nobody_signs_in_is_told_so(door: Door) -> None:
    assert [(await door.ask("/page")).status_code for _ in range(5)] == [200] * 5
    answer = await door.ask("/page")
    assert problem(answer)["code"] == "rate.address"
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["retry-after"]) <= WINDOW_S
    assert (await door.ask("/page", at="198.51.100.1")).status_code == 200


async def test_a_flood_is_not_told_as_an_illness(door: Door) -> None:
    """Else whoever looks after the process would stop it for what others asked."""
    answers = [(await door.ask("/page")).status_code for _ in range(8)]
    assert answers == [200] * 5 + [429] * 3
    assert (await door.ask("/health/ready")).status_code == 200


async def test_whoever_guesses_at_tokens_is_held_to_their_address(door: Door) -> None:
    answers = [(await door.ask("/view", "guessed")).status_code for _ in range(8)]
    assert answers == [401] * 5 + [429] * 3


async def test_who_is_signed_in_is_not_held_to_what_others_asked_from_there(door: Door) -> None:
    for _ in range(8):
        await door.ask("/page")
    assert (await door.ask("/page")).status_code == 429
    assert (await door.ask("/view", door.token("one"))).status_code == 200
    assert (await door.ask("/page", door.token("one"))).status_code == 200
    assert (await door.ask("/page")).status_code == 429


async def test_two_hundred_people_behind_one_address_come_in_at_once(house: House) -> None:
    door = Door(house, rates := Rates())
    people = [door.token(f"p{index}") for index in range(200)]
    for _ in range(len(people) * FILES_OF_A_PAGE):
        rates.count("192.0.2.7")  # what `ask` for a file of the sign-in page leads to
    answers = [(await door.ask("/view", token)).status_code for token in people]
    assert answers == [200] * len(people)
    assert (await door.ask("/page")).status_code == 200
    assert len(people) * FILES_OF_A_PAGE < ADDRESS_REQUESTS_MAX
    assert VIEWS_OF_A_PAGE * 10 < PERSON_REQUESTS_MAX


# --- in the house ---------------------------------------------------------------------------------------------------


@pytest.fixture
def limited(mid_item_2: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Outside]:
    monkeypatch.setattr("klynge.front.Rates", lambda: Rates(person_max=6, address_max=8))
    with outside(copied(mid_item_2, tmp_path / "house"), KLYNGE_RATE_LIMITS="on") as house:
        yield house


def test_the_house_holds_people_and_addresses_to_them(limited: Outside) -> None:
    answers = [limited.as_("observer").get("/v1/session").status_code for _ in range(8)]
    assert answers == [200] * 6 + [429] * 2
    assert limited.as_("secretary").get("/v1/session").status_code == 200
    asked = [httpx.get(f"{limited.url}/metrics") for _ in range(9)]
    assert [answer.status_code for answer in asked] == [200] * 8 + [429]
    assert "content-security-policy" in asked[-1].headers
    # Nobody who is not known opens a socket from there either.
    assert httpx.get(f"{limited.url}/v1/live", headers=UPGRADE).status_code == 429


def test_whoever_says_each_time_that_they_come_from_elsewhere_is_held_to_their_address(limited: Outside) -> None:
    """The server below us believes whatever a neighbour on this machine says, unless it is told not to."""
    asked = [
        httpx.get(f"{limited.url}/metrics", headers={"X-Forwarded-For": f"198.51.100.{each}"}) for each in range(9)
    ]
    assert asked[-1].status_code == 429


UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "MDEyMzQ1Njc4OWFiY2RlZg==",
}


def test_while_developing_nobody_is_held_to_anything(
    mid_item_2: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("klynge.front.Rates", lambda: Rates(person_max=1, address_max=1))
    with outside(copied(mid_item_2, tmp_path / "house")) as house:
        assert [house.as_("observer").get("/v1/session").status_code for _ in range(3)] == [200] * 3

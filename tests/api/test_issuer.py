"""The issuer's side: what it grants and to whom, in the house and over a network."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn

from api.issuer import GRANT_S, DevelopmentIssuer, NotForDevelopment, challenge_of
from api.provider import Asked, IssuerDown, RemoteIssuer, SignInRefused, UnsafeAddress
from tests.api.entrance import MEMBER, SECRETARY, URL, House, asked, problem

MEANT = {"Klynge-Request": "1"}
CALLBACK = f"{URL}/v1/sign-in/callback"
VERIFIER = "v" * 43


# --- the issuer's addresses ---

AUTHORIZE = {
    "response_type": "code",
    "client_id": "klynge",
    "redirect_uri": CALLBACK,
    "state": "s",
    "code_challenge": challenge_of(VERIFIER),
    "code_challenge_method": "S256",
    "login_hint": MEMBER,
}


@pytest.mark.parametrize(
    ("differs", "error"),
    [
        ({"code_challenge": ""}, "invalid_request"),
        ({"code_challenge": VERIFIER + "="}, "invalid_request"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"login_hint": "dk/person/nobody"}, "access_denied"),
    ],
)
async def test_the_issuer_tells_the_client_what_it_will_not_do(
    house: House, differs: dict[str, str], error: str
) -> None:
    async with house.browser() as browser:
        refused = await browser.get("/dev-issuer/authorize", params={**AUTHORIZE, **differs})
        granted = await browser.get("/dev-issuer/authorize", params=AUTHORIZE)
    assert refused.headers["location"].startswith(f"{CALLBACK}?")
    assert asked(refused.headers["location"])["error"] == error
    assert asked(granted.headers["location"]).keys() == {"code", "state", "iss"}


@pytest.mark.parametrize(
    "differs", [{"redirect_uri": "https://evil.example/cb"}, {"redirect_uri": CALLBACK + "/"}, {"client_id": "x"}]
)
async def test_nobody_is_sent_to_an_address_that_is_not_ours(house: House, differs: dict[str, str]) -> None:
    async with house.browser() as browser:
        answer = await browser.get("/dev-issuer/authorize", params={**AUTHORIZE, **differs})
    assert problem(answer) == (400, "sign-in.unknown-client")


def token_form(house: House, **differs: str) -> dict[str, str]:
    form = {
        "grant_type": "authorization_code",
        "client_id": "klynge",
        "redirect_uri": CALLBACK,
        "code": house.issuer.mint_grant(MEMBER, challenge_of(VERIFIER)),
        "code_verifier": VERIFIER,
    }
    return {**form, **differs}


@pytest.mark.parametrize(
    ("differs", "error"),
    [
        ({"code_verifier": "w" * 43}, "invalid_grant"),
        ({"code_verifier": ""}, "invalid_grant"),
        ({"code_verifier": challenge_of(VERIFIER)}, "invalid_grant"),
        ({"redirect_uri": "https://evil.example/cb"}, "invalid_grant"),
        ({"code": "x"}, "invalid_grant"),
        ({"code": ""}, "invalid_grant"),
        ({"client_id": "other"}, "invalid_client"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
    ],
)
async def test_no_token_without_the_right_proof(house: House, differs: dict[str, str], error: str) -> None:
    async with house.browser() as browser:
        refused = await browser.post("/dev-issuer/token", data=token_form(house, **differs))
        granted = await browser.post("/dev-issuer/token", data=token_form(house))
    assert (refused.status_code, refused.json()["error"]) == (400, error)
    assert refused.headers["cache-control"] == "no-store"
    assert granted.status_code == 200
    assert house.identity.verify(granted.json()["access_token"]).person == MEMBER


async def test_a_code_is_worth_one_token_also_after_a_wrong_verifier(house: House) -> None:
    async with house.browser() as browser:
        once = token_form(house)
        assert (await browser.post("/dev-issuer/token", data=once)).status_code == 200
        assert (await browser.post("/dev-issuer/token", data=once)).json()["error"] == "invalid_grant"
        guessed = token_form(house)
        await browser.post("/dev-issuer/token", data={**guessed, "code_verifier": "w" * 43})
        assert (await browser.post("/dev-issuer/token", data=guessed)).json()["error"] == "invalid_grant"


async def test_a_code_ends_with_its_time(house: House) -> None:
    async with house.browser() as browser:
        late, in_time = token_form(house), token_form(house)
        house.now.at += GRANT_S - 1
        assert (await browser.post("/dev-issuer/token", data=in_time)).status_code == 200
        house.now.at += 1
        assert (await browser.post("/dev-issuer/token", data=late)).json()["error"] == "invalid_grant"


async def test_the_codes_of_sign_in_links_and_of_the_flow_do_not_pass_for_each_other(house: House) -> None:
    """A sign-in code knows no verifier: at the token address it would be a way around PKCE."""
    async with house.browser() as browser:
        as_grant = await browser.post("/dev-issuer/token", data=token_form(house, code=house.issuer.mint_code(MEMBER)))
        grant = house.issuer.mint_grant(MEMBER, challenge_of(VERIFIER))
        as_link = await browser.post("/v1/session", json={"code": grant}, headers=MEANT)
        token = house.issuer.mint_token(MEMBER, 60)
        token_as_link = await browser.post("/v1/session", json={"code": token}, headers=MEANT)
    assert as_grant.json()["error"] == "invalid_grant"
    assert problem(as_link) == (401, "sign-in.code-refused")
    assert problem(token_as_link) == (401, "sign-in.code-refused")


async def test_an_id_token_or_a_code_is_no_access_token(house: House) -> None:
    async with house.browser() as browser:
        granted = (await browser.post("/dev-issuer/token", data=token_form(house))).json()
        codes = [house.issuer.mint_code(MEMBER), house.issuer.mint_grant(MEMBER, challenge_of(VERIFIER))]
        for wrong in (granted["id_token"], *codes):
            answer = await browser.get("/v1/session", headers={"Authorization": f"Bearer {wrong}"})
            assert problem(answer) == (401, "token.refused")
        right = await browser.get("/v1/session", headers={"Authorization": f"Bearer {granted['access_token']}"})
    assert right.status_code == 200


async def test_the_issuer_lists_the_people_to_be(house: House) -> None:
    async with house.browser() as browser:
        people = await browser.get("/dev-issuer/people")
        style = await browser.get("/dev-issuer/style.css")
    assert people.json()[0] == {"person": SECRETARY, "function": "Sekretariat for klyngen"}
    assert style.headers["content-type"].startswith("text/css")


@pytest.mark.parametrize(
    ("env", "url"),
    [
        *(("production", URL), ("", URL), ("dev", "https://klynge.example"), ("dev", "http://192.168.1.5:8000")),
        *(("dev", "http://localhost.evil.example"), ("dev", "http://0.0.0.0:8000"), ("dev", "")),
    ],
)
def test_the_development_issuer_is_built_on_ones_own_machine_only(house: House, env: str, url: str) -> None:
    def build(env: str, url: str) -> DevelopmentIssuer:
        return DevelopmentIssuer(env=env, public_url=url, keys=house.keys, sessions=house.sessions, people=list)

    with pytest.raises(NotForDevelopment):
        build(env, url)
    for loopback in (URL, "http://127.0.0.1:8000", "http://[::1]:8000"):
        assert build("dev", loopback).issuer == f"{loopback}/dev-issuer"


# --- an issuer over the network ---


class Served:
    """The house on a real port, as somebody else's issuer."""

    def __init__(self, folder: Path) -> None:
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        self.house = House(folder, public_url=self.url)
        self._server = uvicorn.Server(uvicorn.Config(self.house.app, log_level="warning"))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [listening]}, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.should_exit = True
        self._thread.join()
        self.house.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    served = Served(tmp_path)
    yield served
    served.close()


def test_an_issuer_over_the_network_signs_in_through_the_same_code(served: Served) -> None:
    remote = RemoteIssuer(served.house.issuer.issuer, "dev")
    redirect_uri = f"{served.url}/v1/sign-in/callback"
    address = remote.authorize_url(
        Asked(state="s", nonce="n", challenge=challenge_of(VERIFIER), redirect_uri=redirect_uri, person=MEMBER)
    )
    code = asked(httpx.get(address).headers["location"])["code"]
    granted = remote.redeem(code, VERIFIER, redirect_uri)
    assert served.house.identity.verify_sign_in(granted.access_token, granted.id_token, "n").person == MEMBER
    with pytest.raises(SignInRefused, match="used before"):
        remote.redeem(code, VERIFIER, redirect_uri)
    assert remote.jwks() == served.house.issuer.jwks()
    remote.close()


def test_metadata_of_another_issuer_is_not_believed(served: Served) -> None:
    remote = RemoteIssuer(served.house.issuer.issuer.replace("127.0.0.1", "localhost"), "dev")
    with pytest.raises(IssuerDown, match="another issuer"):
        remote.jwks()
    remote.close()


def test_an_issuer_that_does_not_answer_is_down(served: Served) -> None:
    remote = RemoteIssuer(f"{served.url}/nowhere", "dev")
    with pytest.raises(IssuerDown):
        remote.jwks()
    remote.close()


@pytest.mark.parametrize(
    ("issuer", "env"),
    [("http://issuer.example", "dev"), ("http://issuer.example", "production"), ("https://127.0.0.1", "production")],
)
def test_an_issuer_in_the_clear_or_on_this_machine_is_not_for_production(issuer: str, env: str) -> None:
    with pytest.raises(UnsafeAddress):
        RemoteIssuer(issuer, env)
    RemoteIssuer("https://issuer.example", env).close()

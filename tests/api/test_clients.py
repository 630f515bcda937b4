"""Clients: systems that prove by a private key who they are (RFC 7523), and the keys of the development issuer."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from api.issuer_clients import ASSERTION_S_MAX, ASSERTION_TYPE
from api.issuer_keys import NoKey
from api.tokens import LEEWAY_S
from domain.assurance import Assurance
from tests.api.entrance import BEGAN_AT, MEMBER, URL, House, problem

ARCHIVE, OTHER = "dk/client/arkiv", "dk/client/andet"
KEY = ECKey.generate_key("P-256")
OTHERS_KEY = ECKey.generate_key("P-256")
TOKEN = f"{URL}/dev-issuer/token"


def pem(key: ECKey) -> bytes:
    return bytes(key.as_pem(private=False))


@pytest.fixture
def known(house: House) -> House:
    house.issuer.register_client(ARCHIVE, pem(KEY))
    house.issuer.register_client(OTHER, pem(OTHERS_KEY))
    return house


_made = iter(range(1_000_000))


def assertion(key: ECKey = KEY, header: dict[str, Any] | None = None, **differs: Any) -> str:
    claims = {
        **{"iss": ARCHIVE, "sub": ARCHIVE, "aud": TOKEN, "iat": BEGAN_AT, "exp": BEGAN_AT + 60},
        **{"jti": f"assertion-{next(_made)}", **differs},
    }
    claims = {name: value for name, value in claims.items() if value is not None}
    return jwt.encode({"alg": "ES256", "kid": key.thumbprint(), **(header or {})}, claims, key, algorithms=["ES256"])


def form(made: str) -> dict[str, str]:
    return {
        "grant_type": "client_credentials",
        "client_assertion_type": ASSERTION_TYPE,
        "client_assertion": made,
    }


async def test_a_client_gets_a_token_that_names_it_and_no_level(known: House) -> None:
    async with known.browser() as browser:
        answer = await browser.post("/dev-issuer/token", data=form(assertion()))
        assert answer.status_code == 200, answer.text
        caller = known.identity.verify(answer.json()["access_token"])
        session = await browser.get("/v1/session", headers={"Authorization": f"Bearer {answer.json()['access_token']}"})
    assert (caller.person, caller.assurance) == (ARCHIVE, Assurance.LOW)
    assert "id_token" not in answer.json()
    assert session.json()["person"] == {"id": ARCHIVE, "name": None}


BAD = {
    "another's key": lambda: assertion(OTHERS_KEY),
    "a key nobody registered": lambda: assertion(ECKey.generate_key("P-256")),
    "another's kid": lambda: assertion(header={"kid": OTHERS_KEY.thumbprint()}),
    "kid is a path": lambda: assertion(header={"kid": "../es256"}),
    "iss of another": lambda: assertion(iss=OTHER),
    "sub of another": lambda: assertion(sub=OTHER),
    "a person": lambda: assertion(iss=MEMBER, sub=MEMBER),
    "no iss": lambda: assertion(iss=None),
    "no sub": lambda: assertion(sub=None),
    "no aud": lambda: assertion(aud=None),
    "aud of another issuer": lambda: assertion(aud="https://issuer.example/token"),
    "several audiences": lambda: assertion(aud=[TOKEN, "https://issuer.example/token"]),
    "no exp": lambda: assertion(exp=None),
    "expired": lambda: assertion(exp=BEGAN_AT - LEEWAY_S),
    "for a day": lambda: assertion(exp=BEGAN_AT + 24 * 3600),
    "not yet": lambda: assertion(nbf=BEGAN_AT + LEEWAY_S + 1),
    "no jti": lambda: assertion(jti=None),
    "a short jti": lambda: assertion(jti="1"),
    "jti is a number": lambda: assertion(jti=12345678),
    "jti without end": lambda: assertion(jti="x" * 129),
    "its signature cut off": lambda: assertion().rsplit(".", 1)[0] + ".",
    "nothing": lambda: "",
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
async def test_a_bad_assertion_proves_nothing(known: House, bad: Any) -> None:
    async with known.browser() as browser:
        refused = await browser.post("/dev-issuer/token", data=form(bad()))
        granted = await browser.post(
            "/dev-issuer/token", data=form(assertion(exp=BEGAN_AT + ASSERTION_S_MAX + LEEWAY_S))
        )
    assert (refused.status_code, refused.json()["error"]) == (400, "invalid_client")
    assert granted.status_code == 200


async def test_an_assertion_is_good_once_also_for_many_at_once(known: House) -> None:
    async with known.browser() as browser:
        once = form(assertion())
        answers = await asyncio.gather(*(browser.post("/dev-issuer/token", data=once) for _ in range(20)))
        assert sorted(each.status_code for each in answers) == [200] + [400] * 19
        late = await browser.post("/dev-issuer/token", data=once)
        assert "used before" in late.json()["error_description"]


@pytest.mark.parametrize(
    "differs",
    [{"client_assertion_type": "urn:other"}, {"client_assertion_type": ""}, {"grant_type": "password"}],
)
async def test_a_client_proves_itself_in_one_way(known: House, differs: dict[str, str]) -> None:
    async with known.browser() as browser:
        refused = await browser.post("/dev-issuer/token", data={**form(assertion()), **differs})
        secret = await browser.post(
            "/dev-issuer/token",
            data={"grant_type": "client_credentials", "client_id": ARCHIVE, "client_secret": "hemmelig"},
        )
    assert (refused.status_code, secret.status_code) == (400, 400)


async def test_a_withdrawn_key_proves_nothing_and_never_comes_back(known: House) -> None:
    kid = KEY.thumbprint()
    with pytest.raises(NoKey):
        known.issuer.withdraw_key(OTHER, kid)
    async with known.browser() as browser:
        assert (await browser.post("/dev-issuer/token", data=form(assertion()))).status_code == 200
        known.another_issuer().withdraw_key(ARCHIVE, kid)
        assert (await browser.post("/dev-issuer/token", data=form(assertion()))).status_code == 400
    with pytest.raises(NoKey):
        known.issuer.register_client(ARCHIVE, pem(KEY))
    fresh = ECKey.generate_key("P-256")
    assert known.issuer.register_client(ARCHIVE, pem(fresh)) == fresh.thumbprint()


@pytest.mark.parametrize(
    ("client", "key"),
    [
        (ARCHIVE, b"no key"),
        (ARCHIVE, pem(ECKey.generate_key("P-384"))),
        ("dk/person/arkiv", pem(KEY)),
        (OTHER, pem(KEY)),
    ],
    ids=["no key", "another curve", "a person", "another's key"],
)
def test_what_is_no_key_of_a_client_is_not_kept(known: House, client: str, key: bytes) -> None:
    with pytest.raises(NoKey):
        known.issuer.register_client(client, key)


def test_of_a_key_pair_only_the_public_half_is_kept(known: House) -> None:
    pair = ECKey.generate_key("P-256")
    kid = known.issuer.register_client(ARCHIVE, pair.as_pem(private=True))
    kept = known.keys.get_named(f"dev-issuer/client/{kid}")
    assert kept is not None
    assert "d" not in json.loads(kept)["jwk"]


# --- rotation of the issuer's own key ---


def test_a_rotation_leaves_what_was_signed_before_good_and_reaches_every_node(house: House) -> None:
    node = house.another_issuer()
    before = house.issuer.mint_token(MEMBER, 3600)
    kid = node.rotate_key()
    after = house.issuer.mint_token(MEMBER, 3600)
    assert [each["kid"] for each in house.issuer.jwks()["keys"]][1:] == [kid]
    fresh = house.identity_for(URL)
    assert fresh.verify(before).person == fresh.verify(after).person == MEMBER
    house.issuer.rotate_key()
    assert kid in {each["kid"] for each in node.jwks()["keys"]}
    assert len(node.jwks()["keys"]) == 2
    with pytest.raises(Exception, match=r"token\.refused"):
        house.identity_for(URL).verify(before)


def test_private_keys_are_not_shown_and_lie_wrapped(house: House, tmp_path: Path) -> None:
    house.issuer.rotate_key()
    assert all("d" not in each for each in house.issuer.jwks()["keys"])
    assert b"PRIVATE KEY" not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


async def test_a_client_has_no_session_cookie(known: House) -> None:
    async with known.browser() as browser:
        refused = await browser.post("/v1/session", json={"code": assertion()}, headers={"Klynge-Request": "1"})
    assert problem(refused) == (401, "sign-in.code-refused")

"""A corpus of bad access tokens, each beside a good one that differs in that one thing alone."""

import base64
import hmac
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from joserfc import jwt
from joserfc.jwk import ECKey
from joserfc.jws import JWSRegistry
from starlette.requests import HTTPConnection

from api.identity import Identity, Unauthenticated
from api.tokens import (
    LEEWAY_S,
    AccessToken,
    AccessTokens,
    IssuerKeys,
    TokenRefused,
)
from tests.api.entrance import BEGAN_AT, MEMBER, House, Time

ISSUER = "https://issuer.example"
AUDIENCE = "https://klynge.example"
KEY = ECKey.generate_key("P-256", auto_kid=True)
ANOTHER = ECKey.generate_key("P-256", auto_kid=True)
KID = KEY.thumbprint()
HEADER = {"alg": "ES256", "typ": "at+jwt", "kid": KID}
CLAIMS = {
    "iss": ISSUER,
    "aud": AUDIENCE,
    "sub": "a4711",
    "person": MEMBER,
    "client_id": "klynge",
    "iat": BEGAN_AT,
    "exp": BEGAN_AT + 600,
    "jti": "1",
}
GOOD = AccessToken(person=MEMBER, expires_at=BEGAN_AT + 600, subject="a4711")


def public(*keys: ECKey) -> dict[str, Any]:
    return {"keys": [{**key.as_dict(private=False), "kid": key.thumbprint()} for key in keys]}


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def without(mapping: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in mapping.items() if name not in names}


def signed(header: dict[str, Any] = HEADER, claims: dict[str, Any] | bytes = CLAIMS, key: ECKey = KEY) -> str:
    """A token signed by hand, so that nothing the library would refuse to make is missing from the corpus."""
    body = claims if isinstance(claims, bytes) else json.dumps(claims).encode()
    signing_input = f"{b64(json.dumps(header).encode())}.{b64(body)}"
    signature = JWSRegistry.algorithms["ES256"].sign(signing_input.encode(), key)
    return f"{signing_input}.{b64(signature)}"


@pytest.fixture
def tokens() -> AccessTokens:
    return AccessTokens(issuer=ISSUER, audience=AUDIENCE, keys=IssuerKeys(lambda: public(KEY)), now=Time())


def hs256_over_the_public_key() -> str:
    signing_input = signed({**HEADER, "alg": "HS256"}).rsplit(".", 1)[0]
    return f"{signing_input}.{b64(hmac.digest(KEY.as_pem(private=False), signing_input.encode(), 'sha256'))}"


def es384() -> str:
    key = ECKey.generate_key("P-384")
    return jwt.encode({**HEADER, "alg": "ES384"}, dict(CLAIMS), key, algorithms=["ES384"])


def tampered() -> str:
    header, _, signature = signed().split(".")
    claims = {**CLAIMS, "person": "dk/person/somebody-else"}
    return f"{header}.{b64(json.dumps(claims).encode())}.{signature}"


EMBEDDED = {**HEADER, "jwk": ANOTHER.as_dict(private=False)}
DOUBLED = json.dumps(CLAIMS).encode().replace(b'"aud"', b'"aud": "https://other.example", "aud"', 1)
BAD = {
    "empty": "",
    "no token": "not-a-token",
    "two parts": signed().rsplit(".", 1)[0],
    "not ascii": signed() + "æ",
    "a newline": signed() + "\n",
    "header is a list": ".".join((b64(b"[1]"), b64(b"{}"), "AA")),
    "header nests": ".".join((b64(b'{"alg":' + b"[" * 3000), b64(b"{}"), "AA")),
    "none": signed({**HEADER, "alg": "none"}).rsplit(".", 1)[0] + ".",
    "none under our signature": signed({**HEADER, "alg": "none"}),
    "no signature": signed().rsplit(".", 1)[0] + ".",
    "HS256 over the public key": hs256_over_the_public_key(),
    "ES384": es384(),
    "tampered claims": tampered(),
    "zero signature": signed().rsplit(".", 1)[0] + "." + b64(bytes(64)),
    "embedded jwk": signed(EMBEDDED, key=ANOTHER),
    "jku": signed({**HEADER, "jku": "https://evil.example/jwks"}, key=ANOTHER),
    "x5u": signed({**HEADER, "x5u": "https://evil.example/cert"}, key=ANOTHER),
    "another key under a known kid": signed(key=ANOTHER),
    "unknown kid": signed({**HEADER, "kid": ANOTHER.thumbprint()}, key=ANOTHER),
    "no kid": signed(without(HEADER, "kid")),
    "kid is a number": signed({**HEADER, "kid": 1}),
    "no typ": signed(without(HEADER, "typ")),
    "typ of an ID token": signed({**HEADER, "typ": "JWT"}),
    "typ of a logout token": signed({**HEADER, "typ": "logout+jwt"}),
    "crit, not understood": signed({**HEADER, "crit": ["exp"], "exp": 1}),
    "crit, empty": signed({**HEADER, "crit": []}),
    "crit, null": signed({**HEADER, "crit": None}),
    "b64": signed({**HEADER, "b64": False, "crit": ["b64"]}),
    "b64 alone": signed({**HEADER, "b64": True}),
    "wrong iss": signed(claims={**CLAIMS, "iss": "https://evil.example"}),
    "iss with a slash more": signed(claims={**CLAIMS, "iss": ISSUER + "/"}),
    "iss as a list": signed(claims={**CLAIMS, "iss": [ISSUER]}),
    "no iss": signed(claims=without(CLAIMS, "iss")),
    "wrong aud": signed(claims={**CLAIMS, "aud": "https://other.example"}),
    "aud of others": signed(claims={**CLAIMS, "aud": ["https://other.example"]}),
    "no aud": signed(claims=without(CLAIMS, "aud")),
    "expired": signed(claims={**CLAIMS, "exp": BEGAN_AT - LEEWAY_S}),
    "no exp": signed(claims=without(CLAIMS, "exp")),
    "exp as text": signed(claims={**CLAIMS, "exp": str(BEGAN_AT + 600)}),
    "exp true": signed(claims={**CLAIMS, "exp": True}),
    "exp NaN": signed(claims=json.dumps({**CLAIMS, "exp": float("nan")}).encode()),
    "exp infinite": signed(claims=json.dumps(CLAIMS).encode().replace(b"1800000600", b"1e999")),
    "exp of 5,000 digits": signed(claims=json.dumps(CLAIMS).encode().replace(b"1800000600", b"9" * 5000)),
    "not yet": signed(claims={**CLAIMS, "nbf": BEGAN_AT + LEEWAY_S + 1}),
    "issued in the future": signed(claims={**CLAIMS, "iat": BEGAN_AT + LEEWAY_S + 1}),
    "no person": signed(claims=without(CLAIMS, "person")),
    "person is nobody's id": signed(claims={**CLAIMS, "person": "lillebaelt/person/x"}),
    "person with a newline": signed(claims={**CLAIMS, "person": MEMBER + "\n"}),
    "person is a list": signed(claims={**CLAIMS, "person": [MEMBER]}),
    "a person and a client": signed(claims={**CLAIMS, "client": "dk/client/arkiv"}),
    "a client as the person": signed(claims={**CLAIMS, "person": "dk/client/arkiv"}),
    "a person as the client": signed(claims={**without(CLAIMS, "person"), "client": MEMBER}),
    "sub is a list": signed(claims={**CLAIMS, "sub": [MEMBER]}),
    "signed in tomorrow": signed(claims={**CLAIMS, "auth_time": BEGAN_AT + LEEWAY_S + 1}),
    "auth_time as text": signed(claims={**CLAIMS, "auth_time": "1800000000"}),
    "auth_time true": signed(claims={**CLAIMS, "auth_time": True}),
    "auth_time before all time": signed(claims={**CLAIMS, "auth_time": -1}),
    "claims are a list": signed(claims=b"[]"),
    "claims nest": signed(claims=b'{"a":' + b"[" * 5000),
    "a claim twice": signed(claims=DOUBLED),
    "1 MB": signed(claims={**CLAIMS, "padding": "x" * 1_000_000}),
    "too long": signed(claims={**CLAIMS, "padding": "x" * 6_000}),
}


NUMBERED = [f"{number:02} {name}" for number, name in enumerate(BAD, start=1)]
CASES_MIN = 40
SENT = {name: token for name, token in zip(NUMBERED, BAD.values(), strict=True) if "\n" not in token}
"""Those that HTTP lets through."""


def test_the_corpus_is_whole() -> None:
    assert len(set(BAD.values())) == len(BAD) >= CASES_MIN


@pytest.mark.parametrize("token", BAD.values(), ids=NUMBERED)
def test_a_bad_token_is_refused(tokens: AccessTokens, token: str) -> None:
    with pytest.raises(TokenRefused):
        tokens.read(token)


@pytest.mark.parametrize("token", SENT.values(), ids=SENT.keys())
def test_a_bad_token_is_401_at_the_door(house: House, tokens: AccessTokens, token: str) -> None:
    identity = Identity(house.sessions, tokens, public_url=AUDIENCE, env="production", now=Time())

    def asking(with_token: str) -> str:
        bearer = f"Bearer {with_token}".encode()
        return identity.of(HTTPConnection({"type": "http", "headers": [(b"authorization", bearer)]})).person

    with pytest.raises(Unauthenticated) as refused:
        asking(token)
    assert refused.value.challenge == 'Bearer error="invalid_token"'
    assert asking(signed()) == MEMBER


ACCEPTED = {
    "as issued": signed(),
    "long media type": signed({**HEADER, "typ": "application/at+jwt"}),
    "media types have no case": signed({**HEADER, "typ": "AT+JWT"}),
    "one of several audiences": signed(claims={**CLAIMS, "aud": ["https://other.example", AUDIENCE]}),
    "expired within the leeway": signed(claims={**CLAIMS, "exp": BEGAN_AT - LEEWAY_S + 1}),
    "issued within the leeway": signed(claims={**CLAIMS, "iat": BEGAN_AT + LEEWAY_S}),
    "a key of its own beside the issuer's signature": signed(EMBEDDED),
    "jku and x5u beside the issuer's signature": signed(
        {**HEADER, "jku": "https://evil.example", "x5u": "https://e.example"}
    ),
    "signed in within the leeway": signed(claims={**CLAIMS, "auth_time": BEGAN_AT + LEEWAY_S}),
    "a level nobody knows": signed(claims={**CLAIMS, "auth_time": BEGAN_AT, "acr": [1]}),
    "a header nobody knows": signed({**HEADER, "x": 1}),
    "nearly too long": signed(claims={**CLAIMS, "padding": "x" * 5_500}),
}


@pytest.mark.parametrize("token", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_its_twin_is_accepted(tokens: AccessTokens, token: str) -> None:
    assert tokens.read(token).person == MEMBER


def test_a_token_says_who_and_until_when(tokens: AccessTokens) -> None:
    assert tokens.read(signed()) == GOOD


def test_an_expired_token_says_so(tokens: AccessTokens) -> None:
    with pytest.raises(TokenRefused) as refused:
        tokens.read(BAD["expired"])
    assert refused.value.expired
    with pytest.raises(TokenRefused) as other:
        tokens.read(BAD["wrong iss"])
    assert not other.value.expired


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(st.binary(max_size=60).map(b64), min_size=3, max_size=3).map(".".join)))
def test_nothing_but_a_refusal_comes_of_any_text(token: str) -> None:
    with pytest.raises(TokenRefused):
        AccessTokens(issuer=ISSUER, audience=AUDIENCE, keys=IssuerKeys(lambda: public(KEY)), now=Time()).read(token)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
HEADER_NAMES = ("alg", "typ", "kid", "jwk", "jku", "x5u", "x5c", "x5t", "x5t#S256", "cty", "crit", "b64", "enc", "zip")
CLAIM_NAMES = ("iss", "aud", "exp", "nbf", "iat", "sub", "jti", "person", "client_id")


@settings(max_examples=300, deadline=None)
@given(
    st.dictionaries(st.sampled_from(HEADER_NAMES), JSON, max_size=3),
    st.dictionaries(st.sampled_from(CLAIM_NAMES), JSON, max_size=3),
)
def test_whatever_a_header_and_claims_hold_it_is_a_person_or_a_refusal(
    header: dict[str, Any], claims: dict[str, Any]
) -> None:
    tokens = AccessTokens(issuer=ISSUER, audience=AUDIENCE, keys=IssuerKeys(lambda: public(KEY)), now=Time())
    with suppress(TokenRefused):
        assert tokens.read(signed({**HEADER, **header}, {**CLAIMS, **claims})).person == MEMBER


# --- the development issuer's ---


def test_a_token_of_the_development_issuer_names_its_person(house: House) -> None:
    caller = house.identity.verify(house.issuer.mint_token(MEMBER, 60))
    assert (caller.person, caller.expires_at, caller.via) == (MEMBER, BEGAN_AT + 60, "token")


def test_a_restart_and_another_node_accept_its_tokens(house: House) -> None:
    token = house.another_issuer().mint_token(MEMBER, 60)
    assert house.identity.verify(token).person == MEMBER


def test_its_key_is_wrapped_in_the_key_database(house: House, tmp_path: Path) -> None:
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"PRIVATE KEY" not in kept


def test_it_mints_for_people_only(house: House) -> None:
    for nobody in ("somebody", "dk/person/", "lillebaelt/person/x", MEMBER + "\n"):
        with pytest.raises(ValueError, match="no person's id"):
            house.issuer.mint_token(nobody, 60)

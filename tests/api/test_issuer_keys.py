"""The issuer's keys: read seldom, one reading at a time, and never waited for."""

import threading
from typing import Any

import pytest
from joserfc.jwk import ECKey

from api.tokens import KEYS_AGE_S, KEYS_PAUSE_S, IssuerKeys, KeysPending, TokenRefused

KEY = ECKey.generate_key("P-256", auto_kid=True)
ANOTHER = ECKey.generate_key("P-256", auto_kid=True)
KID = KEY.thumbprint()


def public(*keys: ECKey) -> dict[str, Any]:
    return {"keys": [{**key.as_dict(private=False), "kid": key.thumbprint()} for key in keys]}


class Source:
    """Counts readings; a test lets each one end."""

    def __init__(self, *keys: ECKey) -> None:
        self.keys = keys
        self.readings = 0
        self.at_once = 0
        self.may_end = threading.Event()
        self.may_end.set()
        self.broken = False

    def __call__(self) -> dict[str, Any]:
        self.readings += 1
        self.at_once += 1
        assert self.at_once == 1
        self.may_end.wait(5)
        self.at_once -= 1
        if self.broken:
            raise OSError("no route")
        return public(*self.keys)


class Seconds:
    def __init__(self) -> None:
        self.at = 1_000.0

    def __call__(self) -> float:
        return self.at


def settled(keys: IssuerKeys, kid: str) -> ECKey:
    """The key once the reading under way has ended."""
    for _ in range(500):
        try:
            return keys.find(kid)
        except KeysPending:
            threading.Event().wait(0.01)
    raise AssertionError("the reading never ends")


def test_a_flood_of_unknown_kids_reads_the_keys_once_in_a_pause() -> None:
    source, seconds = Source(KEY), Seconds()
    keys = IssuerKeys(source, seconds)
    for number in range(1_000):
        with pytest.raises(TokenRefused):
            keys.find(f"unknown-{number}")
    assert source.readings == 1
    seconds.at += KEYS_PAUSE_S
    for number in range(1_000):
        with pytest.raises((TokenRefused, KeysPending)):
            keys.find(f"unknown-{number}")
    assert source.readings == 2
    assert keys.find(KID)


def test_a_new_key_of_the_issuer_is_found_after_the_pause() -> None:
    source, seconds = Source(KEY), Seconds()
    keys = IssuerKeys(source, seconds)
    source.keys = (KEY, ANOTHER)
    with pytest.raises(TokenRefused):
        keys.find(ANOTHER.thumbprint())
    seconds.at += KEYS_PAUSE_S
    assert settled(keys, ANOTHER.thumbprint()).thumbprint() == ANOTHER.thumbprint()


def test_one_reading_at_a_time_and_nobody_waits_for_it() -> None:
    source, seconds = Source(KEY), Seconds()
    keys = IssuerKeys(source, seconds)
    source.may_end.clear()
    seconds.at += KEYS_PAUSE_S
    for _ in range(100):
        with pytest.raises(KeysPending):
            keys.find("unknown")
        seconds.at += KEYS_PAUSE_S
        assert keys.find(KID)
    assert source.readings == 2
    source.may_end.set()


def test_a_withdrawn_key_ends_with_the_age_of_the_keys() -> None:
    source, seconds = Source(KEY, ANOTHER), Seconds()
    keys = IssuerKeys(source, seconds)
    source.keys = (KEY,)
    assert keys.find(ANOTHER.thumbprint())
    seconds.at += KEYS_AGE_S
    keys.find(ANOTHER.thumbprint())
    for _ in range(500):
        try:
            keys.find(ANOTHER.thumbprint())
        except TokenRefused:
            return
        threading.Event().wait(0.01)
    raise AssertionError("a withdrawn key stays good")


def test_an_issuer_that_is_down_leaves_the_old_keys_and_refuses_nobody_for_good() -> None:
    source, seconds = Source(KEY), Seconds()
    source.broken = True
    keys = IssuerKeys(source, seconds)
    with pytest.raises(KeysPending):
        keys.find(KID)
    source.broken = False
    seconds.at += KEYS_PAUSE_S
    assert settled(keys, KID)
    source.broken = True
    seconds.at += KEYS_AGE_S
    assert keys.find(KID)
    assert keys.find(KID)


def test_keys_of_other_purposes_are_passed_over() -> None:
    good = public(KEY)["keys"][0]
    jwks = {
        "keys": [
            {**ANOTHER.as_dict(private=False), "kid": "for-encryption", "use": "enc"},
            {**ANOTHER.as_dict(private=False), "kid": "for-ecdh", "alg": "ECDH-ES"},
            {"kty": "AKP", "kid": "post-quantum"},
            {"kty": "oct", "kid": "secret", "k": "AAAA"},
            {"kty": "EC", "crv": "P-256", "kid": "off-the-curve", "x": "AA", "y": "AA"},
            {name: value for name, value in ANOTHER.as_dict(private=False).items() if name != "kid"},
            good,
        ]
    }
    keys = IssuerKeys(lambda: jwks)
    assert keys.find(KID)
    for kid in ("for-encryption", "for-ecdh", "post-quantum", "secret", "off-the-curve"):
        with pytest.raises(TokenRefused):
            keys.find(kid)

"""Other systems that are told of events: every operation of webhooks, as it is meant."""

from typing import Any

from tests.fuzz.asking import Asking
from tests.given import ADMINISTRATOR
from tests.webhooks.receiver import receiver

HOOK = {"name": "journal"}
JSON = "application/json"


def tell_others(told: Asking) -> None:
    """Each once, and each must be answered well."""
    with receiver() as there:
        wish = {"url": there.url, "topics": ["lillebaelt"], "types": ["fund.allocated"]}
        _well(told, "put", path=HOOK, body=wish, media_type=JSON)
        _well(told, "put", path=HOOK, body=wish | {"types": []}, media_type=JSON)
        _well(told, "list")
        for name in ("read", "pause", "resume", "rotate-secret", "test", "deliveries"):
            _well(told, name, path=HOOK)
        _well(told, "replay", path=HOOK, body={"after": "start"}, media_type=JSON)
        _well(told, "delete", path=HOOK)


def _well(told: Asking, name: str, **asked: Any) -> None:
    answer = told.asked(f"webhooks.{name}", ADMINISTRATOR, **asked)
    assert 200 <= answer.status_code < 300, (name, answer.status_code, answer.text)

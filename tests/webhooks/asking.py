"""What tests ask at the doors of webhooks, and of whom."""

import json
from typing import Any
from uuid import uuid4

import httpx

from tests.api.saying import POINT, RECORD_POINT
from tests.outside import CAST, Json, Outside
from tests.webhooks.receiver import Receiver

ADMINISTRATOR = "dk/person/administrator"
CLIENT, OTHER = "dk/client/esdh", "dk/client/andet"
INSIDER = CAST["kolding"]
HOOKS = "/v1/webhooks"


def office(house: Outside, holder: str, office: str, **more: Any) -> None:
    who = {"client" if holder.startswith("dk/client/") else "person": holder}
    body = {**who, "office": office, "reason": "Prøve.", "from_on": "2024-01-01", **more}
    answer = house.give(ADMINISTRATOR, f"dk/access/{uuid4()}/grant", body)
    assert answer.status_code == 200, answer.text


def put(house: Outside, name: str, url: str, by: str = CLIENT, **wish: Any) -> httpx.Response:
    return house.as_(by).put(f"{HOOKS}/{name}", json={"url": url, **wish})


def registered(house: Outside, name: str, url: str, by: str = CLIENT, **wish: Any) -> Json:
    answer = put(house, name, url, by, **wish)
    assert answer.status_code == 201, answer.text
    told: Json = answer.json()
    return told


def do(house: Outside, name: str, verb: str, by: str = CLIENT, *, body: Json | None = None, **query: str) -> Json:
    answer = house.as_(by).post(f"{HOOKS}/{name}/{verb}", params=query, json=body or {})
    assert answer.status_code == 200, answer.text
    told: Json = answer.json()
    return told


def say(house: Outside) -> int:
    """Something happens at the meeting; where it stands."""
    answer = house.give("secretary", RECORD_POINT, POINT)
    assert answer.status_code == 200, answer.text
    return int(answer.json()["position"])


def told_of(there: Receiver, count: int) -> list[int]:
    return [int(json.loads(each.body)["sequence"]) for each in there.until(count)]

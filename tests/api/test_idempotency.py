"""Each command once, however often it is sent and however many send it at once: one effect, one answer."""

import asyncio
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import msgspec
import pytest

from tests.api.saying import RECORD_POINT, point
from tests.outside import MEETING, Json, Outside, copied, outside

KEYS = 200
AT_ONCE_MAX = 5
SEED = 20240409


@pytest.fixture(scope="module")
def house(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with outside(copied(mid_item_2, tmp_path_factory.mktemp("house"))) as house:
        yield house


def sent_at_once(
    house: Outside, part: str, address: str, commands: dict[str, list[bytes]]
) -> dict[str, list[httpx.Response]]:
    """What each command's sendings were answered; key -> bodies, all of them in flight together."""
    limits = httpx.Limits(max_connections=32)
    headers = {"Authorization": f"Bearer {house.token(part)}"}

    async def send(client: httpx.AsyncClient, key: str, body: bytes) -> httpx.Response:
        return await client.post(f"/v1/{address}", content=body, headers={"Idempotency-Key": key})

    async def send_all() -> dict[str, list[httpx.Response]]:
        async with httpx.AsyncClient(base_url=house.url, headers=headers, limits=limits, timeout=60) as client:
            pairs = [(key, body) for key, bodies in commands.items() for body in bodies]
            random.Random(SEED).shuffle(pairs)
            answers = await asyncio.gather(*(send(client, key, body) for key, body in pairs))
        told: dict[str, list[httpx.Response]] = {key: [] for key in commands}
        for (key, _), answer in zip(pairs, answers, strict=True):
            told[key].append(answer)
        return told

    return asyncio.run(send_all())


def texts(house: Outside) -> list[str]:
    """What was said at item 2, in the order it was recorded."""
    rows: Json = house.rows("secretary", MEETING)
    return [rows[key]["text"] for key in sorted(rows) if key.startswith("item/middelfart/point/")]


def as_body(body: Any) -> bytes:
    return msgspec.json.encode(body)


def test_each_command_has_one_effect_and_one_answer(house: Outside) -> None:
    draw = random.Random(SEED)
    before, said = house.head, texts(house)
    commands = {str(uuid4()): [as_body(point(f"Nr. {n}"))] * draw.randint(1, AT_ONCE_MAX) for n in range(KEYS)}
    assert sum(len(bodies) for bodies in commands.values()) > 2 * KEYS
    told = sent_at_once(house, "secretary", RECORD_POINT, commands)
    positions = set()
    for answers in told.values():
        first = answers[0]
        assert first.status_code == 200
        assert {(each.status_code, each.content, each.headers["etag"]) for each in answers} == {
            (200, first.content, first.headers["etag"])
        }
        positions.add(first.json()["position"])
    assert positions == set(range(before + 1, before + 1 + KEYS))
    assert house.head == before + KEYS
    assert sorted(texts(house)[len(said) :]) == sorted(f"Nr. {n}" for n in range(KEYS))


def test_each_refusal_is_told_alike(house: Outside) -> None:
    before = house.head
    bad = as_body(point("Et ord.", item="klyngemidler"))
    told = sent_at_once(house, "secretary", RECORD_POINT, {str(uuid4()): [bad] * AT_ONCE_MAX for _ in range(20)})
    assert {(each.status_code, each.json()["code"]) for answers in told.values() for each in answers} == {
        (409, "meeting.nothing-discussed")
    }
    assert all(len({each.content for each in answers}) == 1 for answers in told.values())
    assert house.head == before


def test_a_refusal_stays_when_the_reason_is_gone(house: Outside) -> None:
    """The first answer holds: the item is on the floor later, and the repeat is refused as the first was."""
    key, body = str(uuid4()), as_body(point("For tidligt.", item="klyngemidler"))
    first = house.give("secretary", RECORD_POINT, body, Idempotency_Key=key)
    assert house.give("secretary", f"{MEETING}/take-up-item", {"item": "klyngemidler"}).status_code == 200
    again = house.give("secretary", RECORD_POINT, body, Idempotency_Key=key)
    assert (again.status_code, again.content) == (409, first.content)
    assert house.give("secretary", RECORD_POINT, body).status_code == 200


def test_of_two_bodies_under_one_key_one_is_recorded(house: Outside) -> None:
    before = house.head
    commands = {str(uuid4()): [as_body(point(f"{side} {n}", item="klyngemidler")) for side in "ab"] for n in range(20)}
    told = sent_at_once(house, "secretary", RECORD_POINT, commands)
    for answers in told.values():
        assert sorted(each.status_code for each in answers) == [200, 422]
    assert house.head == before + len(commands)


def test_answers_are_the_same_after_a_restart(mid_item_2: Path, tmp_path: Path) -> None:
    files = copied(mid_item_2, tmp_path)
    keys = [str(uuid4()) for _ in range(5)]
    bodies = [as_body(point(f"Nr. {n}")) for n in range(4)] + [as_body(point("Nej.", item="klyngemidler"))]

    def send() -> list[tuple[int, bytes]]:
        with outside(files) as house:
            answers = [
                house.give("secretary", RECORD_POINT, body, Idempotency_Key=key)
                for key, body in zip(keys, bodies, strict=True)
            ]
            return [(each.status_code, each.content) for each in answers]

    first = send()
    assert [status for status, _ in first] == [200, 200, 200, 200, 409]
    assert send() == first

"""Every door that is read through, found in what the house says of itself: a new one is looked behind without being named here."""

import re
from collections.abc import AsyncIterator, Iterable
from itertools import product
from random import Random
from typing import NamedTuple

import httpx

from tests.canary.ground import NEIGHBOUR, Cluster
from tests.canary.house import Json, Outdoors
from tests.canary.secrets_kept import Meeting

KINDS = {"audit-trail": "trail", **{each: each for each in ("search", "history", "compare", "way", "krone")}}
STREAMS_MAX = 12
"""Of one kind, looked at by one reader: the lists tell of all of them."""
ROWS_MAX = 2
"""Of one topic, whose history one reader asks for."""
SOMETIMES = 1 / 4
"""How often one reader asks an address in another way: as of then, in small pages, again."""
UNDESCRIBED = ("/", "/docs", "/openapi.json", "/health/live", "/health/ready", "/metrics", "/favicon.ico")
WANTED = {"q": ("punkt", "beslutning", "protokollen")}
"""Parameters that an address asks for, and what is searched for: words of sentences that tell canaries."""
ELSEWHERE = {"/v1/changes", "/v1/changes/stream", "/v1/changes/export", "/v1/live", "/v1/live/frames"}
"""Read in ways of their own, or not by GET alone."""
PARAMETER = re.compile(r"\{(\w+)\}")


class Door(NamedTuple):
    """An address to be read, and what kind it is of."""

    kind: str
    path: str
    query: dict[str, str | int]


class World(NamedTuple):
    """What there is to be asked about in a cluster."""

    at: Cluster
    meetings: list[Meeting]
    streams: dict[str, list[str]]
    """kind -> names"""
    since: int
    head: int
    keys: dict[str, list[str]]
    """topic -> the keys of its rows, as insiders see them"""


async def description(outdoors: Outdoors) -> Json:
    """What the house says of its doors."""
    described: Json = (await outdoors.as_("nobody").get("/openapi.json")).json()
    return described


def undescribed() -> list[Door]:
    """What is the same whoever asks."""
    return [Door("undescribed", path, {}) for path in UNDESCRIBED]


def doors(described: Json, world: World, random: Random) -> list[Door]:
    """Every address of the cluster, of the common scope and of the neighbour's; some of them as of then."""
    found = []
    for path, operations in described["paths"].items():
        if "get" not in operations or path in ELSEWHERE:
            continue
        kind = KINDS.get(path.rpartition("/")[2], "papers" if "attachment" in path else "views")
        parameters = {each.get("name") for each in operations["get"].get("parameters", ())}
        asked_for = (
            (each, wanted)
            for each in _addresses(path, world, random)
            for wanted in _wanted(each, parameters, world, random)
        )
        for address, begun in asked_for:
            found.append(Door(kind, address, begun))
            asked: dict[str, str | int] = {
                "at": random.randint(world.since, world.head),
                "limit": 3,
                "on": world.meetings[-1].day,
                "party": "by",
            }
            for parameter in sorted(parameters & asked.keys()):
                if random.random() < SOMETIMES:
                    found.append(Door(f"{kind} {parameter}", address, begun | {parameter: asked[parameter]}))
    return found


def _wanted(address: str, parameters: set[str], world: World, random: Random) -> list[dict[str, str | int]]:
    """What must be asked for, in each way that it is asked for."""
    topic, _, last = address.removeprefix("/v1/").rpartition("/")
    keys = world.keys.get(topic, [])
    some = random.sample(keys, min(ROWS_MAX, len(keys))) or ["ukendt"]
    match last:
        case "history":
            return [{"key": key} for key in some]
        case "compare":
            begun = random.randint(world.since, world.head)
            return [{"from": 0}, {"from": begun, "to": random.randint(begun, world.head)}]
        case "way":
            return [{"of": _thing(key), "direction": each} for key in some for each in ("back", "forth")]
        case "krone":
            postings = [key.partition("/")[2] for key in keys if key.startswith("posting/")]
            return [{"posting": each, "direction": way} for each in postings for way in ("back", "forth")]
        case _:
            return [{name: word} for name, words in WANTED.items() if name in parameters for word in words] or [{}]


def _thing(key: str) -> str:
    """What an edge of lineage stands at: `{thing}/from/{step}`."""
    return "/".join(key.split("/")[:-2])


def _addresses(path: str, world: World, random: Random) -> Iterable[str]:
    names = PARAMETER.findall(path)
    if "attachment" in names:
        for meeting in world.meetings:
            for item in meeting.items:
                for attachment in item.attachments:
                    known = {"name": meeting.stream.rpartition("/")[2], "item": item.name, "attachment": attachment}
                    yield path.format(scope=world.at.scope, **known)
        return
    scopes = (world.at.scope, "dk", NEIGHBOUR) if "scope" in names else ("",)
    others = [name for name in names if name != "scope"]
    kind = path.split("/")[3] if path.count("/") > 2 else ""
    streams = world.streams.get(kind, ["ukendt"])
    values = [
        random.sample(streams, min(STREAMS_MAX, len(streams))) if each == "name" else ["ukendt"] for each in others
    ]
    for scope in scopes if not others else scopes[:1]:
        for chosen in product(*values):
            yield path.format(scope=scope, **dict(zip(others, chosen, strict=True)))


async def read(
    outdoors: Outdoors, part: str, found: Iterable[Door], random: Random
) -> AsyncIterator[tuple[str, httpx.Response]]:
    """Every answer to a reader, each list to its end, and some answers once more by their ETag: (kind, answer)."""
    client = outdoors.as_(part)
    for door in found:
        answer = await client.get(door.path, params=door.query)
        yield door.kind, answer
        if "etag" in answer.headers and random.random() < SOMETIMES:
            again = await client.get(door.path, params=door.query, headers={"If-None-Match": answer.headers["etag"]})
            yield f"{door.kind} again", again
        while (after := _next(answer)) is not None and "limit" not in door.query:
            answer = await client.get(door.path, params=door.query | {"after": after})
            yield door.kind, answer


def _next(answer: httpx.Response) -> str | int | None:
    if not answer.is_success or answer.headers["content-type"] != "application/json":
        return None
    told = answer.json()
    return told.get("next") if isinstance(told, dict) else None


async def feed(outdoors: Outdoors, part: str, since: str, **query: str | int) -> AsyncIterator[httpx.Response]:
    """Every page of the change feed after a cursor."""
    client, after = outdoors.as_(part), since
    while True:
        answer = await client.get("/v1/changes", params={"after": after, "limit": 500, **query})
        yield answer
        if not answer.is_success or answer.headers["Klynge-Up-To-Date"] == "true":
            return
        after = answer.headers["Klynge-Next"]


async def cursor_now(outdoors: Outdoors, at: Cluster) -> tuple[str, int]:
    """The feed's cursor at the head, and the head."""
    answer = await outdoors.as_("secretary").get("/v1/changes", params={"after": "now"})
    head = (await outdoors.as_("secretary").get(f"/v1/{at.scope}/people")).json()["position"]
    return answer.headers["Klynge-Next"], int(head)

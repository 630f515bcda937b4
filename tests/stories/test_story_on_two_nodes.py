"""The story on PostgreSQL, its commands given to two nodes by turns, beside the same story on SQLite with one process."""

from collections.abc import AsyncIterator, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from domain.kernel import Recorded
from domain.log import Clock
from eventstore.log import Log
from klynge.play import Player
from stories.lillebaelt_2024_04_09 import STORY
from tests.files import files_of
from tests.nodes import Nodes, nodes
from tests.outside import CAST, Outside, copied, outside
from tests.postgres import Postgres

SCOPES = ("lillebaelt", "dk")
BEGAN_AT = int(datetime.fromisoformat(STORY.before[0].at).timestamp()) * 1_000_000
EVENING = "2024-04-09T18:20:00+02:00"


@pytest.fixture(scope="module")
def alone(ended: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    with outside(copied(ended, tmp_path_factory.mktemp("alone"))) as house:
        yield house


@pytest.fixture
async def together(postgres_server: Postgres, tmp_path: Path) -> AsyncIterator[Nodes]:
    """Both nodes, after the whole story."""
    with nodes(postgres_server, tmp_path) as house:
        await house.init("syddanmark", Clock.STORY, BEGAN_AT)
        await house.start()
        players = [Player(STORY, node.url, house.token) for node in house.nodes]
        for index, step in enumerate(STORY.steps):
            await players[index % len(players)].give(step)
        for player in players:
            await player.close()
        yield house


def facts(recorded: Iterable[Recorded]) -> list[tuple[Any, ...]]:
    """All of an event but its words, whose boxes differ by their salts."""
    return [
        (e.position, e.stream, e.version, e.event.tag, e.recorded_at, e.by, e.command, e.causation, e.correlation)
        for e in recorded
    ]


def topics(kept_log: Log) -> list[str]:
    """Every topic that any view answers."""
    streams = sorted(
        {each.stream for each in kept_log.read(0) if each.stream.split("/")[1] in ("meeting", "minutes", "fund")}
    )
    return [*streams, *(f"{scope}/{view}" for scope in SCOPES for view in ("decisions", "people", "audit-trail"))]


def read(http: httpx.Client, topic: str, **query: str) -> tuple[int, bytes]:
    """An answer's bytes. A cursor names the life of its log, so it is left out."""
    answer = http.get(f"/v1/{topic}", params=query)
    cursor = answer.json().get("cursor", "")
    return answer.status_code, answer.content.replace(cursor.encode(), b"") if cursor else answer.content


def audiences(house: Outside) -> list[str]:
    """One part of the cast for each way of seeing things."""
    reading = house.house.core.reading
    return list(
        {tuple(reading.mask(f"{scope}/people", CAST[part]) for scope in SCOPES): part for part in CAST}.values()
    )


async def test_two_nodes_tell_the_story_as_one_does(alone: Outside, together: Nodes) -> None:
    ours, theirs = files_of(alone.settings).open_log(), together.settings.store.open_log()
    expected = facts(ours.read(0))
    assert facts(theirs.read(0)) == expected
    assert len(expected) == alone.head == 235

    asked = topics(ours)
    ours.close()
    theirs.close()
    answers = 0
    assert len(audiences(alone)) > 1
    for part in audiences(alone):
        headers = {"Authorization": f"Bearer {together.token(CAST[part])}"}
        for node in together.nodes:
            with httpx.Client(base_url=node.url, headers=headers, timeout=30) as http:
                for topic in asked:
                    here = read(http, topic, min_position=str(len(expected)))
                    assert here == read(alone.as_(part), topic), (part, topic)
                    assert read(http, topic, at=EVENING) == read(alone.as_(part), topic, at=EVENING), (part, topic)
                    answers += here[0] == httpx.codes.OK
    assert answers > len(asked), "they did see something"

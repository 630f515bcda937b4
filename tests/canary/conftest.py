"""One hunt for every test that asks what it found; the house's files afterwards, for those who plant a leak in it."""

import asyncio
import os
import signal
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.canary.doors import World
from tests.canary.found import Found
from tests.canary.house import Outdoors, served
from tests.canary.hunt import Hunt
from tests.webhooks.receiver import Receiver, receiver

MEETINGS = 2
MEETINGS_AT_LENGTH = int(os.environ.get("MEETINGS", "100"))
OF_A_CLUSTER = 10
"""Meetings at most, so that what is looked through at once stays small."""
SEED = int(os.environ.get("SEED", "20250102"))
EARS = (
    "secretary",
    "member",
    "other-member",
    "leaver",
    "inside-auditor",
    "observer",
    "substitute",
    "guest",
    "visitor",
    "neighbour",
)
"""Whose sockets are open all the while: everybody whose sight differs."""


class Hunted(NamedTuple):
    """What is left of a hunt."""

    hunt: Hunt
    worlds: list[World]
    folder: Path
    heads_told: int
    """How often Redis was told where the log's end is."""
    reports: str

    @property
    def found(self) -> Found:
        return self.hunt.found


@pytest.fixture(scope="session")
def hunted(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Hunted:
    """Random meetings in one running house, and everything asked as everybody."""
    meetings = MEETINGS_AT_LENGTH if request.config.getoption("--at-length") else MEETINGS
    folder = tmp_path_factory.mktemp("canary")
    with receiver() as told, served(folder) as (outdoors, running, monitored):
        hunt, worlds = asyncio.run(_hunt(outdoors, meetings, told))
        redis = monitored.told()
        reports = running.told(signal.SIGTERM)
        hunt.search_told("redis", redis)
        hunt.search_told("reports", (reports.out + reports.err).encode())
    return Hunted(hunt, worlds, folder, redis.lower().count(b'"publish"'), reports.out + reports.err)


async def _hunt(outdoors: Outdoors, meetings: int, told: Receiver) -> tuple[Hunt, list[World]]:
    hunt, worlds = Hunt(outdoors, SEED, told), []
    try:
        await hunt.enter()
        for number, first in enumerate(range(0, meetings, OF_A_CLUSTER)):
            worlds.append(await hunt.cluster(number, min(OF_A_CLUSTER, meetings - first), EARS))
    finally:
        await outdoors.close()
    return hunt, worlds

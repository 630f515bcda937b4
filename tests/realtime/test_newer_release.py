"""A process that meets what a newer release wrote keeps nobody: they go on at another one."""

import asyncio
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import InvalidStatus

from tests.eventstore.test_from_the_future import STATE, append
from tests.projections.aadal import MEETING
from tests.realtime.served import Served


async def test_who_waits_and_who_follows_is_sent_away_and_nobody_gets_in(served: Served, folder: Path) -> None:
    bearer = {"Authorization": f"Bearer {served.token('member')}"}
    async with httpx.AsyncClient(base_url=served.url, headers=bearer) as client, served.line("member") as line:
        await line.sub()
        assert (await client.get(f"/v1/{MEETING}")).status_code == 200, "the control"
        waiting = asyncio.create_task(client.get("/v1/changes", params={"after": "now", "wait": 20}))

        append(folder, "dk/party/newer", 1, "party.dissolved", STATE % (1, b"{}"))

        assert await line.closed() == 4202
        assert line.heard[-1]["op"] == "bye"
        for answer in (await waiting, await client.get(f"/v1/{MEETING}")):
            assert (answer.status_code, answer.json()["code"]) == (503, "log.from-the-future")
        with pytest.raises(InvalidStatus) as refused:
            async with served.line():
                pass
        assert refused.value.response.status_code == 503
        ready = await client.get("/health/ready")
        assert (ready.status_code, ["party.dissolved v1" in fault for fault in ready.json()["faults"]]) == (503, [True])
        assert (await client.get("/health/live")).status_code == 200

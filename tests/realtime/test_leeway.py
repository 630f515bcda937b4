"""The leeway between clocks is for a question and its answer; no line that lasts is opened by a token that ran out."""

import httpx
import pytest
from websockets.asyncio.client import connect

from api.tokens import LEEWAY_S
from tests.projections.aadal import MEETING
from tests.realtime.served import SUBPROTOCOL, Line, Served

JUST_NOW_S = -LEEWAY_S // 2


async def test_no_socket_is_opened_nor_renewed_by_it(served: Served) -> None:
    token = served.token("member", JUST_NOW_S)
    async with connect(served.socket_url, subprotocols=[SUBPROTOCOL], compression=None) as opened:
        line = Line(opened)
        await line.say("hello", token=token)
        bye = await line.next()
        assert (bye["op"], bye["code"], bye["problem"]["code"]) == ("bye", 4001, "token.expired")
        assert await line.closed() == 4001
    async with served.line("member") as line:
        await line.say("auth", id=1, token=token)
        assert (await line.next())["problem"]["code"] == "token.expired"


@pytest.mark.parametrize(
    "address",
    ["/v1/changes/stream", "/v1/changes/export", f"/v1/live/frames?topic={MEETING}"],
    ids=["stream", "file", "frames"],
)
async def test_no_answer_that_lasts_is_begun_by_it(served: Served, address: str) -> None:
    headers = {"Authorization": f"Bearer {served.token('member', JUST_NOW_S)}"}
    async with httpx.AsyncClient(base_url=served.url, headers=headers) as client:
        answer = await client.get(address)
        assert (answer.status_code, answer.json()["code"]) == (401, "token.expired")
        assert (await client.get("/v1/changes")).status_code == 200, "the control: a question is answered"

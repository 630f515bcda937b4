"""Closed words through every door that is served: views, as of then, the trail, the change feed, and the socket."""

from pathlib import Path

import httpx

from realtime.messages import ERRORS_MAX
from tests.projections.aadal import CAST, MEETING
from tests.projections.closed_item import (
    CLOSED_ITEM,
    OPENED,
    SHUT_LATER,
    STORY,
    TITLE_CLOSED,
    TOPICS,
    carried_words,
    closed_words,
)
from tests.realtime.served import Served, record_meeting, serving

WORDS = {*closed_words(TITLE_CLOSED), *closed_words(CLOSED_ITEM), SHUT_LATER}
CARRIED = {*carried_words(TITLE_CLOSED), *carried_words(CLOSED_ITEM)}
"""Words of what came of the closed items: an insider reads them in the trail and in the feed."""
CLOSED_TO = {
    **dict.fromkeys(("observer", "group-member", "neighbour", "auditor", "administrator"), WORDS | CARRIED),
    "recused": {*closed_words(CLOSED_ITEM), *carried_words(CLOSED_ITEM)},
}
NOT_IN_SENTENCES = ("summary", "case", "awaited-af")
IN_LISTS = ("answer", "awaited-title", "condition", "referred", "assigned", "reply")
"""What the lists of a cluster tell of such words."""
INSIDERS = ("secretary", "chair", "member")


async def read_everything(served: Served, part: str, head: int) -> dict[str, str]:
    """door -> all that it says to that person, headers included."""
    said: dict[str, str] = {}
    headers = {"Authorization": f"Bearer {served.token(part)}"}
    async with httpx.AsyncClient(base_url=served.url, headers=headers) as client:

        async def read(door: str, path: str, **query: str | int) -> httpx.Response:
            answer = await client.get(path, params=query)
            said[door] = said.get(door, "") + str(answer.headers) + answer.text
            return answer

        for topic in TOPICS:
            await read("views", f"/v1/{topic}")
        for topic in (MEETING, "aadal/decisions"):
            for at in range(head, 0, -9):
                await read("views then", f"/v1/{topic}", at=at)
        await read("trail", "/v1/aadal/audit-trail")
        feed = await read("feed", "/v1/changes", after="start", limit=40)
        while feed.headers["Klynge-Up-To-Date"] != "true":
            feed = await read("feed", "/v1/changes", after=feed.headers["Klynge-Next"], limit=40)
    # Whoever may see none of them is told so as often as one socket tells it.
    for first in range(0, len(TOPICS), ERRORS_MAX):
        async with served.line(part) as line:
            for topic in TOPICS[first : first + ERRORS_MAX]:
                await line.say("sub", id=1, topic=topic)
                while (await line.next())["op"] not in ("sync", "error"):
                    pass
            said["socket"] = said.get("socket", "") + str(line.heard)
    return said


async def test_closed_words_stay_behind_every_door(tmp_path: Path) -> None:
    await record_meeting(tmp_path, STORY.steps[: STORY.steps.index(OPENED)])
    async with serving(tmp_path) as served:
        head = served.house.core.head
        for part, closed in CLOSED_TO.items():
            for door, text in (await read_everything(served, part, head)).items():
                assert {word for word in closed if word in text} == set(), f"{door} to {part}"
        for part in INSIDERS:
            for door, text in (await read_everything(served, part, head)).items():
                told = WORDS if door != "trail" else {word for word in WORDS if not word.startswith(NOT_IN_SENTENCES)}
                assert {word for word in WORDS if word in text} == told, f"{door} to {part}"
                if door in ("views", "socket"):
                    assert {word for word in CARRIED if word.startswith(IN_LISTS) and word not in text} == set()
                if door in ("trail", "feed"):
                    told = {word for word in CARRIED if not word.startswith(NOT_IN_SENTENCES) or door == "feed"}
                    assert {word for word in CARRIED if word in text} == told, f"{door} to {part}"
        assert {*CLOSED_TO, *INSIDERS} == {*CAST} - {"leaver"}

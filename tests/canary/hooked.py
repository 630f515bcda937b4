"""A system that is told by webhook, all the while: where it is registered, and what it was sent."""

import asyncio
from collections.abc import Iterator

import msgspec

from tests.canary.house import Outdoors
from tests.webhooks.receiver import Receiver

PART = "system"
AGAIN_S = 0.1
PATIENCE_S = 60


class Hooked:
    """One registration for all that its owner may see."""

    def __init__(self, outdoors: Outdoors, receiver: Receiver, name: str) -> None:
        self._client = outdoors.as_(PART)
        self._receiver = receiver
        self._address = f"/v1/webhooks/{name}"
        self._before = len(receiver.posts)

    async def begin(self) -> None:
        answer = await self._client.put(self._address, json={"url": self._receiver.url, "after": "now"})
        assert answer.is_success, answer.text

    async def end(self) -> None:
        """Once it was sent all of it."""
        async with asyncio.timeout(PATIENCE_S):
            while (await self._client.get(self._address)).json()["behind"]:
                await asyncio.sleep(AGAIN_S)
        assert (await self._client.delete(self._address)).is_success

    def sent(self) -> Iterator[tuple[int, bytes]]:
        """(position of the event, every byte of the call)"""
        for each in self._receiver.posts[self._before :]:
            position = int(msgspec.json.decode(each.body)["sequence"])
            yield position, b"\n".join([each.path.encode(), repr(each.headers).encode(), each.body])

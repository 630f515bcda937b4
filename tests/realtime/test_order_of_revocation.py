"""A right that is taken away in the midst of what is said: whatever stands before it in the record is shown, and nothing after it.

Both are given at once, by many writers, so they stand in one batch, in whatever order they were decided.
"""

import asyncio

import pytest

from domain.meeting.attendance import LiftRecusal, Recuse
from domain.meeting.discussion import RecordPoint
from domain.meeting.doors import OpenDoors, ShutDoors
from domain.points import Remark, Sort
from domain.text import Text
from eventstore.given import Answer
from projections.sight import Eyes
from tests.projections.aadal import CAST, MEETING
from tests.projections.closed_item import OPEN_ITEM
from tests.realtime.served import Line, Served

ROUNDS, ROUNDS_AT_LENGTH = 3, 200
REMARKS = 8
"""At once with each change of right."""


class Revoking:
    """Ways to take a right away and give it back, and who loses it."""

    def __init__(self, served: Served) -> None:
        self._served = served
        self.before = self.after = 0
        """Remarks that stood before and after a change of right that took something away."""
        self.wrong: list[str] = []

    async def all(self, rounds: int) -> None:
        async with self._served.line("observer") as observer, self._served.line("member") as member:
            for line in (observer, member):
                await line.sub()
                await line.sub("changes", since=None)
            for number in range(rounds):
                shut = ShutDoors(item=OPEN_ITEM, reason="Person.", legal_basis="§ 4")
                await self._at_once(f"{number}a", shut, observer, takes=True)
                await self._at_once(f"{number}b", OpenDoors(item=OPEN_ITEM, reason="Slut."), observer, takes=False)
                recuse = Recuse(item=OPEN_ITEM, person=CAST["member"], reason="I familie.")
                await self._at_once(f"{number}c", recuse, member, takes=True)
                lift = LiftRecusal(item=OPEN_ITEM, person=CAST["member"], reason="En anden.")
                await self._at_once(f"{number}d", lift, member, takes=False)

    async def _at_once(self, name: str, change: object, loser: Line, *, takes: bool) -> None:
        words = [f"ord-{name}-{n}-x" for n in range(REMARKS)]
        giving = [self._say(word) for word in words]
        giving.insert(REMARKS // 2, self._served.give("chair", MEETING, change))
        answers = await asyncio.gather(*giving)
        changed = answers.pop(REMARKS // 2)
        loser.heard.clear()
        await loser.say("ping", t=1)
        await loser.until("pong")
        if not takes:
            return
        frames = [(message["op"], message.get("pos", 0), str(message)) for message in loser.heard]
        for word, answer in zip(words, answers, strict=True):
            told = any(word in text for _, _, text in frames)
            if answer.position > changed.position:
                self.after += 1
                self.wrong += [f"{word} at {answer.position}, after {changed.position}"] if told else []
            else:
                self.before += 1
                self.wrong += [] if told else [f"{word} at {answer.position}, before {changed.position}, was not told"]

    async def _say(self, word: str) -> Answer:
        point = Remark[Text](sort=Sort.REMARK, text=f"Sagt: {word}.")
        return await self._served.give("secretary", MEETING, RecordPoint(item=OPEN_ITEM, point=point))


async def test_what_stands_before_a_right_ends_is_shown_and_nothing_after_it(
    served: Served, request: pytest.FixtureRequest
) -> None:
    revoking = Revoking(served)
    await revoking.all(ROUNDS_AT_LENGTH if request.config.getoption("--at-length") else ROUNDS)
    assert revoking.wrong == []
    assert revoking.before > 0
    assert revoking.after > 0


async def test_a_house_that_showed_what_comes_after_would_be_found(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control."""
    monkeypatch.setattr(Eyes, "_is_hidden", lambda self, origin: False)
    monkeypatch.setattr("projections.sight.hides", lambda *_: False)
    revoking = Revoking(served)
    await revoking.all(1)
    assert any(", after " in each for each in revoking.wrong)

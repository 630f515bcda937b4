"""`klynge play`: give a story's commands through the public HTTP API, with the story's time."""

from collections.abc import Callable, Iterable

import msgspec

from clients.http import Klynge
from domain.streams import COMMAND_NAMES
from stories.sequence import SEQUENCE
from stories.story import Step, Story

STORIES: dict[str, Story] = {story.name: story for story in SEQUENCE}
LIVE: tuple[Story, ...] = tuple(story for story in SEQUENCE if story.evening)
"""Those whose meeting can be looked on at; of the others only a paper tells."""
ALL = "all"
"""Instead of the name of one story: all of them, in order of date."""


class Player:
    """Plays one story as its cast. `token(person)` signs a member of the cast in."""

    def __init__(self, story: Story, url: str, token: Callable[[str], str]) -> None:
        self.story = story
        self._url = url
        self._token = token
        self._clients: dict[str, Klynge] = {}
        self._index = {id(step): index for index, step in enumerate(story.steps)}

    async def close(self) -> None:
        for client in self._clients.values():
            await client.__aexit__()

    async def play(self, steps: Iterable[Step]) -> None:
        """Give steps one after the other. Raises `clients.http.ProblemAnswer` at the first that is refused."""
        for step in steps:
            await self.give(step)

    async def give(self, step: Step) -> None:
        """Give one step, under the key it always has."""
        kind, _, verb = COMMAND_NAMES[type(step.command)].partition(".")
        assert step.to.split("/")[1] == kind
        await self._as(step.by).give(
            step.to,
            verb,
            msgspec.json.encode(step.command),
            key=self.story.key_of(self._index[id(step)]),
            if_match=step.if_match,
            story_time=step.at,
        )

    def _as(self, part: str) -> Klynge:
        if part not in self._clients:
            self._clients[part] = Klynge(self._url, self._token(self.story.cast[part]))
        return self._clients[part]

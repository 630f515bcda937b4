"""Guesses: who may not know of an item asks for it by its very name, and must be answered as if there were none of that name."""

from collections.abc import Iterator
from typing import NamedTuple

import httpx

from domain.decided import Taken
from domain.kernel import Command
from domain.meeting.agenda import AddItem
from domain.meeting.discussion import RaiseQuestion, RecordPoint
from domain.meeting.doors import PublishExtract
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.minutes.hearing import Comment
from domain.points import Remark, Sort
from tests.canary.house import Outdoors
from tests.canary.secrets_kept import Item, Meeting

NO_SUCH = "kanari" + "b" * 12
"""As long as every other name, and nothing's."""
HEADERS = ("date",)
"""That may differ though nothing is told by it."""


class Guess(NamedTuple):
    """A question with a name in it: an address to read, or a command."""

    address: str
    command: Command | None = None


def by(name: str, item: Item, meeting: Meeting) -> Iterator[Guess]:
    """What is asked about an item of some name."""
    minutes = f"/v1/{meeting.minutes}"
    for attachment in item.attachments:
        yield Guess(f"/v1/{meeting.stream}/attachments/{name}/{attachment}")
    yield Guess(f"/v1/{meeting.stream}?prefix=item/{name}")
    yield Guess(f"/v1/{meeting.stream}?prefix=item/{name}&limit=1")
    yield Guess(f"{minutes}?prefix=item/{name}")
    point = Remark[str](sort=Sort.REMARK, text="Hvad er det?")
    for command in (
        RaiseQuestion(item=name, question="gaet", text="Er der noget?"),
        RecordPoint(item=name, point=point),
        TakeUpItem(item=name),
        SettleItem(item=name),
        PublishExtract(item=name, text="Intet."),
    ):
        yield Guess(meeting.stream, command)
    yield Guess(meeting.minutes, Comment(item=name, comment="gaet", text="Er der noget?"))


def basing_on(decision: str, meeting: Meeting, at: str) -> Guess:
    """An item of another meeting that rests on a decision of some name."""
    rests = AddItem(item="gaet", number="9", title="Gæt", based_on=(Taken(meeting=meeting.stream, decision=decision),))
    return Guess(at, rests)


async def answered(outdoors: Outdoors, part: str, guess: Guess, now: str) -> httpx.Response:
    if guess.command is None:
        return await outdoors.as_(part).get(guess.address)
    return await outdoors.ask(part, guess.address, guess.command, now)


def told(answer: httpx.Response, name: str) -> tuple[object, ...]:
    """What an answer says, but for the name that was asked about."""
    headers = sorted((key, value) for key, value in answer.headers.items() if key not in HEADERS)
    return answer.status_code, headers, answer.content.replace(name.encode(), NO_SUCH.encode())

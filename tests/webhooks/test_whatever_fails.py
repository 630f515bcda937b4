"""Whatever fails, and whenever: everything is taken at least once, and in order. Addresses, senders and owners, at random."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from domain.kernel import Recorded
from eventstore.sqlite.tables import WEBHOOKS, SQLiteTables
from eventstore.webhooks import State, Webhooks
from klynge.webhooks import sender, telling
from tests.webhooks.receiver import Receiver, Reply, Sent, receiver
from tests.webhooks.world import NAME, OWNER, Post, World, positions

EVENTS = 40
SEEDS = range(5)


class Unsteady:
    """Takes some of what comes; `taken` is what it took."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self.taken: list[int] = []
        self.refused = 0
        self.steady = False

    def __call__(self, sent: Sent) -> Reply:
        how = 1.0 if self.steady else self._random.random()
        if how < 0.4:
            self.refused += 1
            return Reply(status=self._random.choice((301, 400, 429, 500, 503))) if how < 0.25 else Reply(drops=True)
        self.taken += positions([sent])
        return Reply(wait_s=0.005 if how < 0.6 else 0)


@pytest.fixture
def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Post]:
    monkeypatch.setattr(sender, "LOOK_S", 0.01)
    monkeypatch.setattr(sender, "PAUSE_S", 0.001)
    monkeypatch.setattr(telling, "wait_s", lambda *_: 0)
    webhooks = Webhooks(SQLiteTables(str(tmp_path / "webhooks.db"), WEBHOOKS), lambda: b"k" * 32)
    yield Post(webhooks, World())
    webhooks.close()


async def told(post: Post, there: Receiver, seed: int) -> tuple[list[int], list[int], int]:
    """What was to be told, what was taken, and how often a sender was ended meanwhile."""
    random = Random(seed)
    unsteady = there.reply = Unsteady(random)
    post.add(there.url)
    wanted: list[int] = []
    ended = 0
    while len(wanted) < EVENTS or not unsteady.refused or ended < 3:
        async with post.sending(post.another()):
            wanted += post.world.grow(random.randint(1, 8))
            await asyncio.sleep(random.random() * 0.06)
            if random.random() < 0.3:
                post.webhooks.pause(OWNER, NAME)
                await asyncio.sleep(random.random() * 0.02)
                post.webhooks.resume(OWNER, NAME)
        ended += 1
    unsteady.steady = True
    async with post.sending(post.another()):
        await post.until(lambda: post.of().position >= wanted[-1] or post.of().state is not State.ACTIVE)
    return wanted, unsteady.taken, ended


def is_whole(wanted: list[int], taken: list[int]) -> bool:
    """Each at least once, and none for the first time before one that comes earlier. What a sender that was ended had sent may be
    read late, and is known by its id.
    """
    return list(dict.fromkeys(taken)) == wanted


@pytest.mark.parametrize("seed", SEEDS)
async def test_everything_is_taken_at_least_once_and_in_order(post: Post, seed: int) -> None:
    with receiver() as there:
        wanted, taken, ended = await told(post, there, seed)
    assert is_whole(wanted, taken), (wanted, taken)
    assert ended >= 3
    assert len(there.posts) > len(set(taken)), "the control: some of it was tried in vain, or twice"


async def test_one_that_was_passed_over_would_be_found(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other control: one event is never read."""
    page, lost = post.world.page, post.world.head + 3
    passed_over: list[int] = []

    def without_one(after: int, limit: int) -> list[Recorded]:
        read = page(after, limit)
        passed_over.extend(each.position for each in read if each.position == lost)
        return [each for each in read if each.position != lost]

    monkeypatch.setattr(post.world, "page", without_one)
    with receiver() as there:
        wanted, taken, _ = await told(post, there, 1)
    assert set(passed_over) == {lost}
    assert not is_whole(wanted, taken)


def test_one_that_came_before_its_turn_would_be_found() -> None:
    assert is_whole([1, 2, 3], [1, 2, 1, 3])
    assert not is_whole([1, 2, 3], [1, 3, 2])

"""Whoever looks after a webhook is told by mail that the house gave it up."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eventstore.outbox import Kept
from eventstore.webhooks import State as WebhookState
from eventstore.webhooks import Webhook, Why, Wish
from klynge.notices.letter import Letter, Letters
from tests.outside import CAST, Outside, copied, outside

ADMINISTRATOR, MEMBER = "dk/person/administrator", CAST["kolding"]
GIVEN_UP = Webhook(
    owner="dk/client/esdh",
    name="journal",
    wish=Wish(url="https://esdh.example/hook"),
    state=WebhookState.DISABLED,
    why=Why.GONE,
    epoch="e",
    position=7,
    replay_after=0,
    replay_to=0,
    attempt=0,
    failing_since=0,
    next_at=0,
    made_at=0,
    version=3,
)


@pytest.fixture(scope="module")
def house(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with outside(copied(mid_item_2, tmp_path_factory.mktemp("house"))) as house:
        yield house


def told(house: Outside, person: str) -> list[Kept]:
    return [each for each in house.house.outbox.of(person, None, 100) if each.subject == "webhook"]


def test_the_administrators_of_every_cluster_are_told_once_and_nobody_else(house: Outside) -> None:
    running = house.house
    for _ in range(2):
        house.on_loop(lambda: running.webhooks.disabled(GIVEN_UP, Why.GONE))
    (notice,) = told(house, ADMINISTRATOR)
    assert told(house, MEMBER) == []
    letters = Letters(lambda: running.reading, running.core.today, running.settings.url, "klynge@region.example")
    letter = letters.write(notice, "drift@region.example")
    assert isinstance(letter, Letter)
    assert f"{running.settings.url}/v1/webhooks/journal?owner=dk/client/esdh" in letter.text
    assert "esdh.example" not in letter.text, "an address may hold what lets somebody in there"

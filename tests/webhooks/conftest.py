"""A sender over a small record, a house with systems that may read of it, and an address that is told."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from eventstore.sqlite.tables import WEBHOOKS, SQLiteTables
from eventstore.webhooks import Webhooks
from klynge.webhooks import sender
from tests.outside import Outside, copied, outside
from tests.webhooks.asking import ADMINISTRATOR, CLIENT, HOOKS, INSIDER, OTHER, office
from tests.webhooks.receiver import Receiver, receiver
from tests.webhooks.world import Post, World


@pytest.fixture
def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Post]:
    monkeypatch.setattr(sender, "LOOK_S", 0.02)
    monkeypatch.setattr(sender, "PAUSE_S", 0.001)
    webhooks = Webhooks(SQLiteTables(str(tmp_path / "webhooks.db"), WEBHOOKS), lambda: b"k" * 32)
    yield Post(webhooks, World())
    webhooks.close()


@pytest.fixture
def there() -> Iterator[Receiver]:
    with receiver() as there:
        yield there


@pytest.fixture(scope="module")
def house(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    """Two systems may read of the cluster, and a member is an administrator of it too."""
    with outside(copied(mid_item_2, tmp_path_factory.mktemp("house"))) as house:
        office(house, CLIENT, "client", scopes=["lillebaelt"])
        office(house, OTHER, "client", scopes=["aarhus"])
        office(house, INSIDER, "administrator", scopes=["lillebaelt"])
        yield house


@pytest.fixture
def name(house: Outside) -> Iterator[str]:
    """A name that nobody has; what is registered under it is taken away again."""
    name = f"hook-{uuid4()}"
    yield name
    for owner in (CLIENT, ADMINISTRATOR, INSIDER):
        house.as_(ADMINISTRATOR).delete(f"{HOOKS}/{name}", params={"owner": owner})

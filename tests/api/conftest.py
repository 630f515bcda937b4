"""The entrance of a house, for the tests of signing in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.entrance import House


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    yield house
    house.close()

"""The state that everything is asked of: all stories told, and then every command that none of them gives."""

from collections.abc import Iterator

import httpx
import pytest

from stories.lillebaelt_2024_04_09.cast import CAST
from stories.sequence import SEQUENCE
from tests.fuzz.asking import Asking
from tests.fuzz.prepared import PREPARED
from tests.outside import Json, Outside, opened_in, outside


@pytest.fixture(scope="package")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with outside(opened_in(tmp_path_factory.mktemp("every-way"), first=SEQUENCE[0])) as house:
        yield house


@pytest.fixture(scope="package")
def document(house: Outside) -> Json:
    document: Json = httpx.get(f"{house.url}/openapi.json").json()
    return document


@pytest.fixture(scope="package")
def told(house: Outside, document: Json) -> Asking:
    """Every answer to the commands that made this state is held to the description."""
    asking = Asking(house, document)
    for story in SEQUENCE:
        for index, step in enumerate(story.steps):
            headers = {"Idempotency-Key": str(story.key_of(index)), "Klynge-Story-Time": step.at}
            if step.if_match is not None:
                headers["If-Match"] = f'"{step.if_match}"'
            asking.give(story.cast[step.by], step.to, step.command, **headers)
    for by, to, command in PREPARED:
        asking.give(CAST.get(by, by), to, command)
    return asking

"""All stories in one log, played over HTTP once; tests of this folder read what a house then tells, and change nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from stories.sequence import OF_PAPERS
from tests.made_once import made_once
from tests.outside import Outside, copied, opened_in, outside

EVERYBODY = {f"{story.cluster}:{part}": person for story in OF_PAPERS for part, person in story.cast.items()}
"""`midt:secretary` and so on -> person id"""


@pytest.fixture(scope="session")
def all_played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of a house in which every story that a paper tells is at its end."""

    def make(folder: Path) -> None:
        with outside(opened_in(folder, first=OF_PAPERS[0])) as house:
            for story in OF_PAPERS:
                house.play(story.steps, story)

    return made_once(tmp_path_factory, "all-stories", make)


@pytest.fixture(scope="session")
def everything(all_played: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    """The house that tells all stories."""
    with outside(copied(all_played, tmp_path_factory.mktemp("everything")), EVERYBODY) as house:
        yield house

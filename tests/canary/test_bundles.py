"""What is said behind closed doors is in no bundle that is made by the rights of somebody who may not read it."""

import asyncio
from contextlib import suppress
from pathlib import Path

import pytest
from rich.console import Console

from domain.names import kind_of
from klynge.bundles.exporting import Exporter
from klynge.commands import run
from klynge.settings import read_settings
from tests.bundles.made import Bundle
from tests.canary.conftest import Hunted
from tests.canary.ground import CAST
from tests.canary.secrets_kept import CANARY, DISGUISED, Canary

PRIVATE = {"reason", "recused-because", "lifted", "link"}
"""Words that no bundle opens to anybody."""


@pytest.fixture(scope="module")
def bundles(hunted: Hunted, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Bundle]:
    """part -> all that they may see of the house, and the whole of it for whoever keeps it"""
    environment = {"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{hunted.folder}/klynge.db"}
    with pytest.MonkeyPatch.context() as told, suppress(SystemExit):
        for name, value in environment.items():
            told.setenv(name, value)
        run("checkpoint", "--once")
    folder = tmp_path_factory.mktemp("bundles")

    async def export() -> dict[str, Bundle]:
        exporter = Exporter(read_settings(environment), Console(quiet=True), by_rights=True)
        try:
            scope = exporter.scope("all", "")
            exporter.all_texts(folder / "all", scope)
            for part, person in CAST.items():
                if kind_of(person) == "person":
                    exporter.as_seen(folder / part, scope, person)
        finally:
            await exporter.close()
        return {each.name: Bundle(each) for each in folder.iterdir()}

    return asyncio.run(export())


def canaries(hunted: Hunted) -> dict[bytes, Canary]:
    return {word: canary for law in hunted.hunt.laws for word, canary in law.canaries.items()}


def words_in(folder: Path) -> set[bytes]:
    found: set[bytes] = set()
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not DISGUISED.search(content), path
            found |= set(CANARY.findall(content))
    return found


def test_no_bundle_holds_a_word_that_its_reader_may_not_read(hunted: Hunted, bundles: dict[str, Bundle]) -> None:
    kept = canaries(hunted)
    leaks = [
        f"{kept[word]} in the bundle of {part}"
        for part, bundle in bundles.items()
        if part != "all"
        for word in words_in(bundle.folder)
        if not kept[word].may_now(part)
    ]
    assert leaks == []


def test_the_same_look_finds_them_with_whoever_may(hunted: Hunted, bundles: dict[str, Bundle]) -> None:
    kept = canaries(hunted)
    everything = words_in(bundles["all"].folder)
    assert any(item.shut for word in everything if (item := kept[word].item) is not None)
    for part in ("secretary", "member"):
        meant = {word for word in everything if kept[word].may_now(part) and kept[word].place not in PRIVATE}
        missing = {str(kept[word]) for word in meant - words_in(bundles[part].folder)}
        assert missing == set()
        assert meant

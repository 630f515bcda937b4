"""Stories are exported, verified, tampered with and refused: each row of the catalogue at random places, with verdict and place.

`make tamper` does it as often as was promised and writes docs/proof.md.
"""

import asyncio
from pathlib import Path
from random import Random
from zlib import crc32

import pytest

from stories.lillebaelt_2024_04_09 import STORY
from stories.sequence import OF_PAPERS
from stories.story import Story
from tests.bundles.heads import SIGNER, WITNESS, heads_of
from tests.bundles.made import exported
from tests.proof.catalogue import CATALOGUE
from tests.proof.expected import Expected, Spoil
from tests.proof.figures import note
from tests.proof.spoiling import Found, Record, between, trust_of, verified
from tests.realtime.record_in_memory import played

PLACES_IN_SHORT = 2
PLACES = 20


def bundle_of(story: Story, folder: Path) -> Path:
    """A whole story exported, with two heads before the newest, all three signed, the newest witnessed."""
    kept_log = asyncio.run(played(story))
    try:
        head = kept_log.head
        exported(kept_log, folder, heads=heads_of(kept_log, head // 3, 2 * head // 3, head))
    finally:
        kept_log.close()
    return folder


@pytest.fixture(scope="module")
def bundles(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """One story in short; each that the source documents tell at length."""
    at_length = request.config.getoption("--at-length")
    stories = OF_PAPERS if at_length else (STORY,)
    folder = tmp_path_factory.mktemp("stories")
    return [bundle_of(story, folder / f"story-{number}") for number, story in enumerate(stories)]


def test_the_control_what_nobody_touched_is_witnessed(bundles: list[Path], tmp_path: Path) -> None:
    for bundle in bundles:
        record = Record(bundle, SIGNER, WITNESS)
        assert verified(bundle, trust_of(record)) == Found("WITNESSED", (), "")
        again = record.write(tmp_path / bundle.name)
        assert verified(again, trust_of(record)) == Found("WITNESSED", (), ""), "what takes it apart changes nothing"


@pytest.mark.parametrize("spoil", CATALOGUE, ids=lambda each: each.__name__)
def test_tampering_is_found(spoil: Spoil, bundles: list[Path], tmp_path: Path, request: pytest.FixtureRequest) -> None:
    at_length = request.config.getoption("--at-length")
    missed: list[tuple[int, Expected, Found]] = []
    tried = 0
    for bundle in bundles:
        for number in range(PLACES if at_length else PLACES_IN_SHORT):
            record = Record(bundle, SIGNER, WITNESS)
            expected = spoil(record, Random(crc32(f"{spoil.__name__} {bundle.name} {number}".encode())))
            spoilt = record.write(tmp_path / f"{bundle.name}-{number}")
            found = verified(spoilt, trust_of(record, expected.trust))
            tried += 1
            if not fits(expected, found):
                missed.append((number, expected, found))
    assert missed == []
    if at_length:
        note(spoil.__name__.replace("_", " ") + ":", len(missed), tried)


def fits(expected: Expected, found: Found) -> bool:
    if found.verdict != expected.verdict:
        return False
    if expected.first is not None:
        return found.places[:1] == (expected.first,)
    if expected.within is not None:
        after, until = between(found.said)
        return after < expected.within <= until and found.places == ()
    return found.places == expected.places

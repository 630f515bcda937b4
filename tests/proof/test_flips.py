"""A bit is another one than it was, anywhere in the log, the tree and its heads, the keys, or a bundle: what is read of it is
refused, or is what it was.
"""

import asyncio
import json
import shutil
from collections import Counter
from contextlib import ExitStack, closing
from pathlib import Path
from random import Random
from zlib import crc32

import pytest

from eventstore.sqlite.store import SQLiteStore
from stories.lillebaelt_2024_04_09 import STORY
from tests.bundles.heads import SIGNER, WITNESS, seal
from tests.bundles.made import Bundle, exported
from tests.proof.figures import note
from tests.proof.spoiling import Record, trust_of, verified
from tests.realtime.record_in_memory import Writing

FLIPS = 200
FLIPS_IN_SHORT = 3
LOG, TREE, KEYS = "log.db", "log.proofs.db", "keys.db"
MAY_SAY_ANYTHING = {"for", "scope", "origin"}
"""Of the manifest: what it says to people, and no verdict rests on."""


def store_in(folder: Path) -> SQLiteStore:
    return SQLiteStore(folder / LOG, folder / KEYS)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story in files, with the tree over it and three signed heads."""
    folder = tmp_path_factory.mktemp("house")
    store = store_in(folder)
    store.create("klynge")

    async def told() -> None:
        with closing(store.open_log()) as kept_log:
            writing = Writing(kept_log)
            await writing.begin(STORY.steps[0].at)
            await writing.play(STORY, STORY.steps)
            await writing.close()
            with closing(store.open_proofs()) as proofs:
                seal(proofs, kept_log, kept_log.head // 3, 2 * kept_log.head // 3, kept_log.head)

    asyncio.run(told())
    return folder


@pytest.fixture(scope="module")
def whole(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle of it."""
    return export(house, tmp_path_factory.mktemp("whole") / "bundle")


def export(house: Path, folder: Path) -> Path:
    with ExitStack() as opened:
        kept_log = opened.enter_context(closing(store_in(house).open_log()))
        heads = opened.enter_context(closing(store_in(house).open_proofs()))
        exported(kept_log, folder, heads=heads)
    return folder


def trust(whole: Path) -> str:
    return trust_of(Record(whole, SIGNER, WITNESS))


def flipped(path: Path, random: Random) -> None:
    held = bytearray(path.read_bytes())
    bit = random.randrange(8 * len(held))
    held[bit // 8] ^= 1 << bit % 8
    path.unlink()
    path.write_bytes(held)


def became(house: Path, whole: Path, folder: Path) -> str:
    """What comes of a house in which something is another: it does not answer, its bundle is refused, or is what it was."""
    try:
        bundle = export(house, folder)
    except Exception as wrong:  # whatever it is: nothing was handed out
        assert not folder.exists()
        return f"not exported: {type(wrong).__name__}"
    found = verified(bundle, trust(whole))
    if found.verdict != "WITNESSED":
        return f"refused: {found.verdict}"
    return "the same" if Bundle(bundle).files == Bundle(whole).files else "MISSED"


@pytest.fixture
def tries(request: pytest.FixtureRequest) -> range:
    return range(FLIPS if request.config.getoption("--at-length") else FLIPS_IN_SHORT)


@pytest.mark.parametrize("which", [LOG, TREE, KEYS])
def test_a_bit_of_what_is_kept(
    which: str, house: Path, whole: Path, tries: range, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    seen: Counter[str] = Counter()
    for number in tries:
        copy = tmp_path / str(number)
        shutil.copytree(house, copy)
        flipped(copy / which, Random(crc32(f"{which} {number}".encode())))
        seen[became(copy, whole, tmp_path / f"bundle-{number}")] += 1
        shutil.rmtree(copy)
        shutil.rmtree(tmp_path / f"bundle-{number}", ignore_errors=True)
    assert seen["MISSED"] == 0, seen
    if request.config.getoption("--at-length"):
        assert len(seen) > 1, "the control: some bits are read, and some are not"
        note(f"a bit of {which}:", seen["MISSED"], len(tries))


@pytest.mark.parametrize("which", [LOG, TREE])
def test_the_control_what_is_changed_by_hand_is_exported_and_refused(
    which: str, house: Path, whole: Path, tmp_path: Path
) -> None:
    """The database's own hand, past every guard of the application."""
    shutil.copytree(house, tmp_path / "copy")
    held = (tmp_path / "copy" / which).read_bytes()
    old, new = b'"by":{"person":"', b'"by":{"persom":"'
    if which == TREE:
        old = (whole / "leaves.bin").read_bytes()[:32]
        new = bytes([old[0] ^ 1]) + old[1:]
    assert held.count(old) >= 1
    (tmp_path / "copy" / which).write_bytes(held.replace(old, new, 1))
    outcome = became(tmp_path / "copy", whole, tmp_path / "bundle")
    assert outcome.startswith(("not exported", "refused: BROKEN")), outcome


def test_a_bit_of_a_bundle(whole: Path, tries: range, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    paths = sorted(path.relative_to(whole) for path in whole.rglob("*") if path.is_file())
    believed = trust(whole)
    missed = []
    count = 2 * len(tries)
    for number in range(count):
        random = Random(crc32(f"bundle {number}".encode()))
        copy = tmp_path / f"copy-{number}"
        shutil.copytree(whole, copy)
        # Half of them where most bytes are, half in any file: the smallest say the most.
        path = random.choices(paths, [(whole / each).stat().st_size if number % 2 else 1 for each in paths])[0]
        flipped(copy / path, random)
        if verified(copy, believed).verdict == "WITNESSED" and not says_the_same(path, copy, whole):
            missed.append((number, path))
        shutil.rmtree(copy)
    assert missed == []
    if request.config.getoption("--at-length"):
        note("a bit of a bundle:", len(missed), count)


def says_the_same(path: Path, copy: Path, whole: Path) -> bool:
    """Whether a manifest with another bit says the same of all that a verdict rests on."""
    if path.name != "manifest.json":
        return False
    one, other = (json.loads((each / path).read_bytes()) for each in (copy, whole))
    return {name for name in (*one, *other) if one.get(name) != other.get(name)} <= MAY_SAY_ANYTHING

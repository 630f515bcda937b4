"""An honest record is never called anything else, whatever it has lived through: erasures, other keys, copies put back."""

from collections import Counter
from pathlib import Path

import pytest

from tests.proof.figures import note
from tests.proof.honest import History, begun
from tests.proof.spoiling import Found

HISTORIES = 200
HISTORIES_IN_SHORT = 3
ROUNDS = 6
SEEDS_IN_SHORT = (3, 5, 8)


@pytest.fixture
def beginning(tmp_path: Path) -> Path:
    begun(tmp_path / "beginning")
    return tmp_path / "beginning"


async def test_an_honest_history_raises_no_alarm(
    beginning: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    at_length = request.config.getoption("--at-length")
    lived: Counter[str] = Counter()
    alarms: list[tuple[int, Found]] = []
    for number in range(HISTORIES) if at_length else SEEDS_IN_SHORT:
        history = History(beginning, tmp_path / str(number), number)
        await history.live(ROUNDS)
        found = await history.judged()
        lived.update(history.done)
        if found != Found("WITNESSED", (), ""):
            alarms.append((number, found))
    assert alarms == []
    assert {"erased", "key changed", "put back"} <= lived.keys(), "the control: all of it happened"
    if at_length:
        note("an honest history", len(alarms), HISTORIES)


async def test_the_control_what_a_witness_has_seen_does_not_get_lost_unnoticed(beginning: Path, tmp_path: Path) -> None:
    history = History(beginning, tmp_path / "lost", 0)
    await history.live(0)
    history.is_sealed_before_it_is_lost = True
    await history.put_back()
    await history.come()
    await history.come()
    await history.seal()
    found = await history.judged()
    assert found.verdict == "DIVERGES", found

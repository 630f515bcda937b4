"""Where people want to be told, and what they were told, on both stores."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eventstore.outbox import DAY_S, NOBODY_ASKED, NOTICES_KEPT_DAYS, Outbox, State
from eventstore.postgres.store import PostgresStore
from eventstore.sqlite.tables import OUTBOX, SQLiteTables

NOW = 1_700_000_000
ANNE, BO = "dk/person/a", "dk/person/b"
ADDRESS = "kontakt@kommune.example"
MEETING = "aadal/meeting/m1"


class Key:
    """A key that a test may change."""

    def __init__(self) -> None:
        self.bytes = bytes(32)

    def __call__(self) -> bytes:
        return self.bytes


@pytest.fixture
def key() -> Key:
    return Key()


@pytest.fixture(params=["sqlite", "postgres"])
def outbox(request: pytest.FixtureRequest, tmp_path: Path, key: Key) -> Iterator[Outbox]:
    if request.param == "sqlite":
        opened = Outbox(SQLiteTables(str(tmp_path / "outbox.db"), OUTBOX), key)
    else:
        on_server: Callable[[], PostgresStore] = request.getfixturevalue("on_server")
        opened = on_server().open_outbox(key)
    yield opened
    opened.close()


def notice(person: str = ANNE, position: int = 7) -> tuple[str, str, str, str, int]:
    return (f"epoch:{position}:{person}", person, "invitation", MEETING, position)


# --- where ------------------------------------------------------------------------------------------------------------


def test_what_somebody_says_themselves_holds_whatever_their_sign_in_tells(outbox: Outbox) -> None:
    assert outbox.wishes(ANNE) == NOBODY_ASKED
    outbox.set_address(ANNE, "fra@login.example", own=False)
    assert outbox.wishes(ANNE).address == "fra@login.example"
    outbox.set_address(ANNE, ADDRESS, own=True)
    outbox.set_address(ANNE, "fra@login.example", own=False)
    assert outbox.wishes(ANNE).address == ADDRESS
    outbox.set_address(ANNE, None, own=True)
    outbox.set_address(ANNE, "fra@login.example", own=False)
    assert outbox.wishes(ANNE).address is None


def test_what_is_turned_off_stays_off_when_the_address_changes(outbox: Outbox) -> None:
    outbox.turn_off(ANNE, ["action"])
    outbox.set_address(ANNE, ADDRESS, own=True)
    assert outbox.wishes(ANNE).off == {"action"}


def test_an_address_opens_under_its_key_and_for_its_person_alone(outbox: Outbox, key: Key) -> None:
    outbox.set_address(ANNE, ADDRESS, own=True)
    key.bytes = bytes([1]) * 32
    assert outbox.wishes(ANNE).address is None


def test_no_byte_of_an_address_lies_open(tmp_path: Path, key: Key) -> None:
    outbox = Outbox(SQLiteTables(str(tmp_path / "outbox.db"), OUTBOX), key)
    outbox.set_address(ANNE, ADDRESS, own=True)
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert ANNE.encode() in kept, "the control: what is kept can be read"
    assert ADDRESS.encode() not in kept
    outbox.close()


def test_of_whoever_is_erased_nothing_is_left(outbox: Outbox) -> None:
    outbox.set_address(ANNE, ADDRESS, own=True)
    outbox.put([notice(ANNE), notice(BO)], NOW)
    outbox.forget(ANNE)
    assert outbox.wishes(ANNE) == NOBODY_ASKED
    assert outbox.of(ANNE, None, 10) == []
    assert len(outbox.of(BO, None, 10)) == 1


# --- what -------------------------------------------------------------------------------------------------------------


def test_what_is_made_twice_is_kept_once_and_as_it_was(outbox: Outbox) -> None:
    outbox.put([notice()], NOW)
    (kept,) = outbox.due(NOW, 10)
    outbox.ended(kept, State.SENT)
    outbox.put([notice()], NOW + 1)
    assert outbox.due(NOW + 1, 10) == []
    assert outbox.counts() == {State.SENT: 1}


def test_what_was_tried_in_vain_comes_again_when_it_is_time(outbox: Outbox) -> None:
    outbox.put([notice(ANNE), notice(BO)], NOW)
    first, second = outbox.due(NOW, 10)
    outbox.again(first, NOW + 60)
    assert [each.person for each in outbox.due(NOW + 59, 10)] == [second.person]
    (again,) = (each for each in outbox.due(NOW + 60, 10) if each.id == first.id)
    assert again.attempts == 1


def test_it_is_known_how_far_was_looked(outbox: Outbox) -> None:
    assert outbox.looked() is None
    outbox.look_on("e1", 7)
    outbox.look_on("e2", 3)
    assert outbox.looked() == ("e2", 3)


def test_it_is_known_who_was_told_of_a_meeting(outbox: Outbox) -> None:
    outbox.put([notice(BO), notice(ANNE), notice(ANNE, 9)], NOW)
    assert outbox.told_of(MEETING) == (ANNE, BO)


def test_what_was_told_long_ago_is_let_go_of(outbox: Outbox) -> None:
    outbox.put([notice(position=1)], NOW - NOTICES_KEPT_DAYS * DAY_S - 1)
    outbox.put([notice(position=2)], NOW)
    outbox.prune(NOW)
    assert [each.position for each in outbox.of(ANNE, None, 10)] == [2]

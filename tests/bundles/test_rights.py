"""Nothing is handed out that the reader may not see: an event of theirs whole, of any other its hash."""

import asyncio
import json
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventstore.log import Log
from eventstore.mapper import encode_state
from eventstore.sealing import BARE_SALT_BYTES, sealed_in
from projections.disclosed import is_private
from tests.bundles.made import Bundle, exported, leaf_of
from tests.projections.aadal import CAST
from tests.projections.closed_item import (
    RECUSED_BECAUSE,
    STORY,
    TITLE_CLOSED,
    carried_words,
    closed_words,
)
from tests.realtime.record_in_memory import played


@pytest.fixture(scope="module")
def closed() -> Iterator[Log]:
    kept_log = asyncio.run(played(STORY))
    yield kept_log
    kept_log.close()


@pytest.fixture(scope="module")
def outsiders(closed: Log, tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    return exported(closed, tmp_path_factory.mktemp("as") / "outsider", CAST["observer"])


@pytest.fixture(scope="module")
def insiders(closed: Log, tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    return exported(closed, tmp_path_factory.mktemp("as") / "insider", CAST["chair"])


CANARIES = (*closed_words(TITLE_CLOSED), *carried_words(TITLE_CLOSED))


def test_no_closed_word_is_in_a_bundle_for_somebody_outside(outsiders: Bundle, insiders: Bundle) -> None:
    assert [word for word in CANARIES if word in outsiders.words] == []
    found = [word for word in CANARIES if word in insiders.words]
    assert len(found) > len(closed_words(TITLE_CLOSED)), "the same look finds them in the insider's"


def test_what_names_a_closed_item_stands_as_its_hash_alone(outsiders: Bundle, insiders: Bundle, closed: Log) -> None:
    """The name of an item is a label of the event, in the clear: no opened text would tell of it."""
    assert f'"{TITLE_CLOSED}"' not in outsiders.words
    assert f'"{TITLE_CLOSED}"' in insiders.words
    hidden = set(range(1, closed.head + 1)) - outsiders.events.keys()
    assert hidden
    assert len(outsiders.files["leaves.bin"]) == 32 * closed.head
    for bundle in (outsiders, insiders):
        assert all(leaf_of(columns) == bundle.leaf(position) for position, columns in bundle.events.items())


def test_whoever_tries_out_what_a_hidden_event_might_say_does_not_find_its_leaf(
    outsiders: Bundle, insiders: Bundle, closed: Log
) -> None:
    """Somebody who guesses all of it: who, when, at which item, with what. What is random in it they cannot guess."""
    bare = [
        recorded
        for recorded in map(closed.event, sorted(insiders.events.keys() - outsiders.events.keys()))
        if not any(sealed_in(recorded.event))
    ]
    assert bare, "something hidden has no text that would salt it"
    for recorded in bare:
        kept = insiders.events[recorded.position]
        assert leaf_of(kept) == outsiders.leaf(recorded.position)
        assert leaf_of([*kept[:5], encode_state(recorded)]) != outsiders.leaf(recorded.position)
        salt = b64decode(json.loads(kept[5])["salt"])
        assert len(salt) == BARE_SALT_BYTES
        known = leaf_of([*kept[:5], encode_state(recorded, salt)])
        assert known == outsiders.leaf(recorded.position), "the guess was right but for the salt"


def test_no_event_names_a_cause_that_is_hidden(outsiders: Bundle) -> None:
    disclosed = outsiders.events
    for columns in disclosed.values():
        state = json.loads(columns[5])
        for named in (state.get("causation"), state["correlation"]):
            assert named is None or named in disclosed


def test_how_the_record_began_and_by_which_keys_it_is_signed_is_handed_to_everybody(outsiders: Bundle) -> None:
    assert outsiders.events[1][3] == b"log.opened"


def test_private_words_are_withheld_from_everybody(insiders: Bundle, closed: Log, tmp_path: Path) -> None:
    private = {
        (recorded.position, field)
        for recorded in closed.read(0)
        for field, _ in sealed_in(recorded.event)
        if is_private(recorded.event, field)
    }
    assert private & {
        (at, field) for at, columns in insiders.events.items() for at, field in private if at in insiders.events
    }
    assert private.isdisjoint(insiders.texts)
    assert RECUSED_BECAUSE not in insiders.words
    everything = exported(closed, tmp_path / "all")
    assert RECUSED_BECAUSE in everything.words


def test_a_bundle_for_several_holds_what_any_of_them_may_see(
    outsiders: Bundle, insiders: Bundle, closed: Log, tmp_path: Path
) -> None:
    both = exported(closed, tmp_path / "both", CAST["observer"], CAST["chair"])
    assert both.events.keys() == outsiders.events.keys() | insiders.events.keys()
    assert both.texts.keys() == outsiders.texts.keys() | insiders.texts.keys()

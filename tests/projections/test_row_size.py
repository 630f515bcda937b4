"""Rows stay small: the story's, and the largest that commands allow."""

from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
import pytest
from msgspec import Struct

from domain.names import LABEL_CHARS_MAX
from domain.outcomes import PARTIES_MAX
from domain.text import TEXT_CHARS_MAX, Sealed, T, TextAt
from eventstore.follower import Follower
from eventstore.keys import KEY_ID_BYTES
from eventstore.rows import ROW_BYTES_MAX
from eventstore.sealing import seal
from eventstore.sqlite.rows import SQLiteRows
from projections.reveal import R
from projections.view import View
from projections.views import VIEWS
from stories.lillebaelt_2024_04_09 import STORY
from tests.realtime.record_in_memory import played

LONGEST_LIST = PARTIES_MAX
"""No list in a command may be longer, but the effects of a decision, which are fewer."""
LARGEST_TEXT = seal("\x01" * TEXT_CHARS_MAX, "s", 1, "/f", bytes(KEY_ID_BYTES), bytes(32), bytes(32))
"""Each character six bytes as JSON writes it."""
LARGEST_WORD = "\U0001f600" * LABEL_CHARS_MAX
"""A label of four bytes a letter; ids are ASCII and shorter."""


def classes_of(row: Any) -> list[type[Struct]]:
    """Of a view's rows, which may be of several classes."""
    cls = get_origin(row) or row
    return (
        [cls]
        if isinstance(cls, type) and issubclass(cls, Struct)
        else [get_origin(each) or each for each in get_args(row)]
    )


ROWS = [(view, cls) for view in VIEWS for cls in classes_of(view.row)]


LARGEST_REFERENCE = TextAt(LARGEST_WORD, 2**53, LARGEST_WORD)
"""Where a text was said."""


def largest(hint: Any, text: Any = LARGEST_TEXT) -> Any:
    """The largest value that a field of a row may hold. Within what holds its texts by reference, a text is a reference."""
    text = LARGEST_REFERENCE if R in get_args(hint) else text
    if type(None) in get_args(hint):
        return largest(next(each for each in get_args(hint) if each is not type(None)), text)
    if get_origin(hint) is tuple:
        return (largest(get_args(hint)[0], text),) * LONGEST_LIST
    cls = get_origin(hint) or hint
    if isinstance(cls, type) and issubclass(cls, Struct):
        return cls(**{name: largest(held, text) for name, held in get_type_hints(cls).items()})
    if hint is T:
        return text
    if hint is R:
        return LARGEST_REFERENCE
    return {int: 2**53, bool: False}.get(hint, LARGEST_WORD)


@pytest.mark.parametrize(("view", "row"), ROWS, ids=[f"{view.name}-{row.__name__}" for view, row in ROWS])
def test_the_largest_row_that_commands_allow_is_small_enough(view: View, row: type[Struct]) -> None:
    values = {name: largest(hint) for name, hint in get_type_hints(row).items()}
    assert len(msgspec.json.encode(row(**values))) <= ROW_BYTES_MAX


def test_a_row_of_four_texts_would_not_be() -> None:
    """The control: the bound is no wider than it must be."""
    assert len(msgspec.json.encode((LARGEST_TEXT,) * 4)) > ROW_BYTES_MAX
    assert isinstance(LARGEST_TEXT, Sealed)


async def test_every_row_of_the_story_is_small(tmp_path: Path) -> None:
    kept_log = await played(STORY)
    store = SQLiteRows(str(tmp_path / "rows.db"), "epoch", "folds", kept_log.head)
    follower = Follower(kept_log, store, VIEWS)
    while follower.step():
        pass
    sizes = [size for (size,) in store._db.execute("SELECT length(body) FROM rows WHERE body IS NOT NULL")]
    assert len(sizes) > kept_log.head
    assert max(sizes) < ROW_BYTES_MAX // 20
    store.close()
    kept_log.close()

"""Prints: a number for the rows of a topic, the same for the same rows in whatever order, and cheap to keep up to date."""

from collections.abc import Mapping
from typing import Any

import msgspec

_ENCODER = msgspec.json.Encoder(order="deterministic")

Rows = Mapping[str, Any]


def print_of(rows: Rows) -> int:
    """Of all rows."""
    return sum(map(_of_row, rows, rows.values()))


def changed(print_before: int, before: Rows, change: Rows) -> int:
    """Of the rows after some of them changed. None: the row is gone."""
    for key, row in change.items():
        if key in before:
            print_before -= _of_row(key, before[key])
        if row is not None:
            print_before += _of_row(key, row)
    return print_before


def _of_row(key: str, row: Any) -> int:
    return hash((key, _ENCODER.encode(row)))

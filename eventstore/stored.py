"""A stored event as the columns hold it, for whoever reads it without knowing what events are."""

from typing import Final

StoredRow = tuple[str, int, str, bytes, int, int]
"""stream, version, tag, state, position, recorded_at"""
POSITION: Final = 4
EVENT: Final = "originator_id, originator_version, topic, state, position, recorded_at"
"""The columns, in that order."""

"""Reach: where a change may look different to somebody whose rows it does not change, and why they are shown anew."""

from collections.abc import Iterable, Mapping
from typing import Any

from domain.names import kind_of, scope_of
from domain.policy import COMMON_SCOPE
from projections.views import view_of
from realtime.record import Change

REASONS = {"party": "names", "person": "names", "redaction": "redacted"}
"""kind of the stream that unsettles a topic -> why the topic is shown anew; else `access`: a door, a right."""


def unsettling(change: Change) -> set[str]:
    """The streams whose events change what others see: a name, a key, a door, a right."""
    return {each.stream for each in change.recorded if each.event.unsettles}


def meetings_moved(change: Change) -> set[str]:
    """The meetings at which guests may follow something else now."""
    return {each.stream for each in change.recorded if each.event.unsettles_guests}


def scopes_of(streams: Iterable[str]) -> set[str]:
    return {scope_of(stream) for stream in streams}


def within_reach(topics: Iterable[str], scopes: set[str]) -> list[str]:
    """Streams speak of their own scope and the common one, but for the few views that look beyond."""
    return [topic for topic in topics if COMMON_SCOPE in scopes or scope_of(topic) in scopes or _spans(topic)]


def reason_of(change: Change) -> str:
    kinds = {kind_of(stream) for stream in unsettling(change)}
    return next((REASONS[kind] for kind in kinds if kind in REASONS), "access")


def by_topic(changes: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """topic -> key on the wire -> row."""
    topics: dict[str, dict[str, Any]] = {}
    for rows in changes.values():
        for key, row in rows.items():
            topic, _, rest = key.partition("|")
            topics.setdefault(topic, {})[rest] = row
    return topics


def _spans(topic: str) -> bool:
    view = view_of(topic)
    return view is not None and view.spans

"""Admission (adgangskrav): whom a way in answers, and what anyone else is told. Every route and every message declares one.

What somebody may see or do behind it is the question of `policy()` and of their mask.
"""

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any, TypeVar

Way = TypeVar("Way")
ATTRIBUTE = "klynge_admission"


class Admission(Enum):
    """Whom a way in answers."""

    ANYBODY = "anybody"
    """It holds nothing of the record: a page's document, health, signing in."""
    SIGNED_IN = "signed in"
    """Whoever proves who they are; they are told of themselves, or what their mask lets through. Others: 401."""
    READER = "reader"
    """Whoever may see what they ask for. Without a proof 401; who may not see it is told 404, as if it were not there."""
    GIVER = "giver"
    """Whoever the policy lets write. Without a proof 401; to whom it gives no right 403."""


class NoPolicy(Exception):
    """Ways in that nobody has said whom they answer: nothing is served."""

    def __init__(self, ways: Iterable[str]) -> None:
        super().__init__(f"no policy is declared for {', '.join(ways)}; see domain/admission.py")


def admits(admission: Admission) -> Callable[[Way], Way]:
    """Declares whom a route's function, a mounted application or a message answers."""

    def declare(way: Way) -> Way:
        setattr(way, ATTRIBUTE, admission)
        return way

    return declare


def admission_of(way: Any) -> Admission | None:
    """What was declared; None: nothing was."""
    found = getattr(way, ATTRIBUTE, None)
    return found if isinstance(found, Admission) else None


def require_admissions(ways: Iterable[tuple[str, Any]]) -> None:
    """Raises `NoPolicy`, which names every way in that declares nothing. `ways`: what it is called, and what answers there."""
    undeclared = [name for name, way in ways if admission_of(way) is None]
    if undeclared:
        raise NoPolicy(undeclared)

"""What this room must know of a view to keep its rows. The views themselves are handed in by whoever wires the house."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from domain.kernel import Event, Recorded


class Fold(Protocol):
    """A view as its rows are made; `projections.view.View` is one."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> int: ...

    @property
    def row(self) -> Any: ...

    @property
    def folds(self) -> frozenset[type[Event]]: ...

    @property
    def evolve(self) -> Callable[[Callable[[str], Any], Recorded], Mapping[str, Any]]: ...


def fingerprint(folds: tuple[Fold, ...]) -> str:
    """Which folds, in which versions, rows were made by."""
    return ",".join(f"{fold.name}:{fold.version}" for fold in sorted(folds, key=lambda fold: fold.name))


def folds_of(folds: tuple[Fold, ...]) -> Mapping[type[Event], tuple[Fold, ...]]:
    """Which folds care for an event of a class: most events concern few of them."""
    found: dict[type[Event], tuple[Fold, ...]] = {}
    for fold in folds:
        for event in fold.folds:
            found[event] = (*found.get(event, ()), fold)
    return found

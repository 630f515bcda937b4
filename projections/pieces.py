"""Pieces of a sentence, not yet opened or named."""

from typing import Any, Generic

from msgspec import Struct

from domain.claims import DateNotStated
from domain.effects import DebtorNotStated
from domain.points import NotStated
from domain.rules import NoneStated
from domain.text import Kept, T, TextAt
from projections.reveal import N


class Piece(Struct, Generic[T, N], frozen=True, array_like=True, omit_defaults=True, gc=False):
    """Part of a sentence: plain, or words to open, or an id to name."""

    plain: str | None = None
    words: T | None = None
    name: N | None = None


KeptPiece = Piece[Kept, str]
Sentence = tuple[KeptPiece, ...]


NOT_SAID = frozenset({NotStated, DateNotStated, DebtorNotStated, NoneStated})


def is_absent(value: Any) -> bool:
    """Whether there is nothing to tell: no value, none of several, or a paper that does not say."""
    if isinstance(value, tuple) and not isinstance(value, TextAt):
        return all(is_absent(each) for each in value)
    return value is None or value.__class__ in NOT_SAID


def plain(text: str) -> Sentence:
    return (Piece(plain=text),)

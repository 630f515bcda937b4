"""Text: said by people, sealed by the writer, referred to ever after (architecture §4, Sealing).

A command carries plain `Text`. `decide` wraps it with `said()`. The writer seals it, so a stored event holds `Sealed` or,
where it follows from another event, `TextAt`: never a copy of the words.
"""

import re
from functools import cache
from typing import Annotated, Any, Generic, NamedTuple, TypeVar, cast, get_args, get_type_hints

import msgspec
from msgspec import Meta, Struct

from domain.refusal import Refused
from domain.words import Word

TEXT_CHARS_MAX = 20_000

CPR = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?!\d)")
"""A day, a month, a year of two digits and four more: what a Danish personal number looks like."""

T = TypeVar("T")
"""How a value holds its words: `Text` in a command, `Kept` in an event, `str | None` in what is shown."""

Text = Annotated[str, Meta(min_length=1, max_length=TEXT_CHARS_MAX, pattern=r"^[^\x00]*$", title="Text")]
"""Free wording (tekst). People stand in it as `⟦person:ID⟧`, never by name."""


class Sealed(Struct, Generic[T], frozen=True, gc=False):
    """A value kept under a key of its own: `c` commits to it, `box` = key id (16 bytes) + AES-256-GCM(salt + value).

    Nobody but `show` and disclosure opens one.
    """

    c: bytes
    box: bytes


class TextAt(NamedTuple):
    """Where a text was said: stream, version, path of the field within the event."""

    stream: str
    version: int
    field: str


Kept = Sealed[str] | TextAt
"""How an event holds a text."""


class Said:
    """A text on its way from `decide` to the writer. msgspec refuses to store one, so forgetting to seal fails closed."""

    __slots__ = ("value",)

    def __init__(self, value: str) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Said) and other.value == self.value

    def __hash__(self) -> int:
        return hash(self.value)

    def __repr__(self) -> str:
        return f"said({self.value!r})"


def said(text: str) -> Kept:
    """A command's text as its event holds it. A `TextAt` that a reaction handed on stays one.

    Raises Refused `text.cpr` where the words look like a personal number.
    """
    if isinstance(text, TextAt):
        return text
    if CPR.search(text):
        raise Refused("text.cpr")
    return cast("Kept", Said(text))


def said_if(text: str | None) -> Kept | None:
    """As `said`, for a text that may be absent."""
    return None if text is None else said(text)


def said_each(texts: tuple[str, ...]) -> tuple[Kept, ...]:
    """As `said`, for each of several."""
    return tuple(said(text) for text in texts)


def handed_on(text: Kept) -> str:
    """A kept text as the field of a reaction's command, whose type is that of the door."""
    return cast("str", text)


class TextClass(Word):
    """What kind of text a block holds; with its subject it decides who may destroy it (trust.md §4)."""

    PUBLIC_RECORD = "public-record", "beslutningsprotokol"
    CONTACT = "contact", "kontaktoplysninger"
    CITIZEN = "citizen", "borgeroplysninger"
    SPEECH = "speech", "ytringer"
    ITEM_TEXT = "item-text", "sagstekst"


S = TypeVar("S", bound=Struct)


def keep(value: S) -> Any:
    """A value from a command (an effect, a point, a claim) as its event holds it: every text in it said.

    The type parameter of its class tells which fields hold words; the same class serves both sides.
    """
    changed = {name: _kept(held) for name in _wordy_fields(type(value)) if (held := getattr(value, name)) is not None}
    return msgspec.structs.replace(value, **changed) if changed else value


def keep_all(values: tuple[S, ...]) -> tuple[Any, ...]:
    """As `keep`, for each of several."""
    return tuple(keep(value) for value in values)


def keep_if(value: S | None) -> Any:
    """As `keep`, for a value that may be absent."""
    return None if value is None else keep(value)


def _kept(value: Any) -> Any:
    match value:
        case str():
            return said(value)
        case TextAt():
            return value
        case tuple():
            return tuple(_kept(each) for each in value)
        case Struct():
            return keep(value)
        case _:
            return value


@cache
def _wordy_fields(cls: type) -> tuple[str, ...]:
    """The fields of a class whose type mentions its parameter."""
    return tuple(name for name, hint in get_type_hints(cls).items() if _mentions_words(hint))


def _mentions_words(hint: Any) -> bool:
    return hint is T or any(_mentions_words(arg) for arg in get_args(hint))

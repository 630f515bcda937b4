"""Erased (slettet): what the stream of a person tells once their texts may be destroyed, and which texts those are.

The event covers the missing keys, so that a verifier who has nothing but the log can tell what was erased from what was lost.
"""

from typing import Annotated

from msgspec import Meta, Struct

from domain.counts import Version
from domain.kernel import About, Asked, Command, Event, Who
from domain.names import ErasureId, StreamId, kind_of
from domain.text import Kept, TextAt, TextClass, said

PLACES_MAX = 500
"""Places in one event; a person of more texts is erased by several, in one transaction."""


CLASSES_MAX = len(TextClass)
Classes = Annotated[tuple[TextClass, ...], Meta(min_length=1, max_length=CLASSES_MAX)]
"""Of what kind the texts are that are erased."""


class Place(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One text that the event covers. It is named for the verifier, and refers nobody to what was said there."""

    of: StreamId
    version: Version
    field: str

    @property
    def text_at(self) -> TextAt:
        return TextAt(self.of, self.version, self.field)


# --- events ---


class Erased(Event, frozen=True, kw_only=True):
    """These texts about a person may be destroyed: this event covers their missing keys."""

    tag = "person.erased"
    concerns = About.PERSON
    rank = 5
    unsettles = True
    da = "Oplysninger om {stream} er slettet ({classes}). Hjemmel: {legal_basis}"
    en = "Texts about {stream} are erased ({classes}). Legal basis: {legal_basis}"

    erasure: ErasureId
    classes: tuple[TextClass, ...]
    legal_basis: Kept
    places: tuple[Place, ...]


# --- commands ---


class Erase(Command, frozen=True, kw_only=True):
    """Slet oplysningerne om personen."""

    verb = "erase"
    who = (Who.REACTION,)
    gives = (Erased,)

    erasure: ErasureId
    classes: Classes
    legal_basis: str


def erased(command: Erase, asked: Asked) -> tuple[Event, ...]:
    """The events that cover every text of those classes about the person of the stream. There is one though there be no text."""
    places = [Place(of=at.stream, version=at.version, field=at.field) for at in texts_about(command.classes, asked)]
    return tuple(
        Erased(
            erasure=command.erasure,
            classes=command.classes,
            legal_basis=said(command.legal_basis),
            places=tuple(places[first : first + PLACES_MAX]),
        )
        for first in range(0, len(places) or 1, PLACES_MAX)
    )


def texts_about(classes: tuple[TextClass, ...], asked: Asked, person: str | None = None) -> tuple[TextAt, ...]:
    """Where texts of some classes about a person stand; why somebody was erased is kept."""
    return tuple(
        at
        for at, text_class in asked.blocks_of(person or asked.stream)
        if text_class in classes and kind_of(at.stream) != "erasure"
    )

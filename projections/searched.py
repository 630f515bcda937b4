"""What of an event is searched (søgbart): its texts, and the sentence that tells it. Contact details and citizens' matters are not.

What is kept to find an event by are terms: the stems of what was said and of what its sentence says in the clear, which sentence
it is, and whom or what the sentence names. Whoever searches is shown a hit only once it was opened for them and found again.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from domain.kernel import Event, Recorded
from domain.streams import EVENTS
from domain.text import Sealed, TextAt
from projections.names import NAMES
from projections.pieces import Sentence
from projections.question import SENTENCE
from projections.sentence import pieces
from projections.sight import MENTIONED
from projections.spoken import audited
from projections.stems import STEMS_VERSION, Stemming
from projections.template import segments_of
from projections.trail import PRIVATE, SEVERAL
from projections.view import Sight

SEARCH_VERSION = 1 + 100 * STEMS_VERSION
"""Of what is kept to find events by; another is made beside it."""
NAMING_FIELDS = frozenset({"/name", "/title", "/subject", "/question", "/words", "/what", "/purpose"})
"""Where a thing's name stands in the event that names it."""


class Searched:
    """Terms of events. For one thread."""

    def __init__(self) -> None:
        self._stemming = Stemming()

    def texts_of(self, recorded: Recorded) -> Iterator[tuple[str, Sealed[str]]]:
        """The texts that were said in an event, by their fields; those of a private class are searched by nobody."""
        return texts_of(recorded)

    def forget(self) -> None:
        """Let go of every word met so far: it may have to be forgotten everywhere."""
        self._stemming = Stemming()

    def of_sentence(self, recorded: Recorded) -> set[str]:
        """Of what the sentence says in the clear, and whom it names. What every sentence of the kind says is left out."""
        event: Event = recorded.event
        terms = {kind_term(event.tag)}
        plain: list[str] = []
        for part in _parts(recorded):
            if part.name is not None:
                terms.add(naming_term(part.name))
                plain.append("\n")
            else:
                plain.append(part.plain or "\n")
        return terms | {word_term(stem) for stem in self._stemming.stems("".join(plain)) - _said_by(type(event))}

    def of_text(self, recorded: Recorded, field: str, words: str) -> set[str]:
        """Of one of its texts, once it is opened."""
        mentioned = {naming_term(person) for person in MENTIONED.findall(words)}
        stems = self._stemming.stems(MENTIONED.sub("\n", words))
        terms = mentioned | {word_term(stem) for stem in stems}
        if field in NAMING_FIELDS and type(recorded.event) in NAMES.folds:
            terms |= {name_term(stem) for stem in stems}
        return terms


def word_term(stem: str) -> str:
    return f"word {stem}"


def kind_term(tag: str) -> str:
    """Of all events of a kind."""
    return f"kind {tag}"


def naming_term(stream: str) -> str:
    """Of all that names a stream."""
    return f"names {stream}"


def name_term(stem: str) -> str:
    """Of what something is called by."""
    return f"called {stem}"


def kinds_saying(stem: str) -> tuple[str, ...]:
    """The tags of events whose sentences all say a word, so that it is kept nowhere."""
    return tuple(tag for tag, event in EVENTS.items() if stem in _said_by(event))


@cache
def _said_by(cls: type[Event]) -> frozenset[str]:
    """The stems of what a kind of event says itself, whatever it is about."""
    literals = [text for parts, otherwise in segments_of(cls.da) for text in (*(part[0] for part in parts), otherwise)]
    return frozenset(Stemming().stems("\n".join(filter(None, literals))))


def _parts(recorded: Recorded) -> Sentence:
    try:
        return pieces(recorded.event.da, "da", recorded)
    except Exception:
        return ()  # it cannot be told, and stands for ever: it is found by its kind


def texts_of(recorded: Recorded) -> Iterator[tuple[str, Sealed[str]]]:
    """The texts that were said in an event, by their fields; those of a private class are searched by nobody."""
    event = recorded.event
    for name in event.__struct_fields__:
        if event.text_classes.get(name, event.text_class) not in PRIVATE:
            yield from _texts_in(getattr(event, name), f"/{name}")


def _texts_in(value: Any, path: str) -> Iterator[tuple[str, Sealed[str]]]:
    if isinstance(value, Sealed):
        yield path, value
    elif isinstance(value, TextAt):
        return
    elif isinstance(value, SEVERAL):
        for number, each in enumerate(value):
            yield from _texts_in(each, f"{path}/{number}")
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _texts_in(getattr(value, name), f"{path}/{name}")


def told_to(recorded: Recorded, sight: Sight) -> tuple[dict[str, str], str]:
    """An event as its reader may read it: its texts by their fields, people in them by their names, and its sentence; and the
    sentence in English.
    """
    told: dict[str, str] = {}
    for field, sealed in texts_of(recorded):
        words = sight.open(sealed)
        if words is not None:
            told[field] = MENTIONED.sub(lambda mention: sight.name(mention[1]).name, words)
    told[SENTENCE], en = audited(recorded, sight)
    return told, en

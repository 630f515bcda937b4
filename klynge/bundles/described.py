"""Describing itself (selvbeskrivende): what a bundle holds so that it can be read without Klynge: schemas, sentences, a readme."""

from typing import Any

import msgspec

from domain.log import Opened
from domain.streams import EVENTS
from domain.words import Word
from eventstore.log import Log
from eventstore.mapper import Envelope
from klynge.bundles.form import FORMAT, SCHEMAS, SENTENCES, canonical
from klynge.bundles.readme import DANISH, ENGLISH
from klynge.bundles.writing import Bundle

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def describe(bundle: Bundle, tags: list[str], kept_log: Log) -> str:
    """Write what an archive needs for events of these tags; answers the name of the record."""
    opened = kept_log.event(1).event
    assert isinstance(opened, Opened)
    bundle.put(f"{SCHEMAS}/envelope.json", canonical(_schema(Envelope)))
    for tag in tags:
        bundle.put(f"{SCHEMAS}/{tag}.json", canonical(_schema(EVENTS[tag])))
    bundle.put(SENTENCES, canonical({tag: _sentence(tag) for tag in tags}))
    said = {"format": FORMAT, "origin": opened.origin, "schemes": ", ".join(opened.schemes)}
    bundle.put("README.md", ENGLISH.format(**said).encode())
    bundle.put("README.da.md", DANISH.format(**said).encode())
    return opened.origin


def _sentence(tag: str) -> dict[str, Any]:
    """What an event says in words, `{field}` standing for its fields; a part in brackets goes where its fields are absent."""
    event = EVENTS[tag]
    meaning = " ".join((event.__doc__ or "").split())
    return {"v": event.v, "da": event.da, "en": event.en, "meaning": meaning, "text_class": str(event.text_class)}


def _schema(type_: Any) -> dict[str, Any]:
    """As JSON Schema; beside each closed vocabulary stands, as `da`, what a secretary says for its values."""
    schema = {"$schema": DIALECT} | msgspec.json.schema(type_, schema_hook=_plain)
    words = {(each.__name__, frozenset(each)): each for each in Word.__subclasses__()}
    for defined in schema.get("$defs", {}).values():
        said = words.get((defined.get("title", ""), frozenset(defined.get("enum", ()))))
        if said is not None:
            defined["da"] = {word.value: word.da for word in said}
    return schema


def _plain(type_: type) -> dict[str, Any]:
    """What msgspec cannot describe by itself: the event within its envelope."""
    if type_ is msgspec.Raw:
        return {"description": "The event, as the schema of its tag describes it."}
    raise NotImplementedError

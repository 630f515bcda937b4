"""The types that operations name, as OpenAPI components under names that stay."""

import json
from typing import Any

import msgspec

REF = "#/components/schemas/"
LATER = "#/later/"
"""Stands for a type until all are known."""


class Components:
    """Gathers types; describes each once."""

    def __init__(self) -> None:
        self._types: list[tuple[Any, str | None]] = []

    def schema(self, type_: Any, name: str | None = None) -> dict[str, Any]:
        """What stands for a type. `name` is its component's, where the class's own would not do."""
        self._types.append((type_, name))
        return {"$ref": f"{LATER}{len(self._types) - 1}"}

    def complete(self, document: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
        """A document with its types described; `more` are components of no type. Raises ValueError for two of one name."""
        schemas, components = msgspec.json.schema_components(
            [type_ for type_, _ in self._types], ref_template=f"{REF}{{name}}"
        )
        names = {key: _own_name(key, schema) for key, schema in components.items()}
        for schema, (_, name) in zip(schemas, self._types, strict=True):
            if name is not None:
                names[schema["$ref"].removeprefix(REF)] = name
        if len(set(names.values()) | more.keys()) < len(names) + len(more):
            raise ValueError(f"two types of one name: {sorted(names.values())}")
        # Through JSON once: a default `()` stays a tuple otherwise, and no validator knows those.
        plain = json.loads(json.dumps([schemas, components]))
        told = [renamed(schema, names) for schema in plain[0]]
        described = {names[key]: renamed(schema, names) | {"title": names[key]} for key, schema in plain[1].items()}
        document["components"]["schemas"] = dict(sorted((described | more).items()))
        resolved: dict[str, Any] = _resolved(document, told)
        return resolved


def _own_name(key: str, schema: dict[str, Any]) -> str:
    """The class's name without its parameters; after its module where two classes share a name (msgspec then names it)."""
    module = key.partition("_")[0].split(".")[:-1]
    return "".join(part.title() for part in module[-1:]) + str(schema["title"]).partition("[")[0]


def renamed(schema: Any, names: dict[str, str]) -> Any:
    """A schema whose references go by other names."""
    if isinstance(schema, dict):
        return {key: renamed(value, names) for key, value in schema.items()}
    if isinstance(schema, list):
        return [renamed(each, names) for each in schema]
    if isinstance(schema, str) and schema.startswith(REF):
        return REF + names[schema.removeprefix(REF)]
    return schema


def _resolved(value: Any, told: list[Any]) -> Any:
    if isinstance(value, dict):
        later = value.get("$ref")
        if isinstance(later, str) and later.startswith(LATER):
            return told[int(later.removeprefix(LATER))]
        return {key: _resolved(each, told) for key, each in value.items()}
    if isinstance(value, list):
        return [_resolved(each, told) for each in value]
    return value

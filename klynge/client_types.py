"""The typed rows and events of both clients, made from the views and the events themselves.

python -m klynge.client_types    writes clients/rows.py, clients/events.py, clients/ts/rows.ts and clients/ts/events.ts
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from api.components import REF, Components, renamed
from domain.streams import EVENTS
from projections.cloud_event import type_of
from projections.view import View
from projections.views import OF_SCOPE, OF_STREAM

HOUSE = Path(__file__).resolve().parents[1]
WORDS = frozenset({"Sealed", "TextAt"})
"""A text, wherever it lies, is told as its words, or as null where they are private or erased."""
HIDDEN = frozenset({"Taken"})
"""Told as null where it was taken at an item that is closed to the reader."""
SHARED = frozenset({"Named"})
"""Classes that are the same in every view."""
HIDDEN_FIELDS = frozenset({"carried"})

Schema = Mapping[str, Any]


class Tongue(Struct, frozen=True):
    """How a language writes a type."""

    plain: Mapping[str, str]
    array: Callable[[str], str]
    table: Callable[[str], str]
    words: Callable[[list[str]], str]
    """One of a closed vocabulary."""


PYTHON = Tongue(
    plain={"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None", "": "Any"},
    array=lambda of: f"tuple[{of}, ...]",
    table=lambda of: f"dict[str, {of}]",
    words=lambda _: "str",  # a later release may know more of them
)
TYPESCRIPT = Tongue(
    plain={
        **{"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"},
        "": "unknown",
    },
    array=lambda of: f"readonly ({of})[]" if " " in of else f"readonly {of}[]",
    table=lambda of: f"Readonly<Record<string, {of}>>",
    words=lambda words: " | ".join(f'"{word}"' for word in words),
)


def written(tongue: Tongue, schema: Schema) -> str:
    """A type as a language writes it."""
    match schema:
        case {"$ref": str(ref)}:
            name = ref.removeprefix(REF)
            if name in WORDS:
                return f"{tongue.plain['string']} | {tongue.plain['null']}"
            return f"{name} | {tongue.plain['null']}" if name in HIDDEN else name
        case {"anyOf": choices}:
            told = (part for each in choices for part in written(tongue, each).split(" | "))
            return " | ".join(sorted(dict.fromkeys(told), key=lambda part: part == tongue.plain["null"]))
        case {"enum": words}:
            return tongue.words(words)
        case {"type": "array", "items": items} if items:
            return tongue.array(written(tongue, items))
        case {"type": "array"}:
            return tongue.array(tongue.plain[""])
        case {"type": "object"}:
            of = schema.get("additionalProperties")
            return tongue.table(written(tongue, of) if isinstance(of, dict) else tongue.plain[""])
        case {"type": str(plain)}:
            return tongue.plain[plain]
        case _:
            return tongue.plain[""]


def fields_of(tongue: Tongue, schema: Schema) -> Iterator[tuple[str, str, bool, Any]]:
    """Name, type, whether it may be missing, and its default."""
    for name, each in schema["properties"].items():
        if name == "type" and "enum" in each and len(each["enum"]) == 1:
            continue
        told = written(tongue, each)
        if name in HIDDEN_FIELDS and tongue.plain["null"] not in told.split(" | "):
            told += f" | {tongue.plain['null']}"
        yield name, told, name not in schema.get("required", ()), each.get("default")


def tag_of(schema: Schema) -> str | None:
    words: list[str] = schema["properties"].get("type", {}).get("enum", [])
    return words[0] if len(words) == 1 else None


# --- what is told ---


def rows() -> tuple[dict[str, Schema], dict[str, list[str]]]:
    """Every class of row, by name; and of each view, by kind or name, the classes of its rows.

    A class is named after the view that shows it, so that another view never changes what it is called.
    """
    views: dict[str, View] = {**OF_STREAM, **OF_SCOPE}
    classes: dict[str, Schema] = {}
    of_view: dict[str, list[str]] = {}
    for view, each in views.items():
        (schema,), components = msgspec.json.schema_components([each.shown], ref_template=f"{REF}{{name}}")
        plain = json.loads(json.dumps([schema, components]))
        names = {key: _name_in(view, str(told["title"]).partition("[")[0]) for key, told in components.items()}
        schema, named = renamed(plain[0], names), {names[key]: renamed(told, names) for key, told in plain[1].items()}
        if len(named) < len(names) or any(classes.get(name, told) != told for name, told in named.items()):
            raise ValueError(f"two classes of one name in {view}")
        classes |= named
        of_view[view] = [told["$ref"].removeprefix(REF) for told in schema.get("anyOf", [schema])]
    return classes, of_view


def _name_in(view: str, name: str) -> str:
    prefix = _camel(view)
    return name if name in SHARED or name.startswith(prefix) else prefix + name


def _camel(name: str) -> str:
    """`FundAllocated` of `fund.allocated`."""
    return "".join(part.title() for part in re.split(r"[-.]", name))


def events() -> tuple[dict[str, Schema], dict[str, str]]:
    """Every class of event and of what stands in one; and the class of each type, as the feed tells it."""
    components = Components()
    document = {
        "components": {"schemas": {}},
        "events": {type_of(event): components.schema(event, _camel(tag)) for tag, event in EVENTS.items()},
    }
    told = components.complete(document, {})
    classes = {name: each for name, each in told["components"]["schemas"].items() if name not in WORDS}
    return classes, {name: each["$ref"].removeprefix(REF) for name, each in told["events"].items()}


# --- Python ---


def python_classes(classes: Mapping[str, Schema]) -> str:
    return "\n\n".join(_python(name, schema) for name, schema in classes.items())


def _python(name: str, schema: Schema) -> str:
    if "properties" not in schema:
        return f"{name} = {written(PYTHON, schema)}\n"
    tag = tag_of(schema)
    tagged = "" if tag is None else f', tag_field="type", tag="{tag}"'
    lines = [f"class {name}(Struct, frozen=True, kw_only=True{tagged}):"]
    for field, told, optional, default in fields_of(PYTHON, schema):
        value = "()" if default == [] else repr(default)
        if isinstance(default, dict):
            told, value = f"{told} | None", "None"
        lines.append(f"    {field}: {told}" + (f" = {value}" if optional else ""))
    return "\n".join(lines if len(lines) > 1 else [*lines, "    pass"]) + "\n"


def python_rows() -> str:
    classes, of_view = rows()
    views = "".join(f'    "{view}": {" | ".join(names)},\n' for view, names in of_view.items())
    return (
        '"""The rows of every view, as the service shows them. Made by `python -m klynge.client_types`; nobody edits it."""\n\n'
        "from __future__ import annotations\n\nfrom typing import Any\n\nfrom msgspec import Struct\n\n"
        f"{python_classes(classes)}\n\nROWS: dict[str, Any] = {{\n{views}}}\n"
        '"""A kind of stream, or a view over many -> the rows of its topics."""\n'
    )


def python_events() -> str:
    classes, of_type = events()
    types = "".join(f'    "{type_}": {name},\n' for type_, name in of_type.items())
    return (
        '"""The events of the feed, by their types: what stands in `data.event`. Words that are private or erased are None.\n\n'
        'Made by `python -m klynge.client_types`; nobody edits it.\n"""\n\n'
        "from __future__ import annotations\n\nfrom msgspec import Struct\n\n"
        f"{python_classes(classes)}\n\nEVENTS: dict[str, type[Struct]] = {{\n{types}}}\n"
    )


# --- TypeScript ---


def typescript_classes(classes: Mapping[str, Schema]) -> str:
    return "\n".join(_typescript(name, schema) for name, schema in classes.items())


def _typescript(name: str, schema: Schema) -> str:
    if "properties" not in schema:
        return f"export type {name} = {written(TYPESCRIPT, schema)};\n"
    tag = tag_of(schema)
    lines = [f"export interface {name} {{"]
    if tag is not None:
        lines.append(f'  readonly type: "{tag}";')
    for field, told, optional, _ in fields_of(TYPESCRIPT, schema):
        lines.append(f"  readonly {field}{'?' if optional else ''}: {told};")
    return "\n".join([*lines, "}"]) + "\n"


def typescript_rows() -> str:
    classes, of_view = rows()
    views = "".join(f'  readonly "{view}": {" | ".join(names)};\n' for view, names in of_view.items())
    return (
        "/** The rows of every view, as the service shows them. Made by `python -m klynge.client_types`; nobody edits it. */\n\n"
        f"{typescript_classes(classes)}\n/** A kind of stream, or a view over many -> the rows of its topics. */\n"
        f"export interface RowsOf {{\n{views}}}\n"
    )


def typescript_events() -> str:
    classes, of_type = events()
    types = "".join(f'  readonly "{type_}": {name};\n' for type_, name in of_type.items())
    return (
        "/**\n * The events of the feed, by their types: what stands in `data.event`. Words that are private or erased are null.\n"
        " * Made by `python -m klynge.client_types`; nobody edits it.\n */\n\n"
        f"{typescript_classes(classes)}\n/** An event's type -> what it holds. */\n"
        f"export interface EventOf {{\n{types}}}\n"
    )


def files() -> dict[str, str]:
    """Path -> text, of all that is made."""
    python = {"clients/rows.py": python_rows(), "clients/events.py": python_events()}
    made = {path: _formatted(text) for path, text in python.items()}
    return {**made, "clients/ts/rows.ts": typescript_rows(), "clients/ts/events.ts": typescript_events()}


def _formatted(text: str) -> str:
    """As `make fix` would leave it."""
    ruff = [sys.executable, "-m", "ruff", "format", "--quiet", "--stdin-filename", "clients/rows.py", "-"]
    return subprocess.run(ruff, cwd=HOUSE, input=text, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    for path, text in files().items():
        (HOUSE / path).write_text(text)

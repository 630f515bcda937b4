"""OpenAPI 3.1 from the msgspec structs: the one model (architecture §6)."""

import json
from typing import Any

import msgspec

from domain.kernel import Command, Kind

REF = "#/components/schemas/{name}"
LATER = "#/later/"
"""Stands for a type until all are known; FastAPI copies an operation's description through its own models."""
PROBLEM: dict[str, Any] = {
    "title": "Problem",
    "description": "RFC 9457. `detail` is Danish, `detail_en` English; `code` stays the same for ever.",
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string"},
        "detail": {"type": "string"},
        "detail_en": {"type": "string"},
        "pointer": {"type": "string"},
    },
}
MEANINGS = {
    400: "Not JSON as we have it, or a header is missing or malformed.",
    401: "Not signed in.",
    403: "Neither seat nor office gives the right.",
    404: "No such thing, or none that you may know of.",
    409: "Refused by a rule; `code` names it.",
    412: "Overtaken: the stream has another version than If-Match.",
    422: "JSON, but not this command; or the key was used for another command.",
    428: "If-Match is required here.",
    503: "Too busy, or the outcome is not known: repeat with the same key.",
}


class Operations:
    """Gathers the types that operations name, and describes each operation."""

    def __init__(self) -> None:
        self._types: list[tuple[Any, str | None]] = []

    def command(self, kind: Kind, command: type[Command], answer: Any) -> dict[str, Any]:
        """What a door takes and answers."""
        first, _, rest = (command.__doc__ or "").partition("\n")
        name = f"{kind.name}.{command.verb}"
        schema = self._schema(command, "".join(part.title() for part in name.replace(".", "-").split("-")))
        return {
            "tags": [kind.name],
            "summary": first,
            "description": (rest.strip() + f"\n\nMay be given by: {', '.join(command.who)}.").strip(),
            "operationId": name,
            "parameters": [
                _path("scope"),
                _path("name"),
                _header("Idempotency-Key", True, "Repeats with the same key are answered alike."),
                _header("If-Match", command.needs_version, 'The version of the stream that was seen, `"12"`.'),
            ],
            "requestBody": {"required": True, "content": {"application/json": {"schema": schema}}},
            "responses": self._answer("On disk.", answer) | _problems(400, 401, 403, 404, 409, 412, 422, 428, 503),
        }

    def read(self, tag: str, summary: str, answer: Any, parameters: list[dict[str, Any]]) -> dict[str, Any]:
        """What a view answers."""
        return {
            "tags": [tag],
            "summary": summary,
            "parameters": parameters,
            "responses": self._answer("As of the position it names.", answer) | _problems(400, 401, 403, 404, 503),
        }

    def complete(self, document: dict[str, Any]) -> dict[str, Any]:
        """The document with every type described once, under a name that stays."""
        schemas, components = msgspec.json.schema_components([type_ for type_, _ in self._types], ref_template=REF)
        names = _names(components)
        for schema, (_, name) in zip(schemas, self._types, strict=True):
            if name is not None:
                names[schema["$ref"].removeprefix(REF.format(name=""))] = name
        if len(set(names.values())) < len(names):
            raise ValueError(f"two types of one name: {sorted(names.values())}")
        # Through JSON once: a default `()` stays a tuple otherwise, and no validator knows those.
        plain = json.loads(json.dumps([schemas, components]))
        told = [_renamed(schema, names) for schema in plain[0]]
        described = {names[key]: _renamed(schema, names) | {"title": names[key]} for key, schema in plain[1].items()}
        document.setdefault("components", {})["schemas"] = described | {"Problem": PROBLEM}
        return _resolved(document, told)  # type: ignore[no-any-return]

    def _answer(self, description: str, type_: Any) -> dict[str, Any]:
        schema = self._schema(type_, None)
        return {"200": {"description": description, "content": {"application/json": {"schema": schema}}}}

    def _schema(self, type_: Any, name: str | None) -> dict[str, Any]:
        """Stands for a type until all are known."""
        self._types.append((type_, name))
        return {"$ref": f"{LATER}{len(self._types) - 1}"}


def _names(components: dict[str, Any]) -> dict[str, str]:
    """msgspec's component names -> ours: the class's own name; after its module where two share one; `Shown` for rows."""
    names: dict[str, str] = {}
    for key, schema in components.items():
        ours, _, parameters = str(schema.get("title", key)).partition("[")
        module = key.split("_")[0].split(".")[:-1] if "." in key.split("_typing")[0].split("_Union")[0] else []
        if module:
            ours = module[-1].title() + ours
        names[key] = f"{ours}Shown" if "None" in parameters else ours
    return names


def _renamed(schema: Any, names: dict[str, str]) -> Any:
    prefix = REF.format(name="")
    if isinstance(schema, dict):
        return {key: _renamed(value, names) for key, value in schema.items()}
    if isinstance(schema, list):
        return [_renamed(each, names) for each in schema]
    if isinstance(schema, str) and schema.startswith(prefix):
        return prefix + names[schema.removeprefix(prefix)]
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


def _path(name: str) -> dict[str, Any]:
    schema = {"type": "string", "pattern": f"^[a-z0-9-]{{1,{40 if name == 'scope' else 80}}}$"}
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _header(name: str, required: bool, description: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "header",
        "required": required,
        "description": description,
        "schema": {"type": "string"},
    }


def query(name: str, description: str, type_: str = "string") -> dict[str, Any]:
    """A query parameter."""
    return {"name": name, "in": "query", "required": False, "description": description, "schema": {"type": type_}}


def _problems(*statuses: int) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {str(status): {"description": MEANINGS[status], "content": content} for status in statuses}

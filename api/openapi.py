"""OpenAPI 3.1 from the msgspec structs: the one model (architecture §6). Each route tells here what it takes and answers."""

from collections.abc import Iterable
from types import UnionType
from typing import Any, Union, get_args, get_origin

from api.components import REF, Components
from domain.assurance import Assurance
from domain.kernel import Command, Kind
from domain.names import NAME, SCOPE

PROBLEM: dict[str, Any] = {
    "title": "Problem",
    "description": "RFC 9457. `detail` is Danish, `detail_en` English; `code` stays the same for ever.",
    "type": "object",
    "required": ["type", "title", "status", "detail", "detail_en", "code"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string"},
        "detail": {"type": "string"},
        "detail_en": {"type": "string"},
        "pointer": {"type": "string", "description": "422: the field (RFC 6901)."},
        "params": {
            "type": "object",
            "description": "409: what the rule looked at; ids, labels and numbers, never text.",
            "additionalProperties": {"type": ["string", "integer"]},
        },
        "version": {"type": "integer", "description": "412: the version that the stream has now."},
        "restart_at": {"type": "string", "description": "409 of the feed: the cursor to begin again with."},
    },
}
MEANINGS = {
    400: "Not JSON as we have it, or an address, a header or a parameter is missing or malformed.",
    401: "Not signed in.",
    403: "Neither seat nor office gives the right; or a page's write without `Klynge-Request`.",
    404: "No such thing, or none that you may know of.",
    409: "Refused by a rule; `code` names it.",
    412: "Overtaken: the stream has another version than If-Match.",
    413: "Larger than may be sent here.",
    422: "JSON, but not this command; or the key was used for another command.",
    428: "If-Match is required here.",
    429: "More than you, or your address, may ask for in a minute; `Retry-After` says when to come back.",
    503: "Too busy, or the outcome is not known: repeat with the same key.",
}
SECURITY = {
    "token": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "An access token of the issuer.",
    },
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "__Host-klynge",
        "description": "A page's session. Its writes carry the header `Klynge-Request` too.",
    },
}
TOO_MANY = 429
"""What any door may say."""
KEY = "^[!-~]{8,128}$"
"""What an Idempotency-Key looks like."""
ETAG = {"ETag": {"description": "For `If-None-Match`.", "schema": {"type": "string"}}}


class Operations:
    """Every operation, in the order the routes were made."""

    def __init__(self) -> None:
        self._components = Components()
        self._paths: dict[str, dict[str, Any]] = {}
        self._tags: dict[str, str] = {}

    def tag(self, name: str, description: str) -> None:
        self._tags[name] = description

    def command(self, path: str, kind: Kind, command: type[Command], answer: Any) -> None:
        """What a door takes and answers."""
        first, _, rest = (command.__doc__ or "").partition("\n")
        operation_id = f"{kind.name}.{command.verb}"
        self.tag(kind.name, kind.danish)
        self.add(
            "post",
            path,
            tag=kind.name,
            operation_id=operation_id,
            summary=first,
            description=f"{rest.strip()}\n\n{_who_and_how_sure(command)}".strip(),
            parameters=[
                *path_parameters("scope", "name"),
                _header("Idempotency-Key", True, "Repeats with the same key are answered alike.", KEY),
                _header("If-Match", command.needs_version, 'The version of the stream that was seen, `"12"`.'),
            ],
            body=self._components.schema(command, _title(operation_id)),
            answers={200: described("On disk.", self.schema(answer), headers=ETAG)},
            problems=(400, 401, 403, 404, 409, 412, 422, 428, 503),
        )

    def schema(self, type_: Any, name: str | None = None) -> dict[str, Any]:
        """What stands for a type in an answer or a body."""
        return self._components.schema(type_, name)

    def row_names(self, view: str, shown: Any) -> None:
        """Name a view's rows after it, so that a client's `FundStreamRow` stays when another view gets a `StreamRow` too."""
        for row in get_args(shown) if get_origin(shown) in (Union, UnionType) else (shown,):
            self._components.schema(row, f"{_title(view)}{(get_origin(row) or row).__name__}")

    def add(
        self,
        method: str,
        path: str,
        *,
        tag: str,
        operation_id: str,
        summary: str,
        answers: dict[int, dict[str, Any]],
        problems: Iterable[int],
        parameters: list[dict[str, Any]] | None = None,
        body: dict[str, Any] | None = None,
        description: str = "",
        media_type: str = "application/json",
        is_open: bool = False,
    ) -> None:
        """An operation. `is_open`: nobody need be signed in."""
        operation: dict[str, Any] = {"tags": [tag], "summary": summary, "operationId": operation_id}
        if description:
            operation["description"] = description
        if parameters:
            operation["parameters"] = parameters
        if body is not None:
            operation["requestBody"] = {"required": True, "content": {media_type: {"schema": body}}}
        responses = {status: _problem(MEANINGS[status]) for status in (*problems, TOO_MANY)} | answers
        operation["responses"] = {str(status): responses[status] for status in sorted(responses)}
        operation["responses"]["default"] = _problem("Any other no; `code` names it.")
        if is_open:
            operation["security"] = []
        self._paths.setdefault(path, {})[method] = operation

    def document(self, title: str, version: str, description: str) -> dict[str, Any]:
        """The whole, valid OpenAPI 3.1."""
        document = {
            "openapi": "3.1.0",
            "info": {"title": title, "version": version, "description": description},
            "tags": [{"name": name, "description": told} for name, told in self._tags.items()],
            "security": [{name: []} for name in SECURITY],
            "paths": self._paths,
            "components": {"securitySchemes": SECURITY},
        }
        return self._components.complete(document, {"Problem": PROBLEM})


def _title(name: str) -> str:
    """`MeetingRecordDecision` of `meeting.record-decision`."""
    return "".join(part.title() for part in name.replace(".", "-").split("-"))


def path_parameters(*names: str) -> list[dict[str, Any]]:
    """`scope` and `name` of an address."""
    patterns = {"scope": SCOPE, "name": NAME}
    return [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string", "pattern": f"^{patterns[name]}$"}}
        for name in names
    ]


def _who_and_how_sure(command: type[Command]) -> str:
    who = f"May be given by: {', '.join(command.who)}."
    if command.assurance is Assurance.LOW:
        return who
    return f"{who} Asks for a sign-in at the NSIS level {command.assurance.en} ({command.assurance.da})."


def _header(name: str, required: bool, description: str, pattern: str | None = None) -> dict[str, Any]:
    return {
        "name": name,
        "in": "header",
        "required": required,
        "description": description,
        "schema": {"type": "string"} if pattern is None else {"type": "string", "pattern": pattern},
    }


def query(name: str, description: str, type_: str = "string") -> dict[str, Any]:
    """A query parameter."""
    return {"name": name, "in": "query", "required": False, "description": description, "schema": {"type": type_}}


def many(name: str, description: str) -> dict[str, Any]:
    """A query parameter that may stand several times."""
    return query(name, description) | {"schema": {"type": "array", "items": {"type": "string"}}}


def described(
    description: str,
    schema: dict[str, Any] | None = None,
    media_type: str = "application/json",
    headers: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """An answer."""
    answer: dict[str, Any] = {"description": description}
    if headers:
        answer["headers"] = headers
    if schema is not None:
        answer["content"] = {media_type: {"schema": schema}}
    return answer


def _problem(description: str) -> dict[str, Any]:
    return described(description, {"$ref": f"{REF}Problem"}, "application/problem+json")

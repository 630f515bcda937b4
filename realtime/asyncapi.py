"""AsyncAPI 3.0 of the live protocol, made of the very structs that are sent: `/asyncapi.json`.

One socket carries all topics, so the topics are channels of their own beside it, with the rows that each of them sends.
"""

import json
from typing import Any, get_args
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from domain.names import NAME, SCOPE
from projections.cloud_event import CloudEvent
from projections.thin_event import ThinEvent
from projections.view import View
from projections.views import OF_SCOPE, OF_STREAM
from realtime import messages
from realtime.closing import CAUSES, Close, comes_back
from realtime.handshake import PATH
from realtime.messages import SUBPROTOCOL, TICKET_PREFIX
from realtime.onlookers import CHANGES
from realtime.welcome import LIMITS

REF = "#/components/schemas/"
ANSWERS: dict[type[Struct], tuple[type[Struct], ...]] = {
    messages.Hello: (messages.Welcome, messages.Bye),
    messages.Auth: (messages.Ok, messages.Error),
    messages.Sub: (messages.Ok, messages.Error),
    messages.Unsub: (messages.Ok,),
    messages.Attend: (messages.Ok, messages.Error),
    messages.Ping: (messages.Pong,),
}
"""A message of a client -> what answers it."""
OF_TOPICS = (messages.Snap, messages.Changed, messages.Sync, messages.Reset, messages.Access, messages.Presence)
OF_CHANGES = (messages.Events, messages.Sync, messages.Reset)
DESCRIPTION = """Rows and events as they change, over one websocket.

Say `hello`, then `sub` for each topic; every frame names the position it stands for and, by `prev`, the one it follows on.
What does not follow on is asked for again from one's own cursor. Fields and messages that a client does
not know are passed over."""
SECURITY = {
    "ticket": {
        "type": "httpApiKey",
        "in": "header",
        "name": "Sec-WebSocket-Protocol",
        "description": f"Of pages: `{SUBPROTOCOL}, {TICKET_PREFIX}<ticket>` with a one-use ticket of `POST /v1/tickets`.",
    },
    "token": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "Of other clients: an access token of the issuer, in `hello`.",
    },
}


def asyncapi(public_url: str) -> dict[str, Any]:
    """The whole document, of a service at this address."""
    to_server, to_client = get_args(messages.FromClient), get_args(messages.FromServer)
    views = {**OF_STREAM, **OF_SCOPE}
    address = urlsplit(public_url)
    return {
        "asyncapi": "3.0.0",
        "info": {"title": "Klynge live", "version": "1", "description": DESCRIPTION},
        "defaultContentType": "application/json",
        "servers": {
            "live": {
                "host": address.netloc,
                "pathname": PATH,
                "protocol": "wss" if address.scheme == "https" else "ws",
                "security": [{"$ref": f"#/components/securitySchemes/{name}"} for name in SECURITY],
            }
        },
        "channels": {
            "live": {
                "address": PATH,
                "title": "The socket",
                "messages": _references((*to_server, *to_client)),
                "bindings": {"ws": {"method": "GET"}},
            },
            CHANGES: _channel(CHANGES, "Every event one may know of, as CloudEvents 1.0.", OF_CHANGES),
            **{name: _topic(name, kind_of_address=name in OF_STREAM) for name in views},
        },
        "operations": {
            **{_tag(each): _asked(each) for each in to_server},
            **{f"told-{_tag(each)}": _told(each) for each in to_client},
        },
        "components": {
            "messages": {_tag(each): _message(each) for each in (*to_server, *to_client)},
            "schemas": _schemas((*to_server, *to_client), views),
            "securitySchemes": SECURITY,
        },
        "x-close-codes": [
            {"code": code.value, "name": code.name.lower().replace("_", "-"), "returns": comes_back(code)}
            | {"description": CAUSES[code]}
            for code in Close
        ],
        "x-limits": LIMITS,
    }


def rows_of(view: str) -> str:
    """The schema of a view's rows, by name."""
    return f"rows.{view}"


def _schemas(sent: tuple[type[Struct], ...], views: dict[str, View]) -> dict[str, Any]:
    """Every message, and a row of each view."""
    shown = [view.shown for view in views.values()]
    told, schemas = msgspec.json.schema_components(
        [*sent, CloudEvent, ThinEvent, *shown], ref_template=f"{REF}{{name}}"
    )
    # Through JSON once: a default `()` stays a tuple otherwise, and no validator knows those.
    rows = {rows_of(view): row for view, row in zip(views, told[len(sent) + 2 :], strict=True)}
    plain: dict[str, Any] = _without_discriminators(json.loads(json.dumps(schemas | rows)))
    plain["Events"]["properties"]["events"]["items"] = {
        "anyOf": [{"$ref": f"{REF}CloudEvent"}, {"$ref": f"{REF}ThinEvent"}]
    }
    return plain


def _without_discriminators(schema: Any) -> Any:
    """OpenAPI's word for what tells a union's members apart means something else in AsyncAPI; each tells by its own tag."""
    if isinstance(schema, dict):
        kept = {
            key: each
            for key, each in schema.items()
            if not (key == "discriminator" and isinstance(each, dict) and "mapping" in each)
        }
        return {key: _without_discriminators(each) for key, each in kept.items()}
    return [_without_discriminators(each) for each in schema] if isinstance(schema, list) else schema


def _topic(view: str, *, kind_of_address: bool) -> dict[str, Any]:
    address = f"{{scope}}/{view}/{{name}}" if kind_of_address else f"{{scope}}/{view}"
    channel = _channel(address, f"The rows of the view {view}: a topic that `sub` names.", OF_TOPICS)
    patterns = {"scope": SCOPE, "name": NAME} if kind_of_address else {"scope": SCOPE}
    channel["parameters"] = {name: {"description": f"`{pattern}`"} for name, pattern in patterns.items()}
    channel["x-rows"] = {"$ref": f"{REF}{rows_of(view)}"}
    return channel


def _channel(address: str, description: str, carried: tuple[type[Struct], ...]) -> dict[str, Any]:
    return {"address": address, "description": description, "messages": _references(carried)}


def _references(carried: tuple[type[Struct], ...]) -> dict[str, Any]:
    return {_tag(each): {"$ref": f"#/components/messages/{_tag(each)}"} for each in carried}


def _asked(message: type[Struct]) -> dict[str, Any]:
    """What a client says, and what answers it."""
    channel = {"$ref": "#/channels/live"}
    answers = [{"$ref": f"#/channels/live/messages/{_tag(each)}"} for each in ANSWERS[message]]
    return _operation("receive", message) | {"reply": {"channel": channel, "messages": answers}}


def _told(message: type[Struct]) -> dict[str, Any]:
    return _operation("send", message)


def _operation(action: str, message: type[Struct]) -> dict[str, Any]:
    """Seen from the service: it receives what clients send."""
    return {
        "action": action,
        "channel": {"$ref": "#/channels/live"},
        "summary": (message.__doc__ or "").partition("\n")[0],
        "messages": [{"$ref": f"#/channels/live/messages/{_tag(message)}"}],
    }


def _message(message: type[Struct]) -> dict[str, Any]:
    return {
        "name": _tag(message),
        "summary": (message.__doc__ or "").partition("\n")[0],
        "payload": {"$ref": f"{REF}{message.__name__}"},
    }


def _tag(message: type[Struct]) -> str:
    return str(message.__struct_config__.tag)

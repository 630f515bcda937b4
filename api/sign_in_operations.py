"""What the routes of `sign_in.py` take and answer, for OpenAPI."""

from typing import Any

from api.openapi import Operations, described, query
from api.roles import SignedIn
from api.sign_in import Redeem, Ticket

TAG = "sign-in"
REQUEST_HEADER = {
    "name": "Klynge-Request",
    "in": "header",
    "required": True,
    "description": "Any value: that one of our pages meant it, as no other site can send it.",
    "schema": {"type": "string"},
}
ORIGIN = {
    "name": "Origin",
    "in": "header",
    "required": True,
    "description": "The page's, one of KLYNGE_ORIGINS; the ticket is good from there alone.",
    "schema": {"type": "string"},
}
COOKIE = {"Set-Cookie": {"description": "The session.", "schema": {"type": "string"}}}


def describe_sign_in(operations: Operations) -> None:
    """Signing in and out, and tickets for sockets."""
    operations.tag(TAG, "login")
    _describe_flow(operations)
    signed_in = operations.schema(SignedIn)
    operations.add(
        "get",
        "/v1/session",
        tag=TAG,
        operation_id="session.show",
        summary="Who is signed in, and what they hold today",
        answers={200: described("Whoever asks.", signed_in)},
        problems=(401, 503),
    )
    operations.add(
        "post",
        "/v1/session",
        tag=TAG,
        operation_id="session.begin",
        summary="Sign in by a one-use code",
        parameters=[REQUEST_HEADER],
        body=operations.schema(Redeem),
        answers={200: described("Signed in.", signed_in, headers=COOKIE)},
        problems=(400, 401, 403, 404, 422),
        is_open=True,
    )
    operations.add(
        "delete",
        "/v1/session",
        tag=TAG,
        operation_id="session.end",
        summary="Sign out",
        parameters=[REQUEST_HEADER],
        answers={204: described("Signed out, also where nobody was signed in.", headers=COOKIE)},
        problems=(403,),
        is_open=True,
    )
    operations.add(
        "post",
        "/v1/tickets",
        tag=TAG,
        operation_id="ticket.issue",
        summary="A one-use ticket for a socket",
        parameters=[REQUEST_HEADER, ORIGIN],
        answers={200: described("The sub-protocol to offer is `ticket.` and this.", operations.schema(Ticket))},
        problems=(401, 403, 503),
    )


def _describe_flow(operations: Operations) -> None:
    """The two addresses a browser passes on its way to the issuer and back."""
    for path, operation_id, summary, parameters, problems in (
        (
            "/v1/sign-in",
            "sign-in.begin",
            "Start signing in at the issuer",
            [
                query("next", "Where to go afterwards: a path of this site."),
                query("level", "How sure the sign-in must be: low, substantial (where nothing is asked) or high."),
                query("as", "Whom to sign in as: the development issuer need not ask then."),
            ],
            (400,),
        ),
        (
            "/v1/sign-in/callback",
            "sign-in.finish",
            "Come back from the issuer",
            [
                query(name, "As the issuer gives it (RFC 6749 §4.1.2, RFC 9207).")
                for name in ("code", "state", "iss", "error")
            ],
            (),
        ),
    ):
        operations.add(
            "get",
            path,
            tag=TAG,
            operation_id=operation_id,
            summary=summary,
            parameters=parameters,
            answers={303: _elsewhere()},
            problems=problems,
            is_open=True,
        )


def _elsewhere() -> dict[str, Any]:
    location = {"Location": {"description": "Where to go on.", "schema": {"type": "string", "format": "uri-reference"}}}
    return described("Go on elsewhere.", headers=location)

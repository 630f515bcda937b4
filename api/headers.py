"""Headers of every answer: what a browser may do with it. What an answer says itself stands; the strictest fills the rest."""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types 'none'"
"""No text becomes markup or script but what the page's own code puts together."""
NO_DOCUMENT = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox; " + TRUSTED_TYPES
)
"""Of what is no page of ours: opened by itself it runs, loads and sends nothing."""
ALWAYS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
WHERE_NOTHING_IS_SAID: Mapping[str, str] = {
    "Content-Security-Policy": NO_DOCUMENT,
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}
HTTPS_ONLY = "max-age=63072000"
"""Two years. Other hosts of the domain are others' affair, so they are not included (RFC 6797 §6.1)."""


def headers_for(public_url: str) -> dict[str, str]:
    """What goes with every answer of a service at this address."""
    over_https = {"Strict-Transport-Security": HTTPS_ONLY} if public_url.startswith("https:") else {}
    return {**WHERE_NOTHING_IS_SAID, **ALWAYS, **over_https}


class WithHeaders:
    """An application whose every answer carries them, errors too."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self._app = app
        self._headers = tuple(headers.items())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = MutableHeaders(scope=message)
                for name, value in self._headers:
                    said.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with)

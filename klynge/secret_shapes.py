"""Secrets by their shape, which no report may hold: whoever reads the logs must not be able to sign in, nor open a text.

A report names what went wrong by its own words; where a secret stood in them, `…` stands. Sealed words never get here: no
report shows what variables held.
"""

import re

GONE = "…"
LONG = 40
"""So many letters in a run, large and small, are no name but a secret: codes, states, verifiers, keys."""

HEADERS = "authorization|proxy-authorization|cookie|set-cookie|sec-websocket-protocol"
FIELDS = (
    "access_token|refresh_token|id_token|client_assertion|code_verifier|verifier|"
    "password|passwd|secret|master_key|ticket|token|nonce"
)

SHAPES: tuple[tuple[re.Pattern[str], str], ...] = (
    # A JSON Web Token, or its beginning.
    (re.compile(r"eyJ[A-Za-z0-9_-]{6,}(?:\.[A-Za-z0-9_-]*){0,4}"), GONE),
    (re.compile(r"\b(bearer|basic|dpop)\s+[^\s\"',;]+", re.IGNORECASE), rf"\1 {GONE}"),
    # A header, in whatever form of mapping or list it is shown.
    (re.compile(rf"\b({HEADERS})(\\?[\"']?\s*[:=,]\s*)(b?\\?[\"'])(?:[^\"'\\]|\\.)*", re.IGNORECASE), rf"\1\2\3{GONE}"),
    (re.compile(rf"\b({HEADERS})(:\s*)[^\"'\n]+", re.IGNORECASE), rf"\1\2{GONE}"),
    (re.compile(r"\b((?:__Host-)?klynge(?:-[a-z]+)?=)[^;\s\"']+"), rf"\1{GONE}"),
    # A query or a form.
    (re.compile(r"([?&#](?:code|kode|state|login_hint)=)[^&\s\"']+"), rf"\1{GONE}"),
    (re.compile(rf"\b((?:{FIELDS})\\?[\"']?\s*[:=]\s*\\?[\"']?)[^\s\"'&,;)}}\\]+", re.IGNORECASE), rf"\1{GONE}"),
    # The password in an address.
    (re.compile(r"(://[^/\s:@\"']*:)[^/\s@\"']+(?=@)"), rf"\1{GONE}"),
    # A key that signs heads, as its file holds it.
    (re.compile(r"PRIVATE\+KEY\+[^\s\"',;]+"), GONE),
    # Bytes as Python shows them: keys, boxes, bodies.
    (re.compile(r"\bb(\\?[\"'])(?:(?!\1)(?:[^\\]|\\.)){16,}"), rf"b\1{GONE}"),
    (re.compile(r"[A-Za-z0-9+/]{43}="), GONE),
    # Sessions and tickets; the hash of a file is none.
    (re.compile(r"(?<!sha256\": \")(?<!sha256=')(?<!sha256=)\b[0-9a-f]{64}\b"), GONE),
    (re.compile(rf"(?<![\w-])(?=[\w-]*[A-Z])(?=[\w-]*[a-z])[A-Za-z0-9_-]{{{LONG},}}"), GONE),
)


def without_secrets(text: str) -> str:
    """A text without the secrets in it."""
    for shape, instead in SHAPES:
        text = shape.sub(instead, text)
    return text

"""Addresses that people and settings give: of mail, and of what never leaves the machine. Read without a framework around them."""

import re
from email.headerregistry import Address
from ipaddress import ip_address
from urllib.parse import urlsplit

ADDRESS_CHARS_MAX = 254
"""Of mail: RFC 5321 §4.5.3.1.3, less the angle brackets."""
TOP_LEVEL = re.compile(r"[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{1,59}", re.ASCII)


def is_address(text: str) -> bool:
    """Whether a mail can be sent there: one address (RFC 5321 §4.1.2, its common form), and nothing that begins a header."""
    try:
        address = Address(addr_spec=text)
    except Exception:
        return False  # the library says no in many ways
    is_plain = text.isascii() and text.isprintable() and " " not in text and len(text) <= ADDRESS_CHARS_MAX
    # A machine told by its number may be any that the mail server reaches, also within; a name that is open to all ends in letters.
    top = address.domain.rpartition(".")[2]
    return is_plain and address.addr_spec == text and "." in address.domain and TOP_LEVEL.fullmatch(top) is not None


def is_loopback(url: str) -> bool:
    """Whether an address never leaves the machine."""
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

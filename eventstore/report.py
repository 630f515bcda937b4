"""Reports of what went wrong, for whoever runs the house. One that cannot be written stops nobody.

The disk that is full is often the one the report would go to; the thread that reports must live on.
"""

from contextlib import suppress
from typing import Any

import structlog

log = structlog.get_logger()


def report(what: str, **about: Any) -> None:
    """Say that something went wrong. With `exc_info=True`, and where it came from."""
    with suppress(OSError, ValueError):  # full, or closed
        log.error(what, **about)

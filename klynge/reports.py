"""Reports: what the process says of itself, in one form: readable on a terminal, else one JSON object a line.

A traceback names places and never shows what variables hold: there stand the words that the record seals. What remains is read once
more for secrets, whoever wrote it.
"""

import logging
import sys
import threading
from typing import Any, TextIO

import structlog
from structlog.dev import ConsoleRenderer, plain_traceback
from structlog.processors import JSONRenderer, TimeStamper, add_log_level, format_exc_info
from structlog.stdlib import ProcessorFormatter

from eventstore.report import report
from klynge.secret_shapes import without_secrets


def configure_reports(out: TextIO) -> None:
    """Let everything that reports, the server's own loggers included, write to `out`."""
    head: list[Any] = [add_log_level, TimeStamper(fmt="iso", utc=True)]
    form: list[Any] = (
        [ConsoleRenderer(exception_formatter=plain_traceback)] if out.isatty() else [format_exc_info, JSONRenderer()]
    )
    form.append(_without_secrets)
    structlog.configure(processors=[*head, *form], logger_factory=structlog.PrintLoggerFactory(out))
    others = logging.StreamHandler(out)
    others.setFormatter(
        ProcessorFormatter(foreign_pre_chain=head, processors=[ProcessorFormatter.remove_processors_meta, *form])
    )
    logging.getLogger().handlers = [others]
    sys.excepthook = lambda cls, error, trace: report("process.failed", exc_info=(cls, error, trace))
    threading.excepthook = _thread_failed


def _without_secrets(_: Any, __: str, rendered: str) -> str:
    return without_secrets(rendered)


def _thread_failed(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_value is not None:
        error = (failed.exc_type, failed.exc_value, failed.exc_traceback)
        report("thread.failed", thread=failed.thread.name if failed.thread else None, exc_info=error)

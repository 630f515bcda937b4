"""Reports of defects: where it went wrong, and not one word of what people wrote."""

import io
import json
import logging
import signal
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import structlog

from eventstore.report import report
from klynge.commands import app
from klynge.reports import configure_reports
from tests.eventstore.test_defects import deciding
from tests.klynge.process import House, Running
from tests.outside import copied, outside, problem
from tests.ports import free_port

WORDS = "Hjertet slår uregelmæssigt"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is said how is one setting of the whole process; another test may have let the server set its own."""
    before, handlers = structlog.get_config(), logging.getLogger().handlers
    for name in ("uvicorn", "uvicorn.error"):
        monkeypatch.setattr(logging.getLogger(name), "handlers", [])
        monkeypatch.setattr(logging.getLogger(name), "propagate", True)
    yield
    structlog.configure(**before)
    logging.getLogger().handlers = handlers


def go_wrong() -> None:
    words = WORDS
    try:
        assert len(words) // 0
    except ZeroDivisionError:
        report("writer.defect", exc_info=True)
        logging.getLogger("uvicorn.error").error("Exception in ASGI application", exc_info=True)


def test_outside_a_terminal_a_report_is_a_line_of_json_without_a_word_of_what_was_written() -> None:
    out = io.StringIO()
    configure_reports(out)
    go_wrong()
    first, second = (json.loads(line) for line in out.getvalue().splitlines())
    assert (first["event"], second["event"]) == ("writer.defect", "Exception in ASGI application")
    for told in (first, second):
        assert {"level", "timestamp"} <= told.keys()
        assert told["level"] == "error"
        assert "in go_wrong" in told["exception"]
        assert "ZeroDivisionError" in told["exception"]
    assert WORDS not in out.getvalue()


def test_on_a_terminal_neither() -> None:
    out = Terminal()
    configure_reports(out)
    go_wrong()
    assert out.getvalue().count("ZeroDivisionError") == 2
    assert WORDS not in out.getvalue()


def test_unless_it_is_told_the_library_shows_the_words() -> None:
    """The control: the word is there to be shown."""
    out = Terminal()
    structlog.reset_defaults()
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(out))
    go_wrong()
    assert WORDS in out.getvalue()


def test_the_command_line_shows_no_variables_either() -> None:
    assert app.pretty_exceptions_show_locals is False


def test_a_defect_that_a_request_meets_is_reported_without_its_words(
    mid_item_2: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.StringIO()
    configure_reports(out)
    deciding(monkeypatch, lambda: 1 // 0)
    with outside(copied(mid_item_2, tmp_path)) as house:
        body = {"name": WORDS, "party_kind": "municipality"}
        answer = house.give("secretary", "dk/party/defect/register", body)
        assert (answer.status_code, problem(answer)["code"]) == (500, "internal")
    told = [json.loads(line) for line in out.getvalue().splitlines()]
    assert any("ZeroDivisionError" in each["exception"] for each in told)
    assert WORDS not in json.dumps(told, ensure_ascii=False)


def test_the_process_reports_so(tmp_path: Path) -> None:
    """An issuer that is not there is reported by the process itself."""
    house = House(tmp_path)
    house.run("init", "syddanmark")
    with Running(house, "serve", KLYNGE_ISSUER=f"http://127.0.0.1:{free_port()}") as running:
        running.answers("/health/live", live=True)
        answer = httpx.get(f"{house.url}/v1/lillebaelt/decisions", headers={"Authorization": "Bearer x.y.z"})
        said = running.told(signal.SIGTERM)
    assert answer.status_code in (401, 503)
    assert [json.loads(line)["event"] for line in said.err.splitlines()] == ["identity.keys-unread"]

"""A way leads out of what was asked for: of an auditor every topic that it came by is noted."""

import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest
from starlette.requests import Request

from api import lineage
from api.turns import Turns
from projections.sight import Opened
from tests.projections.test_krone import AUDITOR, HANDED, PAID_THERE, SUCCESSOR, TO_PAYMENT, house
from tests.projections.two_funds import FUND


class Shelf:
    """Of a record in memory. It keeps what it is told to note."""

    def __init__(self) -> None:
        self.reading = house(*TO_PAYMENT, *HANDED, PAID_THERE).reading
        self.kept_log = None
        self.turns, self.epoch = Turns(), "first"
        self.identity = SimpleNamespace(of=lambda request: SimpleNamespace(person=AUDITOR))
        self.noted: list[str] = []

    def note_reads(self, reader: str, topic: str, opened: Opened, via: str) -> None:
        assert (reader, via) == (AUDITOR, "view")
        self.noted.append(topic)


@pytest.fixture(autouse=True)
def nothing_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts of this record are not sealed, so rows that hold one are no answer."""
    monkeypatch.setattr(lineage, "msgspec", SimpleNamespace(json=SimpleNamespace(encode=lambda told: b"")))


def noted(way: Callable[[Any], lineage.Endpoint], address: str, asked: str) -> list[str]:
    shelf = Shelf()
    _, scope, *_ = address.removeprefix("/").split("/")
    told = {"type": "http", "method": "GET", "path": address, "query_string": asked.encode(), "headers": []}
    answer = asyncio.run(cast(Any, way(shelf)(Request({**told, "path_params": {"scope": scope}}))))
    assert answer.status_code == 200
    return shelf.noted


def test_of_a_krone_every_fund_is_noted_that_it_came_by() -> None:
    assert noted(lineage._krone, f"/v1/{SUCCESSOR}/krone", "posting=2&direction=back") == [SUCCESSOR, FUND]
    assert noted(lineage._krone, f"/v1/{FUND}/krone", "posting=2&direction=back") == [FUND]


def test_of_a_way_the_lineage_of_every_scope_is_noted_that_it_leads_through() -> None:
    there, here = (f"{fund.partition('/')[0]}/lineage" for fund in (SUCCESSOR, FUND))
    of = SUCCESSOR.partition("/")[2]
    assert set(noted(lineage._way, f"/v1/{there}/way", f"of={of}&direction=back")) == {there, here}

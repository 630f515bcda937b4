"""The control of the hunt: a leak that is planted in a house is found by the same search, of whatever kind it is."""

import sys
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

import api.views
from api.views import _Paging
from domain.mask import Mask
from projections.reading import Reading
from projections.rows import Page
from projections.sight import Eyes, shown
from projections.views import OF_SCOPE
from tests.canary import doors
from tests.canary.conftest import Hunted
from tests.canary.ears import ear, quiet
from tests.canary.frames import held_at
from tests.canary.house import Outdoors
from tests.canary.hunt import Hunt
from tests.canary.secrets_kept import Level
from tests.outside import Outside, copied, outside

PART = "observer"
"""Entitled in the cluster, and inside nowhere."""


@pytest.fixture(scope="module")
def again(hunted: Hunted, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    """The house of the hunt, in this process, where leaks can be planted."""
    folder: Path = copied(hunted.folder, tmp_path_factory.mktemp("planted"))
    with outside(folder, KLYNGE_STORE=f"sqlite:///{folder}/klynge.db") as house:
        yield house


@pytest.fixture
async def outdoors(again: Outside) -> AsyncIterator[Outdoors]:
    clients = Outdoors(again.url, again.settings)
    yield clients
    await clients.close()


async def leaks(hunted: Hunted, outdoors: Outdoors, kinds: set[str], **query: str | int) -> list[str]:
    """What the search finds when an outsider asks at doors of those kinds."""
    hunt = Hunt(outdoors, seed=1)
    hunt.laws, law, world = hunted.hunt.laws, hunted.hunt.laws[-1], hunted.worlds[-1]
    described = await doors.description(outdoors)
    found = [each for each in doors.doors(described, world, Random(1)) if each.kind in kinds]
    found = [each._replace(query=each.query | query) for each in found]
    async for kind, answer in doors.read(outdoors, PART, found, Random(1)):
        hunt.search(kind, PART, answer, law)
    return hunt.found.leaks


def without_mask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Eyes, "_is_hidden", lambda self, origin: False)


def with_every_title(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("projections.meetings", "projections.decisions", "projections.meeting.show"):
        monkeypatch.setattr(sys.modules[name], "hides_title", lambda *told: False)


def with_all_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    row = Reading.row

    def of_an_insider(self: Reading, topic: str, mask: Mask, *asked: Any) -> Any:
        inside = self.mask(topic, "dk/person/secretary")
        return row(self, topic, inside or mask, *asked)

    monkeypatch.setattr(Reading, "row", of_an_insider)


def naming_hidden_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page goes on after whatever row came last, shown or not."""

    def page(self: _Paging, reading: Reading, mask: Mask, _: Any) -> Generator[None, None, Page]:
        yield
        topic, view = self.topic, reading._view(self.topic)
        after = f"{topic}|{self.after}" if self.after else ""
        rows = reading.rows.range(view.name, f"{topic}|{self.prefix}", self.at, after, self.limit + 1)
        more, rows = len(rows) > self.limit, rows[: self.limit]
        seen = shown(view, rows, reading.eyes_by(topic.split("/")[0], mask, self.at))
        return Page(seen, rows[-1][0].partition("|")[2] if more else None)

    monkeypatch.setattr(_Paging, "page", page)


@pytest.mark.parametrize(
    ("plant", "kinds", "query"),
    [
        (without_mask, {"views"}, {}),
        (without_mask, {"trail"}, {}),
        (without_mask, {"history"}, {}),
        (without_mask, {"compare"}, {}),
        (with_every_title, {"views"}, {}),
        (with_all_papers, {"papers"}, {}),
        (naming_hidden_rows, {"views"}, {"limit": 1}),
    ],
)
async def test_a_planted_leak_is_found(
    hunted: Hunted,
    outdoors: Outdoors,
    monkeypatch: pytest.MonkeyPatch,
    plant: Callable[[pytest.MonkeyPatch], None],
    kinds: set[str],
    query: dict[str, str | int],
) -> None:
    assert await leaks(hunted, outdoors, kinds, **query) == []
    plant(monkeypatch)
    assert await leaks(hunted, outdoors, kinds, **query) != []


async def test_a_leak_in_a_header_is_found(hunted: Hunted, outdoors: Outdoors, monkeypatch: pytest.MonkeyPatch) -> None:
    law = hunted.hunt.laws[-1]
    closed = next(
        each for each in law.canaries.values() if each.level is Level.WORDS and not each.may_now(PART) and each.readers
    )
    answer = api.views.answer

    def told(*asked: Any, **more: Any) -> Any:
        response = answer(*asked, **more)
        response.headers["Klynge-Hint"] = closed.word
        return response

    monkeypatch.setattr(api.views, "answer", told)
    assert await leaks(hunted, outdoors, {"views"}) != []


async def test_a_leak_over_the_socket_is_found(
    hunted: Hunted, outdoors: Outdoors, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_mask(monkeypatch)
    hunt, world = Hunt(outdoors, seed=1), hunted.worlds[-1]
    hunt.laws = hunted.hunt.laws
    heard = await ear(outdoors, PART)
    await heard.follow(*(f"{world.at.scope}/{view}" for view in OF_SCOPE))
    await quiet([heard])
    hunt.search_frames(heard, hunt.laws[-1])
    await heard.close()
    assert hunt.found.leaks != []


def test_a_word_first_told_as_lost_is_not_excused() -> None:
    """The control: only what that very socket was told before may be named as lost."""
    row, other = b"kanari" + b"b" * 12, b"kanari" + b"c" * 12
    snap = b'{"op":"snap","topic":"t","rows":{"item/' + row + b'":{}}}'
    access = b'{"op":"access","topic":"t","lost":["' + row + b'","' + other + b'"]}'
    assert held_at([snap, access]) == {1: {row}}

"""Readers of the change feed: page by page, to its end, and waiting."""

import time
from http.client import HTTPConnection
from urllib.parse import urlencode

import httpx

from api.changes import WAIT_S_MAX
from eventstore.cursor import read_cursor
from tests.outside import Json, Outside

FEED = "/v1/changes"
PAGES_MAX = 200
AT_ONCE_S = 20
"""Less than a poll waits, and more than an answer takes on a busy machine."""


def page(house: Outside, part: str, **query: str | int) -> httpx.Response:
    answer = house.as_(part).get(FEED, params=query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/cloudevents-batch+json"
    return answer


def everything(house: Outside, part: str, limit: int, **query: str) -> list[Json]:
    """From the start to the head, page by page."""
    events: list[Json] = []
    after = "start"
    for _ in range(PAGES_MAX):
        answer = page(house, part, after=after, limit=limit, **query)
        events += answer.json()
        after = answer.headers["Klynge-Next"]
        if answer.headers["Klynge-Up-To-Date"] == "true":
            return events
    raise AssertionError(f"no end after {PAGES_MAX} pages")


def position_of(answer: httpx.Response) -> int:
    cursor = read_cursor(answer.headers["Klynge-Next"])
    assert cursor is not None
    return cursor.position


class Poll:
    """A poll that waits, on a line of its own."""

    def __init__(self, house: Outside, after: str, **query: str) -> None:
        self._line = HTTPConnection("127.0.0.1", house.settings.port, timeout=60)
        asked = urlencode({"after": after, "wait": WAIT_S_MAX, **query})
        self._line.request("GET", f"{FEED}?{asked}", headers={"Authorization": f"Bearer {house.token('observer')}"})
        for _ in range(3):
            # Asked after the poll was sent, and answered by the same loop, which has read it by then.
            assert house.head

    def answered_at_once(self) -> httpx.Response:
        """Its answer, which came long before its time was up."""
        begun = time.monotonic()
        answer = self._line.getresponse()
        told = httpx.Response(answer.status, headers=answer.getheaders(), content=answer.read())
        self._line.close()
        assert time.monotonic() - begun < AT_ONCE_S
        return told

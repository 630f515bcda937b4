"""What a role may read: a running house asked through its doors, beside the table, for every role, item and state."""

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from domain.log import Clock
from realtime.messages import SUBPROTOCOL
from tests.outside import Json, Outside, opened_in, outside
from tests.roles.cast import AWAY, CAST, FUND, INITIATIVE, ITEM
from tests.roles.gathering import (
    CASE,
    DECISION,
    ENDED,
    EXTRACT,
    MINUTED,
    PAPER,
    PLAN,
    POINT,
    RECUSAL,
    STANCE,
    TITLE,
    enter,
    hold,
    meeting_of,
    minutes,
)
from tests.roles.table import ITEMS, MEETINGS, NO, OWN, YES, Cell, actions, cells

SPOKEN = (TITLE, CASE, POINT, STANCE, DECISION)
"""What stands in events of the item itself."""
ANSWER_S = 30
FROM_ITS_COURSE = {"see.item-point", "see.item-position-of-a-party", "see.item-decision", "see.register-of-decisions"}
"""Nothing of the kind is there yet at a meeting to come."""
AFTERWARDS = {
    "see.minutes-sent-round": "circulated",
    "see.minutes-published": "published",
    "see.draft-minutes": "drafted",
}
"""read -> how far the minutes of a meeting that has ended must have come"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    files = opened_in(tmp_path_factory.mktemp("roles"), Clock.REAL)
    with outside(files, CAST) as house:
        enter(house)
        for item in ITEMS:
            for meeting in MEETINGS:
                hold(house, meeting_of(item, meeting), item, meeting)
            for stage in AFTERWARDS.values():
                hold(house, meeting_of(item, stage), item, ENDED)
                minutes(house, meeting_of(item, stage), stage)
        yield house


class Reader:
    """All that one role is answered, each question asked once."""

    def __init__(self, house: Outside, role: str) -> None:
        self._house = house
        self._role = role
        self.text = cache(self._text)
        self.rows = cache(self._rows)
        self.trail = cache(self._trail)
        self.feed = cache(self._feed)
        self.frames = cache(self._frames)

    def _text(self, address: str) -> str:
        """What an address answers; nothing where it says no."""
        answer = self._house.as_(self._role).get(f"/v1/{address}")
        assert answer.status_code in (200, 403, 404), answer.text
        return answer.text if answer.status_code == 200 else ""

    def _rows(self, topic: str) -> Json:
        told = self.text(topic)
        rows: Json = json.loads(told)["rows"] if told else {}
        return rows

    def _trail(self) -> dict[str, str]:
        """The sentences of the audit trail, by stream."""
        told: dict[str, str] = defaultdict(str)
        after: int | None = 0
        while after is not None:
            page = self.text(f"lillebaelt/audit-trail?limit=500&after={after}")
            if not page:
                break
            trail = json.loads(page)
            after = trail["next"]
            for each in trail["entries"]:
                told[each["stream"]["id"]] += each["da"]
        return told

    def _feed(self) -> dict[str, str]:
        """The events of the change feed, by stream."""
        told: dict[str, str] = defaultdict(str)
        after, over = "start", False
        while not over:
            answer = self._house.as_(self._role).get("/v1/changes", params={"after": after, "limit": 500})
            assert answer.status_code == 200, answer.text
            for each in answer.json():
                told[each["subject"]] += json.dumps(each)
            after, over = answer.headers["Klynge-Next"], answer.headers["Klynge-Up-To-Date"] == "true"
        return told

    def _frames(self) -> dict[str, str]:
        """What a socket sends of each meeting."""
        told: dict[str, str] = {}
        with connect(
            f"ws{self._house.url.removeprefix('http')}/v1/live", subprotocols=[Subprotocol(SUBPROTOCOL)]
        ) as socket:
            socket.send(json.dumps({"op": "hello", "token": self._house.token(self._role)}))
            socket.recv(ANSWER_S)
            for number, (item, meeting) in enumerate(product(ITEMS, MEETINGS)):
                topic = meeting_of(item, meeting)
                socket.send(json.dumps({"op": "sub", "id": number, "topic": topic}))
                socket.send(json.dumps({"op": "ping", "t": number}))
                frames: list[str] = []
                while not frames or '"pong"' not in frames[-1]:
                    frames.append(str(socket.recv(ANSWER_S)))
                told[topic] = "\n".join(frames)
        return told


def is_shown(cell: Cell, reader: Reader) -> bool:
    meeting = meeting_of(cell.item, AFTERWARDS.get(cell.action, cell.meeting))
    in_meeting = reader.text(meeting)
    match cell.action:
        case "see.meeting-header":
            return "meeting" in reader.rows(meeting)
        case "see.item-title":
            return TITLE in in_meeting
        case "see.item-text":
            return CASE in in_meeting
        case "see.item-point":
            return POINT in in_meeting
        case "see.item-position-of-a-party":
            return STANCE in in_meeting
        case "see.item-decision":
            return DECISION in in_meeting
        case "see.item-attachment":
            has_file = reader.text(f"{meeting}/attachments/{ITEM}/b1") != ""
            assert has_file == (PAPER in in_meeting), "a name and its bytes are shown together"
            return has_file
        case "see.extract":
            return EXTRACT in in_meeting
        case "see.recusal-reason":
            return RECUSAL in in_meeting or RECUSAL in reader.trail()[meeting]
        case "see.recusal-that-somebody-is-recused":
            return "er inhabil" in reader.trail()[meeting]
        case "see.audit-trail-of-item":
            return any(word in reader.trail()[meeting] for word in SPOKEN)
        case "see.feed-of-item":
            return any(word in reader.feed()[meeting] for word in SPOKEN)
        case "see.socket-of-item":
            return any(word in reader.frames()[meeting] for word in SPOKEN)
        case "see.draft-minutes" | "see.minutes-sent-round" | "see.minutes-published":
            return MINUTED in reader.text(meeting.replace("/meeting/", "/minutes/"))
        case "see.register-of-decisions":
            key = f"{meeting.rsplit('/', 1)[1]}/1.1"
            return DECISION in json.dumps(reader.rows("lillebaelt/decisions").get(key))
        case "see.export-report":
            return reader.text(f"{PLAN}/report") != ""
        case _:
            return reader.rows(TOPICS[cell.action]) != {}


TOPICS = {
    "see.people-of-scope": "lillebaelt/people",
    "see.fund": FUND,
    "see.initiative": INITIATIVE,
    "see.agreements": "lillebaelt/agreements-in-force",
    "see.front": "lillebaelt/front",
}


PLANTED = "see.item-text"


@pytest.fixture(scope="module")
def readers(house: Outside) -> dict[str, Reader]:
    return {role: Reader(house, role) for role in CAST}


def answer_of(cell: Cell, readers: dict[str, Reader]) -> str:
    if cell.role == "nobody":
        return NO
    reader = readers[cell.role]
    match cell.action:
        case "see.access-log":
            own, others = (reader.text(f"access-log?about={person}") for person in (CAST[cell.role], AWAY))
            return YES if others else OWN if own else NO
        case "see.erasures":
            asked_by = {row["requested_by"]["id"] for row in reader.rows("dk/erasures").values()}
            return NO if not asked_by else OWN if asked_by == {CAST[cell.role]} else YES
    return YES if is_shown(cell, reader) else NO


def is_there(cell: Cell) -> bool:
    """Whether there is anything to be shown: an extract is of a closed item, and nothing is said before a meeting opens."""
    is_early = cell.meeting == "upcoming"
    if cell.action == "see.extract":
        return cell.item != "open" and not is_early
    return cell.action not in FROM_ITS_COURSE or not is_early


@pytest.mark.parametrize("action", [each for each in actions() if each.startswith("see.")])
def test_who_reads(action: str, readers: dict[str, Reader]) -> None:
    wrong = [
        f"{cell.action} {cell.role}, item {cell.item}, {cell.meeting}: table {cell.answer}, policy {answer} ({cell.source})"
        for cell in cells(action)
        if is_there(cell)
        if (answer := answer_of(cell, readers)) != cell.answer
    ]
    assert not wrong, "\n".join(wrong)


def test_a_leak_is_found(readers: dict[str, Reader], monkeypatch: pytest.MonkeyPatch) -> None:
    """The same comparison finds an outsider who is shown what an insider is."""
    cell = next(each for each in cells(PLANTED) if each.item == "closed" and each.role == "observer")
    assert (cell.answer, answer_of(cell, readers)) == (NO, NO)
    monkeypatch.setattr(readers["observer"], "text", readers["member"].text)
    assert answer_of(cell, readers) == YES

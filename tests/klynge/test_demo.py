"""The demo as people run it: short links, a meeting that waits for its first reader, and a clean end at any moment."""

import re
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from domain.log import Clock
from domain.meeting.call import Open
from stories.lillebaelt_2024_04_09 import STORY
from stories.midt_2023_05_24 import STORY as MIDT
from stories.sequence import SEQUENCE
from stories.story import Story
from tests.klynge.process import House, Loading, Running
from tests.outside import opened_in, problem

LINK = re.compile(r"^  (\w+) +(http://127\.0\.0\.1:\d+)/log-ind#kode=([\w-]+)$", re.MULTILINE)
LAST_LINE = "Ctrl-C stopper."


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def demo(house: House, pace: str = "0.01", *options: str, begun: type[Running] = Running) -> Running:
    """The demo of the last meeting alone, unless told otherwise: most of what is asked here asks nothing of the others."""
    return begun(house, "demo", "--pace", pace, *(options or ("--alone",)))


def codes(running: Running, story: Story = STORY) -> dict[str, str]:
    """Role -> the code of its link for a meeting, once the demo has told them."""
    _, _, told = running.says(LAST_LINE).partition(f"\n{story.title}\n")
    return {match[1]: match[3] for match in LINK.finditer(told.split("\n\n")[0])}


@contextmanager
def browser(house: House, code: str) -> Iterator[httpx.Client]:
    """Somebody who followed a link."""
    with httpx.Client(base_url=house.url, headers={"Klynge-Request": "1", "Origin": house.url}) as browser:
        assert browser.post("/v1/session", json={"code": code}).status_code == 200
        yield browser


@contextmanager
def reader(house: House, signed_in: httpx.Client, meeting: str = STORY.meeting) -> Iterator[ClientConnection]:
    """Somebody who has a meeting open."""
    ticket = signed_in.post("/v1/tickets").json()["ticket"]
    offered = [Subprotocol("klynge.v1.json"), Subprotocol(f"ticket.{ticket}")]
    live = f"{house.url.replace('http', 'ws', 1)}/v1/live"
    # Without a bound to what lies unread, so that it reads on, as a browser does, and hears the end.
    with connect(live, origin=Origin(house.url), subprotocols=offered, compression=None, max_queue=None) as line:
        line.send('{"op":"hello","client":{"name":"t"}}')
        line.send(f'{{"op":"sub","id":1,"topic":"{meeting}"}}')
        heard(line, '"sync"')
        yield line


def heard(line: ClientConnection, text: str) -> str:
    """The next message with that in it."""
    while True:
        message = str(line.recv(timeout=90))
        if text in message:
            return message


def ended_well(running: Running, number: signal.Signals = signal.SIGINT) -> str:
    said = running.told(number)
    assert (said.code, said.err) == (0, "")
    return said.out


# --- ended at any moment ---


def test_stopped_before_it_began(house: House) -> None:
    with demo(house, begun=Loading) as running:
        running.loads("msgspec")
        assert LAST_LINE not in ended_well(running)


def test_stopped_while_it_loads(house: House) -> None:
    with demo(
        house, "0.01", "--live", STORY.name, begun=Loading
    ) as running:  # with all that came before it, which takes a while
        running.answers("/health/live", live=True)
        assert LAST_LINE not in ended_well(running)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_while_it_waits(house: House, number: signal.Signals) -> None:
    with demo(house) as running:
        running.says(LAST_LINE)
        running.answers("/demo", state="waiting")
        said = ended_well(running, number)
    assert "OPEN: whoever reaches" in said
    assert f"{house.url}/lillebaelt/moede/2024-04-09-strategic" in said


def test_stopped_while_it_plays(house: House) -> None:
    with (
        demo(house, pace="0.5") as running,
        browser(house, codes(running)["Medlem"]) as member,
        reader(house, member) as line,
    ):
        assert '"prev"' in heard(line, '"rows"')
        running.answers("/demo", state="playing")
        ended_well(running)


def test_played_to_its_end_and_again(house: House) -> None:
    with (
        demo(house) as running,
        browser(house, codes(running)["Sekretær"]) as secretary,
        reader(house, secretary) as line,
    ):
        running.answers("/demo", state="ended")
        address = f"/v1/{STORY.meeting}"
        assert secretary.get(address).json()["rows"]["meeting"]["phase"] == "adjourned"
        assert problem(httpx.post(f"{house.url}/demo/play-again", headers={"Klynge-Request": "1"}))["status"] == 401
        secretary.headers.pop("Klynge-Request")
        assert problem(secretary.post("/demo/play-again"))["code"] == "request.header-missing"
        assert secretary.post("/demo/play-again", headers={"Klynge-Request": "1"}).status_code == 202
        assert '"epoch"' in heard(line, '"reset"')
        running.answers("/demo", state="ended")
        assert secretary.get(address).json()["rows"]["meeting"]["phase"] == "adjourned"
        ended_well(running)


def test_a_step_that_somebody_took_before_it_is_passed_over(house: House) -> None:
    opening = STORY.evening[0]
    assert isinstance(opening.command, Open)
    with demo(house) as running, browser(house, codes(running)["Medformand"]) as chair:
        opened = chair.post(
            f"/v1/{STORY.meeting}/open",
            json={"led_by": opening.command.led_by},
            headers={"Idempotency-Key": str(uuid4())},
        )
        assert opened.status_code == 200, opened.text
        with reader(house, chair):
            running.answers("/demo", state="ended")
        rows = chair.get(f"/v1/{STORY.meeting}").json()["rows"]
        assert rows["meeting"]["phase"] == "adjourned", "it went on to the end"
        assert len([key for key in rows if "/decision/" in key]) == 7
        said = running.told(signal.SIGINT)
    assert said.code == 0
    (refused,) = said.err.splitlines()
    assert "demo.step-refused" in refused
    assert "meeting.open" in refused


# --- all of them in order of date ---


def test_the_meetings_before_are_there_when_the_last_begins(house: House) -> None:
    with demo(house, "0.01", "--live", STORY.name) as running:
        phases = {}
        for story in SEQUENCE[: SEQUENCE.index(STORY) + 1]:
            with browser(house, codes(running, story)["Sekretær"]) as secretary:
                phases[story.cluster] = secretary.get(f"/v1/{story.meeting}").json()["rows"]["meeting"]["phase"]
                scopes = secretary.get("/v1/session").json()["roles"]
                assert {role["body"]["id"].split("/")[0] for role in scopes} == {story.cluster}
        assert phases == {
            "randers": "reported",
            "syd": "reported",
            "midt": "adjourned",
            "lillebaelt": "called",
        }
        ended_well(running)


def test_an_earlier_meeting_plays_too_and_the_next_waits_for_its_turn(house: House) -> None:
    with demo(house, "0.001", "--live", MIDT.name) as running:
        here = codes(running, MIDT)
        with browser(house, here["Medlem"]) as member, reader(house, member, MIDT.meeting) as line:
            assert '"prev"' in heard(line, '"rows"')
            heard(line, '"adjourned"')
        with browser(house, codes(running)["Revisor"]) as auditor:
            running.answers("/demo", state="waiting")
            assert auditor.get(f"/v1/{STORY.meeting}").status_code == 200
            later = SEQUENCE[SEQUENCE.index(STORY) + 1 :]
            assert later, "what came after is entered once that meeting has ended"
            for story in later:
                assert auditor.get(f"/v1/{story.meeting}").status_code == 404
            with reader(house, auditor):
                running.answers("/demo", state="ended")
            assert auditor.get(f"/v1/{STORY.meeting}").json()["rows"]["meeting"]["phase"] == "adjourned"
            for story in later:
                assert auditor.get(f"/v1/{story.meeting}").status_code == 200
        ended_well(running)


def test_only_a_meeting_that_was_looked_on_at_plays(house: House) -> None:
    said = house.run("demo", "--live", "randers-2020-efteraar").plain
    assert "no meeting of randers-2020-efteraar can be looked on at; there is midt-2023-05-24" in said


# --- how it begins ---


def test_links_are_short_and_work_once(house: House) -> None:
    with demo(house) as running:
        by_role = codes(running)
        assert set(by_role) == {"Sekretær", "Medformand", "Medlem", "Observatør", "Revisor"}
        assert all(len(match[0].split()[1]) < 80 for match in LINK.finditer(running.says(LAST_LINE)))
        for code in by_role.values():
            with browser(house, code) as signed_in:
                assert signed_in.get("/v1/session").json()["roles"] or signed_in.get("/v1/session").json()["offices"]
                again = signed_in.post("/v1/session", json={"code": code})
                assert problem(again)["code"] == "sign-in.code-refused"
        kept = b"".join(house.files().values())
        assert STORY.meeting.encode() in kept, "the control: what is kept can be read"
        assert not [code for code in by_role.values() if code.encode() in kept]
        ended_well(running)


def test_a_second_demo_on_the_same_port_leaves_the_first_alone(house: House) -> None:
    port = int(house.url.rsplit(":", 1)[1])
    with socket.create_server(("127.0.0.1", port)):
        house.store.write_bytes(b"somebody's")
        said = house.run("demo").plain
        assert said == f"cannot listen on 127.0.0.1:{port}: another program uses the port"
        assert house.files() == {"klynge.db": b"somebody's"}


def test_a_record_of_real_time_is_not_removed(tmp_path: Path) -> None:
    house = House(opened_in(tmp_path, Clock.REAL), KLYNGE_STORE=f"sqlite:///{tmp_path}/log.db")
    before = (tmp_path / "log.db").read_bytes()
    assert "holds a record of real time" in house.run("demo").plain
    assert (tmp_path / "log.db").read_bytes() == before


@pytest.mark.parametrize("environment", [{"KLYNGE_ENV": ""}, {"KLYNGE_ISSUER": "https://login.example"}])
def test_the_demo_is_for_development(house: House, environment: dict[str, str]) -> None:
    assert "needs KLYNGE_ENV=dev" in house.run("demo", **environment).plain
    assert house.files() == {}


def test_another_demos_files_are_replaced_and_nothing_else_is_touched(tmp_path: Path) -> None:
    beside = tmp_path / "letter.txt"
    beside.write_text("Kære alle")
    house = House(opened_in(tmp_path), KLYNGE_STORE=f"sqlite:///{tmp_path}/log.db")
    before = (tmp_path / "log.db").read_bytes()
    with demo(house) as running:
        running.says(LAST_LINE)
        ended_well(running)
    assert beside.read_text() == "Kære alle"
    assert (tmp_path / "log.db").read_bytes() != before

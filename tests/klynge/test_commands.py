"""The command line as processes: what can be said plainly is one line and exit code 2, and every end is a clean one."""

import base64
import json
import signal
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from joserfc.jwk import ECKey
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from klynge import init as opening
from klynge.commands import run
from klynge.serve import STOP_TIMEOUT_S
from stories.lillebaelt_2024_04_09 import STORY
from stories.sequence import SEQUENCE
from tests.klynge.process import House, Loading, Running, Said

Here = Callable[..., Said]

OPENED_AT = "2024-03-01T08:00:00+01:00"
ADMINISTRATOR = "dk/person/administrator"


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Its keys and its list of erasures are kept apart, as they must be outside of development."""
    for folder in ("keys", "list"):
        (tmp_path / folder).mkdir()
    apart = {"KLYNGE_KEYS": f"sqlite:///{tmp_path}/keys/klynge.keys.db", "KLYNGE_ERASURES": f"{tmp_path}/list/erasures"}
    return House(tmp_path, **apart)


@pytest.fixture
def opened(house: House, here: "Here") -> House:
    assert "Opened" in here("init", "syddanmark").clean
    return house


@pytest.fixture
def served(opened: House) -> Iterator[Running]:
    with Loading(opened, "serve") as running:
        running.answers("/health/ready", ready=True)
        yield running


@pytest.fixture
def here(house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Here:
    """Runs a command in this very process: sooner than one of its own, and enough for what is only said."""

    def here(*arguments: str, **environment: str) -> Said:
        capsys.readouterr()
        code = 0
        with monkeypatch.context() as told:
            told.setenv("COLUMNS", "200")
            for name, value in (house.environment | environment).items():
                told.setenv(name, value) if value else told.delenv(name, raising=False)
            try:
                run(*arguments)
            except SystemExit as ended:
                code = int(ended.code or 0)
        return Said(code, *capsys.readouterr())

    return here


# --- init ---


def test_a_log_is_opened_once(house: House, here: Here) -> None:
    opened = house.load_and_run("init", "syddanmark")
    assert opened.clean == f"Opened {house.store} for syddanmark with 4 events.\n"
    before = house.store.read_bytes()
    assert house.run("init", "syddanmark").plain == f"{house.store} holds a log of 4 events"
    assert here("init", "midtjylland", "--story-from", OPENED_AT).plain.endswith("holds a log of 4 events")
    assert here("init", "syddanmark", "--if-empty").clean.endswith("holds a log of 4 events; it is left as it is.\n")
    assert house.store.read_bytes() == before


@pytest.mark.parametrize("written", [1, 2, 3])
@pytest.mark.parametrize("clock", [(), ("--story-from", OPENED_AT)], ids=["real", "story"])
def test_a_log_whose_opening_was_cut_short_is_opened_to_its_end(
    house: House, here: Here, monkeypatch: pytest.MonkeyPatch, written: int, clock: tuple[str, ...]
) -> None:
    with monkeypatch.context() as cut_short:
        beginning = opening._beginning
        cut_short.setattr(opening, "_beginning", lambda *asked: beginning(*asked)[:written])
        assert here("init", "syddanmark", *clock).clean.endswith(f"with {written} events.\n")

    # Of another region, or with another clock, it is another log.
    other = () if clock else ("--story-from", OPENED_AT)
    assert here("init", "midtjylland", *clock).plain.endswith(f"holds a log of {written} events")
    assert here("init", "syddanmark", *other).plain.endswith(f"holds a log of {written} events")
    assert here("init", "syddanmark", *clock).clean.endswith("with 4 events.\n")
    assert here("init", "syddanmark", *clock).plain.endswith("holds a log of 4 events")
    assert here("token", "dk/person/administrator").code == 0


@pytest.mark.parametrize(
    ("arguments", "environment", "says"),
    [
        (("Syd Danmark",), {}, "»Syd Danmark« is no name for a region"),
        (("syddanmark", "--story-from", "i går"), {}, "»i går« is no moment with its offset"),
        (("syddanmark", "--story-from", "2024-03-01T08:00:00"), {}, "is no moment with its offset"),
        (("syddanmark", "--story-from", OPENED_AT), {"KLYNGE_ENV": ""}, "a story clock needs KLYNGE_ENV=dev"),
        (("syddanmark",), {"KLYNGE_STOR": "x"}, "KLYNGE_STOR is not a setting. Did you mean KLYNGE_STORE?"),
        (
            ("syddanmark",),
            {"KLYNGE_STORE": "sqlite:////nowhere/at/all.db"},
            "the folder of /nowhere/at/all.db does not exist",
        ),
        (("syddanmark",), {"KLYNGE_DOCUMENTS": "x"}, "KLYNGE_DOCUMENTS: Bytes of attachments are kept in the store"),
    ],
)
def test_what_cannot_be_opened(
    house: House, here: Here, arguments: tuple[str, ...], environment: dict[str, str], says: str
) -> None:
    assert says in here("init", *arguments, **environment).plain
    assert house.files() == {}


def test_a_misspelt_setting_is_told_by_the_process_too(house: House) -> None:
    said = house.load_and_run("init", "syddanmark", KLYNGE_STOR="x").plain
    assert said == "KLYNGE_STOR is not a setting. Did you mean KLYNGE_STORE?"


# --- serve ---


def test_an_empty_log_is_not_served(house: House, here: Here) -> None:
    assert house.run("serve").plain == f"{house.store} does not exist; run `klynge init` first"
    assert house.files() == {}
    house.store.touch()
    assert here("serve").plain == f"the log in {house.store} is empty; run `klynge init` first"


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"KLYNGE_BIND": "0.0.0.0:8000", "KLYNGE_URL": "http://127.0.0.1:8000"}, "lets anybody in as anybody"),
        ({"KLYNGE_ENV": ""}, "the development issuer needs KLYNGE_ENV=dev"),
        ({"KLYNGE_URL": "http://klynge.example"}, "the development issuer needs a loopback address in KLYNGE_URL"),
        ({"KLYNGE_ENV": "", "KLYNGE_ISSUER": "http://login.example"}, "must be https"),
    ],
)
def test_what_would_be_unsafe_is_not_served(here: Here, environment: dict[str, str], says: str) -> None:
    assert here("init", "syddanmark").code == 0
    assert says in here("serve", **environment).plain


def test_a_port_that_is_taken_is_told(opened: House) -> None:
    port = int(opened.url.rsplit(":", 1)[1])
    with socket.create_server(("127.0.0.1", port)):
        said = opened.run("serve").plain
    assert said == f"cannot listen on 127.0.0.1:{port}: another program uses the port"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_server_cleanly_and_lets_everybody_go(
    served: Running, here: Here, number: signal.Signals
) -> None:
    token = here("token", ADMINISTRATOR).clean.strip()
    bearer = {"Authorization": f"Bearer {token}"}
    live = f"{served.url.replace('http', 'ws', 1)}/v1/live"
    with (
        httpx.Client(base_url=served.url, headers=bearer) as client,
        connect(live, subprotocols=[Subprotocol("klynge.v1.json")], compression=None) as line,
    ):
        assert client.get("/v1/session").json()["offices"] == ["administrator"]
        line.send(f'{{"op":"hello","client":{{"name":"t"}},"token":"{token}"}}')
        assert '"welcome"' in str(line.recv())
        begun = time.monotonic()
        said = served.told(number)
    assert time.monotonic() - begun < STOP_TIMEOUT_S
    assert said.clean == (
        f"Klynge answers at {served.url}. Ctrl-C stops it.\n"
        f"OPEN: whoever reaches {served.url.removeprefix('http://')} signs in as anybody "
        "(development issuer, KLYNGE_ENV=dev).\n"
    )


# --- token ---


def test_a_token_is_for_a_person_of_a_house_that_is_opened(house: House, here: Here) -> None:
    assert "does not exist" in here("token", ADMINISTRATOR).plain
    assert house.files() == {}
    here("init", "syddanmark")
    assert "is no person's id" in here("token", "administrator").plain
    assert "needs KLYNGE_ENV=dev" in here("token", ADMINISTRATOR, KLYNGE_ENV="").plain
    assert here("token", ADMINISTRATOR).clean.count(".") == 2


# --- play ---


def test_a_story_is_played_into_a_running_service(house: House, here: Here) -> None:
    here("init", "syddanmark", "--story-from", OPENED_AT)
    with Running(house, "serve") as running:
        running.answers("/health/ready", ready=True)
        said = house.run("play", STORY.name, "--part", "before").clean
        assert said == f"Played {len(STORY.before)} commands of {STORY.name}.\n"
        token = here("token", STORY.cast["auditor"]).clean.strip()
        meeting = httpx.get(f"{house.url}/v1/{STORY.meeting}", headers={"Authorization": f"Bearer {token}"})
        assert meeting.json()["rows"]["meeting"]["phase"] == "called"
        assert here("play", STORY.name, "--part", "before").clean == said  # the same keys: nothing happens twice
        assert running.told(signal.SIGTERM).code == 0


def test_all_stories_are_played_in_order_of_date(house: House, here: Here) -> None:
    here("init", "syddanmark", "--story-from", SEQUENCE[0].steps[0].at)
    with Running(house, "serve") as running:
        running.answers("/health/ready", ready=True)
        said = house.run("play", "all").clean
        assert said.splitlines() == [f"Played {len(story.steps)} commands of {story.name}." for story in SEQUENCE]
        assert running.told(signal.SIGTERM).code == 0


@pytest.mark.usefixtures("served")
def test_what_cannot_be_played(house: House, here: Here) -> None:
    assert "there is no story aarhus; there is" in house.run("play", "aarhus").plain
    assert "there is no part middle" in here("play", STORY.name, "--part", "middle").plain
    assert "all stories are played whole" in here("play", "all", "--part", "evening").plain
    assert "story.real-clock" in here("play", STORY.name).plain
    nobody = {"KLYNGE_URL": "http://127.0.0.1:9", "KLYNGE_BIND": "127.0.0.1:9"}
    assert "http://127.0.0.1:9 does not answer" in here("play", STORY.name, **nobody).plain


def test_help_needs_no_settings(here: Here) -> None:
    said = here("--help", KLYNGE_STOR="x").clean
    assert all(command in said for command in ("init", "serve", "play", "watch", "token", "demo"))


# --- the master key ---


def test_the_master_key_is_changed_and_looked_at(here: Here, opened: House) -> None:
    """The old one opens nothing afterwards; who is given it is told so."""
    master, following = (opened.store.parent / "keys" / f"klynge.keys.master{end}" for end in ("", ".next"))
    before = master.read_bytes()
    assert "None is damaged" in here("keys", "check").clean
    assert "is there" in here("keys", "prepare").clean
    after = following.read_bytes()
    assert "are wrapped anew" in here("keys", "rotate").clean
    assert master.read_bytes() == after != before
    assert "None is damaged" in here("keys", "check").clean
    master.write_bytes(before)
    for command in (("serve",), ("keys", "check"), ("keys", "rotate")):
        assert "the master key does not fit this key database" in here(*command).plain
    assert not following.exists()
    master.unlink()
    assert "put it back, since nothing else opens the keys" in here("serve").plain


def test_there_are_no_keys_before_a_log_is_opened(here: Here) -> None:
    assert "run `klynge init` first" in here("keys", "rotate").plain


def test_keys_beside_the_log_are_refused_where_it_counts(here: Here, house: House) -> None:
    beside = {"KLYNGE_ENV": "production", "KLYNGE_KEYS": ""}
    assert "KLYNGE_KEYS lies in the folder of the log" in here("init", "syddanmark", **beside).plain
    assert house.files() == {}


# --- where nobody is there ---

NOBODY = {
    "KLYNGE_STORE": "postgresql://klynge@127.0.0.1:1/log",
    "KLYNGE_KEYS": "postgresql://klynge@127.0.0.1:1/keys",
}


@pytest.mark.parametrize("arguments", [("init", "syddanmark"), ("serve",), ("token", "dk/person/administrator")])
def test_a_server_that_is_not_there_is_told_in_one_line_and_no_advice_is_made_up(
    here: Here, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    master = tmp_path / "master"
    master.write_bytes(bytes(32))
    said = here(*arguments, **NOBODY, KLYNGE_MASTER_KEY=str(master)).plain
    assert "Connection refused" in said
    assert "klynge init" not in said
    assert "\n" not in said


def test_who_watches_where_nobody_answers_is_told_so(here: Here, opened: House) -> None:
    assert "does not answer" in here("watch", "dk/people", "--person", "dk/person/administrator").plain


# --- what the development issuer gives ---


def claims_of(token: str) -> dict[str, Any]:
    body = token.split(".")[1]
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    return found


def test_a_token_tells_the_level_it_is_asked_for_and_betydelig_without_asking(opened: House, here: Here) -> None:
    assert claims_of(here("token", ADMINISTRATOR).clean)["acr"].endswith("/nsis/Substantial")
    assert claims_of(here("token", ADMINISTRATOR, "--level", "low").clean)["acr"].endswith("/nsis/Low")
    assert "there is no level middling" in here("token", ADMINISTRATOR, "--level", "middling").plain
    client = claims_of(here("token", "dk/client/arkiv").clean)
    assert (client["client"], "person" in client, "acr" in client) == ("dk/client/arkiv", False, False)


def test_a_clients_key_is_registered_and_withdrawn(opened: House, here: Here, tmp_path: Path) -> None:
    key = ECKey.generate_key("P-256")
    (tmp_path / "arkiv.pem").write_bytes(key.as_pem(private=False))
    registered = here("client", "dk/client/arkiv", "--public-key", str(tmp_path / "arkiv.pem"))
    assert registered.clean.strip() == key.thumbprint()
    assert "cannot be read" in here("client", "dk/client/arkiv", "--public-key", str(tmp_path / "none.pem")).plain
    assert "either" in here("client", "dk/client/arkiv").plain
    assert "has no key" in here("client", "dk/client/andet", "--withdraw", key.thumbprint()).plain
    assert "nothing any more" in here("client", "dk/client/arkiv", "--withdraw", key.thumbprint()).clean


def test_a_rotated_key_signs_what_is_issued_next(opened: House, here: Here) -> None:
    def kid() -> str:
        head = here("token", ADMINISTRATOR).clean.split(".")[0]
        name: str = json.loads(base64.urlsafe_b64decode(head + "=" * (-len(head) % 4)))["kid"]
        return name

    before = kid()
    rotated = here("rotate-issuer").clean.strip()
    assert kid() == rotated != before
    assert "KLYNGE_ENV=dev" in here("rotate-issuer", KLYNGE_ENV="production", KLYNGE_ISSUER="https://i.example").plain


def test_what_says_nothing_is_told_by_its_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def silent(_: object) -> None:
        raise TimeoutError

    monkeypatch.setattr("klynge.commands.app", silent)
    with pytest.raises(SystemExit) as ended:
        run("rebuild")
    assert (ended.value.code, capsys.readouterr().err) == (2, "klynge: TimeoutError\n")

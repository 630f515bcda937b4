"""Requests that are no command whatever their body says: headers, addresses, methods, people. Each beside its accepted twin."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from api.request_head import HEAD_BYTES_MAX
from domain.assurance import Assurance
from domain.log import Clock
from stories.lillebaelt_2024_04_09 import STORY
from tests.api.saying import ANNOUNCE, FUND, POINT, RECORD_POINT, earmark, point, version_of
from tests.outside import MEETING, Json, Outside, copied, opened_in, outside, problem

ADJOURN = f"{MEETING}/adjourn"


@pytest.fixture(scope="module")
def house(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with outside(copied(mid_item_2, tmp_path_factory.mktemp("house"))) as house:
        yield house


@pytest.fixture
def nothing_happens(house: Outside) -> Iterator[None]:
    """Nothing is recorded meanwhile, and the next command is."""
    before = house.head
    yield
    assert house.head == before
    assert house.give("secretary", RECORD_POINT, POINT).json()["position"] == before + 1


def said_no(answer: httpx.Response, status: int, code: str) -> Json:
    told = problem(answer)
    assert (told["status"], told["code"]) == (status, code)
    return told


# --- idempotency keys and versions ---


@pytest.mark.usefixtures("nothing_happens")
@pytest.mark.parametrize("key", [None, "", "short", "x" * 129, "with blank", "æøåæøåæøå", '{"a": 1} b'])
def test_a_key_is_8_to_128_visible_letters(house: Outside, key: str | None) -> None:
    headers = {} if key is None else {b"Idempotency-Key": key.encode()}
    answer = house.as_("secretary").post(f"/v1/{RECORD_POINT}", content=POINT, headers=headers)
    told = said_no(answer, 400, "idempotency.key-missing")
    assert "Idempotency-Key" in told["detail"]


@pytest.mark.usefixtures("nothing_happens")
@pytest.mark.parametrize(
    ("name", "value"),
    [("Idempotency-Key", "k" * 8), ("If-Match", '"1"'), ("Klynge-Story-Time", "2024-04-09T18:20:00+02:00")],
)
def test_a_header_that_says_two_things_says_nothing(house: Outside, name: str, value: str) -> None:
    headers = {"Idempotency-Key": str(uuid4())}
    headers.pop(name, None)
    twice = [*headers.items(), (name, value), (name, value)]
    told = said_no(
        house.as_("secretary").post(f"/v1/{RECORD_POINT}", content=POINT, headers=twice), 400, "header.doubled"
    )
    assert told["header"] == name


@pytest.mark.parametrize("key", ["x" * 8, "!" * 128, "{a:1}~~~"])
def test_any_such_key_will_do(house: Outside, key: str) -> None:
    assert house.give("secretary", RECORD_POINT, POINT, Idempotency_Key=key).status_code == 200


def test_a_repeated_key_gets_the_same_answer_and_another_body_none(house: Outside) -> None:
    key = str(uuid4())
    first = house.give("secretary", RECORD_POINT, point("Først."), Idempotency_Key=key)
    between = house.give("secretary", RECORD_POINT, point("Imens."))
    again = house.give("secretary", RECORD_POINT, point("Først."), Idempotency_Key=key)
    assert (again.status_code, again.json()) == (200, first.json())
    assert again.headers["etag"] == first.headers["etag"]
    other = house.give("secretary", RECORD_POINT, point("Andet."), Idempotency_Key=key)
    said_no(other, 422, "idempotency.other-body")
    elsewhere = house.give("secretary", ADJOURN, point("Først."), Idempotency_Key=key)
    assert elsewhere.status_code == 422
    assert house.head == between.json()["position"] == first.json()["position"] + 1


def test_a_key_is_ones_own(house: Outside) -> None:
    key = str(uuid4())
    body = {"item": "middelfart", "question": f"q-{uuid4()}", "text": "Hvad så?"}
    mine = house.give("plo-syd", f"{MEETING}/raise-question", body, Idempotency_Key=key)
    theirs = house.give(
        "kolding", f"{MEETING}/raise-question", body | {"question": f"q-{uuid4()}"}, Idempotency_Key=key
    )
    assert (mine.status_code, theirs.status_code) == (200, 200)
    assert theirs.json()["position"] == mine.json()["position"] + 1


@pytest.mark.usefixtures("nothing_happens")
@pytest.mark.parametrize("version", ["12", "*", 'W/"12"', '"12', '"1_0"', '"-1"', '"1", "2"', '"x"', ""])
def test_a_version_is_a_number_in_quotes(house: Outside, version: str) -> None:
    said_no(house.give("secretary", RECORD_POINT, POINT, If_Match=version), 400, "if-match.malformed")


def test_a_stale_version_is_overtaken_and_tells_the_one_of_now(house: Outside) -> None:
    key, current = str(uuid4()), version_of(house, MEETING)
    stale = f'"{int(current[1:-1]) - 1}"'
    before = house.head
    told = said_no(
        house.give("secretary", RECORD_POINT, POINT, If_Match=stale, Idempotency_Key=key), 412, "version.overtaken"
    )
    assert house.head == before
    assert f'"{told["version"]}"' == current
    answer = house.give("secretary", RECORD_POINT, POINT, If_Match=current, Idempotency_Key=key)
    assert answer.json() == {"position": before + 1, "stream": MEETING, "version": told["version"] + 1}
    assert answer.headers["etag"] == f'"{told["version"] + 1}"'


def test_money_needs_the_version_that_was_seen(house: Outside) -> None:
    key, body, before = str(uuid4()), earmark("100"), house.head
    said_no(house.give("secretary", ANNOUNCE, body, Idempotency_Key=key), 428, "version.required")
    said_no(house.give("secretary", ANNOUNCE, body, Idempotency_Key=key, If_Match='"0"'), 412, "version.overtaken")
    assert house.head == before
    answer = house.give("secretary", ANNOUNCE, body, Idempotency_Key=key, If_Match=version_of(house, FUND))
    assert answer.json()["position"] == before + 1


# --- addresses and methods ---


@pytest.mark.usefixtures("nothing_happens")
@pytest.mark.parametrize(
    "address",
    [
        "lillebaelt/meeting/nowhere/record-point",
        "midt/meeting/2024-04-09-strategic/adjourn",
        "lillebaelt/condition/nowhere/resolve",
    ],
)
def test_a_command_to_what_does_not_exist(house: Outside, address: str) -> None:
    body = {
        "resolve": {"proof": {"type": "by-answer", "referral": "lillebaelt/referral/forslag"}},
        "adjourn": {},
        "record-point": point(),
    }[address.rsplit("/", 1)[1]]
    answer = house.give("secretary", address, body)
    assert (answer.status_code, problem(answer)["code"]) in ((404, "not-found"), (403, "policy.denied"))


@pytest.mark.usefixtures("nothing_happens")
@pytest.mark.parametrize(
    "path",
    [
        f"/v1/{RECORD_POINT}/",
        f"/v1//{RECORD_POINT}",
        f"/v2/{RECORD_POINT}",
        f"/v1/{MEETING}/vote",
        f"/v1/{MEETING}/record-points",
        f"/v1/{MEETING}/Record-Point",
        f"/v1/{MEETING}/note-condition-met",
        "/v1/lillebaelt/ministry/x/open",
        "/v1/log",
        "/nowhere/nothing",
    ],
)
def test_an_address_that_is_none_of_ours(house: Outside, path: str) -> None:
    headers = {"Idempotency-Key": str(uuid4())}
    said_no(house.as_("secretary").post(path, content=POINT, headers=headers), 404, "not-found")


@pytest.mark.usefixtures("nothing_happens")
@pytest.mark.parametrize("scope", ["Lillebaelt", "lille%20baelt", "l" * 41, "lilleb%C3%A6lt", "changes", "live"])
def test_a_scope_that_cannot_be(house: Outside, scope: str) -> None:
    answer = house.give("secretary", f"{scope}/meeting/2024-04-09-strategic/record-point", POINT)
    said_no(answer, 400, "address.malformed")


@pytest.mark.usefixtures("nothing_happens")
@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE"])
def test_another_method(house: Outside, method: str) -> None:
    answer = house.as_("secretary").request(method, f"/v1/{RECORD_POINT}", headers={"Idempotency-Key": "k" * 8})
    said_no(answer, 405, "request.method")
    assert answer.headers["allow"] == "POST"


def test_a_view_is_read_and_not_written(house: Outside) -> None:
    answer = house.as_("secretary").post(f"/v1/{MEETING}", content=b"{}")
    said_no(answer, 405, "request.method")
    assert house.as_("secretary").get(f"/v1/{MEETING}").status_code == 200


# --- who asks ---


@pytest.mark.usefixtures("nothing_happens")
def test_nobody_in_particular(house: Outside) -> None:
    headers = {"Idempotency-Key": str(uuid4())}
    answer = httpx.post(f"{house.url}/v1/{RECORD_POINT}", content=POINT, headers=headers)
    said_no(answer, 401, "session.missing")
    assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.usefixtures("nothing_happens")
@pytest.mark.parametrize(
    "part", ["dk/person/nobody", "auditor", "administrator", "elected-region", "plo-syd", "observer"]
)
def test_whoever_has_no_seat_that_gives_the_right(house: Outside, part: str) -> None:
    """Nobody, two offices, a member of another level, a member, an observer: the paper is the secretariat's to write."""
    said_no(house.give(part, RECORD_POINT, POINT), 403, "policy.denied")


@pytest.mark.usefixtures("nothing_happens")
@pytest.mark.parametrize(("part", "status"), [("elected-region", 403), ("auditor", 403), ("plo-syd", 409)])
def test_only_a_chair_or_the_secretariat_ends_a_meeting(house: Outside, part: str, status: int) -> None:
    """Whom the policy stops learns nothing of the rules: not that an item is on the floor."""
    part = part if status == 403 else "co-chair-region"
    assert problem(house.give(part, ADJOURN, {}))["status"] == status


# --- a story's time ---


def test_a_record_of_real_time_takes_no_story_time(tmp_path: Path) -> None:
    with outside(opened_in(tmp_path, Clock.REAL)) as real:
        key, body = str(uuid4()), {"name": "Kolding Kommune", "party_kind": "municipality"}
        address = "dk/party/kolding/register"
        story = {"Klynge_Story_Time": "2024-04-09T18:20:00+02:00"}
        said_no(real.give("administrator", address, body, Idempotency_Key=key, **story), 400, "story.real-clock")
        assert real.give("administrator", address, body, Idempotency_Key=key).json()["position"] == 5


@pytest.mark.usefixtures("nothing_happens")
@pytest.mark.parametrize("at", ["2024-04-09T18:20:00", "18.20", "1712679600", "2024-04-31T18:20:00+02:00", ""])
def test_a_storys_time_is_a_moment_with_its_offset(house: Outside, at: str) -> None:
    said_no(house.give("secretary", RECORD_POINT, POINT, Klynge_Story_Time=at), 400, "story.malformed")


@pytest.mark.usefixtures("nothing_happens")
@pytest.mark.parametrize("at", ["9999-12-31T23:59:59Z", "2201-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00"])
def test_a_storys_time_is_one_that_can_go_on(house: Outside, at: str) -> None:
    """Also for those who send none afterwards."""
    said_no(house.give("secretary", RECORD_POINT, POINT, Klynge_Story_Time=at), 400, "story.out-of-range")


# --- heads that are too large, and what is no HTTP ---


@pytest.mark.usefixtures("nothing_happens")
def test_a_huge_header(house: Outside) -> None:
    said_no(house.give("secretary", RECORD_POINT, POINT, X_Load="x" * HEAD_BYTES_MAX), 431, "request.head-too-large")
    said_no(house.as_("secretary").get(f"/v1/{MEETING}?after={'x' * HEAD_BYTES_MAX}"), 431, "request.head-too-large")


def test_a_large_header(house: Outside) -> None:
    answer = house.give("secretary", RECORD_POINT, POINT, X_Load="x" * (HEAD_BYTES_MAX - 4_000))
    assert answer.status_code == 200


def line_to(house: Outside) -> socket.socket:
    return socket.create_connection(("127.0.0.1", house.settings.port), timeout=30)


def to_the_end(line: socket.socket) -> bytes:
    """What is answered up to when the server hangs up."""
    answer = b""
    while chunk := line.recv(65_536):
        answer += chunk
    return answer


def test_a_header_without_end_is_cut_off(house: Outside) -> None:
    with line_to(house) as line:
        # A whole request, and the beginning of one: its answer says that the server has read the beginning too.
        line.sendall(b"GET /health/live HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nX-Load: ")
        while b'{"live":true}' not in line.recv(65_536):
            pass
        line.sendall(b"x" * (HEAD_BYTES_MAX + 1))
        answer = to_the_end(line)
    assert answer.startswith(b"HTTP/1.1 431 ")
    assert b"application/problem+json" in answer


@pytest.mark.parametrize("begun", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nX-Load: slow"])
def test_a_head_that_does_not_come_is_not_waited_for(
    house: Outside, monkeypatch: pytest.MonkeyPatch, begun: bytes
) -> None:
    monkeypatch.setattr("api.request_head.HEAD_S_MAX", 0.2)
    with line_to(house) as line:
        line.sendall(begun)
        answer = to_the_end(line)
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b'"code":"request.head-too-slow"' in answer


def test_a_line_on_which_requests_follow_each_other_is_kept(house: Outside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.request_head.HEAD_S_MAX", 1.2)
    with line_to(house) as line:
        for _ in range(4):
            line.sendall(b"GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n")
            while b'{"live":true}' not in line.recv(65_536):
                pass
            time.sleep(0.4)
        line.sendall(b"GET / HT")
        assert to_the_end(line).startswith(b"HTTP/1.1 408 ")


def test_a_body_that_does_not_come_is_given_up(house: Outside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.body.BODY_S_MAX", 0.2)
    before = house.head
    head = f"POST /v1/{RECORD_POINT} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {house.token('secretary')}\r\n"
    with line_to(house) as line:
        line.sendall(f"{head}Idempotency-Key: {uuid4()}\r\nContent-Length: 100\r\n\r\n{{".encode())
        answer = b""
        while b"}" not in answer:
            answer += line.recv(65_536)
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert b'"code":"json.cut-off"' in answer
    assert house.head == before


@pytest.mark.parametrize("place", [f"{MEETING}/history?key=a%00", f"{MEETING}%00", "lillebaelt/decisions?prefix=%00"])
def test_an_address_with_a_nul_in_it_is_none(house: Outside, place: str) -> None:
    """PostgreSQL cannot be asked for one."""
    with line_to(house) as line:
        line.sendall(
            f"GET /v1/{place} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {house.token('secretary')}\r\n\r\n".encode()
        )
        answer = to_the_end(line)
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert b'"code":"request.nul"' in answer


@pytest.mark.parametrize(
    "garbage", [b"GET / HTTP/1.1\r\nno colon\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00", b"HALLO\r\n\r\n"]
)
def test_what_is_no_http(house: Outside, garbage: bytes) -> None:
    with line_to(house) as line:
        line.sendall(garbage)
        answer = to_the_end(line)
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert b'"code":"request.malformed"' in answer
    assert house.as_("secretary").get(f"/v1/{MEETING}").status_code == 200


def test_a_body_that_is_cut_off_is_not_recorded(house: Outside) -> None:
    before = house.head
    head = f"POST /v1/{RECORD_POINT} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {house.token('secretary')}\r\n"
    with line_to(house) as line:
        line.sendall(f"{head}Idempotency-Key: {uuid4()}\r\nContent-Length: {len(POINT) + 1}\r\n\r\n".encode() + POINT)
    assert house.give("secretary", RECORD_POINT, POINT).json()["position"] == before + 1


# --- how surely they signed in ---


@pytest.mark.usefixtures("nothing_happens")
def test_what_decides_is_403_for_a_loose_sign_in_and_says_how_to_sign_in_again(house: Outside) -> None:
    assert house.house.issuer is not None
    loose = house.house.issuer.mint_token(STORY.cast["co-chair-region"], 60, Assurance.LOW)
    body = {"item": "nothing", "reason": "En sag.", "legal_basis": "Loven."}

    def shut_doors(**headers: str) -> httpx.Response:
        return house.give("co-chair-region", f"{MEETING}/shut-doors", body, **headers)

    refused = shut_doors(Authorization=f"Bearer {loose}")
    told = said_no(refused, 403, "policy.assurance-too-low")
    assert refused.headers["www-authenticate"].startswith(
        'Bearer error="insufficient_user_authentication", acr_values='
    )
    assert told["assurance"] == "substantial"
    said_no(shut_doors(), 409, "meeting.item-unknown")
    outsider = house.house.issuer.mint_token("dk/person/nobody", 60, Assurance.LOW)
    said_no(shut_doors(Authorization=f"Bearer {outsider}"), 403, "policy.denied")

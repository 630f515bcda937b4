"""Webhooks over HTTP: registered by clients and administrators, told of what they may see, and refused where unsafe."""

import json
import socket
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from standardwebhooks import Webhook as Verifier

from eventstore.cursor import Cursor
from klynge.webhooks.target import Targets
from tests.api.saying import POINT, RECORD_POINT
from tests.outside import CAST, MEETING, Json, Outside, copied, outside, problem
from tests.webhooks.receiver import Receiver, Reply, receiver

ADMINISTRATOR = "dk/person/administrator"
CLIENT, OTHER = "dk/client/esdh", "dk/client/andet"
INSIDER = CAST["kolding"]
HOOKS = "/v1/webhooks"


def office(house: Outside, holder: str, office: str, **more: Any) -> None:
    who = {"client" if holder.startswith("dk/client/") else "person": holder}
    body = {**who, "office": office, "reason": "Prøve.", "from_on": "2024-01-01", **more}
    answer = house.give(ADMINISTRATOR, f"dk/access/{uuid4()}/grant", body)
    assert answer.status_code == 200, answer.text


@pytest.fixture(scope="module")
def house(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    """Two systems may read of the cluster, and a member is an administrator of it too."""
    with outside(copied(mid_item_2, tmp_path_factory.mktemp("house"))) as house:
        office(house, CLIENT, "client", scopes=["lillebaelt"])
        office(house, OTHER, "client", scopes=["aarhus"])
        office(house, INSIDER, "administrator", scopes=["lillebaelt"])
        yield house


@pytest.fixture
def there() -> Iterator[Receiver]:
    with receiver() as there:
        yield there


@pytest.fixture
def name(house: Outside) -> Iterator[str]:
    """A name that nobody has; what is registered under it is taken away again."""
    name = f"hook-{uuid4()}"
    yield name
    for owner in (CLIENT, ADMINISTRATOR, INSIDER):
        house.as_(ADMINISTRATOR).delete(f"{HOOKS}/{name}", params={"owner": owner})


def put(house: Outside, name: str, url: str, by: str = CLIENT, **wish: Any) -> httpx.Response:
    return house.as_(by).put(f"{HOOKS}/{name}", json={"url": url, **wish})


def registered(house: Outside, name: str, url: str, by: str = CLIENT, **wish: Any) -> Json:
    answer = put(house, name, url, by, **wish)
    assert answer.status_code == 201, answer.text
    told: Json = answer.json()
    return told


def do(house: Outside, name: str, verb: str, by: str = CLIENT, *, body: Json | None = None, **query: str) -> Json:
    answer = house.as_(by).post(f"{HOOKS}/{name}/{verb}", params=query, json=body or {})
    assert answer.status_code == 200, answer.text
    told: Json = answer.json()
    return told


def say(house: Outside) -> int:
    """Something happens at the meeting; where it stands."""
    answer = house.give("secretary", RECORD_POINT, POINT)
    assert answer.status_code == 200, answer.text
    return int(answer.json()["position"])


def told_of(there: Receiver, count: int) -> list[int]:
    return [int(json.loads(each.body)["sequence"]) for each in there.until(count)]


# --- registering ---


def test_a_client_registers_an_address_and_is_told_of_what_happens(house: Outside, there: Receiver, name: str) -> None:
    row = registered(house, name, there.url, topics=[MEETING])
    position = say(house)
    (sent,) = there.until(1)
    event = Verifier(row["secret"]).verify(sent.body, sent.headers)
    assert (event["subject"], event["type"]) == (MEETING, "dk.klynge.meeting.point-recorded.v1")
    assert int(event["sequence"]) == position
    assert "data" not in event
    fetched = house.as_(CLIENT).get(event["dataref"].removeprefix(house.url)).json()
    assert [each["id"] for each in fetched] == [event["id"]], "and there it is read, by whoever may"


def test_an_address_is_asked_first_and_says_that_it_wants_it(house: Outside, there: Receiver, name: str) -> None:
    registered(house, name, there.url)
    (asked,) = there.sent
    assert (asked.method, asked.headers["webhook-request-origin"]) == ("OPTIONS", "127.0.0.1")
    put(house, name, there.url, topics=[MEETING])
    assert len(there.sent) == 1, "and not again for as long as it is the same"


@pytest.mark.parametrize(
    ("greeting", "code"),
    [
        (Reply(status=200), "webhook.not-welcome"),
        (Reply(status=200, headers={"WebHook-Allowed-Origin": "other.example"}), "webhook.not-welcome"),
        (Reply(status=405, headers={"WebHook-Allowed-Origin": "*"}), "webhook.not-welcome"),
        (Reply(status=302, headers={"Location": "/", "WebHook-Allowed-Origin": "*"}), "webhook.not-welcome"),
        (Reply(drops=True), "webhook.not-reached"),
    ],
    ids=["says nothing", "wants another", "refuses", "sends elsewhere", "drops the line"],
)
def test_one_that_does_not_say_so_is_not_registered(
    house: Outside, there: Receiver, name: str, greeting: Reply, code: str
) -> None:
    there.greeting = greeting
    answer = put(house, name, there.url)
    assert (answer.status_code, problem(answer)["code"]) == (409, code)
    assert house.as_(CLIENT).get(f"{HOOKS}/{name}").status_code == 404


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://esdh.example/hook", "webhook.host-unknown"),
        ("http://93.184.215.14/hook", "webhook.not-https"),
        ("https://10.0.0.1/hook", "webhook.address-refused"),
        ("https://169.254.169.254/latest/meta-data", "webhook.address-refused"),
        ("https://[fd00:ec2::254]/", "webhook.address-refused"),
        ("https://93.184.215.14:25/", "webhook.port-refused"),
        ("https://user@esdh.example/", "webhook.url-malformed"),
    ],
)
def test_an_unsafe_address_is_not_registered(house: Outside, name: str, url: str, code: str) -> None:
    answer = put(house, name, url)
    assert (answer.status_code, problem(answer)["code"]) == (409, code)
    assert house.as_(CLIENT).get(f"{HOOKS}/{name}").status_code == 404


def test_in_production_this_machine_is_not_called_either(
    house: Outside, there: Receiver, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house.house.webhooks, "targets", Targets(to_loopback=False))
    for url in (there.url, there.url.replace("http", "https"), f"https://localhost:{there.port}/"):
        answer = put(house, name, url)
        assert answer.status_code == 409
        assert problem(answer)["code"] in ("webhook.not-https", "webhook.address-refused")
    assert there.lines == 0


def test_a_line_to_an_address_of_ones_own_is_never_opened(house: Outside, name: str) -> None:
    """Nobody learns from how long it takes, or from what is answered, what lives in the network."""
    with socket.create_server(("127.0.0.2", 0)) as inner:
        inner.setblocking(False)
        port = inner.getsockname()[1]
        answers = {put(house, name, f"https://10.0.0.{n}:{port}/").json()["code"] for n in (1, 2)}
        assert answers == {"webhook.address-refused"}
        with pytest.raises(BlockingIOError):
            inner.accept()


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ({"topics": ["Lillebælt"]}, "topic.malformed"),
        ({"types": ["fund.vanished"]}, "type.unknown"),
        ({"after": "x"}, "changes.cursor-unknown"),
        ({"secret": "whsec_mine"}, "body.invalid"),
        ({"url": f"https://esdh.example/{'x' * 500}"}, "body.invalid"),
        ({"topics": [f"s{n}" for n in range(101)]}, "body.invalid"),
    ],
)
def test_what_is_asked_wrongly_is_told_so(
    house: Outside, there: Receiver, name: str, wish: dict[str, Any], code: str
) -> None:
    answer = put(house, name, wish.pop("url", there.url), **wish)
    assert (answer.status_code, problem(answer)["code"]) == (422, code)
    assert there.sent == []


def test_a_parameter_that_an_operation_does_not_know_is_refused(house: Outside, there: Receiver, name: str) -> None:
    registered(house, name, there.url)
    for answer in (
        house.as_(CLIENT).get(f"{HOOKS}/{name}", params={"limit": 1}),
        house.as_(CLIENT).get(HOOKS, params={"after": 1}),
        house.as_(CLIENT).put(f"{HOOKS}/{name}", params={"owner": OTHER}, json={"url": there.url}),
    ):
        assert (answer.status_code, problem(answer)["code"]) == (400, "query.unknown")


def test_a_name_that_is_none_is_refused(house: Outside, there: Receiver) -> None:
    answer = put(house, "Navn", there.url)
    assert (answer.status_code, problem(answer)["code"]) == (400, "name.malformed")


def test_it_begins_where_its_owner_says(house: Outside, there: Receiver, name: str) -> None:
    position = say(house)
    after = Cursor(house.house.epoch, "feed", position - 1).text()
    registered(house, name, there.url, topics=[MEETING], after=after)
    assert told_of(there, 1) == [position]
    lost = Cursor("another", "feed", 1).text()
    answer = put(house, f"{name}-2", there.url, after=lost)
    assert (answer.status_code, problem(answer)["code"]) == (409, "changes.epoch-changed")


# --- whose it is ---


@pytest.mark.parametrize("by", ["secretary", "auditor", "observer", "dk/client/fremmed"])
def test_who_is_neither_client_nor_administrator_has_no_business_here(
    house: Outside, there: Receiver, name: str, by: str
) -> None:
    registered(house, name, there.url)
    mine = {"owner": CLIENT}
    asked = [
        put(house, name, there.url, by),
        house.as_(by).get(HOOKS),
        house.as_(by).get(f"{HOOKS}/{name}", params=mine),
        house.as_(by).get(f"{HOOKS}/{name}/deliveries", params=mine),
        house.as_(by).delete(f"{HOOKS}/{name}", params=mine),
        *(house.as_(by).post(f"{HOOKS}/{name}/{verb}") for verb in ("pause", "resume", "rotate-secret", "test")),
    ]
    assert {(each.status_code, problem(each)["code"]) for each in asked} == {(403, "policy.denied")}
    assert house.as_(CLIENT).get(f"{HOOKS}/{name}").json()["state"] == "active"


def test_owners_know_nothing_of_each_others(house: Outside, there: Receiver, name: str) -> None:
    registered(house, name, there.url)
    for by in (OTHER, INSIDER):  # a client, and an administrator of one cluster
        assert name not in house.as_(by).get(HOOKS).text
        for answer in (
            house.as_(by).get(f"{HOOKS}/{name}"),
            house.as_(by).get(f"{HOOKS}/{name}", params={"owner": CLIENT}),
            house.as_(by).delete(f"{HOOKS}/{name}", params={"owner": CLIENT}),
        ):
            assert (answer.status_code, problem(answer)["code"]) == (404, "not-found")
    assert name in house.as_(CLIENT).get(HOOKS).text


def test_an_administrator_of_all_clusters_looks_after_everybodys_but_sends_nothing_in_their_name(
    house: Outside, there: Receiver, name: str
) -> None:
    secret = registered(house, name, there.url)["secret"]
    listed = house.as_(ADMINISTRATOR).get(HOOKS)
    assert name in listed.text
    assert secret not in listed.text
    assert do(house, name, "pause", ADMINISTRATOR, owner=CLIENT)["state"] == "paused"
    assert do(house, name, "resume", ADMINISTRATOR, owner=CLIENT)["state"] == "active"
    for verb in ("rotate-secret", "test", "replay"):
        answer = house.as_(ADMINISTRATOR).post(f"{HOOKS}/{name}/{verb}", params={"owner": CLIENT}, json={})
        assert (answer.status_code, problem(answer)["code"]) == (400, "query.unknown")
    gone = house.as_(ADMINISTRATOR).delete(f"{HOOKS}/{name}", params={"owner": CLIENT})
    assert (gone.status_code, gone.content) == (204, b"")
    assert house.as_(CLIENT).get(f"{HOOKS}/{name}").status_code == 404


def test_a_secret_is_told_once(house: Outside, there: Receiver, name: str) -> None:
    secret = registered(house, name, there.url)["secret"]
    for answer in (house.as_(CLIENT).get(HOOKS), house.as_(CLIENT).get(f"{HOOKS}/{name}"), put(house, name, there.url)):
        assert answer.is_success
        assert secret not in answer.text
    files = b"".join(each.read_bytes() for each in Path(house.settings.store.log).parent.iterdir() if each.is_file())
    assert secret.removeprefix("whsec_").encode() not in files


# --- what is told ---


def test_nothing_of_a_closed_item_is_told_even_to_an_owner_who_sees_it(
    house: Outside, there: Receiver, name: str
) -> None:
    registered(house, name, there.url, INSIDER, topics=[MEETING])
    before = Cursor(house.house.epoch, "feed", house.head).text()
    digest = sha256(b"notat").hexdigest()
    assert house.as_("secretary").put(f"/v1/lillebaelt/papers/{digest}", content=b"notat").status_code == 200
    paper = {"item": "klyngemidler", "attachment": f"bilag-{name}"[:40], "name": "Notat", "sha256": digest}
    grounds = {"item": "klyngemidler", "reason": "Personsag.", "legal_basis": "§ 27"}
    assert house.give("co-chair-region", f"{MEETING}/shut-doors", grounds).status_code == 200
    closed = house.give("secretary", f"{MEETING}/attach", paper)
    assert closed.status_code == 200, closed.text
    open_again = say(house)
    there.until_so(lambda: open_again in [int(json.loads(each.body)["sequence"]) for each in there.posts])
    feeds = {
        part: [each["data"]["position"] for each in house.as_(part).get("/v1/changes", params={"after": before}).json()]
        for part in (INSIDER, CLIENT)
    }
    assert closed.json()["position"] in feeds[INSIDER], "the control: its owner sees it"
    assert told_of(there, 1) == [position for position in feeds[CLIENT] if position <= open_again]
    assert closed.json()["position"] not in told_of(there, 1)


# --- how it goes ---


def test_a_test_event_says_how_it_went(house: Outside, there: Receiver, name: str) -> None:
    secret = registered(house, name, there.url)["secret"]
    there.reply = lambda _: Reply(status=202)
    told = do(house, name, "test")
    assert (told["outcome"], told["status"]) == ("delivered", 202)
    (sent,) = there.posts
    assert Verifier(secret).verify(sent.body, sent.headers)["type"] == "dk.klynge.webhook.test.v1"
    there.reply = lambda _: Reply(status=500)
    assert do(house, name, "test")["outcome"] == "refused"
    page = house.as_(CLIENT).get(f"{HOOKS}/{name}/deliveries").json()
    assert [each["outcome"] for each in page["deliveries"]] == ["refused", "delivered"]


def test_every_delivery_stands_in_its_log(house: Outside, there: Receiver, name: str) -> None:
    registered(house, name, there.url, topics=[MEETING])
    wanted = [say(house) for _ in range(3)]
    told_of(there, 3)
    page: Json = {}
    while len(page.get("deliveries", ())) < 3:
        page = house.as_(CLIENT).get(f"{HOOKS}/{name}/deliveries").json()
    first = house.as_(CLIENT).get(f"{HOOKS}/{name}/deliveries", params={"limit": 2}).json()
    rest = house.as_(CLIENT).get(f"{HOOKS}/{name}/deliveries", params={"after": first["next"]}).json()
    assert first["deliveries"] + rest["deliveries"] == page["deliveries"]
    assert rest["next"] is None
    told = [int(each["event"].rpartition(":")[2]) for each in reversed(page["deliveries"])]
    assert told == wanted
    assert {(each["attempt"], each["status"], each["outcome"]) for each in page["deliveries"]} == {
        (1, 204, "delivered")
    }


def test_a_secret_is_changed_without_a_delivery_that_does_not_verify(
    house: Outside, there: Receiver, name: str
) -> None:
    first = registered(house, name, there.url, topics=[MEETING])["secret"]
    second = do(house, name, "rotate-secret")["secret"]
    assert first != second
    say(house)
    (sent,) = there.until(1)
    for secret in (first, second):
        Verifier(secret).verify(sent.body, sent.headers)


def test_a_range_is_sent_again(house: Outside, there: Receiver, name: str) -> None:
    registered(house, name, there.url, topics=[MEETING])
    wanted = [say(house) for _ in range(2)]
    assert told_of(there, 2) == wanted
    before = Cursor(house.house.epoch, "feed", wanted[0] - 1).text()
    do(house, name, "replay", body={"after": before})
    assert told_of(there, 4) == wanted * 2
    answer = house.as_(CLIENT).post(f"{HOOKS}/{name}/replay", json={"after": "now", "to": before})
    assert (answer.status_code, problem(answer)["code"]) == (409, "webhook.replay-range")


def test_one_that_is_paused_is_told_afterwards(house: Outside, there: Receiver, name: str) -> None:
    registered(house, name, there.url, topics=[MEETING])
    do(house, name, "pause")
    wanted = [say(house) for _ in range(2)]
    row = house.as_(CLIENT).get(f"{HOOKS}/{name}").json()
    assert (row["state"], there.posts) == ("paused", [])
    assert row["behind"] >= 2
    do(house, name, "resume")
    assert told_of(there, 2) == wanted


def test_one_that_says_it_is_gone_is_disabled_and_can_be_resumed(house: Outside, there: Receiver, name: str) -> None:
    registered(house, name, there.url, topics=[MEETING])
    there.reply = lambda _: Reply(status=410)
    position = say(house)
    there.until(1)
    row: Json = {}
    while row.get("state") != "disabled":
        row = house.as_(CLIENT).get(f"{HOOKS}/{name}").json()
    assert row["why"] == "gone"
    there.reply = lambda _: Reply()
    do(house, name, "resume")
    assert told_of(there, 2) == [position, position]


def test_how_many_there_are_is_measured(house: Outside, there: Receiver, name: str) -> None:
    registered(house, name, there.url)
    say(house)
    there.until(1)
    found: dict[str, float] = {}
    while not found.get("klynge_webhooks_active"):
        lines = httpx.get(f"{house.url}/metrics").text.splitlines()
        found = {key: float(value) for key, _, value in (each.partition(" ") for each in lines if each[0] != "#")}
    assert found["klynge_webhooks_delivered"] >= 1


def test_it_goes_on_where_it_was_after_a_restart(mid_item_2: Path, tmp_path: Path, there: Receiver) -> None:
    copied(mid_item_2, tmp_path)
    with outside(tmp_path) as house:
        office(house, CLIENT, "client", scopes=["lillebaelt"])
        registered(house, "journal", there.url, topics=[MEETING])
        wanted = [say(house)]
        assert told_of(there, 1) == wanted
        do(house, "journal", "pause")
        wanted += [say(house), say(house)]
    with outside(tmp_path) as house:
        do(house, "journal", "resume")
        assert told_of(there, 3) == wanted

"""Webhooks over HTTP: registered by clients and administrators, each one's own, and refused where unsafe."""

import socket
from pathlib import Path
from typing import Any

import pytest
from standardwebhooks import Webhook as Verifier

from eventstore.cursor import Cursor
from klynge.webhooks.target import Targets
from tests.outside import MEETING, Outside, problem
from tests.webhooks.asking import ADMINISTRATOR, CLIENT, HOOKS, INSIDER, OTHER, do, put, registered, say, told_of
from tests.webhooks.receiver import Receiver, Reply

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

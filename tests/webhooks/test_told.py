"""Webhooks in a whole house: told of what may be told outside, and what their owners see and do of it."""

import json
from hashlib import sha256
from pathlib import Path

import httpx
from standardwebhooks import Webhook as Verifier

from eventstore.cursor import Cursor
from tests.outside import MEETING, Json, Outside, copied, outside, problem
from tests.webhooks.asking import (
    CLIENT,
    HOOKS,
    INSIDER,
    do,
    office,
    registered,
    say,
    told_of,
)
from tests.webhooks.receiver import Receiver, Reply

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

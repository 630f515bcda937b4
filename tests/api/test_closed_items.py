"""An item over HTTP as its doors are shut and opened, with a closed paper, an extract and a guest: at every door the same."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from tests.api.feed import everything
from tests.outside import MEETING, Json, Outside, copied, outside

ITEM = "middelfart"
"""On the floor."""
GUEST = "dk/person/3f1c2f0e-guest"
INSIDER, OUTSIDER = "plo-syd", "observer"
VIEWS = (MEETING, "lillebaelt/meetings", "lillebaelt/decisions", "lillebaelt/lineage", "lillebaelt/documents")
GROUNDS = {"reason": "Personsag.", "legal_basis": "§ 27"}


@pytest.fixture
def house(mid_item_2: Path, tmp_path: Path) -> Iterator[Outside]:
    with outside(copied(mid_item_2, tmp_path)) as house:
        yield house


def give(house: Outside, part: str, verb: str, **body: object) -> int:
    answer = house.give(part, f"{MEETING}/{verb}", {**body})
    assert answer.status_code == 200, answer.text
    return int(answer.json()["position"])


def say(house: Outside, text: str) -> int:
    point = {"type": "remark", "sort": "remark", "text": text}
    return give(house, "secretary", "record-point", item=ITEM, point=point)


def attach(house: Outside, name: str, content: bytes, **more: object) -> None:
    digest = sha256(content).hexdigest()
    assert house.as_("secretary").put(f"/v1/lillebaelt/papers/{digest}", content=content).status_code == 200
    give(house, "secretary", "attach", item=ITEM, attachment=name, name=f"Om {name}", sha256=digest, **more)


def doors(house: Outside, part: str, word: str, at: int) -> dict[str, bool]:
    """At which doors somebody is told a word; `at`: a position where it stood openly."""
    reader = house.as_(part)
    asked = [(topic, reader.get(f"/v1/{topic}")) for topic in VIEWS]
    asked += [(f"{topic} at", reader.get(f"/v1/{topic}", params={"at": at})) for topic in VIEWS]
    told = {name: word in answer.text + str(answer.headers) for name, answer in asked}
    trail: Json = {"next": 0}
    entries = ""
    while trail["next"] is not None:
        answer = reader.get("/v1/lillebaelt/audit-trail", params={"after": trail["next"]})
        if answer.status_code != 200:
            break
        trail, entries = answer.json(), entries + answer.text
    told["trail"] = word in entries
    told["feed"] = word in str(everything(house, part, 500))
    return told


def tells(house: Outside, part: str, word: str, at: int) -> set[str]:
    return {name for name, told in doors(house, part, word, at).items() if told}


EVERYWHERE = {MEETING, f"{MEETING} at", "trail", "feed"}


def test_what_was_said_openly_is_closed_with_the_doors_and_open_with_them_again(house: Outside) -> None:
    at = say(house, "Sagt om kornblomst.")
    assert tells(house, OUTSIDER, "kornblomst", at) == EVERYWHERE, "the control"
    give(house, "co-chair-region", "shut-doors", item=ITEM, **GROUNDS)
    for part in (OUTSIDER, "auditor"):
        assert tells(house, part, "kornblomst", at) == set(), part
    assert tells(house, INSIDER, "kornblomst", at) == EVERYWHERE
    give(house, "co-chair-region", "publish-extract", item=ITEM, text="Enige om valmue.")
    assert tells(house, OUTSIDER, "valmue", at) >= {MEETING}
    assert tells(house, OUTSIDER, "kornblomst", at) == set()
    give(house, "co-chair-region", "open-doors", item=ITEM, reason="Intet personligt.")
    assert tells(house, OUTSIDER, "kornblomst", at) == EVERYWHERE


def test_a_closed_paper_of_an_open_item_is_read_and_known_of_by_insiders_alone(house: Outside) -> None:
    attach(house, "ranunkel", b"hemmeligt bilag", shut=GROUNDS)
    at = house.head
    paper = f"/v1/{MEETING}/attachments/{ITEM}/ranunkel"
    for part in (OUTSIDER, "auditor"):
        assert tells(house, part, "ranunkel", at) == set(), part
        assert house.as_(part).get(paper).status_code == 404
    assert tells(house, INSIDER, "ranunkel", at) == EVERYWHERE
    assert house.as_(INSIDER).get(paper).content == b"hemmeligt bilag"
    give(house, "co-chair-region", "open-attachment", item=ITEM, attachment="ranunkel", reason="Intet personligt.")
    assert tells(house, OUTSIDER, "ranunkel", at) == EVERYWHERE
    opened = house.as_(OUTSIDER).get(paper)
    assert opened.content == b"hemmeligt bilag"
    give(house, "co-chair-region", "shut-attachment", item=ITEM, attachment="ranunkel", **GROUNDS)
    assert tells(house, OUTSIDER, "ranunkel", at) == set()
    again = house.as_(OUTSIDER).get(paper, headers={"If-None-Match": opened.headers["etag"]})
    assert again.status_code == 404, "not even that it is the same"


def invite(house: Outside) -> None:
    person = {"name": "Gæst", "function": "Ekspert", "party": "dk/party/region-syddanmark"}
    assert house.give("secretary", f"{GUEST}/register", person).status_code == 200
    give(house, "secretary", "invite-guest", person=GUEST, items=[ITEM])


def test_a_guest_is_told_of_their_item_while_it_runs_and_of_nothing_else(house: Outside) -> None:
    at = say(house, "Sagt om kornblomst.")
    attach(house, "ranunkel", b"bilag til gaesten")
    give(house, "co-chair-region", "shut-doors", item=ITEM, **GROUNDS)
    assert house.as_(GUEST).get(f"/v1/{MEETING}").status_code == 404, "not invited yet"
    invite(house)
    paper = f"/v1/{MEETING}/attachments/{ITEM}/ranunkel"
    assert tells(house, GUEST, "kornblomst", at) == EVERYWHERE
    assert house.as_(GUEST).get(paper).content == b"bilag til gaesten"
    rows = house.rows(GUEST, MEETING)
    assert {key.split("/")[1] for key in rows if key.startswith("item/")} == {ITEM}
    assert [each["topic"] for each in house.as_(GUEST).get("/v1/session").json()["meetings"]] == [MEETING]
    for topic in ("meetings", "decisions", "people", "actions", "front", "initiatives", "funds", "mandates"):
        assert house.as_(GUEST).get(f"/v1/lillebaelt/{topic}").status_code == 404, topic
    for topic in ("dk/people", "lillebaelt/fund/klyngemidler"):
        assert house.as_(GUEST).get(f"/v1/{topic}").status_code == 404, topic
    feed = everything(house, GUEST, 500)
    assert {event["subject"] for event in feed} == {MEETING}
    assert {event["data"]["event"].get("item") for event in feed} == {ITEM}

    give(house, "co-chair-region", "take-up-item", item="klyngemidler")
    assert tells(house, GUEST, "kornblomst", at) == set()
    assert house.as_(GUEST).get(paper).status_code == 404
    assert everything(house, GUEST, 500) == []
    assert house.rows(GUEST, MEETING)[f"item/{ITEM}"]["title"] is None
    assert tells(house, INSIDER, "kornblomst", at) == EVERYWHERE, "the control"

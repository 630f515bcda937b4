"""Search over HTTP: what one may read is found, now and as of then; what one may not leaves no trace; what is shown is noted."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.outside import CAST, MEETING, Json, Outside, copied, outside, problem

SEARCH = "lillebaelt/search"
ITEM = "klyngemidler"
CANARY = "kanariefuglen"
ADMINISTRATOR = "dk/person/administrator"
PATIENCE_S = 30


@pytest.fixture(scope="module")
def house(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    """Something is said at an item behind closed doors; somebody looks after personal data."""
    with outside(copied(mid_item_2, tmp_path_factory.mktemp("house"))) as house:
        grounds = {"item": ITEM, "reason": f"Personsag om {CANARY}.", "legal_basis": "§ 27"}
        assert house.give("co-chair-region", f"{MEETING}/shut-doors", grounds).status_code == 200
        office = {
            "person": CAST["psychiatry"],
            "office": "data-protection",
            "reason": "Udpeget.",
            "from_on": "2024-01-01",
        }
        assert house.give(ADMINISTRATOR, f"dk/access/{uuid4()}/grant", office).status_code == 200
        until_indexed(house)
        yield house


def until_indexed(house: Outside) -> None:
    """The index holds all that stands in the log."""
    deadline = time.monotonic() + PATIENCE_S
    search = house.house._search
    assert search._index is not None
    while (making := search._index.in_use()) is None or making.position < house.head:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def hits(house: Outside, part: str, q: str, **query: str | int) -> list[Json]:
    return list(house.view(part, SEARCH, q=q, **query)["hits"])


def test_what_was_said_is_found_in_each_of_its_forms(house: Outside) -> None:
    found = hits(house, "secretary", "investeringer")
    assert found
    assert all("investering" in str(each["words"]).lower() for each in found)
    assert all(any(word in each["excerpt"] for word in each["words"]) for each in found)
    assert [each["position"] for each in found] == sorted((each["position"] for each in found), reverse=True)
    assert {each["stream"]["id"] for each in found} >= {MEETING}


def test_an_event_is_found_by_its_sentence_and_by_whom_it_names(house: Outside) -> None:
    by_kind = hits(house, "secretary", "mødet åbnet")
    assert "meeting.opened" in {each["tag"] for each in by_kind}
    named = hits(house, "secretary", "Middelfart")
    assert len({each["tag"] for each in named}) > 1
    assert all("middelfart" in (each["excerpt"] + each["da"]).lower() for each in named)


def test_words_in_a_row_and_several_words(house: Outside) -> None:
    assert hits(house, "secretary", '"investering i kvalitet"')
    assert not hits(house, "secretary", '"kvalitet i investering"')
    both = {each["position"] for each in hits(house, "secretary", "investering kvalitet")}
    assert both <= {each["position"] for each in hits(house, "secretary", "investering")}


def test_pages_go_on_after_the_last_hit_and_hold_every_hit_once(house: Outside) -> None:
    every = [each["position"] for each in hits(house, "secretary", "projekt")]
    assert len(every) > 4
    paged: list[int] = []
    page: Json = house.view("secretary", SEARCH, q="projekt", limit=2)
    paged += [each["position"] for each in page["hits"]]
    while page["next"] is not None:
        page = house.view("secretary", SEARCH, q="projekt", limit=2, after=page["next"])
        paged += [each["position"] for each in page["hits"]]
    assert paged == every


def test_as_of_then_nothing_later_is_found(house: Outside) -> None:
    every = hits(house, "secretary", "projekt")
    middle = every[len(every) // 2]["position"]
    then = hits(house, "secretary", "projekt", at=middle)
    assert [each["position"] for each in then] == [each["position"] for each in every if each["position"] <= middle]


def test_ones_own_write_is_found_at_once_and_the_index_finds_it_as_the_log_does(house: Outside) -> None:
    word = "nyskrevne"
    point = {"item": "middelfart", "point": {"type": "remark", "sort": "remark", "text": f"Den {word} tekst."}}
    answer = house.give("secretary", f"{MEETING}/record-point", point)
    assert answer.status_code == 200, answer.text
    position = answer.json()["position"]
    told = house.view("secretary", SEARCH, q=word, min_position=position)
    assert told["position"] >= position
    assert [each["position"] for each in told["hits"]] == [position]
    until_indexed(house)
    assert hits(house, "secretary", word) == told["hits"]


# --- what is closed ---


def test_what_is_closed_is_found_by_insiders_and_leaves_no_trace_for_others(house: Outside) -> None:
    (hit,) = hits(house, "secretary", CANARY)
    assert CANARY in hit["excerpt"], "the control: it is found"
    nothing = house.as_("observer").get(f"/v1/{SEARCH}", params={"q": "ordsomingenharsagt"})
    closed = house.as_("observer").get(f"/v1/{SEARCH}", params={"q": CANARY})
    assert closed.content == nothing.content
    assert closed.headers.keys() == nothing.headers.keys()
    assert "etag" not in closed.headers
    for limit in (1, 50):
        ours = house.view("observer", SEARCH, q="punkt", limit=limit)
        assert CANARY not in str(ours)
        assert hit["position"] != ours["next"]


def test_who_has_no_part_in_a_scope_is_told_that_there_is_none(house: Outside) -> None:
    answer = house.as_("secretary").get("/v1/randers/search", params={"q": "møde"})
    assert answer.status_code == 404
    assert problem(answer) == problem(house.as_("secretary").get("/v1/findes-ikke/search", params={"q": "møde"}))
    assert house.as_("dk/person/ingen").get(f"/v1/{SEARCH}", params={"q": "møde"}).status_code == 404


def test_what_is_shown_of_closed_items_is_noted_and_what_was_only_looked_at_is_not(house: Outside) -> None:
    def noted(part: str) -> set[str]:
        found = house.view("psychiatry", "access-log", reader=CAST[part])["reads"]
        return {each["item"] for each in found if each["via"] == "search"}

    hits(house, "kolding", "ordsomingenharsagt")
    hits(house, "kolding", "præcedens")
    assert ITEM not in noted("kolding")
    assert hits(house, "kolding", CANARY)
    assert ITEM in noted("kolding")
    hits(house, "observer", CANARY)
    assert ITEM not in noted("observer")


def test_of_an_auditor_every_search_is_noted(house: Outside) -> None:
    hits(house, "auditor", "projekt")
    found = house.view("psychiatry", "access-log", reader=CAST["auditor"])["reads"]
    assert SEARCH in {each["topic"] for each in found}


# --- what is refused ---


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({}, "q.malformed"),
        ({"q": "og"}, "q.no-words"),
        ({"q": "x" * 201}, "q.malformed"),
        ({"q": "møde", "by": "x"}, "query.unknown"),
        ({"q": "møde", "at": "engang"}, "at.malformed"),
        ({"q": "møde", "after": "-1"}, "after.malformed"),
        ({"q": "møde", "limit": "mange"}, "limit.malformed"),
    ],
)
def test_a_bad_question_is_told_what_is_wrong(house: Outside, query: dict[str, Any], code: str) -> None:
    answer = house.as_("secretary").get(f"/v1/{SEARCH}", params=query)
    assert answer.status_code == 400
    assert problem(answer)["code"] == code


def test_nobody_searches_without_a_sign_in(house: Outside) -> None:
    answer = house.as_("secretary").get(f"/v1/{SEARCH}", params={"q": "møde"}, headers={"Authorization": ""})
    assert answer.status_code == 401

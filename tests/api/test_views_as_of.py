"""Views over HTTP: as of a position, a moment or a day; after one's own write; page by page; and for those who may see them."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.api.saying import FUND, POINT, RECORD_POINT
from tests.outside import MEETING, Json, Outside, copied, outside, problem

POLITICAL_2024 = "lillebaelt/meeting/2024-04-26-political"
LISTS = (
    "meetings",
    "conditions",
    "referrals",
    "actions",
    "mandates",
    "documents",
    "lineage",
    "compliance",
    "proposals",
    "initiatives",
    "funds",
    "front",
)
TOPICS = (
    *(MEETING, FUND, "lillebaelt/decisions", "lillebaelt/people", "dk/people"),
    *(f"lillebaelt/{view}" for view in LISTS),
)


@pytest.fixture(scope="module")
def house(ended: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    """The story at its end."""
    with outside(copied(ended, tmp_path_factory.mktemp("house"))) as house:
        yield house


def as_of(house: Outside, at: str | int, topic: str = MEETING) -> Json:
    return house.view("plo-syd", topic, at=at)


def floor_at(house: Outside, raw_query: str) -> str | None:
    """The item on the floor, for a query that is sent letter by letter."""
    answer = house.as_("plo-syd").get(f"/v1/{MEETING}?{raw_query}")
    assert answer.status_code == 200, answer.text
    floor: str | None = answer.json()["rows"]["meeting"]["floor"]
    return floor


# --- as of then ---


def test_twenty_past_six_shows_item_2_under_discussion(house: Outside) -> None:
    """The sentence of the issue."""
    rows = as_of(house, "2024-04-09T18:20+02:00")["rows"]
    assert rows["meeting"]["floor"] == "middelfart"
    assert (rows["item/middelfart"]["number"], rows["item/middelfart"]["state"]) == ("2", "discussed")
    assert rows["item/middelfart/question/q1"]["conclusion"] == "agreed"
    assert rows["item/middelfart/question/q2"]["conclusion"] is None
    assert not [key for key in rows if "/decision/" in key]
    assert rows["item/klyngemidler"]["state"] == "planned"


@pytest.mark.parametrize(
    "at",
    [
        "2024-04-09T18:20+02:00",
        "2024-04-09T18:20%2B02:00",
        "2024-04-09T18:20:00%2B02:00",
        "2024-04-09T18:20:00.000000%2B02:00",
        "2024-04-09T16:20:00Z",
        "2024-04-09T16:20Z",
        "2024-04-09T12:20-04:00",
        "2024-04-09T18:20",
        "2024-04-09T18:20:00",
        "2024-04-09%2018:20",
    ],
)
def test_a_moment_may_be_written_in_several_ways(house: Outside, at: str) -> None:
    """A plus that is sent raw comes as a blank. Without an offset it is Danish time."""
    assert floor_at(house, f"at={at}") == "middelfart"


def test_a_moment_is_exact_to_its_second(house: Outside) -> None:
    """Item 2 was taken up at 18.06.00 and settled at 18.29.00."""
    floors = [floor_at(house, f"at=2024-04-09T18:{clock}") for clock in ("05:59", "06:00", "28:59", "29:00")]
    assert floors == [None, "middelfart", "middelfart", None]


def test_a_moment_that_the_record_prints_is_after_what_happened_then(mid_item_2: Path, tmp_path: Path) -> None:
    """The record prints whole seconds and keeps their parts, so what is asked for without a part is the whole second."""
    with outside(copied(mid_item_2, tmp_path)) as house:
        position = house.give("secretary", RECORD_POINT, POINT).json()["position"]
        recorded_at = house.house.kept_log.recorded_at(position)
        assert recorded_at % 1_000_000, "it happened within a second, not at its beginning"
        row = house.rows("plo-syd", MEETING, min_position=position)[f"item/middelfart/point/{position:010d}"]
        told = house.view("auditor", "lillebaelt/audit-trail", after=position - 1)["entries"][0]
        assert (told["position"], told["at"]) == (position, row["at"])

        for topic in (MEETING, "lillebaelt/audit-trail"):
            assert house.view("auditor", topic, at=row["at"])["position"] == position
            # The control: a part of a second is exact.
            assert house.view("auditor", topic, at=row["at"].replace("Z", ".000000Z"))["position"] == position - 1


def test_a_position_is_as_of_that_event(house: Outside) -> None:
    then = as_of(house, "2024-04-09T18:20+02:00")
    again = as_of(house, then["position"])
    assert again == then
    earlier = as_of(house, then["position"] - 1)
    assert earlier["position"] == then["position"] - 1
    assert "item/middelfart/question/q2" not in earlier["rows"]


def test_a_day_is_its_end_in_denmark(house: Outside) -> None:
    """On 9 April the meeting had ended, and 3.4 waited for the 26th."""
    day = as_of(house, "2024-04-09")["rows"]
    assert day["meeting"]["phase"] == "adjourned"
    assert day["item/klyngemidler/decision/3.4"]["standing"] == "waiting"
    last = as_of(house, "2024-04-09T23:59:59.999999+02:00")
    assert last["position"] == as_of(house, "2024-04-09")["position"]
    assert as_of(house, "2024-04-09T21:59:59Z")["position"] == last["position"]
    assert as_of(house, "2024-04-26")["rows"]["item/klyngemidler/decision/3.4"]["standing"] == "in-effect"


def test_before_the_beginning_a_scope_is_empty_and_a_stream_is_not_there(house: Outside) -> None:
    for at in ("1999-12-31", "0", "0001-01-01T00:00Z"):
        assert as_of(house, at, "lillebaelt/decisions") | {"cursor": ""} == {
            "topic": "lillebaelt/decisions",
            "position": 0,
            "cursor": "",
            "rows": {},
            "next": None,
        }
        assert problem(house.as_("plo-syd").get(f"/v1/{MEETING}", params={"at": at}))["status"] == 404
    # A meeting that was called on 18 April is not there on the evening of the 9th, and the register has no decision in March.
    assert problem(house.as_("plo-syd").get(f"/v1/{POLITICAL_2024}", params={"at": "2024-04-09"}))["status"] == 404
    assert as_of(house, "2024-03-20", "lillebaelt/decisions")["rows"] == {}


def test_beyond_the_head_a_position_is_refused_and_a_moment_is_now(house: Outside) -> None:
    head = house.head
    told = problem(house.as_("plo-syd").get(f"/v1/{MEETING}", params={"at": head + 1}))
    assert (told["status"], told["code"], told["parameter"]) == (400, "at.beyond-head", "at")
    assert str(head) in told["detail"]
    assert as_of(house, head)["position"] == head
    assert as_of(house, "2031-01-01")["position"] == head
    assert as_of(house, "9999-12-31")["position"] == head


@pytest.mark.parametrize(
    "at",
    [
        *("", "now", "igår", "-1", "+5", "1_000", "²", "٣", "1e3", "1.0", "9" * 16, "20240409x"),
        *("2024-02-30", "2024-04-09T25:00Z", "2024-04-09T18:60Z", "2024-W15-2", "2024-04", "2024-4-9", "24-04-09"),
        *("2024-04-09T18", "2024-04-09T18:20+0200", "2024-04-09T18:20 CEST", "2024-04-09T18:20Z\n", "2024-04-09 "),
        *("2024-04-09T18:20+25:00", "0000-01-01"),
    ],
)
def test_what_is_no_moment(house: Outside, at: str) -> None:
    told = problem(house.as_("plo-syd").get(f"/v1/{MEETING}", params={"at": at}))
    assert (told["status"], told["code"]) == (400, "at.malformed")


def test_rights_are_todays_also_for_what_was_so_before(house: Outside) -> None:
    """The patients' member has died: no seat today opens the past in which there was one."""
    answer = house.as_("patients").get(f"/v1/{MEETING}", params={"at": "2024-04-09T18:02+02:00"})
    assert problem(answer)["status"] == 404
    assert house.rows("plo-syd", "lillebaelt/people", at="2024-04-09T18:02+02:00")["body/strategic/seat/patienter"][
        "person"
    ]


def test_the_audit_trail_ends_where_it_is_asked_to(house: Outside) -> None:
    then = house.view("auditor", "lillebaelt/audit-trail", at="2024-04-09T18:20+02:00")
    assert then["entries"][-1]["position"] == then["position"] == as_of(house, "2024-04-09T18:20+02:00")["position"]
    assert then["next"] is None


# --- after one's own write ---


def test_min_position_waits_for_ones_own_write(mid_item_2: Path, tmp_path: Path) -> None:
    with outside(copied(mid_item_2, tmp_path)) as house:
        for _ in range(20):
            position = house.give("secretary", RECORD_POINT, POINT).json()["position"]
            rows = house.rows("observer", MEETING, min_position=position)
            assert f"item/middelfart/point/{position:010d}" in rows


def test_a_position_that_does_not_come_is_told(house: Outside) -> None:
    answer = house.as_("plo-syd").get(f"/v1/{MEETING}", params={"min_position": house.head + 1})
    told = problem(answer)
    assert (told["status"], told["code"], answer.headers["retry-after"]) == (503, "position.not-yet", "1")


# --- page by page, and once only ---


@pytest.mark.parametrize("topic", TOPICS)
def test_pages_together_are_the_whole(house: Outside, topic: str) -> None:
    whole = house.view("plo-syd", topic)
    assert whole["next"] is None
    rows: Json = {}
    after: dict[str, str] = {}
    for _ in range(len(whole["rows"]) + 50):
        page = house.view("plo-syd", topic, limit=3, **after)
        assert len(page["rows"]) <= 3
        assert not rows.keys() & page["rows"].keys()
        rows |= page["rows"]
        if page["next"] is None:
            break
        after = {"after": page["next"]}
    assert rows == whole["rows"]
    assert list(rows) == sorted(rows)


def test_a_prefix_asks_for_a_part_of_the_keys_and_pages_within_it(house: Outside) -> None:
    """What followed from decision 3.4, in log order: one answer, one question sent on, one condition, one action."""
    prefix = "meeting/2024-04-09-strategic/decision/3.4/to/"
    whole = house.view("plo-syd", "lillebaelt/lineage")["rows"]
    part = house.view("plo-syd", "lillebaelt/lineage", prefix=prefix)
    assert part["rows"] == {key: row for key, row in whole.items() if key.startswith(prefix)}
    assert len(whole) > len(part["rows"]) == 4
    first = house.view("plo-syd", "lillebaelt/lineage", prefix=prefix, limit=3)
    rest = house.view("plo-syd", "lillebaelt/lineage", prefix=prefix, after=first["next"])
    assert first["rows"] | rest["rows"] == part["rows"]
    assert rest["next"] is None
    # A key begins with itself, and is the first of its part.
    alone = house.view("plo-syd", "lillebaelt/conditions", prefix="c2", limit=1)
    assert (list(alone["rows"]), alone["next"]) == (["c2"], "c2")
    assert list(house.view("plo-syd", "lillebaelt/conditions", prefix="c2", after="c2")["rows"]) == ["c2/end"]
    assert list(house.view("plo-syd", "lillebaelt/conditions", prefix="c2", at=100)["rows"]) == []
    # Of a stream, too, a prefix that nothing begins with is an empty part of what is there.
    assert house.view("plo-syd", MEETING, prefix="item/ingen/")["rows"] == {}
    assert house.view("plo-syd", MEETING, prefix="item/middelfart/decision/", at=1)["rows"] == {}


def test_the_audit_trail_comes_in_pages_too(house: Outside) -> None:
    whole = house.view("auditor", "lillebaelt/audit-trail")
    entries, after = [], 0
    while after is not None:
        page = house.view("auditor", "lillebaelt/audit-trail", limit=50, after=after)
        assert len(page["entries"]) <= 50
        entries += page["entries"]
        after = page["next"]
    assert entries == whole["entries"]
    assert len(entries) > 100


@pytest.mark.parametrize("topic", [*TOPICS, "lillebaelt/audit-trail"])
def test_what_a_reader_has_already_is_not_sent_again(house: Outside, topic: str) -> None:
    client = house.as_("plo-syd")
    first = client.get(f"/v1/{topic}")
    assert first.headers["cache-control"] == "private, no-cache"
    assert first.headers["vary"] == "Cookie, Authorization"
    for held in (first.headers["etag"], f'"other", {first.headers["etag"]}', f"W/{first.headers['etag']}"):
        again = client.get(f"/v1/{topic}", headers={"If-None-Match": held})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert client.get(f"/v1/{topic}", headers={"If-None-Match": '"other"'}).status_code == 200
    assert (
        client.get(f"/v1/{topic}", params={"at": 150}, headers={"If-None-Match": first.headers["etag"]}).status_code
        == 200
    )


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("att=100", "query.unknown"),
        ("At=100", "query.unknown"),
        ("at=100&at=101", "query.doubled"),
        ("limit=ti", "limit.malformed"),
        ("limit=-1", "limit.malformed"),
        ("min_position=1.5", "min_position.malformed"),
        ("min_position=", "min_position.malformed"),
    ],
)
def test_a_misspelt_question_is_not_passed_over(house: Outside, query: str, code: str) -> None:
    told = problem(house.as_("plo-syd").get(f"/v1/{MEETING}?{query}"))
    assert (told["status"], told["code"], told["parameter"]) == (400, code, query.partition("=")[0])
    assert house.as_("plo-syd").get(f"/v1/{MEETING}?at=150&limit=0&min_position=1&after=").status_code == 200


# --- who may see it ---


UNSEEN = {
    "a meeting that does not exist": ("plo-syd", "lillebaelt/meeting/2024-04-10-strategic"),
    "a meeting of another scope": ("plo-syd", "midt/meeting/2024-04-09-strategic"),
    "another scope": ("plo-syd", "midt/decisions"),
    "a scope that there is not": ("auditor", "ingensteds/decisions"),
    "a scope that there is not, its people": ("administrator", "ingensteds/people"),
    "a scope that there is not, its trail": ("auditor", "ingensteds/audit-trail"),
    "a scope that cannot be": ("plo-syd", "Lillebaelt/decisions"),
    "a kind without a view": ("plo-syd", "lillebaelt/party/x"),
    "a kind that does not exist": ("plo-syd", "lillebaelt/ministry/x"),
    "a view that does not exist": ("plo-syd", "lillebaelt/everything"),
    "a name that cannot be": ("plo-syd", "lillebaelt/meeting/Møde 1"),
    "a row within": ("plo-syd", f"{MEETING}%7Citem/middelfart"),
    "somebody without a seat": ("dk/person/nobody", MEETING),
    "somebody without a seat, of a scope": ("dk/person/nobody", "lillebaelt/decisions"),
    "somebody without a seat, of all": ("dk/person/nobody", "dk/people"),
    "somebody without a seat, of the trail": ("dk/person/nobody", "lillebaelt/audit-trail"),
    "the dead": ("patients", MEETING),
}


@pytest.mark.parametrize(("part", "topic"), UNSEEN.values(), ids=UNSEEN.keys())
def test_what_one_may_not_know_of_is_not_there(house: Outside, part: str, topic: str) -> None:
    """Never 403: the answer does not tell whether there is such a thing."""
    answer: httpx.Response = house.as_(part).get(f"/v1/{topic}")
    missing = house.as_(part).get("/v1/lillebaelt/meeting/none")
    assert problem(answer) == problem(missing)
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")
    assert "etag" not in answer.headers


@pytest.mark.parametrize("topic", [*TOPICS, "lillebaelt/audit-trail"])
@pytest.mark.parametrize("part", ["secretary", "plo-syd", "observer", "elected-vejle", "auditor"])
def test_whoever_holds_a_seat_or_an_office_sees_what_is_open(house: Outside, part: str, topic: str) -> None:
    assert house.view(part, topic)["position"] == house.head


def test_nobody_in_particular_is_told_to_sign_in(house: Outside) -> None:
    answer = httpx.get(f"{house.url}/v1/{MEETING}")
    assert problem(answer)["status"] == 401
    assert answer.headers["www-authenticate"] == "Bearer"

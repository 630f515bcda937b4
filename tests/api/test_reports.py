"""The status report of a plan over HTTP: as data and as a sheet, now and as of then, for those who may see it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.outside import Outside, copied, outside, problem

PLAN = "lillebaelt/plan/handleplan"
REPORT = f"/v1/{PLAN}/report"


@pytest.fixture(scope="module")
def house(ended: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    """The story at its end, with a plan that an initiative is said to belong to."""
    with outside(copied(ended, tmp_path_factory.mktemp("house"))) as house:
        political = "lillebaelt/body/political"
        for address, body in (
            (f"{PLAN}/draft", {"title": "Handleplan 2024", "plan_kind": "action-plan", "by_body": political}),
            (f"{PLAN}/set-theme", {"theme": "aeldre", "number": "1", "title": "Ældre", "theme_kind": "theme"}),
            (
                "lillebaelt/initiative/fald/list",
                {"title": "Færre fald", "by": [], "phase": "trial", "plan": PLAN, "theme": "aeldre", "number": "1"},
            ),
        ):
            answer = house.give("secretary", address, body)
            assert answer.status_code == 200, answer.text
        yield house


def test_it_tells_how_each_initiative_goes_and_as_of_which_position(house: Outside) -> None:
    report = house.as_("plo-syd").get(REPORT, params={"min_position": house.head}).json()
    assert (report["title"], report["position"]) == ("Handleplan 2024", house.head)
    (fall,) = report["initiatives"]
    assert (fall["title"], fall["stage"], fall["colour"], fall["ordered"]) == (
        "Færre fald",
        "listed",
        "not-reported",
        False,
    )
    assert report["themes"][0]["initiatives"] == ["lillebaelt/initiative/fald"]
    assert report["counts"]["not-reported"] == 1
    assert report["words"]["not-reported"] == {"da": "ikke meldt", "en": "not reported"}


def test_as_of_an_earlier_position_it_says_what_was_so_then(house: Outside) -> None:
    before = house.as_("plo-syd").get(REPORT, params={"at": house.head - 1}).json()
    assert (before["position"], before["initiatives"]) == (house.head - 1, [])
    assert problem(house.as_("plo-syd").get(REPORT, params={"at": 10}))["code"] == "not-found"


def test_a_spreadsheet_asks_for_it_by_its_own_type(house: Outside) -> None:
    sheet = house.as_("plo-syd").get(REPORT, headers={"Accept": "text/csv"})
    assert sheet.headers["content-type"] == "text/csv; charset=utf-8"
    assert sheet.headers["content-disposition"] == f'attachment; filename="handleplan-{house.head}.csv"'
    assert "Accept" in sheet.headers["vary"]
    assert sheet.content.decode("utf-8-sig").splitlines()[2].startswith("1;Færre fald;Ældre;oplyst;forsøg")
    english = house.as_("plo-syd").get(REPORT, headers={"Accept": "text/csv"}, params={"lang": "en"})
    assert "not reported" in english.text


def test_whoever_has_it_already_is_sent_nothing(house: Outside) -> None:
    first = house.as_("plo-syd").get(REPORT)
    again = house.as_("plo-syd").get(REPORT, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_no_plan_and_no_right_to_it_look_alike(house: Outside) -> None:
    missing = problem(house.as_("plo-syd").get("/v1/lillebaelt/plan/ingen/report"))
    strangers = problem(house.as_("dk/person/nobody").get(REPORT))
    assert (missing["code"], strangers["code"]) == ("not-found", "not-found")
    assert problem(house.as_("plo-syd").get(REPORT, params={"lang": "de"}))["code"] == "lang.unknown"

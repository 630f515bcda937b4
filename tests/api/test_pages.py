"""Pages: their documents under a strict content policy, their assets kept for ever, and nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from klynge.house import WEB
from tests.outside import Outside, copied, outside, problem

POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "form-action": "'self'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}
DOCUMENTS = ["/log-ind", "/lillebaelt/moede/2024-04-09-strategic", "/lillebaelt", "/nowhere/moede/none"]


@pytest.fixture(scope="module")
def house(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with outside(copied(mid_item_2, tmp_path_factory.mktemp("house"))) as house:
        yield house


@pytest.fixture(scope="module")
def browser(house: Outside) -> Iterator[httpx.Client]:
    """Nobody in particular: pages hold nothing of the record."""
    with httpx.Client(base_url=house.url) as browser:
        yield browser


def test_the_front_is_the_sign_in_page(browser: httpx.Client) -> None:
    answer = browser.get("/")
    assert (answer.status_code, answer.headers["location"]) == (303, "/log-ind")


@pytest.mark.parametrize("path", DOCUMENTS)
def test_a_document_comes_under_a_strict_policy(browser: httpx.Client, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    policy = dict(each.strip().split(" ", 1) for each in answer.headers["content-security-policy"].split(";"))
    assert policy == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["cache-control"] == "no-cache"
    assert "server" not in answer.headers
    # The policy allows no script or style within the document, and none from elsewhere.
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|(?:src|href)=\"(?:https?:)?//", answer.text)


@pytest.mark.parametrize("path", DOCUMENTS[:2])
def test_what_a_document_names_is_served_and_kept_for_ever(browser: httpx.Client, path: str) -> None:
    named = re.findall(r'(?:src|href)="(/assets/[^"]+)"', browser.get(path).text)
    assert {name.rsplit(".", 1)[1] for name in named} >= {"js", "css"}
    for name in named:
        answer = browser.get(name)
        assert answer.status_code == 200, name
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_file_whose_name_holds_no_hash_is_asked_for_again(browser: httpx.Client) -> None:
    files = {path.name for path in (WEB / "dist" / "assets").iterdir()}
    unhashed = {name for name in files if not re.search(r"-[\w-]{8}\.\w+$", name)}
    assert len(unhashed) < len(files)
    for name in unhashed:
        assert browser.get(f"/assets/{name}").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/Lillebaelt",
            "/log-ind/",
            "/Log-ind",
            "/lillebaelt/moede/",
            "/lillebaelt/moede/x/y",
            "/index.html",
            "/demo",
        ),
        *("/assets/", "/assets/none.js", "/assets/..%2F..%2Fpages.json", "/assets/../../package.json", "/static/x.js"),
        *("/.env", "/klynge.db", "/web/pages.json", "/assets//etc/passwd"),
    ],
)
def test_a_page_that_is_not_there(browser: httpx.Client, path: str) -> None:
    answer = browser.get(path)
    told = problem(answer)
    assert (told["status"], told["code"]) == (404, "not-found")
    assert "max-age" not in answer.headers["cache-control"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_pages_are_read_only(browser: httpx.Client, method: str) -> None:
    assert problem(browser.request(method, "/log-ind"))["status"] == 405
    assert problem(browser.request(method, "/assets/none.js"))["status"] == 405


def test_the_health_of_the_house_holds_nothing_of_the_record(browser: httpx.Client, house: Outside) -> None:
    assert browser.get("/health/live").json() == {"live": True}
    assert browser.get("/health/ready").json() == {"ready": True, "faults": []}
    metrics = browser.get("/metrics").text
    assert f"klynge_head {float(house.head)}" in metrics
    assert "middelfart" not in metrics


@pytest.mark.parametrize(
    ("path", "status", "says", "way"),
    [
        ("/lillebaelt/nowhere/none", 404, "Det findes ikke, eller du må ikke se det.", "/log-ind"),
        ("/v1/session", 401, "Log ind for at fortsætte.", "/log-ind?next=%2Fv1%2Fsession"),
        ("/v1/lillebaelt/body/none/close", 405, "Adressen findes, men kan ikke bruges sådan.", "/log-ind"),
    ],
)
def test_whoever_goes_to_an_address_reads_a_problem_as_a_page(
    browser: httpx.Client, path: str, status: int, says: str, way: str
) -> None:
    visit = {"Accept": "text/html,application/xhtml+xml", "Sec-Fetch-Mode": "navigate"}
    answer = browser.get(path, headers=visit)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert says in answer.text
    assert '<p lang="en">' in answer.text
    assert f'href="{way}"' in answer.text
    assert re.search(r'<link rel="stylesheet" href="/assets/all-[^"]+\.css">', answer.text)
    assert "script-src" not in answer.headers["content-security-policy"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert int(answer.headers["content-length"]) == len(answer.content)
    for other in ({"Accept": "application/json"}, visit | {"Sec-Fetch-Mode": "cors"}, {}):
        assert browser.get(path, headers=other).headers["content-type"] == "application/problem+json"


def test_what_is_asked_for_is_no_markup_in_the_page_of_a_problem(browser: httpx.Client) -> None:
    answer = browser.get('/a/b/c?"><script>x</script>', headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert "<script" not in answer.text
    answer = browser.get('/v1/session?"><script>x</script>', headers={"Accept": "text/html"})
    assert answer.status_code == 401
    assert "<script" not in answer.text

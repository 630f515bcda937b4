"""OpenAPI: valid, complete, under names that stay; and its page, which needs no other host."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpx
import msgspec
import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from openapi_spec_validator import validate

from api.doors import has_door
from domain.streams import STREAMS
from projections.views import OF_SCOPE, OF_STREAM
from stories.lillebaelt_2024_04_09 import STORY
from tests.api.openapi_names import NAMES, names_in
from tests.api.saying import FUND
from tests.outside import MEETING, Json, Outside, copied, outside, problem


@pytest.fixture(scope="module")
def house(ended: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with outside(copied(ended, tmp_path_factory.mktemp("house"))) as house:
        yield house


@pytest.fixture(scope="module")
def document(house: Outside) -> Json:
    answer = httpx.get(f"{house.url}/openapi.json")
    assert answer.headers["content-type"] == "application/json"
    document: Json = answer.json()
    return document


def operations(document: Json) -> dict[str, Json]:
    return {operation["operationId"]: operation for path in document["paths"].values() for operation in path.values()}


def schema_of(document: Json, operation_id: str, status: str = "200") -> Json:
    (content,) = operations(document)[operation_id]["responses"][status]["content"].values()
    schema: Json = content["schema"]
    return schema


def check(document: Json, schema: Json, body: Any) -> None:
    """A body against a schema of the document. Raises ValidationError."""
    Draft202012Validator(schema | {"components": document["components"]}).validate(body)


# --- the document ---


def test_it_is_valid_openapi_3_1(document: Json) -> None:
    validate(document)
    assert document["openapi"] == "3.1.0"


def test_names_stay(document: Json) -> None:
    """Where this fails because something new stands in the document, `python -m tests.api.openapi_names` adds its names."""
    assert names_in(document) == msgspec.json.decode(NAMES.read_bytes())


def test_every_operation_has_a_name_of_its_own(document: Json) -> None:
    ids = [operation["operationId"] for path in document["paths"].values() for operation in path.values()]
    assert len(ids) == len(set(ids))


def test_every_command_is_an_operation_with_a_schema_of_its_own(document: Json) -> None:
    doors = {
        f"{kind.name}.{command.verb}": command for kind in STREAMS for command in kind.commands if has_door(command)
    }
    bodies = {}
    for name, command in doors.items():
        operation = operations(document)[name]
        bodies[name] = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
        headers = {each["name"]: each["required"] for each in operation["parameters"] if each["in"] == "header"}
        assert headers == {"Idempotency-Key": True, "If-Match": command.needs_version}
        assert {"400", "401", "403", "404", "409", "412", "422", "428", "503"} <= operation["responses"].keys()
    assert len(set(bodies.values())) == len(doors) > 50
    assert not {"meeting.note-condition-met", "condition.waive", "log.open"} & operations(document).keys()


def test_every_view_describes_its_rows(document: Json) -> None:
    for name in (*OF_STREAM, *OF_SCOPE):
        view = document["components"]["schemas"][schema_of(document, f"view.{name}")["$ref"].rsplit("/", 1)[1]]
        rows = view["properties"]["rows"]["additionalProperties"]
        described = [each["$ref"] for each in rows.get("anyOf", [rows])]
        assert described
        for each in described:
            row = document["components"]["schemas"][each.rsplit("/", 1)[1]]
            assert row["properties"]["type"]["enum"], each


def test_every_no_is_a_problem(document: Json) -> None:
    for name, operation in operations(document).items():
        for status, answer in operation["responses"].items():
            if status == "default" or int(status) >= 400:
                assert list(answer["content"]) == ["application/problem+json"], (name, status)


# --- what is described is what is answered ---


@pytest.mark.parametrize(
    ("operation", "path"),
    [
        ("view.meeting", f"/v1/{MEETING}"),
        ("view.fund", f"/v1/{FUND}"),
        ("view.decisions", "/v1/lillebaelt/decisions"),
        ("view.people", "/v1/lillebaelt/people"),
        ("view.initiatives", "/v1/lillebaelt/initiatives"),
        ("view.initiative", "/v1/lillebaelt/initiative/middelfart"),
        ("view.funds", "/v1/lillebaelt/funds"),
        ("view.front", "/v1/lillebaelt/front"),
        ("view.people", "/v1/dk/people"),
        ("view.audit-trail", "/v1/lillebaelt/audit-trail"),
        ("changes.read", "/v1/changes?limit=500"),
        ("session.show", "/v1/session"),
    ],
)
def test_answers_are_as_described(house: Outside, document: Json, operation: str, path: str) -> None:
    answer = house.as_("secretary").get(path)
    assert answer.status_code == 200
    (media_type,) = operations(document)[operation]["responses"]["200"]["content"]
    assert answer.headers["content-type"] == media_type
    check(document, schema_of(document, operation), answer.json())


def test_a_row_that_is_not_described_does_not_pass(house: Outside, document: Json) -> None:
    """So that the check above can fail."""
    view = house.view("secretary", MEETING)
    schema = schema_of(document, "view.meeting")
    view["rows"]["meeting"]["type"] = "party"
    with pytest.raises(Exception, match="party"):
        check(document, schema, view)


def test_every_command_of_the_story_is_as_described(document: Json) -> None:
    given = set()
    for step in STORY.steps:
        kind, verb = step.to.split("/")[1], type(step.command).verb
        body = operations(document)[f"{kind}.{verb}"]["requestBody"]["content"]["application/json"]["schema"]
        check(document, body, msgspec.json.decode(msgspec.json.encode(step.command)))
        given.add(f"{kind}.{verb}")
    assert len(given) > 30


def test_signing_in_is_as_described(house: Outside, document: Json) -> None:
    assert house.house.issuer is not None
    with httpx.Client(base_url=house.url, headers={"Klynge-Request": "1", "Origin": house.url}) as browser:
        code = house.house.issuer.mint_code(STORY.cast["secretary"])
        signed_in = browser.post("/v1/session", json={"code": code})
        check(document, schema_of(document, "session.begin"), signed_in.json())
        ticket = browser.post("/v1/tickets")
        check(document, schema_of(document, "ticket.issue"), ticket.json())
        assert browser.delete("/v1/session").status_code == 204


@pytest.mark.parametrize(
    ("path", "status"),
    [("/v1/nowhere", 404), (f"/v1/{MEETING}?at=x", 400), ("/v1/changes?after=x", 400)],
)
def test_problems_are_as_described(house: Outside, document: Json, path: str, status: int) -> None:
    told = problem(house.as_("secretary").get(path))
    assert told["status"] == status
    check(document, document["components"]["schemas"]["Problem"], told)


# --- its page ---

ASSET = re.compile(r'(?:src|href)="([^"]+)"')


def test_the_page_names_no_other_host_and_all_it_names_is_served(house: Outside) -> None:
    answer = httpx.get(f"{house.url}/docs")
    assert answer.status_code == 200
    hosts = set(re.findall(r"(?:https?:)?//([\w.-]+\.[a-z]{2,})", answer.text))
    assert hosts == set()
    assets = ASSET.findall(answer.text)
    assert any(asset.endswith(".js") for asset in assets)
    for asset in assets:
        assert httpx.get(urljoin(house.url, asset)).status_code == 200, asset
    assert '"/openapi.json"' in httpx.get(f"{house.url}/docs/start.js").text


def test_a_door_says_how_sure_a_sign_in_it_asks_for(document: Json) -> None:
    told = operations(document)
    asks = "Asks for a sign-in at the NSIS level substantial (betydelig)."
    assert asks in told["meeting.record-decision"]["description"]
    assert asks not in told["meeting.record-point"]["description"]

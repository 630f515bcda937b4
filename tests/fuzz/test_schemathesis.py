"""Every operation of the description is asked, as it is described and as it is not: no defect, and no answer that is not described.

In short some of them, in `make fuzz` each fifty times (`EXAMPLES=500` for more). Views are asked for by name too, and each answers.
"""

import copy
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from schemathesis.core.failures import Failure, FailureGroup

from api.doors import has_door
from domain.streams import STREAMS
from projections.views import OF_SCOPE, OF_STREAM
from stories.sequence import SEQUENCE
from tests.eventstore.test_defects import DEFECT, deciding
from tests.fuzz.asking import Asking
from tests.outside import Json, Outside, copied, outside

IN_SHORT, AT_LENGTH = 4, 50
IN_SHORT_EVERY = 20
"""Making requests of a large schema takes longer than answering them, so in short only some operations are asked."""

TOLD = {f"{step.to.split('/')[1]}.{type(step.command).verb}" for story in SEQUENCE for step in story.steps}
"""Commands that stories give over HTTP; one that is refused ends its playing (tests/stories, tests/klynge/test_commands.py)."""
NOT_IN_THE_STORY = {"plan"}
"""Views of one stream of a kind that this story has none of; tests/projections shows them."""


@pytest.fixture(scope="module")
def house(ended: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with outside(copied(ended, tmp_path_factory.mktemp("fuzzed"))) as house:
        yield house


@pytest.fixture(scope="module")
def document(house: Outside) -> Json:
    document: Json = httpx.get(f"{house.url}/openapi.json").json()
    return document


def test_nothing_that_is_asked_meets_a_defect_or_an_answer_that_is_not_described(
    house: Outside, document: Json, request: pytest.FixtureRequest
) -> None:
    at_length = request.config.getoption("--at-length")
    examples = int(os.environ.get("EXAMPLES", AT_LENGTH)) if at_length else IN_SHORT
    asking = Asking(house, document)
    wrong: dict[str, list[str]] = {}

    asked = list(asking.operations.items())[:: 1 if at_length else IN_SHORT_EVERY]
    for name, operation in asked:
        try:
            asking.ask(name, operation, examples)
        except FailureGroup as failed:
            wrong[name] = [str(each) for each in failed.exceptions]
        except Failure as failed:
            wrong[name] = [str(failed)]

    assert wrong == {}
    assert asking.statuses.keys() == dict(asked).keys()
    statuses = {status for counted in asking.statuses.values() for status in counted}
    assert not [status for status in statuses if status >= 500]
    # What was asked got past the first gate, and not all of it past the last.
    assert len(statuses) > 2
    if at_length:
        sys.stderr.write(f"\n{_told(asking, examples)}\n")


def test_an_answer_that_is_not_described_would_be_found(house: Outside, document: Json) -> None:
    """The control: a description that the service does not keep."""
    doctored = copy.deepcopy(document)
    session = doctored["paths"]["/v1/session"]["get"]["responses"]["200"]["content"]["application/json"]
    session["schema"] = {"type": "object", "required": ["what nobody answers"]}
    asking = Asking(house, doctored)
    with pytest.raises((Failure, FailureGroup), match="what nobody answers"):
        asking.ask("session.show", asking.operations["session.show"], IN_SHORT)


def test_a_defect_would_be_found(house: Outside, document: Json, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: a rule that raises."""
    deciding(monkeypatch, lambda: 1 // 0)
    asking = Asking(house, document)
    scope, _, name = DEFECT.split("/")
    operation = asking.operations["party.register"]
    case = operation.Case(
        path_parameters={"scope": scope, "name": name},
        headers={"Idempotency-Key": str(uuid4())},
        body={"name": "En part", "party_kind": "municipality"},
        media_type="application/json",
    )
    with pytest.raises((Failure, FailureGroup)):
        asking.carry_out("party.register", case, "administrator")
    assert asking.statuses == {"party.register": {500: 1}}


# --- every operation answers as it should, once at least ---


def test_every_view_answers(house: Outside, document: Json) -> None:
    asking = Asking(house, document)
    for name in OF_SCOPE:
        _ask_well(asking, f"view.{name}", {"scope": "lillebaelt"})
    for name in OF_STREAM:
        if name in NOT_IN_THE_STORY:
            assert asking._streams[name] == []
            continue
        assert any(
            _asked(asking, f"view.{name}", {"scope": scope, "name": stream}) == 200
            for scope, stream in asking._streams[name]
        ), name
    asked = {*OF_SCOPE, *OF_STREAM} - NOT_IN_THE_STORY
    assert {f"view.{name}" for name in asked} <= asking.answered_well()


def _ask_well(asking: Asking, name: str, path: dict[str, Any]) -> None:
    statuses = [_asked(asking, name, path, by) for by in ("secretary", "administrator")]
    assert 200 in statuses, (name, statuses)


def _asked(asking: Asking, name: str, path: dict[str, Any], by: str = "secretary") -> int:
    case = asking.operations[name].Case(path_parameters=path)
    return asking.carry_out(name, case, by).status_code


def _told(asking: Asking, examples: int) -> str:
    doors = {f"{kind.name}.{command.verb}" for kind in STREAMS for command in kind.commands if has_door(command)}
    left = sorted(doors - asking.answered_well() - TOLD)
    answers = sum(sum(counted.values()) for counted in asking.statuses.values())
    return f"{len(asking.operations)} operations, {examples} each: {answers} answers. Never answered well: {left}"

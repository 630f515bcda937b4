"""Every operation of the description: once as it is meant, from a state in which it does what it is for; then at random, as it is
described and as it is not. No defect, and no answer that is not described.

In short some of them at random, in `make fuzz` each fifty times (`EXAMPLES=500` for more), which writes docs/fuzz.md.
"""

import copy
import os
import sys
import time
from uuid import uuid4

import pytest
from schemathesis.core.failures import Failure, FailureGroup

from tests.eventstore.test_defects import DEFECT, deciding
from tests.fuzz.asking import Asking
from tests.fuzz.once import read_and_sign_in
from tests.fuzz.prepared.meetings import CALL
from tests.fuzz.report import INTRODUCTION, PAGE, written
from tests.outside import Json, Outside

IN_SHORT, AT_LENGTH = 4, 50
IN_SHORT_EVERY = 20
"""Making requests of a large schema takes longer than answering them, so in short only some operations are asked."""

SENDS_ON = {
    "sign-in.begin": "is asked by a browser, and sends it to the issuer",
    "sign-in.finish": "is asked by a browser, and sends it back to the page it came from, with a session",
}
"""operation -> why 303 is what it is for: the description knows no 2xx of it"""


# --- as it is meant ---


def test_every_operation_does_what_it_is_for(house: Outside, told: Asking, document: Json) -> None:
    read_and_sign_in(house, told)

    described = {each["operationId"] for path in document["paths"].values() for each in path.values()}
    assert told.operations.keys() == described
    assert sorted(described - told.answered_well - SENDS_ON.keys()) == []
    for name in SENDS_ON:
        assert told.statuses[name].keys() == {303}
        assert not [status for status in told.operations[name].definition.raw["responses"] if status.startswith("2")]
    assert not [status for counted in told.statuses.values() for status in counted if status >= 500]


def test_an_operation_that_answers_nobody_would_be_found(house: Outside, document: Json) -> None:
    """The control: a plan is asked for by somebody of another cluster, and by nobody else."""
    asking = Asking(house, document)
    answer = asking.asked("view.plan", "plo-syd", path={"scope": "midt", "name": "handleplan-2023"})
    assert (answer.status_code, asking.answered_well) == (404, set())


def test_a_command_whose_answer_is_not_described_would_be_found(house: Outside, document: Json) -> None:
    """The control: the description promises of every command what none of them answers."""
    doctored = copy.deepcopy(document)
    doctored["components"]["schemas"]["Recorded"]["required"].append("what nobody answers")
    with pytest.raises((Failure, FailureGroup), match="what nobody answers"):
        Asking(house, doctored).give("secretary", "lillebaelt/meeting/kontrol", CALL)


# --- at random ---


def test_nothing_that_is_asked_meets_a_defect_or_an_answer_that_is_not_described(
    house: Outside, told: Asking, document: Json, request: pytest.FixtureRequest, capfd: pytest.CaptureFixture[str]
) -> None:
    at_length = request.config.getoption("--at-length")
    examples = int(os.environ.get("EXAMPLES", AT_LENGTH)) if at_length else IN_SHORT
    asking = Asking(house, document)
    wrong: dict[str, list[str]] = {}
    began = time.monotonic()

    asked = list(asking.operations)[:: 1 if at_length else IN_SHORT_EVERY]
    for number, name in enumerate(asked, 1):
        found = asking.ask(name, examples)
        if found:
            wrong[name] = found
        if at_length:
            with capfd.disabled():
                sys.stderr.write(f"\r{number} of {len(asked)} operations, {asking.said()} answers, {len(wrong)} wrong ")
                sys.stderr.flush()
    if at_length:
        page = written(asking, told, examples, sum(map(len, wrong.values())), time.monotonic() - began)
        PAGE.write_text(page)
        with capfd.disabled():
            sys.stderr.write(f"\n{page}\n")

    assert wrong == {}
    assert asking.statuses.keys() == set(asked)
    statuses = {status for counted in asking.statuses.values() for status in counted}
    assert not [status for status in statuses if status >= 500]
    # What was asked got past the first gate, and not all of it past the last.
    assert len(statuses) > 2


def test_an_answer_that_is_not_described_would_be_found(house: Outside, document: Json) -> None:
    """The control: a description that the service does not keep."""
    doctored = copy.deepcopy(document)
    session = doctored["paths"]["/v1/session"]["get"]["responses"]["200"]["content"]["application/json"]
    session["schema"] = {"type": "object", "required": ["what nobody answers"]}
    asking = Asking(house, doctored)
    assert "what nobody answers" in str(asking.ask("session.show", IN_SHORT))


def test_a_defect_would_be_found(house: Outside, document: Json, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: a rule that raises."""
    deciding(monkeypatch, lambda: 1 // 0)
    asking = Asking(house, document)
    scope, _, name = DEFECT.split("/")
    with pytest.raises((Failure, FailureGroup)):
        asking.asked(
            "party.register",
            "administrator",
            path={"scope": scope, "name": name},
            headers={"Idempotency-Key": str(uuid4())},
            body={"name": "En part", "party_kind": "municipality"},
            media_type="application/json",
        )
    assert asking.statuses == {"party.register": {500: 1}}


def test_the_page_tells_of_a_run_at_length_that_found_nothing() -> None:
    page = PAGE.read_text()
    assert page.startswith(INTRODUCTION)
    assert "| 5xx | 0 |" in page
    assert "| off the description | 0 |" in page

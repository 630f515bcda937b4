"""Every error of the rooms below leaves as one problem, with its own status, and a defect tells nothing."""

from string import Formatter

import httpx
import pytest
from fastapi import FastAPI

from api.problems import Problem, install_problems
from api.tokens import KeysPending
from domain.policy import Denied
from domain.refusal import Refused
from domain.streams import REASONS
from eventstore.keys import KeysUnavailable
from eventstore.mapper import FromTheFuture
from eventstore.writer import Busy, Missing, OtherBody, Outage, Overtook, VersionRequired
from tests.api.entrance import problem

NAMES = {"dk/person/5f1d22aa": "Formanden", "lillebaelt/meeting/2024-04-09": "Mødet den 9. april 2024"}


def app_raising(error: Exception) -> FastAPI:
    app = FastAPI()
    install_problems(app, lambda stream: NAMES[stream])

    @app.get("/{number}")
    async def door(number: int) -> int:
        if number == 1:
            return number
        raise error

    return app


async def answered(error: Exception, path: str = "/2") -> httpx.Response:
    transport = httpx.ASGITransport(app_raising(error), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        assert (await client.get("/1")).json() == 1
        return await client.get(path)


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (Problem(400, "a.b", "Nej.", "No."), 400, "a.b"),
        (Denied(), 403, "policy.denied"),
        (Missing("lillebaelt/fund/x"), 404, "not-found"),
        (Refused("fund.exists"), 409, "fund.exists"),
        (Overtook(7), 412, "version.overtaken"),
        (OtherBody(), 422, "idempotency.other-body"),
        (VersionRequired(), 428, "version.required"),
        (Busy(), 503, "log.busy"),
        (Outage(), 503, "log.outage"),
        (KeysUnavailable("gone"), 503, "keys.unavailable"),
        (KeysPending(), 503, "identity.keys-pending"),
        (FromTheFuture("fund.merged v2"), 503, "log.from-the-future"),
    ],
)
async def test_an_error_has_its_status_and_code(error: Exception, status: int, code: str) -> None:
    answer = await answered(error)
    assert problem(answer) == (status, code)
    assert ("retry-after" in answer.headers) == (status == 503)
    assert answer.headers["cache-control"] == "no-store"


async def test_a_refusal_is_told_with_names_for_ids_and_words_for_days() -> None:
    answer = await answered(Refused("meeting.seat-occupied", seat="formand-region", person="dk/person/5f1d22aa"))
    assert answer.json()["detail"] == "Pladsen formand-region er taget af Formanden."
    assert answer.json()["detail_en"] == "The seat formand-region is taken by Formanden."
    assert answer.json()["params"] == {"seat": "formand-region", "person": "dk/person/5f1d22aa"}
    day = await answered(Refused("day.future", day="2031-04-09"))
    assert day.json()["detail"].startswith("9. april 2031 ligger efter i dag")
    never = await answered(Refused("day.unknown", day="2023-02-30"))
    assert never.json()["detail"] == "2023-02-30 findes ikke i kalenderen."
    decision = await answered(Refused("decision.unknown", decision="lillebaelt/meeting/2024-04-09#3"))
    assert decision.json()["detail"] == "Beslutningen 3 (Mødet den 9. april 2024) findes ikke."


def params_of(reason: str) -> dict[str, str]:
    return {field: "1" for _, field, _, _ in Formatter().parse(reason) if field}


@pytest.mark.parametrize("code", sorted(REASONS))
async def test_every_reason_of_the_rules_can_be_told(code: str) -> None:
    da, en = REASONS[code]
    answer = await answered(Refused(code, **(params_of(da) | params_of(en))))
    assert problem(answer) == (409, code)
    assert "{" not in answer.json()["detail"] + answer.json()["detail_en"]


async def test_overtaken_says_the_version_it_has_now() -> None:
    answer = await answered(Overtook(7))
    assert (answer.json()["version"], answer.headers["etag"]) == (7, '"7"')


async def test_an_unknown_outcome_is_repeated_with_the_same_key() -> None:
    assert "same key" in (await answered(Outage())).json()["detail_en"]
    assert "nothing was recorded" in (await answered(Busy())).json()["detail_en"]


async def test_a_defect_tells_nothing() -> None:
    answer = await answered(RuntimeError("the fund of dk/person/5f1d22aa"))
    assert problem(answer) == (500, "internal")
    assert "fund" not in answer.text


async def test_a_parameter_that_does_not_fit() -> None:
    assert problem(await answered(Busy(), "/two")) == (422, "request.invalid")

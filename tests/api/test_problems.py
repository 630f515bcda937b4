"""Every error of the rooms below leaves as one problem, with its own status, and a defect tells nothing."""

from string import Formatter

import httpx
import pytest
from fastapi import FastAPI

from api.problems import Problem, install_problems
from api.refusals import refusal_in_words
from api.tokens import KeysPending
from domain.policy import Denied
from domain.refusal import Refused
from domain.streams import REASONS
from eventstore.given import Busy, Missing, OtherBody, Outage, Overtook, VersionRequired
from eventstore.keys import KeysUnavailable
from eventstore.mapper import FromTheFuture
from tests.api.entrance import problem

NAMES = {"dk/person/5f1d22aa": "Formanden", "lillebaelt/meeting/2024-04-09": "Mødet den 9. april 2024"}


class Known:
    """Names as a reader knows them."""

    def stream(self, stream: str) -> str:
        return NAMES[stream]

    def scope(self, scope: str) -> str:
        return f"Sundhedsklynge {scope.title()}"

    def item(self, item: str) -> tuple[str, str | None] | None:
        return {"open": ("2", "Middelfart"), "shut": ("3", None)}.get(item)


def app_raising(error: Exception) -> FastAPI:
    app = FastAPI()
    install_problems(app)

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


def told(code: str, **params: str | int) -> tuple[str, str]:
    return refusal_in_words(Refused(code, **params), Known())


def test_a_refusal_is_told_with_names_for_ids_and_words_for_days() -> None:
    assert told("meeting.seat-occupied", seat="formand-region", person="dk/person/5f1d22aa") == (
        "Pladsen formand-region er taget af Formanden.",
        "The seat formand-region is taken by Formanden.",
    )
    assert told("day.future", day="2031-04-09")[0].startswith("9. april 2031 ligger efter i dag")
    assert told("day.unknown", day="2023-02-30")[0] == "2023-02-30 findes ikke i kalenderen."
    decision = told("decision.unknown", decision="lillebaelt/meeting/2024-04-09#3")
    assert decision[0] == "Beslutningen 3 (Mødet den 9. april 2024) findes ikke."
    assert told("scope.other", id="dk/person/5f1d22aa", scope="lillebaelt")[0] == (
        "Formanden hører ikke til Sundhedsklynge Lillebaelt."
    )


def test_an_item_is_told_as_far_as_the_reader_knows_it() -> None:
    assert told("meeting.nothing-discussed", item="open") == (
        "Punkt 2 (Middelfart) er ikke under behandling.",
        "Item 2 (Middelfart) is not on the floor.",
    )
    assert told("meeting.nothing-discussed", item="shut")[0] == "Punkt 3 er ikke under behandling."
    assert told("meeting.nothing-discussed", item="i-7f")[0] == "i-7f er ikke under behandling."


async def test_a_refusal_keeps_its_params_beside_the_words() -> None:
    answer = await answered(Refused("meeting.seat-occupied", seat="formand-region", person="dk/person/5f1d22aa"))
    assert answer.json()["params"] == {"seat": "formand-region", "person": "dk/person/5f1d22aa"}
    assert answer.json()["detail"] == "Pladsen formand-region er taget af 5f1d22aa."


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

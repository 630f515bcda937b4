"""What went wrong, as clients hear of it (RFC 9457): the one place that turns errors into answers.

A reason is Danish, with the English beside it. What is not known here is a defect of ours: 500, and no details.
"""

from collections.abc import Mapping
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.acr import step_up
from api.identity import Forbidden, Unauthenticated
from api.refusals import Names, OwnNames, refusal_in_words
from api.tokens import KeysPending
from domain.assurance import Assurance, TooLow
from domain.policy import DENIED, Denied
from domain.refusal import Refused
from eventstore.given import Busy, Missing, OtherBody, Outage, Overtook, VersionRequired
from eventstore.keys import KeysUnavailable
from eventstore.mapper import FromTheFuture
from eventstore.store import StoreFailure
from projections.misasked import Misasked

MEDIA_TYPE = "application/problem+json"
RETRY_SOON_S = 1
"""A batch, a refresh of keys: over in a moment."""
RETRY_LATER_S = 30
"""Somebody has to do something first."""

TITLES: Mapping[int, str] = {
    400: "Anmodningen kan ikke læses",
    401: "Du er ikke logget ind",
    403: "Det giver intet ret til",
    404: "Findes ikke",
    405: "Adressen kan ikke bruges sådan",
    406: "Kan ikke vises sådan",
    408: "Det tog for lang tid",
    409: "En regel siger nej",
    412: "Nogen kom før dig",
    413: "For stort",
    415: "Forkert slags indhold",
    422: "Indholdet passer ikke",
    428: "Versionen mangler",
    429: "For mange på én gang",
    431: "Hovederne er for store",
    500: "Fejl hos os",
    503: "Prøv igen om lidt",
}
"""Status -> Danish title. A title says the kind of problem and is alike for all of a status."""


class Problem(Exception):
    """An answer that is no success.

    `code` is `subject.reason` and stays; it ends the relative `type`. `detail` is Danish. `extra` holds further members of
    the answer (`pointer`, `params`, `version`).
    """

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        detail_en: str,
        *,
        title: str | None = None,
        headers: Mapping[str, str] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code
        self.title = title or TITLES.get(status, TITLES[500 if status >= 500 else 400])
        self.detail = detail
        self.detail_en = detail_en
        self.headers = dict(headers or {})
        self.extra = dict(extra or {})


def problem_response(problem: Problem) -> Response:
    """A problem as bytes: `application/problem+json`, never kept by caches."""
    body = {
        "type": f"/problems/{problem.code}",
        "title": problem.title,
        "status": problem.status,
        "detail": problem.detail,
        "code": problem.code,
        "detail_en": problem.detail_en,
        **problem.extra,
    }
    headers = {"Cache-Control": "no-store", **problem.headers}
    return Response(msgspec.json.encode(body), problem.status, headers, MEDIA_TYPE)


def refused(refusal: Refused, names: Names) -> Problem:
    """409: a rule says no. `names` are those that whoever reads the answer may know."""
    da, en = refusal_in_words(refusal, names)
    return Problem(409, refusal.code, da, en, extra={"params": dict(refusal.params)})


def problem_of(error: Exception) -> Problem | None:
    """The problem that an error of the rooms below is; None: a defect."""
    match error:
        case Problem():
            return error
        case Refused():
            return refused(error, OwnNames())
        case Denied():
            return Problem(403, "policy.denied", *DENIED)
        case TooLow():
            return _too_low(error.required)
        case Forbidden():
            return Problem(403, error.code, error.da, error.en)
        case Unauthenticated():
            return Problem(401, error.code, error.da, error.en, headers={"WWW-Authenticate": error.challenge})
        case Missing():
            return not_found()
        case Overtook():
            return Problem(
                412,
                "version.overtaken",
                f"Nogen har ændret det, siden du så det; det står nu i version {error.version}.",
                f"Somebody changed it since you saw it; it is now at version {error.version}.",
                headers={"ETag": f'"{error.version}"'},
                extra={"version": error.version},
            )
        case VersionRequired():
            return Problem(
                428,
                "version.required",
                "Send i `If-Match` den version, du så.",
                "Send the version you saw in `If-Match`.",
            )
        case OtherBody():
            return Problem(
                422,
                "idempotency.other-body",
                "Nøglen i `Idempotency-Key` er brugt til noget andet.",
                "The key in `Idempotency-Key` was used for something else.",
            )
        case Busy() | Outage() | KeysUnavailable() | KeysPending() | FromTheFuture():
            return _unavailable(error)
        case _ if isinstance(error, StoreFailure):
            return _unavailable(error)
    return None


def misasked(why: Misasked) -> Problem:
    """What is asked for can never be found."""
    return Problem(400, why.code, why.da, why.en, extra={"parameter": why.parameter})


def not_found() -> Problem:
    """404: not there, or nothing you may know of; the answer does not tell which."""
    return Problem(
        404, "not-found", "Det findes ikke, eller du må ikke se det.", "It does not exist, or you may not see it."
    )


def _too_low(required: Assurance) -> Problem:
    """403: the right is there; RFC 9470 tells a client how to ask for the level."""
    return Problem(
        403,
        "policy.assurance-too-low",
        f"Log ind igen med MitID på niveau {required.da.capitalize()} for at gøre dette.",
        f"Sign in again with MitID at the level {required.en} to do this.",
        headers={"WWW-Authenticate": step_up(required)},
        extra={"assurance": required.value},
    )


def _unavailable(error: Exception) -> Problem:
    match error:
        case Busy():
            code, wait_s = "log.busy", RETRY_SOON_S
            da = "Der er kø; intet er skrevet. Prøv igen om lidt."
            en = "The queue is full; nothing was recorded. Try again shortly."
        case Outage():
            code, wait_s = "log.outage", RETRY_SOON_S
            da = "Det vides ikke, om det blev skrevet. Gentag med den samme nøgle."
            en = "The outcome is unknown. Repeat with the same key."
        case KeysPending():
            code, wait_s = "identity.keys-pending", RETRY_SOON_S
            da = "Nøglerne til login hentes. Prøv igen om lidt."
            en = "The keys of the sign-in are being fetched. Try again shortly."
        case KeysUnavailable():
            code, wait_s = "keys.unavailable", RETRY_LATER_S
            da = "Nøglerne til protokollens tekster kan ikke nås; intet er skrevet."
            en = "The keys of the record's texts cannot be reached; nothing was recorded."
        case FromTheFuture():
            code, wait_s = "log.from-the-future", RETRY_LATER_S
            da = "Protokollen er skrevet af en nyere udgave; denne server skal opdateres."
            en = "The record was written by a newer release; this server must be updated."
        case _:
            code, wait_s = "store.unavailable", RETRY_SOON_S
            da = "Protokollen kan ikke læses lige nu. Prøv igen om lidt."
            en = "The record cannot be read just now. Try again shortly."
    return Problem(503, code, da, en, headers={"Retry-After": str(wait_s)})


def install_problems(app: FastAPI) -> None:
    """Let every error of an application leave it as a problem."""

    def answered(_: Request, error: Exception) -> Response:
        return problem_response(problem_of(error) or _defect())

    for kind in (
        *(Problem, Refused, Denied, TooLow, Forbidden, Unauthenticated, Missing, Overtook, VersionRequired, OtherBody),
        *(Busy, Outage, KeysUnavailable, KeysPending, FromTheFuture, *StoreFailure),
        Exception,
    ):
        app.add_exception_handler(kind, answered)
    app.add_exception_handler(HTTPException, _of_the_router)
    app.add_exception_handler(RequestValidationError, _of_the_parameters)


def _defect() -> Problem:
    """The framework logs the error itself, with its place."""
    return Problem(500, "internal", "Der er en fejl hos os. Den er noteret.", "There is a defect of ours. It is noted.")


def _of_the_router(_: Request, error: Exception) -> Response:
    """404, 405 and what else Starlette raises before any of our code runs."""
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return problem_response(not_found())
    problem = Problem(
        error.status_code,
        _CODES.get(error.status_code, "request.refused"),
        "Adressen findes, men kan ikke bruges sådan." if error.status_code == 405 else "Anmodningen er afvist.",
        error.detail,
        headers=error.headers,
    )
    return problem_response(problem)


def _of_the_parameters(_: Request, error: Exception) -> Response:
    """422: a query or path parameter does not fit."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = ".".join(str(each) for each in first["loc"])
    return problem_response(
        Problem(422, "request.invalid", f"Parameteren {where} passer ikke.", f"{where}: {first['msg']}")
    )


_CODES: Mapping[int, str] = {400: "request.malformed", 405: "request.method", 413: "request.too-large"}

"""The list of erasures: seen by those who decide on them, and of each by whoever asked."""

from typing import Any

import msgspec
import pytest

from domain import erasure
from domain.erasure import Approve, Complete, Confirm, Request, TurnDown
from domain.policy import mask_of
from domain.text import TextClass
from projections.erasures import ERASURES, evolve, show
from tests.domain.test_erasure import COLLEAGUE, ERASURE, HERE, OFFICER
from tests.domain.world import CHAIR, MEMBER, OUTSIDER, SECRETARY
from tests.given import ADMINISTRATOR, Record, given

NAME = ERASURE.rpartition("/")[2]
KEY = f"dk/erasures|{NAME}"
REQUEST = Request(person=OUTSIDER, classes=(TextClass.PUBLIC_RECORD,), reason="Registreret ved en fejl.")
APPROVE = Approve(legal_basis="Artikel 17.")


def rows(record: Record) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for recorded in record.recorded:
        if type(recorded.event) in ERASURES.folds:
            found |= evolve(found.get, recorded)
    return found


def gave(*commands: tuple[str, Any]) -> Record:
    record = given(*HERE)
    for who, command in commands:
        record.give(who, ERASURE, command, rule="test")
    return record


@pytest.mark.parametrize(
    ("then", "stage"),
    [
        ((), "requested"),
        (((OFFICER, TurnDown(reason="Hører til protokollen.")),), "refused"),
        (((OFFICER, APPROVE),), "approved"),
        (((OFFICER, APPROVE), (COLLEAGUE, Confirm())), "confirmed"),
        (
            ((OFFICER, APPROVE), (COLLEAGUE, Confirm()), (COLLEAGUE, Complete(stores=("nøgler",)))),
            "completed",
        ),
    ],
    ids=["requested", "refused", "approved", "confirmed", "completed"],
)
def test_it_tells_how_far_an_erasure_has_come(then: tuple[tuple[str, Any], ...], stage: str) -> None:
    (row,) = rows(gave((SECRETARY, REQUEST), *then)).values()
    assert (row.person, row.state, row.requested_by) == (OUTSIDER, stage, SECRETARY)


def test_what_is_repeated_after_a_restore_is_told_though_nobody_asked_here() -> None:
    again = erasure.Repeat(person=OUTSIDER, classes=(TextClass.PUBLIC_RECORD,), legal_basis="Efter slettelisten.")
    record = gave((OFFICER, again))
    (row,) = rows(record).values()
    assert (row.person, row.state, row.requested_by) == (OUTSIDER, "confirmed", None)
    record.give(OFFICER, ERASURE, Complete(stores=("nøgler",)), rule="test")
    (row,) = rows(record).values()
    assert (row.person, row.state, row.requested_by) == (OUTSIDER, "completed", None)


@pytest.mark.parametrize(
    ("reader", "sees"),
    [(OFFICER, True), (ADMINISTRATOR, True), (SECRETARY, True), (CHAIR, False), (MEMBER, False)],
)
def test_they_see_it_who_decide_and_whoever_asked(reader: str, sees: bool) -> None:
    record = gave((SECRETARY, REQUEST))
    mask = mask_of("dk", reader, record.today, record)
    assert mask is not None
    hidden = show(KEY, rows(record)[KEY], Blind(mask)) is None  # type: ignore[arg-type]
    assert hidden is not sees


class Blind(msgspec.Struct):
    """Eyes that open no words."""

    mask: Any

    def open(self, kept: Any) -> None:
        return None

    def name(self, stream: str) -> str:
        return stream

"""The eraser signs out whoever's name is erased, and leaves signed in of whom something less is."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from domain.erasure import Approved, Confirmed, Requested
from domain.text import TextClass, said
from klynge.eraser import Eraser
from tests.domain.world import OUTSIDER, SECRETARY, WORLD
from tests.given import given

ERASURE = "dk/erasure/3d0b"


@pytest.mark.parametrize(
    ("classes", "ended"),
    [
        ((TextClass.CONTACT, TextClass.SPEECH), []),
        ((TextClass.PUBLIC_RECORD,), [OUTSIDER]),
        ((TextClass.PUBLIC_RECORD, TextClass.CONTACT), [OUTSIDER]),
    ],
    ids=["less", "the name", "both"],
)
async def test_whose_name_is_erased_is_signed_out_and_nobody_else(
    classes: tuple[TextClass, ...], ended: list[str]
) -> None:
    record = given(
        *WORLD,
        (ERASURE, Requested(person=OUTSIDER, classes=classes, reason=said("En fejl."), requested_by=SECRETARY)),
        (ERASURE, Approved(legal_basis=said("Artikel 17."), approved_by=SECRETARY)),
        (ERASURE, Confirmed()),
    )
    tail = SimpleNamespace(now=record, head=0)
    kept_log = SimpleNamespace(recorder=SimpleNamespace(stream=lambda stream, upto: ()))
    eraser = Eraser(cast(Any, kept_log), cast(Any, tail), cast(Any, None))
    told: list[str] = []
    forgotten: list[str] = []

    def forget(person: str) -> bool:
        forgotten.append(person)
        return True

    eraser.end_sessions, eraser.forget = told.append, forget

    await eraser.look()

    assert told == ended
    assert forgotten == [OUTSIDER], "where they want to be told is no part of the log, and goes in any case"

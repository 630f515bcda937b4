"""Where texts about somebody stood is told to those who may see those places, and to nobody else."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from domain.access import Grant, Office
from domain.erasure import Approve, Confirm, Request
from domain.person import Register
from domain.text import TextClass
from eventstore.log import Log
from tests.bundles.made import Bundle, exported
from tests.projections.aadal import CAST, FAR_TOWN, MEETING, steps
from tests.projections.closed_item import STORY
from tests.realtime.record_in_memory import played

OFFICER, ERASURE = "dk/person/officer", "dk/erasure/recused"
ERASED = steps(
    "2025-05-13",
    8,
    ("administrator", OFFICER, Register(name="Rådgiveren", function="Rådgiver", party=FAR_TOWN)),
    (
        "administrator",
        "dk/access/officer",
        Grant(person=OFFICER, office=Office.DATA_PROTECTION, reason="Udpeget.", from_on="2025-05-01", scopes=("dk",)),
    ),
    (
        "administrator",
        ERASURE,
        Request(person=CAST["recused"], classes=(TextClass.CONTACT, TextClass.CITIZEN), reason="Har bedt om det."),
    ),
    ("officer", ERASURE, Approve(legal_basis="Artikel 17.")),
    ("administrator", ERASURE, Confirm()),
)


@pytest.fixture(scope="module")
def erased() -> Iterator[Log]:
    story = replace(STORY, cast={**STORY.cast, "officer": OFFICER})
    kept_log = asyncio.run(played(story, (*STORY.steps, *ERASED)))
    yield kept_log
    kept_log.close()


def places(bundle: Bundle) -> set[str]:
    """The streams that are named as places of erased texts."""
    told = [json.loads(columns[5])["event"] for columns in bundle.events.values() if columns[3] == b"person.erased"]
    return {place["of"] for event in told for place in event["places"]}


def test_who_has_no_part_in_a_cluster_is_not_told_that_something_of_somebody_stood_there(
    erased: Log, tmp_path: Path
) -> None:
    assert MEETING in places(exported(erased, tmp_path / "chair", CAST["administrator"])), "the recusal stood there"
    officers = exported(erased, tmp_path / "officer", OFFICER)
    assert any(columns[1] == CAST["recused"].encode() for columns in officers.events.values())
    assert places(officers) == set()
    assert MEETING not in officers.words


def test_what_is_not_told_stands_as_its_hash_and_the_erased_text_is_withheld(erased: Log, tmp_path: Path) -> None:
    (position,) = (each.position for each in erased.read(0) if each.event.tag == "person.erased")
    officers = exported(erased, tmp_path / "officer", OFFICER)
    assert position not in officers.events
    assert len(officers.leaf(position)) == 32

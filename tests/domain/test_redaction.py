"""Redaction: a text is made unreadable by two people, one who asks and one who carries it out."""

from domain.redaction import CarriedOut, CarryOut, Request, Requested, Where
from domain.text import said
from tests.domain.world import CHAIR, MEMBER, PAPER, SECRETARY, WORLD, Fact
from tests.given import ADMINISTRATOR, given

REDACTION = "lillebaelt/redaction/new"
SUBJECT = Where(of=PAPER, version=1, field="/subject")
REQUEST = Request(where=SUBJECT, reason="Et navn på en borger.")
CARRY_OUT = CarryOut(legal_basis="Databeskyttelsesforordningens artikel 17.")
ASKED: Fact = (
    REDACTION,
    Requested(where=SUBJECT, reason=said("Et navn på en borger."), requested_by=SECRETARY),
)


def test_the_secretariat_asks_for_a_text_to_be_redacted() -> None:
    given(*WORLD).when(REQUEST, to=REDACTION, by=SECRETARY).then(
        Requested(where=SUBJECT, reason=said("Et navn på en borger."), requested_by=SECRETARY)
    )


def test_members_ask_for_none() -> None:
    given(*WORLD).when(REQUEST, to=REDACTION, by=MEMBER).denied()


def test_it_is_asked_for_once() -> None:
    given(*WORLD, ASKED).when(REQUEST, to=REDACTION).refused("redaction.exists")


def test_there_is_a_text_to_redact() -> None:
    for nothing in (
        Where(of=PAPER, version=1, field="/direction"),
        Where(of=PAPER, version=2, field="/subject"),
    ):
        given(*WORLD).when(Request(where=nothing, reason="Et navn."), to=REDACTION).refused("redaction.block-unknown")


def test_it_is_a_text_of_a_stream_that_exists() -> None:
    nowhere = Where(of="lillebaelt/document/none", version=1, field="/subject")
    given(*WORLD).when(Request(where=nowhere, reason="Et navn."), to=REDACTION).refused("id.unknown")


def test_a_chair_carries_out_what_another_asked_for() -> None:
    given(*WORLD, ASKED).when(CARRY_OUT, to=REDACTION, by=CHAIR).then(
        CarriedOut(where=SUBJECT, legal_basis=said("Databeskyttelsesforordningens artikel 17."))
    )


def test_nobody_carries_out_what_they_asked_for_themselves() -> None:
    asked = REDACTION, Requested(where=SUBJECT, reason=said("Et navn."), requested_by=CHAIR)
    given(*WORLD, asked).when(CARRY_OUT, to=REDACTION, by=CHAIR).refused("redaction.second-person")


def test_what_is_redacted_is_redacted() -> None:
    done = REDACTION, CarriedOut(where=SUBJECT, legal_basis=said("Artikel 17."))
    given(*WORLD, ASKED, done).when(CARRY_OUT, to=REDACTION, by=ADMINISTRATOR).then()

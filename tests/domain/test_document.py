"""Documents: statements as printed, each under its number, with the doubts beside them."""

import msgspec
import pytest

from domain.claims import About, Claim, CountBetween, ExactCount, NameSaid, OnDay
from domain.document import (
    CorrectStatement,
    Direction,
    DoubtStatement,
    File,
    Filed,
    Quote,
    StatementCorrected,
    StatementDoubted,
    StatementQuoted,
    Withdraw,
    Withdrawn,
)
from domain.document import Doubt as DoubtKind
from domain.kernel import Command
from domain.statement import STATEMENTS_MAX, StatementRef
from domain.text import Kept, said
from tests.domain.world import FUND, KOLDING, MEMBER, OUTSIDER, PAPER, PROJECT, SECRETARY, WORLD, Fact, fund, paper
from tests.given import given

NEW = "lillebaelt/document/referat"
SAID = About(oere=800_000_000, unit_oere=100_000_000, words="cirka 8 mio. kr.")
KEPT: Claim[Kept] = About(oere=800_000_000, unit_oere=100_000_000, words=said("cirka 8 mio. kr."))
QUOTED = StatementQuoted(number="s1", locator="Punkt 3, Baggrund", words=said("cirka 8 mio. kr."), claim=KEPT)
STANDS: Fact = (PAPER, QUOTED)
QUOTE = Quote(number="s1", locator="Punkt 3, Baggrund", words="cirka 8 mio. kr.", claim=SAID)
FILE = File(
    subject="Referat", direction=Direction.INTERNAL, dated=OnDay(day="2024-04-09"), sha256="0" * 64, size_bytes=12_196
)


def test_a_paper_is_filed() -> None:
    given(*WORLD).when(FILE, to=NEW, by=SECRETARY).then(
        Filed(
            subject=said("Referat"),
            direction=Direction.INTERNAL,
            dated=OnDay(day="2024-04-09"),
            sha256="0" * 64,
            size_bytes=12_196,
        )
    )


def test_a_paper_is_filed_once() -> None:
    given(*WORLD).when(FILE, to=PAPER).refused("document.exists")


def test_members_file_nothing() -> None:
    given(*WORLD).when(FILE, to=NEW, by=MEMBER).denied()


def test_a_statement_is_quoted_in_its_own_words() -> None:
    about = msgspec.structs.replace(QUOTE, about=FUND)
    given(*WORLD, fund()).when(about, to=PAPER, by=SECRETARY).then(msgspec.structs.replace(QUOTED, about=FUND))


def test_a_statement_is_about_something_known() -> None:
    given(*WORLD).when(msgspec.structs.replace(QUOTE, about=PROJECT), to=PAPER).refused("id.unknown", id=PROJECT)


def test_a_number_is_used_once() -> None:
    given(*WORLD, STANDS).when(QUOTE, to=PAPER).refused("document.numbered", number="s1")


def test_a_paper_has_so_many_statements_and_no_more() -> None:
    many = tuple((PAPER, msgspec.structs.replace(QUOTED, number=f"m{number}")) for number in range(STATEMENTS_MAX))
    given(*WORLD, *many).when(QUOTE, to=PAPER).refused("document.full", count=STATEMENTS_MAX)


DOUBT = DoubtStatement(
    number="s1",
    doubt=DoubtKind.IMPOSSIBLE,
    text="Årstallet må være 2024.",
    read_as=OnDay(day="2024-03-22", words="22. marts 2024", inferred="Oversigten er fra marts 2024."),
)


def test_a_doubt_stands_beside_the_statement() -> None:
    read_as: OnDay[Kept] = OnDay(
        day="2024-03-22", words=said("22. marts 2024"), inferred=said("Oversigten er fra marts 2024.")
    )
    record = given(*WORLD, STANDS)
    record.when(DOUBT, to=PAPER, by=MEMBER).then(
        StatementDoubted(number="s1", doubt=DoubtKind.IMPOSSIBLE, text=said("Årstallet må være 2024."), read_as=read_as)
    )
    assert list(record.see(PAPER).statements) == ["s1"]


def test_whoever_holds_no_seat_doubts_nothing() -> None:
    given(*WORLD, STANDS).when(DOUBT, to=PAPER, by=OUTSIDER).denied()


def test_only_what_is_quoted_is_doubted() -> None:
    given(*WORLD).when(DOUBT, to=PAPER).refused("document.statement-unknown", number="s1")


# --- the journal ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("other", [{"party": KOLDING}, {"outside": "Alliancen"}], ids=["a party", "an organisation"])
def test_the_journal_says_whom_a_paper_came_from_or_went_to(other: dict[str, str]) -> None:
    file = File(subject="Brev", direction=Direction.IN, dated=OnDay(day="2024-02-20"), journal_number="24-117", **other)  # type: ignore[arg-type]
    kept = {name: value if name == "party" else said(value) for name, value in other.items()}
    given(*WORLD).when(file, to=NEW, by=SECRETARY).then(
        Filed(
            subject=said("Brev"),
            direction=Direction.IN,
            dated=OnDay(day="2024-02-20"),
            journal_number="24-117",
            **kept,  # type: ignore[arg-type]
        )
    )


def test_whom_a_paper_came_from_is_registered() -> None:
    file = msgspec.structs.replace(FILE, party="dk/party/none")
    given(*WORLD).when(file, to=NEW).refused("id.unknown", id="dk/party/none")


# --- contradictions ---------------------------------------------------------------------------------------------------

ANNEX = "lillebaelt/document/bilag"


def counted(number: str, count: int, of: str = PAPER) -> Fact:
    words = said(f"{count} indsatser")
    return of, StatementQuoted(
        number=number, locator="Punkt 3", words=words, claim=ExactCount(count=count, words=words)
    )


def named(number: str, name: str) -> Fact:
    return PAPER, StatementQuoted(number=number, locator="Forsiden", words=said(name), claim=NameSaid(words=said(name)))


def against(document: str, number: str, kind: DoubtKind = DoubtKind.CONTRADICTS) -> DoubtStatement:
    other = StatementRef(document=document, number=number)
    return DoubtStatement(number="s1", doubt=kind, text="Tallene er ikke ens.", other=other)


@pytest.mark.parametrize("document", [PAPER, ANNEX], ids=["the same paper", "another paper"])
def test_two_statements_that_contradict_each_other_both_stand(document: str) -> None:
    record = given(*WORLD, paper(ANNEX), counted("s1", 15), counted("s2", 13, document))
    record.when(against(document, "s2"), to=PAPER, by=SECRETARY).then(
        StatementDoubted(
            number="s1",
            doubt=DoubtKind.CONTRADICTS,
            text=said("Tallene er ikke ens."),
            other=StatementRef(document=document, number="s2"),
        )
    )


def test_statements_that_can_both_be_right_do_not_contradict_each_other() -> None:
    record = given(*WORLD, counted("s1", 15), counted("s2", 15))
    record.when(against(PAPER, "s2"), to=PAPER).refused("document.no-contradiction", number="s1", other="s2")
    record.when(against(PAPER, "s1"), to=PAPER).refused("document.no-contradiction", number="s1", other="s1")


def test_what_has_two_names_is_doubted_and_both_names_stand() -> None:
    record = given(*WORLD, named("s1", "Randersklyngen"), named("s2", "Midtklyngen"))
    doubted = record.when(against(PAPER, "s2", DoubtKind.TWO_NAMES), to=PAPER, by=SECRETARY)
    assert [each.event.other for each in doubted.recorded] == [StatementRef(document=PAPER, number="s2")]


def test_a_contradiction_is_with_a_statement_that_is_quoted() -> None:
    record = given(*WORLD, counted("s1", 15))
    record.when(against(PAPER, "s2"), to=PAPER).refused("document.statement-unknown", number="s2")
    record.when(against(ANNEX, "s2"), to=PAPER).refused("id.unknown", id=ANNEX)


# --- corrected --------------------------------------------------------------------------------------------------------


def test_a_statement_is_corrected_with_a_reason_and_no_longer_contradicts() -> None:
    claim: Claim[str] = ExactCount(count=13, words="13 indsatser")
    kept: Claim[Kept] = ExactCount(count=13, words=said("13 indsatser"))
    record = given(*WORLD, counted("s1", 15), counted("s2", 13))
    record.when(CorrectStatement(number="s1", claim=claim, reason="Læst forkert."), to=PAPER, by=SECRETARY).then(
        StatementCorrected(number="s1", claim=kept, reason=said("Læst forkert."))
    )
    record.when(against(PAPER, "s2"), to=PAPER).refused("document.no-contradiction")


BACKWARDS: CountBetween[str] = CountBetween(low=4, high=3, words="fire til tre")


@pytest.mark.parametrize(
    "command",
    [
        msgspec.structs.replace(QUOTE, number="s2", claim=BACKWARDS),
        msgspec.structs.replace(DOUBT, read_as=BACKWARDS),
        CorrectStatement(number="s1", claim=BACKWARDS, reason="Nej."),
    ],
    ids=lambda command: command.verb,
)
def test_a_number_goes_from_less_to_more(command: Command) -> None:
    given(*WORLD, STANDS).when(command, to=PAPER).refused("document.range-reversed", low=4, high=3)


def test_only_what_is_quoted_is_corrected() -> None:
    correct = CorrectStatement(number="s1", claim=SAID, reason="Nej.")
    given(*WORLD).when(correct, to=PAPER).refused("document.statement-unknown", number="s1")


# --- withdrawn --------------------------------------------------------------------------------------------------------


def test_a_withdrawn_paper_is_quoted_no_more_and_what_was_quoted_stays() -> None:
    record = given(*WORLD, STANDS)
    record.when(Withdraw(reason="Der er kommet et nyt."), to=PAPER, by=SECRETARY).then(
        Withdrawn(reason=said("Der er kommet et nyt."))
    )
    quote = msgspec.structs.replace(QUOTE, number="s2")
    record.when(quote, to=PAPER).refused("document.no-longer-valid")
    record.when(Withdraw(reason="Igen."), to=PAPER).then()
    assert list(record.see(PAPER).statements) == ["s1"]

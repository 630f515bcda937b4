"""Documents: statements as printed, each under its number, with the doubts beside them."""

import msgspec

from domain.claims import About, Claim, OnDay
from domain.document import (
    STATEMENTS_MAX,
    Direction,
    DoubtStatement,
    File,
    Filed,
    Quote,
    StatementDoubted,
    StatementQuoted,
)
from domain.document import Doubt as DoubtKind
from domain.text import Kept, said
from tests.domain.world import FUND, MEMBER, OUTSIDER, PAPER, PROJECT, SECRETARY, WORLD, Fact, fund
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
    assert record.see(PAPER).statements == frozenset({"s1"})


def test_whoever_holds_no_seat_doubts_nothing() -> None:
    given(*WORLD, STANDS).when(DOUBT, to=PAPER, by=OUTSIDER).denied()


def test_only_what_is_quoted_is_doubted() -> None:
    given(*WORLD).when(DOUBT, to=PAPER).refused("document.statement-unknown", number="s1")

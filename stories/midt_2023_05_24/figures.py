"""May 2023: the figures and days of the paper as claims, each where it stands, and what is doubtful about them (001.1, 001.10)."""

from domain.claims import ExactCount, OnDay, PercentSaid, Span, Within
from domain.document import Doubt, DoubtStatement, Quote
from domain.kernel import Command
from domain.statement import StatementRef
from stories.midt_2023_05_24.names import PAPER

HEADER, ITEM_2, ITEM_3, ITEM_6 = "Hoved", "Punkt 2", "Punkt 3", "Punkt 6"


def counted(number: str, locator: str, count: int, words: str) -> tuple[str, Quote]:
    """A number of the paper, in its own words."""
    return PAPER, Quote(number=number, locator=locator, words=words, claim=ExactCount(count=count, words=words))


def share(number: str, percent: int, of: str, words: str) -> tuple[str, Quote]:
    """A share of something, in the paper's own words."""
    claim = PercentSaid(bp=percent * 100, of=of, words=words)
    return PAPER, Quote(number=number, locator=ITEM_2, words=words, claim=claim)


ACTIVE, ENDED = "de 86 igangværende forløb", "de 67 afsluttede forløb"
WHEN = OnDay(
    day="2023-05-24",
    words="24. maj 2023",
    inferred="Den 24. maj er en onsdag i 2023; handleplanen er fra marts og akutplanen fra februar 2023.",
)
CLAIMS: tuple[tuple[str, Command], ...] = (
    (
        PAPER,
        Quote(
            number="s1",
            locator=HEADER,
            words="onsdag d. 24. maj",
            claim=OnDay(day="2023-05-24", words="onsdag d. 24. maj", inferred="Årstallet er underforstået."),
        ),
    ),
    counted("s2", ITEM_3, 15, "15 indsatser"),
    counted("s3", ITEM_6, 13, "13 indsatser"),
    counted("s4", ITEM_2, 153, "153 borgere"),
    counted("s5", ITEM_2, 86, "86 borgere"),
    counted("s6", ITEM_2, 67, "67 borgere"),
    # 001.10: every share has its own whole.
    share("p1", 49, ACTIVE, "49 % i virksomhedsrettet aktivitet"),
    share("p2", 33, ACTIVE, "33 % i lønnede timer"),
    share("p3", 14, ACTIVE, "14 % i virksomhedspraktik"),
    share("p4", 1, ACTIVE, "1 % i fleksjob"),
    share("p5", 1, ACTIVE, "1 % i løntilskud"),
    share("p6", 31, ENDED, "31 % tre måneder efter"),
    share("p7", 18, ENDED, "18 % i job"),
    share("p8", 8, ENDED, "8 % i uddannelse"),
    share("p9", 5, ENDED, "5 % i fleksjob"),
    share("p10", 8, ENDED, "8 % uden ydelse"),
    share("p11", 39, ENDED, "39 % positiv udslusning"),
    share("p12", 96, "de adspurgte på 18–29 år i 2021", "96 % i høj eller nogen grad"),
    (
        PAPER,
        Quote(
            number="s7",
            locator=ITEM_2,
            words="ultimo 2023",
            claim=Within(earliest="2023-12-21", latest="2023-12-31", span=Span.LATE, words="ultimo 2023"),
        ),
    ),
    (
        PAPER,
        Quote(
            number="s8",
            locator=ITEM_3,
            words="medio juni",
            claim=Within(
                earliest="2023-06-11",
                latest="2023-06-20",
                span=Span.MIDDLE,
                words="medio juni",
                inferred="Året er mødets.",
            ),
        ),
    ),
    (
        PAPER,
        Quote(
            number="s9",
            locator=ITEM_6,
            words="23. februar 2023",
            claim=OnDay(day="2023-02-23", words="23. februar 2023"),
        ),
    ),
    (
        PAPER,
        DoubtStatement(number="s1", doubt=Doubt.MISSING, text="Året mangler i papirets hoved.", read_as=WHEN),
    ),
    (
        PAPER,
        DoubtStatement(
            number="s3",
            doubt=Doubt.CONTRADICTS,
            text="Samme papir siger 15 indsatser under punkt 3. Der blev bestilt 15.",
            other=StatementRef(document=PAPER, number="s2"),
        ),
    ),
)

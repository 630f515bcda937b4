"""May 2023: the figures and days of the paper as claims, each where it stands, and what is doubtful about them (001.1, 001.10)."""

from domain.claims import OnDay, Span, Within
from domain.document import Doubt, DoubtStatement
from domain.statement import StatementRef
from stories.midt_2023_05_24.names import PAPER
from stories.reported import Entry, counted, on_day, percent, quoted

HEADER, ITEM_2, ITEM_3, ITEM_6 = "Hoved", "Punkt 2", "Punkt 3", "Punkt 6"
ACTIVE, ENDED = "de 86 igangværende forløb", "de 67 afsluttede forløb"
WHEN = OnDay(
    day="2023-05-24",
    words="24. maj 2023",
    inferred="Den 24. maj er en onsdag i 2023; handleplanen er fra marts og akutplanen fra februar 2023.",
)
CLAIMS: tuple[Entry, ...] = (
    on_day(PAPER, "s1", HEADER, "2023-05-24", "onsdag d. 24. maj", "Årstallet er underforstået."),
    counted(PAPER, "s2", ITEM_3, 15, "15 indsatser"),
    counted(PAPER, "s3", ITEM_6, 13, "13 indsatser"),
    counted(PAPER, "s4", ITEM_2, 153, "153 borgere"),
    counted(PAPER, "s5", ITEM_2, 86, "86 borgere"),
    counted(PAPER, "s6", ITEM_2, 67, "67 borgere"),
    # 001.10: every share has its own whole.
    percent(PAPER, "p1", ITEM_2, 49, ACTIVE, "49 % i virksomhedsrettet aktivitet"),
    percent(PAPER, "p2", ITEM_2, 33, ACTIVE, "33 % i lønnede timer"),
    percent(PAPER, "p3", ITEM_2, 14, ACTIVE, "14 % i virksomhedspraktik"),
    percent(PAPER, "p4", ITEM_2, 1, ACTIVE, "1 % i fleksjob"),
    percent(PAPER, "p5", ITEM_2, 1, ACTIVE, "1 % i løntilskud"),
    percent(PAPER, "p6", ITEM_2, 31, ENDED, "31 % tre måneder efter"),
    percent(PAPER, "p7", ITEM_2, 18, ENDED, "18 % i job"),
    percent(PAPER, "p8", ITEM_2, 8, ENDED, "8 % i uddannelse"),
    percent(PAPER, "p9", ITEM_2, 5, ENDED, "5 % i fleksjob"),
    percent(PAPER, "p10", ITEM_2, 8, ENDED, "8 % uden ydelse"),
    percent(PAPER, "p11", ITEM_2, 39, ENDED, "39 % positiv udslusning"),
    percent(PAPER, "p12", ITEM_2, 96, "de adspurgte på 18–29 år i 2021", "96 % i høj eller nogen grad"),
    quoted(
        PAPER, "s7", ITEM_2, Within(earliest="2023-12-21", latest="2023-12-31", span=Span.LATE, words="ultimo 2023")
    ),
    quoted(
        PAPER,
        "s8",
        ITEM_3,
        Within(
            earliest="2023-06-11",
            latest="2023-06-20",
            span=Span.MIDDLE,
            words="medio juni",
            inferred="Året er mødets.",
        ),
    ),
    on_day(PAPER, "s9", ITEM_6, "2023-02-23", "23. februar 2023"),
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

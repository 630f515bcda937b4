"""The paper is filed, with its figures and days as said, and the one day that cannot be right (002.1, 002.6–002.27)."""

from domain.claims import (
    AboutCount,
    AlmostAll,
    AtMost,
    CountBetween,
    Exact,
    From,
    Span,
    Stated,
    Within,
)
from domain.document import Direction, Doubt, DoubtStatement, File
from stories.aarhus_2024_april.names import PAPER
from stories.reported import Entry, counted, named, on_day, quoted, worded

KRONE = 100
MILLION = 1_000_000 * KRONE
TENTH, THOUSANDTH = MILLION // 10, MILLION // 1_000
"""The last place that the words give, in øre."""

IN_APRIL = Within(earliest="2024-04-01", latest="2024-04-30", span=Span.MONTH, words="April 2024")
MID_MAY = Within(earliest="2023-05-11", latest="2023-05-20", span=Span.MIDDLE, words="medio maj 2023")
IN_NOVEMBER_2022 = Within(earliest="2022-11-01", latest="2022-11-30", span=Span.MONTH, words="november 2022")
IN_JUNE_2023 = Within(earliest="2023-06-01", latest="2023-06-30", span=Span.MONTH, words="juni 2023")
IN_SEPTEMBER_2023 = Within(earliest="2023-09-01", latest="2023-09-30", span=Span.MONTH, words="september 2023")
EARLY_2024 = Within(
    earliest="2024-01-01",
    latest="2024-03-31",
    span=Span.EARLY,
    words="primo 2024",
    inferred="Først i et år er ikke de første ti dage; papiret er fra april.",
)
MID_DECEMBER = "medio december 2024"

FILED: tuple[Entry, ...] = (
    (
        PAPER,
        File(
            subject="Status på handleplanen, Sundhedsklynge Aarhus, april 2024",
            direction=Direction.OUT,
            dated=IN_APRIL,
        ),
    ),
)

ABOUT, CHILDREN, DIGITAL, HOUSE = (
    "Prioriterede indsatsområder",
    "Børn og unge",
    "Digitale løsninger",
    "Velfærdsteknologiens Hus",
)
LUNG, COMMITTEES, SAMSOE, MONEY = "Lungeproblemer", "Eksisterende indsatser", "Samsø", "Fælles klyngemidler"
REGION_WIDE = "På tværs af regionen"


def million(number: str, locator: str, tenths: int, words: str) -> Entry:
    """An amount in millions with one decimal: it covers a span, and is never posted."""
    return quoted(PAPER, number, locator, Stated(oere=tenths * TENTH, unit_oere=TENTH, words=words))


def exact(number: str, locator: str, kroner: int, words: str) -> Entry:
    """An amount to the krone."""
    return quoted(PAPER, number, locator, Exact(oere=kroner * KRONE, words=words))


# 002.1
ITSELF: tuple[Entry, ...] = (
    quoted(PAPER, "a1", "Forside", IN_APRIL),
    counted(PAPER, "a2", ABOUT, 4, "4 møder"),
    counted(PAPER, "a3", ABOUT, 2, "to møder årligt"),
    quoted(PAPER, "a4", ABOUT, CountBetween(low=2, high=3, words="2-3 gange årligt")),
)
# 002.6, 002.7, 002.8
THEME_1: tuple[Entry, ...] = (
    on_day(PAPER, "b1", CHILDREN, "2024-04-02", "2. april 2024"),
    quoted(
        PAPER,
        "b2",
        CHILDREN,
        Within(earliest="2024-02-21", latest="2024-02-29", span=Span.LATE, words="slutningen af februar 2024"),
    ),
    quoted(
        PAPER, "b3", CHILDREN, Within(earliest="2024-03-01", latest="2024-03-31", span=Span.MONTH, words="marts 2024")
    ),
    quoted(
        PAPER,
        "b4",
        CHILDREN,
        Within(
            earliest="2024-04-01",
            latest="2024-05-31",
            span=Span.SEASON,
            words="senere på foråret",
            inferred="Papiret er fra april 2024.",
        ),
    ),
    quoted(
        PAPER,
        "b5",
        CHILDREN,
        Within(
            earliest="2024-04-01",
            latest="2024-06-30",
            span=Span.BEFORE_SUMMER,
            words="inden sommerferien",
            inferred="Papiret er fra april 2024.",
        ),
    ),
    million("b6", CHILDREN, 20, "i alt 2,0 mio. kr."),
    counted(PAPER, "b7", CHILDREN, 4, "4 anbefalinger"),
    quoted(PAPER, "b8", CHILDREN, IN_SEPTEMBER_2023),
    worded(PAPER, "b9", CHILDREN, "Hvordan Har Du Det"),
)
# 002.11, 002.12
THEME_2: tuple[Entry, ...] = (
    million("c1", DIGITAL, 15, "1,5 mio. kr."),
    on_day(PAPER, "c2", DIGITAL, "2023-11-01", "1. november 2023"),
    on_day(PAPER, "c3", DIGITAL, "2024-12-31", "31. december 2024"),
    quoted(PAPER, "c4", HOUSE, Stated(oere=150 * MILLION, unit_oere=MILLION, words="150 mio. kr.")),
    quoted(
        PAPER, "c5", HOUSE, Within(earliest="2024-09-01", latest="2024-09-30", span=Span.MONTH, words="september 2024")
    ),
)
# 002.13: approved in a month that comes after the paper.
THEME_3: tuple[Entry, ...] = (
    on_day(PAPER, "d1", LUNG, "2023-11-15", "15. november 2023"),
    quoted(PAPER, "d2", LUNG, Within(earliest="2024-12-11", latest="2024-12-20", span=Span.MIDDLE, words=MID_DECEMBER)),
    quoted(PAPER, "d3", LUNG, From(earliest="2024-06-01", words="fra sommeren 2024")),
    (
        PAPER,
        DoubtStatement(
            number="d2",
            doubt=Doubt.IMPOSSIBLE,
            text="Papiret er fra april 2024, og ansøgningen blev sendt i november 2023. Årstallet må være 2023.",
            read_as=Within(
                earliest="2023-12-11",
                latest="2023-12-20",
                span=Span.MIDDLE,
                words="medio december 2023",
                inferred="Måneden efter, at ansøgningen blev sendt.",
            ),
        ),
    ),
)
# 002.14–002.19, 002.21
COMMITTEES_SAID: tuple[Entry, ...] = (
    counted(PAPER, "e1", COMMITTEES, 9, "9 faste udvalg"),
    quoted(PAPER, "e2", COMMITTEES, EARLY_2024),
    quoted(PAPER, "e3", COMMITTEES, AlmostAll(words="tæt på 100 %")),
    counted(PAPER, "e4", COMMITTEES, 2, "de sidste to plejehjem"),
    counted(PAPER, "e5", COMMITTEES, 52, "alle 52 plejehjem"),
    quoted(PAPER, "e6", COMMITTEES, AboutCount(count=312, unit=1, words="ca. 312 borgere")),
    quoted(PAPER, "e7", COMMITTEES, CountBetween(low=10, high=15, words="ca. 10-15 borgere")),
    on_day(PAPER, "e8", COMMITTEES, "2024-04-01", "pr. 1. april 2024"),
    quoted(PAPER, "e9", COMMITTEES, MID_MAY),
    quoted(PAPER, "e10", COMMITTEES, IN_NOVEMBER_2022),
    worded(PAPER, "e11", COMMITTEES, "forsinket af mange årsager"),
    quoted(PAPER, "e12", SAMSOE, IN_JUNE_2023),
    exact("e13", SAMSOE, 500_000, "500.000 kr."),
    on_day(PAPER, "e14", SAMSOE, "2023-10-01", "1. oktober 2023"),
)
# 002.23
REGION_SAID: tuple[Entry, ...] = (
    worded(PAPER, "r1", REGION_WIDE, "24 timer eller længere"),
    on_day(PAPER, "r2", REGION_WIDE, "2023-09-15", "15. september", "Året er det samme som for 1. november 2023."),
    on_day(PAPER, "r3", REGION_WIDE, "2023-11-01", "1. november 2023"),
    counted(PAPER, "r4", REGION_WIDE, 5, "de 5 klynger"),
    on_day(PAPER, "r5", REGION_WIDE, "2022-04-01", "1. april 2022"),
    counted(PAPER, "r6", REGION_WIDE, 6, "6 anbefalinger"),
    on_day(PAPER, "r7", REGION_WIDE, "2024-01-01", "1. januar 2024"),
    named(PAPER, "r8", REGION_WIDE, "Sundhedsaftale 2024 - 2027"),
)
# 002.24, 002.26, 002.27: what the cluster got and how it means to share it. No line adds the frames up.
MONEY_SAID: tuple[Entry, ...] = (
    quoted(PAPER, "m1", MONEY, Stated(oere=80 * MILLION, unit_oere=MILLION, words="80 mio. kr. i 2022")),
    quoted(PAPER, "m2", MONEY, Stated(oere=80 * MILLION, unit_oere=MILLION, words="også afsat 80 mio. kr.")),
    exact("m3", MONEY, 4_757_271, "4.757.271 kr. i 2022"),
    exact("m4", MONEY, 4_757_271, "et tilsvarende beløb i 2023"),
    quoted(PAPER, "m5", MONEY, Stated(oere=9_514 * THOUSANDTH, unit_oere=THOUSANDTH, words="9,514 mio. kr.")),
    on_day(PAPER, "m6", MONEY, "2023-02-02", "2. februar 2023"),
    million("f1", f"{MONEY}, fordelingen", 20, "2,0 mio. kr."),
    million("f2", f"{MONEY}, fordelingen", 30, "3,0 mio. kr."),
    million("f3", f"{MONEY}, fordelingen", 10, "1,0 mio. kr."),
    million("f4", f"{MONEY}, fordelingen", 45, "4,5 mio. kr."),
    quoted(
        PAPER,
        "f5",
        f"{MONEY}, fordelingen",
        AtMost(oere=5 * TENTH, unit_oere=TENTH, about=True, words="op til ca. 0,5 mio."),
    ),
)

CLAIMS = (*ITSELF, *THEME_1, *THEME_2, *THEME_3, *COMMITTEES_SAID, *REGION_SAID, *MONEY_SAID)

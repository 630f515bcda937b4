"""The paper is filed, with what it says of itself and of how the cluster works, as said (000.1–000.9, 000.12–000.14, 000.19).

It is a status to a wide audience, for the year from 2020 on. One list of it has four lines where there should be five.
"""

from domain.claims import CountBetween, NameSaid, Span, Within
from domain.document import Direction, Doubt, DoubtStatement, File
from domain.statement import StatementRef
from stories.reported import Entry, counted, named, percent, quoted, worded
from stories.syd_2021_foraar.names import PAPER

SPRING = Within(earliest="2021-03-01", latest="2021-05-31", span=Span.SEASON, words="Foråret 2021")

FILED: tuple[Entry, ...] = (
    (
        PAPER,
        File(
            subject="Status på arbejdet med sundhedsaftalen, Klynge Syd, foråret 2021",
            direction=Direction.OUT,
            dated=SPRING,
            outside="Alle, der følger klyngens arbejde",
        ),
    ),
)


FOREWORD, AGREEMENT, BODIES = "Forord", "Sundhedsaftalen og pejlemærkerne", "Klyngestyregruppen og driftsgruppen"
WORK, MONEY, FIRST, FOLLOW_UP = "Forbedringsprojekter", "Økonomi", "Pejlemærke 1", "Implementering af aftaler"
FINANCING = "finansieringen af projekter"

# 000.1, 000.3
ITSELF: tuple[Entry, ...] = (
    quoted(PAPER, "s1", "Forside", SPRING),
    worded(PAPER, "s2", FOREWORD, "ikke alt, der var tiltænkt"),
    counted(PAPER, "s3", FOREWORD, 4, "fire fælles værdier"),
    worded(PAPER, "v1", FOREWORD, "de mange ting, der virker"),
    worded(PAPER, "v2", FOREWORD, "de gode forløb og sammenhænge"),
    worded(PAPER, "v3", FOREWORD, "inspiration fra andre klynger"),
    worded(PAPER, "v4", FOREWORD, "spille hinanden gode"),
)
# 000.6: five guideposts; four lines of a list; the fifth has a heading of its own.
GUIDEPOSTS: tuple[Entry, ...] = (
    counted(PAPER, "p", AGREEMENT, 5, "fem politiske pejlemærker"),
    named(PAPER, "p1", f"{AGREEMENT}, listen", "Styrket samarbejde med fokus på"),
    named(PAPER, "p2", f"{AGREEMENT}, listen", "Bedre forløb og resultater"),
    named(PAPER, "p3", f"{AGREEMENT}, listen", "Større lighed i sundhed"),
    named(PAPER, "p4", f"{AGREEMENT}, listen", "Øget mental sundhed og trivsel"),
    named(PAPER, "p5", "Pejlemærke 5, overskrift", "Mindre rygning"),
    (
        PAPER,
        DoubtStatement(
            number="p",
            doubt=Doubt.MISSING,
            text="Listen lige efter har kun fire linjer. Det femte pejlemærke har sin egen overskrift længere fremme.",
            read_as=NameSaid(words="Mindre rygning"),
            other=StatementRef(document=PAPER, number="p5"),
        ),
    ),
)
# 000.7, 000.8, 000.12, 000.14, 000.22
HOW_IT_WORKS: tuple[Entry, ...] = (
    counted(PAPER, "b1", BODIES, 4, "årligt fire møder"),
    worded(PAPER, "b2", BODIES, "et 12-12 seminar"),
    quoted(PAPER, "b3", BODIES, CountBetween(low=2, high=3, words="to til tre repræsentanter")),
    counted(PAPER, "w1", FIRST, 4, "fire forbedringsideer"),
    quoted(PAPER, "w2", FIRST, CountBetween(low=3, high=4, words="tre til fire")),
    named(PAPER, "f1", FOLLOW_UP, "fælles regionalt Dash Board"),
    counted(PAPER, "f2", FOLLOW_UP, 4, "fire nordjyske klynger"),
)
# 000.19: no amount stands in the paper.
SHARES: tuple[Entry, ...] = (
    percent(PAPER, "m1", MONEY, 40, FINANCING, "40% til kommunerne"),
    percent(PAPER, "m2", MONEY, 10, FINANCING, "Rebild: 10%"),
    percent(PAPER, "m3", MONEY, 15, FINANCING, "Vesthimmerland: 15%"),
    percent(PAPER, "m4", MONEY, 15, FINANCING, "Mariagerfjord Kommune: 15%"),
    percent(PAPER, "m5", MONEY, 60, FINANCING, "60% til Region Nordjylland"),
)

CLAIMS = (*ITSELF, *GUIDEPOSTS, *HOW_IT_WORKS, *SHARES)

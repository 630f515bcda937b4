"""What is measured: the heart report of 2019, and how full the hospital is (003.9, 003.10)."""

from domain.agreeing import Judgement
from domain.claims import Span, Within
from domain.colours import Colour
from domain.document import Direction, File
from domain.indicator import Define, DoubtValue, JudgeTarget, Report
from domain.kernel import Command
from domain.measures import InColour, Percent, Unit
from stories.randers_2020_efteraar.names import (
    CAPACITY,
    DIET,
    HEART_GROUP,
    HEART_REPORT_2019,
    OCCUPANCY,
    PAPER,
    SMOKING,
)
from stories.randers_2020_efteraar.people import HOSPITAL

Entry = tuple[str, Command]

# 003.9: the paper tells whether targets are met and what is wrong; the figures stand in the report.
HEART_FIGURES: tuple[Entry, ...] = (
    (
        HEART_REPORT_2019,
        File(
            subject="Rapport om hjerteforløb i klyngen, 2019",
            direction=Direction.INTERNAL,
            dated=Within(
                earliest="2019-01-01", latest="2019-12-31", span=Span.YEAR, words="2019", inferred="Året er rapportens."
            ),
        ),
    ),
    (
        SMOKING,
        Define(
            name="Rygestop ved hjerteforløb",
            definition="Andel af rygere i forløbet, der er holdt op.",
            unit=Unit.PERCENT,
            target_words="som fastsat i forløbsprogrammet",
        ),
    ),
    # »For the first time in 3 years«: however one counts, neither of the two years before.
    (SMOKING, Report(period="2017", met=False, document=PAPER)),
    (SMOKING, Report(period="2018", met=False, document=PAPER)),
    (SMOKING, Report(period="2019", met=True, document=PAPER)),
    (
        CAPACITY,
        Define(
            name="Fysisk arbejdskapacitet",
            definition="Hvor meget bedre kapaciteten er efter træning.",
            unit=Unit.PERCENT,
            target=Percent(bp=1_000),
            target_words="10 % bedre",
        ),
    ),
    (
        CAPACITY,
        JudgeTarget(
            judgement=Judgement.UNREALISTIC,
            by_body=HEART_GROUP,
            reason="Kommunerne får flere borgere med hjertesvigt, og de kan ikke blive så meget bedre.",
        ),
    ),
    (
        DIET,
        Define(
            name="Vejledning om kost",
            definition="Andel i forløbet, der er vejledt om kost.",
            unit=Unit.PERCENT,
        ),
    ),
    (DIET, Report(period="2019", document=HEART_REPORT_2019)),
    (DIET, DoubtValue(period="2019", reason="Vejledningen er registreret forkert, så tallet er skævt.")),
)
# 003.10
OCCUPANCY_DEFINED: tuple[Entry, ...] = (
    (
        OCCUPANCY,
        Define(
            name="Belægning på hospitalet",
            definition="Hospitalets melding til kommunerne: grøn, gul eller rød.",
            unit=Unit.COLOUR,
            from_party=HOSPITAL,
        ),
    ),
)
# ◇ Which colours were told on which days stands in no paper.
COLOURS: tuple[Entry, ...] = tuple(
    (OCCUPANCY, Report(period=day, value=InColour(colour=colour)))
    for day, colour in (
        ("2020-10-26", Colour.GREEN),
        ("2020-10-27", Colour.YELLOW),
        ("2020-10-28", Colour.RED),
        ("2020-10-29", Colour.YELLOW),
    )
)

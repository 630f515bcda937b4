"""The action plan: its themes, and what the paper tells of how its work goes (002.2, 002.7, 002.10–002.13, 002.17, 002.18).

Amounts and progress are quotations here. Nothing of them is posted.
"""

from domain.claims import OnDay, Span, Stated, Within
from domain.decided import Cited
from domain.initiative import AgreeLadder, AgreePost, Deprioritise, Describe, NoteFunding, QuoteProgress, ReachStep
from domain.initiatives import StepState
from domain.mandate import SetPath, Step
from domain.plan import Draft, IssueEdition, SetTheme
from domain.plans import PlanKind, ThemeKind
from stories.aarhus_2024_april.initiatives import (
    APP,
    CHILDREN,
    HOUSE,
    ISLAND,
    PHYSIOTHERAPIST,
    REFERRAL_TO_STOP_SMOKING,
    TELE_COPD,
    VIDEO,
)
from stories.aarhus_2024_april.names import ACTION_PLAN, CHILDREN_COMMITTEE, PAPER, PLAN, POLITICAL
from stories.aarhus_2024_april.papers import IN_APRIL, MILLION, TENTH
from stories.aarhus_2024_april.people import HOSPITAL, MSO
from stories.aarhus_2024_april.told import told
from stories.reported import Entry

# 002.2
DRAFTED: tuple[Entry, ...] = (
    (PLAN, Draft(title="Handleplan for Sundhedsklynge Aarhus", plan_kind=PlanKind.ACTION_PLAN, by_body=POLITICAL)),
    (
        ACTION_PLAN,
        SetPath(
            subject="handleplanen",
            steps=(Step(step="prioritere", body=POLITICAL, binding=True),),
            source=told("Sundhedsklynge Aarhus", "Hvem der prioriterer temaerne"),
        ),
    ),
    *(
        (PLAN, SetTheme(theme=theme, number=number, title=title, theme_kind=ThemeKind.THEME))
        for theme, number, title in (
            ("boern-og-unge", "1", "Børn og unges trivsel"),
            ("digitale-loesninger", "2", "Velfærdsteknologi og det digitale"),
            ("lunge", "3", "Fælles investeringer: lunger"),
        )
    ),
)

POOL = "de fælles klyngemidler"


def said(tenths: int, words: str) -> Stated[str]:
    """Millions with one decimal."""
    return Stated(oere=tenths * TENTH, unit_oere=TENTH, words=words)


# 002.7, 002.11, 002.12: no deciding meeting is told, so these stand as said.
PAID: tuple[Entry, ...] = (
    (
        CHILDREN.id,
        NoteFunding(
            said=said(20, "i alt 2,0 mio. kr."),
            from_whom=POOL,
            purpose="At føre aftalen ud i livet: model, beskeder mellem PPR og læge, selvskade, og Samsø.",
            document=PAPER,
        ),
    ),
    (
        VIDEO.id,
        NoteFunding(
            said=said(15, "1,5 mio. kr."),
            from_whom=POOL,
            purpose="At gøre digitale værktøjer klar i 2023 og 2024.",
            document=PAPER,
        ),
    ),
    (
        HOUSE.id,
        NoteFunding(
            said=Stated(oere=150 * MILLION, unit_oere=MILLION, words="150 mio. kr."),
            from_whom="regeringens udspil til en ældrereform",
            purpose="En national strategi for velfærdsteknologi. Om huset får del i dem, vides ikke.",
            document=PAPER,
        ),
    ),
)
# 002.10
APP_LOWERED: tuple[Entry, ...] = (
    (
        APP.id,
        Describe(
            purpose="At se, om forløbsguiden kan vise kommunernes tilbud. Ved hjertesvigt gør den det allerede.",
            target_group="Borgere med hjertesvigt, og måske ortopædkirurgiens patienter.",
        ),
    ),
    (
        APP.id,
        QuoteProgress(words="udviklet til meget specifikke diagnosegrupper", as_of=IN_APRIL, document=PAPER),
    ),
    (
        APP.id,
        Deprioritise(
            by_body=CHILDREN_COMMITTEE,
            reason="Udvalget har andre opgaver med aftalen om mistrivsel, som kommer først.",
        ),
    ),
)
# 002.11, 002.18: three who work for both hospital and municipality; of one no day is told.
POSTS: tuple[Entry, ...] = (
    (
        VIDEO.id,
        AgreePost(
            what="Fælles projektleder, der finder behovene og får møderne på video i gang.",
            employers=(HOSPITAL, MSO),
            from_on="2023-11-01",
            ceases_on="2025-01-01",
        ),
    ),
    (
        REFERRAL_TO_STOP_SMOKING.id,
        AgreePost(
            what="Delemedarbejder, der får flere patienter henvist til kommunen.",
            employers=(HOSPITAL, MSO),
            from_on="2024-04-01",
            ceases_on="2025-01-01",
        ),
    ),
    (
        PHYSIOTHERAPIST.id,
        AgreePost(what="En fysioterapeut, der er med i lungeteamet på prøve.", employers=(HOSPITAL, MSO)),
    ),
)
# 002.12: three steps towards a commitment.
LADDER: tuple[Entry, ...] = (
    (HOUSE.id, AgreeLadder(steps=("Visionen er godkendt sammen", "Hensigtserklæringer", "En samarbejdsaftale"))),
    (
        HOUSE.id,
        ReachStep(
            order=1,
            state=StepState.REACHED,
            decision=Cited(
                who="Planlægningsgruppen",
                on=Within(
                    earliest="2023-12-18",
                    latest="2024-03-18",
                    span=Span.BETWEEN_MEETINGS,
                    words="(opnået)",
                    inferred="På et af gruppens tre møder.",
                ),
                words="Visionsoplægget godkendt",
                document=PAPER,
            ),
        ),
    ),
    (HOUSE.id, ReachStep(order=2, state=StepState.UNDER_WAY)),
)
# 002.12, 002.17, 002.19
TOLD: tuple[Entry, ...] = (
    (HOUSE.id, QuoteProgress(words="indledende dialog med større fonde", as_of=IN_APRIL, document=PAPER)),
    (HOUSE.id, QuoteProgress(words="dialog med Social-, Bolig- og Ældreministeriet", as_of=IN_APRIL, document=PAPER)),
    (TELE_COPD.id, QuoteProgress(words="forsinket af mange årsager", as_of=IN_APRIL, document=PAPER)),
    (
        ISLAND.id,
        Describe(
            purpose="Rehabilitering på korttidspladserne, palliation, og en fælles akutfunktion om natten.",
            places=("Samsø",),
        ),
    ),
    (
        ISLAND.id,
        QuoteProgress(
            words="en deltidsansat projektleder",
            as_of=OnDay(day="2023-10-01", words="pr. 1. oktober 2023"),
            document=PAPER,
        ),
    ),
)

# 002.1: this edition.
EDITION: tuple[Entry, ...] = ((PLAN, IssueEdition(as_of=IN_APRIL, document=PAPER)),)

WORK = (*EDITION, *PAID, *APP_LOWERED, *POSTS, *LADDER, *TOLD)

"""The themes and what is decided on each, and the joint money (002.1, 002.2, 002.5, 002.9, 002.13, 002.26)."""

from domain.claims import Span, Within
from domain.effects import Assign as AssignAction
from domain.effects import ByBody, PromiseItem
from domain.mandate import Step as PathStep
from domain.organising import SetPath
from domain.outcomes import PlainOutcome
from domain.planning import AdoptPlan
from domain.procedure import SetCadence
from stories.aarhus_2024_april.initiatives import ORDERS
from stories.aarhus_2024_april.names import (
    DIRECTORS,
    DIRECTORS_2023,
    FIRST,
    GDPR_TALK,
    JOINT_FUNDS,
    PLAN,
    POLITICAL,
    SURVEY_OF_APP,
    UNDATED,
)
from stories.aarhus_2024_april.told import held, on, told
from stories.reported import Entry, decided, item, settled

MONEY = "klyngemidler"

# 002.1, 002.2: the themes were there when the directors gave them money in February 2023, so they are of the first meeting.
IN_2022: tuple[Entry, ...] = (
    (
        POLITICAL,
        SetCadence(
            words="to møder om året; nyhedsbreve og korte virtuelle møder om temaer overvejes",
            per_year=2,
            source=told("Den politiske sundhedsklynge Aarhus", "Hvor tit klyngen mødes"),
        ),
    ),
    held(FIRST, POLITICAL, on("2022-12-01", "1. december 2022")),
    item(FIRST, "temaer", "De prioriterede temaer"),
    decided(
        FIRST,
        "temaer",
        "1",
        PlainOutcome.DECIDED,
        "Tre temaer går forud: børn og unges trivsel, velfærdsteknologi og det digitale, og fælles investeringer i lunger.",
    ),
    *settled(FIRST, "temaer"),
)

CHILDREN, DIGITAL, LUNG = "boern-og-unge", "digitale-loesninger", "lunge"
BETWEEN = Within(
    earliest="2022-12-01",
    latest="2023-11-08",
    span=Span.BETWEEN_MEETINGS,
    words="har derfor besluttet",
    inferred="På et af de tre første møder; papiret siger ikke hvilket.",
)
# 002.5, 002.9, 002.13
THEMES: tuple[Entry, ...] = (
    held(UNDATED, POLITICAL, BETWEEN),
    item(
        UNDATED,
        CHILDREN,
        "Børn og unges trivsel",
        "Niveauet har set tal fra Ungeprofilen 2022, Hvordan Har Du Det 2021, børne- og ungdomspsykiatrien og forskere.",
    ),
    decided(
        UNDATED,
        CHILDREN,
        "1",
        PlainOutcome.DECIDED,
        "Det, der er besluttet, skal have tid: 10-årsplanen for psykiatri og aftalen om mistrivsel. Civilsamfundet tages med.",
    ),
    item(UNDATED, DIGITAL, "Velfærdsteknologi og det digitale", nth=2),
    decided(
        UNDATED,
        DIGITAL,
        "2",
        PlainOutcome.DECIDED,
        "Det undersøges, om forløbsguiden også kan bruges af kommuner og almen praksis.",
        AssignAction(
            action=SURVEY_OF_APP,
            what="undersøge, om forløbsguiden kan udvides.",
            owed_by=(ByBody(body=DIRECTORS),),
            report_to=POLITICAL,
        ),
    ),
    decided(UNDATED, DIGITAL, "3", PlainOutcome.DECIDED, "Mulighederne for et Velfærdsteknologiens Hus udvikles."),
    decided(
        UNDATED,
        DIGITAL,
        "4",
        PlainOutcome.DECIDED,
        "Deling af data og GDPR bliver tema på et senere møde.",
        PromiseItem(referral=GDPR_TALK, question="Hvad kan lade sig gøre med deling af data og GDPR?"),
    ),
    item(
        UNDATED,
        LUNG,
        "Fælles investeringer: borgere med lungeproblemer",
        "Tre spørgsmål: at finde sygdommen før, at få flere med i rygestop, og at gøre borgerne trygge derhjemme.",
        nth=3,
    ),
    decided(
        UNDATED,
        LUNG,
        "5",
        PlainOutcome.DECIDED,
        "Tallene afdækkes, forskere og fagfolk tages med, og der holdes workshops om fælles investeringer.",
    ),
    # ◇ That the plan was adopted as one is worked out from there being one that is brought up to date.
    item(UNDATED, "handleplan", "Handleplanen", nth=4),
    decided(
        UNDATED,
        "handleplan",
        "6",
        PlainOutcome.APPROVED,
        "Handleplanen samler, hvad der er besluttet under hvert tema.",
        AdoptPlan(plan=PLAN, orders=ORDERS),
    ),
    *settled(UNDATED, CHILDREN, DIGITAL, LUNG, "handleplan"),
)

# 002.26
POOL: tuple[Entry, ...] = (
    held(DIRECTORS_2023, DIRECTORS, on("2023-02-02", "2. februar 2023")),
    item(DIRECTORS_2023, MONEY, "De fælles puljemidler"),
    decided(
        DIRECTORS_2023,
        MONEY,
        "1",
        PlainOutcome.DECIDED,
        "Pengene er én fælles pulje, som direktørforum råder over.",
        SetPath(
            mandate=JOINT_FUNDS,
            subject="klyngemidler",
            steps=(PathStep(step="disponere", body=DIRECTORS, binding=True),),
        ),
    ),
    decided(
        DIRECTORS_2023,
        MONEY,
        "2",
        PlainOutcome.APPROVED,
        "Modellen: penge til de politiske temaer og til udvalgenes pilotforsøg, enkelt og hurtigt. Ingen penge uden evaluering. "
        "Det begynder i 2023 og må fortsætte i 2024.",
    ),
    *settled(DIRECTORS_2023, MONEY),
)

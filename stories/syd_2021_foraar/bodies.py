"""How the bodies work, what steers them, and what they decided as far as the paper tells (000.4, 000.7–000.12, 000.17).

Of no decision does the paper name the day; each was taken between the beginning of 2020 and the paper.
"""

from domain.body import GiveTask, NoteName
from domain.claims import DateNotStated, Span, Within
from domain.decided import Cited
from domain.effects import Refer
from domain.initiatives import Phase
from domain.mandate import SetPath
from domain.mandate import Step as PathStep
from domain.meeting.call import RegisterAfterwards
from domain.outcomes import PlainOutcome, Refers
from domain.planning import StartProject
from domain.points import OfBody
from domain.procedure import SetCadence, SetRules
from domain.referral import Answer
from domain.way import Way
from stories.reported import Entry, decided, informed, item, settled
from stories.syd_2021_foraar.names import (
    CHILDREN_WISHED,
    FRAIL_PATIENTS,
    MEETING,
    OPERATIONS,
    PAPER,
    POLITICAL,
    POLITICAL_MEETING,
    PROJECTS,
    STEERING,
)

SINCE_2020 = Within(
    earliest="2020-01-01",
    latest="2021-05-31",
    span=Span.DAYS,
    words="2020 og frem til nu",
    inferred="Papiret er fra foråret 2021 og fortæller om tiden siden 2020.",
)


def told(who: str, words: str) -> Cited[str]:
    """Known from the paper only."""
    return Cited(who=who, on=DateNotStated(), words=words, document=PAPER)


ONE_PROJECT = "forbedringsprojekt"

# 000.7, 000.8: how often, by what other name, and with what else to do.
HABITS: tuple[Entry, ...] = (
    (
        STEERING,
        SetCadence(
            words="fire møder om året og et seminar fra middag til middag, hvor andre er med til dele",
            per_year=4,
            source=told("Klyngestyregruppen", "Hvor tit gruppen mødes"),
        ),
    ),
    (OPERATIONS, NoteName(name="Driftsforum", document=PAPER)),
    (
        OPERATIONS,
        GiveTask(
            task="At udvikle nye måder at samarbejde på, og at binde Aalborg, Farsø, Hobro, kommuner og praksis tættere.",
            decision=told("Klyngestyregruppen", "Driftsgruppens øvrige opgaver"),
        ),
    ),
    # 000.4: what steers the work from above.
    (
        STEERING,
        GiveTask(
            task="At følge udvalgets plan for, hvordan sundhedsaftalen føres ud i livet.",
            decision=told("Sundhedskoordinationsudvalget", "Implementeringsplanen"),
        ),
    ),
    (
        STEERING,
        GiveTask(
            task="At følge de ønsker, som den politiske klynge har.",
            decision=told("Den politiske klynge", "Ønsker til arbejdet"),
        ),
    ),
    # 000.12
    (
        PROJECTS,
        SetPath(
            subject="forbedringsprojekter",
            steps=(PathStep(step="udvælge", body=STEERING, binding=True),),
            source=told("Klyngestyregruppen", "Hvem der udvælger forbedringsprojektet"),
            terms="Et nyt projekt vælges først, når det gamle er færdigt.",
        ),
    ),
)
# 000.12: never more than one project at a time; the chairs say so. ◇ From which day on is not told.
ONE_AT_A_TIME: tuple[Entry, ...] = (
    (
        STEERING,
        SetRules(
            from_on="2020-01-01",
            source=told("Klyngestyregruppen", "Ét forbedringsprojekt ad gangen"),
            one_at_a_time=ONE_PROJECT,
        ),
    ),
)

TOGETHER, PROJECT = "samlet", "projekt"
# 000.11, 000.12
STEERING_DECIDED: tuple[Entry, ...] = (
    (MEETING, RegisterAfterwards(body=STEERING, held=SINCE_2020, document=PAPER)),
    item(MEETING, TOGETHER, "Somatik og psykiatri i de samme fora"),
    decided(
        MEETING,
        TOGETHER,
        "1",
        PlainOutcome.DECIDED,
        "Psykiatri og somatik behandles sammen og af de samme fora. Det giver kendskab til hinandens arbejde.",
    ),
    item(MEETING, PROJECT, "Det første forbedringsprojekt", nth=2),
    decided(
        MEETING,
        PROJECT,
        "2",
        PlainOutcome.DECIDED,
        "Det første projekt skal forebygge indlæggelser og genindlæggelser af skrøbelige borgere.",
        StartProject(initiative=FRAIL_PATIENTS, phase=Phase.TRIAL),
    ),
    *settled(MEETING, TOGETHER, PROJECT),
)

SMOKING, CHILDREN = "rygning", "boern-og-unge"
# 000.4, 000.17
POLITICAL_DECIDED: tuple[Entry, ...] = (
    (POLITICAL_MEETING, RegisterAfterwards(body=POLITICAL, held=SINCE_2020, document=PAPER)),
    item(
        POLITICAL_MEETING, SMOKING, "Pejlemærke 5: Mindre rygning", "Det første pejlemærke på den politiske dagsorden."
    ),
    decided(
        POLITICAL_MEETING,
        SMOKING,
        "1",
        PlainOutcome.AGREED,
        "Klyngen er langt med rygning. De gode indsatser skal fortsætte.",
    ),
    item(POLITICAL_MEETING, CHILDREN, "Børn og unges trivsel", nth=2),
    informed(
        POLITICAL_MEETING, CHILDREN, "Børn og unges trivsel bør have klyngens særlige øje.", OfBody(body=POLITICAL)
    ),
    decided(
        POLITICAL_MEETING,
        CHILDREN,
        "2",
        Refers(to_body=STEERING, direction=Way.DOWN),
        "Ønsket om et særligt fokus på børn og unge går til styregruppen.",
        Refer(
            referral=CHILDREN_WISHED,
            to_body=STEERING,
            direction=Way.DOWN,
            question="Hvad kan klyngen gøre for børn og unges mentale sundhed?",
        ),
    ),
    *settled(POLITICAL_MEETING, SMOKING, CHILDREN),
    (
        CHILDREN_WISHED,
        Answer(
            text=(
                "Tilbuddene gøres kendt, kommunikationen styrkes, og det, der er i gang, tænkes sammen. "
                "Somatik og psykiatri samarbejder, og kommunernes tilbud åbnes på prøve for hinandens borgere."
            ),
            document=PAPER,
        ),
    ),
)

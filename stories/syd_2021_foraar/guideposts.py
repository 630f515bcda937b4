"""The health agreement's five guideposts, and how far each has come on the political agenda (000.6, 000.15, 000.17)."""

from domain.plan import Draft, NoteFocus, SetTheme
from domain.plans import Focus, PlanKind, ThemeKind
from stories.reported import Entry
from stories.syd_2021_foraar.names import COORDINATION_COMMITTEE, GUIDEPOSTS, POLITICAL, STEERING

# The list of the paper ends with the fourth; the fifth stands further on, under a heading of its own.
TITLES = {
    "1": "Tættere samarbejde om kerneopgaven, nær borgerne",
    "2": "Borgere, der selv tager del i forløbet",
    "3": "Større lighed i sundhed",
    "4": "Bedre mental sundhed og trivsel",
    "5": "Mindre rygning",
}

PLAN: tuple[Entry, ...] = (
    (
        GUIDEPOSTS,
        Draft(
            title="Sundhedsaftalen i Nordjylland",
            plan_kind=PlanKind.HEALTH_AGREEMENT,
            by_body=COORDINATION_COMMITTEE,
        ),
    ),
    *(
        (GUIDEPOSTS, SetTheme(theme=number, number=number, title=title, theme_kind=ThemeKind.GUIDEPOST))
        for number, title in TITLES.items()
    ),
    (
        GUIDEPOSTS,
        NoteFocus(
            theme="3",
            focus=Focus.NONE_OF_ITS_OWN,
            by_body=STEERING,
            words="Klyngen har endnu intet særligt fokus på lighed, men arbejder med den under de andre pejlemærker.",
        ),
    ),
    (
        GUIDEPOSTS,
        NoteFocus(
            theme="4",
            focus=Focus.WISHED,
            by_body=POLITICAL,
            words="Børn og unge er i fokus, fordi den politiske klynge ønsker det.",
        ),
    ),
    (
        GUIDEPOSTS,
        NoteFocus(
            theme="5",
            focus=Focus.ADVANCED,
            by_body=POLITICAL,
            words="Rygning kom først på den politiske dagsorden. Klyngen er langt.",
        ),
    ),
)

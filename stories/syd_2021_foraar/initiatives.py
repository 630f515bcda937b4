"""What the cluster and its parties do, each under one guidepost (000.13–000.18, 000.23).

The paper says that its lists do not hold everything, and that some support more guideposts than their own, but not which; ◇ which
others an initiative supports is worked out. Phases that it does not tell are read as ongoing. Where it names nobody, nobody is.
"""

from msgspec import Struct

from domain.initiative import Describe, List
from domain.initiatives import Kind, Phase
from stories.reported import Entry
from stories.syd_2021_foraar.names import FRAIL_PATIENTS, GUIDEPOSTS, PAPER
from stories.syd_2021_foraar.people import (
    HOSPITAL,
    MARIAGERFJORD,
    MUNICIPALITIES,
    PSYCHIATRY,
    REBILD,
    REGION,
    STENO,
    VESTHIMMERLAND,
)


class Effort(Struct, frozen=True):
    """An initiative as the paper lists it."""

    name: str
    guidepost: str
    title: str
    by: tuple[str, ...] = ()
    """None: the paper names nobody, or the cluster."""
    phase: Phase = Phase.ONGOING
    supports: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return f"syd/initiative/{self.name}"


ALL_HOSPITALS = (HOSPITAL, PSYCHIATRY)
SMOKERS = Effort("storrygere", "5", "Kommunernes projekt for storrygere", MUNICIPALITIES, Phase.PART_OPERATION)
OPEN_OFFERS = Effort(
    "aabne-tilbud", "4", "Forebyggende tilbud er åbne for nabokommunernes borgere", MUNICIPALITIES, Phase.TRIAL
)
# 000.18: told under the second guidepost, and done at workplaces.
DIABETES = Effort(
    "diabetes-paa-arbejdspladsen",
    "2",
    "Tidlig opsporing af type 2-diabetes på arbejdspladser",
    (STENO, *MUNICIPALITIES),
    Phase.TRIAL,
    supports=("3",),
)
# 000.23
NEW_HOSPITAL = Effort(
    "nyt-hospital", "1", "Tidlig dialog om det nye universitetshospital", (REGION, HOSPITAL, *MUNICIPALITIES)
)

EFFORTS = (
    NEW_HOSPITAL,
    Effort("stuegang-hobro", "1", "Virtuel stuegang fra matriklen i Hobro", (HOSPITAL,)),
    Effort("brobyggere", "1", "Sygeplejersker, der bygger bro på hospitalet", (HOSPITAL,)),
    Effort("stuegang-rebild", "1", "Virtuel stuegang på Rebilds akutpladser", (REBILD,)),
    Effort("helbredstjek", "1", "Helbredstjek på virksomheder i Mariagerfjord", (MARIAGERFJORD,), supports=("2",)),
    DIABETES,
    Effort("patientens-team", "2", "Patientens team"),
    Effort("mindre-tvang", "2", "Mindre tvang i psykiatrien på tværs af sektorer"),
    Effort("genoptraeningsplaner", "2", "Genoptræningsplaner laves på et fælles møde"),
    Effort("sundhedscafe", "3", "Sundhedscafé for sårbare og hjemløse", (REBILD,)),
    Effort("aktivitetskoordinator", "3", "En koordinator hjælper videre efter rehabilitering", (MARIAGERFJORD,)),
    Effort("motion", "3", "Motion for særligt sårbare", (VESTHIMMERLAND,), supports=("4",)),
    Effort("udsatte-patienter", "3", "Kompetencecenter for udsatte patienter", (HOSPITAL,)),
    Effort("misbrug", "3", "Screening for misbrug", (PSYCHIATRY,)),
    Effort("frivillige", "3", "Samarbejde med frivillige om patienter", (HOSPITAL,)),
    OPEN_OFFERS,
    Effort("ungeraadgivning", "4", "Ungerådgivning"),
    Effort("udgaaende-team", "4", "Et udgående team for børn og unge"),
    Effort("sund-start", "4", "Sund start efter en fødselsreaktion", (REBILD,)),
    Effort("boblberg", "4", "Platformen Boblberg", (VESTHIMMERLAND,)),
    Effort("nature-rangers", "4", "Nature Rangers for unge", (VESTHIMMERLAND,)),
    Effort("ensomhed", "4", "Mod ensomhed blandt ældre", (MARIAGERFJORD,)),
    Effort("tilgaengelighed", "4", "Analyse af hjælpen til børn og unge med psykiske vanskeligheder"),
    SMOKERS,
    Effort("roegfri-arbejdstid", "5", "Røgfri arbejdstid", MUNICIPALITIES),
    Effort("roegfri-skoletid", "5", "Røgfri skoletid", MUNICIPALITIES),
    Effort("rygestop", "5", "Rygestop, på hold og hver for sig", MUNICIPALITIES),
    Effort("roegfrit-hospital", "5", "Røgfrit hospital, og spørgsmål om rygning", ALL_HOSPITALS),
    Effort("roegfri-psykiatri", "5", "Røgfri psykiatri", (REBILD, PSYCHIATRY), supports=("3",)),
    Effort("rygestop-maria", "5", "Hjemmebesøg og forløb på virksomheder om rygning", (MARIAGERFJORD,)),
    Effort("rygestop-vest", "5", "Rygestop for borgere med psykisk sygdom", (VESTHIMMERLAND,), supports=("3",)),
)


def listed(effort: Effort) -> Entry:
    """The paper tells of it under one guidepost; it may support others."""
    return effort.id, List(
        title=effort.title,
        by=effort.by,
        phase=effort.phase,
        document=PAPER,
        kind=Kind.INITIATIVE,
        plan=GUIDEPOSTS,
        theme=effort.guidepost,
        supports=effort.supports,
    )


# 000.14: the first improvement project: for whom, where, and what is tried on a small scale.
PROJECT: tuple[Entry, ...] = (
    (
        FRAIL_PATIENTS,
        List(
            title="Færre indlæggelser af skrøbelige borgere",
            by=(),
            phase=Phase.TRIAL,
            document=PAPER,
            kind=Kind.IMPROVEMENT_PROJECT,
            plan=GUIDEPOSTS,
            theme="1",
        ),
    ),
    (
        FRAIL_PATIENTS,
        Describe(
            purpose="At forebygge indlæggelser og genindlæggelser, som ikke er nødvendige.",
            target_group="Skrøbelige borgere og borgere, der har svært ved at huske og forstå.",
            criteria=(
                "Psyke eller helbred er ændret: depression, delir, mad, fald eller infektion.",
                "Sygdomsindsigten er påvirket eller væk.",
                "Netværket er tyndt, eller det dækker over alt.",
                "Egenomsorg og hygiejne er ændret.",
            ),
            criteria_min=3,
            criteria_max=4,
            places=("Eget hjem", "Midlertidige pladser"),
            ideas=(
                "Hospitalets læge og praktiserende læge taler sammen i telefonen om planen.",
                "Mere samarbejde, når borgeren udskrives.",
                "Bedre kommunikation, når borgeren indlægges.",
                "Flere henvises til subakutte tider i stedet for at blive indlagt.",
            ),
        ),
    ),
)

LISTED = (*PROJECT, *(listed(effort) for effort in EFFORTS))

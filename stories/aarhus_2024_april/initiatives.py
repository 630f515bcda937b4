"""What the cluster works on, each under one theme where it has one, and who carries it (002.6–002.13, 002.17–002.21).

Phases that the paper does not tell are read as ongoing. ◇ That those who surveyed the app own that work is worked out.
"""

from msgspec import Struct

from domain.initiative import AssignOwner, List
from domain.initiatives import Kind, Phase
from domain.plans import Order
from stories.aarhus_2024_april.names import (
    ACUTE,
    ADMISSION,
    CHILDREN_COMMITTEE,
    CHRONIC,
    HEALTH_PROMOTION,
    OLDER,
    PAPER,
    PLAN,
    PLANNING_GROUP,
    PSYCHIATRY_COMMITTEE,
    REHABILITATION,
    SAMSOE_COMMITTEE,
    TELE_COPD_GROUP,
)
from stories.aarhus_2024_april.people import (
    AARHUS,
    HOSPITAL,
    MBU,
    MSB,
    MSO,
    PLO,
    PREHOSPITAL,
    PSYCHIATRY,
    REGION,
    SAMSOE,
)
from stories.reported import Entry


class Effort(Struct, frozen=True):
    """An initiative as the paper tells of it."""

    name: str
    title: str
    by: tuple[str, ...]
    phase: Phase = Phase.ONGOING
    theme: str | None = None
    group: str | None = None
    """The committee or group that carries it."""
    owners: tuple[str, ...] = ()
    """Who is responsible, with departments, where the paper says so."""

    @property
    def id(self) -> str:
        return f"aarhus/initiative/{self.name}"


# 002.6, 002.7
OFFER = Effort(
    "lettilgaengeligt-tilbud",
    "Et let tilgængeligt tilbud til børn og unge i mistrivsel",
    (AARHUS, SAMSOE, PSYCHIATRY),
    theme="boern-og-unge",
    group=CHILDREN_COMMITTEE,
    owners=(MSB, MBU, MSO, SAMSOE, PSYCHIATRY),
)
CHILDREN = Effort(
    "aftale-om-mistrivsel",
    "Aftalen om mistrivsel føres ud i livet",
    (AARHUS, SAMSOE, PSYCHIATRY),
    theme="boern-og-unge",
    group=CHILDREN_COMMITTEE,
    owners=(MSB, MBU, SAMSOE, PSYCHIATRY),
)
# 002.10, 002.11, 002.12
APP = Effort(
    "forloebsguide",
    "Forløbsguiden udvides med kommunale tilbud",
    (HOSPITAL, AARHUS),
    theme="digitale-loesninger",
    group=CHILDREN_COMMITTEE,
    owners=(HOSPITAL, MSO),
)
VIDEO = Effort(
    "videoudskrivelser",
    "Møder på video om udskrivelser",
    (HOSPITAL, AARHUS, SAMSOE),
    theme="digitale-loesninger",
    group=ADMISSION,
    owners=(HOSPITAL, MSO),
)
HOUSE = Effort(
    "velfaerdsteknologiens-hus",
    "Velfærdsteknologiens Hus",
    (AARHUS, REGION, HOSPITAL, SAMSOE),
    theme="digitale-loesninger",
    group=PLANNING_GROUP,
    owners=(MSO,),
)
# 002.13
LUNG = Effort(
    "lungedata",
    "Et dataspor om borgere med lungeproblemer",
    (AARHUS, HOSPITAL),
    Phase.TRIAL,
    theme="lunge",
    owners=(MSO,),
)
# 002.17
NURSING_HOMES = Effort(
    "geriatrisk-rejsehold", "Et geriatrisk rejsehold til plejehjem", (HOSPITAL, AARHUS), Phase.TRIAL, group=OLDER
)
FIXED_DOCTORS = Effort("faste-laeger", "Faste læger på plejehjem", (AARHUS, PLO), Phase.OPERATION, group=OLDER)
TELE_COPD = Effort(
    "tele-kol", "Tele-KOL", (REGION, AARHUS, SAMSOE, PLO), Phase.OPERATION, theme="lunge", group=TELE_COPD_GROUP
)
# 002.18
REFERRAL_TO_STOP_SMOKING = Effort(
    "henvisning-til-rygestop", "Flere henvises til forebyggelse", (HOSPITAL, MSO), group=HEALTH_PROMOTION
)
PHYSIOTHERAPIST = Effort(
    "fysioterapeut-i-lungeteam",
    "En fysioterapeut i det udgående lungeteam",
    (HOSPITAL, AARHUS),
    Phase.TRIAL,
    theme="lunge",
    group=REHABILITATION,
)
# 002.19: three efforts, one leader.
ISLAND = Effort("samsoe-indsatser", "Tre fælles indsatser på Samsø", (SAMSOE, HOSPITAL, PLO), group=SAMSOE_COMMITTEE)
# 002.21
PARAMEDICS = Effort(
    "praehospital-visitation", "Paramedicinere sammen med akutteamet", (PREHOSPITAL, AARHUS), group=ACUTE
)

EFFORTS = (
    OFFER,
    CHILDREN,
    APP,
    VIDEO,
    HOUSE,
    LUNG,
    NURSING_HOMES,
    FIXED_DOCTORS,
    TELE_COPD,
    REFERRAL_TO_STOP_SMOKING,
    PHYSIOTHERAPIST,
    ISLAND,
    PARAMEDICS,
    Effort("e-laering", "Et e-læringsprogram om udskrivelser", (HOSPITAL,), group=ADMISSION),
    Effort("overvaegt-i-familien", "Bevægelse og sund livsstil i familien", (AARHUS, HOSPITAL), group=HEALTH_PROMOTION),
    Effort("lungeteam", "Det udgående lungeteam", (HOSPITAL, AARHUS), Phase.OPERATION, theme="lunge", group=CHRONIC),
    Effort("tryghedsbesoeg", "Tryghedsbesøg på skærm efter udskrivelse", (HOSPITAL, AARHUS), group=CHRONIC),
    Effort("skolebaenk", "Fælles skolebænk om ALS", (HOSPITAL, AARHUS), group=CHRONIC),
    Effort("epilepsi", "Epi-SPACE-connect", (HOSPITAL, AARHUS), Phase.TRIAL, group=REHABILITATION),
    Effort("komplekse-borgere", "Et forum om de mest komplekse borgere", (PSYCHIATRY, MSB), group=PSYCHIATRY_COMMITTEE),
    Effort("selvskadeteam", "Hold til de sværest selvskadende", (PSYCHIATRY,), group=PSYCHIATRY_COMMITTEE),
    Effort("ips", "Uddannelse og arbejde til borgere i psykiatrien", (PSYCHIATRY, AARHUS), group=PSYCHIATRY_COMMITTEE),
    Effort("demens", "Tidlig hjælp ved demens", (AARHUS, HOSPITAL)),
)


def listed(effort: Effort) -> Entry:
    """The paper tells of it."""
    return effort.id, List(
        title=effort.title,
        by=effort.by,
        phase=effort.phase,
        document=PAPER,
        kind=Kind.INITIATIVE,
        plan=PLAN,
        theme=effort.theme,
    )


def owned(effort: Effort) -> Entry:
    """Who is responsible, and the committee or group that carries it. Where no owner is told, it is those who do it."""
    return effort.id, AssignOwner(owners=effort.owners or effort.by, group=effort.group)


# What the political body has decided shall be done, theme by theme. ◇ The numbers are worked out; the paper has none.
ORDERED = {"2.1": APP, "2.2": HOUSE, "3.1": LUNG}
ORDERS = tuple(
    Order(initiative=effort.id, number=number, title=effort.title, theme=effort.theme)
    for number, effort in ORDERED.items()
)
LISTED = (
    *(listed(effort) for effort in EFFORTS if effort not in ORDERED.values()),
    *(owned(effort) for effort in EFFORTS if effort.group is not None or effort.owners),
)

"""◇ 31 December 2026: what is let go, which bodies end, what is handed over thing by thing, and the two clusters are dissolved."""

from domain.action import Cancel
from domain.agreement.ending import EndByLaw
from domain.agreement.terms import NameOwner
from domain.body import CloseBody
from domain.cluster import Dissolve, HandOver
from domain.decided import Taken
from domain.kernel import Command
from stories.aarhus_2024_april import names as aarhus
from stories.overdragelse_2027.ending import law
from stories.overdragelse_2027.money import DISPOSED, WOUND_UP
from stories.overdragelse_2027.names import (
    AARHUS_LAST,
    AARHUS_PAPER,
    CEASES_ON,
    CLUSTER,
    COUNCIL,
    RANDERS_LAST,
)
from stories.randers_2020_efteraar import names as randers
from stories.story import Step
from stories.telling import sitting

LAST_DAY = "2026-12-31"
AARHUS_DECIDED = Taken(meeting=AARHUS_LAST, decision="1")
RANDERS_DECIDED = Taken(meeting=RANDERS_LAST, decision="1")
Entry = tuple[str, Command]


def each(scope: str, kind: str, *things: str) -> tuple[str, ...]:
    return tuple(f"{scope}/{kind}/{name}" for name in things)


# --- what is let go ---

LET_GO_AARHUS = each(
    "aarhus",
    "action",
    *("planlaegningsgruppen-16-1", "planlaegningsgruppen-16-2", "planlaegningsgruppen-16-3", "inddragelse-i-udvalgene"),
)
LET_GO_RANDERS = each(
    "randers",
    "action",
    *("krisemoeder-6-1", "krisemoeder-6-2", "krisemoeder-6-3", "krisemoeder-6-4"),
    *("oekonomigruppe-6-1", "oekonomigruppe-6-2", "oekonomigruppe-6-3", "oekonomigruppe-6-4"),
    *("sygehusets-navn-oekonomi", "belaegningsrapport"),
)


def let_go(*actions: str) -> tuple[Entry, ...]:
    """Nobody owes a name to a group that is no more."""
    return tuple((action, Cancel(reason="Gruppen nedlægges, og opgaven bortfalder med den.")) for action in actions)


# --- which bodies end ---

CLOSED: Command = CloseBody(ceases_on=CEASES_ON, successor=COUNCIL)
AARHUS_GROUPS = (
    *(aarhus.ADMISSION, aarhus.ACUTE, aarhus.OLDER, aarhus.HEALTH_PROMOTION, aarhus.CHRONIC, aarhus.REHABILITATION),
    *(aarhus.SAMSOE_COMMITTEE, aarhus.PSYCHIATRY_COMMITTEE, aarhus.CHILDREN_COMMITTEE),
    *(aarhus.PLANNING_GROUP, aarhus.TELE_COPD_GROUP),
)
RANDERS_GROUPS = (
    randers.PATIENT_COURSES,
    randers.HEART_GROUP,
    randers.ECONOMY_GROUP,
    randers.CRISIS_GROUP,
)


def closed(*bodies: str) -> tuple[Entry, ...]:
    return tuple((body, CLOSED) for body in bodies)


# --- what is handed over ---

AARHUS_THINGS = (
    *each("aarhus", "referral", "fire-anbefalinger", "karsygdom", "temadroeftelse-data"),
    *each(
        "aarhus",
        "action",
        *("afdaekke-forloebsguiden", "anbefalinger-om-tilbuddet", "brugerrepraesentanter", "scenarier-for-huset"),
        "sundhedshuse",
    ),
    aarhus.FUND,
    aarhus.PLAN,
    *each(
        "aarhus",
        "initiative",
        *("aftale-om-mistrivsel", "demens", "e-laering", "epilepsi", "faste-laeger", "forloebsguide"),
        *("fysioterapeut-i-lungeteam", "geriatrisk-rejsehold", "henvisning-til-rygestop", "ips", "komplekse-borgere"),
        *("lettilgaengeligt-tilbud", "lungedata", "lungeteam", "overvaegt-i-familien", "praehospital-visitation"),
        *("samsoe-indsatser", "selvskadeteam", "skolebaenk", "tele-kol", "tryghedsbesoeg"),
        *("velfaerdsteknologiens-hus", "videoudskrivelser"),
    ),
)
RANDERS_THINGS = (
    *(randers.TWENTY_EIGHT_DAYS, randers.WORKFLOWS, randers.SELF_HARM_IN, randers.SELF_HARM_OUT),
    randers.PARTIAL,
    randers.SELF_HARM_TRIAL,
    *each("randers", "indicator", "belaegning", "fysisk-kapacitet", "kostvejledning", "rygestop"),
)


def handed_over(cluster: str, decisions: tuple[Taken, ...], *things: str) -> Entry:
    return cluster, HandOver(to_cluster=CLUSTER, things=things, effective_on=CEASES_ON, decisions=decisions)


# --- agreements ---

FOLLOWED_AARHUS = each(
    "aarhus",
    "agreement",
    *("72-timer", "amning", "indlaeggelse-udskrivelse", "iv-behandling", "medcom", "mistrivsel", "overvaegt"),
    *("palliation", "praehospital-visitation", "psykiatri-og-social", "samsoe-akuthus", "tele-kol"),
)
"""Agreements bind parties, so they are not handed over; the council follows them from now on."""
FOLLOWED = (*FOLLOWED_AARHUS, randers.IV_BILATERAL)
ENDED_BY_LAW = "aarhus/agreement/sundhedsaftale-2024"
"""◇ That the Act ends it is part of the example."""

AGREED: tuple[Entry, ...] = (
    *((agreement, NameOwner(owner=COUNCIL)) for agreement in FOLLOWED_AARHUS),
    (ENDED_BY_LAW, EndByLaw(ceases_on=CEASES_ON, source=law(AARHUS_PAPER))),
)

LAST_DAYS: tuple[Step, ...] = (
    *sitting("secretary-aarhus", LAST_DAY, "08:00:00", *let_go(*LET_GO_AARHUS), *closed(*AARHUS_GROUPS)),
    *sitting("director-aarhus", LAST_DAY, "08:30:00", *closed(aarhus.DIRECTORS)),
    *sitting("secretary-aarhus", LAST_DAY, "09:00:00", *AGREED),
    *sitting(
        "chair-aarhus",
        LAST_DAY,
        "10:00:00",
        *closed(aarhus.POLITICAL),
        handed_over(aarhus.CLUSTER, (AARHUS_DECIDED, DISPOSED), *AARHUS_THINGS),
    ),
    *sitting(
        "secretary-randers",
        LAST_DAY,
        "11:00:00",
        *let_go(*LET_GO_RANDERS),
        *closed(*RANDERS_GROUPS),
        (randers.IV_BILATERAL, NameOwner(owner=COUNCIL)),
    ),
    *sitting(
        "chair-randers",
        LAST_DAY,
        "12:00:00",
        *closed(randers.STEERING),
        handed_over(randers.CLUSTER, (RANDERS_DECIDED,), *RANDERS_THINGS),
    ),
    *WOUND_UP,
    *sitting("chair-aarhus", LAST_DAY, "14:00:00", (aarhus.CLUSTER, Dissolve())),
    *sitting("chair-randers", LAST_DAY, "14:05:00", (randers.CLUSTER, Dissolve())),
)

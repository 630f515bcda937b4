"""March 2024: the administrator and then the secretariat enter the cluster, its parties, bodies and people."""

from domain.access import Grant, Office
from domain.body import Establish as EstablishBody
from domain.body import Level
from domain.cluster import AddParty, ClusterForm
from domain.cluster import Establish as EstablishCluster
from domain.membership import FillSeat, TakeChair
from domain.party import Register as RegisterParty
from stories.lillebaelt_2024_04_09.cast import (
    CAST,
    CHAIRS,
    CLUSTER_PARTIES,
    COORDINATING_SEATS,
    PARTIES,
    PLAYERS,
    POLITICAL_SEATS,
    REGION,
    SEATED,
    STRATEGIC_SEATS,
)
from stories.lillebaelt_2024_04_09.names import CLUSTER, COORDINATING, POLITICAL, STRATEGIC
from stories.lillebaelt_2024_04_09.papers import PAPERS
from stories.telling import person_registered, sitting

AUDITORS_ACCESS = "lillebaelt/access/d5e12a2a-1a29-4288-b107-e969bc606631"
BODIES = ("political", "strategic", "coordinating")


def membership(body: str) -> str:
    """The seats of a body of this cluster."""
    return f"lillebaelt/membership/{body}"


# 004.7, 004.9: parties and levels as the paper mentions them.
PARTIES_REGISTERED = sitting(
    "administrator",
    "2024-03-04",
    "09:00:00",
    *((party, RegisterParty(name=name, party_kind=kind, parent=parent)) for party, name, kind, parent in PARTIES),
    *(person_registered(player) for player in PLAYERS if player.part in ("secretary", "auditor")),
    (CLUSTER, EstablishCluster(name="Sundhedsklynge Lillebælt", form=ClusterForm.CLUSTER, region=REGION)),
    *((CLUSTER, AddParty(party=party)) for party in CLUSTER_PARTIES),
)
BODIES_ESTABLISHED = sitting(
    "administrator",
    "2024-03-04",
    "13:00:00",
    (
        POLITICAL,
        EstablishBody(
            name="Politisk niveau",
            level=Level.POLITICAL,
            membership=membership("political"),
            chairs=2,
            seats=POLITICAL_SEATS,
        ),
    ),
    (
        STRATEGIC,
        EstablishBody(
            name="Fagligt strategisk niveau",
            level=Level.STRATEGIC,
            membership=membership("strategic"),
            chairs=2,
            seats=STRATEGIC_SEATS,
        ),
    ),
    (
        COORDINATING,
        EstablishBody(
            name="Koordinerende niveau",
            level=Level.COORDINATING,
            membership=membership("coordinating"),
            chairs=0,
            seats=COORDINATING_SEATS,
        ),
    ),
    *((membership(body), FillSeat(seat="sekretariat", person=CAST["secretary"])) for body in BODIES),
    (
        AUDITORS_ACCESS,
        Grant(
            person=CAST["auditor"],
            office=Office.AUDITOR,
            reason="Revisionen følger klyngemidlerne.",
            from_on="2024-03-04",
            ceases_on="2032-01-01",
        ),
    ),
)
# From here on the secretariat does it all.
PEOPLE_REGISTERED = sitting(
    "secretary",
    "2024-03-05",
    "09:00:00",
    *(person_registered(player) for player in PLAYERS if player.part not in ("secretary", "auditor")),
)
SEATS_FILLED = sitting(
    "secretary",
    "2024-03-05",
    "13:00:00",
    *(
        (membership(body), FillSeat(seat=seat, person=CAST[part]))
        for body, seated in SEATED.items()
        for seat, part in seated.items()
    ),
    *(
        (membership(body), TakeChair(seat=seat, side=side))
        for body, sides in CHAIRS.items()
        for seat, side in sides.items()
    ),
)

BEFORE = (*PARTIES_REGISTERED, *BODIES_ESTABLISHED, *PEOPLE_REGISTERED, *SEATS_FILLED, *PAPERS)

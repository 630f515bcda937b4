"""Which bodies there are, and who sits where (003.1, 003.2, 003.3, 003.5, 003.6, 003.7)."""

from domain.body import Level, SeatPlan
from domain.cluster import ClusterForm
from domain.seats import ByCluster, Voice
from stories.randers_2020_efteraar.names import (
    AIDS_GROUP,
    CLUSTER,
    HEART_GROUP,
    PATIENT_COURSES,
    PRIORITIES,
    REGIONAL_COMMITTEE,
    REGIONAL_STEERING,
    STEERING,
)
from stories.randers_2020_efteraar.people import (
    FAVRSKOV,
    HOSPITAL,
    MEMBERS,
    NORDDJURS,
    PARTIES,
    PLAYERS,
    PSYCHIATRY,
    RANDERS,
    REGION,
    SYDDJURS,
)
from stories.telling import Cluster, Forum, by_party, by_role

SECRETARIAT = by_role("sekretariat", "klyngens sekretariat", Voice.SECRETARIAT)

STEERING_GROUP = Forum(
    body=STEERING,
    title="Klyngestyregruppen",
    level=Level.STRATEGIC,
    seats=(
        by_party("hospital", HOSPITAL),
        by_party("psykiatri", PSYCHIATRY),
        by_party("randers", RANDERS),
        by_party("norddjurs", NORDDJURS),
        by_party("favrskov", FAVRSKOV),
        by_party("syddjurs", SYDDJURS),
        by_role("observatoer", "observatør", Voice.OBSERVER),
        SECRETARIAT,
    ),
    seated={
        "hospital": "co-chair-hospital",
        "psykiatri": "psychiatry",
        "randers": "co-chair-municipal",
        "norddjurs": "norddjurs",
        "favrskov": "favrskov",
        "syddjurs": "syddjurs",
        "observatoer": "observer",
    },
    chairs={"hospital": "hospital", "randers": "kommuner"},
    secretariat="sekretariat",
)
# 003.5: an outside body, of which only the cluster's own two seats are known, and who holds them until now.
PRIORITIES_COMMITTEE = Forum(
    body=PRIORITIES,
    title="Prioriteringsudvalget for Folkesundhed i Midten",
    level=Level.EXTERNAL,
    seats=(
        SeatPlan(seat="plads-1", right=ByCluster(cluster=CLUSTER), voice=Voice.VOTE),
        SeatPlan(seat="plads-2", right=ByCluster(cluster=CLUSTER), voice=Voice.VOTE),
        SECRETARIAT,
    ),
    seated={"plads-1": "health-favrskov", "plads-2": "care-randers"},
    secretariat="sekretariat",
    task="At prioritere støtte til forskning og udvikling. Bestyrelsen og et bedømmelsesudvalg hører også til.",
)
# 003.7, 003.9: working groups that are there already.
COURSES_GROUP = Forum(body=PATIENT_COURSES, title="Arbejdsgruppen for sammenhængende forløb", level=Level.GROUP)
HEART = Forum(body=HEART_GROUP, title="Implementeringsgruppen for hjerteforløb", level=Level.GROUP)
# 003.2, 003.3, 003.6: bodies of the region.
REGIONAL = (
    Forum(body=AIDS_GROUP, title="Arbejdsgruppen for afklaringskataloget om hjælpemidler", level=Level.GROUP),
    Forum(body=REGIONAL_STEERING, title="Sundhedsstyregruppen", level=Level.REGIONAL),
    Forum(body=REGIONAL_COMMITTEE, title="Sundhedskoordinationsudvalget", level=Level.REGIONAL),
)

RANDERS_CLUSTER = Cluster(
    id=CLUSTER,
    name="Randersklyngen",
    form=ClusterForm.EARLIER,
    region=REGION,
    parties=PARTIES,
    members=MEMBERS,
    forums=(STEERING_GROUP, PRIORITIES_COMMITTEE, COURSES_GROUP, HEART, *REGIONAL),
    players=PLAYERS,
    auditors_access="randers/access/76b4003b-b855-4887-96c9-a09ac7842d38",
)

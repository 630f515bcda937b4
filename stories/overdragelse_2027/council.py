"""◇ November 2026: the council is set up before it begins, with one body and the two clusters as those before it."""

from domain.body import Level
from domain.cluster import ClusterForm
from domain.seats import Voice
from stories.aarhus_2024_april import names as aarhus
from stories.aarhus_2024_april.people import AARHUS, SAMSOE
from stories.overdragelse_2027.names import CEASES_ON, CLUSTER, COUNCIL, RAAD
from stories.overdragelse_2027.people import PARTIES, PLAYERS, REGION
from stories.randers_2020_efteraar import names as randers
from stories.randers_2020_efteraar.people import NORDDJURS, RANDERS
from stories.telling import Cluster, Forum, by_party, by_role

COUNCIL_FORUM = Forum(
    body=COUNCIL,
    title="Sundhedsrådet (opdigtet eksempel)",
    level=Level.POLITICAL,
    seats=(
        by_party("formand", REGION),
        by_party("aarhus", AARHUS),
        by_party("randers", RANDERS),
        by_role("observatoer", "observatør", Voice.OBSERVER),
        by_role("sekretariat", "rådets sekretariat", Voice.SECRETARIAT),
    ),
    seated={
        "formand": "chair",
        "aarhus": "member-aarhus",
        "randers": "member-randers",
        "observatoer": "observer",
    },
    chairs={"formand": "region"},
    secretariat="sekretariat",
)
COUNCIL_CLUSTER = Cluster(
    id=CLUSTER,
    name="Sundhedsråd Østjylland (opdigtet eksempel)",
    form=ClusterForm.COUNCIL,
    region=REGION,
    parties=PARTIES,
    members=(REGION, AARHUS, SAMSOE, RANDERS, NORDDJURS),
    forums=(COUNCIL_FORUM,),
    players=PLAYERS,
    auditors_access=f"{RAAD}/access/2f7d1c66-8c0b-4a52-9e0d-6b1f3a9c8d77",
    from_on=CEASES_ON,
    predecessors=(aarhus.CLUSTER, randers.CLUSTER),
)

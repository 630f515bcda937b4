"""Which bodies there are, and who sits where (000.4, 000.7–000.11, 000.13).

Somatic and psychiatric matters are handled in the same bodies. ◇ The paper tells of the political cluster group only that the
patients' committee has a place there; its other seats are not made up.
"""

from domain.body import Level, SeatPlan
from domain.cluster import ClusterForm
from domain.seats import ByPatients, BySubject, Voice
from stories.syd_2021_foraar.names import CLUSTER, COORDINATION_COMMITTEE, OPERATIONS, POLITICAL, STEERING
from stories.syd_2021_foraar.people import (
    HOSPITAL,
    MARIAGERFJORD,
    MEMBERS,
    PARTIES,
    PLAYERS,
    PLO_NORD,
    PSYCHIATRY,
    REBILD,
    REGION,
    VESTHIMMERLAND,
)
from stories.telling import Cluster, Forum, by_party, by_role

SECRETARIAT = by_role("sekretariat", "klyngens sekretariat", Voice.SECRETARIAT)

# 000.10
POLITICAL_GROUP = Forum(
    body=POLITICAL,
    title="Den politiske klynge",
    level=Level.POLITICAL,
    seats=(SeatPlan(seat="patienter", right=ByPatients(), voice=Voice.VOTE), SECRETARIAT),
    secretariat="sekretariat",
)
# 000.7: narrow on purpose: three, two, two and one.
STEERING_GROUP = Forum(
    body=STEERING,
    title="Klyngestyregruppen",
    level=Level.STRATEGIC,
    seats=(
        by_party("rebild", REBILD),
        by_party("vesthimmerland", VESTHIMMERLAND),
        by_party("mariagerfjord", MARIAGERFJORD),
        by_party("hospital-1", HOSPITAL),
        by_party("hospital-2", HOSPITAL),
        by_party("region-1", REGION),
        by_party("region-2", REGION),
        by_party("plo", PLO_NORD),
        by_role("observatoer", "observatør", Voice.OBSERVER),
        SECRETARIAT,
    ),
    seated={
        "rebild": "co-chair-municipal",
        "vesthimmerland": "director-vest",
        "mariagerfjord": "director-maria",
        "hospital-1": "co-chair-hospital",
        "hospital-2": "hospital",
        "region-1": "region-1",
        "region-2": "region-2",
        "plo": "plo",
        "observatoer": "observer",
    },
    chairs={"hospital-1": "hospital", "rebild": "kommuner"},
    secretariat="sekretariat",
)
# 000.8, 000.9: two to three for each party, three who chair, and one for a subject.
OPERATIONS_GROUP = Forum(
    body=OPERATIONS,
    title="Driftsgruppen",
    level=Level.COORDINATING,
    seats=(
        by_party("somatik-1", HOSPITAL),
        by_party("somatik-2", HOSPITAL),
        by_party("psykiatri-1", PSYCHIATRY),
        by_party("psykiatri-2", PSYCHIATRY),
        by_party("rebild-1", REBILD),
        by_party("rebild-2", REBILD),
        by_party("vesthimmerland-1", VESTHIMMERLAND),
        by_party("vesthimmerland-2", VESTHIMMERLAND),
        by_party("mariagerfjord-1", MARIAGERFJORD),
        by_party("mariagerfjord-2", MARIAGERFJORD),
        SeatPlan(seat="arbejdsmarked", right=BySubject(words="arbejdsmarked"), voice=Voice.VOTE),
        SECRETARIAT,
    ),
    seated={
        "somatik-1": "ops-somatic",
        "psykiatri-1": "ops-psychiatry",
        "rebild-1": "ops-municipal",
        "arbejdsmarked": "labour",
    },
    chairs={"somatik-1": "somatik", "psykiatri-1": "psykiatri", "rebild-1": "kommuner"},
    secretariat="sekretariat",
    parent=STEERING,
    task="At den tværsektorielle grundaftale er ført ud i livet, og at løse opgaver for styregruppen.",
)
GROUPS = tuple(
    Forum(body=f"syd/body/{name}", title=title, level=Level.GROUP, parent=STEERING, task=task)
    for name, title, task in (
        ("behandlingsansvar", "Gruppen om behandlingsansvar", "At tale om, hvem der har ansvaret for behandlingen."),
        ("delirmodel", "Gruppen om delirmodellen", "At flere kender den fælles model for delir."),
        ("blodprop", "Netværket om blodprop i hjernen", "At støtte borgere, når de kommer hjem efter en blodprop."),
        ("ernaering", "Gruppen om ernæring", "At arbejde sammen om ernæring på tværs."),
        ("audit", "Gruppen om tværsektoriel audit", "At finde ud af, om aftalerne virker, og hvor det halter."),
        ("steno", "Styregruppen med Steno", "At styre samarbejdet med Steno Diabetes Center."),
    )
)
# 000.4
COMMITTEE = Forum(body=COORDINATION_COMMITTEE, title="Sundhedskoordinationsudvalget", level=Level.REGIONAL)

SYD = Cluster(
    id=CLUSTER,
    name="Klynge Syd",
    form=ClusterForm.EARLIER,
    region=REGION,
    parties=PARTIES,
    members=MEMBERS,
    forums=(POLITICAL_GROUP, STEERING_GROUP, OPERATIONS_GROUP, *GROUPS, COMMITTEE),
    players=PLAYERS,
    auditors_access="syd/access/1b8033e5-84a4-49bb-a09e-1adcd9f3e099",
)

"""Which bodies there are, and who sits where (002.1, 002.3, 002.14, 002.21, 002.22)."""

from domain.body import Level, SeatPlan, Secretariat
from domain.cluster import ClusterForm
from domain.seats import ByPatients, Voice
from stories.aarhus_2024_april.names import (
    ACUTE,
    ADMISSION,
    CHILDREN_COMMITTEE,
    CHRONIC,
    CLUSTER,
    COOPERATION_COMMITTEE,
    DIRECTORS,
    HEALTH_PROMOTION,
    OLDER,
    POLITICAL,
    PSYCHIATRY_COMMITTEE,
    REGIONAL_STEERING,
    REHABILITATION,
    SAMSOE_COMMITTEE,
    TELE_COPD_GROUP,
)
from stories.aarhus_2024_april.people import (
    AARHUS,
    HOSPITAL,
    MEMBERS,
    MSO,
    PARTIES,
    PLAYERS,
    PLO,
    PREHOSPITAL,
    PSYCHIATRY,
    REGION,
    SAMSOE,
)
from stories.telling import Cluster, Forum, by_party, by_role

SECRETARIAT = by_role("sekretariat", "klyngens fælles sekretariat", Voice.SECRETARIAT)

# 002.3: nine members, two of them chairs.
POLITICAL_BODY = Forum(
    body=POLITICAL,
    title="Den politiske sundhedsklynge Aarhus",
    level=Level.POLITICAL,
    seats=(
        by_role("regionsraadsformand", "regionsrådsformand"),
        by_party("raadmand", AARHUS),
        by_party("region-1", REGION),
        by_party("region-2", REGION),
        by_party("region-3", REGION),
        by_party("aarhus", AARHUS),
        by_party("samsoe", SAMSOE),
        by_party("plo-1", PLO),
        by_party("plo-2", PLO),
        by_role("observatoer", "observatør", Voice.OBSERVER),
        SECRETARIAT,
    ),
    seated={
        "regionsraadsformand": "chair-region",
        "raadmand": "chair-municipal",
        "region-1": "council-oe",
        "region-2": "council-v",
        "region-3": "council-f",
        "aarhus": "mayor-aarhus",
        "samsoe": "mayor-samsoe",
        "plo-1": "gp-1",
        "plo-2": "gp-2",
        "observatoer": "observer",
    },
    chairs={"regionsraadsformand": "region", "raadmand": "kommuner"},
    secretariat="sekretariat",
    prepared_by=Secretariat.JOINT,
)
# 002.21, 002.22, 002.26: the professional-strategic body. ◇ Its chairs are worked out, since the rules give it two.
DIRECTORS_FORUM = Forum(
    body=DIRECTORS,
    title="Direktørforum",
    level=Level.STRATEGIC,
    seats=(
        by_party("hospital", HOSPITAL),
        by_party("psykiatri", PSYCHIATRY),
        by_party("praehospital", PREHOSPITAL),
        by_party("mso", MSO),
        by_party("samsoe", SAMSOE),
        SeatPlan(seat="bruger-1", right=ByPatients(), voice=Voice.VOTE),
        SeatPlan(seat="bruger-2", right=ByPatients(), voice=Voice.VOTE),
        SECRETARIAT,
    ),
    seated={
        "hospital": "director-hospital",
        "psykiatri": "director-psychiatry",
        "praehospital": "prehospital",
        "mso": "director-mso",
        "samsoe": "director-samsoe",
        "bruger-1": "user-1",
        "bruger-2": "user-2",
    },
    chairs={"hospital": "region", "mso": "kommuner"},
    secretariat="sekretariat",
    prepared_by=Secretariat.JOINT,
)


def committee(body: str, title: str, *seats: SeatPlan[str]) -> Forum:
    """A standing committee (fast udvalg). Who sits there is not told."""
    return Forum(
        body=body,
        title=title,
        level=Level.COMMITTEE,
        parent=DIRECTORS,
        seats=(*seats, SECRETARIAT),
        secretariat="sekretariat",
    )


# 002.14: nine. 002.21: the prehospital service has a place in one of them; ◇ that it is this one is worked out.
COMMITTEES = (
    committee(ADMISSION, "Udvalget for indlæggelse og udskrivelse"),
    committee(ACUTE, "Udvalget for akutsamarbejdet", by_party("praehospital", PREHOSPITAL)),
    committee(OLDER, "Udvalget for den ældre borger"),
    committee(HEALTH_PROMOTION, "Udvalget for sundhedsfremme og forebyggelse"),
    committee(CHRONIC, "Udvalget for kronikere og komorbiditet"),
    committee(REHABILITATION, "Udvalget for præhabilitering, genoptræning og senfølger"),
    committee(SAMSOE_COMMITTEE, "Udvalget for sundhedssamarbejdet på Samsø"),
    committee(PSYCHIATRY_COMMITTEE, "Udvalget for psykiatri, social og beskæftigelse"),
    committee(CHILDREN_COMMITTEE, "Udvalget for børn og unge"),
)
# 002.17
TELE_COPD = Forum(
    body=TELE_COPD_GROUP,
    title="Gruppen, der indfører Tele-KOL",
    level=Level.GROUP,
    parent=DIRECTORS,
    task="At forberede teknik og sundhedsfaglige arbejdsgange for Tele-KOL.",
)
# 002.8, 002.23: bodies of the region. ◇ The secretariat has a place in the committee, since agreements are kept there.
REGIONAL = (
    Forum(
        body=COOPERATION_COMMITTEE,
        title="Sundhedssamarbejdsudvalget",
        level=Level.REGIONAL,
        seats=(SECRETARIAT,),
        secretariat="sekretariat",
    ),
    Forum(body=REGIONAL_STEERING, title="Sundhedsstyregruppen", level=Level.REGIONAL),
)

AARHUS_CLUSTER = Cluster(
    id=CLUSTER,
    name="Sundhedsklynge Aarhus",
    form=ClusterForm.CLUSTER,
    region=REGION,
    parties=PARTIES,
    members=MEMBERS,
    forums=(POLITICAL_BODY, DIRECTORS_FORUM, *COMMITTEES, TELE_COPD, *REGIONAL),
    players=PLAYERS,
    auditors_access="aarhus/access/0b662180-f3fd-49af-8277-b81f7944b5a7",
)

"""Which bodies there are, and who sits where (001.3–001.8).

The paper names the members, observers, administrators and secretariat of the political level, and that the patients'
committee has two seats at the chiefs' level. ◇ Who else sits in the directors' and the chiefs' forum is not told: of the
directors' forum those directors stand here who are named in the paper, of the chiefs' forum the two who presented. The
auditor is worked out, so that every kind of reader can sign in.
"""

from domain.body import Level, SeatPlan, Secretariat
from domain.cluster import ClusterForm
from domain.seats import ByPatients, Voice
from stories.midt_2023_05_24.names import (
    CHIEFS,
    CLUSTER,
    COOPERATION_COMMITTEE,
    DIRECTORS,
    POLITICAL,
    WORKING_GROUPS,
)
from stories.midt_2023_05_24.people import (
    AALBORG,
    HOSPITAL,
    JAMMERBUGT,
    MEMBERS,
    PARTIES,
    PLAYERS,
    PLO_NORD,
    PSYCHIATRY,
    REGION,
)
from stories.telling import Cluster, Forum, by_party, by_role

SECRETARIAT = by_party("sekretariat-aalborg", AALBORG, Voice.SECRETARIAT)

POLITICAL_LEVEL = Forum(
    body=POLITICAL,
    title="Politisk niveau",
    level=Level.POLITICAL,
    seats=(
        by_role("regionsraadsformand", "regionsrådsformand"),
        by_party("aalborg", AALBORG),
        by_party("jammerbugt", JAMMERBUGT),
        by_party("region", REGION),
        by_party("plo", PLO_NORD),
        by_role("plo-k", "formand for PLO-K i Aalborg"),
        by_role("obs-jammerbugt", "Jammerbugts udvalg for det sociale og sundhed", Voice.OBSERVER),
        by_role("obs-aalborg", "Aalborgs udvalg for sundhed og kultur", Voice.OBSERVER),
        by_role("obs-naere", "regionens udvalg for det nære sundhedsvæsen", Voice.OBSERVER),
        by_role("obs-sundhed", "regionens sundhedsudvalg", Voice.OBSERVER),
        by_role("obs-psykiatri", "regionens udvalg for psykiatri og det sociale", Voice.OBSERVER),
        by_party("adm-aalborg", AALBORG, Voice.ADVISER),
        by_party("adm-aalborg-sundhed", AALBORG, Voice.ADVISER),
        by_party("adm-jammerbugt", JAMMERBUGT, Voice.ADVISER),
        by_party("adm-jammerbugt-sundhed", JAMMERBUGT, Voice.ADVISER),
        by_party("adm-region", REGION, Voice.ADVISER),
        by_party("adm-region-kontor", REGION, Voice.ADVISER),
        by_party("adm-sygehus", HOSPITAL, Voice.ADVISER),
        by_party("adm-psykiatri", PSYCHIATRY, Voice.ADVISER),
        SECRETARIAT,
        by_party("sekretariat-jammerbugt", JAMMERBUGT, Voice.SECRETARIAT),
        by_party("sekretariat-region", REGION, Voice.SECRETARIAT),
    ),
    seated={
        "regionsraadsformand": "co-chair-region",
        "aalborg": "co-chair-aalborg",
        "jammerbugt": "mayor",
        "region": "council-member",
        "plo": "plo-nord",
        "plo-k": "plo-k",
        "obs-jammerbugt": "observer",
        "obs-aalborg": "observer-aalborg",
        "obs-naere": "observer-near",
        "obs-sundhed": "health-chair",
        "obs-psykiatri": "observer-psychiatry",
        "adm-aalborg": "director-aalborg",
        "adm-aalborg-sundhed": "chief-aalborg",
        "adm-jammerbugt": "director-jammerbugt",
        "adm-jammerbugt-sundhed": "chief-jammerbugt",
        "adm-region": "director-region",
        "adm-region-kontor": "chief-region",
        "adm-sygehus": "director-nursing",
        "adm-psykiatri": "director-psychiatry",
        "sekretariat-jammerbugt": "secretary-jammerbugt",
        "sekretariat-region": "secretary-region",
    },
    chairs={"regionsraadsformand": "region", "aalborg": "kommuner"},
    secretariat="sekretariat-aalborg",
    prepared_by=Secretariat.PER_PARTY,
)
DIRECTORS_FORUM = Forum(
    body=DIRECTORS,
    title="Direktørforum",
    level=Level.STRATEGIC,
    seats=(
        by_party("aalborg", AALBORG),
        by_party("jammerbugt", JAMMERBUGT),
        by_party("region", REGION),
        by_party("sygehus", HOSPITAL),
        by_party("psykiatri", PSYCHIATRY),
        SECRETARIAT,
    ),
    seated={
        "aalborg": "director-aalborg",
        "jammerbugt": "director-jammerbugt",
        "region": "director-region",
        "sygehus": "director-nursing",
        "psykiatri": "director-psychiatry",
    },
    secretariat="sekretariat-aalborg",
)
CHIEFS_FORUM = Forum(
    body=CHIEFS,
    title="Chefforum",
    # 001.7, 001.15: the two seats that the rules give the patients at the professional-strategic level are here, so the
    # chiefs' forum is of that level, as the directors' is.
    level=Level.STRATEGIC,
    seats=(
        by_party("aalborg", AALBORG),
        by_party("region", REGION),
        SeatPlan(seat="patienter-1", right=ByPatients(), voice=Voice.VOTE),
        SeatPlan(seat="patienter-2", right=ByPatients(), voice=Voice.VOTE),
        SECRETARIAT,
    ),
    seated={
        "aalborg": "chief-aalborg",
        "region": "chief-region",
        "patienter-1": "patients-vice-chair",
        "patienter-2": "patients-member",
    },
    secretariat="sekretariat-aalborg",
)
# 001.13: the groups behind the initiatives stand as one, since the paper speaks of them as one.
GROUPS = Forum(
    body=WORKING_GROUPS,
    title="Arbejdsgrupperne bag handleplanen",
    level=Level.GROUP,
    task="At gennemføre indsatserne i handleplanen.",
)
# 001.15: the region's committee; who sits there is not told.
COMMITTEE = Forum(body=COOPERATION_COMMITTEE, title="Sundhedssamarbejdsudvalget", level=Level.REGIONAL)

MIDT = Cluster(
    id=CLUSTER,
    name="Sundhedsklynge Midt",
    form=ClusterForm.CLUSTER,
    region=REGION,
    parties=PARTIES,
    members=MEMBERS,
    forums=(POLITICAL_LEVEL, DIRECTORS_FORUM, CHIEFS_FORUM, GROUPS, COMMITTEE),
    players=PLAYERS,
    auditors_access="midt/access/01eeaa47-659d-43d3-b3e5-2b1f26d58504",
)

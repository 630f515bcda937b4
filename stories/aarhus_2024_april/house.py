"""Equality in health, and the house of welfare technology (002.4, 002.12)."""

from domain.action import Assign
from domain.appointing import Appoint, CallNominations
from domain.body import Level
from domain.claims import By, OnDay
from domain.effects import Assign as AssignAction
from domain.effects import ByBody, ByParty
from domain.organising import EstablishBody
from domain.outcomes import EstablishesBody, PlainOutcome
from domain.seats import Voice
from stories.aarhus_2024_april.cast import SECRETARIAT
from stories.aarhus_2024_april.names import (
    FOURTH,
    HEALTH_HOUSES,
    PLANNING_1,
    PLANNING_2,
    PLANNING_3,
    PLANNING_GROUP,
    POLITICAL,
    SCENARIOS,
    SECOND,
    THIRD,
)
from stories.aarhus_2024_april.people import (
    AARHUS,
    CAST,
    DANISH_CARE,
    DISABILITY,
    HOSPITAL,
    INCUBA,
    PSYCHIATRY,
    REGION,
    SAMSOE,
    SOSU,
    UNIVERSITY,
    VIA,
)
from stories.aarhus_2024_april.told import held, on
from stories.reported import Entry, decided, informed, item, settled
from stories.telling import by_party

HOUSE = "velfaerdsteknologiens-hus"

MAGISTRATES = tuple(by_party(f"aarhus-{number}", AARHUS) for number in range(1, 5))
MEMBERS_OUTSIDE = (
    by_party("via", VIA),
    by_party("sosu", SOSU),
    by_party("universitet", UNIVERSITY),
    by_party("danish-care", DANISH_CARE),
)
SUPPORTERS = (by_party("incuba", INCUBA, Voice.SUPPORT), by_party("handicap", DISABILITY, Voice.SUPPORT))
NAMED_BY_THE_THREE = (by_party("region", REGION), by_party("hospital", HOSPITAL), by_party("samsoe", SAMSOE))
PLANNERS = "aarhus/membership/planlaegningsgruppen"

# 002.4, 002.12
POLITICAL_2023: tuple[Entry, ...] = (
    held(SECOND, POLITICAL, on("2023-03-08", "8. marts 2023")),
    item(SECOND, HOUSE, "Velfærdsteknologiens Hus"),
    informed(SECOND, HOUSE, "De første tanker om et hus for velfærdsteknologi."),
    decided(SECOND, HOUSE, "1", PlainOutcome.NOT_MINUTED, "Papiret siger kun, at ideen blev lagt frem."),
    *settled(SECOND, HOUSE),
    held(THIRD, POLITICAL, on("2023-11-08", "8. november 2023")),
    item(THIRD, "lighed", "Lighed i sundhed"),
    informed(THIRD, "lighed", "Aarhus Kommune fortalte om sundhedshuse, en del af det nære sundhedsvæsen."),
    decided(
        THIRD,
        "lighed",
        "1",
        PlainOutcome.AGREED,
        "Psykiatrien og hospitalet mødes med kommunen og ser, hvad der kan begynde i sundhedshusene med det samme.",
        AssignAction(
            action=HEALTH_HOUSES,
            what="mødes med Aarhus Kommune om sundhedshusene.",
            owed_by=(ByParty(party=PSYCHIATRY), ByParty(party=HOSPITAL)),
            report_to=POLITICAL,
        ),
    ),
    item(THIRD, HOUSE, "Velfærdsteknologiens Hus", nth=2),
    decided(THIRD, HOUSE, "2", PlainOutcome.DECIDED, "Klyngen ser muligheder i et tættere samarbejde om huset."),
    decided(
        THIRD,
        HOUSE,
        "3",
        EstablishesBody(body=PLANNING_GROUP),
        "Regionen, hospitalet og Samsø sender hver en til den planlægningsgruppe, der kommer.",
        EstablishBody(
            body=PLANNING_GROUP,
            name="Planlægningsgruppen for Velfærdsteknologiens Hus",
            level=Level.GROUP,
            membership=PLANNERS,
            seats=(*NAMED_BY_THE_THREE, *MAGISTRATES, *MEMBERS_OUTSIDE, *SUPPORTERS, SECRETARIAT),
            task="At planlægge Velfærdsteknologiens Hus.",
        ),
        Appoint(membership=PLANNERS, seat="sekretariat", person=CAST["secretary"]),
        CallNominations(
            membership=PLANNERS,
            seats=tuple(plan.seat for plan in NAMED_BY_THE_THREE),
            from_parties=(REGION, HOSPITAL, SAMSOE),
            what="udpege en repræsentant til planlægningsgruppen.",
        ),
    ),
    *settled(THIRD, "lighed", HOUSE),
)

# 002.12: the group has met three times; at which it approved the vision is not told.
PLANNED: tuple[Entry, ...] = (
    held(PLANNING_1, PLANNING_GROUP, on("2023-12-18", "18. dec. 2023")),
    held(PLANNING_2, PLANNING_GROUP, OnDay(day="2024-02-08", words="8. feb.", inferred="Året står ved 18. marts.")),
    held(PLANNING_3, PLANNING_GROUP, on("2024-03-18", "18. marts 2024")),
    (
        SCENARIOS,
        Assign(
            what="lægge scenarier for huset frem og gøre partnerskabet mere forpligtende.",
            owed_by=(ByBody(body=PLANNING_GROUP), ByParty(party=AARHUS)),
            report_to=POLITICAL,
            expected=By(latest="2024-09-30", words="budgetforhandlinger, september 2024"),
        ),
    ),
)

# 002.1, 002.12
POLITICAL_2024: tuple[Entry, ...] = (
    held(FOURTH, POLITICAL, on("2024-04-10", "10. april 2024")),
    item(FOURTH, HOUSE, "Velfærdsteknologiens Hus: status, tidsplan og handleplan"),
    decided(
        FOURTH,
        HOUSE,
        "1",
        PlainOutcome.NOT_MINUTED,
        "Papiret siger, at det skal drøftes. Hvad der kom ud af det, står der ikke.",
    ),
    *settled(FOURTH, HOUSE),
)

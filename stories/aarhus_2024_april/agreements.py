"""What the parties have agreed and which committee follows it (002.7, 002.15, 002.17, 002.21, 002.23).

They stand as this cluster follows them: its own parties, its own committees. Most were agreed in the whole region, with all
19 municipalities; of what happened before, the paper tells a part, so their history is said to be incomplete.
"""

from domain.agreement import Adjust, Adopt, Begin, Beginning, History, Register, Widen
from domain.claims import DateNotStated, DateSaid, OnDay, Span, Within
from domain.decided import Cited
from domain.party import AddOrgan
from stories.aarhus_2024_april.names import (
    ACUTE,
    ADMISSION,
    CHILDREN_COMMITTEE,
    DIRECTORS,
    HEALTH_PROMOTION,
    OLDER,
    PAPER,
    PSYCHIATRY_COMMITTEE,
    SAMSOE_COMMITTEE,
    TELE_COPD_GROUP,
)
from stories.aarhus_2024_april.papers import EARLY_2024, IN_NOVEMBER_2022, MID_MAY
from stories.aarhus_2024_april.people import AARHUS, HOSPITAL, PLO, PREHOSPITAL, REGION, SAMSOE
from stories.reported import Entry

REGIONAL_COUNCIL, CITY_COUNCIL, MAGISTRATE, ISLAND_COUNCIL = "regionsraad", "byraad", "magistrat", "kommunalbestyrelse"

# 002.15, 002.21, 002.23: different organs adopt.
ORGANS: tuple[Entry, ...] = (
    (REGION, AddOrgan(organ=REGIONAL_COUNCIL, name="Regionsrådet", adopts=True)),
    (AARHUS, AddOrgan(organ=CITY_COUNCIL, name="Aarhus Byråd", adopts=True)),
    (AARHUS, AddOrgan(organ=MAGISTRATE, name="Magistraten", adopts=True)),
    (SAMSOE, AddOrgan(organ=ISLAND_COUNCIL, name="Samsøs kommunalbestyrelse", adopts=True)),
)
ORGAN_OF = {REGION: REGIONAL_COUNCIL, AARHUS: CITY_COUNCIL, SAMSOE: ISLAND_COUNCIL}
THE_THREE, ALL_FOUR = (REGION, AARHUS, SAMSOE), (REGION, AARHUS, SAMSOE, PLO)
NOT_STATED = DateNotStated()


def agreement(name: str) -> str:
    """The stream of an agreement."""
    return f"aarhus/agreement/{name}"


def registered(
    name: str,
    title: str,
    owner: str,
    parties: tuple[str, ...] = ALL_FOUR,
    scope: str | None = None,
    said: DateSaid[str] | None = None,
    begun_by: Cited[str] | None = None,
) -> Entry:
    """An agreement, and the committee that follows it."""
    return agreement(name), Register(
        title=title,
        parties=parties,
        history=History.INCOMPLETE,
        scope=scope,
        agreed_said=said,
        owner=owner,
        begun_by=begun_by,
        document=PAPER,
    )


def adopted(name: str, party: str, when: DateSaid[str] = NOT_STATED, organ: str | None = None) -> Entry:
    """An organ of a party has approved it."""
    return agreement(name), Adopt(party=party, organ=organ or ORGAN_OF[party], when=when)


def begun(name: str, begins: DateSaid[str], *parties: str) -> tuple[Entry, ...]:
    """It holds for these parties."""
    return tuple((agreement(name), Begin(party=party, begins=begins, how=Beginning.NEW)) for party in parties)


# 002.15: followed by the committee for admission and discharge.
DISCHARGE: tuple[Entry, ...] = (
    registered("indlaeggelse-udskrivelse", "Aftalen om indlæggelse og udskrivelse", ADMISSION),
    (agreement("indlaeggelse-udskrivelse"), Widen(text="Aftalen gælder nu også udskrivelser fra psykiatrien.")),
    registered("medcom", "Aftalen om MedCom-beskeder mellem hjemmepleje og sygehus", ADMISSION),
    (
        agreement("medcom"),
        Adjust(text="Aftalen er rettet til efter den om indlæggelse og udskrivelse.", document=PAPER),
    ),
    registered("iv-behandling", "Aftalen om IV-behandling i nærområdet", ADMISSION),
)
# 002.15, 002.23: from two days on, one for each kind of place.
SEVENTY_TWO_HOURS: tuple[Entry, ...] = (
    registered(
        "72-timer",
        "Aftalen om 72 timers behandlingsansvar",
        ADMISSION,
        THE_THREE,
        scope="Borgere, der har ligget mindst et døgn på en somatisk afdeling.",
    ),
    *begun(
        "72-timer",
        OnDay(day="2023-09-15", words="15. september", inferred="Året er det samme som for 1. november 2023."),
        *THE_THREE,
    ),
    (
        agreement("72-timer"),
        Widen(text="Fra plejehjem og korttidspladser til hjemmepleje og botilbud.", from_on="2023-11-01"),
    ),
)
# 002.15, 002.7
COMMITTEES_FOLLOW: tuple[Entry, ...] = (
    registered("palliation", "Aftalen om palliative indsatser", OLDER),
    registered(
        "overvaegt",
        "Aftalen om børn og unge med overvægt",
        HEALTH_PROMOTION,
        begun_by=Cited(
            who="Region, kommuner og PLO-Midtjylland",
            on=OnDay(day="2022-04-01", words="1. april 2022"),
            words="Et intentionspapir om overvægt",
            document=PAPER,
        ),
    ),
    *(adopted("overvaegt", party) for party in THE_THREE),
    *begun("overvaegt", OnDay(day="2024-01-01", words="1. januar 2024"), *THE_THREE),
    registered("amning", "Aftalen om amning og barnets ernæring", CHILDREN_COMMITTEE, THE_THREE),
    adopted("amning", AARHUS, MID_MAY, MAGISTRATE),
    adopted("amning", SAMSOE, MID_MAY),
    registered(
        "mistrivsel",
        "Aftalen om psykisk mistrivsel hos unge",
        CHILDREN_COMMITTEE,
        said=Within(
            earliest="2023-01-01",
            latest="2023-12-31",
            span=Span.YEAR,
            words="sidste år",
            inferred="Papiret er fra 2024.",
        ),
    ),
)
# 002.17, 002.19, 002.21, 002.23. ◇ Who is party to the one on Samsø, and which body follows a health agreement, is worked out.
OTHERS: tuple[Entry, ...] = (
    registered(
        "psykiatri-og-social",
        "Aftalen mellem psykiatrien og Aarhus' socialområde",
        PSYCHIATRY_COMMITTEE,
        (REGION, AARHUS),
        said=IN_NOVEMBER_2022,
    ),
    adopted("psykiatri-og-social", REGION, IN_NOVEMBER_2022),
    adopted("psykiatri-og-social", AARHUS, IN_NOVEMBER_2022),
    registered("praehospital-visitation", "En flerårig aftale om paramedicinere", ACUTE, (PREHOSPITAL, AARHUS)),
    *begun("praehospital-visitation", EARLY_2024, PREHOSPITAL, AARHUS),
    registered("tele-kol", "Aftalen om Tele-KOL", TELE_COPD_GROUP),
    registered("samsoe-akuthus", "Driftsaftalen for Samsøs akuthus", SAMSOE_COMMITTEE, (REGION, HOSPITAL, SAMSOE)),
    registered("sundhedsaftale-2024", "Sundhedsaftale 2024-2027", DIRECTORS, THE_THREE),
    *(adopted("sundhedsaftale-2024", party) for party in THE_THREE),
)

AGREED = (*ORGANS, *DISCHARGE, *SEVENTY_TWO_HOURS, *COMMITTEES_FOLLOW, *OTHERS)

"""15 May 2023: the meeting is called, with seven items and four guests; on the 23rd three send their apologies.

001.1, 001.6, 001.7, 001.9–001.17.
"""

from domain.claims import OnDay
from domain.decided import Cited, Taken
from domain.meeting.agenda import AddItem, AddRecommendation, Asks, Attach
from domain.meeting.apologies import GiveApology
from domain.meeting.call import Call, Form
from domain.meeting.guests import InviteGuest
from domain.meeting.sending import SendAgenda
from stories.midt_2023_05_24.cast import POLITICAL_LEVEL
from stories.midt_2023_05_24.names import (
    CHIEFS,
    IN_APRIL,
    IN_MARCH,
    INITIATIVE_10,
    MEETING,
    PATIENTS_TALK,
    POLITICAL,
)
from stories.midt_2023_05_24.people import CAST
from stories.telling import sitting

CALLED = Call(
    body=POLITICAL,
    form=Form.IN_PERSON,
    place="Hjulmagervej 22, Aalborg, mødelokale 1",
    starts_at="2023-05-24T14:00:00Z",
    ends_at="2023-05-24T16:00:00Z",
    summoned=tuple(plan.seat for plan in POLITICAL_LEVEL.seats),
)
AGENDA_ITEM = AddItem(item="dagsorden", number="1", title="Dagsordenen", presenters=(CAST["co-chair-region"],))
# 001.10
IPS = AddItem(
    item="ips",
    number="2",
    title="Tema: job og uddannelse med støtte (IPS) til unge på 15–17 år",
    summary="To fra Aalborg fortæller, hvad de har lært. I marts blev det godkendt at bringe tilbuddet til Jammerbugt.",
    case=(
        "Siden 2019 har psykiatrien og jobområdet i Aalborg arbejdet sammen efter IPS-metoden. Borgere i psykiatrisk "
        "behandling får hjælp til job eller uddannelse, mens behandlingen fortsætter. "
        "I november 2022 var 153 forløb begyndt. 86 var i gang, og 67 var sluttet. "
        "Af de 86 var 49 % i gang på en arbejdsplads: 33 % med løn, 14 % i praktik, 1 % i fleksjob og 1 % med "
        "løntilskud. Tre måneder efter afslutningen var 31 % i job, uddannelse eller fleksjob (18, 8 og 5 %), og 8 % fik "
        "ingen ydelse. Jobcentret regner det som 39 %, der er kommet godt videre. "
        "I en undersøgelse fra 2021 blandt 18–29-årige syntes 96 %, at forløbet i høj eller nogen grad gav mening. "
        "Hver konsulent har færre sager end ellers, så et forløb koster kommunen mere. "
        "Forsøget med de 15–17-årige begyndte i efteråret 2022. Resultater ventes sidst i 2023."
    ),
    presenters=(CAST["expert-education"], CAST["expert-ips"]),
    from_at="2023-05-24T14:00:00Z",
    to_at="2023-05-24T14:40:00Z",
    based_on=(Taken(meeting=IN_MARCH, decision="3"),),
)
# 001.11, 001.12, 001.13
PLAN = AddItem(
    item="handleplan",
    number="3",
    title="Handleplanen: hvor langt er vi?",
    case=(
        "Efter godkendelsen af handleplanen med de 15 indsatser har direktørforum godkendt rammer for arbejdsgrupperne, "
        "fordelt indsatserne mellem sektorerne og godkendt en styringsmodel. "
        "Handleplanen er en bestilling fra politisk niveau. Hver indsats har en leverandør, som bekræfter ordren og "
        "skriver, hvad der leveres, af hvem, hvor og hvornår. Chefforum godkender først, derefter direktørforum. "
        "Status er grøn, gul eller rød på chefernes møder. Ved gul og rød hjælper chefforum, og kan det ikke løses dér, "
        "går sagen til direktørforum. Politisk niveau hører om det, der er relevant. "
        "Alle sektorer har nu udpeget folk til grupperne, og arbejdet er begyndt."
    ),
    presenters=(CAST["chief-aalborg"], CAST["chief-region"]),
    from_at="2023-05-24T14:40:00Z",
    to_at="2023-05-24T14:50:00Z",
    based_on=(Taken(meeting=IN_MARCH, decision="1"),),
)
# 001.14
INITIATIVE = AddItem(
    item="indsats-10",
    number="4",
    title="Indsats 10",
    case=(
        "I marts blev det en betingelse, at indsatsen for de 2 % af borgerne, som har det mest sammensat og ofte er i "
        "kontakt med sygehuset for krop og psyke, bliver mere konkret og handler fra første dag. "
        "Direktørforum har siden valgt de ældste 2 % som målgruppe."
    ),
    presenters=(CAST["chief-aalborg"], CAST["chief-region"]),
    from_at="2023-05-24T14:50:00Z",
    to_at="2023-05-24T15:00:00Z",
    based_on=(
        Taken(meeting=IN_MARCH, decision="1"),
        Taken(meeting=IN_MARCH, decision="2"),
        Taken(meeting=IN_APRIL, decision="1"),
    ),
    answers_referral=INITIATIVE_10,
)
# 001.15
PATIENTS_ITEM = AddItem(
    item="patienter",
    number="5",
    title="Dialog med patienternes udvalg",
    case=(
        "Reglerne for klyngerne giver patienternes udvalg to pladser på det fagligt strategiske niveau. "
        "Politisk niveau skal en gang om året mødes med udvalget eller med dets repræsentanter på de to pladser. "
        "Mødet i dag skal være til gavn for patienterne. Repræsentanterne begynder med et oplæg."
    ),
    presenters=(CAST["patients-vice-chair"], CAST["patients-member"]),
    from_at="2023-05-24T15:00:00Z",
    to_at="2023-05-24T15:40:00Z",
    based_on=(
        Taken(meeting=IN_MARCH, decision="4"),
        Cited(
            who="Bekendtgørelsen om sundhedsklynger",
            on=OnDay(day="2022-09-08", words="8. september 2022", inferred="Den dag reglerne kom."),
            words="To pladser til patienterne og et årligt møde",
        ),
    ),
    answers_referral=PATIENTS_TALK,
)
# 001.16
EMERGENCY_PLAN = AddItem(
    item="akutplan",
    number="6",
    title="Akutplanen for sygehusene",
    case=(
        "Regeringen, KL og Danske Regioner blev den 23. februar 2023 enige om en akutplan med seks temaer: flaskehalse og "
        "bemanding, autorisation, de offentlige sygehuses kapacitet, akutmodtagelserne, de private sygehuses kapacitet og "
        "færre dage for færdigbehandlede. Det fjerde tema har opgaver til klyngerne: behandlingsansvar i 72 timer, færre "
        "indlæggelser og gode overgange, faste læger på plejehjem og dosispakket medicin. "
        "Klyngen har selv holdt en audit i maj 2022 om korte indlæggelser og en workshop i juni 2022 om fremtidens "
        "akutmodtagelse. Papiret skriver her, at handleplanen fra marts 2023 har 13 indsatser."
    ),
    presenters=(CAST["director-region"],),
    from_at="2023-05-24T15:40:00Z",
    to_at="2023-05-24T16:00:00Z",
)
OTHER = AddItem(item="eventuelt", number="7", title="Eventuelt", any_other_business=True)


def recommended(item: str, asks: Asks, text: str) -> tuple[str, AddRecommendation]:
    """The one recommendation of an item."""
    return MEETING, AddRecommendation(item=item, recommendation="1", asks=asks, text=text, to_body=POLITICAL)


def guest(part: str, item: str, of_body: str | None = None) -> tuple[str, InviteGuest]:
    """A guest of one item (001.7)."""
    return MEETING, InviteGuest(person=CAST[part], items=(item,), of_body=of_body)


AGENDA = sitting(
    "secretary",
    "2023-05-15",
    "10:00:00",
    (MEETING, CALLED),
    (MEETING, AGENDA_ITEM),
    (MEETING, IPS),
    recommended("ips", Asks.DISCUSS, "Erfaringerne fra Aalborg."),
    (MEETING, PLAN),
    recommended("handleplan", Asks.NOTE, "Status på indsatserne."),
    (MEETING, INITIATIVE),
    recommended("indsats-10", Asks.NOTE, "Orienteringen om indsats 10."),
    (MEETING, PATIENTS_ITEM),
    recommended("patienter", Asks.DISCUSS, "Inddragelse af patienter, sammen med udvalgets repræsentanter."),
    (MEETING, EMERGENCY_PLAN),
    recommended("akutplan", Asks.DISCUSS, "Akutplanen ud fra klyngens status."),
    (MEETING, Attach(item="akutplan", attachment="aftale", name="Aftalen om akutplanen")),
    (MEETING, Attach(item="akutplan", attachment="status", name="Klyngens status på akutplanen")),
    (MEETING, OTHER),
    guest("expert-education", "ips"),
    guest("expert-ips", "ips"),
    # 001.7: a seat in one body, a guest of another.
    guest("patients-vice-chair", "patienter", CHIEFS),
    guest("patients-member", "patienter", CHIEFS),
    (MEETING, SendAgenda()),
)
# 001.6: they stay in the list of those summoned, too.
APOLOGIES = sitting(
    "secretary",
    "2023-05-23",
    "13:00:00",
    (MEETING, GiveApology(seat="obs-sundhed", person=CAST["health-deputy"], sends=CAST["health-replacement"])),
    (MEETING, GiveApology(seat="obs-aalborg", person=CAST["observer-aalborg"])),
    (MEETING, GiveApology(seat="sekretariat-jammerbugt", person=CAST["secretary-jammerbugt"])),
)

"""Items 7 to 9: what corona taught, the heart report, any other business (003.8, 003.9, 003.10)."""

from domain.action import Reply
from domain.appointing import Appoint, CallNominations
from domain.body import Level
from domain.effects import Assign, ByPerson
from domain.meeting.agenda import AddItem, Asks
from domain.meeting.floor import SettleItem
from domain.occurrences import Recurs
from domain.organising import Delegate, EstablishBody, SetPath
from domain.outcomes import Delegates, NotedWithRecognition, PlainOutcome
from domain.paths import Step
from domain.points import NotStated
from domain.seats import Voice
from stories.randers_2020_efteraar.names import CRISIS_GROUP, CRISIS_MEETINGS, MEETING, OCCUPANCY_REPORT, STEERING
from stories.randers_2020_efteraar.people import CAST, HOSPITAL, MUNICIPALITIES
from stories.randers_2020_efteraar.said import (
    Entry,
    asked,
    attached,
    decided,
    one_each,
    recommended,
    wished,
)
from stories.telling import by_party

CRISIS_SEATS = "randers/membership/krisemoeder"
CALENDAR = "kalender"
COVID, HEART, OTHER = "covid", "hjertekommidt", "eventuelt"

# 003.8
LEARNT: tuple[Entry, ...] = (
    (
        MEETING,
        AddItem(
            item=COVID,
            number="7",
            title="Hvad covid-19 lærte os",
            case=(
                "Hvad har beredskabet og samarbejdet vist? Fik sektorerne nok at vide, hvad gik godt, hvad kan gøres "
                "bedre, og skal noget laves om?"
            ),
        ),
    ),
    recommended(COVID, Asks.DISCUSS, "Hvad der er lært af beredskabet og af samarbejdet mellem sektorerne."),
    decided(
        COVID,
        "7.1",
        PlainOutcome.DECIDED,
        "Krisemøderne på video bliver ved, så alle får det samme at vide. De holdes så tit, som der er brug for.",
        answers=("1",),
    ),
    decided(
        COVID,
        "7.2",
        Delegates(to_body=CRISIS_GROUP, step=CALENDAR),
        "En lille gruppe med én fra hver kommune taler løbende om det svære og bestemmer, hvornår møderne holdes.",
        EstablishBody(
            body=CRISIS_GROUP,
            name="Gruppen om krisemøder",
            level=Level.GROUP,
            membership=CRISIS_SEATS,
            seats=(*one_each(), by_party("hospital", HOSPITAL, Voice.ADVISER)),
            task="At drøfte det svære løbende og sætte møderne i kalenderen.",
        ),
        CallNominations(
            membership=CRISIS_SEATS,
            seats=tuple(plan.seat for plan in one_each()),
            from_parties=MUNICIPALITIES,
            what="melde en repræsentant ind til den lille gruppe om krisemøder.",
        ),
        Appoint(membership=CRISIS_SEATS, seat="hospital", person=CAST["contact-hospital"]),
        SetPath(
            mandate=CRISIS_MEETINGS,
            subject="krisemøder",
            steps=(Step(step=CALENDAR, body=STEERING, binding=True),),
        ),
        Delegate(mandate=CRISIS_MEETINGS, step=CALENDAR, to_body=CRISIS_GROUP),
    ),
    (MEETING, SettleItem(item=COVID)),
)

# 003.9
HEART_REPORT: tuple[Entry, ...] = (
    (
        MEETING,
        AddItem(
            item=HEART,
            number="8",
            title="Rapporten om hjerteforløb 2019",
            case=(
                "Implementeringsgruppen har set på klyngens tal. Ikke alle mål er nået, men det går fremad. "
                "Rygestop er nået for første gang i 3 år. Målet om 10 % bedre fysisk kapacitet er urealistisk, fordi "
                "flere borgere har hjertesvigt. Vejledning om kost er registreret forkert, så det tal er skævt. "
                "Træning udenfor bliver svær i dårligt vejr; Viborg har gjort det i mange år."
            ),
        ),
    ),
    recommended(HEART, Asks.NOTE, "Orienteringen."),
    attached(HEART, "rapport", "Rapporten om hjerteforløb 2019"),
    decided(
        HEART,
        "8.1",
        NotedWithRecognition(),
        "Orienteringen er taget til efterretning, med anerkendelse af fremgangen.",
        answers=("1",),
    ),
    (MEETING, SettleItem(item=HEART)),
)

# 003.10
ANY_OTHER_BUSINESS: tuple[Entry, ...] = (
    (
        MEETING,
        AddItem(
            item=OTHER,
            number="9",
            title="Eventuelt",
            case="Hospitalet melder belægningen til kommunerne med grøn, gul og rød.",
            any_other_business=True,
        ),
    ),
    wished(OTHER, "Flere tal, som viser belægningen på hospitalet.", NotStated()),
    asked(OTHER, "q1", "Kan der vælges indikatorer, som kommunerne har brug for at følge?"),
    decided(
        OTHER,
        "9.1",
        PlainOutcome.DECIDED,
        "Planchefen på hospitalet begynder med hospitalsledelsens rapport og udvalgte indikatorer.",
        Assign(
            action=OCCUPANCY_REPORT,
            what="sende kommunerne en rapport om belægningen.",
            owed_by=(ByPerson(person=CAST["planning-manager"]),),
            report_to=STEERING,
            recurs=Recurs.MONTHLY,
            # ◇ No end is told; it is followed here for the rest of the year.
            ceases_on="2021-01-01",
        ),
    ),
    wished(OTHER, "Rapporten skal komme en gang om måneden.", NotStated()),
    (MEETING, SettleItem(item=OTHER)),
)
# ◇ Whether the reports came is not told. Here the first is on record and the next two are not, so the clock asks for those.
FIRST_REPORT: Entry = (
    OCCUPANCY_REPORT,
    Reply(
        debtor=ByPerson(person=CAST["planning-manager"]),
        text="Rapporten for oktober er sendt til kommunerne.",
        occurrence="2020-10",
    ),
)

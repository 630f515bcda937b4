"""Items 5 and 6: aids on loan, and IV treatment near the citizen (003.6, 003.7)."""

from domain.appointing import CallNominations
from domain.body import Level
from domain.claims import OnDay, Span, Within
from domain.decided import Cited
from domain.effects import Assign, ByPerson, PromiseItem, Refer
from domain.meeting.agenda import AddItem, Asks
from domain.meeting.floor import SettleItem
from domain.organising import EstablishBody
from domain.outcomes import EstablishesBody, PlainOutcome
from domain.points import OfBody, OfParty
from stories.randers_2020_efteraar.names import (
    AIDS_GROUP,
    ECONOMY_GROUP,
    ECONOMY_HOSPITAL,
    MEETING,
    STEERING,
    TWENTY_EIGHT_DAYS,
    WORKFLOWS,
)
from stories.randers_2020_efteraar.people import CAST, HOSPITAL, MUNICIPALITIES
from stories.randers_2020_efteraar.said import (
    THE_MUNICIPALITIES,
    Entry,
    decided,
    informed,
    one_each,
    recommended,
    wished,
)
from stories.telling import by_party

ECONOMY_SEATS = "randers/membership/oekonomigruppe"
AIDS, IV = "hjaelpemidler", "iv-aftale"

# 003.6
AIDS_ON_LOAN: tuple[Entry, ...] = (
    (
        MEETING,
        AddItem(
            item=AIDS,
            number="5",
            title="Bestilling og udlevering af hjælpemidler",
            case=(
                "Aftalen fra 2010 om lån af midlertidige hjælpemidler er opsagt pr. 1. august 2020. Arbejdsgruppen for "
                "afklaringskataloget foreslog det, fordi serviceloven siden 1. januar 2018 (§ 113 b) selv dækker området. "
                "Før lånte kommunen ud til borgere i ambulant og egen træning og hospitalet til resten. Nu låner kommunerne "
                "ud, også uden genoptræningsplan og ved specialiseret genoptræning. Hospitalet skal bestille i tide. Sker "
                "det ikke, skal parterne løse det, så patienten kommer hjem til tiden, og så kan hospitalet være nødt til "
                "at låne ud. Hospitalets pligt om behandlingsredskaber er den samme som før. En vejledning hjælper, når "
                "parterne ikke er enige om, hvem der betaler."
            ),
            based_on=(
                Cited(
                    who="Sundhedsstyregruppen",
                    on=OnDay(day="2020-05-07", words="7. maj", inferred="Samme år som udvalgets møde."),
                    words="Opsigelsen behandlet og tiltrådt",
                ),
                Cited(
                    who="Sundhedskoordinationsudvalget",
                    on=OnDay(day="2020-05-28", words="28. maj 2020"),
                    words="Opsigelsen godkendt",
                ),
            ),
        ),
    ),
    recommended(AIDS, Asks.DISCUSS, "Samarbejdet om at bestille og udlevere hjælpemidler."),
    wished(
        AIDS,
        "Lad terapeuterne skrive en vejledende plan for genoptræning, når patienten udskrives. Kommunerne har brug for den.",
        THE_MUNICIPALITIES,
        OfParty(party=HOSPITAL),
    ),
    wished(
        AIDS,
        "Beskriv arbejdsgangene nøjere, så servicen bliver ens i alle kommuner.",
        THE_MUNICIPALITIES,
        OfBody(body=AIDS_GROUP),
    ),
    decided(
        AIDS,
        "5.1",
        PlainOutcome.DISCUSSED,
        "Samarbejdet er drøftet, og kommunerne har to ønsker. Arbejdsgruppen tager det ene op den 23. september.",
        Refer(
            referral=WORKFLOWS,
            to_body=AIDS_GROUP,
            question="Kan arbejdsgangene beskrives nøjere, så servicen bliver ens?",
            expected=OnDay(day="2020-09-23", words="d. 23. september", inferred="Året er mødets."),
        ),
        answers=("1",),
    ),
    (MEETING, SettleItem(item=AIDS)),
)

# 003.7
IV_NEAR_HOME: tuple[Entry, ...] = (
    (
        MEETING,
        AddItem(
            item=IV,
            number="6",
            title="IV-aftalen tæt på borgeren",
            case=(
                "Før havde hver kommune sin egen aftale med hospitalet. Sundhedskoordinationsudvalget begyndte i april 2019 "
                "på en fælles aftale om væske og antibiotika, og alle klyngens kommuner har godkendt den politisk. "
                "Syddjurs gik over til den 1. juni, Favrskov genoptog den 1. juni, Norddjurs kom med 1. juli og Randers "
                "1. september. Det faglige ligger i arbejdsgruppen for sammenhængende forløb. Til økonomien foreslår "
                "hospitalet en gruppe med én økonomimedarbejder fra hver kommune og fra hospitalet; måske er ét møde nok."
            ),
            based_on=(
                Cited(
                    who="Sundhedskoordinationsudvalget",
                    on=Within(earliest="2019-04-01", latest="2019-04-30", span=Span.MONTH, words="april 2019"),
                    words="Arbejdet med en IV-aftale sat i gang",
                ),
            ),
        ),
    ),
    recommended(IV, Asks.DISCUSS, "Hvordan IV-aftalen føres ud i livet."),
    recommended(IV, Asks.DECIDE, "At nedsætte en økonomigruppe (forslag fra hospitalet).", "2"),
    informed(IV, "Alle fire kommuner er i drift."),
    decided(
        IV,
        "6.1",
        PlainOutcome.NOT_MINUTED,
        "Der er orienteret om driften. Papiret siger ikke, hvad der blev drøftet.",
        answers=("1",),
    ),
    decided(
        IV,
        "6.2",
        PlainOutcome.DECIDED,
        "Der arbejdes på grænsen på 28 dage. Status gives på næste møde.",
        PromiseItem(
            referral=TWENTY_EIGHT_DAYS,
            question="Hvordan går det med grænsen på 28 dage for IV-behandling?",
        ),
    ),
    decided(
        IV,
        "6.3",
        EstablishesBody(body=ECONOMY_GROUP),
        "En økonomigruppe gør status på betalingen, med én fra hver kommune og én fra hospitalet. "
        "Hvor tit den mødes, finder den selv ud af på sit første møde.",
        EstablishBody(
            body=ECONOMY_GROUP,
            name="Økonomigruppen om IV-aftalen",
            level=Level.GROUP,
            membership=ECONOMY_SEATS,
            seats=(*one_each(), by_party("hospital", HOSPITAL)),
            task="At gøre status på, hvordan IV-aftalen betales. Gruppen bestemmer selv, hvor tit den mødes.",
        ),
        CallNominations(
            membership=ECONOMY_SEATS,
            seats=tuple(plan.seat for plan in one_each()),
            from_parties=MUNICIPALITIES,
            what="melde en medarbejder ind til økonomigruppen.",
        ),
        Assign(
            action=ECONOMY_HOSPITAL,
            what="finde hospitalets repræsentant i økonomigruppen.",
            owed_by=(ByPerson(person=CAST["contact-hospital"]),),
            report_to=STEERING,
        ),
        answers=("2",),
    ),
    (MEETING, SettleItem(item=IV)),
)

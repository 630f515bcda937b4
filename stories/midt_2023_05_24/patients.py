"""Item 5, 17.00 to 17.40: the patients' representatives, and a talk that goes on at the region (001.15)."""

from domain.effects import AnswerReferral, Refer
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import ConcludeQuestion, RaiseQuestion
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.meeting.guests import AdmitGuest
from domain.outcomes import PlainOutcome, Refers
from domain.points import Conclusion, OfParty, Sort
from domain.way import Way
from stories.midt_2023_05_24.names import COOPERATION_COMMITTEE, JOINT_PURCHASING, PATIENTS_TALK, today
from stories.midt_2023_05_24.people import CAST
from stories.midt_2023_05_24.people import PATIENTS as COMMITTEE
from stories.midt_2023_05_24.said import decided, informed, point

ITEM = "patienter"
BY_PATIENTS = OfParty(party=COMMITTEE)

BROUGHT_UP = (
    (
        "17:03:00",
        Sort.CALL,
        "Spørg patienterne i indsats 9, hvorfor så få bruger appen til egen læge.",
    ),
    ("17:05:00", Sort.ATTENTION, "Digitale løsninger kræver, at en fagperson står klar bagved."),
    ("17:07:00", Sort.ATTENTION, "Sektorerne skal kende hinandens tilbud og kompetencer bedre."),
    ("17:09:00", Sort.ATTENTION, "Medarbejderne tæt på patienten kender ikke altid aftalerne. De skal føres helt ud."),
    (
        "17:11:00",
        Sort.ATTENTION,
        "Hjælpemidler: det, man lærer på sygehuset, kan være et andet end det, man får hjemme.",
    ),
    (
        "17:13:00",
        Sort.ATTENTION,
        "Senfølger: personalet skal vide mere, og patienter kan have svært ved at blive troet.",
    ),
)

PATIENTS = (
    today("17:00:00", TakeUpItem(item=ITEM), by="co-chair-region"),
    today("17:00:20", AdmitGuest(person=CAST["patients-vice-chair"], item=ITEM)),
    today("17:00:30", AdmitGuest(person=CAST["patients-member"], item=ITEM)),
    *(today(clock, point(ITEM, sort, text, BY_PATIENTS)) for clock, sort, text in BROUGHT_UP),
    today("17:18:00", RaiseQuestion(item=ITEM, question="q1", text="Kan fælles aftaler om indkøb hjælpe patienterne?")),
    today(
        "17:22:00",
        ConcludeQuestion(
            item=ITEM, question="q1", conclusion=Conclusion.AGREED, text="Der kan være noget at vinde for patienterne."
        ),
    ),
    today("17:25:00", informed(ITEM, "Hver eneste indsats skal tage stilling til, hvordan patienter inddrages.")),
    today(
        "17:27:00",
        point(
            ITEM,
            Sort.REMARK,
            "Lad patienter beskrive opgaven sammen med jer; det er for lidt kun at løse den, når andre har gjort det.",
            BY_PATIENTS,
        ),
    ),
    today(
        "17:30:00",
        point(
            ITEM,
            Sort.ATTENTION,
            "Behandlingsansvaret i 72 timer kan koste borgeren penge, hvis man tidligere kommer hjem til en "
            "aflastningsplads.",
        ),
    ),
    today(
        "17:34:00",
        decided(
            ITEM,
            "5.1",
            PlainOutcome.DISCUSSED,
            "Patienternes oplæg er drøftet.",
            AnswerReferral(
                referral=PATIENTS_TALK,
                text="Patienternes repræsentanter har sagt deres mening, og oplægget er drøftet.",
            ),
            answers=("1",),
        ),
    ),
    today(
        "17:36:00",
        RecordDecision(
            item=ITEM,
            decision="5.2",
            outcome=Refers(to_body=COOPERATION_COMMITTEE, direction=Way.UP),
            text="Spørgsmålet om fælles indkøb løftes til sundhedssamarbejdsudvalget.",
            at_once=(
                Refer(
                    referral=JOINT_PURCHASING,
                    to_body=COOPERATION_COMMITTEE,
                    direction=Way.UP,
                    question="Kan region og kommuner lave fælles aftaler om indkøb, som patienterne får gavn af?",
                ),
            ),
        ),
    ),
    today("17:39:30", SettleItem(item=ITEM), by="co-chair-region"),
)

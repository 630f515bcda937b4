"""Item 2, 18.06 to 18.29: what was said about the Middelfart project, which questions stayed open, two decisions."""

from domain.action import Assign
from domain.awaited import Stage
from domain.claims import DateNotStated
from domain.effects import Adapt, DebtorNotStated, Refer
from domain.initiative import Evaluate
from domain.kernel import Command
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import ConcludeQuestion, RaiseQuestion, RecordPoint
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.outcomes import Plain, PlainOutcome, Refers
from domain.points import (
    Conclusion,
    Matter,
    OfBody,
    OfGroup,
    OfParty,
    OnInitiative,
    OnItem,
    Point,
    Position,
    Remark,
    Sort,
    Stance,
)
from stories.lillebaelt_2024_04_09.cast import HOSPITAL, PLO_SYD
from stories.lillebaelt_2024_04_09.cast import MIDDELFART as MIDDELFART_MUNICIPALITY
from stories.lillebaelt_2024_04_09.names import (
    COST_ANNEX,
    MIDDELFART_PROJECT,
    MIDDELFART_REFERRED,
    POLITICAL,
    STRATEGIC,
    THE_26TH,
    tonight,
)

ITEM = "middelfart"
PROJECT = OnInitiative(initiative=MIDDELFART_PROJECT)
MUNICIPALITIES = OfGroup(name="kommunerne")
"""The paper does not say which."""


def point(said: Point[str], matter: Matter = PROJECT) -> Command:
    """Something said at this item."""
    return RecordPoint(item=ITEM, point=said, matter=matter)


def question(name: str, text: str) -> Command:
    """A question on the floor."""
    return RaiseQuestion(item=ITEM, question=name, text=text)


def ended(name: str, conclusion: Conclusion, text: str | None = None) -> Command:
    """How a question ended."""
    return ConcludeQuestion(item=ITEM, question=name, conclusion=conclusion, text=text)


# m4 · 004.4: every position, wish, call, offer and attention point stands.
SAID = (
    tonight(
        "18:06:40",
        point(
            Remark(
                sort=Sort.INFORMATION,
                text="Projektet er en investering i kvalitet tæt på borgeren, ikke en besparelse. "
                "Sektorernes ressourcer bruges stadig fuldt ud. Modellen giver mening for borgere og medarbejdere.",
            )
        ),
    ),
    tonight(
        "18:08:00",
        point(
            Position(
                who=OfParty(party=PLO_SYD),
                stance=Stance.SUPPORTS,
                text="Projektet og den rammedelegation, der bærer det. Sektorerne skal blive ved med at tale sammen.",
            )
        ),
    ),
    tonight(
        "18:09:00",
        point(
            Remark(
                sort=Sort.CALL,
                who=OfParty(party=PLO_SYD),
                to=MUNICIPALITIES,
                text="Tag praksiskonsulenten, PLO-K eller KLU med, "
                "når I lokalt drøfter og beslutter indførelse og arbejdsgange.",
            )
        ),
    ),
    tonight(
        "18:10:00",
        point(
            Remark(
                sort=Sort.INFORMATION,
                text="Projektet ligner FLUS-projektet i Kolding. "
                "Middelfart har rammedelegation; Kolding scanner lunger med ultralyd.",
            )
        ),
    ),
    tonight(
        "18:11:00",
        point(
            Position(
                who=MUNICIPALITIES, stance=Stance.WISHES, text="At kunne tilpasse indsatsen til forholdene lokalt."
            )
        ),
    ),
    tonight(
        "18:12:00",
        point(
            Position(
                who=OfParty(party=HOSPITAL),
                stance=Stance.ADVISES,
                text="Brug alle projektets elementer. Så bliver kvaliteten fuld, "
                "og sygehuset kan arbejde sikkert og ens med alle kommuner.",
            )
        ),
    ),
    tonight(
        "18:12:50",
        point(
            Position(
                who=OfParty(party=MIDDELFART_MUNICIPALITY),
                stance=Stance.ADVISES,
                text="Brug alle projektets elementer, så kvaliteten bliver fuld.",
            )
        ),
    ),
    tonight(
        "18:13:40",
        point(
            Remark(
                sort=Sort.OFFER,
                who=OfParty(party=MIDDELFART_MUNICIPALITY),
                to=MUNICIPALITIES,
                text="Vi rådgiver og vejleder gerne på alle niveauer, hvis I vælger at indføre indsatsen.",
            )
        ),
    ),
    tonight(
        "18:14:30",
        point(
            Remark(
                sort=Sort.ATTENTION,
                text="Kommunerne skal selv afklare organisering og investering. "
                "De skal tale tæt sammen med både sygehuset og almen praksis.",
            )
        ),
    ),
    tonight(
        "18:15:20",
        point(
            Remark(
                sort=Sort.REMARK,
                text="Modellen kan danne præcedens for andre klynger og regioner. "
                "Konkrete problemer, for eksempel lokale depoter, løses pragmatisk og med andres erfaringer.",
            )
        ),
    ),
    tonight(
        "18:16:10",
        point(
            Remark(
                sort=Sort.WISH,
                who=OfBody(body=STRATEGIC),
                text="Bilaget om projektets udgifter skal arbejdes igennem.",
            ),
            OnItem(),
        ),
    ),
)

# m5 · 004.4: what is known now is half-way; the final evaluation is still to come.
EVALUATED = (
    tonight(
        "18:17:00",
        Evaluate(
            stage=Stage.MIDWAY,
            text="Erfaringerne indtil nu regnes som en midtvejsevaluering. "
            "Den endelige evaluering ventes stadig i 3. kvartal 2024.",
            when=DateNotStated(),
        ),
        to=MIDDELFART_PROJECT,
    ),
)

# m6, m7, m8 · 004.4: one question agreed on, one without a joint conclusion, three left open.
QUESTIONS = (
    tonight("18:18:00", question("q1", "Skal klyngemidler betale for at prøve modellen i flere kommuner?")),
    tonight(
        "18:19:00",
        ended(
            "q1",
            Conclusion.AGREED,
            "Nej. Vil kommuner indføre modellen lokalt, bør klyngemidler ikke gå til mere afprøvning.",
        ),
    ),
    tonight(
        "18:19:50",
        question(
            "q2",
            "Kan klyngemidler betale en lokal projektleder, hvis en kommune indfører modellen sammen med "
            "for eksempel erfaringer fra FLUS?",
        ),
    ),
    # Nobody's position is added afterwards.
    tonight("18:21:30", ended("q2", Conclusion.NO_JOINT_CONCLUSION)),
    tonight("18:22:00", question("q3", "Kan regionen betale POCT-udstyr og testkits i kommunerne?")),
    tonight("18:22:20", ended("q3", Conclusion.LEFT_OPEN)),
    tonight("18:22:50", question("q4", "Kan IV-aftalens finansieringsnøgle bruges fremover?")),
    tonight(
        "18:23:20",
        ended(
            "q4",
            Conclusion.LEFT_OPEN,
            "Borgeren betaler selv tabletter, mens region og kommune betaler IV. Det kan give ulighed.",
        ),
    ),
    tonight("18:23:50", question("q5", "Hvordan skal IV-medicin opbevares i kommunerne?")),
    tonight("18:24:10", ended("q5", Conclusion.LEFT_OPEN)),
)

DECIDED = (
    # m9 · 004.5
    tonight(
        "18:25:30",
        RecordDecision(
            item=ITEM,
            decision="2.1",
            outcome=Plain(outcome=PlainOutcome.DECIDED),
            text="Erfaringer og principper fra Middelfart tilpasses lokalt. Det er en vigtig anbefaling, at "
            "kerneelementerne er med; ellers bliver kvaliteten ikke den samme.",
            answers=("1",),
            at_once=(
                Adapt(
                    initiative=MIDDELFART_PROJECT,
                    text="Modellen følger de lokale rammer i andre kommuner.",
                    core=("Kerneelementerne skal med, hvis kvaliteten skal være som i Middelfart.",),
                ),
            ),
        ),
    ),
    # m10 · 004.5
    tonight(
        "18:27:00",
        RecordDecision(
            item=ITEM,
            decision="2.2",
            outcome=Refers(to_body=POLITICAL),
            text="Sagen sendes til politisk niveau. Der lægges vægt på, at det er en investering i kvalitet. "
            "Oplægget er at drøfte indførelsen lokalt, når kommunerne forhandler budget.",
            answers=("2",),
            at_once=(
                Refer(
                    referral=MIDDELFART_REFERRED,
                    to_body=POLITICAL,
                    question="Vil kommunerne drøfte modellen fra Middelfart i de kommende budgetforhandlinger? "
                    "Den er en investering i kvalitet.",
                    expected=THE_26TH,
                ),
            ),
        ),
    ),
    # m11 · 004.4: the wish is not lost, though the paper does not say who owes it.
    tonight(
        "18:28:00",
        Assign(what="gennemarbejde bilaget om projektets udgifter.", owed_by=(DebtorNotStated(),), report_to=STRATEGIC),
        to=COST_ANNEX,
    ),
)

MIDDELFART = (
    tonight("18:06:00", TakeUpItem(item=ITEM), by="co-chair-region"),
    *SAID,
    *EVALUATED,
    *QUESTIONS,
    *DECIDED,
    tonight("18:29:00", SettleItem(item=ITEM)),
)

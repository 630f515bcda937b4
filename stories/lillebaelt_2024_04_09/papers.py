"""March and April 2024: what the papers say about the time before, and the invitation.

The paper of the meeting is on file first, since what is entered afterwards cites it (domain-model §4.1, rows a1–a9).
"""

from domain.awaited import DecisionOf, EarmarkBlocked, Stage
from domain.claims import About, Claim, DateNotStated, ExactCount, OnDay, Span, Within
from domain.decided import Cited
from domain.document import Direction, Doubt, DoubtStatement, File, Quote
from domain.effects import OpenCondition
from domain.fund import AnnounceEarmark
from domain.fund import Open as OpenFund
from domain.initiative import ExpectEvaluation, Phase, Prolong
from domain.initiative import List as ListInitiative
from domain.mandate import SetPath
from domain.mandate import Step as PathStep
from domain.meeting.agenda import AddItem
from domain.meeting.call import RegisterAfterwards
from domain.meeting.decision import RecordDecision
from domain.outcomes import Plain, PlainOutcome
from domain.proposal import Receive
from domain.referral import Send
from stories.lillebaelt_2024_04_09.agenda import AGENDA
from stories.lillebaelt_2024_04_09.cast import GENERAL_PRACTICE_MIDDELFART, HOSPITAL, MIDDELFART
from stories.lillebaelt_2024_04_09.names import (
    ASSESSMENT_KOLDING,
    COERCION,
    COORDINATING,
    EARMARKS_CONDITION,
    FUND,
    JOINT_FUNDS,
    MIDDELFART_PROJECT,
    PAPER,
    POLITICAL,
    POLITICAL_2023,
    POLITICAL_2024,
    PROPOSALS_REFERRED,
    STRATEGIC,
    STRENGTH_TRAINING,
    TRAINING_FOR_LIFE,
)
from stories.story import Step
from stories.telling import moment, sitting

MILLION_OERE = 100_000_000
TENTH_OERE = 10_000_000

# 004.7: who does what with the joint funds.
WHO_DECIDES = SetPath(
    subject="klyngemidler",
    steps=(
        PathStep(step="fremlægge", body=COORDINATING, binding=False),
        PathStep(step="indstille", body=STRATEGIC, binding=False),
        PathStep(step="vælge", body=POLITICAL, binding=True),
        PathStep(step="endeligt godkende", body=STRATEGIC, binding=True),
    ),
    source=Cited(
        who="Sundhedsklynge Lillebælt",
        on=DateNotStated(),
        words="Sagsfremstillingen til punkt 3 om klyngemidler",
        document=PAPER,
    ),
    terms="Forslagene viser retning og formål. Budgettet laves først for det, der er valgt politisk.",
)

# 004.3: the decision of 7 June 2023, known from the paper only.
EVALUATION_DECIDED = (
    (
        POLITICAL_2023,
        RegisterAfterwards(body=POLITICAL, held=OnDay(day="2023-06-07", words="7. juni 2023"), document=PAPER),
    ),
    # The paper gives neither number nor title of the item.
    (POLITICAL_2023, AddItem(item="middelfart", number="–", title="Middelfart-projektet")),
    (
        POLITICAL_2023,
        RecordDecision(
            item="middelfart",
            decision="1",
            outcome=Plain(outcome=PlainOutcome.DECIDED),
            text="Projektet evalueres, så lokale erfaringer og resultater bliver samlet.",
        ),
    ),
)

# 004.3, 004.4: three partners, a longer trial paid by the joint funds, the final evaluation to come.
MIDDELFART_LISTED = (
    (
        MIDDELFART_PROJECT,
        ListInitiative(
            title="Middelfart-projektet",
            by=(HOSPITAL, GENERAL_PRACTICE_MIDDELFART, MIDDELFART),
            phase=Phase.TRIAL,
            document=PAPER,
        ),
    ),
    (
        MIDDELFART_PROJECT,
        Prolong(
            expected=DateNotStated(),
            decision=Cited(
                who="Sundhedsklynge Lillebælt",
                on=DateNotStated(),
                words="Klyngemidler betaler for en længere prøveperiode",
                document=PAPER,
            ),
            fund=FUND,
        ),
    ),
    (
        MIDDELFART_PROJECT,
        ExpectEvaluation(
            stage=Stage.FINAL,
            expected=Within(earliest="2024-07-01", latest="2024-09-30", span=Span.QUARTER, words="3. kvartal 2024"),
        ),
    ),
)


def about(oere: int, unit_oere: int, words: str) -> About[str]:
    """An amount with »cirka«: it stays a quotation and is never posted."""
    return About(oere=oere, unit_oere=unit_oere, words=words)


def quoted(number: str, subheading: str, words: str, claim: Claim[str]) -> tuple[str, Quote]:
    """A statement of item 3, as printed."""
    return PAPER, Quote(number=number, locator=f"Punkt 3, {subheading}", words=words, claim=claim)


FOUR_POINT_SEVEN = about(47 * TENTH_OERE, TENTH_OERE, "cirka 4,7 mio.")
# 004.6, 004.7: the paper's own words, and what cannot be quite right in them.
QUOTED = (
    quoted("s1", "Baggrund", "cirka 8 mio. kr.", about(8 * MILLION_OERE, MILLION_OERE, "cirka 8 mio. kr.")),
    quoted("s2", "Baggrund", "cirka 4,7 mio.", FOUR_POINT_SEVEN),
    quoted("s3", "Baggrund", "cirka 3,5 mio. kr.", about(35 * TENTH_OERE, TENTH_OERE, "cirka 3,5 mio. kr.")),
    quoted("s4", "Forslag til initiativer", "22. marts 2022", OnDay(day="2022-03-22", words="22. marts 2022")),
    quoted("s5", "Prioritering", "i alt 8 forslag", ExactCount(count=8, words="i alt 8 forslag")),
    quoted("s6", "Baggrund", "3 initiativer", ExactCount(count=3, words="3 initiativer")),
)
DOUBTED = (
    (
        PAPER,
        DoubtStatement(
            number="s3",
            doubt=Doubt.ROUNDING,
            text="8 minus 4,7 er 3,3. Tallene er afrundede, og resten kan være fra 2,7 til 4,35 mio. kr.",
        ),
    ),
    (
        PAPER,
        DoubtStatement(
            number="s4",
            doubt=Doubt.IMPOSSIBLE,
            text="Klyngerne fik først deres regler i september 2022. Årstallet må være 2024.",
            read_as=OnDay(
                day="2024-03-22",
                words="22. marts 2024",
                inferred="Oversigten over midlerne er fra 8. marts 2024, og mødet er i april 2024.",
            ),
        ),
    ),
)

# 004.6: earmarked, if the political level agrees on 26 April. Nothing is posted.
EARMARK = AnnounceEarmark(
    earmark="e1",
    said=FOUR_POINT_SEVEN,
    purpose="3 initiativer",
    document=PAPER,
    opens=(
        OpenCondition(
            condition=EARMARKS_CONDITION,
            awaits=DecisionOf(body=POLITICAL, words="mødet den 26. april 2024", meeting=POLITICAL_2024),
            blocks=(EarmarkBlocked(fund=FUND, earmark="e1"),),
            words="Politisk niveau skal beslutte øremærkningen den 26. april 2024.",
        ),
    ),
)

CRITERIA_NOTES = "Bemærkninger om kriterierne står i bilaget."

# 004.9: the four proposals that the paper names; the other four are only counted (s5). Who came late is not stated.
PROPOSALS_RECEIVED = (
    (
        TRAINING_FOR_LIFE,
        Receive(
            title="Træning for livet",
            text="Et forslag om træning. Papiret giver kun titlen.",
            when=DateNotStated(),
            criteria_notes=CRITERIA_NOTES,
        ),
    ),
    (
        STRENGTH_TRAINING,
        Receive(
            title="Hård styrketræning for ældre",
            text="Træning til ældre, der lige er begyndt at få let hjælp. Papiret giver kun titlen.",
            when=DateNotStated(),
            criteria_notes=CRITERIA_NOTES,
        ),
    ),
    (
        COERCION,
        Receive(
            title="Mindre tvang i psykiatrien",
            text="Vejle Kommune og psykiatrien vil arbejde sammen om mindre tvang. Botilbudsteams er forbilledet.",
            when=DateNotStated(),
            criteria_notes=CRITERIA_NOTES,
        ),
    ),
    (
        ASSESSMENT_KOLDING,
        Receive(
            title="Udvidet udredning hjemme hos borgeren i Kolding",
            text="Kolding Kommune vil prøve mere af: blodprøver i hjemmet og ultralyd af lungerne (FLUS).",
            when=DateNotStated(),
            criteria_notes=CRITERIA_NOTES,
        ),
    ),
)

# 004.7: eight proposals go to the strategic level, which is to prioritise and give reasons.
REFERRED = Send(
    from_body=COORDINATING,
    to_body=STRATEGIC,
    question="Hvilke af de 8 forslag skal videre til politisk niveau, og hvorfor?",
    expected=OnDay(day="2024-04-09", words="9. april 2024"),
)

PAPERS = (
    *sitting(
        "secretary",
        "2024-03-26",
        "09:00:00",
        (
            PAPER,
            File(
                subject="Sagsfremstilling og referat, fagligt strategisk niveau, 9. april 2024",
                direction=Direction.INTERNAL,
                dated=OnDay(
                    day="2024-04-09",
                    words="9. april 2024",
                    inferred="Papiret bærer mødets dato. Sagsfremstillingen forelå før mødet.",
                ),
            ),
        ),
        (JOINT_FUNDS, WHO_DECIDES),  # a1
        *EVALUATION_DECIDED,  # a2
        # 004.8: development and trials, not operation. The fund stands before a3, which it pays for.
        (
            FUND,
            OpenFund(
                name="Klyngemidler",
                terms="Til udvikling og afprøvning, ikke til drift. Må støtte opgaver i den nye sundhedsaftale.",
            ),
        ),
        *MIDDELFART_LISTED,  # a3
        *QUOTED,  # a4
        *DOUBTED,  # a5
    ),
    # a6, a7
    Step(at=moment("2024-03-26", "10:00:00"), by="secretary", to=FUND, command=EARMARK, if_match=1),
    *sitting("secretary", "2024-03-27", "09:00:00", *PROPOSALS_RECEIVED, (PROPOSALS_REFERRED, REFERRED)),  # a8, a9
    *AGENDA,
)

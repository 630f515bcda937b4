"""◇ Autumn 2026: two applications for Aarhus' joint money, in the ordinary way. One is granted and goes on; one falls.

The directors' forum, which disposes of the money (002.26), lets the criterion of the year follow the year, grants a committee
200.000 kr. at once, and holds 150.000 kr. for Samsø until a national agreement has come. It does not come, so they are free again.
"""

from domain.application import Submit, Withdraw
from domain.applications import PurposeClass
from domain.attesting import AddEvaluation, Attest
from domain.awaited import ByDocument, EarmarkBlocked, LawOrAgreement
from domain.claims import DateNotStated, OnDay
from domain.condition import Resolve
from domain.criteria import EvaluationRequired, NotOperation, NotOwnStaff, StartsIn, ThemeOrCommitteePilot
from domain.decided import Taken
from domain.document import Direction, File
from domain.effects import OpenCondition
from domain.evaluation import EvaluationPlan
from domain.fund import Confirm, Earmark, Register, SetCriteria
from domain.fund.wishes import PayWish
from domain.kernel import Command
from domain.meeting.agenda import AddItem
from domain.meeting.call import Adjourn, Call, Form, Open
from domain.meeting.decision import RecordDecision
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.minutes.draft import Circulate, Draft, ItemText
from domain.minutes.publication import Publish
from domain.outcomes import Plain, PlainOutcome
from stories.aarhus_2024_april.names import DIRECTORS, FUND, OLDER
from stories.aarhus_2024_april.people import AARHUS, SAMSOE
from stories.overdragelse_2027.booking import AS_THE_STORY_LEFT_IT, in_turn
from stories.overdragelse_2027.names import (
    AARHUS_AUTUMN,
    AARHUS_AUTUMN_MINUTES,
    COMMITTEE_APPLIES,
    NO_AGREEMENT,
    SAMSOE_APPLIES,
    VISITS_AGREED,
)
from stories.overdragelse_2027.people import CAST
from stories.story import Step
from stories.telling import moment, sitting

GRANTED_OERE, FIRST_PART_OERE, HELD_OERE = 20_000_000, 8_000_000, 15_000_000
CRITERIA, COMMITTEE_GETS, SAMSOE_MAY_GET = (Taken(meeting=AARHUS_AUTUMN, decision=each) for each in ("1", "2", "3"))
RULES, MONEY = "kriterier", "ansoegninger"

# --- what is applied for ---


def evaluated(what: str, who: str, due: str) -> AddEvaluation:
    return AddEvaluation(evaluation=EvaluationPlan(what=what, who=who, due=OnDay(day=due)))


def vouched(by: str) -> Attest:
    return Attest(criteria=(ThemeOrCommitteePilot(), NotOperation(), NotOwnStaff()), person=CAST[by])


APPLIED = (
    *sitting(
        "secretary-aarhus",
        "2026-09-01",
        "09:00:00",
        (
            COMMITTEE_APPLIES,
            Submit(
                fund=FUND,
                applicant=OLDER,
                purpose="At prøve fælles hjemmebesøg kort efter udskrivelsen hos ældre borgere.",
                purpose_class=PurposeClass.TRIAL,
                when=OnDay(day="2026-08-28"),
                amount_oere=GRANTED_OERE,
                from_on="2026-10-01",
                ceases_on="2027-07-01",
            ),
        ),
        (
            COMMITTEE_APPLIES,
            evaluated("Hvor mange der blev indlagt igen", "Udvalget for den ældre borger", "2027-06-15"),
        ),
        (COMMITTEE_APPLIES, vouched("secretary-aarhus")),
    ),
    *sitting(
        "secretary-aarhus",
        "2026-09-02",
        "09:00:00",
        (
            SAMSOE_APPLIES,
            Submit(
                fund=FUND,
                applicant=SAMSOE,
                purpose="At udvikle besøg over skærm hos borgere på Samsø.",
                purpose_class=PurposeClass.DEVELOPMENT,
                when=OnDay(day="2026-08-31"),
                amount_oere=HELD_OERE,
                theme="digitale-loesninger",
                from_on="2026-12-01",
                ceases_on="2027-06-01",
            ),
        ),
        (SAMSOE_APPLIES, evaluated("Hvad borgerne får ud af besøgene", "Samsø Kommune", "2027-05-15")),
        (SAMSOE_APPLIES, vouched("director-samsoe")),
    ),
)

# --- what the directors decide ---

DAY = "2026-09-22"
FOLLOWS_THE_YEAR = "Modellen gælder fortsat. Det, der søges om nu, skal begynde i 2026."
IS_GRANTED = "Udvalget for den ældre borger får 200.000 kr. til hjemmebesøg efter udskrivelsen."
IS_HELD = "150.000 kr. holdes til Samsø Kommune, indtil den nationale aftale om besøg over skærm er indgået."


def at(clock: str, command: Command, by: str = "secretary-aarhus", to: str = AARHUS_AUTUMN) -> Step:
    return Step(
        at=moment(DAY, clock), by=by, to=to, command=command, if_match=4 if isinstance(command, Publish) else None
    )


def decided(item: str, decision: str, outcome: PlainOutcome, text: str) -> RecordDecision:
    return RecordDecision(item=item, decision=decision, outcome=Plain(outcome=outcome), text=text)


MET = (
    at(
        "08:00:00",
        Call(
            body=DIRECTORS,
            form=Form.VIRTUAL,
            place="Virtuelt via linket i indkaldelsen",
            starts_at=f"{DAY}T12:00:00Z",
            ends_at=f"{DAY}T13:00:00Z",
        ),
    ),
    at("08:01:00", AddItem(item=RULES, number="1", title="Kriterierne i 2026")),
    at("08:02:00", AddItem(item=MONEY, number="2", title="To ansøgninger til de fælles klyngemidler")),
    at("14:00:00", Open(led_by=CAST["director-aarhus"]), "director-aarhus"),
    at("14:01:00", TakeUpItem(item=RULES), "director-aarhus"),
    at("14:10:00", decided(RULES, "1", PlainOutcome.DECIDED, FOLLOWS_THE_YEAR)),
    at("14:11:00", SettleItem(item=RULES)),
    at("14:12:00", TakeUpItem(item=MONEY), "director-aarhus"),
    at("14:25:00", decided(MONEY, "2", PlainOutcome.APPROVED, IS_GRANTED)),
    at("14:40:00", decided(MONEY, "3", PlainOutcome.APPROVED, IS_HELD)),
    at("14:41:00", SettleItem(item=MONEY)),
    at("14:45:00", Adjourn(), "director-aarhus"),
    at(
        "15:00:00",
        Draft(
            meeting=AARHUS_AUTUMN,
            texts=(
                ItemText(item=RULES, text=FOLLOWS_THE_YEAR),
                ItemText(item=MONEY, text=f"{IS_GRANTED} {IS_HELD}"),
            ),
        ),
        to=AARHUS_AUTUMN_MINUTES,
    ),
    at("15:01:00", Circulate(answer_by=DAY), to=AARHUS_AUTUMN_MINUTES),
    at("16:00:00", Publish(), "director-aarhus", AARHUS_AUTUMN_MINUTES),
)

# --- what is booked ---


def earmarked_for_committee() -> Earmark:
    """Two people are needed, since no threshold is set; once the second has confirmed, it is granted."""
    return Earmark(
        earmark="p9",
        application=COMMITTEE_APPLIES,
        year=2023,
        amount_oere=GRANTED_OERE,
        to_party=AARHUS,
        purpose="Hjemmebesøg efter udskrivelsen.",
        decisions=(COMMITTEE_GETS,),
    )


def earmarked_for_samsoe() -> Earmark:
    """It waits for the agreement besides."""
    return Earmark(
        earmark="e7",
        application=SAMSOE_APPLIES,
        year=2023,
        amount_oere=HELD_OERE,
        to_party=SAMSOE,
        purpose="Besøg over skærm.",
        decisions=(SAMSOE_MAY_GET,),
        opens=(
            OpenCondition(
                condition=VISITS_AGREED,
                awaits=LawOrAgreement(title="National aftale om besøg over skærm", words="Aftalen er indgået."),
                blocks=(EarmarkBlocked(fund=FUND, earmark="e7"),),
                words="Den nationale aftale om besøg over skærm skal være indgået.",
            ),
        ),
    )


def first_part() -> PayWish:
    return PayWish(
        allocation="p9", amount_oere=FIRST_PART_OERE, to_party=AARHUS, booked_on="2026-10-20", voucher="2026-094"
    )


BOOKED = (
    *in_turn(
        "2026-09-24",
        "10",
        AS_THE_STORY_LEFT_IT,
        (
            "secretary-aarhus",
            SetCriteria(
                criteria=(EvaluationRequired(), StartsIn(year=2026), ThemeOrCommitteePilot()), decisions=(CRITERIA,)
            ),
            1,
        ),
        ("registrar-aarhus", earmarked_for_committee(), 1),
        ("confirmer-aarhus", Confirm(of="p9"), 2),
        ("registrar-aarhus", earmarked_for_samsoe(), 1),
        ("confirmer-aarhus", Confirm(of="e7"), 1),
    ),
    *in_turn(
        "2026-10-20",
        "10",
        AS_THE_STORY_LEFT_IT + 6,
        ("registrar-aarhus", Register(registration="p9-094", wish=first_part()), 1),
        ("confirmer-aarhus", Confirm(of="p9-094"), 2),
    ),
)
GRANTED = (*APPLIED, *MET, *BOOKED)

# --- what does not come ---

FREED = sitting(
    "secretary-aarhus",
    "2026-11-24",
    "09:00:00",
    (
        NO_AGREEMENT,
        File(
            subject="Opdigtet eksempel: der kommer ingen national aftale om besøg over skærm",
            direction=Direction.IN,
            dated=DateNotStated(),
        ),
    ),
    (VISITS_AGREED, Resolve(proof=ByDocument(document=NO_AGREEMENT, words="Aftalen er opgivet."), met=False)),
    (SAMSOE_APPLIES, Withdraw(reason="Uden aftalen kan besøgene ikke begynde.")),
)
"""The condition fails, so the money is free again of itself; Samsø then applies no longer."""

AFTER_GRANTS = AS_THE_STORY_LEFT_IT + 10
"""Events of the fund when all of this is told: nine that are entered, and the one that sets the money free."""

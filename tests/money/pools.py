"""Pools to race for, prepared in a real log: each has room for so many grants, and more applications than that."""

from domain import application, document, fund, mandate, meeting
from domain.applications import PurposeClass
from domain.attesting import AddEvaluation, Attest
from domain.claims import DateNotStated, OnDay
from domain.criteria import NotOperation, NotOwnStaff
from domain.decided import Cited, Taken
from domain.document import Direction
from domain.evaluation import EvaluationPlan
from domain.fund.allocations import Allocate
from domain.fund.grants import ReceiveGrant
from domain.fund.rules import NameOfficer, SetThreshold
from domain.fund.state import FundOffice
from domain.kernel import Command
from domain.mandate import Step
from domain.outcomes import Plain, PlainOutcome
from eventstore.given import Answer
from eventstore.log import Log
from tests.eventstore.world import CHAIR, REGION, SECRETARY, STRATEGIC
from tests.eventstore.writing import carry_out, furnish, given

ONE_GRANT = 1_000
"""Øre."""
YEAR = 2024
OPENED = 2
"""The version of a pool that is opened and has its registrar."""
PAPER = "lillebaelt/document/paper"
MEETING = "lillebaelt/meeting/2024-03-01-strategic"
DECIDED = Taken(meeting=MEETING, decision="1")
CITED = Cited(who="Klyngen", on=DateNotStated(), words="Et papir", document=PAPER)
REGISTRAR = CHAIR
"""Chairs, and names herself: who registers is not what is raced about."""

Wish = tuple[str, str, Command]


def pool(number: int) -> str:
    return f"lillebaelt/fund/pulje-{number}"


def application_to(number: int, attempt: int) -> str:
    return f"lillebaelt/application/p{number}-a{attempt}"


def prepare(kept_log: Log, pools: int, attempts: int, room: int) -> None:
    """The small world of `tests.eventstore.world`; one decision; pools, and those who apply to them."""
    furnish(kept_log)
    _given(kept_log, _deciding())
    for number in range(pools):
        _given(kept_log, _opening(number))
        _given(kept_log, [_threshold(number)], if_match=OPENED)
        _given(kept_log, [_money(number, room)], if_match=OPENED + 1)
        _given(kept_log, [each for attempt in range(attempts) for each in _applying(number, attempt)])


def _given(kept_log: Log, wishes: list[Wish], **more: int) -> None:
    outcomes = carry_out(kept_log, *(given(*wish, **more) for wish in wishes))  # type: ignore[arg-type]
    assert all(isinstance(each, Answer) for each in outcomes), outcomes


def _deciding() -> list[Wish]:
    step = Step(step="disponere", body=STRATEGIC, binding=True)
    outcome = Plain(outcome=PlainOutcome.DECIDED)
    return [
        (SECRETARY, PAPER, document.File(subject="Et papir", direction=Direction.INTERNAL, dated=DateNotStated())),
        (
            SECRETARY,
            "lillebaelt/mandate/joint-funds",
            mandate.SetPath(subject="klyngemidler", steps=(step,), source=CITED),
        ),
        (
            SECRETARY,
            MEETING,
            meeting.call.RegisterAfterwards(body=STRATEGIC, held=OnDay(day="2024-03-01"), document=PAPER),
        ),
        (SECRETARY, MEETING, meeting.agenda.AddItem(item="puljen", number="1", title="Puljen")),
        (SECRETARY, MEETING, meeting.decision.RecordDecision(item="puljen", decision="1", outcome=outcome, text="Ja.")),
    ]


def _opening(number: int) -> list[Wish]:
    officer = NameOfficer(person=REGISTRAR, office=FundOffice.REGISTRAR, from_on="2024-01-01")
    return [(SECRETARY, pool(number), fund.Open(name=f"Pulje {number}")), (CHAIR, pool(number), officer)]


def _threshold(number: int) -> Wish:
    """One alone grants what is below it."""
    return CHAIR, pool(number), SetThreshold(amount_oere=10**9, decision=DECIDED)


def _money(number: int, room: int) -> Wish:
    """For so many grants, and an øre too little for one more."""
    oere = room * ONE_GRANT + ONE_GRANT - 1
    grant = ReceiveGrant(year=YEAR, amount_oere=oere, from_party=REGION, booked_on="2024-01-02", source=CITED)
    return REGISTRAR, pool(number), grant


def _applying(number: int, attempt: int) -> list[Wish]:
    stream = application_to(number, attempt)
    plan = EvaluationPlan(what="Virker det?", who="Regionen", due=DateNotStated())
    applied = application.Submit(
        fund=pool(number),
        applicant=REGION,
        purpose="Et forsøg",
        purpose_class=PurposeClass.TRIAL,
        when=DateNotStated(),
        from_on="2024-04-01",
        ceases_on="2025-01-01",
    )
    return [
        (SECRETARY, stream, applied),
        (SECRETARY, stream, AddEvaluation(evaluation=plan)),
        (SECRETARY, stream, Attest(criteria=(NotOperation(), NotOwnStaff()), person=SECRETARY)),
    ]


def granting(number: int, attempt: int) -> Allocate:
    """One attempt at a pool."""
    return Allocate(
        allocation=f"a{attempt}",
        application=application_to(number, attempt),
        year=YEAR,
        amount_oere=ONE_GRANT,
        to_party=REGION,
        purpose="Et forsøg",
        decisions=(DECIDED,),
    )

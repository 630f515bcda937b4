"""Agreements, conditions, papers, indicators, mandates, audits, proposals and referrals, as far as no story takes them."""

from domain.agreement.ending import ApproveTermination, ProposeTermination
from domain.agreement.parties import Adopt, Begin, Suspend
from domain.agreement.terms import Narrow, Register
from domain.awaited import DayReached, Extent, InitiativeBlocked
from domain.claims import DateNotStated, OnDay
from domain.condition import Open as OpenCondition
from domain.decided import Cited, Taken
from domain.delegation import Delegate, EndDelegation
from domain.document import CorrectStatement, Direction, File, Quote, Withdraw
from domain.effects import ByParty
from domain.indicator.figures import CorrectValue, Report
from domain.indicator.target import Define
from domain.kernel import Command
from domain.mandate import SetPath, Step
from domain.measures import Percent, Unit
from domain.party import AddOrgan
from domain.pathway_audit import FollowUp, HoldAudit, Learn, Plan
from domain.proposal.approval import Budget
from domain.proposal.approval import Withdraw as WithdrawProposal
from domain.proposal.coming import Receive
from domain.proposal.fate import Park, Rank
from domain.referral.answering import Decline, Remind
from domain.referral.answering import Withdraw as WithdrawReferral
from domain.referral.asking import Send
from domain.text import Text
from stories.lillebaelt_2024_04_09.cast import KOLDING, REGION
from stories.lillebaelt_2024_04_09.names import (
    COORDINATING,
    JOINT_FUNDS,
    MIDDELFART_PROJECT,
    PAPER,
    POLITICAL,
    POLITICAL_2024,
    STRATEGIC,
)
from tests.fuzz.prepared.given import Given, each

AGREEMENTS = "lillebaelt/mandate/agreements"
AGREEMENT = "lillebaelt/agreement/proeve"
DOCUMENT, WITHDRAWN = "lillebaelt/document/proeve", "lillebaelt/document/proeve-2"
INDICATOR = "lillebaelt/indicator/proeve"
AUDIT = "lillebaelt/pathway-audit/proeve"
SECRETARY = "secretary"
SAID: Cited[Text] = Cited(who="Klyngen", on=DateNotStated(), words="Aftalen", document=PAPER)
CHOOSES = Step(step="vælge", body=POLITICAL, binding=True)
FILE = File(subject="Et papir", direction=Direction.INTERNAL, dated=DateNotStated())
RECEIVE = Receive(title="Et tema", text="Et forslag.", when=DateNotStated())
SEND = Send(from_body=STRATEGIC, to_body=POLITICAL, question="Hvad nu?", answer_by="2027-03-01")


def to(kind: str, number: int) -> str:
    return f"lillebaelt/{kind}/proeve-{number}"


def by_secretary(stream: str, *commands: Command) -> tuple[Given, ...]:
    return each(SECRETARY, stream, *commands)


MATTERS = (
    *by_secretary(KOLDING, AddOrgan(organ="byraad", name="Byrådet", adopts=True)),
    *by_secretary(AGREEMENTS, SetPath(subject="samarbejdsaftaler", steps=(CHOOSES,), source=SAID)),
    *by_secretary(
        AGREEMENT,
        Register(title="En aftale", parties=(REGION, KOLDING)),
        Narrow(text="Kun om dagen."),
        Adopt(party=KOLDING, organ="byraad", when=OnDay(day="2026-12-01")),
        Begin(party=KOLDING, begins=OnDay(day="2027-01-01")),
        Suspend(party=KOLDING, ceases_on="2027-02-01", reason="Der mangler folk."),
        ProposeTermination(proposed_by=ByParty(party=KOLDING), reason="Den er forældet."),
        ApproveTermination(source=Taken(meeting=POLITICAL_2024, decision="1"), ceases_on="2027-12-31"),
    ),
    *by_secretary(
        to("condition", 1),
        OpenCondition(
            awaits=DayReached(day="2027-06-01"),
            blocks=(InitiativeBlocked(initiative=MIDDELFART_PROJECT, extent=Extent.PLANNING),),
            words="Når dagen kommer.",
            document=PAPER,
        ),
    ),
    *by_secretary(
        DOCUMENT,
        FILE,
        Quote(number="1", locator="s. 1", words="den 1. februar", claim=OnDay(day="2027-02-01")),
        CorrectStatement(number="1", claim=OnDay(day="2027-02-02"), reason="Papiret er rettet."),
    ),
    *by_secretary(WITHDRAWN, FILE, Withdraw(reason="Det hører til en anden sag.")),
    *by_secretary(
        INDICATOR,
        Define(name="Rygestop", definition="Andel, der er stoppet.", unit=Unit.PERCENT),
        Report(period="2026-12", value=Percent(bp=10)),
        CorrectValue(period="2026-12", reason="Talt om.", value=Percent(bp=11)),
    ),
    *by_secretary(
        JOINT_FUNDS,
        Delegate(step="indstille", from_body=STRATEGIC, to_body=COORDINATING, source=SAID),
        EndDelegation(step="indstille", to_body=COORDINATING, ceases_on="2027-03-01", source=SAID),
    ),
    *by_secretary(
        AUDIT,
        Plan(subject="Udskrivelser", by_body=STRATEGIC),
        HoldAudit(when=OnDay(day="2027-01-11"), courses=12),
        Learn(point="Aftal hjemmebesøg tidligere.", to_body=STRATEGIC),
        FollowUp(text="Det gør alle nu."),
    ),
    *by_secretary(to("proposal", 1), RECEIVE, Rank(by_body=COORDINATING, order=1), Park(reason="Der er ingen penge.")),
    *by_secretary(to("proposal", 2), RECEIVE, WithdrawProposal(reason="Vi gør det selv.")),
    *by_secretary("lillebaelt/proposal/traening", Budget(amount_oere=1_000_000, document=PAPER)),
    *by_secretary(to("referral", 1), SEND, Remind(answer_by="2027-04-01"), Decline(reason="Det er ikke vores.")),
    *by_secretary(to("referral", 2), SEND, WithdrawReferral(reason="Det er afgjort.")),
)

"""A fund of which money is granted, paid, paid back and reversed; an earmark that is reduced and let go; a key that ends."""

from typing import Any

from domain.application import Submit
from domain.applications import PurposeClass
from domain.attesting import AddEvaluation, Attest
from domain.awaited import EarmarkBlocked, LawOrAgreement
from domain.claims import DateNotStated, OnDay
from domain.criteria import NotOperation, NotOwnStaff
from domain.decided import Cited, Taken
from domain.document import Direction, File
from domain.effects import OpenCondition
from domain.evaluation import EvaluationPlan
from domain.financing_key import Agree, End
from domain.fund import (
    Allocate,
    CloseAllocation,
    CloseYear,
    Earmark,
    NameOfficer,
    Open,
    Pay,
    ReceiveGrant,
    Reduce,
    Release,
    Repay,
    Reverse,
    SetThreshold,
    Why,
)
from domain.fund.state import FundOffice
from domain.kernel import Command
from domain.shares import Share
from domain.text import Text
from stories.lillebaelt_2024_04_09.cast import CAST, KOLDING, REGION
from stories.lillebaelt_2024_04_09.names import PAPER, POLITICAL_2024
from tests.fuzz.prepared.given import Given, each
from tests.fuzz.prepared.meetings import MEETING

FUND = "lillebaelt/fund/proeve"
EVALUATION = "lillebaelt/document/proeve-evaluering"
KEY = "lillebaelt/financing-key/proeve"
YEAR, KRONE = 2027, 100
CHAIR, SECRETARY, REGISTRAR = "co-chair-region", "secretary", "chief-kolding"
CHOSEN, APPROVED = Taken(meeting=POLITICAL_2024, decision="1"), Taken(meeting=MEETING, decision="1")
"""Of the political level, which chooses, and of the strategic level, which approves at last."""
AGREED: Cited[Text] = Cited(who="Staten", on=DateNotStated(), words="Aftalen", document=PAPER)
TERMS: dict[str, Any] = {
    "year": YEAR,
    "amount_oere": 10_000 * KRONE,
    "to_party": KOLDING,
    "purpose": "Træning i to byer.",
    "decisions": (CHOSEN, APPROVED),
}

AWAITED: OpenCondition[Text] = OpenCondition(
    condition="lillebaelt/condition/proeve-midler",
    awaits=LawOrAgreement(title="En national aftale", words="Aftalen er indgået."),
    blocks=(EarmarkBlocked(fund=FUND, earmark="e1"),),
    words="Den nationale aftale skal være indgået.",
)
REPAID = 10
"""The number of the repayment in the stream of the fund."""


def applied(application: str) -> tuple[Given, ...]:
    """A complete application."""
    return each(
        SECRETARY,
        application,
        Submit(
            fund=FUND,
            applicant=KOLDING,
            purpose="At prøve træning i to byer.",
            purpose_class=PurposeClass.TRIAL,
            when=OnDay(day="2027-01-10"),
            amount_oere=10_000 * KRONE,
            from_on="2027-01-20",
            ceases_on="2028-01-01",
        ),
        AddEvaluation(evaluation=EvaluationPlan(what="Virker det?", who="Kommunen", due=DateNotStated())),
        Attest(criteria=(NotOperation(), NotOwnStaff()), person=CAST["kolding"]),
    )


TO_HOLD, TO_GRANT = "lillebaelt/application/proeve-1", "lillebaelt/application/proeve-2"


def paid(command: type[Command], amount_oere: int, **party: Any) -> Command:
    return command(allocation="a1", amount_oere=amount_oere, booked_on="2027-01-12", voucher="b1", **party)


MONEY = (
    *each(SECRETARY, EVALUATION, File(subject="Evaluering", direction=Direction.INTERNAL, dated=DateNotStated())),
    *each(SECRETARY, FUND, Open(name="Prøvepulje")),
    *each(
        CHAIR,
        FUND,
        NameOfficer(person=CAST[REGISTRAR], office=FundOffice.REGISTRAR, from_on="2027-01-01"),
        SetThreshold(amount_oere=1_000_000 * KRONE, decision=CHOSEN),
    ),
    *applied(TO_HOLD),
    *applied(TO_GRANT),
    *each(
        REGISTRAR,
        FUND,
        ReceiveGrant(year=YEAR, amount_oere=50_000 * KRONE, from_party=REGION, booked_on="2027-01-02", source=AGREED),
        Earmark(earmark="e1", application=TO_HOLD, opens=(AWAITED,), **TERMS),
        Reduce(earmark="e1", amount_oere=1_000 * KRONE, decision=APPROVED),
        Release(earmark="e1", why=Why.WAIVED, decision=APPROVED),
        Allocate(allocation="a1", application=TO_GRANT, **TERMS),
        paid(Pay, 4_000 * KRONE, to_party=KOLDING),
        paid(Repay, 1_000 * KRONE, from_party=KOLDING),
        Reverse(reverses=REPAID, reason="Bilaget hørte til en anden pulje."),
        CloseAllocation(allocation="a1", year=YEAR, document=EVALUATION),
        CloseYear(year=YEAR - 1),
    ),
    *each(
        SECRETARY,
        KEY,
        Agree(
            whole=2,
            shares=(Share(party=REGION, weight=1), Share(party=KOLDING, weight=1)),
            source=AGREED,
            in_force_from_on="2027-01-01",
        ),
        End(ceases_on="2027-02-01", source=AGREED),
    ),
)

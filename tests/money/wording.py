"""Wording: what a step says, as the command that the record is given; and what the record says against it, as the oracle would."""

from typing import Any

from domain.awaited import ByDecision, DecisionOf, EarmarkBlocked
from domain.claims import DateNotStated
from domain.condition import Resolve
from domain.decided import Cited, Taken
from domain.effects import OpenCondition
from domain.fund.allocations import Allocate, CloseAllocation
from domain.fund.books import AssertBalance, CloseYear
from domain.fund.earmarks import Earmark
from domain.fund.grants import CarryOver, ReceiveGrant, ShareContribution
from domain.fund.payments import Pay, Repay
from domain.fund.registration import Confirm, Register
from domain.fund.releasing import Release, Why
from domain.fund.resolving import Reduce
from domain.fund.reversing import Reverse
from domain.fund.winding import Residual, WindUp
from domain.fund.wishes import CloseYearWish, OpenWithWish, PayWish, ReverseWish
from domain.kernel import Command
from domain.shares import Share
from tests.domain.world import (
    FUND,
    KOLDING,
    PAPER,
    POLITICAL,
    REGION,
    STRATEGIC,
)
from tests.money.by_hand import Dict

REGISTRAR, CONFIRMER, NEITHER = (f"dk/person/{name}" for name in ("registrar", "confirmer", "neither"))
COMMITTEE = "lillebaelt/body/committee"
EVALUATION = "lillebaelt/document/evaluering"
KEY = "lillebaelt/financing-key/projekter"
BODIES = {"political": POLITICAL, "strategic": STRATEGIC}
MEETINGS = {each: f"lillebaelt/meeting/{each}" for each in BODIES}
"""One of each body, that never ends: its decisions are told apart by their names."""
APPLICANTS = {"kolding": KOLDING, "region": REGION, "committee": COMMITTEE}
PROPOSALS = {"godkendt": True, "modtaget": False}
"""Whether it is finally approved."""
SHARES = (
    (Share(party=KOLDING, weight=1), Share(party=REGION, weight=2)),
    (Share(party=REGION, weight=1), Share(party=KOLDING, weight=1)),
)
SOURCE = Cited(who="Ministeriet", on=DateNotStated(), words="Et brev", document=PAPER)


def proposal_of(name: str) -> str:
    return f"lillebaelt/proposal/{name}"


def application_of(name: str) -> str:
    return f"lillebaelt/application/{name}"


def taken(name: str) -> Taken:
    return Taken(meeting=MEETINGS[name.partition("-")[0]], decision=name)


def command_of(step: Dict) -> tuple[str, Command]:
    """Where a step goes, and as which command."""
    if step["do"] == "resolve":
        proof = ByDecision(decision=taken(step["decision"]))
        return f"lillebaelt/condition/{step['condition']}", Resolve(proof=proof, met=step["met"])
    return FUND, COMMAND_OF[step["do"]](step)


def _receive(step: Dict) -> Command:
    return ReceiveGrant(
        year=step["year"],
        amount_oere=step["oere"],
        from_party=REGION,
        booked_on=step["booked_on"],
        source=SOURCE,
    )


def _carry(step: Dict) -> Command:
    return CarryOver(
        from_year=step["year"],
        to_year=step["to_year"],
        amount_oere=step["oere"],
        booked_on=step["booked_on"],
        basis="Aftalen",
        source=SOURCE,
    )


def _share(step: Dict) -> Command:
    decisions = tuple(taken(name) for name in step["decisions"])
    return ShareContribution(total_oere=step["oere"], key=KEY, booked_on=step["booked_on"], decisions=decisions)


def _granting(step: Dict) -> Dict:
    return {
        "application": application_of(step["application"]),
        "year": step["year"],
        "amount_oere": step["oere"],
        "to_party": KOLDING,
        "purpose": "Et forsøg",
        "decisions": tuple(taken(name) for name in step["decisions"]),
        "proposal": None if step["proposal"] is None else proposal_of(step["proposal"]),
        "over_ceiling_reason": "Alle er enige." if step["reason"] else None,
    }


def _earmark(step: Dict) -> Command:
    opens = tuple(
        OpenCondition(
            condition=f"lillebaelt/condition/{condition}",
            awaits=DecisionOf(body=BODIES[awaits], words="deres ja"),
            blocks=(EarmarkBlocked(fund=FUND, earmark=step["name"]),),
            words="Først skal de sige ja.",
        )
        for condition, awaits in step["waits"]
    )
    return Earmark(earmark=step["name"], opens=opens, **_granting(step))


def _pay(step: Dict) -> Command:
    return Pay(
        allocation=step["name"],
        amount_oere=step["oere"],
        to_party=KOLDING,
        booked_on=step["booked_on"],
        voucher="B1",
    )


def _repay(step: Dict) -> Command:
    return Repay(
        allocation=step["name"],
        amount_oere=step["oere"],
        from_party=KOLDING,
        booked_on=step["booked_on"],
        voucher="B2",
    )


def _register(step: Dict) -> Command:
    wish = step["wish"]
    wished: Any
    match wish["do"]:
        case "pay":
            wished = PayWish(
                allocation=wish["name"],
                amount_oere=wish["oere"],
                to_party=KOLDING,
                booked_on=wish["booked_on"],
                voucher="B3",
            )
        case "reverse":
            wished = ReverseWish(reverses=wish["number"], reason="En fejl")
        case "open-with":
            wished = OpenWithWish(
                year=wish["year"],
                amount_oere=wish["oere"],
                source=SOURCE,
                allocation=wish["name"],
                to_party=None if wish["name"] is None else KOLDING,
            )
        case "close-year":
            wished = CloseYearWish(year=wish["year"])
    return Register(registration=step["name"], wish=wished)


def _close_grant(step: Dict) -> Command:
    return CloseAllocation(
        allocation=step["name"],
        year=step["year"],
        document=EVALUATION if step["evaluated"] else None,
    )


def _assert(step: Dict) -> Command:
    return AssertBalance(
        account=step["account"],
        as_of_on=step["as_of"],
        amount_oere=step["oere"],
        document=PAPER,
    )


def _wind_up(step: Dict) -> Command:
    return WindUp(how=Residual.KEY, key=KEY, decisions=tuple(taken(name) for name in step["decisions"]))


COMMAND_OF = {
    "receive": _receive,
    "carry": _carry,
    "share": _share,
    "earmark": _earmark,
    "grant": lambda step: Allocate(allocation=step["name"], **_granting(step)),
    "confirm": lambda step: Confirm(of=step["name"]),
    "reduce": lambda step: Reduce(earmark=step["name"], amount_oere=step["oere"], decision=taken(step["decision"])),
    "release": lambda step: Release(earmark=step["name"], why=Why.WAIVED, decision=taken(step["decision"])),
    "pay": _pay,
    "repay": _repay,
    "close-grant": _close_grant,
    "reverse": lambda step: Reverse(reverses=step["number"], reason="En fejl"),
    "register": _register,
    "assert": _assert,
    "close-year": lambda step: CloseYear(year=step["year"]),
    "wind-up": _wind_up,
}

SAID: dict[str, set[str]] = {
    "fund.year-shut": {"year-shut"},
    "fund.grant-twice": {"grant-twice"},
    "fund.pool-exceeded": {"pool-exceeded"},
    "fund.four-eyes": {"four-eyes"},
    "fund.overdrawn": {"overdrawn"},
    "fund.moved-on": {"overdrawn", "ended"},
    "fund.no-key": {"no-key"},
    "fund.free-left": {"free-left"},
    "fund.difference-open": {"difference-open"},
    "fund.earmarks-open": {"earmarks-open"},
    "fund.allocations-open": {"grants-open"},
    "fund.already-reversed": {"already-reversed"},
    "fund.already-resolved": {"already-resolved"},
    "fund.already-wound-up": {"wound-up"},
    "fund.not-reversible": {"not-reversible"},
    "fund.not-evaluated": {"not-evaluated"},
    "fund.no-evaluation-plan": {"no-evaluation-plan"},
    "fund.application-incomplete": {"incomplete"},
    "fund.application-settled": {"settled"},
    "fund.application-held": {"already-held"},
    "fund.criterion-unmet": {"criterion-unmet"},
    "fund.ceiling-exceeded": {"ceiling-exceeded"},
    "fund.above-about-ceiling": {"above-about-ceiling"},
    "fund.not-approved": {"not-approved"},
    "fund.nothing-awaited": {"nothing-awaited"},
    "fund.allocation-ended": {"ended", "overdrawn", "unknown"},
    "fund.allocation-unknown": {"unknown"},
    "fund.nothing-posted": {"unknown"},
    "fund.nothing-to-confirm": {"already-resolved"},
    "fund.earmark-exists": {"exists"},
    "fund.allocation-exists": {"exists"},
    "fund.registration-exists": {"exists"},
    "condition.already-resolved": {"already-resolved"},
    "condition.proof-mismatch": {"proof-mismatch"},
    "condition.decided-before": {"proof-mismatch"},
    "decision.not-affirmative": {"proof-mismatch", "no-authority", "step-missing"},
    "decision.superseded": {"proof-mismatch", "no-authority", "superseded"},
    "mandate.step-missing": {"step-missing"},
    "mandate.other-body": {"no-authority"},
    "fund.no-decision": {"no-authority"},
    "denied": {"denied"},
}
"""A refusal's code -> what the oracle may call it."""

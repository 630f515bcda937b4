"""The money tables of the domain model to the øre: a conditional earmark, the fund of Aarhus, the end of it (4.1, 4.6, 4.11)."""

from typing import Any

import msgspec
import pytest

from domain.awaited import ByDecision, DecisionOf, EarmarkBlocked
from domain.body import Level
from domain.condition import Resolve
from domain.criteria import EvaluationRequired, StartsIn, ThemeOrCommitteePilot
from domain.effects import OpenCondition
from domain.fund import (
    AllocationClosed,
    CarryOver,
    CloseAllocation,
    Confirm,
    Earmarked,
    HandOver,
    ReceiveGrant,
    Reduce,
    Register,
    Release,
    SetCeiling,
    SetCriteria,
    SetFrames,
    Why,
    WindUp,
)
from domain.fund.accounts import NEVER_BELOW_ZERO, AllocationLeft
from domain.fund.rules import Frame
from domain.fund.state import Applicants, Firmness
from domain.fund.winding import Residual
from domain.fund.wishes import OpenWithWish
from domain.mandate import Step
from tests.domain.money import (
    APPLICATION,
    BASE,
    BY,
    CONFIRMER,
    EVALUATION,
    LAW,
    OTHER_APPLICATION,
    REGISTRAR,
    a_fund,
    allocated,
    applied,
    balances_of,
    done,
    earmark,
    earmarked,
    every_posting,
    granted,
    leg,
    legs,
    paid,
    refused_by,
    submitted,
)
from tests.domain.waiting import C1, C2, LATER, NOT_APPROVED, later
from tests.domain.world import (
    CHOOSES,
    FUND,
    POLITICAL,
    REGION,
    STRATEGIC,
    TODAY,
    Fact,
    body,
    decision,
    discussing,
    path,
    taken,
)
from tests.given import Record, given

COMMITTEE = "lillebaelt/body/udvalg"


# --- domain-model 4.1: the conditional earmark ------------------------------------------------------------------------

APPROVES = Step(step="endeligt godkende", body=STRATEGIC, binding=True)
APPROVAL = "lillebaelt/meeting/approval"


def test_the_conditional_earmark_of_lillebaelt_to_the_oere() -> None:
    """Domain-model 4.1: earmarked, reduced by the political level, granted by the last of the three."""
    record = lillebaelt()
    record.when(Reduce(earmark="e2", amount_oere=20_000_000, decision=taken("1", LATER)), to=FUND)
    record.when(Resolve(proof=ByDecision(decision=taken("1", LATER))), to=C1)
    record.when(Confirm(of="e2"), to=FUND, by=CONFIRMER)
    record.when(Resolve(proof=ByDecision(decision=taken("1", APPROVAL))), to=C2)
    assert [posted for _, posted in every_posting(record)][1:] == [
        legs(fri_2024=-470_000_000, betinget_e2=470_000_000),
        legs(betinget_e2=-20_000_000, fri_2024=20_000_000),
        legs(betinget_e2=-450_000_000, bevilget_e2=450_000_000),
    ]


def test_or_it_falls_and_all_is_free_again() -> None:
    record = lillebaelt(NOT_APPROVED)
    record.when(Resolve(proof=ByDecision(decision=taken("1", LATER)), met=False), to=C1)
    assert [posted for _, posted in every_posting(record)][1:] == [
        legs(fri_2024=-470_000_000, betinget_e2=470_000_000),
        legs(betinget_e2=-470_000_000, fri_2024=470_000_000),
    ]


def lillebaelt(*outcome: Any) -> Record:
    """The choice and the approval are awaited; the money is held with the registrar's own command."""
    approval = *discussing(APPROVAL), decision("1", meeting=APPROVAL, decided_on="2024-03-03")
    both = path(CHOOSES, APPROVES, from_on="2024-02-01")
    record = a_fund(granted(), *applied(), both)
    held = earmark(470_000_000, earmark="e2", decisions=(), opens=(_opens(C1, POLITICAL), _opens(C2, STRATEGIC)))
    (event, *opened) = record.when(held, to=FUND, by=REGISTRAR).recorded
    assert isinstance(event.event, Earmarked)
    assert len(opened) == 2
    for fact in (*later(*outcome), *approval):
        record.happened(*fact)
    return record


def _opens(condition: str, of: str) -> Any:
    blocked = EarmarkBlocked(fund=FUND, earmark="e2")
    return OpenCondition(
        condition=condition, awaits=DecisionOf(body=of, words="et møde"), blocks=(blocked,), words="Først."
    )


# --- domain-model 4.6: Aarhus -----------------------------------------------------------------------------------------


def aarhus() -> Record:
    """Rows 1 to 9: two grants carried together, criteria, a ceiling, frames, what was there before."""
    record = given(*BASE, body(COMMITTEE, "Et udvalg", Level.COMMITTEE))
    frames = (200_000_000, 300_000_000, 100_000_000, *(50_000_000,) * 9)
    opening = OpenWithWish(
        year=2023,
        amount_oere=50_000_000,
        source=LAW,
        allocation="samsoe",
        from_on="2023-10-01",
        ceases_on="2025-01-01",
        gaps=("besluttende forum", "dag", "evalueringsplan"),
    )
    done(
        record,
        (_grant(2022), REGISTRAR),
        (_grant(2023), REGISTRAR),
        (
            CarryOver(
                from_year=2022, to_year=2023, amount_oere=475_727_100, booked_on=TODAY, basis="Aftalen.", source=LAW
            ),
            REGISTRAR,
        ),
        (
            SetCriteria(criteria=(EvaluationRequired(), StartsIn(year=2023), ThemeOrCommitteePilot()), decisions=BY),
            None,
        ),
        (
            SetCeiling(
                applicants=Applicants.COMMITTEE,
                ceiling_oere=50_000_000,
                firmness=Firmness.ABOUT,
                words="op til ca. 0,5 mio. kr.",
                decisions=BY,
            ),
            None,
        ),
        (
            SetFrames(
                frames=tuple(Frame(theme=f"t{n}", frame_oere=oere, words="ca.") for n, oere in enumerate(frames)),
                decisions=BY,
            ),
            None,
        ),
        (Register(registration="samsoe-2023", wish=opening), REGISTRAR),
        (Confirm(of="samsoe-2023"), CONFIRMER),
    )
    return record


def _grant(year: int) -> ReceiveGrant:
    return ReceiveGrant(year=year, amount_oere=475_727_100, from_party=REGION, booked_on=TODAY, source=LAW)


def test_the_fund_of_aarhus_to_the_oere() -> None:
    record = aarhus()
    assert balances_of(record) == {
        "tilskud:2022": -475_727_100,
        "tilskud:2023": -475_727_100,
        "fri:2023": 901_454_200,
        "bevilget:samsoe": 50_000_000,
    }
    (frames,) = [each.event for each in record.recorded if each.event.tag == "fund.frames-set"]
    assert (frames.frames_oere, frames.pool_oere, frames.over_by_oere) == (1_050_000_000, 951_454_200, 98_545_800)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"amount_oere": 901_454_201}, "fund.pool-exceeded"),
        ({"application": OTHER_APPLICATION}, "fund.no-evaluation-plan"),
        ({"amount_oere": 60_000_000}, "fund.above-about-ceiling"),
        ({"from_on": "2024-02-01"}, "fund.criterion-unmet"),
        ({"decisions": (taken("1", LATER),)}, "mandate.step-missing"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_the_fund_of_aarhus_refuses(changed: dict[str, Any], code: str) -> None:
    """Domain-model 4.6, and a decision of the political body instead of those who dispose."""
    record = aarhus()
    facts = (
        *applied(applicant=COMMITTEE, theme="boern", from_on="2023-11-01"),
        submitted(OTHER_APPLICATION, applicant=COMMITTEE),
        *discussing(LATER, POLITICAL),
        decision("1", meeting=LATER),
    )
    for fact in facts:
        record.happened(*fact)
    right = earmark(50_000_000, year=2023)
    record.when(msgspec.structs.replace(right, **changed), to=FUND).refused(code)
    assert record.when(right, to=FUND, by=REGISTRAR).said_no is None
    assert refused_by(record, Confirm(of="e1"), REGISTRAR) == "fund.four-eyes"


# --- domain-model 4.11: the end ---------------------------------------------------------------------------------------


def test_the_end_of_the_fund_of_aarhus_to_the_oere() -> None:
    """Domain-model 4.11, rows 3, 4, 6 and 8: every old balance zero, every sum unchanged."""
    record = end_of_2026()
    assert sum(oere for account, oere in balances_of(record).items() if account.startswith("udbetalt:")) == 58_000_000
    record.when(Release(earmark="e7", why=Why.WAIVED, decision=taken()), to=FUND)
    (closed,) = record.when(CloseAllocation(allocation="samsoe", year=2026, document=EVALUATION), to=FUND).recorded
    assert isinstance(closed.event, AllocationClosed)
    assert closed.event.legs == (leg("bevilget:samsoe", -2_000_000), leg("fri:2026", 2_000_000))
    assert balances_of(record)["fri:2026"] == 873_454_200
    after = "sundhedsraad-x/fund/overtaget"
    handed, taken_over = record.when(HandOver(to_fund=after, effective_on="2027-01-01"), to=FUND).recorded
    assert handed.event.legs == (
        leg("fri:2026", -873_454_200),
        leg("bevilget:p9", -20_000_000),
        leg("part:sundhedsraad-x", 893_454_200),
    )
    assert handed.event.allocations == (
        AllocationLeft(allocation="p9", amount_oere=20_000_000, application=APPLICATION, paid_oere=10_000_000),
        AllocationLeft(allocation="samsoe", amount_oere=0, application=APPLICATION, paid_oere=48_000_000, closed=True),
    )
    assert taken_over.event.legs == (
        leg("tilskud:2027", -893_454_200),
        leg("fri:2027", 873_454_200),
        leg("bevilget:p9", 20_000_000),
    )
    (ended,) = record.when(WindUp(how=Residual.SUCCESSOR, decisions=BY), to=FUND).recorded
    assert ended.event.residual_oere == 0
    left = balances_of(record)
    assert not [account for account in left if account.startswith(NEVER_BELOW_ZERO)]
    assert sum(left.values()) == 0


def end_of_2026() -> Record:
    """Made up on top of 4.6: what stands before the fund is handed over."""
    carried = (leg("tilskud:2022", -475_727_100), leg("tilskud:2023", -475_727_100), leg("fri:2026", 951_454_200))
    facts: list[Fact] = [granted()]
    (stream, grant), samsoe, p9 = facts[0], ("samsoe", 50_000_000, 48_000_000), ("p9", 30_000_000, 10_000_000)
    facts = [(stream, msgspec.structs.replace(grant, legs=carried))]
    for name, oere, out in (samsoe, p9):
        moved = (leg("fri:2026", -oere), leg(f"bevilget:{name}", oere))
        facts += [allocated(oere, allocation=name, legs=moved, year=2026), paid(out, name)]
    held = legs(fri_2026=-15_000_000, betinget_e7=15_000_000)
    facts.append(earmarked(15_000_000, earmark="e7", year=2026, legs=held))
    record = a_fund(*facts)
    assert balances_of(record)["fri:2026"] == 856_454_200
    return record

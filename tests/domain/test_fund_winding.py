"""The end of a fund: what is left goes to a successor, by a key, or back; or all that is open is handed over."""

import msgspec
import pytest

from domain.claims import About
from domain.cluster import ClusterForm
from domain.condition import Resolve
from domain.fund import (
    AnnounceEarmark,
    AssertBalance,
    CloseYear,
    Confirm,
    Ended,
    FundOffice,
    HandedOver,
    HandOver,
    OfficerNamed,
    Open,
    OpenWith,
    ReceiveGrant,
    Register,
    Release,
    TakenOver,
    TakeOver,
    WindUp,
    WoundUp,
)
from domain.fund.accounts import AllocationLeft, PartyAmount
from domain.fund.winding import Residual
from domain.fund.wishes import PayWish
from domain.handing.initiative import HandedOver as MatterHandedOver
from domain.handing_over import heir
from domain.initiative import Adapt
from domain.kernel import Command
from domain.money import OERE_MAX
from domain.text import said
from tests.domain.money import (
    ALONE,
    APPLICANT,
    APPLICATION,
    BY,
    CONFIRMER,
    DISPOSES,
    GRANT,
    KEY,
    LAW,
    MILLION,
    REGISTRAR,
    a_fund,
    agreed,
    allocate,
    allocated,
    balances_of,
    earmarked,
    granted,
    leg,
    paid,
    shut,
    tags,
    told_of,
    with_money,
)
from tests.domain.succession import LILLEBAELT, RAAD, cluster, dissolving, handed
from tests.domain.waiting import C1, EARMARK, POLITICAL_CHOICE, PROOF, announced, later, pending
from tests.domain.world import (
    CHAIR,
    FUND,
    KOLDING,
    PAPER,
    PROJECT,
    REGION,
    SECRETARY,
    STRATEGIC,
    TODAY,
    decision,
    discussing,
    fund,
    path,
    project,
    taken,
)

ABOUT_FIVE: About[str] = About(oere=500_000_000, unit_oere=100_000_000, words="cirka 5 mio.")
BACK = WindUp(how=Residual.PAID_BACK, decisions=BY, to_party=REGION)
NEXT = "sundhedsraad/fund/overtaget"
HAND_OVER = HandOver(to_fund=NEXT, effective_on="2027-01-01")

# --- wound up ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", [Residual.PAID_BACK, Residual.SUCCESSOR])
def test_what_is_left_goes_to_one_party(how: Residual) -> None:
    record = a_fund(granted())
    record.when(msgspec.structs.replace(BACK, how=how), to=FUND, by=CHAIR).then(
        WoundUp(
            residual_oere=GRANT,
            how=how,
            shares=(PartyAmount(party=REGION, amount_oere=GRANT),),
            decisions=BY,
            legs=(leg("fri:2024", -GRANT), leg("part:region", GRANT)),
        )
    )
    assert balances_of(record) == {"tilskud:2024": -GRANT, "part:region": GRANT}


def test_what_is_left_is_shared_by_the_key_of_the_decision() -> None:
    record = a_fund(granted(3), granted(2, 2025), agreed((REGION, 2), (KOLDING, 1)))
    record.when(WindUp(how=Residual.KEY, decisions=BY, key=KEY), to=FUND).then(
        WoundUp(
            residual_oere=5,
            how=Residual.KEY,
            shares=(PartyAmount(party=REGION, amount_oere=3), PartyAmount(party=KOLDING, amount_oere=2)),
            decisions=BY,
            legs=(leg("fri:2024", -3), leg("fri:2025", -2), leg("part:region", 3), leg("part:kolding", 2)),
        )
    )


def test_what_is_left_of_all_years_can_be_written_as_one_amount() -> None:
    """Shared by a key it would else pass unseen, since each share is small enough."""
    record = a_fund(granted(OERE_MAX), granted(1, 2025), agreed((REGION, 1), (KOLDING, 1)))
    by_key = WindUp(how=Residual.KEY, decisions=BY, key=KEY)
    record.when(by_key, to=FUND).refused("fund.too-large", limit_oere=OERE_MAX)


def test_a_fund_with_nothing_left_is_wound_up_all_the_same() -> None:
    record = a_fund()
    record.when(msgspec.structs.replace(BACK, to_party=None), to=FUND).then(
        WoundUp(residual_oere=0, how=Residual.PAID_BACK, shares=(), decisions=BY, legs=())
    )
    assert record.see(FUND) == Ended(accounts={})


def test_a_fund_is_not_wound_up_while_money_is_held() -> None:
    a_fund(granted(), earmarked()).when(BACK, to=FUND).refused("fund.earmarks-open", count=1)


def test_a_fund_is_not_wound_up_while_an_allocation_is_not_used() -> None:
    a_fund(granted(), allocated()).when(BACK, to=FUND).refused("fund.allocations-open", count=1)
    used = a_fund(granted(), allocated(), paid(MILLION))
    assert used.when(BACK, to=FUND).said_no is None


def test_winding_up_is_decided_by_those_who_dispose() -> None:
    record = a_fund(granted())
    record.when(msgspec.structs.replace(BACK, decisions=()), to=FUND).refused(
        "mandate.step-missing", step="disponere", body=STRATEGIC
    )


def test_somebody_gets_what_is_left() -> None:
    record = a_fund(granted())
    for command in (msgspec.structs.replace(BACK, to_party=None), WindUp(how=Residual.KEY, decisions=BY)):
        record.when(command, to=FUND).refused("fund.no-receiver")
    unknown = msgspec.structs.replace(BACK, to_party="dk/party/none")
    record.when(unknown, to=FUND).refused("id.unknown", id="dk/party/none")


@pytest.mark.parametrize("by", [SECRETARY, REGISTRAR])
def test_chairs_alone_wind_up(by: str) -> None:
    a_fund().when(BACK, to=FUND, by=by).denied()


def test_nothing_is_posted_in_a_fund_that_is_wound_up() -> None:
    record = a_fund(announced(C1))
    record.when(BACK, to=FUND)
    grant = ReceiveGrant(year=2024, amount_oere=1, from_party=REGION, booked_on=TODAY, source=LAW)
    for command in (grant, BACK, Release(earmark="e1"), HAND_OVER):
        record.when(command, to=FUND).refused("fund.already-wound-up")
    record.when(Open(name="Igen"), to=FUND).refused("fund.exists")


def test_what_is_resolved_after_the_end_changes_nothing_in_the_fund() -> None:
    record = a_fund(announced(C1), pending(POLITICAL_CHOICE, EARMARK), *later())
    record.when(BACK, to=FUND)
    assert tags(record.when(Resolve(proof=PROOF), to=C1)) == ["condition.fulfilled"]


# --- handed over ------------------------------------------------------------------------------------------------------


def test_all_that_is_open_goes_on_in_another_fund() -> None:
    """Domain-model 4.11: free money and what is left of allocations; every old balance is zero, the sum unchanged."""
    record = a_fund(granted(), allocated(), paid(MILLION - 20), told_of(5, "p9"))
    free, successor = GRANT - MILLION, GRANT - MILLION + 20 + 5
    left = (
        AllocationLeft(allocation="a1", amount_oere=20, application=APPLICATION, paid_oere=MILLION - 20),
        AllocationLeft(allocation="p9", amount_oere=5),
    )
    record.when(HAND_OVER, to=FUND).then(
        HandedOver(
            to_fund=NEXT,
            free_oere=free,
            allocations=left,
            effective_on="2027-01-01",
            legs=(
                leg("fri:2024", -free),
                leg("bevilget:a1", -20),
                leg("bevilget:p9", -5),
                leg("part:sundhedsraad", successor),
            ),
        ),
        (
            NEXT,
            TakenOver(
                from_fund=FUND,
                free_oere=free,
                allocations=left,
                effective_on="2027-01-01",
                legs=(
                    leg("tilskud:2027", -successor),
                    leg("fri:2027", free),
                    leg("bevilget:a1", 20),
                    leg("bevilget:p9", 5),
                ),
                name=said("Klyngemidler"),
            ),
        ),
    )
    assert not {account for account in balances_of(record) if account.startswith(("fri:", "betinget:", "bevilget:"))}
    assert balances_of(record, NEXT)["fri:2027"] == free


def test_whoever_applied_has_no_say_in_paying_out_what_another_fund_took_over() -> None:
    record = with_money(allocated())
    record.when(HAND_OVER, to=FUND)
    for person, office in (
        (REGISTRAR, FundOffice.REGISTRAR),
        (APPLICANT, FundOffice.CONFIRMER),
        (CONFIRMER, FundOffice.CONFIRMER),
    ):
        record.happened(NEXT, OfficerNamed(person=person, office=office, from_on=TODAY))
    wish = PayWish(allocation="a1", amount_oere=MILLION, to_party=KOLDING, booked_on="2027-02-01", voucher="b1")
    record.when(Register(registration="r1", wish=wish), to=NEXT, by=REGISTRAR)
    record.when(Confirm(of="r1"), to=NEXT, by=APPLICANT).refused("fund.four-eyes")
    assert record.when(Confirm(of="r1"), to=NEXT, by=CONFIRMER).said_no is None


@pytest.mark.parametrize(
    "command",
    [
        ReceiveGrant(year=2025, amount_oere=1, from_party=REGION, booked_on=TODAY, source=LAW),
        AnnounceEarmark(earmark="e9", said=ABOUT_FIVE, purpose="Træning", document=PAPER),
        OpenWith(registration="r1", year=2024, amount_oere=1, source=LAW),
        allocate(),
    ],
)
def test_nothing_new_comes_to_a_fund_that_is_handed_over(command: Command) -> None:
    """What would wait there would wait for nothing: conditions turn to the fund that took over."""
    record = with_money(ALONE)
    record.when(HAND_OVER, to=FUND)
    record.when(command, to=FUND).refused("fund.lies-elsewhere", fund=NEXT)


def test_the_books_of_a_fund_that_is_handed_over_are_made_up_all_the_same() -> None:
    record = with_money(ALONE, allocated(), paid(MILLION))
    record.when(HAND_OVER, to=FUND)
    shown = AssertBalance(account="udbetalt:a1", as_of_on=TODAY, amount_oere=MILLION, document=PAPER)
    for command in (shown, CloseYear(year=2024), BACK):
        assert record.when(command, to=FUND).said_no is None


def test_a_fund_that_is_handed_over_is_wound_up_with_nothing_left() -> None:
    record = a_fund(granted(), allocated())
    record.when(HAND_OVER, to=FUND)
    (event,) = record.when(msgspec.structs.replace(BACK, how=Residual.SUCCESSOR), to=FUND).recorded
    assert event.event.residual_oere == 0


def test_a_cluster_that_ceases_hands_its_fund_over_with_every_krone() -> None:
    """The old fund is then wound up with nothing left, and the cluster may end."""
    after = "raad/fund/lillebaelt-klyngemidler"
    money = fund(), granted(), told_of(5, "p9"), path(DISPOSES), *discussing(), decision()
    record = handed(FUND, facts=money, besides=BY)
    assert balances_of(record, after) == {
        "tilskud:2027": -GRANT - 5,
        "fri:2027": GRANT,
        "bevilget:p9": 5,
    }
    assert heir(record.see, FUND) == after
    record.when(WindUp(how=Residual.SUCCESSOR, decisions=BY), to=FUND)
    assert heir(record.see, FUND) == after
    assert balances_of(record) == {"tilskud:2024": -GRANT, "åbning": -5, "part:raad": GRANT + 5}


def test_nothing_is_granted_beyond_the_end_of_the_cluster() -> None:
    ends = cluster(LILLEBAELT, ClusterForm.CLUSTER), cluster(RAAD), dissolving("2025-01-01")
    record = with_money(ALONE, *ends)
    last = allocate(ceases_on="2025-01-01")
    record.when(msgspec.structs.replace(last, ceases_on="2025-01-02"), to=FUND).refused(
        "scope.ceased", cluster=LILLEBAELT, ceases_on="2025-01-01", successor=RAAD
    )
    assert record.when(last, to=FUND).said_no is None


def test_a_matter_that_lies_elsewhere_says_where() -> None:
    after = "lillebaelt/initiative/efter"
    record = a_fund(project(), (PROJECT, MatterHandedOver(successor=after, effective_on=TODAY)))
    adapt = Adapt(text="Følger lokale rammer.", core=(), decision=taken())
    record.when(adapt, to=PROJECT).refused("scope.handed-on", successor=after)


def test_an_empty_fund_is_handed_over_without_a_posting() -> None:
    record = a_fund()
    handed, taken_over = record.when(HAND_OVER, to=FUND).recorded
    assert (handed.event.legs, taken_over.event.legs) == ((), ())


def test_a_fund_is_handed_over_once_and_not_while_money_is_held() -> None:
    record = a_fund()
    record.when(HAND_OVER, to=FUND)
    record.when(HAND_OVER, to=FUND).refused("fund.not-open")
    a_fund(granted(), earmarked()).when(HAND_OVER, to=FUND).refused("fund.earmarks-open", count=1)


def test_one_fund_may_take_over_several_whose_allocations_have_names_of_their_own() -> None:
    other = "lillebaelt/fund/anden"
    record = a_fund(told_of(5, "p9"))
    record.when(HAND_OVER, to=FUND)
    take = TakeOver(from_fund=other, free_oere=7, allocations=(), effective_on="2027-01-01")
    assert record.when(take, to=NEXT).said_no is None
    assert balances_of(record, NEXT) == {"tilskud:2027": -12, "fri:2027": 7, "bevilget:p9": 5}
    twice = msgspec.structs.replace(take, allocations=(AllocationLeft(allocation="p9", amount_oere=1),))
    record.when(twice, to=NEXT).refused("fund.allocation-exists", allocation="p9")


def test_nothing_is_taken_over_into_a_closed_year() -> None:
    take = TakeOver(from_fund=NEXT, free_oere=7, allocations=(), effective_on=TODAY)
    a_fund(ALONE, shut(2024)).when(take, to=FUND).refused("fund.year-shut", year=2024)

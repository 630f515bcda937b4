"""What a fund's page says of its books: what parties pay, years, the accounting system, and the end (domain-model 4.7, 4.11)."""

from typing import Any

from domain.claims import DateNotStated
from domain.decided import Cited
from domain.fund.accounts import AllocationLeft, Leg, PartyAmount
from domain.fund.books import BalanceAsserted, YearClosed
from domain.fund.grants import ContributionShared, NoGrantNoted
from domain.fund.payments import Repaid
from domain.fund.registration import RegistrationMade, SecondPersonConfirmed
from domain.fund.winding import HandedOver, Residual, TakenOver, WoundUp
from domain.fund.wishes import PayWish
from domain.text import said
from projections.front import FRONT
from projections.fund import FUND_VIEW
from tests.projections.told import recorded, rows
from tests.projections.two_funds import AARHUS, FUND, OPENED, PAPER, SAMSOE, balances, fund, postings, told

# --- parties, years, books --------------------------------------------------------------------------------------------


def test_what_parties_share_is_posted_as_it_was_split() -> None:
    parts = {
        "rebild-kommune": 12_345_679,
        "vesthimmerlands-kommune": 18_518_518,
        "mariagerfjord-kommune": 18_518_518,
        "region-nordjylland": 74_074_074,
    }
    shared = fund(
        ContributionShared(
            total_oere=123_456_789,
            key="syd/financing-key/projekter",
            version=1,
            shares=tuple(PartyAmount(party=f"dk/party/{name}", amount_oere=oere) for name, oere in parts.items()),
            booked_on="2021-05-01",
            decisions=(),
            legs=(
                *(Leg(account=f"part:{name}", amount_oere=-oere) for name, oere in parts.items()),
                Leg(account="fri:2021", amount_oere=123_456_789),
            ),
        )
    )
    kept = told(OPENED, shared)
    region = kept["account/part%3Aregion-nordjylland"]
    assert (region.party, region.balance_oere) == ("dk/party/region-nordjylland", -74_074_074)
    (posting,) = postings(kept)
    assert (posting.key, posting.key_version, posting.amount_oere) == ("syd/financing-key/projekter", 1, 123_456_789)
    assert kept["fund"].free_oere == 123_456_789


def test_a_year_tells_its_grant_what_is_free_and_whether_it_is_closed() -> None:
    kept = told(*AARHUS)
    assert (kept["year/2022"].granted_oere, kept["year/2022"].free_oere) == (475_727_100, 0)
    closed = told(*AARHUS, fund(YearClosed(year=2022, balances=())))["year/2022"]
    assert (closed.state, closed.closed_at) == ("closed", 6)


def test_a_year_for_which_no_grant_is_given_says_so_with_its_source() -> None:
    source = Cited(who=said("Regeringen"), on=DateNotStated(), words=said("Ingen klyngemidler"), document=PAPER)
    year = told(OPENED, fund(NoGrantNoted(year=2024, source=source)))["year/2024"]
    assert (year.no_grant, year.granted_oere, year.document) == (True, 0, PAPER)


def test_what_the_accounting_system_says_is_shown_with_the_difference_and_adjusts_nothing() -> None:
    asserted = fund(
        BalanceAsserted(
            account="fri:2023", as_of_on="2023-12-31", amount_oere=901_454_300, difference_oere=100, document=PAPER
        )
    )
    kept = told(*AARHUS, asserted)
    (row,) = [row for key, row in kept.items() if key.startswith("assertion/")]
    assert (row.account, row.amount_oere, row.difference_oere) == ("fri:2023", 901_454_300, 100)
    assert balances(kept)["fri:2023"] == 901_454_200


def test_what_one_person_registered_waits_until_another_confirms_it() -> None:
    wish = PayWish(allocation="e2", amount_oere=100, to_party=SAMSOE, booked_on="2024-09-02", voucher="B-1")
    made = fund(RegistrationMade(registration="r1", wish=wish, registered_by="dk/person/registrar"))
    row = told(OPENED, made)["registration/r1"]
    assert (row.wish, row.state, row.amount_oere, row.registered_by) == ("pay", "waiting", 100, "dk/person/registrar")
    assert told(OPENED, made, fund(SecondPersonConfirmed(of="r1")))["registration/r1"].state == "confirmed"


# --- the end ----------------------------------------------------------------------------------------------------------


def test_a_fund_that_is_handed_over_is_empty_and_names_its_successor() -> None:
    successor = "sundhedsraad-x/fund/overtaget"
    handed = fund(
        HandedOver(
            to_fund=successor,
            free_oere=901_454_200,
            allocations=(AllocationLeft(allocation="samsoe", amount_oere=50_000_000),),
            effective_on="2027-01-01",
            legs=(
                Leg(account="fri:2023", amount_oere=-901_454_200),
                Leg(account="bevilget:samsoe", amount_oere=-50_000_000),
                Leg(account="part:sundhedsraad-x", amount_oere=951_454_200),
            ),
        )
    )
    kept = told(*AARHUS, handed)
    row = kept["fund"]
    assert (row.state, row.successor, row.free_oere, row.allocated_oere, row.all_accounts_oere) == (
        "handed-over",
        successor,
        0,
        0,
        0,
    )
    assert kept["allocation/samsoe"].state == "handed-over"
    assert [key for key in rows(FRONT, *AARHUS, handed) if key.startswith("fund/")] == []


def test_a_fund_that_took_over_begins_with_what_was_left_and_says_from_where() -> None:
    successor = "sundhedsraad-x/fund/overtaget"
    taken = (
        successor,
        TakenOver(
            from_fund=FUND,
            free_oere=901_454_200,
            allocations=(AllocationLeft(allocation="samsoe", amount_oere=50_000_000),),
            effective_on="2027-01-01",
            name=said("Klyngemidler"),
            legs=(
                Leg(account="tilskud:2027", amount_oere=-951_454_200),
                Leg(account="fri:2027", amount_oere=901_454_200),
                Leg(account="bevilget:samsoe", amount_oere=50_000_000),
            ),
        ),
    )
    kept: dict[str, Any] = {}
    for each in recorded(*AARHUS, taken):
        kept |= FUND_VIEW.evolve(kept.get, each)
    fund_row, allocation = kept[f"{successor}|fund"], kept[f"{successor}|allocation/samsoe"]
    assert (fund_row.name, fund_row.free_oere, fund_row.allocated_oere) == (
        said("Klyngemidler"),
        901_454_200,
        50_000_000,
    )
    assert (allocation.left_oere, allocation.to_party, allocation.taken_from) == (50_000_000, SAMSOE, FUND)
    assert (allocation.opening, allocation.gaps) == (True, ("besluttende forum", "dag", "evalueringsplan"))


def test_what_was_paid_before_is_shown_where_it_may_come_back() -> None:
    """Of an allocation that goes on, and of one that was closed; the postings stand in the earlier fund."""
    successor = "sundhedsraad-x/fund/overtaget"
    left = (
        AllocationLeft(allocation="samsoe", amount_oere=20, paid_oere=80),
        AllocationLeft(allocation="aeldre", amount_oere=0, paid_oere=50, closed=True),
    )
    taken = TakenOver(
        from_fund=FUND,
        free_oere=0,
        allocations=left,
        effective_on="2027-01-01",
        legs=(Leg(account="tilskud:2027", amount_oere=-20), Leg(account="bevilget:samsoe", amount_oere=20)),
        name=said("Klyngemidler"),
    )
    told_again = {"from_party": SAMSOE, "booked_on": "2027-02-01", "voucher": "B-2"}
    to_samsoe = Repaid(
        allocation="samsoe",
        amount_oere=5,
        legs=(Leg(account="tilbagebetalt:samsoe", amount_oere=-5), Leg(account="bevilget:samsoe", amount_oere=5)),
        **told_again,
    )
    to_free = Repaid(
        allocation="aeldre",
        amount_oere=7,
        legs=(Leg(account="tilbagebetalt:aeldre", amount_oere=-7), Leg(account="fri:2027", amount_oere=7)),
        **told_again,
    )
    kept = rows(FUND_VIEW, (successor, taken), (successor, to_samsoe), (successor, to_free))
    goes_on, ended = kept["allocation/samsoe"], kept["allocation/aeldre"]
    assert (goes_on.state, goes_on.amount_oere, goes_on.paid_before_oere) == ("open", 100, 80)
    assert (goes_on.paid_oere, goes_on.left_oere) == (75, 25)
    assert (ended.state, ended.amount_oere, ended.paid_before_oere) == ("closed", 50, 50)
    assert (ended.paid_oere, ended.left_oere) == (43, 0)
    assert (kept["fund"].paid_oere, kept["fund"].free_oere, kept["fund"].all_accounts_oere) == (-12, 7, 0)


def test_an_allocation_that_is_used_up_is_handed_over_without_a_posting() -> None:
    handed = HandedOver(
        to_fund="sundhedsraad-x/fund/overtaget",
        free_oere=0,
        allocations=(AllocationLeft(allocation="samsoe", amount_oere=0, paid_oere=50_000_000),),
        effective_on="2027-01-01",
        legs=(),
    )
    assert told(*AARHUS, fund(handed))["allocation/samsoe"].state == "handed-over"


def test_a_fund_with_nothing_left_is_wound_up_without_a_posting() -> None:
    wound_up = fund(WoundUp(residual_oere=0, how=Residual.SUCCESSOR, shares=(), decisions=(), legs=()))
    kept = told(OPENED, wound_up)
    assert (kept["fund"].state, postings(kept)) == ("wound-up", [])

"""A fund to the øre: accounts, postings with what was left, who decided, what is quoted (domain-model 4.1, 4.6, 4.7, 4.11)."""

from typing import Any

import pytest

from domain.claims import About, DateNotStated, OnDay
from domain.criteria import EvaluationRequired, StartsIn, ThemeOrCommitteePilot
from domain.decided import Cited, Taken
from domain.evaluation import EvaluationPlan
from domain.fund.accounts import AllocationLeft, Leg, Legs, PartyAmount, mirrored, transfer
from domain.fund.allocations import Allocated, AllocationClosed
from domain.fund.announcements import EarmarkAnnounced
from domain.fund.books import BalanceAsserted, YearClosed
from domain.fund.earmarks import Earmarked
from domain.fund.grants import CarriedOver, ContributionShared, GrantReceived, NoGrantNoted
from domain.fund.opening import Opened, OpenedWith
from domain.fund.payments import Paid, Repaid
from domain.fund.registration import RegistrationMade, SecondPersonConfirmed
from domain.fund.releasing import EarmarkReleased, Why
from domain.fund.resolving import ConditionMet, EarmarkReduced
from domain.fund.reversing import Reversed
from domain.fund.rules import CeilingSet, CriteriaSet, Frame, FramesSet
from domain.fund.state import Applicants, Firmness
from domain.fund.winding import HandedOver, Residual, TakenOver, WoundUp
from domain.fund.wishes import PayWish
from domain.kernel import Event
from domain.text import Kept, said
from projections.front import FRONT
from projections.fund import FUND_VIEW
from projections.funds import FUNDS
from projections.reveal import Place
from tests.projections.told import Fact, recorded, rows

FUND = "aarhus/fund/klyngemidler"
REGION, SAMSOE = "dk/party/region-midtjylland", "dk/party/samsoe-kommune"
PAPER = "aarhus/document/handleplan-2024-04"
MEETING = "aarhus/meeting/2023-02-02-directors"
ONE_POOL, THE_MODEL = Taken(meeting=MEETING, decision="1"), Taken(meeting=MEETING, decision="2")
ORDER = Cited(who=said("Sundhedsministeriet"), on=DateNotStated(), words=said("Tilskud til klyngen"))

GRANT_OERE = 475_727_100
POOL_OERE = 951_454_200
SAMSOE_OERE = 50_000_000


def fund(event: Event) -> Fact:
    return FUND, event


def legs_of(fact: Fact) -> Legs:
    """What a fact posted."""
    legs: Legs = fact[1].legs  # type: ignore[attr-defined]
    return legs


def granted(year: int) -> Fact:
    return fund(
        GrantReceived(
            year=year,
            amount_oere=GRANT_OERE,
            from_party=REGION,
            booked_on=f"{year}-01-15",
            source=ORDER,
            legs=transfer(f"tilskud:{year}", f"fri:{year}", GRANT_OERE),
        )
    )


CARRIED = fund(
    CarriedOver(
        from_year=2022,
        to_year=2023,
        amount_oere=GRANT_OERE,
        booked_on="2023-02-03",
        basis=said("Uforbrugte midler"),
        source=ONE_POOL,
        legs=(
            *transfer("fri:2022", "overført:2022>2023", GRANT_OERE),
            *transfer("overført:2022>2023", "fri:2023", GRANT_OERE),
        ),
    )
)
ENTERED = fund(
    OpenedWith(
        year=2023,
        amount_oere=SAMSOE_OERE,
        source=Cited(who=said("Direktørforum"), on=DateNotStated(), words=said("0,5 mio. kr."), document=PAPER),
        allocation="samsoe",
        to_party=SAMSOE,
        from_on="2023-10-01",
        ceases_on="2025-01-01",
        gaps=("besluttende forum", "dag", "evalueringsplan"),
        legs=transfer("fri:2023", "bevilget:samsoe", SAMSOE_OERE),
    )
)
OPENED = fund(Opened(name=said("Klyngemidler")))
AARHUS = (
    OPENED,
    "2022-01-15",
    granted(2022),
    "2023-01-16",
    granted(2023),
    "2023-02-03",
    CARRIED,
    "2024-04-10",
    ENTERED,
)

PLAN = EvaluationPlan[Kept](
    what=said("Effekt"), who=said("Sekretariatet"), due=OnDay[Kept](day="2024-12-31", words=said("ultimo 2024"))
)
APPLICATION = "lillebaelt/application/traening"
C1, C3 = "lillebaelt/condition/c1", "lillebaelt/condition/c3"
CHOSEN, APPROVED = (
    Taken(meeting="lillebaelt/meeting/2024-04-26-political", decision="1"),
    Taken(meeting="lillebaelt/meeting/2024-06-04-strategic", decision="2"),
)
HELD = fund(
    Earmarked(
        earmark="e2",
        application=APPLICATION,
        applicant="dk/party/kolding-kommune",
        year=2024,
        amount_oere=470_000_000,
        to_party="dk/party/kolding-kommune",
        purpose=said("Træning"),
        waits=(C1, C3),
        opens=(),
        second_person=True,
        from_on="2024-08-01",
        ceases_on="2025-08-01",
        evaluation=PLAN,
        decisions=(CHOSEN,),
        registered_by="dk/person/registrar",
        legs=transfer("fri:2024", "betinget:e2", 470_000_000),
    )
)
REDUCED = fund(
    EarmarkReduced(
        earmark="e2",
        amount_oere=20_000_000,
        decision=CHOSEN,
        legs=transfer("betinget:e2", "fri:2024", 20_000_000),
    )
)
MET = (
    fund(ConditionMet(earmark="e2", condition=C1, decision=CHOSEN)),
    fund(ConditionMet(earmark="e2", condition=C3, decision=APPROVED)),
)
CONFIRMED = fund(SecondPersonConfirmed(of="e2"))
ALLOCATED = fund(
    Allocated(
        allocation="e2",
        earmark="e2",
        application=APPLICATION,
        applicant="dk/party/kolding-kommune",
        year=2024,
        amount_oere=450_000_000,
        to_party="dk/party/kolding-kommune",
        purpose=said("Træning"),
        from_on="2024-08-01",
        ceases_on="2025-08-01",
        evaluation=PLAN,
        decisions=(CHOSEN, APPROVED),
        legs=transfer("betinget:e2", "bevilget:e2", 450_000_000),
    )
)
GRANT_2024 = fund(
    GrantReceived(
        year=2024,
        amount_oere=800_000_000,
        from_party=REGION,
        booked_on="2024-01-15",
        source=ORDER,
        legs=transfer("tilskud:2024", "fri:2024", 800_000_000),
    )
)
TWO_PHASES = (OPENED, GRANT_2024, HELD, REDUCED, *MET, CONFIRMED, ALLOCATED)


def told(*facts: str | Fact) -> dict[str, Any]:
    return rows(FUND_VIEW, *facts)


def balances(kept: dict[str, Any]) -> dict[str, int]:
    return {row.account: row.balance_oere for key, row in kept.items() if key.startswith("account/")}


def postings(kept: dict[str, Any]) -> list[Any]:
    found = [row for key, row in kept.items() if key.startswith("posting/")]
    return sorted(found, key=lambda row: int(row.version))


def trail(kept: dict[str, Any], allocation: str) -> list[Any]:
    return [row for key, row in sorted(kept.items()) if key.startswith(f"allocation/{allocation}/step/")]


# --- Aarhus, to the øre -----------------------------------------------------------------------------------------------


def test_the_balances_of_aarhus_are_those_of_the_papers() -> None:
    assert balances(told(*AARHUS)) == {
        "tilskud:2022": -475_727_100,
        "tilskud:2023": -475_727_100,
        "fri:2022": 0,
        "overført:2022>2023": 0,
        "fri:2023": 901_454_200,
        "bevilget:samsoe": 50_000_000,
    }


def test_the_sum_row_holds_what_is_granted_free_held_and_allocated_and_all_accounts_sum_to_zero() -> None:
    row = told(*AARHUS)["fund"]
    assert (row.granted_oere, row.free_oere, row.conditional_oere, row.allocated_oere, row.paid_oere) == (
        951_454_200,
        901_454_200,
        0,
        50_000_000,
        0,
    )
    assert (row.all_accounts_oere, row.position, row.opening) == (0, 5, True)


def test_each_account_says_what_it_is_and_which_posting_moved_it_last() -> None:
    kept = told(*AARHUS)
    free, allocated = kept["account/fri%3A2023"], kept["account/bevilget%3Asamsoe"]
    assert (free.sort, free.part, free.position) == ("free", "2023", 5)
    assert (allocated.sort, allocated.part, allocated.position) == ("allocated", "samsoe", 5)
    assert (kept["account/tilskud%3A2022"].sort, kept["account/tilskud%3A2022"].position) == ("grant", 2)


def test_every_posting_tells_what_was_free_after_it() -> None:
    assert [(each.what, each.free_oere, each.allocated_oere) for each in postings(told(*AARHUS))] == [
        ("grant-received", 475_727_100, 0),
        ("grant-received", 951_454_200, 0),
        ("carried-over", 951_454_200, 0),
        ("opened-with", 901_454_200, 50_000_000),
    ]


def test_every_posting_has_its_legs_and_they_sum_to_zero() -> None:
    for each in (*postings(told(*AARHUS)), *postings(told(*TWO_PHASES))):
        assert len(each.legs) >= 2
        assert sum(leg.amount_oere for leg in each.legs) == 0


def test_a_posting_names_the_decision_behind_it_or_the_words_that_a_paper_cites() -> None:
    grant, _, carried, entered = postings(told(*AARHUS))
    assert carried.decisions == (Place(stream=MEETING, decision="1"),)
    assert (grant.decisions, grant.cited) == ((), said("Tilskud til klyngen"))
    assert (entered.document, entered.cited) == (PAPER, said("0,5 mio. kr."))


def test_every_posting_of_an_allocation_leads_to_the_decisions_behind_it() -> None:
    behind = {each.what: each.decisions for each in postings(told(*TWO_PHASES, PAID, REPAID, CLOSED))}
    both = (
        Place(stream=CHOSEN.meeting, decision="1"),
        Place(stream=APPROVED.meeting, decision="2"),
    )
    assert behind["allocated"] == behind["paid"] == behind["repaid"] == behind["allocation-closed"] == both
    assert behind["earmarked"] == both[:1]


def test_the_plot_has_a_point_for_each_posting_on_its_day() -> None:
    points = [(each.booked_on, each.year, each.free_of_year_oere) for each in postings(told(*AARHUS))]
    assert points == [
        ("2022-01-15", 2022, 475_727_100),
        ("2023-01-15", 2023, 475_727_100),
        ("2023-02-03", 2023, 951_454_200),
        (None, 2023, 901_454_200),
    ]


def test_an_opening_entry_is_marked_with_its_source_and_with_what_the_paper_does_not_tell() -> None:
    kept = told(*AARHUS)
    allocation = kept["allocation/samsoe"]
    for row in (postings(kept)[-1], allocation):
        assert row.opening
        assert row.gaps == ("besluttende forum", "dag", "evalueringsplan")
    assert (allocation.amount_oere, allocation.left_oere, allocation.to_party) == (50_000_000, 50_000_000, SAMSOE)
    assert (allocation.from_on, allocation.ceases_on, allocation.evaluation) == ("2023-10-01", "2025-01-01", None)


# --- rules ------------------------------------------------------------------------------------------------------------

FRAMES = tuple(
    Frame(theme=theme, frame_oere=oere, words=said(words))
    for theme, oere, words in (
        ("boern", 200_000_000, "2,0 mio."),
        ("aeldre", 300_000_000, "3,0 mio."),
        ("psykiatri", 100_000_000, "1,0 mio."),
        *((f"udvalg-{n}", 50_000_000, "0,5 mio.") for n in range(1, 10)),
    )
)
FRAMES_SET = fund(
    FramesSet(
        frames=FRAMES,
        frames_oere=1_050_000_000,
        pool_oere=POOL_OERE,
        over_by_oere=98_545_800,
        decisions=(THE_MODEL,),
    )
)


def test_frames_tell_their_sum_the_pool_and_by_how_much_they_exceed_it() -> None:
    kept = told(*AARHUS[:-2], FRAMES_SET)
    row = kept["frames"]
    assert (row.frames_oere, row.pool_oere, row.over_by_oere) == (1_050_000_000, 951_454_200, 98_545_800)
    assert row.decisions == (Place(stream=MEETING, decision="2"),)
    assert sum(each.frame_oere for key, each in kept.items() if key.startswith("frame/")) == row.frames_oere


def test_frames_hold_no_money() -> None:
    without, with_frames = told(*AARHUS), told(*AARHUS, FRAMES_SET)
    assert balances(with_frames) == balances(without)
    assert with_frames["fund"] == without["fund"]


def test_fewer_frames_leave_none_of_the_earlier_behind() -> None:
    fewer = fund(
        FramesSet(frames=FRAMES[:2], frames_oere=500_000_000, pool_oere=POOL_OERE, over_by_oere=0, decisions=())
    )
    assert [key for key in told(OPENED, FRAMES_SET, fewer) if key.startswith("frame/")] == ["frame/001", "frame/002"]


def test_criteria_and_ceilings_stand_with_the_decisions_that_set_them() -> None:
    criteria = (EvaluationRequired(), StartsIn(year=2023), ThemeOrCommitteePilot())
    ceiling = CeilingSet(
        applicants=Applicants.COMMITTEE,
        ceiling_oere=50_000_000,
        firmness=Firmness.ABOUT,
        words=said("op til ca. 0,5 mio. kr."),
        decisions=(THE_MODEL,),
    )
    kept = told(OPENED, fund(CriteriaSet(criteria=criteria, decisions=(THE_MODEL,))), fund(ceiling))
    found = [row for key, row in sorted(kept.items()) if key.startswith("criterion/")]
    assert [(each.criterion, each.year) for each in found] == [
        ("evaluation-required", None),
        ("starts-in", 2023),
        ("theme-or-committee-pilot", None),
    ]
    row = kept["ceiling/committee"]
    assert (row.ceiling_oere, row.firmness, row.decisions) == (
        50_000_000,
        "about",
        (Place(stream=MEETING, decision="2"),),
    )


def test_fewer_criteria_leave_none_of_the_earlier_behind() -> None:
    more = CriteriaSet(criteria=(EvaluationRequired(), ThemeOrCommitteePilot()), decisions=())
    fewer = CriteriaSet(criteria=(EvaluationRequired(),), decisions=())
    kept = told(OPENED, fund(more), fund(fewer))
    assert [key for key in kept if key.startswith("criterion/")] == ["criterion/001"]


# --- what is quoted ---------------------------------------------------------------------------------------------------

ANNOUNCED = fund(
    EarmarkAnnounced(
        earmark="e2",
        said=About(oere=470_000_000, unit_oere=10_000_000, words=said("cirka 4,7 mio.")),
        purpose=said("Det, der vælges"),
        waits=(C1,),
        opens=(),
        document=PAPER,
    )
)


def test_a_quoted_amount_is_added_to_nothing() -> None:
    kept = told(OPENED, ANNOUNCED)
    earmark = kept["earmark/e2"]
    assert (earmark.state, earmark.quoted_oere, earmark.precision, earmark.amount_oere) == (
        "announced",
        470_000_000,
        "about",
        None,
    )
    assert (balances(kept), postings(kept), kept["fund"].conditional_oere) == ({}, [], 0)


def test_money_that_is_held_later_stands_beside_the_quotation_and_not_in_it() -> None:
    earmark = told(OPENED, GRANT_2024, ANNOUNCED, HELD, REDUCED)["earmark/e2"]
    assert (earmark.state, earmark.quoted_oere, earmark.amount_oere) == ("held", 470_000_000, 450_000_000)


# --- two phases -------------------------------------------------------------------------------------------------------


def test_held_money_is_reduced_and_then_allocated_to_the_oere() -> None:
    figures = [
        (each.what, each.free_oere, each.conditional_oere, each.allocated_oere) for each in postings(told(*TWO_PHASES))
    ]
    assert figures == [
        ("grant-received", 800_000_000, 0, 0),
        ("earmarked", 330_000_000, 470_000_000, 0),
        ("earmark-reduced", 350_000_000, 450_000_000, 0),
        ("allocated", 350_000_000, 0, 450_000_000),
    ]


def test_an_earmark_tells_what_it_still_waits_for() -> None:
    earmark = told(OPENED, GRANT_2024, HELD)["earmark/e2"]
    assert (earmark.state, earmark.waits_for, earmark.waits_for_second_person) == ("held", (C1, C3), True)
    earmark = told(OPENED, GRANT_2024, HELD, MET[0], CONFIRMED)["earmark/e2"]
    assert (earmark.waits_for, earmark.waits_for_second_person) == ((C3,), False)
    assert told(*TWO_PHASES)["earmark/e2"].state == "allocated"


def test_an_earmark_that_is_released_gives_its_money_back() -> None:
    released = fund(
        EarmarkReleased(
            earmark="e2",
            why=Why.FELL,
            condition=C1,
            amount_oere=470_000_000,
            legs=transfer("betinget:e2", "fri:2024", 470_000_000),
        )
    )
    kept = told(OPENED, GRANT_2024, HELD, released)
    assert (kept["earmark/e2"].state, kept["earmark/e2"].why) == ("released", "fell")
    assert (kept["fund"].free_oere, kept["fund"].conditional_oere) == (800_000_000, 0)


PAID = fund(
    Paid(
        allocation="e2",
        amount_oere=300_000_000,
        to_party="dk/party/kolding-kommune",
        booked_on="2024-09-02",
        voucher="B-17",
        legs=transfer("bevilget:e2", "udbetalt:e2", 300_000_000),
    )
)
REPAID = fund(
    Repaid(
        allocation="e2",
        amount_oere=40_000_000,
        from_party="dk/party/kolding-kommune",
        booked_on="2025-03-03",
        voucher="B-18",
        legs=transfer("tilbagebetalt:e2", "bevilget:e2", 40_000_000),
    )
)
CLOSED = fund(
    AllocationClosed(
        allocation="e2",
        document=PAPER,
        unspent_oere=190_000_000,
        year=2024,
        legs=transfer("bevilget:e2", "fri:2024", 190_000_000),
    )
)


def test_an_allocation_tells_what_is_paid_and_what_is_left() -> None:
    row = told(*TWO_PHASES, PAID)["allocation/e2"]
    assert (row.amount_oere, row.paid_oere, row.left_oere) == (450_000_000, 300_000_000, 150_000_000)
    row = told(*TWO_PHASES, PAID, REPAID)["allocation/e2"]
    assert (row.paid_oere, row.left_oere) == (260_000_000, 190_000_000)


def test_an_allocation_that_is_evaluated_is_closed_and_the_rest_is_free_again() -> None:
    kept = told(*TWO_PHASES, PAID, REPAID, CLOSED)
    row = kept["allocation/e2"]
    assert (row.state, row.left_oere, row.unspent_oere, row.evaluated_by) == ("closed", 0, 190_000_000, PAPER)
    assert (kept["fund"].free_oere, kept["fund"].allocated_oere, kept["fund"].paid_oere) == (
        540_000_000,
        0,
        260_000_000,
    )


def test_the_trail_of_a_krone_goes_from_the_application_by_the_decisions_to_the_evaluation() -> None:
    steps = trail(told(*TWO_PHASES, PAID, REPAID, CLOSED), "e2")
    assert [each.what for each in steps] == [
        "applied",
        "decided",
        "earmarked",
        "earmark-reduced",
        "condition-met",
        "condition-met",
        "second-person-confirmed",
        "decided",
        "allocated",
        "paid",
        "repaid",
        "evaluated",
        "allocation-closed",
    ]
    assert steps[0].application == APPLICATION
    assert [each.decision.decision for each in steps if each.what == "decided"] == ["1", "2"]
    assert [each.amount_oere for each in steps if each.what in ("earmarked", "allocated", "paid", "repaid")] == [
        470_000_000,
        450_000_000,
        300_000_000,
        40_000_000,
    ]


def test_a_reversal_names_the_posting_it_mirrors_and_the_posting_names_it() -> None:
    reversed_ = fund(Reversed(reverses=9, reason=said("Forkert konto"), legs=mirrored(legs_of(PAID))))
    kept = told(*TWO_PHASES, PAID, reversed_)
    paid, mirror = kept["posting/9"], kept["posting/10"]
    assert (paid.what, paid.reversed_by, mirror.reverses) == ("paid", 10, 9)
    assert kept["allocation/e2"].left_oere == 450_000_000
    assert trail(kept, "e2")[-1].what == "reversed"


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


# --- the same figures wherever they stand -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "facts", [AARHUS, TWO_PHASES, (*TWO_PHASES, PAID, REPAID, CLOSED)], ids=["aarhus", "held", "closed"]
)
def test_the_list_of_funds_and_the_front_page_hold_the_figures_of_the_fund(facts: tuple[Any, ...]) -> None:
    whole = told(*facts)["fund"]
    listed, front = rows(FUNDS, *facts)["klyngemidler"], rows(FRONT, *facts)["fund/klyngemidler"]
    for figure in ("granted_oere", "free_oere", "conditional_oere", "allocated_oere", "paid_oere", "position"):
        assert getattr(listed, figure) == getattr(whole, figure)
    for figure in ("free_oere", "conditional_oere", "allocated_oere", "position"):
        assert getattr(front, figure) == getattr(whole, figure)


def test_the_list_of_funds_counts_the_earmarks_that_wait() -> None:
    assert rows(FUNDS, OPENED, GRANT_2024, HELD)["klyngemidler"].waiting == 1
    assert rows(FUNDS, *TWO_PHASES)["klyngemidler"].waiting == 0
    assert rows(FUNDS, OPENED, ANNOUNCED)["klyngemidler"].waiting == 0


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


def test_a_fund_with_nothing_left_is_wound_up_without_a_posting() -> None:
    wound_up = fund(WoundUp(residual_oere=0, how=Residual.SUCCESSOR, shares=(), decisions=(), legs=()))
    kept = told(OPENED, wound_up)
    assert (kept["fund"].state, postings(kept)) == ("wound-up", [])


def test_an_allocation_that_was_used_up_is_closed_without_a_posting() -> None:
    paid = fund(
        Paid(
            allocation="e2",
            amount_oere=450_000_000,
            to_party="dk/party/kolding-kommune",
            booked_on="2024-09-02",
            voucher="B-17",
            legs=transfer("bevilget:e2", "udbetalt:e2", 450_000_000),
        )
    )
    closed = fund(AllocationClosed(allocation="e2", document=PAPER, unspent_oere=0, year=2024, legs=()))
    assert told(*TWO_PHASES, paid, closed)["allocation/e2"].state == "closed"


def test_an_allocation_that_was_closed_in_error_is_open_again() -> None:
    taken_back = fund(Reversed(reverses=11, reason=said("For tidligt"), legs=mirrored(legs_of(CLOSED))))
    row = told(*TWO_PHASES, PAID, REPAID, CLOSED, taken_back)["allocation/e2"]
    assert (row.state, row.left_oere, row.unspent_oere, row.evaluated_by) == ("open", 190_000_000, None, None)


def test_an_earmark_that_was_cut_in_error_holds_what_it_held() -> None:
    taken_back = fund(Reversed(reverses=4, reason=said("Forkert"), legs=mirrored(legs_of(REDUCED))))
    row = told(OPENED, GRANT_2024, HELD, REDUCED, taken_back)["earmark/e2"]
    assert (row.state, row.amount_oere) == ("held", 470_000_000)


def test_an_earmark_that_was_posted_in_error_holds_nothing() -> None:
    taken_back = fund(Reversed(reverses=3, reason=said("Forkert"), legs=mirrored(legs_of(HELD))))
    kept = told(OPENED, GRANT_2024, HELD, taken_back)
    assert (kept["earmark/e2"].state, kept["fund"].free_oere) == ("reversed", 800_000_000)
    assert rows(FUNDS, OPENED, GRANT_2024, HELD, taken_back)["klyngemidler"].waiting == 0

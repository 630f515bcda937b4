"""The money of a year, what passes to the next, and what parties pay together by the key of the day."""

import msgspec
import pytest

from domain.claims import Span, Within
from domain.fund import (
    CarriedOver,
    CarryOver,
    ContributionShared,
    GrantReceived,
    NoGrantNoted,
    NoteNoGrant,
    ReceiveGrant,
    ShareContribution,
)
from domain.fund.accounts import PartyAmount
from domain.money import OERE_MAX
from domain.party import PartyKind
from domain.text import said
from tests.domain.money import (
    BASE,
    BY,
    GRANT,
    KEPT_LAW,
    KEY,
    LAW,
    REGISTRAR,
    a_fund,
    agreed,
    balances_of,
    granted,
    leg,
    shut,
)
from tests.domain.world import (
    FUND,
    MEMBER,
    REGION,
    SECRETARY,
    STRATEGIC,
    TODAY,
    Fact,
    decision,
    party,
    reported,
    taken,
)
from tests.given import given

RECEIVE = ReceiveGrant(year=2024, amount_oere=GRANT, from_party=REGION, booked_on=TODAY, source=LAW)
CARRY = CarryOver(
    from_year=2023, to_year=2024, amount_oere=GRANT, booked_on=TODAY, basis="Aftalen siger det.", source=LAW
)
SHARE = ShareContribution(total_oere=123_456_789, key=KEY, booked_on=TODAY, decisions=BY)
REBILD, VESTHIMMERLAND, MARIAGERFJORD, NORD = (
    f"dk/party/{name}" for name in ("rebild", "vesthimmerland", "mariagerfjord", "region-nordjylland")
)
FOUR: tuple[Fact, ...] = tuple(
    party(each, "En part", PartyKind.MUNICIPALITY) for each in (REBILD, VESTHIMMERLAND, MARIAGERFJORD, NORD)
)
SHARES = ((REBILD, 10), (VESTHIMMERLAND, 15), (MARIAGERFJORD, 15), (NORD, 60))

# --- the grant of a year ----------------------------------------------------------------------------------------------


def test_the_registrar_posts_the_grant_of_a_year() -> None:
    record = a_fund()
    record.when(RECEIVE, to=FUND, by=REGISTRAR).then(
        GrantReceived(
            year=2024,
            amount_oere=475_727_100,
            from_party=REGION,
            booked_on=TODAY,
            source=KEPT_LAW,
            legs=(leg("tilskud:2024", -475_727_100), leg("fri:2024", 475_727_100)),
        )
    )
    assert balances_of(record) == {"tilskud:2024": -475_727_100, "fri:2024": 475_727_100}


@pytest.mark.parametrize("by", [SECRETARY, MEMBER])
def test_only_the_registrar_posts(by: str) -> None:
    a_fund().when(RECEIVE, to=FUND, by=by).denied()


def test_a_grant_is_posted_once_a_year() -> None:
    a_fund(granted()).when(RECEIVE, to=FUND).refused("fund.grant-twice", year=2024)


def test_a_grant_comes_from_a_party_and_rests_on_a_paper_on_file() -> None:
    none = msgspec.structs.replace(RECEIVE, from_party="dk/party/none")
    a_fund().when(none, to=FUND).refused("id.unknown", id="dk/party/none")
    unfiled = msgspec.structs.replace(LAW, document="lillebaelt/document/none")
    a_fund().when(msgspec.structs.replace(RECEIVE, source=unfiled), to=FUND).refused("id.unknown")


def test_a_grant_is_not_posted_in_a_closed_year() -> None:
    a_fund(shut(2024)).when(RECEIVE, to=FUND).refused("fund.year-shut", year=2024)
    late = msgspec.structs.replace(RECEIVE, booked_on="2023-12-31")
    a_fund(shut(2023)).when(late, to=FUND).refused("fund.year-shut", year=2023)


def test_no_account_comes_to_more_than_an_amount_can_be() -> None:
    record = a_fund(granted(OERE_MAX), granted(OERE_MAX, 2025))
    record.when(
        CarryOver(from_year=2024, to_year=2025, amount_oere=1, booked_on=TODAY, basis="Aftalen.", source=LAW), to=FUND
    ).refused("fund.too-large", limit_oere=OERE_MAX)


def test_a_year_without_a_grant_is_noted_once() -> None:
    note = NoteNoGrant(year=2024, source=LAW)
    record = a_fund().when(note, to=FUND, by=SECRETARY).then(NoGrantNoted(year=2024, source=KEPT_LAW))
    record.when(note, to=FUND).then()


def test_a_year_whose_grant_is_posted_is_not_without_one() -> None:
    a_fund(granted()).when(NoteNoGrant(year=2024, source=LAW), to=FUND).refused("fund.grant-twice", year=2024)


# --- carried over -----------------------------------------------------------------------------------------------------


def test_free_money_passes_to_a_later_year_by_four_legs() -> None:
    record = a_fund(granted(GRANT, 2023))
    record.when(CARRY, to=FUND, by=REGISTRAR).then(
        CarriedOver(
            from_year=2023,
            to_year=2024,
            amount_oere=475_727_100,
            booked_on=TODAY,
            basis=said("Aftalen siger det."),
            source=KEPT_LAW,
            legs=(
                leg("fri:2023", -475_727_100),
                leg("overført:2023>2024", 475_727_100),
                leg("overført:2023>2024", -475_727_100),
                leg("fri:2024", 475_727_100),
            ),
        )
    )
    assert balances_of(record) == {"tilskud:2023": -475_727_100, "fri:2024": 475_727_100}


def test_no_more_is_carried_over_than_is_free() -> None:
    more = msgspec.structs.replace(CARRY, amount_oere=GRANT + 1)
    record = a_fund(granted(GRANT, 2023))
    record.when(more, to=FUND).refused("fund.pool-exceeded", account="fri:2023", free_oere=GRANT)


@pytest.mark.parametrize("year", [2023, 2024])
def test_nothing_is_carried_out_of_or_into_a_closed_year(year: int) -> None:
    a_fund(granted(GRANT, 2023), shut(year)).when(CARRY, to=FUND).refused("fund.year-shut", year=year)


@pytest.mark.parametrize("to_year", [2022, 2023])
def test_money_is_carried_forward_only(to_year: int) -> None:
    back = msgspec.structs.replace(CARRY, to_year=to_year)
    a_fund(granted(GRANT, 2023)).when(back, to=FUND).refused("fund.not-forward", from_year=2023, to_year=to_year)


# --- shared by a key --------------------------------------------------------------------------------------------------


def test_parties_pay_by_their_key_to_the_oere() -> None:
    """Domain-model 4.7: floors first, then one øre each to the largest remainders."""
    record = a_fund(*FOUR, agreed(*SHARES))
    record.when(SHARE, to=FUND, by=REGISTRAR).then(
        ContributionShared(
            total_oere=123_456_789,
            key=KEY,
            version=1,
            shares=(
                PartyAmount(party=REBILD, amount_oere=12_345_679),
                PartyAmount(party=VESTHIMMERLAND, amount_oere=18_518_518),
                PartyAmount(party=MARIAGERFJORD, amount_oere=18_518_518),
                PartyAmount(party=NORD, amount_oere=74_074_074),
            ),
            booked_on=TODAY,
            decisions=BY,
            legs=(
                leg("part:rebild", -12_345_679),
                leg("part:vesthimmerland", -18_518_518),
                leg("part:mariagerfjord", -18_518_518),
                leg("part:region-nordjylland", -74_074_074),
                leg("fri:2024", 123_456_789),
            ),
        )
    )
    assert sum(balances_of(record).values()) == 0


def test_a_party_that_bears_nothing_has_no_leg() -> None:
    record = a_fund(*FOUR, agreed((REBILD, 1), (NORD, 1)))
    (event,) = record.when(msgspec.structs.replace(SHARE, total_oere=1), to=FUND).recorded
    assert event.event.legs == (leg("part:rebild", -1), leg("fri:2024", 1))


def test_the_key_of_the_day_of_the_decision_counts_not_that_of_the_booking() -> None:
    record = a_fund(*FOUR, agreed(*SHARES), agreed((NORD, 1), version=2, from_on="2024-03-02"))
    later = msgspec.structs.replace(SHARE, booked_on="2024-06-01")
    (event,) = record.when(later, to=FUND, on="2024-06-01").recorded
    assert (event.event.version, len(event.event.shares)) == (1, 4)


def test_without_a_key_on_that_day_nothing_is_shared() -> None:
    record = a_fund(*FOUR, agreed(*SHARES, from_on="2024-03-02"))
    record.when(SHARE, to=FUND).refused("fund.no-key", key=KEY)


def test_a_decision_of_an_uncertain_day_needs_one_key_on_all_of_them() -> None:
    earlier = "lillebaelt/meeting/earlier"
    spring = Within(earliest="2024-02-01", latest="2024-02-29", span=Span.MONTH, words=said("februar"))
    facts = (*reported(earlier, STRATEGIC, spring), decision("1", meeting=earlier, decided_on=None))
    cited = msgspec.structs.replace(SHARE, decisions=(taken("1", earlier),))
    whole = a_fund(*facts, *FOUR, agreed(*SHARES, from_on="2024-02-01"))
    assert whole.when(cited, to=FUND).said_no is None
    half = a_fund(*facts, *FOUR, agreed(*SHARES, from_on="2024-02-15"))
    half.when(cited, to=FUND).refused("fund.no-key", key=KEY)


def test_what_parties_pay_is_decided_by_those_who_dispose() -> None:
    record = a_fund(*FOUR, agreed(*SHARES))
    none = msgspec.structs.replace(SHARE, decisions=())
    record.when(none, to=FUND).refused("mandate.step-missing", step="disponere", body=STRATEGIC)


def test_contributions_are_not_booked_in_a_closed_year() -> None:
    a_fund(*FOUR, agreed(*SHARES), shut(2024)).when(SHARE, to=FUND).refused("fund.year-shut", year=2024)


def test_a_key_is_of_the_own_cluster_and_registered() -> None:
    theirs = msgspec.structs.replace(SHARE, key="aarhus/financing-key/x")
    a_fund(*FOUR).when(theirs, to=FUND).refused("id.unknown")
    record = given(*BASE, *FOUR, ("aarhus/financing-key/x", agreed(*SHARES)[1]))
    record.when(theirs, to=FUND).refused("scope.other")

"""Two funds: Aarhus's, which a paper tells of, and one whose money is held before it is granted; and how their rows are read."""

from typing import Any

from domain.claims import About, DateNotStated, OnDay
from domain.decided import Cited, Taken
from domain.evaluation import EvaluationPlan
from domain.fund.accounts import Legs, transfer
from domain.fund.allocations import Allocated, AllocationClosed
from domain.fund.announcements import EarmarkAnnounced
from domain.fund.earmarks import Earmarked
from domain.fund.grants import CarriedOver, GrantReceived
from domain.fund.opening import Opened, OpenedWith
from domain.fund.payments import Paid, Repaid
from domain.fund.registration import SecondPersonConfirmed
from domain.fund.resolving import ConditionMet, EarmarkReduced
from domain.kernel import Event
from domain.text import Kept, said
from projections.fund import FUND_VIEW
from tests.projections.told import Fact, rows

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

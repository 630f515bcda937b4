"""◇ December 2026: the final books of Aarhus' joint money, and what is left of it goes to the council, to the øre.

The story of Aarhus leaves 9.014.542 kr. free and 500.000 kr. granted to Samsø; the autumn granted 200.000 kr. more. ◇ What
was paid of those, that the free money is carried on to 2026, and that it may pass to a council at all is worked out.
"""

from domain.claims import DateNotStated
from domain.decided import Cited, Taken
from domain.fund import AssertBalance, CarryOver, Confirm, Register, WindUp
from domain.fund.winding import Residual
from domain.fund.wishes import CloseYearWish, PayWish
from stories.aarhus_2024_april.people import SAMSOE
from stories.overdragelse_2027.booking import in_turn
from stories.overdragelse_2027.granted import AFTER_GRANTS
from stories.overdragelse_2027.names import AARHUS_DIRECTORS, AARHUS_PAPER

FREE_OERE, PAID_OERE = 881_454_200, 48_000_000
DISPOSED = Taken(meeting=AARHUS_DIRECTORS, decision="1")


def carried_on() -> CarryOver:
    return CarryOver(
        from_year=2023,
        to_year=2026,
        amount_oere=FREE_OERE,
        booked_on="2026-12-21",
        basis="Midlerne fra 2023 er ikke brugt; de overdrages med klyngen.",
        source=Cited(
            who="Sundhedsklynge Aarhus", on=DateNotStated(), words="Midlerne følger med klyngen", document=AARHUS_PAPER
        ),
    )


def paid() -> PayWish:
    return PayWish(
        allocation="samsoe", amount_oere=PAID_OERE, to_party=SAMSOE, booked_on="2026-12-21", voucher="2026-118"
    )


FINAL_BOOKS = in_turn(
    "2026-12-21",
    "10",
    AFTER_GRANTS,
    ("registrar-aarhus", carried_on(), 1),
    ("registrar-aarhus", Register(registration="samsoe-118", wish=paid()), 1),
    ("confirmer-aarhus", Confirm(of="samsoe-118"), 2),
    ("registrar-aarhus", Register(registration="luk-2022", wish=CloseYearWish(year=2022)), 1),
    ("confirmer-aarhus", Confirm(of="luk-2022"), 2),
    ("registrar-aarhus", Register(registration="luk-2023", wish=CloseYearWish(year=2023)), 1),
    ("confirmer-aarhus", Confirm(of="luk-2023"), 2),
    (
        "registrar-aarhus",
        AssertBalance(account="fri:2026", as_of_on="2026-12-21", amount_oere=FREE_OERE, document=AARHUS_PAPER),
        1,
    ),
)
BOOKED = AFTER_GRANTS + 11
WOUND_UP = in_turn(
    "2026-12-31",
    "13",
    BOOKED + 1,
    ("registrar-aarhus", Register(registration="luk-2026", wish=CloseYearWish(year=2026)), 1),
    ("confirmer-aarhus", Confirm(of="luk-2026"), 2),
    ("chair-aarhus", WindUp(how=Residual.SUCCESSOR, decisions=(DISPOSED,)), 1),
)

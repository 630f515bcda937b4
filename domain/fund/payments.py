"""Payments (udbetalinger): out of an allocation, back to it, and what takes a posting back."""

from domain.dates import Day
from domain.decided import Taken
from domain.fund.accounts import Legs
from domain.kernel import Event
from domain.money import Oere
from domain.names import Label, LocalName, PartyId
from domain.text import Kept

# --- events ---


class Paid(Event, frozen=True, kw_only=True):
    """Money is paid out of an allocation."""

    tag = "fund.paid"
    da = "{amount_oere} er udbetalt til {to_party} af {allocation}, bilag {voucher}."
    en = "{amount_oere} is paid to {to_party} out of {allocation}, voucher {voucher}."

    allocation: LocalName
    amount_oere: Oere
    to_party: PartyId
    booked_on: Day
    voucher: Label
    legs: Legs


class Repaid(Event, frozen=True, kw_only=True):
    """Money that was paid out has come back."""

    tag = "fund.repaid"
    da = "{amount_oere} er betalt tilbage af {from_party} til {allocation}, bilag {voucher}."
    en = "{amount_oere} is paid back by {from_party} to {allocation}, voucher {voucher}."

    allocation: LocalName
    amount_oere: Oere
    from_party: PartyId
    booked_on: Day
    voucher: Label
    legs: Legs


class Reversed(Event, frozen=True, kw_only=True):
    """A posting is taken back, leg for leg. It stays on record."""

    tag = "fund.reversed"
    da = "Hændelse {reverses} er tilbageført[ ved {decision}]: {reason}"
    en = "Event {reverses} is reversed[ by {decision}]: {reason}"

    reverses: int
    """The number of the event in the fund's own stream."""
    reason: Kept
    legs: Legs
    decision: Taken | None = None

"""Payments (udbetalinger): out of an allocation, and back to it."""

import msgspec

from domain.assurance import Assurance
from domain.dates import Day
from domain.fund import accounts
from domain.fund.accounts import Legs, transfer
from domain.fund.checks import (
    require_allocation,
    require_lies_here,
    require_one,
    require_open_allocation,
    require_open_year,
    require_posted,
    year_of,
)
from domain.fund.state import Active, balance, net_paid
from domain.fund.wishes import PayWish
from domain.kernel import Asked, Command, Event, Who, known
from domain.money import Amount, Oere
from domain.names import Label, LocalName, PartyId
from domain.refusal import Reasons, Refused

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


Events = Paid | Repaid


def evolve(state: Active, event: Events) -> Active:
    """All that payments change is balances."""
    return state


# --- commands ---


class Pay(Command, frozen=True, kw_only=True):
    """Udbetal af en bevilling. Fra grænsen for to personer registreres det i stedet og bekræftes af en anden."""

    verb = "pay"
    who = (Who.REGISTRAR,)
    gives = (Paid,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    allocation: LocalName
    amount_oere: Amount
    to_party: PartyId
    booked_on: Day
    voucher: Label


class Repay(Command, frozen=True, kw_only=True):
    """Bogfør, hvad der er betalt tilbage af en bevilling."""

    verb = "repay"
    who = (Who.REGISTRAR,)
    gives = (Repaid,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    allocation: LocalName
    amount_oere: Amount
    from_party: PartyId
    booked_on: Day
    voucher: Label


Commands = Pay | Repay


def decide(command: Commands, state: Active, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, Pay):
        events = pay(PayWish(**msgspec.structs.asdict(command)), state, asked)
        require_one(state, command.amount_oere)
        return events
    return _repay(command, state, asked)


def pay(wish: PayWish, state: Active, asked: Asked) -> tuple[Event, ...]:
    """What an allocation has left may be paid, and no more."""
    known(asked, wish.to_party)
    require_open_allocation(state, wish.allocation)
    account = accounts.granted(wish.allocation)
    left = balance(state, account)
    if wish.amount_oere > left:
        raise Refused("fund.overdrawn", left_oere=left)
    require_open_year(state, year_of(wish.booked_on))
    legs = transfer(account, accounts.paid(wish.allocation), wish.amount_oere)
    return (Paid(legs=require_posted(state, legs), **msgspec.structs.asdict(wish)),)


def _repay(command: Repay, state: Active, asked: Asked) -> tuple[Event, ...]:
    """What comes back may be used again; where the allocation is closed it is free. Whoever paid it, it comes back to the
    fund that the allocation lies in."""
    known(asked, command.from_party)
    allocation = require_allocation(state, command.allocation)
    out = net_paid(state, command.allocation)
    if command.amount_oere > out:
        require_lies_here(state)
        raise Refused("fund.overdrawn", left_oere=out)
    year = year_of(command.booked_on)
    require_open_year(state, year)
    back = accounts.free(year) if allocation.closed else accounts.granted(command.allocation)
    legs = transfer(accounts.repaid(command.allocation), back, command.amount_oere)
    return (Repaid(legs=require_posted(state, legs), **msgspec.structs.asdict(command)),)


REFUSALS: Reasons = {
    "fund.overdrawn": ("Der er kun {left_oere} at tage af.", "There is only {left_oere} to take of."),
}

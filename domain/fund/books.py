"""Books (regnskab): what the accounting system says of an account, and the closing of a year."""

from typing import assert_never

import msgspec

from domain.assurance import Assurance
from domain.dates import Day, Year
from domain.fund import accounts
from domain.fund.accounts import Account, Leg, Legs, is_yearly, of_year
from domain.fund.checks import require_one, require_open_year
from domain.fund.grants import with_books
from domain.fund.state import Active, Assertion, balance
from domain.fund.wishes import CloseYearWish
from domain.kernel import Asked, Command, Event, Who, known, same_scope
from domain.money import OERE_MAX, Oere
from domain.names import DocumentId
from domain.refusal import Reasons, Refused

# --- events ---


class BalanceAsserted(Event, frozen=True, kw_only=True):
    """What the accounting system shows. A difference is shown and never adjusted."""

    tag = "fund.balance-asserted"
    da = "{document} viser {amount_oere} på {account} pr. {as_of_on}; forskel {difference_oere}."
    en = "{document} shows {amount_oere} on {account} as of {as_of_on}; difference {difference_oere}."

    account: Account
    as_of_on: Day
    amount_oere: Oere
    difference_oere: Oere
    """What it shows more than the fund; minus: less."""
    document: DocumentId


class YearClosed(Event, frozen=True, kw_only=True):
    """A year is closed, with every balance as it then stood."""

    tag = "fund.year-closed"
    da = "{year} er lukket: {balances}."
    en = "{year} is closed: {balances}."

    year: Year
    balances: Legs


Events = BalanceAsserted | YearClosed


def evolve(state: Active, event: Events) -> Active:
    match event:
        case BalanceAsserted():
            asserted = Assertion(as_of_on=event.as_of_on, difference_oere=event.difference_oere)
            return msgspec.structs.replace(state, assertions=state.assertions | {event.account: asserted})
        case YearClosed():
            return with_books(state, event.year, closed=True)
        case _:
            assert_never(event)


# --- commands ---


class AssertBalance(Command, frozen=True, kw_only=True):
    """Registrér, hvad økonomisystemet viser på en konto. Forskellen vises; den rettes aldrig til."""

    verb = "assert-balance"
    who = (Who.REGISTRAR,)
    gives = (BalanceAsserted,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    account: Account
    as_of_on: Day
    amount_oere: Oere
    document: DocumentId


class CloseYear(Command, frozen=True, kw_only=True):
    """Luk et år. Fra grænsen for to personer registreres det i stedet og bekræftes af en anden."""

    verb = "close-year"
    who = (Who.REGISTRAR,)
    gives = (YearClosed,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    year: Year


Commands = AssertBalance | CloseYear


def decide(command: Commands, state: Active, asked: Asked) -> tuple[Event, ...]:
    match command:
        case AssertBalance():
            return _assert(command, state, asked)
        case CloseYear():
            events = close_year(CloseYearWish(year=command.year), state)
            require_one(state, turnover(state, command.year))
            return events
        case _:
            assert_never(command)


def _assert(command: AssertBalance, state: Active, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.document)
    same_scope(asked, command.document)
    difference = command.amount_oere - balance(state, command.account)
    if abs(difference) > OERE_MAX:
        raise Refused("fund.too-large", limit_oere=OERE_MAX)
    return (
        BalanceAsserted(
            account=command.account,
            as_of_on=command.as_of_on,
            amount_oere=command.amount_oere,
            difference_oere=difference,
            document=command.document,
        ),
    )


def turnover(state: Active, year: int) -> int:
    """What closing a year is about: the largest balance on any of its accounts."""
    return max((abs(oere) for account, oere in state.accounts.items() if of_year(account, year)), default=0)


def close_year(wish: CloseYearWish, state: Active) -> tuple[Event, ...]:
    """A year is closed when nothing in it is free, and nobody has said that an account of it shows something else."""
    require_open_year(state, wish.year)
    free_oere = balance(state, accounts.free(wish.year))
    if free_oere:
        raise Refused("fund.free-left", free_oere=free_oere, year=wish.year)
    for account, asserted in sorted(state.assertions.items()):
        if asserted.difference_oere and (of_year(account, wish.year) or not is_yearly(account)):
            raise Refused("fund.difference-open", account=account, difference_oere=asserted.difference_oere)
    balances = tuple(Leg(account=account, amount_oere=oere) for account, oere in sorted(state.accounts.items()))
    return (YearClosed(year=wish.year, balances=balances),)


REFUSALS: Reasons = {
    "fund.free-left": ("{free_oere} i {year} er ikke overført eller brugt.",
                       "{free_oere} of {year} is neither carried over nor used."),
    "fund.difference-open": ("{account} stemmer ikke; forskellen er {difference_oere}. Afklar den, og oplys saldoen igen.",
                             "{account} does not agree; the difference is {difference_oere}. Settle it and assert it again."),
}  # fmt: skip

"""Books (regnskab): what the accounting system says of an account, and the closing of a year."""

from domain.dates import Day, Year
from domain.fund.accounts import Account, Legs
from domain.kernel import Event
from domain.money import Oere
from domain.names import DocumentId

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

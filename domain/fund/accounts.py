"""Accounts (konti) of a fund and the legs that are posted on them: whole øre, each posting's legs sum to zero.

What comes to an account is plus, what leaves it is minus. So a posting reads from left to right:

| what | legs |
|---|---|
| the grant of a year | `tilskud:{year}` − · `fri:{year}` + |
| what was there before the record | `åbning` (or `fri:{year}`) − · `bevilget:{allocation}` or `fri:{year}` + |
| carried over | `fri:{from}` − · `overført:{from}>{to}` + · the same − · `fri:{to}` + |
| what parties pay together | `part:{party}` − for each · `fri:{year}` + |
| earmarked, reduced, released | `fri:{year}` − · `betinget:{earmark}` +, and the other way |
| allocated | `betinget:{earmark}` or `fri:{year}` − · `bevilget:{allocation}` + |
| paid | `bevilget:{allocation}` − · `udbetalt:{allocation}` + |
| paid back | `tilbagebetalt:{allocation}` − · `bevilget:{allocation}` +, or `fri:{year}` + where the allocation is closed |
| closed | `bevilget:{allocation}` − · `fri:{year}` + |
| wound up, handed over | `fri:{year}`, `bevilget:{allocation}` − · `part:{party}` + |
"""

from collections.abc import Iterable, Mapping
from typing import Annotated

from msgspec import Meta, Struct

from domain.money import OERE_MAX, Oere
from domain.names import ApplicationId, ConditionId, LocalName, PartyId, name_of

ACCOUNT_CHARS_MAX = 120
"""A word, a colon and a name."""

Account = Annotated[
    str, Meta(min_length=1, max_length=ACCOUNT_CHARS_MAX, pattern=r"^[^\x00-\x1f]*$(?!\n)", title="Account")
]
"""`fri:2024`, `betinget:e2`. Never sealed."""


class Leg(Struct, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True):
    """One account and what a posting does to it; or an account and its balance (saldo)."""

    account: Account
    amount_oere: Oere


class PartyAmount(Struct, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True):
    """What one party bears, or is given."""

    party: PartyId
    amount_oere: Oere


class AllocationLeft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An allocation, what is left of it, and what was paid of it: that may still come back."""

    allocation: LocalName
    amount_oere: Oere
    application: ApplicationId | None = None
    """Whoever applied does not confirm what is posted on it, wherever it lies; None: nobody is on record as applying."""
    paid_oere: Oere = 0
    """Paid by earlier funds and not paid back to them. Nothing is posted for it: it stands in their books."""
    closed: bool = False
    """It had ended; what comes back of it is free."""


class AnnouncedLeft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A paper's earmark, and what it still waits for, by the names that had. Nothing is posted for it."""

    earmark: LocalName
    waits: tuple[ConditionId, ...] = ()


Legs = tuple[Leg, ...]
Balances = Mapping[Account, int]

OPENING = "åbning"
"""What was there before the record was."""
FREE, HELD, GRANTED = "fri", "betinget", "bevilget"
YEARLY = (f"{FREE}:", "tilskud:", "overført:")
NEVER_BELOW_ZERO = (f"{FREE}:", f"{HELD}:", f"{GRANTED}:")


def grant_of(year: int) -> Account:
    """Where the money of a year comes from (tilskud)."""
    return f"tilskud:{year}"


def free(year: int) -> Account:
    """What may be earmarked (fri)."""
    return f"{FREE}:{year}"


def held(earmark: LocalName) -> Account:
    """What is held for an earmark (betinget)."""
    return f"{HELD}:{earmark}"


def granted(allocation: LocalName) -> Account:
    """What is left of an allocation (bevilget)."""
    return f"{GRANTED}:{allocation}"


def paid(allocation: LocalName) -> Account:
    """All that was ever paid out of an allocation (udbetalt)."""
    return f"udbetalt:{allocation}"


def repaid(allocation: LocalName) -> Account:
    """All that was ever paid back of it, as minus (tilbagebetalt)."""
    return f"tilbagebetalt:{allocation}"


def carried(from_year: int, to_year: int) -> Account:
    """What passed from a year to another (overført)."""
    return f"overført:{from_year}>{to_year}"


def of_party(party: PartyId) -> Account:
    """What a party paid, as minus, or was given (part)."""
    return f"part:{name_of(party)}"


def is_yearly(account: Account) -> bool:
    """Whether an account belongs to a year at all."""
    return account.startswith(YEARLY)


def of_year(account: Account, year: int) -> bool:
    """Whether an account belongs to this year, or to it and another."""
    return is_yearly(account) and str(year) in account.partition(":")[2].split(">")


def transfer(giving: Account, taking: Account, amount_oere: int) -> Legs:
    """An amount from one account to another."""
    return Leg(account=giving, amount_oere=-amount_oere), Leg(account=taking, amount_oere=amount_oere)


def mirrored(legs: Legs) -> Legs:
    """What takes a posting back, exactly."""
    return tuple(Leg(account=leg.account, amount_oere=-leg.amount_oere) for leg in legs)


def posted(accounts: Balances, legs: Iterable[Leg]) -> dict[Account, int]:
    """The balances after a posting."""
    after = dict(accounts)
    for leg in legs:
        after[leg.account] = after.get(leg.account, 0) + leg.amount_oere
    return after


def balances(*postings: Legs) -> dict[Account, int]:
    """The balances that postings add up to."""
    return posted({}, (leg for legs in postings for leg in legs))


def short(accounts: Balances, legs: Legs) -> Account | None:
    """The first account that a posting would take below zero though it never may be; None: it can be posted."""
    after = posted(accounts, legs)
    touched = (leg.account for leg in legs)
    return next((each for each in touched if each.startswith(NEVER_BELOW_ZERO) and after[each] < 0), None)


def beyond(accounts: Balances, legs: Legs) -> Account | None:
    """The first account that a posting would take past what an amount can be; None: none."""
    after = posted(accounts, legs)
    return next((leg.account for leg in legs if abs(after[leg.account]) > OERE_MAX), None)


def volume(legs: Legs) -> int:
    """How much a posting moves: what it adds to accounts, each taken once."""
    return sum(change for change in balances(legs).values() if change > 0)

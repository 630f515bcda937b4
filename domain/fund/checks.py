"""Checks (kontrol) that several of the fund's rules share: open years, balances, two people, authority."""

from typing import Annotated

from msgspec import Meta

from domain import authority
from domain.applications import as_submitted
from domain.authority import days_of
from domain.dates import Day
from domain.decided import BASED_ON_MAX, Taken
from domain.financing_key import Version, version_on
from domain.fund.accounts import Legs, beyond, short
from domain.fund.state import (
    Active,
    Allocation,
    Announced,
    Books,
    Earmark,
    Held,
    Released,
    Resolved,
    balance,
    takes_two,
)
from domain.kernel import Asked, known, same_scope
from domain.meeting.state import decision_taken
from domain.money import OERE_MAX
from domain.names import ApplicationId, KeyId, LocalName, PersonId
from domain.paths import Subject
from domain.refusal import Reasons, Refused

SUBJECT = Subject.JOINT_FUNDS
"""Whose path says who decides about money."""

Decisions = Annotated[tuple[Taken, ...], Meta(max_length=BASED_ON_MAX)]
"""Those that together take the binding steps."""


def year_of(day: Day) -> int:
    """The year in whose books a day lies."""
    return int(day[:4])


def require_open_year(state: Active, *years: int) -> None:
    """Refuse whatever would be booked in a closed year. Raises Refused `fund.year-shut`."""
    for year in years:
        if state.years.get(year, Books()).closed:
            raise Refused("fund.year-shut", year=year)


def require_posted(state: Active, legs: Legs) -> Legs:
    """Legs that may be posted. Raises Refused `fund.pool-exceeded`, `fund.too-large`."""
    account = short(state.accounts, legs)
    if account is not None:
        raise Refused("fund.pool-exceeded", account=account, free_oere=balance(state, account))
    account = beyond(state.accounts, legs)
    if account is not None:
        raise Refused("fund.too-large", limit_oere=OERE_MAX)
    return legs


def require_amount(oere: int) -> int:
    """A sum that can be one amount: years together may come to more. Raises Refused `fund.too-large`."""
    if abs(oere) > OERE_MAX:
        raise Refused("fund.too-large", limit_oere=OERE_MAX)
    return oere


def require_one(state: Active, amount_oere: int) -> None:
    """Refuse what one person may not do alone. Raises Refused `fund.four-eyes`."""
    if takes_two(state, amount_oere):
        raise Refused("fund.four-eyes")


def require_other(asked: Asked, *people: PersonId | None) -> None:
    """Refuse whoever registered or applied. Raises Refused `fund.four-eyes`."""
    if asked.by.person in people:
        raise Refused("fund.four-eyes")


def applied_by(asked: Asked, application: ApplicationId | None) -> PersonId | None:
    """Who applied; None where nobody did."""
    submitted = None if application is None else as_submitted(asked.see(application))
    return None if submitted is None else submitted.by


def require_earmark(state: Active, earmark: LocalName) -> Earmark:
    """An earmark. Raises Refused `fund.earmark-unknown`."""
    found = state.earmarks.get(earmark)
    if found is None:
        raise Refused("fund.earmark-unknown", earmark=earmark)
    return found


def require_unresolved(state: Active, earmark: LocalName) -> Announced | Held:
    """An earmark that has not ended. Raises Refused `fund.earmark-unknown`, `fund.already-resolved`."""
    found = require_earmark(state, earmark)
    if isinstance(found, Resolved | Released):
        raise Refused("fund.already-resolved", earmark=earmark)
    return found


def require_held(state: Active, earmark: LocalName) -> Held:
    """An earmark that holds money. Raises Refused as `require_unresolved`, and `fund.nothing-held`."""
    found = require_unresolved(state, earmark)
    if isinstance(found, Announced):
        raise Refused("fund.nothing-held", earmark=earmark)
    return found


def require_allocation(state: Active, allocation: LocalName) -> Allocation:
    """An allocation. Raises Refused `fund.allocation-unknown`."""
    found = state.allocations.get(allocation)
    if found is None:
        raise Refused("fund.allocation-unknown", allocation=allocation)
    return found


def require_lies_here(state: Active) -> None:
    """Refuse where all that is open lies with another. Raises Refused `fund.lies-elsewhere`."""
    if state.taken_over_by is not None:
        raise Refused("fund.lies-elsewhere", fund=state.taken_over_by)


def require_open_allocation(state: Active, allocation: LocalName) -> Allocation:
    """An allocation that is not closed. Raises Refused `fund.allocation-unknown`, `fund.allocation-ended`, and where it may lie
    open with another `fund.lies-elsewhere`."""
    found = require_allocation(state, allocation)
    if found.closed:
        require_lies_here(state)
        raise Refused("fund.allocation-ended", allocation=allocation)
    return found


def require_path(asked: Asked, decisions: tuple[Taken, ...]) -> None:
    """Refuse unless the decisions take every binding step about the joint funds."""
    authority.require_path(asked, SUBJECT, decisions)


def key_on(asked: Asked, key: KeyId, decisions: tuple[Taken, ...]) -> Version:
    """The version of a key that applied on the day of the last of the decisions. Raises Refused `fund.no-key`.

    Where that day is only known within a span, the same version must apply at both ends of it.
    """
    known(asked, key)
    same_scope(asked, key)
    days = max(days_of(taken, decision_taken(asked.see, taken)[1]) for taken in decisions)
    first, last = (version_on(asked.see(key), day) for day in days)
    if first is None or first != last:
        raise Refused("fund.no-key", key=key)
    return first


REFUSALS: Reasons = {
    "fund.lies-elsewhere": ("Puljen er overdraget. Bogfør i stedet i {fund}.",
                            "The fund is handed over. Post in {fund} instead."),
    "fund.year-shut": ("{year} er lukket. Bogfør i et åbent år.", "{year} is closed. Book it in an open year."),
    "fund.pool-exceeded": ("Der er kun {free_oere} på {account}.", "There is only {free_oere} on {account}."),
    "fund.too-large": ("Et beløb kan højst være {limit_oere}.", "An amount can be at most {limit_oere}."),
    "fund.four-eyes": ("Det kræver to: én registrerer, og en anden, der hverken har søgt eller registreret, bekræfter.",
                       "It takes two: one registers, and another, who neither applied nor registered, confirms."),
    "fund.earmark-unknown": ("Øremærkningen {earmark} findes ikke.", "The earmark {earmark} does not exist."),
    "fund.already-resolved": ("{earmark} er allerede afgjort.", "{earmark} is already resolved."),
    "fund.allocation-unknown": ("Bevillingen {allocation} findes ikke.", "The allocation {allocation} does not exist."),
    "fund.allocation-ended": ("Bevillingen {allocation} er afsluttet.", "The allocation {allocation} is closed."),
    "fund.no-key": ("{key} gælder ikke på beslutningsdagen. Registrér den udgave, der gjaldt.",
                    "{key} does not apply on the day of the decision. Register the version that did."),
}  # fmt: skip

"""A fund's books as rows: each posting with what was left after it, the balance of each account, each year. Rows: fund_rows.py."""

from typing import Any
from urllib.parse import quote

import msgspec

from domain.dates import moment_of
from domain.decided import Cited, Taken
from domain.fund.accounts import Legs
from domain.fund.grants import CarriedOver, ContributionShared, GrantReceived
from domain.fund.opening import OpenedWith
from domain.fund.payments import Repaid
from domain.fund.reversing import Reversed
from domain.fund.winding import HandedOver, TakenOver, WoundUp
from domain.kernel import Event, Recorded
from domain.names import name_of
from domain.text import Kept
from projections.fund_rows import AccountRow, FundRow, LegRow, PostingRow
from projections.fund_rule_rows import YearRow
from projections.reveal import Place, place_of
from projections.view import Get

SORTS = {
    "åbning": "opening",
    "tilskud": "grant",
    "fri": "free",
    "betinget": "conditional",
    "bevilget": "allocated",
    "udbetalt": "paid",
    "tilbagebetalt": "repaid",
    "overført": "carried",
    "part": "party",
}
"""The word before the colon -> what it is a kind of."""
SUMS = {
    "grant": ("granted_oere", -1),
    "free": ("free_oere", 1),
    "conditional": ("conditional_oere", 1),
    "allocated": ("allocated_oere", 1),
    "paid": ("paid_oere", 1),
    "repaid": ("paid_oere", 1),
}
"""sort of account -> the sum it is part of, and with which sign. What was paid back stands as minus on its account."""


def legs_of(event: Event) -> Legs:
    """What an event posts; nothing, where it posts nothing."""
    return getattr(event, "legs", ())


def account_parts(account: str) -> tuple[str, str]:
    """`free`, `2024` of `fri:2024`."""
    word, _, part = account.partition(":")
    return SORTS[word], part


def summed(row: Any, legs: Legs) -> dict[str, int]:
    """The sums of a row that holds some of them, after a posting."""
    sums: dict[str, int] = {}
    for leg in legs:
        total, sign = SUMS.get(account_parts(leg.account)[0], ("", 0))
        if hasattr(row, total):
            sums[total] = sums.get(total, getattr(row, total)) + sign * leg.amount_oere
    if hasattr(row, "all_accounts_oere"):
        sums["all_accounts_oere"] = row.all_accounts_oere + sum(leg.amount_oere for leg in legs)
    return sums


def posted_rows(get: Get, recorded: Recorded, topic: str) -> dict[str, Any]:
    """The rows that a posting changes: its own, the accounts, the years, the sum."""
    legs, position = legs_of(recorded.event), recorded.position
    fund: FundRow[Kept, str] = get(f"{topic}fund")
    opening = fund.opening or isinstance(recorded.event, OpenedWith)
    fund = msgspec.structs.replace(fund, **summed(fund, legs), **ended(recorded), position=position, opening=opening)
    accounts = _accounts(get, recorded, topic)
    years = _years(get, recorded, topic)
    rows: dict[str, Any] = {f"{topic}fund": fund, **accounts, **years}
    key = posting_key(topic, recorded.version)
    rows[key] = _posting(get, recorded, fund, years, topic)
    if isinstance(recorded.event, Reversed):
        mirrored = posting_key(topic, recorded.event.reverses)
        rows[mirrored] = msgspec.structs.replace(get(mirrored), reversed_by=recorded.version)
    return rows


def ended(recorded: Recorded) -> dict[str, Any]:
    """How a fund stands after its last event; nothing, after any other."""
    match recorded.event:
        case WoundUp():
            return {"state": "wound-up"}
        case HandedOver():
            return {"state": "handed-over", "successor": recorded.event.to_fund}
        case _:
            return {}


def posting_key(topic: str, version: int) -> str:
    return f"{topic}posting/{version}"


def year_row(get: Get, topic: str, year: int, **changes: Any) -> dict[str, Any]:
    """The row of a year after a change; new, where none stands."""
    key = f"{topic}year/{year}"
    row = get(key) or YearRow[Kept, str](year=year, state="open", free_oere=0, granted_oere=0, position=0)
    return {key: msgspec.structs.replace(row, **changes)}


def _accounts(get: Get, recorded: Recorded, topic: str) -> dict[str, Any]:
    parties = {name_of(each.party): each.party for each in getattr(recorded.event, "shares", ())}
    rows: dict[str, Any] = {}
    for leg in legs_of(recorded.event):
        key = f"{topic}account/{quote(leg.account, safe='')}"
        sort, part = account_parts(leg.account)
        row = rows.get(key) or get(key)
        if row is None:
            party = parties.get(part) if sort == "party" else None
            row = AccountRow[str](
                account=leg.account, sort=sort, part=part or None, party=party, balance_oere=0, position=0
            )
        balance = row.balance_oere + leg.amount_oere
        rows[key] = msgspec.structs.replace(row, balance_oere=balance, position=recorded.position)
    return rows


def _years(get: Get, recorded: Recorded, topic: str) -> dict[str, Any]:
    changed: dict[int, dict[str, int]] = {}
    for leg in legs_of(recorded.event):
        sort, part = account_parts(leg.account)
        if sort in ("free", "grant"):
            sums = changed.setdefault(int(part), {"free": 0, "grant": 0})
            sums[sort] += leg.amount_oere
    rows: dict[str, Any] = {}
    for year, sums in changed.items():
        ((key, row),) = year_row(get, topic, year, position=recorded.position).items()
        free_oere, granted_oere = row.free_oere + sums["free"], row.granted_oere - sums["grant"]
        rows[key] = msgspec.structs.replace(row, free_oere=free_oere, granted_oere=granted_oere)
    return rows


def _posting(
    get: Get, recorded: Recorded, fund: FundRow[Kept, str], years: dict[str, Any], topic: str
) -> PostingRow[Kept, str]:
    event = recorded.event
    year = _year_of(event, years)
    of_year = years.get(f"{topic}year/{year}")
    return PostingRow(
        what=event.tag.partition(".")[2],
        legs=tuple(LegRow(account=leg.account, amount_oere=leg.amount_oere) for leg in legs_of(event)),
        at=moment_of(recorded.recorded_at),
        position=recorded.position,
        version=recorded.version,
        free_oere=fund.free_oere,
        granted_oere=fund.granted_oere,
        conditional_oere=fund.conditional_oere,
        allocated_oere=fund.allocated_oere,
        paid_oere=fund.paid_oere,
        booked_on=getattr(event, "booked_on", None) or getattr(event, "effective_on", None),
        year=year,
        free_of_year_oere=None if of_year is None else of_year.free_oere,
        earmark=getattr(event, "earmark", None),
        allocation=getattr(event, "allocation", None),
        voucher=getattr(event, "voucher", None),
        **_authority(get, event, topic),
        **_said(event),
    )


def _year_of(event: Event, years: dict[str, Any]) -> int | None:
    match event:
        case CarriedOver():
            return event.to_year
        case _:
            only = [row.year for row in years.values()]
            year: int | None = getattr(event, "year", None)
            return year if year is not None else only[0] if len(only) == 1 else None


def _authority(get: Get, event: Event, topic: str) -> dict[str, Any]:
    """The decisions that a posting rests on, or what a paper cites."""
    taken: tuple[Any, ...] = getattr(event, "decisions", ())
    decision, source = getattr(event, "decision", None), getattr(event, "source", None)
    named = (*taken, *(each for each in (decision, source) if isinstance(each, Taken)))
    decisions = tuple(place for each in named if (place := place_of(each)) is not None) or _inherited(get, event, topic)
    if isinstance(source, Cited):
        return {"decisions": decisions, "cited": source.words, "document": source.document}
    return {"decisions": decisions, "document": getattr(event, "document", None)}


def _inherited(get: Get, event: Event, topic: str) -> tuple[Place[str], ...]:
    """Where a posting names no decision of its own: those behind what it mirrors, pays, closes or lets go."""
    if isinstance(event, Reversed):
        row = get(posting_key(topic, event.reverses))
    else:
        allocation, earmark = getattr(event, "allocation", None), getattr(event, "earmark", None)
        row = get(f"{topic}allocation/{allocation}") or get(f"{topic}earmark/{earmark}")
    return () if row is None else row.decisions


def _said(event: Event) -> dict[str, Any]:
    """What a posting is about, in amounts, parties and words."""
    match event:
        case OpenedWith():
            told = {"amount_oere": event.amount_oere, "party": event.to_party}
            return told | {"opening": True, "gaps": event.gaps}
        case GrantReceived() | Repaid():
            return {"amount_oere": event.amount_oere, "party": event.from_party}
        case CarriedOver():
            return {"amount_oere": event.amount_oere, "text": event.basis}
        case ContributionShared():
            return {"amount_oere": event.total_oere, "key": event.key, "key_version": event.version}
        case Reversed():
            return {"text": event.reason, "reverses": event.reverses}
        case WoundUp():
            return {"amount_oere": event.residual_oere}
        case HandedOver() | TakenOver():
            return {"amount_oere": event.free_oere}
        case _:
            told = {"amount_oere": getattr(event, "amount_oere", None), "text": getattr(event, "purpose", None)}
            unspent = {"amount_oere": event.unspent_oere} if hasattr(event, "unspent_oere") else {}
            return told | unspent | {"party": getattr(event, "to_party", None)}

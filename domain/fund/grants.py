"""Grants (tilskud): the money of a year, what passes from one year to the next, and what parties pay together by their key."""

from typing import assert_never

import msgspec

from domain.assurance import Assurance
from domain.dates import Day, Year
from domain.decided import DecisionRef, Taken
from domain.fund import accounts
from domain.fund.accounts import Leg, Legs, PartyAmount, transfer
from domain.fund.checks import Decisions, key_on, require_open_year, require_path, require_posted, year_of
from domain.fund.state import Active, Books
from domain.kernel import Asked, Command, Event, Who, known
from domain.meeting.state import known_decisions
from domain.money import Amount, Oere
from domain.names import KeyId, PartyId
from domain.refusal import Reasons, Refused
from domain.shares import split
from domain.text import Kept, Text, keep, said

# --- events ---


class GrantReceived(Event, frozen=True, kw_only=True):
    """The money of a year has come."""

    tag = "fund.grant-received"
    da = "Tilskud for {year}: {amount_oere} fra {from_party}."
    en = "Grant for {year}: {amount_oere} from {from_party}."

    year: Year
    amount_oere: Oere
    from_party: PartyId
    booked_on: Day
    source: DecisionRef[Kept]
    legs: Legs


class NoGrantNoted(Event, frozen=True, kw_only=True):
    """A year has no grant."""

    tag = "fund.no-grant-noted"
    da = "Der gives ikke tilskud i {year}: {source}."
    en = "No grant is given in {year}: {source}."

    year: Year
    source: DecisionRef[Kept]


class CarriedOver(Event, frozen=True, kw_only=True):
    """Free money passes to a later year."""

    tag = "fund.carried-over"
    da = "{amount_oere} er overført fra {from_year} til {to_year}: {basis}"
    en = "{amount_oere} is carried over from {from_year} to {to_year}: {basis}"

    from_year: Year
    to_year: Year
    amount_oere: Oere
    booked_on: Day
    basis: Kept
    source: DecisionRef[Kept]
    legs: Legs


class ContributionShared(Event, frozen=True, kw_only=True):
    """Parties pay an amount together. What each pays stands here and is never worked out again."""

    tag = "fund.contribution-shared"
    da = "{total_oere} er fordelt efter {key}, udgave {version}: {shares}."
    en = "{total_oere} is shared by {key}, version {version}: {shares}."

    total_oere: Oere
    key: KeyId
    version: int
    shares: tuple[PartyAmount, ...]
    booked_on: Day
    decisions: tuple[Taken, ...]
    legs: Legs


Events = GrantReceived | NoGrantNoted | CarriedOver | ContributionShared


def evolve(state: Active, event: Events) -> Active:
    match event:
        case GrantReceived():
            return with_books(state, event.year, granted=True, no_grant=False)
        case NoGrantNoted():
            return with_books(state, event.year, no_grant=True)
        case CarriedOver() | ContributionShared():
            return state
        case _:
            assert_never(event)


def with_books(state: Active, year: int, **changed: bool) -> Active:
    """The fund with one of its years changed."""
    books = msgspec.structs.replace(state.years.get(year, Books()), **changed)
    return msgspec.structs.replace(state, years=state.years | {year: books})


# --- commands ---


class ReceiveGrant(Command, frozen=True, kw_only=True):
    """Bogfør årets tilskud."""

    verb = "receive-grant"
    who = (Who.REGISTRAR,)
    gives = (GrantReceived,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    year: Year
    amount_oere: Amount
    from_party: PartyId
    booked_on: Day
    source: DecisionRef[Text]


class NoteNoGrant(Command, frozen=True, kw_only=True):
    """Notér, at der ikke gives tilskud i et år."""

    verb = "note-no-grant"
    who = (Who.SECRETARIAT,)
    gives = (NoGrantNoted,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    year: Year
    source: DecisionRef[Text]


class CarryOver(Command, frozen=True, kw_only=True):
    """Overfør frie midler fra et år til et senere."""

    verb = "carry-over"
    who = (Who.REGISTRAR,)
    gives = (CarriedOver,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    from_year: Year
    to_year: Year
    amount_oere: Amount
    booked_on: Day
    basis: Text
    source: DecisionRef[Text]


class ShareContribution(Command, frozen=True, kw_only=True):
    """Fordel et bidrag mellem parterne efter den nøgle, der gjaldt på beslutningens dag."""

    verb = "share-contribution"
    who = (Who.REGISTRAR,)
    gives = (ContributionShared,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    total_oere: Amount
    key: KeyId
    booked_on: Day
    decisions: Decisions


Commands = ReceiveGrant | NoteNoGrant | CarryOver | ShareContribution


def decide(command: Commands, state: Active, asked: Asked) -> tuple[Event, ...]:
    match command:
        case ReceiveGrant():
            return _receive(command, state, asked)
        case NoteNoGrant():
            known_decisions(asked, command.source)
            require_no_grant(state, command.year)
            if state.years.get(command.year, Books()).no_grant:
                return ()
            return (NoGrantNoted(year=command.year, source=keep(command.source)),)
        case CarryOver():
            return _carry_over(command, state, asked)
        case ShareContribution():
            return _share(command, state, asked)
        case _:
            assert_never(command)


def require_no_grant(state: Active, year: int) -> None:
    """Refuse a year whose grant is posted. Raises Refused `fund.grant-twice`."""
    if state.years.get(year, Books()).granted:
        raise Refused("fund.grant-twice", year=year)


def _receive(command: ReceiveGrant, state: Active, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.from_party)
    known_decisions(asked, command.source)
    require_open_year(state, command.year, year_of(command.booked_on))
    require_no_grant(state, command.year)
    legs = transfer(accounts.grant_of(command.year), accounts.free(command.year), command.amount_oere)
    return (
        GrantReceived(
            year=command.year,
            amount_oere=command.amount_oere,
            from_party=command.from_party,
            booked_on=command.booked_on,
            source=keep(command.source),
            legs=require_posted(state, legs),
        ),
    )


def _carry_over(command: CarryOver, state: Active, asked: Asked) -> tuple[Event, ...]:
    known_decisions(asked, command.source)
    giving, taking = command.from_year, command.to_year
    require_open_year(state, giving, taking, year_of(command.booked_on))
    if taking <= giving:
        raise Refused("fund.not-forward", from_year=giving, to_year=taking)
    through, amount = accounts.carried(giving, taking), command.amount_oere
    legs = (
        *transfer(accounts.free(giving), through, amount),
        *transfer(through, accounts.free(taking), amount),
    )
    return (
        CarriedOver(
            from_year=giving,
            to_year=taking,
            amount_oere=amount,
            booked_on=command.booked_on,
            basis=said(command.basis),
            source=keep(command.source),
            legs=require_posted(state, legs),
        ),
    )


def _share(command: ShareContribution, state: Active, asked: Asked) -> tuple[Event, ...]:
    require_path(asked, command.decisions)
    version = key_on(asked, command.key, command.decisions)
    year = year_of(command.booked_on)
    require_open_year(state, year)
    shares = tuple(
        PartyAmount(party=party, amount_oere=oere) for party, oere in split(command.total_oere, version.shares)
    )
    legs = (
        *(
            Leg(account=accounts.of_party(each.party), amount_oere=-each.amount_oere)
            for each in shares
            if each.amount_oere
        ),
        Leg(account=accounts.free(year), amount_oere=command.total_oere),
    )
    return (
        ContributionShared(
            total_oere=command.total_oere,
            key=command.key,
            version=version.version,
            shares=shares,
            booked_on=command.booked_on,
            decisions=command.decisions,
            legs=require_posted(state, legs),
        ),
    )


REFUSALS: Reasons = {
    "fund.grant-twice": ("Tilskuddet for {year} er bogført. Tilbagefør det først, hvis det er forkert.",
                         "The grant for {year} is posted. Reverse it first if it is wrong."),
    "fund.not-forward": ("Midler overføres til et senere år, ikke fra {from_year} til {to_year}.",
                         "Money is carried over to a later year, not from {from_year} to {to_year}."),
}  # fmt: skip

"""Registration (registrering): one person registers, a second one who neither did so nor applied confirms (fire øjne)."""

from typing import Any, assert_never

import msgspec

from domain.assurance import Assurance
from domain.dates import Day, Year
from domain.decided import DecisionRef
from domain.fund.allocations import Allocated
from domain.fund.books import YearClosed, close_year
from domain.fund.checks import (
    applied_by,
    require_allocation,
    require_open_year,
    require_other,
    year_of,
)
from domain.fund.opening import OpenedWith, open_with, require_source
from domain.fund.payments import Paid, pay
from domain.fund.releasing import EarmarkReleased
from domain.fund.resolving import EarmarkReduced, at_last
from domain.fund.reversing import Reversed, original_of, reverse
from domain.fund.state import REGISTRATIONS_MAX, Active, Held, Registration
from domain.fund.wishes import CloseYearWish, Gaps, OpenWithWish, PayWish, ReverseWish, Wish
from domain.kernel import Asked, Command, Event, Who, known
from domain.money import Amount
from domain.names import ApplicationId, LocalName, PartyId, PersonId
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep

# --- events ---


class RegistrationMade(Event, frozen=True, kw_only=True):
    """Somebody wants a posting made; nothing is posted until another confirms it."""

    tag = "fund.registration-made"
    da = "Registreret som {registration}, afventer bekræftelse: {wish}"
    en = "Registered as {registration}, awaits confirmation: {wish}"

    registration: LocalName
    wish: Wish[Kept]
    registered_by: PersonId
    """Compared by the rule of two people, so it stands here beside the envelope."""


class SecondPersonConfirmed(Event, frozen=True, kw_only=True):
    """A second person has confirmed an earmark or a registration."""

    tag = "fund.second-person-confirmed"
    da = "{of} er bekræftet af {by}."
    en = "{of} is confirmed by {by}."

    of: LocalName


Events = RegistrationMade | SecondPersonConfirmed


def evolve(state: Active, event: Events) -> Active:
    match event:
        case RegistrationMade():
            made = Registration(wish=event.wish, registered_by=event.registered_by)
            return with_registration(state, event.registration, made)
        case SecondPersonConfirmed():
            found = state.earmarks.get(event.of)
            if isinstance(found, Held):
                confirmed = msgspec.structs.replace(found, second_person=False)
                return msgspec.structs.replace(state, earmarks=state.earmarks | {event.of: confirmed})
            made = msgspec.structs.replace(state.registrations[event.of], confirmed=True)
            return with_registration(state, event.of, made)
        case _:
            assert_never(event)


def with_registration(state: Active, name: LocalName, registration: Registration) -> Active:
    """The fund with one of its registrations changed."""
    return msgspec.structs.replace(state, registrations=state.registrations | {name: registration})


# --- commands ---


class Register(Command, frozen=True, kw_only=True):
    """Registrér en postering, som en anden skal bekræfte."""

    verb = "register"
    who = (Who.REGISTRAR,)
    gives = (RegistrationMade,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    registration: LocalName
    wish: Wish[Text]


class OpenWith(Command, frozen=True, kw_only=True):
    """Registrér en indgangspostering efter et papir; en anden skal altid bekræfte den."""

    verb = "open-with"
    who = (Who.REGISTRAR,)
    gives = (RegistrationMade,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    registration: LocalName
    year: Year
    amount_oere: Amount
    source: DecisionRef[Text]
    allocation: LocalName | None = None
    to_party: PartyId | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None
    gaps: Gaps = ()


class Confirm(Command, frozen=True, kw_only=True):
    """Bekræft en øremærkning eller en registrering."""

    verb = "confirm"
    who = (Who.CONFIRMER,)
    gives = (SecondPersonConfirmed, Allocated, EarmarkReleased, Paid, Reversed, YearClosed, OpenedWith)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    of: LocalName


Commands = Register | OpenWith | Confirm


def decide(command: Commands, state: Active, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Register():
            return _register(command.registration, command.wish, state, asked)
        case OpenWith():
            fields = msgspec.structs.asdict(command)
            return _register(fields.pop("registration"), OpenWithWish(**fields), state, asked)
        case Confirm():
            return _confirm(command, state, asked)
        case _:
            assert_never(command)


def _register(registration: LocalName, wish: Wish[Text], state: Active, asked: Asked) -> tuple[Event, ...]:
    """What is wished for must make sense; whether it can be posted is seen when it is confirmed."""
    if registration in state.registrations or registration in state.earmarks:
        raise Refused("fund.registration-exists", registration=registration)
    if sum(not each.confirmed for each in state.registrations.values()) >= REGISTRATIONS_MAX:
        raise Refused("fund.registrations-full", count=REGISTRATIONS_MAX)
    match wish:
        case PayWish():
            known(asked, wish.to_party)
            require_allocation(state, wish.allocation)
            require_open_year(state, year_of(wish.booked_on))
        case ReverseWish():
            original_of(wish, state)
        case CloseYearWish():
            require_open_year(state, wish.year)
        case OpenWithWish():
            require_source(wish, state, asked)
        case _:
            assert_never(wish)
    require_other(asked, *_applicants(wish, state, asked))
    return (RegistrationMade(registration=registration, wish=keep(wish), registered_by=asked.by.person),)


def _applicants(wish: Wish[Any], state: Active, asked: Asked) -> tuple[PersonId | None, ...]:
    """Who applied for the money that a wish is about."""
    match wish:
        case PayWish():
            application = state.allocations[wish.allocation].application
        case ReverseWish():
            application = _application_of(original_of(wish, state), state)
        case CloseYearWish() | OpenWithWish():
            application = None
        case _:
            assert_never(wish)
    return (applied_by(asked, application),)


def _application_of(original: Any, state: Active) -> ApplicationId | None:
    """The application that the money of a posting was held or granted for."""
    if isinstance(original, Allocated):
        return original.application
    if isinstance(original, EarmarkReduced):
        earmark = state.earmarks[original.earmark]
        if isinstance(earmark, Held):
            return earmark.terms.application
        original = state.allocations.get(original.earmark)
    allocation = state.allocations.get(getattr(original, "allocation", None) or "")
    return getattr(original, "application", None) if allocation is None else allocation.application


def _confirm(command: Confirm, state: Active, asked: Asked) -> tuple[Event, ...]:
    confirmed = SecondPersonConfirmed(of=command.of)
    if command.of in state.registrations:
        return (confirmed, *_carry_out(command.of, state.registrations[command.of], state, asked))
    found = state.earmarks.get(command.of)
    if found is None:
        raise Refused("fund.nothing-to-confirm", of=command.of)
    if not isinstance(found, Held) or not found.second_person:
        raise Refused("fund.already-resolved", earmark=command.of)
    require_other(asked, found.registered_by, applied_by(asked, found.terms.application))
    after = msgspec.structs.replace(found, second_person=False)
    return (confirmed, *at_last(command.of, after, state, asked))


def _carry_out(name: LocalName, made: Registration, state: Active, asked: Asked) -> tuple[Event, ...]:
    """The event that was wished for, if it can be posted by now."""
    if made.confirmed:
        raise Refused("fund.already-resolved", earmark=name)
    wish: Any = made.wish  # its words are where they were registered
    require_other(asked, made.registered_by, *_applicants(wish, state, asked))
    match wish:
        case PayWish():
            return pay(wish, state, asked)
        case ReverseWish():
            return reverse(wish, state, asked)
        case CloseYearWish():
            return close_year(wish, state)
        case OpenWithWish():
            return open_with(wish, state, asked)
        case _:
            raise AssertionError(wish)


REFUSALS: Reasons = {
    "fund.registration-exists": ("Registreringen {registration} findes.", "The registration {registration} exists."),
    "fund.registrations-full": ("Højst {count} registreringer kan afvente bekræftelse.",
                                "At most {count} registrations can await confirmation."),
    "fund.nothing-to-confirm": ("Der er intet at bekræfte under {of}.", "There is nothing to confirm under {of}."),
}  # fmt: skip

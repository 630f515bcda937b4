"""Access (adgang): one office of one holder, from a day to a day: rights that no seat gives are facts too."""

from typing import assert_never

from msgspec import Struct

from domain.assurance import Assurance
from domain.dates import Day
from domain.kernel import About, Asked, Command, Event, Kind, Unknown, Who, known
from domain.names import PersonId
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, TextClass, said
from domain.words import Word


class Office(Word):
    """What the holder may do."""

    ADMINISTRATOR = "administrator", "administrator"
    AUDITOR = "auditor", "revisor"
    DATA_PROTECTION = "data-protection", "databeskyttelse"


# --- events ---


class Granted(Event, frozen=True, kw_only=True):
    """Somebody holds an office."""

    tag = "access.granted"
    concerns = About.PERSON
    unsettles = True
    text_class = TextClass.CONTACT
    da = "{person} har adgang som {office} fra {from_on}[ og ophører {ceases_on}]."
    en = "{person} has access as {office} from {from_on}[ and leaves on {ceases_on}]."

    person: PersonId
    office: Office
    reason: Kept
    from_on: Day
    ceases_on: Day | None = None


class Withdrawn(Event, frozen=True, kw_only=True):
    """Somebody no longer holds an office."""

    tag = "access.withdrawn"
    unsettles = True
    text_class = TextClass.CONTACT
    da = "Adgangen er ophørt."
    en = "The access has ended."

    reason: Kept


# --- state ---


class Held(Struct, frozen=True, kw_only=True):
    """An office in force from a day."""

    person: PersonId
    office: Office
    from_on: Day
    ceases_on: Day | None
    withdrawn: bool = False


State = Unknown | Held


def evolve(state: State, event: Granted | Withdrawn) -> State:
    match event:
        case Granted():
            return Held(person=event.person, office=event.office, from_on=event.from_on, ceases_on=event.ceases_on)
        case Withdrawn():
            assert isinstance(state, Held)
            return Held(
                person=state.person,
                office=state.office,
                from_on=state.from_on,
                ceases_on=state.ceases_on,
                withdrawn=True,
            )
        case _:
            assert_never(event)


# --- commands ---


class Grant(Command, frozen=True, kw_only=True):
    """Giv adgang."""

    verb = "grant"
    who = (Who.ADMINISTRATOR, Who.INIT)
    gives = (Granted,)
    creates = True
    assurance = Assurance.SUBSTANTIAL

    person: PersonId
    office: Office
    reason: Text
    from_on: Day
    ceases_on: Day | None = None


class Withdraw(Command, frozen=True, kw_only=True):
    """Afslut en adgang."""

    verb = "withdraw"
    who = (Who.ADMINISTRATOR,)
    gives = (Withdrawn,)
    assurance = Assurance.SUBSTANTIAL

    reason: Text


def decide(command: Grant | Withdraw, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Grant():
            return _grant(command, state, asked)
        case Withdraw():
            assert isinstance(state, Held)
            if state.withdrawn:
                raise Refused("access.already-ended")
            if state.office is Office.ADMINISTRATOR and not _others(asked):
                raise Refused("access.last-administrator")
            return (Withdrawn(reason=said(command.reason)),)
        case _:
            assert_never(command)


def _grant(command: Grant, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("access.exists")
    known(asked, command.person)
    if asked.by.person == command.person and asked.by.rule != "init":
        raise Refused("access.self")
    return (
        Granted(
            person=command.person,
            office=command.office,
            reason=said(command.reason),
            from_on=command.from_on,
            ceases_on=command.ceases_on,
        ),
    )


def _others(asked: Asked) -> bool:
    """Whether another administrator than this stream's is in office."""
    return any(
        other != asked.stream
        and isinstance(held := asked.see(other), Held)
        and held.office is Office.ADMINISTRATOR
        and not held.withdrawn
        for other in asked.ids("access")
    )


REFUSALS: Reasons = {
    "access.exists": ("Adgangen findes.", "The access exists."),
    "access.self": ("Ingen kan give sig selv adgang.", "Nobody can grant access to themselves."),
    "access.already-ended": ("Adgangen er ophørt.", "The access has ended."),
    "access.last-administrator": (
        "Der skal være mindst én administrator.",
        "There must be at least one administrator.",
    ),
}

ACCESS = Kind(
    name="access",
    danish="adgang",
    events=(Granted, Withdrawn),
    commands=(Grant, Withdraw),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)

"""Erasure (sletning): texts about one person made unreadable for ever, asked for, decided and confirmed, by two people at least.

What covers the missing keys stands on the person's own stream (`person.erased`) before any is destroyed; that they are gone is
recorded here when it is true.
"""

from collections.abc import Iterable
from typing import Annotated, assert_never

from msgspec import Meta

from domain.assurance import Assurance
from domain.clusters import Streams
from domain.concerned import COMMON_SCOPE
from domain.erased import Classes, Erase, texts_about
from domain.erasure.state import Approval as Approval
from domain.erasure.state import Approved as Approved
from domain.erasure.state import Asking as Asking
from domain.erasure.state import Completed as Completed
from domain.erasure.state import Confirmed as Confirmed
from domain.erasure.state import Done as Done
from domain.erasure.state import Refusal as Refusal
from domain.erasure.state import Repeated as Repeated
from domain.erasure.state import Requested as Requested
from domain.erasure.state import State as State
from domain.erasure.state import TurnedDown as TurnedDown
from domain.erasure.state import Underway as Underway
from domain.erasure.state import evolve as evolve
from domain.kernel import Asked, Command, Event, Kind, See, Unknown, Who, known
from domain.meeting.state import attended_on
from domain.minutes.state import Published
from domain.names import Label, PersonId, StreamId, scope_of
from domain.refusal import Reasons, Refused
from domain.served import has_served, still_serves
from domain.text import Text, TextClass, handed_on, said, said_if

STORES_MAX = 8


# --- commands ---


class Request(Command, frozen=True, kw_only=True):
    """Bed om at få oplysninger om en person slettet."""

    verb = "request"
    assurance = Assurance.SUBSTANTIAL
    who = (Who.SECRETARIAT, Who.DATA_PROTECTION, Who.ADMINISTRATOR)
    gives = (Requested,)
    creates = True

    person: PersonId
    classes: Classes
    reason: Text


class TurnDown(Command, frozen=True, kw_only=True):
    """Afslå sletningen med en begrundelse."""

    verb = "refuse"
    assurance = Assurance.SUBSTANTIAL
    who = (Who.DATA_PROTECTION,)
    gives = (TurnedDown,)

    reason: Text


class Approve(Command, frozen=True, kw_only=True):
    """Godkend sletningen; en anden bekræfter."""

    verb = "approve"
    assurance = Assurance.SUBSTANTIAL
    who = (Who.DATA_PROTECTION,)
    gives = (Approved,)

    legal_basis: Text
    authority: Text | None = None
    """The archive authority's permission, without which the record of decisions stays."""


class Confirm(Command, frozen=True, kw_only=True):
    """Bekræft sletningen; derefter kan den ikke fortrydes."""

    verb = "confirm"
    assurance = Assurance.SUBSTANTIAL
    who = (Who.DATA_PROTECTION, Who.ADMINISTRATOR)
    gives = (Confirmed,)


class Repeat(Command, frozen=True, kw_only=True):
    """Gennemfør sletningen igen, efter at protokollen er gendannet fra en kopi fra før."""

    verb = "repeat"
    who = (Who.HOUSE,)
    gives = (Repeated,)
    creates = True

    person: PersonId
    classes: Classes
    legal_basis: Text


class Complete(Command, frozen=True, kw_only=True):
    """Nøglerne er væk."""

    verb = "complete"
    who = (Who.HOUSE,)
    gives = (Completed,)
    assurance = Assurance.SUBSTANTIAL

    stores: Annotated[tuple[Label, ...], Meta(min_length=1, max_length=STORES_MAX)]


Given = Request | TurnDown | Approve | Confirm | Repeat | Complete


def decide(command: Given, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Request():
            return _request(command, state, asked)
        case TurnDown():
            if isinstance(state, Refusal):
                return ()
            if not isinstance(state, Asking) or isinstance(state, Underway):
                raise Refused("erasure.settled")
            return (TurnedDown(reason=said(command.reason)),)
        case Approve():
            return _approve(command, state, asked)
        case Confirm():
            return _confirm(state, asked)
        case Repeat():
            if isinstance(state, Underway):
                return ()
            known(asked, command.person)
            legal_basis = said(command.legal_basis)
            return (Repeated(person=command.person, classes=command.classes, legal_basis=legal_basis),)
        case Complete():
            if isinstance(state, Done):
                return ()
            if not isinstance(state, Underway):
                raise Refused("erasure.not-confirmed")
            return (Completed(stores=command.stores, copies=_sent_out(state.person, asked)),)
        case _:
            assert_never(command)


def asked_for(among: Iterable[str], person: PersonId, streams: Streams) -> frozenset[StreamId]:
    """Of some erasures, those that a person asked for."""
    return frozenset(
        each for each in among if isinstance(state := streams.see(each), Asking) and state.requested_by == person
    )


def carried_out(stream: str, see: See) -> tuple[tuple[str, Command], ...]:
    """What follows from a confirmation: the person's own stream covers the texts."""
    state = see(stream)
    if not isinstance(state, Underway):
        return ()
    erase = Erase(erasure=stream, classes=state.classes, legal_basis=handed_on(state.legal_basis))
    return ((state.person, erase),)


def _request(command: Request, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("erasure.exists")
    if scope_of(asked.stream) != COMMON_SCOPE:
        raise Refused("erasure.of-all-clusters")
    known(asked, command.person)
    classes = tuple(each for each in TextClass if each in command.classes)
    if not texts_about(classes, asked, command.person):
        raise Refused("erasure.nothing", person=command.person)
    return (
        Requested(person=command.person, classes=classes, reason=said(command.reason), requested_by=asked.by.person),
    )


def _approve(command: Approve, state: State, asked: Asked) -> tuple[Event, ...]:
    if isinstance(state, Approval):
        return ()
    if not isinstance(state, Asking) or isinstance(state, Refusal | Underway):
        raise Refused("erasure.settled")
    _may_be_erased(state, command.authority is not None, asked)
    return (
        Approved(
            legal_basis=said(command.legal_basis),
            authority=said_if(command.authority),
            approved_by=asked.by.person,
        ),
    )


def _confirm(state: State, asked: Asked) -> tuple[Event, ...]:
    if isinstance(state, Underway):
        return ()
    if not isinstance(state, Approval):
        raise Refused("erasure.not-approved")
    if asked.by.person == state.approved_by:
        raise Refused("erasure.second-person")
    _may_be_erased(state, state.authority is not None, asked)
    return (Confirmed(),)


def _may_be_erased(state: Asking, is_permitted: bool, asked: Asked) -> None:
    """Refuse what is the person's own affair to decide, what the archives keep, and whoever still has a part in what is decided."""
    if asked.by.person == state.person:
        raise Refused("erasure.own-affair")
    if TextClass.PUBLIC_RECORD not in state.classes:
        return
    if not is_permitted and has_served(state.person, asked):
        raise Refused("erasure.public-record", person=state.person)
    part = still_serves(state.person, asked.today, asked)
    if part is not None:
        raise Refused("erasure.still-serves", person=state.person, id=part)


def _sent_out(person: PersonId, asked: Asked) -> tuple[StreamId, ...]:
    """Minutes that left the house with the person's name in them."""
    return tuple(
        each
        for each in asked.ids("minutes")
        if isinstance(state := asked.see(each), Published) and attended_on(asked.see(state.meeting), person)
    )


REFUSALS: Reasons = {
    "erasure.exists": ("Sletningen er allerede begæret.", "The erasure is already requested."),
    "erasure.of-all-clusters": (
        "En sletning rammer personen i alle klynger. Begær den under dk/erasure.",
        "An erasure reaches the person in every cluster. Request it under dk/erasure.",
    ),
    "erasure.nothing": (
        "Der er ingen oplysninger af den art om {person}.",
        "There are no texts of that kind about {person}.",
    ),
    "erasure.settled": (
        "Der er allerede taget stilling til sletningen. Begær den på ny, hvis den skal prøves igen.",
        "The erasure is settled. Request it anew if it is to be looked at again.",
    ),
    "erasure.not-approved": (
        "Sletningen skal først være godkendt af databeskyttelsesrådgiveren.",
        "The data protection officer must approve the erasure first.",
    ),
    "erasure.not-confirmed": ("Sletningen er ikke bekræftet.", "The erasure is not confirmed."),
    "erasure.second-person": (
        "En anden end den, der godkendte sletningen, skal bekræfte den.",
        "Somebody other than whoever approved the erasure must confirm it.",
    ),
    "erasure.own-affair": (
        "Ingen afgør en sletning af sine egne oplysninger. Lad en anden gøre det.",
        "Nobody decides on erasing what is about themselves. Let somebody else do it.",
    ),
    "erasure.public-record": (
        "{person} har haft plads eller hverv, og oplysningerne hører til beslutningsprotokollen; de kan rettes, ikke slettes. "
        "Afslå sletningen med den begrundelse, eller angiv arkivmyndighedens tilladelse.",
        "{person} has held a seat or an office, and the texts belong to the record of decisions; they can be corrected, not "
        "erased. Refuse the erasure for that reason, or name the permission of the archive authority.",
    ),
    "erasure.still-serves": (
        "{person} har stadig en plads eller et hverv ({id}). Afslut det først.",
        "{person} still has a seat or an office ({id}). End that first.",
    ),
}

ERASURE = Kind(
    name="erasure",
    danish="sletning",
    events=(Requested, TurnedDown, Approved, Confirmed, Repeated, Completed),
    commands=(Request, TurnDown, Approve, Confirm, Repeat, Complete),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)

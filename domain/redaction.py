"""Redaction (sløring): one block of text made unreadable for ever, asked for by one and carried out by another.

The event covers the block; its key is destroyed afterwards, and the record still verifies (architecture §3, law 5).
"""

from typing import assert_never

from msgspec import Struct

from domain.assurance import Assurance
from domain.counts import Version
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known, same_scope
from domain.names import PersonId, StreamId
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, TextAt, said


class Where(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The block: the event it was said in, and the path of its field."""

    of: StreamId
    version: Version
    field: str

    @property
    def text_at(self) -> TextAt:
        return TextAt(self.of, self.version, self.field)


# --- events ---


class Requested(Event, frozen=True, kw_only=True):
    """Somebody wants a text made unreadable."""

    tag = "redaction.requested"
    da = "Sløring ønsket i {where}: {reason}"
    en = "Redaction requested in {where}: {reason}"

    where: Where
    reason: Kept
    requested_by: PersonId
    """Compared by the rule of two people, so it stands here beside the envelope."""


class CarriedOut(Event, frozen=True, kw_only=True):
    """The text may be destroyed: this event covers the missing key."""

    tag = "redaction.carried-out"
    unsettles = True
    da = "Tekst i {where} er sløret: {legal_basis}"
    en = "A text in {where} is redacted: {legal_basis}"

    where: Where
    legal_basis: Kept


# --- state ---


class Asking(Struct, frozen=True, kw_only=True):
    """Waits for a second person."""

    where: Where
    requested_by: PersonId


class Done(Struct, frozen=True, kw_only=True):
    """The text is gone."""

    where: Where


State = Unknown | Asking | Done


def evolve(state: State, event: Requested | CarriedOut) -> State:
    match event:
        case Requested():
            return Asking(where=event.where, requested_by=event.requested_by)
        case CarriedOut():
            return Done(where=event.where)
        case _:
            assert_never(event)


# --- commands ---


class Request(Command, frozen=True, kw_only=True):
    """Bed om sløring af en tekst."""

    verb = "request"
    who = (Who.SECRETARIAT,)
    gives = (Requested,)
    creates = True
    assurance = Assurance.SUBSTANTIAL

    where: Where
    reason: Text


class CarryOut(Command, frozen=True, kw_only=True):
    """Gennemfør sløringen."""

    verb = "carry-out"
    who = (Who.CHAIR, Who.ADMINISTRATOR)
    gives = (CarriedOut,)
    assurance = Assurance.SUBSTANTIAL

    legal_basis: Text


class Repeat(Command, frozen=True, kw_only=True):
    """Gennemfør sløringen igen, efter at protokollen er gendannet fra en kopi fra før."""

    verb = "repeat"
    who = (Who.HOUSE,)
    gives = (CarriedOut,)
    creates = True

    where: Where
    legal_basis: Text


def decide(command: Request | CarryOut | Repeat, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Request():
            if not isinstance(state, Unknown):
                raise Refused("redaction.exists")
            known(asked, command.where.of)
            same_scope(asked, command.where.of)
            if not asked.has_block(command.where.text_at):
                raise Refused("redaction.block-unknown")
            reason = said(command.reason)
            return (Requested(where=command.where, reason=reason, requested_by=asked.by.person),)
        case CarryOut():
            if isinstance(state, Done):
                return ()
            assert isinstance(state, Asking)
            if asked.by.person == state.requested_by:
                raise Refused("redaction.second-person")
            return (CarriedOut(where=state.where, legal_basis=said(command.legal_basis)),)
        case Repeat():
            if isinstance(state, Done):
                return ()
            return (CarriedOut(where=command.where, legal_basis=said(command.legal_basis)),)
        case _:
            assert_never(command)


REFUSALS: Reasons = {
    "redaction.exists": ("Sløringen er allerede begæret.", "The redaction is already requested."),
    "redaction.block-unknown": ("Teksten findes ikke.", "The text does not exist."),
    "redaction.second-person": (
        "En anden end den, der bad om sløring, skal gennemføre den.",
        "Somebody other than whoever asked must carry it out.",
    ),
}

REDACTION = Kind(
    name="redaction",
    danish="sløring",
    events=(Requested, CarriedOut),
    commands=(Request, CarryOut, Repeat),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)

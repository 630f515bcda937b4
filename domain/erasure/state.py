"""What has become of an erasure: asked for, refused, approved, confirmed, repeated after a restore, completed."""

from typing import assert_never

from msgspec import Struct

from domain.kernel import Event, Unknown
from domain.names import Label, PersonId, StreamId
from domain.text import Kept, TextClass

# --- events ---


class Requested(Event, frozen=True, kw_only=True):
    """Somebody wants texts about a person erased."""

    tag = "erasure.requested"
    unsettles = True
    text_class = TextClass.CONTACT
    da = "Sletning ønsket for {person}: {classes}."
    en = "Erasure requested for {person}: {classes}."

    person: PersonId
    classes: tuple[TextClass, ...]
    reason: Kept
    requested_by: PersonId


class TurnedDown(Event, frozen=True, kw_only=True):
    """The texts stay, and why."""

    tag = "erasure.refused"
    text_class = TextClass.CONTACT
    da = "Sletningen er afslået."
    en = "The erasure is refused."

    reason: Kept


class Approved(Event, frozen=True, kw_only=True):
    """The law lets the texts be erased; another person must confirm it."""

    tag = "erasure.approved"
    da = "Sletningen er godkendt efter {legal_basis}[; arkivmyndighedens tilladelse: {authority}]. En anden skal bekræfte."
    en = "The erasure is approved by {legal_basis}[; permission of the archive authority: {authority}]. Another must confirm."

    legal_basis: Kept
    authority: Kept | None = None
    approved_by: PersonId
    """Compared by the rule of two people, so it stands here beside the envelope."""


class Confirmed(Event, frozen=True, kw_only=True):
    """Two people agree: it is carried out."""

    tag = "erasure.confirmed"
    da = "Sletningen er bekræftet."
    en = "The erasure is confirmed."


class Repeated(Event, frozen=True, kw_only=True):
    """The record was put back from a copy made before: what two people agreed on then is carried out again."""

    tag = "erasure.repeated"
    da = "Sletningen er gentaget efter gendannelse fra en kopi: {classes}. Hjemmel: {legal_basis}"
    en = "The erasure is repeated after a restore from a copy: {classes}. Legal basis: {legal_basis}"

    person: PersonId
    classes: tuple[TextClass, ...]
    legal_basis: Kept


class Completed(Event, frozen=True, kw_only=True):
    """The keys are gone from the stores; what left the house before is out of reach."""

    tag = "erasure.completed"
    da = "Sletningen er gennemført i {stores}[; referater, der allerede er udsendt: {copies}]."
    en = "The erasure is carried out in {stores}[; minutes that were sent out before: {copies}]."

    stores: tuple[Label, ...]
    copies: tuple[StreamId, ...] = ()
    """Minutes, published before, of meetings that the person attended."""


# --- state ---


class Asking(Struct, frozen=True, kw_only=True):
    """Waits for a decision."""

    person: PersonId
    classes: tuple[TextClass, ...]
    requested_by: PersonId


class Refusal(Asking, frozen=True, kw_only=True):
    """The texts stay."""


class Approval(Asking, frozen=True, kw_only=True):
    """Waits for a second person."""

    legal_basis: Kept
    approved_by: PersonId
    authority: Kept | None


class Underway(Asking, frozen=True, kw_only=True):
    """The person's stream covers the texts; their keys are being destroyed."""

    legal_basis: Kept


class Done(Underway, frozen=True, kw_only=True):
    """The keys are gone."""


State = Unknown | Asking


def evolve(state: State, event: Requested | TurnedDown | Approved | Confirmed | Repeated | Completed) -> State:
    match event:
        case Requested():
            return Asking(person=event.person, classes=event.classes, requested_by=event.requested_by)
        case TurnedDown():
            assert isinstance(state, Asking)
            return Refusal(person=state.person, classes=state.classes, requested_by=state.requested_by)
        case Approved():
            assert isinstance(state, Asking)
            return Approval(
                person=state.person,
                classes=state.classes,
                requested_by=state.requested_by,
                legal_basis=event.legal_basis,
                approved_by=event.approved_by,
                authority=event.authority,
            )
        case Confirmed():
            assert isinstance(state, Approval)
            return _underway(state, state.legal_basis)
        case Repeated():
            by = state.requested_by if isinstance(state, Asking) else event.person
            asking = Asking(person=event.person, classes=event.classes, requested_by=by)
            return _underway(asking, event.legal_basis)
        case Completed():
            assert isinstance(state, Underway)
            return Done(
                person=state.person,
                classes=state.classes,
                requested_by=state.requested_by,
                legal_basis=state.legal_basis,
            )
        case _:
            assert_never(event)


def _underway(state: Asking, legal_basis: Kept) -> Underway:
    return Underway(
        person=state.person, classes=state.classes, requested_by=state.requested_by, legal_basis=legal_basis
    )

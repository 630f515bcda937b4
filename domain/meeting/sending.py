"""The agenda goes out (udsendelse): put in order, sent in numbered revisions, adopted by the meeting."""

from typing import Annotated, assert_never

import msgspec
from msgspec import Meta

from domain.assurance import Assurance
from domain.kernel import About, Asked, Command, Event, Who
from domain.meeting.agenda import AGENDA_ITEMS_MAX
from domain.meeting.agenda_rules import changed, is_late, not_fixed, on_agenda
from domain.meeting.state import Called, InSession, Meeting, Upcoming, item_of, still_open
from domain.names import ItemId
from domain.refusal import Refused
from domain.text import Kept, Text, said_if

# --- events ---


class AgendaOrdered(Event, frozen=True, kw_only=True):
    """All items stand in this order."""

    tag = "meeting.agenda-ordered"
    concerns = About.ITEMS
    da = "Dagsordenens rækkefølge er ændret."
    en = "The order of the agenda has changed."

    items: tuple[ItemId, ...]


class AgendaSent(Event, frozen=True, kw_only=True):
    """The agenda is sent (udsendt). Whatever changes afterwards needs a new revision."""

    tag = "meeting.agenda-sent"
    da = "Dagsordenen er sendt, udgave {revision}."
    en = "The agenda is sent, revision {revision}."

    revision: int
    late: bool = False
    """After the day that the body's rules name."""


class AgendaAdopted(Event, frozen=True, kw_only=True):
    """The meeting has adopted the agenda, and with it what it holds behind closed doors."""

    tag = "meeting.agenda-adopted"
    da = "Dagsordenen er godkendt, også at dens lukkede punkter er lukkede.[ {text}]"
    en = "The agenda is adopted, its closed items as closed.[ {text}]"
    said_da = "Dagsordenen er godkendt.[ {text}]"
    said_en = "The agenda is adopted.[ {text}]"

    text: Kept | None = None
    """»Ingen bemærkninger«."""


Events = AgendaOrdered | AgendaSent | AgendaAdopted


def evolve(state: Meeting, event: Events) -> Meeting:
    match event:
        case AgendaOrdered():
            ordered = {name: state.items[name] for name in event.items} | state.items
            return changed(msgspec.structs.replace(state, items=ordered))
        case AgendaSent():
            assert isinstance(state, Upcoming)
            agenda = msgspec.structs.replace(state.agenda, revision=event.revision, unsent=False)
        case AgendaAdopted():
            assert isinstance(state, Upcoming)
            agenda = msgspec.structs.replace(state.agenda, adopted=True)
        case _:
            assert_never(event)
    return msgspec.structs.replace(state, agenda=agenda)


# --- commands ---


class OrderAgenda(Command, frozen=True, kw_only=True):
    """Sæt dagsordenens rækkefølge. Punkter, der ikke nævnes, kommer efter, som de stod."""

    verb = "order-agenda"
    who = (Who.CHAIR, Who.SECRETARIAT)
    gives = (AgendaOrdered,)

    items: Annotated[tuple[ItemId, ...], Meta(max_length=AGENDA_ITEMS_MAX)]


class SendAgenda(Command, frozen=True, kw_only=True):
    """Send dagsordenen ud."""

    verb = "send-agenda"
    who = (Who.SECRETARIAT,)
    gives = (AgendaSent,)


class AdoptAgenda(Command, frozen=True, kw_only=True):
    """Godkend dagsordenen."""

    verb = "adopt-agenda"
    who = (Who.CHAIR,)
    gives = (AgendaAdopted,)
    assurance = Assurance.SUBSTANTIAL

    text: Text | None = None


Commands = OrderAgenda | SendAgenda | AdoptAgenda


def decide(command: Commands, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    still_open(state)
    match command:
        case OrderAgenda():
            return _order(command, state, asked)
        case SendAgenda():
            return _send(state, asked)
        case AdoptAgenda():
            if not isinstance(state, InSession):
                raise Refused("meeting.not-open")
            return () if state.agenda.adopted else (AgendaAdopted(text=said_if(command.text)),)
        case _:
            assert_never(command)


def _order(command: OrderAgenda, state: Meeting, asked: Asked) -> tuple[Event, ...]:
    not_fixed(state, asked)
    for index, name in enumerate(command.items):
        on_agenda(item_of(state, name), name)
        if name in command.items[:index]:
            raise Refused("meeting.item-twice", item=name)
    order = (*command.items, *(name for name in state.items if name not in command.items))
    return () if order == tuple(state.items) else (AgendaOrdered(items=order),)


def _send(state: Meeting, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Called):
        raise Refused("meeting.already-open")
    if not any(not item.withdrawn for item in state.items.values()):
        raise Refused("meeting.agenda-empty")
    if not state.agenda.unsent:
        return ()
    return (AgendaSent(revision=state.agenda.revision + 1, late=is_late(state, asked)),)

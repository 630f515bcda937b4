"""Announcements (oplyste øremærkninger): what a paper says is earmarked is a quotation and posts nothing."""

from typing import Annotated

import msgspec
from msgspec import Meta

from domain.assurance import Assurance
from domain.awaited import CONDITIONS_MAX, Conditions
from domain.claims import AmountSaid
from domain.effects import OpenCondition
from domain.fund.state import EARMARKS_MAX, Active, Announced
from domain.kernel import Asked, Command, Event, Who, known
from domain.names import ConditionId, DocumentId, LocalName
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep, keep_all, said

# --- events ---


class EarmarkAnnounced(Event, frozen=True, kw_only=True):
    """A paper says that money is earmarked. Nothing is posted."""

    tag = "fund.earmark-announced"
    rank = 4
    da = "Øremærket ifølge {document}: {said}. Intet er bogført."
    en = "Earmarked according to {document}: {said}. Nothing is posted."

    earmark: LocalName
    said: AmountSaid[Kept]
    purpose: Kept
    waits: tuple[ConditionId, ...]
    opens: tuple[OpenCondition[Kept], ...]
    document: DocumentId


Events = EarmarkAnnounced


def evolve(state: Active, event: Events) -> Active:
    announced = Announced(waits=frozenset(event.waits))
    return msgspec.structs.replace(state, earmarks=state.earmarks | {event.earmark: announced})


# --- commands ---


class AnnounceEarmark(Command, frozen=True, kw_only=True):
    """Notér en øremærkning, som et papir oplyser; intet bogføres."""

    verb = "announce-earmark"
    who = (Who.SECRETARIAT,)
    gives = (EarmarkAnnounced,)
    needs_version = True
    assurance = Assurance.SUBSTANTIAL

    earmark: LocalName
    said: AmountSaid[Text]
    purpose: Text
    document: DocumentId
    opens: Annotated[tuple[OpenCondition[Text], ...], Meta(max_length=CONDITIONS_MAX)] = ()
    waits: Conditions = ()


Commands = AnnounceEarmark


def decide(command: Commands, state: Active, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.document, *command.waits)
    require_new(state, command.earmark)
    return (
        EarmarkAnnounced(
            earmark=command.earmark,
            said=keep(command.said),
            purpose=said(command.purpose),
            waits=(*command.waits, *(opened.condition for opened in command.opens)),
            opens=keep_all(command.opens),
            document=command.document,
        ),
    )


def require_new(state: Active, earmark: LocalName) -> None:
    """Refuse a name that something in the fund already has. Raises Refused `fund.earmark-exists`, `fund.full`."""
    if earmark in state.earmarks or earmark in state.allocations or earmark in state.registrations:
        raise Refused("fund.earmark-exists", earmark=earmark)
    if len(state.earmarks) >= EARMARKS_MAX:
        raise Refused("fund.full", count=EARMARKS_MAX)


REFUSALS: Reasons = {
    "fund.earmark-exists": ("Øremærkningen {earmark} findes.", "The earmark {earmark} exists."),
    "fund.full": ("En pulje har højst {count} øremærkninger.", "A fund has at most {count} earmarks."),
}

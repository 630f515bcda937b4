"""Who owes what to whom, by when, and have they replied? The actions owed (opgaver) of a scope.

Topic `{scope}/actions`. Key: `{action}/{debtor}`, the debtor's id percent-encoded, or `not-stated`.
"""

from typing import Any, Generic
from urllib.parse import quote

import msgspec
from msgspec import Struct

from domain.action import Assigned, Replied
from domain.dates import Day, day_of
from domain.effects import ByBody, ByParty, ByPerson, Debtor
from domain.kernel import Recorded
from domain.names import name_of, scope_of
from domain.text import Kept, T
from projections.reveal import N, Place, place_of, reveal
from projections.view import Get, Named, Rows, Sight, View


class ActionRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="action"):
    """What one debtor owes."""

    action: N
    owed_by: str
    """By stored name: party, body, person, not-stated."""
    report_to: N
    state: str
    """owed, replied"""
    since: Day
    position: int
    what: T | None = None
    debtor: N | None = None
    answer_by: Day | None = None
    decision: Place[N] | None = None
    """The decision that gave it."""
    reply: T | None = None
    replied_on: Day | None = None
    document: N | None = None


Row = ActionRow[Kept, str]
Shown = ActionRow[str | None, Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, action, position = recorded.event, recorded.stream, recorded.position
    topic, on = f"{scope_of(action)}/actions|{name_of(action)}", day_of(recorded.recorded_at)
    match event:
        case Assigned():
            owed = Row(
                action=action,
                owed_by="",
                report_to=event.report_to,
                state="owed",
                since=on,
                what=event.what,
                answer_by=event.answer_by,
                decision=place_of(event.decision),
                position=position,
            )
            return {
                _key(topic, debtor): msgspec.structs.replace(
                    owed, owed_by=str(debtor.__struct_config__.tag), debtor=_who(debtor)
                )
                for debtor in event.owed_by
            }
        case Replied():
            key = _key(topic, event.debtor)
            changes = {"reply": event.text, "replied_on": on, "document": event.document, "position": position}
            return {key: msgspec.structs.replace(get(key), state="replied", **changes)}
        case _:
            return {}


def _key(topic: str, debtor: Debtor) -> str:
    return f"{topic}/{quote(_who(debtor) or 'not-stated', safe='')}"


def _who(debtor: Debtor) -> str | None:
    match debtor:
        case ByParty():
            return debtor.party
        case ByBody():
            return debtor.body
        case ByPerson():
            return debtor.person
        case _:
            return None


def show(key: str, row: Any, sight: Sight) -> Any:
    return None if sight.hides_stream(row.action) else reveal(row, sight)


ACTIONS = View(
    name="actions",
    version=1,
    row=Row,
    shown=Shown,
    folds=frozenset({Assigned, Replied}),
    evolve=evolve,
    show=show,
    closes=True,
)

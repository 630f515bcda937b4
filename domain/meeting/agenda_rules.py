"""What an agenda (dagsorden) allows: until the meeting adopts it the secretariat changes it, from then on the chair."""

import msgspec

from domain.bodies import rules_on
from domain.dates import day_of_moment, days_before, is_moment
from domain.kernel import Asked
from domain.meeting.state import Cancelled, Item, Meeting, Upcoming
from domain.names import ItemId
from domain.refusal import Refused

CHAIR_RULE = "chair-of-body"
"""The policy's rule by which a chair acts."""


def is_adopted(state: Meeting) -> bool:
    """Whether the meeting has adopted its agenda."""
    return isinstance(state, Upcoming) and state.agenda.adopted


def changed(state: Meeting) -> Meeting:
    """The meeting with an agenda that no longer is as it was sent."""
    if not isinstance(state, Upcoming) or state.agenda.unsent:
        return state
    return msgspec.structs.replace(state, agenda=msgspec.structs.replace(state.agenda, unsent=True))


def on_agenda(item: Item, name: ItemId) -> None:
    """Refuse an item that was taken off the agenda."""
    if item.withdrawn:
        raise Refused("meeting.item-off-agenda", item=name)


def not_called_off(state: Meeting) -> None:
    """Refuse a meeting that is not held. Of one that is over, who may read what is still to be said: a case must be closed."""
    if isinstance(state, Cancelled):
        raise Refused("meeting.called-off")


def not_fixed(state: Meeting, asked: Asked) -> None:
    """Refuse changes of an adopted agenda to all but the chair, who speaks for the meeting."""
    if is_adopted(state) and asked.by.rule != CHAIR_RULE:
        raise Refused("meeting.agenda-fixed")


def is_late(state: Meeting, asked: Asked) -> bool:
    """Whether what comes onto the agenda now comes late: the meeting has adopted it, or the body's rules name a day."""
    if not isinstance(state, Upcoming):
        return False
    if state.agenda.adopted or state.starts_at is None or not is_moment(state.starts_at):
        return state.agenda.adopted
    day = day_of_moment(state.starts_at)
    days = rules_on(asked.see(state.body), day).agenda_days
    return days is not None and asked.today > days_before(day, days)

"""Voice (taleret): whoever is recused from an item says nothing at it and changes nothing of it, on whatever seat."""

from typing import Any

from domain.kernel import Asked, Command, Unknown
from domain.meeting.attendance import Recuse
from domain.meeting.floor import TakeUpItem
from domain.meeting.guests import InviteGuest
from domain.names import ItemId
from domain.refusal import Refused

FREE = (Recuse, TakeUpItem)
"""To say it again, and to call the item that one then leaves to the others, is neither."""


def has_voice(command: Command, state: Any, asked: Asked) -> None:
    """Refuse a command about an item to whoever is recused from it. What follows of itself is no one's voice."""
    if asked.cause is not None or isinstance(state, Unknown) or isinstance(command, FREE):
        return
    if any(asked.by.person in state.items[item].recused for item in _items_of(command) if item in state.items):
        raise Refused("meeting.disqualified", person=asked.by.person)


def _items_of(command: Any) -> tuple[ItemId, ...]:
    if isinstance(command, InviteGuest):
        return command.items
    item = getattr(command, "item", None)
    return () if item is None else (item,)

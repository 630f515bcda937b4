"""Fund (klyngemidler): no krone twice. One stream of several nouns, a file each; money moves by legs that sum to zero.

`accounts.py` says which accounts there are and how each posting goes; `state.py` what the rules read.
"""

from typing import Any, get_args

import msgspec

from domain.fund import announcements, opening, resolving
from domain.fund.accounts import posted
from domain.fund.announcements import AnnounceEarmark, EarmarkAnnounced
from domain.fund.opening import Open, Opened
from domain.fund.resolving import ConditionMet, EarmarkReleased, NoteCondition, Release, Why
from domain.fund.state import EARMARKS_MAX, Active, Announced, Held, Released, State, WoundUp, waits_of
from domain.kernel import Asked, Event, Kind
from domain.refusal import Reasons

__all__ = [
    "EARMARKS_MAX", "FUND", "Active", "AnnounceEarmark", "Announced", "ConditionMet", "EarmarkAnnounced", "EarmarkReleased", "Held",
    "NoteCondition", "Open", "Opened", "Release", "Released", "State", "Why", "WoundUp", "waits_of",
]  # fmt: skip

NOUNS = (opening, announcements, resolving)


def _each(union: Any) -> tuple[Any, ...]:
    """The classes of a union, or the one that stands alone."""
    return get_args(union) or (union,)


NOUN_OF = {each: noun for noun in NOUNS for each in (*_each(noun.Events), *_each(noun.Commands))}
"""event or command class -> the file that holds its rules."""


def evolve(state: State, event: Any) -> State:
    after = NOUN_OF[type(event)].evolve(state, event)
    if not isinstance(after, Active):
        return after  # type: ignore[no-any-return]
    version, legs = after.version + 1, getattr(event, "legs", ())
    if not legs:
        return msgspec.structs.replace(after, version=version)
    return msgspec.structs.replace(
        after,
        version=version,
        accounts=posted(after.accounts, legs),
        postings=after.postings | {version: event},
    )


def decide(command: Any, state: State, asked: Asked) -> tuple[Event, ...]:
    return NOUN_OF[type(command)].decide(command, state, asked)  # type: ignore[no-any-return]


REFUSALS: Reasons = {code: reason for noun in NOUNS for code, reason in noun.REFUSALS.items()}

FUND = Kind(
    name="fund",
    danish="klyngemidler",
    events=tuple(event for noun in NOUNS for event in _each(noun.Events)),
    commands=tuple(command for noun in NOUNS for command in _each(noun.Commands)),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)

"""Rows of agreements: the agreement, how far each party is in it, and the steps by which it changed and ended."""

from typing import Generic

from msgspec import Struct

from domain.dates import Day
from domain.text import T
from projections.reveal import N, Place, R
from projections.said import SaidDate


class PeriodRow(Struct, Generic[R], frozen=True, kw_only=True, gc=False):
    """A time in which an agreement holds for a party."""

    how: str
    """new, transition, resumed"""
    begins: SaidDate[R] | None = None
    """None: the paper gives no date."""
    ceases_on: Day | None = None
    suspended: bool = False
    reason: R | None = None
    """Why it was suspended."""


class AnswerRow(Struct, frozen=True, kw_only=True, gc=False):
    """Whether the agreement binds the party on the day asked about, and why."""

    on: Day
    binds: str
    """yes, no, unknown"""
    why: str
    """in-force, not-yet, suspended, terminated, day-not-exact, history-incomplete …"""
    day: Day | None = None
    """The first day on which it holds, or the first on which it no longer does."""
    words: str | None = None
    """How the paper says the day, where it is not exact."""


class BondRow(Struct, Generic[R, N], frozen=True, kw_only=True, gc=False, tag="bond"):
    """One party's part in one agreement."""

    agreement: N
    party: N
    history: str
    """complete, incomplete"""
    position: int
    """Where the party's own part changed last."""
    title: R | None = None
    adopted: bool = False
    organ: str | None = None
    adopted_when: SaidDate[R] | None = None
    periods: tuple[PeriodRow[R], ...] = ()
    ends_on: Day | None = None
    """The first day on which the agreement binds nobody."""
    ended_by: str | None = None
    """terminated, by-law"""
    replaced_by: R | None = None
    end_version: int | None = None
    """The version of the agreement's stream at which its end was set."""
    answer: AnswerRow | None = None
    """Where a day is asked about (`?on=`); never over a socket."""


class AgreementRow(Struct, Generic[R, N], frozen=True, kw_only=True, gc=False, tag="agreement"):
    """An agreement between parties."""

    agreement: N
    parties: tuple[N, ...]
    history: str
    position: int
    """Where it was registered; it stays, since what comes later may be closed."""
    title: R | None = None
    scope: R | None = None
    """What it covers, in words."""
    agreed_said: SaidDate[R] | None = None
    owner: N | None = None
    owner_version: int | None = None
    begun_who: R | None = None
    begun_words: R | None = None
    begun_on: SaidDate[R] | None = None
    begun_decision: Place[N] | None = None
    document: N | None = None
    ends_on: Day | None = None
    ended_by: str | None = None
    replaced_by: R | None = None
    end_version: int | None = None


class StepRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="step"):
    """A step by which an agreement changed or came to its end."""

    agreement: N
    step: str
    """widened, narrowed, adjusted, owner-named, termination-proposed, termination-approved, terminated, ended-by-law"""
    recorded_on: Day
    version: int
    position: int
    text: T | None = None
    """What was changed; why its end was proposed; what takes its place; what a law says."""
    by: N | None = None
    """The body or party that did it, or follows it."""
    from_on: Day | None = None
    ceases_on: Day | None = None
    decision: Place[N] | None = None
    who: T | None = None
    document: N | None = None


class PartyOf(Struct, frozen=True, kw_only=True, gc=False, tag="party-of"):
    """Where a party belongs, and what it is party to. Never shown."""

    scopes: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()


class PlacesOf(Struct, frozen=True, kw_only=True, gc=False, tag="places-of"):
    """In which scopes the rows of an agreement stand, and its steps by version. Never shown."""

    scopes: tuple[str, ...]
    steps: tuple[int, ...] = ()

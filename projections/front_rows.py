"""Rows of a cluster's front page: what there is, is to come, is open or is missing."""

from typing import Generic

from msgspec import Struct

from domain.dates import Day, Moment
from domain.text import T
from projections import board_rows
from projections.reveal import N, Place


class EndRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="end"):
    """The cluster has an end; it stands here before and after."""

    cluster: N
    ceases_on: Day
    """The first day on which it is no more."""
    successors: tuple[N, ...]
    decided: int
    """The version of its stream at which that was decided."""
    position: int
    dissolved: bool = False


class BodyRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="body"):
    """A body that is not closed."""

    body: N
    level: str
    position: int
    name: T | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None
    """Where it is closed from a day: the first on which it is no longer."""


class MeetingRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="meeting"):
    """A meeting that is called or in session; adjourned or cancelled, its row goes."""

    meeting: N
    body: N
    phase: str
    """called, in-session"""
    starts_at: Moment
    position: int
    ends_at: Moment | None = None
    form: str | None = None
    place: T | None = None
    agenda: int | None = None
    """The revision of the agenda that was sent last."""


class InitiativeRow(
    board_rows.InitiativeRow[T, N], Generic[T, N], frozen=True, kw_only=True, gc=False, tag="initiative"
):
    """An initiative that has not ended, as the board tells of it: so the page can say how many are what."""


class ConditionRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="condition"):
    """A condition that is open."""

    condition: N
    since: Day
    position: int
    words: T | None = None
    awaited: N | None = None
    answer_by: Day | None = None
    late: bool = False
    """The deadline has passed, says the clock service."""
    blocks: tuple[Place[N], ...] = ()
    """What it holds back, as far as the reader may know of it."""
    ended: int | None = None
    """The version of its stream at which it ended, where that is closed to the reader: to them it is open still."""


class VacancyRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="vacancy"):
    """A seat that nobody holds."""

    body: N
    seat: str
    position: int
    party: N | None = None
    role: T | None = None
    patients: bool = False
    because: str | None = None
    """By stored name."""
    since: Day | None = None


class MoneyRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="money"):
    """A fund: øre that are free, held, allocated and not paid, as of the posting at `position`."""

    fund: N
    position: int
    name: T | None = None
    free_oere: int = 0
    conditional_oere: int = 0
    allocated_oere: int = 0
    opening: bool = False
    """Something in it is an opening entry after a paper, with gaps."""

"""Rows of one fund: accounts, postings, earmarks, allocations with their trails, frames, what others say it should be.

Every figure is whole øre, summed from postings alone. A row's `position` is that of the event by which its figures came to be
what they are; to check a figure, ask for the view as of that position. What papers quote stands apart and is added to nothing.
"""

from typing import Generic

from msgspec import Struct

from domain.dates import Day, Moment
from domain.text import T
from projections.reveal import N, Place


class StreamRow(Struct, frozen=True, kw_only=True, gc=False, tag="stream"):
    """Where the fund's own stream stands: the version for `If-Match`, which money requires."""

    version: int
    position: int


class FundRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="fund"):
    """The pool, and the sum of its accounts after the last posting."""

    position: int
    """Of the last posting; of the opening, where none is."""
    name: T | None = None
    terms: T | None = None
    state: str = "active"
    """active, wound-up, handed-over"""
    granted_oere: int = 0
    """All that came in as grants or was taken over from an earlier fund, less what was reversed."""
    free_oere: int = 0
    """Free, all years together (fri)."""
    conditional_oere: int = 0
    """Held by earmarks that wait (betinget)."""
    allocated_oere: int = 0
    """Allocated and not paid yet (bevilget)."""
    paid_oere: int = 0
    """Paid, less what was paid back (udbetalt − tilbagebetalt). Negative where more came back of what an earlier fund paid."""
    all_accounts_oere: int = 0
    """The sum of every account: always 0."""
    threshold_oere: int | None = None
    """From which amount two persons are required; None: always."""
    opening: bool = False
    """Something in it is an opening entry after a paper, with gaps."""
    successor: N | None = None
    """The fund it was handed over to."""


class AccountRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="account"):
    """One account."""

    account: str
    """Its label, as postings name it: `fri:2024`, `betinget:e2`."""
    sort: str
    """opening (åbning), grant (tilskud), free (fri), conditional (betinget), allocated (bevilget), paid (udbetalt),
    repaid (tilbagebetalt), carried (overført), party (part)"""
    balance_oere: int
    """After the posting at `position`. Negative where money came from: a grant, an opening, a party that paid in."""
    position: int
    """Of the last posting on it."""
    part: str | None = None
    """What follows the colon: a year, an earmark, an allocation, the years it was carried between."""
    party: N | None = None


class LegRow(Struct, frozen=True, kw_only=True, gc=False):
    """One leg of a posting. The legs of a posting sum to zero."""

    account: str
    amount_oere: int


class PostingRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="posting"):
    """One posting (postering), and what was left after it: a point of the fund over time."""

    what: str
    """The event's name within its kind: opened-with, grant-received, carried-over, contribution-shared, earmarked, allocated,
    earmark-reduced, earmark-released, paid, repaid, allocation-closed, reversed, wound-up, handed-over, taken-over."""
    legs: tuple[LegRow, ...]
    at: Moment
    """When it was recorded."""
    position: int
    version: int
    free_oere: int
    """Free after it, all years together."""
    granted_oere: int
    conditional_oere: int
    allocated_oere: int
    paid_oere: int
    """As in the fund's own row, after this posting."""
    amount_oere: int | None = None
    """What the event says it is about."""
    booked_on: Day | None = None
    """The effective day; None where the event states none: then the day it was recorded."""
    year: int | None = None
    """The year it is booked in; of what was carried over, the year it came to."""
    free_of_year_oere: int | None = None
    """Free in that year, after it."""
    decisions: tuple[Place[N], ...] = ()
    """The decisions that authorise it: meeting and label. A payment, a closing, a reversal has those of what it is about, where
    it names none of its own. Those taken at an item closed to the reader are left out."""
    text: T | None = None
    """A purpose, a reason, a basis."""
    earmark: str | None = None
    allocation: str | None = None
    party: N | None = None
    """To whom, or from whom."""
    voucher: str | None = None
    document: N | None = None
    """The paper it was entered from."""
    cited: T | None = None
    """The words of a decision that a paper cites as its source."""
    opening: bool = False
    """An opening entry (indgangspostering): entered after a paper about the time before, not decided here."""
    gaps: tuple[str, ...] = ()
    """What the paper does not tell."""
    key: N | None = None
    """Of `contribution-shared`: the financing key."""
    key_version: int | None = None
    reverses: int | None = None
    """The version of the posting that it mirrors, which is in that posting's key."""
    reversed_by: int | None = None
    """The version of the posting that mirrors it."""
    closed: bool = False
    """A decision at an item closed to the reader stands behind it: they see what was posted and no more, for books add up."""


class EarmarkRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="earmark"):
    """An earmark (øremærkning): announced by a paper, which posts nothing, or held, with money behind it."""

    earmark: str
    state: str
    """announced, cleared: quotations. held, allocated, released, reversed: postings."""
    position: int
    version: int | None = None
    """Of the event that told of its state last."""
    quoted_oere: int | None = None
    """What the words of a paper read as. It is never added to anything."""
    precision: str | None = None
    """Of `quoted_oere`: exact, stated, about, at-most."""
    amount_oere: int | None = None
    """What is held, or was when it ended."""
    document: N | None = None
    words: T | None = None
    """Of a quotation."""
    purpose: T | None = None
    waits_for: tuple[N, ...] = ()
    """Conditions."""
    waits_for_second_person: bool = False
    application: N | None = None
    proposal: N | None = None
    to_party: N | None = None
    year: int | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None
    allocation: str | None = None
    """What it became."""
    why: str | None = None
    """Of `released`, by stored name."""
    decisions: tuple[Place[N], ...] = ()
    closed: bool = False
    """As of a posting."""


class AllocationRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="allocation"):
    """An allocation (bevilling, udmøntning)."""

    allocation: str
    state: str
    """open, closed, reversed, handed-over"""
    amount_oere: int
    """What was allocated; of what was taken over, what was left and what was paid."""
    paid_oere: int
    """Less what was paid back; by an earlier fund too."""
    left_oere: int
    """Allocated and not paid, `bevilget:{allocation}`."""
    position: int
    """Of the last posting on it."""
    version: int
    """Of the event that allocated it."""
    year: int | None = None
    earmark: str | None = None
    application: N | None = None
    to_party: N | None = None
    purpose: T | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None
    one_off: bool = False
    evaluation: T | None = None
    """What is to be evaluated."""
    evaluation_earliest: Day | None = None
    evaluation_latest: Day | None = None
    """When the evaluation is due: some day between these."""
    evaluated_by: N | None = None
    """The paper with the evaluation, once it is closed."""
    unspent_oere: int | None = None
    """What went back to free when it was closed."""
    decisions: tuple[Place[N], ...] = ()
    opening: bool = False
    gaps: tuple[str, ...] = ()
    taken_from: N | None = None
    """The fund of an earlier cluster that made it: its decisions stand there."""
    paid_before_oere: int = 0
    """Of `paid_oere`, what was paid before it was taken over: those postings stand in the earlier fund."""
    closed: bool = False
    """As of a posting."""


class AllocationStepRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="allocation-step"):
    """One step of the trail of a krone: application, decisions, earmark, confirmation, payments, evaluation."""

    what: str
    """applied, decided, earmarked, earmark-reduced, earmark-released, condition-met, second-person-confirmed, allocated, paid,
    repaid, reversed, evaluated, allocation-closed, opened-with, handed-over, taken-over"""
    position: int
    """Of the fund's event that tells of it."""
    version: int
    """Of the same: where `amount_oere` is there, the key of the posting."""
    amount_oere: int | None = None
    application: N | None = None
    decision: Place[N] | None = None
    condition: N | None = None
    document: N | None = None
    party: N | None = None
    voucher: str | None = None
    on: Day | None = None

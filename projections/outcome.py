"""What an outcome says beyond its word, as rows hold it: whom a matter goes to, which question stands, until when."""

from typing import Generic

from msgspec import Struct

from domain.dates import Day
from domain.outcomes import (
    Appoints,
    ApprovedConditionally,
    ApprovedWithRemark,
    Deferred,
    Delegates,
    EstablishesBody,
    NoJointConclusion,
    NotedWithRecognition,
    Outcome,
    Plain,
    Recommends,
    Refers,
)
from domain.text import Kept, T
from projections.reveal import N
from projections.said import date_row


class OutcomeSays(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False):
    """What stands beside the word of an outcome. Remarks have rows of their own."""

    to: N | None = None
    """The body or party that a matter is recommended or sent to, or a step is left to."""
    direction: str | None = None
    parties: tuple[N, ...] = ()
    """Who agrees under the condition."""
    filled: tuple[str, ...] = ()
    """Seats that an appointment fills."""
    open: tuple[str, ...] = ()
    """Seats that it leaves open."""
    words: T | None = None
    """Somebody outside that a matter is sent to; the question left without joint conclusion; until when, as it was said."""
    earliest: Day | None = None
    latest: Day | None = None
    """Until when a matter is put off, or a step is left to others: some day between these."""
    step: str | None = None
    """The step that is left to another body."""
    body: N | None = None
    """The body that is set up."""


def outcome_says(outcome: Outcome[Kept]) -> OutcomeSays[Kept, str] | None:
    """None where the word says it all."""
    match outcome:
        case Recommends():
            return OutcomeSays(to=outcome.to_body)
        case Refers():
            to = outcome.to_body or outcome.to_party
            return OutcomeSays(to=to, words=outcome.to_outside, direction=outcome.direction)
        case Appoints():
            return OutcomeSays(filled=outcome.filled, open=outcome.open)
        case ApprovedConditionally(parties=()):
            return None
        case ApprovedConditionally():
            return OutcomeSays(parties=outcome.parties)
        case Deferred():
            until = date_row(outcome.expected)
            if until is None:
                return None
            return OutcomeSays(words=until.words, earliest=until.earliest, latest=until.latest)
        case Delegates():
            until_day = outcome.ceases_on
            return OutcomeSays(to=outcome.to_body, step=outcome.step, earliest=until_day, latest=until_day)
        case EstablishesBody():
            return OutcomeSays(body=outcome.body)
        case NoJointConclusion():
            return OutcomeSays(words=outcome.question)
        case Plain() | ApprovedWithRemark() | NotedWithRecognition():
            return None

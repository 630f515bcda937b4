"""Initiative (indsats, projekt): ordered or told of, confirmed, followed, changed and ended. One stream, a file each noun."""

from typing import Any

import msgspec

from domain import holding
from domain.initiative import (
    confirming,
    course,
    ending,
    evaluation,
    ladder,
    ordering,
    owners,
    reach,
    remarks,
    steering,
    told,
)
from domain.initiative.confirming import (
    ApproveConfirmation,
    ConfirmationApproved,
    ConfirmationReturned,
    ConfirmOrder,
    OrderConfirmed,
    ReturnConfirmation,
)
from domain.initiative.course import (
    BeginOperation,
    Deprioritise,
    Deprioritised,
    OperationBegan,
    Pause,
    Paused,
    Prolong,
    Prolonged,
    Resume,
    Resumed,
    Start,
    Started,
)
from domain.initiative.ending import End, InitiativeEnded, Merge, Merged
from domain.initiative.evaluation import Evaluate, Evaluated, EvaluationExpected, ExpectEvaluation
from domain.initiative.ladder import AgreeLadder, LadderAgreed, ReachStep, StepReached
from domain.initiative.ordering import (
    Describe,
    Described,
    List,
    Listed,
    Order,
    Ordered,
)
from domain.initiative.owners import AssignOwner, OwnerAssigned
from domain.initiative.reach import Adapt, Adapted, Narrow, Narrowed, Spread, SpreadTo, Widen, Widened
from domain.initiative.refusals import REFUSALS
from domain.initiative.remarks import AnswerRemark, Remark, RemarkAnswered, Remarked
from domain.initiative.state import Ended, Live, Standing, State, evaluated, still_open
from domain.initiative.steering import (
    AgreeRemedy,
    ColourReported,
    Escalate,
    Escalated,
    RemedyAgreed,
    ReportColour,
)
from domain.initiative.told import AgreePost, FundingNoted, NoteFunding, PostAgreed, ProgressQuoted, QuoteProgress
from domain.initiatives import Phase
from domain.kernel import Asked, Event, Kind
from domain.nouns import commands_of, events_of, nouns_by_class
from domain.planning import PARTIES_MAX

__all__ = [
    "INITIATIVE", "PARTIES_MAX", "Adapt", "Adapted", "AgreeLadder", "AgreePost", "AgreeRemedy", "AnswerRemark",
    "ApproveConfirmation", "AssignOwner", "BeginOperation", "ColourReported", "ConfirmOrder", "ConfirmationApproved",
    "ConfirmationReturned", "Deprioritise", "Deprioritised", "Describe", "Described", "End", "Ended", "Escalate", "Escalated",
    "Evaluate", "Evaluated", "EvaluationExpected", "ExpectEvaluation", "FundingNoted", "InitiativeEnded", "LadderAgreed", "List",
    "Listed", "Live", "Merge", "Merged", "Narrow", "Narrowed", "NoteFunding", "OperationBegan", "Order", "OrderConfirmed",
    "Ordered", "OwnerAssigned", "Pause", "Paused", "Phase", "PostAgreed", "ProgressQuoted", "Prolong", "Prolonged",
    "QuoteProgress", "ReachStep", "Remark", "RemarkAnswered", "Remarked", "RemedyAgreed", "ReportColour", "Resume", "Resumed",
    "ReturnConfirmation", "Spread", "SpreadTo", "Standing", "Start", "Started", "State", "StepReached", "Widen", "Widened",
    "evaluated",
]  # fmt: skip

NOUNS = (ordering, owners, remarks, confirming, steering, reach, course, ladder, evaluation, told, ending)
NOUN_OF = nouns_by_class(*NOUNS)


def evolve(state: State, event: Any) -> State:
    if isinstance(event, holding.Events):
        assert isinstance(state, Live)
        return msgspec.structs.replace(state, holds=holding.evolve(state.holds, event))
    return NOUN_OF[type(event)].evolve(state, event)  # type: ignore[no-any-return]


def decide(command: Any, state: State, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, holding.Commands):
        assert isinstance(state, Live)
        if isinstance(command, holding.Hold):
            still_open(state)
        return holding.decide(command, state.holds)
    return NOUN_OF[type(command)].decide(command, state, asked)  # type: ignore[no-any-return]


INITIATIVE = Kind(
    name="initiative",
    danish="indsats",
    events=events_of(*NOUNS, holding),
    commands=commands_of(*NOUNS, holding),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)

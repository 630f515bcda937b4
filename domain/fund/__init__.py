"""Fund (klyngemidler): no krone twice. One stream of several nouns, a file each; money moves by legs that sum to zero.

`accounts.py` says which accounts there are and how each posting goes; `state.py` what the rules read.
"""

from typing import Any

import msgspec

from domain.fund import (
    allocations,
    announcements,
    books,
    checks,
    earmarks,
    granting,
    grants,
    opening,
    payments,
    registration,
    releasing,
    resolving,
    reversing,
    rules,
    winding,
)
from domain.fund.accounts import posted
from domain.fund.allocations import Allocate, Allocated, AllocationClosed, CloseAllocation
from domain.fund.announcements import AnnounceEarmark, EarmarkAnnounced
from domain.fund.books import AssertBalance, BalanceAsserted, CloseYear, YearClosed
from domain.fund.earmarks import Earmark, Earmarked
from domain.fund.grants import (
    CarriedOver,
    CarryOver,
    ContributionShared,
    GrantReceived,
    NoGrantNoted,
    NoteNoGrant,
    ReceiveGrant,
    ShareContribution,
)
from domain.fund.opening import Open, Opened, OpenedWith
from domain.fund.payments import Paid, Pay, Repaid, Repay
from domain.fund.registration import Confirm, OpenWith, Register, RegistrationMade, SecondPersonConfirmed
from domain.fund.releasing import EarmarkReleased, Release, Why
from domain.fund.resolving import ConditionMet, EarmarkReduced, NoteCondition, Reduce
from domain.fund.reversing import Reverse, Reversed
from domain.fund.rules import (
    CeilingSet,
    CriteriaSet,
    FramesSet,
    NameOfficer,
    OfficerNamed,
    SetCeiling,
    SetCriteria,
    SetFrames,
    SetThreshold,
    ThresholdSet,
)
from domain.fund.state import EARMARKS_MAX, Active, Announced, FundOffice, Held, Released, Resolved, State, waits_of
from domain.fund.state import WoundUp as Ended
from domain.fund.winding import HandedOver, HandOver, TakenOver, TakeOver, WindUp, WoundUp
from domain.kernel import Asked, Event, Kind, Unknown
from domain.nouns import commands_of, events_of, nouns_by_class
from domain.refusal import Reasons, Refused

__all__ = [
    "EARMARKS_MAX",
    "FUND",
    "Active",
    "Allocate",
    "Allocated",
    "AllocationClosed",
    "AnnounceEarmark",
    "Announced",
    "AssertBalance",
    "BalanceAsserted",
    "CarriedOver",
    "CarryOver",
    "CeilingSet",
    "CloseAllocation",
    "CloseYear",
    "ConditionMet",
    "Confirm",
    "ContributionShared",
    "CriteriaSet",
    "Earmark",
    "EarmarkAnnounced",
    "EarmarkReduced",
    "EarmarkReleased",
    "Earmarked",
    "Ended",
    "FramesSet",
    "FundOffice",
    "GrantReceived",
    "HandOver",
    "HandedOver",
    "Held",
    "NameOfficer",
    "NoGrantNoted",
    "NoteCondition",
    "NoteNoGrant",
    "OfficerNamed",
    "Open",
    "OpenWith",
    "Opened",
    "OpenedWith",
    "Paid",
    "Pay",
    "ReceiveGrant",
    "Reduce",
    "Register",
    "RegistrationMade",
    "Release",
    "Released",
    "Repaid",
    "Repay",
    "Resolved",
    "Reverse",
    "Reversed",
    "SecondPersonConfirmed",
    "SetCeiling",
    "SetCriteria",
    "SetFrames",
    "SetThreshold",
    "ShareContribution",
    "State",
    "TakeOver",
    "TakenOver",
    "ThresholdSet",
    "Why",
    "WindUp",
    "WoundUp",
    "YearClosed",
    "waits_of",
]  # fmt: skip

NOUNS = (
    opening, rules, grants, announcements, earmarks, registration, allocations, resolving, releasing,
    payments, reversing, books, winding,
)  # fmt: skip
NOUN_OF = nouns_by_class(*NOUNS)

NEW = (AnnounceEarmark, Earmark, Allocate, ReceiveGrant, ShareContribution, OpenWith)
"""What a fund that is handed over takes in no longer: it would wait there unseen. Its own books are still made up."""


def evolve(state: State, event: Any) -> State:
    """Whatever an event is, its legs are posted, and it counts by one."""
    after: State = NOUN_OF[type(event)].evolve(state, event)
    if not isinstance(after, Active):
        return after
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
    if isinstance(state, Ended) and not isinstance(command, Open):
        if isinstance(command, NoteCondition | Release) and asked.cause is not None:
            return ()  # what is resolved now holds nothing back any longer
        raise Refused("fund.already-wound-up")
    assert not isinstance(state, Unknown) or command.creates
    if isinstance(state, Active) and isinstance(command, NEW):
        checks.require_lies_here(state)
    events: tuple[Event, ...] = NOUN_OF[type(command)].decide(command, state, asked)
    return events


REFUSALS: Reasons = {
    "fund.already-wound-up": (
        "Puljen er opgjort; der bogføres ikke mere i den.",
        "The fund is wound up; nothing more is posted in it.",
    ),
    **checks.REFUSALS,
    **granting.REFUSALS,
    **{code: reason for noun in NOUNS for code, reason in noun.REFUSALS.items()},
}

FUND = Kind(
    name="fund",
    danish="klyngemidler",
    events=events_of(*NOUNS),
    commands=commands_of(*NOUNS),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)

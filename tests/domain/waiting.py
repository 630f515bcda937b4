"""A decision of the strategic level that waits for the political, and what may come of it. Facts for tests of rules."""

from typing import Any

import msgspec

from domain.awaited import (
    Awaited,
    Blocked,
    ByDecision,
    DecisionBlocked,
    DecisionOf,
    EarmarkBlocked,
    Stage,
)
from domain.claims import About, DateNotStated
from domain.condition import Open, Opened
from domain.fund import EarmarkAnnounced
from domain.initiative import Evaluated
from domain.outcomes import ApprovedConditionally, Outcome, Plain, PlainOutcome
from domain.text import Kept, Text, said
from tests.domain.world import (
    DECIDED,
    FUND,
    MEETING,
    PAPER,
    POLITICAL,
    PROJECT,
    TODAY,
    WORLD,
    Fact,
    decision,
    discussing,
    taken,
)
from tests.given import Record, given

C1, C2 = "lillebaelt/condition/c1", "lillebaelt/condition/c2"
LATER = "lillebaelt/meeting/later-political"
YESTERDAY, TOMORROW = "2024-02-29", "2024-03-02"
BLOCKED = DecisionBlocked(meeting=MEETING, decision="3.1")
EARMARK = EarmarkBlocked(fund=FUND, earmark="e1")
POLITICAL_CHOICE: DecisionOf[Kept] = DecisionOf(body=POLITICAL, words=said("den 26. april"))
WAITING = decision(outcome=ApprovedConditionally(), waits_for=(C1,))
"""Decision 3.1 of the strategic level."""
NOT_APPROVED = Plain(outcome=PlainOutcome.NOT_APPROVED)


def pending(
    awaits: Awaited[Kept] = POLITICAL_CHOICE, *blocks: Blocked, stream: str = C1, opened_on: str = TODAY
) -> Fact:
    """A condition set by decision 3.1."""
    event = Opened(
        awaits=awaits,
        blocks=blocks or (BLOCKED,),
        words=said("Politisk niveau skal vælge."),
        opened_on=opened_on,
        arises_from=taken(),
    )
    return stream, event


def open_condition(awaits: Awaited[Text] | None = None, *blocks: Blocked, **more: object) -> Open:
    return msgspec.structs.replace(
        Open(
            awaits=awaits or DecisionOf(body=POLITICAL, words="den 26. april"),
            blocks=blocks or (BLOCKED,),
            words="Politisk niveau skal vælge.",
            arises_from=taken(),
        ),
        **more,
    )


def waiting_on(awaits: Awaited[Kept] = POLITICAL_CHOICE, *before: Fact) -> Record:
    """A record where decision 3.1 waits for c1."""
    return given(*WORLD, *discussing(), *before, WAITING, pending(awaits))


def later(
    outcome: Outcome[Any] = DECIDED, *, of: str = POLITICAL, on: str = TOMORROW, **more: object
) -> tuple[Fact, ...]:
    """A meeting on another day, with its decision 1."""
    return *discussing(LATER, of), decision("1", outcome, meeting=LATER, decided_on=on, **more)  # type: ignore[arg-type]


PROOF = ByDecision(decision=taken("1", LATER))


def waiting_then(*facts: Fact) -> Record:
    """A record where decision 3.1 waits for c1, and what happened then."""
    record = waiting_on()
    for stream, event in facts:
        record.happened(stream, event)
    return record


def announced(*waits: str) -> Fact:
    said_amount = About(oere=470_000_000, unit_oere=10_000_000, words=said("cirka 4,7 mio."))
    return FUND, EarmarkAnnounced(
        earmark="e1", said=said_amount, purpose=said("3 initiativer"), waits=waits, opens=(), document=PAPER
    )


def evaluated(stage: Stage) -> Fact:
    return PROJECT, Evaluated(stage=stage, text=said("Godt."), when=DateNotStated())

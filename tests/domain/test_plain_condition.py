"""Conditions beside a plain model written separately: a decision, an initiative and recommendations wait for two of them."""

from dataclasses import dataclass, field

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.awaited import AnswerTo, ByAnswer, DayReached, DecisionBlocked, Extent, IfLate, InitiativeBlocked
from domain.condition import Block, Opened, Resolve, Waive
from domain.deadline import PassDeadline
from domain.due import due
from domain.holding import Held
from domain.meeting.state import Standing
from domain.outcomes import ApprovedConditionally
from domain.referral import Answered
from domain.refusal import Refused
from domain.text import said
from tests.domain.waiting import C1, C2, pending
from tests.domain.world import (
    COORDINATING,
    MEETING,
    PROJECT,
    QUESTION,
    WORLD,
    Fact,
    decision,
    discussing,
    project,
    referral,
    taken,
)
from tests.given import ADMINISTRATOR
from tests.given import given as given_facts

DAYS = tuple(f"2024-03-{day:02}" for day in range(1, 11))
DEADLINE = {C1: "2024-03-04", C2: "2024-03-06"}
LAPSES = {C1: True, C2: False}
"""Whether it was said that it lapses when it is late."""
PROJECT_WAITS = InitiativeBlocked(initiative=PROJECT, extent=Extent.ALL)
OURS, THEIRS = taken("3.2"), taken("1", "lillebaelt/meeting/coordinating")
MANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)

Given = Resolve | Waive | PassDeadline | Block


@dataclass
class Board:
    """Two notes on a board: what is awaited, and what waits for it."""

    today: str = DAYS[0]
    ended: dict[str, bool] = field(default_factory=dict)
    """note -> whether it was met"""
    late: set[str] = field(default_factory=set)
    holds: set[str] = field(default_factory=lambda: {C1})
    """The notes that the initiative waits for."""
    decision: Standing = Standing.WAITING
    waits: set[str] = field(default_factory=lambda: {C1, C2})

    def why_not(self, note: str, command: Given) -> str | None:
        if note in self.ended:
            return "already-resolved"
        match command:
            case Resolve():
                return None if isinstance(command.proof, ByAnswer) else "proof-mismatch"
            case Waive():
                return None if command.decision == OURS else "not-yours"
            case PassDeadline():
                return None if self.today > DEADLINE[note] else "not-yet"
            case Block():
                return None

    def do(self, note: str, command: Given) -> None:
        match command:
            case Resolve():
                self.end(note, command.met)
            case Waive():
                self.end(note, True)
            case PassDeadline() if LAPSES[note]:
                self.end(note, False)
            case PassDeadline():
                self.late.add(note)
            case Block():
                self.holds.add(note)

    def end(self, note: str, met: bool) -> None:
        self.ended[note] = met
        self.holds.discard(note)
        if self.decision is not Standing.WAITING:
            return
        self.waits.discard(note)
        if not met:
            self.decision = Standing.FALLEN
        elif not self.waits:
            self.decision = Standing.IN_EFFECT

    def overdue(self) -> set[str]:
        return {note for note in DEADLINE.keys() - self.ended.keys() - self.late if DEADLINE[note] < self.today}


commands: st.SearchStrategy[Given] = st.sampled_from(
    (
        *(Resolve(proof=ByAnswer(referral=QUESTION), met=met) for met in (True, False)),
        Waive(decision=OURS),
        *(Waive(decision=THEIRS), Block(blocked=PROJECT_WAITS), PassDeadline()) * 5,
    )
)
histories = st.lists(
    st.tuples(st.sampled_from((C1, C2)), commands, st.sampled_from((0, 0, 0, 1))), min_size=20, max_size=50
)


def note(stream: str) -> Fact:
    both = (DecisionBlocked(meeting=MEETING, decision="3.1"), *((PROJECT_WAITS,) if stream == C1 else ()))
    _, event = pending(AnswerTo(referral=QUESTION), *both, stream=stream)
    assert isinstance(event, Opened)
    if_late = IfLate.LAPSE if LAPSES[stream] else None
    return stream, msgspec.structs.replace(event, answer_by=DEADLINE[stream], if_late=if_late)


@MANY
@given(history=histories)
def test_what_waits_goes_as_the_notes_on_a_board_say(history: list[tuple[str, Given, int]]) -> None:
    record = given_facts(
        *WORLD,
        project(),
        *discussing(),
        decision(outcome=ApprovedConditionally(), waits_for=(C1, C2)),
        decision("3.2"),
        *discussing(THEIRS.meeting, COORDINATING),
        decision("1", meeting=THEIRS.meeting),
        referral(),
        note(C1),
        note(C2),
        (PROJECT, Held(condition=C1, extent=Extent.ALL)),
        (QUESTION, Answered(text=said("Ja."))),
    )
    board, at = Board(), 0
    for stream, command, days in history:
        at = min(at + days, len(DAYS) - 1)
        board.today = DAYS[at]
        try:
            record.give(ADMINISTRATOR, stream, command, on=board.today, rule="test")
            refused = None
        except Refused as no:
            refused = no.code.removeprefix("condition.")
        assert refused == board.why_not(stream, command)
        if refused is None:
            board.do(stream, command)
        assert record.see(MEETING).decisions["3.1"].standing is board.decision
        assert set(record.see(PROJECT).holds) == board.holds
        assert {each.stream for each in due(record, board.today)} == board.overdue()


def test_a_day_that_is_awaited_stands_on_no_board() -> None:
    """The control: what the clock itself resolves is due on its day."""
    awaits = pending(DayReached(day=DAYS[1]))
    record = given_facts(*WORLD, *discussing(), decision(), awaits)
    assert [bool(list(due(record, day))) for day in DAYS[:2]] == [False, True]

"""Referrals beside a plain model written separately: whatever is answered, declined, withdrawn or reminded of, in any order."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.due import due
from domain.referral import Answer, Closed, Decline, End, Place, Remind, Sent, Withdraw
from domain.refusal import Refused
from domain.text import said
from tests.domain.world import (
    ITEM,
    MEETING,
    PAPER,
    POLITICAL,
    QUESTION,
    STRATEGIC,
    WORLD,
    decision,
    discussing,
    taken,
)
from tests.given import ADMINISTRATOR
from tests.given import given as given_facts

POLITICAL_MEETING = "lillebaelt/meeting/political"
DAYS = tuple(f"2024-03-{day:02}" for day in range(1, 30, 3))
MANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
OURS, THEIRS = taken(), taken("1", POLITICAL_MEETING)

Given = Answer | Decline | Withdraw | Remind | Place


@dataclass
class Letter:
    """A question as a secretary would keep it in a folder: to the political level, or out of the house."""

    out: bool
    answer_by: str | None
    today: str = DAYS[0]
    end: str | None = None
    reminded_of: str | None = None

    def why_not(self, command: Given) -> str | None:
        if self.end is not None:
            return "already-answered"
        match command:
            case Answer() | Decline():
                if command.decision is None:
                    return "needs-paper" if self.out and command.document is None else None
                if self.out:
                    return "needs-paper"
                return None if command.decision == THEIRS else "other-body"
            case Withdraw():
                return "not-yours" if command.decision == THEIRS else None
            case Place():
                if self.out:
                    return "needs-paper"
                return None if command.meeting == POLITICAL_MEETING else "other-body"
            case Remind():
                gone = command.answer_by is not None and command.answer_by < self.today
                return "deadline-gone" if gone else None

    def do(self, command: Given) -> None:
        match command:
            case Answer():
                self.end = End.ANSWERED
            case Decline():
                self.end = End.DECLINED
            case Withdraw():
                self.end = End.WITHDRAWN
            case Remind():
                self.answer_by = command.answer_by or self.answer_by
                if self.is_over():
                    self.reminded_of = self.answer_by
            case Place():
                pass

    def is_over(self) -> bool:
        return self.answer_by is not None and self.answer_by < self.today

    def is_to_be_reminded_of(self) -> bool:
        return self.end is None and self.is_over() and self.reminded_of != self.answer_by


endings = st.one_of(
    st.builds(
        Answer,
        text=st.just("Ja."),
        decision=st.sampled_from((None, OURS, THEIRS)),
        document=st.sampled_from((None, PAPER)),
    ),
    st.builds(
        Decline,
        reason=st.just("Nej."),
        decision=st.sampled_from((None, OURS, THEIRS)),
        document=st.sampled_from((None, PAPER)),
    ),
    st.builds(Withdraw, reason=st.just("Klaret."), decision=st.sampled_from((None, OURS, THEIRS))),
)
others = st.one_of(
    st.builds(Remind, answer_by=st.sampled_from((None, None, *DAYS))),
    st.builds(Place, meeting=st.sampled_from((MEETING, POLITICAL_MEETING)), item=st.just(ITEM)),
)
commands: st.SearchStrategy[Given] = st.sampled_from((others,) * 9 + (endings,)).flatmap(lambda each: each)
histories = st.lists(st.tuples(commands, st.sampled_from((0, 0, 0, 1))), min_size=20, max_size=50)


@pytest.mark.parametrize("out", [False, True], ids=["to a body", "out of the house"])
@MANY
@given(history=histories, answer_by=st.sampled_from((None, *DAYS)))
def test_a_question_goes_as_a_secretary_would_keep_it(
    out: bool, history: list[tuple[Given, int]], answer_by: str | None
) -> None:
    sent = Sent(
        from_body=STRATEGIC,
        to_body=None if out else POLITICAL,
        to_outside=said("Alliancen") if out else None,
        question=said("Hvad?"),
        answer_by=answer_by,
    )
    record = given_facts(
        *WORLD,
        *discussing(),
        decision(),
        *discussing(POLITICAL_MEETING, POLITICAL),
        decision("1", meeting=POLITICAL_MEETING),
        (QUESTION, sent),
    )
    letter, at = Letter(out, answer_by), 0
    for command, days in history:
        at = min(at + days, len(DAYS) - 1)
        letter.today = DAYS[at]
        try:
            record.give(ADMINISTRATOR, QUESTION, command, on=letter.today, rule="test")
            refused = None
        except Refused as no:
            refused = no.code.removeprefix("referral.")
        assert refused == letter.why_not(command)
        if refused is None:
            letter.do(command)
        state = record.see(QUESTION)
        assert (state.end if isinstance(state, Closed) else None) == letter.end
        assert bool(list(due(record, letter.today))) == letter.is_to_be_reminded_of()

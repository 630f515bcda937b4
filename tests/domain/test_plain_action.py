"""Actions beside a plain model written separately: whatever is replied, told late or let go, in whatever order."""

from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.action import Assigned, Cancel, FallDue, Reply
from domain.due import due
from domain.effects import ByOutside, ByParty, ByPerson, Debtor
from domain.kernel import Command
from domain.occurrences import Recurs
from domain.refusal import Refused
from domain.text import said
from tests.domain.world import KOLDING, MEMBER, STRATEGIC, WORLD
from tests.given import ADMINISTRATOR
from tests.given import given as given_facts

ACTION = "lillebaelt/action/a1"
OWING: tuple[Debtor, ...] = (ByParty(party=KOLDING), ByPerson(person=MEMBER))
STRANGER = ByOutside(organisation="Alliancen")
DAYS = tuple(f"2024-{month:02}-{day:02}" for month in (3, 4, 5) for day in (1, 14, 27))
MONTHS = (None, "2024-02", "2024-03", "2024-04", "2024-05", "2024-06")
LAST_OF = {"2024-03": "2024-03-31", "2024-04": "2024-04-30", "2024-05": "2024-05-31"}
ANSWER_BY = "2024-04-10"
MANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


@dataclass
class Duty:
    """An action as a secretary would keep it on paper."""

    monthly: bool
    today: str = DAYS[0]
    replies: set[tuple[Debtor, str | None]] = field(default_factory=set)
    told_late: set[tuple[Debtor, str | None]] = field(default_factory=set)
    let_go: bool = False

    def done(self) -> bool:
        return not self.monthly and {debtor for debtor, _ in self.replies} == set(OWING)

    def why_not(self, command: Reply | FallDue | Cancel) -> str | None:
        """The reason a secretary would give, or None."""
        if self.let_go:
            return "dropped"
        if isinstance(command, Cancel):
            return "done" if self.done() else None
        if isinstance(command, Reply) and command.debtor not in OWING:
            return "not-owed"
        if self.done():
            return "already-replied"
        when = command.occurrence
        if not self.monthly and when is not None:
            return "owed-once"
        if self.monthly and when is None:
            return "which-occurrence"
        if self.monthly and not "2024-03" <= str(when) <= self.today[:7]:
            return "not-owed-for"
        if isinstance(command, Reply):
            return "already-replied" if (command.debtor, when) in self.replies else None
        return "not-yet" if self.today <= (LAST_OF[str(when)] if self.monthly else ANSWER_BY) else None

    def do(self, command: Reply | FallDue | Cancel) -> None:
        match command:
            case Reply():
                self.replies.add((command.debtor, command.occurrence))
            case FallDue():
                missing = {(debtor, command.occurrence) for debtor in OWING} - self.replies
                self.told_late |= missing
            case Cancel():
                self.let_go = True

    def to_be_told(self) -> set[str | None]:
        """Which occurrences the clock has yet to speak of."""
        if self.let_go or self.done():
            return set()
        over = [month for month, last in LAST_OF.items() if last < self.today] if self.monthly else [None]
        if not self.monthly and self.today <= ANSWER_BY:
            return set()
        said_or_replied = self.replies | self.told_late
        return {each for each in over if any((debtor, each) not in said_or_replied for debtor in OWING)}


replies = st.builds(
    Reply, debtor=st.sampled_from((*OWING, STRANGER)), text=st.just("Her."), occurrence=st.sampled_from(MONTHS)
)
commands: st.SearchStrategy[Command] = st.one_of(
    replies,
    replies,
    st.builds(FallDue, occurrence=st.sampled_from(MONTHS)),
    st.sampled_from([Cancel(reason="Nej.")] + [FallDue()] * 9),
)
histories = st.lists(st.tuples(commands, st.sampled_from((0, 0, 0, 0, 1))), min_size=20, max_size=50)


@pytest.mark.parametrize("monthly", [False, True], ids=["owed once", "owed each month"])
@MANY
@given(history=histories)
def test_an_action_goes_as_a_secretary_would_keep_it(monthly: bool, history: list[tuple[Command, int]]) -> None:
    assigned = Assigned(
        what=said("Skriv."),
        owed_by=OWING,
        report_to=STRATEGIC,
        answer_by=None if monthly else ANSWER_BY,
        recurs=Recurs.MONTHLY if monthly else None,
        from_on=DAYS[0] if monthly else None,
    )
    record, duty, at = given_facts(*WORLD, (ACTION, assigned)), Duty(monthly), 0
    for command, days in history:
        at = min(at + days, len(DAYS) - 1)
        duty.today = DAYS[at]
        assert isinstance(command, Reply | FallDue | Cancel)
        try:
            record.give(ADMINISTRATOR, ACTION, command, on=duty.today, rule="test")
            refused = None
        except Refused as no:
            refused = no.code.removeprefix("action.")
        assert refused == duty.why_not(command)
        if refused is None:
            duty.do(command)
        owed = {each.command.occurrence for each in due(record, duty.today)}  # type: ignore[attr-defined]
        assert owed == duty.to_be_told()

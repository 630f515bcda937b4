"""Plans, and a body with one improvement project at a time, beside plain models written from domain-model §2.2 and §2.10."""

from dataclasses import dataclass, field

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.claims import DateNotStated
from domain.initiative import End, Merge, Pause, Resume, Start
from domain.initiatives import Ending, Kind, Phase
from domain.kernel import Command
from domain.plan import Adopt, Close, IssueEdition
from domain.plans import Focus, Order, ThemeKind
from domain.refusal import Refused
from domain.themes import NoteFocus, SetTheme
from tests.domain.planned import CHIEFS, DIRECTORS, DRAFTED, PLAN, RECORD, by, listed
from tests.domain.world import PAPER, POLITICAL, ruled
from tests.given import ADMINISTRATOR, Record
from tests.given import given as given_facts

MANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


def carried_out(record: Record, stream: str, command: Command) -> tuple[tuple[str, ...], str | None]:
    """What came of a command, by name; or why nothing did."""
    try:
        recorded = record.give(ADMINISTRATOR, stream, command, rule="test")
    except Refused as refused:
        return (), refused.code
    return tuple(each.event.tag for each in recorded), None


# --- a plan -----------------------------------------------------------------------------------------------------------


@dataclass
class Binder:
    """A plan as a secretary would keep it in a binder."""

    at: str = "draft"
    themes: dict[str, str] = field(default_factory=dict)
    ordered: set[str] = field(default_factory=set)

    def why_not(self, command: Command) -> set[str]:
        if self.at == "closed":
            return {"plan.already-closed"}
        match command:
            case SetTheme():
                why = {"plan.theme-exists"} if command.theme in self.themes else set()
                return why | ({"plan.number-used"} if command.number in self.themes.values() else set())
            case NoteFocus():
                return set() if command.theme in self.themes else {"plan.theme-unknown"}
            case IssueEdition():
                return set() if self.at == "adopted" else {"plan.not-adopted"}
            case Close():
                why = set() if self.at == "adopted" else {"plan.not-adopted"}
                return why | ({"mandate.no-step"} if command.decision != by(POLITICAL) else set())
            case Adopt():
                return self._not_adopted(command)
        raise AssertionError(command)

    def _not_adopted(self, command: Adopt) -> set[str]:
        why = {"plan.already-adopted"} if self.at == "adopted" else set()
        why |= {"mandate.no-step"} if command.decision != by(POLITICAL) else set()
        why |= set() if command.orders else {"plan.no-orders"}
        numbers = [each.number for each in command.orders]
        initiatives = [each.initiative for each in command.orders]
        named = {each.theme for each in command.orders if each.theme is not None}
        why |= {"plan.number-used"} if len(set(numbers)) < len(numbers) else set()
        why |= {"initiative.exists"} if len(set(initiatives)) < len(initiatives) else set()
        return why | (set() if named <= self.themes.keys() else {"plan.theme-unknown"})

    def do(self, command: Command) -> tuple[str, ...]:
        match command:
            case SetTheme():
                self.themes[command.theme] = command.number
                return ("plan.theme-set",)
            case NoteFocus():
                return ("plan.focus-noted",)
            case IssueEdition():
                return ("plan.edition-issued",)
            case Close():
                self.at = "closed"
                return ("plan.closed",)
            case Adopt():
                self.at = "adopted"
                return ("plan.adopted", *("initiative.ordered" for _ in command.orders))
        raise AssertionError(command)


def on_plans() -> st.SearchStrategy[Command]:
    names, decisions = st.sampled_from(("a", "b", "c")), st.sampled_from((by(POLITICAL), by(POLITICAL), by(CHIEFS)))
    orders = st.builds(
        Order,
        initiative=st.sampled_from([f"lillebaelt/initiative/{number}" for number in (20, 21, 22)]),
        number=st.sampled_from(("20", "21", "22")),
        title=st.just("Indsats"),
        theme=st.sampled_from((None, None, "a", "b")),
    )
    return st.one_of(
        st.builds(
            SetTheme,
            theme=names,
            number=st.sampled_from(("1", "2", "3")),
            title=st.just("Tema"),
            theme_kind=st.sampled_from(ThemeKind),
        ),
        st.builds(
            NoteFocus, theme=names, focus=st.sampled_from(Focus), by_body=st.just(CHIEFS), words=st.just("Langt")
        ),
        st.just(IssueEdition(as_of=DateNotStated(), document=PAPER)),
        st.builds(Adopt, decision=decisions, orders=st.lists(orders, max_size=3).map(tuple)),
        st.builds(Adopt, decision=decisions, orders=st.lists(orders, min_size=1, max_size=2).map(tuple)),
        st.builds(Close, decision=decisions),
    )


@MANY
@given(st.lists(on_plans(), min_size=5, max_size=20))
def test_a_plan_does_what_the_binder_says(history: list[Command]) -> None:
    record, binder = given_facts(*(fact for fact in RECORD if fact[0] != PLAN), DRAFTED), Binder()
    for command in history:
        why, (names, code) = binder.why_not(command), carried_out(record, PLAN, command)
        if code is None:
            assert not why, (command, binder)
            assert names == binder.do(command), (command, binder)
        else:
            assert code in why, (command, code, binder)
    assert record.see(PLAN).themes == binder.themes


# --- one improvement project at a time --------------------------------------------------------------------------------

PROJECTS = tuple(f"lillebaelt/initiative/p{number}" for number in (1, 2, 3))
ONE_AT_A_TIME = (DIRECTORS, msgspec.structs.replace(ruled(DIRECTORS)[1], one_at_a_time="forbedringsprojekt"))


@dataclass
class Board:
    """The projects of a body on a board with one nail."""

    at: dict[str, str] = field(default_factory=lambda: dict.fromkeys(PROJECTS, "waiting"))

    def why_not(self, project: str, command: Command) -> set[str]:
        at = self.at[project]
        if at == "over":
            return {"initiative.already-ended"}
        match command:
            case Start():
                if at == "resting":
                    return {"initiative.resume-it"}
                on_the_nail = [each for each, where in self.at.items() if where in ("working", "resting")]
                return {"body.slot-occupied"} if at == "waiting" and on_the_nail else set()
            case Pause():
                return set() if at == "working" else {"initiative.not-underway"}
            case Resume():
                return set() if at == "resting" else {"initiative.not-paused"}
            case Merge():
                self_or_over = command.into == project or self.at[command.into] == "over"
                return {"initiative.not-a-target"} if self_or_over else set()
        return set()

    def do(self, project: str, command: Command) -> tuple[str, ...]:
        at = self.at[project]
        match command:
            case Start():
                self.at[project] = "working"
                return () if at == "working" else ("initiative.started", "body.slot-taken")
            case Pause():
                self.at[project] = "resting"
                return ("initiative.paused",)
            case Resume():
                self.at[project] = "working"
                return ("initiative.resumed",)
        self.at[project] = "over"
        name = "initiative.merged" if isinstance(command, Merge) else "initiative.ended"
        return (name,) if at == "waiting" else (name, "body.slot-freed")


def on_projects() -> st.SearchStrategy[tuple[str, Command]]:
    decision = by(DIRECTORS)
    commands = st.one_of(
        st.just(Start(phase=Phase.TRIAL, decision=decision)),
        st.just(Start(phase=Phase.TRIAL, by_body=DIRECTORS)),
        st.sampled_from((Pause(reason="Ferie"), Resume())),
        st.sampled_from((End(how=Ending.COMPLETED, decision=decision), Merge(into=PROJECTS[2], decision=decision))),
    )
    return st.tuples(st.sampled_from(PROJECTS), commands)


@MANY
@given(st.lists(on_projects(), min_size=6, max_size=24))
def test_a_body_has_never_more_than_one_improvement_project_at_work(history: list[tuple[str, Command]]) -> None:
    projects = tuple(listed(each, Kind.IMPROVEMENT_PROJECT) for each in PROJECTS)
    record, board = given_facts(*RECORD, ONE_AT_A_TIME, *projects), Board()
    for project, command in history:
        why, (names, code) = board.why_not(project, command), carried_out(record, project, command)
        if code is None:
            assert not why, (project, command, board)
            assert names == board.do(project, command), (project, command, board)
        else:
            assert code in why, (project, command, code, board)
        assert len(record.see(DIRECTORS).projects) <= 1
        assert set(record.see(DIRECTORS).projects) == {
            each for each, where in board.at.items() if where in ("working", "resting")
        }

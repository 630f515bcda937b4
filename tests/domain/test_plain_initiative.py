"""An ordered initiative beside a plain model written from domain-model §2.11: whatever is asked of it, in any order.

The model says which reasons there are to refuse, and what follows if there are none. Which of several reasons is given is not
its affair.
"""

from collections import Counter
from dataclasses import dataclass, field

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.awaited import Extent, Stage
from domain.claims import DateNotStated, OnDay
from domain.colours import Colour
from domain.holding import Hold, Release
from domain.initiative import (
    Adapt,
    AgreeLadder,
    AgreeRemedy,
    AnswerRemark,
    ApproveConfirmation,
    AssignOwner,
    BeginOperation,
    ConfirmOrder,
    Deprioritise,
    End,
    Ended,
    Escalate,
    Evaluate,
    Live,
    Narrow,
    Pause,
    Prolong,
    ReachStep,
    Remark,
    ReportColour,
    Resume,
    ReturnConfirmation,
    SpreadTo,
    Standing,
    Start,
    Widen,
)
from domain.initiative.state import OffCourse, OnCourse
from domain.initiatives import Aspect, Ending, Operation, Phase, StepState
from domain.kernel import Command
from domain.refusal import Refused
from tests.domain.planned import CHIEFS, DIRECTORS, RECORD, TEN, by, ordered, sat
from tests.domain.waiting import C1, C2
from tests.domain.world import KOLDING, POLITICAL, REGION
from tests.given import ADMINISTRATOR, Record
from tests.given import given as given_facts

MANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
LINE = (CHIEFS, DIRECTORS, POLITICAL)
"""Who acts on yellow and red, in order."""
SEPTEMBER: OnDay[str] = OnDay(day="2024-09-01")


@dataclass
class Folder:
    """An initiative as a secretary would keep it in a folder."""

    at: str = "ordered"
    owned_by: tuple[str, ...] = ()
    revision: int = 0
    sent_back: bool = False
    approved: list[str] = field(default_factory=list)
    remarks: dict[str, str] = field(default_factory=dict)
    """Those that nobody has answered, and whose they are."""
    all_remarks: set[str] = field(default_factory=set)
    promised_by: set[str] = field(default_factory=set)
    asked_by: set[str] = field(default_factory=set)
    colour: Colour | None = None
    lies_with: str | None = None
    held: dict[str, Extent] = field(default_factory=dict)
    evaluated: bool = False
    steps: list[StepState | None] = field(default_factory=list)

    @property
    def cannot_begin(self) -> bool:
        return any(extent in (Extent.ALL, Extent.PLANNING) for extent in self.held.values())

    @property
    def is_off_course(self) -> bool:
        return self.colour in (Colour.YELLOW, Colour.RED)

    # --- why not --------------------------------------------------------------------------------------------------

    def why_not(self, command: Command) -> set[str]:
        if self.at == "ended" and not isinstance(command, Evaluate | Release):
            return {"initiative.already-ended"}
        match command:
            case ConfirmOrder():
                return self._if(not self.owned_by, "not-owned") | self._if(command.where is None, "delivery-incomplete")
            case ApproveConfirmation() | ReturnConfirmation():
                return self._not_approved(command)
            case Remark():
                return self._if(command.remark in self.all_remarks, "remark-exists")
            case AnswerRemark():
                if command.remark not in self.remarks:
                    return {"initiative.no-remark"}
                return self._if(self.remarks[command.remark] != body_of(command), "others-remark")
            case Start():
                return self._not_begun()
            case ReportColour():
                without = command.colour is not Colour.GREEN and command.reason is None
                return self._if(self.at != "underway", "not-underway") | self._if(without, "colour-without-reason")
            case AgreeRemedy() | Escalate():
                return self._not_steered(command)
            case Widen():
                return self._if(body_of(command) != POLITICAL, "orderer-only")
            case Pause() | Adapt():
                return self._if(self.at != "underway", "not-underway")
            case Resume():
                return self._if(self.at != "paused", "not-paused") | self._if(self.cannot_begin, "on-hold")
            case BeginOperation():
                return self._if(self.at != "underway", "not-underway") | self._if(bool(self.held), "on-hold")
            case SpreadTo():
                return self._if(self.at != "underway", "not-underway") | self._if(not self.evaluated, "no-evaluation")
            case ReachStep():
                if command.order > len(self.steps):
                    return {"initiative.step-unknown"}
                earlier = self.steps[: command.order - 1]
                return self._if(any(each is not StepState.REACHED for each in earlier), "step-order")
            case _:
                return set()

    def _if(self, so: bool, code: str) -> set[str]:
        return {f"initiative.{code}"} if so else set()

    def _not_approved(self, command: ApproveConfirmation | ReturnConfirmation) -> set[str]:
        why = {"mandate.no-step"} if body_of(command) == POLITICAL else set()
        why |= self._if(self.revision == 0, "not-confirmed")
        if self.revision:
            why |= self._if(command.revision != self.revision, "revision-stale")
            why |= self._if(self.sent_back, "was-returned")
        if isinstance(command, ApproveConfirmation):
            why |= self._if(bool(self.remarks), "remark-open")
            too_soon = body_of(command) == DIRECTORS and CHIEFS not in self.approved
            why |= self._if(too_soon, "approvals-order")
        return why

    def _not_begun(self) -> set[str]:
        if self.at == "underway":
            return set()
        why = self._if(self.at == "paused", "resume-it") | self._if(self.cannot_begin, "on-hold")
        if self.at == "ordered":
            if self.revision == 0 or self.sent_back:
                return why | {"initiative.not-confirmed"}
            why |= self._if(set(self.approved) != {CHIEFS, DIRECTORS}, "approvals-order")
        return why

    def _not_steered(self, command: AgreeRemedy | Escalate) -> set[str]:
        if not self.is_off_course:
            return {"initiative.on-course"}
        why = {"mandate.other-body"} if body_of(command) != self.lies_with else set()
        if isinstance(command, Escalate):
            after = LINE[LINE.index(str(self.lies_with)) + 1 :]
            if not after:
                return why | {"initiative.last-in-line"}
            why |= self._if(command.to_body != after[0], "not-next")
        return why

    # --- what follows ---------------------------------------------------------------------------------------------

    def do(self, command: Command) -> tuple[str, ...]:
        """What it leads to, by name."""
        match command:
            case AssignOwner():
                changed, self.owned_by = command.owners != self.owned_by, command.owners
                return ("owner-assigned",) if changed else ()
            case ConfirmOrder():
                self.revision, self.sent_back, self.approved = self.revision + 1, False, []
                return ("order-confirmed",)
            case ApproveConfirmation():
                return self._approve(body_of(command))
            case ReturnConfirmation():
                self.sent_back, self.approved = True, []
                return ("confirmation-returned",)
            case Remark():
                self.remarks[command.remark] = body_of(command)
                self.all_remarks.add(command.remark)
                promises = command.expected is not None and body_of(command) not in self.promised_by
                if promises:
                    self.promised_by.add(body_of(command))
                return ("remarked", "sent") if promises else ("remarked",)
            case AnswerRemark():
                del self.remarks[command.remark]
                return ("remark-answered",)
            case Narrow():
                asks = body_of(command) != POLITICAL and not self.remarks and body_of(command) not in self.asked_by
                if asks:
                    self.asked_by.add(body_of(command))
                return ("narrowed", "sent") if asks else ("narrowed",)
            case ReachStep():
                if self.steps[command.order - 1] in (command.state, StepState.REACHED):
                    return ()
                self.steps[command.order - 1] = command.state
                return ("step-reached",)
            case _:
                return self._go_on(command)

    def _approve(self, body: str) -> tuple[str, ...]:
        if body in self.approved:
            return ()
        self.approved.append(body)
        if body == DIRECTORS and self.at == "ordered" and not self.cannot_begin:
            self.at = "underway"
            return "confirmation-approved", "started"
        return ("confirmation-approved",)

    def _go_on(self, command: Command) -> tuple[str, ...]:
        match command:
            case Start():
                begins, self.at = self.at != "underway", "underway"
                return ("started",) if begins else ()
            case ReportColour():
                stays = self.lies_with if self.is_off_course else CHIEFS
                self.colour = command.colour
                self.lies_with = None if command.colour is Colour.GREEN else stays
                return ("colour-reported",)
            case Escalate():
                self.lies_with = command.to_body
                return ("escalated",)
            case Hold():
                holds = self.held.get(command.condition) is not command.extent
                self.held[command.condition] = command.extent
                return ("held",) if holds else ()
            case Release():
                return ("released",) if self.held.pop(command.condition, None) else ()
            case Pause():
                self.at = "paused"
                return ("paused",)
            case Resume():
                self.at = "underway"
                return ("resumed",)
            case Evaluate():
                self.evaluated = True
                return ("evaluated",)
            case AgreeLadder():
                self.steps = [None] * len(command.steps)
                return ("ladder-agreed",)
            case End():
                self.at = "ended"
                return ("ended",)
            case _:
                return (NAMES[type(command)],)


NAMES: dict[type[Command], str] = {
    AgreeRemedy: "remedy-agreed",
    Widen: "widened",
    Adapt: "adapted",
    SpreadTo: "spread",
    Deprioritise: "deprioritised",
    Prolong: "prolonged",
    BeginOperation: "operation-began",
}
"""What is on record and changes nothing that is asked later."""

BODY_OF = {by(body): body for body in LINE}


def body_of(command: Command) -> str:
    """The body whose decision it follows from."""
    return BODY_OF[command.decision]  # type: ignore[attr-defined]


BEGUN: tuple[Command, ...] = (
    AssignOwner(owners=(KOLDING,)),
    ConfirmOrder(what="Besøg", by_whom="Kommunen", where="Hjemme", when=SEPTEMBER),
    ApproveConfirmation(revision=1, decision=by(CHIEFS)),
    ApproveConfirmation(revision=1, decision=by(DIRECTORS)),
)
"""What brings an order to work."""


def moves() -> st.SearchStrategy[tuple[Command, ...]]:
    """Single commands, and some that belong together."""
    decisions = st.sampled_from([by(body) for body in LINE])
    bodies, conditions = st.sampled_from(LINE), st.sampled_from((C1, C2))
    revisions, names = st.sampled_from((1, 1, 1, 2)), st.sampled_from(("b1", "b2", "b3"))
    text = st.just("Tekst")
    aspect = {"aspect": st.just(Aspect.PLACE), "before": text, "after": text, "decision": decisions}
    likely: tuple[st.SearchStrategy[Command], ...] = (
        *map(st.just, BEGUN),
        st.builds(ReportColour, colour=st.sampled_from(Colour), meeting=st.just(sat(CHIEFS)), reason=text),
        st.builds(AgreeRemedy, text=text, decision=decisions),
        st.builds(Escalate, to_body=bodies, reason=text, decision=decisions),
    )
    weighed = (
        *likely * 3,
        st.just(AssignOwner(owners=(REGION,))),
        st.just(ConfirmOrder(what="Besøg", by_whom="Kommunen", when=SEPTEMBER)),
        st.builds(ApproveConfirmation, revision=revisions, decision=decisions),
        st.builds(ReturnConfirmation, revision=revisions, reason=text, decision=decisions),
        st.builds(Remark, remark=names, text=text, decision=decisions, expected=st.sampled_from((None, SEPTEMBER))),
        *2 * (st.builds(AnswerRemark, remark=names, decision=decisions),),
        st.builds(ReportColour, colour=st.sampled_from(Colour), meeting=st.just(sat(CHIEFS))),
        st.builds(Narrow, **aspect),
        st.builds(Widen, **aspect),
        st.builds(Hold, condition=conditions, extent=st.sampled_from(Extent)),
        *2 * (st.builds(Release, condition=conditions, met=st.booleans()),),
        *3 * (st.builds(ReachStep, order=st.integers(1, 4), state=st.sampled_from(StepState)),),
        *map(st.just, PLAIN),
        st.just(End(how=Ending.STOPPED, decision=by(POLITICAL))),
    )
    single = st.sampled_from(weighed).flatmap(lambda each: each).map(lambda each: (each,))
    return st.one_of(single, single, single, st.sampled_from(TOGETHER))


PLAIN: tuple[Command, ...] = (
    Start(phase=Phase.TRIAL),
    Pause(reason="Ferie"),
    Resume(),
    Deprioritise(by_body=CHIEFS, reason="Sidst"),
    Prolong(expected=SEPTEMBER, decision=by(CHIEFS)),
    BeginOperation(extent=Operation.PART, parties=(KOLDING,)),
    Adapt(text="Lokalt", core=(), decision=by(CHIEFS)),
    SpreadTo(to_parties=(REGION,), decision=by(DIRECTORS)),
    Evaluate(stage=Stage.MIDWAY, text="Godt", when=DateNotStated()),
    AgreeLadder(steps=("Vision", "Brev", "Aftale")),
)


TOGETHER: tuple[tuple[Command, ...], ...] = (
    (
        ReportColour(colour=Colour.RED, meeting=sat(CHIEFS), reason="Mangler"),
        Escalate(to_body=POLITICAL, reason="Hjælp", decision=by(CHIEFS)),
        Escalate(to_body=DIRECTORS, reason="Hjælp", decision=by(CHIEFS)),
        AgreeRemedy(text="Flere folk", decision=by(DIRECTORS)),
    ),
    (
        Remark(remark="b1", text="Konkret", decision=by(POLITICAL), expected=SEPTEMBER),
        Narrow(aspect=Aspect.PLACE, before="Alle", after="Kolding", decision=by(DIRECTORS)),
        AnswerRemark(remark="b1", decision=by(POLITICAL)),
    ),
    (
        ReturnConfirmation(revision=1, reason="Hvem?", decision=by(CHIEFS)),
        ApproveConfirmation(revision=1, decision=by(CHIEFS)),
    ),
    (
        SpreadTo(to_parties=(REGION,), decision=by(DIRECTORS)),
        Evaluate(stage=Stage.FINAL, text="Godt", when=DateNotStated()),
        SpreadTo(to_parties=(REGION,), decision=by(DIRECTORS)),
    ),
    (Pause(reason="Ferie"), Hold(condition=C1, extent=Extent.ALL), Resume(), Release(condition=C1, met=True), Resume()),
    (
        AgreeLadder(steps=("Vision", "Brev", "Aftale")),
        ReachStep(order=1, state=StepState.REACHED),
        ReachStep(order=3, state=StepState.REACHED),
    ),
)


SEEN: Counter[str] = Counter()


@MANY
@given(st.booleans(), st.lists(moves(), min_size=12, max_size=35))
def test_an_initiative_does_what_the_folder_says(at_work: bool, history: list[tuple[Command, ...]]) -> None:
    record, folder = given_facts(*RECORD, ordered()), Folder()
    for command in (*(BEGUN if at_work else ()), *(each for move in history for each in move)):
        why, (names, code) = folder.why_not(command), carried_out(record, command)
        if code is None:
            assert not why, (command, folder)
            assert names == folder.do(command), (command, folder)
        else:
            assert code in why, (command, code, folder)
        SEEN.update((*names, str(code)))
    agree(record.see(TEN), folder)


def carried_out(record: Record, command: Command) -> tuple[tuple[str, ...], str | None]:
    """What came of a command, by name; or why nothing did."""
    try:
        recorded = record.give(ADMINISTRATOR, TEN, command, rule="test")
    except Refused as refused:
        return (), refused.code
    return tuple(each.event.tag.split(".")[1] for each in recorded), None


def agree(state: object, folder: Folder) -> None:
    """What the record says at the end is what the folder says."""
    assert isinstance(state, Live)
    assert isinstance(state, Ended) == (folder.at == "ended")
    if folder.at != "ended":
        assert state.standing is Standing(folder.at)
    assert state.owners == folder.owned_by
    assert state.remarks == folder.remarks
    assert state.holds == folder.held
    assert list(state.ladder) == folder.steps
    assert bool(state.evaluated) == folder.evaluated
    assert isinstance(state.course, OnCourse) == (folder.colour is Colour.GREEN)
    if folder.is_off_course:
        assert isinstance(state.course, OffCourse)
        assert (state.course.colour, state.course.lies_with) == (folder.colour, folder.lies_with)


def test_the_histories_are_worth_something() -> None:
    """Runs after the other; everything that can happen to an ordered initiative has happened, and been refused, some times."""
    if not SEEN:
        test_an_initiative_does_what_the_folder_says()
    wanted = """owner-assigned order-confirmed confirmation-approved confirmation-returned started remarked remark-answered
        narrowed widened sent colour-reported remedy-agreed escalated held released paused resumed evaluated spread adapted
        operation-began step-reached ended"""
    refused = """approvals-order revision-stale remark-open was-returned not-confirmed not-owned on-course not-next on-hold
        orderer-only already-ended not-underway no-evaluation step-order"""
    assert {name for name in wanted.split() if SEEN[name] < 3} == set()
    assert {code for code in refused.split() if SEEN[f"initiative.{code}"] < 3} == set()

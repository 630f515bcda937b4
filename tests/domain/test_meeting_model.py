"""A meeting beside a plain model of it: whatever is asked in whatever order, both say yes to the same and stand alike."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.kernel import Command
from domain.meeting.agenda import AddItem
from domain.meeting.apologies import GiveApology, WithdrawApology
from domain.meeting.attendance import LeaveSeat, TakeSeat
from domain.meeting.call import Adjourn, Open
from domain.meeting.course import Pause, Resume
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.meeting.moving import Cancel
from domain.meeting.promised import PostponeItem, ReopenItem
from domain.meeting.revisions import WithdrawItem
from domain.meeting.sending import AdoptAgenda, SendAgenda
from domain.meeting.state import Adjourned, Called, Cancelled, InSession
from domain.membership import SubstituteNamed
from domain.policy import Denied
from domain.refusal import Refused
from tests.domain.world import (
    CHAIR,
    ITEM,
    KOLDING,
    MEETING,
    MEMBER,
    SECRETARY,
    STRATEGIC_SEATS,
    WORLD,
    called,
    person,
    ruled,
)
from tests.given import Record
from tests.given import given as given_facts

DEPUTY, SENT = "dk/person/deputy", "dk/person/sent"
CHAIN = {"region": (CHAIR,), "kolding": (MEMBER, DEPUTY)}
"""seat -> its holder, and who stands in. A body with ad hoc substitutes: an excused one of the chain may send another."""
PLANNED, ENDED, OFF = "planned", "ended", "off"
PHASES: dict[Any, str] = {Called: "called", InSession: "open", Adjourned: "adjourned", Cancelled: "cancelled"}
ITEMS, PEOPLE = (ITEM, "b", "c"), (CHAIR, MEMBER, DEPUTY, SENT)


@dataclass
class Model:
    """What a secretary would keep on a sheet of paper."""

    phase: str = "called"
    paused: bool = False
    items: dict[str, str] = field(default_factory=lambda: {ITEM: PLANNED})
    floor: str | None = None
    present: dict[str, str] = field(default_factory=dict)
    excused: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    revision: int = 0
    unsent: bool = True
    adopted: bool = False

    def allows(self, command: Command, by: str) -> bool:
        """Whether it is carried out; if so, it is."""
        if isinstance(command, Adjourn):
            return self._adjourn()
        if isinstance(command, Cancel):
            return self._cancel()
        if self.phase not in ("called", "open"):
            return False
        match command:
            case Open():
                return self._if(self.phase == "called", phase="open")
            case Pause() | Resume():
                return self._if(self.phase == "open", paused=isinstance(command, Pause))
            case SendAgenda():
                some = self.phase == "called" and any(state != OFF for state in self.items.values())
                return self._if(some, revision=self.revision + self.unsent, unsent=False)
            case AdoptAgenda():
                return self._if(by == CHAIR and self.phase == "open", adopted=True)
            case TakeSeat() | LeaveSeat() | GiveApology() | WithdrawApology():
                return self._attend(command)
            case _:
                return self._item(command, by)

    def _if(self, allowed: bool, **changes: object) -> bool:
        for name, value in changes.items() if allowed else ():
            setattr(self, name, value)
        return allowed

    def _adjourn(self) -> bool:
        open_or_over = (self.phase == "open" and self.floor is None) or self.phase == "adjourned"
        return self._if(open_or_over, phase="adjourned")

    def _cancel(self) -> bool:
        return self._if(self.phase in ("called", "cancelled"), phase="cancelled")

    def _attend(self, command: Command) -> bool:
        match command:
            case TakeSeat(seat=seat, person=who):
                occupant = self.present.get(seat, who)
                sent = any((seat, who) == each and one in CHAIN[seat] for one, each in self.excused.items())
                if self.phase != "open" or occupant != who:
                    return False
                if self.present.get(seat) == who:
                    return True
                if who not in CHAIN[seat] and not sent:
                    return False
                self.excused.pop(who, None)
                self.present[seat] = who
            case LeaveSeat(seat=seat):
                self.present.pop(seat, None)
            case GiveApology(seat=seat, person=who, sends=sends):
                if who not in CHAIN[seat] or who == sends or who in self.present.values():
                    return False
                self.excused[who] = seat, sends
            case WithdrawApology(person=who):
                self.excused.pop(who, None)
        return True

    def _item(self, command: Command, by: str) -> bool:
        name = command.item  # type: ignore[attr-defined]
        state = self.items.get(name)
        fixed = self.adopted and by != CHAIR
        match command:
            case AddItem():
                return self._set(name, PLANNED, not fixed and state is None, changes=True)
            case WithdrawItem():
                may = not fixed and state in (PLANNED, OFF) and self.floor != name
                return self._set(name, OFF, may, changes=state != OFF)
            case TakeUpItem():
                may = self.phase == "open" and not self.paused and state == PLANNED
                return self._if(may, floor=name)
            case SettleItem():
                return self._end(name, state == ENDED or (state == PLANNED and self.floor == name))
            case PostponeItem():
                return self._end(name, state == PLANNED)
            case ReopenItem():
                return self._set(name, PLANNED, by == CHAIR and self.phase == "open" and state in (PLANNED, ENDED))
        raise AssertionError(command)

    def _set(self, name: str, state: str, may: bool, changes: bool = False) -> bool:
        if may:
            self.items[name] = state
            self.unsent |= changes
        return may

    def _end(self, name: str, may: bool) -> bool:
        if may and self.floor == name:
            self.floor = None
        return self._set(name, ENDED, may)


def standing(record: Record) -> Model:
    """The meeting of the record, on the same sheet of paper."""
    state = record.see(MEETING)
    ended = {True: ENDED, False: PLANNED}
    items = {name: OFF if item.withdrawn else ended[item.settled] for name, item in state.items.items()}
    model = Model(phase=PHASES[type(state)], items=items)
    if isinstance(state, Called | InSession):
        model.revision, model.unsent, model.adopted = state.agenda.revision, state.agenda.unsent, state.agenda.adopted
        model.excused = {one: (each.seat, each.sends) for one, each in state.apologies.items()}
    if isinstance(state, InSession):
        model.floor, model.paused, model.present = state.floor, state.paused, dict(state.present)
    return model


def over(model: Model) -> Model:
    """Of a meeting that has ended only its phase and its items are compared."""
    return model if model.phase in ("called", "open") else Model(phase=model.phase, items=model.items)


items = st.sampled_from(ITEMS)
seats = st.sampled_from(tuple(CHAIN))
people = st.sampled_from(PEOPLE)
COMMANDS: tuple[st.SearchStrategy[Callable[[int], Command]], ...] = (
    items.map(lambda name: lambda n: AddItem(item=name, number=f"nr. {name}", title="Et punkt")),
    items.map(lambda name: lambda n: WithdrawItem(item=name)),
    items.map(lambda name: lambda n: TakeUpItem(item=name)),
    items.map(lambda name: lambda n: TakeUpItem(item=name)),
    items.map(lambda name: lambda n: SettleItem(item=name)),
    items.map(lambda name: lambda n: PostponeItem(item=name, referral=f"lillebaelt/referral/lovet-{n}")),
    items.map(lambda name: lambda n: ReopenItem(item=name, reason="Nyt.")),
    st.tuples(seats, people).map(lambda both: lambda n: TakeSeat(seat=both[0], person=both[1])),
    seats.map(lambda seat: lambda n: LeaveSeat(seat=seat)),
    st.tuples(seats, people, st.one_of(st.none(), people)).map(
        lambda each: lambda n: GiveApology(seat=each[0], person=each[1], sends=each[2])
    ),
    people.map(lambda one: lambda n: WithdrawApology(person=one)),
    st.sampled_from((SendAgenda(), AdoptAgenda(), Pause(), Resume(), Open(led_by=CHAIR))).map(
        lambda command: lambda n: command
    ),
    st.sampled_from((Open(led_by=CHAIR), Open(led_by=CHAIR), Open(led_by=CHAIR), Adjourn(), Cancel())).map(
        lambda command: lambda n: command
    ),
)
"""Each makes a command of its place in the sequence."""
STEPS = st.lists(st.tuples(st.one_of(*COMMANDS), st.sampled_from((CHAIR, SECRETARY))), min_size=50, max_size=50)
CHAIRS_TOO = (AddItem, WithdrawItem, TakeUpItem, SettleItem, PostponeItem, Pause, Resume, Open, Adjourn, Cancel)
"""What the chair gives as well as the secretariat; of the rest each is given by whoever may."""
CHAIRS_ALONE = (AdoptAgenda, ReopenItem)
FACTS = (
    *WORLD,
    person(DEPUTY, KOLDING),
    person(SENT, KOLDING),
    (STRATEGIC_SEATS, SubstituteNamed(person=DEPUTY, stands_for=("kolding",))),
    ruled(ad_hoc_substitutes=True),
    *called(),
)


def carried_out(record: Record, command: Command, by: str) -> bool:
    try:
        record.give(by, MEETING, command)
    except (Refused, Denied):
        return False
    return True


def test_a_meeting_goes_as_on_a_sheet_of_paper() -> None:
    said: Counter[tuple[type, bool]] = Counter()

    @settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
    @given(STEPS)
    def live(steps: list[tuple[Callable[[int], Command], str]]) -> None:
        record, model = given_facts(*FACTS), Model()
        for n, (make, who) in enumerate(steps):
            command = make(n)
            by = who if isinstance(command, (*CHAIRS_TOO, *CHAIRS_ALONE)) else SECRETARY
            yes = carried_out(record, command, by)
            assert yes == model.allows(command, by), (n, command, by)
            assert over(standing(record)) == over(model), (n, command)
            said[type(command), yes] += 1

    live()
    for command, _ in tuple(said):
        assert min(said[command, True], said[command, False]) > 5, "each is carried out, and refused"

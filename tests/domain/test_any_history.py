"""Whatever is sent, in whatever order: the rules answer, nothing breaks, and what happens once happens once."""

from collections import Counter

from hypothesis import HealthCheck, given, settings

from domain.action import Assigned, FallDue
from domain.awaited import DecisionBlocked, EarmarkBlocked, Pending
from domain.cluster import AddParty
from domain.condition import Block, BlockAdded, Failed, Fulfilled, Waived
from domain.fund import Announced, Held, NameOfficer, NoteCondition, NoteNoGrant
from domain.holding import Hold
from domain.kernel import Command
from domain.meeting.apologies import GiveApology, WithdrawApology
from domain.meeting.attendance import LeaveSeat, Recuse, TakeSeat
from domain.meeting.call import Adjourn
from domain.meeting.closed_papers import OpenAttachment, ShutAttachment
from domain.meeting.course import Pause, Resume
from domain.meeting.doors import OpenDoors
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.meeting.guests import AdmitGuest, InviteGuest
from domain.meeting.promised import PostponeItem, ReopenItem
from domain.meeting.revisions import WithdrawItem
from domain.meeting.sending import AdoptAgenda, SendAgenda
from domain.meeting.standing import DecisionFell, DecisionTookEffect, LetFall, NoteConditionMet
from domain.membership import CloseSeat, FillSeat, LeaveChair, NameSubstitute, TakeChair
from domain.names import kind_of
from domain.person import RecordDeath
from domain.policy import Denied
from domain.redaction import CarryOut
from domain.refusal import Refused
from domain.streams import STREAMS
from tests.domain.random_commands import CLUSTER, histories
from tests.domain.world import SECRETARY
from tests.given import ADMINISTRATOR, NotFound, Record
from tests.given import given as given_facts

AGAIN_CHANGES_NOTHING = (
    AddParty,
    Adjourn,
    AdmitGuest,
    AdoptAgenda,
    Block,
    CarryOut,
    CloseSeat,
    FallDue,
    FillSeat,
    GiveApology,
    InviteGuest,
    Hold,
    LeaveChair,
    LeaveSeat,
    LetFall,
    NameOfficer,
    NameSubstitute,
    NoteCondition,
    NoteConditionMet,
    NoteNoGrant,
    OpenAttachment,
    OpenDoors,
    Pause,
    PostponeItem,
    RecordDeath,
    Recuse,
    ReopenItem,
    Resume,
    SendAgenda,
    SettleItem,
    ShutAttachment,
    TakeChair,
    TakeSeat,
    TakeUpItem,
    WithdrawApology,
    WithdrawItem,
)
"""Asking for what is already so yields no events (domain-model §0)."""

QUICK = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)

History = list[tuple[str, Command, str]]


def live_through(history: History, by: str | None = None) -> Record:
    """Give every command; those refused leave nothing. Any other error than an answer ends the test."""
    record = given_facts(*CLUSTER)
    for stream, command, day in history:
        try:
            record.give(by or ADMINISTRATOR, stream, command, on=day, rule=None if by else "test")
        except (Refused, Denied, NotFound):
            continue
        if by is None and isinstance(command, AGAIN_CHANGES_NOTHING):
            assert record.give(ADMINISTRATOR, stream, command, on=day, rule="test") == ()
    return record


@QUICK
@given(histories(doors_only=False))
def test_every_command_is_carried_out_or_refused_and_what_happens_once_happens_once(history: History) -> None:
    record = live_through(history)
    resolved = Counter(stream for stream, event in record.events if isinstance(event, Fulfilled | Failed | Waived))
    assert set(resolved.values()) <= {1}
    ended = Counter(
        (stream, event.decision)
        for stream, event in record.events
        if isinstance(event, DecisionTookEffect | DecisionFell)
    )
    assert set(ended.values()) <= {1}


@QUICK
@given(histories(doors_only=True))
def test_nothing_waits_but_for_what_will_set_it_free(history: History) -> None:
    record = live_through(history)
    for stream, thing, condition in waiting(record):
        held = record.see(condition)
        assert isinstance(held, Pending), (stream, condition)
        assert thing in held.blocks


def waiting(record: Record) -> list[tuple[str, DecisionBlocked | EarmarkBlocked, str]]:
    """Everything that waits: (its stream, the thing, what it waits for)."""
    found: list[tuple[str, DecisionBlocked | EarmarkBlocked, str]] = []
    for stream in record.ids("meeting"):
        for number, decision in getattr(record.see(stream), "decisions", {}).items():
            if not decision.fallen:
                decided = DecisionBlocked(meeting=stream, decision=number)
                found += [(stream, decided, each) for each in decision.waits]
    for stream in record.ids("fund"):
        for name, earmark in record.see(stream).earmarks.items():
            if isinstance(earmark, Announced | Held):
                found += [(stream, EarmarkBlocked(fund=stream, earmark=name), each) for each in earmark.waits]
    return found


@QUICK
@given(histories(doors_only=True))
def test_a_secretary_of_one_cluster_changes_nothing_in_another(history: History) -> None:
    before = len(given_facts(*CLUSTER).events)
    record = live_through(history, by=SECRETARY)
    assert {stream.split("/")[0] for stream, _ in record.events[before:]} <= {"lillebaelt", "dk"}


def test_random_histories_are_worth_something() -> None:
    """Enough of what is sent is carried out, over enough kinds of stream, for the tests above to see anything."""
    kinds: set[str] = set()
    tags: Counter[str] = Counter()
    before = len(given_facts(*CLUSTER).events)

    @QUICK
    @given(histories(doors_only=True))
    def live(history: History) -> None:
        for stream, event in live_through(history).events[before:]:
            kinds.add(kind_of(stream))
            tags[event.tag] += 1

    live()
    assert len(kinds) > len(STREAMS) / 3
    for event in (BlockAdded, Fulfilled, Failed, DecisionTookEffect, DecisionFell, Assigned):
        assert tags[event.tag] > 3

"""Histories to fold: the story's events, and small worlds in which everybody acts in a random order."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import strategies as st

from domain import body, fund, membership, party, person
from domain.claims import DateNotStated, Exact
from domain.document import Direction, File
from domain.kernel import Command, Recorded
from domain.meeting.agenda import AddItem
from domain.meeting.call import Adjourn, Call, Form, Open
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import ConcludeQuestion, RaiseQuestion
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.names import kind_of
from domain.outcomes import Plain, PlainOutcome
from domain.points import Conclusion
from domain.refusal import Refused
from domain.streams import EVENTS
from eventstore.log import Log
from eventstore.mapper import LogMapper
from eventstore.memory import MemoryRecorder
from projections.view import View
from projections.views import VIEWS
from tests.eventstore.telling import opened
from tests.eventstore.world import CHAIR, FURNISHING, GROUP, REGION, SECRETARY, STRATEGIC, STRATEGIC_SEATS, establishing
from tests.given import NotFound
from tests.given import opened as record_opened

MEETING = "lillebaelt/meeting/2024-06-01-strategic"
FUND = "lillebaelt/fund/klyngemidler"
PAPER = "lillebaelt/document/paper"


class Tally(msgspec.Struct, frozen=True, tag="tally"):
    """How many events a kind of stream has had since its row was last gone."""

    count: int


def tally(get: Any, recorded: Recorded) -> Mapping[str, Tally | None]:
    """A row that reads itself, and is gone at every third event: what no view of the house does often."""
    key = f"tally|{kind_of(recorded.stream)}"
    row = get(key)
    counted = 1 if row is None else row.count + 1
    return {key: None if counted == 3 else Tally(counted)}


FOLDS: tuple[View, ...] = (
    *VIEWS,
    View(
        name="tally",
        version=1,
        row=Tally,
        shown=Tally,
        folds=frozenset(EVENTS.values()),
        evolve=tally,
        show=lambda key, row, sight: row,
    ),
)
"""Every view of the house, and one that deletes."""

ACTS: tuple[tuple[str, Command], ...] = (
    ("dk/party/kolding", party.Register(name="Kolding Kommune", party_kind=party.PartyKind.MUNICIPALITY)),
    ("dk/party/kolding", party.Rename(name="Kolding", from_on="2024-05-01")),
    (REGION, party.Rename(name="Region Syd", from_on="2024-05-01")),
    ("dk/person/member", person.Register(name="Medlemmet", function="Medlem", party="dk/party/kolding")),
    ("dk/person/member", person.ChangeFunction(function="Chef", party=REGION, from_on="2024-05-01")),
    (CHAIR, person.RecordDeath()),
    (GROUP, establishing("a", "b")),
    (STRATEGIC, body.NoteName(name="Fagligt niveau")),
    (STRATEGIC_SEATS, membership.VacateSeat(seat="region", cause=membership.Cause.LEFT)),
    (STRATEGIC_SEATS, membership.FillSeat(seat="region", person=SECRETARY)),
    (STRATEGIC_SEATS, membership.FillSeat(seat="region", person="dk/person/member")),
    (STRATEGIC_SEATS, membership.TakeChair(seat="region", side="regionen")),
    (STRATEGIC_SEATS, membership.LeaveChair(seat="region")),
    (PAPER, File(subject="Et papir", direction=Direction.INTERNAL, dated=DateNotStated())),
    (FUND, fund.Open(name="Klyngemidler")),
    (
        FUND,
        fund.AnnounceEarmark(earmark="e1", said=Exact[str](oere=100, words="1 kr."), purpose="Prøve", document=PAPER),
    ),
    (
        MEETING,
        Call(
            body=STRATEGIC,
            form=Form.VIRTUAL,
            place="Virtuelt",
            starts_at="2024-06-01T08:00:00Z",
            ends_at="2024-06-01T09:00:00Z",
        ),
    ),
    (MEETING, AddItem(item="a", number="1", title="Første punkt")),
    (MEETING, AddItem(item="b", number="2", title="Andet punkt")),
    (MEETING, Open(led_by=CHAIR)),
    (MEETING, TakeUpItem(item="a")),
    (MEETING, TakeUpItem(item="b")),
    (MEETING, RaiseQuestion(item="a", question="q1", text="Hvem betaler?")),
    (MEETING, ConcludeQuestion(item="a", question="q1", conclusion=Conclusion.LEFT_OPEN)),
    (
        MEETING,
        RecordDecision(item="a", decision="1", outcome=Plain(outcome=PlainOutcome.DECIDED), text="Det besluttes."),
    ),
    (MEETING, SettleItem(item="a")),
    (MEETING, SettleItem(item="b")),
    (MEETING, Adjourn()),
)
"""What anybody may do next; what a rule refuses does not happen."""


def small_worlds() -> st.SearchStrategy[tuple[Recorded, ...]]:
    """The events of a small world in which these acts came in a random order, some of them again."""
    orders = st.lists(st.sampled_from(range(len(ACTS))), min_size=5, max_size=60)
    return orders.map(played)


def played(order: list[int]) -> tuple[Recorded, ...]:
    """The events of a small world in which acts came in this order."""
    record = record_opened()
    steps = [(stream, command) for _, stream, command in FURNISHING] + [ACTS[index] for index in order]
    for stream, command in steps:
        try:
            record.give(SECRETARY, stream, command, rule="test")
        except (Refused, NotFound):
            continue
    return tuple(record.recorded)


def told_events(folder: Path) -> tuple[Recorded, ...]:
    """The story's events as they stand in its log, boxes and all."""
    kept_log = opened(folder)
    events = tuple(kept_log.read(0))
    kept_log.close()
    return events


def append(kept_log: Log, events: tuple[Recorded, ...]) -> None:
    """Events as given, at the log's head."""
    mapper, recorder = LogMapper(), kept_log.recorder
    assert isinstance(recorder, MemoryRecorder)
    for each in events:
        recorder.insert_events([mapper.to_stored_event(each)], recorded_at=each.recorded_at)


def rebuilding(events: Iterable[Recorded], folds: tuple[View, ...]) -> Iterator[dict[str, dict[str, Any]]]:
    """View -> rows, folded from nothing in the plainest way there is: at 0, then after each event. The same dicts each time."""
    rows: dict[str, dict[str, Any]] = {fold.name: {} for fold in folds}
    yield rows
    for each in events:
        for fold in folds:
            if type(each.event) in fold.folds:
                view = rows[fold.name]
                for key, row in fold.evolve(view.get, each).items():
                    if row is None:
                        view.pop(key, None)
                    else:
                        view[key] = row
        yield rows


def rebuilt(events: tuple[Recorded, ...], folds: tuple[View, ...] = FOLDS) -> list[dict[str, dict[str, Any]]]:
    """Position -> view -> rows."""
    return [{name: dict(view) for name, view in rows.items()} for rows in rebuilding(events, folds)]

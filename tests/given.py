"""Given, when, then: a small record in memory for tests of rules: what the writer does, without log, keys or receipts.

    given((stream, event), …).when(command, to=stream).then(event, (other, event), …)
    given(…).when(command, to=stream).refused("fund.full")

Texts are kept in the clear beside the events. Expected events hold `said("…")` wherever they hold words.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct

from domain.access import Grant, Office
from domain.assurance import Assurance
from domain.dates import COPENHAGEN, MICROSECOND, Day, day_of
from domain.kernel import UNKNOWN, Actor, By, Command, Event, Recorded, Unknown
from domain.log import Clock
from domain.log import Open as OpenLog
from domain.names import kind_of, scope_of
from domain.party import PartyKind
from domain.party import Register as RegisterParty
from domain.person import Register as RegisterPerson
from domain.policy import Denied, policy
from domain.reactions import LEADS_TO, REACTIONS_MAX, react
from domain.refusal import Refused
from domain.streams import COMMAND_NAMES, KINDS, decide
from domain.text import Said, TextAt, TextClass, said

LOG = "dk/log/log"
OPERATIONS = "dk/party/klynge-drift"
ADMINISTRATOR = "dk/person/administrator"
ADMINISTRATORS_ACCESS = "dk/access/administrator"
FIRST_DAY = "2024-03-01"

Expected = Event | tuple[str, Event]
"""An event on the stream the command went to, or one on the stream named."""


class NotFound(Exception):
    """404: a command that does not create, for a stream that holds nothing."""


class Record:
    """Every stream's state, the events that led there, and the words said in them."""

    def __init__(self) -> None:
        self.states: dict[str, Any] = {}
        self.versions: dict[str, int] = {}
        self.recorded: list[Recorded] = []
        self.texts: dict[TextAt, str] = {}
        self.sizes: dict[str, int] = {}
        """hash -> bytes of a paper that is kept, whatever the scope."""
        self.now = _microseconds(f"{FIRST_DAY}T09:00:00+01:00")

    @property
    def today(self) -> Day:
        return day_of(self.now)

    @property
    def events(self) -> list[tuple[str, Event]]:
        """(stream, event), oldest first, its words as `said("…")`."""
        return [(each.stream, self.opened(each.event)) for each in self.recorded]

    def see(self, stream: str) -> Any:
        return self.states.get(stream, UNKNOWN)

    def ids(self, kind: str, scope: str | None = None) -> tuple[str, ...]:
        return tuple(sorted(each for each in self.states if kind_of(each) == kind and scope in (None, scope_of(each))))

    def naming(self, person: str, kind: str, scope: str | None = None) -> tuple[str, ...]:
        """More than those that name the person may be given."""
        return self.ids(kind, scope)

    def has_block(self, where: TextAt) -> bool:
        return where in self.texts

    def blocks_of(self, person: str) -> tuple[tuple[TextAt, TextClass], ...]:
        """As the log keeps them: by the event that holds the text."""
        at = {(each.stream, each.version): each for each in self.recorded}
        return tuple(
            (where, event.text_classes.get(where.field.split("/")[1], event.text_class))
            for where in sorted(self.texts, key=lambda where: (at[where[:2]].position, where.field))
            if person in (where.stream, getattr(event := at[where[:2]].event, "person", None))
        )

    def opened(self, event: Event) -> Event:
        """An event with its words instead of where they were said."""

        def words(value: Said | TextAt, _path: str) -> object:
            return said(self.texts[value]) if isinstance(value, TextAt) else value

        opened: Event = each_text(event, "", words)
        return opened

    def keeping(self, sha256: str, size_bytes: int) -> "Record":
        """The bytes of a paper are kept."""
        self.sizes[sha256] = size_bytes
        return self

    # --- what happens ---------------------------------------------------------------------------------------------

    def happened(self, stream: str, *events: Event) -> "Record":
        """Events as given: no rule is asked and nothing follows from them."""
        for event in events:
            self._keep(stream, event, By(person=ADMINISTRATOR, rule="given"), "given", None)
        return self

    def give(
        self,
        person: str,
        stream: str,
        command: Command,
        *,
        on: Day | None = None,
        at: str | None = None,
        rule: str | None = None,
        assurance: Assurance = Assurance.SUBSTANTIAL,
    ) -> tuple[Recorded, ...]:
        """A command at the door, and all that follows; or nothing of it.

        `on` is a day, `at` a moment with offset; time stands still without them and never falls.
        `rule` names a right that holds without asking the policy, as `init` does.
        Raises `Denied`, `NotFound`, `Refused`.
        """
        before = dict(self.states), dict(self.versions), list(self.recorded), dict(self.texts)
        moment = at or (f"{on}T12:00:00+02:00" if on else None)
        self.now = max(self.now, _microseconds(moment)) if moment else self.now
        try:
            actor = Actor(person, assurance)
            by = By(person=person, rule=rule) if rule else policy(command, stream, actor, self.today, self)
            if isinstance(self.see(stream), Unknown) and not command.creates:
                raise NotFound(stream)
            self._carry_out(stream, command, by, None, first=len(before[2]))
        except Exception:
            self.states, self.versions, self.recorded, self.texts = before
            raise
        return tuple(self.recorded[len(before[2]) :])

    def _carry_out(self, stream: str, command: Command, by: By, cause: Recorded | None, first: int) -> None:
        """Decide, keep every event, then let each lead on: depth first, as the writer does."""
        state = self.see(stream)
        if isinstance(state, Unknown) and not command.creates:
            raise Refused("id.unknown", id=stream)
        if len(self.recorded) - first > REACTIONS_MAX:
            raise Refused("reactions.too-many", count=REACTIONS_MAX)
        asked = Asking(record=self, by=by, stream=stream, cause=cause)
        events = decide(command, state, asked)
        name = COMMAND_NAMES[type(command)]
        kept = [self._keep(stream, event, by, name, cause, first) for event in events]
        for recorded in kept:
            for to, following in react(recorded, self.see):
                assert type(following) in LEADS_TO[type(recorded.event)]
                self._carry_out(to, following, by, recorded, first)

    def _keep(
        self, stream: str, event: Event, by: By, command: str, cause: Recorded | None, first: int | None = None
    ) -> Recorded:
        position, version = len(self.recorded) + 1, self.versions.get(stream, 0) + 1

        def seal(value: Said | TextAt, path: str) -> object:
            if isinstance(value, TextAt):
                return value
            where = TextAt(stream, version, path)
            self.texts[where] = value.value
            return where

        recorded = Recorded(
            position=position,
            stream=stream,
            version=version,
            recorded_at=self.now,
            by=by,
            command=command,
            causation=cause.position if cause else None,
            correlation=position if first is None else first + 1,
            event=each_text(event, "", seal),
        )
        self.recorded.append(recorded)
        self.versions[stream] = version
        self.states[stream] = KINDS[kind_of(stream)].evolve(self.see(stream), recorded.event)
        return recorded

    # --- when, then -----------------------------------------------------------------------------------------------

    def when(
        self, command: Command, *, to: str, by: str | None = None, on: Day | None = None, at: str | None = None
    ) -> "Answer":
        """A command and its answer. Without `by` the policy is not asked: the test is about a rule."""
        try:
            rule = None if by else "test"
            recorded = self.give(by or ADMINISTRATOR, to, command, on=on, at=at, rule=rule)
        except (Refused, Denied, NotFound) as said_no:
            return Answer(record=self, to=to, said_no=said_no)
        return Answer(record=self, to=to, recorded=recorded)


@dataclass(frozen=True)
class Asking:
    """What `decide` may know."""

    record: Record
    by: By
    stream: str
    cause: Recorded | None

    @property
    def today(self) -> Day:
        return self.record.today

    def see(self, stream: str) -> Any:
        return self.record.see(stream)

    def ids(self, kind: str, scope: str | None = None) -> tuple[str, ...]:
        return self.record.ids(kind, scope)

    def has_block(self, where: TextAt) -> bool:
        return self.record.has_block(where)

    def blocks_of(self, person: str) -> tuple[tuple[TextAt, TextClass], ...]:
        return self.record.blocks_of(person)

    def size_of(self, sha256: str) -> int | None:
        return self.record.sizes.get(sha256)


@dataclass(frozen=True)
class Answer:
    """What a command led to."""

    record: Record
    to: str
    recorded: tuple[Recorded, ...] = field(default=())
    said_no: Refused | Denied | NotFound | None = None

    def then(self, *expected: Expected) -> Record:
        """Exactly these events, in order, what followed included."""
        assert self.said_no is None, f"refused: {self.said_no!r}"
        wanted = [each if isinstance(each, tuple) else (self.to, each) for each in expected]
        assert [(each.stream, self.record.opened(each.event)) for each in self.recorded] == wanted
        return self.record

    def refused(self, code: str, **params: str | int) -> Record:
        """A rule said no; of the parameters, those given are compared. Nothing was kept."""
        assert isinstance(self.said_no, Refused), f"not refused by a rule: {self.said_no or self.recorded!r}"
        assert self.said_no.code == code
        assert {name: self.said_no.params.get(name) for name in params} == params
        return self.record

    def denied(self) -> Record:
        """Neither seat nor office gives the right."""
        assert isinstance(self.said_no, Denied), f"not denied: {self.said_no or self.recorded!r}"
        return self.record


def opened(first: Day = FIRST_DAY) -> Record:
    """A record as `klynge init` leaves it on a day: opened, with its first administrator."""
    record = Record()
    record.now = _microseconds(f"{first}T09:00:00+01:00")
    for stream, command in (
        (LOG, OpenLog(origin="klynge.test", clock=Clock.REAL, schemes=("test",))),
        (OPERATIONS, RegisterParty(name="Klynge-drift", party_kind=PartyKind.ADMINISTRATION)),
        (ADMINISTRATOR, RegisterPerson(name="Administrator", function="Administrator", party=OPERATIONS)),
        (
            ADMINISTRATORS_ACCESS,
            Grant(person=ADMINISTRATOR, office=Office.ADMINISTRATOR, reason="Første adgang", from_on=first),
        ),
    ):
        record.give(ADMINISTRATOR, stream, command, rule="init")
    return record


def given(*facts: tuple[str, Event]) -> Record:
    """A record where these events stand after the opening, in order."""
    record = opened()
    for stream, event in facts:
        record.happened(stream, event)
    return record


def _microseconds(moment: str) -> int:
    return int(datetime.fromisoformat(moment).astimezone(COPENHAGEN).timestamp()) * MICROSECOND


def each_text(value: Any, path: str, change: Callable[[Said | TextAt, str], object]) -> Any:
    """A value with every text in it changed; `path` leads to the text within the event, `/at_once/0/title`."""
    match value:
        case Said() | TextAt():
            return change(value, path)
        case tuple():
            return tuple(each_text(each, f"{path}/{index}", change) for index, each in enumerate(value))
        case Struct():
            fields = {name: getattr(value, name) for name in value.__struct_fields__}
            return msgspec.structs.replace(
                value, **{name: each_text(each, f"{path}/{name}", change) for name, each in fields.items()}
            )
        case _:
            return value

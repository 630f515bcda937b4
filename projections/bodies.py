"""Bodies as rows: what each is called and when, how it meets and decides, what it is to do, when it ends. A row reads no clock."""

from typing import Generic

import msgspec
from msgspec import Struct

from domain.body import BodyClosed, Established, NameNoted, TaskGiven
from domain.dates import Day
from domain.decided import Taken
from domain.kernel import Recorded
from domain.names import name_of, scope_of
from domain.procedure import CadenceSet, RulesSet
from domain.rules import AtLeast
from domain.text import Kept, T
from projections.reveal import N, Place, place_of
from projections.view import Get, Rows


class BodyRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="body"):
    """A body."""

    body: N
    level: str
    chairs: int
    position: int
    name: T | None = None
    parent: N | None = None
    secretariat: str | None = None
    membership: str | None = None
    """The stream in which its seats are kept; what a decision does to a seat goes there."""
    cadence: T | None = None
    """How often it meets, in its own words."""
    meetings_per_year: int | None = None
    from_on: Day | None = None
    closed_on: Day | None = None
    successor: N | None = None


class NameRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="body-name"):
    """What a body is also called."""

    body: N
    position: int
    name: T | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None
    document: N | None = None


class RulesRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="body-rules"):
    """How a body decides from a day. Where no paper says, nothing is checked."""

    body: N
    from_on: Day
    decision_rule: str
    quorum: str
    """`none-stated`, `at-least`, `each-party-kind`."""
    chairs_sign: int
    ad_hoc_substitutes: bool
    position: int
    at_least: int | None = None
    one_at_a_time: str | None = None
    agenda_days: int | None = None
    decision: Place[N] | None = None


class TaskRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="body-task"):
    """What a body is to do."""

    body: N
    version: int
    """Of the body's stream, when the task was given."""
    position: int
    task: T | None = None
    decision: Place[N] | None = None


BODY_EVENTS = (Established, NameNoted, RulesSet, CadenceSet, TaskGiven, BodyClosed)


def fold_bodies(get: Get, recorded: Recorded) -> Rows:
    """The rows that an event of a body changes."""
    event, body, position = recorded.event, recorded.stream, recorded.position
    key = f"{scope_of(body)}/people|body/{name_of(body)}"
    match event:
        case Established():
            return _established(event, body, key, position)
        case NameNoted():
            name = NameRow[Kept, str](
                body=body,
                name=event.name,
                from_on=event.from_on,
                ceases_on=event.ceases_on,
                document=event.document,
                position=position,
            )
            return {f"{key}/name/{position:010d}": name}
        case RulesSet():
            return {f"{key}/rules/{event.from_on}": _rules(event, body, position)}
        case TaskGiven():
            decision = place_of(event.decision) if isinstance(event.decision, Taken) else None
            given = TaskRow[Kept, str](
                body=body, task=event.task, decision=decision, version=recorded.version, position=position
            )
            return {f"{key}/task/{position:010d}": given}
        case CadenceSet():
            often = {"cadence": event.words, "meetings_per_year": event.per_year, "position": position}
            return {key: msgspec.structs.replace(get(key), **often)}
        case BodyClosed():
            closed = {"closed_on": event.ceases_on, "successor": event.successor, "position": position}
            return {key: msgspec.structs.replace(get(key), **closed)}
        case _:
            return {}


def _established(event: Established, body: str, key: str, position: int) -> Rows:
    row = BodyRow[Kept, str](
        body=body,
        name=event.name,
        level=event.level,
        chairs=event.chairs,
        parent=event.parent,
        secretariat=event.secretariat,
        membership=event.membership,
        from_on=event.from_on,
        position=position,
    )
    task = TaskRow[Kept, str](body=body, task=event.task, version=1, position=position)
    return {key: row} | ({} if event.task is None else {f"{key}/task/{position:010d}": task})


def _rules(event: RulesSet, body: str, position: int) -> RulesRow[str]:
    return RulesRow[str](
        body=body,
        from_on=event.from_on,
        decision_rule=event.decision_rule,
        quorum=str(type(event.quorum).__struct_config__.tag),
        at_least=event.quorum.count if isinstance(event.quorum, AtLeast) else None,
        chairs_sign=event.chairs_sign,
        ad_hoc_substitutes=event.ad_hoc_substitutes,
        one_at_a_time=event.one_at_a_time,
        agenda_days=event.agenda_days,
        decision=place_of(event.source) if isinstance(event.source, Taken) else None,
        position=position,
    )

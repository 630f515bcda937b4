"""What has happened to this initiative? Its whole trail, from the order to the evaluation.

Topic `{scope}/initiative/{name}`. Keys: `stream`, `step/{position}`, `step/{position}/{what}/{n}`.
"""

from collections.abc import Iterator
from typing import Any

from domain.claims import DateNotStated, DateSaid, NoAmount, span_of
from domain.dates import moment_of
from domain.decided import Cited, Taken
from domain.handing.initiative import HandedOver, TakenOver
from domain.holding import Held, Released
from domain.initiative import (
    Adapted,
    ColourReported,
    ConfirmationApproved,
    ConfirmationReturned,
    Deprioritised,
    Described,
    Escalated,
    Evaluated,
    EvaluationExpected,
    FundingNoted,
    InitiativeEnded,
    LadderAgreed,
    Listed,
    Merged,
    Narrowed,
    OperationBegan,
    OrderConfirmed,
    Ordered,
    OwnerAssigned,
    Paused,
    PostAgreed,
    ProgressQuoted,
    Prolonged,
    RemarkAnswered,
    Remarked,
    RemedyAgreed,
    Resumed,
    Spread,
    Started,
    StepReached,
    Widened,
)
from domain.kernel import Event, Recorded
from domain.text import Kept
from projections.initiative_rows import PointRow, StepRow, StreamRow
from projections.reveal import place_of, reveal
from projections.view import Get, Named, Rows, Sight, View, topic_of

Row = StreamRow | StepRow[Kept, str] | PointRow[Kept]
Shown = StreamRow | StepRow[str | None, Named] | PointRow[str | None]
TRAIL: tuple[type[Event], ...] = (
    *(Ordered, Listed, Described, OwnerAssigned, OrderConfirmed, ConfirmationApproved, ConfirmationReturned, Started),
    *(Remarked, RemarkAnswered, ColourReported, RemedyAgreed, Escalated, Narrowed, Widened, Adapted, Spread),
    *(Held, Released, Paused, Resumed, Deprioritised, Prolonged, OperationBegan, LadderAgreed, StepReached),
    *(EvaluationExpected, Evaluated, FundingNoted, PostAgreed, ProgressQuoted, Merged, InitiativeEnded),
    *(HandedOver, TakenOver),
)


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, topic = recorded.event, f"{recorded.stream}|"
    at: dict[str, Any] = {"version": recorded.version, "position": recorded.position}
    key = f"{topic}step/{recorded.position:010d}"
    step = StepRow[Kept, str](
        what=event.tag.partition(".")[2],
        at=moment_of(recorded.recorded_at),
        **at,
        **_decided(event),
        **_told(event),
    )
    rows: dict[str, Any] = {f"{topic}stream": StreamRow(**at), key: step}
    for what, texts in _points(event):
        for n, text in enumerate(texts, 1):
            rows[f"{key}/{what}/{n:02d}"] = PointRow[Kept](what=what, order=n, text=text, **at)
    return rows


def _decided(event: Event) -> dict[str, Any]:
    """The decision behind a step, where it was taken in the record; one that a paper cites, by its paper."""
    match getattr(event, "decision", None):
        case Taken() as taken:
            return {"decision": place_of(taken)}
        case Cited() as cited:
            return {"document": cited.document}
        case _:
            return {}


def _told(event: Event) -> dict[str, Any]:
    """What a step says, as the fields of its row."""
    match event:
        case Ordered():
            return {"text": event.title, "label": event.number, "plan": event.plan, "by_body": event.by_body}
        case Listed():
            told = {"text": event.title, "label": event.number, "plan": event.plan, "code": event.phase}
            return told | {"parties": event.by, "document": event.document}
        case Described():
            return {"text": event.purpose}
        case OwnerAssigned():
            return {"parties": event.owners, "person": event.leader, "group": event.group}
        case OrderConfirmed():
            return {"text": event.what, "revision": event.revision, **_when(event.when)}
        case ConfirmationApproved():
            return {"by_body": event.by_body, "revision": event.revision}
        case ConfirmationReturned():
            return {"by_body": event.by_body, "revision": event.revision, "text": event.reason}
        case Remarked():
            return {"label": event.remark, "text": event.text, "by_body": event.by_body, **_when(event.expected)}
        case RemarkAnswered():
            return {"label": event.remark}
        case LadderAgreed():
            return {}
        case StepReached():
            return {"order": event.order, "code": event.state}
        case _:
            return _told_of_course(event)


def _told_of_course(event: Event) -> dict[str, Any]:
    """As `_told`, of an initiative at work."""
    match event:
        case Started():
            return {"on": event.from_on, "code": event.phase, "by_body": event.by_body}
        case ColourReported():
            told = {"code": event.colour, "meeting": event.meeting, "text": event.reason}
            return told | {"to_body": event.lies_with}
        case RemedyAgreed():
            return {"by_body": event.by_body, "text": event.text}
        case Escalated():
            return {"by_body": event.from_body, "to_body": event.to_body, "text": event.reason}
        case Narrowed() | Widened():
            told = {"code": event.aspect, "before": event.before, "text": event.after}
            return told | {"by_body": event.by_body}
        case Adapted():
            return {"text": event.text}
        case Spread():
            return {"parties": event.to_parties, "on": event.from_on}
        case Held():
            return {"condition": event.condition, "code": event.extent}
        case Released():
            return {"condition": event.condition, "met": event.met}
        case Paused():
            return {"text": event.reason}
        case Resumed():
            return {"on": event.from_on}
        case Deprioritised():
            return {"by_body": event.by_body, "text": event.reason}
        case Prolonged():
            return _when(event.expected)
        case OperationBegan():
            return {"code": event.extent, "parties": event.parties, "on": event.from_on}
        case _:
            return _told_of_the_end(event)


def _told_of_the_end(event: Event) -> dict[str, Any]:
    """As `_told`, of what is evaluated, quoted from papers, and over."""
    match event:
        case EvaluationExpected():
            return {"code": event.stage, **_when(event.expected)}
        case Evaluated():
            return {"code": event.stage, "text": event.text, "document": event.document, **_when(event.when)}
        case FundingNoted():
            told = {"text": event.purpose, "document": event.document, "when_words": event.said.words}
            if isinstance(event.said, NoAmount):
                return told
            return told | {"quoted_oere": event.said.oere, "precision": str(event.said.__struct_config__.tag)}
        case PostAgreed():
            return {"text": event.what, "parties": event.employers, "on": event.from_on}
        case ProgressQuoted():
            return {"text": event.words, "document": event.document, **_when(event.as_of)}
        case Merged():
            return {"initiative": event.into}
        case InitiativeEnded():
            return {"code": event.how, "on": event.ceases_on}
        case HandedOver():
            return {"initiative": event.successor, "on": event.effective_on}
        case TakenOver():
            return {"initiative": event.from_stream}
        case _:
            return {}


def _when(said: DateSaid[Kept] | None) -> dict[str, Any]:
    if said is None or isinstance(said, DateNotStated):
        return {}
    span = span_of(said)
    return {"when_words": said.words} | ({} if span is None else {"earliest": span[0], "latest": span[1]})


def _points(event: Event) -> Iterator[tuple[str, tuple[Kept, ...]]]:
    """What a step says in several words, each of which may be as long as any."""
    match event:
        case Described():
            yield "target-group", () if event.target_group is None else (event.target_group,)
            yield "criterion", event.criteria
            yield "place", event.places
            yield "idea", event.ideas
        case OrderConfirmed():
            yield "who", (event.by_whom,)
            yield "where", (event.where,)
        case Adapted():
            yield "core", event.core
        case LadderAgreed():
            yield "rung", event.steps
        case FundingNoted():
            yield "from", (event.from_whom,)


def show(key: str, row: Any, sight: Sight) -> Any:
    if isinstance(row, StreamRow):
        return row
    return None if sight.hides_event(topic_of(key), row.version) else reveal(row, sight)


INITIATIVE_VIEW = View(
    name="initiative",
    version=2,
    row=Row,
    shown=Shown,
    folds=frozenset(TRAIL),
    evolve=evolve,
    show=show,
    closes=True,
)

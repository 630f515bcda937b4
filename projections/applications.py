"""Who has applied for what, and what came of it? The applications (ansøgninger) of a scope.

Topic `{scope}/applications`. Keys: `{application}`, and `{application}/fate` once it is decided.
"""

from typing import Any

import msgspec

from domain.application import Accepted, Submitted, TurnedDown, Withdrawn
from domain.attesting import Attested, EvaluationPlanned
from domain.claims import NoAmount
from domain.criteria import criterion_name
from domain.dates import day_of
from domain.handing.application import HandedOver, TakenOver
from domain.kernel import Recorded
from domain.names import name_of, scope_of
from domain.text import Kept, TextAt
from projections.application_rows import ApplicationRow, FateRow
from projections.fund_grants import evaluation_of
from projections.reveal import place_of, reveal
from projections.view import Get, Named, Rows, Sight, View

Row = ApplicationRow[Kept, str] | FateRow[Kept, str]
Shown = ApplicationRow[str | None, Named] | FateRow[str | None, Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, application = recorded.event, recorded.stream
    key = f"{scope_of(application)}/applications|{name_of(application)}"
    at: dict[str, Any] = {"version": recorded.version, "position": recorded.position}
    match event:
        case Submitted():
            return {key: _submitted(recorded, at)}
        case EvaluationPlanned():
            planned = evaluation_of(event.evaluation)
            return {key: msgspec.structs.replace(get(key), evaluated=True, **planned, **at)}
        case Attested():
            row = get(key)
            attested = dict.fromkeys((*row.attested, *(criterion_name(each) for each in event.criteria)))
            return {key: msgspec.structs.replace(row, attested=tuple(attested), attested_by=event.person, **at)}
        case Accepted():
            given = {"allocation": event.allocation, "allocated_oere": event.amount_oere}
            return _decided(get(key), recorded, key, "accepted", **given)
        case TurnedDown():
            return _decided(get(key), recorded, key, "turned-down")
        case Withdrawn():
            return _decided(get(key), recorded, key, "withdrawn")
        case HandedOver():
            return {key: msgspec.structs.replace(get(key), state="handed-over", successor=event.successor, **at)}
        case TakenOver():
            return {key: _taken_over(get, recorded, at)}
        case _:
            return {}


def _submitted(recorded: Recorded, at: dict[str, Any]) -> ApplicationRow[Kept, str]:
    event: Submitted = recorded.event
    said = event.said
    return ApplicationRow(
        application=recorded.stream,
        state="submitted",
        fund=event.fund,
        applicant=event.applicant,
        submitted_on=day_of(recorded.recorded_at),
        amount_oere=event.amount_oere,
        quoted_oere=None if said is None or isinstance(said, NoAmount) else said.oere,
        precision=None if said is None else str(said.__struct_config__.tag),
        words=None if said is None else said.words,
        purpose=event.purpose,
        purpose_class=event.purpose_class,
        theme=event.theme,
        from_on=event.from_on,
        ceases_on=event.ceases_on,
        **at,
    )


def _taken_over(get: Get, recorded: Recorded, at: dict[str, Any]) -> ApplicationRow[Kept, str]:
    """As what was carried says; its words stand where they were said."""
    event: TakenOver = recorded.event
    carried, former = event.carried, event.from_stream
    before: ApplicationRow[Kept, str] = get(f"{scope_of(former)}/applications|{name_of(former)}")
    purpose = before.purpose if isinstance(before.purpose, TextAt) else TextAt(former, 1, "/purpose")
    planned = {} if carried.evaluation is None else evaluation_of(carried.evaluation)
    return ApplicationRow(
        application=recorded.stream,
        state="submitted",
        fund=carried.fund,
        applicant=carried.applicant,
        submitted_on=before.submitted_on,
        amount_oere=carried.amount_oere,
        quoted_oere=before.quoted_oere,
        precision=before.precision,
        purpose=purpose,
        purpose_class=carried.purpose_class,
        theme=carried.theme,
        from_on=carried.from_on,
        ceases_on=carried.ceases_on,
        evaluated=carried.evaluation is not None,
        attested=carried.attested,
        taken_from=former,
        **planned,
        **at,
    )


def _decided(row: ApplicationRow[Kept, str], recorded: Recorded, key: str, state: str, **given: Any) -> Rows:
    at: dict[str, Any] = {"version": recorded.version, "position": recorded.position}
    fate = FateRow[Kept, str](
        application=recorded.stream,
        state=state,
        on=day_of(recorded.recorded_at),
        reason=getattr(recorded.event, "reason", None),
        decision=place_of(getattr(recorded.event, "decision", None)),
        **at,
    )
    decided = msgspec.structs.replace(row, state=state, fate_version=recorded.version, **given, **at)
    return {key: decided, f"{key}/fate": fate}


def show(key: str, row: Any, sight: Sight) -> Any:
    if sight.hides_stream(row.application):
        return None
    if isinstance(row, FateRow):
        return None if sight.hides_event(row.application, row.version) else reveal(row, sight)
    if row.fate_version is not None and sight.hides_event(row.application, row.fate_version):
        row = msgspec.structs.replace(row, state=None, fate_version=None, allocation=None, allocated_oere=None)
    return reveal(row, sight)


APPLICATIONS = View(
    name="applications",
    version=2,
    row=Row,
    shown=Shown,
    folds=frozenset({Submitted, EvaluationPlanned, Attested, Accepted, TurnedDown, Withdrawn, HandedOver, TakenOver}),
    evolve=evolve,
    show=show,
    closes=True,
)

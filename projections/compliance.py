"""What do the rules ask of the cluster, and what shows that it is met? The requirements (krav) of a scope with their evidence.

Topic `{scope}/compliance`. Keys: `{requirement}`, `{requirement}/evidence/…`. A row reads no clock: it gives days, and whoever asks
about a year or a day compares them.
"""

from typing import Any

import msgspec

from domain.body import Established, Level
from domain.cluster import ClusterForm
from domain.cluster import Established as ClusterEstablished
from domain.dates import Day, day_of, day_of_moment, is_moment
from domain.kernel import Recorded
from domain.meeting.agenda import ItemAdded
from domain.meeting.attendance import SeatTaken
from domain.meeting.call import MeetingAdjourned, MeetingCalled, MeetingRegisteredAfterwards
from domain.meeting.discussion import PointRecorded
from domain.meeting.guests import GuestAttended, GuestInvited
from domain.meeting.moving import MeetingMoved
from domain.membership.holders import SeatFilled, SeatVacated
from domain.membership.seats import SeatClosed, SeatOpened
from domain.names import name_of, scope_of
from domain.party import PartyKind
from domain.party import Registered as PartyRegistered
from domain.person import FunctionChanged
from domain.person import Registered as PersonRegistered
from domain.points import OfParty
from domain.seats import ByPatients
from projections.requirements import MEETING, RULES, SEATS, SEATS_REQUIRED, EvidenceRow, Known, RequirementRow
from projections.reveal import Place, reveal
from projections.said import date_row
from projections.view import Get, Named, Rows, Sight, View

Row = RequirementRow | EvidenceRow[str] | Known
Shown = RequirementRow | EvidenceRow[Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    event = recorded.event
    match event:
        case PartyRegistered():
            return {_known(recorded.stream): Known()} if event.party_kind is PartyKind.PATIENTS else {}
        case PersonRegistered() | FunctionChanged():
            return {_known(recorded.stream): Known(party=event.party)}
        case ClusterEstablished():
            return {_form(recorded.stream): Known(form=event.form)}
        case Established():
            return _established(get, event, recorded)
        case SeatOpened() | SeatFilled() | SeatVacated() | SeatClosed():
            return _fold_seats(get, recorded)
        case _:
            return _fold_meetings(get, recorded)


def _known(stream: str) -> str:
    return f"{scope_of(stream)}/compliance|known/{stream}"


def _form(stream: str) -> str:
    return f"{scope_of(stream)}/compliance|known/cluster"


def _established(get: Get, event: Established, recorded: Recorded) -> Rows:
    """A body of a level that the rules ask something of; they are rules for clusters as the law knows them since 2022."""
    cluster: Known | None = get(_form(recorded.stream))
    if cluster is not None and cluster.form != ClusterForm.CLUSTER:
        return {}
    known: dict[str, Any] = {_known(recorded.stream): Known(level=event.level)}
    asked = {Level.POLITICAL: MEETING, Level.STRATEGIC: SEATS}.get(event.level)
    if asked is None:
        return known
    da, en = RULES[asked]
    row = RequirementRow(
        requirement=asked,
        rule_da=da,
        rule_en=en,
        yearly=asked == MEETING,
        state="unknown",
        since=day_of(recorded.recorded_at),
        position=recorded.position,
    )
    return {**known, f"{scope_of(recorded.stream)}/compliance|{asked}": row}


# --- the seats --------------------------------------------------------------------------------------------------------


def _fold_seats(get: Get, recorded: Recorded) -> Rows:
    event, topic = recorded.event, f"{scope_of(recorded.stream)}/compliance|"
    if isinstance(event, SeatOpened):
        return _seat_opened(get, event, recorded)
    known: Known | None = get(_known(recorded.stream))
    key = f"{topic}{SEATS}/evidence/{name_of(known.body or '')}/{event.seat}" if known else ""
    row: EvidenceRow[str] | None = get(key) if known else None
    if known is None or row is None:
        return {}
    rows: dict[str, Any] = {}
    match event:
        case SeatClosed():
            left = tuple(each for each in known.evidence if each != key)
            known, rows = msgspec.structs.replace(known, evidence=left), {key: None}
            rows[_known(recorded.stream)] = known
        case SeatFilled():
            held = {"person": event.person, "day": event.from_on or day_of(recorded.recorded_at)}
            rows[key] = msgspec.structs.replace(row, met=True, until=event.ceases_on, **held)
            rows[_known(event.person)] = msgspec.structs.replace(get(_known(event.person)) or Known(), level=SEATS)
        case SeatVacated() if event.ceases_on is None and event.person == row.person:
            rows[key] = msgspec.structs.replace(row, met=False, person=None, day=None, until=None)
        case SeatVacated() if event.person == row.person:
            rows[key] = msgspec.structs.replace(row, until=event.ceases_on)
    return {**rows, **_judged(get, rows, known, topic, recorded)}


def _seat_opened(get: Get, event: SeatOpened, recorded: Recorded) -> Rows:
    body = get(_known(event.body))
    if body is None or body.level != Level.STRATEGIC or not isinstance(event.right, ByPatients):
        return {}
    topic = f"{scope_of(recorded.stream)}/compliance|"
    key = f"{topic}{SEATS}/evidence/{name_of(event.body)}/{event.seat}"
    row: EvidenceRow[str] = EvidenceRow(
        requirement=SEATS, at=Place(stream=event.body), seat=event.seat, met=False, position=recorded.position
    )
    before: Known = get(_known(recorded.stream)) or Known(body=event.body)
    known = msgspec.structs.replace(before, evidence=(*before.evidence, key))
    rows: dict[str, Any] = {key: row, _known(recorded.stream): known}
    return {**rows, **_judged(get, rows, known, topic, recorded)}


def _judged(get: Get, rows: Rows, known: Known, topic: str, recorded: Recorded) -> Rows:
    """The requirement, by the seats as they are now registered."""
    key = f"{topic}{SEATS}"
    seats: list[Any] = [rows.get(each) or get(each) for each in known.evidence]
    filled = [seat for seat in seats if seat.met and seat.until is None]
    state = "met" if len(filled) >= SEATS_REQUIRED and len(filled) == len(seats) else "not-met"
    before: RequirementRow = get(key)
    if before.state == state:
        return {}
    since = day_of(recorded.recorded_at)
    return {key: msgspec.structs.replace(before, state=state, since=since, position=recorded.position)}


# --- the yearly meeting -----------------------------------------------------------------------------------------------


def _fold_meetings(get: Get, recorded: Recorded) -> Rows:
    event, meeting = recorded.event, recorded.stream
    match event:
        case MeetingCalled():
            day = day_of_moment(event.starts_at) if is_moment(event.starts_at) else None
            return _met_by(get, event.body, meeting, day, held=False)
        case MeetingRegisteredAfterwards():
            held = date_row(event.held)
            return _met_by(get, event.body, meeting, None if held is None else held.latest, held=True)
    known: Known | None = get(_known(meeting))
    if known is None:
        return {}
    if isinstance(event, MeetingAdjourned):
        return _held(get, known, recorded)
    if isinstance(event, MeetingMoved):
        return _moved(get, known, event, meeting)
    came = known.held or isinstance(event, GuestAttended | SeatTaken | PointRecorded)
    people = event.presenters if isinstance(event, ItemAdded) else (getattr(event, "person", None),)
    party = event.point.who.party if isinstance(event, PointRecorded) and isinstance(event.point.who, OfParty) else None
    if not any(_is_of_committee(get, person) for person in people) and not _is_patients(get, party):
        return {}
    item = None if isinstance(event, SeatTaken) else event.item
    return _evidence(get, known, item, came, recorded)


def _met_by(get: Get, body: str, meeting: str, day: Day | None, held: bool) -> Rows:
    """A meeting of the political level."""
    of = get(_known(body))
    if of is None or of.level != Level.POLITICAL:
        return {}
    return {_known(meeting): Known(body=body, day=day, held=held)}


def _is_of_committee(get: Get, person: str | None) -> bool:
    """Whether a person is of a patients' party, or holds one of the committee's seats in this cluster."""
    if person is None:
        return False
    known = get(_known(person))
    return known is not None and (known.level == SEATS or _is_patients(get, known.party))


def _is_patients(get: Get, party: str | None) -> bool:
    return party is not None and get(_known(party)) is not None


def _evidence(get: Get, known: Known, item: str | None, came: bool, recorded: Recorded) -> Rows:
    """Of a meeting that was entered afterwards the paper tells that they came."""
    meeting, topic = recorded.stream, f"{scope_of(recorded.stream)}/compliance|"
    key = f"{topic}{MEETING}/evidence/{name_of(meeting)}/{item or '-'}"
    before: EvidenceRow[str] | None = get(key)
    if before is not None and (before.attended or not came):
        return {}
    row: EvidenceRow[str] = EvidenceRow(
        requirement=MEETING,
        at=Place(stream=meeting, item=item),
        day=known.day,
        met=known.held and came,
        attended=came,
        position=recorded.position,
    )
    rows: dict[str, Any] = {key: row}
    if before is None:
        rows[_known(meeting)] = msgspec.structs.replace(known, evidence=(*known.evidence, key))
    return {**rows, **(_met(get, topic, known.day, recorded) if row.met else {})}


def _held(get: Get, known: Known, recorded: Recorded) -> Rows:
    """The meeting was held: where they came, they were met."""
    rows: dict[str, Any] = {_known(recorded.stream): msgspec.structs.replace(known, held=True)}
    came = [key for key in known.evidence if get(key).attended]
    rows |= {key: msgspec.structs.replace(get(key), met=True) for key in came}
    topic = f"{scope_of(recorded.stream)}/compliance|"
    return {**rows, **(_met(get, topic, known.day, recorded) if came else {})}


def _moved(get: Get, known: Known, event: MeetingMoved, meeting: str) -> Rows:
    day = day_of_moment(event.starts_at) if is_moment(event.starts_at) else None
    rows: dict[str, Any] = {key: msgspec.structs.replace(get(key), day=day) for key in known.evidence}
    return {**rows, _known(meeting): msgspec.structs.replace(known, day=day)}


def _met(get: Get, topic: str, day: Day | None, recorded: Recorded) -> Rows:
    key = f"{topic}{MEETING}"
    since = day or day_of(recorded.recorded_at)
    return {key: msgspec.structs.replace(get(key), state="met", since=since, position=recorded.position)}


def show(key: str, row: Any, sight: Sight) -> Any:
    if isinstance(row, Known):
        return None
    shown = reveal(row, sight)
    return None if isinstance(shown, EvidenceRow) and shown.at is None else shown


COMPLIANCE = View(
    name="compliance",
    version=2,
    row=Row,
    shown=Shown,
    folds=frozenset(
        {
            *(PartyRegistered, PersonRegistered, FunctionChanged, ClusterEstablished, Established),
            *(SeatOpened, SeatFilled, SeatVacated, SeatClosed),
            *(MeetingCalled, MeetingMoved, MeetingRegisteredAfterwards, MeetingAdjourned),
            *(ItemAdded, GuestInvited, GuestAttended, SeatTaken, PointRecorded),
        }
    ),
    evolve=evolve,
    show=show,
    closes=True,
)

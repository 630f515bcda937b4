"""The meeting itself as rows: when and where, how far it is, how far its agenda is, and who is there."""

from typing import Any

from msgspec.structs import replace

from domain.dates import moment_of
from domain.kernel import Recorded
from domain.meeting.apologies import ApologyGiven, ApologyWithdrawn
from domain.meeting.attendance import SeatLeft, SeatTaken
from domain.meeting.call import MeetingAdjourned, MeetingCalled, MeetingOpened, MeetingRegisteredAfterwards
from domain.meeting.course import LeaderChanged, MeetingPaused, MeetingResumed
from domain.meeting.guests import GuestAttended, GuestInvited
from domain.meeting.moving import MeetingCancelled, MeetingMoved
from domain.meeting.sending import AgendaAdopted, AgendaSent
from domain.meeting.state import Apology
from domain.names import name_of
from projections.meeting.keys import Fold
from projections.meeting.rows import AgendaRow, ApologyRow, GuestRow, LeftRow, MeetingRow, SeatRow
from projections.view import Get


def _called(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: MeetingCalled = recorded.event
    rows[f"{topic}meeting"] = MeetingRow(
        phase="called",
        body=event.body,
        position=recorded.position,
        form=event.form,
        place=event.place,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        summoned=event.summoned,
        link=event.link,
    )
    rows[f"{topic}agenda"] = AgendaRow(position=recorded.position)


def _registered_afterwards(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: MeetingRegisteredAfterwards = recorded.event
    rows[f"{topic}meeting"] = MeetingRow(
        phase="reported",
        body=event.body,
        position=recorded.position,
        place=event.place,
        led_by=event.led_by,
        opened_at=event.started_at,
        adjourned_at=event.ended_at,
    )
    for there in event.attended:
        rows[f"{topic}seat/{there.seat}"] = SeatRow(
            seat=there.seat, person=there.person, in_for=there.in_for, position=recorded.position
        )
    for away in event.apologies:
        _excuse(away, recorded, topic, rows)


def _moved(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: MeetingMoved = recorded.event
    key, row = f"{topic}meeting", get(f"{topic}meeting")
    rows[key] = replace(
        row,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        place=event.place or row.place,
        link=event.link or row.link,
        because=event.reason,
        moved=True,
        position=recorded.position,
    )


def _cancelled(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    key = f"{topic}meeting"
    because = recorded.event.reason
    rows[key] = replace(get(key), phase="cancelled", because=because, position=recorded.position)


def _opened(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    key, at = f"{topic}meeting", moment_of(recorded.recorded_at)
    changes = {"led_by": recorded.event.led_by, "opened_at": at, "position": recorded.position}
    rows[key] = replace(get(key), phase="in-session", **changes)


def _adjourned(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    key, at = f"{topic}meeting", moment_of(recorded.recorded_at)
    rows[key] = replace(get(key), phase="adjourned", paused=False, adjourned_at=at, position=recorded.position)


def _led_by_another(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    key = f"{topic}meeting"
    rows[key] = replace(get(key), led_by=recorded.event.led_by, position=recorded.position)


def _paused(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    key = f"{topic}meeting"
    rows[key] = replace(get(key), paused=True, resumes_at=recorded.event.resumes_at, position=recorded.position)


def _resumed(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    key = f"{topic}meeting"
    rows[key] = replace(get(key), paused=False, resumes_at=None, position=recorded.position)


# --- the agenda as a whole ---


def _agenda_sent(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: AgendaSent = recorded.event
    key, at = f"{topic}agenda", moment_of(recorded.recorded_at)
    changes = {"revision": event.revision, "sent_at": at, "late": event.late, "unsent": False}
    rows[key] = replace(get(key), position=recorded.position, **changes)


def _agenda_adopted(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    key, at = f"{topic}agenda", moment_of(recorded.recorded_at)
    rows[key] = replace(get(key), adopted_at=at, text=recorded.event.text, position=recorded.position)


# --- who is there ---


def _seat_taken(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: SeatTaken = recorded.event
    rows[f"{topic}seat/{event.seat}"] = SeatRow(
        seat=event.seat,
        person=event.person,
        in_for=event.in_for,
        taken_at=moment_of(recorded.recorded_at),
        position=recorded.position,
    )
    rows[_left_key(topic, event)] = None


def _seat_left(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: SeatLeft = recorded.event
    key, at = f"{topic}seat/{event.seat}", moment_of(recorded.recorded_at)
    row = get(key)
    rows[key] = None
    rows[_left_key(topic, event)] = LeftRow(
        seat=event.seat,
        person=event.person,
        in_for=row.in_for,
        taken_at=row.taken_at,
        left_at=at,
        position=recorded.position,
    )


def _left_key(topic: str, event: SeatTaken | SeatLeft) -> str:
    return f"{topic}left/{event.seat}/{name_of(event.person)}"


def _apology_given(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: ApologyGiven = recorded.event
    _excuse(Apology(seat=event.seat, person=event.person, sends=event.sends), recorded, topic, rows)


def _excuse(apology: Apology, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    rows[f"{topic}apology/{name_of(apology.person)}"] = ApologyRow(
        seat=apology.seat, person=apology.person, sends=apology.sends, position=recorded.position
    )


def _apology_withdrawn(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    rows[f"{topic}apology/{name_of(recorded.event.person)}"] = None


def _guest_invited(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    event: GuestInvited = recorded.event
    rows[_guest_key(topic, event)] = GuestRow(
        item=event.item, person=event.person, of_body=event.of_body, position=recorded.position
    )


def _guest_attended(get: Get, recorded: Recorded, topic: str, rows: dict[str, Any]) -> None:
    """A guest of the whole meeting may come to one item of it."""
    event: GuestAttended = recorded.event
    key, at = _guest_key(topic, event), moment_of(recorded.recorded_at)
    row = get(key) or GuestRow(item=event.item, person=event.person, position=recorded.position)
    rows[key] = replace(row, attended_at=at, position=recorded.position)


def _guest_key(topic: str, event: GuestInvited | GuestAttended) -> str:
    return f"{topic}{'' if event.item is None else f'item/{event.item}/'}guest/{name_of(event.person)}"


FOLDS: dict[type, Fold] = {
    MeetingCalled: _called,
    MeetingRegisteredAfterwards: _registered_afterwards,
    MeetingMoved: _moved,
    MeetingCancelled: _cancelled,
    MeetingOpened: _opened,
    MeetingAdjourned: _adjourned,
    LeaderChanged: _led_by_another,
    MeetingPaused: _paused,
    MeetingResumed: _resumed,
    AgendaSent: _agenda_sent,
    AgendaAdopted: _agenda_adopted,
    SeatTaken: _seat_taken,
    SeatLeft: _seat_left,
    ApologyGiven: _apology_given,
    ApologyWithdrawn: _apology_withdrawn,
    GuestInvited: _guest_invited,
    GuestAttended: _guest_attended,
}

"""Notices (besked): who is told outside Klynge that something waits for them in it: a meeting, an action owed, a referral.

What follows from one event, by what the record says as of it. Whether they may see it is judged when the letter is written.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import assert_never

from msgspec import Struct

from domain import action
from domain.clusters import Running, Streams, contact_on
from domain.concerned import seats_in
from domain.dates import Day, day_of_moment
from domain.effects import ByBody, ByOutside, ByParty, ByPerson, Debtor, DebtorNotStated
from domain.kernel import Recorded
from domain.meeting.apologies import ApologyGiven
from domain.meeting.call import MeetingCalled
from domain.meeting.guests import GuestInvited
from domain.meeting.moving import MeetingCancelled, MeetingMoved
from domain.names import BodyId, LocalName, PersonId, scope_of
from domain.referral import answering, asking
from domain.referral.state import Open
from domain.seating import answers_for_minutes, holding_on


class Subject(StrEnum):
    """What a notice is about: indkaldelse, opgave, henvendelse."""

    INVITATION = "invitation"
    ACTION = "action"
    REFERRAL = "referral"


class Notice(Struct, frozen=True, kw_only=True):
    """Somebody is to be told of a stream."""

    person: PersonId
    subject: Subject
    about: str
    """The meeting, the action or the referral."""


def noticed(
    recorded: Recorded, streams: Streams, today: Day, told_of: Callable[[str], Iterable[PersonId]]
) -> tuple[Notice, ...]:
    """Whom an event makes us tell of what, each of them once. `told_of`: who was told of a stream before; what became of a
    meeting concerns those who were asked to come to it.
    """
    stream, event = recorded.stream, recorded.event
    match event:
        case MeetingCalled():
            invited = _holders(event.body, event.summoned, day_of_moment(event.starts_at), streams)
            return _notices(Subject.INVITATION, stream, invited)
        case MeetingMoved() | MeetingCancelled():
            return _notices(Subject.INVITATION, stream, told_of(stream))
        case ApologyGiven(sends=str(person)) | GuestInvited(person=person):
            return _notices(Subject.INVITATION, stream, (person,))
        case action.Assigned():
            debtors = (person for each in event.owed_by for person in _debtors(each, stream, today, streams))
            return _notices(Subject.ACTION, stream, debtors)
        case action.FellDue():
            return _notices(Subject.ACTION, stream, _debtors(event.debtor, stream, today, streams))
        case asking.Received() | asking.Sent(to_body=str()):
            return _notices(Subject.REFERRAL, stream, _in_charge(event.to_body, today, streams))
        case answering.Reminded():
            state = streams.see(stream)
            body = state.to_body if isinstance(state, Open) else None
            return _notices(Subject.REFERRAL, stream, _in_charge(body, today, streams))
        case _:
            return ()


def _notices(subject: Subject, about: str, people: Iterable[PersonId]) -> tuple[Notice, ...]:
    return tuple(Notice(person=person, subject=subject, about=about) for person in dict.fromkeys(people))


def _holders(body: BodyId, summoned: tuple[LocalName, ...], on: Day, streams: Streams) -> Iterator[PersonId]:
    """Who holds the seats that are summoned, on the day of the meeting; all of the body's where none is named."""
    for _, seats in seats_in(body, streams):
        for name in summoned or seats.seats:
            holding = holding_on(seats.seats[name], on) if name in seats.seats else None
            if holding is not None:
                yield holding.person


def _in_charge(body: BodyId | None, today: Day, streams: Streams) -> Iterator[PersonId]:
    """Secretariat and chairs of a body: whoever sees to it that what comes in is taken up."""
    for _, seats in seats_in(body, streams) if body is not None else ():
        for seat in seats.seats.values():
            holding = holding_on(seat, today)
            if holding is not None and answers_for_minutes(seat, today):
                yield holding.person


def _debtors(debtor: Debtor, stream: str, today: Day, streams: Streams) -> Iterator[PersonId]:
    """Who is told that somebody owes something: the person, a party's contact in the cluster, a body's secretariat and chairs."""
    match debtor:
        case ByPerson():
            yield debtor.person
        case ByParty():
            for cluster in streams.ids("cluster", scope_of(stream)):
                state = streams.see(cluster)
                contact = contact_on(state, debtor.party, today) if isinstance(state, Running) else None
                if contact is not None:
                    yield contact
        case ByBody():
            yield from _in_charge(debtor.body, today, streams)
        case ByOutside() | DebtorNotStated():
            pass  # nobody of ours
        case _:
            assert_never(debtor)

"""Notices (besked): who is told outside Klynge that something waits for them in it: a meeting, an action owed, a referral.

What follows from one event, by what the record says as of it. Whether they may see it is judged when the letter is written.
"""

from collections.abc import Iterable, Iterator
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
from domain.meeting.state import Called
from domain.names import BodyId, LocalName, PersonId, name_of, scope_of
from domain.referral import answering, asking
from domain.referral.state import Open
from domain.seating import answers_for_minutes, holding_on


class Subject(StrEnum):
    """What a notice is about: indkaldelse, opgave, henvendelse; and a webhook that was given up, which no event tells of."""

    INVITATION = "invitation"
    ACTION = "action"
    REFERRAL = "referral"
    WEBHOOK = "webhook"


class Notice(Struct, frozen=True, kw_only=True):
    """Somebody is to be told of a stream."""

    person: PersonId
    subject: Subject
    about: str
    """The meeting, the action or the referral; one that another cluster sent as it is known here: `{here}/referral/{there}:{name}`.
    """


MINDS_WHO_WAS_TOLD = (MeetingMoved, MeetingCancelled, GuestInvited)
"""What became of a meeting concerns those who were asked to come to it; who is a guest for three items is asked once."""


def noticed(recorded: Recorded, streams: Streams, today: Day, told: Iterable[PersonId]) -> tuple[Notice, ...]:
    """Whom an event makes us tell of what, each of them once. `told`: who was told of its stream before, where it minds."""
    stream, event = recorded.stream, recorded.event
    match event:
        case MeetingCalled():
            invited = _holders(event.body, event.summoned, day_of_moment(event.starts_at), streams)
            return _notices(Subject.INVITATION, stream, invited)
        case MeetingMoved():
            state, on = streams.see(stream), day_of_moment(event.starts_at)
            sit = _holders(state.body, state.summoned, on, streams) if isinstance(state, Called) else ()
            return _notices(Subject.INVITATION, stream, (*told, *sit))
        case MeetingCancelled():
            return _notices(Subject.INVITATION, stream, told)
        case GuestInvited():
            return _notices(Subject.INVITATION, stream, {event.person} - set(told))
        case ApologyGiven(sends=str(person)):
            return _notices(Subject.INVITATION, stream, (person,))
        case action.Assigned():
            debtors = (person for each in event.owed_by for person in _debtors(each, stream, today, streams))
            return _notices(Subject.ACTION, stream, debtors)
        case action.FellDue():
            return _notices(Subject.ACTION, stream, _debtors(event.debtor, stream, today, streams))
        case asking.Received() | asking.Sent(to_body=str()):
            return _asked(event.to_body, stream, today, streams)
        case answering.Reminded():
            referral = streams.see(stream)
            return _asked(referral.to_body, stream, today, streams) if isinstance(referral, Open) else ()
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


def _asked(body: BodyId | None, stream: str, today: Day, streams: Streams) -> tuple[Notice, ...]:
    """A body is asked, maybe by one of another cluster: its people see it among the referrals of their own."""
    if body is None:
        return ()
    here, there = scope_of(body), scope_of(stream)
    about = stream if here == there else f"{here}/referral/{there}:{name_of(stream)}"
    return _notices(Subject.REFERRAL, about, _in_charge(body, today, streams))


def _in_charge(body: BodyId, today: Day, streams: Streams) -> Iterator[PersonId]:
    """Secretariat and chairs of a body: whoever sees to it that what comes in is taken up."""
    for _, seats in seats_in(body, streams):
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

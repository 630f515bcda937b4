"""Seeing (indsigt): what a person may see of a scope today, by seats, offices and what they were asked to. Part of `policy.py`.

A reader's rights rest on the streams that name them, and no others are looked at: what a mask costs does not grow with the
record, but with a person's own part in it.
"""

from typing import Protocol

from domain.access import OF_ERASURES, Held, Office
from domain.called_in import seats_called_in_on
from domain.clusters import Running, Streams, contact_on, day_of_rights
from domain.concerned import COMMON_SCOPE, bodies_before
from domain.dates import Day
from domain.erasure import asked_for
from domain.guesting import invitations
from domain.kernel import Unknown
from domain.mask import Mask
from domain.minutes.state import seats_heard
from domain.names import ItemId, MeetingId, PersonId
from domain.offices import offices_held
from domain.on_behalf import keeps_a_fund
from domain.owning import led_by
from domain.person import is_gone
from domain.seating import Seats, answers_for_minutes, is_inside, seats_held, seats_stood_in_on, sees_closed


class Index(Streams, Protocol):
    """Streams, and where somebody is named."""

    def naming(self, person: str, kind: str, scope: str | None = None) -> tuple[str, ...]:
        """The streams of a kind in which an event names a person, or a client; none of them may be missing."""
        ...


def naming(kind: str, scope: str, person: str, streams: Index) -> tuple[str, ...]:
    """As the index has it, in a scope; of the common one, in every scope."""
    return streams.naming(person, kind, None if scope == COMMON_SCOPE else scope)


def mask_of(scope: str, person: PersonId, today: Day, streams: Index) -> Mask | None:
    """What a person may see of a scope today; None: nothing at all.

    Seats of the scope open it; a substitute, a party's contact person, the leader of an initiative, an officer of a fund, and
    an auditor see what is open; who is a guest and nothing else has no part in it (`guest_mask_of`). `dk` is open to whoever
    sits anywhere. Whoever is called in sees what is closed at that meeting, until it ends, and while its minutes are heard.
    What minutes say, before they are sent round, is seen by the secretariat and the chairs of the body alone. Where a cluster
    has ceased, all this is as it was on its last day; and who sees what is closed at the body that came after sees what was
    closed there, as far as it lies here now. Who has died or is erased sees nothing.
    """
    if is_gone(person, streams):
        return None
    on, insider_of, comes_to, answers_for, entitled = day_of_rights(scope, today, streams), set(), set(), set(), False
    for membership in naming("membership", scope, person, streams):
        seats = streams.see(membership)
        if not isinstance(seats, Seats):
            continue
        entitled = entitled or bool(seats_stood_in_on(seats, person, on))
        for name in seats_held(seats, person, on):
            entitled = True
            comes_to.add(seats.body)
            if sees_closed(seats.seats[name], on):
                insider_of.add(seats.body)
            if answers_for_minutes(seats.seats[name], on):
                answers_for.add(seats.body)
    called_in = _called_in(scope, person, on, streams)
    entitled = entitled or bool(called_in) or _answers_for_a_party(scope, person, on, streams)
    entitled = entitled or any(led_by(naming("initiative", scope, person, streams), person, streams))
    entitled = entitled or keeps_a_fund(naming("fund", scope, person, streams), person, on, streams)
    offices = offices_held(naming("access", COMMON_SCOPE, person, streams), person, scope, today, streams)
    if not entitled and not offices:
        return None
    if any(held.sees_closed for _, held in offices):
        insider_of |= set(streams.ids("body", scope))
    comes_to |= {meeting for meeting in called_in if streams.see(meeting).body not in insider_of}
    insider_at = frozenset(meeting for meeting, inside in called_in.items() if inside and meeting in comes_to)
    return Mask(
        insider_of=frozenset(insider_of) | bodies_before(scope, insider_of, streams),
        recused=recused_at(person, streams),
        insider_at=insider_at,
        comes_to=frozenset(comes_to - insider_of - insider_at),
        answers_for=frozenset(answers_for),
        guest_at=invitations(naming("meeting", scope, person, streams), person, streams),
        offices=_offices_that_widen(scope, offices),
        erasures=asked_for(naming("erasure", scope, person, streams), person, streams),
    )


def _offices_that_widen(scope: str, offices: list[tuple[str, Held]]) -> frozenset[Office]:
    """The offices that show more than every reader of the scope sees; in the common one, erasures to those who answer for them."""
    widening = OF_ERASURES if scope == COMMON_SCOPE else frozenset()
    return frozenset(held.office for _, held in offices if held.sees_closed or held.office in widening)


def _called_in(scope: str, person: PersonId, today: Day, streams: Index) -> dict[MeetingId, bool]:
    """The meetings that a person is called in to, or is asked to approve the minutes of; and whether on a seat that sees what
    is closed.
    """
    found: dict[MeetingId, bool] = {}
    for meeting in naming("meeting", scope, person, streams):
        state = streams.see(meeting)
        names = seats_called_in_on(state, person, today, streams.see) or seats_heard(meeting, person, streams.see)
        if names:
            seats = streams.see(streams.see(state.body).membership).seats
            found[meeting] = any(is_inside(seats[name]) for name in names)
    return found


def _answers_for_a_party(scope: str, person: PersonId, today: Day, streams: Index) -> bool:
    return any(
        contact_on(state, party, today) == person
        for cluster in naming("cluster", scope, person, streams)
        if isinstance(state := streams.see(cluster), Running)
        for party in state.contacts
    )


def recused_at(person: PersonId, streams: Index) -> frozenset[tuple[MeetingId, ItemId]]:
    """The items that a person may not follow, in every scope: what is told of one in another scope is not for them either."""
    return frozenset(
        (meeting, name)
        for meeting in streams.naming(person, "meeting")
        if not isinstance(state := streams.see(meeting), Unknown)
        for name, item in state.items.items()
        if person in item.recused
    )

"""On behalf (på vegne af): rights that come of a party, of a body whether it meets or not, or of a fund. Part of `policy.py`."""

from collections.abc import Iterable

from domain.concerned import Streams, seats_in
from domain.dates import Day
from domain.fund.state import FundOffice, holds_office
from domain.kernel import By, Command
from domain.names import PersonId, kind_of
from domain.owning import speaks_for
from domain.seating import seats_held
from domain.seats import Voice


def contact(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """Whom a cluster of the scope has on record as contact for the party, while the party belongs to it.

    An agreement binds parties and not clusters, so whoever answers for the party in any cluster answers for it there.
    """
    party = command.for_party(streams.see(stream))
    cluster = None if party is None else speaks_for(party, stream, person, today, streams)
    return None if cluster is None else By(person=person, seat=cluster, rule="contact-of-party")


def body_member(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """Who holds a voting seat of the body that it is given for, while no meeting is asked about."""
    body = command.for_body(streams.see(stream))
    for membership, seats in () if body is None else seats_in(body, streams):
        for seat in seats_held(seats, person, today):
            if seats.seats[seat].voice is Voice.VOTE:
                return By(person=person, seat=f"{membership}#{seat}", rule="member-of-body")
    return None


def registrar(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """Who registers for a fund."""
    return _officer(stream, person, FundOffice.REGISTRAR, today, streams)


def confirmer(command: Command, stream: str, person: PersonId, today: Day, streams: Streams) -> By | None:
    """Who confirms for a fund."""
    return _officer(stream, person, FundOffice.CONFIRMER, today, streams)


def keeps_a_fund(among: Iterable[str], person: PersonId, today: Day, streams: Streams) -> bool:
    """Whether a person registers, or confirms, for one of these funds: they must see what they do."""
    return any(holds_office(streams.see(fund), person, office, today) for fund in among for office in FundOffice)


def _officer(stream: str, person: PersonId, office: FundOffice, today: Day, streams: Streams) -> By | None:
    """Whom the chairs have named to register, or to confirm, for this very fund."""
    if kind_of(stream) != "fund" or not holds_office(streams.see(stream), person, office, today):
        return None
    return By(person=person, seat=stream, rule=f"{office}-of-fund")

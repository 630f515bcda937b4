"""Agreements of the region between parties of a cluster, as facts for tests of rules."""

from domain.agreement import (
    Beginning,
    EnteredIntoForce,
    History,
    PartyAdopted,
    Registered,
    Suspended,
    TerminationApproved,
    TerminationProposed,
)
from domain.agreement.state import Agreed
from domain.claims import DateNotStated, DateSaid, OnDay, Span, Within
from domain.decided import Cited
from domain.effects import ByBody
from domain.mandate import PathSet, Step
from domain.party import OrganAdded
from domain.text import Kept, said
from tests.domain.world import KOLDING, POLITICAL, REGION, STRATEGIC, WORLD, Fact
from tests.given import Record, given

AIDS = "lillebaelt/agreement/hjaelpemidler"
COUNCIL, COMMITTEE = "byraad", "sundhedsudvalg"
ORGANS: tuple[Fact, ...] = (
    (KOLDING, OrganAdded(organ=COUNCIL, name=said("Byrådet"), adopts=True)),
    (KOLDING, OrganAdded(organ=COMMITTEE, name=said("Sundhedsudvalget"), adopts=False)),
    (REGION, OrganAdded(organ="regionsraad", name=said("Regionsrådet"), adopts=True)),
)
SPRING: OnDay[Kept] = OnDay(day="2024-02-01")
YEAR = Within(earliest="2010-01-01", latest="2010-12-31", span=Span.YEAR, words=said("2010"))


def registered(history: History = History.COMPLETE, *, parties: tuple[str, ...] = (KOLDING, REGION)) -> Fact:
    return AIDS, Registered(title=said("Lån af hjælpemidler"), parties=parties, history=history)


def adopted(party: str = KOLDING, organ: str = COUNCIL, when: DateSaid[Kept] = SPRING) -> Fact:
    return AIDS, PartyAdopted(party=party, organ=organ, when=when)


def begun(
    begins: DateSaid[Kept], *, party: str = KOLDING, how: Beginning = Beginning.NEW, ceases_on: str | None = None
) -> Fact:
    return AIDS, EnteredIntoForce(party=party, begins=begins, how=how, ceases_on=ceases_on)


def suspended(ceases_on: str, party: str = KOLDING) -> Fact:
    return AIDS, Suspended(party=party, ceases_on=ceases_on, reason=said("Pause."))


PROPOSED: Fact = AIDS, TerminationProposed(proposed_by=ByBody(body=STRATEGIC), reason=said("Loven er ændret."))

ENDORSES = Step(step="tiltræde", body=STRATEGIC, binding=True)
APPROVES = Step(step="godkende", body=POLITICAL, binding=True)
WHO_TERMINATES: Fact = (
    "lillebaelt/mandate/agreements",
    PathSet(
        subject="samarbejdsaftaler",
        steps=(ENDORSES, APPROVES),
        source=Cited(who=said("Regionen"), on=DateNotStated(), words=said("Sagsfremstillingen")),
    ),
)


def agreement(*facts: Fact, history: History = History.COMPLETE) -> Record:
    """A record with an agreement between Kolding and the region, and what has come of it."""
    return given(*WORLD, *ORGANS, registered(history), *facts)


def state_of(record: Record) -> Agreed:
    state = record.see(AIDS)
    assert isinstance(state, Agreed)
    return state


def approved(source: TerminationApproved) -> Fact:
    return AIDS, source

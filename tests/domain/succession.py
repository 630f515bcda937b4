"""A cluster that ceases on the last day of 2026 and the council that comes after it. Facts for tests of rules."""

from typing import Any

from domain.awaited import ByDecision, DecisionOf
from domain.body import BodyClosed, Level
from domain.claims import DateNotStated
from domain.cluster import ClusterForm, DecideDissolution, DissolutionDecided, Established, HandOver, PartyJoined
from domain.decided import Cited, Taken
from domain.mandate import PathSet, Step
from domain.meeting.decision import DecisionRecorded
from domain.membership import ChairTaken, SeatFilled, SeatOpened
from domain.outcomes import Outcome
from domain.seats import ByParty, ByRole, Voice
from domain.text import Kept, said
from tests.domain.world import (
    CHAIR,
    DECIDED,
    ITEM,
    KOLDING,
    MEMBER,
    POLITICAL,
    REGION,
    SECRETARY,
    WORLD,
    Fact,
    body,
    discussing,
    person,
    taken,
)
from tests.given import Record, given

LILLEBAELT = "lillebaelt/cluster/lillebaelt"
RAAD = "raad/cluster/raad"
OTHER_RAAD = "raad-syd/cluster/raad-syd"
CEASES_ON, LAST_DAY, DAY_BEFORE = "2027-01-01", "2026-12-31", "2026-12-30"
JANUARY = "2027-01-12"

COUNCIL = "raad/body/council"
"""The one body of the council; it comes after the political level."""
COUNCIL_SEATS = "raad/membership/council"
COUNCILLOR = "dk/person/councillor"
COUNCIL_SECRETARY = "dk/person/council-secretary"
POLITICAL_SEATS = "lillebaelt/membership/political"
POLITICIAN = "dk/person/politician"
"""Chairs the political level."""

CITED: Cited[Kept] = Cited(who=said("Folketinget"), on=DateNotStated(), words=said("Loven om sundhedsråd"))
PATH = "lillebaelt/mandate/dissolution"
LAST_MEETING = "lillebaelt/meeting/last-political"


def cluster(stream: str, form: ClusterForm = ClusterForm.COUNCIL, *predecessors: str) -> Fact:
    return stream, Established(name=said("Et navn"), form=form, region=REGION, predecessors=predecessors)


def dissolving(ceases_on: str = CEASES_ON, *successors: str) -> Fact:
    """The end is decided."""
    event = DissolutionDecided(ceases_on=ceases_on, basis=said("Loven"), source=CITED, successors=successors or (RAAD,))
    return LILLEBAELT, event


SEATED: tuple[Fact, ...] = (
    (POLITICAL_SEATS, SeatOpened(body=POLITICAL, seat="formand", right=ByParty(party=REGION), voice=Voice.VOTE)),
    (POLITICAL_SEATS, SeatFilled(seat="formand", person=POLITICIAN)),
    (POLITICAL_SEATS, ChairTaken(seat="formand", side="region")),
)
SUCCESSOR: tuple[Fact, ...] = (
    cluster(RAAD, ClusterForm.COUNCIL, LILLEBAELT),
    body(COUNCIL, "Sundhedsrådet", Level.POLITICAL),
    (COUNCIL_SEATS, SeatOpened(body=COUNCIL, seat="formand", right=ByParty(party=REGION), voice=Voice.VOTE)),
    (
        COUNCIL_SEATS,
        SeatOpened(body=COUNCIL, seat="sekretariat", right=ByRole(words=said("s")), voice=Voice.SECRETARIAT),
    ),
    (COUNCIL_SEATS, SeatFilled(seat="formand", person=COUNCILLOR)),
    (COUNCIL_SEATS, SeatFilled(seat="sekretariat", person=COUNCIL_SECRETARY)),
    (COUNCIL_SEATS, ChairTaken(seat="formand", side="region")),
)
BEFORE: tuple[Fact, ...] = (
    *WORLD,
    *(person(each, REGION) for each in (POLITICIAN, COUNCILLOR, COUNCIL_SECRETARY)),
    cluster(LILLEBAELT, ClusterForm.CLUSTER),
    (LILLEBAELT, PartyJoined(party=KOLDING)),
    *SEATED,
    *SUCCESSOR,
)
"""Nothing is decided yet."""
WINDING = (*BEFORE, dissolving())
"""The end is decided; what is open is to be handed over."""
ENDS: Fact = (POLITICAL, BodyClosed(ceases_on=CEASES_ON, successor=COUNCIL))
BODIES_END = tuple(
    (each, BodyClosed(ceases_on=CEASES_ON, successor=COUNCIL))
    for each in ("lillebaelt/body/political", "lillebaelt/body/strategic", "lillebaelt/body/coordinating")
)


def decided(meeting: str, of: str, outcome: Outcome[Kept] = DECIDED, on: str = LAST_DAY) -> tuple[Fact, ...]:
    """A meeting with its decision 1."""
    event = DecisionRecorded(
        item=ITEM, number="3", decision="1", outcome=outcome, text=said("Besluttet."), decided_on=on
    )
    return *discussing(meeting, of), (meeting, event)


MAY_HAND_OVER: tuple[Fact, ...] = (
    (
        PATH,
        PathSet(
            subject="dissolution",
            steps=(Step(step="overdrage", body=POLITICAL, binding=True),),
            source=CITED,
        ),
    ),
    *decided(LAST_MEETING, POLITICAL, on="2024-03-01"),
)
"""The political level is the one that decides to hand over, and has."""
DECISION = taken("1", LAST_MEETING)

PEOPLE = (CHAIR, MEMBER, SECRETARY, POLITICIAN)

LAW = Cited(who="Folketinget", on=DateNotStated(), words="Loven om sundhedsråd")
END = DecideDissolution(ceases_on=CEASES_ON, basis="Loven", source=LAW, successors=(RAAD,))
AT_RAAD = "raad/referral/lillebaelt-temaer"


def hand_over(*things: str, to: str = RAAD, effective_on: str = CEASES_ON, besides: tuple[Taken, ...] = ()) -> HandOver:
    """The command by which things go on elsewhere, by the political level's decision and others."""
    return HandOver(to_cluster=to, things=things, effective_on=effective_on, decisions=(DECISION, *besides))


# --- handed over ------------------------------------------------------------------------------------------------------

C1_AT_RAAD = "raad/condition/lillebaelt-c1"
COUNCIL_MEETING = "raad/meeting/2027-01-12-council"
ON_COUNCIL = taken("1", COUNCIL_MEETING)
"""What the council decides in January."""
PROOF = ByDecision(decision=ON_COUNCIL)
AWAITS: DecisionOf[Kept] = DecisionOf(body=POLITICAL, words=said("et møde"))


def handed(
    *things: str,
    facts: tuple[Fact, ...] = (),
    ends: tuple[Fact, ...] = BODIES_END,
    besides: tuple[Taken, ...] = (),
) -> Record:
    """A record where the bodies have an end and these things lie with the council, by that decision and others."""
    record = given(*WINDING, *MAY_HAND_OVER, *facts, *ends)
    answer = record.when(hand_over(*things, besides=besides), to=LILLEBAELT, by=POLITICIAN)
    assert answer.said_no is None, repr(answer.said_no)
    return record


def at_council(record: Record, outcome: Any = DECIDED) -> Record:
    """The council's decision 1, in January."""
    for stream, event in decided(COUNCIL_MEETING, COUNCIL, outcome, on=JANUARY):
        record.happened(stream, event)
    return record

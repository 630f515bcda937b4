"""A small cluster to ask about: three levels, who sits there, who decides about the joint funds. Facts only.

Facts are `(stream, event)`, as `given` takes them. What a test is about stands in the test itself.
"""

from typing import Any

from domain.body import Established, Level
from domain.claims import DateNotStated, DateSaid, OnDay
from domain.decided import Cited, Taken
from domain.document import Direction, Filed
from domain.effects import Effect
from domain.fund import Opened as FundOpened
from domain.initiative import Listed, Phase
from domain.kernel import Event
from domain.mandate import PathSet, Step
from domain.meeting.agenda import Asks, ItemAdded, RecommendationAdded
from domain.meeting.call import Form, MeetingCalled, MeetingOpened, MeetingRegisteredAfterwards
from domain.meeting.decision import DecisionRecorded
from domain.meeting.floor import ItemTakenUp
from domain.membership import ChairTaken, SeatFilled, SeatOpened
from domain.outcomes import Outcome, Plain, PlainOutcome
from domain.party import PartyKind
from domain.party import Registered as PartyRegistered
from domain.person import Registered as PersonRegistered
from domain.procedure import RulesSet
from domain.proposal import Received
from domain.referral import Sent
from domain.rules import DecisionRule, NoneStated
from domain.seats import ByParty, ByRole, Voice
from domain.text import Kept, said

Fact = tuple[str, Event]

REGION = "dk/party/region"
KOLDING = "dk/party/kolding"

SECRETARY = "dk/person/secretary"
CHAIR = "dk/person/chair"
MEMBER = "dk/person/member"
OUTSIDER = "dk/person/outsider"
"""Holds no seat."""

POLITICAL = "lillebaelt/body/political"
STRATEGIC = "lillebaelt/body/strategic"
COORDINATING = "lillebaelt/body/coordinating"
ELSEWHERE = "aarhus/body/directors"
"""Another cluster's body."""
STRATEGIC_SEATS = "lillebaelt/membership/strategic"

JOINT_FUNDS = "lillebaelt/mandate/joint-funds"
PAPER = "lillebaelt/document/paper"
FUND = "lillebaelt/fund/klyngemidler"
PROJECT = "lillebaelt/initiative/middelfart"
THEME = "lillebaelt/proposal/traening"
QUESTION = "lillebaelt/referral/temaer"
"""From the strategic level to the political."""

MEETING = "lillebaelt/meeting/2024-03-01-strategic"
ITEM = "klyngemidler"
TODAY = "2024-03-01"
"""The day of a record in which nothing has moved time: `given.FIRST_DAY`."""

NOWHERE = "lillebaelt/meeting/none"
"""A meeting that the record does not hold."""

DECIDED = Plain(outcome=PlainOutcome.DECIDED)
DISCUSSED = Plain(outcome=PlainOutcome.DISCUSSED)


def party(stream: str, name: str, kind: PartyKind) -> Fact:
    return stream, PartyRegistered(name=said(name), party_kind=kind)


def person(stream: str, of: str) -> Fact:
    return stream, PersonRegistered(name=said("Et navn"), function=said("En funktion"), party=of)


def body(stream: str, name: str, level: Level) -> Fact:
    membership = stream.replace("/body/", "/membership/")
    return stream, Established(name=said(name), level=level, membership=membership, chairs=1, seats=())


def paper(stream: str = PAPER) -> Fact:
    return stream, Filed(subject=said("Et papir"), direction=Direction.INTERNAL, dated=DateNotStated())


PARTIES = (party(REGION, "Regionen", PartyKind.REGION), party(KOLDING, "Kolding", PartyKind.MUNICIPALITY))
PEOPLE = (person(SECRETARY, REGION), person(CHAIR, REGION), person(MEMBER, KOLDING), person(OUTSIDER, KOLDING))
BODIES = (
    body(POLITICAL, "Politisk niveau", Level.POLITICAL),
    body(STRATEGIC, "Fagligt strategisk niveau", Level.STRATEGIC),
    body(COORDINATING, "Koordinerende niveau", Level.COORDINATING),
    body(ELSEWHERE, "Direktørforum", Level.STRATEGIC),
)
SEATS: tuple[Fact, ...] = (
    (STRATEGIC_SEATS, SeatOpened(body=STRATEGIC, seat="region", right=ByParty(party=REGION), voice=Voice.VOTE)),
    (STRATEGIC_SEATS, SeatOpened(body=STRATEGIC, seat="kolding", right=ByParty(party=KOLDING), voice=Voice.VOTE)),
    (
        STRATEGIC_SEATS,
        SeatOpened(
            body=STRATEGIC, seat="sekretariat", right=ByRole(words=said("sekretariat")), voice=Voice.SECRETARIAT
        ),
    ),
    (STRATEGIC_SEATS, SeatFilled(seat="region", person=CHAIR)),
    (STRATEGIC_SEATS, SeatFilled(seat="kolding", person=MEMBER)),
    (STRATEGIC_SEATS, SeatFilled(seat="sekretariat", person=SECRETARY)),
    (STRATEGIC_SEATS, ChairTaken(seat="region", side="region")),
)
WORLD: tuple[Fact, ...] = (*PARTIES, *PEOPLE, *BODIES, *SEATS, paper())


def path(*steps: Step, from_on: str | None = None) -> Fact:
    """Who decides about the joint funds."""
    source = Cited(who=said("Klyngen"), on=DateNotStated(), words=said("Sagsfremstillingen"))
    return JOINT_FUNDS, PathSet(subject="klyngemidler", steps=steps, source=source, from_on=from_on)


def ruled(body: str = STRATEGIC, *, ad_hoc_substitutes: bool = False, agenda_days: int | None = None) -> Fact:
    """What a body has said about its own meetings, since the new year."""
    return body, RulesSet(
        quorum=NoneStated(),
        decision_rule=DecisionRule.NONE_STATED,
        chairs_sign=0,
        ad_hoc_substitutes=ad_hoc_substitutes,
        agenda_days=agenda_days,
        from_on="2024-01-01",
        source=Cited(who=said("Forummet"), on=DateNotStated(), words=said("Forretningsordenen")),
    )


RECOMMENDS = Step(step="indstille", body=STRATEGIC, binding=False)
CHOOSES = Step(step="vælge", body=POLITICAL, binding=True)
WHO_DECIDES = path(RECOMMENDS, CHOOSES)


def proposal(stream: str = THEME) -> Fact:
    return stream, Received(title=said("Træning"), text=said("Et forslag"), when=DateNotStated())


def project(stream: str = PROJECT) -> Fact:
    return stream, Listed(title=said("Middelfart-projektet"), by=(KOLDING,), phase=Phase.TRIAL)


def fund(stream: str = FUND) -> Fact:
    return stream, FundOpened(name=said("Klyngemidler"))


def referral(stream: str = QUESTION, to: str = POLITICAL) -> Fact:
    return stream, Sent(from_body=STRATEGIC, to_body=to, question=said("Hvilke temaer?"))


# --- meetings ---------------------------------------------------------------------------------------------------------


def called(meeting: str = MEETING, of: str = STRATEGIC) -> tuple[Fact, ...]:
    """A meeting that is called, with one item."""
    starts, ends = f"{TODAY}T08:00:00Z", f"{TODAY}T10:00:00Z"
    return (
        (meeting, MeetingCalled(body=of, form=Form.VIRTUAL, place=said("Virtuelt"), starts_at=starts, ends_at=ends)),
        (meeting, ItemAdded(item=ITEM, number="3", title=said("Klyngemidler"))),
    )


def opened(meeting: str = MEETING, of: str = STRATEGIC) -> tuple[Fact, ...]:
    """A meeting that is open, with no item on the floor."""
    return (*called(meeting, of), (meeting, MeetingOpened(led_by=CHAIR)))


def discussing(meeting: str = MEETING, of: str = STRATEGIC) -> tuple[Fact, ...]:
    """A meeting with its item on the floor."""
    return (*opened(meeting, of), (meeting, ItemTakenUp(item=ITEM, number="3")))


def reported(meeting: str, of: str, held: DateSaid[Kept]) -> tuple[Fact, ...]:
    """A meeting entered afterwards, with one item."""
    return (
        (meeting, MeetingRegisteredAfterwards(body=of, held=held, document=PAPER)),
        (meeting, ItemAdded(item=ITEM, number="3", title=said("Klyngemidler"))),
    )


def on_day(day: str) -> OnDay[Kept]:
    return OnDay(day=day)


def recommendation(number: str, only_if: str | None = None) -> Fact:
    """Recommended to the strategic level at the item; where it depends on another, only if that one is followed."""
    event = RecommendationAdded(
        item=ITEM,
        number="3",
        recommendation=number,
        asks=Asks.DECIDE,
        text=said("Det."),
        to_body=STRATEGIC,
        only_if=only_if,
    )
    return MEETING, event


def decision(
    number: str = "3.1",
    outcome: Outcome[Kept] = DECIDED,
    *,
    meeting: str = MEETING,
    waits_for: tuple[str, ...] = (),
    when_met: tuple[Effect[Kept], ...] = (),
    answers: tuple[str, ...] = (),
    decided_on: str | None = TODAY,
) -> Fact:
    """A decision of a meeting that has its item on the floor, or was entered afterwards."""
    event = DecisionRecorded(
        item=ITEM,
        number="3",
        decision=number,
        outcome=outcome,
        text=said("Besluttet."),
        answers=answers,
        waits_for=waits_for,
        when_met=when_met,
        decided_on=decided_on,
    )
    return meeting, event


def taken(number: str = "3.1", meeting: str = MEETING) -> Taken:
    return Taken(meeting=meeting, decision=number)


def events(*facts: Any) -> tuple[Event, ...]:
    """The events of facts, without their streams."""
    return tuple(event for _, event in facts)

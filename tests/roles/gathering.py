"""The cast of the role matrix in a running house, entered through its doors, and a meeting for each item and state."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

import msgspec

from domain.access import Grant, Office
from domain.agreement import History, Register
from domain.bodies import Level
from domain.body import Establish
from domain.cluster import AddParty, ClusterForm, NameContact
from domain.cluster import Establish as EstablishCluster
from domain.dates import COPENHAGEN
from domain.erasure import Request
from domain.fund import NameOfficer
from domain.fund import Open as OpenFund
from domain.fund.state import FundOffice
from domain.initiative import AssignOwner, Phase
from domain.initiative import List as ListInitiative
from domain.kernel import Command
from domain.meeting.agenda import AddItem, Attach
from domain.meeting.apologies import GiveApology
from domain.meeting.attendance import Recuse, TakeSeat
from domain.meeting.call import Adjourn, Call, Form, Open
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import RecordPoint
from domain.meeting.doors import PublishExtract, ShutDoors
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.meeting.guests import InviteGuest
from domain.membership import FillSeat, NameSubstitute, OpenSeat, TakeChair
from domain.minutes.draft import Circulate, Draft, ItemText
from domain.minutes.publication import Publish
from domain.outcomes import Plain, PlainOutcome
from domain.party import PartyKind
from domain.party import Register as RegisterParty
from domain.person import Register as RegisterPerson
from domain.plan import Draft as DraftPlan
from domain.plans import PlanKind
from domain.points import OfParty, Position, Remark, Sort, Stance
from domain.seats import ByParty, ByRole, Voice
from domain.text import TextClass
from tests.outside import Outside
from tests.roles.cast import (
    AWAY,
    BODY,
    CAST,
    CLUSTER,
    FAR_BODY,
    FAR_PARTY,
    FAR_SEATS,
    FUND,
    INITIATIVE,
    ITEM,
    OTHER_BODY,
    OTHER_ITEM,
    OTHER_PARTY,
    OTHER_SEATS,
    PARTY,
    PRESENT,
    SEAT_OF,
    SEATS,
)

TODAY = datetime.now(COPENHAGEN).date()
LONG_AGO, SINCE = str(TODAY - timedelta(days=300)), str(TODAY - timedelta(days=200))
ADMINISTRATOR, SECRETARY, CHAIR = "administrator", "secretariat", "chair"
AGREEMENT = "lillebaelt/agreement/samarbejde"
PLAN = "lillebaelt/plan/handleplan"
ERASURE = "dk/erasure/e1"
ENDED = "adjourned-or-ended"
TITLE, CASE, POINT, STANCE = "titelordet", "sagsordet", "punktordet", "holdningsordet"
DECISION, PAPER, EXTRACT, RECUSAL = "beslutningsordet", "bilagsordet", "uddragsordet", "habilitetsordet"
MINUTED = "referatsordet"
"""Words that stand in one place each."""
FILE = b"%PDF-1.4 bilagets egne bytes"

Entered = tuple[str, str, Command]
"""role, stream, command"""


def meeting_of(item: str, meeting: str) -> str:
    return f"lillebaelt/meeting/{item}-{meeting}"


def minutes_of(meeting: str) -> str:
    return meeting.replace("/meeting/", "/minutes/")


def give(house: Outside, role: str, to: str, command: Command) -> None:
    """A command at its door, which must let it in; where a version is asked for, at the one that stands."""
    at = f"{to}/{command.verb}"
    answer = house.give(
        role, at, msgspec.to_builtins(command), **({"If_Match": '"1"'} if command.needs_version else {})
    )
    if answer.status_code == 412:
        answer = house.give(role, at, msgspec.to_builtins(command), If_Match=f'"{answer.json()["version"]}"')
    assert answer.status_code == 200, (role, to, command, answer.text)


def enter(house: Outside) -> None:
    """Everybody, what they keep, and the papers' bytes."""
    for role, to, command in (*_people(), *_seats(), *_offices(), *_matters()):
        give(house, role, to, command)
    put = house.as_(SECRETARY).put(f"/v1/lillebaelt/papers/{sha256(FILE).hexdigest()}", content=FILE)
    assert put.status_code == 200, put.text


def _people() -> list[Entered]:
    of = {
        role: PARTY if role in (*SEAT_OF, "contact", "substitute-elsewhere") else FAR_PARTY
        for role in CAST
        if role not in (ADMINISTRATOR, "client")
    }
    return [
        *(
            (ADMINISTRATOR, party, RegisterParty(name=party.rsplit("/", 1)[1], party_kind=PartyKind.MUNICIPALITY))
            for party in (PARTY, OTHER_PARTY, FAR_PARTY)
        ),
        *(
            (ADMINISTRATOR, CAST[role], RegisterPerson(name=f"Navn {role}", function="Leder", party=party))
            for role, party in of.items()
        ),
        (ADMINISTRATOR, AWAY, RegisterPerson(name="Navn fraværende", function="Leder", party=PARTY)),
        (ADMINISTRATOR, CLUSTER, EstablishCluster(name="Klyngen", form=ClusterForm.CLUSTER, region=FAR_PARTY)),
        (ADMINISTRATOR, CLUSTER, AddParty(party=PARTY)),
    ]


def _seats() -> list[Entered]:
    bodies = (
        (BODY, SEATS, Level.POLITICAL, SECRETARY),
        (OTHER_BODY, OTHER_SEATS, Level.COORDINATING, "secretariat-of-another-body"),
    )
    entered: list[Entered] = []
    for body, seats, level, secretary in bodies:
        secretariat = OpenSeat(
            body=body, seat="sekretariat", right=ByRole(words="sekretariat"), voice=Voice.SECRETARIAT
        )
        entered += [
            (ADMINISTRATOR, body, Establish(name=f"Forum {level}", level=level, membership=seats, chairs=1)),
            (ADMINISTRATOR, seats, secretariat),
            (ADMINISTRATOR, seats, FillSeat(seat="sekretariat", person=CAST[secretary])),
        ]
    far = OpenSeat(body=FAR_BODY, seat="medlem", right=ByParty(party=FAR_PARTY), voice=Voice.VOTE)
    entered += [
        (
            ADMINISTRATOR,
            FAR_BODY,
            Establish(name="Fjernt forum", level=Level.STRATEGIC, membership=FAR_SEATS, chairs=1),
        ),
        (ADMINISTRATOR, FAR_SEATS, far),
        (ADMINISTRATOR, FAR_SEATS, FillSeat(seat="medlem", person=CAST["member-of-another-cluster"])),
    ]
    for role, seat in SEAT_OF.items():
        if role == SECRETARY:
            continue
        voice = Voice.OBSERVER if role == "observer" else Voice.VOTE
        entered.append((SECRETARY, SEATS, OpenSeat(body=BODY, seat=seat, right=ByParty(party=PARTY), voice=voice)))
        person = AWAY if role == "substitute" else CAST[role]
        days: dict[str, Any] = {"from_on": LONG_AGO, "ceases_on": SINCE} if role == "former-member" else {}
        entered.append((SECRETARY, SEATS, FillSeat(seat=seat, person=person, **days)))
    return [
        *entered,
        (SECRETARY, SEATS, TakeChair(seat=SEAT_OF[CHAIR], side="region")),
        (SECRETARY, SEATS, NameSubstitute(person=CAST["substitute"], stands_for=("fravaer",))),
        (SECRETARY, SEATS, NameSubstitute(person=CAST["substitute-elsewhere"], stands_for=("medlem",))),
        (SECRETARY, CLUSTER, NameContact(party=PARTY, person=CAST["contact"])),
    ]


def _offices() -> list[Entered]:
    ends = str(TODAY + timedelta(days=300))

    def granted(role: str, office: Office, by: str = ADMINISTRATOR, closed: bool = False) -> Entered:
        holder = {"client": CAST[role]} if role == "client" else {"person": CAST[role]}
        grant = Grant(
            **holder,
            office=office,
            reason="Efter aftale.",
            from_on=LONG_AGO,
            ceases_on=ends,
            scopes=() if office is Office.DATA_PROTECTION else ("lillebaelt",),
            sees_closed=closed,
        )
        return by, f"lillebaelt/access/{role}", grant

    return [
        granted("auditor", Office.AUDITOR),
        granted("auditor-closed", Office.AUDITOR, by=CHAIR, closed=True),
        granted("client", Office.CLIENT),
        granted("data-protection", Office.DATA_PROTECTION),
    ]


def _matters() -> list[Entered]:
    officers = [
        (CHAIR, FUND, NameOfficer(person=CAST[office], office=office, from_on=LONG_AGO)) for office in FundOffice
    ]
    return [
        (SECRETARY, FUND, OpenFund(name="Klyngemidler")),
        *officers,
        (SECRETARY, PLAN, DraftPlan(title="Handleplan", plan_kind=PlanKind.ACTION_PLAN, by_body=BODY)),
        (SECRETARY, INITIATIVE, ListInitiative(title="Projektet", by=(PARTY,), phase=Phase.TRIAL)),
        (SECRETARY, INITIATIVE, AssignOwner(owners=(FAR_PARTY,), leader=CAST["owner"])),
        (SECRETARY, ERASURE, Request(person=AWAY, classes=(TextClass.PUBLIC_RECORD,), reason="Bedt om det.")),
        (SECRETARY, AGREEMENT, Register(title="Aftalen", parties=(PARTY,), history=History.INCOMPLETE)),
    ]


def hold(house: Outside, stream: str, item: str, meeting: str) -> None:
    """A meeting whose item is as open and which is as far as a line of the table says."""
    for role, to, command in _course(stream, item, meeting):
        give(house, role, to, command)


def _course(stream: str, item: str, meeting: str) -> list[Entered]:
    course: list[Entered] = [
        *((SECRETARY, stream, command) for command in _called()),
        *([] if item == "open" else [(CHAIR, stream, _shutting(item))]),
        *((SECRETARY, stream, command) for command in _invited()),
    ]
    if meeting == "upcoming":
        return course
    course.append((CHAIR, stream, Open(led_by=CAST[CHAIR])))
    for role in PRESENT:
        course.append((SECRETARY, stream, TakeSeat(seat=SEAT_OF[role], person=CAST[role])))
    course += [(SECRETARY, stream, command) for command in _treated()]
    if item != "open":
        course.append((CHAIR, stream, PublishExtract(item=ITEM, text=f"Fra lukket punkt: {EXTRACT}.")))
    if meeting == "in-session-item-running":
        return course
    course += [(SECRETARY, stream, SettleItem(item=ITEM)), (SECRETARY, stream, TakeUpItem(item=OTHER_ITEM))]
    if meeting == "in-session-other-item":
        return course
    return [*course, (SECRETARY, stream, SettleItem(item=OTHER_ITEM)), (CHAIR, stream, Adjourn())]


def _called() -> tuple[Command, ...]:
    starts, ends = (f"{TODAY}T{hour:02d}:00:00Z" for hour in (8, 10))
    return (
        Call(body=BODY, form=Form.VIRTUAL, place="Virtuelt", starts_at=starts, ends_at=ends),
        AddItem(item=ITEM, number="1", title=f"Om {TITLE}", case=f"Fremstilling: {CASE}."),
        AddItem(item=OTHER_ITEM, number="2", title="Andet"),
        Attach(
            item=ITEM, attachment="b1", name=f"Bilag {PAPER}", sha256=sha256(FILE).hexdigest(), size_bytes=len(FILE)
        ),
    )


def _shutting(item: str) -> ShutDoors:
    return ShutDoors(item=ITEM, reason="Personsag.", legal_basis="Loven.", title_closed=item == "title-closed")


def _invited() -> tuple[Command, ...]:
    return (
        InviteGuest(person=CAST["guest"], items=(ITEM,)),
        InviteGuest(person=CAST["guest-other"], items=(OTHER_ITEM,)),
        Recuse(item=ITEM, person=CAST["recused"], reason=f"Gift: {RECUSAL}."),
        GiveApology(seat="fravaer", person=AWAY, sends=CAST["substitute"]),
    )


def _treated() -> tuple[Command, ...]:
    position = Position(who=OfParty(party=PARTY), stance=Stance.SUPPORTS, text=f"Vi støtter {STANCE}.")
    return (
        TakeUpItem(item=ITEM),
        RecordPoint(item=ITEM, point=Remark(sort=Sort.REMARK, text=f"Sagt: {POINT}.")),
        RecordPoint(item=ITEM, point=position),
        RecordDecision(
            item=ITEM, decision="1.1", outcome=Plain(outcome=PlainOutcome.DECIDED), text=f"Besluttet: {DECISION}."
        ),
    )


STAGES = ("drafted", "circulated", "published")
"""How far minutes come, one after the other."""


def minutes(house: Outside, meeting: str, stage: str) -> None:
    """Minutes of a meeting that has ended, as far as that stage."""
    to = minutes_of(meeting)
    texts = (ItemText(item=ITEM, text=f"Referat: {MINUTED}."), ItemText(item=OTHER_ITEM, text="Intet."))
    entered: tuple[tuple[str, Command], ...] = (
        (SECRETARY, Draft(meeting=meeting, texts=texts)),
        (SECRETARY, Circulate()),
        (CHAIR, Publish()),
    )
    for role, command in entered[: STAGES.index(stage) + 1]:
        give(house, role, to, command)

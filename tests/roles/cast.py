"""The cast of the role matrix: one person per role around one body of one cluster, and a meeting in each of its states.

Facts only, as docs/roles.md describes them: no rule is asked how they came about.
"""

from functools import cache
from typing import Any

from domain import fund as funds
from domain.access import Granted, Office
from domain.action import Assigned
from domain.application import Submitted
from domain.applications import PurposeClass
from domain.bodies import Level
from domain.claims import DateNotStated
from domain.cluster import ClusterForm, ContactNamed, PartyJoined
from domain.cluster import Established as ClusterEstablished
from domain.colours import Colour
from domain.effects import ByParty as OwedByParty
from domain.fund.state import FundOffice
from domain.indicator import Defined
from domain.initiative.owners import OwnerAssigned
from domain.initiative.steering import ColourReported
from domain.measures import Unit
from domain.meeting.agenda import ItemAdded
from domain.meeting.apologies import ApologyGiven
from domain.meeting.attendance import Recused, SeatTaken
from domain.meeting.call import Form, MeetingAdjourned, MeetingCalled, MeetingOpened
from domain.meeting.discussion import QuestionRaised
from domain.meeting.doors import DoorsShut
from domain.meeting.floor import ItemTakenUp
from domain.meeting.guests import GuestInvited
from domain.membership import ChairTaken, SeatFilled, SeatOpened, SubstituteNamed
from domain.minutes.draft import MinutesCirculated, MinutesDrafted
from domain.names import name_of
from domain.party import PartyKind
from domain.proposal import Received
from domain.redaction import Requested, Where
from domain.seats import ByParty, ByRole, Voice
from domain.text import said
from tests.domain.world import Fact, body, fund, party, person, project
from tests.given import ADMINISTRATOR, Record, given

BODY = "lillebaelt/body/political"
SEATS = "lillebaelt/membership/political"
OTHER_BODY = "lillebaelt/body/coordinating"
OTHER_SEATS = "lillebaelt/membership/coordinating"
FAR_BODY, FAR_SEATS = "aarhus/body/directors", "aarhus/membership/directors"
CLUSTER = "lillebaelt/cluster/lillebaelt"
PARTY, OTHER_PARTY, FAR_PARTY = "dk/party/kolding", "dk/party/vejle", "dk/party/aarhus"
"""The one that everybody in the body comes from; one that nobody comes from; that of who sits elsewhere."""
MEETING = "lillebaelt/meeting/2024-03-01-political"
MINUTES = "lillebaelt/minutes/2024-03-01-political"
ITEM, OTHER_ITEM = "sagen", "andet"
FUND = "lillebaelt/fund/klyngemidler"
INITIATIVE = "lillebaelt/initiative/middelfart"
ACTION = "lillebaelt/action/svar"
PROPOSAL = "lillebaelt/proposal/traening"
REDACTION = "lillebaelt/redaction/navn"
FIRST_DAY, LAST_DAY = "2024-01-01", "2024-02-01"

CAST = {
    role: ADMINISTRATOR if role == "administrator" else f"dk/person/{role}"
    for role in (
        *("secretariat", "chair", "member", "substitute", "substitute-elsewhere", "observer", "guest", "guest-other"),
        *("recused", "contact", "owner", "registrar", "confirmer", "administrator", "auditor", "auditor-closed"),
        *("data-protection", "former-member", "secretariat-of-another-body", "member-of-another-cluster", "stranger"),
    )
} | {"client": "dk/client/esdh"}
"""role -> who holds it; `nobody` is not signed in and has no name"""
STRANGE_SEAT = "fremmed"
"""A vacant seat of a party that nobody else here is of."""
AWAY = "dk/person/away"
"""Whose seat the substitute sits on."""
SEAT_OF = {
    "secretariat": "sekretariat",
    "chair": "formand",
    "member": "medlem",
    "recused": "inhabil",
    "observer": "observatoer",
    "former-member": "tidligere",
    "substitute": "fravaer",
}


def _seat(
    membership: str, body: str, seat: str, voice: Voice, person: str | None = None, **days: Any
) -> tuple[Fact, ...]:
    right: Any = ByParty(party=PARTY) if voice is Voice.VOTE else ByRole(words=said(seat))
    opened: Fact = membership, SeatOpened(body=body, seat=seat, right=right, voice=voice)
    if person is None:
        return (opened,)
    return opened, (membership, SeatFilled(seat=seat, person=person, **days))


PEOPLE = tuple(
    person(each, PARTY if role in SEAT_OF or role == "contact" else FAR_PARTY)
    for role, each in CAST.items()
    if role not in ("administrator", "client")
)
BODIES = (
    body(BODY, "Politisk niveau", Level.POLITICAL),
    body(OTHER_BODY, "Koordinerende niveau", Level.COORDINATING),
    body(FAR_BODY, "Direktører", Level.STRATEGIC),
)
SITTING: tuple[Fact, ...] = (
    *_seat(SEATS, BODY, "sekretariat", Voice.SECRETARIAT, CAST["secretariat"]),
    *_seat(SEATS, BODY, "formand", Voice.VOTE, CAST["chair"]),
    (SEATS, ChairTaken(seat="formand", side="region")),
    *_seat(SEATS, BODY, "medlem", Voice.VOTE, CAST["member"]),
    *_seat(SEATS, BODY, "inhabil", Voice.VOTE, CAST["recused"]),
    *_seat(SEATS, BODY, "fravaer", Voice.VOTE, AWAY),
    *_seat(SEATS, BODY, "observatoer", Voice.OBSERVER, CAST["observer"]),
    *_seat(SEATS, BODY, "tidligere", Voice.VOTE, CAST["former-member"], from_on=FIRST_DAY, ceases_on=LAST_DAY),
    (SEATS, SubstituteNamed(person=CAST["substitute"], stands_for=("fravaer",))),
    (SEATS, SubstituteNamed(person=CAST["substitute-elsewhere"], stands_for=("medlem",))),
    (SEATS, SeatOpened(body=BODY, seat=STRANGE_SEAT, right=ByParty(party=OTHER_PARTY), voice=Voice.VOTE)),
    (SEATS, SubstituteNamed(person=AWAY, stands_for=(STRANGE_SEAT,))),
    *_seat(OTHER_SEATS, OTHER_BODY, "sekretariat", Voice.SECRETARIAT, CAST["secretariat-of-another-body"]),
    *_seat(FAR_SEATS, FAR_BODY, "medlem", Voice.VOTE, CAST["member-of-another-cluster"]),
)


def _access(name: str, role: str, office: Office, **more: Any) -> Fact:
    holder: dict[str, Any] = {"client": CAST[role]} if role == "client" else {"person": CAST[role]}
    return f"lillebaelt/access/{name}", Granted(
        office=office, reason=said("Efter aftale."), from_on=FIRST_DAY, **holder, **more
    )


OFFICES: tuple[Fact, ...] = (
    _access("revisor", "auditor", Office.AUDITOR),
    _access("revisor-lukket", "auditor-closed", Office.AUDITOR, scopes=("lillebaelt",), sees_closed=True),
    _access("esdh", "client", Office.CLIENT, scopes=("lillebaelt",)),
    _access("databeskyttelse", "data-protection", Office.DATA_PROTECTION),
)
CLUSTERED: tuple[Fact, ...] = (
    (CLUSTER, ClusterEstablished(name=said("Klyngen"), form=ClusterForm.CLUSTER, region=OTHER_PARTY)),
    (CLUSTER, PartyJoined(party=PARTY)),
    (CLUSTER, ContactNamed(party=PARTY, person=CAST["contact"])),
)
MATTERS: tuple[Fact, ...] = (
    fund(FUND),
    (FUND, funds.OfficerNamed(person=CAST["registrar"], office=FundOffice.REGISTRAR, from_on=FIRST_DAY)),
    (FUND, funds.OfficerNamed(person=CAST["confirmer"], office=FundOffice.CONFIRMER, from_on=FIRST_DAY)),
    project(INITIATIVE),
    (INITIATIVE, OwnerAssigned(owners=(), leader=CAST["owner"])),
    (INITIATIVE, ColourReported(colour=Colour.RED, meeting=MEETING, reason=said("Sent."), lies_with=BODY)),
    (PROPOSAL, Received(title=said("Træning"), text=said("Et forslag"), when=DateNotStated(), from_party=PARTY)),
    (ACTION, Assigned(what=said("Svar."), owed_by=(OwedByParty(party=PARTY),), report_to=BODY)),
    (
        REDACTION,
        Requested(
            where=Where(of=MEETING, version=1, field="/place"),
            reason=said("Et nummer."),
            requested_by=CAST["secretariat"],
        ),
    ),
)


def applied(applicant: str) -> Fact:
    return f"lillebaelt/application/{name_of(applicant)}", Submitted(
        fund=FUND,
        applicant=applicant,
        purpose=said("Træning"),
        purpose_class=PurposeClass.TRIAL,
        when=DateNotStated(),
        submitted_by=AWAY,
    )


def measured(of: str) -> Fact:
    return f"lillebaelt/indicator/{name_of(of)}", Defined(
        name=said("Ventetid"), definition=said("Dage."), unit=Unit.TIME, from_party=of
    )


def _item(item: str, number: str, title: str) -> Fact:
    return MEETING, ItemAdded(item=item, number=number, title=said(title), case=said(f"Om {title}."))


def gathered(item: str, meeting: str) -> tuple[Fact, ...]:
    """The meeting, with its item as open and its course as far as a line of the table says."""
    facts: list[Fact] = [
        (
            MEETING,
            MeetingCalled(
                body=BODY,
                form=Form.VIRTUAL,
                place=said("Virtuelt"),
                starts_at="2024-03-01T08:00:00Z",
                ends_at="2024-03-01T10:00:00Z",
            ),
        ),
        _item(ITEM, "1", "Sagen"),
        _item(OTHER_ITEM, "2", "Andet"),
    ]
    if item != "open":
        closing = {"item": ITEM, "number": "1", "reason": said("Personsag."), "legal_basis": said("Loven.")}
        facts.append((MEETING, DoorsShut(title_closed=item == "title-closed", **closing)))  # type: ignore[arg-type]
    facts += [
        (MEETING, GuestInvited(person=CAST["guest"], item=ITEM, number="1")),
        (MEETING, GuestInvited(person=CAST["guest-other"], item=OTHER_ITEM, number="2")),
        (MEETING, Recused(item=ITEM, number="1", person=CAST["recused"], reason=said("Gift med en part."))),
        (MEETING, ApologyGiven(seat="fravaer", person=AWAY, sends=CAST["substitute"])),
    ]
    if meeting == "upcoming":
        return tuple(facts)
    facts.append((MEETING, MeetingOpened(led_by=CAST["chair"])))
    facts += [(MEETING, SeatTaken(seat=SEAT_OF[role], person=CAST[role])) for role in PRESENT]
    facts += [
        (MEETING, QuestionRaised(item=ITEM, number="1", question=role, text=said("Hvad nu?"), asked_by=CAST[role]))
        for role in (*SEAT_OF, "guest")
    ]
    running = (OTHER_ITEM, "2") if meeting == "in-session-other-item" else (ITEM, "1")
    facts.append((MEETING, ItemTakenUp(item=running[0], number=running[1])))
    if meeting == "adjourned-or-ended":
        facts.append((MEETING, MeetingAdjourned()))
    return tuple(facts)


PRESENT = ("chair", "member", "recused", "observer", "substitute")


def minuted(meeting: str) -> tuple[Fact, ...]:
    """Minutes that may be remarked on."""
    facts: list[Fact] = [(MINUTES, MinutesDrafted(meeting=MEETING, revision=1))]
    return (*facts, (MINUTES, MinutesCirculated(meeting=MEETING, revision=1)))


@cache
def record(item: str, meeting: str) -> Record:
    """The whole cast around the meeting."""
    return given(
        party(PARTY, "Kolding", PartyKind.MUNICIPALITY),
        party(OTHER_PARTY, "Vejle", PartyKind.MUNICIPALITY),
        party(FAR_PARTY, "Aarhus", PartyKind.MUNICIPALITY),
        *PEOPLE,
        person(AWAY, PARTY),
        *BODIES,
        *SITTING,
        *OFFICES,
        *CLUSTERED,
        *gathered(item, meeting),
        *MATTERS,
        *map(applied, (PARTY, OTHER_PARTY, BODY, OTHER_BODY)),
        *map(measured, (PARTY, OTHER_PARTY)),
        *minuted(meeting),
    )

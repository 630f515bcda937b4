"""The ground of a cluster that canaries are said in: two bodies, who sits where, and who looks on from outside."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from domain import body, cluster, fund, membership, party, person
from domain.access import Grant, Office
from domain.bodies import Level
from domain.claims import DateNotStated
from domain.decided import Cited
from domain.document import Direction, File
from domain.fund.state import FundOffice
from domain.initiative import AssignOwner, Phase
from domain.initiative import List as ListInitiative
from domain.kernel import Command
from domain.mandate import SetPath, Subject, mandate_of
from domain.mandate import Step as MandateStep
from domain.meeting.call import Call, Form
from domain.seats import ByParty, ByRole, SeatPlan, Voice
from klynge.init import ADMINISTRATOR
from tests.canary.secrets_kept import Seating

NEIGHBOUR = "nabo"
REGION, TOWN, FAR_TOWN = "dk/party/region", "dk/party/by", "dk/party/nabo"

LAST_DAY = "2035-12-31"

INSIDE = ("secretary", "chair", "member", "other-member", "leaver", "inside-auditor")
ANSWERS = ("secretary", "chair")
SEATLESS = ("auditor", "administrator", "contact", "leader", "registrar", "officer", "system")
ENTITLED = ("observer", "group-member", "clerk", "substitute", *SEATLESS)
GUESTS = ("guest", "visitor")
BEYOND = ("neighbour", "stranger")
"""Who sits in another cluster alone; who sits nowhere."""
PEOPLE = (*INSIDE, *(part for part in ENTITLED if part not in ("administrator", "system")), *GUESTS, *BEYOND)
CAST = {part: f"dk/person/{part}" for part in PEOPLE} | {"administrator": ADMINISTRATOR, "system": "dk/client/system"}

BOARD_SEATS = {
    "seat-0": "chair",
    "seat-1": "member",
    "seat-2": "other-member",
    "seat-3": "leaver",
    "observer": "observer",
}


class Given(NamedTuple):
    """A command, and who gives it."""

    by: str
    to: str
    command: Command
    if_match: int | None = None


class Cluster:
    """The names of one cluster's streams."""

    def __init__(self, scope: str) -> None:
        self.scope = scope
        self.board, self.board_seats = f"{scope}/body/board", f"{scope}/membership/board"
        self.group, self.group_seats = f"{scope}/body/group", f"{scope}/membership/group"
        self.fund, self.paper, self.initiative = (
            f"{scope}/fund/pulje",
            f"{scope}/document/papir",
            f"{scope}/initiative/vej",
        )
        self.cluster = f"{scope}/cluster/{scope}"


def seating() -> Seating:
    return Seating(inside=set(INSIDE), answers=set(ANSWERS), entitled=set(ENTITLED), at_table=frozenset({"observer"}))


def _seat(seat: str, held_by: str) -> SeatPlan[str]:
    return SeatPlan(seat=seat, right=ByParty(party=held_by), voice=Voice.VOTE)


SECRETARIAT = SeatPlan[str](seat="secretariat", right=ByRole(words="sekretariatet"), voice=Voice.SECRETARIAT)
OBSERVER = SeatPlan[str](seat="observer", right=ByRole(words="observatør"), voice=Voice.OBSERVER)


def _body(name: str, seats: str, *voting: SeatPlan[str]) -> body.Establish:
    plan = (*voting, OBSERVER, SECRETARIAT)
    return body.Establish(name=name, level=Level.STRATEGIC, membership=seats, chairs=1, seats=plan)


def entered() -> Iterator[Given]:
    """Parties and people of all clusters, and the neighbour."""
    for each, name, kind in (
        (REGION, "Regionen", party.PartyKind.REGION),
        (TOWN, "Byen", party.PartyKind.MUNICIPALITY),
        (FAR_TOWN, "Naboen", party.PartyKind.MUNICIPALITY),
    ):
        yield Given("administrator", each, party.Register(name=name, party_kind=kind))
    for part in PEOPLE:
        of = FAR_TOWN if part == "neighbour" else TOWN
        command = person.Register(name=f"Navn på {part}", function=f"Funktion: {part}", party=of)
        yield Given("administrator", CAST[part], command)
    beyond = Cluster(NEIGHBOUR)
    yield Given("administrator", beyond.board, _body("Naboerne", beyond.board_seats, _seat("seat-0", FAR_TOWN)))
    yield Given("administrator", beyond.board_seats, membership.FillSeat(seat="secretariat", person=CAST["neighbour"]))
    yield Given("neighbour", beyond.board_seats, membership.FillSeat(seat="seat-0", person=CAST["neighbour"]))


def seated(at: Cluster, today: str) -> Iterator[Given]:
    """Everybody takes their place in a new cluster."""
    form = cluster.ClusterForm.CLUSTER
    yield Given("administrator", at.cluster, cluster.Establish(name=at.scope, form=form, region=REGION))
    voting = (_seat(f"seat-{n}", TOWN) for n in range(4))
    yield Given("administrator", at.board, _body("Styregruppen", at.board_seats, *voting))
    yield Given("administrator", at.group, _body("Arbejdsgruppen", at.group_seats, _seat("seat-0", TOWN)))
    yield Given("administrator", at.board_seats, membership.FillSeat(seat="secretariat", person=CAST["secretary"]))
    yield Given("administrator", at.group_seats, membership.FillSeat(seat="secretariat", person=CAST["clerk"]))
    yield Given("secretary", at.cluster, cluster.AddParty(party=TOWN))
    yield Given("secretary", at.cluster, cluster.NameContact(party=TOWN, person=CAST["contact"]))
    for seat, part in BOARD_SEATS.items():
        yield Given("secretary", at.board_seats, membership.FillSeat(seat=seat, person=CAST[part]))
    yield Given("secretary", at.board_seats, membership.TakeChair(seat="seat-0", side="region"))
    substitute = membership.NameSubstitute(person=CAST["substitute"], stands_for=("seat-1",))
    yield Given("secretary", at.board_seats, substitute)
    yield Given("clerk", at.group_seats, membership.FillSeat(seat="seat-0", person=CAST["group-member"]))
    yield from _offices(at, today)
    yield Given("secretary", at.fund, fund.Open(name="Puljen", terms="Til afprøvning."))
    registrar = fund.NameOfficer(person=CAST["registrar"], office=FundOffice.REGISTRAR, from_on=today)
    yield Given("chair", at.fund, registrar)
    yield Given("secretary", at.paper, File(subject="Papir", direction=Direction.IN, dated=DateNotStated()))
    listed = ListInitiative(title="En indsats", by=(TOWN,), phase=Phase.TRIAL)
    yield Given("secretary", at.initiative, listed)
    yield Given("secretary", at.initiative, AssignOwner(owners=(TOWN,), leader=CAST["leader"]))
    steps = (
        MandateStep(step="indstille", body=at.board, binding=False),
        MandateStep(step="vælge", body=at.board, binding=True),
    )
    source = Cited[str](who="Klyngen", on=DateNotStated(), words="Besluttet")
    path = SetPath(subject=Subject.JOINT_FUNDS, steps=steps, source=source)
    yield Given("secretary", mandate_of(Subject.JOINT_FUNDS, at.scope), path)


def _offices(at: Cluster, today: str) -> Iterator[Given]:
    """Two auditors, one of whom the chairs let see what is closed; a data protection officer; a system."""
    access = f"{at.scope}/access"
    audit = Grant(
        person=CAST["auditor"],
        office=Office.AUDITOR,
        reason="Revision.",
        from_on=today,
        ceases_on=LAST_DAY,
        scopes=(at.scope,),
    )
    yield Given("chair", f"{access}/auditor", audit)
    inside = replace(audit, person=CAST["inside-auditor"], sees_closed=True)
    yield Given("chair", f"{access}/inside-auditor", inside)
    officer = Grant(
        person=CAST["officer"], office=Office.DATA_PROTECTION, reason="Tilsyn.", from_on=today, scopes=(at.scope,)
    )
    yield Given("chair", f"{access}/officer", officer)
    system = Grant(client=CAST["system"], office=Office.CLIENT, reason="Journal.", from_on=today, scopes=(at.scope,))
    yield Given("administrator", f"{access}/system", system)


def called_by_the_group(at: Cluster, today: str) -> Given:
    """A meeting of the other body, whose secretariat has no part in the board."""
    starts, ends = f"{today}T10:00:00Z", f"{today}T12:00:00Z"
    call = Call(body=at.group, form=Form.VIRTUAL, place="Andetsteds", starts_at=starts, ends_at=ends)
    return Given("clerk", f"{at.scope}/meeting/gruppen", call)

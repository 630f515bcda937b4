"""Ådal: a cluster of two bodies, its neighbour Bakke, who sits where, and an auditor. The ground of a short story."""

from domain.access import Grant, Office
from domain.body import Establish as EstablishBody
from domain.body import Level, SeatPlan
from domain.fund import Open as OpenFund
from domain.kernel import Command
from domain.membership import FillSeat, OpenSeat, TakeChair
from domain.party import PartyKind
from domain.party import Register as RegisterParty
from domain.person import Register as RegisterPerson
from domain.seats import ByParty, ByRole, Voice
from stories.story import Step

CLUSTER, NEIGHBOUR = "aadal", "bakke"
BOARD, GROUP, NEIGHBOURS = "aadal/body/board", "aadal/body/group", "bakke/body/board"
BOARD_SEATS, GROUP_SEATS, NEIGHBOUR_SEATS = "aadal/membership/board", "aadal/membership/group", "bakke/membership/board"
MEETING = "aadal/meeting/a1"
QUIET_MEETING = "aadal/meeting/b2"
"""Nothing of it is closed, redacted or renamed."""
FUND = "aadal/fund/pulje"
REGION, TOWN, FAR_TOWN = "dk/party/region", "dk/party/town", "dk/party/far-town"
AUDITORS_ACCESS = "aadal/access/auditor"

PARTS = {
    "secretary": REGION,
    "chair": REGION,
    "member": TOWN,
    "recused": TOWN,
    "leaver": FAR_TOWN,
    "observer": REGION,
    "group-member": TOWN,
    "neighbour": FAR_TOWN,
    "auditor": REGION,
}
"""part -> party. The group-member sits in another body of the cluster, the neighbour in another cluster only. The leaver
sits on the board, and observes the group."""
CAST = {"administrator": "dk/person/administrator"} | {part: f"dk/person/{part}" for part in PARTS}


def steps(day: str, hour: int, *given: tuple[str, str, Command]) -> tuple[Step, ...]:
    """`(by, to, command)` each, a minute apart."""
    return tuple(
        Step(at=f"{day}T{hour + index // 60:02d}:{index % 60:02d}:00+02:00", by=by, to=to, command=command)
        for index, (by, to, command) in enumerate(given)
    )


def by(part: str, to: str, *commands: Command) -> tuple[tuple[str, str, Command], ...]:
    return tuple((part, to, command) for command in commands)


def _seat(seat: str, party: str) -> SeatPlan[str]:
    return SeatPlan(seat=seat, right=ByParty(party=party), voice=Voice.VOTE)


SECRETARIAT = SeatPlan(seat="secretariat", right=ByRole(words="sekretariatet"), voice=Voice.SECRETARIAT)
OBSERVER = SeatPlan(seat="observer", right=ByRole(words="observatør"), voice=Voice.OBSERVER)


def _body(name: str, membership: str, *seats: SeatPlan[str]) -> EstablishBody:
    return EstablishBody(
        name=name, level=Level.STRATEGIC, membership=membership, chairs=1, seats=(*seats, OBSERVER, SECRETARIAT)
    )


def _outside_body(name: str, membership: str, *seats: SeatPlan[str]) -> EstablishBody:
    """Without a secretary, so the administrator fills its seats."""
    return EstablishBody(name=name, level=Level.EXTERNAL, membership=membership, chairs=1, seats=(*seats, OBSERVER))


NEIGHBOURS_SECRETARIAT = OpenSeat(
    body=NEIGHBOURS, seat="secretariat", right=ByRole(words="sekretariatet"), voice=Voice.SECRETARIAT
)
ENTERED = steps(
    "2025-05-01",
    8,
    *(
        ("administrator", party, RegisterParty(name=name, party_kind=kind))
        for party, name, kind in (
            (REGION, "Region Ådal", PartyKind.REGION),
            (TOWN, "Ådal Kommune", PartyKind.MUNICIPALITY),
            (FAR_TOWN, "Bakke Kommune", PartyKind.MUNICIPALITY),
        )
    ),
    *(
        ("administrator", CAST[part], RegisterPerson(name=f"Navn på {part}", function=f"Funktion: {part}", party=party))
        for part, party in PARTS.items()
    ),
    (
        "administrator",
        BOARD,
        _body(
            "Styregruppen",
            BOARD_SEATS,
            *(_seat(f"seat-{n}", party) for n, party in enumerate((REGION, TOWN, TOWN, FAR_TOWN))),
        ),
    ),
    ("administrator", GROUP, _body("Arbejdsgruppen", GROUP_SEATS, _seat("seat-0", TOWN))),
    ("administrator", NEIGHBOURS, _outside_body("Naboerne", NEIGHBOUR_SEATS, _seat("seat-0", FAR_TOWN))),
    ("administrator", BOARD_SEATS, FillSeat(seat="secretariat", person=CAST["secretary"])),
    ("administrator", GROUP_SEATS, FillSeat(seat="secretariat", person=CAST["secretary"])),
    ("administrator", NEIGHBOUR_SEATS, FillSeat(seat="seat-0", person=CAST["neighbour"])),
    (
        "administrator",
        AUDITORS_ACCESS,
        Grant(
            person=CAST["auditor"],
            office=Office.AUDITOR,
            reason="Revision.",
            from_on="2025-05-01",
            ceases_on="2027-01-01",
        ),
    ),
)
SEATED = steps(
    "2025-05-02",
    8,
    *(
        ("secretary", BOARD_SEATS, FillSeat(seat=seat, person=CAST[part]))
        for seat, part in {
            "seat-0": "chair",
            "seat-1": "member",
            "seat-2": "recused",
            "seat-3": "leaver",
            "observer": "observer",
        }.items()
    ),
    ("secretary", BOARD_SEATS, TakeChair(seat="seat-0", side="region")),
    ("secretary", GROUP_SEATS, FillSeat(seat="seat-0", person=CAST["group-member"])),
    ("secretary", GROUP_SEATS, FillSeat(seat="observer", person=CAST["leaver"])),
    ("secretary", FUND, OpenFund(name="Puljen", terms="Til afprøvning.")),
)

"""A small record to write into: opened, with an administrator, a party, and a body with its secretary and its chair."""

from domain import access, body, cluster, log, membership, party, person
from domain.kernel import Command
from domain.seats import ByParty, ByRole, Voice

ADMINISTRATOR = "dk/person/administrator"
SECRETARY = "dk/person/secretary"
CHAIR = "dk/person/chair"
OUTSIDER = "dk/person/outsider"
"""Holds neither seat nor office."""

REGION = "dk/party/region"
KOLDING = "dk/party/kolding"
"""Not registered yet: the tests' favourite thing to register."""
CLUSTER = "lillebaelt/cluster/lillebaelt"
STRATEGIC = "lillebaelt/body/strategic"
STRATEGIC_SEATS = "lillebaelt/membership/strategic"
GROUP = "lillebaelt/body/group"
GROUP_SEATS = "lillebaelt/membership/group"
"""Not established yet."""

Step = tuple[str, str, Command]
"""Who, to which stream, what."""

OPENING: tuple[Step, ...] = (
    (ADMINISTRATOR, "lillebaelt/log/log", log.Open(origin="lillebaelt", clock=log.Clock.REAL, schemes=("test",))),
    (ADMINISTRATOR, REGION, party.Register(name="Region Syddanmark", party_kind=party.PartyKind.REGION)),
    (ADMINISTRATOR, ADMINISTRATOR, person.Register(name="Administrator", function="Administrator", party=REGION)),
    (
        ADMINISTRATOR,
        "lillebaelt/access/administrator",
        access.Grant(
            person=ADMINISTRATOR, office=access.Office.ADMINISTRATOR, reason="Den første.", from_on="2000-01-01"
        ),
    ),
)
"""As `klynge init` gives it."""

FURNISHING: tuple[Step, ...] = (
    (ADMINISTRATOR, SECRETARY, person.Register(name="Sekretæren", function="Sekretær", party=REGION)),
    (ADMINISTRATOR, CHAIR, person.Register(name="Formanden", function="Medlem", party=REGION)),
    (
        ADMINISTRATOR,
        CLUSTER,
        cluster.Establish(name="Sundhedsklynge Lillebælt", form=cluster.ClusterForm.CLUSTER, region=REGION),
    ),
    (
        ADMINISTRATOR,
        STRATEGIC,
        body.Establish(
            name="Fagligt strategisk niveau",
            level=body.Level.STRATEGIC,
            membership=STRATEGIC_SEATS,
            chairs=1,
            seats=(
                body.SeatPlan(seat="secretariat", right=ByRole(words="sekretariatet"), voice=Voice.SECRETARIAT),
                body.SeatPlan(seat="region", right=ByParty(party=REGION), voice=Voice.VOTE),
            ),
        ),
    ),
    (ADMINISTRATOR, STRATEGIC_SEATS, membership.FillSeat(seat="secretariat", person=SECRETARY)),
    (SECRETARY, STRATEGIC_SEATS, membership.FillSeat(seat="region", person=CHAIR)),
    (SECRETARY, STRATEGIC_SEATS, membership.TakeChair(seat="region", side="regionen")),
)
HEAD = 13
"""Events of the opening and the furnishing; a body opens its seats as reactions."""


def registering(name: str = "Kolding Kommune") -> party.Register:
    """One event with one sealed text; refused with `party.exists` where the party stands."""
    return party.Register(name=name, party_kind=party.PartyKind.MUNICIPALITY)


def establishing(*seats: str, party_of: str = REGION) -> body.Establish:
    """One event and one reaction for every seat; refused from inside with `id.unknown` where the party is unknown."""
    plans = tuple(body.SeatPlan[str](seat=seat, right=ByParty(party=party_of), voice=Voice.VOTE) for seat in seats)
    return body.Establish(name="En gruppe", level=body.Level.GROUP, membership=GROUP_SEATS, chairs=0, seats=plans)

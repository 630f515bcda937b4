"""What every story is told with: moments in Danish time, sittings of one person, people by function, a cluster from nothing."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from domain.access import Grant, Office
from domain.body import Establish as EstablishBody
from domain.body import Level, SeatPlan, Secretariat
from domain.cluster import AddParty, ClusterForm
from domain.cluster import Establish as EstablishCluster
from domain.dates import COPENHAGEN, Day
from domain.kernel import Command
from domain.membership import FillSeat, TakeChair
from domain.party import PartyKind
from domain.party import Register as RegisterParty
from domain.person import Register as RegisterPerson
from domain.seats import ByParty, ByRole, Voice
from stories.story import Step

AUDITED_YEARS = 8
"""How long the auditors of a cluster are given access."""


def moment(day: Day, clock: str) -> str:
    """A wall-clock time in Denmark with its offset, which moves on the last Sunday of March."""
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=COPENHAGEN).isoformat()


def sitting(by: str, day: Day, clock: str, *commands: tuple[str, Command]) -> tuple[Step, ...]:
    """What one person enters in one sitting, a minute apart: `(stream, command)` each."""
    start = datetime.fromisoformat(f"{day}T{clock}")
    return tuple(
        Step(
            at=start.replace(hour=start.hour + minute // 60, minute=minute % 60, tzinfo=COPENHAGEN).isoformat(),
            by=by,
            to=to,
            command=command,
        )
        for minute, (to, command) in enumerate(commands, start.minute)
    )


class Player(Struct, frozen=True):
    """A person of a story, known by function."""

    part: str
    uuid: str
    party: str
    name: str
    function: str

    @property
    def id(self) -> str:
        return f"dk/person/{self.uuid}"


def cast_of(players: tuple[Player, ...]) -> dict[str, str]:
    """part -> person id"""
    return {"administrator": "dk/person/administrator"} | {player.part: player.id for player in players}


def by_party(seat: str, party: str, voice: Voice = Voice.VOTE) -> SeatPlan[str]:
    """A seat of a party."""
    return SeatPlan(seat=seat, right=ByParty(party=party), voice=voice)


def by_role(seat: str, words: str, voice: Voice = Voice.VOTE) -> SeatPlan[str]:
    """A seat that follows an office."""
    return SeatPlan(seat=seat, right=ByRole(words=words), voice=voice)


# --- a cluster from nothing ---


class Party(Struct, frozen=True):
    """A party as a story registers it."""

    id: str
    name: str
    kind: PartyKind
    parent: str | None = None


class Forum(Struct, frozen=True, kw_only=True):
    """A body, its seats and who holds them."""

    body: str
    title: str
    level: Level
    seats: tuple[SeatPlan[str], ...] = ()
    seated: Mapping[str, str] = {}
    """seat -> part of the cast"""
    chairs: Mapping[str, str] = {}
    """seat -> side"""
    secretariat: str | None = None
    """The seat from which the first secretary works; None: nobody does, as far as the paper says."""
    task: str | None = None
    parent: str | None = None
    """The body that set it up."""
    prepared_by: Secretariat | None = None

    @property
    def membership(self) -> str:
        return self.body.replace("/body/", "/membership/")


class Cluster(Struct, frozen=True, kw_only=True):
    """A cluster with all that stands before its first paper."""

    id: str
    name: str
    form: ClusterForm
    region: str
    parties: tuple[Party, ...]
    members: tuple[str, ...]
    """The parties that belong to it."""
    forums: tuple[Forum, ...]
    players: tuple[Player, ...]
    auditors_access: str
    from_on: Day | None = None
    predecessors: tuple[str, ...] = ()
    """The clusters it comes after."""


FIRST = ("secretary", "auditor")
"""Whom the administrator registers; from then on the secretariat does it all."""


def entered(cluster: Cluster, first: Day, then: Day) -> tuple[Step, ...]:
    """The administrator enters parties, bodies and the first secretary on one day; the secretary everybody else on the next."""
    cast = cast_of(cluster.players)
    return (
        *sitting("administrator", first, "09:00:00", *_parties(cluster)),
        *sitting("administrator", first, "13:00:00", *_bodies(cluster, cast, first)),
        *sitting(
            "secretary",
            then,
            "09:00:00",
            *(person_registered(each) for each in cluster.players if each.part not in FIRST),
        ),
        *sitting("secretary", then, "13:00:00", *_seats(cluster, cast)),
    )


def _parties(cluster: Cluster) -> tuple[tuple[str, Command], ...]:
    return (
        *(
            (party.id, RegisterParty(name=party.name, party_kind=party.kind, parent=party.parent))
            for party in cluster.parties
        ),
        *(person_registered(player) for player in cluster.players if player.part in FIRST),
        (
            cluster.id,
            EstablishCluster(
                name=cluster.name,
                form=cluster.form,
                region=cluster.region,
                from_on=cluster.from_on,
                predecessors=cluster.predecessors,
            ),
        ),
        *((cluster.id, AddParty(party=party)) for party in cluster.members),
    )


def _bodies(cluster: Cluster, cast: dict[str, str], today: Day) -> tuple[tuple[str, Command], ...]:
    return (
        *((forum.body, _established(forum)) for forum in cluster.forums),
        *(
            (forum.membership, FillSeat(seat=forum.secretariat, person=cast["secretary"]))
            for forum in cluster.forums
            if forum.secretariat is not None
        ),
        (
            cluster.auditors_access,
            Grant(
                person=cast["auditor"],
                office=Office.AUDITOR,
                reason="Revisionen følger klyngen.",
                from_on=today,
                ceases_on=f"{int(today[:4]) + AUDITED_YEARS}-01-01",
            ),
        ),
    )


def _established(forum: Forum) -> EstablishBody:
    return EstablishBody(
        name=forum.title,
        level=forum.level,
        membership=forum.membership,
        chairs=len(forum.chairs),
        seats=forum.seats,
        parent=forum.parent,
        task=forum.task,
        secretariat=forum.prepared_by,
    )


def _seats(cluster: Cluster, cast: dict[str, str]) -> tuple[tuple[str, Command], ...]:
    return (
        *(
            (forum.membership, FillSeat(seat=seat, person=cast[part]))
            for forum in cluster.forums
            for seat, part in forum.seated.items()
        ),
        *(
            (forum.membership, TakeChair(seat=seat, side=side))
            for forum in cluster.forums
            for seat, side in forum.chairs.items()
        ),
    )


def person_registered(player: Player) -> tuple[str, Command]:
    """A person enters the record."""
    return player.id, RegisterPerson(name=player.name, function=player.function, party=player.party)

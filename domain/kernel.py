"""What every stream shares: events, commands, refusals, the envelope, and what a decision may ask."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, ClassVar, Protocol

from msgspec import Struct

from domain.assurance import Assurance, TooLow
from domain.dates import Day
from domain.names import Hash, PersonId, scope_of
from domain.refusal import Reasons, Refused
from domain.text import TextAt, TextClass


class About(StrEnum):
    """Which subject an event is about. Whether that subject is open is looked up, never stored with the event."""

    STREAM = "stream"
    ITEM = "item"
    """The agenda item named by the field `item`."""
    ITEMS = "items"
    """The agenda items named by the field `items`: as closed as the most closed of them."""
    PERSON = "person"
    """The person whose stream it is, or whom the field `person` names."""


class Event(Struct, frozen=True, kw_only=True, gc=False):
    """Something that happened (hændelse). Field names and tags are stored for ever."""

    tag: ClassVar[str]
    """The stored name, `kind.past-tense`."""
    v: ClassVar[int] = 1
    """The version of the payload; older ones are upcast."""
    concerns: ClassVar[About] = About.STREAM
    rank: ClassVar[int] = 0
    """Reactions only lead upwards in rank, so chains end (domain-model §3)."""
    da: ClassVar[str]
    """The audit sentence (revisionssætning): `{field}`, `{by}` and `{stream}` may stand in it."""
    en: ClassVar[str]
    said_da: ClassVar[str | None] = None
    """The short sentence for the meeting's live region; None: nothing is spoken."""
    said_en: ClassVar[str | None] = None
    text_class: ClassVar[TextClass] = TextClass.PUBLIC_RECORD
    """The class of the blocks this event seals, unless `text_classes` names the field."""
    text_classes: ClassVar[Mapping[str, TextClass]] = {}
    unsettles: ClassVar[bool] = False
    """It changes what others see without changing their rows (a name, a key, a door, a right): topics are shown anew."""
    unsettles_guests: ClassVar[bool] = False
    """It changes what guests of the meeting may follow, and nobody else."""


class Who(StrEnum):
    """Who may give a command (domain-model §0, column "who")."""

    SECRETARIAT = "secretariat"
    CHAIR = "chair"
    MEMBER = "member"
    ATTENDEE = "attendee"
    """Anyone entitled to be in the meeting."""
    SUBSTITUTE = "substitute"
    """Whoever stands in on a seat of the body, called in or not."""
    CONTACT = "contact"
    """The contact person of the party that the command is for."""
    OWNER = "owner"
    """Whoever answers for the initiative: the contact person of an owner, or the leader."""
    BODY_MEMBER = "body-member"
    """Whoever holds a voting seat of the body that the command is for, in a meeting or not."""
    REGISTRAR = "registrar"
    """Who registers for the fund (registrator)."""
    CONFIRMER = "confirmer"
    """Who confirms for the fund what another registered (bekræfter)."""
    SECRETARIAT_ALONE = "secretariat-alone"
    """The secretariat, while the body has nobody who chairs."""
    ADMINISTRATOR = "administrator"
    DATA_PROTECTION = "data-protection"
    """Who looks after the protection of data (databeskyttelsesrådgiver), for the scope of the stream."""
    REACTION = "reaction"
    """As what follows from an event; a command for nobody else has no door."""
    TIMEKEEPER = "timekeeper"
    """The clock, when a day has gone by."""
    HOUSE = "house"
    """The running service, when it has done what the record told it to."""
    INIT = "init"
    """`klynge init` alone, on an empty log."""


class Command(Struct, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True):
    """A wish, given at a door or by a reaction."""

    verb: ClassVar[str]
    """The last segment of its address, `record-decision`."""
    who: ClassVar[tuple[Who, ...]]
    gives: ClassVar[tuple[type[Event], ...]]
    """The events it may lead to on its own stream."""
    creates: ClassVar[bool] = False
    """May be given to a stream that does not exist yet. Else an unknown stream is 404."""
    needs_version: ClassVar[bool] = False
    """`If-Match` is required (428 without): money, approval of minutes."""
    assurance: ClassVar[Assurance] = Assurance.LOW
    """How sure a sign-in it asks for. What decides, binds or moves money asks for `SUBSTANTIAL`."""

    def asks_for(self) -> Assurance:
        """How sure a sign-in this very one asks for: more than others of its kind where it gives somebody a right."""
        return self.assurance

    def is_of(self, person: str, state: Any) -> bool:
        """Whether it concerns nobody but that person. Who is an attendee and no more may give such commands only.

        Each command that attendees may give answers for itself; one that keeps silent is theirs never.
        """
        return False

    def for_party(self, state: Any) -> str | None:
        """The party on whose behalf it is given; its contact person may give it. None: it is no party's own affair.

        Each command that contact persons may give answers for itself.
        """
        return None

    def for_body(self, state: Any) -> str | None:
        """The body on whose behalf it is given; who holds a voting seat of it may give it. None: it is no body's own affair.

        Each command that they may give answers for itself.
        """
        return None

    def founds(self, state: Any) -> bool:
        """Whether it gives a body its first secretary, or a body has no seat for one: then the administrator may give it."""
        return False

    def for_chairs_of(self, state: Any) -> str | None:
        """The body whose chairs may give it, where the stream belongs to no body. None: the chairs of any in the scope."""
        return None


class Unknown(Struct, frozen=True):
    """The state of a stream that holds no events."""


UNKNOWN = Unknown()


class Actor(Struct, frozen=True, gc=False):
    """Who asks to act, as the token says; which rights they have is for the record to say."""

    person: PersonId
    assurance: Assurance = Assurance.LOW

    def assure(self, command: Command) -> None:
        """Raises `TooLow` where the command asks for a surer sign-in."""
        wanted = command.asks_for()
        if not self.assurance.reaches(wanted):
            raise TooLow(wanted)


class By(Struct, frozen=True, omit_defaults=True, gc=False):
    """Who gave a command: the person of the token; seat and rule as the policy found them."""

    person: str
    seat: str | None = None
    """`membership stream#seat`, or None where no seat gave the right."""
    rule: str = ""
    """The policy's rule by which it was allowed, e.g. `secretariat-of-body`."""
    assurance: Assurance | None = None
    """How surely they were who they say; None where no sign-in was asked about."""


class Recorded(Struct, frozen=True, kw_only=True, gc=False):
    """An event with its envelope, as it stands in the log."""

    position: int
    stream: str
    version: int
    recorded_at: int
    """Integer microseconds since 1970 UTC; never falls."""
    by: By
    command: str
    """`kind.command-name` that gave it."""
    causation: int | None
    """The position of the event this one follows from; None for what was given at a door."""
    correlation: int
    """The first position of the door's command."""
    event: Any
    """An `Event`."""


See = Callable[[str], Any]
"""stream id -> that stream's state as of the position decided at, the own batch included; `UNKNOWN` where nothing stands."""


class Asked(Protocol):
    """What `decide` may know besides the command and the state."""

    @property
    def by(self) -> By: ...

    @property
    def today(self) -> Day:
        """The date of `recorded_at` in Europe/Copenhagen."""
        ...

    @property
    def stream(self) -> str:
        """The stream the command goes to."""
        ...

    @property
    def cause(self) -> Recorded | None:
        """The event this command follows from; None at the door."""
        ...

    def see(self, stream: str) -> Any: ...

    def ids(self, kind: str, scope: str | None = None) -> tuple[str, ...]:
        """All streams of a kind, in name order. For the few rules that must look at all of them."""
        ...

    def has_block(self, where: TextAt) -> bool:
        """Whether a text was sealed there."""
        ...

    def blocks_of(self, person: PersonId) -> tuple[tuple[TextAt, TextClass], ...]:
        """Every text about a person, in the order said, and of what class it is. For an erasure: it looks through all of them."""
        ...

    def size_of(self, sha256: Hash) -> int | None:
        """How many bytes are kept, in the stream's scope, of the paper with this hash; None where none are."""
        ...


def known(asked: Asked, *ids: str | None) -> None:
    """Refuse ids that name nothing in the record. Absent ones are fine."""
    for stream in ids:
        if stream is not None and isinstance(asked.see(stream), Unknown):
            raise Refused("id.unknown", id=stream)


def same_scope(asked: Asked, *ids: str | None) -> None:
    """Refuse ids of another scope than the stream's own, so that nobody acts in another cluster's streams."""
    own = scope_of(asked.stream)
    for stream in ids:
        if stream is not None and scope_of(stream) != own and not _is_inherited(asked, scope_of(stream)):
            raise Refused("scope.other", id=stream, scope=own)


def _is_inherited(asked: Asked, other: str) -> bool:
    """Whether what follows of itself comes from a cluster that has handed things over to one of the own scope."""
    return asked.cause is not None and any(
        scope_of(each) == scope_of(asked.stream)
        for cluster in asked.ids("cluster", other)
        for each in getattr(asked.see(cluster), "handed_to", ())
    )


class Kind(Struct, frozen=True, kw_only=True):
    """One kind of stream, as `streams.py` lists it."""

    name: str
    danish: str
    events: tuple[type[Event], ...]
    commands: tuple[type[Command], ...]
    decide: Callable[[Any, Any, Asked], tuple[Event, ...]]
    evolve: Callable[[Any, Any], Any]
    """`evolve(state, event)`: its events hold `TextAt` wherever the stored ones hold a box. No rules, never refuses."""
    refusals: Reasons = {}

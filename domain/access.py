"""Access (adgang): one office of one holder, from a day to a day: rights that no seat gives are facts too."""

from collections.abc import Iterator
from typing import Annotated, assert_never

import msgspec
from msgspec import Meta, Struct

from domain.assurance import Assurance
from domain.dates import Day, in_force
from domain.kernel import About, Asked, Command, Event, Kind, Unknown, Who, known
from domain.names import ClientId, Label, PersonId, scope_of
from domain.person import is_gone
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, TextClass, said
from domain.words import Word

CHAIRS, INIT = "chair-of-body", "init"
"""The policy's rules by which chairs act, and `klynge init`."""
SCOPES_MAX = 100
"""That one access is for."""


class Office(Word):
    """What the holder may do."""

    ADMINISTRATOR = "administrator", "administrator"
    """Registers parties and people and begins clusters; sees nothing closed."""
    AUDITOR = "auditor", "revisor"
    """Reads, for a period and a reason; never writes."""
    CLIENT = "client", "klient"
    """Another system, which reads feeds and views of the scopes named; never writes, and sees nothing closed."""
    DATA_PROTECTION = "data-protection", "databeskyttelsesrådgiver"
    """Approves erasures and looks after who read what; sees nothing closed."""


OF_CHAIRS = frozenset({Office.AUDITOR, Office.DATA_PROTECTION})
"""What chairs may give access to their cluster as."""
OF_ERASURES = frozenset({Office.ADMINISTRATOR, Office.DATA_PROTECTION})
"""Who decides on erasing people."""


# --- events ---


class Granted(Event, frozen=True, kw_only=True):
    """Somebody holds an office."""

    tag = "access.granted"
    concerns = About.PERSON
    unsettles = True
    text_class = TextClass.CONTACT
    da = (
        "[{person}][{client}] har adgang som {office}[ for {scopes}] fra {from_on}[ og ophører {ceases_on}]"
        "[; ser lukkede sager: {sees_closed}]."
    )
    en = (
        "[{person}][{client}] has access as {office}[ for {scopes}] from {from_on}[ and leaves on {ceases_on}]"
        "[; sees what is closed: {sees_closed}]."
    )

    person: PersonId | None = None
    office: Office
    reason: Kept
    from_on: Day
    ceases_on: Day | None = None
    client: ClientId | None = None
    """Who holds it, where that is no person."""
    scopes: tuple[Label, ...] = ()
    """The clusters it is for; none: all of them."""
    sees_closed: bool | None = None
    """True: an auditor who reads what is closed there."""


class Withdrawn(Event, frozen=True, kw_only=True):
    """Somebody no longer holds an office."""

    tag = "access.withdrawn"
    unsettles = True
    text_class = TextClass.CONTACT
    da = "Adgangen er ophørt."
    en = "The access has ended."

    reason: Kept


# --- state ---


class Held(Struct, frozen=True, kw_only=True):
    """An office in force from a day."""

    person: PersonId | ClientId
    """Who holds it: of a client's access, the client."""
    office: Office
    from_on: Day
    ceases_on: Day | None
    scopes: tuple[Label, ...] = ()
    sees_closed: bool = False
    withdrawn: bool = False


State = Unknown | Held


def evolve(state: State, event: Granted | Withdrawn) -> State:
    match event:
        case Granted():
            return Held(
                person=event.person or event.client or "",
                office=event.office,
                from_on=event.from_on,
                ceases_on=event.ceases_on,
                scopes=event.scopes,
                sees_closed=event.sees_closed is True,
            )
        case Withdrawn():
            assert isinstance(state, Held)
            return msgspec.structs.replace(state, withdrawn=True)
        case _:
            assert_never(event)


# --- commands ---


class Grant(Command, frozen=True, kw_only=True):
    """Giv adgang."""

    verb = "grant"
    who = (Who.ADMINISTRATOR, Who.CHAIR, Who.INIT)
    gives = (Granted,)
    creates = True
    assurance = Assurance.SUBSTANTIAL

    person: PersonId | None = None
    office: Office
    reason: Text
    from_on: Day
    ceases_on: Day | None = None
    client: ClientId | None = None
    scopes: Annotated[tuple[Label, ...], Meta(max_length=SCOPES_MAX)] = ()
    sees_closed: bool = False


class Withdraw(Command, frozen=True, kw_only=True):
    """Afslut en adgang."""

    verb = "withdraw"
    who = (Who.ADMINISTRATOR, Who.CHAIR)
    gives = (Withdrawn,)
    assurance = Assurance.SUBSTANTIAL

    reason: Text


def decide(command: Grant | Withdraw, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Grant():
            return _grant(command, state, asked)
        case Withdraw():
            assert isinstance(state, Held)
            _require_own(state.office, state.scopes, asked)
            if state.withdrawn:
                raise Refused("access.already-ended")
            if state.office is Office.ADMINISTRATOR and not _is_followed(state.scopes, asked):
                raise Refused("access.last-administrator")
            return (Withdrawn(reason=said(command.reason)),)
        case _:
            assert_never(command)


def _grant(command: Grant, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("access.exists")
    _require_holder(command, asked)
    _require_period(command)
    by_chairs = asked.by.rule == CHAIRS
    scopes = command.scopes or ((scope_of(asked.stream),) if by_chairs else ())
    _require_own(command.office, scopes, asked)
    if command.office is Office.CLIENT and not scopes:
        raise Refused("access.client-needs-scopes")
    if command.sees_closed and command.office is not Office.AUDITOR:
        raise Refused("access.closed-auditor-only")
    if command.sees_closed and not by_chairs:
        raise Refused("access.closed-needs-chairs")
    return (
        Granted(
            person=command.person,
            office=command.office,
            reason=said(command.reason),
            from_on=command.from_on,
            ceases_on=command.ceases_on,
            client=command.client,
            scopes=scopes,
            sees_closed=command.sees_closed or None,
        ),
    )


def _require_holder(command: Grant, asked: Asked) -> None:
    """One holder: a person, or of a client's access the client."""
    if (command.person is None) == (command.client is None):
        raise Refused("access.one-holder")
    if (command.client is None) == (command.office is Office.CLIENT):
        raise Refused("access.client-is-a-system")
    known(asked, command.person)
    if asked.by.person == command.person and asked.by.rule != INIT:
        raise Refused("access.self")


def _require_period(command: Grant) -> None:
    """Days that come in order, and for an auditor an end."""
    if command.ceases_on is not None and command.ceases_on <= command.from_on:
        raise Refused("access.no-days", from_on=command.from_on, ceases_on=command.ceases_on)
    if command.office is Office.AUDITOR and command.ceases_on is None:
        raise Refused("access.auditor-needs-end")


def _require_own(office: Office, scopes: tuple[Label, ...], asked: Asked) -> None:
    """Whoever gives and ends access does so for no more clusters than are theirs, and chairs no more than they may give."""
    own = scope_of(asked.stream)
    if asked.by.rule == CHAIRS:
        if office not in OF_CHAIRS:
            raise Refused("access.not-the-chairs")
        if scopes != (own,):
            raise Refused("access.other-cluster", scope=own)
    elif asked.by.rule != INIT and not any(_covers(held, scopes) for held in _administrators(asked, asked.by.person)):
        raise Refused("access.beyond-own")


def _administrators(asked: Asked, person: PersonId | None = None) -> Iterator[Held]:
    """The accesses by which somebody is administrator today, other than this stream's; or by which a person is."""
    for other in asked.ids("access"):
        held = asked.see(other)
        if not isinstance(held, Held) or held.office is not Office.ADMINISTRATOR or held.withdrawn:
            continue
        if in_force(held.from_on, held.ceases_on, asked.today) and (
            other != asked.stream if person is None else held.person == person
        ):
            yield held


def _covers(held: Held, scopes: tuple[Label, ...]) -> bool:
    """Whether an access reaches as far as one for these clusters; none: for all."""
    return not held.scopes or (bool(scopes) and set(scopes) <= set(held.scopes))


def _is_followed(scopes: tuple[Label, ...], asked: Asked) -> bool:
    """Whether another administrator stays who reaches as far: one who lives, and whose access has no end."""
    return any(
        held.ceases_on is None and _covers(held, scopes) and not is_gone(held.person, asked)
        for held in _administrators(asked)
    )


REFUSALS: Reasons = {
    "access.exists": ("Adgangen findes.", "The access exists."),
    "access.self": ("Ingen kan give sig selv adgang.", "Nobody can grant access to themselves."),
    "access.one-holder": (
        "Adgangen gives til én: en person eller et system.",
        "The access is given to one holder: a person or a system.",
    ),
    "access.client-is-a-system": (
        "Adgang som klient gives til et system, og al anden adgang til en person.",
        "Access as a client is given to a system, and any other access to a person.",
    ),
    "access.client-needs-scopes": (
        "Skriv, hvilke klynger systemet må læse om.",
        "Name the clusters that the system may read of.",
    ),
    "access.no-days": (
        "Adgangen ophører {ceases_on}, før den begynder {from_on}.",
        "The access ends on {ceases_on}, before it begins on {from_on}.",
    ),
    "access.auditor-needs-end": (
        "En revisors adgang gælder en periode. Skriv, hvornår den ophører.",
        "An auditor's access is for a period. Say when it ends.",
    ),
    "access.closed-auditor-only": (
        "Kun en revisor kan få indsigt i lukkede sager.",
        "Only an auditor can be given sight of what is closed.",
    ),
    "access.closed-needs-chairs": (
        "Kun formændene kan give indsigt i lukkede sager i deres klynge.",
        "Only the chairs can give sight of what is closed in their cluster.",
    ),
    "access.not-the-chairs": (
        "Formændene kan give adgang til revisorer og databeskyttelsesrådgivere. Bed administratoren om anden adgang.",
        "Chairs can give access to auditors and data protection officers. Ask the administrator for other access.",
    ),
    "access.other-cluster": (
        "Formændene kan kun give og afslutte adgang til {scope}.",
        "Chairs can give and end access to {scope} alone.",
    ),
    "access.beyond-own": (
        "Din adgang som administrator gælder ikke alle de klynger. Skriv dem, den gælder, eller bed en administrator for dem alle.",
        "Your access as administrator is not for all those clusters. Name those it is for, or ask an administrator of them all.",
    ),
    "access.already-ended": ("Adgangen er ophørt.", "The access has ended."),
    "access.last-administrator": (
        "Der skal være mindst én administrator, hvis adgang ikke ophører. Giv først en anden adgang.",
        "There must be at least one administrator whose access does not end. Give somebody else access first.",
    ),
}

ACCESS = Kind(
    name="access",
    danish="adgang",
    events=(Granted, Withdrawn),
    commands=(Grant, Withdraw),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)

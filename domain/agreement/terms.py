"""What an agreement is about: registered between parties, widened, narrowed, adjusted, and who follows it."""

from typing import Annotated, assert_never

import msgspec
from msgspec import Meta

from domain.agreement.state import Agreed, Bond, History, State
from domain.assurance import Assurance
from domain.authority import require_decided
from domain.bodies import Closed, acts_as
from domain.claims import DateSaid
from domain.dates import Day
from domain.decided import DecisionRef, Taken
from domain.kernel import Asked, Command, Event, Unknown, Who, known, same_scope
from domain.meeting.state import known_decisions
from domain.names import BodyId, DocumentId, PartyId, scope_of
from domain.outcomes import PARTIES_MAX
from domain.refusal import Refused
from domain.text import Kept, Text, keep_if, said, said_if

Between = Annotated[tuple[PartyId, ...], Meta(min_length=1, max_length=PARTIES_MAX)]

# --- events ---


class Registered(Event, frozen=True, kw_only=True):
    """An agreement is on record."""

    tag = "agreement.registered"
    rank = 4
    da = (
        "Aftale: {title} mellem {parties}.[ Den gælder {scope}.][ Aftalt {agreed_said}.][ {owner} følger den.]"
        "[ Sat i gang ved {begun_by}.] Historikken er {history}."
    )
    en = (
        "Agreement: {title} between {parties}.[ It covers {scope}.][ Agreed {agreed_said}.][ {owner} follows it.]"
        "[ Begun by {begun_by}.] Its history is {history}."
    )

    title: Kept
    parties: tuple[PartyId, ...]
    history: History
    scope: Kept | None = None
    """What it covers, in words."""
    agreed_said: DateSaid[Kept] | None = None
    owner: BodyId | None = None
    begun_by: DecisionRef[Kept] | None = None
    document: DocumentId | None = None


class ScopeWidened(Event, frozen=True, kw_only=True):
    """The agreement covers more."""

    tag = "agreement.scope-widened"
    rank = 4
    da = "Udvidet[ fra {from_on}][ ved {decision}]: {text}"
    en = "Widened[ from {from_on}][ by {decision}]: {text}"

    text: Kept
    from_on: Day | None = None
    decision: Taken | None = None


class ScopeNarrowed(Event, frozen=True, kw_only=True):
    """The agreement covers less."""

    tag = "agreement.scope-narrowed"
    rank = 4
    da = "Indsnævret[ fra {from_on}][ ved {decision}]: {text}"
    en = "Narrowed[ from {from_on}][ by {decision}]: {text}"

    text: Kept
    from_on: Day | None = None
    decision: Taken | None = None


class Adjusted(Event, frozen=True, kw_only=True):
    """The agreement says something else than before, and covers the same."""

    tag = "agreement.adjusted"
    rank = 4
    da = "Justeret[ fra {from_on}][ ved {decision}]: {text}"
    en = "Adjusted[ from {from_on}][ by {decision}]: {text}"

    text: Kept
    document: DocumentId | None = None
    from_on: Day | None = None
    decision: Taken | None = None


class OwnerNamed(Event, frozen=True, kw_only=True):
    """A body follows the agreement."""

    tag = "agreement.owner-named"
    rank = 4
    da = "{owner} følger aftalen[ ved {decision}]."
    en = "{owner} follows the agreement[ by {decision}]."

    owner: BodyId
    decision: Taken | None = None


Events = Registered | ScopeWidened | ScopeNarrowed | Adjusted | OwnerNamed


def evolve(state: State, event: Events) -> State:
    if isinstance(event, Registered):
        return Agreed(
            parties={party: Bond() for party in event.parties},
            history=event.history,
            owner=event.owner,
        )
    assert isinstance(state, Agreed)
    match event:
        case OwnerNamed():
            return msgspec.structs.replace(state, owner=event.owner)
        case ScopeWidened() | ScopeNarrowed() | Adjusted():
            return state
        case _:
            assert_never(event)


# --- commands ---


class Register(Command, frozen=True, kw_only=True):
    """Registrér en samarbejdsaftale."""

    verb = "register"
    who = (Who.SECRETARIAT,)
    gives = (Registered,)
    creates = True
    assurance = Assurance.SUBSTANTIAL

    title: Text
    parties: Between
    history: History = History.COMPLETE
    scope: Text | None = None
    agreed_said: DateSaid[Text] | None = None
    owner: BodyId | None = None
    begun_by: DecisionRef[Text] | None = None
    document: DocumentId | None = None


class Widen(Command, frozen=True, kw_only=True):
    """Udvid aftalen, så den gælder for mere."""

    verb = "widen"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (ScopeWidened,)
    assurance = Assurance.SUBSTANTIAL

    text: Text
    from_on: Day | None = None
    decision: Taken | None = None


class Narrow(Command, frozen=True, kw_only=True):
    """Indsnævr aftalen, så den gælder for mindre."""

    verb = "narrow"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (ScopeNarrowed,)
    assurance = Assurance.SUBSTANTIAL

    text: Text
    from_on: Day | None = None
    decision: Taken | None = None


class Adjust(Command, frozen=True, kw_only=True):
    """Justér aftalen."""

    verb = "adjust"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Adjusted,)
    assurance = Assurance.SUBSTANTIAL

    text: Text
    document: DocumentId | None = None
    from_on: Day | None = None
    decision: Taken | None = None


class NameOwner(Command, frozen=True, kw_only=True):
    """Skriv, hvilket forum der følger aftalen."""

    verb = "name-owner"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (OwnerNamed,)

    owner: BodyId
    decision: Taken | None = None


Commands = Register | Widen | Narrow | Adjust | NameOwner


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, Register):
        return _register(command, state, asked)
    assert isinstance(state, Agreed)
    require_alive(state, asked)
    if command.decision is not None:
        require_decided(asked, command.decision)
    match command:
        case Widen():
            return (ScopeWidened(text=said(command.text), from_on=command.from_on, decision=command.decision),)
        case Narrow():
            return (ScopeNarrowed(text=said(command.text), from_on=command.from_on, decision=command.decision),)
        case Adjust():
            known(asked, command.document)
            return (
                Adjusted(
                    text=said(command.text),
                    document=command.document,
                    from_on=command.from_on,
                    decision=command.decision,
                ),
            )
        case NameOwner():
            known(asked, command.owner)
            _require_follower(command.owner, state.owner, asked)
            if command.owner == state.owner:
                return ()
            return (OwnerNamed(owner=command.owner, decision=command.decision),)
        case _:
            assert_never(command)


def _require_follower(owner: BodyId, before: BodyId | None, asked: Asked) -> None:
    """A body of the cluster itself, the successor of the one before, or, where that is closed or there is none, a body of a
    cluster that comes after this one."""
    if before is not None and acts_as(asked.see, owner, before):
        return
    if (before is None or isinstance(asked.see(before), Closed)) and scope_of(owner) in _scopes_after(asked):
        return
    same_scope(asked, owner)


def _scopes_after(asked: Asked) -> set[str]:
    """Those of the clusters that come after this one, once it has an end."""
    clusters = asked.ids("cluster", scope_of(asked.stream))
    return {scope_of(each) for cluster in clusters for each in getattr(asked.see(cluster), "successors", ())}


def require_alive(state: Agreed, asked: Asked) -> None:
    """Refuse to change what binds nobody any longer. Until its last day a terminated agreement may still be changed."""
    if state.end is not None and state.end.ceases_on <= asked.today:
        raise Refused("agreement.already-ended", ceases_on=state.end.ceases_on)


def _register(command: Register, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("agreement.exists")
    known(asked, *command.parties, command.owner, command.document)
    same_scope(asked, command.owner)
    known_decisions(asked, command.begun_by)
    for index, party in enumerate(command.parties):
        if party in command.parties[:index]:
            raise Refused("agreement.party-twice", party=party)
    return (
        Registered(
            title=said(command.title),
            parties=command.parties,
            history=command.history,
            scope=said_if(command.scope),
            agreed_said=keep_if(command.agreed_said),
            owner=command.owner,
            begun_by=keep_if(command.begun_by),
            document=command.document,
        ),
    )

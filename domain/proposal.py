"""Proposal (forslag): a direction without money, with one fate: merged, parked, recommended, chosen or turned down."""

from typing import assert_never

from msgspec import Struct

from domain.authority import decided_by_holder, require_any_step, require_settled, require_yes
from domain.claims import DateSaid
from domain.decided import Taken
from domain.effects import Forming
from domain.kernel import Asked, Command, Event, Kind, Unknown, Who, known, same_scope
from domain.mandate import Subject
from domain.names import BodyId, PartyId, ProposalId
from domain.outcomes import RECOMMEND, Proposals, Strength
from domain.refusal import Reasons, Refused
from domain.text import Kept, Text, keep, said, said_if
from domain.words import Word

SUBJECT = Subject.JOINT_FUNDS
"""Whose path says who recommends and who chooses."""
CHOOSE = "vælge"


class Fate(Word):
    """Where a proposal has come to."""

    RECEIVED = "received", "modtaget"
    MERGED = "merged", "indgår i et andet"
    PARKED = "parked", "sat i bero"
    RECOMMENDED = "recommended", "indstillet"
    CHOSEN = "chosen", "valgt"
    TURNED_DOWN = "turned-down", "ikke valgt"


SEALED = frozenset({Fate.MERGED, Fate.CHOSEN, Fate.TURNED_DOWN})


# --- events ---


class Received(Event, frozen=True, kw_only=True):
    """A proposal came in."""

    tag = "proposal.received"
    rank = 4
    da = "Forslag modtaget: {title}"
    en = "Proposal received: {title}"

    title: Kept
    text: Kept
    when: DateSaid[Kept]
    from_party: PartyId | None = None
    criteria_notes: Kept | None = None


class Formed(Event, frozen=True, kw_only=True):
    """A proposal came out of others."""

    tag = "proposal.formed"
    rank = 4
    da = "{title} er dannet[ af {out_of}] ({how})."
    en = "{title} is formed[ out of {out_of}] ({how})."

    title: Kept
    how: Forming
    out_of: tuple[ProposalId, ...]
    linked: tuple[ProposalId, ...]
    decision: Taken


class Merged(Event, frozen=True, kw_only=True):
    """A proposal is now part of another."""

    tag = "proposal.merged"
    rank = 5
    da = "Indgår nu i {into}."
    en = "Now part of {into}."

    into: ProposalId


class Parked(Event, frozen=True, kw_only=True):
    """A proposal rests."""

    tag = "proposal.parked"
    rank = 5
    da = "Sat i bero: {reason}[ Ses sammen med {linked_to}.]"
    en = "Parked: {reason}[ Seen together with {linked_to}.]"

    reason: Kept
    linked_to: ProposalId | None = None
    decision: Taken | None = None


class Recommended(Event, frozen=True, kw_only=True):
    """A body recommends the proposal to another."""

    tag = "proposal.recommended"
    rank = 5
    da = "Indstillet til {to_body} ({strength})."
    en = "Recommended to {to_body} ({strength})."

    to_body: BodyId
    strength: Strength
    decision: Taken


class Chosen(Event, frozen=True, kw_only=True):
    """The body whose choice it is chose the proposal."""

    tag = "proposal.chosen"
    rank = 5
    da = "Valgt ved {decision}."
    en = "Chosen by {decision}."

    decision: Taken


class TurnedDown(Event, frozen=True, kw_only=True):
    """The proposal was not chosen."""

    tag = "proposal.turned-down"
    rank = 5
    da = "Ikke valgt: {reason}"
    en = "Not chosen: {reason}"

    reason: Kept
    decision: Taken


# --- state ---


class Alive(Struct, frozen=True, kw_only=True):
    """A proposal and its fate so far."""

    fate: Fate


State = Unknown | Alive
Events = Received | Formed | Merged | Parked | Recommended | Chosen | TurnedDown


def evolve(state: State, event: Events) -> State:
    match event:
        case Received() | Formed():
            return Alive(fate=Fate.RECEIVED)
        case Merged():
            return Alive(fate=Fate.MERGED)
        case Parked():
            return Alive(fate=Fate.PARKED)
        case Recommended():
            return Alive(fate=Fate.RECOMMENDED)
        case Chosen():
            return Alive(fate=Fate.CHOSEN)
        case TurnedDown():
            return Alive(fate=Fate.TURNED_DOWN)
        case _:
            assert_never(event)


# --- commands ---


class Receive(Command, frozen=True, kw_only=True):
    """Modtag et forslag."""

    verb = "receive"
    who = (Who.SECRETARIAT,)
    gives = (Received,)
    creates = True

    title: Text
    text: Text
    when: DateSaid[Text]
    from_party: PartyId | None = None
    criteria_notes: Text | None = None


class Form(Command, frozen=True, kw_only=True):
    """Dan et forslag af andre."""

    verb = "form"
    who = (Who.REACTION,)
    gives = (Formed,)
    creates = True

    title: Text
    how: Forming
    decision: Taken
    out_of: Proposals = ()
    linked: Proposals = ()


class Merge(Command, frozen=True, kw_only=True):
    """Forslaget indgår i et andet."""

    verb = "merge"
    who = (Who.REACTION,)
    gives = (Merged,)

    into: ProposalId


class Park(Command, frozen=True, kw_only=True):
    """Sæt et forslag i bero."""

    verb = "park"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Parked,)

    reason: Text
    linked_to: ProposalId | None = None
    decision: Taken | None = None


class Recommend(Command, frozen=True, kw_only=True):
    """Indstil et forslag."""

    verb = "recommend"
    who = (Who.REACTION,)
    gives = (Recommended,)

    to_body: BodyId
    strength: Strength
    decision: Taken


class Choose(Command, frozen=True, kw_only=True):
    """Vælg et forslag."""

    verb = "choose"
    who = (Who.REACTION,)
    gives = (Chosen,)

    decision: Taken


class TurnDown(Command, frozen=True, kw_only=True):
    """Fravælg et forslag."""

    verb = "turn-down"
    who = (Who.REACTION,)
    gives = (TurnedDown,)

    reason: Text
    decision: Taken


Commands = Receive | Form | Merge | Park | Recommend | Choose | TurnDown


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Receive():
            return _receive(command, state, asked)
        case Form():
            return _form(command, state, asked)
        case _:
            return _give_fate(command, state, asked)


def _receive(command: Receive, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("proposal.exists")
    known(asked, command.from_party)
    return (
        Received(
            title=said(command.title),
            text=said(command.text),
            when=keep(command.when),
            from_party=command.from_party,
            criteria_notes=said_if(command.criteria_notes),
        ),
    )


def _form(command: Form, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("proposal.exists")
    known(asked, *command.out_of, *command.linked)
    same_scope(asked, *command.out_of)
    if command.how is Forming.MERGED and len(command.out_of) < 2:
        raise Refused("proposal.merge-one")
    # Whoever takes part in deciding may say what there is to decide between.
    require_any_step(asked, SUBJECT, command.decision)
    return (
        Formed(
            title=said(command.title),
            how=command.how,
            out_of=command.out_of,
            linked=command.linked,
            decision=command.decision,
        ),
    )


def _give_fate(command: Merge | Park | Recommend | Choose | TurnDown, state: State, asked: Asked) -> tuple[Event, ...]:
    assert isinstance(state, Alive)
    if state.fate in SEALED:
        raise Refused("proposal.fate-sealed", state=state.fate.da, state_en=state.fate.en)
    match command:
        case Merge():
            return (Merged(into=command.into),)
        case Park():
            known(asked, command.linked_to)
            if command.decision is not None:
                require_any_step(asked, SUBJECT, command.decision)
            reason = said(command.reason)
            return (Parked(reason=reason, linked_to=command.linked_to, decision=command.decision),)
        case Recommend():
            known(asked, command.to_body)
            require_yes(decided_by_holder(asked, SUBJECT, RECOMMEND, command.decision), RECOMMEND)
            return (Recommended(to_body=command.to_body, strength=command.strength, decision=command.decision),)
        case Choose():
            require_yes(decided_by_holder(asked, SUBJECT, CHOOSE, command.decision), CHOOSE)
            if state.fate is not Fate.RECOMMENDED:
                raise Refused("proposal.not-recommended", proposal=asked.stream)
            return (Chosen(decision=command.decision),)
        case TurnDown():
            require_settled(decided_by_holder(asked, SUBJECT, CHOOSE, command.decision), CHOOSE)
            return (TurnedDown(reason=said(command.reason), decision=command.decision),)
        case _:
            assert_never(command)


REFUSALS: Reasons = {
    "proposal.exists": ("Forslaget findes.", "The proposal exists."),
    "proposal.merge-one": ("En sammenlægning kræver mindst to.", "A merger takes at least two."),
    "proposal.fate-sealed": ("Forslaget er {state}.", "The proposal is {state_en}."),
    "proposal.not-recommended": (
        "Forslaget {proposal} er ikke indstillet.",
        "The proposal {proposal} is not recommended.",
    ),
}

PROPOSAL = Kind(
    name="proposal",
    danish="forslag",
    events=(Received, Formed, Merged, Parked, Recommended, Chosen, TurnedDown),
    commands=(Receive, Form, Merge, Park, Recommend, Choose, TurnDown),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)

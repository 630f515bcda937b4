"""Coming in (modtagelse): a proposal is received from somebody, or formed out of others."""

from typing import assert_never

from domain.authority import require_any_step
from domain.claims import DateSaid
from domain.decided import Taken
from domain.kernel import Asked, Command, Event, Unknown, Who, known, same_scope
from domain.names import PartyId, ProposalId
from domain.outcomes import Proposals
from domain.proposal.state import SUBJECT, Alive, Fate, State
from domain.proposing import Forming
from domain.refusal import Refused
from domain.text import Kept, Text, keep, said, said_if

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


Events = Received | Formed


def evolve(event: Events) -> State:
    match event:
        case Received():
            return Alive(fate=Fate.RECEIVED, from_party=event.from_party)
        case Formed():
            return Alive(fate=Fate.RECEIVED)
        case _:
            assert_never(event)


# --- commands ---


class Receive(Command, frozen=True, kw_only=True):
    """Modtag et forslag."""

    verb = "receive"
    who = (Who.SECRETARIAT, Who.CONTACT)
    gives = (Received,)
    creates = True

    title: Text
    text: Text
    when: DateSaid[Text]
    from_party: PartyId | None = None
    criteria_notes: Text | None = None

    def for_party(self, state: State) -> PartyId | None:
        return self.from_party


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


Commands = Receive | Form


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("proposal.exists")
    match command:
        case Receive():
            return _receive(command, asked)
        case Form():
            return _form(command, asked)
        case _:
            assert_never(command)


def _receive(command: Receive, asked: Asked) -> tuple[Event, ...]:
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


def _form(command: Form, asked: Asked) -> tuple[Event, ...]:
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


REFUSALS = {
    "proposal.exists": ("Forslaget findes.", "The proposal exists."),
    "proposal.merge-one": ("En sammenlægning kræver mindst to.", "A merger takes at least two."),
}

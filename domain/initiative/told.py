"""Told (oplyst): what papers say of money, of shared posts and of progress. Quotations, never postings."""

from typing import assert_never

from domain.claims import AmountSaid, DateSaid, NoAmount
from domain.dates import Day
from domain.initiative.state import State
from domain.kernel import Asked, Command, Event, Who, known
from domain.names import DocumentId, PartyId
from domain.planning import Owners
from domain.refusal import Refused
from domain.text import Kept, Text, keep, said

# --- events ---


class FundingNoted(Event, frozen=True, kw_only=True):
    """What a paper says an initiative is paid with."""

    tag = "initiative.funding-noted"
    rank = 4
    da = "Finansiering ifølge {document}: {said} fra {from_whom} til {purpose}"
    en = "Funding according to {document}: {said} from {from_whom} for {purpose}"

    said: AmountSaid[Kept] | NoAmount[Kept]
    from_whom: Kept
    purpose: Kept
    document: DocumentId


class PostAgreed(Event, frozen=True, kw_only=True):
    """Parties share a post."""

    tag = "initiative.post-agreed"
    rank = 4
    da = "Delt stilling hos {employers}[ fra {from_on}][ indtil {ceases_on}]: {what}"
    en = "Shared post at {employers}[ from {from_on}][ until {ceases_on}]: {what}"

    what: Kept
    employers: tuple[PartyId, ...]
    from_on: Day | None = None
    ceases_on: Day | None = None


class ProgressQuoted(Event, frozen=True, kw_only=True):
    """How far it has come, in a paper's own words."""

    tag = "initiative.progress-quoted"
    rank = 4
    da = "Status[ {as_of}] ifølge {document}: »{words}«"
    en = "Status[ {as_of}] according to {document}: “{words}”"

    words: Kept
    as_of: DateSaid[Kept]
    document: DocumentId


Events = FundingNoted | PostAgreed | ProgressQuoted


def evolve(state: State, event: Events) -> State:
    match event:
        case FundingNoted() | PostAgreed() | ProgressQuoted():
            return state
        case _:
            assert_never(event)


# --- commands ---


class NoteFunding(Command, frozen=True, kw_only=True):
    """Notér, hvad et papir siger om finansieringen."""

    verb = "note-funding"
    who = (Who.SECRETARIAT,)
    gives = (FundingNoted,)

    said: AmountSaid[Text] | NoAmount[Text]
    from_whom: Text
    purpose: Text
    document: DocumentId


class AgreePost(Command, frozen=True, kw_only=True):
    """Notér en delt stilling."""

    verb = "agree-post"
    who = (Who.SECRETARIAT,)
    gives = (PostAgreed,)

    what: Text
    employers: Owners
    from_on: Day | None = None
    ceases_on: Day | None = None


class QuoteProgress(Command, frozen=True, kw_only=True):
    """Gengiv et papirs ord om, hvor langt indsatsen er."""

    verb = "quote-progress"
    who = (Who.SECRETARIAT,)
    gives = (ProgressQuoted,)

    words: Text
    as_of: DateSaid[Text]
    document: DocumentId


Commands = NoteFunding | AgreePost | QuoteProgress


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    match command:
        case NoteFunding():
            known(asked, command.document)
            return (
                FundingNoted(
                    said=keep(command.said),
                    from_whom=said(command.from_whom),
                    purpose=said(command.purpose),
                    document=command.document,
                ),
            )
        case AgreePost():
            known(asked, *command.employers)
            first, end = command.from_on, command.ceases_on
            if first is not None and end is not None and end <= first:
                raise Refused("initiative.post-days", from_on=first, ceases_on=end)
            return (
                PostAgreed(
                    what=said(command.what),
                    employers=command.employers,
                    from_on=command.from_on,
                    ceases_on=command.ceases_on,
                ),
            )
        case QuoteProgress():
            known(asked, command.document)
            return (ProgressQuoted(words=said(command.words), as_of=keep(command.as_of), document=command.document),)
        case _:
            assert_never(command)

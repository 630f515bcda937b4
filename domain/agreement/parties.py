"""How far each party is in an agreement: it adopts by an organ of its own, the agreement begins to hold for it, and pauses."""

from typing import Any, assert_never

import msgspec

from domain import party as parties
from domain.agreement.state import Adopted, Agreed, Beginning, Bond, History, Period, State
from domain.assurance import Assurance
from domain.awaited import Conditions
from domain.claims import DateSaid, span_of
from domain.dates import FIRST_DAY, LAST_DAY, Day, Days
from domain.decided import DecisionRef
from domain.kernel import Asked, Command, Event, Who, known
from domain.meeting.state import known_decisions
from domain.names import ConditionId, LocalName, PartyId
from domain.refusal import Refused
from domain.text import Kept, Text, keep, keep_if, said

PERIODS_MAX = 60
"""In which an agreement has held for one party."""

# --- events ---


class PartyAdopted(Event, frozen=True, kw_only=True):
    """An organ of a party has adopted the agreement (tiltrådt, godkendt)."""

    tag = "agreement.party-adopted"
    da = (
        "{party} har godkendt aftalen ({organ}, {when})[ ved {source}]."
        "[ Det opfylder {meets}.][ Det opfylder ikke {fails}.]"
    )
    en = "{party} has adopted the agreement ({organ}, {when})[ by {source}].[ It meets {meets}.][ It does not meet {fails}.]"

    party: PartyId
    organ: LocalName
    when: DateSaid[Kept]
    source: DecisionRef[Kept] | None = None
    meets: tuple[ConditionId, ...] = ()
    fails: tuple[ConditionId, ...] = ()


class EnteredIntoForce(Event, frozen=True, kw_only=True):
    """The agreement holds for a party from a day on, as far as the day is known."""

    tag = "agreement.entered-into-force"
    rank = 4
    da = "Gælder for {party} fra {begins} ({how})[ indtil {ceases_on}]."
    en = "Holds for {party} from {begins} ({how})[ until {ceases_on}]."

    party: PartyId
    begins: DateSaid[Kept]
    how: Beginning
    ceases_on: Day | None = None
    """The first day without, where the term was agreed from the start."""


class Suspended(Event, frozen=True, kw_only=True):
    """The agreement does not hold for a party from a day on, until it is resumed."""

    tag = "agreement.suspended"
    rank = 4
    da = "Sat i bero for {party} pr. {ceases_on}: {reason}"
    en = "Suspended for {party} from {ceases_on}: {reason}"

    party: PartyId
    ceases_on: Day
    reason: Kept


Events = PartyAdopted | EnteredIntoForce | Suspended


def evolve(state: Agreed, event: Events) -> Agreed:
    bond = state.parties[event.party]
    match event:
        case PartyAdopted():
            bond = msgspec.structs.replace(bond, adopted=Adopted(organ=event.organ, when=event.when))
        case EnteredIntoForce():
            period = Period(begins=event.begins, how=event.how, ceases_on=event.ceases_on)
            bond = msgspec.structs.replace(bond, periods=(*bond.periods, period))
        case Suspended():
            *earlier, last = bond.periods
            last = msgspec.structs.replace(last, ceases_on=event.ceases_on, suspended=True)
            bond = msgspec.structs.replace(bond, periods=(*earlier, last))
        case _:
            assert_never(event)
    return msgspec.structs.replace(state, parties=state.parties | {event.party: bond})


# --- commands ---


class Adopt(Command, frozen=True, kw_only=True):
    """Notér, at et organ hos en part har godkendt aftalen."""

    verb = "adopt"
    who = (Who.SECRETARIAT, Who.CONTACT)
    gives = (PartyAdopted,)
    assurance = Assurance.SUBSTANTIAL

    party: PartyId
    organ: LocalName
    when: DateSaid[Text]
    source: DecisionRef[Text] | None = None
    meets: Conditions = ()
    fails: Conditions = ()

    def for_party(self, state: State) -> PartyId | None:
        return self.party


class Begin(Command, frozen=True, kw_only=True):
    """Notér, fra hvornår aftalen gælder for en part."""

    verb = "begin"
    who = (Who.SECRETARIAT, Who.CONTACT)
    gives = (EnteredIntoForce,)
    assurance = Assurance.SUBSTANTIAL

    party: PartyId
    begins: DateSaid[Text]
    how: Beginning = Beginning.NEW
    ceases_on: Day | None = None

    def for_party(self, state: State) -> PartyId | None:
        return self.party


class Suspend(Command, frozen=True, kw_only=True):
    """Sæt aftalen i bero for en part."""

    verb = "suspend"
    who = (Who.SECRETARIAT, Who.CONTACT)
    gives = (Suspended,)
    assurance = Assurance.SUBSTANTIAL

    party: PartyId
    ceases_on: Day
    reason: Text

    def for_party(self, state: State) -> PartyId | None:
        return self.party


Commands = Adopt | Begin | Suspend


def decide(command: Commands, state: Agreed, asked: Asked) -> tuple[Event, ...]:
    bond = state.parties.get(command.party)
    if bond is None:
        known(asked, command.party)
        raise Refused("agreement.not-party", party=command.party)
    match command:
        case Adopt():
            return _adopt(command, bond, state, asked)
        case Begin():
            return _begin(command, bond, state)
        case Suspend():
            return _suspend(command, bond)
        case _:
            assert_never(command)


def _adopt(command: Adopt, bond: Bond, state: Agreed, asked: Asked) -> tuple[Event, ...]:
    if bond.adopted is not None:
        raise Refused("agreement.already-adopted", party=command.party)
    known(asked, *command.meets, *command.fails)
    known_decisions(asked, command.source)
    organs = asked.see(command.party).organs if isinstance(asked.see(command.party), parties.Active) else {}
    if command.organ not in organs:
        raise Refused("agreement.organ-unknown", organ=command.organ, party=command.party)
    if not organs[command.organ]:
        raise Refused("agreement.organ-cannot-adopt", organ=command.organ, party=command.party)
    earliest, _ = days_said(command.when)
    if earliest > asked.today:
        raise Refused("day.future", day=earliest)
    _require_before_the_end(earliest, state)
    return (
        PartyAdopted(
            party=command.party,
            organ=command.organ,
            when=keep(command.when),
            source=keep_if(command.source),
            meets=command.meets,
            fails=command.fails,
        ),
    )


def _begin(command: Begin, bond: Bond, state: Agreed) -> tuple[Event, ...]:
    if bond.adopted is None and state.history is History.COMPLETE:
        raise Refused("agreement.not-adopted", party=command.party)
    earliest, latest = days_said(command.begins)
    _require_before_the_end(earliest, state)
    for last in bond.periods[-1:]:
        if last.ceases_on is None or latest < last.ceases_on:
            raise Refused("agreement.already-in-force", party=command.party)
    if command.ceases_on is not None:
        _require_begun(command.ceases_on, earliest, bond.periods)
    if len(bond.periods) >= PERIODS_MAX:
        raise Refused("agreement.full", count=PERIODS_MAX)
    return (
        EnteredIntoForce(
            party=command.party, begins=keep(command.begins), how=command.how, ceases_on=command.ceases_on
        ),
    )


def _suspend(command: Suspend, bond: Bond) -> tuple[Event, ...]:
    last = bond.periods[-1] if bond.periods else None
    if last is None or (last.ceases_on is not None and last.ceases_on <= command.ceases_on):
        raise Refused("agreement.not-in-force", party=command.party)
    _require_begun(command.ceases_on, days_said(last.begins)[0], bond.periods[:-1])
    return (Suspended(party=command.party, ceases_on=command.ceases_on, reason=said(command.reason)),)


def _require_begun(ceases_on: Day, earliest: Day, before: tuple[Period, ...]) -> None:
    """Refuse an end before the beginning: a period begins no sooner than the one before it has ended."""
    begins = max(earliest, *(each.ceases_on or FIRST_DAY for each in before[-1:]), FIRST_DAY)
    if ceases_on <= begins:
        raise Refused("agreement.ends-before-it-begins", ceases_on=ceases_on, begins=begins)


def days_said(when: DateSaid[Any]) -> Days:
    """The first and last day that words can mean; any day where they name none."""
    return span_of(when) or (FIRST_DAY, LAST_DAY)


def _require_before_the_end(earliest: Day, state: Agreed) -> None:
    if state.end is not None and state.end.ceases_on <= earliest:
        raise Refused("agreement.already-ended", ceases_on=state.end.ceases_on)

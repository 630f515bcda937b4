"""What the rules of a body ask of a decision (forretningsorden): enough of those who vote are there, and nobody disagrees."""

from domain.bodies import rules_on
from domain.kernel import Asked
from domain.meeting.state import InSession, seats_of
from domain.names import ItemId, PersonId
from domain.outcomes import Dissent, Outcome, speaks_for_all
from domain.party import PartyKind
from domain.refusal import Refused
from domain.rules import AtLeast, DecisionRule, EachPartyKind, NoneStated
from domain.seating import Seat, holding_on
from domain.seats import Voice
from domain.text import Text


def check_rules(
    session: InSession, item: ItemId, outcome: Outcome[Text], dissent: tuple[Dissent[Text], ...], asked: Asked
) -> None:
    """Refuse a decision against the rules of the body. Raises Refused `meeting.no-quorum`, `meeting.no-consensus`."""
    rules = rules_on(asked.see(session.body), asked.today)
    seats = seats_of(session.body, asked).seats
    voting = {name: seat for name, seat in seats.items() if seat.voice is Voice.VOTE}
    recused = session.items[item].recused
    there = {name: person for name, person in session.present.items() if name in voting and person not in recused}
    match rules.quorum:
        case AtLeast(count=need):
            _require(len(there), need)
        case EachPartyKind():
            kinds = {_kind(seat, None, asked) for seat in voting.values()} - {None}
            have = {_kind(voting[name], person, asked) for name, person in there.items()} & kinds
            _require(len(have), len(kinds))
        case NoneStated():
            pass
    disagree = [each.seat for each in dissent if each.seat in voting]
    if rules.decision_rule is DecisionRule.CONSENSUS and disagree and speaks_for_all(outcome):
        raise Refused("meeting.no-consensus", seat=disagree[0])


def _require(count: int, need: int) -> None:
    if count < need:
        raise Refused("meeting.no-quorum", count=count, need=need)


def _kind(seat: Seat, person: PersonId | None, asked: Asked) -> PartyKind | None:
    """What kind of party a seat speaks for: whose right it is, else of whoever sits there; None where nobody knows."""
    party = seat.party
    if party is None:
        holding = holding_on(seat, asked.today)
        sitting = person or (holding and holding.person)
        party = getattr(asked.see(sitting), "party", None) if sitting else None
    return getattr(asked.see(party), "party_kind", None) if party else None

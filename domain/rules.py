"""Rules of a body (forretningsorden): who must be there, how it decides, who signs. Where no paper says, nothing is checked."""

from msgspec import Struct

from domain.counts import Count
from domain.dates import Day
from domain.names import Label
from domain.words import Word


class NoneStated(Struct, frozen=True, tag="none-stated", forbid_unknown_fields=True):
    """No paper says how many must be there (fremgår ikke)."""


class AtLeast(Struct, frozen=True, kw_only=True, tag="at-least", forbid_unknown_fields=True):
    """So many of those who vote are there."""

    count: Count


class EachPartyKind(Struct, frozen=True, tag="each-party-kind", forbid_unknown_fields=True):
    """Somebody of each kind of party with a voting seat is there: region, municipality, general practice."""


Quorum = NoneStated | AtLeast | EachPartyKind


class DecisionRule(Word):
    """How a body decides."""

    NONE_STATED = "none-stated", "ingen regel om, hvordan der besluttes"
    CONSENSUS = "consensus", "der besluttes i enighed"
    MAJORITY = "majority", "der besluttes ved flertal"


class Rules(Struct, frozen=True, kw_only=True):
    """What a body has said about its own meetings. As it stands it checks nothing."""

    quorum: Quorum = NoneStated()
    decision_rule: DecisionRule = DecisionRule.NONE_STATED
    chairs_sign: int = 0
    """How many chairs approve what is asked of the chairs."""
    ad_hoc_substitutes: bool = False
    """Whether somebody who is no substitute on record may step in for a seat."""
    one_at_a_time: Label | None = None
    """What there is never more than one of at work: `forbedringsprojekt`."""
    agenda_days: int | None = None
    """How many days before the meeting its agenda is sent."""


class RulesFrom(Struct, frozen=True, kw_only=True):
    """Rules and the first day they count."""

    rules: Rules
    from_on: Day


def rules_in_force(rules: tuple[RulesFrom, ...], on: Day) -> Rules:
    """The rules of a day: those that began last, in whatever order they were entered."""
    begun = (each for each in rules if each.from_on <= on)
    latest = max(begun, key=lambda each: each.from_on, default=None)
    return Rules() if latest is None else latest.rules

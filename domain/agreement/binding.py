"""Does an agreement bind a party on a day? Yes, no, or nobody knows (uvist), and why.

A pure function of what is on record: nothing happens on the day itself. An imprecise date is an interval, and a question
inside it has no answer but the words of the paper.
"""

from msgspec import Struct

from domain.agreement.state import Agreed, Beginning, Bond, History, How, Period
from domain.claims import DateNotStated, DateSaid, span_of
from domain.dates import FIRST_DAY, LAST_DAY, Day, Days
from domain.names import PartyId
from domain.text import Kept
from domain.words import Word


class Binds(Word):
    """The answer."""

    YES = "yes", "ja"
    NO = "no", "nej"
    UNKNOWN = "unknown", "uvist"


class Why(Word):
    """What the answer rests on."""

    IN_FORCE = "in-force", "gælder"
    NOT_PARTY = "not-party", "ikke part"
    NOT_ADOPTED = "not-adopted", "ikke godkendt"
    NOT_BEGUN = "not-begun", "godkendt, men uden en dag"
    """Adopted, and nothing says from when."""
    NOT_YET = "not-yet", "ikke trådt i kraft"
    SUSPENDED = "suspended", "sat i bero"
    TERM_ENDED = "term-ended", "udløbet"
    TERMINATED = "terminated", "opsagt"
    ENDED_BY_LAW = "ended-by-law", "bortfaldet ved lov"
    DAY_NOT_EXACT = "day-not-exact", "dagen er ikke nøjagtig"
    DAY_NOT_STATED = "day-not-stated", "dagen er ikke oplyst"
    HELD_EARLIER = "held-earlier", "genoptaget, men hvornår den gjaldt før, er ikke oplyst"
    HISTORY_INCOMPLETE = "history-incomplete", "historikken er ufuldstændig"


class Answer(Struct, frozen=True, kw_only=True):
    """Whether it binds, and why; the day it turns on, and the words of the paper where the day is not exact."""

    binds: Binds
    why: Why
    day: Day | None = None
    """The first day on which it holds, or the first on which it no longer does."""
    said: DateSaid[Kept] | None = None


def binds(state: Agreed, party: PartyId, on: Day) -> Answer:
    """Whether the agreement binds a party on a day, as far as the record tells."""
    bond = state.parties.get(party)
    if bond is None:
        return Answer(binds=Binds.NO, why=Why.NOT_PARTY)
    if state.end is not None and on >= state.end.ceases_on:
        why = Why.TERMINATED if state.end.how is How.TERMINATED else Why.ENDED_BY_LAW
        return Answer(binds=Binds.NO, why=why, day=state.end.ceases_on)
    if not bond.periods:
        return _without_period(bond, state.history)
    return _within(bond.periods, on)


def _without_period(bond: Bond, history: History) -> Answer:
    if history is History.INCOMPLETE:
        return Answer(binds=Binds.UNKNOWN, why=Why.HISTORY_INCOMPLETE)
    return Answer(binds=Binds.NO, why=Why.NOT_ADOPTED if bond.adopted is None else Why.NOT_BEGUN)


def _within(periods: tuple[Period, ...], on: Day) -> Answer:
    """The answer of the last period that may have begun by then. They stand in order, and none begins before the last has ended."""
    answer, not_before = _before(periods[0]), FIRST_DAY
    for period in periods:
        earliest, latest = _days(period)
        if on < max(earliest, not_before):
            break
        answer = _in_period(period, latest, on)
        not_before = period.ceases_on or LAST_DAY
    return answer


def _in_period(period: Period, latest: Day, on: Day) -> Answer:
    if period.ceases_on is not None and on >= period.ceases_on:
        why = Why.SUSPENDED if period.suspended else Why.TERM_ENDED
        return Answer(binds=Binds.NO, why=why, day=period.ceases_on)
    if on >= latest:
        return Answer(binds=Binds.YES, why=Why.IN_FORCE, day=latest, said=period.begins)
    why = Why.DAY_NOT_STATED if isinstance(period.begins, DateNotStated) else Why.DAY_NOT_EXACT
    return Answer(binds=Binds.UNKNOWN, why=why, said=period.begins)


def _before(first: Period) -> Answer:
    """Before the first period on record."""
    if first.how is Beginning.RESUMED:
        return Answer(binds=Binds.UNKNOWN, why=Why.HELD_EARLIER, said=first.begins)
    return Answer(binds=Binds.NO, why=Why.NOT_YET, day=_days(first)[0], said=first.begins)


def _days(period: Period) -> Days:
    return span_of(period.begins) or (FIRST_DAY, LAST_DAY)

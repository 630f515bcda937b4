"""Agreements beside a plain model: whatever happens, what binds whom on which day is what the cards say, then and now."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.agreement import Adopt, Agreed, Begin, Beginning, EndByLaw, History, Suspend, binds
from domain.claims import DateNotStated, DateSaid, OnDay, Span, Within
from domain.decided import Cited
from domain.refusal import Refused
from domain.streams import KINDS
from domain.text import Text
from tests.domain.agreed import AIDS, COUNCIL, ORGANS, registered
from tests.domain.agreement_model import AFTER, BEFORE, YEAR_DAYS, Card, Cards
from tests.domain.world import KOLDING, REGION, WORLD
from tests.given import ADMINISTRATOR, Record
from tests.given import given as given_facts

IN_SHORT, AT_LENGTH = 100, 5_000
"""Histories."""
ORGAN = {KOLDING: COUNCIL, REGION: "regionsraad"}
PARTIES = (KOLDING, REGION)
ASKED = (BEFORE, *YEAR_DAYS, AFTER)

days = st.sampled_from(YEAR_DAYS)
parties = st.sampled_from(PARTIES)
spans = st.one_of(
    days.map(lambda day: (day, day)),
    st.tuples(days, days).map(lambda both: (min(both), max(both))),
    st.just(("0001-01-01", "9999-12-31")),
)
steps = st.one_of(
    st.tuples(st.just("adopt"), parties, days),
    st.tuples(st.just("begin"), parties, spans, st.none() | days, st.booleans()),
    st.tuples(st.just("suspend"), parties, days),
    st.tuples(st.just("end"), days),
)


def date(span: tuple[str, str]) -> DateSaid[Text]:
    if span == ("0001-01-01", "9999-12-31"):
        return DateNotStated()
    first, last = span
    return OnDay(day=first) if first == last else Within(earliest=first, latest=last, span=Span.DAYS, words="engang")


def command_of(step: Any) -> Adopt | Begin | Suspend | EndByLaw:
    match step:
        case ("adopt", party, day):
            return Adopt(party=party, organ=ORGAN[party], when=OnDay(day=day))
        case ("begin", party, span, ceases_on, resumed):
            how = Beginning.RESUMED if resumed else Beginning.NEW
            return Begin(party=party, begins=date(span), how=how, ceases_on=ceases_on)
        case ("suspend", party, day):
            return Suspend(party=party, ceases_on=day, reason="Pause.")
        case ("end", day):
            return EndByLaw(ceases_on=day, source=Cited(who="Loven", on=DateNotStated(), words="§ 1"))
    raise AssertionError(step)


def write(cards: Cards, step: Any) -> bool:
    """What the model says: whether it may be, and then that it is."""
    match step:
        case ("adopt", party, day):
            if not cards.may_adopt(party, day):
                return False
            cards.card_of[party].adopted = True
        case ("begin", party, span, ceases_on, resumed):
            if not cards.may_begin(party, span, ceases_on):
                return False
            cards.card_of[party].lines.append((span, ceases_on, resumed))
        case ("suspend", party, day):
            if not cards.may_suspend(party, day):
                return False
            cards.suspend(party, day)
        case ("end", day):
            if cards.ends_on is not None and cards.ends_on <= day:
                return False
            cards.ends_on = day
    return True


def answers(cards: Cards) -> dict[tuple[str, str], str]:
    return {(party, day): cards.binds(party, day) for party in PARTIES for day in ASKED}


def known_at(record: Record, position: int) -> dict[tuple[str, str], str]:
    """The answers of the rule, from what was on record at a position."""
    state: Any = None
    for each in record.recorded[:position]:
        if each.stream == AIDS:
            state = KINDS["agreement"].evolve(state, each.event)
    assert isinstance(state, Agreed)
    return {(party, day): str(binds(state, party, day).binds) for party in PARTIES for day in ASKED}


def test_what_binds_whom_is_what_the_cards_say_on_every_day_as_known_at_every_moment(
    request: pytest.FixtureRequest,
) -> None:
    examples = AT_LENGTH if request.config.getoption("--at-length") else IN_SHORT
    told: Counter[str] = Counter()

    @settings(max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
    @given(history=st.lists(steps, min_size=3, max_size=25), whole=st.booleans())
    def live(history: list[Any], whole: bool) -> None:
        record = given_facts(*WORLD, *ORGANS, registered(History.COMPLETE if whole else History.INCOMPLETE))
        cards = Cards(whole_history=whole, card_of={party: Card() for party in PARTIES})
        said_then = {len(record.recorded): answers(cards)}
        for step in history:
            try:
                record.give(ADMINISTRATOR, AIDS, command_of(step), rule="test")
                done = True
            except Refused:
                done = False
            assert done is write(cards, step), step
            said_then[len(record.recorded)] = answers(cards)
        for position, expected in said_then.items():
            assert known_at(record, position) == expected
            told.update(expected.values())

    live()
    # Every answer is given often enough for the histories to be worth something.
    assert min(told[answer] for answer in ("yes", "no", "unknown")) > 1_000


def test_a_card_that_said_otherwise_would_be_found() -> None:
    """The control."""
    cards = Cards(
        whole_history=True, card_of={KOLDING: Card(adopted=True, lines=[(("2020-01-01", "2020-12-21"), None, False)])}
    )
    assert [cards.binds(KOLDING, day) for day in (BEFORE, "2020-06-01", AFTER)] == ["no", "unknown", "yes"]

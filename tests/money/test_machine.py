"""Anybody doing anything in a fund, in any order: what must hold of money holds after every step, and a replay is what is live."""

from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from domain.fund import FUND as FUND_KIND
from domain.fund.accounts import Leg
from domain.fund.allocations import Allocated
from domain.fund.books import YearClosed
from domain.fund.earmarks import Earmarked
from domain.fund.grants import GrantReceived
from domain.fund.payments import Paid
from domain.fund.registration import SecondPersonConfirmed
from domain.fund.releasing import EarmarkReleased
from domain.fund.resolving import EarmarkReduced
from domain.fund.reversing import Reversed
from domain.kernel import UNKNOWN, Recorded
from tests.domain.world import FUND
from tests.money.acting import Played
from tests.money.figures import note
from tests.money.histories import DRAWN, beside, by_whom, play
from tests.money.invariants import BREACHES, broken
from tests.money.wording import REGISTRAR

IN_SHORT, AT_LENGTH, STEPS = 30, 2_000, 50
LONG = 250


class Fund(RuleBasedStateMachine):
    """A fund, and people who ask it for all that can be asked."""

    def __init__(self) -> None:
        super().__init__()
        self.played = Played()
        self.number = 0
        self._do("receive", {"year": 2023, "oere": 1_000_000, "booked_on": self.played.record.today})

    @rule(draw=st.randoms(use_true_random=False))
    def a_day_goes_by(self, draw: Random) -> None:
        self.number += 1
        self.played.next_day()
        beside(draw, self.played, self.number)

    @rule(draw=st.randoms(use_true_random=False), kind=st.sampled_from(sorted(DRAWN)))
    def somebody_asks(self, draw: Random, kind: str) -> None:
        self.number += 1
        self.played.next_day()
        beside(draw, self.played, self.number)
        drawn = DRAWN[kind][1](draw, self.played, self.number)
        if drawn is not None:
            self._do(kind, drawn, by_whom(draw, kind))

    def _do(self, kind: str, drawn: dict[str, Any], by: str = REGISTRAR) -> None:
        if kind == "register":
            drawn["wish"]["by"] = by
        assert self.played.take({"do": kind, "by": by, **drawn}) == ""

    @invariant()
    def what_must_hold_of_money_holds(self) -> None:
        assert broken(events_of(self.played)) == set()

    def teardown(self) -> None:
        state: Any = UNKNOWN
        for each in events_of(self.played):
            state = FUND_KIND.evolve(state, each.event)
        assert state == self.played.state, "a replay is what is live"


def events_of(played: Played) -> list[Recorded]:
    return [each for each in played.record.recorded if each.stream == FUND]


def test_what_must_hold_of_money_holds_whatever_anybody_does(request: pytest.FixtureRequest) -> None:
    examples = AT_LENGTH if request.config.getoption("--at-length") else IN_SHORT
    run_state_machine_as_test(
        Fund,
        settings=settings(
            max_examples=examples,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
    if examples == AT_LENGTH:
        note("a sequence", 0, examples)


# --- the controls -----------------------------------------------------------------------------------------------------


@cache
def good() -> tuple[Recorded, ...]:
    """The events of histories that hold every kind of event that the controls change."""
    wanted = {Earmarked, Allocated, EarmarkReduced, EarmarkReleased, Paid, Reversed, YearClosed, SecondPersonConfirmed}
    for seed in range(10_000):
        events = events_of(play(seed, steps=LONG)[2])
        if wanted <= {type(each.event) for each in events}:
            return tuple(events)
    raise AssertionError(wanted)


def first(kind: type) -> Recorded:
    return next(each for each in good() if isinstance(each.event, kind))


def with_event(recorded: Recorded, **fields: Any) -> Recorded:
    return msgspec.structs.replace(recorded, event=msgspec.structs.replace(recorded.event, **fields))


def instead(recorded: Recorded, other: Recorded) -> list[Recorded]:
    return [other if each is recorded else each for each in good()]


def again(recorded: Recorded, **fields: Any) -> list[Recorded]:
    """The same once more, at the end."""
    return [*good(), msgspec.structs.replace(with_event(recorded, **fields), version=len(good()) + 1)]


def an_oere_is_lost() -> list[Recorded]:
    paid = first(Paid)
    *legs, last = paid.event.legs
    return instead(paid, with_event(paid, legs=(*legs, Leg(account=last.account, amount_oere=last.amount_oere - 1))))


def more_is_earmarked_than_there_is() -> list[Recorded]:
    earmarked = first(Earmarked)
    return again(earmarked, earmark="zz", legs=moving(10**9, *(leg.account for leg in earmarked.event.legs)))


def moving(oere: int, giving: str, taking: str) -> tuple[Leg, Leg]:
    return Leg(account=giving, amount_oere=-oere), Leg(account=taking, amount_oere=oere)


def an_earmark_is_released_again() -> list[Recorded]:
    return again(first(EarmarkReleased), legs=())


def less_is_set_free_than_was_held() -> list[Recorded]:
    released = next(each for each in good() if isinstance(each.event, EarmarkReleased) and each.event.legs)
    giving, taking = released.event.legs
    return instead(released, with_event(released, legs=moving(taking.amount_oere - 1, giving.account, taking.account)))


def a_payment_is_made_again() -> list[Recorded]:
    paid = first(Paid)
    granted = next(
        each.event.amount_oere for each in good() if getattr(each.event, "allocation", None) == paid.event.allocation
    )
    return again(paid, amount_oere=granted + 1, legs=())


def money_comes_into_a_closed_year() -> list[Recorded]:
    closed = first(YearClosed)
    year = closed.event.year
    grant = next(each for each in good() if isinstance(each.event, GrantReceived))
    return again(grant, year=year, legs=moving(7, f"tilskud:{year}", f"fri:{year}"))


def a_reversal_is_no_mirror() -> list[Recorded]:
    back = first(Reversed)
    legs = tuple(Leg(account=leg.account, amount_oere=-leg.amount_oere) for leg in back.event.legs)
    return instead(back, with_event(back, legs=legs))


def a_posting_is_taken_back_twice() -> list[Recorded]:
    return again(first(Reversed))


def one_person_does_both() -> list[Recorded]:
    confirmed = first(SecondPersonConfirmed)
    by = msgspec.structs.replace(confirmed.by, person=REGISTRAR)
    return instead(confirmed, msgspec.structs.replace(confirmed, by=by))


def a_year_is_closed_with_another_balance() -> list[Recorded]:
    closed = first(YearClosed)
    more = Leg(account="fri:1999", amount_oere=1)
    return instead(closed, with_event(closed, balances=(*closed.event.balances, more)))


PLANTED: dict[str, Callable[[], list[Recorded]]] = {
    "does_not_sum_to_zero": an_oere_is_lost,
    "goes_below_zero": more_is_earmarked_than_there_is,
    "resolves_twice": an_earmark_is_released_again,
    "holds_what_nobody_awaits": less_is_set_free_than_was_held,
    "pays_more_than_was_granted": a_payment_is_made_again,
    "touches_a_closed_year": money_comes_into_a_closed_year,
    "does_not_mirror": a_reversal_is_no_mirror,
    "confirms_ones_own": one_person_does_both,
    "closes_with_another_balance": a_year_is_closed_with_another_balance,
}


def test_a_history_in_which_nothing_is_wrong_breaks_nothing() -> None:
    assert broken(good()) == set()


@pytest.mark.parametrize(("breach", "plant"), PLANTED.items(), ids=lambda each: getattr(each, "__name__", each))
def test_what_is_planted_in_a_history_is_found(breach: str, plant: Callable[[], list[Recorded]]) -> None:
    assert breach in broken(plant())


def test_a_posting_that_is_taken_back_twice_is_found() -> None:
    assert "does_not_mirror" in broken(a_posting_is_taken_back_twice())


def test_every_breach_has_one_that_is_planted() -> None:
    assert PLANTED.keys() == BREACHES.keys()

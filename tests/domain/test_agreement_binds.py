"""What binds whom on which day: yes, no or nobody knows, and why. On both axes: on a day, as known at a moment."""

import pytest

from domain.agreement import Beginning, Binds, EndedByLaw, History, Terminated, Why, binds
from domain.agreement.binding import Answer
from domain.claims import By, DateNotStated, DateSaid, From, OnDay, Span, Within
from domain.decided import Cited
from domain.text import Kept, said
from tests.domain.agreed import AIDS, adopted, agreement, begun, registered, state_of, suspended
from tests.domain.world import CHAIR, KOLDING, REGION, Fact
from tests.given import given

MAY, JUNE, JULY = "2020-05-01", "2020-06-01", "2020-07-01"
IN_2020 = Within(earliest="2020-01-01", latest="2020-12-31", span=Span.YEAR, words=said("2020"))
BY_LAW: Fact = (
    AIDS,
    EndedByLaw(ceases_on=JULY, source=Cited(who=said("Loven"), on=DateNotStated(), words=said("§ 1"))),
)
TERMINATED: Fact = AIDS, Terminated(parties=(KOLDING, REGION), ceases_on=JULY)


def asked(
    on: str, *facts: Fact, history: History = History.COMPLETE, party: str = KOLDING
) -> tuple[Binds, Why, str | None]:
    answer = binds(state_of(agreement(*facts, history=history)), party, on)
    return answer.binds, answer.why, answer.day


def since(day: str, ceases_on: str | None = None, how: Beginning = Beginning.NEW) -> Fact:
    return begun(OnDay(day=day), ceases_on=ceases_on, how=how)


def test_an_agreement_holds_from_its_first_day() -> None:
    assert asked("2020-05-31", adopted(), since(JUNE)) == (Binds.NO, Why.NOT_YET, JUNE)
    assert asked(JUNE, adopted(), since(JUNE)) == (Binds.YES, Why.IN_FORCE, JUNE)


def test_a_terminated_agreement_binds_until_its_day() -> None:
    facts = adopted(), since(MAY), TERMINATED
    assert asked("2020-06-30", *facts) == (Binds.YES, Why.IN_FORCE, MAY)
    assert asked(JULY, *facts) == (Binds.NO, Why.TERMINATED, JULY)


def test_a_law_ends_it_on_its_day() -> None:
    assert asked("2020-06-30", adopted(), since(MAY), BY_LAW) == (Binds.YES, Why.IN_FORCE, MAY)
    assert asked(JULY, adopted(), since(MAY), BY_LAW) == (Binds.NO, Why.ENDED_BY_LAW, JULY)


def test_a_term_runs_out() -> None:
    assert asked("2020-06-30", adopted(), since(MAY, JULY)) == (Binds.YES, Why.IN_FORCE, MAY)
    assert asked(JULY, adopted(), since(MAY, JULY)) == (Binds.NO, Why.TERM_ENDED, JULY)


def test_a_pause_is_a_pause_until_it_is_resumed() -> None:
    facts = adopted(), since(MAY), suspended(JUNE), since(JULY, how=Beginning.RESUMED)
    assert asked("2020-05-31", *facts) == (Binds.YES, Why.IN_FORCE, MAY)
    assert asked(JUNE, *facts) == (Binds.NO, Why.SUSPENDED, JUNE)
    assert asked("2020-06-30", *facts) == (Binds.NO, Why.SUSPENDED, JUNE)
    assert asked(JULY, *facts) == (Binds.YES, Why.IN_FORCE, JULY)


def test_who_is_no_party_is_not_bound() -> None:
    assert asked(JULY, adopted(), since(MAY), party=CHAIR) == (Binds.NO, Why.NOT_PARTY, None)


def test_who_has_not_adopted_is_not_bound() -> None:
    assert asked(JULY) == (Binds.NO, Why.NOT_ADOPTED, None)
    assert asked(JULY, adopted(), since(MAY), party=REGION) == (Binds.NO, Why.NOT_ADOPTED, None)


def test_who_has_adopted_is_not_bound_before_it_begins() -> None:
    assert asked(JULY, adopted()) == (Binds.NO, Why.NOT_BEGUN, None)


def test_where_nothing_is_recorded_and_the_history_is_incomplete_nobody_knows() -> None:
    assert asked(JULY, history=History.INCOMPLETE) == (Binds.UNKNOWN, Why.HISTORY_INCOMPLETE, None)
    assert asked(JULY, adopted(), history=History.INCOMPLETE) == (Binds.UNKNOWN, Why.HISTORY_INCOMPLETE, None)


def test_that_nothing_holds_any_longer_is_known_of_an_incomplete_history_too() -> None:
    assert asked(JULY, TERMINATED, history=History.INCOMPLETE) == (Binds.NO, Why.TERMINATED, JULY)
    assert asked(MAY, TERMINATED, history=History.INCOMPLETE) == (Binds.UNKNOWN, Why.HISTORY_INCOMPLETE, None)


def test_what_is_resumed_held_before_but_nobody_knows_when() -> None:
    facts = adopted(), since(JUNE, how=Beginning.RESUMED)
    assert asked(MAY, *facts) == (Binds.UNKNOWN, Why.HELD_EARLIER, None)
    assert asked(JUNE, *facts) == (Binds.YES, Why.IN_FORCE, JUNE)


@pytest.mark.parametrize(
    ("begins", "expected"),
    [
        (IN_2020, {"2019-12-31": "no", "2020-01-01": "unknown", "2020-12-30": "unknown", "2020-12-31": "yes"}),
        (
            From(earliest=JUNE, words=said("fra sommeren")),
            {"2020-05-31": "no", JUNE: "unknown", "2030-01-01": "unknown"},
        ),
        (
            By(latest=JUNE, words=said("senest 1. juni")),
            {"1990-01-01": "unknown", "2020-05-31": "unknown", JUNE: "yes"},
        ),
        (DateNotStated(), {"1990-01-01": "unknown", "2030-01-01": "unknown"}),
    ],
    ids=["2020", "from", "by", "not stated"],
)
def test_an_imprecise_beginning_is_a_span_of_days(begins: DateSaid[Kept], expected: dict[str, str]) -> None:
    facts = adopted(), begun(begins)
    assert {day: asked(day, *facts)[0] for day in expected} == expected


def test_a_day_within_the_span_is_answered_with_the_words_of_the_paper() -> None:
    record = agreement(adopted(), begun(IN_2020))
    answer = binds(state_of(record), KOLDING, JUNE)
    assert (answer.binds, answer.why) == (Binds.UNKNOWN, Why.DAY_NOT_EXACT)
    assert answer.said is not None
    assert not isinstance(answer.said, DateNotStated)
    assert record.texts[answer.said.words] == "2020"  # type: ignore[index]
    assert asked(JUNE, adopted(), begun(DateNotStated()))[1] is Why.DAY_NOT_STATED


def test_what_began_some_day_in_a_year_and_stopped_in_its_midst_does_not_hold_then() -> None:
    facts = adopted(), begun(IN_2020), suspended(JULY)
    assert asked("2020-06-30", *facts) == (Binds.UNKNOWN, Why.DAY_NOT_EXACT, None)
    assert asked(JULY, *facts) == (Binds.NO, Why.SUSPENDED, JULY)


def test_what_is_resumed_some_day_in_a_year_is_resumed_after_it_stopped() -> None:
    facts = adopted(), since(MAY), suspended(JULY), begun(IN_2020, how=Beginning.RESUMED)
    assert asked("2020-04-30", *facts) == (Binds.NO, Why.NOT_YET, MAY)
    assert asked("2020-06-30", *facts) == (Binds.YES, Why.IN_FORCE, MAY)
    assert asked(JULY, *facts) == (Binds.UNKNOWN, Why.DAY_NOT_EXACT, None)
    assert asked("2020-12-31", *facts) == (Binds.YES, Why.IN_FORCE, "2020-12-31")


def test_an_answer_names_the_day_it_turns_on() -> None:
    assert binds(state_of(agreement(adopted(), since(JUNE))), KOLDING, MAY) == Answer(
        binds=Binds.NO, why=Why.NOT_YET, day=JUNE, said=OnDay(day=JUNE)
    )


def test_another_party_is_another_answer() -> None:
    record = given(registered(), adopted(), since(MAY))
    assert binds(state_of(record), REGION, JULY).binds is Binds.NO

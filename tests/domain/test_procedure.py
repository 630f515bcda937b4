"""Procedure of a body: how often it meets, and its rules from a day. Where no paper states one, nothing is checked."""

import msgspec

from domain.body import rules_on
from domain.claims import OnDay
from domain.decided import Cited
from domain.kernel import UNKNOWN
from domain.membership import ChairLeft
from domain.procedure import CadenceSet, RulesSet, SetCadence, SetRules
from domain.rules import AtLeast, DecisionRule, EachPartyKind, NoneStated, Rules
from domain.text import said
from tests.domain.world import (
    CHAIR,
    MEMBER,
    PAPER,
    POLITICAL,
    SECRETARY,
    STRATEGIC,
    STRATEGIC_SEATS,
    WORLD,
    Fact,
)
from tests.given import given

SOURCE = Cited(who="Klyngen", on=OnDay(day="2023-12-01"), words="Forretningsordenen", document=PAPER)
SET_RULES = SetRules(
    quorum=AtLeast(count=2),
    decision_rule=DecisionRule.CONSENSUS,
    chairs_sign=1,
    ad_hoc_substitutes=True,
    one_at_a_time="forbedringsprojekt",
    agenda_days=8,
    from_on="2024-02-01",
    source=SOURCE,
)
NOBODY_CHAIRS: Fact = (STRATEGIC_SEATS, ChairLeft(seat="region"))


def test_a_paper_says_how_often_a_body_meets() -> None:
    often = SetCadence(words="To ordinære møder om året", per_year=2, source=SOURCE)
    given(*WORLD).when(often, to=POLITICAL, by=SECRETARY).then(
        CadenceSet(
            words=said("To ordinære møder om året"),
            per_year=2,
            source=Cited(
                who=said("Klyngen"), on=OnDay(day="2023-12-01"), words=said("Forretningsordenen"), document=PAPER
            ),
        )
    )


def test_a_member_does_not_say_how_often_a_body_meets() -> None:
    given(*WORLD).when(SetCadence(words="Hver uge"), to=STRATEGIC, by=MEMBER).denied()


def rules_from(day: str, **changed: object) -> RulesSet:
    rules = RulesSet(
        quorum=NoneStated(),
        decision_rule=DecisionRule.NONE_STATED,
        chairs_sign=0,
        ad_hoc_substitutes=False,
        from_on=day,
        source=Cited(who=said("Klyngen"), on=OnDay(day="2023-12-01"), words=said("Forretningsordenen")),
    )
    return msgspec.structs.replace(rules, **changed)


def test_a_chair_sets_the_rules_of_the_body_from_a_day() -> None:
    record = given(*WORLD)
    record.when(SET_RULES, to=STRATEGIC, by=CHAIR).then(
        RulesSet(
            quorum=AtLeast(count=2),
            decision_rule=DecisionRule.CONSENSUS,
            chairs_sign=1,
            ad_hoc_substitutes=True,
            one_at_a_time="forbedringsprojekt",
            agenda_days=8,
            from_on="2024-02-01",
            source=Cited(
                who=said("Klyngen"), on=OnDay(day="2023-12-01"), words=said("Forretningsordenen"), document=PAPER
            ),
        )
    )
    assert rules_on(record.see(STRATEGIC), "2024-02-01") == Rules(
        quorum=AtLeast(count=2),
        decision_rule=DecisionRule.CONSENSUS,
        chairs_sign=1,
        ad_hoc_substitutes=True,
        one_at_a_time="forbedringsprojekt",
        agenda_days=8,
    )


def test_the_secretariat_sets_the_rules_while_nobody_chairs_and_not_after() -> None:
    assert given(*WORLD, NOBODY_CHAIRS).when(SET_RULES, to=STRATEGIC, by=SECRETARY).recorded
    given(*WORLD).when(SET_RULES, to=STRATEGIC, by=SECRETARY).denied()


def test_a_chair_sets_no_rules_for_another_body() -> None:
    given(*WORLD).when(SET_RULES, to=POLITICAL, by=CHAIR).denied()


def test_a_member_sets_no_rules() -> None:
    given(*WORLD, NOBODY_CHAIRS).when(SET_RULES, to=STRATEGIC, by=MEMBER).denied()


def test_two_sets_of_rules_do_not_begin_on_the_same_day() -> None:
    given(*WORLD, (STRATEGIC, rules_from("2024-02-01"))).when(SET_RULES, to=STRATEGIC).refused(
        "body.rules-overlap", day="2024-02-01"
    )


def test_no_more_chairs_sign_than_there_are() -> None:
    given(*WORLD).when(msgspec.structs.replace(SET_RULES, chairs_sign=2), to=STRATEGIC).refused(
        "body.too-many-sign", count=1
    )


def test_where_no_paper_states_a_rule_nothing_is_checked() -> None:
    nothing = Rules(
        quorum=NoneStated(),
        decision_rule=DecisionRule.NONE_STATED,
        chairs_sign=0,
        ad_hoc_substitutes=False,
        one_at_a_time=None,
        agenda_days=None,
    )
    assert rules_on(UNKNOWN, "2024-02-01") == nothing
    assert rules_on(given(*WORLD).see(STRATEGIC), "2024-02-01") == nothing


def test_the_rules_that_began_last_apply_in_whatever_order_they_were_entered() -> None:
    newer, older = rules_from("2024-02-01", quorum=EachPartyKind()), rules_from("2023-01-01", agenda_days=8)
    state = given(*WORLD, (STRATEGIC, newer), (STRATEGIC, older)).see(STRATEGIC)
    assert rules_on(state, "2022-12-31") == Rules()
    assert rules_on(state, "2024-01-31") == Rules(agenda_days=8)
    assert rules_on(state, "2024-02-01") == Rules(quorum=EachPartyKind())

"""Bodies: established once, with the seats of their plan."""

import msgspec
import pytest

from domain.body import (
    CHAIRS_MAX,
    Establish,
    Established,
    Level,
    NameNoted,
    NoteName,
    RulesSet,
    SeatPlan,
    SetRules,
    rules_on,
)
from domain.claims import OnDay
from domain.decided import Cited
from domain.kernel import UNKNOWN
from domain.membership import ChairLeft, SeatOpened
from domain.rules import AtLeast, DecisionRule, EachPartyKind, NoneStated, Rules
from domain.seats import SEATS_MAX, ByParty, ByPatients, ByRole, Voice
from domain.text import Kept, said
from tests.domain.world import (
    CHAIR,
    KOLDING,
    MEMBER,
    PAPER,
    POLITICAL,
    SECRETARY,
    STRATEGIC,
    STRATEGIC_SEATS,
    WORLD,
    Fact,
)
from tests.given import ADMINISTRATOR, given

COMMITTEE = "lillebaelt/body/udvalg"
SEATS = "lillebaelt/membership/udvalg"


def establish(*seats: SeatPlan[str], chairs: int = 1) -> Establish:
    return Establish(name="Udvalget", level=Level.COMMITTEE, membership=SEATS, chairs=chairs, seats=seats)


PATIENTS: SeatPlan[str] = SeatPlan(seat="patienter", right=ByPatients(), voice=Voice.OBSERVER)


def test_a_body_opens_with_the_seats_of_its_plan() -> None:
    command = Establish(
        name="Udvalget",
        level=Level.COMMITTEE,
        membership=SEATS,
        chairs=2,
        seats=(
            SeatPlan(seat="kolding", right=ByParty(party=KOLDING), voice=Voice.VOTE),
            SeatPlan(seat="sekretariat", right=ByRole(words="sekretariatet"), voice=Voice.SECRETARIAT),
        ),
        parent=STRATEGIC,
        task="At foreslå.",
        from_on="2024-01-01",
        source=Cited(who="Klyngen", on=OnDay(day="2023-12-01"), words="Beslutning 4", document=PAPER),
    )
    kolding: SeatPlan[Kept] = SeatPlan(seat="kolding", right=ByParty(party=KOLDING), voice=Voice.VOTE)
    by_role = ByRole(words=said("sekretariatet"))
    given(*WORLD).when(command, to=COMMITTEE, by=SECRETARY).then(
        Established(
            name=said("Udvalget"),
            level=Level.COMMITTEE,
            membership=SEATS,
            chairs=2,
            seats=(kolding, SeatPlan(seat="sekretariat", right=by_role, voice=Voice.SECRETARIAT)),
            parent=STRATEGIC,
            task=said("At foreslå."),
            from_on="2024-01-01",
            source=Cited(who=said("Klyngen"), on=OnDay(day="2023-12-01"), words=said("Beslutning 4"), document=PAPER),
        ),
        (SEATS, SeatOpened(body=COMMITTEE, seat="kolding", right=ByParty(party=KOLDING), voice=Voice.VOTE)),
        (SEATS, SeatOpened(body=COMMITTEE, seat="sekretariat", right=by_role, voice=Voice.SECRETARIAT)),
    )


def test_the_administrator_establishes_the_first_bodies() -> None:
    answer = given(*WORLD).when(establish(), to=COMMITTEE, by=ADMINISTRATOR)
    assert [each.event.tag for each in answer.recorded] == ["body.established"]


def test_a_member_establishes_no_body() -> None:
    given(*WORLD).when(establish(), to=COMMITTEE, by=MEMBER).denied()


def test_a_body_is_established_once() -> None:
    given(*WORLD).when(establish(), to=STRATEGIC).refused("body.exists")


def test_two_bodies_do_not_share_their_seats() -> None:
    shares = msgspec.structs.replace(establish(), membership="lillebaelt/membership/strategic")
    given(*WORLD).when(shares, to=COMMITTEE).refused("body.exists")


@pytest.mark.parametrize("chairs", [-1, CHAIRS_MAX + 1])
def test_a_body_has_so_many_chairs_and_no_more(chairs: int) -> None:
    given(*WORLD).when(establish(chairs=chairs), to=COMMITTEE).refused("body.chairs", count=CHAIRS_MAX)


def test_a_body_has_so_many_seats_and_no_more() -> None:
    many = tuple(msgspec.structs.replace(PATIENTS, seat=f"plads-{number}") for number in range(SEATS_MAX + 1))
    given(*WORLD).when(establish(*many), to=COMMITTEE).refused("body.too-many-seats", count=SEATS_MAX)


def test_a_plan_holds_a_seat_once() -> None:
    given(*WORLD).when(establish(PATIENTS, PATIENTS), to=COMMITTEE).refused("body.seat-twice")


def test_the_body_above_is_known() -> None:
    orphan = msgspec.structs.replace(establish(), parent="lillebaelt/body/none")
    given(*WORLD).when(orphan, to=COMMITTEE).refused("id.unknown", id="lillebaelt/body/none")


def test_a_body_may_be_called_something_else_too() -> None:
    note = NoteName(name="Sundhedspolitisk styregruppe", from_on="2022-07-01")
    given(*WORLD).when(note, to=POLITICAL, by=SECRETARY).then(
        NameNoted(name=said("Sundhedspolitisk styregruppe"), from_on="2022-07-01")
    )


# --- rules ------------------------------------------------------------------------------------------------------------

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
